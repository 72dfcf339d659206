"""Looking back: the form of each side, and the two side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from bot.activities.changing.messages import close_button
from bot.activities.documents.buttons import outside_button
from bot.activities.evidence.messages import NOTHING_SHOWN, ListedPiece, Shelf, listed
from bot.activities.feedback.messages import feedback_button
from bot.activities.looking_back.grading_messages import suggestion_blocks
from bot.activities.looking_back.halfway_messages import ASK as ASK_CLASSMATE
from bot.activities.paper.buttons import look_back_button
from bot.activities.talking.messages import ASK, OPEN_OFFER
from bot.domain.actor import Side
from bot.domain.check_ins import Reply
from bot.domain.contract import Contract, Status
from bot.domain.grading import GradeSuggestion, weights_of
from bot.domain.look_back import (
    REFLECTION_MOST,
    UNRATED,
    Assessment,
    AssessmentState,
    criteria_of,
    differs,
    furthest_apart,
    outside_places,
)
from bot.domain.outbox import Message
from bot.domain.paper import has_no_account
from bot.domain.progress import Kept
from bot.messages.blocks import Block, actions, bullets, button, cut, header, quote, rich, say, small, spoken
from bot.messages.days import named_day
from bot.messages.registry import Notice, Reader, message
from bot.messages.terms import target_name, target_progress
from prompts.words import SentencePiece as PieceOfText
from prompts.words import Typed, Words

# The end of a contract: both sides look back, and see the two side by side.


@dataclass(frozen=True, slots=True)
class OfContract(Notice):
    contract: int


@dataclass(frozen=True, slots=True)
class LookBackAsked(OfContract):
    """To the student and to each teacher: it is time to look back. A card: it says what is still to do."""

    @property
    def subject(self) -> str:
        return f"contract:{self.contract}"


@dataclass(frozen=True, slots=True)
class LookBackReminder(OfContract):
    """To whoever has not looked back after some days."""


@dataclass(frozen=True, slots=True)
class LookBackOverdue(OfContract):
    """To the teachers: who has still not looked back, and what they can do."""


@dataclass(frozen=True, slots=True)
class LookedBack(OfContract):
    """To the student and to each teacher, once both sides are in: the two side by side."""


@dataclass(frozen=True, slots=True)
class SideTold:
    """What one side said: see Assessment. `pieces` are names, "" for one that is gone, and what was said of each."""

    side: Side
    ratings: Sequence[int]
    reflection: str
    otherwise: str = ""
    surprise: str = ""
    word: str = ""
    pieces: Sequence[tuple[str, str]] = ()
    outside_ratings: Sequence[int] = ()
    """Of a teacher: what somebody outside marked, by the place of the criterion; () where nothing came back."""
    outside_words: str = ""


@dataclass(frozen=True, slots=True)
class LookBackForm:
    """What the forms start with: what is looked back at, and what the reader said before, if anything."""

    contract: Contract
    side: Side
    student: str
    values: Mapping[int, Decimal]
    before: Assessment | None
    wanted: Mapping[int, Reply | None]
    """The targets whose final number the student is asked for, with what they said last."""
    shelf: Shelf = NOTHING_SHOWN
    """What the student has shown."""
    choose: Sequence[ListedPiece] = ()
    """What they may choose of it."""
    self_part: int | None = None
    """How much a student's ratings count in a suggested grade; None where the class wants none."""
    counts_signs: bool = False
    """Whether the signs of success that are met are counted."""


class Classmate(StrEnum):
    """How it stands with the classmate who looks at the work, where the contract says that one does."""

    NOT_AGREED = "not-agreed"
    NOBODY = "nobody"
    ASKED = "asked"
    GIVEN = "given"


