"""What the app may do and is told about: read from its manifest, or everything when there is none.

The manifest's fields: https://docs.slack.dev/reference/app-manifest
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ALL_SCOPES = frozenset(
    {
        *("channels:history", "channels:read", "groups:history", "groups:read"),
        *("im:history", "im:read", "im:write", "mpim:read"),
        *("chat:write", "chat:write.public", "commands", "assistant:write"),
        *("files:read", "files:write", "pins:write", "reactions:read", "reactions:write"),
        *("team:read", "users:read", "users:read.email"),
    }
)
ALL_EVENTS = frozenset(
    {
        *("app_home_opened", "message.im", "message.channels", "message.groups"),
        *("member_joined_channel", "member_left_channel", "user_change", "reaction_added", "reaction_removed"),
        *("channel_archive", "channel_rename", "group_archive", "group_rename"),
        *("channel_shared", "channel_unshared"),
        *("app_uninstalled", "tokens_revoked"),
    }
)


@dataclass(frozen=True)
class Shortcut:
    """A global or message shortcut of the app."""

    name: str
    callback_id: str
    on_message: bool


@dataclass(frozen=True)
class CommandHelp:
    """What Slack's composer shows of a slash command."""

    name: str
    description: str
    usage: str


@dataclass(frozen=True)
class AppConfig:
    """The app as its manifest declares it; `commands` is None when any command reaches the app."""

    name: str = "Accord"
    scopes: frozenset[str] = ALL_SCOPES
    events: frozenset[str] = ALL_EVENTS
    commands: frozenset[str] | None = None
    escaping_commands: frozenset[str] = frozenset()
    command_help: tuple[CommandHelp, ...] = ()
    shortcuts: tuple[Shortcut, ...] = ()
    home_enabled: bool = True
    messages_enabled: bool = True
    messages_read_only: bool = False
    interactive: bool = True
    socket_mode: bool = True
    events_url: str | None = None
    interactive_url: str | None = None
    options_url: str | None = None
    commands_url: str | None = None
    redirect_urls: tuple[str, ...] = ()


def load(path: str | Path | None) -> AppConfig:
    """Return what the manifest at `path` declares; with None, an app that may do everything."""
    if path is None:
        return AppConfig()
    data = yaml.safe_load(Path(path).read_text(encoding="utf-8"))
    if not isinstance(data, dict):
        raise TypeError(f"{path} is no app manifest: it must be a mapping")
    return parse(data)


def parse(manifest: dict[str, Any]) -> AppConfig:
    """Return what a manifest, already read into a mapping, declares."""
    features = manifest.get("features") or {}
    oauth = manifest.get("oauth_config") or {}
    settings = manifest.get("settings") or {}
    subscriptions = settings.get("event_subscriptions") or {}
    interactivity = settings.get("interactivity") or {}
    commands = features.get("slash_commands") or []
    home = features.get("app_home") or {}
    return AppConfig(
        name=_name(manifest, features),
        scopes=frozenset((oauth.get("scopes") or {}).get("bot") or ()),
        events=frozenset(subscriptions.get("bot_events") or ()),
        commands=frozenset(command["command"] for command in commands),
        escaping_commands=frozenset(c["command"] for c in commands if c.get("should_escape")),
        command_help=tuple(_help(c) for c in commands),
        shortcuts=tuple(_shortcut(entry) for entry in features.get("shortcuts") or ()),
        home_enabled=bool(home.get("home_tab_enabled", False)),
        messages_enabled=bool(home.get("messages_tab_enabled", True)),
        messages_read_only=bool(home.get("messages_tab_read_only_enabled", False)),
        interactive=bool(interactivity.get("is_enabled", False)),
        socket_mode=bool(settings.get("socket_mode_enabled", False)),
        events_url=subscriptions.get("request_url"),
        interactive_url=interactivity.get("request_url"),
        options_url=interactivity.get("message_menu_options_url"),
        commands_url=next((command["url"] for command in commands if command.get("url")), None),
        redirect_urls=tuple(oauth.get("redirect_urls") or ()),
    )


def _name(manifest: dict[str, Any], features: dict[str, Any]) -> str:
    bot_user = features.get("bot_user") or {}
    name: str = bot_user.get("display_name") or manifest["display_information"]["name"]
    return name


def _shortcut(entry: dict[str, Any]) -> Shortcut:
    return Shortcut(entry["name"], entry["callback_id"], entry.get("type") == "message")


def _help(entry: dict[str, Any]) -> CommandHelp:
    return CommandHelp(entry["command"], entry.get("description") or "", entry.get("usage_hint") or "")
