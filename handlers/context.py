"""What a handler works with: the runner, the reader's words, and the few calls that can not wait."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from bot.activities.admitting import use_cases as admitting
from bot.activities.contract import reads
from bot.domain.actor import Actor, Refusal
from bot.domain.classroom import Person
from bot.domain.paper import USER
from bot.messages.blocks import form_named
from bot.runner import Runner, UseCase
from handlers.inbound import Command, Press, Said, Shortcut, Submission, Suggest, is_id
from prompts.words import Words, words_for


class Views(Protocol):
    """The edge to Slack for what a trigger id opens. A failure is raised; the router says it."""

    async def open(self, workspace: str, trigger: str, view: Mapping[str, Any]) -> None: ...
    async def push(self, workspace: str, trigger: str, view: Mapping[str, Any]) -> None: ...
    async def update(self, workspace: str, view_id: str, view: Mapping[str, Any]) -> None:
        """In the place of one that is open. Where it is not any more, nothing is wrong."""

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
    runner: Runner
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
        person = await self.runner.read(actor, _person)
        return words_for(person.reads) if person else words_for()


def _person(uow: Any, actor: Actor) -> Person | None:
    found: Person | None = uow.people.of(actor.user)
    return found


@dataclass(frozen=True, slots=True)
class FormResponse:
    """How a submitted modal is answered: nothing (it closes), errors under fields, or another view."""

    errors: Mapping[str, str] = field(default_factory=dict)
    view: Mapping[str, Any] | None = None
    push: bool = False
    clear: bool = False
    """All views close, not this one alone."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in the workspace. `payload` is Slack's inner event."""

    workspace: str
    kind: str
    payload: Mapping[str, Any]
    incoming: str


OnPress = Callable[[Press, Context], Awaitable[None]]
OnShortcut = Callable[[Shortcut, Context], Awaitable[None]]
OnSubmit = Callable[[Submission, Context], Awaitable[FormResponse | None]]
OnCommand = Callable[[Command, Context], Awaitable[None]]
OnSaid = Callable[[Said, Context], Awaitable[None]]
OnEvent = Callable[[Event, Context], Awaitable[None]]
Option = dict[str, Any]
OnSuggest = Callable[[Suggest, Context], Awaitable[list[Option]]]


@dataclass(frozen=True, slots=True)
class Routes:
    """What one activity answers to: action ids, callback ids, command words, event types, shortcuts on messages,
    fields that ask what to suggest."""

    presses: Mapping[str, OnPress] = field(default_factory=dict)
    forms: Mapping[str, OnSubmit] = field(default_factory=dict)
    commands: Mapping[str, OnCommand] = field(default_factory=dict)
    events: Mapping[str, OnEvent] = field(default_factory=dict)
    shortcuts: Mapping[str, OnShortcut] = field(default_factory=dict)
    suggests: Mapping[str, OnSuggest] = field(default_factory=dict)


# What buttons and modals carry: "12:3", a contract and a number; "12:U3", a class and a student. It comes back as a
# claim.


_CLAIM = re.compile(r"([0-9]{1,18}):([0-9]{1,9})", re.ASCII)
_IN_CLASS = re.compile(rf"(?:([0-9]{{1,18}}):)?({USER})?", re.ASCII)


def claim(value: str) -> tuple[int, int]:
    """(contract, version or line of history). Raises Refusal for anything else."""
    found = _CLAIM.fullmatch(value)
    if found is None:
        raise Refusal("old-button")
    return int(found[1]), int(found[2])


def one(value: str) -> int:
    """The id that a button carries. Raises Refusal for anything else."""
    if not value.isascii() or not value.isdigit() or len(value) > 18:
        raise Refusal("old-button")
    return int(value)


def on_one(use_case: UseCase[[int], Any]) -> OnPress:
    """A button that carries an id, and is a choice in itself."""

    async def pressed(press: Press, context: Context) -> None:
        await context.runner.once(press.incoming, press.actor, use_case, one(press.value))

    return pressed


def in_class(value: str) -> tuple[int | None, str]:
    """(class, student), each of which may be missing: one class alone, or a student alone, as in buttons from before.
    Raises Refusal for anything else."""
    found = _IN_CLASS.fullmatch(value)
    if found is None:
        raise Refusal("old-button")
    return int(found[1]) if found[1] else None, found[2] or ""


# Opening a form.


async def open_form(
    asked: Press | Command, context: Context, words: Words, view: Mapping[str, Any], **about: int
) -> None:
    """Open it for whoever asked. `about` says what it is about ("contract", "check_in", "feedback"): somebody who is
    in more than one class sees which one that is."""
    found = await named(asked.actor, context, words, view, **about)
    await context.views.open(asked.actor.workspace, asked.trigger, found)


async def named(
    actor: Actor, context: Context, words: Words, view: Mapping[str, Any], **about: int
) -> Mapping[str, Any]:
    """The form with the name of its class, for somebody who is in more than one."""
    return form_named(view, await context.runner.read(actor, reads.for_form, about), words)


# Asking Slack anew who somebody is, where something hangs on what they are.


async def meet_again(actor: Actor, context: Context) -> None:
    """Keep what Slack says now of whoever acts: an admin of yesterday is none. Where it does not answer, what is known
    decides."""
    me = await context.views.who_is(actor.workspace, actor.user)
    if me is not None:
        await context.runner.run(actor, admitting.learn, me)


async def who_they_are(actor: Actor, users: Iterable[str], context: Context) -> dict[str, Person | None]:
    """What Slack says now of each, all asked at once: whoever sent the form waits."""
    asked = [user for user in dict.fromkeys(users) if is_id(user)]
    said = await asyncio.gather(*(context.views.who_is(actor.workspace, user) for user in asked))
    return dict(zip(asked, said, strict=True))
