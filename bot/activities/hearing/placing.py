"""Which of what somebody owes a message is about. In doubt none: then Accord asks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.activities import access
from bot.activities.checking_in.class_messages import ClassCheckIns
from bot.activities.checking_in.drift_messages import DriftNoticed, DriftOver, DriftPassed, DriftSeen
from bot.activities.checking_in.messages import CheckInMissed, OfCheckIn, ReplyShared, Responded
from bot.activities.checking_in.replying_sheet import ANSWERABLE
from bot.activities.exchanging.messages import NoteFrom
from bot.activities.feedback.messages import FeedbackDelivered, FeedbackGiven
from bot.activities.feedback.uptake_messages import FeedbackUnclear, ReplyUnclear
from bot.activities.hearing.messages import CheckInAgain
from bot.activities.proposing.messages import InterviewQuestion
from bot.activities.reviewing.messages import (
    AnswerPassedOn,
    ProposalCard,
    StudentAnswered,
    StudentWondered,
    TeacherAsked,
)
from bot.domain.check_ins import AWAITING, REMIND_AFTER, CheckIn, CheckInState
from bot.domain.contract import Contract, Status
from bot.domain.interview import About, Focus, InterviewState
from bot.domain.outbox import Delivery
from bot.domain.terms import Target
from bot.domain.utterance import Place, What, written_at
from bot.language import counts, typed
from bot.language.of_several import addressed, mentioned, names_of_class, names_of_person, shared_out
from bot.language.reading.text import fold
from bot.messages.briefs import lang_of, names_of
from bot.messages.registry import Notice, notice_of
from prompts.words import DEFAULT
from storage.unit_of_work import UnitOfWork

# What somebody was asked and has not answered: their messages may be about any of it.


@dataclass(frozen=True, slots=True)
class Owed:
    """A question that is open, and since when. A late one was given up on: an answer still counts, where nothing that
    was asked later claims it."""

    place: Place
    since: datetime
    late: bool = False


CLOCKS_DIFFER = timedelta(minutes=1)
"""By so much our clock may differ from Slack's."""


def owed(uow: UnitOfWork, user: str, written: datetime | None = None) -> list[Owed]:
    """What somebody owes an answer to now, oldest first; what is late, where nothing was asked after it. What they had
    `written` by then answers nothing that was asked later."""
    asked_by = written + CLOCKS_DIFFER if written is not None else None
    contracts = access.own_contracts(uow, user)
    found = [
        *_check_ins(uow, contracts, asked_by),
        *_interviews(uow, user, contracts, asked_by),
        *(one for one in _questions(uow, contracts) if asked_by is None or one.since <= asked_by),
    ]
    newest = max((one.since for one in found if not one.late), default=None)
    standing = (one for one in found if not one.late or newest is None or one.since > newest)
    return sorted(standing, key=lambda one: one.since)


def awaits_answer(uow: UnitOfWork, user: str, place: Place) -> bool:
    """Whether this is open."""
    return any(one.place == place for one in owed(uow, user))


def put_focus(uow: UnitOfWork, user: str, place: Place) -> None:
    """This is what was asked, or shown back, last; in reply to what they did."""
    uow.focus.put(Focus(uow.workspace, user, place.about, place.ref, uow.now, in_reply=True))


def _check_ins(uow: UnitOfWork, contracts: list[Contract], asked_by: datetime | None) -> list[Owed]:
    """The newest of each contract: what came before it, or before one that was answered, is over."""
    running = {c.id: c for c in contracts if c.status in ANSWERABLE}
    if not running:
        return []
    newest: dict[int, CheckIn] = {}
    for check_in in uow.check_ins.in_state(list(running), tuple(AWAITING)):
        if asked_by is None or check_in.due_at <= asked_by:
            newest[check_in.contract] = check_in
    return [
        Owed(
            Place(About.CHECK_IN, check_in.id, running[check_in.contract].classroom),
            _asked_last(check_in),
            late=check_in.state is CheckInState.MISSED,
        )
        for check_in in newest.values()
        if not _is_over(uow, check_in)
    ]


def _asked_last(check_in: CheckIn) -> datetime:
    """When it was asked for, or reminded of."""
    reminded = check_in.state in (CheckInState.REMINDED, CheckInState.MISSED)
    return check_in.due_at + REMIND_AFTER if reminded else check_in.due_at


def _is_over(uow: UnitOfWork, check_in: CheckIn) -> bool:
    """Whether it was given up on, and one that was asked later is answered: what is said now is about that one."""
    if check_in.state is not CheckInState.MISSED:
        return False
    answered = uow.check_ins.newest(check_in.contract, CheckInState.ANSWERED)
    return answered is not None and answered.due_at > check_in.due_at


