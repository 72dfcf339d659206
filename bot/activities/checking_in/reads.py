"""What the messages about check-ins need, read when they are sent; and what the forms start with."""

from dataclasses import replace
from datetime import datetime

from bot.activities import access
from bot.activities.celebrating import use_cases as celebrating
from bot.activities.changing import messages as changing_messages
from bot.activities.checking_in import answering, messages, planning, unasked_messages
from bot.activities.checking_in.brief_messages import CheckInBrief
from bot.activities.checking_in.messages import (
    CheckInDue,
    CheckInMissed,
    CheckInReminder,
    HowManyNow,
    NextBrief,
    NoCheckInNow,
    NumberStands,
    NumberWanted,
    OfCheckIn,
    ReplyNoted,
    ReplyShared,
    Responded,
    ResponseBrief,
    TargetWanted,
    WhichNumber,
    WordsKept,
    WordsTakenBack,
)
from bot.activities.checking_in.replying_sheet import ANSWERABLE, sheet_of
from bot.activities.evidence.taking import taken_by
from bot.activities.feedback import uptake_reads
from bot.activities.hearing import messages as hearing_messages
from bot.activities.hearing.messages import CheckInAgain, LeftOut
from bot.activities.looking_back import halfway
from bot.domain import recurrence
from bot.domain.actor import Actor
from bot.domain.check_ins import AWAITING, CheckIn, CheckInState, Reply
from bot.domain.contract import RUNNING, Contract
from bot.domain.evidence import PieceState, can_be_sent, is_asked_for
from bot.domain.outbox import DeliveryState
from bot.domain.phases import was_set_back
from bot.domain.schedule import Schedule
from bot.messages.briefs import NothingToSay, name_of, only_a_party, only_to, say
from bot.messages.tell import tell
from storage.unit_of_work import UnitOfWork


def open_log(uow: UnitOfWork, actor: Actor, check_in: int) -> CheckInBrief:
    """What the form for a check-in of the actor starts with."""
    return brief_of(uow, sheet_of(uow, actor, check_in).check_in)


def newest_awaiting(uow: UnitOfWork, actor: Actor) -> CheckInBrief | None:
    """The actor's newest check-in that waits for an answer, or None."""
    waiting = [c for c in access.own_contracts(uow, actor.user) if c.status in ANSWERABLE]
    if not waiting:
        return None
    found = uow.check_ins.newest([c.id for c in waiting], tuple(AWAITING))
    return brief_of(uow, found) if found else None


def say_when(uow: UnitOfWork, actor: Actor) -> None:
    """Nothing waits for an answer: tell when the next check-in comes."""
    tell(uow, actor.user, NoCheckInNow())


def _of_check_in(uow: UnitOfWork, notice: OfCheckIn | CheckInAgain | LeftOut, reader: str) -> CheckInBrief:
    found = uow.check_ins.get(notice.check_in)
    if found is None:
        raise NothingToSay("check-in")
    return _for_a_party(uow, found, reader)


def _shared(uow: UnitOfWork, notice: ReplyShared, reader: str) -> CheckInBrief:
    """An answer that was taken back before anybody saw it is not told. Whoever saw it reads that it was taken back, on
    the same card, though they have stopped teaching since."""
    found = uow.check_ins.get(notice.check_in)
    if found is None:
        raise NothingToSay("check-in")
    if found.state is CheckInState.ANSWERED:
        responses = [r for r in uow.responses.to(found.id) if r.stands]
        named = tuple((name_of(uow, r.teacher), r) for r in responses)
        return replace(_for_a_party(uow, found, reader), responses=named)
    if not _was_shared(uow, notice, reader):
        raise NothingToSay("taken back")
    return brief_of(uow, found)


def _was_shared(uow: UnitOfWork, notice: ReplyShared, reader: str) -> bool:
    cards = uow.outbox.cards(f"check-in:{notice.check_in}")
    return any((c.reader, c.notice, c.state) == (reader, notice.kind, DeliveryState.SENT) for c in cards)


def _responded(uow: UnitOfWork, notice: Responded, reader: str) -> ResponseBrief:
    response = uow.responses.get(notice.response)
    check_in = uow.check_ins.get(response.check_in) if response is not None else None
    if response is None or check_in is None or not (response.stands or response.taken_back_at):
        raise NothingToSay("response")
    only_to(check_in.student, reader)
    contract = uow.contracts.get(check_in.contract) if response.text else None
    ways = uptake_reads.shown_of_response(uow, response, contract) if contract is not None else None
    return ResponseBrief(response, name_of(uow, response.teacher), brief_of(uow, check_in).went_forward, ways)


def _next(uow: UnitOfWork, notice: NoCheckInNow, reader: str) -> NextBrief:
    running = [c for c in uow.contracts.open_for(reader) if c.status in RUNNING]
    coming = []
    timezone = "UTC"
    for contract in running:
        classroom = uow.classrooms.get(contract.classroom)
        if classroom is not None:
            timezone = planning.zone_of(uow, reader, classroom)
            coming.append((contract.id, classroom.name, _next_of(uow, contract)))
    return NextBrief(tuple(coming), timezone)


def newest_replies(uow: UnitOfWork, contract: Contract, before: CheckIn | None = None) -> dict[int, Reply]:
    """The newest reply with a number for each target; only from check-ins earlier than `before`, where given."""
    replies = [r for r in uow.replies.on(contract.id) if r.value is not None]
    if before is not None:
        replies = [r for r in replies if r.check_in < before.id]
    return {r.target: r for r in sorted(replies, key=lambda r: r.check_in)}


