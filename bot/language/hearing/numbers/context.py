"""What the words around a number make of it: a name, an aim, a number of before, a guess."""

import re
from functools import cache

from bot.language.hearing.numbers.measures import Measure
from bot.language.hearing.numbers.phrases import any_of, anywhere, at_the_beginning, at_the_end, listed

_REACH = 70
"""Characters before a number in which words may speak of it."""
_SIGN_ENDS = r"[.!?;\n\u2600-\u27bf\U0001f000-\U0001faff](?!\d)|,(?!\d)"
_ENDS_ASKING = re.compile(r"[^.,!?\n]{0,70}\?")
_NEXT_NUMBER = re.compile(r"\d")
_ARROW = re.compile(r"\s*(?:->|→|=>|➡|-->|>|to)\s*\d")


def is_name(before: str, after: str) -> bool:
    """ "unit 5", "16 years"."""
    if at_the_end("names", "before").search(before[-_REACH:]) and not is_no_name(before):
        return True
    return at_the_beginning("names", "after").match(after) is not None


@cache
def _part_ends() -> re.Pattern[str]:
    return re.compile(rf"{_SIGN_ENDS}|(?<!\w){any_of('parts', 'begin')}(?!\w)")


def is_no_name(before: str) -> bool:
    """ "this week 7"."""
    return at_the_end("names", "not_so").search(before[-_REACH:]) is not None


def is_pronoun(before: str) -> bool:
    """Whether "one" stands for a thing there: "this one", "the hardest one"."""
    last = (before.split() or [""])[-1]
    return last in listed("other", "no_one") or last.endswith(listed("other", "superlative"))


def is_denied(before: str) -> bool:
    """ "not late once"."""
    return anywhere("none", "once_denied").search(since_last_number(part_before(before))) is not None


def part_before(before: str) -> str:
    """The words before a number that belong to its part of the sentence."""
    near = before[-_REACH:]
    ends = list(_part_ends().finditer(near))
    return near[ends[-1].end() :] if ends else near


def part_after(after: str) -> str:
    """The words after a number, up to the next part of the sentence."""
    near = after[:_REACH]
    ends = _part_ends().search(near)
    near = near[: ends.start()] if ends else near
    digit = _NEXT_NUMBER.search(near)
    return near[: digit.start()] if digit else near


def is_aimed(before: str, after: str) -> bool:
    """ "hope to get 8", "did not reach 65", "25 is too easy"."""
    part = anywhere("aimed", "said").sub(" ", since_last_number(part_before(before)))
    if anywhere("aimed", "bound").search(part) or is_just_beside(before):
        return False
    if at_the_end("aimed", "right_before").search(part) or _is_undone(part):
        return True
    return bool(anywhere("aimed", "before").search(part) or anywhere("aimed", "after").search(part_after(after)))


def _is_undone(part: str) -> bool:
    """ "didnt crack the 40"."""
    found = _undone().search(part)
    return found is not None and found[1] not in listed("aimed", "no_verb")


@cache
def _undone() -> re.Pattern[str]:
    to = rf"(?:{any_of('aimed', 'undone_to')} )*"
    return re.compile(rf"(?<!\w){any_of('aimed', 'undone')} ([^\W\d_]+) {to}$")


def is_judged(after: str) -> bool:
    """ "8 is way off" speaks about eight, as "8 is my score" does not."""
    return bool(
        at_the_beginning("aimed", "judged").match(after) and not at_the_beginning("aimed", "not_judged").match(after)
    )


def is_tried(before: str) -> bool:
    """ "tried 30" says how far somebody wanted to come, and not how far they came."""
    return at_the_end("aimed", "tried").search(before[-_REACH:]) is not None


def is_just_beside(before: str) -> bool:
    """ "just above 12": near enough to be asked about."""
    return _just_beside().search(before) is not None


