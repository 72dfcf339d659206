"""Whether somebody asks how they are doing, and nothing else: "how am I doing?", "show my history"."""

import re
from functools import cache

from bot.language.reading.text import ENGLISH, fold, load_words


def asks_how_it_goes(text: str, lang: str = ENGLISH) -> str | None:
    """None where a message says anything else; else the name that they put behind it ("in english"), or ""."""
    plain = " ".join(re.findall(r"\w+", fold(text)))
    found = _request(lang).fullmatch(plain)
    return (found["name"] or "") if found is not None else None


@cache
def _request(lang: str) -> re.Pattern[str]:
    table = load_words("bot.language", lang, "logbook")
    before, after = ("|".join(table[side]) for side in ("before", "after"))
    asks = "|".join(table["asks"])
    return re.compile(rf"(?:(?:{before}) )*(?:{asks})(?: (?:{after}))*(?: {table['of_class']})?(?: (?:{after}))*")