@dataclass(frozen=True, slots=True)
class LookBackBrief:
    """How a look back stands for one reader. Until both sides are in, `theirs` is None."""

    contract: Contract
    side: Side
    """The reader's."""
    student: str
    """The student's name."""
    classroom: str
    mine: Assessment | None
    """What the reader's side said."""
    assessor: str
    """The name of the teacher who looked back for the teachers' side, "" where none has."""
    by_reader: bool
    """Whether `mine` is the reader's own."""
    other_is_in: bool
    """Whether the other side has looked back. What it said stays closed until both have."""
    values: Mapping[int, Decimal]
    """The newest number of each target."""
    kept: Mapping[int, Kept]
    """Of the targets that are rates."""
    shelf: Shelf = NOTHING_SHOWN
    """What the student has shown."""
    theirs: SideTold | None = None
    """What the other side said, where its words are the reader's to read already."""
    begun: bool = False
    """Whether the reader has begun, and not sent it."""
    classmate: Classmate = Classmate.NOT_AGREED


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A completed look back."""

    contract: Contract
    side: Side
    """The reader's."""
    student: str
    teacher: str
    """The names of the two who looked back."""
    students: SideTold
    teachers: SideTold
    values: Mapping[int, Decimal]
    kept: Mapping[int, Kept]
    may_start: bool
    """Whether the student has no open contract in the class yet."""
    not_reached: Sequence[int] = ()
    """The places of the targets that ended before their goal."""
    suggestion: GradeSuggestion | None = None
    """A grade, for a teacher alone, where the class wants one and the student knew of it."""
    scale: Sequence[str] = ()
    """The grades of the class, the worst first; () where it names none."""
    halfway: Mapping[int, int] = field(default_factory=dict)
    """How the student rated halfway, by the place of the criterion."""


_CELLS_MOST = 6000
"""Characters of all criteria in the table: a message has room for about 10,000."""

START_IN = "proposing.start_in.0"
GO_ON = "looking_back.go_on"
SMALLER = "looking_back.smaller"
ELSE = "looking_back.else"


def rated(words: Words, rating: int) -> str:
    return words(f"look-back-rating-{rating}") if rating != UNRATED else "–"


def look_back_asked(notice: LookBackAsked, brief: LookBackBrief, reader: Reader) -> Message:
    w = reader.words
    status = brief.contract.status
    key = "look-back-asked" if status is Status.REASSESSING else "look-back-ended"
    pieces = w.pieces(f"{key}-{brief.side}", student=brief.student, classroom=brief.classroom)
    if status is Status.COMPLETED:
        return message(spoken(pieces), rich(pieces), small(w("look-back-complete")))
    if status is not Status.REASSESSING:
        return message(spoken(pieces), rich(pieces), small(w("look-back-over")))
    shelf = listed(w, brief.shelf, brief.side, brief.student)
    told = [*_what_they_say(brief, w), *_classmate(brief, w), *_outside(brief, w)]
    to_do = [*_to_do(brief, w), *_typed_in(brief, w)]
    return message(spoken(pieces), rich(pieces), *shelf, *_progress(brief, w), *told, *to_do)


def _classmate(brief: LookBackBrief, words: Words) -> list[Block]:
    """Where the contract says that a classmate looks, too: what they wrote the student alone reads, and shows."""
    if brief.classmate is Classmate.NOT_AGREED:
        return []
    if brief.side is Side.TEACHER:
        return [say(words, "look-back-classmate-teacher", student=brief.student)]
    ask = [actions([button(words("peers-ask-button"), ASK_CLASSMATE, str(brief.contract.id))])]
    nobody = brief.classmate is Classmate.NOBODY
    return [say(words, f"look-back-classmate-{brief.classmate}"), *(ask if nobody else [])]


def _outside(brief: LookBackBrief, words: Words) -> list[Block]:
    """Where the contract says that somebody outside looks, too: the sheet, and who notes what came back."""
    if not outside_places(brief.contract.in_force.terms):
        return []
    sheet = actions([outside_button(words, brief.contract.id)])
    return [say(words, f"look-back-outside-{brief.side}", student=brief.student), sheet]


