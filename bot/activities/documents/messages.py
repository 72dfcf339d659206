"""The documents that somebody asks for, as they arrive; and what is said where they get no file."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from bot.activities.documents.contract_sheet import contract_sheet
from bot.activities.documents.sheets import DocumentBrief
from bot.documents.press import pdf
from bot.domain.outbox import File, Message
from bot.messages.blocks import button, say
from bot.messages.registry import Notice, Reader, message
from prompts.words import Words

CONTRACT = "documents.contract"


@dataclass(frozen=True, slots=True)
class ContractDocument(Notice):
    """To whoever asked: what both signed, as a file."""

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
