"""The fields of a student's answer to a check-in."""

from bot.activities.checking_in import answering
from bot.activities.checking_in.forms import CONFIDENCE
from handlers.inbound import Submission

TARGETS_MOST = 3


def reply_of(form: Submission) -> answering.ReplyForm:
    """What the fields of a check-in hold."""
    confidence = form.text("confidence")
    return answering.ReplyForm(
        values=tuple(form.text(f"value-{i}") for i in range(TARGETS_MOST)),
        worked=form.text("worked"),
        did_not_work=form.text("did_not_work"),
        next_step=form.text("next_step"),
        confidence=int(confidence) if confidence in {str(n) for n in CONFIDENCE} else None,
        evidence=form.text("evidence"),
    )
