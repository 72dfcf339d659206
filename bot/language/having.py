"""Whether somebody says that they had what their check-ins come after: "I've written one", "had a lesson today"."""

import re
from functools import cache

from bot.language.reading.text import ENGLISH, alternatives, fold, load_words

MOST = 14
"""Words: what is longer tells more than that."""


def says_had_one(text: str, what: str, lang: str = ENGLISH) -> bool:
    """`what` is what they come after, in the student's word. Not what is still to come, did not happen, or is asked."""
    plain = " ".join(re.findall(r"\w+|\?", fold(text)))
    if "?" in plain or len(plain.split()) > MOST or _not_yet(lang).search(plain):
        return False
    noun = re.escape(" ".join(re.findall(r"\w+", fold(what))))
    said = _table(lang)
    had, done, between, one = (alternatives(said[key]) for key in ("had", "done", "between", "one"))
    meant = rf"(?:{one}|(?:{between} )?(?:\w+ )?{noun}s?)"
    return any(
        re.search(way, plain)
        for way in (rf"\b{had} (?:{between} )?{meant}\b", rf"\b{noun} (?:\w+ ){{0,2}}{done}\b", rf"^{done} {meant}\b")
    )


@cache
def _not_yet(lang: str) -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(_table(lang)['not_yet'])}\b")


def _table(lang: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = load_words("bot.language", lang, "rhythm")["had_one"]
    return found
