"""Numbers that are worked out: "half of them", "2 more", "3 wrong", "same as last time"."""

import re
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.reading.number_scan import NumberReading
from bot.domain.reading.numbers import find_numbers
from bot.language.hearing.model import Aim, Number
from bot.language.hearing.numbers.measures import Measure
from bot.language.hearing.numbers.phrases import anywhere, at_the_end, listed

_FEW_WORDS = 6


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """A number that follows from the one in `text[start:end]`. `adds`: what comes to a number that stands beside it."""

    value: Decimal | None
    start: int
    end: int
    adds: Decimal = Decimal(0)


_DAYS = re.compile(r"\b(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?\b")
_DAY_UNITS = frozenset({"nights", "evenings", "days", "mornings", "lessons"})


def scale_value(text: str, measure: Measure) -> Number | None:
    """The last name of the target's own scale, which is not one that is wished for."""
    if not measure.scale:
        return None
    names = sorted(measure.scale, key=lambda pair: -len(pair[0]))
    pattern = re.compile("|".join(rf"(?<![\w+*]){_letters(name)}(?![\w*])" for name, _ in names))
    values = {name.lower(): value for name, value in measure.scale}
    found = [match for match in pattern.finditer(text) if _is_meant(match, text)]
    if not found:
        return None
    last = found[-1]
    several = len({match[0].lower() for match in found}) > 1 and not _FROM_TO.search(text[: last.start()])
    plus = text[last.end() : last.end() + 1] in ("+", "-") and f"{last[0].lower()}+" not in values
    return Number(
        values[last[0].lower()], sure=not (plus or several) and not anywhere("hedged", "words").search(text.lower())
    )


_FROM_TO = re.compile(r"(?:\bto|->|→)\s(?:an? )?$", re.IGNORECASE)


def _letters(name: str) -> str:
    """A single letter is a name in capitals; a longer one in any."""
    escaped = re.escape(name)
    return escaped if len(name) == 1 else f"(?i:{escaped})"


def _is_meant(match: re.Match[str], text: str) -> bool:
    before, after = text[: match.start()].lower(), text[match.end() :].lower()
    if match[0] in ("A", "I") and not _stands_as_a_name(before, after):
        return False
    part = re.split(r"[.,;!?\n]|\bbut\b", before)[-1][-60:]
    rest = re.split(r"[.,;!?\n]|\bbut\b", after)[0][:40]
    wished = anywhere("scale", "not_now")
    return not wished.search(part) and not wished.search(rest)


def _stands_as_a_name(before: str, after: str) -> bool:
    if not before.strip():
        return not after.strip() or after.lstrip()[:1] in "!.,+-"
    return before.split()[-1] in listed("scale", "after_article")


def same_value(low: str, aim: Aim) -> Number | None:
    """The last number again, where there is one."""
    said = anywhere("same", "words").search(low)
    if not said or anywhere("same", "not_so").search(low) or len(low.split()) > listed_most() or re.search(r"\d", low):
        return None
    return None if aim.last is None else Number(aim.last, sure=not anywhere("hedged", "words").search(low))


def listed_most() -> int:
    """Words of a message that says no more than that nothing changed."""
    return 9


def wordless_value(low: str, aim: Aim, measure: Measure) -> Number | None:
    """What is said without any number: all or half of a whole, or a multiple of the last number."""
    multiple = _multiple(low, aim)
    if multiple is not None:
        return multiple
    if measure.total is not None and not re.search(r"\d", low):
        if anywhere("computed", "whole").search(low):
            return Number(measure.total, sure=False)
        if anywhere("computed", "halves").search(low):
            return Number(measure.total / 2, sure=False)
    return _days_named(low, measure) or _ordinal(low, measure)


_ORDINALS = (
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
)
_ORDINAL = re.compile(rf"\b({'|'.join(_ORDINALS)})\s([^\W\d_]+)(?:[ -]([^\W\d_]+))?(?:[ -]([^\W\d_]+))?")


