"""A proposal that waited until its dates no longer hold: the same one with its dates moved, to be suggested."""

from dataclasses import replace

from bot.activities.contract.reads import version_brief
from bot.activities.contract.steps import fits, setting_of
from bot.activities.proposing.starting import frame_of
from bot.activities.reviewing import messages
from bot.activities.reviewing.messages import ContractBrief, DatesPassed
from bot.domain import recurrence
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Classroom
from bot.domain.contract import Contract, Status
from bot.domain.terms import Terms
from bot.domain.waiting import moved_on
from bot.language.terms_typed import with_dates
from bot.messages.briefs import NothingToSay, only_their_teacher, say
from storage.unit_of_work import UnitOfWork

DAYS_MOST = 3660
"""No proposal waits longer."""


def days_waited(uow: UnitOfWork, contract: Contract, classroom: Classroom) -> int:
    """Since the version on the table was written, by the student's days."""
    frame = frame_of(uow, classroom, contract.student, uow.now)
    return (frame.today - recurrence.local_day(contract.on_the_table.written_at, frame.timezone)).days


def moved_by(uow: UnitOfWork, teacher: str, contract: Contract, classroom: Classroom, days: int) -> Terms | None:
    """What is on the table with its dates so many days later; None where the term has no room for it, or a sentence of
    it says another date: then its teacher has to look at it."""
    terms, actor = contract.on_the_table.terms, Actor(uow.workspace, teacher)
    ends_on, due_on = moved_on(terms.ends_on, [target.due_on for target in terms.targets], days, classroom.term_ends_on)
    try:
        moved = with_dates(setting_of(uow, actor, contract, classroom, Side.TEACHER), ends_on, due_on)
    except Refusal:
        return None
    return moved if moved != terms and fits(uow, contract, moved, classroom) else None


def _dates_passed(uow: UnitOfWork, notice: DatesPassed, reader: str) -> ContractBrief:
    """The version that waits, beside the one with its dates moved; without it where nothing is to be suggested."""
    contract = uow.contracts.get(notice.contract)
    room = uow.classrooms.get(contract.classroom) if contract is not None else None
    if contract is None or room is None:
        raise NothingToSay("contract")
    only_their_teacher(uow, contract.student, room.id, reader)
    brief = version_brief(uow, notice, reader)
    waits = contract.status is Status.PROPOSED and contract.on_the_table.number == notice.version
    moved = moved_by(uow, reader, contract, room, notice.days) if waits else None
    return replace(brief, before=brief.terms if moved else None, terms=moved or brief.terms)


say(DatesPassed, shown=_dates_passed, blocks=messages.dates_passed)
