"""A student answers a check-in: by the form, by typing, or by one press; and says whether a number is right."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from bot.activities.checking_in import undoing
from bot.activities.checking_in.notices import HowManyNow, ReplyNoted
from bot.activities.checking_in.replying_back import ask_further
from bot.activities.checking_in.replying_numbers import Numbers, heard_in, taken_from, with_numbers
from bot.activities.checking_in.replying_sheet import Sheet, listens, sheet_of, sheet_or_none
from bot.activities.checking_in.replying_store import celebrate, store
from bot.activities.checking_in.written_numbers import written
from bot.activities.contract.aims import aims_of
from bot.activities.hearing import before
from bot.activities.ports import UnitOfWork
from bot.domain.actor import Actor
from bot.domain.check_ins import CheckInState, Reply
from bot.domain.errors import Refusal
from bot.language.hearing import Moment, numbers_of
from bot.messages.tell import tell

TEXT_MOST = 1000
"""Characters for each field of the form: an answer that is longer is not read."""


@dataclass(frozen=True, slots=True)
class ReplyForm:
    """What the form holds: `values` are the numbers as typed, one for each target."""

    values: tuple[str, ...]
    worked: str = ""
    did_not_work: str = ""
    next_step: str = ""
    confidence: int | None = None
    evidence: str = ""


def log(uow: UnitOfWork, actor: Actor, check_in: int, form: ReplyForm, *, now: datetime) -> None:
    """Take the form, or the form edited."""
    sheet = sheet_of(uow, actor, check_in)
    changed = said_in(sheet, form, now)
    stood = before.how_it_stands(uow, sheet.place)
    stored = store(uow, sheet, changed, now)
    undoing.remember(uow, actor.user, sheet.place, stood, now)
    if sheet.check_in.state is not CheckInState.ANSWERED:  # after that, what was said already is updated in place
        tell(uow, actor.user, ReplyNoted(check_in), now)
    celebrate(uow, sheet.contract, stored, now)


def said_in(sheet: Sheet, form: ReplyForm, now: datetime) -> dict[int, Reply]:
    """The replies that a form changes: all of them. Raises Refusal under the field that can not be taken."""
    fields = [f"value-{i}" for i in range(len(sheet.targets))]
    texts = (*form.values, *("" for _ in fields))[: len(fields)]
    values = [written(t, target, f) for t, target, f in zip(texts, sheet.targets, fields, strict=True)]
    _check_words(form)
    if all(v is None for v in values) and not any((form.worked, form.did_not_work, form.next_step, form.evidence)):
        raise Refusal("check-in-empty", field=fields[0])
    changed = {i: sheet.reply(i, now).with_value(value, confirmed=True) for i, value in enumerate(values)}
    changed[0] = replace(
        changed[0],
        worked=form.worked.strip(),
        did_not_work=form.did_not_work.strip(),
        next_step=form.next_step.strip(),
        confidence=form.confidence if form.confidence in range(1, 6) else None,
        evidence=form.evidence.strip(),
    )
    return changed


def hear(
    uow: UnitOfWork, actor: Actor, check_in: int, text: str, ts: str, heard: Numbers | None = None, *, now: datetime
) -> None:
    """A typed answer. Its number is shown back: it counts where it is sure, and waits for a yes where it is not. The
    words are kept in any case. `heard` are its numbers, where it was heard as an answer to this check-in already."""
    _take(uow, actor, sheet_of(uow, actor, check_in), text, ts, heard, now)


def hear_if_asked(
    uow: UnitOfWork, actor: Actor, check_in: int, text: str, ts: str, heard: Numbers | None = None, *, now: datetime
) -> bool:
    """The same, where what the actor types now is about this check-in; False where it is not."""
    sheet = sheet_or_none(uow, actor, check_in)
    if sheet is None or not listens(sheet, now):
        return False
    _take(uow, actor, sheet, text, ts, heard, now)
    return True


def _take(
    uow: UnitOfWork, actor: Actor, sheet: Sheet, text: str, ts: str, heard: Numbers | None, now: datetime
) -> None:
    if not text.strip():
        raise Refusal("check-in-in-words")
    numbers = taken_from(uow, sheet, text, heard_in(uow, sheet, text) if heard is None else heard)
    stored = store(uow, sheet, _typed(sheet, text, ts, numbers, now), now)
    if numbers:
        tell(uow, actor.user, ReplyNoted(sheet.check_in.id), now)
    else:
        ask_further(uow, actor, sheet, text, ts, now)
    celebrate(uow, sheet.contract, stored, now)


def _typed(sheet: Sheet, text: str, ts: str, numbers: Numbers, now: datetime) -> dict[int, Reply]:
    """The replies that a typed message changes: the words stand with the first, the numbers with their targets."""
    changed = with_numbers(sheet, numbers, ts, now)
    first = changed.get(0, sheet.reply(0, now))
    changed[0] = replace(first, typed={**first.typed, ts: text})
    return changed


def right_or_not(uow: UnitOfWork, actor: Actor, check_in: int, right: bool, *, now: datetime) -> None:
    """A typed yes or no to what was shown back acts as a button, and is no part of the answer."""
    sheet = sheet_of(uow, actor, check_in)
    tell(uow, actor.user, ReplyNoted(check_in) if right else HowManyNow(check_in, after_no=True), now)
    _call(uow, actor, sheet, right, now)


def confirm(uow: UnitOfWork, actor: Actor, check_in: int, *, now: datetime) -> None:
    """The number that was shown back is right."""
    _call(uow, actor, sheet_of(uow, actor, check_in), True, now)


def _call(uow: UnitOfWork, actor: Actor, sheet: Sheet, right: bool, now: datetime) -> None:
    called = {i: r.called_right() if right else r.called_wrong() for i, r in sheet.replies.items()}
    if called == sheet.replies:
        return
    stood = before.how_it_stands(uow, sheet.place)
    stored = store(uow, sheet, called, now)
    undoing.go_on(uow, actor.user, sheet.place, stood, now)
    celebrate(uow, sheet.contract, stored, now)


def choose(uow: UnitOfWork, actor: Actor, check_in: int, target: int, ts: str, *, now: datetime) -> None:
    """The number typed in message `ts` belongs to this target."""
    sheet = sheet_of(uow, actor, check_in)
    said = sheet.reply(0, now)
    if ts not in said.typed or not 0 <= target < len(sheet.targets):
        raise Refusal("old-button")
    text = said.words_of(said.parts_of(ts))
    number = numbers_of(text, Moment.CHECK_IN, [aims_of(uow, sheet.contract)[target]]).get(0)
    if number is None:
        raise Refusal("old-button")
    others = {i: r for i, r in sheet.replies.items() if r.source == ts and i != target}
    changed = {i: r.with_value(None, confirmed=True) for i, r in others.items()}
    changed[target] = sheet.reply(target, now).with_value(number.value, ts, confirmed=True)
    stood = before.how_it_stands(uow, sheet.place)
    stored = store(uow, sheet, changed, now)
    undoing.go_on(uow, actor.user, sheet.place, stood, now)
    celebrate(uow, sheet.contract, stored, now)


def note(uow: UnitOfWork, actor: Actor, check_in: int, numbers: Mapping[int, Decimal], *, now: datetime) -> None:
    """Numbers by target that the student wrote in another form: they join the answer, and its words stay."""
    sheet = sheet_of(uow, actor, check_in)
    changed = {i: sheet.reply(i, now).with_value(value, confirmed=True) for i, value in numbers.items()}
    celebrate(uow, sheet.contract, store(uow, sheet, changed, now), now)


def _check_words(form: ReplyForm) -> None:
    for name in ("worked", "did_not_work", "next_step", "evidence"):
        if len(getattr(form, name)) > TEXT_MOST:
            raise Refusal("too-long", field=name, most=TEXT_MOST)
