"""What a student and a teacher write to each other under feedback, a response or a note: each word reaches the other
one alone, and the thread carries the exchange."""

from dataclasses import dataclass, replace
from typing import Any

from bot.activities import access
from bot.activities.exchanging import messages
from bot.activities.exchanging.messages import NoteBrief, NoteFrom, NoteSent
from bot.activities.hearing.kinds import TypedMessage
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import out_of_quiet, zone_for
from bot.domain.interview import About
from bot.domain.utterance import Note, Place
from bot.messages.briefs import NothingToSay, name_of, names_of, say
from bot.messages.tell import refresh, refresh_what_left, show_home, tell
from storage.unit_of_work import UnitOfWork

EXCHANGES = frozenset({About.FEEDBACK, About.RESPONSE, About.NOTE})
MOST = 1500
"""Characters of a note."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """Between whom; `teacher` is "" where anybody who teaches the class may answer. `about` and `ref` as in a Note."""

    about: About
    ref: int
    classroom: int
    student: str
    teacher: str


def writes_as_teacher(uow: UnitOfWork, actor: Actor, place: Place) -> bool:
    return exchange_of(uow, place.about, place.ref).student != actor.user


def send_on(uow: UnitOfWork, actor: Actor, place: Place, typed: TypedMessage) -> None:
    """Pass on what one of the two typed, to the other one."""
    exchange = exchange_of(uow, place.about, place.ref)
    recipient = recipient_of(uow, actor, exchange)
    text = readable(typed.text)
    note = _kept(
        uow,
        Note(
            uow.workspace,
            exchange.classroom,
            exchange.student,
            sender=actor.user,
            recipient=recipient,
            about=exchange.about,
            ref=exchange.ref,
            text=text,
            said_at=uow.now,
            thread=typed.thread,
            ts=typed.ts,
        ),
    )
    once = f"note:{note.id}"  # what a further part joined is on its way already
    tell(uow, recipient, NoteFrom(note.id), under=where(uow, exchange, recipient), once=once)
    refresh_what_left(uow, card_of(note.id))
    if typed.ts or actor.user == exchange.student or exchange.about is not About.NOTE:  # else its card says so
        tell(uow, actor.user, NoteSent(note.id))
    if exchange.about is About.FEEDBACK and actor.user == exchange.student:
        refresh(uow, f"feedback:{exchange.ref}")  # it says how far it has come
    if exchange.about is About.NOTE:
        refresh(uow, card_of(exchange.ref))
        _show_that_it_waits_no_longer(uow, exchange)


def _show_that_it_waits_no_longer(uow: UnitOfWork, exchange: Exchange) -> None:
    """Whoever is stuck waits for one of their teachers."""
    first = uow.notes.get(exchange.ref)
    if first is not None and first.stuck:
        for teacher in access.teachers_for(uow, exchange.student, exchange.classroom):
            show_home(uow, teacher)


def readable(text: str) -> str:
    """What can be passed on. Raises Refusal: empty, too-long."""
    text = text.strip()
    if not text:
        raise Refusal("empty", field="text")
    if len(text) > MOST:
        raise Refusal("too-long", field="text", most=MOST)
    return text


def card_of(note: int) -> str:
    """The subject of the message in which a note is read."""
    return f"note:{note}"


def _kept(uow: UnitOfWork, note: Note) -> Note:
    """A message whose first parts were taken back to be heard with a further one stays one note."""
    began = uow.notes.emptied(note.about, note.ref, note.sender, note.ts) if note.ts else None
    if began is None or began.taken_back_at is not None:
        return uow.notes.add(note)
    whole = replace(note, id=began.id)
    uow.notes.save(whole)
    return whole


def open_reply(uow: UnitOfWork, actor: Actor, note: int) -> str:
    """The name of whom a reply goes to, for the form."""
    return name_of(uow, recipient_of(uow, actor, exchange_of(uow, About.NOTE, note)))


def reply(uow: UnitOfWork, actor: Actor, note: int, text: str) -> None:
    """The same from a form."""
    exchange = exchange_of(uow, About.NOTE, note)
    send_on(uow, actor, Place(About.NOTE, note, exchange.classroom), TypedMessage("", "", text, ""))


def exchange_of(uow: UnitOfWork, about: About, ref: int) -> Exchange:
    if about is About.FEEDBACK:
        feedback = uow.feedback.get(ref)
        if feedback is not None:
            return Exchange(about, ref, feedback.classroom, feedback.student, feedback.teacher)
    elif about is About.RESPONSE:
        response = uow.responses.get(ref)
        check_in = uow.check_ins.get(response.check_in) if response else None
        contract = uow.contracts.get(check_in.contract) if check_in else None
        if response is not None and contract is not None:
            return Exchange(about, ref, contract.classroom, contract.student, response.teacher)
    else:
        note = uow.notes.get(ref)
        if note is not None:
            return _of_note(uow, note)
    raise Refusal("no-such-note")


def _of_note(uow: UnitOfWork, note: Note) -> Exchange:
    """The exchange that a note is part of. What one teacher answered is answered to that one."""
    if note.about in (About.FEEDBACK, About.RESPONSE):
        return exchange_of(uow, note.about, note.ref)
    first = note if note.about is About.CLASS else uow.notes.get(note.ref)
    if first is None:
        raise Refusal("no-such-note")
    teacher = note.sender if note.sender != note.student else note.recipient
    return Exchange(About.NOTE, first.id, first.classroom, first.student, teacher)


def recipient_of(uow: UnitOfWork, actor: Actor, exchange: Exchange) -> str:
    """Whom the actor's words go to, where they are one of the two, and the other is still there."""
    teachers = access.teachers_for(uow, exchange.student, exchange.classroom)
    if actor.user == exchange.student:
        access.student_in(uow, actor, exchange.classroom)
        if not exchange.teacher:  # it went to all, and nobody has answered yet
            raise Refusal("no-such-note")
        if exchange.teacher not in teachers:
            raise Refusal("note-teacher-gone")
        return exchange.teacher
    access.teacher_in(uow, actor, exchange.classroom)
    if exchange.teacher not in ("", actor.user):
        raise Refusal("no-such-note")
    if exchange.student not in access.students_of(uow, exchange.classroom):
        raise Refusal("note-student-gone")
    return exchange.student


