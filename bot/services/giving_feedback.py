"""A teacher tells a student what they saw, why it matters and how to go on."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.actor import Actor, Side
from bot.domain.classroom import Classroom, Feedback
from bot.domain.errors import Refusal
from bot.notices.feedback import FeedbackBrief, FeedbackDelivered, FeedbackGiven
from bot.services import access, drafting
from bot.services.briefs import NothingToSay, name_of, prepares
from bot.services.contract_steps import typed_text
from bot.services.ports import UnitOfWork
from bot.services.saying import tell


@dataclass(frozen=True, slots=True)
class FeedbackForm:
    """What the form starts with: the classes the actor teaches, and the student where one was named."""

    classrooms: tuple[Classroom, ...]
    student: str


def open_form(uow: UnitOfWork, actor: Actor, student: str, *, now: datetime) -> FeedbackForm:
    places = access.places_of(uow, actor.user, Side.TEACHER)
    if not places:
        raise Refusal("for-teachers")
    return FeedbackForm(tuple(uow.classrooms.all(id=[p.classroom for p in places])), student)


def give_feedback(
    uow: UnitOfWork,
    actor: Actor,
    student: str,
    seen: str,
    matters: str,
    next_step: str,
    *,
    ask_model: bool = False,
    now: datetime,
) -> Feedback:
    """Store it, tell the student, and draft targets for the teacher to look at.

    The class is the one that both are in, the newest where several are. `ask_model`: a language model is to be asked
    for drafts as well.
    """
    classroom = _shared_class(uow, actor, student)
    seen, matters = typed_text(seen, "seen"), typed_text(matters, "matters")
    next_step = typed_text(next_step, "next_step")
    given = uow.feedback.add(Feedback(uow.workspace, classroom, actor.user, student, seen, matters, next_step, now))
    drafting.begin(uow, given, ask_model=ask_model, now=now)
    tell(uow, student, FeedbackGiven(given.id), now)
    tell(uow, actor.user, FeedbackDelivered(given.id), now)
    return given


def _shared_class(uow: UnitOfWork, actor: Actor, student: str) -> int:
    teaches = {m.classroom for m in access.places_of(uow, actor.user, Side.TEACHER)}
    if not teaches:
        raise Refusal("for-teachers")
    learns = {m.classroom for m in access.places_of(uow, student, Side.STUDENT)}
    both = teaches & learns
    if not both:
        raise Refusal("not-your-student", field="student")
    return max(both)


@prepares(FeedbackGiven, FeedbackDelivered)
def _brief(uow: UnitOfWork, notice: FeedbackGiven | FeedbackDelivered, reader: str) -> FeedbackBrief:
    feedback = uow.feedback.get(notice.feedback)
    classroom = uow.classrooms.get(feedback.classroom) if feedback else None
    if feedback is None or classroom is None:
        raise NothingToSay("feedback")
    return FeedbackBrief(
        feedback,
        teacher=name_of(uow, feedback.teacher),
        student=name_of(uow, feedback.student),
        classroom=classroom.name,
        may_start=uow.contracts.open_of(feedback.student, feedback.classroom) is None,
        drafts=uow.drafts.first(feedback=feedback.id) if isinstance(notice, FeedbackDelivered) else None,
    )