def look_back_reminder(notice: LookBackReminder, brief: LookBackBrief, reader: Reader) -> Message:
    w = reader.words
    pieces = w.pieces(f"look-back-reminder-{brief.side}", student=brief.student)
    return message(spoken(pieces), rich(pieces), *_what_they_say(brief, w), *_to_do(brief, w), *_typed_in(brief, w))


def look_back_overdue(notice: LookBackOverdue, brief: LookBackBrief, reader: Reader) -> Message:
    """To a teacher: "mine" is the teachers' side."""
    w = reader.words
    missing = "both" if brief.mine is None and not brief.other_is_in else "teacher" if brief.mine is None else "student"
    ended = named_day(w, brief.contract.in_force.terms.ends_on, reader.now.date())
    pieces = w.pieces(f"look-back-overdue-{missing}", student=brief.student, day=ended)
    close = actions([close_button(brief.contract, Side.TEACHER, w)])
    to_do = [*(_to_do(brief, w) if brief.mine is None else []), *_typed_in(brief, w)]
    return message(spoken(pieces), rich(pieces), *to_do, small(w("look-back-overdue-close")), close)


def _typed_in(brief: LookBackBrief, words: Words) -> list[Block]:
    """A teacher types in what somebody without an account says."""
    if brief.other_is_in or not has_no_account(brief.contract.student):
        return []
    text = say(words, "paper-state-to-look-back", student=brief.student)
    return [text, actions([look_back_button(words, brief.contract.id)])]


def _to_do(brief: LookBackBrief, words: Words) -> list[Block]:
    """The button, or what the reader waits for."""
    value = str(brief.contract.id)
    if brief.mine is None:
        label = words("look-back-go-on-button" if brief.begun else "look-back-button")
        next_step = words("look-back-last" if brief.other_is_in else f"look-back-hint-{brief.side}")
        return [actions([button(label, "looking_back.open", value, style="primary")]), small(next_step)]
    if not brief.by_reader:
        return [small(words("look-back-by", name=brief.assessor))]
    return [
        say(words, f"look-back-waits-{brief.side}", student=brief.student),
        actions([button(words("look-back-change-button"), "looking_back.open", value)]),
        small(words("look-back-open" if brief.mine.state is AssessmentState.OPEN else "look-back-closed")),
    ]


def _progress(brief: LookBackBrief | SideBySide, words: Words) -> list[Block]:
    targets = brief.contract.in_force.terms.targets
    return [target_progress(words, targets, i, brief.values, brief.kept.get(i)) for i in range(len(targets))]


def looked_back(notice: LookedBack, both: SideBySide, reader: Reader) -> Message:
    w = reader.words
    title = w(f"looked-back-title-{both.side}", student=both.student)
    blocks = [
        header(title),
        *_progress(both, w),
        *_table(both, w),
        *in_words(w, both.student, both.students),
        *in_words(w, both.teacher, both.teachers),
        *_suggestion(both, w),
        *_next(both, w),
    ]
    return message(title, *blocks)


def _suggestion(both: SideBySide, words: Words) -> list[Block]:
    if both.suggestion is None:
        return []
    weighed = bool(weights_of(both.contract.in_force.terms))
    return suggestion_blocks(words, both.suggestion, both.scale, both.student, weighed=weighed)


