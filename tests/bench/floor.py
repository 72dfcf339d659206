"""In a child: the floor. A bare Bolt app that writes the same rows and posts the same message.

One listener for each interaction; raw sqlite3, one transaction, synchronous=FULL as in Accord; the rows and the
message are not made but played back, as Accord made them. `plain` is how one would write it from Bolt's own
examples: Bolt's defaults, and its client, which opens a connection for each call. `lean` knows Bolt better: it
answers when the listener is done, and its client shares one connection.
"""

import asyncio
import re
import sqlite3
import sys
from time import process_time
from typing import Any

import aiohttp
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from tests.bench.children import serve

Play = dict[str, Any]
"""What an interaction writes and says: `writes` is a list of [SQL, parameters], `calls` of [method, arguments]."""

Facts = dict[str, Any]
"""What stands in the places of a play for one student: {"{user}": …, "{interview}": …}."""

INCOMING = "{incoming}"
"""The place of the id of what came in."""


class Floor:
    """The rows and the messages of each interaction, to be written and said again for somebody else."""

    def __init__(self, database: str) -> None:
        self._connection = sqlite3.connect(database, isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            self._connection.execute(f"PRAGMA {pragma}").close()
        self._plays: dict[tuple[str, str], Play] = {}
        self._stands: dict[str, dict[str, Any]] = {}
        """Where the last message to somebody is, which is changed when they answer."""
        self._kinds: dict[str, str] = {}

    async def learn(self, plays: dict[str, Play], facts: dict[str, Facts]) -> None:
        """Fill each play in for everybody ahead of time: it costs the floor nothing."""
        self._plays = {
            (kind, user): {"writes": _filled(play["writes"], own), "calls": _filled(play["calls"], own)}
            for user, own in facts.items()
            for kind, play in plays.items()
        }
        self._kinds = {user: "check-in" if "{check_in}" in own else "say" for user, own in facts.items()}

    def kind_of(self, user: str) -> str:
        """What a message of somebody is: the first of those in an interview is a greeting."""
        kind = self._kinds[user]
        return "greeting" if kind == "say" and user not in self._stands else kind

    async def react(self, kind: str, user: str, incoming: str, client: AsyncWebClient) -> None:
        play = self._plays[kind, user]
        self._write(play, incoming)
        stood = self._stands.get(user, {})
        for method, arguments in play["calls"]:
            its = arguments | stood if method == "chat.update" else arguments
            answer = await client.api_call(method, json=its)
            if method == "chat.postMessage":
                self._stands[user] = {"channel": answer["channel"], "ts": answer["ts"]}

    def _write(self, play: Play, incoming: str) -> None:
        execute = self._connection.execute
        execute("BEGIN IMMEDIATE")
        for sql, parameters in play["writes"]:
            execute(sql, [incoming if p == INCOMING else p for p in parameters])
        execute("COMMIT")


def _filled(value: Any, own: Facts) -> Any:
    """The value with everybody's own in its places: a place alone becomes what it is, one in a text becomes text."""
    if isinstance(value, list):
        return [_filled(v, own) for v in value]
    if isinstance(value, dict):
        return {k: _filled(v, own) for k, v in value.items()}
    if not isinstance(value, str):
        return value
    if value in own:
        return own[value]
    for name, its in own.items():
        value = value.replace(name, str(its))
    return value


async def main(form: str, database: str, api_url: str, bot_token: str, app_token: str) -> None:
    floor = Floor(database)
    lean = form == "lean"
    session = aiohttp.ClientSession() if lean else None
    client = AsyncWebClient(token=bot_token, base_url=api_url, session=session)
    app = AsyncApp(client=client, process_before_response=lean)

    async def pressed(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        user, action = body["user"]["id"], body["actions"][0]
        await floor.react("press", user, f"press:{user}:{action['action_id']}:{action['action_ts']}", client)
        await ack()

    async def said(ack: AsyncAck, event: dict[str, Any], client: AsyncWebClient) -> None:
        user = event["user"]
        await floor.react(floor.kind_of(user), user, f"said:{event['channel']}:{event['ts']}", client)
        await ack()

    app.action(re.compile(".*"))(pressed)
    app.event("message")(said)
    handler = AsyncSocketModeHandler(app, app_token)
    await handler.connect_async()  # type: ignore[no-untyped-call]
    try:
        await serve({"cpu": _cpu, "learn": floor.learn})
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]
        if session is not None:
            await session.close()


async def _cpu() -> float:
    return process_time()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
