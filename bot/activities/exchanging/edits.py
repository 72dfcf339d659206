"""Who wrote to a student or a teacher through Accord edits or deletes the message: what was passed on follows it."""

from dataclasses import replace
from datetime import datetime

from bot.activities import access
from bot.activities.checking_in import responding
from bot.activities.exchanging import use_cases
from bot.activities.exchanging.messages import (
    NoteChanged,
    NoteTakenBack,
    PassedOnBrief,
    ResponseChanged,
    ResponseTakenBack,
)
from bot.activities.hearing.messages import Remark
from bot.activities.ports import UnitOfWork
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import Response
from bot.domain.outbox import DeliveryState
from bot.domain.utterance import Note
from bot.language.hearing import Kind, Moment
from bot.language.hearing import hear as hear_kind
from bot.messages.briefs import NothingToSay, names_of, prepares
from bot.messages.tell import refresh, refresh_what_left, tell


def correct(uow: UnitOfWork, actor: Actor, text: str, ts: str, *, now: datetime) -> bool:
    """The reader's copy says what the edited message says. False where nothing of it was passed on."""
    note, response = _note_at(uow, actor, ts), _response(uow, actor, ts)
    if note is None and response is None:
        return False
    text = use_cases.readable(text)
    if note is not None and text != note.text:
        _change_note(uow, actor, note, text, now)
    if response is not None and text != response.text:
        _change_response(uow, actor, response, text, now)
    return True


def forget(uow: UnitOfWork, actor: Actor, ts: str, *, now: datetime) -> bool:
    """What has not left is not said; what has says that it was taken back. False where nothing was passed on."""
    note, response = _note_at(uow, actor, ts), _response(uow, actor, ts)
    if note is not None:
        uow.notes.save(replace(note, text="", taken_back_at=now))
        tell(uow, actor.user, NoteTakenBack(note.id, _withdrawn(uow, use_cases.card_of(note.id), now)), now)
    if response is not None:
        uow.responses.save(replace(response, text="", taken_back_at=now))
        refresh(uow, f"check-in:{response.check_in}", now)
        read = _withdrawn(uow, responding.card_of(response.id), now)
        tell(uow, actor.user, ResponseTakenBack(response.id, read), now)
    return note is not None or response is not None


def _note_at(uow: UnitOfWork, actor: Actor, ts: str) -> Note | None:
    found = uow.notes.first(sender=actor.user, ts=ts, taken_back_at=None) if ts else None
    return found if found is not None and found.text else None


def _response(uow: UnitOfWork, actor: Actor, ts: str) -> Response | None:
    found = uow.responses.first(teacher=actor.user, ts=ts, taken_back_at=None) if ts else None
    return found if found is not None and found.text else None


def _change_note(uow: UnitOfWork, actor: Actor, note: Note, text: str, now: datetime) -> None:
    """What a student says to a program is shown to nobody, in an edit no more than in a message."""
    if actor.user == note.student:
        access.student_in(uow, actor, note.classroom)
        if hear_kind(text, Moment.IDLE, ()).kind is Kind.UNWILLING:
            return tell(uow, actor.user, Remark(Kind.UNWILLING.value, "", note.classroom), now)
    else:
        access.teacher_in(uow, actor, note.classroom)
    uow.notes.save(replace(note, text=text))
    refresh_what_left(uow, use_cases.card_of(note.id), now)
    return tell(uow, actor.user, NoteChanged(note.id), now)


def _change_response(uow: UnitOfWork, actor: Actor, response: Response, text: str, now: datetime) -> None:
    check_in = uow.check_ins.get(response.check_in)
    if check_in is None:
        raise Refusal("no-such-contract")
    access.contract_as_teacher(uow, actor, check_in.contract)
    uow.responses.save(replace(response, text=text))
    refresh_what_left(uow, responding.card_of(response.id), now)
    refresh(uow, f"check-in:{response.check_in}", now)
    tell(uow, actor.user, ResponseChanged(response.id), now)


def _withdrawn(uow: UnitOfWork, card: str, now: datetime) -> bool:
    """Say it to nobody who has not got it; whether somebody has, whose message says now that it was taken back."""
    uow.outbox.unsay([d.id for d in uow.outbox.cards(card) if d.state is DeliveryState.WAITING])
    return refresh_what_left(uow, card, now)


@prepares(NoteChanged, NoteTakenBack)
def _to_whom_note(uow: UnitOfWork, notice: NoteChanged | NoteTakenBack, reader: str) -> PassedOnBrief:
    note = uow.notes.get(notice.note)
    if note is None or note.sender != reader:
        raise NothingToSay("note")
    readers = [note.recipient] if note.recipient else access.teachers_for(uow, note.student, note.classroom)
    return PassedOnBrief(names_of(uow, readers))


@prepares(ResponseChanged, ResponseTakenBack)
def _of_response(uow: UnitOfWork, notice: ResponseChanged | ResponseTakenBack, reader: str) -> PassedOnBrief:
    response = uow.responses.get(notice.response)
    check_in = uow.check_ins.get(response.check_in) if response is not None else None
    if response is None or check_in is None or response.teacher != reader:
        raise NothingToSay("response")
    return PassedOnBrief(names_of(uow, [check_in.student]))
