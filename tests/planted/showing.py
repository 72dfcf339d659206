"""Planted in what is shown, and in when it is acknowledged that something was heard."""

import asyncio
from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

from bot.activities.hearing import listening
from bot.messages import blocks
from handlers.router import Router
from tests.planted.plants import plant


@plant("What somebody typed can call the whole class.", test="tests/acceptance/test_markup.py")
def typed_text_is_believed() -> Iterator[None]:
    text = blocks._text

    def believed(typed: str, style: str | None = None) -> dict[str, Any]:
        return {"type": "broadcast", "range": "channel"} if "<!channel>" in typed else text(typed, style)

    with patch.object(blocks, "_text", believed):
        yield


@plant(
    "An edited message corrects nothing.",
    test="tests/acceptance/test_story_until_agreed.py::test_3_an_edited_message_corrects_its_answer",
)
def edits_ignored() -> Iterator[None]:
    with patch.object(listening, "correct", lambda *_, **__: None):
        yield


@plant(
    "A message is acknowledged first, and written down when there is time.",
    test="tests/unit/handlers/test_acknowledging.py",
)
def acknowledged_before_the_commit() -> Iterator[None]:
    on_message = Router.on_message
    later: set[asyncio.Task[None]] = set()

    async def soon(self: Router, ack: Any, body: Any) -> None:
        async def nobody() -> None:
            """It was acknowledged already."""

        later.add(asyncio.create_task(on_message(self, nobody, body)))  # type: ignore[arg-type]
        await ack()

    with patch.object(Router, "on_message", soon):
        yield
