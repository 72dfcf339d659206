"""Beginning a proposal, going on with one, finding where one stands, and asking its open question."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.activities import access
from bot.activities.evidence.taking import taken_by
from bot.activities.freedom import use_cases as freedom
from bot.activities.proposing.interview import flow, wording
from bot.activities.proposing.interview.draft import SECTIONS, Answer, Draft, Question, Viewpoint, dump, load, mark
from bot.activities.proposing.interview.proposal import taken_up, work_typed
from bot.activities.proposing.messages import ChooseClass, InterviewQuestion, question_card
from bot.activities.reviewing.messages import ContractCard
from bot.domain import contract as life
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import zone_for
from bot.domain.classroom import Classroom, Feedback, most_targets_at
from bot.domain.contract import Contract, Status
from bot.domain.interview import About, Focus, Frame, Interview, InterviewState
from bot.domain.terms import Terms
from bot.language.drafts.by_rule import likely_work, with_work, work_in, work_of_subject
from bot.messages.briefs import NothingToSay, lang_of
from bot.messages.tell import refresh, show_home, tell
from storage.unit_of_work import UnitOfWork

UNDER_WAY = (InterviewState.OPEN, InterviewState.LATER)


def ask(
    uow: UnitOfWork,
    interview: Interview,
    *,
    remark: str = "",
    details: Mapping[str, str | int] | None = None,
    with_help: bool = False,
) -> None:
    """Say the open question; what the student types next is about it."""
    if interview.state is InterviewState.LATER:
        uow.interviews.save(replace(interview, state=InterviewState.OPEN))
    focus = Focus(uow.workspace, interview.student, About.INTERVIEW, interview.id, uow.now, in_reply=True)
    uow.focus.put(focus)
    question = open_question(uow, interview)[1]
    key = question.key if question is not None else ""
    notice = InterviewQuestion(interview.id, interview.asked, remark, dict(details or {}), with_help, key)
    tell(uow, interview.student, notice)


def move_on(uow: UnitOfWork, interview: Interview, draft: Draft, remark: str = "") -> None:
    """Store the draft and ask what is open now; earlier questions are old from here on, and lose their buttons."""
    moved = replace(
        interview, draft=dump(draft), asked=interview.asked + 1, state=InterviewState.OPEN, updated_at=uow.now
    )
    uow.interviews.save(moved)
    refresh(uow, question_card(interview.id, interview.asked))
    ask(uow, moved, remark=remark)


def frame_of(uow: UnitOfWork, classroom: Classroom, student: str, now: datetime) -> Frame:
    person = uow.people.of(student)
    autonomy, decided_by = freedom.level_of(uow, classroom, student)
    return Frame(
        autonomy=autonomy,
        most_targets=most_targets_at(autonomy),
        term_ends_on=classroom.term_ends_on,
        check_in_days=classroom.check_in_days,
        check_in_time=classroom.check_in_time,
        timezone=zone_for(person.timezone if person else "", classroom),
        now=now,
        day_first=person is None or person.reads != "en-US",
        grades=classroom.grades,
        lang=lang_of(uow, student),
        takes=taken_by(uow, classroom).kinds,
        decided_by=decided_by,
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
    focus = uow.focus.of(interview.student)
    if focus is None or focus.about is not About.INTERVIEW or focus.ref != interview.id:
        return interview.updated_at
    return max(focus.since, interview.updated_at)


def seal_of(terms: Terms) -> str:
    """A short name for exactly these terms."""
    return terms.content_hash()[:16]


def classes_of(uow: UnitOfWork, actor: Actor) -> list[Classroom]:
    """The classes in which the actor is a student now."""
    return [c for c in uow.classrooms.among(access.learns_in(uow, actor.user)) if not c.archived]


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
    return [_waiting(uow, i) for i in uow.interviews.of_student_in(student, UNDER_WAY)]


def _waiting(uow: UnitOfWork, interview: Interview) -> DraftWaiting:
    _, question, _ = open_question(uow, interview)
    section = question.step.section if question else SECTIONS
    later = interview.state is InterviewState.LATER
    return DraftWaiting(interview.id, interview.contract, interview.classroom, section, SECTIONS, later)


def show_homes(uow: UnitOfWork, student: str, classroom: int) -> None:
    """A contract came into being or moved: the student's Home and the teachers' show it."""
    for user in (student, *access.teachers_of(uow, classroom)):
        show_home(uow, user)


# Beginning a proposal, going on with one, and finding where one stands.


# The word by which questions and drafts speak of what a student hands in. "" where nothing says it.


EARLIER_MOST = 5
"""Feedback that is looked through: what the class did long ago says little about what comes next."""


def for_student(uow: UnitOfWork, student: str, classroom: int, place: Viewpoint, feedback: Feedback | None) -> str:
    """For the student's own eyes: what they typed, what their feedback says, what stands in their profile, and what the
    name of the class suggests, in this order."""
    typed = work_typed(place) or _in_feedback(uow, feedback)
    if typed:
        return typed
    profile, here = uow.profiles.of(student), uow.classrooms.get(classroom)
    name = here.name if here else ""
    lang = place.frame.lang
    return (work_of_subject(profile.subjects, name, lang) if profile else "") or likely_work(name, lang)


def for_teacher(uow: UnitOfWork, feedback: Feedback) -> str:
    """For drafts that a teacher reads first: what feedback in this class has said. Nothing that the student keeps."""
    earlier = uow.feedback.to(feedback.student, feedback.classroom)
    return next((work for given in reversed(earlier[-EARLIER_MOST:]) if (work := _in_feedback(uow, given))), "")


def for_model(uow: UnitOfWork, feedback: Feedback, classroom: Classroom | None) -> str:
    """For a call that leaves the building: a word out of a list, by feedback or by the subject in the class's name."""
    found = _in_feedback(uow, feedback) or for_teacher(uow, feedback)
    return found or likely_work(classroom.name if classroom else "", lang_of(uow, feedback.teacher))


