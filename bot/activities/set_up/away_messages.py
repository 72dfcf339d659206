"""What teachers are told where a student of theirs has left the class channel, with a contract that is open."""

from dataclasses import dataclass

from bot.activities.changing.messages import close_button
from bot.activities.set_up.messages import StudentAway
from bot.domain.actor import Side
from bot.domain.contract import Contract
from bot.domain.outbox import Message
from bot.messages.blocks import actions, say, small
from bot.messages.registry import Reader, message


@dataclass(frozen=True, slots=True)
class StudentAwayBrief:
    """`contract` is what is still open there, None where nothing is."""

    student: str
    """The student's name."""
    classroom: str
    """The class's name."""
    back: bool
    """They are in the channel again."""
    contract: Contract | None


def student_away(notice: StudentAway, brief: StudentAwayBrief, reader: Reader) -> Message:
    w, names = reader.words, {"student": brief.student, "classroom": brief.classroom}
    if brief.back:
        return message(w("student-back", **names), say(w, "student-back", **names))
    if brief.contract is None:
        return message(w("student-away-over", **names), say(w, "student-away-over", **names))
    end = actions([close_button(brief.contract, Side.TEACHER, w)])
    return message(w("student-away", **names), say(w, "student-away", **names), end, small(w("student-away-next")))
