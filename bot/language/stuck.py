"""Whether somebody says that they do not get on with what they practise: "im stuck on this"."""

import re
from functools import cache
from typing import NamedTuple

from bot.language.reading.text import ENGLISH, fold, load_words

_CLAUSE_END = re.compile(r"[.!?;,\n]+|\bbut\b|\bpero\b")
_APOSTROPHES = str.maketrans("", "", "'’")


class _Rules(NamedTuple):
    says: re.Pattern[str]
    unless_before: frozenset[str]
    unless_after: re.Pattern[str]


@cache
def _rules(lang: str) -> _Rules:
    table = load_words("bot.language", lang, "stuck")
    return _Rules(
        re.compile(rf"\b(?:{'|'.join(table['says'])})\b"),
        frozenset(table["unless_before"]),
        re.compile(rf"\s*(?:{'|'.join(table['unless_after'])})\b"),
    )


def is_stuck(text: str, lang: str = ENGLISH) -> bool:
    """What is said of another time ("when im stuck") or of a number ("stuck at 4") is none."""
    plain = " ".join(fold(text).translate(_APOSTROPHES).split(" "))
    return any(_says_so(" ".join(clause.split()), lang) for clause in _CLAUSE_END.split(plain))


def says_only_that(text: str, lang: str = ENGLISH) -> bool:
    """Whether a short message says so and nothing else."""
    clauses = [clause for clause in _CLAUSE_END.split(fold(text)) if clause.strip()]
    return len(clauses) == 1 and len(text.split()) <= _SHORT and is_stuck(text, lang)


_SHORT = 9
"""Words."""


def _says_so(clause: str, lang: str) -> bool:
    rules = _rules(lang)
    found = rules.says.search(clause)
    if found is None or rules.unless_after.match(clause, found.end()):
        return False
    return rules.unless_before.isdisjoint(clause[: found.start()].split())
