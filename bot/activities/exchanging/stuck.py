"""A student is stuck: the teachers of the class hear it at once, with the words, outside their quiet hours."""

from dataclasses import replace
from datetime import datetime

from bot.activities import access
from bot.activities.exchanging import passing_on, use_cases
from bot.activities.exchanging.messages import NoteFrom, NoteSent
from bot.activities.exchanging.stuck_messages import StuckForm
from bot.activities.hearing import asking, kinds
from bot.activities.hearing.kinds import HeardMessage, TypedMessage
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import out_of_quiet
from bot.domain.classroom import Classroom
from bot.domain.contract import RUNNING
from bot.domain.interview import About
from bot.domain.utterance import AskedBack, Note, What
from bot.language.hearing import Kind
from bot.language.stuck import is_stuck, says_only_that
from bot.messages.briefs import lang_of, names_of
from bot.messages.tell import refresh_what_left, show_home, tell
from storage.unit_of_work import UnitOfWork

MAY_BE_STUCK = frozenset({Kind.FOR_TEACHER, Kind.QUESTION, Kind.PROGRESS, Kind.ANSWER, Kind.UNCLEAR, Kind.UNWILLING})
"""What may say that somebody is stuck, beside whatever else it says."""

SOUNDS_LIKE_IT = frozenset({Kind.STOP, Kind.AWAY, Kind.CHANGE})
"""What is done about these weighs more, unless a message says nothing else: "im stuck on this"."""


def open_form(uow: UnitOfWork, actor: Actor, classroom: int) -> StuckForm:
    room = access.student_in(uow, actor, classroom)
    teachers = _teachers(uow, actor, classroom)
    at = _reads_at(room, uow.now)
    return StuckForm(classroom, names_of(uow, teachers), at if at > uow.now else None, room.timezone, uow.now)


def say_so(uow: UnitOfWork, actor: Actor, classroom: int, text: str) -> None:
    """Take the form. The same words again have no effect: a form whose answer did not come was sent once more."""
    room = access.student_in(uow, actor, classroom)
    _teachers(uow, actor, classroom)
    text = use_cases.readable(text)
    theirs = uow.notes.on_by(About.CLASS, classroom, actor.user)
    if not any(note.stuck and note.text == text for note in theirs):
        _tell(uow, actor, room, TypedMessage("", "", text, ""))


def hear(uow: UnitOfWork, actor: Actor, classroom: int, said: TypedMessage) -> None:
    """Where words that are kept with a check-in say so, its teachers, who read them in any case, do so at once. A
    further part of what was written is heard with the parts before it, and told once."""
    if not is_heard(uow, actor, classroom, said.text):
        return
    room = access.student_in(uow, actor, classroom)
    told = uow.notes.of_message(actor.user, said.ts) if said.ts else None
    if told is None:
        _tell(uow, actor, room, said)
    elif told.text != said.text:
        uow.notes.save(replace(told, text=said.text))
        refresh_what_left(uow, use_cases.card_of(told.id))


def is_heard(uow: UnitOfWork, actor: Actor, classroom: int, text: str) -> bool:
    """Whether the words say so, and somebody is there to be told."""
    return is_stuck(text, lang_of(uow, actor.user)) and bool(access.teachers_for(uow, actor.user, classroom))


def says_so(uow: UnitOfWork, actor: Actor, kind: Kind, text: str) -> bool:
    lang = lang_of(uow, actor.user)
    return is_stuck(text, lang) if kind in MAY_BE_STUCK else kind in SOUNDS_LIKE_IT and says_only_that(text, lang)


@kinds.handles_first
def offer(uow: UnitOfWork, actor: Actor, message: HeardMessage) -> bool:
    """While nothing was asked: shall the teachers hear of it? Until the yes nobody does. False where it says nothing
    of it, or nothing is agreed yet: then it is a question to Accord."""
    if not says_so(uow, actor, message.heard.kind, message.typed.text):
        return False
    if not any(contract.status in RUNNING for contract in access.own_contracts(uow, actor.user)):
        return False
    passing_on.offer_as(uow, actor, message, What.STUCK)
    return True


@asking.answers(What.STUCK)
def decide(uow: UnitOfWork, actor: Actor, asked: AskedBack, yes: bool) -> None:
    (where,) = asked.places
    room = access.student_in(uow, actor, where.classroom)
    if yes:
        _tell(uow, actor, room, TypedMessage(asked.channel, asked.thread, asked.text, asked.ts))
    asking.next_turn(uow, actor.user, None)


def _tell(uow: UnitOfWork, actor: Actor, room: Classroom, said: TypedMessage) -> None:
    everybody = access.teachers_for(uow, actor.user, room.id)
    teachers = passing_on.readers(uow, actor.user, room.id, said.text)
    note = uow.notes.add(
        Note(
            uow.workspace,
            room.id,
            actor.user,
            sender=actor.user,
            recipient="" if teachers == everybody else teachers[0],
            about=About.CLASS,
            ref=room.id,
            text=said.text,
            said_at=uow.now,
            thread=said.thread,
            ts=said.ts,
            stuck=True,
        )
    )
    for teacher in teachers:
        tell(uow, teacher, NoteFrom(note.id), not_before=_reads_at(room, uow.now))
        show_home(uow, teacher)
    tell(uow, actor.user, NoteSent(note.id))


def _teachers(uow: UnitOfWork, actor: Actor, classroom: int) -> list[str]:
    teachers = access.teachers_for(uow, actor.user, classroom)
    if not teachers:
        raise Refusal("stuck-nobody")
    return teachers


def _reads_at(room: Classroom, now: datetime) -> datetime:
    return out_of_quiet(now, room, room.timezone)
