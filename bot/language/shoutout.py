"""What a class may hear of a milestone, once its student has said yes: a name, a short statement, a point."""

import hashlib
import json
import re
from functools import cache
from itertools import pairwise

from bot.domain.check_ins import Milestone, Named
from bot.language.reading.text import ENGLISH, alternatives, fold, load_words

STATEMENT_MOST = 140
"""Characters of the target's statement that a shoutout shows."""

OWN_WORDS_MOST = 140
"""Characters of a student's own words in it."""

_CLAUSE_ENDS = re.compile(r"[:;,.](?=\s)|\s(?=[(\[–—-])")
_DIGIT = re.compile(r"\d")
_SIGNED = re.compile(r"%|\d\s*/\s*\d")


def short(statement: str, lang: str = ENGLISH) -> str:
    """What a shoutout shows of a target's statement, on one line; "" where only its number would say something.

    It ends before the first part with a number in it ("…: at least 8 (now 3), by May"): how far somebody was and
    is, is between them and their teachers. Where the first part has a number that reads as a grade, or speaks
    of grades, in its language or in English, nothing is shown. "At least 8 of 10 sentences" are sentences.
    """
    line = " ".join(statement.split())
    shown, languages = _before_numbers(line), {ENGLISH, lang}
    for one in languages:
        shown = _without_share(shown, one)
    if any(_reads_as_grade(shown, one) for one in languages):
        return ""
    return shown if len(shown) <= STATEMENT_MOST else shown[: STATEMENT_MOST - 1] + "…"


def token(milestone: Milestone) -> str:
    """Names one asking of one exact text: buttons carry it, so that a yes holds only for what was read."""
    shown = [
        milestone.name,
        milestone.statement,
        milestone.point.value,
        milestone.reached_at.isoformat(),
        *([milestone.own_words] if milestone.own_words else []),
    ]
    return hashlib.sha256(json.dumps(shown).encode()).hexdigest()[:16]


def called(name: str, how: Named) -> str:
    """What a shoutout calls somebody of this name; "" for nothing."""
    if how is Named.NOT:
        return ""
    return next(iter(name.split()), "") if how is Named.FIRST else name


def reads_as_grade(text: str, lang: str = ENGLISH) -> bool:
    """Whether it may speak of a grade, in this language or in English."""
    return any(_reads_as_grade(text, one) for one in {ENGLISH, lang})


def _before_numbers(line: str) -> str:
    """The parts before the first one with a number; the first part whatever it holds."""
    ends = [*(m.start() for m in _CLAUSE_ENDS.finditer(line)), len(line)]
    kept = ends[0]
    for start, end in pairwise(ends):
        if _DIGIT.search(line, start, end):
            return line[:kept].rstrip(" ,;:.")
        kept = end
    return line


def _without_share(text: str, lang: str) -> str:
    """Without a share of things, where nothing else of it would read as a grade beside a number."""
    bare = _share(lang).sub("", text)
    return text if _grade_words(lang)[1].search(fold(bare)) else bare


def _reads_as_grade(text: str, lang: str) -> bool:
    folded = fold(text)
    by_themselves, beside = _grade_words(lang)
    if _SIGNED.search(folded) or by_themselves.search(folded):
        return True
    return _DIGIT.search(folded) is not None and beside.search(folded) is not None


@cache
def _share(lang: str) -> re.Pattern[str]:
    words = load_words("bot.language", lang, "grades")
    limits, shares = alternatives(words["limits"]), alternatives(words["shares"])
    return re.compile(rf"\b{limits} \d+ {shares} \d+ (?=[^\W\d])", re.IGNORECASE)


@cache
def _grade_words(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load_words("bot.language", lang, "grades")
    by_themselves, beside = (
        re.compile(rf"\b{alternatives(words[name])}\b") for name in ("by_themselves", "beside_a_number")
    )
    return by_themselves, beside
