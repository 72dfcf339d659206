"""What Accord asks back about what somebody wrote, the words waiting for the answer; and what it asks next."""

from collections.abc import Callable, Container, Sequence
from dataclasses import replace

from bot.activities.checking_in.messages import CheckInDue
from bot.activities.checking_in.replying_sheet import ANSWERABLE
from bot.activities.hearing import messages
from bot.activities.hearing.kinds import HeardMessage
from bot.activities.hearing.messages import CheckInAgain, ReadsEnglish, WhichBrief, WhichOne
from bot.activities.hearing.placing import Owed, classes_named_by, named, names_by_class, owed, put_focus
from bot.activities.help import messages as help_messages
from bot.activities.help.messages import FilesNotPassedOn
from bot.activities.proposing import starting
from bot.activities.reviewing.messages import TeacherAsked
from bot.domain.actor import Actor, Refusal
from bot.domain.contract import Status
from bot.domain.interview import About, Focus
from bot.domain.utterance import DROPPED, AskedBack, Place, What
from bot.language.hearing import tongue_of
from bot.language.of_several import addressed_first, mentioned
from bot.messages.briefs import NothingToSay, lang_of, names_of, only_to, say
from bot.messages.tell import refresh, tell
from storage.unit_of_work import UnitOfWork


def next_turn(uow: UnitOfWork, user: str, done: Place | None) -> None:
    """Ask again what waits longest, since others came between. What was given up on is not asked again."""
    waiting = [one for one in owed(uow, user) if one.place != done and not one.late]
    if waiting:
        ask_next(uow, user, waiting[0])


def ask_next(uow: UnitOfWork, user: str, one: Owed) -> None:
    """Below all messages: what is typed in the thread of another question would belong to that one."""
    uow.outbox.leave_thread()
    place = one.place
    if place.about is About.INTERVIEW:
        interview = uow.interviews.get(place.ref)
        if interview is not None:
            starting.ask(uow, interview)
        return
    put_focus(uow, user, place)
    if place.about is About.CHECK_IN:
        tell(uow, user, CheckInAgain(place.ref))
        return
    contract = uow.contracts.get(place.ref)
    if contract is not None:
        _ask_for_teacher(uow, user, contract.id)


# What Accord asks back about something that somebody wrote: the words wait for the answer.


OnAnswer = Callable[[UnitOfWork, Actor, AskedBack, bool], None]
"""What a yes, or a no, does. The question is settled already."""
_answers: dict[What, OnAnswer] = {}

OnUndo = Callable[[UnitOfWork, AskedBack], None]
"""What takes back what was done before the answer: its words are deleted, or say something else."""
_undoes: dict[What, OnUndo] = {}


def answers(what: What) -> Callable[[OnAnswer], OnAnswer]:
    """Register what a yes or a no to this question does."""

    def register(function: OnAnswer) -> OnAnswer:
        _answers[what] = function
        return function

    return register


def undoes(what: What) -> Callable[[OnUndo], OnUndo]:
    """Register what takes back what was done when this was asked."""

    def register(function: OnUndo) -> OnUndo:
        _undoes[what] = function
        return function

    return register


def undo(uow: UnitOfWork, asked: AskedBack) -> None:
    """Its words do not count any more."""
    if asked.what in _undoes:
        _undoes[asked.what](uow, asked)


def put(uow: UnitOfWork, asked: AskedBack) -> AskedBack:
    """Keep the words, as what is open; whoever calls this says the question. What was open before is let go of."""
    standing = open_one(uow, asked.user)
    if standing is not None:
        settle(uow, standing, DROPPED)
    kept = uow.asked_back.add(asked)
    put_focus(uow, asked.user, Place(About.ASKED_BACK, kept.id, 0))
    return kept


def open_one(uow: UnitOfWork, user: str) -> AskedBack | None:
    """What was asked back last, where it is not answered."""
    newest = uow.asked_back.newest_of(user)
    return newest if newest is not None and newest.settled is None else None


def shown_last(uow: UnitOfWork, user: str, focus: Focus | None) -> AskedBack | None:
    """The open question back, where nothing was asked or shown after it."""
    if focus is None or focus.about is not About.ASKED_BACK:
        return None
    found = open_one(uow, user)
    return found if found is not None and found.id == focus.ref else None


def settle(uow: UnitOfWork, asked: AskedBack, how: str) -> None:
    """It is answered: its words are not kept here any more, and its message says so."""
    uow.asked_back.save(replace(asked, settled=how, text="", number=None))
    refresh(uow, subject(asked))


def let_go(uow: UnitOfWork, user: str, parts: Container[str]) -> None:
    """What was asked about the first parts of a message is not asked any more: its answer says something else."""
    waits = open_one(uow, user)
    if waits is not None and waits.ts in parts:
        undo(uow, waits)
        uow.asked_back.save(replace(waits, settled=DROPPED, text="", number=None))


