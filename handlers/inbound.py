"""What Slack sends, as plain typed values. A payload that lacks what it must have is a Malformed."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, TypeGuard

from bot.domain.actor import Actor
from bot.domain.evidence import FILES_MOST, Handed
from bot.domain.seen import clean
from bot.language.naming.parts import reference

# What a person typed, out of the form in which Slack sends it.
#
# https://docs.slack.dev/messaging/formatting-message-text#retrieving-messages


_REFERENCE = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")
_ID = re.compile(r"[A-Z0-9]{1,32}")
MENTIONS_MOST = 50
"""In one message; of those behind them nobody looks up the names."""

_NOT_SHOWN = ("mailto:", "tel:")
"""What Slack puts before an address or a number that it linked by itself."""


_ADDRESSES = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Referred:
    """Whom and what a text refers to by id; `groups` says whether there is a group without a name."""

    people: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    groups: bool = False

    def __bool__(self) -> bool:
        return bool(self.people or self.channels or self.groups)


@dataclass(frozen=True, slots=True)
class Called:
    """How people and channels are called, by their ids; and what is said of those whom nobody knows here."""

    people: Mapping[str, str] = field(default_factory=dict)
    channels: Mapping[str, str] = field(default_factory=dict)
    somebody: str = ""
    a_channel: str = ""
    a_group: str = ""


UNKNOWN = Called()


def referred(text: str) -> Referred:
    found = list(_REFERENCE.finditer(text))
    groups = any(match[1].startswith("!subteam") and not match[2] for match in found)
    return Referred(_ids("@", found), _ids("#", found), groups)


def _ids(sign: str, found: Sequence[re.Match[str]]) -> tuple[str, ...]:
    ids = [match[1][1:] for match in found if match[1].startswith(sign) and _ID.fullmatch(match[1], 1)]
    return tuple(dict.fromkeys(ids))[:MENTIONS_MOST]


def plain_text(text: str, called: Called = UNKNOWN) -> str:
    """The text as its author saw it: people and channels by name, a link by its label and its address, `&lt;` is <."""
    shown = _REFERENCE.sub(lambda match: _shown(match[1], match[2] or "", called), clean(text))
    return clean(shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))


def _shown(target: str, label: str, called: Called) -> str:
    sign, ident = target[:1], target[1:]
    if sign == "@":
        return _named("@", called.people.get(ident, label), called.somebody)
    if sign == "#":
        return _named("#", label or called.channels.get(ident, ""), called.a_channel)
    if sign == "!":
        return _special(ident, label, called)
    return _link(target, label)


def _link(target: str, label: str) -> str:
    """Who reads a label has to see where it leads; what Slack linked by itself says so already."""
    if not label:
        return target.removeprefix(next(filter(target.startswith, _NOT_SHOWN), ""))
    leads_elsewhere = target.startswith(_ADDRESSES) and _bare(target) != _bare(label)
    return f"{label} ({target})" if leads_elsewhere else label


def _bare(address: str) -> str:
    """An address as one would type it."""
    return address.casefold().removeprefix("http://").removeprefix("https://").removeprefix("www.").rstrip("/")


def _special(what: str, label: str, called: Called) -> str:
    """`<!here>`, `<!subteam^S1|@year-11>`, `<!date^1392734382^{date}|18 February>`."""
    kind, *rest = what.split("^")
    if kind == "date":
        return label
    if kind == "subteam":
        return _named("@", label, called.a_group)
    return label or what if rest else f"@{kind}"


def _named(sign: str, name: str, otherwise: str) -> str:
    return reference(sign, name.removeprefix(sign)) if name else otherwise


# How a payload of Slack's is read: its parts, or Malformed.


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


def is_id(value: Any) -> TypeGuard[str]:
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


@dataclass(frozen=True, slots=True)
class Press:
    """A button, or a choice made in a message or on Home. `value` is what the button carries: a claim."""

    actor: Actor
    action: str
    value: str
    trigger: str
    incoming: str
    channel: str
    """"" on Home and in a modal."""
    message: str
    """The ts of the message that the button stands in, or ""."""
    view: str = ""
    """The modal that it stands in, or "": over Home nothing can be pushed."""


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One on a message. `author` wrote that, "" where no person did; `text` are their words: nobody's to keep."""

    actor: Actor
    callback: str
    trigger: str
    incoming: str
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class Submission:
    """A modal sent. `values` maps block ids to a str, a list of str, or None; `written` are those that hold words."""

    actor: Actor
    callback: str
    values: Mapping[str, Any]
    metadata: str
    trigger: str
    incoming: str
    written: Sequence[str] = ()
    below: str = ""
    """The view that shows again when this one closes, or ""."""
    is_third: bool = False
    """It lies over a form that lies over another: Slack takes none over it."""
    files: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """(id, name) of what was put into each field for files."""

    def handed(self, name: str) -> Handed:
        return Handed(self.files.get(name, ()), self.incoming)

    def text(self, name: str) -> str:
        value = self.values.get(name)
        return value.strip() if isinstance(value, str) else ""

    def chosen(self, name: str) -> tuple[str, ...]:
        value = self.values.get(name)
        return tuple(value) if isinstance(value, list) else ()


