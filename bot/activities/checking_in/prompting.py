"""What is due is done: prompts and reminders by the batch, and what needs a closer look one by one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from bot.activities import access
from bot.activities.absence import heard as absence
from bot.activities.absence import use_cases as absences
from bot.activities.changing import messages as changing_messages
from bot.activities.checking_in import drifting, planning, telling, unasked
from bot.activities.checking_in.messages import CheckInDue, CheckInReminder
from bot.activities.checking_in.unasked_messages import ProgressOffered
from bot.activities.contract.reads import aims_of
from bot.activities.hearing import asking, kinds
from bot.activities.hearing.kinds import HeardMessage
from bot.activities.hearing.messages import LeaveOutBrief, LeaveOutOffered, LeftOut
from bot.activities.hearing.placing import contract_of
from bot.domain import check_ins, spreading
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import (
    ASKED,
    LIVE,
    Act,
    Asking,
    CheckIn,
    CheckInState,
    DueCheckIn,
    DueStep,
    Situation,
    next_step,
)
from bot.domain.contract import RUNNING, Contract
from bot.domain.days_off import NO_DAYS_OFF
from bot.domain.interview import About
from bot.domain.paper import TYPE_WITHIN, has_no_account
from bot.domain.utterance import DROPPED, AskedBack, Place, What
from bot.language import counts
from bot.language.absence import Days
from bot.language.hearing import Kind, Moment, numbers_of
from bot.language.reading.numbers import find_numbers
from bot.messages.briefs import NothingToSay, lang_of, only_to, say
from bot.messages.tell import refresh, show_home, show_round, tell
from storage.queries.due import Agenda
from storage.unit_of_work import UnitOfWork

# A check-in is left out: for somebody who is away, on a yes, or who takes a break, by a button. To the teachers it
# looks like any that was left out. A number that somebody gives who is away is asked about first.


SOON = timedelta(days=7)
"""Who is away now is asked about the check-ins that come within this time."""


@kinds.handles(Kind.AWAY)
def offer(uow: UnitOfWork, actor: Actor, message: HeardMessage) -> None:
    """Who says until when is away; who does not is asked. No number counts by itself, nor in another class than it was
    written for, and nobody is alarmed. The words themselves are not needed, and not kept."""
    said, days = message.typed, absence.days_in(uow, actor, message.typed.text)
    until_when = isinstance(days, Days) and days.said
    if not until_when and not absence.has_running(uow, actor.user):
        return kinds.remark(uow, actor, message)
    places = _in_the_way(uow, actor, message)
    where = (*places, *_classes_besides(uow, actor, message, places))
    asked = AskedBack(uow.workspace, actor.user, What.LEAVE_OUT, "", said.channel, said.thread, said.ts, where, uow.now)
    of_another = bool(places) and asking.names_none_of(uow, actor.user, message, [places[0].classroom])
    contract = contract_of(uow, places[0]) if len(places) == 1 and not of_another else None
    numbers = _numbers(uow, contract, said.text) if contract is not None else {}
    if contract is not None and numbers:
        here = Place(About.CONTRACT, contract.id, contract.classroom)
        about = replace(asked, what=What.NUMBER_AWAY, places=(here, *where), number=unasked.as_text(numbers))
        kept = asking.put(uow, about)
        return tell(uow, actor.user, ProgressOffered(kept.id, contract.id))
    if isinstance(days, Days) and days.said:
        return absence.take(uow, actor, asked, days.span)
    of_how_many = _says_of_how_many(said.text, lang_of(uow, actor.user))
    return _put(uow, absence.suggest(asked, days), of_how_many, absence.why(days))


def _classes_besides(
    uow: UnitOfWork, actor: Actor, message: HeardMessage, places: Sequence[Place]
) -> tuple[Place, ...]:
    """The classes that it is about, beside those of the check-ins: who is away is so in every class, unless one is
    named."""
    learns, place = access.learns_in(uow, actor.user), message.place
    named = absences.named_class(uow, message.typed.text, learns)
    if place is not None and (place.about is About.CLASS or message.typed.thread):
        named = place.classroom
    elif place is not None and place.about is About.CHECK_IN and len(_open_now(uow, actor)) > 1:
        named = place.classroom  # of several that are open, this one was named
    known = {one.classroom for one in places}
    return tuple(Place(About.CLASS, c, c) for c in ([named] if named is not None else learns) if c not in known)


def _open_now(uow: UnitOfWork, actor: Actor) -> Sequence[Place]:
    return [one for one in _coming(uow, actor) if _own(uow, actor, one.ref).state in ASKED]


@asking.answers(What.NUMBER_AWAY)
def decide_number(uow: UnitOfWork, actor: Actor, asked: AskedBack, yes: bool) -> None:
    """Note it or not; then ask about the check-in, where it still waits."""
    contract, *places = asked.places
    if yes:
        unasked.note(uow, actor, replace(asked, places=(contract,)), unasked.numbers_in(asked))
    live = [place for place in places if _is_live(uow, actor, place)]
    if live:
        rest = tuple(place for place in places if place in live or place.about is About.CLASS)
        _put(uow, replace(asked, what=What.LEAVE_OUT, places=rest, number=None, asked_at=uow.now, id=0), False)
    else:
        asking.next_turn(uow, actor.user, None)


def _is_live(uow: UnitOfWork, actor: Actor, place: Place) -> bool:
    return place.about is About.CHECK_IN and _own(uow, actor, place.ref).state in LIVE


def _put(uow: UnitOfWork, asked: AskedBack, number: bool, why: str = "") -> None:
    kept = asking.put(uow, asked)
    tell(uow, asked.user, LeaveOutOffered(kept.id, number, why))


def _numbers(uow: UnitOfWork, contract: Contract, text: str) -> dict[int, Decimal]:
    """What the message counts for the targets, as plainly as a check-in would take it. None at all is no number of
    somebody who is away."""
    lang, targets = lang_of(uow, contract.student), contract.in_force.terms.targets
    heard = numbers_of(text, Moment.CHECK_IN, aims_of(uow, contract), lang)
    return {
        i: number.value
        for i, number in heard.items()
        if number.sure and number.value and counts.counts_nothing_else(text, targets[i], lang)
    }


def _says_of_how_many(text: str, lang: str) -> bool:
    """Whether there is a number of so many in it, which is not passed over in silence."""
    return any(reading.out_of is not None for reading in find_numbers(text, lang=lang))


@asking.answers(What.LEAVE_OUT)
def decide(uow: UnitOfWork, actor: Actor, asked: AskedBack, yes: bool) -> None:
    days = absence.suggested_in(asked) if yes else None
    if days is not None:
        return absence.take(uow, actor, asked, days)
    live = [place.ref for place in asked.places if _is_live(uow, actor, place)] if yes else []
    for check_in in live:
        leave_out(uow, actor, check_in)
    if not live:
        asking.next_turn(uow, actor.user, None)
    return None


def leave_out(uow: UnitOfWork, actor: Actor, check_in: int) -> None:
    """The student's own check-in, which waits or is to come, is set aside."""
    found = _own(uow, actor, check_in)
    if found.state not in LIVE:
        raise Refusal("old-button")
    planning.excuse(uow, found)
    tell(uow, actor.user, LeftOut(check_in))


