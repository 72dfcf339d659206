"""A conference that a student leads: the pack for the guests, and the next step on which both agree."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.actor import Refusal, Side

OPENINGS = ("proud", "hard", "before", "notice")
"""How a student may begin; each is a sentence of the copy to go on with."""

PIECES_MOST = 3
SCRIPT_MOST = 1500
"""Characters: five minutes of speaking have about 4,000, and nobody reads a whole text aloud to guests."""
QUESTION_MOST = 200
STEP_MOST = 500


@dataclass(frozen=True, slots=True)
class Conference:
    """`pieces` are ids of evidence. `step` is the next step, in its `step_number`th wording, written by `step_by`;
    signatures are on that wording alone. `signed_by` is the teacher who signed."""

    workspace: str
    contract: int
    student: str
    made_at: datetime
    opening: str
    script: str
    first_question: str
    second_question: str = ""
    pieces: tuple[int, ...] = ()
    step: str = ""
    step_number: int = 0
    step_by: str = ""
    student_signed_at: datetime | None = None
    teacher_signed_at: datetime | None = None
    signed_by: str = ""
    id: int = 0

    def signed_at(self, side: Side) -> datetime | None:
        return self.student_signed_at if side is Side.STUDENT else self.teacher_signed_at


@dataclass(frozen=True, slots=True)
class Pack:
    """What the form of a pack holds, as it came."""

    opening: str
    script: str
    first_question: str
    second_question: str = ""
    pieces: tuple[int, ...] = ()


def checked(pack: Pack, known: Iterable[int]) -> Pack:
    """Refusal under the field that says nothing, or too much; of pieces that are not the student's nothing is kept."""
    if pack.opening not in OPENINGS:
        raise Refusal("choose-an-opening", field="opening")
    pieces = tuple(one for one in known if one in pack.pieces)
    if len(pieces) > PIECES_MOST:
        raise Refusal("pieces-most", field="pieces", most=PIECES_MOST)
    return Pack(
        pack.opening,
        _text(pack.script, "script", SCRIPT_MOST),
        _text(pack.first_question, "first", QUESTION_MOST),
        _text(pack.second_question, "second", QUESTION_MOST, needed=False),
        pieces,
    )


def with_step(conference: Conference, text: str, side: Side, user: str, now: datetime) -> Conference:
    """Another wording, signed by who wrote it: signatures on the one before are none on this one."""
    text = _text(text, "step", STEP_MOST)
    if text == conference.step:
        return signed(conference, conference.step_number, side, user, now)
    bare = replace(
        conference,
        step=text,
        step_number=conference.step_number + 1,
        step_by=user,
        student_signed_at=None,
        teacher_signed_at=None,
        signed_by="",
    )
    return signed(bare, bare.step_number, side, user, now)


def signed(conference: Conference, number: int, side: Side, user: str, now: datetime) -> Conference:
    """Refusal for a wording that is another one by now. Signing twice changes nothing."""
    if not conference.step or number != conference.step_number:
        raise Refusal("step-changed")
    if conference.signed_at(side) is not None:
        return conference
    if side is Side.STUDENT:
        return replace(conference, student_signed_at=now)
    return replace(conference, teacher_signed_at=now, signed_by=user)


def _text(text: str, field: str, most: int, *, needed: bool = True) -> str:
    text = text.strip()
    if needed and not text:
        raise Refusal("empty", field=field)
    if len(text) > most:
        raise Refusal("too-long", field=field, most=most)
    return text
