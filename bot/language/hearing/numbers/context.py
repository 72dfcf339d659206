"""What the words around a number make of it: a name, an aim, a number of before, a guess, somebody else's, of another
stretch, a time of day."""

import re
from decimal import Decimal
from functools import cache

from bot.language.hearing.numbers.measures import (
    SECONDS,
    Unit,
    any_of,
    anywhere,
    at_the_beginning,
    at_the_end,
    listed,
)
from bot.language.reading.numbers import NumberReading

_REACH = 70
"""Characters before a number in which words may speak of it."""
_SIGN_ENDS = r"[.!?;\n\u2600-\u27bf\U0001f000-\U0001faff](?!\d)|,(?!\d)"
_ENDS_ASKING = re.compile(r"[^.,!?\n]{0,70}\?")
_RUN, _VOWEL = re.compile(r"(\w)\1{2,}"), re.compile(r"[aeiouy]")
"""A letter that is drawn out, and what no word is without: "yooo", "tbh"."""
_NEXT_NUMBER = re.compile(r"\d")
_ARROW = re.compile(r"\s*(?:->|→|=>|➡|-->|>|to)\s*\d")


def is_name(before: str, after: str) -> bool:
    """ "unit 5", "16 years", "from thursday 21 to sunday 24"."""
    if _span_of_days().search(before[-_REACH:]):
        return True
    if at_the_end("names", "before").search(before[-_REACH:]) and not is_no_name(before):
        return True
    return at_the_beginning("names", "after").match(after) is not None or _is_of_a_thing(before, after)


def _is_of_a_thing(before: str, after: str) -> bool:
    """ "my 400 split was 72"."""
    told = _told_of_it().match(after)
    if told is None or before.split()[-1:] not in [[word] for word in listed("names", "owners")]:
        return False
    return not told[1].endswith("s") and told[1] not in listed("other", "alone_with")


@cache
def _told_of_it() -> re.Pattern[str]:
    return re.compile(rf"\s([^\W\d_]+) {any_of('names', 'told')}\b[^.!?\n]*\d")


@cache
def _span_of_days() -> re.Pattern[str]:
    """Before the day of the month in "from thursday 21" and "until sunday 24"."""
    return re.compile(rf"(?<!\w){any_of('names', 'span')} {any_of('days', 'names')}[^\W\d_]* $")


@cache
def _part_ends() -> re.Pattern[str]:
    return re.compile(rf"{_SIGN_ENDS}|(?<!\w){any_of('parts', 'begin')}(?!\w)")


def is_no_name(before: str) -> bool:
    """ "this week 7"."""
    return at_the_end("names", "not_so").search(before[-_REACH:]) is not None


def goes_on_naming(before: str) -> bool:
    """The second of "ch 4 and 5" and "q3 to 8": whatever the first is the name of."""
    first = _first_of_names().search(before[-_REACH:])
    return first is not None and not is_no_name(before[-_REACH:][: first.start("digits")])


@cache
def _first_of_names() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w){any_of('names', 'before')}[\s.#]{{0,2}}(?P<digits>\d{{1,4}}) ?{any_of('names', 'goes_on')} ?$"
    )


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
    behind = anywhere("aimed", "not_behind").sub(" ", part_after(after))
    return bool(anywhere("aimed", "before").search(part) or anywhere("aimed", "after").search(behind))


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


_OF_HOW_MANY = re.compile(r"(?:\bof|/)\s?(?:the |my |all |those |these )?$")
_ALL_OF = re.compile(r"\b(?:all|every one|every single one|each) (?:out )?of\s(?:the |my |those |these )?$")


def is_total_alone(value: Decimal, before: str, measure: Unit) -> bool:
    """Whether a number is only of how many: "did sux of ten". Of "all of the ten" it is how many, too."""
    return value == measure.total and _OF_HOW_MANY.search(before) is not None and _ALL_OF.search(before) is None


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
    said = part_before(before)
    part = anywhere("past", "not_so").sub(" ", since_last_number(said))
    near = before[-_REACH:]
    if at_the_end("past", "beside").search(near) or any(pattern.search(near) for pattern in _led_by_before()):
        return True
    found = list(anywhere("past", "before").finditer(part))
    if found:
        goes_on = anywhere("past", "now").search(part, found[-1].end())
        return not goes_on and not (_holds_number(said) and at_the_beginning("past", "now").match(after))
    gone = anywhere("past", "after").match(part_after(after).strip())
    return gone is not None and gone.end() == len(part_after(after).strip())


def _holds_number(part: str) -> bool:
    """ "6 last week 8 now": the words of before belong to the number before them."""
    return _NEXT_NUMBER.search(part) is not None


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
    if is_just_beside(before) or at_the_end("hedged", "nearly").search(before[-_REACH:]):
        return True
    whole = f"{_sentence_before(before)} 0 {_sentence_after(after)}"
    return anywhere("hedged", "words").search(anywhere("hedged", "not_so").sub(" ", whole)) is not None


