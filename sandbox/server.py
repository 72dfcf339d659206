"""The HTTP side of the workspace: Web API, sockets, files, response_urls. Thin: the core decides."""

from __future__ import annotations

import asyncio
import json
import time
from email.utils import format_datetime
from typing import Any

from aiohttp import web

from sandbox import answers
from sandbox.core import Core
from sandbox.errors import Refusal
from sandbox.faults import Fault, Faults
from sandbox.socket_mode import SocketMode
from sandbox.web_api import files
from sandbox.web_api.dispatch import Answer, LoggedCall, call, limited

FORM_ONLY = frozenset({"files.getUploadURLExternal"})
"""Methods that do not look at a body of JSON. https://docs.slack.dev/reference/methods/files.getUploadURLExternal"""

MOST_BYTES = 100 * 1024 * 1024


class Cut(Exception):
    """The connection is to be closed without an answer."""


class Server:
    """Answers the app. `calls` is the log of the Web API."""

    def __init__(self, core: Core, faults: Faults, sockets: SocketMode) -> None:
        self._core = core
        self._faults = faults
        self.calls: list[LoggedCall] = []
        self.running = 0
        self.app = web.Application(client_max_size=MOST_BYTES)
        self.app.add_routes(
            [
                web.get("/", self.front),
                web.route("*", "/api/{method}", self.api),
                web.get("/link/", sockets.handle),
                web.post("/upload/v1/{key}", self.upload),
                web.get("/files-pri/{name}/{tail:.*}", self.download),
                web.post("/actions/{team}/{number}/{key}", self.response_url),
                web.post("/commands/{team}/{number}/{key}", self.response_url),
            ]
        )

    async def front(self, _request: web.Request) -> web.Response:
        """Say what this is, to whoever opens it; Slack shows its sign-in page there."""
        return web.Response(text="A local workspace. This address is the apps' side of it.")

    async def api(self, request: web.Request) -> web.StreamResponse:
        """One call of the Web API, with the fault that was asked for."""
        name = request.match_info["method"]
        self.running += 1
        try:
            given = await arguments_of(request, takes_json=name not in FORM_ONLY)
            answer = await self._perform(name, given, _bearer(request), time.monotonic())
        except Cut:
            _cut(request)
            return web.Response()
        except ValueError:
            answer = Answer(200, {"ok": False, "error": "invalid_json"})
        finally:
            self.running -= 1
            self._core.changed()
        response = _json_response(answer)
        response.headers["Date"] = format_datetime(self._core.now(), usegmt=True)
        return response

    async def _perform(self, name: str, given: dict[str, Any], token: str | None, began: float) -> Answer:
        fault = self._faults.for_call(name)
        if fault is None:
            return self._call(name, given, token, began)
        if fault.kind == "slow":
            await asyncio.sleep(fault.seconds)
        answer = self._call(name, given, token, began) if fault.takes_effect else _failure(name, fault)
        if not fault.takes_effect:
            self._log(name, given, answer, began)
        if fault.kind == "slow_after":
            await asyncio.sleep(fault.seconds)
        if fault.kind.startswith("cut"):
            raise Cut
        return Answer(500, {}) if fault.kind == "http_500_after" else answer

    def _call(self, name: str, given: dict[str, Any], token: str | None, began: float) -> Answer:
        answer = call(self._core, name, given, token)
        self._log(name, given, answer, began)
        return answer

    def _log(self, name: str, given: dict[str, Any], answer: Answer, began: float) -> None:
        args = {key: value for key, value in given.items() if key not in ("token", "client_secret", "_basic")}
        took = time.monotonic() - began
        self.calls.append(
            LoggedCall(name, args, answer.body, answer.status, self._core.now(), next(self._core.order), took)
        )

    async def upload(self, request: web.Request) -> web.Response:
        """Take in a file's bytes, raw or as a form. https://docs.slack.dev/messaging/working-with-files"""
        if request.content_type.startswith("multipart/"):
            content = await _first_part(request)
        else:
            content = await request.read()
        if not files.receive(self._core, request.match_info["key"], content):
            return web.Response(status=400, text="upload refused: unknown or used address, or another length")
        return web.Response(text=f"OK - {len(content)}")

    async def download(self, request: web.Request) -> web.Response:
        """Give out a file to whoever may read it; others are led to the sign-in page, as by Slack."""
        token = self._core.state.tokens.get(_bearer(request) or "")
        stored = self._core.state.files.get(request.match_info["name"].rpartition("-")[2])
        allowed = token is not None and not token.revoked and "files:read" in token.scopes
        if not allowed or stored is None or not files.visible_to_bot(self._core, stored):
            return web.Response(status=302, headers={"Location": f"/?redir={request.path}"})
        status, body, media_type = files.served(self._core, stored)
        return web.Response(status=status, body=body, content_type=media_type)

    async def response_url(self, request: web.Request) -> web.Response:
        """Do what the app sends to a response_url."""
        url = self._core.state.response_urls.get(request.match_info["key"])
        if url is None:
            return web.json_response({"ok": False, "error": "invalid_url"}, status=404)
        try:
            answers.use_response_url(self._core, url, json.loads(await request.text()))
        except (json.JSONDecodeError, AttributeError):
            return web.Response(status=400, text="invalid_payload")
        except Refusal as refusal:
            status = 404 if refusal.error in ("expired_url", "used_url") else 400
            return web.json_response(refusal.body(), status=status)
        return web.json_response({"ok": True})


async def arguments_of(request: web.Request, *, takes_json: bool = True) -> dict[str, Any]:
    """Return a call's arguments from its query and its form or JSON body. Raises ValueError for bad JSON."""
    given: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        body = await request.text()
        data = json.loads(body) if body else {}
        if not isinstance(data, dict):
            raise ValueError("the body must be an object")
        given |= data if takes_json else {}
    elif request.can_read_body:
        form = await request.post()
        given |= {name: value for name, value in form.items() if isinstance(value, str)}
    basic = request.headers.get("Authorization", "")
    if basic.startswith("Basic "):
        given["_basic"] = basic.removeprefix("Basic ")
    return given


async def _first_part(request: web.Request) -> bytes:
    form = await request.post()
    for value in form.values():
        if isinstance(value, web.FileField):
            return value.file.read()
    return b""


def _bearer(request: web.Request) -> str | None:
    header = request.headers.get("Authorization", "")
    return header.removeprefix("Bearer ") if header.startswith("Bearer ") else None


def _failure(name: str, fault: Fault) -> Answer:
    if fault.kind.startswith("error:"):
        return Answer(200, {"ok": False, "error": fault.kind.removeprefix("error:")})
    if fault.kind in ("ratelimited", "http_429"):
        return limited(name, max(1, round(fault.seconds)))
    return Answer(503 if fault.kind == "http_503" else 500, {})


def _json_response(answer: Answer) -> web.Response:
    if answer.status >= 500:
        return web.Response(status=answer.status, text="upstream error")
    text = json.dumps(answer.body)
    return web.Response(status=answer.status, text=text, content_type="application/json", headers=answer.headers)


def _cut(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.abort()
