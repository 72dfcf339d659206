"""What the tests of deciding begin with, and how they read what was said."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from bot.activities.changing import use_cases as changing
from bot.activities.contract.steps import TermsForm
from bot.activities.reviewing import use_cases as reviewing
from bot.domain.actor import Actor
from bot.domain.contract import Contract
from bot.domain.interview import Interview, InterviewState
from bot.domain.outbox import Delivery, Message, Verb
from bot.language.terms_typed import Filled
from bot.messages.presenting import present
from sandbox.blocks.check import check_message_blocks
from tests.unit.contract.forms import as_shown
from tests.world import World

SUBMITTED = InterviewState.SUBMITTED


def announced(world: World, **changed: Any) -> Contract:
    """A proposal that lies before the teachers of the class."""
    contract = world.proposed(**changed)
    with world.uow() as uow:
        uow.interviews.add(
            Interview(contract.workspace, contract.id, contract.classroom, contract.student, world.now, SUBMITTED)
        )
        reviewing.announce(uow, contract)
    return contract


def filled(form: TermsForm, typed: Mapping[str, str] | None = None, days: tuple[str, ...] | None = None) -> Filled:
    """The form as it is shown, with some fields typed anew."""
    shown = as_shown(form.terms, form.side, form.days, form.weeks, form.says_when)
    return Filled({**shown.texts, **(typed or {})}, shown.days if days is None else days)


def amended(world: World, **typed: str) -> Contract:
    """A proposal to which a teacher suggested changes; version 2 lies before the student."""
    contract = announced(world)
    form = world.do(reviewing.open_suggestion, world.teacher, contract.id, 1)
    return world.do(
        reviewing.suggest, world.teacher, contract.id, 1, filled(form, typed or {"commitments": "I read one essay"})
    )


def active(world: World, **said: Any) -> Contract:
    """A contract that both have signed, with the notices of the real thing."""
    contract = announced(world, **said)
    return world.do(reviewing.approve, world.teacher, contract.id, 1)


def changed(world: World, author: Actor, **typed: str) -> Contract:
    """An active contract to which somebody proposes a change; version 2 waits for the other side."""
    contract = active(world)
    form = world.do(changing.open_change, author, contract.id, 1)
    return world.do(changing.propose, author, contract.id, 1, filled(form, typed or {"supports": "A quiet room"}))


def now_is(world: World, contract: Contract) -> Contract:
    """The contract as it is stored."""
    with world.uow() as uow:
        found = uow.contracts.get(contract.id)
    assert found is not None
    return found


def leave(world: World, actor: Actor) -> None:
    with world.uow() as uow:
        standing = uow.memberships.of(world.classroom.id, actor.user)
        assert standing is not None
        uow.memberships.save(replace(standing, left_at=world.now))


def messages(world: World, kind: str = "") -> list[tuple[Delivery, Message]]:
    """Every post (of a kind) as it would be now; AssertionError for what Slack would refuse."""
    found = []
    queued = world.deliveries()
    with world.uow() as uow:
        for delivery in queued:
            if delivery.verb is Verb.POST and kind in ("", delivery.notice):
                message = present(uow, delivery)
                if message is not None:
                    assert check_message_blocks(list(message.blocks)) == []
                    found.append((delivery, message))
    return found


def newest(world: World, user: str, kind: str) -> Message:
    return [message for delivery, message in messages(world, kind) if delivery.lane == user][-1]


def buttons(message: Message) -> dict[str, str]:
    """Action ids and values of the buttons in a message."""
    return {e["action_id"]: e.get("value", "") for e in _elements(message.blocks) if e.get("type") == "button"}


def texts(message: Message) -> list[str]:
    """Every piece of text in a message's blocks."""
    return [e["text"] for e in _elements(message.blocks) if isinstance(e.get("text"), str)]


def _elements(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, Mapping):
        yield value
        value = list(value.values())
    if isinstance(value, list | tuple):
        for part in value:
            yield from _elements(part)
