"""A sentence and its numbers say the same: in every version that is written, whichever form it comes from.

Where one of the two was changed, the other follows it if it is certain how; else the change is refused, with what the
sentence says. Versions that were written before this held stay as they were signed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any

from bot.domain.actor import Refusal
from bot.domain.terms import COUNTED, Measure, Target, number_text
from bot.language.counts import times_of
from bot.language.reading import FoundDate, find_numbers, read_date
from bot.language.reading.date_joins import beside
from bot.language.reading.numbers import number_words, same_unit, tokenize
from bot.language.reading.text import fold, load_words
from bot.language.targets import Extracted, graded, measure_of, read, with_grade
from bot.language.targets.patterns import PACKAGE

# Which numbers and which day the sentence of a target names, and which of them its fields contradict.
#
# Only a contradiction counts: a sentence that names no number, or one of something else ("my next 4 essays"), is left
# alone, and so is a day that nobody can tell from the sentence alone ("by next Friday", "before the trials").


_AHEAD = timedelta(days=25)
_LOOKS = (timedelta(days=1), timedelta(days=11), timedelta(days=40), timedelta(days=100))
"""So long before a day: one that the sentence names by itself is the same, seen from each of them."""


_ALIKE = Decimal("0.001")
"""Numbers are kept with four places: what differs by less was typed as the same."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What the fields of a target say; None for what is not known yet."""

    baseline: Decimal | None
    goal: Decimal | None
    unit: str
    due_on: date | None


@dataclass(frozen=True, slots=True)
class Against:
    """One field that the sentence contradicts: its name, what the sentence says of it, and how that is written."""

    field: str
    said: Decimal | date
    measure: Measure = COUNTED


@lru_cache(maxsize=512)
def extracted(sentence: str, lang: str = "en") -> Extracted:
    return read(sentence, lang=lang).extracted


def contradictions(sentence: str, figures: Figures, lang: str = "en") -> Iterator[Against]:
    """The fields that the sentence contradicts: baseline, goal, due_on, in this order."""
    start, goal = numbers_said(sentence, figures.unit, lang=lang)
    for field, number, stands in (("baseline", start, figures.baseline), ("goal", goal, figures.goal)):
        if number is not None and stands is not None and abs(number - stands) >= _ALIKE:
            yield Against(field, number, measure_of(figures.unit, lang=lang))
    day = day_against(sentence, figures.due_on, lang=lang) if figures.due_on is not None else None
    if day is not None:
        yield Against("due_on", day)


@lru_cache(maxsize=512)
def told(sentence: str, figures: Figures, lang: str = "en") -> frozenset[str]:
    """The fields that the sentence says as they are, of baseline, goal and due_on: nobody needs to read them twice."""
    start, goal = numbers_said(sentence, figures.unit, lang=lang)
    said, measure = extracted(sentence, lang=lang), measure_of(figures.unit, lang=lang)
    period = said.period or measure_of(said.unit, lang=lang).period
    whole = (said.out_of, period, said.currency) == (measure.out_of, measure.period, measure.currency)
    same = whole or bool(measure.scale)
    found = {"baseline"} if same and start is not None and start == figures.baseline else set()
    found |= {"goal"} if same and goal is not None and goal == figures.goal else set()
    days = (
        {_day(sentence, figures.due_on, day_first, lang=lang) for day_first in (True, False)}
        if figures.due_on
        else {None}
    )
    return frozenset(found | ({"due_on"} if days == {figures.due_on} != {None} else set()))


@lru_cache(maxsize=512)
def numbers_said(sentence: str, unit: str, lang: str = "en") -> tuple[Decimal | None, Decimal | None]:
    """The start and the goal that the sentence names of what `unit` counts; a grade as its place on the scale."""
    scale = measure_of(unit, lang=lang).scale
    if scale:
        found = graded(sentence, extracted(sentence, lang=lang), ", ".join(reversed(scale)), lang=lang)
        on_it = found is not None and measure_of(found.unit, lang=lang).scale == scale
        return (found.baseline, found.goal) if found is not None and on_it else (None, None)
    said = extracted(sentence, lang=lang)
    return (said.baseline, said.goal) if speaks_of(sentence, unit, lang=lang) else (None, None)


