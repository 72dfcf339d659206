"""Looking back: the form of each side, and the two side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from bot.activities.changing.messages import close_button
from bot.activities.evidence.messages import NOTHING_SHOWN, Shelf, listed
from bot.activities.feedback.messages import feedback_button
from bot.domain.actor import Side
from bot.domain.check_ins import Assessment, Reply
from bot.domain.contract import Contract, Status
from bot.domain.look_back import RATINGS, REFLECTION_MOST, criteria_of, final_field, rating_field
from bot.domain.outbox import Message
from bot.domain.progress import Kept
from bot.domain.terms import Target
from bot.messages import forms
from bot.messages.blocks import Block, actions, button, cut, header, plain, quote, rich, say, small, spoken
from bot.messages.registry import Notice, Reader, message
from bot.messages.terms import Values, target_name, target_progress
from prompts.words import Words

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


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A completed look back."""

    contract: Contract
    side: Side
    """The reader's."""
    student: str
    teacher: str
    """The names of the two who looked back."""
    students: Assessment
    teachers: Assessment
    values: Mapping[int, Decimal]
    kept: Mapping[int, Kept]
    may_start: bool
    """Whether the student has no open contract in the class yet."""


FORM = "looking_back.assess"
_CELLS_MOST = 6000
"""Characters of all criteria in the table: a message has room for about 10,000."""


def look_back_form(
    words: Words,
    contract: Contract,
    side: Side,
    student: str,
    values: Values,
    before: Assessment | None,
    wanted: Mapping[int, Reply | None],
    shelf: Shelf = NOTHING_SHOWN,
) -> dict[str, Any]:
    """The modal: what was shown, the final numbers that are `wanted`, each criterion in four words, and a reflection.
    The contract travels as metadata."""
    terms = contract.in_force.terms
    blocks = [say(words, f"look-back-form-{side}", student=student)]
    blocks += listed(words, replace(shelf, no_files=False), side, student)
    blocks += [_final_number(words, terms.targets, i, said) for i, said in wanted.items()]
    last = -1
    for place, (target, criterion) in enumerate(criteria_of(terms)):
        if target != last:
            blocks.append(target_progress(words, terms.targets, target, values))
            last = target
        given = before.ratings[place : place + 1] if before else ()
        blocks.append(_rating(words, place, criterion.text, given))
    reflection = forms.text(before.reflection if before else "", lines=True, most=REFLECTION_MOST)
    optional = side is Side.TEACHER
    key = f"look-back-reflection-{side}"
    blocks.append(forms.field(words, "reflection", reflection, key=key, optional=optional, hint=True))
    return forms.modal(words, FORM, blocks, metadata=str(contract.id))


def _final_number(words: Words, targets: Sequence[Target], target: int, said: Reply | None) -> Block:
    """Starts with a number that waits to be called right. Left empty, one that was called right before stands."""
    waits = said is not None and said.waiting is not None
    number = None if said is None else said.waiting if waits else said.value
    value = "" if number is None else targets[target].text(number)
    key = "look-back-number"
    unit, statement = cut(targets[target].unit, 200), cut(targets[target].statement, 200)
    field = forms.field(
        words,
        final_field(target),
        forms.number(value if waits else ""),
        key=key,
        optional=True,
        unit=unit,
        statement=statement,
        count=len(targets),
    )
    about = "unsure" if waits else "before" if value else "none"
    return {**field, "hint": plain(words(f"{key}-{about}", value=value), 2000)}


def _rating(words: Words, place: int, criterion: str, given: tuple[int, ...]) -> Block:
    options = [forms.option(rated(words, r), str(r)) for r in RATINGS]
    element = forms.choice("radio_buttons", options, [str(r) for r in given])
    return forms.field(words, rating_field(place), element, key="look-back-criterion", text=criterion)


def rated(words: Words, rating: int) -> str:
    return words(f"look-back-rating-{rating}")


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
    return message(spoken(pieces), rich(pieces), *shelf, *_progress(brief, w), *_to_do(brief, w))


def look_back_reminder(notice: LookBackReminder, brief: LookBackBrief, reader: Reader) -> Message:
    w = reader.words
    pieces = w.pieces(f"look-back-reminder-{brief.side}", student=brief.student)
    return message(spoken(pieces), rich(pieces), *_to_do(brief, w))


def look_back_overdue(notice: LookBackOverdue, brief: LookBackBrief, reader: Reader) -> Message:
    """To a teacher: "mine" is the teachers' side."""
    w = reader.words
    missing = "both" if brief.mine is None and not brief.other_is_in else "teacher" if brief.mine is None else "student"
    pieces = w.pieces(f"look-back-overdue-{missing}", student=brief.student)
    close = actions([close_button(brief.contract, Side.TEACHER, w)])
    to_do = _to_do(brief, w) if brief.mine is None else []
    return message(spoken(pieces), rich(pieces), *to_do, small(w("look-back-overdue-close")), close)


def _to_do(brief: LookBackBrief, words: Words) -> list[Block]:
    """The button, or what the reader waits for."""
    value = str(brief.contract.id)
    if brief.mine is None:
        label = words("look-back-button")
        next_step = words("look-back-last" if brief.other_is_in else "look-back-hint")
        return [actions([button(label, "looking_back.open", value, style="primary")]), small(next_step)]
    if not brief.by_reader:
        return [small(words("look-back-by", name=brief.assessor))]
    return [
        say(words, f"look-back-waits-{brief.side}", student=brief.student),
        actions([button(words("look-back-change-button"), "looking_back.open", value)]),
        small(words("look-back-closed")),
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
        _table(both, w),
        *_reflection(w, both.student, both.students),
        *_reflection(w, both.teacher, both.teachers),
        *_next(both, w),
    ]
    return message(title, *blocks)


def _table(both: SideBySide, words: Words) -> Block:
    """Criterion by criterion, what each side says."""
    criteria = criteria_of(both.contract.in_force.terms)
    most = max(_CELLS_MOST // max(len(criteria), 1), 40)
    targets = both.contract.in_force.terms.targets
    rows = [[words("looked-back-criterion"), both.student, both.teacher]]
    for (target, criterion), mine, theirs in zip(criteria, both.students.ratings, both.teachers.ratings, strict=False):
        name = f"{target_name(target, len(targets), words)}: " if len(targets) > 1 else ""
        rows.append([cut(f"{name}{criterion.text}", most), rated(words, mine), rated(words, theirs)])
    return {
        "type": "table",
        "column_settings": [{"is_wrapped": True}, {"is_wrapped": True}, {"is_wrapped": True}],
        "rows": [[{"type": "raw_text", "text": text or "–"} for text in row] for row in rows],
    }


def _reflection(words: Words, name: str, assessment: Assessment) -> list[Block]:
    if not assessment.reflection:
        return []
    return [say(words, "looked-back-reflection", name=name), quote(assessment.reflection)]


def _next(both: SideBySide, words: Words) -> list[Block]:
    if both.side is Side.TEACHER:
        give = feedback_button(words("feedback-give-button"), both.contract.classroom, both.contract.student)
        return [say(words, "looked-back-next-teacher", student=both.student), actions([give])]
    if not both.may_start:
        return [say(words, "looked-back-thanks")]
    classroom = str(both.contract.classroom)
    start = button(words("looked-back-next-button"), "proposing.start_in.0", classroom, style="primary")
    return [say(words, "looked-back-next-student"), actions([start]), small(words("looked-back-next-hint"))]
