"""The form in which a teacher keeps phrases, and the choice of them beside a box."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.phrases import MOST, TEXT_MOST
from bot.messages import forms
from bot.messages.blocks import Block, button
from prompts.words import Words

OPEN = "phrases.open"
FORM = "phrases.save"
FIELD = "phrase"
KEEP = "keep-phrase"
YES = "yes"


def phrases_form(words: Words, phrases: Sequence[str]) -> dict[str, Any]:
    room = min(forms.TYPED_MOST, MOST * (TEXT_MOST + 1))
    text = forms.text("\n".join(phrases), lines=True, most=room)
    return forms.modal(
        words, FORM, [forms.field(words, "phrases", text, key="phrases-text", optional=True, hint=True, most=MOST)]
    )


def phrases_button(words: Words) -> dict[str, Any]:
    return button(words("phrases-button"), OPEN)


def phrase_field(words: Words, phrases: Sequence[str]) -> list[Block]:
    """None where there is nothing to choose."""
    if not phrases:
        return []
    element = forms.choice("static_select", [forms.option(text, text) for text in phrases])
    return [forms.field(words, FIELD, element, key="phrases-choice", optional=True)]


def with_phrases(words: Words, form: Mapping[str, Any], phrases: Sequence[str], box: str) -> dict[str, Any]:
    """A form with the choice below its box, which may then stay empty."""
    blocks: list[Block] = []
    for block in form["blocks"]:
        here = block.get("block_id") == box
        blocks.append({**block, "optional": True} if here and phrases else block)
        blocks += phrase_field(words, phrases) if here else []
    return {**form, "blocks": blocks}


def with_keeping(words: Words, form: Mapping[str, Any], phrases: Sequence[str]) -> dict[str, Any]:
    """A form in which what is typed can be kept as a phrase too, while there is room for one more."""
    if len(phrases) >= MOST:
        return dict(form)
    box = forms.choice("checkboxes", [forms.option(words("phrases-keep-yes"), YES)])
    return {**form, "blocks": [*form["blocks"], forms.field(words, KEEP, box, key="phrases-keep", optional=True)]}


def keeping_several(words: Words, boxes: Sequence[tuple[str, str]], phrases: Sequence[str]) -> list[Block]:
    """The same for a form of several boxes, each by its value and whom it is for: any of them can be kept."""
    if len(phrases) >= MOST:
        return []
    box = forms.choice("checkboxes", [forms.option(name, value) for value, name in boxes])
    return [forms.field(words, KEEP, box, key="phrases-keep-several", optional=True)]