def says_away(uow: UnitOfWork, check_in: CheckIn) -> bool:
    """Whether its student said that they are away, and has not answered yet whether to leave it out."""
    asked = uow.asked_back.open_of(check_in.student, (What.LEAVE_OUT, What.NUMBER_AWAY))
    return any(place.about is About.CHECK_IN and place.ref == check_in.id for one in asked for place in one.places)


def next_one(uow: UnitOfWork, contract: int) -> CheckIn | None:
    """The check-in of a contract that waits or is to come."""
    return uow.check_ins.newest(contract, tuple(LIVE))


def _own(uow: UnitOfWork, actor: Actor, check_in: int) -> CheckIn:
    found = uow.check_ins.get(check_in)
    if found is None:
        raise Refusal("no-such-contract")
    access.contract_as_student(uow, actor, found.contract)
    return found


def _in_the_way(uow: UnitOfWork, actor: Actor, message: HeardMessage) -> tuple[Place, ...]:
    """The check-in that it is about, or that of the class that it is for; else all that wait or come soon: who is ill
    is so in every class."""
    coming, place = _coming(uow, actor), message.place
    if place is not None and place.about is About.CHECK_IN:
        return tuple(one for one in coming if one.ref == place.ref)
    of_class = asking.known_class(uow, message, sorted({one.classroom for one in coming}))
    return tuple(one for one in coming if of_class in (None, one.classroom))


