"""What a student and a teacher write to each other through Accord."""

from typing import Any

from bot.activities.exchanging.notices import (
    NoteBrief,
    NoteChanged,
    NoteFrom,
    NoteSent,
    NoteTakenBack,
    PassedOnBrief,
    PassOnBrief,
    PassOnOffered,
    ResponseChanged,
    ResponseTakenBack,
)
from bot.domain.outbox import Message
from bot.messages import forms
from bot.messages.blocks import actions, button, quote, say, small
from bot.messages.lists import joined
from bot.messages.renderers import Reader, message, renders
from prompts.words import Words

REPLY = "exchanging.reply"
MOST = 1500


@renders(PassOnOffered)
def pass_on_offered(notice: PassOnOffered, brief: PassOnBrief, reader: Reader) -> Message:
    w = reader.words
    if brief.said_yes is not None:
        key = "pass-on-yes" if brief.said_yes else "pass-on-no"
        return message(w(key), say(w, key))
    teachers, value = joined(w, brief.teachers), str(brief.asked_back)
    yes = button(w("pass-on-yes-button"), "hearing.yes", value, style="primary")
    no = button(w("pass-on-no-button"), "hearing.no", value)
    beside = [say(w, "hearing-number-not-noted")] if notice.number else []
    if brief.number_later:
        beside = [say(w, "hearing-number-later")]
    return message(
        w("pass-on-offer", teachers=teachers),
        say(w, "pass-on-offer", teachers=teachers),
        quote(brief.text),
        *beside,
        actions([yes, no]),
        small(w("pass-on-next")),
    )


@renders(NoteFrom)
def note_from(notice: NoteFrom, brief: NoteBrief, reader: Reader) -> Message:
    w = reader.words
    if brief.note.taken_back_at is not None:
        return message(w("note-gone", name=brief.sender), say(w, "note-gone", name=brief.sender))
    to_teacher = brief.from_student
    reply = [actions([button(w("note-reply-button"), REPLY, str(brief.note.id))])] if to_teacher else []
    answered = joined(w, brief.answered_by)
    return message(
        w("note-from", name=brief.sender),
        say(w, "note-from", name=brief.sender),
        quote(brief.note.text),
        *reply,
        small(
            *([w("note-answered", names=answered)] if answered else []),
            w("note-next-teacher" if to_teacher else "note-next-student", name=brief.sender),
        ),
    )


@renders(NoteSent)
def note_sent(notice: NoteSent, brief: NoteBrief, reader: Reader) -> Message:
    w, names = reader.words, joined(reader.words, brief.recipients)
    return message(w("note-sent", names=names), say(w, "note-sent", names=names))


@renders(NoteChanged)
@renders(ResponseChanged)
def changed(notice: NoteChanged | ResponseChanged, brief: PassedOnBrief, reader: Reader) -> Message:
    w, names = reader.words, joined(reader.words, brief.names)
    return message(w("note-changed", names=names), say(w, "note-changed", names=names))


@renders(NoteTakenBack)
@renders(ResponseTakenBack)
def taken_back(notice: NoteTakenBack | ResponseTakenBack, brief: PassedOnBrief, reader: Reader) -> Message:
    w, names = reader.words, joined(reader.words, brief.names)
    key = "note-taken-back-read" if notice.read else "note-taken-back"
    return message(w(key, names=names), say(w, key, names=names))


def reply_form(words: Words, note: int, name: str) -> dict[str, Any]:
    field = forms.field(words, "text", forms.text(lines=True, most=MOST), key="note-reply-text", to=name)
    return forms.modal(words, REPLY, [field], metadata=str(note))