@dataclass(frozen=True, slots=True)
class Suggest:
    """What somebody typed so far into a field that asks for suggestions, and what its form is about: a claim."""

    actor: Actor
    field: str
    typed: str
    metadata: str


@dataclass(frozen=True, slots=True)
class Command:
    """`/accord word rest`. `channel` is where it was typed."""

    actor: Actor
    channel: str
    word: str
    rest: str
    trigger: str
    incoming: str

    @property
    def mentioned(self) -> list[str]:
        """User ids of the people whom it names, in their order."""
        return _MENTIONED.findall(self.rest)

    @property
    def without_mentions(self) -> str:
        return _MENTIONED.sub(" ", self.rest)


_MENTIONED = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^>]*)?>")


@dataclass(frozen=True, slots=True)
class Said:
    """A direct message to Accord. For an edit, `ts` is the edited message's and `edited` is true; for a deletion
    `ts` is that of the message that is gone, `deleted` is true, and there is no text.

    `thread` is the ts of the message that it was written under, "" at the top level and for a message that only has
    replies. `files` are the names of what came along, "" for one whose name Slack does not tell, and
    `file_ids` their ids.
    """

    actor: Actor
    channel: str
    text: str
    ts: str
    incoming: str
    edited: bool = False
    deleted: bool = False
    thread: str = ""
    files: tuple[str, ...] = ()
    file_ids: tuple[str, ...] = ()


def press_of(body: Payload) -> Press:
    action = dict_of(first_of(body.get("actions")))
    container = dict_of(body.get("container", {}))
    actor = actor_of(body)
    action_id = id_in(action, "action_id")
    stamp = id_in(action, "action_ts", needed=False) or id_in(body, "trigger_id")
    return Press(
        actor=actor,
        action=action_id,
        value=_action_value(action),
        trigger=id_in(body, "trigger_id", needed=False),
        incoming=f"press:{actor.user}:{action_id}:{stamp}",
        channel=id_in(dict_of(body.get("channel") or {}), "id", needed=False),
        message=id_in(container, "message_ts", needed=False),
        view=_modal_in(body),
    )


def _modal_in(body: Payload) -> str:
    """Slack names the view of Home in the same place."""
    view = dict_of(body.get("view") or {})
    return "" if view.get("type") == "home" else id_in(view, "id", needed=False)


def suggest_of(body: Payload) -> Suggest:
    """https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload"""
    view = dict_of(body.get("view") or {})
    return Suggest(
        actor_of(body),
        id_in(body, "action_id"),
        clean(text_in(body, "value", needed=False)),
        id_in(view, "private_metadata", needed=False),
    )


def shortcut_of(body: Payload) -> Shortcut:
    actor, trigger = actor_of(body), id_in(body, "trigger_id")
    message = dict_of(body.get("message") or {})
    author = "" if message.get("bot_id") else id_in(message, "user", needed=False)
    return Shortcut(
        actor=actor,
        callback=id_in(body, "callback_id"),
        trigger=trigger,
        incoming=f"shortcut:{actor.user}:{trigger}",
        author="" if author == SLACK_ITSELF else author,
        text=plain_text(text_in(message, "text", needed=False)),
    )


