"""Beginning a proposal, going on with one, and finding where one stands."""

from dataclasses import replace
from datetime import datetime

from bot.activities import access
from bot.activities.ports import UnitOfWork
from bot.activities.proposing.asking import ask, classes_of, frame_of, move_on, show_homes
from bot.activities.proposing.interview import flow, wording
from bot.activities.proposing.interview.draft import Place, dump, load
from bot.activities.proposing.interview.proposal import taken_up
from bot.activities.proposing.interview.subject import work_typed
from bot.activities.proposing.messages import ChooseClass
from bot.activities.reviewing.messages import ContractCard
from bot.domain import contract as life
from bot.domain.actor import Actor, Refusal
from bot.domain.classroom import Classroom, Feedback
from bot.domain.contract import Contract, Status
from bot.domain.interview import Interview, InterviewState
from bot.language.drafts.works import likely_work, with_work, work_in, work_of_subject
from bot.messages.tell import tell

# The word by which questions and drafts speak of what a student hands in. "" where nothing says it.


EARLIER_MOST = 5
"""Feedback that is looked through: what the class did long ago says little about what comes next."""


def for_student(uow: UnitOfWork, student: str, classroom: int, place: Place, feedback: Feedback | None) -> str:
    """For the student's own eyes: what they typed, what their feedback says, what stands in their profile, and what the
    name of the class suggests, in this order."""
    typed = work_typed(place) or _in_feedback(feedback)
    if typed:
        return typed
    profile, here = uow.profiles.first(user=student), uow.classrooms.get(classroom)
    name = here.name if here else ""
    return (work_of_subject(profile.subjects, name) if profile else "") or likely_work(name)


def for_teacher(uow: UnitOfWork, feedback: Feedback) -> str:
    """For drafts that a teacher reads first: what feedback in this class has said. Nothing that the student keeps."""
    earlier = uow.feedback.all(student=feedback.student, classroom=feedback.classroom)
    return next((work for given in reversed(earlier[-EARLIER_MOST:]) if (work := _in_feedback(given))), "")


def for_model(uow: UnitOfWork, feedback: Feedback, classroom: Classroom | None) -> str:
    """For a call that leaves the building: a word out of a list, by feedback or by the subject in the class's name."""
    return _in_feedback(feedback) or for_teacher(uow, feedback) or likely_work(classroom.name if classroom else "")


def _in_feedback(given: Feedback | None) -> str:
    return work_in(given.next_step, given.seen, given.matters) if given is not None else ""


# Beginning a proposal, going on with one, and finding where one stands.


def begin(uow: UnitOfWork, actor: Actor, classroom: int | None, feedback: int | None, *, now: datetime) -> None:
    """Start a proposal, or go on where it was left; with a contract that is open, say where it stands."""
    found = _class_for(uow, actor, classroom, feedback)
    if found is None:
        return tell(uow, actor.user, ChooseClass(), now)
    standing = uow.contracts.open_of(actor.user, found.id)
    if standing is None:
        return _start(uow, actor, found, feedback, now)
    if standing.status is not Status.DRAFTING:
        return tell(uow, actor.user, ContractCard(standing.id), now)
    interview = uow.interviews.first(contract=standing.id)
    if interview is None:
        return _first_question(uow, standing, found, now)
    return _ask_again(uow, interview, found, "welcome-back", now)


def begin_with_idea(uow: UnitOfWork, actor: Actor, feedback: Feedback, idea: str, *, now: datetime) -> None:
    """Start, or go on, with a draft target at hand. The contract of the class is a draft, or there is none."""
    classroom = access.student_in(uow, actor, feedback.classroom)
    frame = frame_of(uow, classroom, actor.user, now)
    frame.check_startable()
    standing = uow.contracts.open_of(actor.user, classroom.id)
    if standing is None:
        standing = uow.contracts.add(life.begin(uow.workspace, classroom.id, actor.user, now, feedback.id))
    interview = uow.interviews.first(contract=standing.id)
    if interview is None:
        interview = uow.interviews.add(Interview(uow.workspace, standing.id, classroom.id, actor.user, now))
        show_homes(uow, actor.user, classroom.id, now)
    standing_draft = load(interview.draft)
    work = for_student(uow, actor.user, classroom.id, Place(standing_draft, frame), feedback)
    draft = wording.bring(standing_draft, frame, with_work(idea, work), feedback.id)
    question = flow.asked(draft, frame)
    asks_for_it = question is not None and question.step.name == "statement"
    move_on(uow, interview, draft, now, "" if asks_for_it else "idea-kept")


def begin_in_channel(uow: UnitOfWork, actor: Actor, channel: str, *, now: datetime) -> None:
    """`/accord start`, in a class channel for that class, anywhere else for the student's own."""
    here = uow.classrooms.first(channel=channel)
    begin(uow, actor, here.id if here else None, None, now=now)


def next_one(uow: UnitOfWork, actor: Actor, contract: Contract, *, now: datetime) -> None:
    """After a completed contract: a new proposal in the same class."""
    begin(uow, actor, contract.classroom, None, now=now)


def reopen(uow: UnitOfWork, contract: Contract, *, now: datetime) -> None:
    """A teacher sent the proposal back. The draft says what it said; the message that says why has the way on."""
    interview, classroom = uow.interviews.first(contract=contract.id), uow.classrooms.get(contract.classroom)
    if interview is None or classroom is None:
        raise Refusal("no-such-contract")
    frame = frame_of(uow, classroom, contract.student, now)
    draft = dump(taken_up(load(interview.draft), frame, contract.on_the_table.terms))
    later = replace(interview, draft=draft, state=InterviewState.LATER, asked=interview.asked + 1, updated_at=now)
    uow.interviews.save(later)


def _class_for(uow: UnitOfWork, actor: Actor, classroom: int | None, feedback: int | None) -> Classroom | None:
    """The class to start in; None where the student has to say which."""
    if feedback is not None:
        given = uow.feedback.get(feedback)
        if given is None or given.student != actor.user:
            raise Refusal("no-such-feedback")
        classroom = given.classroom
    if classroom is not None:
        return access.student_in(uow, actor, classroom)
    classes = classes_of(uow, actor)
    if not classes:
        raise Refusal("no-class-to-start-in")
    return classes[0] if len(classes) == 1 else None


def _start(uow: UnitOfWork, actor: Actor, classroom: Classroom, feedback: int | None, now: datetime) -> None:
    frame_of(uow, classroom, actor.user, now).check_startable()
    latest = uow.feedback.newest(student=actor.user, classroom=classroom.id)
    source = feedback if feedback is not None else (latest.id if latest else None)
    begun = uow.contracts.add(life.begin(uow.workspace, classroom.id, actor.user, now, source))
    _first_question(uow, begun, classroom, now)


def _first_question(uow: UnitOfWork, contract: Contract, classroom: Classroom, now: datetime) -> None:
    made = uow.interviews.add(Interview(uow.workspace, contract.id, classroom.id, contract.student, now, asked=1))
    ask(uow, made, now)
    show_homes(uow, contract.student, classroom.id, now)


def _ask_again(uow: UnitOfWork, interview: Interview, classroom: Classroom, remark: str, now: datetime) -> None:
    frame_of(uow, classroom, interview.student, now).check_startable()
    move_on(uow, interview, load(interview.draft), now, remark)
