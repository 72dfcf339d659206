"""What a handler works with: the desk, the reader's words, and the few calls that can not wait."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from bot.domain.actor import Actor
from bot.domain.classroom import Person
from bot.runner import Desk
from handlers.inbound import Command, Press, Said, Submission
from prompts.words import Words, words_for


class Views(Protocol):
    """The edge to Slack for what a trigger id opens. A failure is raised; the router says it."""

    async def open(self, workspace: str, trigger: str, view: Mapping[str, Any]) -> None: ...
    async def push(self, workspace: str, trigger: str, view: Mapping[str, Any]) -> None: ...
    async def who_is(self, workspace: str, user: str) -> Person | None:
        """Ask Slack about somebody; None where it does not know them."""

    async def is_in(self, workspace: str, channel: str) -> bool:
        """Whether Accord is in a channel. Where Slack does not say, nothing speaks against it."""


class Installed(Protocol):
    """The workspaces' tokens."""

    async def withdraw(self, workspace: str, at: datetime) -> bool:
        """Delete what the workspace took back at `at`; False where it installed Accord again since."""


class NoneKept:
    """No tokens, and so none to delete."""

    async def withdraw(self, workspace: str, at: datetime) -> bool:
        return True


def _never() -> bool:
    return False


def _to_nobody(actor: Actor, kind: str) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Context:
    desk: Desk
    views: Views
    model: bool = False
    """Whether a language model is configured, which may be asked for drafts."""
    installed: Installed = field(default_factory=NoneKept)
    in_a_rush: Callable[[], bool] = _never
    """Whether more comes in than can be worked on: then it is kept, and heard in its turn."""
    heard: Callable[[Actor, str], None] = _to_nobody
    """Told of each message as what it was heard: its kind, of a burst that of the joined text. For who watches."""

    async def words(self, actor: Actor) -> Words:
        """The copy in the actor's language."""
        person = await self.desk.read(_person, actor)
        return words_for(person.locale if person else "en")


def _person(uow: Any, actor: Actor, *, now: Any) -> Person | None:
    found: Person | None = uow.people.first(user=actor.user)
    return found


@dataclass(frozen=True, slots=True)
class Answer:
    """How a submitted modal is answered: nothing (it closes), errors under fields, or another view."""

    errors: Mapping[str, str] = field(default_factory=dict)
    view: Mapping[str, Any] | None = None
    push: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in the workspace. `payload` is Slack's inner event."""

    workspace: str
    kind: str
    payload: Mapping[str, Any]
    incoming: str


OnPress = Callable[[Press, Context], Awaitable[None]]
OnSubmit = Callable[[Submission, Context], Awaitable[Answer | None]]
OnCommand = Callable[[Command, Context], Awaitable[None]]
OnSaid = Callable[[Said, Context], Awaitable[None]]
OnEvent = Callable[[Event, Context], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Routes:
    """What one activity answers to: action ids, callback ids, command words, event types."""

    presses: Mapping[str, OnPress] = field(default_factory=dict)
    forms: Mapping[str, OnSubmit] = field(default_factory=dict)
    commands: Mapping[str, OnCommand] = field(default_factory=dict)
    events: Mapping[str, OnEvent] = field(default_factory=dict)