def _interviews(uow: UnitOfWork, user: str, contracts: list[Contract], asked_by: datetime | None) -> list[Owed]:
    drafts = {c.id for c in contracts if c.status is Status.DRAFTING and (asked_by is None or c.started_at <= asked_by)}
    if not drafts:
        return []
    under_way = uow.interviews.of_student_in(user, InterviewState.OPEN)
    return [Owed(Place(About.INTERVIEW, i.id, i.classroom), i.updated_at) for i in under_way if i.contract in drafts]


def _questions(uow: UnitOfWork, contracts: list[Contract]) -> list[Owed]:
    return [
        Owed(Place(About.QUESTION, c.id, c.classroom), _asked_at(uow, c))
        for c in contracts
        if c.status is Status.QUESTIONED
    ]


def _asked_at(uow: UnitOfWork, contract: Contract) -> datetime:
    return uow.contracts.history(contract.id)[-1].at


# What is typed under a message belongs to that message.


Find = Callable[[UnitOfWork, Any], Place | None]


def place_under(uow: UnitOfWork, user: str, channel: str, thread: str) -> Place | None:
    """What a message in this thread of somebody's conversation is about; None where that is nothing one can answer.

    Of what is found, nothing is known to be open, or theirs, still: whoever takes the answer looks.
    """
    posted = uow.outbox.posted(channel, thread)
    if posted is None or posted.reader != user:
        return None
    notice = _notice(posted)
    if isinstance(notice, ClassCheckIns):
        return Place(About.ROUND, posted.id, notice.classroom)
    return _place(uow, notice)


def asked_back_under(uow: UnitOfWork, user: str, channel: str, thread: str) -> int | None:
    """The question back that stands above this thread; None where it is something else."""
    posted = uow.outbox.posted(channel, thread)
    asked = posted.args.get("asked_back") if posted is not None and posted.reader == user else None
    return asked if isinstance(asked, int) else None


def _notice(posted: Delivery) -> Notice | None:
    try:
        return notice_of(posted.notice, posted.args)
    except (KeyError, TypeError):  # said by another version of Accord
        return None


def _place(uow: UnitOfWork, notice: Notice | None) -> Place | None:
    find = next((find for kinds, find in _FINDS if isinstance(notice, kinds)), None)
    return find(uow, notice) if find is not None else None


def _of_check_in(about: About) -> Find:
    def find(uow: UnitOfWork, notice: Any) -> Place | None:
        found: CheckIn | None = uow.check_ins.get(notice.check_in)
        contract = uow.contracts.get(found.contract) if found else None
        return Place(about, notice.check_in, contract.classroom) if contract else None

    return find


def _of_contract(about: About) -> Find:
    def find(uow: UnitOfWork, notice: Any) -> Place | None:
        found: Contract | None = uow.contracts.get(notice.contract)
        return Place(about, notice.contract, found.classroom) if found else None

    return find


def _interview(uow: UnitOfWork, notice: InterviewQuestion) -> Place | None:
    found = uow.interviews.get(notice.interview)
    return Place(About.INTERVIEW, found.id, found.classroom) if found else None


def _response(uow: UnitOfWork, notice: Responded | ReplyUnclear) -> Place | None:
    response = uow.responses.get(notice.response)
    check_in = uow.check_ins.get(response.check_in) if response else None
    contract = uow.contracts.get(check_in.contract) if check_in else None
    return Place(About.RESPONSE, notice.response, contract.classroom) if contract else None


def _feedback(uow: UnitOfWork, notice: FeedbackGiven | FeedbackDelivered | FeedbackUnclear) -> Place | None:
    found = uow.feedback.get(notice.feedback)
    return Place(About.FEEDBACK, found.id, found.classroom) if found else None


def _note(uow: UnitOfWork, notice: NoteFrom) -> Place | None:
    found = uow.notes.get(notice.note)
    return Place(About.NOTE, found.id, found.classroom) if found else None


_FINDS: tuple[tuple[tuple[type[Notice], ...], Find], ...] = (
    ((ReplyShared, CheckInMissed, DriftSeen, DriftPassed), _of_check_in(About.SHARED)),
    ((OfCheckIn, CheckInAgain, DriftNoticed, DriftOver), _of_check_in(About.CHECK_IN)),
    ((InterviewQuestion,), _interview),
    ((TeacherAsked, AnswerPassedOn), _of_contract(About.QUESTION)),
    ((ProposalCard, StudentAnswered, StudentWondered), _of_contract(About.PROPOSAL)),
    ((Responded, ReplyUnclear), _response),
    ((FeedbackGiven, FeedbackDelivered, FeedbackUnclear), _feedback),
    ((NoteFrom,), _note),
)
"""The first that fits counts: what a teacher sees of a check-in is a notice of a check-in too."""


# Which of several open questions a message answers. In doubt none: then Accord asks.


Shares = Mapping[int, str]
"""The part of a message that is for each of several classes."""

