"""Reading a target: what others could see, how it is judged, by when."""

from collections.abc import Iterable

from bot.language.targets.actions import find_heads
from bot.language.targets.clauses import clauses_of
from bot.language.targets.extraction import extract
from bot.language.targets.items import Row, row_of
from bot.language.targets.lexicon import lexicon
from bot.language.targets.measures import all_measures, of_the_goal
from bot.language.targets.model import Finding, Gap, Kind, Reading, verdict_of
from bot.language.targets.patterns import Match, pattern_set
from bot.language.targets.timeframes import dated, find_timeframes


def read(text: str, lang: str = "en") -> Reading:
    """Reads a target as it was typed.

    Takes time in proportion to the length of the text. Raises FileNotFoundError for a language without data.
    """
    words = lexicon(lang)
    row = row_of(text, lang)
    clauses = clauses_of(row, words)
    times = tuple(pattern_set(lang, "timeframes").matches(row))
    when = find_timeframes(row, times, clauses, lang, scored=False)
    amounts = all_measures(row, when, dated(times), words, lang)
    measured = of_the_goal(amounts, clauses)
    if not when and measured:
        when = find_timeframes(row, times, clauses, lang, scored=True)
    heads = find_heads(row, clauses, when, measured, words)
    return Reading(
        text=text,
        observables=_findings(row, heads.seen, Kind.OBSERVABLE),
        inner_states=_findings(row, heads.inner, Kind.INNER_STATE),
        measures=_findings(row, measured, Kind.MEASURE),
        timeframes=_findings(row, when, Kind.TIMEFRAME),
        verdict=verdict_of(observable=bool(heads.seen), measure=bool(measured), timeframe=bool(when)),
        extracted=extract(row, clauses, amounts, when, frozenset(match.tag for match in heads.seen), words, lang),
    )


def gaps(reading: Reading) -> tuple[Gap, ...]:
    """What is missing, in the order in which to ask for it."""
    missing = (
        (Gap.OBSERVABLE, reading.observables),
        (Gap.MEASURE, reading.measures),
        (Gap.TIMEFRAME, reading.timeframes),
    )
    return tuple(gap for gap, found in missing if not found)


def _findings(row: Row, matches: Iterable[Match], kind: Kind) -> tuple[Finding, ...]:
    return tuple(_finding(row, match, kind) for match in matches)


def _finding(row: Row, match: Match, kind: Kind) -> Finding:
    start, end = row.span(match.first, match.last)
    detail = match.tag if kind in (Kind.OBSERVABLE, Kind.INNER_STATE) else match.kind
    return Finding(kind, start, end, row.text[start:end], detail)
