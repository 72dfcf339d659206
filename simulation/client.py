"""What Accord takes for Slack's client: the same calls, the same answers and errors, without a network."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from json import dumps, loads
from typing import Any, cast

from aiohttp import ClientPayloadError, ClientSession, FormData
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from sandbox.web_api.dispatch import Answer
from simulation.slack import Receiver, Slack


class Uploaded:
    """What came back when a file's bytes were sent."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def raise_for_status(self) -> None:
        if self._answer.status >= 400:
            raise ClientPayloadError(f"{self._answer.status}")


class Downloaded:
    """What came back when a file was asked for; its `content` comes piece by piece."""

    def __init__(self, answer: Answer) -> None:
        self.status = answer.status
        self.content = self
        self._bytes: bytes = answer.body.get("content", b"")

    async def iter_chunked(self, size: int) -> AsyncIterator[bytes]:
        for place in range(0, len(self._bytes), size):
            yield self._bytes[place : place + size]


class Session:
    """What Accord takes for the session through which a file's bytes go to Slack, and come from there."""

    def __init__(self, slack: Slack, caller: Receiver) -> None:
        self._slack = slack
        self._caller = caller

    @asynccontextmanager
    async def post(self, address: str, *, data: bytes, timeout: object) -> AsyncIterator[Uploaded]:
        """Send them. Raises what cut connections raise."""
        answered: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._slack.upload(self._caller, address, data, answered)
        yield Uploaded(await answered)

    @asynccontextmanager
    async def get(
        self, address: str, *, headers: Mapping[str, str], timeout: object, allow_redirects: bool
    ) -> AsyncIterator[Downloaded]:
        """Ask for them. Raises what cut connections raise."""
        answered: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._slack.download(self._caller, address, answered)
        yield Downloaded(await answered)


class Client(AsyncWebClient):
    """The client of one process in one workspace."""

    def __init__(self, slack: Slack, caller: Receiver) -> None:
        session, core = cast(ClientSession, Session(slack, caller)), slack.core
        super().__init__(token=core.bot_token, base_url=f"{core.base_url}/api/", retry_handlers=[], session=session)
        self._slack = slack
        self._caller = caller

    async def api_call(
        self,
        api_method: str,
        *,
        http_verb: str = "POST",
        params: Mapping[str, Any] | None = None,
        json: Mapping[str, Any] | None = None,
        data: dict[Any, Any] | FormData | None = None,
        **_: Any,
    ) -> AsyncSlackResponse:
        """Call a method. Raises SlackApiError as the real one does, and what cut connections raise."""
        sent = data if isinstance(data, dict) else params
        form = {name: str(value) for name, value in (sent or {}).items()}
        given = loads(dumps(json)) if json is not None else form  # shares nothing with the sender
        answered: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._slack.request(self._caller, api_method, given, answered)
        answer = await answered
        response = AsyncSlackResponse(
            client=self,
            http_verb=http_verb,
            api_url=api_method,
            req_args={},
            data=answer.body,
            headers=answer.headers,
            status_code=answer.status,
        )
        return response.validate()  # type: ignore[no-any-return, no-untyped-call]