GOES_ON_FOR = timedelta(minutes=30)
"""So long a conversation goes on: what is typed after Accord's answer is taken to be about it."""


def named(uow: UnitOfWork, places: Sequence[Place], text: str, lang: str) -> tuple[Place, str] | None:
    """The place whose class, or one of whose teachers, a message is addressed to, and the words without that."""
    classes = sorted({place.classroom for place in places})
    found = addressed(text, names_by_class(uow, classes), lang) if len(classes) > 1 else None
    if found is None:
        return None
    here = [place for place in places if place.classroom == classes[found[0]]]
    return (here[0], found[1]) if len(here) == 1 else None


def names_another(uow: UnitOfWork, user: str, places: Sequence[Place], text: str) -> bool:
    """Whether a message begins with the name of a class of its writer's, and a colon, and none of the places is there:
    what is for one teacher is no answer to another's question."""
    head, colon, _ = text.partition(":")
    classes = classes_named_by(uow, user) if colon else []
    if len(classes) < 2:
        return False
    said, here = fold(head).strip(), {place.classroom for place in places}
    called = [c for c, names in zip(classes, names_by_class(uow, classes), strict=True) if said in names]
    return bool(called) and not here.intersection(called)


def class_addressed(uow: UnitOfWork, user: str, text: str, lang: str) -> int | None:
    """The class of its writer's that a message is addressed to, or whose number it tells, whatever is open there."""
    classes = access.learns_in(uow, user)
    found = addressed(text, names_by_class(uow, classes), lang) if len(classes) > 1 else None
    return classes[found[0]] if found is not None else None


def still_naming(uow: UnitOfWork, user: str, before: str, text: str) -> str:
    """The new words of an edited message, with the class that the old ones began with, where they name none."""
    head, colon, _ = before.partition(":")
    names = names_by_class(uow, classes_named_by(uow, user)) if colon else []
    if not any(fold(head).strip() in called for called in names) or mentioned(text, names) is not None:
        return text
    return f"{head}: {text}"


def classes_named_by(uow: UnitOfWork, user: str) -> list[int]:
    """The classes in which somebody has, or had, a place, a contract or an interview: whoever left one, or taught there
    for a while, goes on naming it."""
    places = {place.classroom for place in uow.memberships.ever_of(user)}
    contracts = {contract.classroom for contract in uow.contracts.of_student(user)}
    interviews = {interview.classroom for interview in uow.interviews.of_student(user)}
    return sorted({*places, *contracts, *interviews})


def word_alone(uow: UnitOfWork, place: Place | None, text: str, lang: str) -> str:
    """A word to Accord without the class that it is addressed to, where there is but one to be meant: "english: back".
    All else stays as it was typed."""
    _, colon, word = text.partition(":")
    if place is None or not colon or typed.meaning(word, lang) is None:
        return text
    return without_class(uow, place.classroom, text)


def its_words(uow: UnitOfWork, user: str, place: Place | None, text: str) -> str:
    """What a message says to a place. Who learns in several classes names one to say which is meant; in one alone, what
    stands before a colon is a part of what is said."""
    several = place is not None and len(access.learns_in(uow, user)) > 1
    return without_class(uow, place.classroom, text) if place is not None and several else text


def without_class(uow: UnitOfWork, classroom: int, text: str) -> str:
    """The words without the name of this class, or of who teaches it, that they begin with: "english: I get stuck"."""
    head, colon, words = text.partition(":")
    if not colon or not words.strip() or fold(head).strip() not in names_by_class(uow, [classroom])[0]:
        return text
    return words.strip()


def shares(uow: UnitOfWork, user: str, text: str) -> Shares | None:
    """The part of a message for each of their classes, where it speaks of several: "5 in english and 6 in history".
    Empty where it is not plain which number is for which; None where it speaks of one, or of none. A class that they
    left is one of theirs, too: what they say of it is for no other."""
    classes = access.learns_in(uow, user)
    left = [one for one in classes_named_by(uow, user) if one not in classes] if classes else []
    everyone = [*classes, *left]
    names = [*names_by_class(uow, classes), *_names_left(uow, classes, left)] if len(everyone) > 1 else []
    found = shared_out(text, names, lang_of(uow, user)) if names else None
    return None if found is None else {everyone[i]: part for i, part in found.items()}


def _names_left(uow: UnitOfWork, classes: Sequence[int], left: Sequence[int]) -> list[list[str]]:
    """What each class that was left may be called, without what one that goes on is called, too."""
    if not left:
        return []
    taken = {name for names in names_by_class(uow, classes) for name in names}
    named = names_by_class(uow, [*classes, *left])[len(classes) :]
    return [[name for name in names if name not in taken] for names in named]


