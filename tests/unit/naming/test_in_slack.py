"""Which of the bot's messages are about somebody: by the id, or by the name as it may stand in blocks."""

from typing import Any

import pytest

from bot.jobs.retracting import _holds
from bot.messages import blocks
from prompts.words import Typed

NEEDLES = ("USTUDENT", "Zoë Müller", "zoe", "müller")


@pytest.mark.parametrize(
    "block",
    [
        blocks.rich(["From ", Typed("Zoe Muller")]),
        blocks.rich(["*Zo*", "ë Müller did"]),
        blocks.header("Müller, Zoë"),
        blocks.quote("with zoë’s help"),
        {"type": "rich_text", "elements": [{"type": "user", "user_id": "USTUDENT"}]},
    ],
)
def test_it_is_about_them(block: dict[str, Any]) -> None:
    assert _holds({"text": "News", "blocks": [block]}, NEEDLES)


def test_it_is_about_somebody_else() -> None:
    assert not _holds({"text": "Zoë Maier", "blocks": [blocks.quote("USTUDENTS and Anna Müller")]}, NEEDLES)


def test_without_needles_every_message_is_meant() -> None:
    assert _holds({"text": "News"}, ())
