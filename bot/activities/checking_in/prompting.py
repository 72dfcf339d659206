"""What is due is done: prompts and reminders by the batch, and what needs a closer look one by one."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.activities import access
from bot.activities.checking_in import drift, leaving_out, planning
from bot.activities.checking_in.notices import CheckInDue, CheckInMissed, CheckInReminder
from bot.activities.ports import Agenda, UnitOfWork
from bot.domain import check_ins, spreading
from bot.domain.actor import Actor
from bot.domain.check_ins import ASKED, CheckIn, CheckInState
from bot.domain.due import Act, Asking, DueCheckIn, Situation, Step, next_step
from bot.messages.tell import refresh, show_home, tell

TRY_AGAIN_AFTER = timedelta(minutes=5)
"""A check-in that is looked at one by one is left alone for this long, whatever becomes of the attempt."""

PROMPT = Asking(CheckInState.PROMPTED, CheckInDue.kind, planning.PROMPT)
REMINDER = Asking(CheckInState.REMINDED, CheckInReminder.kind, planning.REMINDER)
_ASKING = {Act.PROMPT: PROMPT, Act.REMIND: REMINDER}

OneByOne = tuple[str, int, Act]
"""(workspace, check-in, GIVE_UP or PUT_OFF)"""


def ask_due(agenda: Agenda, now: datetime, limit: int) -> tuple[int, list[OneByOne]]:
    """Claim up to `limit` due check-ins and ask the students; how many were due, and what is left to look at."""
    due = agenda.due_check_ins(now, limit)
    alike: dict[Situation, list[DueCheckIn]] = defaultdict(list)
    for d in due:
        alike[d.situation].append(d)
    classrooms = agenda.classrooms({situation.classroom for situation in alike})
    by_step: dict[Step, list[DueCheckIn]] = defaultdict(list)
    for situation, those in alike.items():
        by_step[next_step(situation, classrooms[situation.classroom], now)] += those
    one_by_one: list[OneByOne] = []
    moments = _lay_out(agenda, [d for step, those in by_step.items() if step.act in _ASKING for d in those], now)
    for step, those in by_step.items():
        _take(agenda, step, [d.id for d in those], moments, now)
        if step.wake_at is None:
            one_by_one += [(d.workspace, d.id, step.act) for d in those]
    return len(due), one_by_one


def _lay_out(agenda: Agenda, asked: list[DueCheckIn], now: datetime) -> Mapping[int, datetime]:
    """When each of them is asked: in each workspace as fast as Slack takes it, after those who were asked before."""
    here: dict[str, list[int]] = defaultdict(list)
    for d in asked:
        here[d.workspace].append(d.id)
    before = agenda.asked_until(list(here))
    moments: dict[int, datetime] = {}
    reach: dict[str, datetime] = {}
    for workspace, ids in here.items():
        laid_out, reach[workspace] = spreading.lay_out(spreading.in_order(ids), now, before.get(workspace))
        moments.update(laid_out)
    agenda.ask_until(reach, now)
    return moments


def _take(agenda: Agenda, step: Step, ids: list[int], moments: Mapping[int, datetime], now: datetime) -> None:
    if step.act in _ASKING and step.wake_at is not None:
        agenda.ask(ids, _ASKING[step.act], now, step.wake_at, until=step.until, moments=moments)
    else:
        agenda.wake_again(ids, step.wake_at or now + TRY_AGAIN_AFTER)


def give_up(uow: UnitOfWork, actor: Actor, check_in: int, *, now: datetime) -> None:
    """Nobody answered the reminder either: tell the teachers once, and plan the next check-in.

    Where nothing that asked has arrived, nobody missed anything; nor does who wrote that they are away.
    """
    access.accord_itself(actor)
    found = uow.check_ins.get(check_in)
    if found is None or found.state is not CheckInState.REMINDED:
        return None
    if planning.never_arrived(uow, found.id):
        return put_off(uow, actor, check_in, now=now)
    if leaving_out.says_away(uow, found):
        return planning.excuse(uow, found, now)
    contract, classroom = planning.contract_of(uow, found)
    missed = check_ins.missed(found)
    uow.check_ins.save(missed)
    planning.write_next(uow, missed, contract, classroom, now)
    refresh(uow, f"check-in:{found.id}", now)
    for teacher in access.teachers_for(uow, found.student, classroom.id):
        tell(uow, teacher, CheckInMissed(found.id), now, once=f"check-in:{found.id}:missed:{teacher}")
        show_home(uow, teacher, now)
    drift.look(uow, contract, classroom, now)
    return show_home(uow, found.student, now)


def put_off(uow: UnitOfWork, actor: Actor, check_in: int, *, now: datetime) -> None:
    """There is nobody to ask, or it could not be asked in time: on to the next date, as if it had not been."""
    access.accord_itself(actor)
    found = uow.check_ins.get(check_in)
    if found is None or found.state not in (*ASKED, CheckInState.PLANNED):
        return
    contract, classroom = planning.contract_of(uow, found)
    if found.state is CheckInState.PLANNED:
        planning.move_on(uow, found, contract, classroom, now)
        return
    dropped = _without_answer(uow, found)
    planning.write_next(uow, dropped, contract, classroom, now)
    for user in (found.student, *access.teachers_of(uow, classroom.id)):
        show_home(uow, user, now)


def _without_answer(uow: UnitOfWork, check_in: CheckIn) -> CheckIn:
    planning.take_back(uow, check_in.id)
    dropped = check_ins.dropped(check_in)
    uow.check_ins.save(dropped)
    return dropped
