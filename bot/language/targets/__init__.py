"""Whether a target says what others could see, how it is judged and by when; read by rule, offline."""

from bot.language.targets.coach import Remark, RemarkKey, coach, gaps, read, suggest_wording
from bot.language.targets.model import Direction, Extracted, Finding, Gap, Kind, Reading, Verdict

__all__ = [
    "Direction",
    "Extracted",
    "Finding",
    "Gap",
    "Kind",
    "Reading",
    "Remark",
    "RemarkKey",
    "Verdict",
    "coach",
    "gaps",
    "read",
    "suggest_wording",
]
