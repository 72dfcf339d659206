"""The edge to Slack for messages: one call, one outcome."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from slack_sdk.errors import SlackApiError

from bot.domain.outbox import (
    Delivery,
    File,
    Late,
    Limited,
    Message,
    Missing,
    Outcome,
    Refused,
    SearchOutcome,
    Sent,
    Unknown,
    Uploaded,
)
from bot.outbox.courier import key
from bot.slack.calls import Clients, call, client, open_session, outcome_of, send_bytes

__all__ = ["SlackGateway", "client", "open_session"]

EVENT_TYPE = "accord"
LOOK_BACK = timedelta(minutes=10)
"""How far clocks may differ when a message is looked for."""

NO_THREAD = frozenset({"cannot_reply_to_message", "restricted_action_thread_locked", "thread_not_found"})
"""Nothing can stand under that message, or no longer: then it is said beside it."""

GONE = frozenset({"message_not_found", "thread_not_found", "unknown_method"})
"""How Slack says that there is no such message in any thread, or a server that it knows of none."""

PAGE = 100
MOST_PAGES = 5


class SlackGateway:
    """Posts, updates, publishes, looks for messages and reads them. `as_typed` shows a text as its author saw it."""

    def __init__(self, clients: Clients, as_typed: Callable[[str], str] = str) -> None:
        self._clients = clients
        self._as_typed = as_typed
        self._conversations: dict[tuple[str, str], str] = {}

    async def post(self, delivery: Delivery, message: Message) -> Outcome:
        body = _content(delivery, message) | {
            "channel": delivery.place,
            "unfurl_links": False,
            "unfurl_media": False,
        }
        if delivery.thread is None:
            return await self._send(delivery, "chat.postMessage", body)
        outcome = await self._send(delivery, "chat.postMessage", body | {"thread_ts": delivery.thread})
        if isinstance(outcome, Refused) and outcome.error in NO_THREAD:
            return await self._send(delivery, "chat.postMessage", body)
        return outcome

    async def ephemeral(self, delivery: Delivery, message: Message) -> Outcome:
        body = {
            "channel": delivery.place,
            "user": delivery.reader,
            "text": message.text,
            "blocks": message.blocks,
        }
        return await self._send(delivery, "chat.postEphemeral", body)

    async def update(self, delivery: Delivery, message: Message) -> Outcome:
        body = _content(delivery, message) | {"channel": delivery.channel, "ts": delivery.ts}
        return await self._send(delivery, "chat.update", body)

    async def publish_home(self, delivery: Delivery, message: Message) -> Outcome:
        body = {"user_id": delivery.reader, "view": {"type": "home", "blocks": message.blocks}}
        return await self._send(delivery, "views.publish", body)

    async def upload(self, delivery: Delivery, file: File, content: bytes) -> Outcome:
        """Give Slack the bytes of a file. Nobody sees them before `share`."""
        return await outcome_of(self._upload(delivery, file, content))

    async def share(self, delivery: Delivery, message: Message, file: File) -> Outcome:
        """Let what was uploaded stand in the conversation, below the message's text; once."""
        channel = await outcome_of(self._conversation(delivery))
        if not isinstance(channel, str):
            return channel if not isinstance(channel, Unknown) else Refused(channel.reason, lasting=False)
        body = {
            "files": [{"id": delivery.file, "title": file.title}],
            "channel_id": channel,
            "initial_comment": message.text,
        }
        if delivery.thread is not None:
            body["thread_ts"] = delivery.thread
        outcome = await self._send(delivery, "files.completeUploadExternal", body)
        if delivery.thread is not None and isinstance(outcome, Refused) and outcome.error in NO_THREAD:
            del body["thread_ts"]
            outcome = await self._send(delivery, "files.completeUploadExternal", body)
        return Sent(channel, None) if isinstance(outcome, Sent) else outcome

    async def _upload(self, delivery: Delivery, file: File, content: bytes) -> Uploaded:
        body: dict[str, Any] = {"filename": file.name, "length": len(content)}
        if file.alt:
            body["alt_txt"] = file.alt
        answer = await self._call(delivery.workspace, "files.getUploadURLExternal", body)
        await send_bytes(self._clients(delivery.workspace), str(answer["upload_url"]), content)
        return Uploaded(str(answer["file_id"]))

    async def find(self, delivery: Delivery) -> SearchOutcome:
        """Look through the conversation since the message could have left, newest first."""
        return await outcome_of(self._find(delivery))

    async def read(self, workspace: str, late: Late) -> Sequence[str] | Refused | Limited | Unknown:
        """What stands in Slack of these messages now, oldest first."""
        return await outcome_of(self._read(workspace, late))

    async def _read(self, workspace: str, late: Late) -> list[str]:
        found = [await self._text_of(workspace, late, ts) for ts in sorted(late.sources)]
        return [self._as_typed(text) for text in found if text]

    async def _text_of(self, workspace: str, late: Late, ts: str) -> str | None:
        """In the conversation, or else in a thread of it; None where it is gone."""
        one = {"channel": late.channel, "oldest": ts, "latest": ts, "inclusive": True, "limit": 1}
        beside = await self._call(workspace, "conversations.history", one)
        found = _written(beside, late.user, ts)
        if found is not None:
            return found
        try:
            below = await self._call(workspace, "conversations.replies", {**one, "ts": ts, "limit": PAGE})
        except SlackApiError as refusal:
            if refusal.response.get("error") in GONE:
                return None
            raise
        return _written(below, late.user, ts)

    async def _send(self, delivery: Delivery, method: str, body: Mapping[str, Any]) -> Outcome:
        async def send() -> Sent:
            answer = await self._call(delivery.workspace, method, body)
            return Sent(_text(answer, "channel"), _text(answer, "ts"))

        return await outcome_of(send())

    async def _find(self, delivery: Delivery) -> Sent | Missing:
        channel = await self._conversation(delivery)
        since = max(delivery.created_at, delivery.not_before - LOOK_BACK) - LOOK_BACK
        query = {
            "channel": channel,
            "oldest": f"{since.timestamp():.6f}",
            "include_all_metadata": True,
            "limit": PAGE,
        }
        method = "conversations.history"
        if delivery.thread is not None:
            method, query = "conversations.replies", query | {"ts": delivery.thread}
        for _ in range(MOST_PAGES):
            page = await self._call(delivery.workspace, method, query)
            found = _posted(page, key(delivery), delivery.file)
            if found is not None:
                return Sent(channel, found)
            cursor = (page.get("response_metadata") or {}).get("next_cursor")
            if not cursor:
                return Missing()
            query["cursor"] = cursor
        return Missing()

    async def _conversation(self, delivery: Delivery) -> str:
        """The id of the conversation of a lane: a person's DM has one of its own."""
        if not delivery.place.startswith(("U", "W")):
            return delivery.place
        known = self._conversations.get((delivery.workspace, delivery.place))
        if known is None:
            answer = await self._call(delivery.workspace, "conversations.open", {"users": delivery.place})
            known = str(answer["channel"]["id"])
            self._conversations[delivery.workspace, delivery.place] = known
        return known

    async def _call(self, workspace: str, method: str, body: Mapping[str, Any]) -> Mapping[str, Any]:
        return await call(self._clients(workspace), method, body)


