"""The documents that somebody asks for, as they arrive; and what is said where they get no file."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from bot.activities.documents.card_sheet import card_sheet
from bot.activities.documents.contract_sheet import contract_sheet
from bot.activities.documents.empty_sheets import Empty, empty_sheet
from bot.activities.documents.outside_sheet import outside_sheet
from bot.activities.documents.sheets import DocumentBrief
from bot.documents.press import pdf
from bot.domain.outbox import File, Message
from bot.messages.blocks import button, say
from bot.messages.registry import Notice, Reader, message
from prompts.words import Words

CONTRACT, SHEETS = "documents.contract", "documents.sheets"


@dataclass(frozen=True, slots=True)
class ContractDocument(Notice):
    """To whoever asked: what both signed, as a file."""

    by: str
    contract: int


@dataclass(frozen=True, slots=True)
class EmptySheet(Notice):
    """To a teacher who asked: a sheet to be filled in by hand."""

    by: str
    sheet: str


@dataclass(frozen=True, slots=True)
class CardDocument(Notice):
    """To whoever asked: the student's practice plan, signs of success and what then, as a card to keep at hand."""

    by: str
    contract: int


@dataclass(frozen=True, slots=True)
class OutsideDocument(Notice):
    """To whoever asked: a sheet on which somebody outside marks and signs what they see."""

    by: str
    contract: int


def document_button(words: Words, contract: int) -> dict[str, Any]:
    return button(words("document-button"), CONTRACT, str(contract))


def contract_document(notice: ContractDocument, brief: DocumentBrief, reader: Reader) -> Message:
    """It is set when it leaves, off the event loop; the text stands above the file, and says who should see it."""
    w = reader.words
    key, args = f"document-contract-{'student' if brief.own else 'teacher'}", {"student": brief.student}
    instead = message(w("document-not-given"), say(w, "document-not-given"))
    name, title = w("document-contract-file"), w("document-contract-heading", **args)
    file = File(name, title, partial(pdf, contract_sheet(brief, w)), instead)
    return replace(message(w(key, **args), say(w, key, **args)), file=file)


def card_document(notice: CardDocument, brief: DocumentBrief, reader: Reader) -> Message:
    w = reader.words
    key, args = f"card-given-{'student' if brief.own else 'teacher'}", {"student": brief.student}
    instead = message(w("card-not-given"), say(w, "card-not-given"))
    file = File(w("card-file"), w("card-heading", **args), partial(pdf, card_sheet(brief, w)), instead)
    return replace(message(w(key, **args), say(w, key, **args)), file=file)


def outside_document(notice: OutsideDocument, brief: DocumentBrief, reader: Reader) -> Message:
    w = reader.words
    key, args = f"outside-given-{'student' if brief.own else 'teacher'}", {"student": brief.student}
    instead = message(w("sheet-not-given"), say(w, "sheet-not-given"))
    file = File(w("outside-file"), w("outside-heading", **args), partial(pdf, outside_sheet(brief, w)), instead)
    return replace(message(w(key, **args), say(w, key, **args)), file=file)


def sheets_button(words: Words) -> dict[str, Any]:
    return button(words("sheets-button"), SHEETS)


def sheet_to_fill(notice: EmptySheet, brief: None, reader: Reader) -> Message:
    w, which = reader.words, Empty(notice.sheet)
    instead = message(w("sheet-not-given"), say(w, "sheet-not-given"))
    made = empty_sheet(which, w, reader.timezone)
    file = File(w(f"sheet-{which}-file"), made.title, partial(pdf, made), instead)
    return replace(message(w(f"sheet-{which}-given"), say(w, f"sheet-{which}-given")), file=file)
