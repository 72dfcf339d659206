"""A class that nobody teaches: what the student, the admin and the new teacher read; and the form to choose one."""

from typing import Any

from bot.activities.teaching.untaught_notices import (
    ClassGiven,
    ClassUntaught,
    TeacherFound,
    TeacherGone,
    UntaughtBrief,
    WaitingBrief,
)
from bot.domain.outbox import Message
from bot.messages import forms
from bot.messages.blocks import Block, actions, button, say, small, spoken
from bot.messages.renderers import Reader, message, renders
from prompts.words import Words

FORM = "untaught.give"
OPEN = "untaught.open"


@renders(TeacherGone)
def teacher_gone(notice: TeacherGone, brief: WaitingBrief, reader: Reader) -> Message:
    w = reader.words
    pieces = w.pieces("teacher-gone", classroom=brief.classroom, what=brief.what.value)
    next_step = "teacher-gone-told" if brief.admins_know else "teacher-gone-next"
    return message(
        spoken(pieces),
        say(w, "teacher-gone", classroom=brief.classroom, what=brief.what.value),
        small(w(next_step)),
    )


@renders(TeacherFound)
def teacher_found(notice: TeacherFound, brief: WaitingBrief, reader: Reader) -> Message:
    w = reader.words
    args = {"classroom": brief.classroom, "teachers": ", ".join(brief.teachers), "what": brief.what.value}
    return message(spoken(w.pieces("teacher-found", **args)), say(w, "teacher-found", **args))


@renders(ClassUntaught)
def class_untaught(notice: ClassUntaught, brief: UntaughtBrief, reader: Reader) -> Message:
    w = reader.words
    if brief.teachers:
        args = {"classroom": brief.classroom, "teachers": ", ".join(brief.teachers)}
        return message(spoken(w.pieces("class-taught-again", **args)), say(w, "class-taught-again", **args))
    pieces = w.pieces("class-untaught", classroom=brief.classroom, count=brief.waiting)
    return message(spoken(pieces), *untaught_blocks(notice.classroom, brief.classroom, brief.waiting, w))


def untaught_blocks(classroom: int, name: str, waiting: int, words: Words) -> list[Block]:
    choose = button(words("class-untaught-button"), OPEN, str(classroom), style="primary")
    return [say(words, "class-untaught", classroom=name, count=waiting), actions([choose])]


@renders(ClassGiven)
def class_given(notice: ClassGiven, brief: UntaughtBrief, reader: Reader) -> Message:
    w = reader.words
    args = {"classroom": brief.classroom, "name": brief.by, "count": brief.waiting}
    return message(spoken(w.pieces("class-given", **args)), say(w, "class-given", **args), small(w("class-given-next")))


def give_form(words: Words, classroom: int, name: str) -> dict[str, Any]:
    """The class travels as metadata and is checked again."""
    field = forms.field(words, "teacher", forms.person(), key="untaught-teacher", hint=True, classroom=name)
    return forms.modal(words, FORM, [field], metadata=str(classroom))
