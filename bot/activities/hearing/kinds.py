"""What is done with a message by what it is, once it is known what it may be about."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.activities import access
from bot.activities.hearing import messages, placing
from bot.activities.hearing.messages import Remark
from bot.domain.actor import Actor
from bot.domain.utterance import Place
from bot.language.hearing import Heard, Kind, Number
from bot.messages.briefs import say
from bot.messages.tell import tell
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class TypedMessage:
    """What somebody typed, all parts of it: where, under which message ("" for none), what, and the ts of its first.
    `numbers`: what it counts, by the targets of the check-in that it is about, where that was heard already."""

    channel: str
    thread: str
    text: str
    ts: str
    numbers: Mapping[int, Number] | None = None


@dataclass(frozen=True, slots=True)
class HeardMessage:
    """A typed message, what it was heard to be, and what it is about: None where nothing is open."""

    typed: TypedMessage
    heard: Heard
    place: Place | None


Handle = Callable[[UnitOfWork, Actor, HeardMessage], None]
_handlers: dict[Kind, Handle] = {}
HandleFirst = Callable[[UnitOfWork, Actor, HeardMessage], bool]
_first: list[HandleFirst] = []

ANSWERS = frozenset({Kind.ANSWER, Kind.PROGRESS})
"""What may be kept with what was asked."""

NO_ANSWER = frozenset(
    {Kind.QUESTION, Kind.FOR_TEACHER, Kind.STOP, Kind.THANKS, Kind.GREETING, Kind.UNWILLING, Kind.NOT_FOR_US}
)
"""What is no answer to a question of the interview."""

TO_A_PROGRAM = frozenset({Kind.THANKS, Kind.GREETING, Kind.UNWILLING, Kind.NOT_FOR_US})
"""What is said to Accord, and passed on to nobody."""

LEADS_NOWHERE = ANSWERS | {Kind.GREETING, Kind.QUESTION, Kind.CHANGE, Kind.NOT_FOR_US, Kind.UNCLEAR}
"""What somebody types who has not begun, and does not know how."""

START = "start"
"""What waits for who has not begun."""

ABOUT_ONE = ANSWERS | {Kind.FOR_TEACHER, Kind.STOP, Kind.CHANGE, Kind.AWAY}
"""What is about one class."""


def handles(*kinds: Kind) -> Callable[[Handle], Handle]:
    """Register what is done with messages of these kinds; a remark is made on all others."""

    def register(function: Handle) -> Handle:
        _handlers.update(dict.fromkeys(kinds, function))
        return function

    return register


def handles_first(function: HandleFirst) -> HandleFirst:
    """Register what looks at each message before its kind counts; it is done with where this says True."""
    _first.append(function)
    return function


def handle(uow: UnitOfWork, actor: Actor, message: HeardMessage) -> None:
    """Do with it what its kind asks for."""
    if any(first(uow, actor, message) for first in _first):
        return
    _handlers.get(message.heard.kind, remark)(uow, actor, message)


def remark(uow: UnitOfWork, actor: Actor, message: HeardMessage) -> None:
    """A short word. Nothing is kept, and what was asked stays open."""
    classroom = message.place.classroom if message.place is not None else None
    tell(uow, actor.user, Remark(message.heard.kind.value, what_waits(uow, actor, message), classroom))


def what_waits(uow: UnitOfWork, actor: Actor, message: HeardMessage) -> str:
    """What is said to wait, by the word of its About: what the message is about, where that is open; START for who
    can begin and has not; "" for nothing."""
    place = message.place
    if place is not None and placing.awaits_answer(uow, actor.user, place):
        return place.about.value
    return START if message.heard.kind in LEADS_NOWHERE and has_not_begun(uow, actor.user) else ""


def has_not_begun(uow: UnitOfWork, user: str) -> bool:
    """Whether a student has neither a contract nor a draft in any class."""
    return bool(access.learns_in(uow, user)) and not access.own_contracts(uow, user)


def _remark(uow: UnitOfWork, notice: Remark, reader: str) -> None:
    """A remark speaks of nothing that is kept."""


say(Remark, shown=_remark, blocks=messages.remark)
