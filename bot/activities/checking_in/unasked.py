"""A student says how it goes while nobody asked: it is shown back, and noted on one yes, or by the form."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal

from bot.activities import access
from bot.activities.checking_in import answering, planning, unasked_messages
from bot.activities.checking_in.answering import celebrate, store
from bot.activities.checking_in.forms import ReplyForm
from bot.activities.checking_in.replying_sheet import ReplySheet, sheet_of
from bot.activities.checking_in.unasked_messages import EarlyForm, ProgressBrief, ProgressOffered
from bot.activities.contract.reads import aims_of
from bot.activities.evidence.taking import taken_by
from bot.activities.hearing import asking, bursts, kinds
from bot.activities.hearing.bursts import Stood
from bot.activities.hearing.kinds import HeardMessage, TypedMessage
from bot.activities.hearing.placing import by_unit, share_of
from bot.domain import check_ins
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import ASKED, LIVE, CheckIn, CheckInState, Reply
from bot.domain.classroom import Classroom
from bot.domain.contract import RUNNING, Contract
from bot.domain.evidence import NOTHING_HANDED, Handed
from bot.domain.interview import About
from bot.domain.utterance import DROPPED, AskedBack, Place, What
from bot.language import counts
from bot.language.hearing import Kind, Moment, hear, numbers_of
from bot.messages.briefs import NothingToSay, lang_of, only_to, say
from bot.messages.tell import tell
from storage.unit_of_work import UnitOfWork

# A check-in that nobody asked for: what a student says on their own, by a yes or by the form.
#
# It goes on from the check-in that is planned, so that the order of check-ins stays that of the numbers; what is
# planned then is that one again, or the one after it (`bot.domain.check_ins`). While a check-in is open, it is an
# answer to that one.


_CAME = (CheckInState.ANSWERED, CheckInState.MISSED, CheckInState.EXCUSED)
_MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Begun:
    """A check-in to note something at, not written yet, and how it stood before. `planned` is the one that it goes on
    from; None where it is open already, or where none lies ahead."""

    sheet: ReplySheet
    stood: Stood
    planned: CheckIn | None


def running_contracts(uow: UnitOfWork, actor: Actor) -> list[Contract]:
    """The actor's contracts that take numbers at any time, in classes where they still learn."""
    return [c for c in access.own_contracts(uow, actor.user) if c.status in RUNNING]


def running_in(uow: UnitOfWork, actor: Actor, classroom: int) -> Contract | None:
    """The one of them in this class."""
    return next((c for c in running_contracts(uow, actor) if c.classroom == classroom), None)


def begin(uow: UnitOfWork, actor: Actor, contract: int) -> Begun:
    found, classroom = running_one(uow, actor, contract)
    live = uow.check_ins.newest(contract, tuple(LIVE))
    if live is not None and live.state in ASKED:
        sheet = sheet_of(uow, actor, live.id)
        return Begun(sheet, bursts.how_it_stands(uow, sheet.place), None)
    standing = live or planning.one_more(uow, found, classroom)
    said = {r.target: r for r in uow.replies.to(standing)}
    its = planning.round_of(uow, found, classroom, uow.now)
    sheet = ReplySheet(check_ins.moved(standing, uow.now, None, its), found, classroom, said, lang_of(uow, actor.user))
    return Begun(sheet, bursts.how_it_stands(uow, sheet.place), live)


def finish(uow: UnitOfWork, actor: Actor, begun: Begun, changed: Mapping[int, Reply]) -> None:
    """Note it, plan what comes next, and show it back."""
    sheet, planned = begun.sheet, begun.planned
    has_number = any(r.value is not None for r in changed.values())
    instead = has_number and spared_by(uow, sheet.contract, sheet.classroom, uow.now) is not None
    if planned is not None and instead:
        sheet = replace(sheet, check_in=replace(sheet.check_in, round=planned.round))
    stored = store(uow, sheet, changed)
    if planned is not None:
        after = planned.due_at if instead else planned.due_at - _MOMENT
        planning.plan_after(uow, sheet.contract, sheet.classroom, after)
    answering.remember(uow, actor.user, sheet.place, begun.stood)
    answering.show_back(uow, actor.user, sheet.place)
    celebrate(uow, sheet.contract, stored)


def running_one(uow: UnitOfWork, actor: Actor, contract: int) -> tuple[Contract, Classroom]:
    """The actor's own contract, where it takes numbers at any time."""
    found, classroom = access.contract_as_student(uow, actor, contract)
    if found.status not in RUNNING:
        raise Refusal("check-in-over")
    return found, classroom


