"""A sentence and its numbers say the same: in every version that is written, whichever form it comes from.

Where one of the two was changed, the other follows it if it is certain how; else the change is refused, with what the
sentence says. Versions that were written before this held stay as they were signed.
"""

from dataclasses import replace
from datetime import date

from bot.domain.errors import Refusal
from bot.domain.terms import Target, number_text
from bot.language.rewording import with_day, with_number
from bot.language.sentence_says import Against, Figures, contradictions, deadline, extracted, speaks_of


def check_agrees(target: Target) -> None:
    """Raise Refusal for a target whose sentence says another number or day than its fields; `field` is the target's."""
    figures = Figures(target.baseline, target.goal, target.unit, target.due_on)
    refuse(next(contradictions(target.statement, figures), None))


def refuse(against: Against | None) -> None:
    """Raise what is to be said of a contradiction, where there is one."""
    if against is None:
        return
    if isinstance(against.said, date):
        raise Refusal("sentence-says-another-day", field=against.field)
    raise Refusal("sentence-says-another-number", field=against.field, number=number_text(against.said))


def brought_together(before: Target, after: Target, today: date, *, day_first: bool) -> Target:
    """`after` with what was left as it stood in `before` following what was changed, where it is certain how."""
    if after.statement != before.statement:
        return _as_the_sentence_says(before, after, today, day_first)
    return _in_other_words(before, after, today, day_first)


def _as_the_sentence_says(before: Target, after: Target, today: date, day_first: bool) -> Target:
    """Numbers and a day that nobody touched are those of the new sentence."""
    said = extracted(after.statement)
    found = after
    if speaks_of(after.statement, after.unit):
        if said.baseline is not None and after.baseline == before.baseline:
            found = replace(found, baseline=said.baseline)
        if said.goal is not None and after.goal == before.goal:
            found = replace(found, goal=said.goal)
    day = deadline(after.statement, today, day_first=day_first)
    if day is not None and after.due_on == before.due_on:
        found = replace(found, due_on=day.date)
    return found


def _in_other_words(before: Target, after: Target, today: date, day_first: bool) -> Target:
    """The sentence with the numbers and the day that were changed, where it said the ones before."""
    statement = after.statement
    speaks = speaks_of(statement, before.unit) or speaks_of(statement, after.unit)
    for field in ("baseline", "goal"):
        old, new = getattr(before, field), getattr(after, field)
        if old != new and speaks and getattr(extracted(statement), field) == old:
            statement = with_number(statement, field, old, new) or statement
    if after.due_on != before.due_on:
        statement = with_day(statement, after.due_on, today, day_first=day_first) or statement
    return replace(after, statement=statement)
