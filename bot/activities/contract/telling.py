"""Who hears what became of a contract: a teacher of many students not of each of them one by one."""

from collections.abc import Mapping

from bot.activities import access
from bot.activities.changing.messages import ChangeCard
from bot.activities.checking_in.drift_messages import DriftSeen
from bot.activities.checking_in.messages import ReplyShared
from bot.activities.evidence.messages import PieceShown
from bot.activities.exchanging.messages import NoteFrom
from bot.activities.feedback.uptake_messages import FeedbackUnclear, ReplyUnclear
from bot.activities.freedom.messages import FreedomNext
from bot.activities.looking_back.messages import LookBackAsked, LookBackOverdue, LookBackReminder, LookedBack
from bot.activities.reviewing.messages import Agreed, StudentAnswered, StudentWondered
from bot.activities.talking.messages import TalkAsked
from bot.activities.waiting.messages import WaitsForYou
from bot.domain import recurrence
from bot.domain.actor import Side
from bot.domain.classroom import Classroom
from bot.domain.contract import Contract
from bot.domain.rounds import RoundNews, Singly
from bot.domain.waiting import FEW, SINGLY_MOST, SINGLY_WITHIN
from bot.messages.registry import Notice
from bot.messages.tell import tell
from storage.unit_of_work import UnitOfWork

ANSWERS = (ChangeCard, StudentAnswered, StudentWondered, ReplyShared)
ENDS = (LookBackAsked, LookBackReminder, LookBackOverdue, LookedBack)
MOVES = frozenset(one.kind for one in (Agreed, *ANSWERS, *ENDS, DriftSeen, FreedomNext))
"""What became of a contract. It is seen on the card of what it is about, too, in the list of the class, on the page of
its student, and on Home as long as it waits."""

REMINDERS = frozenset({LookBackReminder.kind, LookBackOverdue.kind})
"""Instead of many of them a teacher gets the list of what waits."""

ASKS = frozenset(one.kind for one in (NoteFrom, TalkAsked, FeedbackUnclear, ReplyUnclear))
"""A student's own words to a teacher are said in any case, and count."""

COUNTED = MOVES | ASKS | {PieceShown.kind}

CHOSEN_AS: Mapping[str, Singly] = {
    **dict.fromkeys((one.kind for one in (ChangeCard, StudentAnswered, StudentWondered)), Singly.CHANGES),
    PieceShown.kind: Singly.WORK,
    DriftSeen.kind: Singly.BEHIND,
    **dict.fromkeys((one.kind for one in (LookBackAsked, LookedBack)), Singly.ENDS),
}
"""What a teacher may choose to hear of one by one."""

LIMITS: Mapping[str, tuple[frozenset[str], int]] = {
    **dict.fromkeys(MOVES, (COUNTED, SINGLY_MOST)),
    PieceShown.kind: (COUNTED, SINGLY_MOST),
    LookedBack.kind: (frozenset({LookedBack.kind}), SINGLY_MOST),
    Agreed.kind: (frozenset({Agreed.kind}), 1),
}
"""By kind: of which kinds there may be how many in the week before, for a teacher to hear of it in one message more.
That both have signed stands where whoever signed last pressed."""


def tell_teacher(uow: UnitOfWork, contract: Contract, user: str | None, notice: Notice) -> None:
    """Tell the teacher whom it concerns; all teachers of the class where that one teaches it no more."""
    teachers = access.teachers_for(uow, contract.student, contract.classroom)
    for teacher in [user] if user in teachers else teachers:
        if teacher is not None:
            tell_one(uow, contract, teacher, notice)


def tell_one(uow: UnitOfWork, contract: Contract, user: str, notice: Notice, *, once: str | None = None) -> None:
    """To a teacher, where they do not get too much of the kind; to its student in any case."""
    if user == contract.student or hears_singly(uow, user, contract.classroom, notice.kind):
        tell(uow, user, notice, once=once)
    elif notice.kind in REMINDERS and (room := uow.classrooms.get(contract.classroom)) is not None:
        tell_list(uow, user, room)


def tell_list(uow: UnitOfWork, teacher: str, room: Classroom) -> None:
    """All that waits for them in the class, once a day."""
    day = recurrence.local_day(uow.now, room.timezone)
    tell(uow, teacher, WaitsForYou(room.id, f"{day}"), once=f"waits:{room.id}:{day}:{teacher}")


def hears_singly(uow: UnitOfWork, teacher: str, classroom: int, kind: str) -> bool:
    """Whoever has few students, or chose a message for each or for what is of this kind, does in any case."""
    if kind not in LIMITS or len(uow.memberships.on_side(classroom, Side.STUDENT)) <= FEW:
        return True
    place = uow.memberships.here(classroom, teacher)
    if place is not None and (place.check_ins == RoundNews.EACH or CHOSEN_AS.get(kind) in place.singly.split(",")):
        return True
    kinds, most = LIMITS[kind]
    return uow.outbox.told_since(teacher, kinds, uow.now - SINGLY_WITHIN) < most