def _in_feedback(uow: UnitOfWork, given: Feedback | None) -> str:
    if given is None:
        return ""
    return work_in(given.next_step, given.seen, given.matters, lang=lang_of(uow, given.teacher))


# Beginning a proposal, going on with one, and finding where one stands.


def begin(uow: UnitOfWork, actor: Actor, classroom: int | None, feedback: int | None) -> None:
    """Start a proposal, or go on where it was left; with a contract that is open, say where it stands."""
    found = _class_for(uow, actor, classroom, feedback)
    if found is None:
        return tell(uow, actor.user, ChooseClass())
    standing = uow.contracts.open_of(actor.user, found.id)
    if standing is None:
        return _start(uow, actor, found, feedback)
    if standing.status is not Status.DRAFTING:
        return tell(uow, actor.user, ContractCard(standing.id))
    interview = uow.interviews.of_contract(standing.id)
    if interview is None:
        return _first_question(uow, standing, found)
    return _ask_again(uow, interview, found, "welcome-back")


def begin_with_idea(uow: UnitOfWork, actor: Actor, feedback: Feedback, idea: str) -> None:
    """Start, or go on, with a draft target at hand. The contract of the class is a draft, or there is none."""
    classroom = access.student_in(uow, actor, feedback.classroom)
    frame = frame_of(uow, classroom, actor.user, uow.now)
    frame.check_startable()
    standing = uow.contracts.open_of(actor.user, classroom.id)
    if standing is None:
        standing = uow.contracts.add(life.begin(uow.workspace, classroom.id, actor.user, uow.now, feedback.id))
    interview = uow.interviews.of_contract(standing.id)
    if interview is None:
        interview = uow.interviews.add(Interview(uow.workspace, standing.id, classroom.id, actor.user, uow.now))
        show_homes(uow, actor.user, classroom.id)
    standing_draft = load(interview.draft)
    work = for_student(uow, actor.user, classroom.id, Viewpoint(standing_draft, frame), feedback)
    draft = wording.bring(standing_draft, frame, with_work(idea, work, frame.lang), feedback.id)
    question = flow.asked(draft, frame)
    asks_for_it = question is not None and question.step.name == "statement"
    move_on(uow, interview, draft, "" if asks_for_it else "idea-kept")


