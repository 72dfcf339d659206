"""Keeping phrases: a teacher's own, read and written by nobody else."""

from bot.activities import access
from bot.activities.phrases.forms import KEEP
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.phrases import MOST, TEXT_MOST, Phrase, phrases_in
from bot.domain.seen import clean
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


def keep(uow: UnitOfWork, teacher: str, text: str) -> None:
    """One more, which they typed in a form; what they keep already is kept once."""
    phrase, standing = " ".join(clean(text).split()), kept_by(uow, teacher)
    if not phrase or phrase in standing:
        return
    if len(phrase) > TEXT_MOST:
        raise Refusal("phrase-not-kept", field=KEEP)
    if len(standing) >= MOST:
        raise Refusal("too-many-phrases", field=KEEP, most=MOST)
    uow.phrases.add(Phrase(uow.workspace, teacher, phrase, uow.now))


def keep_typed(uow: UnitOfWork, actor: Actor, text: str) -> None:
    """One more, where what it was typed for is not sent yet. Again, it has no effect: the form comes back each time."""
    _teaches(uow, actor)
    keep(uow, actor.user, text)


def kept_by(uow: UnitOfWork, teacher: str) -> tuple[str, ...]:
    return tuple(one.text for one in uow.phrases.of(teacher))


def _teaches(uow: UnitOfWork, actor: Actor) -> None:
    if not access.places_of(uow, actor.user, Side.TEACHER):
        raise Refusal("for-teachers")
