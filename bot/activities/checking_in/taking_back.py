"""What was said at a check-in is edited, deleted, or taken back; and where nothing is left of it, it waits again."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.activities import access
from bot.activities.checking_in import answering, planning
from bot.activities.checking_in.answering import NumbersHeard, celebrate, heard_in, say_what_stands, store, with_numbers
from bot.activities.checking_in.messages import CheckInMissed, WordsTakenBack
from bot.activities.checking_in.replying_sheet import ANSWERABLE, ReplySheet, sheet_of, sheet_or_none
from bot.activities.contract.reads import aims_of
from bot.activities.hearing import bursts
from bot.activities.hearing.placing import put_focus, shares
from bot.activities.mentoring import stopping as mentors
from bot.domain import check_ins
from bot.domain.actor import Actor
from bot.domain.check_ins import REMIND_AFTER, CheckIn, CheckInState, Reply, out_of_quiet
from bot.domain.contract import RUNNING
from bot.domain.utterance import seconds
from bot.language.hearing import Moment, Number, numbers_of
from bot.messages.tell import refresh, show_home, tell
from storage.unit_of_work import UnitOfWork

# A check-in waits for an answer again: nothing is left of it, since its student deleted all that they had said, or it
# was set aside by mistake.


def reopen(uow: UnitOfWork, sheet: ReplySheet) -> None:
    """Let it stand as if nothing had been said: asked, with the reminder to come, where there is time for one; else
    missed, where the teachers were told so, or left out. It takes an answer in any case."""
    check_in = check_ins.unanswered(sheet.check_in)
    wake_at = _reminded_at(uow, sheet)
    if wake_at is not None:
        uow.check_ins.save(check_ins.asked_again(check_in, wake_at))
        _without_the_next(uow, check_in)
        put_focus(uow, check_in.student, sheet.place)
    elif _was_missed(uow, check_in):
        uow.check_ins.save(check_ins.missed(check_in, uow.now))
    else:
        uow.check_ins.save(check_ins.excused(check_in))
    refresh(uow, f"check-in:{check_in.id}")
    mentors.follow(uow, check_in.contract)
    for user in (check_in.student, *access.teachers_of(uow, sheet.classroom.id)):
        show_home(uow, user)


def reopen_excused(uow: UnitOfWork, actor: Actor, those: Sequence[int]) -> None:
    """The same for the actor's check-ins that were set aside by mistake, as far as they still are."""
    for check_in in those:
        sheet = sheet_or_none(uow, actor, check_in)
        if sheet is not None and sheet.check_in.state is CheckInState.EXCUSED:
            reopen(uow, sheet)


def _reminded_at(uow: UnitOfWork, sheet: ReplySheet) -> datetime | None:
    """When a reminder comes; None where the check-in was never asked, or is over by then."""
    check_in, contract = sheet.check_in, sheet.contract
    if contract.status not in RUNNING or _was_missed(uow, check_in) or not _was_asked(uow, check_in):
        return None
    timezone = planning.zone_of(uow, contract.student, sheet.classroom)
    moment = max(check_in.due_at + REMIND_AFTER, uow.now + planning.BREATH)
    wake_at = out_of_quiet(moment, sheet.classroom, timezone)
    later = [c for c in uow.check_ins.of_contract(contract.id) if c.number > check_in.number]
    in_time = all(c.state is CheckInState.PLANNED and wake_at <= c.due_at for c in later)
    return wake_at if in_time else None


def _was_asked(uow: UnitOfWork, check_in: CheckIn) -> bool:
    onces = [f"check-in:{check_in.id}:{word}" for word in (planning.PROMPT, planning.REMINDER)]
    return uow.outbox.were_queued(onces)


def _was_missed(uow: UnitOfWork, check_in: CheckIn) -> bool:
    told_before = (card.notice == CheckInMissed.kind for card in uow.outbox.cards(f"check-in:{check_in.id}"))
    return check_in.missed_at is not None or any(told_before)


def _without_the_next(uow: UnitOfWork, check_in: CheckIn) -> None:
    """Its answer had planned the check-in after it."""
    for later in uow.check_ins.in_state(check_in.contract, CheckInState.PLANNED):
        uow.check_ins.remove(later.id)


# A student edits or deletes a message that was an answer to a check-in.


def correct(uow: UnitOfWork, actor: Actor, text: str, ts: str) -> bool:
    """An edited message corrects the answer that it gave, or was a part of; False where it gave none.

    The number that the message had given goes with its words, unless its student had called it right."""
    answered = _check_ins_of(uow, actor, ts)
    parts = shares(uow, actor.user, text)
    for check_in in answered:
        sheet = sheet_of(uow, actor, check_in)
        part = parts.get(sheet.classroom.id) if parts else text if len(answered) == 1 else None
        if part is not None and sheet.reply(0, uow.now).typed[ts] != part:
            _hear_anew(uow, actor, sheet, ts, part)
        elif parts and part is None:
            _forget(uow, actor, sheet, ts)
    return bool(answered)


