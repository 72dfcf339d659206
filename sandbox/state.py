"""What a workspace holds: people, conversations, messages, views, files. Data, no rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

Json = dict[str, Any]


@dataclass
class User:
    """A member of the workspace; the bot is one too."""

    id: str
    name: str
    real_name: str
    tz: str = "UTC"
    locale: str = "en-US"
    email: str = ""
    title: str = ""
    is_admin: bool = False
    is_owner: bool = False
    is_bot: bool = False
    is_guest: bool = False
    is_single_channel_guest: bool = False
    team: str = ""
    """The workspace that they belong to, where that is another one."""
    organisation: tuple[str, ...] | None = None
    """The workspaces that they are in, where theirs is one of an Enterprise organisation."""
    deleted: bool = False
    updated: int = 0
    dnd: bool = False
    display_name: str = ""
    """What they chose to be shown as; else their real name is shown."""

    @property
    def shown(self) -> str:
        return self.display_name or self.real_name


SLACKBOT = User("USLACKBOT", "slackbot", "Slackbot", is_bot=True)
"""Slack itself, where it speaks in somebody's place."""

TOMBSTONE = "tombstone"
"""The subtype of what stands instead of a deleted message that has replies."""


@dataclass
class Reaction:
    """One emoji on one message, and who put it there."""

    name: str
    users: list[str]


@dataclass
class Post:
    """A message, of a person or of the bot."""

    ts: str
    channel: str
    user: str
    text: str
    by_bot: bool = False
    blocks: list[Json] | None = None
    attachments: list[Json] | None = None
    metadata: Json | None = None
    thread_ts: str | None = None
    broadcast: bool = False
    client_msg_id: str | None = None
    subtype: str | None = None
    edited_ts: str | None = None
    ephemeral_to: str | None = None
    files: list[str] = field(default_factory=list)
    reactions: list[Reaction] = field(default_factory=list)
    inputs: dict[str, dict[str, Json]] = field(default_factory=dict)
    changes: int = 0
    notifies: frozenset[str] = frozenset()

    @property
    def is_tombstone(self) -> bool:
        return self.subtype == TOMBSTONE


@dataclass
class Conversation:
    """A channel, a private channel or a direct message with the bot."""

    id: str
    kind: Literal["channel", "private", "im"]
    name: str
    created: int
    creator: str
    members: list[str] = field(default_factory=list)
    archived: bool = False
    posts: list[Post] = field(default_factory=list)
    by_ts: dict[str, Post] = field(default_factory=dict)
    threads: dict[str, list[str]] = field(default_factory=dict)
    pins: list[str] = field(default_factory=list)
    open: bool = True

    def add(self, post: Post) -> None:
        """Append a message."""
        self.posts.append(post)
        self.by_ts[post.ts] = post
        if post.thread_ts:
            self.threads.setdefault(post.thread_ts, []).append(post.ts)

    def remove(self, post: Post) -> None:
        """Take a message away."""
        self.posts.remove(post)
        del self.by_ts[post.ts]
        if post.thread_ts:
            self.threads[post.thread_ts].remove(post.ts)


@dataclass
class View:
    """A modal or a Home as it stands, with what the person has put in."""

    id: str
    kind: Literal["modal", "home"]
    user: str
    body: Json
    hash: str
    root_id: str
    previous_id: str | None = None
    inputs: dict[str, dict[str, Json]] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    changes: int = 0
    suggested: dict[str, list[Json]] = field(default_factory=dict)
    """What the app last suggested for a field, by action_id."""

    @property
    def blocks(self) -> list[Json]:
        blocks: list[Json] = self.body["blocks"]
        return blocks


@dataclass(frozen=True)
class FileTrouble:
    """What is odd about files that people hand in. `stub`: all that is told of them, and how ("hidden_by_limit",
    "external", "check_file_info", "access_denied"); `scanned_at`: until then they can not be had; `served`: what comes
    in their place ("page", "half", "nothing")."""

    stub: str = ""
    scanned_at: float = 0.0
    served: str = ""


@dataclass
class StoredFile:
    """A file; `shared_in` maps a conversation to the message that shows it."""

    id: str
    name: str
    title: str
    user: str
    created: int
    mimetype: str = "application/octet-stream"
    content: bytes = b""
    upload_key: str = ""
    expected: int = 0
    uploaded: bool = False
    complete: bool = False
    deleted: bool = False
    alt_text: str = ""
    trouble: FileTrouble = FileTrouble()
    shared_in: dict[str, str] = field(default_factory=dict)


@dataclass
class Token:
    """A token and what it may do."""

    value: str
    kind: Literal["bot", "app"]
    scopes: frozenset[str]
    revoked: bool = False


@dataclass
class Trigger:
    """What an interaction gives the app for opening a modal: 3 seconds, one use."""

    id: str
    user: str
    issued: datetime
    view: str | None = None
    used: bool = False


@dataclass
class ResponseUrl:
    """A response_url: five uses in 30 minutes."""

    key: str
    user: str
    channel: str
    issued: datetime
    message_ts: str | None = None
    kind: Literal["actions", "commands"] = "actions"
    uses: int = 0


@dataclass
class OAuthCode:
    """What a person's consent is worth, once."""

    value: str
    scopes: frozenset[str]
    user: str
    redirect_uri: str
    issued: datetime
    used: bool = False


@dataclass
class State:
    """Everything in one workspace."""

    team_id: str
    team_name: str
    app_id: str
    bot_id: str
    bot_user: str
    users: dict[str, User] = field(default_factory=dict)
    conversations: dict[str, Conversation] = field(default_factory=dict)
    ims: dict[str, str] = field(default_factory=dict)
    views: dict[str, View] = field(default_factory=dict)
    stacks: dict[str, list[str]] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    file_trouble: FileTrouble = FileTrouble()
    """Of what people hand in from now on."""
    tokens: dict[str, Token] = field(default_factory=dict)
    triggers: dict[str, Trigger] = field(default_factory=dict)
    response_urls: dict[str, ResponseUrl] = field(default_factory=dict)
    codes: dict[str, OAuthCode] = field(default_factory=dict)
    socket_tickets: set[str] = field(default_factory=set)
    installed: bool = True

    def who(self, user_id: str) -> User:
        """Return who wrote something: a member, or Slack itself."""
        return self.users.get(user_id, SLACKBOT)