def is_asked(before: str, after: str) -> bool:
    """Whether the sentence of a number asks something, or is not about what is counted: "is 50 even realistic",
    "the thing with the 2"."""
    if (_ENDS_ASKING.match(after) and not _tagged().match(after)) or at_the_beginning("asking", "begins").match(
        _sentence_before(before)
    ):
        return True
    words = before.split()
    return words[-1:] == ["the"] and bool(words[:-1]) and words[-2].strip(",.!") not in listed("asking", "reached")


@cache
def _tagged() -> re.Pattern[str]:
    """ "11 ok? now leave it"."""
    return re.compile(rf"[\s,.]*{any_of('asking', 'tags')} ?\?")


def _sentence_before(before: str) -> str:
    return re.split(r"[.!?\n](?!\d)", before[-_REACH:])[-1]


def _sentence_after(after: str) -> str:
    return re.split(r"[.!?\n](?!\d)", after[:_REACH])[0]


def counts_another(unit: str, measure: Unit) -> bool:
    """Whether the noun behind a number is another than what is counted."""
    words = nouns_of(unit)
    if not words or words[0] in listed("other", "most") or any(measure.names(word) for word in words):
        return False
    last = words[-1]
    if last in listed("other", "often") and words[0] in ("first", *listed("ordinals", "names")):
        return False  # "all six first time"
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


def is_other(word: str, measure: Unit) -> bool:
    """Whether a noun is one that counts something of its own: pages, lessons, metres."""
    return word in listed("other", "words") or (measure.percent and word in listed("other", "of_a_whole"))


# Whose number one is: "my friend got 7" and "coach lands 9" say nothing of the writer.


_WORDS = r"(?:\s[^\W\d_]+)"


def is_theirs(before: str) -> bool:
    """Whether the words before a number give it to somebody else."""
    part = since_last_number(part_before(before))
    if _thing_with().search(part):
        return True
    having = any(_is_subject(found, part) for pattern in _having() for found in pattern.finditer(part))
    return having or _does_something(part)


def is_perhaps_theirs(before: str) -> bool:
    """Whether what stands before a number could be a name: "maya got 7"."""
    found = _named().search(before)
    return (
        found is not None
        and _RUN.sub(r"\1", found[1]) not in listed("theirs", "no_names")
        and _VOWEL.search(found[1]) is not None
    )


def _does_something(part: str) -> bool:
    """Whether somebody does something with a number that is no telling: "frau adler manages 22", "my boss needs 6"."""
    return any(
        _is_subject(found, part)
        and not _is_spoken_to(found, part)
        and not anywhere("theirs", "reports").search(found["does"])
        for found in _doing().finditer(part)
    )


def _is_spoken_to(found: re.Match[str], part: str) -> bool:
    """ "bro benched 65" speaks to somebody, "my bro benched 65" of him."""
    before = part[: found.start("who")].split()
    return found["who"] in listed("theirs", "addressed") and before[-1:] not in (
        [word] for word in listed("theirs", "whose")
    )


def _is_subject(found: re.Match[str], part: str) -> bool:
    """Not where the writer comes in after all: "my friend says i got 7", "with my friend i got 7"."""
    beside = at_the_end("theirs", "beside").search(part[: found.start("who")])
    said = part[found.end("who") :]
    given = _gives().match(said) is not None
    return not beside and (given or not anywhere("theirs", "mine").search(said))


@cache
def _gives() -> re.Pattern[str]:
    """ "teacher played me 10 songs"."""
    return re.compile(rf"\s{any_of('theirs', 'gives')} (?:me|us)\s(?!i\b)")


@cache
def _having() -> tuple[re.Pattern[str], ...]:
    people, pronouns = any_of("theirs", "people"), any_of("theirs", "pronouns")
    return (
        re.compile(
            rf"(?<!\w)(?P<who>{people}|{pronouns}){_WORDS}{{0,3}}?\s{any_of('theirs', 'has')}{_WORDS}{{0,2}}\s?$"
        ),
        re.compile(rf"(?<!\w)(?P<who>{people})\s{any_of('theirs', 'is')}{_WORDS}{{0,2}}\s?$"),
    )


@cache
def _thing_with() -> re.Pattern[str]:
    """ "the book has 300"."""
    return re.compile(rf"(?<!\w)the {any_of('theirs', 'things')} {any_of('theirs', 'holds')}{_WORDS}{{0,2}}\s?$")