def spared_by(uow: UnitOfWork, contract: Contract, classroom: Classroom, now: datetime) -> CheckIn | None:
    """The planned check-in whose place a number takes that is noted now; None where it takes none."""
    planned = uow.check_ins.newest(contract.id, CheckInState.PLANNED)
    if planned is None:
        return None
    schedule = planning.schedule_of(uow, contract, classroom)
    came = uow.check_ins.newest(contract.id, _CAME)
    since = came.due_at if came else max(s.signed_at for s in contract.in_force.signatures)
    begins = schedule.last_day_begins if schedule.falls_on_last_day(planned.due_at) else None
    return planned if check_ins.takes_the_place(now, since, planned.due_at, last_day=begins) else None


NumbersSaid = Mapping[int, Decimal]
"""By the place of the target."""


@kinds.handles(Kind.PROGRESS, Kind.ANSWER)
def offer(uow: UnitOfWork, actor: Actor, message: HeardMessage) -> None:
    """Show back what was understood. Nobody reads it, and it counts for nothing, before the yes."""
    running = running_contracts(uow, actor)
    if not running or asking.names_none_of(uow, actor.user, message, [c.classroom for c in running]):
        return kinds.remark(uow, actor, message)
    contract = _meant(uow, actor, message, running)
    if contract is None:
        return None
    said = replace(message.typed, text=share_of(uow, actor.user, contract.classroom, message.typed.text))
    what, numbers = _understood(uow, contract, said.text)
    if not numbers and message.heard.kind is Kind.ANSWER and not _is_of_later(uow, contract, said.text):
        return kinds.remark(uow, actor, message)
    return put(uow, actor, contract, what, numbers, said)


def put(
    uow: UnitOfWork, actor: Actor, contract: Contract, what: What, numbers: NumbersSaid, typed: TypedMessage
) -> None:
    """Ask whether it is to be noted; the words wait with it."""
    where = Place(About.CONTRACT, contract.id, contract.classroom)
    kept = asking.put(
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
            uow.now,
            number=as_text(numbers),
        ),
    )
    tell(uow, actor.user, ProgressOffered(kept.id, contract.id))


def beside(uow: UnitOfWork, actor: Actor, message: HeardMessage, classroom: int) -> tuple[Contract, NumbersSaid] | None:
    """The number that a message gives before it asks for something else, and the contract in this class that it counts
    for; None where there is none."""
    contract = running_in(uow, actor, classroom)
    if contract is None or not message.heard.numbers:
        return None
    moment = Moment.IDLE if message.place is None else Moment.CHECK_IN
    heard = hear(message.typed.text, moment, aims_of(uow, contract), lang=lang_of(uow, actor.user)).numbers
    return (contract, {i: number.value for i, number in heard.items()}) if heard else None


def put_beside(uow: UnitOfWork, actor: Actor, contract: Contract, numbers: NumbersSaid, typed: TypedMessage) -> None:
    """Ask whether a number is to be noted that stood beside something else. Those words were for that: they are not
    kept with it."""
    put(uow, actor, contract, What.PROGRESS, numbers, replace(typed, text=""))


def note_beside(uow: UnitOfWork, actor: Actor, asked: AskedBack, contract: Contract, numbers: NumbersSaid) -> None:
    """Note a number that stood beside something else, with none of those words."""
    where = Place(About.CONTRACT, contract.id, contract.classroom)
    note(uow, actor, replace(asked, places=(where,), text=""), numbers)


def as_text(numbers: NumbersSaid) -> str:
    """For an AskedBack."""
    return json.dumps({str(i): str(value) for i, value in numbers.items()})


def numbers_in(asked: AskedBack) -> NumbersSaid:
    """What `as_text` made of them."""
    return {int(i): Decimal(value) for i, value in json.loads(asked.number or "{}").items()}


def correct(uow: UnitOfWork, actor: Actor, text: str, ts: str) -> bool:
    """An edited message, while what it said waits for its yes, is shown back anew; False where it does not."""
    waits = asking.open_one(uow, actor.user)
    if waits is None or waits.what not in _OFFERS or waits.ts != ts or not waits.text:
        return False
    contract = uow.contracts.get(waits.places[0].ref)
    if contract is not None and text != waits.text:
        typed = TypedMessage(waits.channel, waits.thread, text, ts)
        put(uow, actor, contract, *_understood(uow, contract, text), typed)
    return True


@asking.answers(What.PROGRESS)
def decide(uow: UnitOfWork, actor: Actor, asked: AskedBack, yes: bool) -> None:
    if yes:
        note(uow, actor, asked, numbers_in(asked))
    asking.next_turn(uow, actor.user, None)


def choose(uow: UnitOfWork, actor: Actor, asked_back: int, target: int) -> None:
    """The number is for this target: that is the yes to it, too."""
    asked = asking.own(uow, actor, asked_back)
    numbers = numbers_in(asked) if asked.what is What.PROGRESS_FOR else {}
    if target not in numbers:
        raise Refusal("old-button")
    note(uow, actor, asked, {target: numbers[target]})
    asking.settle(uow, asked, "yes")
    asking.next_turn(uow, actor.user, None)


