"""A server that speaks as much of the OpenAI protocol as drafting needs, and answers what it is told to.

Each request takes the next step of its script; the last one stays. Requests are kept as they came in.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

Step = Callable[[web.Request], Awaitable[web.StreamResponse]]
PATH = "/v1/chat/completions"
MODELS = "/v1/models"
PIECE = 64 * 1024


class LanguageModel:
    """Runs on loopback. `requests` are the bodies as text, `seen` the same as JSON; `models` answers who lists them."""

    def __init__(self, *script: Step, models: Step | None = None) -> None:
        self.script = list(script)
        self._models = models or lists("local")
        self.requests: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.base_url = ""
        self._stopping = asyncio.Event()

    @property
    def seen(self) -> list[dict[str, Any]]:
        return [json.loads(body) for body in self.requests]

    @asynccontextmanager
    async def running(self) -> AsyncIterator[LanguageModel]:
        """Answers while the block runs."""
        app = web.Application(client_max_size=16 * 1024 * 1024)
        app.router.add_post(PATH, self._answer)
        app.router.add_get(MODELS, self._list)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        host, port = runner.addresses[0][:2]
        self.base_url = f"http://{host}:{port}/v1"
        try:
            yield self
        finally:
            self._stopping.set()
            await runner.cleanup()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        self.requests.append(await request.text())
        self.headers.append(dict(request.headers))
        step = self.script.pop(0) if len(self.script) > 1 else self.script[0]
        return await self._taken(step, request)

    async def _list(self, request: web.Request) -> web.StreamResponse:
        self.headers.append(dict(request.headers))
        return await self._taken(self._models, request)

    async def _taken(self, step: Step, request: web.Request) -> web.StreamResponse:
        answering, stopping = asyncio.ensure_future(step(request)), asyncio.ensure_future(self._stopping.wait())
        await asyncio.wait((answering, stopping), return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if not answering.done():
            answering.cancel()
            return web.Response(status=503)
        return answering.result()


def completion(content: str | None, *, finish: str = "stop", refusal: str | None = None) -> dict[str, Any]:
    """The body of an answer with this text."""
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "local",
        "choices": [
            {
                "index": 0,
                "finish_reason": finish,
                "message": {"role": "assistant", "content": content, "refusal": refusal},
            }
        ],
        "usage": {"prompt_tokens": 700, "completion_tokens": 60, "total_tokens": 760},
    }


def says(content: str | None, *, finish: str = "stop", refusal: str | None = None) -> Step:
    """An answer whose text is this."""

    async def step(request: web.Request) -> web.StreamResponse:
        return web.json_response(completion(content, finish=finish, refusal=refusal))

    return step


def lists(*models: str) -> Step:
    """The models that the server has."""
    rows = [{"id": name, "object": "model", "created": 1, "owned_by": "local"} for name in models]
    return body(json.dumps({"object": "list", "data": rows}))


def drafts(*texts: str) -> Step:
    """A good answer."""
    return says(json.dumps({"drafts": [{"text": text, "basis": "as written"} for text in texts]}))


def body(text: str, content_type: str = "application/json") -> Step:
    """A 200 with this body, whatever it is."""

    async def step(request: web.Request) -> web.StreamResponse:
        return web.Response(text=text, content_type=content_type)

    return step


def fails(status: int, headers: Sequence[tuple[str, str]] = ()) -> Step:
    """An error as OpenAI words it."""

    async def step(request: web.Request) -> web.StreamResponse:
        error = {"error": {"message": "no", "type": "error", "code": None, "param": None}}
        return web.json_response(error, status=status, headers=dict(headers))

    return step


def knows_only(*ways: str, otherwise: Step) -> Step:
    """400 to every response_format that is none of these ("json_schema", "json_object", "" for none at all)."""
    refuse = fails(400)

    async def step(request: web.Request) -> web.StreamResponse:
        asked = (json.loads(await request.text()).get("response_format") or {}).get("type", "")
        return await (otherwise if asked in ways else refuse)(request)

    return step


async def hangs(request: web.Request) -> web.StreamResponse:
    """Never answers."""
    await asyncio.Event().wait()
    raise AssertionError("unreachable")


async def cuts(request: web.Request) -> web.StreamResponse:
    """Begins an answer, and closes the connection in the middle of it."""
    response = web.StreamResponse(headers={"Content-Type": "application/json", "Content-Length": "1000"})
    await response.prepare(request)
    await response.write(b'{"id": "chatcmpl-1", "choi')
    if request.transport is not None:
        request.transport.close()
    return response


def endless(megabytes: int) -> Step:
    """An answer as long as this."""

    async def step(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "application/json"})
        await response.prepare(request)
        await response.write(b'{"id": "')
        for _ in range(megabytes * 1024 * 1024 // PIECE):
            await response.write(b"x" * PIECE)
        await response.write(b'"}')
        return response

    return step
