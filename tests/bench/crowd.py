"""In a child: everybody replies within a minute. An open loop: nobody waits for somebody else's acknowledgement."""

import asyncio
import hashlib
import hmac
import json
import time
from typing import Any

import aiohttp

from tests.bench.children import serve

GIVE_UP = 30.0
"""Seconds after which nobody waits for an acknowledgement any more."""


class Crowd:
    """Sends signed events to the replicas in turn, each at its moment, and notes how long each was waited for."""

    def __init__(self, secret: str, doors: list[str]) -> None:
        self._secret = secret.encode()
        self._doors = doors
        self._seconds: list[float] = []
        self._refused: list[str] = []

    async def reply(self, people: list[list[str]], seconds: float, words: str) -> dict[str, Any]:
        """`people` are (workspace, user). Returns what each waited, in seconds, and what went wrong."""
        timeout = aiohttp.ClientTimeout(total=GIVE_UP)
        connector = aiohttp.TCPConnector(limit=0)
        async with aiohttp.ClientSession(timeout=timeout, connector=connector) as session:
            begun = time.monotonic()
            sends = []
            for number, (workspace, user) in enumerate(people):
                moment = begun + seconds * number / len(people)
                await asyncio.sleep(max(0.0, moment - time.monotonic()))
                body = _event(workspace, user, number, words)
                door = self._doors[number % len(self._doors)]
                sends.append(asyncio.create_task(self._send(session, door, body, moment)))
            await asyncio.gather(*sends)
        return {"seconds": self._seconds, "refused": self._refused}

    async def _send(self, session: aiohttp.ClientSession, door: str, body: str, moment: float) -> None:
        try:
            async with session.post(door, data=body.encode(), headers=self._headers(body)) as answer:
                await answer.read()
                outcome = str(answer.status)
        except (aiohttp.ClientError, TimeoutError) as error:
            outcome = type(error).__name__
        self._seconds.append(time.monotonic() - moment)
        if outcome != "200":
            self._refused.append(outcome)

    def _headers(self, body: str) -> dict[str, str]:
        at = str(int(time.time()))
        digest = hmac.new(self._secret, f"v0:{at}:{body}".encode(), hashlib.sha256).hexdigest()
        return {
            "X-Slack-Request-Timestamp": at,
            "X-Slack-Signature": f"v0={digest}",
            "Content-Type": "application/json",
        }


def _event(workspace: str, user: str, number: int, words: str) -> str:
    ts = f"{time.time():.6f}"
    message = {
        "type": "message",
        "channel": f"D{user}",
        "channel_type": "im",
        "user": user,
        "text": words,
        "ts": ts,
        "event_ts": ts,
        "team": workspace,
    }
    return json.dumps(
        {
            "type": "event_callback",
            "team_id": workspace,
            "api_app_id": "ABENCH",
            "event_id": f"Ev{number:09}",
            "event_time": int(time.time()),
            "event": message,
            "authorizations": [{"enterprise_id": None, "team_id": workspace, "user_id": "UBOT", "is_bot": True}],
        }
    )


async def main(secret: str, *doors: str) -> None:
    crowd = Crowd(secret, list(doors))
    await serve({"reply": crowd.reply})


if __name__ == "__main__":
    import sys

    asyncio.run(main(*sys.argv[1:]))
