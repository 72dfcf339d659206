"""Whether a target says what others could see, how it is judged and by when; read by rule, offline."""

from bot.domain.measurability.coach import Remark, RemarkKey, coach
from bot.domain.measurability.model import (
    Direction,
    Extracted,
    Finding,
    Gap,
    Kind,
    Reading,
    Verdict,
)
from bot.domain.measurability.reader import gaps, read
from bot.domain.measurability.wording import suggest_wording

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
