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


class Uploads:
    """What Accord takes for the session through which it sends a file's bytes."""

    def __init__(self, slack: Slack, caller: Receiver) -> None:
        self._slack = slack
        self._caller = caller

    @asynccontextmanager
    async def post(self, address: str, *, data: bytes, timeout: object) -> AsyncIterator[Uploaded]:
        """Send them. Raises what cut connections raise."""
        answered: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._slack.upload(self._caller, address, data, answered)
        yield Uploaded(await answered)


class Client(AsyncWebClient):
    """The client of one process in one workspace."""

    def __init__(self, slack: Slack, caller: Receiver) -> None:
        uploads = cast(ClientSession, Uploads(slack, caller))
        super().__init__(token=slack.core.bot_token, retry_handlers=[], session=uploads)
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