def _ordinal(low: str, measure: Measure) -> Number | None:
    """ "the third evening this week" makes three, if it was none of before."""
    for said in _ORDINAL.finditer(low):
        if any(word and (measure.names(word) or word == "time") for word in said.groups()[1:]):
            return Number(Decimal(_ORDINALS.index(said[1]) + 2), sure=False)
    return None


def _multiple(low: str, aim: Aim) -> Number | None:
    for name, factor in (("halved", Decimal("0.5")), ("double", Decimal(2)), ("triple", Decimal(3))):
        if anywhere("computed", name).search(low):
            if aim.last is None or "start" in low or "goal" in low:
                return None
            return Number(aim.last * factor, sure=False)
    return None


def days_in(low: str) -> list[str]:
    """The days of the week that are named, by their first letters."""
    return [match[0][:3] for match in _DAYS.finditer(low)]


def _days_named(low: str, measure: Measure) -> Number | None:
    """ "mon tue thu" are three evenings."""
    if not _DAY_UNITS.intersection(measure.head) or len(low.split()) > _FEW_WORDS + 2:
        return None
    named = set(days_in(low))
    return Number(Decimal(len(named)), sure=False) if named and not re.search(r"\d|\bnot?\b", low) else None


def nothing_value(low: str, measure: Measure) -> Number | None:
    """ "none", "no lates", "not one bad joint"."""
    words = re.findall(r"[\w']+", low)
    begins = _BEGINS_WITH_NONE.match(low)
    if not words or (re.search(r"\d", low) and not begins):
        return None
    sure = not (anywhere("none", "so_far").search(low) and measure.per) and not anywhere("hedged", "words").search(low)
    if begins or any(measure.names(denied[1]) for denied in _DENIED.finditer(low)):
        return Number(Decimal(0), sure)
    for said in anywhere("none", "words").finditer(low):
        rest = re.findall(r"[\w']+", low[said.end() :])[:4]
        if len(words) <= _FEW_WORDS - 3 or any(measure.names(word) for word in rest) or _is_whole(low, said):
            return Number(Decimal(0), sure)
    for denied in re.finditer(r"\bno\s([^\W\d_]+)(?:\s([^\W\d_]+))?", low):
        if any(word and measure.names(word) for word in denied.groups()):
            return Number(Decimal(0), sure)
    if "times" in measure.head or measure.per:
        return Number(Decimal(0), sure) if _NOT_ONCE.search(low) else None
    return None


_BEGINS_WITH_NONE = re.compile(r"\s*(?:none|zero|nil)(?:\s*[,.!]|\s*$| (?:this|today|at all|again|since)\b)")
_DENIED = re.compile(r"\b(?:wasnt|was not|never|werent|havent been|have not been|not been|not)\s([^\W\d_]+)")
_NOT_ONCE = re.compile(r"\b(?:havent|havnt|have not|didnt|did not|hasnt|not|never)\b[\w ]{0,20}\bonce\b")


def _is_whole(low: str, said: re.Match[str]) -> bool:
    """Whether the word is all of its sentence."""
    before, after = low[: said.start()].rstrip(), low[said.end() :].lstrip()
    return (not before or before[-1] in ".!?,") and (not after or after[0] in ".!?,")


def moved_value(low: str, aim: Aim) -> WorkedOut | None:
    """ "2 more", "3 fewer than before", "2 points short of my goal"."""
    for reading in find_numbers(low, aim.unit):
        before, after = low[: reading.start].rstrip("£$€ "), low[reading.end :]
        direction = _direction(before, after)
        start, end = reading.start, reading.end
        if direction == "short":
            line = reading.out_of or reading.high or _number_in(after) or aim.goal
            return WorkedOut(line - reading.value, start, len(low))
        if direction == "past":
            return WorkedOut(aim.goal + reading.value, start, end)
        if direction:
            change = reading.value if direction == "up" else -reading.value
            return WorkedOut(None if aim.last is None else aim.last + change, start, end, max(change, Decimal(0)))
    return None


