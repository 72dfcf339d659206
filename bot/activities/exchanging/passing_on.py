"""What is meant for a teacher is offered to be passed on, word for word; on a yes it is."""

from dataclasses import replace
from datetime import datetime

from bot.activities import access
from bot.activities.checking_in import unasked
from bot.activities.exchanging.messages import NoteFrom, NoteSent, PassOnBrief, PassOnOffered
from bot.activities.exchanging.use_cases import MOST
from bot.activities.hearing import asking, kinds, turns, which_class
from bot.activities.hearing.kinds import Message, Typed
from bot.activities.ports import UnitOfWork
from bot.domain.actor import Actor, Refusal
from bot.domain.interview import About
from bot.domain.utterance import DROPPED, AskedBack, Note, Place, What
from bot.language.hearing import Kind
from bot.language.of_several import mentioned, names_of_person
from bot.messages.briefs import NothingToSay, names_of, only_to, prepares
from bot.messages.tell import tell


@kinds.handles(Kind.FOR_TEACHER)
def offer(uow: UnitOfWork, actor: Actor, message: Message, now: datetime) -> None:
    """Show the words, and who would read them. Until the yes nobody does."""
    learns = access.learns_in(uow, actor.user)
    taught = [room.id for room in uow.classrooms.all(id=learns) if not room.archived]
    taught = [classroom for classroom in taught if access.teachers_for(uow, actor.user, classroom)]
    if not taught:
        return kinds.remark(uow, actor, message, now)
    classroom = which_class.of(uow, actor, message, taught, now)
    if classroom is None:
        return None
    said = message.typed
    if len(said.text) > MOST:
        raise Refusal("too-long", most=MOST)
    where = Place(About.CLASS, classroom, classroom)
    beside = unasked.beside(uow, actor, message, classroom)
    number = beside is None and bool(message.heard.numbers)
    asked = AskedBack(
        uow.workspace, actor.user, What.PASS_ON, said.text, said.channel, said.thread, said.ts, (where,), now
    )
    if beside is not None:
        asked = replace(asked, number=unasked.as_text(beside[1]))
    kept = asking.put(uow, asked, now)
    return tell(uow, actor.user, PassOnOffered(kept.id, classroom, number), now)


@asking.answers(What.PASS_ON)
def decide(uow: UnitOfWork, actor: Actor, asked: AskedBack, yes: bool, now: datetime) -> None:
    """On a yes it goes to the teacher whom it names, or else to all of the class."""
    (where,) = asked.places
    access.student_in(uow, actor, where.classroom)
    if yes:
        _pass_on(uow, actor, asked, where.classroom, now)
    if not _ask_about_number(uow, actor, asked, where.classroom, now):
        turns.next_turn(uow, actor.user, None, now)


def _ask_about_number(uow: UnitOfWork, actor: Actor, asked: AskedBack, classroom: int, now: datetime) -> bool:
    """The number that stood in the same message has its turn; False where there was none."""
    numbers = unasked.numbers_in(asked)
    contract = next((c for c in unasked.running_contracts(uow, actor) if c.classroom == classroom), None)
    if not numbers or contract is None:
        return False
    typed = Typed(asked.channel, asked.thread, asked.text, asked.ts)
    unasked.put_beside(uow, actor, contract, numbers, typed, now)
    return True


def _pass_on(uow: UnitOfWork, actor: Actor, asked: AskedBack, classroom: int, now: datetime) -> None:
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
            said_at=now,
            thread=asked.thread,
            ts=asked.ts,
        )
    )
    for teacher in teachers:
        tell(uow, teacher, NoteFrom(note.id), now)
    tell(uow, actor.user, NoteSent(note.id), now)


def readers(uow: UnitOfWork, student: str, classroom: int, text: str) -> list[str]:
    """The one teacher of the class whom the words name; all of them where they name none, or several."""
    teachers = access.teachers_for(uow, student, classroom)
    named = mentioned(text, [names_of_person(name) for name in names_of(uow, teachers)])
    return teachers if named is None else [teachers[named]]


@prepares(PassOnOffered)
def _offered(uow: UnitOfWork, notice: PassOnOffered, reader: str) -> PassOnBrief:
    asked = uow.asked_back.get(notice.asked_back)
    if asked is None:
        raise NothingToSay("asked-back")
    only_to(asked.user, reader)
    if asked.settled is not None:
        return PassOnBrief(asked.id, "", (), asked.settled not in ("no", DROPPED))
    later = asked.number is not None
    teachers = readers(uow, asked.user, notice.classroom, asked.text)
    return PassOnBrief(asked.id, asked.text, names_of(uow, teachers), None, number_later=later)
