"""The learner profile: its student writes it; who teaches the student reads it where the student lets them."""

from collections.abc import Mapping

from bot.activities import access
from bot.activities.profile.messages import AboutStudent
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.profile import LearnerProfile, written
from bot.messages.briefs import name_of
from bot.messages.tell import show_home
from storage.unit_of_work import UnitOfWork


def open_form(uow: UnitOfWork, actor: Actor) -> LearnerProfile:
    """The actor's own profile as it stands; an empty one where nothing is written."""
    _a_student(uow, actor)
    return _standing(uow, actor)


def save(
    uow: UnitOfWork,
    actor: Actor,
    parts: Mapping[str, str],
    *,
    share_interests: bool,
    share_with_teachers: bool,
) -> LearnerProfile:
    """Put the form in the place of what stood. Raises Refusal with the part as its field."""
    _a_student(uow, actor)
    standing = _standing(uow, actor)
    made = written(
        standing, parts, share_interests=share_interests, share_with_teachers=share_with_teachers, now=uow.now
    )
    if standing.id or not made.is_empty:
        made = uow.profiles.put(made)
        show_home(uow, actor.user)
    return made


def choose_student(uow: UnitOfWork, actor: Actor) -> None:
    """Whoever teaches a class may ask for somebody's profile."""
    if not access.places_of(uow, actor.user, Side.TEACHER):
        raise Refusal("for-teachers")


def about_student(uow: UnitOfWork, actor: Actor, student: str) -> AboutStudent:
    """What a student shows to those who teach them."""
    choose_student(uow, actor)
    teaches = {m.classroom for m in access.places_of(uow, actor.user, Side.TEACHER)}
    if student == actor.user or teaches.isdisjoint(access.learns_in(uow, student)):
        raise Refusal("not-your-student", field="student")
    found = uow.profiles.of(student)
    shown = found if found is not None and found.share_with_teachers else None
    return AboutStudent(name_of(uow, student), shown)


def is_written(uow: UnitOfWork, student: str) -> bool:
    found = uow.profiles.of(student)
    return found is not None and not found.is_empty


def is_shown(uow: UnitOfWork, student: str) -> bool:
    """Whether something stands there that the student's teachers may read."""
    found = uow.profiles.of(student)
    return found is not None and found.share_with_teachers and not found.is_empty


def _a_student(uow: UnitOfWork, actor: Actor) -> None:
    if not access.places_of(uow, actor.user, Side.STUDENT):
        raise Refusal("profile-for-students")


def _standing(uow: UnitOfWork, actor: Actor) -> LearnerProfile:
    return uow.profiles.of(actor.user) or LearnerProfile(uow.workspace, actor.user, uow.now)
