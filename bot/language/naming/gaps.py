"""What may stand between the parts of one name: spaces, hyphens, apostrophes, quotes, Slack's markup, a mention."""

import re
from enum import Enum

from bot.domain.seen import HIDDEN

APOSTROPHES = "'’‘ʼʻ`´′＇"
HYPHENS = "-‐‑‒–−﹣－"
_REFERENCE = "<[@#!][^<>|\\s]{0,80}"
REFERENCES = re.compile(_REFERENCE)
"""A mention, a channel or a group as Slack writes it, up to its label."""

_SIGNS = rf"\s{re.escape(APOSTROPHES + HYPHENS)}\"“”„«»*_~()<>|\[\]{HIDDEN}"
_BETWEEN = rf"(?:{_REFERENCE}|[{_SIGNS}])*"
_GAP = re.compile(rf"(?P<dot>\.?){_BETWEEN}(?P<comma>,?){_BETWEEN}")
_LONGEST = 120
_BLANK_LINE = re.compile(r"\n\s*\n")


class Gap(Enum):
    """What a gap says of the words on its two sides."""

    NONE = "none"
    """They are parts of no one name."""
    PLAIN = "plain"
    TURNED = "turned"
    """A comma: the last name stands first."""
    SHORTENED = "shortened"
    """A full stop behind an initial."""


def gap(between: str) -> Gap:
    if between in (" ", "-"):
        return Gap.PLAIN
    if len(between) > _LONGEST or not between or _BLANK_LINE.search(between):
        return Gap.NONE
    found = _GAP.fullmatch(between)
    if found is None:
        return Gap.NONE
    if found["comma"]:
        return Gap.TURNED
    return Gap.SHORTENED if found["dot"] and len(between) > 1 else Gap.PLAIN
