"""Delivery over HTTP: signed requests, url_verification, three retries.

https://docs.slack.dev/authentication/verifying-requests-from-slack and
https://docs.slack.dev/apis/events-api#retries
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import time
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import aiohttp

from sandbox.alarms import Alarms
from sandbox.carrier import Carrier
from sandbox.core import SIGNING_SECRET, VERIFICATION_TOKEN, Core
from sandbox.deliveries import MOST_SENDS, Envelope

ANSWER_WITHIN = 3.0
RETRY_AFTER = (timedelta(0), timedelta(minutes=1), timedelta(minutes=5))
FORM = "application/x-www-form-urlencoded"


def signed(body: str, secret: str = SIGNING_SECRET, seconds: float | None = None) -> dict[str, str]:
    """Return the headers that prove a request is Slack's. The time is the real one unless another is given."""
    at = str(int(time.time() if seconds is None else seconds))
    digest = hmac.new(secret.encode(), f"v0:{at}:{body}".encode(), hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": at, "X-Slack-Signature": f"v0={digest}", "User-Agent": "Slackbot 1.0"}


def body_of(envelope: Envelope) -> tuple[str, str]:
    """Return a payload's HTTP body and content type."""
    if envelope.kind == "events_api":
        return json.dumps(envelope.payload), "application/json"
    if envelope.kind == "slash_commands":
        return urlencode(envelope.payload), FORM
    return urlencode({"payload": json.dumps(envelope.payload)}), FORM


class HttpDelivery:
    """Posts envelopes to the app's request URL.

    `own_time`: signatures carry the time of the workspace's clock, for a receiver that has the same one.
    """

    def __init__(self, core: Core, carrier: Carrier, url: str, *, own_time: bool = False) -> None:
        self._core = core
        self._own_time = own_time
        self._carrier = carrier
        self._url = url
        self._alarms = Alarms(core.clock)
        self._tasks: set[asyncio.Task[None]] = set()
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ANSWER_WITHIN))
        self._reasons: dict[str, str] = {}

    async def verify(self) -> None:
        """Do the url_verification handshake. Raises AssertionError when the app does not echo the challenge."""
        challenge = self._core.ids.secret()
        body = json.dumps({"token": VERIFICATION_TOKEN, "challenge": challenge, "type": "url_verification"})
        headers = {**self._signed(body), "Content-Type": "application/json"}
        async with self._session.post(self._url, data=body, headers=headers) as response:
            if challenge not in await response.text():
                raise AssertionError(f"{self._url} did not answer the challenge: status {response.status}")

    def _signed(self, body: str) -> dict[str, str]:
        return signed(body, seconds=self._core.now().timestamp() if self._own_time else None)

    def transport(self, envelope: Envelope) -> bool:
        """Post an envelope; what comes back is its acknowledgement."""
        task = asyncio.ensure_future(self._deliver(envelope, len(envelope.sent_at)))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return True

    async def _deliver(self, envelope: Envelope, retry: int) -> None:
        body, content_type = body_of(envelope)
        headers = {**self._signed(body), "Content-Type": content_type}
        if retry:
            headers |= {"X-Slack-Retry-Num": str(retry), "X-Slack-Retry-Reason": self._reasons[envelope.id]}
        try:
            async with self._session.post(self._url, data=body.encode(), headers=headers) as response:
                if response.status == 200:
                    self._carrier.acknowledged(envelope.id, _answer(await response.text(), response.content_type))
                    return
                give_up = response.headers.get("X-Slack-No-Retry") == "1"
                self._failed(envelope, "http_error", give_up=give_up)
        except TimeoutError:
            self._failed(envelope, "http_timeout")
        except aiohttp.ClientError:
            self._failed(envelope, "connection_failed")

    def _failed(self, envelope: Envelope, reason: str, *, give_up: bool = False) -> None:
        self._reasons[envelope.id] = reason
        sends = len(envelope.sent_at)
        if give_up or envelope.kind != "events_api" or sends >= MOST_SENDS:
            self._core.deliveries.give_up(envelope)
        else:
            self._alarms.at(self._core.now() + RETRY_AFTER[sends - 1], lambda: self._carrier.send(envelope))
        self._core.changed()

    async def close(self) -> None:
        """Stop delivering."""
        self._alarms.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._session.close()


def _answer(text: str, content_type: str) -> Any:
    """Return what the app answered: JSON, or for a command plain text."""
    if not text.strip():
        return None
    if content_type == "application/json":
        return json.loads(text)
    return {"text": text}