def submission_of(body: Payload) -> Submission:
    view = dict_of(body.get("view"))
    state = dict_of(dict_of(view.get("state", {})).get("values", {}))
    return Submission(
        actor=actor_of(body),
        callback=id_in(view, "callback_id"),
        values={block: _input_value(dict_of(elements)) for block, elements in state.items()},
        metadata=id_in(view, "private_metadata", needed=False),
        trigger=id_in(body, "trigger_id", needed=False),
        incoming=f"view:{id_in(view, 'id')}:{_digest(state)}",
        written=[block for block, elements in state.items() if _is_written(dict_of(elements))],
        below=id_in(view, "previous_view_id", needed=False) if view.get("previous_view_id") else "",
        is_third=view.get("previous_view_id") not in (None, "", view.get("root_view_id")),
        files={block: _files_put_in(dict_of(elements)) for block, elements in state.items()},
    )


def _digest(state: Payload) -> str:
    """What was filled in, so that a form sent again with other words, while the first answer was late, is heard."""
    return sha256(json.dumps(state, sort_keys=True, default=str).encode("utf-8", "replace")).hexdigest()[:16]


def command_of(body: Payload) -> Command:
    word, *rest = clean(text_in(body, "text", needed=False)).split(maxsplit=1) or [""]
    return Command(
        actor=Actor(workspace_of(body.get("team_id")), id_in(body, "user_id")),
        channel=id_in(body, "channel_id"),
        word=word.lower(),
        rest=rest[0].strip() if rest else "",
        trigger=id_in(body, "trigger_id"),
        incoming=f"command:{id_in(body, 'trigger_id')}",
    )


def _action_value(action: Payload) -> str:
    value = action.get("value")
    if isinstance(value, str):
        return clean(value)
    chosen = _input_element(action)
    return chosen if isinstance(chosen, str) else ""


def _input_value(elements: Payload) -> Any:
    element = next(iter(elements.values()), None)
    return _input_element(dict_of(element)) if element is not None else None


def _is_written(elements: Payload) -> bool:
    element = dict_of(next(iter(elements.values()), {}))
    return element.get("type") == "plain_text_input" and bool(_input_element(element))


def _files_put_in(elements: Payload) -> tuple[tuple[str, str], ...]:
    element = dict_of(next(iter(elements.values()), {}))
    return tuple(zip(_file_ids_of(element), _files_of(element), strict=True))[:FILES_MOST]


_PLAIN_VALUES = (
    "value",
    "selected_date",
    "selected_time",
    "selected_user",
    "selected_conversation",
    "selected_channel",
)


def _input_element(element: Payload) -> Any:
    for name in _PLAIN_VALUES:
        if isinstance(element.get(name), str):
            return clean(element[name])
    if isinstance(element.get("selected_option"), Mapping):
        return clean(text_in(element["selected_option"], "value"))
    if isinstance(element.get("selected_options"), list):
        return [clean(text_in(dict_of(o), "value")) for o in element["selected_options"]]
    if isinstance(element.get("selected_users"), list):
        return [u for u in element["selected_users"] if is_id(u)]
    return None


# A message in somebody's direct messages with Accord, out of the events in which Slack tells of it.
#
# https://docs.slack.dev/reference/events/message


WRITTEN = (None, "file_share", "me_message", "thread_broadcast")
"""Subtypes of what a person wrote. The rest says what happened."""

TOMBSTONE = "tombstone"
"""What is left of a deleted message that has replies below it. Slack's own user signs it, not who wrote the message."""

SLACK_ITSELF = "USLACKBOT"


