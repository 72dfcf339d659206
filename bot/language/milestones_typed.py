"""Milestones as a student types them, one on each line: "Read a whole page aloud: 5", or "Ask a question in class"."""

import re
from collections.abc import Callable
from decimal import Decimal

from bot.domain.actor import Refusal
from bot.domain.terms import WAYPOINTS_MOST, Waypoint
from bot.language import counts, typed
from bot.language.targets import grade_typed, measure_of

NAME_MOST = 120
_LINE = re.compile(r"(?P<name>.*\S)\s*[:=–—]\s+(?P<at>\S.*)")
_BULLET = re.compile(r"^[-*•·]\s+|^\d[.)]\s+")


def milestones(text: str, unit: str, lang: str = "en") -> tuple[Waypoint, ...]:
    """Raises Refusal: too-many-milestones, too-long, and those of `typed.words`."""
    lines = [_BULLET.sub("", line.strip()) for line in text.splitlines()]
    found = tuple(_waypoint(typed.words(line), unit, lang) for line in lines if line)
    if len(found) > WAYPOINTS_MOST:
        raise Refusal("too-many-milestones", most=WAYPOINTS_MOST)
    return found


def _waypoint(line: str, unit: str, lang: str) -> Waypoint:
    said = _LINE.fullmatch(line)
    at = _number(said["at"], unit, lang) if said is not None else None
    name = line if said is None or at is None else said["name"]
    if len(name) > NAME_MOST:
        raise Refusal("too-long", most=NAME_MOST)
    return Waypoint(name, at)


def _number(text: str, unit: str, lang: str) -> Decimal | None:
    """None where it is no number of what is counted: then it is part of the name."""
    scale = measure_of(unit, lang).scale
    try:
        if scale:
            return Decimal(grade_typed(text, scale))
        if not counts.is_just_a_number(text) and not any(char.isdigit() for char in text):
            return None
        return Decimal(typed.decimal_text(counts.number(text, unit, lang=lang).value))
    except Refusal:
        return None


def as_typed(those: tuple[Waypoint, ...], text_of: Callable[[Decimal], str]) -> str:
    """The lines that say them."""
    return "\n".join(one.name if one.at is None else f"{one.name}: {text_of(one.at)}" for one in those)
