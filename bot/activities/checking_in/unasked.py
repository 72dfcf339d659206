"""A student says how it goes while nobody asked: it is shown back, and noted on one yes, or by the form."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from bot.activities.checking_in import noting, planning, replying
from bot.activities.checking_in.replying_sheet import Sheet
from bot.activities.checking_in.unasked_notices import EarlyForm, ProgressBrief, ProgressOffered
from bot.activities.contract.aims import aims_of
from bot.activities.hearing import asking_back, kinds, turns, which_class
from bot.activities.hearing.kinds import Message, Typed
from bot.activities.hearing.placing import by_unit, share_of
from bot.activities.ports import UnitOfWork
from bot.domain.actor import Actor
from bot.domain.check_ins import Reply
from bot.domain.contract import Contract
from bot.domain.errors import Refusal
from bot.domain.focus import About
from bot.domain.utterance import DROPPED, AskedBack, Place, What
from bot.language.hearing import Kind, Moment, hear, numbers_of
from bot.messages.briefs import NothingToSay, only_to, prepares
from bot.messages.tell import tell

Numbers = Mapping[int, Decimal]
"""By the place of the target."""


@kinds.handles(Kind.PROGRESS, Kind.ANSWER)
def offer(uow: UnitOfWork, actor: Actor, message: Message, now: datetime) -> None:
    """Show back what was understood. Nobody reads it, and it counts for nothing, before the yes."""
    running = noting.running(uow, actor)
    if not running or which_class.names_none_of(uow, actor.user, message, [c.classroom for c in running]):
        return kinds.remark(uow, actor, message, now)
    contract = _meant(uow, actor, message, running, now)
    if contract is None:
        return None
    said = replace(message.typed, text=share_of(uow, actor.user, contract.classroom, message.typed.text))
    what, numbers = _understood(uow, contract, said.text)
    if not numbers and message.heard.kind is Kind.ANSWER:
        return kinds.remark(uow, actor, message, now)
    return put(uow, actor, contract, what, numbers, said, now)


def put(
    uow: UnitOfWork, actor: Actor, contract: Contract, what: What, numbers: Numbers, typed: Typed, now: datetime
) -> None:
    """Ask whether it is to be noted; the words wait with it."""
    where = Place(About.CONTRACT, contract.id, contract.classroom)
    kept = asking_back.put(
        uow,
        AskedBack(
            uow.workspace,
            actor.user,
            what,
            typed.text,
            typed.channel,
            typed.thread,
            typed.ts,
            (where,),
            now,
            number=as_text(numbers),
        ),
        now,
    )
    tell(uow, actor.user, ProgressOffered(kept.id, contract.id), now)


def beside(uow: UnitOfWork, actor: Actor, message: Message, classroom: int) -> tuple[Contract, Numbers] | None:
    """The number that a message gives before it asks for something else, and the contract in this class that it counts
    for; None where there is none."""
    contract = next((c for c in noting.running(uow, actor) if c.classroom == classroom), None)
    if contract is None or not message.heard.numbers:
        return None
    moment = Moment.IDLE if message.place is None else Moment.CHECK_IN
    heard = hear(message.typed.text, moment, aims_of(uow, contract)).numbers
    return (contract, {i: number.value for i, number in heard.items()}) if heard else None


def put_beside(
    uow: UnitOfWork, actor: Actor, contract: Contract, numbers: Numbers, typed: Typed, now: datetime
) -> None:
    """Ask whether a number is to be noted that stood beside something else. Those words were for that: they are not
    kept with it."""
    put(uow, actor, contract, What.PROGRESS, numbers, replace(typed, text=""), now)


def as_text(numbers: Numbers) -> str:
    """For an AskedBack."""
    return json.dumps({str(i): str(value) for i, value in numbers.items()})


def numbers_in(asked: AskedBack) -> Numbers:
    """What `as_text` made of them."""
    return {int(i): Decimal(value) for i, value in json.loads(asked.number or "{}").items()}


def correct(uow: UnitOfWork, actor: Actor, text: str, ts: str, *, now: datetime) -> bool:
    """An edited message, while what it said waits for its yes, is shown back anew; False where it does not."""
    waits = asking_back.open_one(uow, actor.user)
    if waits is None or waits.what not in _OFFERS or waits.ts != ts or not waits.text:
        return False
    contract = uow.contracts.get(waits.places[0].ref)
    if contract is not None and text != waits.text:
        typed = Typed(waits.channel, waits.thread, text, ts)
        put(uow, actor, contract, *_understood(uow, contract, text), typed, now)
    return True


@asking_back.answers(What.PROGRESS)
def decide(uow: UnitOfWork, actor: Actor, asked: AskedBack, yes: bool, now: datetime) -> None:
    if yes:
        note(uow, actor, asked, numbers_in(asked), now)
    turns.next_turn(uow, actor.user, None, now)


def choose(uow: UnitOfWork, actor: Actor, asked_back: int, target: int, *, now: datetime) -> None:
    """The number is for this target: that is the yes to it, too."""
    asked = asking_back.own(uow, actor, asked_back)
    numbers = numbers_in(asked) if asked.what is What.PROGRESS_FOR else {}
    if target not in numbers:
        raise Refusal("old-button")
    note(uow, actor, asked, {target: numbers[target]}, now)
    asking_back.settle(uow, asked, "yes", now)
    turns.next_turn(uow, actor.user, None, now)


def only_one(uow: UnitOfWork, actor: Actor, *, now: datetime) -> int | None:
    """The actor's contract that takes numbers at any time; None where there are several, or none."""
    running = noting.running(uow, actor)
    return running[0].id if len(running) == 1 else None


