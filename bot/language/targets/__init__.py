"""Whether a target says what others could see, how it is judged and by when; read by rule, offline."""

from bot.domain.terms import Direction
from bot.language.targets.coach import (
    CoachRemark,
    RemarkKey,
    coach,
    gaps,
    leans_on_another,
    read,
    to_ask,
    two_aims,
)
from bot.language.targets.kinds import (
    Graded,
    grade_on,
    grade_typed,
    graded,
    measure_of,
    scale_of,
    spelled,
    unit_of,
    with_grade,
)
from bot.language.targets.model import Extracted, Finding, FindingKind, Gap, Reading, Verdict
from bot.language.targets.opinion import problem
from bot.language.targets.wording import suggest_wording

__all__ = [
    "CoachRemark",
    "Direction",
    "Extracted",
    "Finding",
    "FindingKind",
    "Gap",
    "Graded",
    "Reading",
    "RemarkKey",
    "Verdict",
    "coach",
    "gaps",
    "grade_on",
    "grade_typed",
    "graded",
    "leans_on_another",
    "measure_of",
    "problem",
    "read",
    "scale_of",
    "spelled",
    "suggest_wording",
    "to_ask",
    "two_aims",
    "unit_of",
    "with_grade",
]
