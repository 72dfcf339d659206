"""In a channel that two organisations share, everything goes by the workspace that installed Accord."""

from typing import Any

import pytest

from bot.domain.outbox import ErrandKind
from handlers import router as handlers_router
from handlers.inbound import Malformed, command_of, press_of, said_of, submission_of
from handlers.router import Router
from tests.rows import first_row
from tests.unit.handling import context_of
from tests.world import World

OURS, THEIRS = "T1", "T9"
VIEW = {
    "id": "V1",
    "callback_id": "checking_in.log",
    "private_metadata": "1",
    "state": {"values": {}},
    "team_id": THEIRS,
    "app_installed_team_id": OURS,
}
USER = {"id": "U1", "team_id": THEIRS}
INSTALLED = [{"team_id": OURS, "user_id": "UBOT", "is_bot": True}]


def test_a_form_that_somebody_of_theirs_fills() -> None:
    body = {"type": "view_submission", "team": {"id": THEIRS}, "user": USER, "view": VIEW}
    assert submission_of(body).actor.workspace == OURS


def test_a_button_in_such_a_form_or_on_home() -> None:
    action = {"action_id": "a", "action_ts": "1.1", "type": "button", "value": "v"}
    body = {"team": {"id": THEIRS}, "user": USER, "view": VIEW, "actions": [action], "trigger_id": "1.2"}
    assert press_of(body).actor.workspace == OURS
    in_a_message = {**body, "team": {"id": OURS}, "view": None}
    assert press_of(in_a_message).actor.workspace == OURS


def test_an_organisation_names_no_team() -> None:
    body = {"team": None, "user": {"id": "U1", "team_id": OURS}, "view": {**VIEW, "app_installed_team_id": None}}
    assert submission_of(body).actor.workspace == OURS


def test_a_message_in_what_is_shared() -> None:
    event = {"type": "message", "channel": "D1", "user": "U1", "text": "hi", "ts": "1.1", "team": THEIRS}
    body = {"team_id": THEIRS, "is_ext_shared_channel": True, "authorizations": INSTALLED, "event": event}
    said = said_of(body)
    assert said is not None
    assert said.actor.workspace == OURS


def test_a_command_goes_by_where_it_was_typed() -> None:
    body = {"team_id": OURS, "user_id": "U1", "channel_id": "C1", "trigger_id": "1.1", "text": "help"}
    assert command_of(body).actor.workspace == OURS


@pytest.mark.parametrize("team", [7, "", "T\x00", "T" * 33, {}])
def test_what_is_no_workspace_is_not_passed_over(team: Any) -> None:
    """Else a form could name its workspace by a broken one."""
    with pytest.raises(Malformed):
        submission_of({"team": {"id": OURS}, "user": USER, "view": {**VIEW, "app_installed_team_id": team}})


async def test_an_event_in_what_is_shared(world: World) -> None:
    async def ack() -> None: ...

    router = Router(context_of(world), handlers_router.ALL, lambda said, context: ack())
    event = {"type": "member_left_channel", "user": "USTUDENT", "channel": "C1"}
    body = {"team_id": THEIRS, "event_id": "Ev1", "authorizations": INSTALLED, "event": event}
    await router.on_event(ack, body)  # type: ignore[arg-type]
    with world.uow() as uow:
        left = first_row(uow.memberships, user="USTUDENT")
    assert left is not None
    assert left.left_at == world.now


@pytest.mark.parametrize("kind", ["channel_shared", "channel_unshared"])
async def test_when_a_channel_is_shared_or_no_longer_its_class_is_read_anew(world: World, kind: str) -> None:
    """Of each of the other organisation's people Slack need not say that they came, or went."""

    async def ack() -> None: ...

    router = Router(context_of(world), handlers_router.ALL, lambda said, context: ack())
    for number, channel in enumerate(("C1", "C9")):
        body = {"team_id": OURS, "event_id": f"Ev{number}", "event": {"type": kind, "channel": channel}}
        await router.on_event(ack, body)  # type: ignore[arg-type]
    with world.uow() as uow:
        to_read = [one.args for one in uow.errands.all() if one.kind is ErrandKind.SYNC_ROSTER]
    assert to_read == [{"classroom": world.classroom.id, "by": ""}]
