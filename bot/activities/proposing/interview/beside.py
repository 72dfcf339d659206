"""What a student may say beside a target, and is not asked for: why it matters, and what they work with."""

from bot.activities.proposing.interview.draft import InterviewStep, Viewpoint
from bot.domain.actor import Refusal
from bot.domain.menu import check_public
from bot.language import typed

WHY_MOST = 200
MATERIALS_MOST = 500


def _read_why(text: str, place: Viewpoint) -> str:
    """One line."""
    return " ".join(typed.words(text, WHY_MOST).split())


def _read_materials(text: str, place: Viewpoint) -> str:
    said = typed.words(text, MATERIALS_MOST)
    try:
        check_public(said, field="materials")
    except Refusal as refusal:
        raise Refusal(refusal.key) from None
    return said


WHY = InterviewStep("why", 5, _read_why, per_target=True, optional=True, implied=lambda place: "")
MATERIALS = InterviewStep("materials", 5, _read_materials, per_target=True, optional=True, implied=lambda place: "")
