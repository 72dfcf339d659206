"""A check-in is left out: for somebody who is away, on a yes, or who takes a break, by a button. To the teachers it
looks like any that was left out. A number that somebody gives who is away is asked about first."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from bot.activities import access
from bot.activities.checking_in import planning, unasked
from bot.activities.checking_in.unasked_notices import ProgressOffered
from bot.activities.contract.aims import aims_of
from bot.activities.hearing import asking_back, kinds, turns
from bot.activities.hearing.kinds import Message
from bot.activities.hearing.notices import LeaveOutBrief, LeaveOutOffered, LeftOut
from bot.activities.hearing.placing import contract_of
from bot.activities.ports import UnitOfWork
from bot.domain.actor import Actor
from bot.domain.check_ins import LIVE, CheckIn
from bot.domain.contract import RUNNING, Contract
from bot.domain.errors import Refusal
from bot.domain.focus import About
from bot.domain.utterance import DROPPED, AskedBack, Place, What
from bot.language import counting
from bot.language.hearing import Kind, Moment, numbers_of
from bot.language.reading.numbers import find_numbers
from bot.messages.briefs import NothingToSay, only_to, prepares
from bot.messages.tell import tell

SOON = timedelta(days=7)
"""Who is away now is asked about the check-ins that come within this time."""


@kinds.handles(Kind.AWAY)
def offer(uow: UnitOfWork, actor: Actor, message: Message, now: datetime) -> None:
    """No number counts by itself, and nobody is alarmed. The words themselves are not needed, and not kept."""
    places = _in_the_way(uow, actor, message.place, now)
    if not places:
        return kinds.remark(uow, actor, message, now)
    said = message.typed
    asked = AskedBack(uow.workspace, actor.user, What.LEAVE_OUT, "", said.channel, said.thread, said.ts, places, now)
    contract = contract_of(uow, places[0]) if len(places) == 1 else None
    numbers = _numbers(uow, contract, said.text) if contract is not None else {}
    if contract is None or not numbers:
        return _put(uow, asked, _says_of_how_many(said.text), now)
    where = Place(About.CONTRACT, contract.id, contract.classroom)
    about = replace(asked, what=What.NUMBER_AWAY, places=(where, *places), number=unasked.as_text(numbers))
    kept = asking_back.put(uow, about, now)
    return tell(uow, actor.user, ProgressOffered(kept.id, contract.id), now)


@asking_back.answers(What.NUMBER_AWAY)
def decide_number(uow: UnitOfWork, actor: Actor, asked: AskedBack, yes: bool, now: datetime) -> None:
    """Note it or not; then ask about the check-in, where it still waits."""
    contract, *places = asked.places
    if yes:
        unasked.note(uow, actor, replace(asked, places=(contract,)), unasked.numbers_in(asked), now)
    live = tuple(place for place in places if _own(uow, actor, place.ref).state in LIVE)
    if live:
        _put(uow, replace(asked, what=What.LEAVE_OUT, places=live, number=None, asked_at=now, id=0), False, now)
    else:
        turns.next_turn(uow, actor.user, None, now)


def _put(uow: UnitOfWork, asked: AskedBack, number: bool, now: datetime) -> None:
    kept = asking_back.put(uow, asked, now)
    tell(uow, asked.user, LeaveOutOffered(kept.id, number), now)


def _numbers(uow: UnitOfWork, contract: Contract, text: str) -> dict[int, Decimal]:
    """What the message counts for the targets, as plainly as a check-in would take it. None at all is no number of
    somebody who is away."""
    heard, targets = numbers_of(text, Moment.CHECK_IN, aims_of(uow, contract)), contract.in_force.terms.targets
    return {
        i: number.value
        for i, number in heard.items()
        if number.sure and number.value and counting.counts_nothing_else(text, targets[i])
    }


def _says_of_how_many(text: str) -> bool:
    """Whether there is a number of so many in it, which is not passed over in silence."""
    return any(reading.out_of is not None for reading in find_numbers(text))


@asking_back.answers(What.LEAVE_OUT)
def decide(uow: UnitOfWork, actor: Actor, asked: AskedBack, yes: bool, now: datetime) -> None:
    live = [place.ref for place in asked.places if _own(uow, actor, place.ref).state in LIVE] if yes else []
    for check_in in live:
        leave_out(uow, actor, check_in, now=now)
    if not live:
        turns.next_turn(uow, actor.user, None, now)


def leave_out(uow: UnitOfWork, actor: Actor, check_in: int, *, now: datetime) -> None:
    """The student's own check-in, which waits or is to come, is set aside."""
    found = _own(uow, actor, check_in)
    if found.state not in LIVE:
        raise Refusal("old-button")
    planning.excuse(uow, found, now)
    tell(uow, actor.user, LeftOut(check_in), now)


def says_away(uow: UnitOfWork, check_in: CheckIn) -> bool:
    """Whether its student said that they are away, and has not answered yet whether to leave it out."""
    asked = uow.asked_back.all(user=check_in.student, what=(What.LEAVE_OUT, What.NUMBER_AWAY), settled=None)
    return any(place.about is About.CHECK_IN and place.ref == check_in.id for one in asked for place in one.places)


def next_one(uow: UnitOfWork, contract: int) -> CheckIn | None:
    """The check-in of a contract that waits or is to come."""
    return uow.check_ins.newest(contract=contract, state=tuple(LIVE))


def _own(uow: UnitOfWork, actor: Actor, check_in: int) -> CheckIn:
    found = uow.check_ins.get(check_in)
    if found is None:
        raise Refusal("no-such-contract")
    access.contract_as_student(uow, actor, found.contract)
    return found


def _in_the_way(uow: UnitOfWork, actor: Actor, place: Place | None, now: datetime) -> tuple[Place, ...]:
    """The check-in that it is about; else all that wait or come soon."""
    coming = _coming(uow, actor, now)
    if place is not None and place.about is About.CHECK_IN:
        return tuple(one for one in coming if one.ref == place.ref)
    return tuple(coming)


def _coming(uow: UnitOfWork, actor: Actor, now: datetime) -> Sequence[Place]:
    running = [c for c in access.own_contracts(uow, actor.user) if c.status in RUNNING]
    found = [(contract.classroom, next_one(uow, contract.id)) for contract in running]
    return [
        Place(About.CHECK_IN, check_in.id, classroom)
        for classroom, check_in in found
        if check_in is not None and check_in.due_at <= now + SOON
    ]


@prepares(LeaveOutOffered)
def _offered(uow: UnitOfWork, notice: LeaveOutOffered, reader: str) -> LeaveOutBrief:
    asked = uow.asked_back.get(notice.asked_back)
    if asked is None:
        raise NothingToSay("asked-back")
    only_to(asked.user, reader)
    rooms = {room.id: room.name for room in uow.classrooms.all(id=[p.classroom for p in asked.places])}
    said_yes = None if asked.settled is None else asked.settled not in ("no", DROPPED)
    return LeaveOutBrief(asked.id, tuple(rooms[p.classroom] for p in asked.places), said_yes)
