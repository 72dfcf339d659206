"""What a student types once a number stands: whether it is right, or another number in its place."""

import re
from functools import cache

from bot.language.differing import without_denied
from bot.language.reading.text import fold, load_words

_MOST = 14
"""Words: a longer message says more than a number."""

_DRAWN_OUT = re.compile(r"([a-z])\1+\b")
"""The end of "yesss" and "nooo"."""


def yes_or_no(text: str) -> bool | None:
    """Whether a whole message says yes or no; None where it says something else."""
    plain = " ".join(_words_of(text))
    for said in (plain, _DRAWN_OUT.sub(r"\1", plain)):
        if said in _words("yes") or said in _words("no"):
            return said in _words("yes")
        begun = _yes_and_more().fullmatch(said)
        if begun is not None:
            return begun["no"] is None
    return None


def speaks_of_later(text: str) -> bool:
    """Whether the message is about something that is still to come: its numbers change nothing."""
    return not _words("to_come").isdisjoint(_words_of(text))


def corrects(text: str, unit: str = "") -> bool:
    """Whether a message takes something back: "sorry, I meant 13", "eleven, not 12", "change it to 11"."""
    words = _words_of(text)
    if len(words) > _MOST or speaks_of_later(text):
        return False
    says_so = not _words("corrects").isdisjoint(words) or words != _words_of(without_no(text))
    return says_so or without_denied(text, unit) != text


def wants_it_back(text: str) -> bool:
    """Whether a whole message asks to take back, or to change, what was just answered: "can you delete that"."""
    words = _words_of(text)
    return len(words) <= _MOST and _back().fullmatch(" ".join(words)) is not None


def without_no(text: str) -> str:
    """The text without the "no" that it begins with, which before a number would be "number": "no 12"."""
    found = _no_first().match(fold(text))
    return text[: found.start(1)] + " " * len(found[1]) + text[found.end(1) :] if found else text


def is_filler(word: str) -> bool:
    """Whether a word after a number is nothing that is counted: "11 please"."""
    return word in _words("fillers") | _words("corrects") | _words("no_first")


def _words_of(text: str) -> list[str]:
    return re.findall(r"[\w']+", fold(text))


@cache
def _words(name: str, lang: str = "en") -> frozenset[str]:
    return frozenset(load_words("bot.language", lang, "corrections")[name])


@cache
def _yes_and_more() -> re.Pattern[str]:
    """A yes or a no, and words beside it that say nothing else: "yeah go on then", "nah its fine"."""
    yes, no, after_yes, after_no = map(_any_of, ("plain_yes", "plain_no", "after_yes", "after_no"))
    return re.compile(rf"(?:(?:{yes})(?: (?:{after_yes}))+|(?P<no>{no})(?: (?:{after_no}))+)")


@cache
def _back() -> re.Pattern[str]:
    before, verbs, what, after = map(_any_of, ("back_before", "back_verbs", "back_what", "back_after"))
    asked = rf"undo|(?:{verbs}) (?:{what})|take (?:{what}) back|take back (?:{what})"
    return re.compile(rf"(?:(?:{before}) )*(?:{asked})(?: (?:{after}))*")


def _any_of(name: str) -> str:
    return "|".join(sorted(_words(name), key=len, reverse=True))


@cache
def _no_first() -> re.Pattern[str]:
    openers, noes, others = map(_any_of, ("openers", "no_first", "no_goes_on"))
    return re.compile(rf"\s*(?:(?:{openers})\W+)?({noes})\s(?!\s*(?:{others})\b)")