def _practised_before(uow: UnitOfWork, check_in: CheckIn) -> dict[int, int]:
    earlier = sorted((r for r in uow.replies.on(check_in.contract) if r.check_in < check_in.id), key=_by_check_in)
    return {r.target: r.practised for r in earlier if r.practised is not None}


def _set_back(uow: UnitOfWork, contract: Contract, check_in: CheckIn) -> bool:
    """Whether the number of any target went back at the check-in before."""
    earlier = sorted((r for r in uow.replies.on(contract.id) if r.check_in < check_in.id), key=_by_check_in)
    return any(
        was_set_back(target, [r.value for r in earlier if r.target == place and r.value is not None])
        for place, target in enumerate(contract.in_force.terms.targets)
    )


def _by_check_in(reply: Reply) -> int:
    return reply.check_in


def _for_a_party(uow: UnitOfWork, check_in: CheckIn, reader: str) -> CheckInBrief:
    brief = brief_of(uow, check_in)
    only_a_party(uow, brief.contract, reader)
    return brief


def _with_undo(uow: UnitOfWork, notice: ReplyNoted | TargetWanted, reader: str) -> CheckInBrief:
    brief = _of_check_in(uow, notice, reader)
    if reader != brief.check_in.student:
        return brief
    to_reach = celebrating.to_say(uow, brief.contract) if brief.open else ()
    middle = brief.in_the_middle and halfway.is_open(uow, brief.contract)
    return replace(brief, undo=answering.open_for(uow, brief.check_in), to_reach=to_reach, halfway=middle)


def _due(uow: UnitOfWork, notice: CheckInDue, reader: str) -> CheckInBrief:
    brief = _of_check_in(uow, notice, reader)
    return replace(brief, to_show=_to_show(uow, brief))


_WERE_SAID = tuple(set(CheckInState) - {CheckInState.PLANNED, CheckInState.DROPPED, CheckInState.EXCUSED})


def _to_show(uow: UnitOfWork, brief: CheckInBrief) -> tuple[int, ...]:
    """Targets near their due date for which nothing was sent yet, at the first check-in that comes so near."""
    contract, terms = brief.contract, brief.contract.in_force.terms
    rarely = bool(terms.after_each or terms.alternates_from)
    asked_on = recurrence.local_day(brief.check_in.due_at, brief.timezone)
    if contract.status not in RUNNING or not any(is_asked_for(t, asked_on, (), rarely=rarely) for t in terms.targets):
        return ()
    others = uow.check_ins.in_state([contract.id], _WERE_SAID)
    earlier = [recurrence.local_day(c.due_at, brief.timezone) for c in others if c.number < brief.check_in.number]
    sent = {p.target for p in uow.pieces.of_contract(contract.id) if p.state in (PieceState.COMING, PieceState.KEPT)}
    return tuple(
        place
        for place, target in enumerate(terms.targets)
        if place not in sent
        and None not in sent
        and can_be_sent(target.evidence, brief.takes.kinds)
        and is_asked_for(target, asked_on, earlier, rarely=rarely)
    )


def brief_of(uow: UnitOfWork, check_in: CheckIn, *, ahead: bool = True) -> CheckInBrief:
    """`ahead`: with when the next ones come, which a prompt and its student read."""
    contract, classroom = planning.contract_of(uow, check_in)
    if ahead:
        schedule = planning.schedule_of(uow, contract, classroom)
    else:
        schedule = Schedule(contract.in_force.terms, classroom, planning.zone_of(uow, contract.student, classroom))
    return CheckInBrief(
        check_in=check_in,
        contract=contract,
        replies={r.target: r for r in uow.replies.to(check_in)},
        before=newest_replies(uow, contract, check_in),
        practised_before=_practised_before(uow, check_in),
        set_back=_set_back(uow, contract, check_in),
        student=name_of(uow, contract.student),
        classroom=classroom.name,
        schedule=schedule,
        next_due=_next_of(uow, contract) if ahead else None,
        open=contract.status in ANSWERABLE,
        asks=classroom.asks,
        takes=taken_by(uow, classroom),
    )


def _next_of(uow: UnitOfWork, contract: Contract) -> datetime | None:
    planned = uow.check_ins.newest(contract.id, CheckInState.PLANNED)
    return planned.wake_at if planned else None


say(CheckInDue, shown=_due, blocks=messages.check_in_due)
say(CheckInReminder, shown=_of_check_in, blocks=messages.check_in_reminder)
say(CheckInMissed, shown=_of_check_in, blocks=messages.check_in_missed)
say(ReplyNoted, shown=_with_undo, blocks=messages.reply_noted)
say(WordsKept, shown=_of_check_in, blocks=messages.words_kept)
say(WordsTakenBack, shown=_of_check_in, blocks=messages.words_taken_back)
say(LeftOut, shown=_of_check_in, blocks=changing_messages.left_out)
say(CheckInAgain, shown=_of_check_in, blocks=hearing_messages.check_in_again)
say(NumberWanted, shown=_of_check_in, blocks=messages.number_wanted)
say(WhichNumber, shown=_of_check_in, blocks=messages.which_number)
say(HowManyNow, shown=_of_check_in, blocks=messages.how_many_now)
say(NumberStands, shown=_of_check_in, blocks=messages.number_stands)
say(TargetWanted, shown=_with_undo, blocks=messages.target_wanted)
say(ReplyShared, shown=_shared, blocks=messages.reply_shared)
say(Responded, shown=_responded, blocks=messages.responded)
say(NoCheckInNow, shown=_next, blocks=unasked_messages.no_check_in_now)