@cache
def _doing() -> re.Pattern[str]:
    titled = rf"{any_of('theirs', 'titles')}(?!\s{any_of('theirs', 'mine')}\b){_WORDS}"
    people = f"{any_of('theirs', 'people')}|{any_of('theirs', 'roles')}|{titled}"
    return re.compile(rf"(?<!\w)(?P<who>{people})(?P<does>{_WORDS}{{1,3}})\s?$")


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[.,!?\n]|\bbut)\s*([^\W\d_]+) {any_of('theirs', 'named')} $")


# A number that is said of another stretch than the one that counts: "5 a day" of a week, "8 km in 45" of five.


_ABOUT = Decimal("0.1")
"""Five kilometres and a bit are five."""
_FAR_BEYOND = 2
"""So many times as large as any number of the target, what is said of a week is no number of each day."""


def times(after: str, measure: Unit, value: Decimal, size: Decimal) -> Decimal:
    """How often a number has to be taken, by what stands behind it: "60 in 4 hours" and "10 mistakes on 2 pages" where
    each is counted, "5 a day" where a week is, "140 this week" where a day is. `size`: of the target's numbers."""
    if measure.each:
        several = _across(measure.each, "across" if measure.per else "across_things").match(after)
        if several and int(several[1]):
            return 1 / Decimal(several[1])
    part = part_after(after)
    per = _said("each", "stretches").search(part)
    if per:
        return measure.times_as_long(per[1])
    this = _said("this", "long").search(part)
    return measure.times_as_long(this[1]) if this and abs(value) > size * _FAR_BEYOND else Decimal(1)


def is_habit(after: str) -> bool:
    """Whether what stands behind a number makes it what somebody does again and again: "one page every Tuesday"."""
    return _said("habit", "habits").search(part_after(after)) is not None


def is_across(between: str) -> bool:
    """Whether what stands between two numbers makes the second what the first was counted in: "3 ways in one page"."""
    return _leads_across().fullmatch(between) is not None


def is_of_another(low: str, measure: Unit) -> bool:
    """Whether a message says how it went with more, or less, than the target is about: "8 km in 45"."""
    if measure.of is None:
        return False
    number, noun = measure.of
    said = [one for one in _over_or_for().finditer(low) if measure.is_same_thing(one[2], noun)]
    return any(abs(Decimal(one[1]) - number) > number * _ABOUT for one in said)


@cache
def _across(each: str, words: str) -> re.Pattern[str]:
    several = f"{each}s"
    names = any_of("time", several) if several in SECONDS else re.escape(several)
    return re.compile(rf"[^.,;!?\n\d]{{0,30}}\b{any_of('rates', words)} (\d{{1,3}}) ?{names}\b")


@cache
def _leads_across() -> re.Pattern[str]:
    return re.compile(rf"[^.,;!?\n\d]{{0,40}}\b{any_of('rates', 'across_things')}\s")


@cache
def _said(words: str, stretches: str) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('rates', words)} ({any_of('rates', stretches)})\b")


@cache
def _over_or_for() -> re.Pattern[str]:
    """A number of things for which the next number is said, and one that the number before it is said for."""
    return re.compile(
        rf"(?<![\w.,:/])(\d{{1,6}}(?:\.\d{{1,3}})?) ?([^\W\d_]+)(?= {any_of('rates', 'took')} (?:[^\W\d_]+ )?\d)"
    )


# Numbers that are a time of day: "at 10:30", "7:05 at the gate", "its 8 in the morning", and perhaps "dinner at 7".


_CLOCK = re.compile(r"\d{1,2}:\d{2}")
_WITH_POINT = re.compile(r"(?:1?\d|2[0-3])\.[0-5]\d(?!\d)")


def shows_minutes(reading: NumberReading, low: str) -> bool:
    """Whether it is written as hours and minutes, or minutes and seconds."""
    return _CLOCK.match(low, reading.start) is not None


def is_time(reading: NumberReading, low: str, measure: Unit) -> bool:
    """Whether a number is a time of day; where time is counted only behind such a word as "at"."""
    before = low[: reading.start]
    if _WITH_POINT.match(low, reading.start) and at_the_end("clocks", "at").search(before):
        return True
    if at_the_end("clocks", "it_is").search(before[-_REACH:]) and _part_of_day().match(low, reading.end):
        return True
    if not shows_minutes(reading, low):
        return False
    return measure.seconds is None or _led().search(before) is not None


def is_perhaps_time(before: str) -> bool:
    """ "dinner at 7", which "im at 7" is not."""
    words = before.split()
    if words[-1:] != [*listed("clocks", "at")]:
        return False
    return len(words) < 2 or words[-2].strip(",.!") not in listed("clocks", "standing")


@cache
def _part_of_day() -> re.Pattern[str]:
    """ "in the morning", "in the bloody morning", "at night"."""
    return re.compile(rf"\s(?:in the|at)\s(?:\w+\s)?{any_of('clocks', 'parts_of_day')}(?!\w)")


@cache
def _led() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('clocks', 'before')}\s(?:\w+\s)?$")