def answer(uow: UnitOfWork, actor: Actor, asked_back: int, yes: bool) -> None:
    """A yes or a no, by its button."""
    asked = own(uow, actor, asked_back)
    if not takes_yes_or_no(asked):
        raise Refusal("old-button")
    decide(uow, actor, asked, yes)


def decide(uow: UnitOfWork, actor: Actor, asked: AskedBack, yes: bool) -> None:
    settle(uow, asked, "yes" if yes else "no")
    _answers[asked.what](uow, actor, asked, yes)


def takes_yes_or_no(asked: AskedBack) -> bool:
    return asked.what in _answers


def own(uow: UnitOfWork, actor: Actor, asked_back: int) -> AskedBack:
    """The actor's own question back, where it is open. Somebody else's is as good as none."""
    found = uow.asked_back.get(asked_back)
    if found is None or found.user != actor.user or found.settled is not None:
        raise Refusal("old-button")
    return found


def subject(asked: AskedBack) -> str:
    return f"asked-back:{asked.id}"


# Where several questions are open and nothing tells which one a message answers: the words wait, and Accord asks.


def ask(uow: UnitOfWork, asked: AskedBack) -> None:
    """Keep the words, behind those that wait for the same question already, and ask."""
    waits = open_one(uow, asked.user)
    if waits is not None and waits.what is What.WHICH and waits.places == asked.places:
        asked = replace(asked, text=f"{waits.text}\n{asked.text}", ts=waits.ts)
    kept = put(uow, asked)
    tell(uow, asked.user, WhichOne(kept.id))


def named_in(uow: UnitOfWork, asked: AskedBack, text: str) -> Place | None:
    """The place that a typed answer names, and nothing else. What says more ("history: 7 of 10") may be a new message:
    what waits goes to nobody by that."""
    if _are_students(asked):
        student = addressed_first(text, _students(uow, asked))
        return asked.places[student[0]] if student is not None and not student[1].strip() else None
    found = named(uow, asked.places, text, lang_of(uow, asked.user))
    return found[0] if found is not None and not found[1].strip() else None


def _are_students(asked: AskedBack) -> bool:
    return all(place.about is About.SHARED for place in asked.places)


def _students(uow: UnitOfWork, asked: AskedBack) -> tuple[str, ...]:
    """The name of whose check-in each of the places is."""
    found = [uow.check_ins.get(place.ref) for place in asked.places]
    return names_of(uow, [check_in.student if check_in else "" for check_in in found])


def take(uow: UnitOfWork, asked: AskedBack, place: Place) -> None:
    """This is what was meant."""
    settle(uow, asked, str(asked.places.index(place)))


def _which(uow: UnitOfWork, notice: WhichOne, reader: str) -> WhichBrief:
    asked = uow.asked_back.get(notice.asked_back)
    if asked is None:
        raise NothingToSay("asked-back")
    only_to(asked.user, reader)
    if _are_students(asked):
        places = tuple((About.SHARED, name) for name in _students(uow, asked))
    else:
        rooms = {room.id: room.name for room in uow.classrooms.among([p.classroom for p in asked.places])}
        places = tuple((place.about, rooms[place.classroom]) for place in asked.places)
    if asked.settled is None:
        return WhichBrief(asked.id, places)
    return WhichBrief(asked.id, (), None if asked.settled == DROPPED else places[int(asked.settled)])


# Back to a question that had to wait: it is asked again, and what is typed next is about it.


def ask_again(uow: UnitOfWork, actor: Actor, about: About | None, ref: int | None) -> bool:
    """Ask the actor once more what they were asked; False where it is not open any more, or nothing was."""
    if about is None or ref is None:
        return False
    if about is About.INTERVIEW:
        return _interview(uow, actor, ref)
    if about is About.CHECK_IN:
        return _check_in(uow, actor, ref)
    return _question(uow, actor, ref)


def _interview(uow: UnitOfWork, actor: Actor, ref: int) -> bool:
    found = uow.interviews.get(ref)
    if found is None or found.student != actor.user or found.state not in starting.UNDER_WAY:
        return False
    starting.ask(uow, found, remark="welcome-back")
    return True


def _check_in(uow: UnitOfWork, actor: Actor, ref: int) -> bool:
    found = uow.check_ins.get(ref)
    contract = uow.contracts.get(found.contract) if found else None
    if found is None or contract is None or found.student != actor.user or contract.status not in ANSWERABLE:
        return False
    _focus_on(uow, actor, About.CHECK_IN, ref)
    tell(uow, actor.user, CheckInDue(ref))
    return True