def is_of_others(before: str, after: str) -> bool:
    """Whether a number says how it stands with somebody or something else."""
    part = f"{since_last_number(part_before(before))} 0 {part_after(after)}"
    return anywhere("others", "words").search(part) is not None


@cache
def _just_beside() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('aimed', 'nearly')} {any_of('aimed', 'sides')}\s$")


def is_date(before: str) -> bool:
    """Whether a pair such as 2/2 is a day: "until 2/2"."""
    return at_the_end("names", "dates").search(before[-_REACH:]) is not None


def is_past(before: str, after: str) -> bool:
    """ "last week i had 7", "up from 84", and the 3 of "3 -> 7"."""
    if _ARROW.match(after) and not comes_from(before):
        return True
    part = since_last_number(part_before(before))
    near = before[-_REACH:]
    if at_the_end("past", "beside").search(near) or any(pattern.search(near) for pattern in _led_by_before()):
        return True
    found = list(anywhere("past", "before").finditer(part))
    if found:
        return not anywhere("past", "now").search(part, found[-1].end())
    gone = anywhere("past", "after").match(part_after(after).strip())
    return gone is not None and gone.end() == len(part_after(after).strip())


@cache
def _led_by_before() -> tuple[re.Pattern[str], ...]:
    """ "last time it was", and the end of "7, was"."""
    return (
        re.compile(rf"(?<!\w){any_of('past', 'before')} {any_of('past', 'leads')}\s?$"),
        re.compile(rf"\d[^\d.!?\n]{{0,20}}[,(] ?{any_of('past', 'was')}\s?$"),
    )


def comes_from(before: str) -> bool:
    """Whether "from" leads a pair of numbers: the second is the one that stands."""
    return at_the_end("past", "from").search(before[-_REACH:]) is not None


def since_last_number(part: str) -> str:
    digits = list(_NEXT_NUMBER.finditer(part))
    return part[digits[-1].end() :] if digits else part


def is_hedged(before: str, after: str) -> bool:
    """Whether the writer is not sure of the number."""
    if is_just_beside(before):
        return True
    whole = f"{_sentence_before(before)} 0 {_sentence_after(after)}"
    return anywhere("hedged", "words").search(anywhere("hedged", "not_so").sub(" ", whole)) is not None


def is_asked(before: str, after: str) -> bool:
    """Whether the sentence of a number asks something, or is not about what is counted: "is 50 even realistic",
    "the thing with the 2"."""
    if _ENDS_ASKING.match(after) or at_the_beginning("asking", "begins").match(_sentence_before(before)):
        return True
    words = before.split()
    return words[-1:] == ["the"] and bool(words[:-1]) and words[-2].strip(",.!") not in listed("asking", "reached")


def _sentence_before(before: str) -> str:
    return re.split(r"[.!?\n](?!\d)", before[-_REACH:])[-1]


def _sentence_after(after: str) -> str:
    return re.split(r"[.!?\n](?!\d)", after[:_REACH])[0]


def counts_another(unit: str, measure: Measure) -> bool:
    """Whether the noun behind a number is another than what is counted."""
    words = nouns_of(unit)
    if not words or words[0] in listed("other", "most") or any(measure.names(word) for word in words):
        return False
    last = words[-1]
    if last in listed("other", "often"):
        return not (measure.per and measure.seconds is None and not measure.money)
    if last in listed("other", "none"):
        return False
    if last in listed("other", "loosely"):
        return bool(measure.seconds or measure.money)
    return is_other(last, measure) or (last.endswith("s") and not last.endswith("ss") and len(last) > 3)


def nouns_of(unit: str) -> list[str]:
    """The words of what is counted, without the stretch of time: "pages per day" are pages."""
    words = unit.split()
    return words[: words.index("per")] if "per" in words[1:] else words


def is_other(word: str, measure: Measure) -> bool:
    """Whether a noun is one that counts something of its own: pages, lessons, metres."""
    return word in listed("other", "words") or (measure.percent and word in listed("other", "of_a_whole"))