ANEW = ("statement", "strategies", "criterion")
"""What another target is asked, with the old answer to keep."""


def begin_from(uow: UnitOfWork, actor: Actor, classroom: Classroom, terms: Terms, *, anew: bool = False) -> None:
    """Start from what an earlier contract left, in a class without an open one. By when, and how long, is asked anew;
    what does not fit the class's frame is asked as always. `anew`: it is to be another target, which only begins where
    the old one ended."""
    frame = frame_of(uow, classroom, actor.user, uow.now)
    frame.check_startable()
    begun = uow.contracts.add(life.begin(uow.workspace, classroom.id, actor.user, uow.now))
    made = uow.interviews.add(Interview(uow.workspace, begun.id, classroom.id, actor.user, uow.now))
    left_out = ["strengths", "supports", *(f"{n}.milestones" for n in range(1, len(terms.targets) + 1))]
    draft = taken_up({key: Answer("", skipped=True) for key in left_out}, frame, terms)
    asked = ("timeframe", *(ANEW if anew else ()))
    for key in [key for key in draft if key == "ends_on" or key.partition(".")[2] in asked]:
        draft = mark(draft, key, open=True)
    move_on(uow, made, draft, "from-before-else" if anew else "from-before")
    show_homes(uow, actor.user, classroom.id)


def begin_in_channel(uow: UnitOfWork, actor: Actor, channel: str) -> None:
    """`/accord start`, in a class channel for that class, anywhere else for the student's own."""
    here = uow.classrooms.in_channel(channel)
    begin(uow, actor, here.id if here else None, None)


def next_one(uow: UnitOfWork, actor: Actor, contract: Contract) -> None:
    """After a completed contract: a new proposal in the same class."""
    begin(uow, actor, contract.classroom, None)


def reopen(uow: UnitOfWork, contract: Contract) -> None:
    """A teacher sent the proposal back. The draft says what it said; the message that says why has the way on."""
    interview, classroom = uow.interviews.of_contract(contract.id), uow.classrooms.get(contract.classroom)
    if interview is None or classroom is None:
        raise Refusal("no-such-contract")
    frame = frame_of(uow, classroom, contract.student, uow.now)
    draft = dump(taken_up(load(interview.draft), frame, contract.on_the_table.terms))
    later = replace(interview, draft=draft, state=InterviewState.LATER, asked=interview.asked + 1, updated_at=uow.now)
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


def _start(uow: UnitOfWork, actor: Actor, classroom: Classroom, feedback: int | None) -> None:
    frame_of(uow, classroom, actor.user, uow.now).check_startable()
    latest = uow.feedback.newest_to(actor.user, classroom.id)
    source = feedback if feedback is not None else (latest.id if latest else None)
    begun = uow.contracts.add(life.begin(uow.workspace, classroom.id, actor.user, uow.now, source))
    _first_question(uow, begun, classroom)


def _first_question(uow: UnitOfWork, contract: Contract, classroom: Classroom) -> None:
    made = uow.interviews.add(Interview(uow.workspace, contract.id, classroom.id, contract.student, uow.now, asked=1))
    ask(uow, made)
    show_homes(uow, contract.student, classroom.id)


def _ask_again(uow: UnitOfWork, interview: Interview, classroom: Classroom, remark: str) -> None:
    frame_of(uow, classroom, interview.student, uow.now).check_startable()
    move_on(uow, interview, load(interview.draft), remark)
