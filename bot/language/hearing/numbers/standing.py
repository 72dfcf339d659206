"""Of several numbers the one that stands: as the sum or as a correction, in the target's own unit, or first."""

import re
from collections.abc import Callable, Collection, Sequence
from decimal import Decimal

from bot.language.hearing.model import Aim, Number
from bot.language.hearing.numbers import context
from bot.language.hearing.numbers.candidates import Candidate, Fit
from bot.language.hearing.numbers.elsewhere import is_elsewhere
from bot.language.hearing.numbers.measures import Unit, anywhere, at_the_end, listed
from bot.language.hearing.numbers.worked_out import days_in

_OUT_OF_PROPORTION = 3
_TOO_SMALL = 25
_MUCH_LESS, _MUCH_MORE = 2, Decimal("1.4")
"""Beyond the numbers of a target by so many times, one is out of reach; chosen with the labelled messages."""
_EARLY = 4
"""A number with so few words before it is what the message is about."""
_BESIDE = 22
"""Characters beside a number in which words set it against another."""
_CORRECTION_MOST = 4
"""Words between a number and the one that takes its place."""
_LONG = ("week", "month", "term")
"""Stretches of time of which the days are added up."""
_WORD = re.compile(r"[^\W\d_]{2}")
_NAMED_AND_ENDED = re.compile(r"((?:\s?[^\W\d_]+)?)\s?(?:[.!?:;(](?!\d)|,(?!\d)|\sbut\b)")
"""What is counted, perhaps, and the end of what is said of it."""
_STOPS = re.compile(r"[\d,.;!?\n]")


def left_of(candidates: Sequence[Candidate], low: str, measure: Unit, size: Decimal) -> list[Candidate]:
    """Without the numbers of others, and what is out of proportion, as long as any is left."""
    return _narrowed(
        candidates,
        lambda one: not one.weak,
        lambda one: not one.low_first,
        lambda one: not context.is_tried(low[: one.start]),
        lambda one: abs(one.value) * _TOO_SMALL >= size or one.value == 0,
        lambda one: one.value != measure.total or one.explicit,
        lambda one: abs(one.value) <= size * _OUT_OF_PROPORTION,
        lambda one: not context.is_of_others(low[: one.start], low[one.end :]),
        lambda one: one.sure or one.low_first,
    )