def forget(uow: UnitOfWork, actor: Actor, ts: str) -> bool:
    """A deleted message takes its words out of the answer, and a number that nobody called right. What else was
    written within seconds of it is heard anew. A check-in of which nothing is left is open again. False where the
    message gave no answer."""
    answered = _check_ins_of(uow, actor, ts)
    for check_in in answered:
        _forget(uow, actor, sheet_of(uow, actor, check_in), ts)
    return bool(answered)


def _forget(uow: UnitOfWork, actor: Actor, sheet: ReplySheet, ts: str) -> None:
    if len(sheet.reply(0, uow.now).parts_of(ts)) > 1:
        _hear_anew(uow, actor, sheet, ts, None)
        return
    left = {i: r.without_message(ts) for i, r in sheet.replies.items()}
    stored = store(uow, sheet, left)
    if not any(r.says_something for r in left.values()):
        reopen(uow, sheet)
    tell(uow, actor.user, WordsTakenBack(sheet.check_in.id))
    celebrate(uow, sheet.contract, stored)


def keep_apart(uow: UnitOfWork, check_in: int, ts: str, parts: Mapping[str, str]) -> None:
    """What was heard as one message, with the ts of its first part, is kept by its parts, each of which can be edited.
    Nothing changes where it is no part of the answer."""
    found = uow.check_ins.get(check_in)
    said = uow.replies.to(found) if found is not None else []
    reply = next((r for r in said if r.target == 0 and ts in r.typed), None)
    if reply is not None:
        uow.replies.save(reply.in_parts(ts, {part: parts[part] for part in sorted(parts, key=seconds) if part != ts}))


def _hear_anew(uow: UnitOfWork, actor: Actor, sheet: ReplySheet, ts: str, text: str | None) -> None:
    """One part of a message says something else now, or is gone (None)."""
    first = sheet.reply(0, uow.now)
    parts = first.parts_of(ts)
    words = {part: text if part == ts else said for part, said in first.typed.items()}
    left = replace(first, typed={part: said for part, said in words.items() if said is not None})
    whole = left.words_of([part for part in parts if part in left.typed])
    from_it = [i for i, r in sheet.replies.items() if {r.source, r.waiting_source} & set(parts)]
    bare = replace(sheet, replies={i: _without(r, parts) for i, r in sheet.replies.items()})
    before_it = [i for i, r in sheet.replies.items() if _was_said_before(r, parts)]
    numbers = _read_again(uow, bare, whole, [*from_it, *before_it])
    source = next(part for part in parts if part in left.typed)
    changed = {**bare.replies, **with_numbers(bare, numbers, source, uow.now)}
    changed[0] = replace(changed.get(0, bare.reply(0, uow.now)), typed=left.typed)
    stood = bursts.how_it_stands(uow, sheet.place)
    stored = store(uow, sheet, changed)
    answering.remember(uow, actor.user, sheet.place, stood)
    if numbers:
        answering.show_back(uow, actor.user, sheet.place)
    else:
        stands = replace(sheet, replies=changed)
        say_what_stands(uow, actor, stands, whole, source, took_its_number=bool(from_it))
    celebrate(uow, sheet.contract, stored)


def _was_said_before(reply: Reply, parts: Sequence[str]) -> bool:
    """Whether its number was typed in an earlier message than these parts: then what they say now is the newer."""
    return 0 < seconds(reply.source) < seconds(parts[0])


def _without(reply: Reply, parts: Sequence[str]) -> Reply:
    for part in parts:
        reply = reply.without_message(part)
    return reply


def _read_again(uow: UnitOfWork, sheet: ReplySheet, text: str, from_it: list[int]) -> dict[int, Number]:
    """The numbers of an edited message: for the targets that it spoke of, else for those without a number. `sheet` is
    how the check-in stands without it."""
    heard: NumbersHeard = heard_in(uow, sheet, text)
    if not heard and len(from_it) == 1 and from_it[0] < len(sheet.targets):
        alone = numbers_of(text, Moment.CHECK_IN, [aims_of(uow, sheet.contract)[from_it[0]]], sheet.lang).get(0)
        heard = {} if alone is None else {from_it[0]: alone}
    meant = {i: n for i, n in heard.items() if i in from_it or sheet.value(i) is None}
    return {
        i: Number(n.value, n.sure and not _was_called_right(sheet, i))
        for i, n in meant.items()
        if n.value != sheet.value(i)
    }


def _was_called_right(sheet: ReplySheet, place: int) -> bool:
    reply = sheet.replies.get(place)
    return reply is not None and reply.value is not None and reply.confirmed


def _check_ins_of(uow: UnitOfWork, actor: Actor, ts: str) -> list[int]:
    """The check-ins that a message was about, in contracts that still take answers: one, or one in each of the classes
    that it spoke of."""
    contracts = [c.id for c in uow.contracts.open_for(actor.user) if c.status in ANSWERABLE]
    replies = uow.replies.on_target(contracts, 0) if contracts else []
    return [r.check_in for r in replies if ts in r.typed]
