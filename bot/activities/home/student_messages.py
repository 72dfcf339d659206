"""A student's page, for those who teach them: contracts, check-ins with all that was said, files, feedback."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from bot.activities.checking_in.brief_messages import CheckInBrief
from bot.activities.checking_in.messages import responses, said_now, said_words, ways_to_respond
from bot.activities.documents.buttons import family_button, folder_button, standards_button
from bot.activities.feedback.quick_forms import quick_button
from bot.activities.feedback.uptake_messages import uptake_line
from bot.activities.freedom.messages import ASK
from bot.activities.home.desk_messages import STUDENT, within
from bot.activities.profile.messages import about_blocks
from bot.activities.talking import messages as talking
from bot.domain.check_ins import CheckInState
from bot.domain.classroom import Feedback
from bot.domain.contract import RUNNING, Contract, Status
from bot.domain.desk import Page
from bot.domain.evidence import Piece
from bot.domain.grading import SignsMet
from bot.domain.profile import LearnerProfile
from bot.domain.uptake import Uptake
from bot.messages import forms
from bot.messages.blocks import Block, actions, bullets, button, cut, divider, header, quote, rich, say, small
from bot.messages.days import day
from bot.messages.terms import progress_words
from prompts.words import SentencePiece as Part
from prompts.words import Words

STUDENT_TURN = "home.student_turn"
STUDENT_BACK = "home.student_back"
CHECK_INS_MOST = 6
"""On one page: each takes up to three of a view's 100 blocks."""
FEEDBACK_MOST = 5
PIECES_MOST = 10
PAST_MOST = 8
WORDS_MOST = 600
STATEMENT_MOST = 200


@dataclass(frozen=True, slots=True)
class ContractOnPage:
    """One contract with the newest number of each target; `ended_on` is None while it is open."""

    contract: Contract
    classroom: str
    values: Mapping[int, Decimal]
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class CheckInShown:
    """`brief` is None where nothing was said: then `state` says why, or the contract was never agreed on."""

    state: CheckInState
    on: date
    brief: CheckInBrief | None


@dataclass(frozen=True, slots=True)
class StudentPage:
    """`several`: the reader teaches them in more than one class, so that each is named. `to_decide` is the contract
    after which it is open how much they choose in the next one."""

    user: str
    name: str
    classroom: int
    open: tuple[ContractOnPage, ...]
    past: tuple[ContractOnPage, ...]
    check_ins: Page[CheckInShown]
    pieces: tuple[Piece, ...]
    feedback: tuple[tuple[str, date, Feedback, Uptake], ...] = ()
    """(teacher, when, what, how far it has come), the newest first."""
    profile: LearnerProfile | None = None
    several: bool = False
    met: tuple[tuple[str, SignsMet], ...] = ()
    """(class, signs of success), where the class wants it."""
    to_decide: int | None = None
    mentors: tuple[tuple[str, str], ...] = ()
    """(name, statement) of those who help with a target, because the student asked and they agreed."""
    has_standards: bool = False
    """Whether a class in which they signed something has standards."""

    @property
    def has_agreed(self) -> bool:
        return any(one.contract.agreed is not None for one in (*self.open, *self.past))


def student_view(words: Words, page: StudentPage) -> dict[str, Any]:
    blocks = [header(page.name), *_ways(page, words)]
    if page.check_ins.number == 0:
        blocks += [*_contracts(page, words), *_pieces(page, words), *_feedback(page, words), *_profile(page, words)]
    blocks += [divider(), *_check_ins(page, words), *_turning(page, words)]
    return forms.modal(words, STUDENT, within(blocks, ""), metadata=f"{page.user}:{page.check_ins.number}")


def work_blocks(words: Words, page: StudentPage) -> list[Block]:
    """What somebody reads who helps in the class: with nothing to decide, to write or to open."""
    first = [*_contracts(page, words), *_pieces(page, words)] if page.check_ins.number == 0 else []
    if not page.check_ins.of:
        return [*first, divider(), say(words, "student-page-no-check-ins")]
    said = say(words, "student-page-check-ins", count=page.check_ins.of)
    return [*first, divider(), said, *(block for one in page.check_ins.items for block in _said(one, words))]


def _ways(page: StudentPage, words: Words) -> list[Block]:
    change = [
        button(words("change-propose"), "changing.open", f"{one.contract.id}:{one.contract.on_the_table.number}")
        for one in page.open
        if one.contract.status is Status.ACTIVE
    ]
    family = [family_button(words, one.contract.id) for one in page.open if one.contract.status in RUNNING]
    return [
        actions(
            [
                quick_button(words, page.classroom, page.user),
                talking.offer_button(words, page.classroom, page.user),
                *change[:1],
                *([folder_button(words, page.user, own=False)] if page.has_agreed else []),
                *([standards_button(words, page.user, own=False)] if page.has_standards else []),
                *family[:1],
                *([button(words("freedom-ask-button"), ASK, str(page.to_decide))] if page.to_decide else []),
            ]
        )
    ]


