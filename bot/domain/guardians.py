"""A note to a student's family, on paper: the student sees it first, and may say no."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from bot.domain.actor import Refusal

WAYS = ("ask", "show", "time", "effort", "lead")
"""How a family may help; each is a sentence of the copy."""
WAYS_MOST = 3
WORD_MOST = 500


class NoteState(StrEnum):
    """What its student said."""

    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class FamilyNote:
    """`version` and `numbers`, the newest of each target or "", are those of the day on which a teacher asked: what the
    student saw is what goes home. `word` is the teacher's. `back_by` is the teacher who has the signed slip."""

    workspace: str
    contract: int
    student: str
    asked_by: str
    asked_at: datetime
    version: int
    language: str
    ways: tuple[str, ...]
    numbers: tuple[str, ...] = ()
    word: str = ""
    state: NoteState = NoteState.ASKED
    decided_at: datetime | None = None
    back_at: datetime | None = None
    back_by: str = ""
    id: int = 0

    def newest(self, target: int) -> Decimal | None:
        said = self.numbers[target] if target < len(self.numbers) else ""
        return Decimal(said) if said else None


def written(number: Decimal | None) -> str:
    """As it stands in a note."""
    return "" if number is None else str(number)


@dataclass(frozen=True, slots=True)
class FamilyNoteAsked:
    """What the form of a note holds, as it came."""

    language: str
    ways: tuple[str, ...]
    word: str = ""


def checked(asked: FamilyNoteAsked, languages: Collection[str]) -> FamilyNoteAsked:
    """Refusal under the field that says nothing, or too much."""
    if asked.language not in languages:
        raise Refusal("family-choose-language", field="language")
    ways = tuple(way for way in WAYS if way in asked.ways)
    if not 0 < len(ways) <= WAYS_MOST:
        raise Refusal("family-choose-ways", field="ways")
    word = asked.word.strip()
    if len(word) > WORD_MOST:
        raise Refusal("too-long", field="word", most=WORD_MOST)
    return FamilyNoteAsked(asked.language, ways, word)


def another_after(note: FamilyNote | None) -> None:
    """A no stands until its student takes it back; and nobody is asked twice at once."""
    if note is None or note.state is NoteState.GIVEN:
        return
    raise Refusal("family-refused" if note.state is NoteState.REFUSED else "family-waits")


def decided(note: FamilyNote, yes: bool, now: datetime) -> FamilyNote:
    """At any time: a yes may become a no, and a no a yes. The same again changes nothing."""
    state = NoteState.GIVEN if yes else NoteState.REFUSED
    return note if note.state is state else replace(note, state=state, decided_at=now)


def shared(note: FamilyNote) -> FamilyNote:
    """One that its student gave. Refusal for any other."""
    if note.state is NoteState.REFUSED:
        raise Refusal("family-refused")
    if note.state is NoteState.ASKED:
        raise Refusal("family-waits")
    return note


def came_back(note: FamilyNote, user: str, now: datetime) -> FamilyNote:
    """The slip is there, signed. Noted once."""
    if shared(note).back_at is not None:
        return note
    return replace(note, back_at=now, back_by=user)
