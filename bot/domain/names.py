"""People's names as they are shown: without the characters that nobody sees, and that turn a whole line around."""

import re
import unicodedata

_HIDDEN = frozenset("\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u2800\u3164\ufeff\uffa0")
"""Soft hyphens, fillers and blanks that are drawn as nothing."""

_JOINERS = re.compile("[\u200c\u200d]+")
"""Persian, Indic scripts and emoji need one between two characters; anywhere else it only hides something."""

SHOWN_MOST = 80


def shown_name(name: str) -> str:
    """The name on one line, without controls, bidirectional overrides and zero-width characters; "" where nothing
    is left. See https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing."""
    seen = "".join(_kept(char) for char in name)
    joined = _JOINERS.sub(lambda found: _joiner(seen, found), seen)
    return " ".join(joined.split())[:SHOWN_MOST].rstrip()


def _kept(char: str) -> str:
    if char in "\u200c\u200d":
        return char
    if char.isspace():
        return " "
    return "" if char in _HIDDEN or unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co") else char


def _joiner(name: str, found: re.Match[str]) -> str:
    before, after = name[found.start() - 1 : found.start()], name[found.end() : found.end() + 1]
    return found[0][0] if before > "\x7f" and after > "\x7f" else ""