def share_of(uow: UnitOfWork, user: str, classroom: int, text: str) -> str:
    """The part of a message that is for this class: all of it, where others have none."""
    return (shares(uow, user, text) or {}).get(classroom, text)


def decided(uow: UnitOfWork, places: Sequence[Place], focus: Focus | None, text: str, ts: str) -> Place | None:
    """The one place that a message is about, as far as the unit it counts or the conversation that goes on tells. Where
    its writer had not yet seen all that was said to them, they may go on with something else."""
    if len(places) == 1:
        return None if _was_for_another(uow, places[0], focus, ts) else places[0]
    by_unit = [place for place in places if _counts_its_unit(uow, place, places, text)]
    if len(by_unit) == 1:
        return by_unit[0]
    if focus is None or not goes_on(focus, uow.now):
        return None
    spoken_of = next((place for place in places if _is_of(focus, place)), None)
    return spoken_of if spoken_of is not None and not uow.outbox.has_unread(focus.user, ts) else None


def still_claiming(uow: UnitOfWork, owed: Sequence[Owed], focus: Focus | None) -> Sequence[Owed]:
    """Without what was given up on, while a conversation about something else goes on."""
    if focus is None or not goes_on(focus, uow.now) or any(_speaks_of(uow, focus, one.place) for one in owed):
        return owed
    return [one for one in owed if not one.late]


def _speaks_of(uow: UnitOfWork, focus: Focus, place: Place) -> bool:
    """Whether the conversation is about this place, or asks which of several is meant, of which it is one."""
    asked = uow.asked_back.get(focus.ref) if focus.about is About.ASKED_BACK else None
    return _is_of(focus, place) or (asked is not None and asked.what is What.WHICH and place in asked.places)


def goes_on(focus: Focus, now: datetime) -> bool:
    """Whether the conversation in which this was asked or shown back, in reply to its reader, goes on."""
    return focus.in_reply and now - focus.since <= GOES_ON_FOR


def _is_of(focus: Focus, place: Place) -> bool:
    return (focus.about, focus.ref) == (place.about, place.ref)


def _was_for_another(uow: UnitOfWork, place: Place, focus: Focus | None, ts: str) -> bool:
    """Whether it was written in another class's interview, which its writer left before it could be heard."""
    if focus is None or focus.about is not About.INTERVIEW or not focus.in_reply:
        return False
    interview = uow.interviews.get(focus.ref)
    if interview is None or interview.state is InterviewState.OPEN or interview.classroom == place.classroom:
        return False
    return interview.updated_at > written_at(ts)


def by_unit(contracts: Sequence[Contract], text: str, lang: str) -> int | None:
    """The class of the only one of these contracts whose unit a number stands with."""
    named = [c for c in contracts if _names_unit(text, c.in_force.terms.targets, _targets_but_of(c, contracts), lang)]
    return named[0].classroom if len(named) == 1 else None


def _targets_but_of(contract: Contract, contracts: Sequence[Contract]) -> list[Target]:
    return [t for other in contracts if other.id != contract.id for t in other.in_force.terms.targets]


def names_by_class(uow: UnitOfWork, classes: Sequence[int]) -> list[list[str]]:
    """For each of the classes, what it and those who teach no other of them may be called."""
    rooms = {room.id: room for room in uow.classrooms.among(list(classes))}
    teachers = {c: _called(names_of(uow, access.teachers_of(uow, c))) for c in classes}
    return [
        [
            *names_of_class(rooms[c].name, [rooms[other].name for other in classes if other != c]),
            *(name for name in teachers[c] if all(name not in teachers[o] for o in classes if o != c)),
        ]
        for c in classes
    ]


def _called(names: Sequence[str]) -> list[str]:
    return [name for full in names for name in names_of_person(full)]


def _counts_its_unit(uow: UnitOfWork, place: Place, places: Sequence[Place], text: str) -> bool:
    """Whether a number stands with the unit of this check-in, and of no other."""
    others = [t for other in places if other != place for t in _targets_of(uow, other)]
    contract = contract_of(uow, place)
    lang = lang_of(uow, contract.student) if contract is not None else DEFAULT
    return _names_unit(text, _targets_of(uow, place), others, lang)


def _names_unit(text: str, mine: Sequence[Target], others: Sequence[Target], lang: str) -> bool:
    return any(counts.names_unit(text, [*mine, *others], index, lang) for index in range(len(mine)))


def contract_of(uow: UnitOfWork, place: Place) -> Contract | None:
    """The contract that a check-in asks about; none for anything else."""
    check_in = uow.check_ins.get(place.ref) if place.about is About.CHECK_IN else None
    return uow.contracts.get(check_in.contract) if check_in else None


def _targets_of(uow: UnitOfWork, place: Place) -> tuple[Target, ...]:
    contract = contract_of(uow, place)
    return contract.in_force.terms.targets if contract else ()