def _in_its_own_words(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The numbers that are said most like those of the target, and were not worked out."""
    return _narrowed(
        candidates,
        lambda one: one.explicit,
        lambda one: one.sure or one.low_first,
        lambda one: one.fit is Fit.OWN,
    )


def _narrowed(candidates: Sequence[Candidate], *wanted: Callable[[Candidate], bool]) -> list[Candidate]:
    """Those that are like what is wanted, one thing after the other, as long as any is left."""
    left = list(candidates)
    for like in wanted:
        left = [one for one in left if like(one)] or left
    return left


def is_within_reach(one: Candidate, stands: Collection[Decimal]) -> bool:
    """Whether a number names what is counted, or lies not far beyond the numbers of the target."""
    if one.fit is not Fit.BARE or one.explicit or one.value <= 0:
        return True
    sizes = [abs(number) for number in stands]
    return min(sizes) / _MUCH_LESS <= one.value <= max(sizes) * _MUCH_MORE


def standing(
    plain: Sequence[Candidate], low: str, measure: Unit, stands: Collection[Decimal]
) -> tuple[Candidate | None, bool]:
    """The number that stands, and whether that is sure; None where all of them are to be added."""
    if len(plain) > 1 and _are_parts(plain, low, measure) and not said_with("sum", plain, low):
        return None, False
    if _is_one(plain):
        if len(plain) > 1 and _adds_up(plain, low, measure):
            return None, False
        return max(reversed(plain), key=lambda one: one.sure), True
    told = _told_apart(plain, low, measure)
    if told is not None:
        return told, True
    reached = [one for one in plain if is_within_reach(one, stands)]
    if len(reached) == 1 and _WORD.search(low):
        return reached[0], True
    left = _in_its_own_words(plain)
    said_so = _plainly_said(plain, low, measure)
    if said_so is not None:
        return said_so, True
    if sum(one.explicit for one in plain) != 1 and _are_side_by_side(plain, low):
        chosen = anywhere("corrected", "choice").search(low[plain[0].end : plain[-1].start])
        return plain[0 if chosen else -1], False
    if _is_one(left):
        return left[-1], True
    if left[0].low_first:
        return left[0], False
    leads = _leads(left, low)
    return (left[0], True) if leads else (_last_of(left, low), False)


def _plainly_said(plain: Sequence[Candidate], low: str, measure: Unit) -> Candidate | None:
    """The last, where it corrects the others; the first, where it answers by itself."""
    if _corrects(plain, low):
        return plain[-1]
    return plain[0] if _stands_alone(plain, low, measure) else None


def _stands_alone(plain: Sequence[Candidate], low: str, measure: Unit) -> bool:
    """Whether a message is answered before it goes on: "4 hours but 1 was maps", "7, it was exam week or id be at 4".
    Not where what follows counts the same once more, or takes something away."""
    first, second = plain[0], plain[1]
    led = set(low[: first.start].split()) <= set(listed("parts", "leads"))
    named = re.match(_NAMED_AND_ENDED, low[first.end :])
    if not led or named is None or not all(measure.names(word) for word in named[1].split()):
        return False
    behind = low[first.end + named.end() : second.start]
    goes_on = context.part_after(low[second.end :])
    again = second.explicit or second.fit is Fit.OWN or not set(behind.split()) - set(listed("parts", "barely"))
    again = again or behind.split()[:1] == [*listed("corrected", "choice")]
    return not (again or any(anywhere("of_two", "bad").search(part) for part in (behind, goes_on)))


def _last_of(left: Sequence[Candidate], low: str) -> Candidate:
    """Of numbers that each have a name before them the last: "oral 2 written 4"."""
    named = low[: left[0].start].split()[-1:]
    return left[-1] if named and named[0] not in listed("parts", "leads") else left[0]


def _leads(left: Sequence[Candidate], low: str) -> bool:
    """Whether a message begins with the number that stands: "24, shoulder hurt after 20", and not "oral 2 written 4"
    or "250 on the account and 30 cash"."""
    before, between = low[: left[0].start].split(), low[left[0].end : left[1].start]
    joined = anywhere("corrected", "adds_up").search(between) is not None
    told = before[-1:] != [] and before[-1] in listed("theirs", "reports")
    return not joined and (told or (len(before) <= _EARLY and set(before) <= set(listed("parts", "leads"))))


def _is_one(candidates: Sequence[Candidate]) -> bool:
    return len({one.value for one in candidates}) == 1


def _told_apart(plain: Sequence[Candidate], low: str, measure: Unit) -> Candidate | None:
    """The one that is the sum of the others, the part that went well, or said to be the result."""
    said = [said_with(words, plain, low) for words in ("sum", "final")]
    good = _good_part(plain, low, measure)
    if said[0] is None and good is None and plain[0].value == sum((one.value for one in plain[1:]), Decimal(0)):
        return plain[0]
    return said[0] or good or said[1]


def said_with(words: str, plain: Sequence[Candidate], low: str) -> Candidate | None:
    """The only one that is said to be the sum, or the result."""
    found = [one for one in plain if _is_said_beside(words, one, low)]
    return found[0] if len(found) == 1 else None


def _good_part(plain: Sequence[Candidate], low: str, measure: Unit) -> Candidate | None:
    """Of two numbers that make up the whole the one that went well: "8 fine and 2 i had to redo"."""
    parts = plain[1:] if plain[0].value == sum((one.value for one in plain[1:]), Decimal(0)) else plain
    if len(parts) != 2 or parts[0].value + parts[1].value != (plain[0].value if len(plain) > 2 else measure.total):
        return None
    plain = parts
    said = [context.part_after(low[one.end :]) for one in plain]
    worth = [
        bool(anywhere("of_two", "good").search(part)) - bool(anywhere("of_two", "bad").search(part)) for part in said
    ]
    return None if worth[0] == worth[1] else max(zip(worth, plain, strict=True), key=lambda pair: pair[0])[1]


def _are_parts(left: Sequence[Candidate], low: str, measure: Unit) -> bool:
    """ "2h mon, 1h tue": the hours of a week, as "ten on monday ten on friday" where words are counted; and "6 + 1"."""
    if "+" in low[left[0].end : left[-1].start]:
        return True
    counted = measure.total is None and not measure.percent
    return counted and measure.per in _LONG and len(set(days_in(low))) > 1


def _adds_up(plain: Sequence[Candidate], low: str, measure: Unit) -> bool:
    """ "3 in the morning and 3 after lunch", where what is counted is added up over many days."""
    counted = measure.total is None and not measure.percent and measure.of is None
    return counted and measure.per in _LONG and _are_side_by_side(plain, low)


def _are_side_by_side(left: Sequence[Candidate], low: str) -> bool:
    """ "21 before coffee and 17 after", "6 and 8": the last is meant, perhaps."""
    if anywhere("corrected", "joins").fullmatch(low[left[-2].end : left[-1].start].strip()):
        return True
    if anywhere("corrected", "contrasts").search(low[left[0].end : left[-1].start]):
        return True
    around = [_around(one, low) for one in left]
    kinds = ("days", "turns", "sides", "ways", "worth")
    return any(all(anywhere("beside", kind).search(words) for words in around) for kind in kinds)


def _around(one: Candidate, low: str) -> str:
    """The words on both sides of a number, up to the next number or the next part of the sentence."""
    before = re.split(_STOPS, low[max(0, one.start - _BESIDE) : one.start])[-1]
    return before + " " + re.split(_STOPS, low[one.end : one.end + _BESIDE])[0]


def _is_said_beside(words: str, chosen: Candidate, low: str) -> bool:
    """ "so 2.5h", "2.5h total"."""
    before = low[: chosen.start].split()[-2:]
    rest = re.split(_STOPS, low[chosen.end :])[0]
    after = anywhere("corrected", "contrasts").split(rest)[0].split()[:3]
    said_before, said_after = (set(listed("corrected", f"{words}_{side}")) for side in ("before", "after"))
    if low[chosen.end + len(rest) :][:1].isdigit() and said_before.issuperset(after[-1:]):
        after = after[:-1]  # "section b 28 total 58": said of the next one
    return not (said_before.isdisjoint(before) and said_after.isdisjoint(after))


def _corrects(candidates: Sequence[Candidate], low: str) -> bool:
    """Whether the last number takes the place of those before: "6 no wait 7"."""
    ends = [one.end for one in candidates if one.value != candidates[-1].value]
    if not ends:
        return False
    between = low[ends[-1] : min((one.start for one in candidates if one.start > ends[-1]), default=ends[-1])]
    if len(between.split()) <= _CORRECTION_MOST:
        return anywhere("corrected", "words").search(between) is not None
    return at_the_end("corrected", "words").search(" ".join(between.split()[-_CORRECTION_MOST:]) + " ") is not None


# A number of something that may be what is counted, under another name: "7 regulars" where customers are.


_LEADING = 1
"""Words that may stand before such a number where it is the answer."""
_LED, _NEXT = 3, 2
"""Words that may stand before it where they lead to an answer, and words behind it that may say something of it."""
_LITTLE_BEYOND = Decimal("1.5")
_PART_ENDS = re.compile(r"[\d,.;!?\n]")
_HYPHENATED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")


def number_of_another(others: Sequence[Candidate], low: str, aim: Aim, measure: Unit) -> Number | None:
    """Asked about, but where a message says no more of it and it lies among the numbers of the target."""
    strong = [one for one in others if not one.weak and not one.named_otherwise]
    if not strong or measure.percent or measure.seconds or measure.money or measure.total or measure.scale:
        return None
    first = strong[0]
    leads = len(others) == 1 and first.sure and _is_alone(first, low, measure) and _is_among(first.value, aim)
    before, after = low[: first.start], low[first.end :]
    doubted = context.is_hedged(before, after) or is_elsewhere(before, after, aim, measure)
    return Number(first.value, leads and not doubted)


def stood(aim: Aim) -> frozenset[Decimal]:
    """The numbers of a target."""
    return frozenset({aim.baseline, aim.goal, aim.last if aim.last is not None else aim.baseline})


def _is_alone(first: Candidate, low: str, measure: Unit) -> bool:
    """Whether a part of a message says no more than a number of something, or begins as an answer with it and goes on
    with no word that says something of that: "7 regulars tonight with all the rain", and not "7 cousins are here"."""
    before, behind = low[: first.start].split(), _HYPHENATED.findall(_PART_ENDS.split(low[first.end :])[0])[1:]
    known = {*listed("other", "alone_with"), measure.per}
    if len(before) <= _LEADING and all(word in known or measure.names(word) for word in behind):
        return True
    led = len(before) <= _LED and set(before) <= set(listed("parts", "leads"))
    return led and not set(behind[:_NEXT]) & set(listed("other", "says_of_it"))


def _is_among(value: Decimal, aim: Aim) -> bool:
    """Whether a number lies within those of the target, or little beyond."""
    return min(stood(aim)) / 2 <= value <= max(stood(aim)) * _LITTLE_BEYOND
