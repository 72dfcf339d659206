"""What the words around a number make of it: a name, an aim, a number of before, a guess."""

import re

from bot.language.hearing.numbers.measures import Measure
from bot.language.hearing.numbers.phrases import anywhere, at_the_beginning, at_the_end, listed

_REACH = 70
"""Characters before a number in which words may speak of it."""
_PART_ENDS = re.compile(
    r"[.!?;\n\u2600-\u27bf\U0001f000-\U0001faff](?!\d)|,(?!\d)"
    r"|\b(?:but|so|then|now|and its|and it was|it was|its|because|cause|cos|and got|and)\b"
)
_NEXT_NUMBER = re.compile(r"\d")
_FROM = re.compile(r"\b(?:from|went from|de|von|up from|down from)\s$")
_WAS = re.compile(r"\d[^\d.!?\n]{0,20}[,(] ?(?:was|were|it was)\s$")
_JUST_BESIDE = re.compile(r"\b(?:just|slightly|a bit|a little|little|bit) (?:above|over|under|below)\s$")
_ARROW = re.compile(r"\s*(?:->|→|=>|➡|-->|>|to)\s*\d")


def is_name(before: str, after: str) -> bool:
    """ "unit 5", "16 years"."""
    if at_the_end("names", "before").search(before[-_REACH:]):
        return True
    return at_the_beginning("names", "after").match(after) is not None


def part_before(before: str) -> str:
    """The words before a number that belong to its part of the sentence."""
    near = before[-_REACH:]
    ends = list(_PART_ENDS.finditer(near))
    return near[ends[-1].end() :] if ends else near


def part_after(after: str) -> str:
    """The words after a number, up to the next part of the sentence."""
    near = after[:_REACH]
    ends = _PART_ENDS.search(near)
    near = near[: ends.start()] if ends else near
    digit = _NEXT_NUMBER.search(near)
    return near[: digit.start()] if digit else near


def is_aimed(before: str, after: str) -> bool:
    """ "hope to get 8", "did not reach 65", "25 is too easy"."""
    part = _since_last_number(part_before(before))
    if anywhere("aimed", "bound").search(part) or is_just_beside(before):
        return False
    return bool(anywhere("aimed", "before").search(part) or anywhere("aimed", "after").search(part_after(after)))


def is_just_beside(before: str) -> bool:
    """ "just above 12": near enough to be asked about."""
    return _JUST_BESIDE.search(before) is not None


def is_of_others(before: str, after: str) -> bool:
    """Whether a number says how it stands with somebody or something else."""
    part = f"{_since_last_number(part_before(before))} 0 {part_after(after)}"
    return anywhere("others", "words").search(part) is not None


def is_past(before: str, after: str) -> bool:
    """ "last week i had 7", "up from 84", and the 3 of "3 -> 7"."""
    if _ARROW.match(after) and not _FROM.search(before):
        return True
    part = _since_last_number(part_before(before))
    if _WAS.search(before):
        return True
    found = list(anywhere("past", "before").finditer(part))
    if found:
        return not anywhere("past", "now").search(part, found[-1].end())
    gone = anywhere("past", "after").match(part_after(after).strip())
    return gone is not None and gone.end() == len(part_after(after).strip())


def comes_from(before: str) -> bool:
    """Whether "from" leads a pair of numbers: the second is the one that stands."""
    return _FROM.search(before) is not None


def _since_last_number(part: str) -> str:
    digits = list(_NEXT_NUMBER.finditer(part))
    return part[digits[-1].end() :] if digits else part


def is_hedged(before: str, after: str) -> bool:
    """Whether the writer is not sure of the number."""
    if is_just_beside(before):
        return True
    whole = f"{_sentence_before(before)} 0 {_sentence_after(after)}"
    return anywhere("hedged", "words").search(anywhere("hedged", "not_so").sub(" ", whole)) is not None


def _sentence_before(before: str) -> str:
    return re.split(r"[.!?\n](?!\d)", before[-_REACH:])[-1]


def _sentence_after(after: str) -> str:
    return re.split(r"[.!?\n](?!\d)", after[:_REACH])[0]


def counts_another(unit: str, measure: Measure) -> bool:
    """Whether the noun behind a number is another than what is counted."""
    words = unit.split()
    if not words or any(measure.names(word) for word in words):
        return False
    last = words[words.index("per") - 1] if "per" in words[1:] else words[-1]
    if last in listed("other", "none"):
        return False
    return is_other(last, measure) or (last.endswith("s") and not last.endswith("ss") and len(last) > 3)


def is_other(word: str, measure: Measure) -> bool:
    """Whether a noun is one that counts something of its own: pages, lessons, metres."""
    return word in listed("other", "words") or (measure.percent and word in listed("other", "of_a_whole"))
