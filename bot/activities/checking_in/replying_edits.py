"""A student edits or deletes a message that was an answer to a check-in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.activities.checking_in import reopening, undoing
from bot.activities.checking_in.notices import ReplyNoted, WordsTakenBack
from bot.activities.checking_in.replying_back import say_what_stands
from bot.activities.checking_in.replying_numbers import Numbers, heard_in, with_numbers
from bot.activities.checking_in.replying_sheet import ANSWERABLE, Sheet, sheet_of
from bot.activities.checking_in.replying_store import celebrate, store
from bot.activities.contract.aims import aims_of
from bot.activities.hearing import before
from bot.activities.hearing.placing import shares
from bot.activities.ports import UnitOfWork
from bot.domain.actor import Actor
from bot.domain.check_ins import Reply
from bot.domain.utterance import seconds
from bot.language.hearing import Moment, Number, numbers_of
from bot.messages.tell import tell


def correct(uow: UnitOfWork, actor: Actor, text: str, ts: str, *, now: datetime) -> bool:
    """An edited message corrects the answer that it gave, or was a part of; False where it gave none.

    The number that the message had given goes with its words, unless its student had called it right."""
    answered = _check_ins_of(uow, actor, ts)
    parts = shares(uow, actor.user, text)
    for check_in in answered:
        sheet = sheet_of(uow, actor, check_in)
        part = parts.get(sheet.classroom.id) if parts else text if len(answered) == 1 else None
        if part is not None and sheet.reply(0, now).typed[ts] != part:
            _hear_anew(uow, actor, sheet, ts, part, now)
        elif parts and part is None:
            _forget(uow, actor, sheet, ts, now)
    return bool(answered)


def forget(uow: UnitOfWork, actor: Actor, ts: str, *, now: datetime) -> bool:
    """A deleted message takes its words out of the answer, and a number that nobody called right. What else was
    written within seconds of it is heard anew. A check-in of which nothing is left is open again. False where the
    message gave no answer."""
    answered = _check_ins_of(uow, actor, ts)
    for check_in in answered:
        _forget(uow, actor, sheet_of(uow, actor, check_in), ts, now)
    return bool(answered)


def _forget(uow: UnitOfWork, actor: Actor, sheet: Sheet, ts: str, now: datetime) -> None:
    if len(sheet.reply(0, now).parts_of(ts)) > 1:
        _hear_anew(uow, actor, sheet, ts, None, now)
        return
    left = {i: r.without_message(ts) for i, r in sheet.replies.items()}
    stored = store(uow, sheet, left, now)
    if not any(r.says_something for r in left.values()):
        reopening.reopen(uow, sheet, now)
    tell(uow, actor.user, WordsTakenBack(sheet.check_in.id), now)
    celebrate(uow, sheet.contract, stored, now)


def keep_apart(uow: UnitOfWork, check_in: int, ts: str, parts: Mapping[str, str]) -> None:
    """What was heard as one message, with the ts of its first part, is kept by its parts, each of which can be edited.
    Nothing changes where it is no part of the answer."""
    reply = next((r for r in uow.replies.all(check_in=check_in, target=0) if ts in r.typed), None)
    if reply is not None:
        uow.replies.save(reply.in_parts(ts, {part: parts[part] for part in sorted(parts, key=seconds) if part != ts}))


def _hear_anew(uow: UnitOfWork, actor: Actor, sheet: Sheet, ts: str, text: str | None, now: datetime) -> None:
    """One part of a message says something else now, or is gone (None)."""
    first = sheet.reply(0, now)
    parts = first.parts_of(ts)
    words = {part: text if part == ts else said for part, said in first.typed.items()}
    left = replace(first, typed={part: said for part, said in words.items() if said is not None})
    whole = left.words_of([part for part in parts if part in left.typed])
    from_it = [i for i, r in sheet.replies.items() if {r.source, r.waiting_source} & set(parts)]
    bare = replace(sheet, replies={i: _without(r, parts) for i, r in sheet.replies.items()})
    numbers = _read_again(uow, bare, whole, from_it)
    source = next(part for part in parts if part in left.typed)
    changed = {**bare.replies, **with_numbers(bare, numbers, source, now)}
    changed[0] = replace(changed.get(0, bare.reply(0, now)), typed=left.typed)
    stood = before.how_it_stands(uow, sheet.place)
    stored = store(uow, sheet, changed, now)
    undoing.remember(uow, actor.user, sheet.place, stood, now)
    if numbers:
        tell(uow, actor.user, ReplyNoted(sheet.check_in.id), now)
    else:
        stands = replace(sheet, replies=changed)
        say_what_stands(uow, actor, stands, whole, source, now, took_its_number=bool(from_it))
    celebrate(uow, sheet.contract, stored, now)


def _without(reply: Reply, parts: Sequence[str]) -> Reply:
    for part in parts:
        reply = reply.without_message(part)
    return reply


def _read_again(uow: UnitOfWork, sheet: Sheet, text: str, from_it: list[int]) -> dict[int, Number]:
    """The numbers of an edited message: for the targets that it spoke of, else for those without a number. `sheet` is
    how the check-in stands without it."""
    heard: Numbers = heard_in(uow, sheet, text)
    if not heard and len(from_it) == 1 and from_it[0] < len(sheet.targets):
        alone = numbers_of(text, Moment.CHECK_IN, [aims_of(uow, sheet.contract)[from_it[0]]]).get(0)
        heard = {} if alone is None else {from_it[0]: alone}
    meant = {i: n for i, n in heard.items() if i in from_it or sheet.value(i) is None}
    return {
        i: Number(n.value, n.sure and not _was_called_right(sheet, i))
        for i, n in meant.items()
        if n.value != sheet.value(i)
    }


def _was_called_right(sheet: Sheet, place: int) -> bool:
    reply = sheet.replies.get(place)
    return reply is not None and reply.value is not None and reply.confirmed


def _check_ins_of(uow: UnitOfWork, actor: Actor, ts: str) -> list[int]:
    """The check-ins that a message was about, in contracts that still take answers: one, or one in each of the classes
    that it spoke of."""
    contracts = [c.id for c in uow.contracts.open_for(actor.user) if c.status in ANSWERABLE]
    replies = uow.replies.all(contract=contracts, target=0) if contracts else []
    return [r.check_in for r in replies if ts in r.typed]
