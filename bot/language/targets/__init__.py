"""Whether a target says what others could see, how it is judged and by when; read by rule, offline."""

from bot.language.targets.coach import Remark, RemarkKey, coach
from bot.language.targets.model import Direction, Extracted, Finding, Gap, Kind, Reading, Verdict
from bot.language.targets.reader import gaps, read
from bot.language.targets.wording import suggest_wording

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
