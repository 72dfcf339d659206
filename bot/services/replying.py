"""A student answers a check-in: by the form, or by typing; and corrects the answer later."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from bot.domain import check_ins, correcting, counting, counting_several
from bot.domain.actor import Actor
from bot.domain.check_ins import ASKED, CheckInState, Reply
from bot.domain.contract import Contract
from bot.domain.errors import Refusal
from bot.notices.checking_in import HowManyNow, ReplyNoted, ReplyShared, WordsTakenBack
from bot.services import access, celebrating, drift, planning
from bot.services.ports import UnitOfWork
from bot.services.replying_back import ask_further, say_what_stands
from bot.services.replying_sheet import ANSWERABLE, Sheet, listens, sheet_of
from bot.services.saying import refresh, show_home, tell

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
    fields = [f"value-{i}" for i in range(len(sheet.targets))]
    texts = (*form.values, *("" for _ in fields))[: len(fields)]
    values = [counting.value_of(t, target, f) for t, target, f in zip(texts, sheet.targets, fields, strict=True)]
    _check_words(form)
    if all(v is None for v in values) and not any((form.worked, form.did_not_work, form.next_step, form.evidence)):
        raise Refusal("check-in-empty", field=fields[0])
    changed = {i: _with_value(sheet.reply(i, now), value, "", confirmed=True) for i, value in enumerate(values)}
    changed[0] = replace(
        changed[0],
        worked=form.worked.strip(),
        did_not_work=form.did_not_work.strip(),
        next_step=form.next_step.strip(),
        confidence=form.confidence if form.confidence in range(1, 6) else None,
        evidence=form.evidence.strip(),
    )
    stored = _store(uow, sheet, changed, now)
    if sheet.check_in.state is not CheckInState.ANSWERED:  # after that, what was said already is updated in place
        tell(uow, actor.user, ReplyNoted(check_in), now)
    _celebrate(uow, sheet, stored, now)


def hear(uow: UnitOfWork, actor: Actor, check_in: int, text: str, ts: str, *, now: datetime) -> None:
    """A typed answer. Its number is taken where it is sure, and shown back; the words are kept in any case."""
    _take(uow, actor, sheet_of(uow, actor, check_in), text, ts, now)


def hear_if_asked(uow: UnitOfWork, actor: Actor, check_in: int, text: str, ts: str, *, now: datetime) -> bool:
    """The same, where what the actor types now is about this check-in; False where it is not."""
    try:
        sheet = sheet_of(uow, actor, check_in)
    except Refusal:
        return False
    if not listens(sheet, now):
        return False
    _take(uow, actor, sheet, text, ts, now)
    return True


def _take(uow: UnitOfWork, actor: Actor, sheet: Sheet, text: str, ts: str, now: datetime) -> None:
    if not text.strip():
        raise Refusal("check-in-in-words")
    values = _values(sheet, text)
    stored = _store(uow, sheet, _typed(sheet, text, ts, values, now), now)
    if values:
        tell(uow, actor.user, ReplyNoted(sheet.check_in.id), now)
    else:
        ask_further(uow, actor, sheet, text, ts, now)
    _celebrate(uow, sheet, stored, now)


def right_or_not(uow: UnitOfWork, actor: Actor, check_in: int, right: bool, *, now: datetime) -> None:
    """A typed yes or no to what was shown back acts as a button, and is no part of the answer."""
    sheet = sheet_of(uow, actor, check_in)
    tell(uow, actor.user, ReplyNoted(check_in) if right else HowManyNow(check_in), now)
    if right:
        _confirm(uow, sheet, now)


def _values(sheet: Sheet, text: str) -> dict[int, Decimal]:
    """The numbers that a typed message gives. Words added to an answer leave its numbers alone, save to correct one."""
    values = counting_several.values_in(text, sheet.targets)
    if counting.is_just_a_number(text):
        return {i: v for i, v in values.items() if v != sheet.value(i) or not correcting.corrects(text)}
    taken = {i: v for i, v in values.items() if sheet.value(i) is None}
    alone = len(sheet.targets) == 1
    for i, target in enumerate(sheet.targets):
        stands = sheet.value(i)
        new = counting.correction_in(text, target, stands) if stands is not None and (alone or i in values) else None
        if new is not None:
            taken[i] = new
    return taken


def correct(uow: UnitOfWork, actor: Actor, text: str, ts: str, *, now: datetime) -> bool:
    """An edited message corrects the answer that it gave; False where it gave none."""
    check_in = _check_in_of(uow, actor, ts)
    if check_in is None:
        return False
    sheet = sheet_of(uow, actor, check_in)
    if sheet.reply(0, now).typed.get(ts) == text:
        return True
    before = {i: r.value for i, r in sheet.replies.items()}
    from_it = [i for i, r in sheet.replies.items() if r.source == ts]
    values = _read_again(sheet, text, from_it)
    changed = _typed(sheet, text, ts, values, now)
    for i in from_it:
        if i not in values:
            changed[i] = _with_value(changed.get(i, sheet.reply(i, now)), None, "", confirmed=True)
    stored = _store(uow, sheet, changed, now)
    if any(before.get(i) != v for i, v in values.items()):
        tell(uow, actor.user, ReplyNoted(check_in), now)
    elif not values:
        say_what_stands(uow, actor, sheet, text, ts, now, took_its_number=bool(from_it))
    _celebrate(uow, sheet, stored, now)
    return True


def forget(uow: UnitOfWork, actor: Actor, ts: str, *, now: datetime) -> bool:
    """A deleted message takes its words out of the answer; a number stays as noted. False where it gave none."""
    check_in = _check_in_of(uow, actor, ts)
    if check_in is None:
        return False
    sheet = sheet_of(uow, actor, check_in)
    first = sheet.reply(0, now)
    _store(uow, sheet, {0: replace(first, typed={t: text for t, text in first.typed.items() if t != ts})}, now)
    tell(uow, actor.user, WordsTakenBack(check_in), now)
    return True


def choose(uow: UnitOfWork, actor: Actor, check_in: int, target: int, ts: str, *, now: datetime) -> None:
    """The number typed in message `ts` belongs to this target."""
    sheet = sheet_of(uow, actor, check_in)
    text = sheet.reply(0, now).typed.get(ts)
    if text is None or not 0 <= target < len(sheet.targets):
        raise Refusal("old-button")
    value = counting.value_for(text, sheet.targets[target])
    if value is None:
        raise Refusal("old-button")
    others = {i: r for i, r in sheet.replies.items() if r.source == ts and i != target}
    changed = {i: _with_value(r, None, "", confirmed=True) for i, r in others.items()}
    changed[target] = _with_value(sheet.reply(target, now), value, ts, confirmed=True)
    _celebrate(uow, sheet, _store(uow, sheet, changed, now), now)


def note(uow: UnitOfWork, actor: Actor, check_in: int, numbers: Mapping[int, Decimal], *, now: datetime) -> None:
    """Numbers by target that the student wrote in another form: they join the answer, and its words stay."""
    sheet = sheet_of(uow, actor, check_in)
    changed = {i: _with_value(sheet.reply(i, now), value, "", confirmed=True) for i, value in numbers.items()}
    _celebrate(uow, sheet, _store(uow, sheet, changed, now), now)


def confirm(uow: UnitOfWork, actor: Actor, check_in: int, *, now: datetime) -> None:
    """The number that was shown back is right."""
    _confirm(uow, sheet_of(uow, actor, check_in), now)


def _confirm(uow: UnitOfWork, sheet: Sheet, now: datetime) -> None:
    confirmed = [replace(reply, confirmed=True) for reply in sheet.replies.values() if not reply.confirmed]
    for reply in confirmed:
        uow.replies.save(reply)
    refresh(uow, f"check-in:{sheet.check_in.id}", now)
    _celebrate(uow, sheet, confirmed, now)


def _check_words(form: ReplyForm) -> None:
    for name in ("worked", "did_not_work", "next_step", "evidence"):
        if len(getattr(form, name)) > TEXT_MOST:
            raise Refusal("too-long", field=name, most=TEXT_MOST)


def _with_value(reply: Reply, value: Decimal | None, source: str, *, confirmed: bool) -> Reply:
    """The number as it was stays as it was said."""
    if reply.value == value and not source:
        return replace(reply, confirmed=confirmed)
    return replace(reply, value=value, source=source, confirmed=confirmed)


def _typed(sheet: Sheet, text: str, ts: str, values: Mapping[int, Decimal], now: datetime) -> dict[int, Reply]:
    """The replies that a typed message changes: the words stand with the first, the numbers with their targets."""
    changed = {i: _with_value(sheet.reply(i, now), v, ts, confirmed=False) for i, v in values.items()}
    first = changed.get(0, sheet.reply(0, now))
    changed[0] = replace(first, typed={**first.typed, ts: text})
    return changed


def _read_again(sheet: Sheet, text: str, from_it: list[int]) -> dict[int, Decimal]:
    """The numbers of an edited message: for the targets that it spoke of, else for those without a number."""
    values = counting_several.values_in(text, sheet.targets)
    if not values and len(from_it) == 1 and from_it[0] < len(sheet.targets):
        value = counting.value_for(text, sheet.targets[from_it[0]])
        return {} if value is None else {from_it[0]: value}
    return {i: v for i, v in values.items() if i in from_it or sheet.value(i) is None}


def _check_in_of(uow: UnitOfWork, actor: Actor, ts: str) -> int | None:
    """The check-in that a message was about, in a contract that still takes answers."""
    contracts = [c.id for c in uow.contracts.open_for(actor.user) if c.status in ANSWERABLE]
    replies = uow.replies.all(contract=contracts, target=0) if contracts else []
    return next((r.check_in for r in reversed(replies) if ts in r.typed), None)


def _store(uow: UnitOfWork, sheet: Sheet, changed: Mapping[int, Reply], now: datetime) -> list[Reply]:
    """Save what was said; the first answer ends the check-in and plans the next; the teachers see it.

    Returns the replies whose number is new, or called right now."""
    contract, check_in = sheet.contract, sheet.check_in
    if check_in.state is not CheckInState.ANSWERED:
        let_stand(uow, contract, now, but=check_in.id)
        _end(uow, sheet, now)
    complete = {0: sheet.reply(0, now), **changed}
    stored = [_put(uow, sheet.replies.get(target), reply, now) for target, reply in sorted(complete.items())]
    drift.look(uow, contract, sheet.classroom, now)
    refresh(uow, f"check-in:{check_in.id}", now)
    show_home(uow, contract.student, now)
    for teacher in access.teachers_of(uow, sheet.classroom.id):
        tell(uow, teacher, ReplyShared(check_in.id), now, once=f"check-in:{check_in.id}:shared:{teacher}")
        show_home(uow, teacher, now)
    return [reply for reply in stored if reply is not None]


def _celebrate(uow: UnitOfWork, sheet: Sheet, stored: list[Reply], now: datetime) -> None:
    """What is reached comes after what was understood: first the answer, then the good news."""
    for reply in stored:
        celebrating.notice_points(uow, sheet.contract, reply, now=now)


def let_stand(uow: UnitOfWork, contract: Contract, now: datetime, *, but: int | None = None) -> None:
    """What was shown back at a check-in (`but` that one), and not taken back until now, holds without a press."""
    for reply in uow.replies.all(contract=contract.id, confirmed=False):
        if reply.check_in != but:
            uow.replies.save(replace(reply, confirmed=True))
            refresh(uow, f"check-in:{reply.check_in}", now)
            celebrating.notice_points(uow, contract, replace(reply, confirmed=True), now=now)


def _end(uow: UnitOfWork, sheet: Sheet, now: datetime) -> None:
    """The first answer. A missed check-in has its successor already."""
    ended = check_ins.answered(sheet.check_in, now)
    uow.check_ins.save(ended)
    planning.take_back(uow, ended.id)
    if sheet.check_in.state in ASKED:
        planning.write_next(uow, ended, sheet.contract, sheet.classroom, now)


def _put(uow: UnitOfWork, before: Reply | None, reply: Reply, now: datetime) -> Reply | None:
    """Store a new or changed reply; returns it where its number is new, or called right now."""
    if before is None:
        stored = uow.replies.add(reply)
    elif reply != before:
        stored = replace(reply, edited_at=now)
        uow.replies.save(stored)
    else:
        return None
    new = stored.value != (before.value if before else None)
    return stored if new or (stored.confirmed and before is not None and not before.confirmed) else None
