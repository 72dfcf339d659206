"""Asks the interview's open question; which one that is, is derived from the draft."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.activities import access
from bot.activities.ports import UnitOfWork
from bot.activities.proposing.interview import flow
from bot.activities.proposing.interview.draft import SECTIONS, Draft, Question, dump, load
from bot.activities.proposing.messages import InterviewQuestion
from bot.domain.actor import Actor
from bot.domain.check_ins import zone_for
from bot.domain.classroom import Classroom
from bot.domain.interview import About, Focus, Frame, Interview, InterviewState
from bot.domain.terms import Terms
from bot.messages.briefs import NothingToSay
from bot.messages.tell import show_home, tell

UNDER_WAY = (InterviewState.OPEN, InterviewState.LATER)


def ask(
    uow: UnitOfWork,
    interview: Interview,
    now: datetime,
    *,
    remark: str = "",
    details: Mapping[str, str | int] | None = None,
    with_help: bool = False,
) -> None:
    """Say the open question; what the student types next is about it."""
    if interview.state is InterviewState.LATER:
        uow.interviews.save(replace(interview, state=InterviewState.OPEN))
    focus = Focus(uow.workspace, interview.student, About.INTERVIEW, interview.id, now, in_reply=True)
    uow.focus.put(focus, "user")
    notice = InterviewQuestion(interview.id, interview.asked, remark, dict(details or {}), with_help)
    tell(uow, interview.student, notice, now)


def move_on(uow: UnitOfWork, interview: Interview, draft: Draft, now: datetime, remark: str = "") -> None:
    """Store the draft and ask what is open now; buttons of earlier questions are old from here on."""
    moved = replace(interview, draft=dump(draft), asked=interview.asked + 1, state=InterviewState.OPEN, updated_at=now)
    uow.interviews.save(moved)
    ask(uow, moved, now, remark=remark)


def frame_of(uow: UnitOfWork, classroom: Classroom, student: str, now: datetime) -> Frame:
    person = uow.people.first(user=student)
    return Frame(
        autonomy=classroom.autonomy,
        most_targets=classroom.most_targets,
        term_ends_on=classroom.term_ends_on,
        check_in_days=classroom.check_in_days,
        check_in_time=classroom.check_in_time,
        timezone=zone_for(person.timezone if person else "", classroom),
        now=now,
        day_first=person is None or person.locale != "en-US",
    )


def open_question(uow: UnitOfWork, interview: Interview) -> tuple[Draft, Question | None, Frame]:
    """The draft, its open question (None for the summary) and its frame, as when it was asked last."""
    classroom = uow.classrooms.get(interview.classroom)
    if classroom is None:
        raise NothingToSay("classroom")
    frame = frame_of(uow, classroom, interview.student, _asked_at(uow, interview))
    draft = load(interview.draft)
    return draft, flow.asked(draft, frame), frame


def question_of(uow: UnitOfWork, interview: int) -> Question | None:
    """Its open question; None where only the summary is left."""
    found = uow.interviews.get(interview)
    return open_question(uow, found)[1] if found is not None else None


def step_of(uow: UnitOfWork, interview: int) -> str:
    """The name of the step whose question is open; "summary" where only that is left."""
    question = question_of(uow, interview)
    return question.step.name if question is not None else "summary"


def _asked_at(uow: UnitOfWork, interview: Interview) -> datetime:
    focus = uow.focus.first(user=interview.student)
    if focus is None or focus.about is not About.INTERVIEW or focus.ref != interview.id:
        return interview.updated_at
    return max(focus.since, interview.updated_at)


def seal_of(terms: Terms) -> str:
    """A short name for exactly these terms."""
    return terms.content_hash()[:16]


def classes_of(uow: UnitOfWork, actor: Actor) -> list[Classroom]:
    """The classes in which the actor is a student now."""
    return [c for c in uow.classrooms.all(id=access.learns_in(uow, actor.user)) if not c.archived]


@dataclass(frozen=True, slots=True)
class DraftWaiting:
    """A draft that a student can go on with: at which of how many sections, in which class."""

    interview: int
    contract: int
    classroom: int
    section: int
    sections: int
    finish_later: bool


def summary(uow: UnitOfWork, student: str) -> list[DraftWaiting]:
    """The student's drafts that are under way."""
    return [_waiting(uow, i) for i in uow.interviews.all(student=student, state=UNDER_WAY)]


def _waiting(uow: UnitOfWork, interview: Interview) -> DraftWaiting:
    _, question, _ = open_question(uow, interview)
    section = question.step.section if question else SECTIONS
    later = interview.state is InterviewState.LATER
    return DraftWaiting(interview.id, interview.contract, interview.classroom, section, SECTIONS, later)


def show_homes(uow: UnitOfWork, student: str, classroom: int, now: datetime) -> None:
    """A contract came into being or moved: the student's Home and the teachers' show it."""
    for user in (student, *access.teachers_of(uow, classroom)):
        show_home(uow, user, now)
