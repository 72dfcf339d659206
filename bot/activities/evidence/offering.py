"""A link that a student types while nothing waits for an answer may be there to show something."""

from bot.activities.evidence import use_cases as evidence
from bot.activities.hearing import kinds
from bot.activities.hearing.kinds import HeardMessage
from bot.domain.actor import Actor
from bot.domain.interview import About
from bot.language.hearing import Kind
from bot.language.links import beside_links, links_in
from storage.unit_of_work import UnitOfWork

_FOR_SOMETHING_ELSE = frozenset({Kind.FOR_TEACHER, Kind.STOP, Kind.CHANGE, Kind.AWAY})


@kinds.handles_first
def offer(uow: UnitOfWork, actor: Actor, message: HeardMessage) -> bool:
    """Ask whether, and for which target, it is to be shown. False where it is part of something else, or counts
    something: then that is heard, and what a first part of the message offered is let go of."""
    if not links_in(message.typed.text):
        return False
    if not _may_show(message):
        evidence.let_go(uow, actor, message.typed.ts)
        return False
    classroom = message.place.classroom if message.place is not None else None
    return evidence.take_links(uow, actor, message.typed.text, message.typed.ts, classroom)


def _may_show(message: HeardMessage) -> bool:
    text, place = message.typed.text, message.place
    if message.heard.kind in _FOR_SOMETHING_ELSE or message.heard.numbers:
        return False
    asks = message.heard.kind is Kind.QUESTION and "?" in beside_links(text)
    return not asks and (place is None or place.about is About.CLASS)
