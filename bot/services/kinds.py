"""What is done with a message by what it is, once it is known what it may be about."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.actor import Actor
from bot.domain.utterance import Place
from bot.language.hearing import Heard, Kind
from bot.notices.hearing import Remark
from bot.services.briefs import prepares
from bot.services.ports import UnitOfWork
from bot.services.saying import tell


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed, all parts of it: where, under which message ("" for none), what, and the ts of its first."""

    channel: str
    thread: str
    text: str
    ts: str


@dataclass(frozen=True, slots=True)
class Message:
    """A typed message, what it was heard to be, and what it is about: None where nothing is open."""

    typed: Typed
    heard: Heard
    place: Place | None


Handle = Callable[[UnitOfWork, Actor, Message, datetime], None]

ANSWERS = frozenset({Kind.ANSWER, Kind.PROGRESS})
"""What may be kept with what was asked."""

NO_ANSWER = frozenset({Kind.QUESTION, Kind.FOR_TEACHER, Kind.STOP, Kind.THANKS, Kind.UNWILLING, Kind.NOT_FOR_US})
"""What is no answer to a question of the interview."""

TO_A_PROGRAM = frozenset({Kind.THANKS, Kind.GREETING, Kind.UNWILLING, Kind.NOT_FOR_US})
"""What is said to Accord, and passed on to nobody."""

ABOUT_ONE = ANSWERS | {Kind.FOR_TEACHER, Kind.STOP, Kind.CHANGE, Kind.AWAY}
"""What concerns one class: where several are open, it has to be known which."""


def remark(uow: UnitOfWork, actor: Actor, message: Message, now: datetime) -> None:
    """A short word. Nothing is kept, and what was asked stays open."""
    waits = message.place.about.value if message.place else ""
    tell(uow, actor.user, Remark(message.heard.kind.value, waits), now)


HANDLERS: Mapping[Kind, Handle] = {}
"""What is more than a remark."""


def handle(uow: UnitOfWork, actor: Actor, message: Message, now: datetime) -> None:
    """Do with it what its kind asks for."""
    HANDLERS.get(message.heard.kind, remark)(uow, actor, message, now)


@prepares(Remark)
def _remark(uow: UnitOfWork, notice: Remark, reader: str) -> None:
    """A remark speaks of nothing that is kept."""