def _table(both: SideBySide, words: Words) -> list[Block]:
    """Criterion by criterion, what each side says; where they are furthest apart first. None where neither rates."""
    criteria = criteria_of(both.contract.in_force.terms)
    most = max(_CELLS_MOST // max(len(criteria), 1), 40)
    targets = both.contract.in_force.terms.targets
    mine, theirs = both.students.ratings, both.teachers.ratings
    outside = both.teachers.outside_ratings
    rows = [[words("looked-back-criterion"), both.student, both.teacher]]
    places = [place for place in furthest_apart(mine, theirs) if place < len(criteria)]
    marked = [place for place in range(min(len(outside), len(criteria))) if outside[place]]
    for place in [*places, *(place for place in marked if place not in places)]:
        target, criterion = criteria[place]
        name = f"{target_name(target, len(targets), words)}: " if len(targets) > 1 else ""
        text = cut(f"{name}{criterion.text}", most)
        rows.append([text, _since_halfway(both, words, place), rated(words, theirs[place])])
        if outside:
            rows[-1].append(rated(words, outside[place]))
    if outside:
        rows[0].append(words("looked-back-outside"))
    table = {
        "type": "table",
        "column_settings": [{"is_wrapped": True}] * len(rows[0]),
        "rows": [[{"type": "raw_text", "text": text or "–"} for text in row] for row in rows],
    }
    return [table] if rows[1:] else []


def _since_halfway(both: SideBySide, words: Words, place: int) -> str:
    """How the student rates, with how they did halfway."""
    now = rated(words, both.students.ratings[place])
    if place not in both.halfway:
        return now
    return words("looked-back-halfway", rating=now, before=rated(words, both.halfway[place]))


def _what_they_say(brief: LookBackBrief, words: Words) -> list[Block]:
    """To a teacher who has not looked back: what the student wrote, without how they rate."""
    if brief.theirs is None or brief.mine is not None:
        return []
    return [say(words, "look-back-theirs", student=brief.student), *in_words(words, brief.student, brief.theirs)]


def in_words(words: Words, name: str, told: SideTold, most: int = REFLECTION_MOST) -> list[Block]:
    """The words of one side, each under what was asked; of each answer so many characters."""
    asked = {
        f"looked-back-reflection-{told.side}": told.reflection,
        f"looked-back-otherwise-{told.side}": told.otherwise,
        "looked-back-surprise": told.surprise,
        "looked-back-word": told.word,
        "looked-back-outside-words": told.outside_words,
    }
    blocks: list[Block] = []
    if told.pieces:
        blocks += [say(words, "looked-back-pieces", name=name), bullets(*(_piece(words, *one) for one in told.pieces))]
    for key, text in asked.items():
        if text:
            blocks += [say(words, key, name=name), quote(cut(text, most))]
    return blocks


def _piece(words: Words, name: str, text: str) -> list[PieceOfText]:
    return [*words.pieces("looked-back-piece", name=name or words("looked-back-piece-gone")), "\n", Typed(text)]


def _next(both: SideBySide, words: Words) -> list[Block]:
    apart = differs(both.students.ratings, both.teachers.ratings)
    if both.side is Side.TEACHER:
        give = feedback_button(words("feedback-give-button"), both.contract.classroom, both.contract.student)
        whom = f"{both.contract.classroom}:{both.contract.student}"
        talk = [button(words("looked-back-talk-button"), OPEN_OFFER, whom)] if apart else []
        return [say(words, "looked-back-next-teacher", student=both.student), actions([*talk, give])]
    talk = [button(words("looked-back-talk-button"), ASK, str(both.contract.classroom))] if apart else []
    if not both.may_start:
        return [say(words, "looked-back-thanks"), *([actions(talk)] if talk else [])]
    return _ways_on(both, words, talk)


def _ways_on(both: SideBySide, words: Words, talk: Sequence[Block]) -> list[Block]:
    """A new contract; where a target was not reached, from where they are now."""
    contract, classroom = str(both.contract.id), str(both.contract.classroom)
    if not both.not_reached:
        start = button(words("looked-back-next-button"), START_IN, classroom, style="primary")
        said = say(words, "looked-back-next-student")
        return [said, actions([start, *talk]), small(words("looked-back-next-hint"))]
    ways = [
        button(words("looked-back-go-on-button"), GO_ON, contract, style="primary"),
        button(words("looked-back-smaller-button"), SMALLER, contract),
        button(words("looked-back-else-button"), ELSE, contract),
        *talk,
    ]
    return [say(words, "looked-back-not-reached", count=len(both.not_reached)), actions(ways)]
