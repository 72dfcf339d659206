"""conversations.* and users.conversations: https://docs.slack.dev/reference/methods?family=conversations"""

from __future__ import annotations

from sandbox import posting, shapes
from sandbox.core import Core
from sandbox.errors import Refusal
from sandbox.ids import ts_key
from sandbox.state import Conversation, Json, Post, Token
from sandbox.web_api.registry import Call, cursor_page, decode_cursor, encode_cursor, method

READ = {"channel": "channels:read", "private": "groups:read", "im": "im:read"}
HISTORY = {"channel": "channels:history", "private": "groups:history", "im": "im:history"}
KIND_OF_TYPE = {"public_channel": "channel", "private_channel": "private", "im": "im", "mpim": "mpim"}
READING = ("channels:read", "groups:read", "im:read", "mpim:read")
HISTORIES = ("channels:history", "groups:history", "im:history")


def _place(call: Call, scope_of: dict[str, str]) -> Conversation:
    """Return the conversation, if the bot can see it and has the scope for its kind."""
    place = posting.visible_to_bot(call.core, call["channel"])
    _need(call.token, scope_of[place.kind])
    return place


def _need(token: Token | None, scope: str) -> None:
    if token is not None and scope not in token.scopes:
        raise Refusal("missing_scope", needed=scope, provided=",".join(sorted(token.scopes)))


@method(
    "conversations.open",
    scopes=("im:write", "mpim:write", "channels:manage", "groups:write"),
    tier=3,
    channel="str", users="str", return_im="bool", prevent_creation="bool",
)  # fmt: skip
def open_(call: Call) -> Json:
    core = call.core
    if call["channel"]:
        place = posting.visible_to_bot(core, call["channel"])
        if place.kind != "im":
            raise Refusal("method_not_supported_for_channel_type")
    else:
        place = _open_im(core, call["users"])
    shape = shapes.conversation(core, place) if call["return_im"] else {"id": place.id}
    return {"channel": shape}


def _open_im(core: Core, users: str | None) -> Conversation:
    if not users:
        raise Refusal("users_list_not_supplied")
    names = [name.strip() for name in users.split(",")]
    if len(names) > 8:
        raise Refusal("too_many_users")
    if len(names) > 1:
        raise Refusal("missing_scope", needed="mpim:write")
    person = core.state.users.get(names[0])
    if person is None:
        raise Refusal("user_not_found")
    if person.deleted:
        raise Refusal("user_disabled")
    if person.is_bot:
        raise Refusal("invalid_user_combination")
    return core.im_of(person.id)


@method(
    "conversations.info",
    scopes=READING,
    tier=3,
    required=("channel",),
    channel="str", include_locale="bool", include_num_members="bool",
)  # fmt: skip
def info(call: Call) -> Json:
    place = _place(call, READ)
    shape = shapes.conversation(call.core, place, num_members=bool(call["include_num_members"]))
    if call["include_locale"]:
        shape["locale"] = "en-US"
    return {"channel": shape}


@method(
    "conversations.members",
    scopes=READING,
    tier=4,
    required=("channel",),
    channel="str", cursor="str", limit="int",
)  # fmt: skip
def members(call: Call) -> Json:
    place = _place(call, READ)
    limit = _limit(call["limit"], 100)
    page, following = cursor_page(place.members, call["cursor"], limit)
    return {"members": page, "response_metadata": {"next_cursor": following}}


def _limit(given: int | None, default: int) -> int:
    if given is None:
        return default
    if given <= 0:
        raise Refusal("invalid_limit")
    return min(given, 1000)


@method(
    "conversations.list",
    scopes=READING,
    tier=2,
    types="str", exclude_archived="bool", cursor="str", limit="int", team_id="str",
)  # fmt: skip
def list_(call: Call) -> Json:
    def shown(place: Conversation) -> bool:
        return place.kind == "channel" or call.core.state.bot_user in place.members

    return _listing(call, [p for p in call.core.state.conversations.values() if shown(p)])


