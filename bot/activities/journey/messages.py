"""A student's journey: every contract with its line, what was shown for it, what was written at its end, feedback."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from bot.activities.documents.buttons import card_button, conference_button, folder_button, standards_button
from bot.activities.looking_back.messages import SideTold, in_words, rated
from bot.activities.promises.messages import keeping_blocks
from bot.domain.actor import Side
from bot.domain.classroom import Feedback
from bot.domain.contract import RUNNING, Contract, Status
from bot.domain.desk import Page
from bot.domain.evidence import Piece
from bot.domain.look_back import UNRATED, criteria_of
from bot.domain.outbox import Message
from bot.domain.progress import Kept
from bot.domain.promises import NOTHING_KEPT, Keeping
from bot.domain.terms import Target
from bot.messages import forms
from bot.messages.blocks import (
    Block,
    actions,
    bullets,
    button,
    cut,
    divider,
    header,
    line,
    quote,
    rich,
    say,
    small,
    spoken,
)
from bot.messages.days import day
from bot.messages.registry import Notice, Reader, message
from bot.messages.terms import progress
from prompts.words import SentencePiece as Part
from prompts.words import Words

OPEN = "journey.open"
SHOW = "journey.show"
LOOK = "journey.look"
ON = "journey.on"
BACK = "journey.back"

PIECES_MOST = 10
FEEDBACK_MOST = 8
LISTED_MOST = 10
WORDS_MOST = 900
STATEMENT_MOST = 200


@dataclass(frozen=True, slots=True)
class PastContracts(Notice):
    """The finished contracts of a student, to themselves or to who teaches them: a line each, with what opens it."""

    student: str


@dataclass(frozen=True, slots=True)
class TargetShown:
    """A target with its newest number, and the numbers that keep the shape of its line, each with its day."""

    target: Target
    newest: Decimal | None
    kept: Kept | None
    numbers: tuple[tuple[date, Decimal], ...]


@dataclass(frozen=True, slots=True)
class ContractShown:
    """`ended_on` is None while it is open; `looks` are the look backs, once both stand: (who, what)."""

    contract: Contract
    classroom: str
    teacher: str
    ended_on: date | None
    targets: tuple[TargetShown, ...] = ()
    pieces: tuple[Piece, ...] = ()
    looks: tuple[tuple[str, SideTold], ...] = ()
    feedback: tuple[tuple[str, date, Feedback], ...] = ()
    keeping: Keeping = NOTHING_KEPT


@dataclass(frozen=True, slots=True)
class Journey:
    """One contract on each page, the newest first. `name` is "" where the student reads it themselves."""

    student: str
    name: str
    page: Page[ContractShown]
    finished: int
    """How many of all are over."""
    has_standards: bool = False
    """Whether any of their classes has some."""


@dataclass(frozen=True, slots=True)
class PastBrief:
    name: str
    contracts: tuple[ContractShown, ...]
    """Without what stands behind the button; the newest first."""


def journey_button(words: Words) -> dict[str, Any]:
    return button(words("journey-button"), OPEN)


def past_contracts(notice: PastContracts, brief: PastBrief, reader: Reader) -> Message:
    w, count = reader.words, len(brief.contracts)
    key = "journey-past-of" if brief.name else "journey-past"
    pieces = w.pieces(key, student=brief.name, count=count)
    lines = [
        line(spoken(_in_short(one, w)), button(w("journey-look-button"), LOOK, str(one.contract.id)))
        for one in brief.contracts[:LISTED_MOST]
    ]
    more = [small(w("journey-past-more", count=count - LISTED_MOST))] if count > LISTED_MOST else []
    return message(spoken(pieces), rich(pieces), *lines, *more)


def _in_short(one: ContractShown, words: Words) -> list[Part]:
    statements = [target.statement for target in one.contract.in_force.terms.targets]
    said = words.pieces("journey-line", classroom=one.classroom, statement=cut(statements[0], STATEMENT_MOST))
    return [*said, "\n", *_status(one, words)]


def _status(one: ContractShown, words: Words) -> list[Part]:
    contract = one.contract
    if one.ended_on is None:
        return words.pieces("student-page-until", date=day(contract.in_force.terms.ends_on, words))
    key = "completed" if contract.status is Status.COMPLETED else "closed"
    return words.pieces(f"student-page-is-{key}", date=day(one.ended_on, words))


def journey_view(words: Words, journey: Journey) -> dict[str, Any]:
    blocks = [*_above(journey, words)]
    for one in journey.page.items:
        blocks += _contract(one, words, mine=not journey.name)
    blocks += _turning(journey, words)
    title = words("journey-of-student-title") if journey.name else ""
    return forms.modal(words, SHOW, blocks, metadata=f"{journey.student}:{journey.page.number}", title=title)


def _above(journey: Journey, words: Words) -> list[Block]:
    running = [one.contract.id for one in journey.page.items if one.contract.status in RUNNING]
    card = [card_button(words, running[0])] if running else []
    if not journey.name:
        card += [conference_button(words, one.contract.id) for one in journey.page.items]
    own = not journey.name
    table = [standards_button(words, journey.student, own=own)] if journey.has_standards else []
    files = [folder_button(words, journey.student, own=own), *table, *card]
    folder = [actions(files), small(words("folder-hint"))]
    if journey.name:
        return [header(journey.name), *folder]
    if not journey.page.of:
        return [say(words, "journey-nothing")]
    key = "journey-intro" if journey.finished else "journey-none-finished"
    return [say(words, key), small(words("journey-who-sees")), *folder]


def _contract(one: ContractShown, words: Words, *, mine: bool) -> list[Block]:
    about = words.pieces("journey-with" if one.teacher else "journey-in", classroom=one.classroom, teacher=one.teacher)
    blocks = [divider(), rich(about, _status(one, words))]
    blocks += [_target(shown, words) for shown in one.targets]
    blocks += keeping_blocks(words, one.keeping, mine=mine)
    return [*blocks, *_pieces(one, words, mine=mine), *_looks(one, words), *_feedback(one, words)]


def _target(shown: TargetShown, words: Words) -> Block:
    target = shown.target
    lines: list[Sequence[Part]] = [
        words.pieces("student-page-target", statement=cut(target.statement, STATEMENT_MOST)),
        progress(words, target, shown.newest, shown.kept),
    ]
    if shown.numbers:
        said = [words("journey-number", on=f"{on:%m-%d}", value=target.text(value)) for on, value in shown.numbers]
        lines.append(words.pieces("journey-numbers", start=target.text(target.baseline), numbers=" · ".join(said)))
    return rich(*lines)


def _pieces(one: ContractShown, words: Words, *, mine: bool) -> list[Block]:
    if not one.pieces:
        return []
    lines = [
        words.pieces("student-page-piece", name=piece.name, line=piece.line) if piece.line
        else words.pieces("student-page-piece-bare", name=piece.name)
        for piece in one.pieces[:PIECES_MOST]
    ]  # fmt: skip
    left = len(one.pieces) - PIECES_MOST
    more = [small(words("journey-pieces-more", count=left))] if left > 0 else []
    return [say(words, "journey-pieces" if mine else "student-page-pieces"), bullets(*lines), *more]


def _looks(one: ContractShown, words: Words) -> list[Block]:
    """What each wrote at the end, and how they rated each sign of success."""
    blocks: list[Block] = []
    for name, said in one.looks:
        key = "journey-look-student" if said.side == Side.STUDENT else "journey-look-teacher"
        blocks.append(say(words, key, name=name))
        blocks += in_words(words, name, said, most=WORDS_MOST)
        signs = [criterion.text for _, criterion in criteria_of(one.contract.in_force.terms)]
        rates = [
            words.pieces("journey-sign", text=cut(text, STATEMENT_MOST), rated=rated(words, rating))
            for text, rating in zip(signs, said.ratings, strict=False)
            if rating != UNRATED
        ]
        blocks += [bullets(*rates)] if rates else []
        marked = [
            words.pieces("journey-sign", text=cut(text, STATEMENT_MOST), rated=rated(words, rating))
            for text, rating in zip(signs, said.outside_ratings, strict=False)
            if rating != UNRATED
        ]
        blocks += [say(words, "journey-look-outside"), bullets(*marked)] if marked else []
    return blocks


def _feedback(one: ContractShown, words: Words) -> list[Block]:
    blocks: list[Block] = [say(words, "student-page-feedback")] if one.feedback else []
    for teacher, on, given in one.feedback[:FEEDBACK_MOST]:
        blocks += [
            small(words("student-page-by", teacher=teacher, date=day(on, words))),
            quote(cut(given.said, WORDS_MOST)),
        ]
    left = len(one.feedback) - FEEDBACK_MOST
    return [*blocks, *([small(words("journey-feedback-more", count=left))] if left > 0 else [])]


def _turning(journey: Journey, words: Words) -> list[Block]:
    page, ways = journey.page, []
    if page.number:
        ways.append(button(words("journey-newer-button"), BACK, f"{journey.student}:{page.number - 1}"))
    if page.number + 1 < page.count:
        ways.append(button(words("journey-older-button"), ON, f"{journey.student}:{page.number + 1}"))
    if not ways:
        return []
    return [divider(), small(words("desk-page", page=page.number + 1, pages=page.count)), actions(ways)]