def open_form(uow: UnitOfWork, actor: Actor, contract: int, *, now: datetime) -> EarlyForm:
    """What the form for a check-in of now starts with."""
    found, classroom = noting.running_one(uow, actor, contract)
    spared = noting.spared(uow, found, classroom, now)
    timezone = planning.zone_of(uow, found.student, classroom)
    return EarlyForm(contract, found.in_force.terms.targets, spared.due_at if spared else None, timezone, now)


def log(uow: UnitOfWork, actor: Actor, contract: int, form: replying.ReplyForm, *, now: datetime) -> None:
    """Take the form; where a check-in was opened meanwhile, as an answer to that."""
    begun = noting.begin(uow, actor, contract, now)
    noting.finish(uow, actor, begun, replying.said_in(begun.sheet, form, now), now)


def _meant(uow: UnitOfWork, actor: Actor, message: Message, running: list[Contract], now: datetime) -> Contract | None:
    """The contract that it is about: the only one, that of the class that is named, or the one whose unit stands there.
    None where that does not tell; then Accord has asked."""
    of_class = {c.classroom: c for c in running}
    known = which_class.known(uow, message, sorted(of_class))
    if known is None:
        known = by_unit(running, message.typed.text)
    if known is None:
        which_class.ask(uow, actor, message, sorted(of_class), now)
        return None
    return of_class[known]


def _understood(uow: UnitOfWork, contract: Contract, text: str) -> tuple[What, Numbers]:
    """The number for each target that the words name; else one number, for whichever target it may be."""
    aims = aims_of(uow, contract)
    clear = numbers_of(text, Moment.IDLE, aims)
    if clear:
        return What.PROGRESS, {i: number.value for i, number in clear.items()}
    possible = {i: numbers_of(text, Moment.IDLE, [aim]).get(0) for i, aim in enumerate(aims)}
    numbers = {i: number.value for i, number in possible.items() if number is not None}
    return What.PROGRESS_FOR if len(numbers) > 1 else What.PROGRESS, numbers


def note(uow: UnitOfWork, actor: Actor, asked: AskedBack, numbers: Numbers, now: datetime) -> None:
    """It is to be noted."""
    (where,) = asked.places
    begun = noting.begin(uow, actor, where.ref, now)
    if any(i >= len(begun.sheet.targets) for i in numbers):
        raise Refusal("old-button")
    noting.finish(uow, actor, begun, _said(begun.sheet, numbers, asked, now), now)


def _said(sheet: Sheet, numbers: Numbers, asked: AskedBack, now: datetime) -> dict[int, Reply]:
    """The replies that it changes: the words stand with the first, the numbers with their targets."""
    changed = {i: sheet.reply(i, now).with_value(v, asked.ts, confirmed=True) for i, v in numbers.items()}
    if asked.text:
        first = changed.get(0, sheet.reply(0, now))
        changed[0] = replace(first, typed={**first.typed, asked.ts: asked.text})
    return changed


@prepares(ProgressOffered)
def _offered(uow: UnitOfWork, notice: ProgressOffered, reader: str) -> ProgressBrief:
    asked, contract = uow.asked_back.get(notice.asked_back), uow.contracts.get(notice.contract)
    classroom = uow.classrooms.get(contract.classroom) if contract else None
    if asked is None or contract is None or classroom is None:
        raise NothingToSay("asked-back")
    only_to(asked.user, reader)
    numbers = numbers_in(asked)
    spared = noting.spared(uow, contract, classroom, asked.asked_at) if numbers else None
    return ProgressBrief(
        asked.id,
        contract.in_force.terms.targets,
        numbers,
        chooses=asked.what is What.PROGRESS_FOR,
        words=asked.text,
        spared=spared.due_at if spared else None,
        timezone=planning.zone_of(uow, contract.student, classroom),
        away=asked.what is What.NUMBER_AWAY,
        said_yes=None if asked.settled is None else asked.settled not in ("no", DROPPED),
    )


_OFFERS = frozenset({What.PROGRESS, What.PROGRESS_FOR})
