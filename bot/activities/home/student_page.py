"""A student's page: read by those who teach them; their work in a class by its aides; and by nobody else."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.activities import access
from bot.activities.checking_in import planning
from bot.activities.checking_in.reads import brief_of
from bot.activities.feedback import uptake_reads
from bot.activities.freedom import use_cases as freedom
from bot.activities.home.student_messages import (
    CHECK_INS_MOST,
    FEEDBACK_MOST,
    CheckInShown,
    ContractOnPage,
    StudentPage,
)
from bot.activities.looking_back import signs_met
from bot.activities.mentoring.reads import mentors_named
from bot.activities.privacy import disclosing
from bot.activities.profile import use_cases as profile
from bot.domain import recurrence
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.check_ins import CheckIn, CheckInState
from bot.domain.classroom import Classroom
from bot.domain.contract import OPEN, Contract, is_past, teacher_of
from bot.domain.desk import page_of
from bot.domain.evidence import Piece, PieceState
from bot.domain.look_back import newest_values
from bot.domain.rights import Right
from bot.messages.briefs import name_of
from storage.unit_of_work import UnitOfWork

SHOWN = tuple(set(CheckInState) - {CheckInState.PLANNED})


def open_page(uow: UnitOfWork, actor: Actor, student: str, number: int) -> StudentPage:
    """Of the classes in which the actor teaches this student. That a colleague read it, who does not decide on the
    contract, is recorded, once a day."""
    rooms = _shared(uow, actor, student)
    contracts = [one for one in uow.contracts.of_student(student) if one.classroom in rooms]
    if any(teacher_of(one) not in (None, actor.user) for one in contracts):
        disclosing.page_read(uow, actor.user, student)
    feedback = [one for room in rooms for one in uow.feedback.to(student, room)]
    timezone = planning.zone_of(uow, student, next(iter(rooms.values())))
    newest = {one.classroom: one for one in contracts}.values()  # after an older one it was decided, or let be
    return replace(
        _work(uow, student, contracts, rooms, number),
        feedback=tuple(
            (
                name_of(uow, one.teacher),
                recurrence.local_day(one.given_at, timezone),
                one,
                uptake_reads.of_feedback(uow, one),
            )
            for one in sorted(feedback, key=lambda one: one.given_at, reverse=True)[:FEEDBACK_MOST]
        ),
        profile=profile.about_student(uow, actor, student).profile,
        several=len(rooms) > 1,
        mentors=mentors_named(uow, contracts),
        met=tuple(
            (room.name, found)
            for room in rooms.values()
            for found in signs_met.by_student(uow, room, (c for c in contracts if c.classroom == room.id)).values()
        ),
        to_decide=next((one.id for one in newest if freedom.is_to_decide(uow, one, rooms[one.classroom])), None),
        has_standards=any(uow.catalogue.count(room) for room in {c.classroom for c in contracts if c.agreed}),
    )


def open_work(uow: UnitOfWork, actor: Actor, classroom: int, student: str, number: int) -> StudentPage:
    """What an aide of a class may read of a student there: each time is recorded, once a day. Nothing of what helps
    them, of their profile, of feedback, and of no other class."""
    room, _ = access.with_right(uow, actor, classroom, Right.WORK)
    if student == actor.user or student not in access.learners_of(uow, room.id):
        raise Refusal("not-your-student")
    disclosing.work_read(uow, actor.user, student)
    contracts = [one for one in uow.contracts.of_student(student) if one.classroom == room.id]
    page = _work(uow, student, contracts, {room.id: room}, number)
    return replace(page, check_ins=page.check_ins.made(_without_replies))


def _without_replies(one: CheckInShown) -> CheckInShown:
    """What teachers replied is between them and the student."""
    return one if one.brief is None else replace(one, brief=replace(one.brief, responses=()))


def _work(
    uow: UnitOfWork, student: str, contracts: Sequence[Contract], rooms: Mapping[int, Classroom], number: int
) -> StudentPage:
    first = next(iter(rooms.values()))
    timezone = planning.zone_of(uow, student, first)
    return StudentPage(
        student,
        name_of(uow, student),
        next((one.classroom for one in reversed(contracts) if one.status in OPEN), first.id),
        tuple(_of(uow, one, rooms) for one in reversed(contracts) if one.status in OPEN),
        tuple(_of(uow, one, rooms) for one in reversed(contracts) if is_past(one)),
        page_of(_newest_first(uow, contracts), number, CHECK_INS_MOST).made(
            lambda one: _shown(uow, one, contracts, timezone)
        ),
        tuple(_pieces(uow, contracts)),
    )


def _shared(uow: UnitOfWork, actor: Actor, student: str) -> Mapping[int, Classroom]:
    taught = {place.classroom for place in access.places_of(uow, actor.user, Side.TEACHER)}
    if not taught:
        raise Refusal("for-teachers")
    shared = taught.intersection(access.learns_in(uow, student)) if student != actor.user else set()
    if not shared:
        raise Refusal("not-your-student")
    return {room.id: room for room in uow.classrooms.among(sorted(shared))}


def _of(uow: UnitOfWork, contract: Contract, rooms: Mapping[int, Classroom]) -> ContractOnPage:
    room = rooms[contract.classroom]
    values = newest_values(uow.replies.on(contract.id)) if contract.agreed is not None else {}
    ended = None
    if contract.status not in OPEN:
        history = uow.contracts.history(contract.id)
        ended = recurrence.local_day(history[-1].at, room.timezone) if history else None
    return ContractOnPage(contract, room.name, values, ended)


def _newest_first(uow: UnitOfWork, contracts: Sequence[Contract]) -> list[CheckIn]:
    found = uow.check_ins.in_state([one.id for one in contracts], SHOWN) if contracts else []
    return sorted(found, key=lambda one: (one.due_at, one.id), reverse=True)


def _shown(uow: UnitOfWork, check_in: CheckIn, contracts: Sequence[Contract], timezone: str) -> CheckInShown:
    on = recurrence.local_day(check_in.due_at, timezone)
    if check_in.state is not CheckInState.ANSWERED:
        return CheckInShown(check_in.state, on, None)
    said = [one for one in uow.responses.to(check_in.id) if one.stands]
    named = tuple((name_of(uow, one.teacher), one) for one in said)
    return CheckInShown(check_in.state, on, replace(brief_of(uow, check_in, ahead=False), responses=named))


def _pieces(uow: UnitOfWork, contracts: Sequence[Contract]) -> list[Piece]:
    found = [piece for one in contracts for piece in uow.pieces.of_contract(one.id)]
    kept = [piece for piece in found if piece.state is PieceState.KEPT and piece.target is not None]
    return sorted(kept, key=lambda piece: piece.came_at, reverse=True)
