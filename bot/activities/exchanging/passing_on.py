"""What is meant for a teacher is offered to be passed on, word for word; on a yes it is."""

from dataclasses import replace

from bot.activities import access
from bot.activities.checking_in import responding, unasked
from bot.activities.exchanging import messages, use_cases
from bot.activities.exchanging.messages import (
    Counted,
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
from bot.activities.exchanging.use_cases import MOST
from bot.activities.hearing import asking, kinds, to_one_of_class
from bot.activities.hearing.kinds import HeardMessage, TypedMessage
from bot.activities.hearing.messages import Remark
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import Response
from bot.domain.contract import RUNNING
from bot.domain.interview import About
from bot.domain.outbox import DeliveryState
from bot.domain.utterance import DROPPED, AskedBack, Note, Place, What
from bot.language.hearing import Kind, Moment
from bot.language.hearing import hear as hear_kind
from bot.language.of_several import mentioned, names_of_person
from bot.messages.briefs import NothingToSay, lang_of, names_of, only_to, say
from bot.messages.tell import refresh, refresh_what_left, tell
from storage.unit_of_work import UnitOfWork

# Who wrote to a student or a teacher through Accord edits or deletes the message: what was passed on follows it.


def correct(uow: UnitOfWork, actor: Actor, text: str, ts: str) -> bool:
    """The reader's copy says what the edited message says. False where nothing of it was passed on."""
    note, response = _note_at(uow, actor, ts), _response(uow, actor, ts)
    if note is None and response is None:
        return False
    text = use_cases.readable(text)
    if note is not None and text != note.text:
        _change_note(uow, actor, note, text)
    if response is not None:
        _hear_again(uow, actor, response, text, ts)
    return True


def forget(uow: UnitOfWork, actor: Actor, ts: str) -> bool:
    """What has not left is not said; what has says that it was taken back. False where nothing was passed on."""
    note, response = _note_at(uow, actor, ts), _response(uow, actor, ts)
    if note is not None:
        uow.notes.save(replace(note, text="", taken_back_at=uow.now))
        tell(uow, actor.user, NoteTakenBack(note.id, _withdrawn(uow, use_cases.card_of(note.id))))
    if response is not None:
        _take_back(uow, actor, response)
    return note is not None or response is not None


def _note_at(uow: UnitOfWork, actor: Actor, ts: str) -> Note | None:
    found = uow.notes.of_message(actor.user, ts) if ts else None
    return found if found is not None and found.text else None


def _response(uow: UnitOfWork, actor: Actor, ts: str) -> Response | None:
    found = uow.responses.of_message(actor.user, ts) if ts else None
    return found if found is not None and found.text else None


def _change_note(uow: UnitOfWork, actor: Actor, note: Note, text: str) -> None:
    """What a student says to a program is shown to nobody, in an edit no more than in a message."""
    if actor.user == note.student:
        access.student_in(uow, actor, note.classroom)
        if hear_kind(text, Moment.IDLE, (), lang=lang_of(uow, actor.user)).kind is Kind.UNWILLING:
            return tell(uow, actor.user, Remark(Kind.UNWILLING.value, "", note.classroom))
    else:
        access.teacher_in(uow, actor, note.classroom)
    uow.notes.save(replace(note, text=text))
    refresh_what_left(uow, use_cases.card_of(note.id))
    return tell(uow, actor.user, NoteChanged(note.id))


def _hear_again(uow: UnitOfWork, actor: Actor, response: Response, text: str, ts: str) -> None:
    """Under the message about a class the name that it begins with says whom it is for, as at first."""
    named = to_one_of_class.named_again(uow, actor, text, ts)
    check_in, words = named if named is not None else (response.check_in, text)
    if not words.strip() or (check_in, words) == (response.check_in, response.text):
        return
    if check_in == response.check_in:
        _change_response(uow, actor, response, words)
        return
    _take_back(uow, actor, response)
    responding.respond(uow, actor, check_in, words, ts)
    tell(uow, actor.user, Remark("passed-on"))


def _take_back(uow: UnitOfWork, actor: Actor, response: Response) -> None:
    uow.responses.save(replace(response, text="", taken_back_at=uow.now))
    refresh(uow, f"check-in:{response.check_in}")
    read = _withdrawn(uow, responding.card_of(response.id))
    tell(uow, actor.user, ResponseTakenBack(response.id, read))


def _change_response(uow: UnitOfWork, actor: Actor, response: Response, text: str) -> None:
    check_in = uow.check_ins.get(response.check_in)
    if check_in is None:
        raise Refusal("no-such-contract")
    access.contract_as_teacher(uow, actor, check_in.contract)
    uow.responses.save(replace(response, text=text))
    refresh_what_left(uow, responding.card_of(response.id))
    refresh(uow, f"check-in:{response.check_in}")
    tell(uow, actor.user, ResponseChanged(response.id))


def _withdrawn(uow: UnitOfWork, card: str) -> bool:
    """Say it to nobody who has not got it; whether somebody has, whose message says now that it was taken back."""
    uow.outbox.unsay([d.id for d in uow.outbox.cards(card) if d.state is DeliveryState.WAITING])
    return refresh_what_left(uow, card)


def _to_whom_note(uow: UnitOfWork, notice: NoteChanged | NoteTakenBack, reader: str) -> PassedOnBrief:
    note = uow.notes.get(notice.note)
    if note is None or note.sender != reader:
        raise NothingToSay("note")
    readers = [note.recipient] if note.recipient else access.teachers_for(uow, note.student, note.classroom)
    return PassedOnBrief(names_of(uow, readers))


def _of_response(uow: UnitOfWork, notice: ResponseChanged | ResponseTakenBack, reader: str) -> PassedOnBrief:
    response = uow.responses.get(notice.response)
    check_in = uow.check_ins.get(response.check_in) if response is not None else None
    if response is None or check_in is None or response.teacher != reader:
        raise NothingToSay("response")
    return PassedOnBrief(names_of(uow, [check_in.student]))


@kinds.handles(Kind.FOR_TEACHER)
def offer(uow: UnitOfWork, actor: Actor, message: HeardMessage) -> None:
    offer_as(uow, actor, message, What.PASS_ON)


def offer_as(uow: UnitOfWork, actor: Actor, message: HeardMessage, what: What) -> None:
    """Show the words, and who would read them. Until the yes nobody does."""
    learns = access.learns_in(uow, actor.user)
    taught = [room.id for room in uow.classrooms.among(learns) if not room.archived]
    taught = [classroom for classroom in taught if access.teachers_for(uow, actor.user, classroom)]
    if not taught or asking.names_none_of(uow, actor.user, message, taught):
        return kinds.remark(uow, actor, message)
    classroom = asking.class_of(uow, actor, message, taught)
    if classroom is None:
        return None
    said = message.typed
    if len(said.text) > MOST:
        raise Refusal("too-long", most=MOST)
    where = Place(About.CLASS, classroom, classroom)
    beside = unasked.beside(uow, actor, message, classroom)
    number = beside is None and bool(message.heard.numbers)
    asked = AskedBack(uow.workspace, actor.user, what, said.text, said.channel, said.thread, said.ts, (where,), uow.now)
    if beside is not None:
        asked = replace(asked, number=unasked.as_text(beside[1]))
    kept = asking.put(uow, asked)
    return tell(uow, actor.user, PassOnOffered(kept.id, classroom, number))


@asking.answers(What.PASS_ON)
def decide(uow: UnitOfWork, actor: Actor, asked: AskedBack, yes: bool) -> None:
    """On a yes it goes to the teacher whom it names, or else to all of the class, and the number that stood in the same
    message is noted. On a no that is asked about by itself."""
    (where,) = asked.places
    access.student_in(uow, actor, where.classroom)
    if yes:
        _pass_on(uow, actor, asked, where.classroom)
    numbers, contract = unasked.numbers_in(asked), unasked.running_in(uow, actor, where.classroom)
    if not numbers or contract is None:
        return asking.next_turn(uow, actor.user, None)
    if not yes:
        typed = TypedMessage(asked.channel, asked.thread, asked.text, asked.ts)
        return unasked.put_beside(uow, actor, contract, numbers, typed)
    unasked.note_beside(uow, actor, asked, contract, numbers)
    return asking.next_turn(uow, actor.user, None)


def _pass_on(uow: UnitOfWork, actor: Actor, asked: AskedBack, classroom: int) -> None:
    teachers = readers(uow, actor.user, classroom, asked.text)
    everybody = teachers == access.teachers_for(uow, actor.user, classroom)
    note = uow.notes.add(
        Note(
            uow.workspace,
            classroom,
            actor.user,
            sender=actor.user,
            recipient="" if everybody else teachers[0],
            about=About.CLASS,
            ref=classroom,
            text=asked.text,
            said_at=uow.now,
            thread=asked.thread,
            ts=asked.ts,
        )
    )
    for teacher in teachers:
        tell(uow, teacher, NoteFrom(note.id))
    tell(uow, actor.user, NoteSent(note.id))


def readers(uow: UnitOfWork, student: str, classroom: int, text: str) -> list[str]:
    """The one teacher of the class whom the words name; all of them where they name none, or several."""
    teachers = access.teachers_for(uow, student, classroom)
    named = mentioned(text, [names_of_person(name) for name in names_of(uow, teachers)])
    return teachers if named is None else [teachers[named]]


def _offered(uow: UnitOfWork, notice: PassOnOffered, reader: str) -> PassOnBrief:
    asked = uow.asked_back.get(notice.asked_back)
    if asked is None:
        raise NothingToSay("asked-back")
    only_to(asked.user, reader)
    if asked.settled is not None:
        return PassOnBrief(asked.id, "", (), asked.settled not in ("no", DROPPED), stuck=asked.what is What.STUCK)
    teachers = readers(uow, asked.user, notice.classroom, asked.text)
    beside = _beside(uow, asked, notice.classroom)
    return PassOnBrief(asked.id, asked.text, names_of(uow, teachers), None, beside, asked.what is What.STUCK)


def _beside(uow: UnitOfWork, asked: AskedBack, classroom: int) -> tuple[Counted, ...]:
    contract = uow.contracts.open_of(asked.user, classroom) if asked.number is not None else None
    targets = contract.in_force.terms.targets if contract is not None and contract.status in RUNNING else ()
    return tuple((targets[i], value) for i, value in unasked.numbers_in(asked).items() if i < len(targets))


say(NoteChanged, shown=_to_whom_note, blocks=messages.changed)
say(NoteTakenBack, shown=_to_whom_note, blocks=messages.taken_back)
say(ResponseChanged, shown=_of_response, blocks=messages.changed)
say(ResponseTakenBack, shown=_of_response, blocks=messages.taken_back)
say(PassOnOffered, shown=_offered, blocks=messages.pass_on_offered)
