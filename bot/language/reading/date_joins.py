"""Dates that are named by another date: "Friday 26 February", "the monday after easter", "two weeks before 12 May"."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from bot.language.reading.date_parts import (
    DateNamedBy,
    OtherWeekdayError,
    UnclearError,
    coming,
    counts_of,
    gap,
    gap_behind,
    weekday_name,
)
from bot.language.reading.text import alternatives, load_words

_REACH = 60  # characters before a date that may belong to it
_LEAD = 24  # of which those nearest to it


@dataclass(frozen=True, slots=True)
class DatePiece:
    """A date that was found, or why there is none, and where it stands."""

    value: date | ValueError | OverflowError
    kind: DateNamedBy
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Join:
    """Words before a date (or after it, `behind`) and the date that they make of it.

    `compute` raises UnclearError where that is a guess, and returns None where the words do not belong to the date.
    """

    pattern: re.Pattern[str]
    compute: Callable[[re.Match[str], date, DatePiece], date | None]
    kinds: frozenset[DateNamedBy]
    behind: bool = False
    after: tuple[str, ...] = ("",)
    """The words one of which stands right before the date, but for an article: looked for first, since it is quick."""


_ANY = frozenset(DateNamedBy)
_DAY = frozenset({DateNamedBy.DAY})


def join(pieces: list[DatePiece], text: str, lang: str) -> list[DatePiece]:
    """The pieces of a folded text, each with the words that belong to it; what they swallow is gone."""
    for one in _joins(lang):
        joined = [_joined(piece, one, text) for piece in sorted(pieces, key=lambda piece: piece.start)]
        pieces = _without_swallowed(joined)
    return pieces


def _joined(piece: DatePiece, one: Join, text: str) -> DatePiece:
    if piece.kind not in one.kinds or not _led(piece, one, text):
        return piece
    if one.behind:
        match = one.pattern.match(text, piece.end)
    else:
        match = one.pattern.search(text, max(0, piece.start - _REACH), piece.start)
    if match is None:
        return piece
    first = match.start("all") if "all" in match.re.groupindex else match.start()
    start, end = min(piece.start, first), max(piece.end, match.end())
    try:
        value = one.compute(match, piece.value, piece) if isinstance(piece.value, date) else piece.value
    except (ValueError, OverflowError) as error:
        value = error
    return piece if value is None else DatePiece(value, DateNamedBy.OTHER, start, end)


def _led(piece: DatePiece, one: Join, text: str) -> bool:
    before = text[max(0, piece.start - _LEAD) : piece.start].rstrip()
    return before.endswith(one.after) or before.rpartition(" ")[0].rstrip().endswith(one.after)


def _without_swallowed(pieces: list[DatePiece]) -> list[DatePiece]:
    kept: list[DatePiece] = []
    for piece in pieces:
        while kept and kept[-1].end > piece.start and _length(piece) > _length(kept[-1]):
            kept.pop()
        if not kept or kept[-1].end <= piece.start:
            kept.append(piece)
    return kept


def _length(piece: DatePiece) -> int:
    return piece.end - piece.start


@cache
def _joins(lang: str) -> tuple[Join, ...]:
    words = load_words(__package__, lang, "dates")
    return (*_with_weekday(words), _weekday_beside(words), _counted_from(words))


def _with_weekday(words: dict[str, Any]) -> tuple[Join, Join]:
    """A weekday that touches a date is part of it, and has to be its weekday."""
    weekdays: dict[str, int] = words["weekdays"]
    table = words["words"]

    def same(match: re.Match[str], found: date, _: DatePiece) -> date:
        if weekdays[match["name"]] != found.weekday():
            raise OtherWeekdayError
        return found

    lead = rf"(?:{alternatives([*table['next'], *table['this']])} )?"
    sure = alternatives(word for word in weekdays if word not in words["unclear"]["weekdays"])
    name = rf"(?P<name>{sure}\b|{alternatives(weekdays)}(?= *(?:$|[.,;:!?)\n])))(?!')"
    before = re.compile(rf"\b{lead}{weekday_name(words)}{gap(words)}$")
    behind = re.compile(rf"{gap_behind(words)}{name}\)?")
    return Join(before, same, _DAY), Join(behind, same, _DAY, behind=True)


def _weekday_beside(words: dict[str, Any]) -> Join:
    """ "the first monday after easter", "the friday before 12 May": not that day itself."""
    weekdays: dict[str, int] = words["weekdays"]
    places: dict[str, int] = words["places"]
    table = words["words"]
    after, before = alternatives(table["after"]), alternatives(table["earlier"])
    habit = "".join(rf"(?<!\b{re.escape(word)} )" for word in table["habit"])

    def beside(match: re.Match[str], found: date, piece: DatePiece) -> date:
        if piece.kind is DateNamedBy.PERIOD:
            raise UnclearError
        weeks = max(places[match["place"]], 1) - 1 if match["place"] else 0
        wanted = weekdays[match["name"]]
        if match["after"]:
            return coming(wanted, found + timedelta(days=1)) + timedelta(weeks=weeks)
        return coming(wanted, found - timedelta(days=7)) - timedelta(weeks=weeks)

    the = rf"(?:{alternatives(table['the'])} )?"
    place = rf"(?:\b(?P<place>{alternatives(places)}) )?"
    pattern = rf"{place}{habit}{weekday_name(words)} (?:(?P<after>{after})|{before}) {the}$"
    return Join(re.compile(pattern), beside, _ANY, after=(*table["after"], *table["earlier"]))


def _counted_from(words: dict[str, Any]) -> Join:
    """ "two weeks before the end of term", "in 3 weeks from monday", "a week on friday", "a week tomorrow"."""
    counts, table = counts_of(words), words["words"]
    after, before, on = (alternatives(table[name]) for name in ("after", "earlier", "on"))
    side = rf"(?:(?P<after>{after}|{alternatives(table['counted_from'])})|(?P<on>{on})|(?P<before>{before}))"
    the = alternatives(table["the"])
    lead = r"(?P<lead>\b\w+|[-.,;:!?(\n])? ?"
    amount = rf"(?:{the} (?P<day>{alternatives(table['day'])})|{counts.number} {{0,2}}{counts.unit})"
    pattern = rf"{lead}(?P<all>{amount} (?:{side} )?(?:{the} )?)$"

    def joined(match: re.Match[str], piece: DatePiece) -> bool:
        if match["on"]:
            return piece.kind is DateNamedBy.WEEKDAY
        beside_it = not match["after"] and not match["before"]
        return not beside_it or (piece.kind is DateNamedBy.NEAR and not match["day"])

    def counted(match: re.Match[str], found: date, piece: DatePiece) -> date | None:
        if _is_no_distance(match, table) or not joined(match, piece):
            return None
        if piece.kind is DateNamedBy.PERIOD:
            raise UnclearError
        sign = -1 if match["before"] else 1
        return found + timedelta(days=sign) if match["day"] else counts.added(match, found, sign)

    sides = (name for side in ("after", "earlier", "counted_from", "on") for name in table[side])
    return Join(re.compile(pattern), counted, _ANY, after=(*sides, *counts.days, *counts.months))


def _is_no_distance(match: re.Match[str], table: dict[str, list[str]]) -> bool:
    """ "twice a week before easter" is a rate; "in the last two weeks before the end of term" ends with the term."""
    if match["day"]:
        return False
    lead = match["lead"] or ""
    if match["n"] in table["each"]:
        return lead.isalnum() and lead not in table["before_distance"]
    return bool(match["before"]) and lead in table["lasting"]


# What stands beside a date and says whether it is a deadline, a start, or something that one can only guess.


@dataclass(frozen=True, slots=True)
class Beside:
    """The words before and after a date that matter, as patterns."""

    deadline: re.Pattern[str]
    restated: re.Pattern[str]
    start: re.Pattern[str]
    habit: re.Pattern[str]
    other_day: re.Pattern[str]
    counted: re.Pattern[str]
    part: re.Pattern[str]
    numbered: re.Pattern[str]
    week: re.Pattern[str]
    further: re.Pattern[str]
    school: re.Pattern[str]
    choice_before: re.Pattern[str]
    choice: re.Pattern[str]
    relation: re.Pattern[str]

    def leads(self, piece: DatePiece, text: str) -> bool:
        """Whether the date is said to be the deadline: "by", "until"."""
        return _before(self.deadline, piece, text)

    def restates(self, piece: DatePiece, text: str) -> bool:
        """Whether a day says again, and exactly, what a wider time before it said: "before half term, so 12 Feb"."""
        return piece.kind is DateNamedBy.DAY and _before(self.restated, piece, text)

    def starts(self, piece: DatePiece, text: str) -> bool:
        """Whether something starts there, or comes back: "after easter", "every friday"."""
        habit = piece.kind is DateNamedBy.WEEKDAY and _before(self.habit, piece, text)
        return habit or _before(self.start, piece, text)

    def hangs(self, piece: DatePiece, text: str) -> bool:
        """Whether another date is meant than this one, without a rule for it."""
        if _before(self.choice_before, piece, text) or _before(self.counted, piece, text):
            return True
        if self.choice.match(text, piece.end) or self._is_part_of_it(piece, text):
            return True
        if piece.kind is DateNamedBy.WEEKDAY and _before(self.other_day, piece, text):
            return True
        return piece.kind in (DateNamedBy.WEEKDAY, DateNamedBy.PERIOD) and bool(self.relation.match(text, piece.end))

    def _is_part_of_it(self, piece: DatePiece, text: str) -> bool:
        """Whether words beside it make it a part that no rule reads: "the 3rd quarter of March", "the easter break"."""
        if _before(self.week, piece, text):
            return True
        if piece.kind is DateNamedBy.OTHER:
            return self.school.match(text, piece.end) is not None or _before(self.part, piece, text)
        if piece.kind is not DateNamedBy.PERIOD:
            return False
        before = _before(self.part, piece, text) or _before(self.numbered, piece, text)
        return before or self.further.match(text, piece.end) is not None


def _before(pattern: re.Pattern[str], piece: DatePiece, text: str) -> bool:
    return pattern.search(text, max(0, piece.start - _REACH), piece.start) is not None


@cache
def beside(lang: str) -> Beside:
    """The words of a language."""
    words = load_words(__package__, lang, "dates")
    table = words["words"]
    group = {name: alternatives(table[name]) for name in table}
    the = rf"(?: {group['the']})?"
    units = alternatives([*words["days"], *words["calendar_months"]])
    places = alternatives(name for name, place in words["places"].items() if place > 0)
    all_places = alternatives(words["places"])
    part = rf"{places} (?:{units}|{group['part_of']})"
    return Beside(
        deadline=re.compile(rf"\b(?:{group['deadline']}|{group['between']} [^.;\n]{{1,40}} {group['and']}){the} *$"),
        restated=re.compile(rf"[,;:(-] *{group['restated']},?(?: {group['deadline']})?{the} *$"),
        start=re.compile(rf"\b{group['start']}{the} *$"),
        habit=re.compile(rf"\b{group['habit']} *$"),
        other_day=re.compile(rf"\b{alternatives([*table['gone'], *words['places']])} *$"),
        counted=re.compile(rf"\b(?:{group['vague']} {units} {group['earlier']}|{part} {group['of']}){the} *$"),
        part=re.compile(rf"\b{group['part']}s?(?:-| )(?:{group['part_link']} )?(?:{group['the']} )?$"),
        numbered=re.compile(
            rf"(?:(?<![\w.,/:])[0-9]{{1,2}} ?{group['ordinal']}? (?:{group['of']} )?(?:{group['the']} )?"
            rf"|\b{all_places} )$"
        ),
        week=re.compile(
            rf"\b{group['week']} {group['week_from']} (?:{group['the']} )?$"
            rf"|(?:^|\b(?:{all_places}|{group['deadline']}|{group['in']}) ){group['week']} {group['earlier']}{the} *$"
        ),
        further=re.compile(
            rf",? (?:{group['in']} )?(?:{group['the']} )?{all_places} (?:{units}|{group['part_of']})\b"
            rf"| {group['week_from']} (?:{group['the']} )?[0-9]"
        ),
        school=re.compile(rf" {group['school_break']}\b"),
        choice_before=re.compile(rf"\b{group['or']}{the} *$"),
        choice=re.compile(rf"[ ,(]{{1,3}}{group['or']}\b(?! {group['or_sooner']}\b)|{group['and_a_half']}(?!\w)"),
        relation=re.compile(
            rf" (?:{group['of']}\b|[0-9]{{1,2}}(?= *(?:$|[.,;!?)])))"
            rf"|,? (?:{group['earlier']}|{group['after']})\b(?! (?:[0-9]|\w+ing\b|(?:the )?{group['time_of_day']}\b))"
        ),
    )
