"""A message is taken as an answer, there where it belongs."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from bot.activities import access
from bot.activities.checking_in import answering, replying_sheet, responding
from bot.activities.contract.steps import newest_entry
from bot.activities.exchanging import use_cases as exchanging
from bot.activities.hearing import placing, turns
from bot.activities.hearing.kinds import Typed
from bot.activities.hearing.messages import Remark
from bot.activities.help import use_cases as helping
from bot.activities.ports import UnitOfWork
from bot.activities.proposing import interviewing
from bot.activities.reviewing import use_cases as reviewing
from bot.domain.actor import Actor
from bot.domain.contract import Contract, Status
from bot.domain.interview import About
from bot.domain.utterance import Place
from bot.messages.tell import tell

Take = Callable[[UnitOfWork, Actor, int, Typed, datetime], None]


def take(uow: UnitOfWork, actor: Actor, place: Place, typed: Typed, now: datetime) -> None:
    """Hand it on to whom it is for; then whatever else is open gets its turn."""
    lacked = _lacks_number(uow, actor, place)
    _TAKES[place.about](uow, actor, place.ref, typed, now)
    waits = _waits_for_yes(uow, actor, place) or placing.awaits_answer(uow, actor.user, place)
    waits = waits or (not lacked and _lacks_number(uow, actor, place))  # it was just asked how many it is
    if place.about in OWED and not waits:
        turns.next_turn(uow, actor.user, place, now)


def take_each(uow: UnitOfWork, actor: Actor, those: Sequence[tuple[Place, Typed]], now: datetime) -> None:
    """The same for a message that answers several check-ins, each with a part of it."""
    for place, part in those:
        _TAKES[place.about](uow, actor, place.ref, part, now)
    if not any(_waits_for_yes(uow, actor, place) for place, _ in those):
        turns.next_turn(uow, actor.user, those[-1][0], now)


def is_shown_back(uow: UnitOfWork, actor: Actor, place: Place) -> bool:
    """Whether a number of this check-in was shown back, and its student has not said that it is right."""
    sheet = _sheet(uow, actor, place)
    return sheet is not None and sheet.asks_if_right


def is_asked_about(uow: UnitOfWork, actor: Actor, place: Place, now: datetime) -> bool:
    """Whether its student was shown a number, or asked for one, and has not said yes or how many it is."""
    sheet = _sheet(uow, actor, place)
    if sheet is None:
        return False
    return sheet.asks_if_right or (sheet.lacks_number and replying_sheet.listens(sheet, now))


def is_corrected(uow: UnitOfWork, actor: Actor, place: Place, text: str) -> bool:
    """Whether a message gives another number in the place of one that stands: "sorry, I meant 13"."""
    sheet = _sheet(uow, actor, place)
    return sheet is not None and answering.corrects(sheet, text)


def still_listens(uow: UnitOfWork, actor: Actor, place: Place, now: datetime) -> bool:
    """Whether there may be more to say about a check-in that was answered."""
    sheet = _sheet(uow, actor, place)
    return sheet is not None and replying_sheet.listens(sheet, now)


def _lacks_number(uow: UnitOfWork, actor: Actor, place: Place) -> bool:
    """Whether this check-in was answered without a number."""
    sheet = _sheet(uow, actor, place)
    return sheet is not None and sheet.lacks_number


def _waits_for_yes(uow: UnitOfWork, actor: Actor, place: Place) -> bool:
    """Whether a number of this check-in is asked about."""
    sheet = _sheet(uow, actor, place)
    return sheet is not None and sheet.waits_for_yes


def _sheet(uow: UnitOfWork, actor: Actor, place: Place) -> replying_sheet.Sheet | None:
    return replying_sheet.sheet_or_none(uow, actor, place.ref) if place.about is About.CHECK_IN else None


def _check_in(uow: UnitOfWork, actor: Actor, check_in: int, typed: Typed, now: datetime) -> None:
    if not answering.hear_if_asked(uow, actor, check_in, typed.text, typed.ts, typed.numbers, now=now):
        helping.not_heard(uow, actor, typed.channel, now=now)
        return
    found = uow.check_ins.get(check_in)
    contract = uow.contracts.get(found.contract) if found else None
    if contract is not None:
        placing.put_focus(uow, actor.user, Place(About.CHECK_IN, check_in, contract.classroom), now)


def _interview(uow: UnitOfWork, actor: Actor, interview: int, typed: Typed, now: datetime) -> None:
    """A target is one sentence, however many messages it came in."""
    text = typed.text
    if "\n" in text and interviewing.step_of(uow, interview) == "statement":
        text = ", ".join(line.strip(" ,") for line in text.splitlines() if line.strip(" ,"))
    interviewing.hear(uow, actor, interview, text, typed.ts, now=now)


def _question(uow: UnitOfWork, actor: Actor, contract: int, typed: Typed, now: datetime) -> None:
    reviewing.hear(uow, actor, contract, typed.text, typed.ts, now=now)


def _shared(uow: UnitOfWork, actor: Actor, check_in: int, typed: Typed, now: datetime) -> None:
    """A teacher typed under the card of a check-in."""
    responding.respond(uow, actor, check_in, typed.text, typed.ts, now=now)
    tell(uow, actor.user, Remark("passed-on"), now)


def _proposal(uow: UnitOfWork, actor: Actor, contract: int, typed: Typed, now: datetime) -> None:
    """A teacher typed under what a student proposed, answered or asked: a question, or the answer to theirs, or a
    further part of it."""
    found, _ = access.contract_as_teacher(uow, actor, contract)
    if not reviewing.goes_on(uow, actor, found, typed.text, now):
        _begun(uow, actor, found, typed.text, now)
    tell(uow, actor.user, Remark("passed-on"), now)


def _begun(uow: UnitOfWork, actor: Actor, contract: Contract, text: str, now: datetime) -> None:
    if contract.status is Status.AMENDED:
        reviewing.explain(uow, actor, contract.id, newest_entry(uow, contract.id), text, now=now)
    else:
        reviewing.ask(uow, actor, contract.id, contract.on_the_table.number, text, now=now)


def _exchange(about: About) -> Take:
    def take(uow: UnitOfWork, actor: Actor, ref: int, typed: Typed, now: datetime) -> None:
        exchange = exchanging.exchange_of(uow, about, ref)
        exchanging.say(uow, actor, Place(about, ref, exchange.classroom), typed, now=now)

    return take


OWED = frozenset({About.CHECK_IN, About.INTERVIEW, About.QUESTION})

_TAKES: Mapping[About, Take] = {
    About.CHECK_IN: _check_in,
    About.INTERVIEW: _interview,
    About.QUESTION: _question,
    About.SHARED: _shared,
    About.PROPOSAL: _proposal,
    **{about: _exchange(about) for about in exchanging.EXCHANGES},
}

TAKEN_BY_TEACHERS = frozenset({About.SHARED, About.PROPOSAL})
