"""Sentences that a teacher keeps, to choose from where they write to a student."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.actor import Refusal
from bot.domain.seen import clean

MOST = 20
TEXT_MOST = 150
"""Characters: what an option of Slack's can hold."""


@dataclass(frozen=True, slots=True)
class Phrase:
    workspace: str
    user: str
    text: str
    saved_at: datetime
    id: int = 0


def phrases_in(text: str) -> tuple[str, ...]:
    """One on each line, each once, in their order. Raises Refusal where there are too many, or one is too long."""
    lines = (" ".join(clean(line).split()) for line in text.splitlines())
    found = tuple(dict.fromkeys(line for line in lines if line))
    if len(found) > MOST:
        raise Refusal("too-many-phrases", field="phrases", most=MOST)
    longest = max(found, key=len, default="")
    if len(longest) > TEXT_MOST:
        raise Refusal("phrase-too-long", field="phrases", most=TEXT_MOST, start=longest[:40])
    return found