def _content(delivery: Delivery, message: Message) -> dict[str, Any]:
    """Text, blocks, and the metadata by which the message can be found again. A refresh keeps its card's."""
    about = {"delivery": _mark(delivery), "kind": delivery.notice}
    metadata = {"event_type": EVENT_TYPE, "event_payload": about}
    return {"text": message.text, "blocks": message.blocks, "metadata": metadata}


def _mark(delivery: Delivery) -> str:
    return f"{delivery.workspace}-{delivery.refreshes}" if delivery.refreshes else key(delivery)


def _posted(page: Mapping[str, Any], wanted: str, file: str | None) -> str | None:
    """The ts of the message with this key, or with this file."""
    messages = page.get("messages") or ()
    return next((_text(m, "ts") for m in messages if _key_of(m) == wanted or (file and file in files_of(m))), None)


def files_of(message: Mapping[str, Any]) -> list[str]:
    """The ids of the files that stand with a message."""
    files = message.get("files") or ()
    return [str(file["id"]) for file in files if isinstance(file, Mapping) and file.get("id")]


def is_marked(message: Mapping[str, Any]) -> bool:
    """Whether a message of ours, as Slack's server gives it back, says which one it is."""
    return _key_of(message) is not None


def _key_of(message: Mapping[str, Any]) -> str | None:
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") != EVENT_TYPE:
        return None
    return _text(metadata.get("event_payload") or {}, "delivery")


def _written(page: Mapping[str, Any], user: str, ts: str) -> str | None:
    """The text of the message with this ts, by this person."""
    own = (m for m in page.get("messages") or () if m.get("ts") == ts and m.get("user") == user)
    return next((text for m in own if (text := _text(m, "text"))), None)


def _text(answer: Mapping[str, Any], name: str) -> str | None:
    found = answer.get(name)
    return found if isinstance(found, str) else None
