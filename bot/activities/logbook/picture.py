"""The line of a target as a picture: the student's numbers, the line from start to goal, where the contract changed,
and the day on which it was made. It differs from Slack's own chart in that it knows how much time lies between."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from bot.activities.logbook.brief_messages import LogBrief
from bot.activities.logbook.messages import line_text
from bot.documents.picture import Picture, SignName, Spot
from bot.domain.logbook import AgreedTarget, Log, Mark
from bot.domain.terms import MeasureKind
from bot.messages.blocks import cut
from bot.messages.days import day, named_day
from bot.messages.registry import Reader
from prompts.words import Words

POINTS_MOST = 60
LABELLED_MOST = 9
"""Of more numbers only the first, the newest, the highest and the lowest are written out."""
RUNGS_MOST = 8
RUNGS_APART, DAYS_APART = 0.08, 0.3
"""So much of the whole height, and of the whole width, lies between two."""
TITLE_MOST, UNIT_MOST = 90, 60
ALT_MOST = 1000
"""Characters that Slack keeps of a file's alt text."""
STEPS = 40
"""So finely a line is drawn that climbs from grade to grade."""
MOMENT = timedelta(microseconds=1)


def digest_of(log: Log) -> str:
    """The same for two logs of which the same is drawn, whatever day it is."""
    agreed = [
        (one.target.statement, one.target.unit, str(one.target.baseline), str(one.target.goal), *_ends(one))
        for one in log.agreed
    ]
    marks = [(mark.at.isoformat(), str(mark.value)) for mark in log.marks]
    return hashlib.sha256(json.dumps([agreed, marks]).encode()).hexdigest()[:32]


def _ends(agreed: AgreedTarget) -> tuple[str, str]:
    return agreed.since.isoformat(), agreed.until.isoformat()


def picture_of(brief: LogBrief, reader: Reader) -> Picture:
    """Of a log with a number."""
    log, w, frame = brief.log, reader.words, _frame(brief.log, reader.now)
    marks = log.thinned(POINTS_MOST)
    bars = log.target.measure.kind is MeasureKind.RATE
    target = log.target
    heading = w("logbook-chart-title", start=_text(log, marks[0]), goal=target.text(target.goal), unit=_unit(log))
    return Picture(
        title=cut(target.statement, TITLE_MOST),
        heading=heading,
        language=w.locale,
        alt=alt_of(brief, reader),
        numbers=tuple(_spots(log, marks[1:] if bars else marks, frame)),
        line=tuple(_line(log, frame)),
        bars=bars,
        changes=tuple(frame.across(moment) for moment in log.changed_at),
        today=Spot(frame.across(reader.now), 0, w("logbook-picture-on", on=f"{brief.day(reader.now):%m-%d}")),
        rungs=tuple(_rungs(log, frame)),
        days=tuple(_days(brief, frame, w)),
        names=tuple(_names(log, w, bars=bars)),
    )


def alt_of(brief: LogBrief, reader: Reader) -> str:
    """All that the picture shows; where that is long, the newest numbers."""
    log, w = brief.log, reader.words
    target, today = log.target, brief.day(reader.now)
    about = w(
        "logbook-picture-alt",
        statement=cut(target.statement, TITLE_MOST),
        start=_text(log, log.marks[0]),
        goal=target.text(target.goal),
        unit=_unit(log),
        date=target.due_on,
    )
    changed = [w("logbook-picture-alt-changed", day=named_day(w, brief.day(one), today)) for one in log.changed_at]
    said = [_heard(brief, mark, reader) for mark in log.thinned(POINTS_MOST)[1:]]
    while len("\n".join([about, *changed, *said])) > ALT_MOST and len(said) > 1:
        del said[0]
    return cut("\n".join([about, *changed, *said]), ALT_MOST)


def _heard(brief: LogBrief, mark: Mark, reader: Reader) -> str:
    w, log = reader.words, brief.log
    key = "logbook-heard-alone" if log.target.measure.kind is MeasureKind.RATE else "logbook-heard"
    on = named_day(w, brief.day(mark.at), brief.day(reader.now))
    return w(key, day=on, value=_text(log, mark), line=line_text(log, mark.at))


def _text(log: Log, mark: Mark) -> str:
    return log.target.text(mark.value)


def _unit(log: Log) -> str:
    return cut(log.target.beside, UNIT_MOST)