def _coming(uow: UnitOfWork, actor: Actor) -> Sequence[Place]:
    running = [c for c in access.own_contracts(uow, actor.user) if c.status in RUNNING]
    found = [(contract.classroom, next_one(uow, contract.id)) for contract in running]
    return [
        Place(About.CHECK_IN, check_in.id, classroom)
        for classroom, check_in in found
        if check_in is not None and check_in.due_at <= uow.now + SOON
    ]


def _offered(uow: UnitOfWork, notice: LeaveOutOffered, reader: str) -> LeaveOutBrief:
    asked = uow.asked_back.get(notice.asked_back)
    if asked is None:
        raise NothingToSay("asked-back")
    only_to(asked.user, reader)
    if asked.settled is not None:
        return LeaveOutBrief(asked.id, "no" if asked.settled == DROPPED else asked.settled)
    days = absence.suggested_in(asked)
    room = uow.classrooms.get(asked.places[0].classroom) if asked.places else None
    today = absences.today_of(uow, reader, room) if room is not None else uow.now.date()
    classes = {place.classroom for place in asked.places}
    rooms = uow.classrooms.among(classes) if not classes >= set(access.learns_in(uow, reader)) else []
    names = tuple(room.name for room in rooms)
    return LeaveOutBrief(asked.id, None, days.last if days else None, today, names)


TRY_AGAIN_AFTER = timedelta(minutes=5)
"""A check-in that is looked at one by one is left alone for this long, whatever becomes of the attempt."""

PROMPT = Asking(CheckInState.PROMPTED, CheckInDue.kind, planning.PROMPT)
REMINDER = Asking(CheckInState.REMINDED, CheckInReminder.kind, planning.REMINDER)
_ASKING = {Act.PROMPT: PROMPT, Act.REMIND: REMINDER}

OneByOne = tuple[str, int, Act]
"""(workspace, check-in, TYPE, GIVE_UP or PUT_OFF)"""


def ask_due(agenda: Agenda, now: datetime, limit: int) -> tuple[int, list[OneByOne]]:
    """Claim up to `limit` due check-ins and ask the students; how many were due, and what is left to look at."""
    due = agenda.due_check_ins(now, limit)
    alike: dict[Situation, list[DueCheckIn]] = defaultdict(list)
    for d in due:
        alike[d.situation].append(d)
    rooms = {situation.classroom for situation in alike}
    classrooms, off = agenda.classrooms(rooms), agenda.days_off(rooms, now)
    by_step: dict[DueStep, list[DueCheckIn]] = defaultdict(list)
    for situation, those in alike.items():
        room = situation.classroom
        by_step[next_step(situation, classrooms[room], now, off.get(room, NO_DAYS_OFF))] += those
    one_by_one: list[OneByOne] = []
    moments = _lay_out(agenda, [d for step, those in by_step.items() if step.act in _ASKING for d in those], now)
    for step, those in by_step.items():
        _take(agenda, step, [d.id for d in those], moments, now)
        if step.wake_at is None:
            one_by_one += [(d.workspace, d.id, step.act) for d in those]
    return len(due), one_by_one