def said_of(body: Payload, called: Called = UNKNOWN) -> Said | None:
    """A message that a person wrote to Accord, or an edit or the deletion of one; None for what is no such thing.

    `called` says how those are called whom the text refers to by id.
    """
    event = dict_of(body.get("event"))
    subtype = event.get("subtype")
    if subtype == "message_changed":
        return _changed(body, event, called)
    if subtype == "message_deleted":
        return _deletion_of(body, event, {})
    if subtype == TOMBSTONE:
        return _deletion_of(body, {"channel": event.get("channel")}, event)
    if subtype not in WRITTEN or not _by_a_person(body, event):
        return None
    channel, ts = id_in(event, "channel"), id_in(event, "ts")
    return Said(
        actor=Actor(team_of(body), id_in(event, "user")),
        channel=channel,
        text=plain_text(text_in(event, "text", needed=False), called),
        ts=ts,
        incoming=f"said:{channel}:{ts}",
        thread=_thread_of(event, ts),
        files=_files_of(event),
        file_ids=_file_ids_of(event),
    )


def referred_to(body: Payload) -> Referred:
    """Whom and what such a message refers to by id."""
    event = dict_of(body.get("event"))
    return referred(text_in(dict_of(event.get("message") or event), "text", needed=False))


def bots_of(body: Payload) -> list[object]:
    """The users as whom Accord gets this event."""
    known = body.get("authorizations")
    found = [one for one in known if isinstance(one, Mapping)] if isinstance(known, list) else []
    return [one.get("user_id") for one in found if one.get("is_bot")]


def _changed(body: Payload, event: Payload, called: Called) -> Said | None:
    message, before = dict_of(event.get("message")), dict_of(event.get("previous_message") or {})
    if message.get("subtype") == TOMBSTONE:
        return _deletion_of(body, event, message)
    if not _by_a_person(body, message) or message.get("text") == before.get("text"):
        return None  # our own cards, and links that Slack unfurled
    channel, ts = id_in(event, "channel"), id_in(message, "ts")
    stamp = id_in(dict_of(message.get("edited") or {}), "ts", needed=False) or id_in(event, "ts")
    return Said(
        actor=Actor(team_of(body), id_in(message, "user")),
        channel=channel,
        text=plain_text(text_in(message, "text", needed=False), called),
        ts=ts,
        incoming=f"edit:{channel}:{ts}:{stamp}",
        edited=True,
        thread=_thread_of(message, ts),
        files=_files_of(message),
    )


def _deletion_of(body: Payload, event: Payload, left: Payload) -> Said | None:
    """`left` is the tombstone in its place, where there is one. One message is deleted once, however often and in
    whatever form Slack tells of it; `previous_message` is not promised. Nobody is the actor where Slack does not say
    whose the message was."""
    before = dict_of(event.get("previous_message") or {})
    if _is_ours(body, before) or _is_ours(body, left):
        return None
    channel = id_in(event, "channel")
    ts = id_in(event, "deleted_ts", needed=False) or id_in(left, "ts", needed=False) or id_in(before, "ts")
    author = id_in(before, "user", needed=False)
    who = "" if author == SLACK_ITSELF else author
    return Said(Actor(team_of(body), who), channel, "", ts, f"deletion:{channel}:{ts}", deleted=True)


def _by_a_person(body: Payload, message: Payload) -> bool:
    return bool(message.get("user")) and message.get("user") != SLACK_ITSELF and not _is_ours(body, message)


def _is_ours(body: Payload, message: Payload) -> bool:
    """Whether a bot wrote it: it says so, or its user is one of those for whom Slack brings us this event."""
    return bool(message.get("bot_id")) or (bool(message.get("user")) and message["user"] in bots_of(body))


def _thread_of(message: Payload, ts: str) -> str:
    """A message with replies below it names itself: https://docs.slack.dev/reference/events/message/message_replied"""
    root = id_in(message, "thread_ts", needed=False)
    return "" if root == ts else root


def _files_of(message: Payload) -> tuple[str, ...]:
    return tuple(clean(text_in(one, "name", needed=False)) for one in _files_in(message))


def _file_ids_of(message: Payload) -> tuple[str, ...]:
    return tuple(id_in(one, "id", needed=False) for one in _files_in(message))


def _files_in(message: Payload) -> list[Payload]:
    files = message.get("files")
    return [one for one in files if isinstance(one, Mapping)] if isinstance(files, list) else []