@lru_cache(maxsize=512)
def speaks_of(sentence: str, unit: str, lang: str = "en") -> bool:
    """Whether the number of the sentence counts what `unit` says: it is of that unit, of the same total, or the
    sentence has no number beside those that were understood."""
    said = extracted(sentence, lang=lang)
    if said.goal is None:
        return False
    if (
        said.unit
        and unit
        and (same_unit(fold(said.unit), fold(unit)) or times_of(said.unit, lang=lang) & times_of(unit, lang=lang))
    ):
        return True
    if said.out_of is not None and said.out_of in (n.value for n in find_numbers(unit, lang=lang)):
        return True
    if said.unit and unit:
        return False
    understood = {said.goal, said.baseline, said.out_of, Decimal(said.task_count or 0)}
    return all(n.value in understood and n.high in {None, *understood} for n in find_numbers(sentence, lang=lang))


@lru_cache(maxsize=512)
def day_against(sentence: str, due_on: date, lang: str = "en") -> date | None:
    """The day by which the sentence says, where it is another one however it is read."""
    as_read = [_day(sentence, due_on, day_first, lang=lang) for day_first in (True, False)]
    return as_read[0] if None not in as_read and due_on not in as_read else None


def _day(sentence: str, near: date, day_first: bool, lang: str = "en") -> date | None:
    """The day that it names, near a date; None for one that moves with the day on which it is read."""
    found = deadline(sentence, near - _AHEAD, day_first=day_first, lang=lang)
    if found is None:
        return None
    seen = (deadline(sentence, found.date - before, day_first=day_first, lang=lang) for before in _LOOKS)
    return found.date if all(again is not None and again.date == found.date for again in seen) else None


@lru_cache(maxsize=512)
def deadline(
    sentence: str, today: date, *, day_first: bool = True, term_end: date | None = None, lang: str = "en"
) -> FoundDate | None:
    """The day by which the sentence says ("by", "until", "before"); one that it names in passing is none."""
    part = extracted(sentence, lang=lang).due
    found = read_date(sentence, today, day_first=day_first, term_end=term_end, part=part, lang=lang) if part else None
    if not isinstance(found, FoundDate):
        return None
    before = fold(sentence)[: found.start]
    return found if beside(lang).deadline.search(before) else None


# Puts other numbers and another day into the sentence of a target, where it is certain where they belong.
#
# What comes out is read again: it has to say what was wanted, and everything else as before. Where no place or more
# than one would do, the sentence is left to whoever wrote it.


_WITHIN_A_YEAR = 300
"""Days: a day that is nearer is written without its year, where the sentence had none."""


def with_number(sentence: str, field: str, old: Decimal, new: Decimal, unit: str = "", lang: str = "en") -> str | None:
    """The sentence with `new` where it says `old`; `field` is "baseline" or "goal"."""
    measure, said = measure_of(unit, lang=lang), extracted(sentence, lang=lang)
    if measure.scale:
        return _with_grade(sentence, field, measure.text(old), measure.text(new), unit, lang=lang)
    wanted = (new if field == "baseline" else said.baseline, new if field == "goal" else said.goal)
    changed = [sentence[:start] + number_text(new) + sentence[end:] for start, end in _places(sentence, old, lang=lang)]
    fitting = [text for text in changed if _numbers(extracted(text, lang=lang)) == (*wanted, *_numbers(said)[2:])]
    return fitting[0] if len(fitting) == 1 else None


def _with_grade(sentence: str, field: str, old: str, new: str, unit: str, lang: str = "en") -> str | None:
    start, goal = numbers_said(sentence, unit, lang=lang)
    value = Decimal(measure_of(unit, lang=lang).scale.index(new))
    wanted = (value, goal) if field == "baseline" else (start, value)
    fitting = [
        text for text in with_grade(sentence, old, new, lang=lang) if numbers_said(text, unit, lang=lang) == wanted
    ]
    return fitting[0] if len(fitting) == 1 else None


def with_day(sentence: str, due_on: date, today: date, *, day_first: bool, lang: str = "en") -> str | None:
    """The sentence with another day by which it is done; None where it names none, or its place is not certain."""
    found = deadline(sentence, today, day_first=day_first, lang=lang)
    lead = ""
    if found is None:
        found, lead = _within(sentence, today, lang)
    if found is None:
        return None
    words = load_words(PACKAGE, lang, "wording")
    before, end = sentence[: found.start], found.end - (found.end == len(sentence) and sentence.endswith("."))
    typed = _typed(sentence[found.start : end], due_on, today, words)
    if not lead:  # "para el 24 de febrero": the article stands already
        first = typed.partition(" ")[0]
        typed = typed.removeprefix(f"{first} ") if fold(before).endswith(f"{first} ") else typed
    text = before + (words["by"].format(when=typed) if lead else typed) + sentence[end:]
    again = deadline(text, today, day_first=day_first, lang=lang)
    same = (
        again is not None
        and again.date == due_on
        and _numbers(extracted(text, lang=lang)) == _numbers(extracted(sentence, lang=lang))
    )
    return text if same else None


