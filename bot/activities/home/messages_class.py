"""A class on its teacher's Home: what waits for a decision, and a row for each student."""

from typing import Any

from bot.activities.admitting.messages import OPEN
from bot.activities.changing.messages import change_buttons
from bot.activities.feedback.messages import feedback_button
from bot.activities.home.notices import ClassPart, StudentRow
from bot.activities.reviewing.messages import decision, talk_lines
from bot.activities.reviewing.notices import ContractBrief
from bot.domain.contract import RUNNING, Status
from bot.messages.blocks import Block, actions, bullets, button, header, say, small
from bot.messages.progress import progress
from bot.messages.terms import change_blocks, target_name, terms_blocks, together
from prompts.words import Piece, Typed, Words

ROWS_IN_A_BLOCK = 10


def class_blocks(part: ClassPart, words: Words) -> list[Block]:
    if part.classroom.archived:
        return _archived(part, words)
    return [
        header(words("home-class", classroom=part.classroom.name)),
        *_waiting(part, words),
        *_glance(part, words),
        actions(
            [
                feedback_button(words("feedback-give-button"), part.classroom.id),
                button(words("home-about-student-button"), "profile.choose"),
                button(words("home-set-up-button"), "home.set_up", str(part.classroom.id)),
                *_guests(part, words),
            ]
        ),
    ]


def _guests(part: ClassPart, words: Words) -> list[dict[str, Any]]:
    return [button(words("guests-button"), OPEN, str(part.classroom.id))] if part.guests else []


def _archived(part: ClassPart, words: Words) -> list[Block]:
    """Nothing is asked in it meanwhile; who has an open contract is named, so that it can be ended."""
    waiting = [row for row in part.rows if row.contract is not None]
    blocks = [
        header(words("home-class-archived", classroom=part.classroom.name)),
        say(words, "home-archived", count=len(waiting)),
    ]
    if waiting:
        blocks += [bullets(*(_row(row, words) for row in waiting[:ROWS_IN_A_BLOCK])), small(words("home-archived-end"))]
    return blocks


def _waiting(part: ClassPart, words: Words) -> list[Block]:
    if not part.decisions and not part.look_backs:
        return [say(words, "home-nothing-waits")]
    blocks: list[Block] = []
    for brief in part.decisions:
        blocks += _decision(brief, words)
    if part.more_decisions:
        blocks.append(small(words("home-more-decisions", count=part.more_decisions)))
    for contract, student in part.look_backs:
        look = button(words("look-back-button"), "looking_back.open", str(contract), style="primary")
        blocks += [say(words, "home-look-back-waits", student=student), actions([look])]
    return blocks


def _decision(brief: ContractBrief, words: Words) -> list[Block]:
    """A proposal whole, or a change field by field, with the buttons of its card."""
    contract, version = brief.contract, brief.contract.on_the_table
    if contract.status is Status.RENEGOTIATING:
        offer = change_blocks(contract.in_force.terms, version.terms, words)
        return [
            say(words, "home-change-waits", student=brief.student),
            together(*offer),
            *change_buttons(brief, words),
        ]
    return [
        say(words, "home-proposal-waits", student=brief.student),
        *terms_blocks(version.terms, words, private=True),
        *talk_lines(brief, words),
        *decision(brief, version.number, words),
    ]


def _glance(part: ClassPart, words: Words) -> list[Block]:
    if not part.rows:
        return [say(words, "roster-empty", classroom=part.classroom.name)]
    rows = [_row(row, words) for row in part.rows]
    blocks = [say(words, "home-glance")]
    blocks += [bullets(*rows[i : i + ROWS_IN_A_BLOCK]) for i in range(0, len(rows), ROWS_IN_A_BLOCK)]
    if part.more_rows:
        blocks.append(small(words("home-more-rows", count=part.more_rows)))
    return blocks


def _row(row: StudentRow, words: Words) -> list[Piece]:
    contract = row.contract
    if contract is None:
        return words.pieces("home-row-none", student=row.name)
    ends = contract.in_force.terms.ends_on if contract.status in RUNNING else contract.started_at.date()
    pieces = words.pieces(f"home-row-{contract.status}", student=row.name, date=ends)
    targets = contract.in_force.terms.targets if contract.agreed is not None else ()
    for i, target in enumerate(targets):
        pieces.append("\n")
        if len(targets) > 1:
            pieces.append(f"{target_name(i, len(targets), words)}: ")
        pieces += progress(words, target, row.values.get(i))
    for mark in _marks(row, words):
        pieces += ["\n", *mark]
    return pieces


def _marks(row: StudentRow, words: Words) -> list[list[Piece]]:
    """In words, so that nothing hangs on a colour or a sign."""
    found: list[list[Piece]] = []
    if row.contract is not None and row.contract.agreed is not None:
        last = row.last_check_in
        said = words("home-row-last", date=last) if last else words("home-row-no-check-in")
        found.append([Typed(said)])
    if row.away:
        found.append(words.pieces("home-row-away"))
    if row.missed:
        found.append(words.pieces("home-row-missed", count=row.missed))
    if row.behind:
        found.append(words.pieces("home-row-behind"))
    if row.left_out:
        found.append(words.pieces("home-row-left-out"))
    return found
