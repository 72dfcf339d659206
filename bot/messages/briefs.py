"""Which message is said of what: what is read for it at the time of sending, and the blocks that are made of that."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from bot.activities import access
from bot.domain.classroom import Person, with_handle
from bot.domain.contract import Contract
from bot.domain.outbox import Message
from bot.domain.rights import ClassRole
from bot.messages.registry import Notice, Reader
from prompts.words import DEFAULT, language_of
from storage.unit_of_work import UnitOfWork

N = TypeVar("N", bound=Notice)
S = TypeVar("S")
Shown = Callable[[UnitOfWork, N, str], S]
"""Reads what is shown of a notice to `reader`, a user id or "" for a channel."""
Blocks = Callable[[N, S, Reader], Message]

_said: dict[str, tuple[Shown[Any, Any], Blocks[Any, Any]]] = {}


class NothingToSay(Exception):
    """What the notice speaks of is gone, or has moved on so far that saying it would only confuse."""


class NotTheirs(NothingToSay):
    """What the notice speaks of is not its reader's to read any more; where they read it before, the card says so."""


class Over(NothingToSay):
    """What was asked is answered: it is not said any more, and where it was said it is shown as `shown`."""

    def __init__(self, shown: Any) -> None:
        super().__init__("over")
        self.shown = shown


def say(kind: type[N], *, shown: Shown[N, S], blocks: Blocks[N, S]) -> None:
    """Register a message: what `shown` reads when it is sent is what `blocks` makes the message of."""
    _said[kind.kind] = shown, blocks


def brief_for(uow: UnitOfWork, notice: Notice, reader: str) -> Any:
    """What is shown of it. KeyError for a kind that nobody says."""
    return _said[notice.kind][0](uow, notice, reader)


def render(notice: Notice, brief: Any, reader: Reader) -> Message:
    return _said[notice.kind][1](notice, brief, reader)


def said_kinds() -> set[str]:
    return set(_said)


def only_to(user: str, reader: str) -> None:
    """What is between Accord and one person is rendered for nobody else."""
    if reader != user:
        raise NothingToSay("somebody else's")


def only_a_party(uow: UnitOfWork, contract: Contract, reader: str) -> None:
    """What is said of a contract is for its student, and for those who teach the class at the time of sending."""
    if reader != contract.student:
        only_a_teacher(uow, contract.classroom, reader)


def only_their_teacher(uow: UnitOfWork, student: str, classroom: int, reader: str) -> None:
    """What teachers read of a student is for nobody who is that student: who teaches now may have learnt here."""
    only_a_teacher(uow, classroom, reader)
    if reader == student:
        raise NothingToSay("their own")


def only_a_teacher(uow: UnitOfWork, classroom: int, reader: str) -> None:
    """Somebody may have stopped teaching between the time a message was queued and the time it leaves."""
    if reader not in access.teachers_of(uow, classroom):
        raise NotTheirs("not a teacher any more")


def name_of(uow: UnitOfWork, user: str) -> str:
    """Somebody's name as Slack shows it; their id while we have not met them."""
    return names_of(uow, [user])[0]


def lang_of(uow: UnitOfWork, user: str) -> str:
    """The language in which somebody is spoken to, and so types; the default while we have not met them."""
    person = uow.people.of(user)
    return language_of(person.reads) if person is not None else DEFAULT


def names_of(uow: UnitOfWork, users: Sequence[str]) -> tuple[str, ...]:
    found = told_apart(uow, uow.people.among(list(users)))
    return tuple(found.get(u, u) for u in users)


def helpers_named(uow: UnitOfWork, classroom: int) -> tuple[tuple[str, ClassRole], ...]:
    """(name, role) of those who help in a class or observe it."""
    helpers = access.helpers_of(uow, classroom)
    names = names_of(uow, [user for user, _ in helpers]) if helpers else ()
    return tuple((name, role) for name, (_, role) in zip(names, helpers, strict=True))


def told_apart(uow: UnitOfWork, people: Sequence[Person]) -> dict[str, str]:
    """How each of them is called, by user id: by name, with the handle where somebody else in a class has the same."""
    names = {p.name for p in people}
    others = {p.user: p for p in uow.people.named(list(names))} if names else {}
    shared = {name for name, count in Counter(p.name for p in others.values()).items() if count > 1}
    if not shared:
        return {p.user: p.name for p in people}
    in_question = [p.user for p in others.values() if p.name in shared]
    in_a_class = {m.user for m in uow.memberships.places_of_all(in_question)}

    def has_namesake(person: Person) -> bool:
        return any(p.name == person.name and p.user != person.user for p in others.values() if p.user in in_a_class)

    return {p.user: with_handle(p.name, p.handle) if has_namesake(p) else p.name for p in people}
