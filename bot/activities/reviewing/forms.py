"""The modals with one answer in them: a question, an answer, a reason."""

from typing import Any

from bot.activities.reviewing.notices import Exchange
from bot.messages import forms
from bot.messages.blocks import Block, quote, say
from prompts.words import Words

MOST = 1500
"""Characters, as bot/activities/contract/steps.py counts them."""


def text_form(words: Words, callback: str, metadata: str, asked: Exchange | None = None) -> dict[str, Any]:
    """A modal with one text; above it what was asked, where it answers something."""
    key = callback.replace(".", "-").replace("_", "-")
    above: list[Block] = []
    if asked is not None:
        above = [say(words, talk_key(asked), name=asked.name), quote(asked.text)]
    field = forms.field(words, "text", forms.text(lines=True, most=MOST), key=f"{key}-text", hint=True)
    return forms.modal(words, callback, [*above, field], metadata=metadata)


def talk_key(line: Exchange) -> str:
    return "talk-asked" if line.asks else "talk-answered"
