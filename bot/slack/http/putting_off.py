"""What is answered to Slack for a school whose token no key opens: see bot/slack/installing/locked.py."""

from collections.abc import Mapping
from typing import Any

import aiohttp
import structlog

from bot.domain.installation import LockedOut
from bot.slack.http.messages import Response
from bot.slack.installing.locked import Locked
from prompts.words import words_for

log = structlog.get_logger(__name__)

ANSWER_WITHIN = aiohttp.ClientTimeout(2)
NOT_NOW = Response(503, headers=[("retry-after", "60")])

words = words_for()


class PuttingOff:
    """503 for a while. Afterwards it is acknowledged: an event without a word, a press and a command with one to
    whoever is there. A form is never acknowledged: it would close, and what is written in it would be gone."""

    def __init__(self, locked: Locked, session: aiohttp.ClientSession) -> None:
        self._locked = locked
        self._session = session

    async def __call__(self, locked: LockedOut, payload: Mapping[str, Any]) -> Response:
        is_event, is_form = "event" in payload, "view" in payload and "actions" not in payload
        if is_form or self._locked.refuses(locked.workspace, counts=is_event):
            return NOT_NOW
        if is_event:
            return Response(200)
        if "command" in payload:
            return Response(200, words("install-locked"))
        await self._say(payload.get("response_url"))
        return Response(200)

    async def _say(self, url: object) -> None:
        if not isinstance(url, str):
            return
        said = {"text": words("install-locked"), "response_type": "ephemeral", "replace_original": False}
        try:
            async with self._session.post(url, json=said, timeout=ANSWER_WITHIN):
                pass
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            log.warning("a press was not answered", action="press-unanswered", reason=type(error).__name__)