def where(uow: UnitOfWork, exchange: Exchange, reader: str) -> str:
    """Under which message the exchange stands in the reader's conversation: there where they wrote last, else under
    the card that it is about; "" where there is none."""
    theirs = uow.notes.between(exchange.about, exchange.ref, reader, exchange.student)
    threads = [note.thread for note in theirs if note.thread]
    cards = uow.outbox.cards(_card(uow, exchange)) if reader != exchange.student else []
    posted = [card.ts for card in cards if card.reader == reader and card.ts and not card.thread]
    return next(iter([*reversed(threads), *reversed(posted)]), "")


def _card(uow: UnitOfWork, exchange: Exchange) -> str:
    """The subject of the teacher's card."""
    if exchange.about is About.FEEDBACK:
        return f"feedback:{exchange.ref}"
    response = uow.responses.get(exchange.ref) if exchange.about is About.RESPONSE else None
    return f"check-in:{response.check_in}" if response is not None else card_of(exchange.ref)


def where_answered(uow: UnitOfWork, check_in: int, teacher: str, student: str) -> str:
    """The thread in which a student talks with this teacher about a check-in; "" where there is none."""
    responses = [r.id for r in uow.responses.by(check_in, teacher)]
    theirs = uow.notes.on_by(About.RESPONSE, responses, student) if responses else []
    return next((note.thread for note in reversed(theirs) if note.thread), "")


def said_in(uow: UnitOfWork, place: Place) -> list[int]:
    """The notes of an exchange, by id; without those that were taken back."""
    exchange = exchange_of(uow, place.about, place.ref)
    return [note.id for note in uow.notes.on(exchange.about, exchange.ref) if note.text]


def unsay(uow: UnitOfWork, place: Place, stood: list[int]) -> None:
    """Take back what came after these: it was part of a message that goes on."""
    later = [uow.notes.get(note) for note in said_in(uow, place) if note not in stood]
    for note in later:
        if note is not None:
            uow.notes.save(replace(note, text=""))


def _note(uow: UnitOfWork, notice: NoteFrom | NoteSent, reader: str) -> NoteBrief:
    """For the two between whom it is alone; a note to a class for all who teach it. Whoever stopped teaching the class
    reads what they wrote themselves."""
    note = uow.notes.get(notice.note)
    if note is None or (not note.text and note.taken_back_at is None):
        raise NothingToSay("note")
    teachers = access.teachers_for(uow, note.student, note.classroom)
    may_read = {note.recipient} & {note.student, *teachers} if note.recipient else set(teachers)
    if reader not in may_read | {note.sender}:
        raise NothingToSay("note")
    answers = uow.notes.on(About.NOTE, note.id) if note.about is About.CLASS else []
    others = [n.sender for n in answers if n.text and n.sender not in (note.student, reader)]
    return NoteBrief(
        note,
        sender=name_of(uow, note.sender),
        recipients=names_of(uow, [note.recipient] if note.recipient else teachers),
        from_student=note.sender == note.student,
        answered_by=names_of(uow, list(dict.fromkeys(others))),
        **_told_later(uow, note, reader),
    )


def _told_later(uow: UnitOfWork, note: Note, reader: str) -> dict[str, Any]:
    """When the teachers hear that somebody is stuck, where it was written in their quiet hours."""
    room = uow.classrooms.get(note.classroom) if note.stuck and reader == note.student else None
    if room is None:
        return {}
    reads_at = out_of_quiet(note.said_at, room, room.timezone)
    person = uow.people.of(reader)
    zone = zone_for(person.timezone if person else "", room)
    return {"reads_at": reads_at if reads_at > note.said_at else None, "timezone": zone}


say(NoteFrom, shown=_note, blocks=messages.note_from)
say(NoteSent, shown=_note, blocks=messages.note_sent)
