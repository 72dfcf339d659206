"""Keeping phrases: a teacher's own, read and written by nobody else."""

from bot.activities import access
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.phrases import Phrase, phrases_in
from storage.unit_of_work import UnitOfWork


def open_form(uow: UnitOfWork, actor: Actor) -> tuple[str, ...]:
    """Those that the actor keeps."""
    _teaches(uow, actor)
    return kept_by(uow, actor.user)


def save(uow: UnitOfWork, actor: Actor, text: str) -> None:
    """One on each line, in place of those that were kept."""
    _teaches(uow, actor)
    wanted = phrases_in(text)
    if wanted == kept_by(uow, actor.user):
        return
    uow.phrases.remove_all([one.id for one in uow.phrases.of(actor.user)])
    for one in wanted:
        uow.phrases.add(Phrase(uow.workspace, actor.user, one, uow.now))


def kept_by(uow: UnitOfWork, teacher: str) -> tuple[str, ...]:
    return tuple(one.text for one in uow.phrases.of(teacher))


def _teaches(uow: UnitOfWork, actor: Actor) -> None:
    if not access.places_of(uow, actor.user, Side.TEACHER):
        raise Refusal("for-teachers")
