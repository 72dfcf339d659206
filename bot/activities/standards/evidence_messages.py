"""A student's own standards: which work shows each, and what is next; and the form that says what a piece shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.activities.documents.buttons import STANDARDS as MINE
from bot.activities.standards.forms import suggested
from bot.domain.evidence import Piece
from bot.domain.standards import SERVED_MOST, Evidenced, OwnStandards
from bot.domain.terms import ServedStandard
from bot.messages import forms
from bot.messages.blocks import Block, actions, bullets, button, cut, divider, say, small
from prompts.words import SentencePiece as Part
from prompts.words import Typed, Words

OPEN_SHOWS, SHOWS = "standards.open_shows", "standards.shows"
SHOWN = "standards.shown"
"""The field in which standards are suggested."""
ROWS_MOST = 15
OTHERS_MOST = 5
WORK_MOST = 4
LABEL_MOST = 75
TEXT_MOST = 150


@dataclass(frozen=True, slots=True)
class ClassTable:
    """`can_choose`: the student has work here of which they can say what it shows."""

    classroom: int
    name: str
    own: OwnStandards
    can_choose: bool


@dataclass(frozen=True, slots=True)
class StandardsTable:
    """`name` is "" where the student reads it themselves. Classes without standards stand in none."""

    student: str
    name: str
    classes: tuple[ClassTable, ...]


@dataclass(frozen=True, slots=True)
class ShowsForm:
    """The pieces that a student can choose from, newest first."""

    classroom: int
    pieces: tuple[Piece, ...]


def table_view(words: Words, table: StandardsTable) -> dict[str, Any]:
    mine = not table.name
    blocks: list[Block] = [say(words, "standards-mine-intro" if mine else "standards-of-student", student=table.name)]
    for one in table.classes:
        blocks += [divider(), *_class(one, words, mine=mine)]
    if not table.classes:
        blocks.append(say(words, "standards-mine-none"))
    title = "" if mine else words("standards-of-student-title")
    return forms.modal(words, MINE, blocks, metadata=table.student, title=title)


def _class(one: ClassTable, words: Words, *, mine: bool) -> list[Block]:
    blocks: list[Block] = [say(words, "standards-mine-class", classroom=one.name)]
    for key, found in (("shown", one.own.shown), ("next", one.own.next)):
        if found:
            more = len(found) - ROWS_MOST
            blocks += [say(words, f"standards-mine-{key}"), bullets(*(_row(row, words) for row in found[:ROWS_MOST]))]
            blocks += [small(words("standards-mine-more", count=more))] if more > 0 else []
    if not one.own.shown and not one.own.next:
        blocks.append(say(words, "standards-mine-nothing"))
    blocks += _others(one.own.others, words)
    if mine and one.can_choose:
        blocks.append(actions([button(words("standards-shows-button"), OPEN_SHOWS, str(one.classroom))]))
    elif mine:
        blocks.append(small(words("standards-mine-no-work")))
    return blocks


def _row(row: Evidenced, words: Words) -> list[Part]:
    standard = _text(row.standard)
    if not row.work:
        target = cut(row.targets[0], TEXT_MOST)
        return words.pieces("standards-mine-by-target", standard=standard, target=target)
    names = ", ".join(cut(name, LABEL_MOST) for name in row.work[:WORK_MOST])
    more = len(row.work) - WORK_MOST
    key = "standards-mine-by-work-more" if more > 0 else "standards-mine-by-work"
    return words.pieces(key, standard=standard, work=names, count=more)


def _others(others: Sequence[ServedStandard], words: Words) -> list[Block]:
    if not others:
        return []
    lines: list[list[Part]] = [[Typed(_text(one))] for one in others[:OTHERS_MOST]]
    more = len(others) - OTHERS_MOST
    tail = [small(words("standards-mine-more", count=more))] if more > 0 else []
    return [say(words, "standards-mine-others"), bullets(*lines), *tail]


def _text(standard: ServedStandard) -> str:
    return cut(f"{standard.code} {standard.statement}".strip(), TEXT_MOST)


def shows_form(words: Words, form: ShowsForm) -> dict[str, Any]:
    """The class travels as metadata: by it standards are suggested."""
    pieces = [forms.option(cut(piece.name, LABEL_MOST), str(piece.id)) for piece in form.pieces[: forms.OPTIONS_MOST]]
    chosen = [pieces[0]["value"]] if len(pieces) == 1 else []
    work = forms.choice("static_select", pieces, chosen)
    field = suggested(words, [], SERVED_MOST)
    blocks = [
        forms.field(words, "piece", work, key="standards-shows-piece"),
        forms.field(words, SHOWN, field, key="standards-shows-which", optional=True, hint=True),
    ]
    return forms.modal(words, SHOWS, blocks, metadata=str(form.classroom))
