"""In a child: just enough of Slack's Web API to take what replicas send, as cheaply as can be.

The strict workspace of the tests would cost more than what is measured. This one says yes to everything, and counts
each message by the delivery that its metadata names.
"""

import asyncio
import json
from collections import Counter
from urllib.parse import parse_qs

from aiohttp import web

from tests.bench.children import serve


class Slack:
    """Says yes, and counts."""

    def __init__(self) -> None:
        self._calls: Counter[str] = Counter()
        self._posts: Counter[str] = Counter()
        self._stamps = 0

    async def call(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        body = await request.read()
        self._calls[method] += 1
        arguments = json.loads(body) if request.content_type == "application/json" else _form(body)
        return web.json_response({"ok": True, **self._answer(method, arguments)})

    def _answer(self, method: str, arguments: dict[str, object]) -> dict[str, object]:
        self._stamps += 1
        ts = f"1800000000.{self._stamps:06}"
        if method == "chat.postMessage":
            self._posts[_delivery(arguments)] += 1
            return {"channel": f"D{arguments['channel']}", "ts": ts}
        if method == "conversations.open":
            return {"channel": {"id": f"D{arguments['users']}"}}
        if method == "conversations.history":
            return {"messages": [], "has_more": False}
        return {"ts": ts, "channel": arguments.get("channel", "")}

    async def counted(self) -> dict[str, int]:
        """How many calls, messages, and messages that came more than once."""
        twice = sum(1 for count in self._posts.values() if count > 1)
        return {"calls": self._calls.total(), "messages": self._posts.total(), "twice": twice}


def _form(body: bytes) -> dict[str, object]:
    return {name: values[0] for name, values in parse_qs(body.decode()).items()}


def _delivery(arguments: dict[str, object]) -> str:
    metadata = arguments["metadata"]
    known = json.loads(metadata) if isinstance(metadata, str) else metadata
    return str(known["event_payload"]["delivery"])  # type: ignore[index]


async def main() -> None:
    slack = Slack()
    app = web.Application()
    app.router.add_post("/api/{method}", slack.call)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]

    async def where() -> str:
        return f"http://127.0.0.1:{port}/api/"

    try:
        await serve({"where": where, "counted": slack.counted})
    finally:
        await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(main())
