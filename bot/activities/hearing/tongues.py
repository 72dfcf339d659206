"""Accord reads English so far. Who writes in another language that it knows by sight is told so, in that language."""

from datetime import datetime

from bot.activities.hearing.notices import ReadsEnglish
from bot.activities.ports import UnitOfWork
from bot.domain.actor import Actor
from bot.language.hearing import tongue_of
from bot.messages.briefs import prepares
from bot.messages.tell import tell


def say_once(uow: UnitOfWork, actor: Actor, text: str, ts: str, now: datetime) -> bool:
    """Once a day; whether it was said now. `ts` is that of the first part of the message."""
    language = tongue_of(text)
    if language is None:
        return False
    known = len(uow.queued)
    once = None if _said_to_a_part(uow, actor, ts) else f"reads-english:{actor.user}:{now:%Y-%m-%d}"
    tell(uow, actor.user, ReadsEnglish(language), now, once=once)
    return len(uow.queued) > known


def _said_to_a_part(uow: UnitOfWork, actor: Actor, ts: str) -> bool:
    """Whether an earlier part was heard already: what was said to that is taken back, and has to be said anew."""
    newest = uow.utterances.newest(user=actor.user)
    return newest is not None and ts in newest.parts


@prepares(ReadsEnglish)
def _reads_english(uow: UnitOfWork, notice: ReadsEnglish, reader: str) -> None:
    """It speaks of nothing that is kept."""