def _contracts(page: StudentPage, words: Words) -> list[Block]:
    blocks = [_whole(one, page, words) for one in page.open]
    if not blocks:
        blocks = [say(words, "student-page-none-open")]
    if page.mentors:
        named = [
            words.pieces("mentor-on-page", mentor=name, statement=cut(s, STATEMENT_MOST)) for name, s in page.mentors
        ]
        blocks.append(bullets(*named))
    if page.past:
        past = [_past(one, words) for one in page.past[:PAST_MOST]]
        blocks += [say(words, "student-page-past"), bullets(*past)]
    return [*blocks, *(say(words, "signs-met-line", **_met(name, met)) for name, met in page.met)]


def _met(classroom: str, met: SignsMet) -> dict[str, Any]:
    return {
        "classroom": classroom,
        "count": met.contracts,
        "signs": met.signs,
        "student": met.by_student,
        "teacher": met.by_teacher,
    }


def _whole(one: ContractOnPage, page: StudentPage, words: Words) -> Block:
    contract = one.contract
    if contract.status not in RUNNING | {Status.REASSESSING}:
        return rich([*_named(one, page, words), *words.pieces(f"desk-is-{contract.status}")])
    until = day(contract.in_force.terms.ends_on, words)
    lines: list[list[Part]] = [[*_named(one, page, words), *words.pieces("student-page-until", date=until)]]
    for place, target in enumerate(contract.in_force.terms.targets):
        lines.append(words.pieces("student-page-target", statement=cut(target.statement, STATEMENT_MOST)))
        lines.append(progress_words(words, target, one.values.get(place)))
    return rich(*lines)


def _named(one: ContractOnPage, page: StudentPage, words: Words) -> list[Part]:
    return [*words.pieces("desk-in-class", classroom=one.classroom), ": "] if page.several else []


def _past(one: ContractOnPage, words: Words) -> list[Part]:
    ended = day(one.ended_on, words) if one.ended_on is not None else ""
    pieces = words.pieces(f"student-page-is-{one.contract.status}", date=ended)
    if one.contract.agreed is None:
        return pieces
    for place, target in enumerate(one.contract.in_force.terms.targets):
        pieces += ["\n", *words.pieces("student-page-target", statement=cut(target.statement, STATEMENT_MOST)), " "]
        pieces += progress_words(words, target, one.values.get(place))
    return pieces


def _pieces(page: StudentPage, words: Words) -> list[Block]:
    if not page.pieces:
        return []
    lines = [
        words.pieces("student-page-piece", name=piece.name, line=piece.line) if piece.line
        else words.pieces("student-page-piece-bare", name=piece.name)
        for piece in page.pieces[:PIECES_MOST]
    ]  # fmt: skip
    return [say(words, "student-page-pieces"), bullets(*lines)]


def _feedback(page: StudentPage, words: Words) -> list[Block]:
    if not page.feedback:
        return [small(words("student-page-no-feedback"))]
    blocks: list[Block] = [say(words, "student-page-feedback")]
    for teacher, when, given, far in page.feedback[:FEEDBACK_MOST]:
        line = uptake_line(words, far, page.name)
        blocks += [
            small(words("student-page-by", teacher=teacher, date=day(when, words)), *([line] if line else [])),
            quote(cut(given.said, WORDS_MOST)),
        ]
    return blocks


def _profile(page: StudentPage, words: Words) -> list[Block]:
    return [divider(), *about_blocks(words, page.name, page.profile)] if page.profile is not None else []


def _check_ins(page: StudentPage, words: Words) -> list[Block]:
    if not page.check_ins.of:
        return [say(words, "student-page-no-check-ins")]
    blocks: list[Block] = [say(words, "student-page-check-ins", count=page.check_ins.of)]
    for one in page.check_ins.items:
        blocks += _check_in(one, words)
    return blocks


def _check_in(one: CheckInShown, words: Words) -> list[Block]:
    """With what answers it, where nobody has."""
    if one.brief is None or one.brief.responses:
        return _said(one, words)
    answer = [found for found in ways_to_respond(words, one.brief) if found["action_id"] == "checking_in.respond"]
    return [*_said(one, words), actions(answer)]


def _said(one: CheckInShown, words: Words) -> list[Block]:
    when = day(one.on, words)
    if one.brief is None:
        key = {CheckInState.EXCUSED: "left-out", CheckInState.DROPPED: "left-out", CheckInState.MISSED: "missed"}
        return [say(words, f"student-page-check-in-{key.get(one.state, 'waits')}", date=when)]
    lines = [words.pieces("student-page-check-in", date=when), *said_now(words, one.brief)]
    lines += [*said_words(words, one.brief, WORDS_MOST), *responses(words, one.brief)]
    return [rich(*lines)]


def _turning(page: StudentPage, words: Words) -> list[Block]:
    found, ways = page.check_ins, []
    if found.number:
        label = words("class-check-ins-earlier-button")
        ways.append(button(label, STUDENT_BACK, f"{page.user}:{found.number - 1}"))
    if found.number + 1 < found.count:
        ways.append(button(words("class-check-ins-more-button"), STUDENT_TURN, f"{page.user}:{found.number + 1}"))
    if not ways:
        return []
    return [small(words("desk-page", page=found.number + 1, pages=found.count)), actions(ways)]