def _question(uow: UnitOfWork, actor: Actor, ref: int) -> bool:
    found = uow.contracts.get(ref)
    if found is None or found.student != actor.user or found.status is not Status.QUESTIONED:
        return False
    _focus_on(uow, actor, About.QUESTION, ref)
    _ask_for_teacher(uow, actor.user, ref)
    return True


def _ask_for_teacher(uow: UnitOfWork, user: str, contract: int) -> None:
    """Anew, the newest question about a proposal; whatever else has happened to it since."""
    history = uow.contracts.history(contract)
    entry = max(place for place, line in enumerate(history) if line.action == "asked")
    tell(uow, user, TeacherAsked(contract, history[entry].version, entry))


def _focus_on(uow: UnitOfWork, actor: Actor, about: About, ref: int) -> None:
    uow.focus.put(Focus(uow.workspace, actor.user, about, ref, uow.now))


# Accord reads English so far. Who writes in another language that it knows by sight is told so, in that language.


def say_once(uow: UnitOfWork, actor: Actor, text: str, ts: str) -> bool:
    """Once a day; whether it was said now. `ts` is that of the first part of the message."""
    language = tongue_of(text)
    if language is None or language == lang_of(uow, actor.user):
        return False
    known = len(uow.queued)
    once = None if _said_to_a_part(uow, actor, ts) else f"reads-english:{actor.user}:{uow.now:%Y-%m-%d}"
    tell(uow, actor.user, ReadsEnglish(language), once=once)
    return len(uow.queued) > known


def _said_to_a_part(uow: UnitOfWork, actor: Actor, ts: str) -> bool:
    """Whether an earlier part was heard already: what was said to that is taken back, and has to be said anew."""
    newest = uow.utterances.newest_of(actor.user)
    return newest is not None and ts in newest.parts


def _reads_english(uow: UnitOfWork, notice: ReadsEnglish, reader: str) -> None:
    """It speaks of nothing that is kept."""


# What becomes of a file that somebody sends to Accord: nothing. That is said, so that nobody waits for an answer.


def say_files_stay(uow: UnitOfWork, user: str, *, alone: bool = True) -> None:
    """Tell somebody who sent a file that it goes to nobody; beside words, which have an answer of their own, once a
    day."""
    tell(uow, user, FilesNotPassedOn(), once=None if alone else f"files-stay:{user}:{uow.now.date()}")


def _nothing_to_read(uow: UnitOfWork, notice: FilesNotPassedOn, reader: str) -> None:
    return None


# Which of a student's classes a message is about, where that is no open question. In doubt Accord asks.


def class_of(uow: UnitOfWork, actor: Actor, message: HeardMessage, classes: Sequence[int]) -> int | None:
    """One of these classes: the only one, the one that is named, or that of what the message is about. None where that
    does not tell; then Accord has asked."""
    found = known_class(uow, message, classes)
    if found is None:
        ask_which(uow, actor, message, classes)
    return found


def ask_which(uow: UnitOfWork, actor: Actor, message: HeardMessage, classes: Sequence[int]) -> None:
    """Ask which of these classes; the words wait until then."""
    said = message.typed
    places = tuple(Place(About.CLASS, classroom, classroom) for classroom in classes)
    asked = AskedBack(
        uow.workspace, actor.user, What.WHICH, said.text, said.channel, said.thread, said.ts, places, uow.now
    )
    ask(uow, asked)


def known_class(uow: UnitOfWork, message: HeardMessage, classes: Sequence[int]) -> int | None:
    """One of these classes, as far as that is known. What is for another one is for none of these."""
    place = message.place
    if place is not None and place.about is About.CLASS:
        return place.classroom if place.classroom in classes else None
    if len(classes) == 1:
        return classes[0]
    named = mentioned(message.typed.text, names_by_class(uow, classes))
    if named is not None:
        return classes[named]
    return place.classroom if place is not None and place.classroom in classes else None


def names_none_of(uow: UnitOfWork, user: str, message: HeardMessage, classes: Sequence[int]) -> bool:
    """Whether a message is for a class of its student's that is none of these: then it is for nobody in them. A class
    that they left is one of theirs, too: they go on naming it."""
    if message.place is not None and message.place.about is About.CLASS:
        return message.place.classroom not in classes
    own = classes_named_by(uow, user)
    named = mentioned(message.typed.text, names_by_class(uow, own)) if len(own) > 1 else None
    return named is not None and own[named] not in classes


say(WhichOne, shown=_which, blocks=messages.which_one)
say(ReadsEnglish, shown=_reads_english, blocks=messages.reads_english)
say(FilesNotPassedOn, shown=_nothing_to_read, blocks=help_messages.files_not_passed_on)
