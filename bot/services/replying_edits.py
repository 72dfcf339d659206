"""A student edits or deletes a message that was an answer to a check-in."""

from dataclasses import replace
from datetime import datetime

from bot.domain.actor import Actor
from bot.domain.check_ins import Reply
from bot.language.hearing import Moment, Number, numbers_of
from bot.notices.checking_in import ReplyNoted, WordsTakenBack
from bot.services import before, undoing
from bot.services.aims import aims_of
from bot.services.ports import UnitOfWork
from bot.services.replying_back import say_what_stands
from bot.services.replying_numbers import Numbers, heard_in, with_numbers
from bot.services.replying_sheet import ANSWERABLE, Sheet, sheet_of
from bot.services.replying_store import celebrate, store
from bot.services.saying import tell


def correct(uow: UnitOfWork, actor: Actor, text: str, ts: str, *, now: datetime) -> bool:
    """An edited message corrects the answer that it gave; False where it gave none.

    The number that the message had given goes with its words, unless its student had called it right."""
    check_in = _check_in_of(uow, actor, ts)
    if check_in is None:
        return False
    sheet = sheet_of(uow, actor, check_in)
    if sheet.reply(0, now).typed.get(ts) == text:
        return True
    from_it = [i for i, r in sheet.replies.items() if ts in (r.source, r.waiting_source)]
    bare = replace(sheet, replies={i: r.without_message(ts) for i, r in sheet.replies.items()})
    numbers = _read_again(uow, bare, text, from_it)
    changed = {**bare.replies, **with_numbers(bare, numbers, ts, now)}
    changed[0] = _in_its_place(changed.get(0, bare.reply(0, now)), sheet.reply(0, now), text, ts)
    stood = before.how_it_stands(uow, sheet.place)
    stored = store(uow, sheet, changed, now)
    undoing.remember(uow, actor.user, sheet.place, stood, now)
    if numbers:
        tell(uow, actor.user, ReplyNoted(check_in), now)
    else:
        say_what_stands(uow, actor, replace(sheet, replies=changed), text, ts, now, took_its_number=bool(from_it))
    celebrate(uow, sheet.contract, stored, now)
    return True


def forget(uow: UnitOfWork, actor: Actor, ts: str, *, now: datetime) -> bool:
    """A deleted message takes its words out of the answer, and a number that nobody called right. False where it gave
    none."""
    check_in = _check_in_of(uow, actor, ts)
    if check_in is None:
        return False
    sheet = sheet_of(uow, actor, check_in)
    stored = store(uow, sheet, {i: r.without_message(ts) for i, r in sheet.replies.items()}, now)
    tell(uow, actor.user, WordsTakenBack(check_in), now)
    celebrate(uow, sheet.contract, stored, now)
    return True


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


def _in_its_place(reply: Reply, before: Reply, text: str, ts: str) -> Reply:
    """With the new words where the old ones stood."""
    return replace(reply, typed={t: text if t == ts else words for t, words in before.typed.items()})


def _check_in_of(uow: UnitOfWork, actor: Actor, ts: str) -> int | None:
    """The check-in that a message was about, in a contract that still takes answers."""
    contracts = [c.id for c in uow.contracts.open_for(actor.user) if c.status in ANSWERABLE]
    replies = uow.replies.all(contract=contracts, target=0) if contracts else []
    return next((r.check_in for r in reversed(replies) if ts in r.typed), None)