def _lay_out(agenda: Agenda, asked: list[DueCheckIn], now: datetime) -> Mapping[int, datetime]:
    """When each of them is asked: in each workspace as fast as Slack takes it, after those who were asked before."""
    here: dict[str, list[int]] = defaultdict(list)
    for d in asked:
        here[d.workspace].append(d.id)
    before = agenda.asked_until(list(here))
    moments: dict[int, datetime] = {}
    reach: dict[str, datetime] = {}
    for workspace, ids in here.items():
        laid_out, reach[workspace] = spreading.lay_out(spreading.in_order(ids), now, before.get(workspace))
        moments.update(laid_out)
    agenda.ask_until(reach, now)
    return moments


def _take(agenda: Agenda, step: DueStep, ids: list[int], moments: Mapping[int, datetime], now: datetime) -> None:
    if step.act in _ASKING and step.wake_at is not None:
        agenda.ask(ids, _ASKING[step.act], now, step.wake_at, until=step.until, moments=moments)
    else:
        agenda.wake_again(ids, step.wake_at or now + TRY_AGAIN_AFTER)


def give_up(uow: UnitOfWork, actor: Actor, check_in: int) -> None:
    """Nobody answered the reminder either: tell the teachers once, and plan the next check-in.

    Where nothing that asked has arrived, nobody missed anything; nor does who wrote that they are away.
    """
    access.accord_itself(actor)
    found = uow.check_ins.get(check_in)
    if found is None or found.state is not CheckInState.REMINDED:
        return None
    if planning.never_arrived(uow, found.id):
        return put_off(uow, actor, check_in)
    contract, classroom = planning.contract_of(uow, found)
    if says_away(uow, found) or planning.is_resting(uow, contract):
        return planning.excuse(uow, found)
    missed = telling.dated(uow, check_ins.missed(found, uow.now), contract, classroom)
    uow.check_ins.save(missed)
    planning.write_next(uow, missed, contract, classroom)
    refresh(uow, f"check-in:{found.id}")
    telling.tell_missed(uow, missed, contract, classroom)
    for teacher in access.teachers_for(uow, found.student, classroom.id):
        show_home(uow, teacher)
    drifting.look(uow, contract, classroom)
    return show_home(uow, found.student)


def to_type(uow: UnitOfWork, actor: Actor, check_in: int) -> None:
    """Its student has no account: their teachers are asked to type in what they say."""
    access.accord_itself(actor)
    found = uow.check_ins.get(check_in)
    if found is None or found.state is not CheckInState.PLANNED or not has_no_account(found.student):
        return
    contract, classroom = planning.contract_of(uow, found)
    asked = check_ins.asked_again(found, uow.now + TYPE_WITHIN)
    asked = telling.dated(uow, asked, contract, classroom)
    uow.check_ins.save(asked)
    telling.tell_to_type(uow, asked, contract, classroom)
    refresh(uow, f"contract:{contract.id}")


def put_off(uow: UnitOfWork, actor: Actor, check_in: int) -> None:
    """There is nobody to ask, or it could not be asked in time: on to the next date, as if it had not been."""
    access.accord_itself(actor)
    found = uow.check_ins.get(check_in)
    if found is None or found.state not in (*ASKED, CheckInState.PLANNED):
        return
    contract, classroom = planning.contract_of(uow, found)
    if found.state is CheckInState.PLANNED:
        planning.move_on(uow, found, contract, classroom)
        return
    if planning.is_resting(uow, contract) or has_no_account(found.student):
        planning.excuse(uow, found)  # whom nobody asked missed nothing, and an answer still counts
        return
    dropped = _without_answer(uow, found)
    planning.write_next(uow, dropped, contract, classroom)
    show_round(uow, dropped)
    for user in (found.student, *access.teachers_of(uow, classroom.id)):
        show_home(uow, user)


def _without_answer(uow: UnitOfWork, check_in: CheckIn) -> CheckIn:
    planning.take_back(uow, check_in.id)
    dropped = check_ins.dropped(check_in)
    uow.check_ins.save(dropped)
    return dropped


say(LeaveOutOffered, shown=_offered, blocks=changing_messages.leave_out_offered)