def _places(sentence: str, value: Decimal, lang: str = "en") -> Iterator[tuple[int, int]]:
    """Where the number stands, in digits or in words."""
    words, tokens = number_words(lang), tokenize(fold(sentence))
    texts = [token.text for token in tokens]
    at = 0
    while at < len(tokens):
        spelled = words.value_of(texts[at:]) if words.is_number(texts[at]) else None
        length = spelled[1] if spelled else 1
        said = spelled[0] if spelled else tokens[at].value
        if said == value:
            yield tokens[at].start, tokens[at + length - 1].end
        at += length


def _numbers(said: Extracted) -> tuple[object, ...]:
    return said.baseline, said.goal, said.unit, said.out_of, said.task_count, said.ceiling


def _within(sentence: str, today: date, lang: str) -> tuple[FoundDate | None, str]:
    """ "in two weeks" says by when without a "by"."""
    part = extracted(sentence, lang=lang).due
    found = read_date(sentence, today, lang=lang, part=part) if part else None
    whole = isinstance(found, FoundDate) and sentence[found.start : found.end] == part
    return (found, part) if whole and isinstance(found, FoundDate) else (None, "")


def _typed(before: str, day: date, today: date, words: Mapping[str, Any]) -> str:
    """The day as the one before was typed: its month first or last, with a year where that had one."""
    months: list[str] = words["months"]
    month_first = any(before[:3].casefold() == month[:3].casefold() for month in months)
    year = sum(c.isdigit() for c in before) >= 4 or not 0 <= (day - today).days <= _WITHIN_A_YEAR
    name = ("date_month_first" if month_first else "date") + ("" if year else "_near")
    return str(words[name]).format(day=day.day, month=months[day.month - 1], year=day.year)


def check_agrees(target: Target, lang: str = "en") -> None:
    """Raise Refusal for a target whose sentence says another number or day than its fields; `field` is the target's."""
    figures = Figures(target.baseline, target.goal, target.unit, target.due_on)
    refuse(next(contradictions(target.statement, figures, lang=lang), None))


def refuse(against: Against | None) -> None:
    """Raise what is to be said of a contradiction, where there is one."""
    if against is None:
        return
    if isinstance(against.said, date):
        raise Refusal("sentence-says-another-day", field=against.field)
    raise Refusal("sentence-says-another-number", field=against.field, number=against.measure.text(against.said))


def brought_together(before: Target, after: Target, today: date, *, day_first: bool, lang: str = "en") -> Target:
    """`after` with what was left as it stood in `before` following what was changed, where it is certain how."""
    if after.statement != before.statement:
        return _as_the_sentence_says(before, after, today, day_first, lang=lang)
    return _in_other_words(before, after, today, day_first, lang=lang)


def _as_the_sentence_says(before: Target, after: Target, today: date, day_first: bool, lang: str = "en") -> Target:
    """Numbers and a day that nobody touched are those of the new sentence."""
    start, goal = numbers_said(after.statement, after.unit, lang=lang)
    found = after
    if start is not None and after.baseline == before.baseline:
        found = replace(found, baseline=start)
    if goal is not None and after.goal == before.goal:
        found = replace(found, goal=goal)
    day = deadline(after.statement, today, day_first=day_first, lang=lang)
    if day is not None and after.due_on == before.due_on:
        found = replace(found, due_on=day.date)
    return found


def _in_other_words(before: Target, after: Target, today: date, day_first: bool, lang: str = "en") -> Target:
    """The sentence with the numbers and the day that were changed, where it said the ones before."""
    statement = after.statement
    for place, field in enumerate(("baseline", "goal")):
        old, new = getattr(before, field), getattr(after, field)
        says = {numbers_said(statement, unit, lang=lang)[place] for unit in (before.unit, after.unit)}
        if old != new and old in says:
            statement = with_number(statement, field, old, new, after.unit, lang=lang) or statement
    if after.due_on != before.due_on:
        statement = with_day(statement, after.due_on, today, day_first=day_first, lang=lang) or statement
    return replace(after, statement=statement)
