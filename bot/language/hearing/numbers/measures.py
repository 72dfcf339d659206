"""What a target's unit counts: out of how many, in which unit of time, on which scale; and the phrases of the data that
stand around numbers."""

import re
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from functools import cache

from bot.language.reading.text import fold, load_words

_PACKAGE = "bot.language.hearing"


@cache
def listed(table: str, name: str) -> tuple[str, ...]:
    """The phrases of one list."""
    return tuple(load_words(_PACKAGE, "en", "numbers")[table][name])


@cache
def pairs(table: str, name: str) -> tuple[tuple[str, str], ...]:
    """Each phrase of a list of pairs, and what stands for it."""
    return tuple((first, second) for first, second in load_words(_PACKAGE, "en", "numbers")[table][name])


@cache
def anywhere(table: str, name: str) -> re.Pattern[str]:
    """Any of the phrases, as whole words."""
    return re.compile(rf"(?<!\w){any_of(table, name)}(?!\w)")


@cache
def at_the_end(table: str, name: str) -> re.Pattern[str]:
    """Any of the phrases, right before what follows the text."""
    return re.compile(rf"(?<!\w){any_of(table, name)}[\s.#]{{0,2}}$")


@cache
def at_the_beginning(table: str, name: str) -> re.Pattern[str]:
    """Any of the phrases, right at the beginning of a text."""
    return re.compile(rf"\s?{any_of(table, name)}(?!\w)")


def any_of(table: str, name: str) -> str:
    """A pattern's text for any of the phrases, the longest first."""
    longest_first = sorted(listed(table, name), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase) for phrase in longest_first) + ")"


# What a target's unit counts: out of how many, in which unit of time, on which scale.


_TOTAL = re.compile(r"\bof (\d{1,6})\b")
_SCALE = re.compile(r"([^\s(),=][^(),=]{0,30}?)\s?=\s?(-?\d{1,6}(?:\.\d{1,3})?)")
_HEAD_ENDS = re.compile(r" (?:per|a|an|for|of|in|with|without|each|at|on|off|past|above|by|every)\b|[(/]")
_PER = re.compile(r"(?:\ba|\ban|\bper|/) ?(day|night|week|month|term|lesson|shift|hour|minute|evening)\b")
_EACH = re.compile(r"(?:\ba|\ban|\bper|\beach|\bevery|/) ?([^\W\d_]{3,})")
_OF = re.compile(r"\b(?:for|in) (\d{1,6}) ?([^\W\d_]+)")
_ALIKE = 0.6
_SURELY_ALIKE = 0.84
"""Of two words, so much is the same in both."""
_SHORT = 4
_DAYS = {"day": 1, "night": 1, "evening": 1, "week": 7, "month": 30}
SECONDS = {"seconds": Decimal(1), "minutes": Decimal(60), "hours": Decimal(3600)}


@dataclass(frozen=True, slots=True)
class Unit:
    """`head`: the words that are counted. `total`: of how many. `seconds`: how many one unit of time has.

    `scale`: the number of each of its names. `per`: the stretch of time that the number is for; `each`: the thing, or
    the stretch of time, of which there is one. `of`: how many of what the number is for: "minutes for 5 km".
    """

    head: tuple[str, ...]
    total: Decimal | None
    seconds: Decimal | None
    percent: bool
    money: bool
    scale: tuple[tuple[str, Decimal], ...]
    per: str
    each: str
    of: tuple[Decimal, str] | None

    def names(self, word: str) -> bool:
        """Whether a word is one of those that are counted, near enough for a slip of the pen."""
        return self._names(word, _ALIKE)

    def surely_names(self, word: str) -> bool:
        """The same where a number of its own hangs on it: "no papers" says nothing of pages."""
        return self._names(word, _SURELY_ALIKE)

    def _names(self, word: str, alike: float) -> bool:
        return any(_alike(_stem(word), _stem(own), alike) or _is_another_word(word, own) for own in self.head)

    def may_be(self, value: Decimal) -> bool:
        """Whether its scale, if it has one, has such a number."""
        return not self.scale or any(value == number for _, number in self.scale)

    @staticmethod
    def is_same_thing(word: str, own: str) -> bool:
        """Whether two words are one, or for one thing."""
        return _stem(word) == _stem(own) or _is_another_word(word, own)

    def times_as_long(self, per: str) -> Decimal:
        """How often the stretch `per` comes in that of the measure; 1 where one of them has no length."""
        own, other = _DAYS.get(self.per), _DAYS.get(per)
        return Decimal(own) / other if own and other else Decimal(1)


@cache
def measure_of(unit: str) -> Unit:
    """What a unit says, as it was typed when the target was made."""
    low = with_one_word(fold(unit).strip())
    ends = _HEAD_ENDS.search(low)
    head = tuple(re.findall(r"[^\W\d_]+|%", low[: ends.start()] if ends and ends.start() else low))
    total = _TOTAL.search(low)
    per, each, of = _PER.search(low), _EACH.search(low), _OF.search(low)
    return Unit(
        head=head,
        total=Decimal(total[1]) if total else None,
        seconds=next((length for word in head if (length := _time_in(word, head[0])) is not None), None),
        percent=bool(set(listed("percent", "words")) & {low.split(" ")[0], *head}),
        money=bool(set(head) & set(listed("money", "words"))),
        scale=tuple((name.strip(), Decimal(value)) for name, value in _SCALE.findall(unit)),
        per=per[1] if per else "",
        each=each[1] if each else "",
        of=(Decimal(of[1]), of[2]) if of else None,
    )


def with_one_word(low: str) -> str:
    """Per cent in one word."""
    return re.sub(rf"\b{any_of('percent', 'in_two')}\b", listed("percent", "words")[1], low)


def _time_in(word: str, first: str) -> Decimal | None:
    """ "practice hours" are hours; a short word, or "second", is a unit of time only where it comes first."""
    return seconds_of(word) if word == first or (word.endswith("s") and len(word) > _SHORT) else None


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
def _alike(word: str, own: str, so_much: float) -> bool:
    if word == own:
        return True
    if min(len(word), len(own)) < 4 or word[0] != own[0]:
        return False
    return word.startswith(own) or own.startswith(word) or SequenceMatcher(None, word, own).ratio() > so_much
