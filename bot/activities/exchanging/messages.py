"""What a student and a teacher write to each other through Accord."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from bot.activities.talking.messages import ask_button, offer_button
from bot.domain.outbox import Message
from bot.domain.terms import Target
from bot.domain.utterance import Note
from bot.messages import forms
from bot.messages.blocks import actions, bullets, button, joined, quote, say, small
from bot.messages.days import when
from bot.messages.registry import Notice, Reader, message
from bot.messages.terms import progress
from prompts.words import Words


@dataclass(frozen=True, slots=True)
class PassOnOffered(Notice):
    """To a student: shall these words be passed on? Once that is answered, the same message says so. `number`: there
    was a number beside them, which was not noted."""

    asked_back: int
    classroom: int
    number: bool = False

    @property
    def subject(self) -> str:
        return f"asked-back:{self.asked_back}"


Counted = tuple[Target, Decimal]
"""A target, and its new number."""


@dataclass(frozen=True, slots=True)
class PassOnBrief:
    """`text` is what would be passed on to `teachers`; `said_yes` is None while nothing was said."""

    asked_back: int
    text: str
    teachers: tuple[str, ...]
    said_yes: bool | None
    beside: tuple[Counted, ...] = ()
    """The numbers in the same message, which are noted on the same yes."""
    stuck: bool = False
    """Whether they say that somebody is stuck."""


@dataclass(frozen=True, slots=True)
class NoteFrom(Notice):
    """To whom a note is for: the words, and how to answer. A card: it says who else has answered."""

    note: int

    @property
    def subject(self) -> str:
        return f"note:{self.note}"


@dataclass(frozen=True, slots=True)
class NoteSent(Notice):
    """To whom wrote it: it was passed on, and to whom."""

    note: int


@dataclass(frozen=True, slots=True)
class NoteChanged(Notice):
    """To whom wrote it: its words were changed where they had been passed on, too."""

    note: int


@dataclass(frozen=True, slots=True)
class NoteTakenBack(Notice):
    """To whom wrote it: it is taken back. `read`: it had been posted, so that it may have been read."""

    note: int
    read: bool


@dataclass(frozen=True, slots=True)
class ResponseChanged(Notice):
    """The same of what a teacher responded to a check-in."""

    response: int


@dataclass(frozen=True, slots=True)
class ResponseTakenBack(Notice):
    """The same of what a teacher responded to a check-in."""

    response: int
    read: bool


@dataclass(frozen=True, slots=True)
class PassedOnBrief:
    """Names of those for whom the words were."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoteBrief:
    """Names of who wrote it, whom it is for, and who answered it besides the reader."""

    note: Note
    sender: str
    recipients: tuple[str, ...]
    from_student: bool
    answered_by: tuple[str, ...] = ()
    reads_at: datetime | None = None
    """When it is told, where it was written in quiet hours."""
    timezone: str = ""
    """The reader's."""


REPLY = "exchanging.reply"
MOST = 1500


def pass_on_offered(notice: PassOnOffered, brief: PassOnBrief, reader: Reader) -> Message:
    w = reader.words
    if brief.said_yes is not None:
        key = "pass-on-yes" if brief.said_yes else "pass-on-no"
        return message(w(key), say(w, key))
    teachers, value = joined(w, brief.teachers), str(brief.asked_back)
    yes = button(w("pass-on-yes-button"), "hearing.yes", value, style="primary")
    no = button(w("pass-on-no-button"), "hearing.no", value)
    beside = [say(w, "hearing-number-not-noted")] if notice.number else []
    if brief.beside:
        beside = [say(w, "pass-on-beside"), bullets(*(progress(w, *counted) for counted in brief.beside))]
    key = "stuck-offer" if brief.stuck else "pass-on-offer"
    return message(
        w(key, teachers=teachers),
        say(w, key, teachers=teachers),
        quote(brief.text),
        *beside,
        actions([yes, no]),
        small(w("pass-on-next")),
    )


def note_from(notice: NoteFrom, brief: NoteBrief, reader: Reader) -> Message:
    w = reader.words
    if brief.note.taken_back_at is not None:
        return message(w("note-gone", name=brief.sender), say(w, "note-gone", name=brief.sender))
    to_teacher, key = brief.from_student, "note-stuck" if brief.note.stuck else "note-from"
    reply = [actions(_answers(brief.note, w))] if to_teacher else []
    answered = joined(w, brief.answered_by)
    return message(
        w(key, name=brief.sender),
        say(w, key, name=brief.sender),
        quote(brief.note.text),
        *reply,
        small(
            *([w("note-answered", names=answered)] if answered else []),
            w("note-next-teacher" if to_teacher else "note-next-student", name=brief.sender),
        ),
    )


def _answers(note: Note, words: Words) -> list[dict[str, Any]]:
    """What a teacher can do about it; to whoever is stuck they can offer a talk."""
    reply = button(words("note-reply-button"), REPLY, str(note.id))
    return [reply, offer_button(words, note.classroom, note.student)] if note.stuck else [reply]


def note_sent(notice: NoteSent, brief: NoteBrief, reader: Reader) -> Message:
    w, names = reader.words, joined(reader.words, brief.recipients)
    if not brief.note.stuck:
        return message(w("note-sent", names=names), say(w, "note-sent", names=names))
    ask = actions([ask_button(w, brief.note.classroom)])
    if brief.reads_at is None:
        return message(w("stuck-told", names=names), say(w, "stuck-told", names=names), ask)
    at = when(w, brief.reads_at, brief.timezone, reader.now)
    return message(w("stuck-told-later", names=names, when=at), say(w, "stuck-told-later", names=names, when=at), ask)


def changed(notice: NoteChanged | ResponseChanged, brief: PassedOnBrief, reader: Reader) -> Message:
    w, names = reader.words, joined(reader.words, brief.names)
    return message(w("note-changed", names=names), say(w, "note-changed", names=names))


def taken_back(notice: NoteTakenBack | ResponseTakenBack, brief: PassedOnBrief, reader: Reader) -> Message:
    w, names = reader.words, joined(reader.words, brief.names)
    key = "note-taken-back-read" if notice.read else "note-taken-back"
    return message(w(key, names=names), say(w, key, names=names))


def reply_form(words: Words, note: int, name: str) -> dict[str, Any]:
    field = forms.field(words, "text", forms.text(lines=True, most=MOST), key="note-reply-text", to=name)
    return forms.modal(words, REPLY, [field], metadata=str(note))
