"""What a teacher may choose beside the box of a reply. It is sent with what they type, or alone; never by itself."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.suggestions import MODEL, Suggestion
from bot.messages import forms
from bot.messages.blocks import Block, plain
from prompts.words import Words

FIELD = "suggestion"
TEXT_MOST = 70
"""What of the contract stands below an option: it is sent as it stands there, or not offered."""


def suggestion_field(
    words: Words, name: str, found: tuple[Suggestion, ...], *, phrases: Sequence[str] = (), hint: bool = False
) -> list[Block]:
    """A choice beside the box, with the teacher's own phrases where they are given; none where there is nothing to
    choose."""
    options = {one["value"]: one for one in (_option(words, one) for one in found if one.key != MODEL)}
    own = [forms.option(text, text) for text in phrases if text not in options]
    model = [one.text for one in found if one.key == MODEL and one.text not in {*options, *phrases}]
    if not options and not own and not model:
        return []
    element = _choice(words, list(options.values()), [forms.option(text, text) for text in model], own)
    return [forms.field(words, name, element, key="check-in-suggestion", optional=True, hint=hint)]


def _choice(
    words: Words, options: list[dict[str, Any]], model: list[dict[str, Any]], own: list[dict[str, Any]]
) -> dict[str, Any]:
    """One list, in parts where there is something in several; what a model wrote always says so."""
    if not model and not (options and own):
        return forms.choice("static_select", options or own)
    groups = [
        {"label": plain(words(f"check-in-suggestion-{part}"), 75), "options": found}
        for part, found in (("fitting", options), ("model", model), ("own", own))
        if found
    ]
    return {"type": "static_select", "option_groups": groups}


def _option(words: Words, one: Suggestion) -> dict[str, Any]:
    """Its value is what is sent. What is too long to be read whole is not quoted."""
    text = " ".join(one.text.split())
    if not text or len(text) > TEXT_MOST:
        said = words(f"check-in-suggest-{one.key}{'-plain' if one.text else ''}")
        return forms.option(said, said)
    said = words(f"check-in-suggest-{one.key}")
    return {**forms.option(said, f"{said} {text}"), "description": plain(text, TEXT_MOST)}


def with_suggestions(words: Words, form: Mapping[str, Any], found: tuple[Suggestion, ...]) -> dict[str, Any]:
    """The form of one reply, with what may be chosen instead of typing, or before it."""
    blocks = list(form["blocks"])
    choice = suggestion_field(words, FIELD, found, hint=True)
    if choice:
        blocks[-1] = {**blocks[-1], "optional": True}
    return {**form, "blocks": [*blocks, *choice]}


def as_said(typed: str, chosen: str) -> str:
    """What was chosen, and then what was typed."""
    return " ".join(part for part in (chosen.strip(), typed.strip()) if part)