# From days and numbers to places.


@dataclass(frozen=True, slots=True)
class _Frame:
    """What lies at the edges of the picture."""

    first: datetime
    last: datetime
    low: Decimal
    high: Decimal

    def across(self, moment: datetime) -> float:
        return _share((moment - self.first) / timedelta(seconds=1), (self.last - self.first) / timedelta(seconds=1))

    def up(self, value: Decimal) -> float:
        return _share(float(value - self.low), float(self.high - self.low))

    def spot(self, moment: datetime, value: Decimal, label: str = "") -> Spot:
        return Spot(self.across(moment), self.up(value), label)


def _share(part: float, whole: float) -> float:
    return round(min(max(part / whole, 0.0), 1.0), 4) if whole > 0 else 0.0


def _frame(log: Log, now: datetime) -> _Frame:
    moments = [log.agreed[0].since, log.agreed[-1].until, now, *(mark.at for mark in log.marks)]
    values = [mark.value for mark in log.marks]
    values += [value for one in log.agreed for value in (one.target.goal, one.target.baseline)]
    if log.target.measure.kind is MeasureKind.RATE:
        values.append(Decimal(0))
    low, high = min(values), max(values)
    room = (high - low) / 10 or Decimal(1)
    floor = low if log.target.measure.kind is MeasureKind.RATE else low - room
    return _Frame(min(moments), max(moments), floor, high + room)


def _spots(log: Log, marks: Sequence[Mark], frame: _Frame) -> Iterable[Spot]:
    written = _written_out(marks)
    for place, mark in enumerate(marks):
        yield frame.spot(mark.at, mark.value, _text(log, mark) if place in written else "")


def _written_out(marks: Sequence[Mark]) -> set[int]:
    places = range(len(marks))
    if len(marks) <= LABELLED_MOST:
        return set(places)
    values = [mark.value for mark in marks]
    return {0, len(marks) - 1, values.index(max(values)), values.index(min(values))}


def _line(log: Log, frame: _Frame) -> Iterable[tuple[Spot, ...]]:
    """A piece for each time that it was agreed anew: the last one goes on to the edge."""
    for place, one in enumerate(log.agreed):
        end = log.agreed[place + 1].since - MOMENT if place + 1 < len(log.agreed) else frame.last
        moments = _moments(log, one.since, min(max(one.until, one.since), end), end)
        yield tuple(frame.spot(moment, log.line_at(moment)) for moment in moments)


def _moments(log: Log, since: datetime, until: datetime, end: datetime) -> list[datetime]:
    if log.target.measure.kind is not MeasureKind.GRADE:
        return [since, until, end]
    return [since + (until - since) * step / STEPS for step in range(STEPS)] + [until, end]


def _rungs(log: Log, frame: _Frame) -> Iterable[Spot]:
    """The start and the goal; all grades between the lowest and the highest, where they are few."""
    target = log.target
    values = {log.marks[0].value, target.goal}
    if target.measure.kind is MeasureKind.RATE:
        values.add(Decimal(0))
    if target.measure.scale:
        grades = [Decimal(place) for place in range(len(target.measure.scale)) if frame.low <= place <= frame.high]
        values |= set(grades) if len(grades) <= RUNGS_MOST else set()
    return _apart([Spot(0, frame.up(value), target.text(value)) for value in sorted(values)])


def _apart(rungs: Sequence[Spot]) -> list[Spot]:
    """Without those that would stand on another one."""
    kept: list[Spot] = []
    for rung in rungs:
        if not kept or rung.up - kept[-1].up >= RUNGS_APART:
            kept.append(rung)
    return kept


def _days(brief: LogBrief, frame: _Frame, words: Words) -> Iterable[Spot]:
    """The first day, and the one by which the goal is to be reached."""
    due = frame.across(brief.log.agreed[-1].until)
    if due >= DAYS_APART:
        yield Spot(0, 0, day(brief.day(frame.first), words))
    yield Spot(due, 0, day(brief.log.target.due_on, words))


def _names(log: Log, words: Words, *, bars: bool) -> Iterable[SignName]:
    yield SignName("numbers", words("logbook-series-numbers"))
    yield SignName("line", words("logbook-series-goal" if bars else "logbook-series-line"))
    if log.changed_at:
        yield SignName("change", words("logbook-picture-changed"))
