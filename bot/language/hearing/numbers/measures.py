"""What a target's unit counts: out of how many, in which unit of time, on which scale."""

import re
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from functools import cache

from bot.language.hearing.numbers.phrases import listed
from bot.language.reading.text import fold

_TOTAL = re.compile(r"\bof (\d{1,6})\b")
_SCALE = re.compile(r"([^\s(),=][^(),=]{0,30}?)\s?=\s?(-?\d{1,6}(?:\.\d{1,3})?)")
_HEAD_ENDS = re.compile(r" (?:per|a|an|for|of|in|each|at|on|off|past|above|by|every)\b|[(/]")
_PER = re.compile(r"(?:\ba|\ban|\bper|/) ?(day|night|week|month|term|lesson|shift|hour|minute|evening)\b")
_ALIKE = 0.6
_DAYS_A_WEEK = 7
SECONDS = {"seconds": Decimal(1), "minutes": Decimal(60), "hours": Decimal(3600)}


@dataclass(frozen=True, slots=True)
class Measure:
    """`head`: the words that are counted. `total`: of how many. `seconds`: how many one unit of time has.

    `scale`: the number of each of its names. `per`: the stretch of time that the number is for.
    """

    head: tuple[str, ...]
    total: Decimal | None
    seconds: Decimal | None
    percent: bool
    money: bool
    scale: tuple[tuple[str, Decimal], ...]
    per: str

    def names(self, word: str) -> bool:
        """Whether a word is one of those that are counted, near enough for a slip of the pen."""
        return any(_alike(_stem(word), _stem(own)) or _is_another_word(word, own) for own in self.head)

    def in_days(self, per: str) -> int:
        """How often the stretch `per` comes in that of the measure."""
        return _DAYS_A_WEEK if (per, self.per) in (("day", "week"), ("night", "week")) else 1


@cache
def measure_of(unit: str) -> Measure:
    """What a unit says, as it was typed when the target was made."""
    low = fold(unit).strip()
    ends = _HEAD_ENDS.search(low)
    head = tuple(re.findall(r"[^\W\d_]+|%", low[: ends.start()] if ends and ends.start() else low))
    total = _TOTAL.search(low)
    per = _PER.search(low)
    return Measure(
        head=head,
        total=Decimal(total[1]) if total else None,
        seconds=seconds_of(head[0]) if head else None,
        percent=bool(set(listed("percent", "words")) & {low.split(" ")[0], *head}),
        money=bool(set(head) & set(listed("money", "words"))),
        scale=tuple((name.strip(), Decimal(value)) for name, value in _SCALE.findall(unit)),
        per=per[1] if per else "",
    )


def seconds_of(word: str) -> Decimal | None:
    """How many seconds a word for a unit of time has; None for any other."""
    return next((length for name, length in SECONDS.items() if word in listed("time", name)), None)


@cache
def _is_another_word(word: str, own: str) -> bool:
    """Whether two words are for one thing: "errors" and "mistakes"."""
    return any(word in words and own in words for words in listed("alike", "things"))


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


@cache
def _alike(word: str, own: str) -> bool:
    if word == own:
        return True
    if min(len(word), len(own)) < 4 or word[0] != own[0]:
        return False
    return word.startswith(own) or own.startswith(word) or SequenceMatcher(None, word, own).ratio() > _ALIKE