_UNIT_BETWEEN = r"\s?(?:[^\W\d_]+\s){0,2}?"
_THAN_ANOTHER = re.compile(
    _UNIT_BETWEEN + r"(?:more|less|fewer|better) than (?:my|his|her|him|them|the others|others|anna|you)\b"
)
_NOT_MOVED = re.compile(
    r"\b(?:no|not|nothing|never|couldnt do|could not do|any|do) (?:more|less|fewer) than$|\bonce more$"
)
_SHORT_OF = re.compile(_UNIT_BETWEEN + r"(?:short of|away from|off my goal|off the goal|from my goal|from the goal)\b")
_PAST_GOAL = re.compile(_UNIT_BETWEEN + r"(?:over|above|past|beyond) (?:my|the) (?:goal|target|aim)\b")
_STANDS_AT_THE_END = r"(?=\s*(?:$|[.,!?])|\s(?:than|from|on|in|this|today|now|after|again|of|\w+s\b))"
_UP_AFTER = re.compile(_UNIT_BETWEEN + r"(?:more|extra|higher|better)" + _STANDS_AT_THE_END)
_UP_BEFORE = re.compile(r"\b(?:another|plus|added|extra|put in|up by|improved by|gained)$")
_DOWN_AFTER = re.compile(_UNIT_BETWEEN + r"(?:less|fewer|lower)" + _STANDS_AT_THE_END)
_DOWN_BEFORE = re.compile(r"\b(?:down by|reduced by|dropped by|cut by|decreased by)$")


def _direction(before: str, after: str) -> str:
    near, rest = before[-30:], after[:60]
    if _NOT_MOVED.search(near) or _THAN_ANOTHER.match(rest):
        return ""
    for name, pattern in (("short", _SHORT_OF), ("past", _PAST_GOAL), ("up", _UP_AFTER), ("down", _DOWN_AFTER)):
        if pattern.match(rest):
            return name
    if _UP_BEFORE.search(near):
        return "up"
    return "down" if _DOWN_BEFORE.search(near) else ""


def _number_in(text: str) -> Decimal | None:
    found = re.search(r"\d{1,9}(?:\.\d{1,3})?", text[:40])
    return Decimal(found[0]) if found else None


def lost_value(low: str, aim: Aim, measure: Measure) -> WorkedOut | None:
    """What is left of a whole: "3 wrong", "all but two", "missed 4"."""
    if any(word in listed("lost", "words") for word in measure.head):
        return None
    whole = measure.total
    named = re.search(r"\b(?:nr|no|number|q)s?\.? ?\d+(?:(?:,| and| &) ?\d+)*", low)
    if named and whole is not None and anywhere("lost", "rest").search(low):
        return WorkedOut(whole - len(re.findall(r"\d+", named[0])), named.start(), named.end())
    for reading in find_numbers(low, aim.unit):
        if (reading.strength or reading.out_of) and _is_lost(low[: reading.start], low[reading.end :]):
            return WorkedOut(_left_of(reading, measure), reading.start, reading.end)
    return None


def _left_of(reading: NumberReading, measure: Measure) -> Decimal | None:
    whole = reading.out_of or measure.total
    if whole is None or reading.value > whole:
        return None
    if measure.percent:
        return (whole - reading.value) * 100 / whole
    return whole - reading.value


def _is_lost(before: str, after: str) -> bool:
    if at_the_end("lost", "except").search(before):
        return True
    return bool(_LOST_BEFORE.search(before[-40:]) or _LOST_AFTER.match(after[:60]))


_LOST_BEFORE = re.compile(r"\b(?:missed|lost|failed|forgot|got wrong)(?: (?:just|only|about|like|out))?\s$")
_LOST_AFTER = re.compile(
    r"\s?(?:[^\W\d_]+\s){0,1}?(?:were |was |are )?"
    r"(?:wrong|mistakes?|errors?|incorrect|missed|missing|false|into the net|off target|blank)\b"
)
