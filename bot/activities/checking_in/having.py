"""A student's check-ins come after each essay, lesson or shift: they say when they had one, and are asked then."""

from datetime import timedelta

from bot.activities import access
from bot.activities.checking_in import having_messages, planning, unasked
from bot.activities.checking_in.having_messages import NoneForLong, NoneForLongBrief
from bot.activities.checking_in.messages import CheckInDue
from bot.activities.hearing import asking, kinds
from bot.activities.hearing.kinds import HeardMessage
from bot.activities.hearing.messages import CheckInAgain
from bot.domain import check_ins, recurrence
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import ASKED, LIVE, REMIND_AFTER, CheckIn, CheckInState
from bot.domain.classroom import Classroom
from bot.domain.contract import RUNNING, Contract
from bot.language.having import says_had_one
from bot.language.hearing import Kind
from bot.messages.briefs import NothingToSay, lang_of, only_to, say
from bot.messages.tell import show_home, tell
from storage.unit_of_work import UnitOfWork

FOR_LONG = 21
"""So many school days without a check-in, and the student is asked whether there was one."""

A_DAY = timedelta(days=1)

_CAME = tuple(sorted(set(CheckInState) - {CheckInState.PLANNED, CheckInState.DROPPED}))
_MAY_SAY_SO = frozenset(
    {Kind.ANSWER, Kind.PROGRESS, Kind.UNCLEAR, Kind.FOR_TEACHER, Kind.GREETING, Kind.NOT_FOR_US, Kind.AWAY}
)
"""What a message that says so may be heard as: nothing that somebody wishes, and never that they are not well."""


def had_one(uow: UnitOfWork, actor: Actor, contract: int) -> None:
    """The student had one: they are asked now. What is open already is shown again."""
    found, classroom = unasked.running_one(uow, actor, contract)
    if not found.in_force.terms.after_each:
        raise Refusal("old-button")
    live = uow.check_ins.newest(contract, tuple(LIVE))
    if live is not None and live.state in ASKED:
        tell(uow, actor.user, CheckInAgain(live.id))
        return
    asked = _asked_now(uow, found, classroom, live or planning.one_more(uow, found, classroom))
    tell(uow, actor.user, CheckInDue(asked.id), once=f"check-in:{asked.id}:{planning.PROMPT}")
    for user in (actor.user, *access.teachers_of(uow, classroom.id)):
        show_home(uow, user)


def _asked_now(uow: UnitOfWork, contract: Contract, classroom: Classroom, standing: CheckIn) -> CheckIn:
    """The one that lay ahead, now; it is planned anew once this one has ended."""
    schedule = planning.schedule_of(uow, contract, classroom)
    again_at = check_ins.awake(uow.now + REMIND_AFTER, classroom, schedule.timezone, schedule.closed, schedule.at)
    its = planning.round_of(uow, contract, classroom, uow.now)
    asked = check_ins.asked_again(check_ins.moved(standing, uow.now, None, its), again_at)
    uow.check_ins.save(asked)
    return asked


@kinds.handles_first
def hear(uow: UnitOfWork, actor: Actor, message: HeardMessage) -> bool:
    """ "I've written one": the same. False where it says nothing of it, or counts something: that is noted itself."""
    counts = any(number.value != 1 for number in message.heard.numbers.values())  # "one" is no number here
    if message.heard.kind not in _MAY_SAY_SO or counts:
        return False
    text, lang = message.typed.text, lang_of(uow, actor.user)
    running = [c for c in unasked.running_contracts(uow, actor) if c.in_force.terms.after_each]
    meant = [c for c in running if says_had_one(text, c.in_force.terms.after_each, lang)]
    if not meant:
        return False
    of_class = {c.classroom: c for c in meant}
    known = asking.known_class(uow, message, sorted(of_class))
    if known is None:
        asking.ask_which(uow, actor, message, sorted(of_class))
    else:
        had_one(uow, actor, of_class[known].id)
    return True


# Where none came for long, the student is asked, and nobody else hears of it.


def classes(uow: UnitOfWork, actor: Actor) -> list[int]:
    """Those to look at."""
    access.accord_itself(actor)
    return [classroom.id for classroom in uow.classrooms.not_archived()]


def look(uow: UnitOfWork, actor: Actor, classroom: int) -> None:
    """Ask each student of a class whose last check-in was that long ago, once in so many school days."""
    access.accord_itself(actor)
    room = uow.classrooms.get(classroom)
    here = set(access.students_of(uow, classroom)) if room is not None else set()
    for contract in uow.contracts.of_classroom(classroom, *RUNNING) if here else []:
        if room is not None and contract.student in here and contract.in_force.terms.after_each:
            _look_at(uow, contract, room)


def _look_at(uow: UnitOfWork, contract: Contract, classroom: Classroom) -> None:
    schedule = planning.schedule_of(uow, contract, classroom)
    today = recurrence.local_day(uow.now, schedule.timezone)
    newest = uow.check_ins.newest(contract.id, _CAME)
    if not schedule.has_school(today) or (newest is not None and newest.state in ASKED):
        return
    since = newest.due_at if newest is not None else planning.began_at(uow, contract)
    times = schedule.school_days_since(since, today) // FOR_LONG
    if times == 0:
        return
    moment = check_ins.out_of_quiet(uow.now, classroom, schedule.timezone)
    once = f"contract:{contract.id}:none-for-long:{since.date()}:{times}"
    tell(uow, contract.student, NoneForLong(contract.id), once=once, not_before=moment, expires_at=moment + A_DAY)


def _none_for_long(uow: UnitOfWork, notice: NoneForLong, reader: str) -> NoneForLongBrief:
    contract = uow.contracts.get(notice.contract)
    room = uow.classrooms.get(contract.classroom) if contract is not None else None
    if contract is None or room is None or contract.status not in RUNNING or not contract.in_force.terms.after_each:
        raise NothingToSay("contract")
    only_to(contract.student, reader)
    return NoneForLongBrief(contract.id, contract.in_force.terms.after_each, room.name)


say(NoneForLong, shown=_none_for_long, blocks=having_messages.none_for_long)
