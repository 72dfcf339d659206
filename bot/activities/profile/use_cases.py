"""The learner profile: its student writes it; who teaches the student reads it where the student lets them."""

from collections.abc import Mapping
from dataclasses import replace

from bot.activities import access
from bot.activities.profile.messages import AboutStudent
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.profile import LearnerProfile, written
from bot.messages.briefs import name_of
from bot.messages.tell import show_home
from prompts.words import COPY, spoken
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
    share_answers: bool = False,
    language: str | None = None,
) -> LearnerProfile:
    """Put the form in the place of what stood. Raises Refusal with the part as its field. `language` as in
    `choose_language`; None where the form did not ask for it."""
    _a_student(uow, actor)
    if language is not None:
        choose_language(uow, actor, language)
    standing = _standing(uow, actor)
    made = written(
        standing,
        parts,
        share_interests=share_interests,
        share_with_teachers=share_with_teachers,
        share_answers=share_answers,
        now=uow.now,
    )
    if standing.id or not made.says_nothing:
        made = uow.profiles.put(made)
        show_home(uow, actor.user)
    return made


def language_of(uow: UnitOfWork, actor: Actor) -> str:
    """The language that the actor chose; "" for the one of their Slack."""
    person = uow.people.of(actor.user)
    return person.language if person is not None else ""


def choose_language(uow: UnitOfWork, actor: Actor, language: str) -> None:
    """From now on all is said to the actor in this language; "" for the one of their Slack."""
    person = uow.people.of(actor.user)
    if person is None or language not in ("", *spoken(COPY)):
        raise Refusal("old-button")
    if person.language != language:
        uow.people.save(replace(person, language=language))
        show_home(uow, actor.user)


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
