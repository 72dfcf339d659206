"""A student's folder, as it arrives."""

from dataclasses import dataclass, replace

from bot.activities.documents.folder_sheet import FolderBrief, folder_sheet
from bot.documents.press import pdf
from bot.domain.outbox import File, Message
from bot.messages.blocks import say
from bot.messages.registry import Notice, Reader, message


@dataclass(frozen=True, slots=True)
class FolderDocument(Notice):
    """To whoever asked: all that `student` agreed on, as far as that reader may read it."""

    by: str
    student: str


def folder_document(notice: FolderDocument, brief: FolderBrief, reader: Reader) -> Message:
    """It is filled and set when it leaves, off the event loop."""
    w = reader.words
    key = f"folder-given-{'student' if brief.own else 'teacher'}"
    instead = message(w("folder-not-given"), say(w, "folder-not-given"))
    title = w("folder-heading", student=brief.student)
    file = File(w("folder-file"), title, lambda: pdf(folder_sheet(brief, reader)), instead)
    return replace(message(w(key, student=brief.student), say(w, key, student=brief.student)), file=file)
