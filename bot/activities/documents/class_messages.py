"""What a teacher takes of a class: all contracts as one file, an overview; and the form in which both are chosen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

from bot.activities.documents.class_sheet import ClassOnPaper, OverviewBrief, contracts_sheet, overview_sheet
from bot.activities.documents.empty_sheets import Empty
from bot.documents.press import pdf
from bot.domain.classroom import Classroom
from bot.domain.outbox import File, Message
from bot.messages import forms
from bot.messages.blocks import Block, actions, button, divider, rich, say, small
from bot.messages.registry import Notice, Reader, message
from prompts.words import Typed, Words, words_for

PRINT = "documents.print"
CONTRACTS, OVERVIEW, SHEET = "documents.class", "documents.overview", "documents.sheet"
CLASSES_MOST = 30
"""A class takes two of a view's 100 blocks."""


@dataclass(frozen=True, slots=True)
class ClassContracts(Notice):
    """To a teacher who asked: all signed contracts of a class in one file."""

    by: str
    classroom: int


@dataclass(frozen=True, slots=True)
class ClassOverview(Notice):
    """To a teacher who asked: how each student of a class stands, on one table."""

    by: str
    classroom: int


def print_view(words: Words, classes: Sequence[Classroom]) -> dict[str, Any]:
    """What can be printed. Each file comes as a direct message."""
    blocks: list[Block] = [say(words, "print-what")]
    for room in classes[:CLASSES_MOST]:
        buttons = [
            button(words("print-contracts-button"), CONTRACTS, str(room.id)),
            button(words("print-overview-button"), OVERVIEW, str(room.id)),
        ]
        blocks += [rich([Typed(room.name)]), actions(buttons)]
    sheets = [button(words(f"print-{which}-button"), f"{SHEET}.{which}") for which in Empty]
    blocks += [divider(), say(words, "print-empty"), actions(sheets), small(words("print-who"))]
    return forms.modal(words, PRINT, blocks)


def class_contracts(notice: ClassContracts, brief: ClassOnPaper, reader: Reader) -> Message:
    """It is filled and set when it leaves, off the event loop."""
    w = reader.words
    title = w("class-contracts-heading", classroom=brief.classroom)
    instead = message(w("print-not-given"), say(w, "print-not-given"))
    content = partial(contracts_pdf, brief, w.written_as, reader.now)
    file = File(w("class-contracts-file"), title, content, instead, long=True)
    args = {"classroom": brief.classroom, "count": len(brief.documents)}
    return replace(message(w("class-contracts-given", **args), say(w, "class-contracts-given", **args)), file=file)


def contracts_pdf(brief: ClassOnPaper, locale: str, now: datetime) -> bytes:
    return pdf(contracts_sheet(brief, words_for(locale), now))


def class_overview(notice: ClassOverview, brief: OverviewBrief, reader: Reader) -> Message:
    w = reader.words
    title = w("overview-heading", classroom=brief.classroom)
    instead = message(w("print-not-given"), say(w, "print-not-given"))
    content = lambda: pdf(overview_sheet(brief, w, reader.now))  # noqa: E731
    file = File(w("overview-file"), title, content, instead)
    args = {"classroom": brief.classroom}
    return replace(message(w("overview-given", **args), say(w, "overview-given", **args)), file=file)
