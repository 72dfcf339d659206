"""The log of a target as Slack's chart: the student's numbers, and the line from start to goal.

Numbers are drawn as they are counted. A time in hours or minutes is drawn in minutes, since an axis knows no 24:30;
a grade is drawn as its place on the scale, which stands beside the axis; a rate has a bar for each stretch of time
beside its goal. Of more than twenty numbers those stay that keep the shape (`bot/domain/thinning.py`). Slack takes no
gap: where nothing was said there is no point, so that none says what nobody said.
"""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from bot.activities.logbook.brief_messages import LogBrief
from bot.domain.logbook import Log, Mark
from bot.domain.terms import MeasureKind, Target
from bot.messages.blocks import Block
from bot.messages.charts import AXIS_MOST, POINTS_MOST, bar_chart, line_chart
from bot.messages.registry import Reader
from prompts.words import Words

CHANGED = "◆"
"""Stands before the first number after a change of the contract."""
_MINUTE = 60


def chart_of(brief: LogBrief, reader: Reader) -> Block:
    """Of a log with a number."""
    w, log = reader.words, brief.log
    marks = shown_marks(log)
    labels = _labels(brief, marks, reader)
    is_rate = log.target.measure.kind is MeasureKind.RATE
    series = [
        (brief.student or w("logbook-series-numbers"), [_drawn(log.target, mark.value) for mark in marks]),
        (
            w("logbook-series-goal" if is_rate else "logbook-series-line"),
            [_drawn(log.target, log.line_about(mark.at)) for mark in marks],
        ),
    ]
    draw = bar_chart if is_rate else line_chart
    return draw(_title(log, w), labels, series, unit_of(log, w))


def shown_marks(log: Log) -> tuple[Mark, ...]:
    """The start and the numbers, thinned."""
    return log.thinned(POINTS_MOST)


def _labels(brief: LogBrief, marks: Sequence[Mark], reader: Reader) -> list[str]:
    """Each day once; the first is the start, and today is today. A change is marked where numbers go on after it."""
    w, today = reader.words, brief.day(reader.now)
    changed = _first_after(marks, brief.log.changed_at)
    labels = [w("logbook-label-start")]
    for place, mark in enumerate(marks[1:], 1):
        day = brief.day(mark.at)
        label = w("logbook-label-today") if day == today else w("logbook-label-day", on=f"{day:%m-%d}")
        labels.append(f"{CHANGED} {label}" if place in changed else label)
    return labels


def _first_after(marks: Sequence[Mark], moments: Sequence[datetime]) -> set[int]:
    found = (next((i for i, mark in enumerate(marks) if i and mark.at > moment), None) for moment in moments)
    return {place for place in found if place is not None}


def marks_a_change(log: Log) -> bool:
    """Whether CHANGED stands in the chart."""
    return bool(_first_after(shown_marks(log), log.changed_at))


def _title(log: Log, words: Words) -> str:
    target = log.target
    return words(
        "logbook-chart-title",
        start=target.text(log.marks[0].value),
        goal=target.text(target.goal),
        unit=target.beside,
    )


def unit_of(log: Log, words: Words) -> str:
    """What stands beside the axis."""
    target = log.target
    measure = target.measure
    if measure.scale:
        return _scale(measure.scale)
    if _in_minutes(target):
        return words("logbook-axis-minutes")
    return target.unit


def _scale(names: Sequence[str]) -> str:
    """ "F = 0, E = 1 … A = 5": all of it, or its ends."""
    places = [f"{name} = {place}" for place, name in enumerate(names)]
    whole = ", ".join(places)
    return whole if len(whole) <= AXIS_MOST else f"{places[0]} … {places[-1]}"


def _drawn(target: Target, value: Decimal) -> Decimal:
    if _in_minutes(target):
        return (value * target.measure.seconds / _MINUTE).quantize(Decimal("0.1"))
    return value


def _in_minutes(target: Target) -> bool:
    """A time; one in seconds is drawn in seconds, and days stay days."""
    return target.measure.counts is MeasureKind.TIME and _MINUTE <= target.measure.seconds <= _MINUTE * _MINUTE
