"""What a message says of each of several classes: "5 in english and 6 in history"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.language.addressed import all_mentioned, is_head, mentioned, without_names
from bot.language.reading.numbers import find_numbers
from bot.language.reading.text import alternatives, fold, load_words

MOST = 1000
"""Characters: what is longer is not looked through for what belongs where."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """A part of a message: where it stands, which class it names (None for none, or several), and whether it counts."""

    start: int
    end: int
    named: int | None
    counts: bool


def shared_out(text: str, names: Sequence[Sequence[str]], lang: str = "en") -> Mapping[int, str] | None:
    """The part of the message that is about each class, by its place among `names`.

    None where it does not speak of several, or begins with the one that it is for ("history: 7, like in english").
    Empty where it does, and it is not plain which number is for which.
    """
    if len(all_mentioned(text, names)) < 2:
        return None
    if len(text) > MOST:
        return {}
    clauses = [_clause(text, start, end, names, lang) for start, end in _spans(text, lang)]
    named: set[int] = {clause.named for clause in clauses if clause.named is not None}
    counted = {clause.named for clause in clauses if clause.counts}
    if len(counted - {None}) < 2:
        return None if any(is_head(text, names[i]) for i in named & counted or named) else {}
    if counted != named:
        return {}
    return {i: _said_of(text, clauses, i) for i in sorted(named)}


def _spans(text: str, lang: str) -> Iterator[tuple[int, int]]:
    """Where its clauses stand. A comma or a point in a number ends none."""
    between = alternatives(load_words("bot.language", lang, "addressed")["between"])
    start = 0
    for match in re.finditer(rf"\n+|[,;.!?]+(?!\d)|(?<!\w){between}(?!\w)|&", fold(text)):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _clause(text: str, start: int, end: int, names: Sequence[Sequence[str]], lang: str) -> _Clause:
    said = text[start:end]
    counted = without_names(said, [name for own in names for name in own])
    amounts = alternatives(load_words("bot.language", lang, "addressed")["amounts"])
    counts = bool(find_numbers(counted, lang=lang) or re.search(rf"(?<!\w){amounts}(?!\w)", fold(counted)))
    return _Clause(start, end, mentioned(said, names), counts)


def _said_of(text: str, clauses: Sequence[_Clause], wanted: int) -> str:
    """The clauses that name it, each with those after it that name none; what comes before all is for the first."""
    about: int | None = next(clause.named for clause in clauses if clause.named is not None)
    said: list[tuple[int, int]] = []
    for clause in clauses:
        before, about = about, clause.named if clause.named is not None else about
        if about != wanted:
            continue
        if said and before == wanted:
            said[-1] = (said[-1][0], clause.end)
        else:
            said.append((clause.start, clause.end))
    return ", ".join(text[start:end].strip(" ,;\n") for start, end in said)
