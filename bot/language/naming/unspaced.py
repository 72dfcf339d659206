"""Names in scripts that put no spaces between words, or write particles onto them: taken whole, wherever they stand."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from bot.domain.seen import HIDDEN

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Thai, Lao, Burmese, Khmer; Chinese, Japanese, Korean."""
_BETWEEN = rf"[\s・·‧,、*_~`'\"{HIDDEN}-]{{0,12}}"
SHORTEST = 2


class Unspaced:
    """Looks for each name by its first letter, so that many names cost no more than one."""

    def __init__(self, names: Iterable[str]) -> None:
        found: dict[str, set[str]] = {}
        for name in names:
            if _UNSPACED.search(name) and len(name.strip()) >= SHORTEST:
                for words in (name.split(), name.split()[::-1]):
                    for form in ("NFC", "NFD"):
                        shape = _shape([unicodedata.normalize(form, word) for word in words])
                        first = unicodedata.normalize(form, words[0])[0]
                        found.setdefault(first, set()).add(shape)
        self._by_first = {first: re.compile("|".join(_longest_first(shapes))) for first, shapes in found.items()}
        self._first = re.compile(f"[{re.escape(''.join(found))}]") if found else None

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        at = 0
        while self._first is not None and (start := self._first.search(text, at)) is not None:
            found = self._by_first[start[0]].match(text, start.start())
            at = found.end() if found else start.end()
            if found:
                yield found.span()


def _shape(words: Iterable[str]) -> str:
    within = f"[{HIDDEN}]*"
    return _BETWEEN.join(within.join(map(re.escape, word)) for word in words)


def _longest_first(shapes: Iterable[str]) -> list[str]:
    return sorted(shapes, key=lambda shape: (-len(shape), shape))
