"""What the model is to answer, and how that is read out of what a server sends.

The schema of `Answer` is prompts/llm/draft_targets.schema.json; it is sent with its titles and descriptions.
"""

import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.domain.seen import seen

MOST_STARTS = 50
"""Places at which an answer is tried to be read: it is hostile or hopeless after that many."""


class DraftAnswer(BaseModel):
    """One draft, and the teacher's words that it rests on."""

    model_config = ConfigDict(extra="forbid", title="Draft")

    text: str
    basis: str


class Answer(BaseModel):
    """At most three drafts."""

    model_config = ConfigDict(extra="forbid", title="Drafts")

    drafts: list[DraftAnswer]


def read_answer(text: str) -> Answer | None:
    """The answer in a text that may have prose or a code fence around it; None where there is none."""
    return next((answer for value in _values(text) if (answer := _as_answer(value)) is not None), None)


def _values(text: str) -> Iterator[Any]:
    """The JSON objects and lists in a text, each from where it begins."""
    decoder, at = json.JSONDecoder(), 0
    for _ in range(MOST_STARTS):
        starts = [start for sign in "{[" if (start := text.find(sign, at)) >= 0]
        if not starts:
            return
        at = min(starts)
        try:
            value, at = decoder.raw_decode(text, at)
        except (json.JSONDecodeError, RecursionError):
            at += 1
        else:
            yield value


def _as_seen(text: Any) -> Any:
    """A model's words come in like anybody's: nothing hides in them."""
    return seen(text) if isinstance(text, str) else text


def _as_answer(value: Any) -> Answer | None:
    """Servers without a schema leave things out: a bare list of drafts, drafts that are plain sentences."""
    listed = value.get("drafts") if isinstance(value, dict) else value
    if not isinstance(listed, list):
        return None
    drafts = [{"text": d, "basis": ""} if isinstance(d, str) else d for d in listed]
    drafts = [d for d in drafts if isinstance(d, dict)]
    drafts = [{"text": _as_seen(d.get("text")), "basis": str(d.get("basis") or "")} for d in drafts]
    if listed and not drafts:
        return None
    try:
        return Answer.model_validate({"drafts": drafts})
    except ValidationError:
        return None
