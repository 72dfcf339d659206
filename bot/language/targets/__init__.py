"""Whether a target says what others could see, how it is judged and by when; read by rule, offline."""

from bot.domain.terms import Direction
from bot.language.targets.coach import CoachRemark, RemarkKey, coach, gaps, read, suggest_wording
from bot.language.targets.kinds import measure_of, unit_of
from bot.language.targets.model import Extracted, Finding, FindingKind, Gap, Reading, Verdict

__all__ = [
    "CoachRemark",
    "Direction",
    "Extracted",
    "Finding",
    "FindingKind",
    "Gap",
    "Reading",
    "RemarkKey",
    "Verdict",
    "coach",
    "gaps",
    "measure_of",
    "read",
    "suggest_wording",
    "unit_of",
]