def only_one(uow: UnitOfWork, actor: Actor) -> int | None:
    """The actor's contract that takes numbers at any time; None where there are several, or none."""
    running = running_contracts(uow, actor)
    return running[0].id if len(running) == 1 else None


def open_form(uow: UnitOfWork, actor: Actor, contract: int) -> EarlyForm:
    """What the form for a check-in of now starts with."""
    found, classroom = running_one(uow, actor, contract)
    spared = spared_by(uow, found, classroom, uow.now)
    timezone = planning.zone_of(uow, found.student, classroom)
    due, targets = spared.due_at if spared else None, found.in_force.terms.targets
    return EarlyForm(contract, targets, due, timezone, uow.now, classroom.asks, taken_by(uow, classroom))


def log(uow: UnitOfWork, actor: Actor, contract: int, form: ReplyForm, handed: Handed = NOTHING_HANDED) -> None:
    """Take the form; where a check-in was opened meanwhile, as an answer to that. Files alone are no check-in."""
    found, _ = running_one(uow, actor, contract)
    if answering.take_handed(uow, actor, found.id, form, handed):
        return
    begun = begin(uow, actor, contract)
    finish(uow, actor, begun, answering.said_in(begun.sheet, form, uow.now))


def _meant(uow: UnitOfWork, actor: Actor, message: HeardMessage, running: list[Contract]) -> Contract | None:
    """The contract that it is about: the only one, that of the class that is named, or the one whose unit stands there.
    None where that does not tell; then Accord has asked."""
    of_class = {c.classroom: c for c in running}
    known = asking.known_class(uow, message, sorted(of_class))
    if known is None:
        known = by_unit(running, message.typed.text, lang_of(uow, actor.user))
    if known is None:
        asking.ask_which(uow, actor, message, sorted(of_class))
        return None
    return of_class[known]


def _understood(uow: UnitOfWork, contract: Contract, text: str) -> tuple[What, NumbersSaid]:
    """The number for each target that the words name; else one number, for whichever target it may be."""
    aims, lang = aims_of(uow, contract), lang_of(uow, contract.student)
    clear = numbers_of(text, Moment.IDLE, aims, lang)
    if clear:
        return What.PROGRESS, {i: number.value for i, number in clear.items()}
    possible = {i: numbers_of(text, Moment.IDLE, [aim], lang).get(0) for i, aim in enumerate(aims)}
    numbers = {i: number.value for i, number in possible.items() if number is not None}
    return What.PROGRESS_FOR if len(numbers) > 1 else What.PROGRESS, numbers


def _is_of_later(uow: UnitOfWork, contract: Contract, text: str) -> bool:
    """Whether the words give a number for a day that is to come."""
    targets, lang = contract.in_force.terms.targets, lang_of(uow, contract.student)
    return counts.speaks_of_later(text, lang) and counts.speaks_of_a_number(text, targets, lang)


def note(uow: UnitOfWork, actor: Actor, asked: AskedBack, numbers: NumbersSaid) -> None:
    """It is to be noted."""
    (where,) = asked.places
    begun = begin(uow, actor, where.ref)
    if any(i >= len(begun.sheet.targets) for i in numbers):
        raise Refusal("old-button")
    finish(uow, actor, begun, _said(begun.sheet, numbers, asked, uow.now))


def _said(sheet: ReplySheet, numbers: NumbersSaid, asked: AskedBack, now: datetime) -> dict[int, Reply]:
    """The replies that it changes: the words stand with the first, the numbers with their targets."""
    changed = {i: sheet.reply(i, now).with_value(v, asked.ts, confirmed=True) for i, v in numbers.items()}
    if asked.text:
        first = changed.get(0, sheet.reply(0, now))
        changed[0] = replace(first, typed={**first.typed, asked.ts: asked.text})
    return changed


def _offered(uow: UnitOfWork, notice: ProgressOffered, reader: str) -> ProgressBrief:
    asked, contract = uow.asked_back.get(notice.asked_back), uow.contracts.get(notice.contract)
    classroom = uow.classrooms.get(contract.classroom) if contract else None
    if asked is None or contract is None or classroom is None:
        raise NothingToSay("asked-back")
    only_to(asked.user, reader)
    numbers = numbers_in(asked)
    spared = spared_by(uow, contract, classroom, asked.asked_at) if numbers else None
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
        later=not numbers and _is_of_later(uow, contract, asked.text),
    )


_OFFERS = frozenset({What.PROGRESS, What.PROGRESS_FOR})


say(ProgressOffered, shown=_offered, blocks=unasked_messages.progress_offered)