@method(
    "users.conversations",
    scopes=READING,
    tier=3,
    types="str", exclude_archived="bool", cursor="str", limit="int", team_id="str", user="str",
)  # fmt: skip
def of_user(call: Call) -> Json:
    core = call.core
    bot = core.state.bot_user
    user_id = call["user"] or bot
    if user_id not in core.state.users:
        raise Refusal("user_not_found")

    def shown(place: Conversation) -> bool:
        return user_id in place.members and (place.kind == "channel" or bot in place.members)

    return _listing(call, [p for p in core.state.conversations.values() if shown(p)])


def _listing(call: Call, places: list[Conversation]) -> Json:
    kinds = _kinds(call)
    chosen = [place for place in places if place.kind in kinds]
    if call["exclude_archived"]:
        chosen = [place for place in chosen if not shapes.is_archived(call.core, place)]
    page, following = cursor_page(chosen, call["cursor"], _limit(call["limit"], 100))
    channels = [shapes.conversation(call.core, place, num_members=place.kind != "im") for place in page]
    return {"channels": channels, "response_metadata": {"next_cursor": following}}


def _kinds(call: Call) -> set[str]:
    kinds = set()
    for name in (call["types"] or "public_channel").split(","):
        kind = KIND_OF_TYPE.get(name.strip())
        if kind is None:
            raise Refusal("invalid_types")
        _need(call.token, READ.get(kind, "mpim:read"))
        kinds.add(kind)
    return kinds


@method(
    "conversations.history",
    scopes=HISTORIES,
    tier=3,
    required=("channel",),
    channel="str", cursor="str", limit="int", oldest="str", latest="str", inclusive="bool",
    include_all_metadata="bool",
)  # fmt: skip
def history(call: Call) -> Json:
    place = _place(call, HISTORY)
    if call.core.state.bot_user not in place.members:
        raise Refusal("not_in_channel")
    in_channel = [post for post in place.posts if not post.ephemeral_to and _in_channel(post)]
    window = _window(call, in_channel)
    window.reverse()
    return _messages(call, window, 100) | {"pin_count": len(place.pins), "channel_actions_ts": None}


def _in_channel(post: Post) -> bool:
    return post.thread_ts is None or post.thread_ts == post.ts or post.broadcast


def _window(call: Call, posts: list[Post]) -> list[Post]:
    for name in ("oldest", "latest"):
        try:
            ts_key(call[name] or "0")
        except ValueError:
            raise Refusal(f"invalid_ts_{name}") from None
    oldest = call["oldest"] if call["oldest"] not in (None, "", "0") else None
    return posting.between(posts, oldest, call["latest"], inclusive=bool(call["inclusive"]))


def _messages(call: Call, posts: list[Post], default: int) -> Json:
    limit = min(max(call["limit"] or default, 1), 999)
    start = decode_cursor(call["cursor"]) if call["cursor"] else 0
    page = posts[start : start + limit]
    more = start + limit < len(posts)
    with_metadata = bool(call["include_all_metadata"])
    body: Json = {
        "messages": [shapes.message(call.core, post, with_metadata=with_metadata) for post in page],
        "has_more": more,
    }
    if more:
        body["response_metadata"] = {"next_cursor": encode_cursor(start + limit)}
    return body


@method(
    "conversations.replies",
    scopes=HISTORIES,
    tier=3,
    required=("channel", "ts"),
    channel="str", ts="str", cursor="str", limit="int", oldest="str", latest="str", inclusive="bool",
    include_all_metadata="bool",
)  # fmt: skip
def replies(call: Call) -> Json:
    place = _place(call, HISTORY)
    if call.core.state.bot_user not in place.members:
        raise Refusal("not_in_channel")
    parent = place.by_ts.get(call["ts"])
    if parent is None or parent.ephemeral_to:
        raise Refusal("thread_not_found")
    root = parent.thread_ts or parent.ts
    thread = [p for p in place.posts if (p.ts == root or p.thread_ts == root) and not p.ephemeral_to]
    first, rest = thread[:1], _window(call, thread[1:])
    return _messages(call, first + rest, 1000)
