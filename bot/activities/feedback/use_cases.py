"""A teacher tells a student what they saw, why it matters and how to go on."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.activities import access
from bot.activities.contract.steps import typed_text
from bot.activities.drafting import use_cases as drafting
from bot.activities.feedback import messages, uptake_reads
from bot.activities.feedback.beside import beside
from bot.activities.feedback.beside_messages import BesideFeedback
from bot.activities.feedback.messages import FeedbackBrief, FeedbackDelivered, FeedbackGiven
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Classroom, Feedback
from bot.domain.paper import has_no_account
from bot.domain.uptake import Uptake
from bot.messages.briefs import NothingToSay, name_of, say
from bot.messages.tell import tell
from storage.unit_of_work import UnitOfWork

STUDENTS_MOST = 10
"""Who gets the same feedback at once."""


@dataclass(frozen=True, slots=True)
class FeedbackForm:
    """What the form starts with: the students who were named, and the classes to choose from where the actor teaches
    several: those shared with all of the students, or all where no class is. `about` is the one that is chosen already,
    or None."""

    students: tuple[str, ...]
    classrooms: tuple[Classroom, ...]
    about: int | None = None
    beside: BesideFeedback | None = None
    """Of the one student who was named."""


def open_form(uow: UnitOfWork, actor: Actor, students: Sequence[str], classroom: int | None = None) -> FeedbackForm:
    """`classroom` is the one that a card speaks of, where the form is opened from one."""
    taught = _taught(uow, actor)
    known = tuple(dict.fromkeys(students))[:STUDENTS_MOST]
    shown = beside(uow, actor.user, known)
    if len(taught) < 2:
        return FeedbackForm(known, (), beside=shown)
    possible = tuple(_shared(uow, taught, known) or taught)
    return FeedbackForm(known, possible, classroom if any(c.id == classroom for c in possible) else None, shown)


def give_feedback(
    uow: UnitOfWork,
    actor: Actor,
    students: Sequence[str],
    seen: str,
    matters: str,
    next_step: str,
    *,
    classroom: int | None = None,
    ask_model: bool = False,
) -> tuple[Feedback, ...]:
    """Store it for each of them, tell each, and draft targets for the teacher to look at.

    `classroom` is the class that it is about; it may be left out where the actor shares one alone with all of them.
    `ask_model`: a language model is to be asked for drafts as well.
    """
    where = class_meant(uow, actor, students, classroom)
    seen, matters = typed_text(seen, "seen"), typed_text(matters, "matters")
    next_step = typed_text(next_step, "next_step")
    return tuple(
        give(
            uow,
            Feedback(uow.workspace, where, actor.user, student, seen, matters, next_step, uow.now),
            ask_model=ask_model,
        )
        for student in dict.fromkeys(students)
    )


def give(uow: UnitOfWork, feedback: Feedback, *, ask_model: bool) -> Feedback:
    given = uow.feedback.add(feedback)
    drafting.begin(uow, given, ask_model=ask_model)
    tell(uow, given.student, FeedbackGiven(given.id))
    tell(uow, given.teacher, FeedbackDelivered(given.id))
    return given


def class_meant(uow: UnitOfWork, actor: Actor, students: Sequence[str], chosen: int | None) -> int:
    """The class that was chosen, or else the only one that the actor shares with all of these students."""
    if not students:
        raise Refusal("which-student", field="student")
    if len(students) > STUDENTS_MOST:
        raise Refusal("feedback-too-many", field="student", most=STUDENTS_MOST)
    taught = _taught(uow, actor)
    if any(map(has_no_account, students)):
        raise Refusal("feedback-no-account", field="student")
    if actor.user in students:
        raise Refusal("feedback-yourself", field="student")
    shared = [c.id for c in _shared(uow, taught, students)]
    if not shared:
        archived = _shared(uow, _archived(uow, actor), students)
        raise Refusal("feedback-class-archived" if archived else "not-your-student", field="student")
    if chosen is None and len(shared) > 1:
        raise Refusal("feedback-which-class", field="classroom")
    if chosen is not None and chosen not in shared:
        raise Refusal("feedback-not-in-class", field="classroom")
    return chosen or shared[0]


def _taught(uow: UnitOfWork, actor: Actor) -> list[Classroom]:
    """The classes that the actor teaches and whose channels are not archived."""
    places = access.places_of(uow, actor.user, Side.TEACHER)
    if not places:
        raise Refusal("for-teachers")
    return [c for c in uow.classrooms.among([p.classroom for p in places]) if not c.archived]


def _archived(uow: UnitOfWork, actor: Actor) -> list[Classroom]:
    places = access.places_of(uow, actor.user, Side.TEACHER)
    return [c for c in uow.classrooms.among([p.classroom for p in places]) if c.archived]


def _shared(uow: UnitOfWork, classrooms: Sequence[Classroom], students: Sequence[str]) -> list[Classroom]:
    """Those of the classes in which all of these students are."""
    learn = [access.learns_in(uow, student) for student in students]
    return [c for c in classrooms if all(c.id in theirs for theirs in learn)]


def _brief(uow: UnitOfWork, notice: FeedbackGiven | FeedbackDelivered, reader: str) -> FeedbackBrief:
    feedback = uow.feedback.get(notice.feedback)
    classroom = uow.classrooms.get(feedback.classroom) if feedback else None
    if feedback is None or classroom is None or reader not in (feedback.teacher, feedback.student):
        raise NothingToSay("feedback")
    return FeedbackBrief(
        feedback,
        teacher=name_of(uow, feedback.teacher),
        student=name_of(uow, feedback.student),
        classroom=classroom.name,
        may_start=uow.contracts.open_of(feedback.student, feedback.classroom) is None,
        ways=uptake_reads.shown_of_feedback(uow, feedback) if isinstance(notice, FeedbackGiven) else None,
        uptake=uptake_reads.of_feedback(uow, feedback) if isinstance(notice, FeedbackDelivered) else Uptake.SENT,
        drafts=uow.drafts.of(feedback.id) if isinstance(notice, FeedbackDelivered) else None,
        may_offer=drafting.may_be_offered(uow, feedback),
    )


say(FeedbackGiven, shown=_brief, blocks=messages.feedback_given)
say(FeedbackDelivered, shown=_brief, blocks=messages.feedback_delivered)
