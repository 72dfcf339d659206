"""How a payload of Slack's is read: its parts, or Malformed."""

from collections.abc import Mapping
from typing import Any

from bot.domain.actor import Actor

Payload = Mapping[str, Any]
ID_MOST = 255
"""Characters: the most that Slack allows for the longest of its names, those of actions and blocks."""
TEAM_MOST = 32
"""Characters that a column holds of a workspace's id; Slack's have 9 to 11."""


class Malformed(Exception):
    """A payload that Slack would not send: acknowledged, logged by its shape, and otherwise ignored."""


def actor_of(body: Payload) -> Actor:
    return Actor(team_of(body), id_in(dict_of(body.get("user")), "id"))


def team_of(body: Payload) -> str:
    """The workspace that installed Accord and gets this. In a channel shared with another organisation, a form and an
    event also name the workspace of whoever acts, or of whoever shared the channel.

    https://docs.slack.dev/apis/slack-connect, https://docs.slack.dev/apis/events-api#authorizations
    """
    team = body.get("team")
    for found in (
        _part(body.get("view"), "app_installed_team_id"),
        team.get("id") if isinstance(team, Mapping) else team,
        _part(_first_or_nothing(body.get("authorizations")), "team_id"),
        body.get("team_id"),
        _part(body.get("user"), "team_id"),
    ):
        if found is not None:
            return workspace_of(found)
    raise Malformed("team")


def _part(whole: Any, name: str) -> Any:
    return whole.get(name) if isinstance(whole, Mapping) else None


def _first_or_nothing(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else None


def is_id(value: Any) -> bool:
    """Whether Slack, or we, would name anything like this. What is no such thing no database keeps either."""
    return isinstance(value, str) and 0 < len(value) <= ID_MOST and value.isascii() and value.isprintable()


def workspace_of(team: Any) -> str:
    """The id of a workspace, which every row carries. Malformed for what is none."""
    if not is_id(team) or len(team) > TEAM_MOST:
        raise Malformed("team")
    return str(team)


def id_in(payload: Payload, name: str, *, needed: bool = True) -> str:
    """An id; "" where it may be missing and is."""
    value = text_in(payload, name, needed=needed)
    if value and not is_id(value):
        raise Malformed(name)
    return value


def text_in(payload: Payload, name: str, *, needed: bool = True) -> str:
    value = payload.get(name)
    if isinstance(value, str) and (value or not needed):
        return value
    if needed:
        raise Malformed(name)
    return ""


def dict_of(value: Any) -> Payload:
    if not isinstance(value, Mapping):
        raise Malformed("object expected")
    return value


def first_of(value: Any) -> Any:
    if not isinstance(value, list) or not value:
        raise Malformed("list expected")
    return value[0]
