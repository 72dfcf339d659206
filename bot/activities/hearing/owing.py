"""What somebody was asked and has not answered: their messages may be about any of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.activities import access
from bot.activities.checking_in.replying_sheet import ANSWERABLE
from bot.activities.ports import UnitOfWork
from bot.domain.check_ins import AWAITING, CheckIn, CheckInState
from bot.domain.contract import Contract, Status
from bot.domain.focus import About, Focus
from bot.domain.interview import InterviewState
from bot.domain.utterance import Place


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
    """What somebody owes an answer to now, oldest first; what is late stands only where nothing else does. What they
    had `written` by then answers nothing that was asked later."""
    asked_by = written + CLOCKS_DIFFER if written is not None else None
    contracts = access.own_contracts(uow, user)
    found = [
        *_check_ins(uow, contracts, asked_by),
        *_interviews(uow, user, contracts, asked_by),
        *(one for one in _questions(uow, contracts) if asked_by is None or one.since <= asked_by),
    ]
    in_time = [one for one in found if not one.late]
    return sorted(in_time or found, key=lambda one: one.since)


def awaits_answer(uow: UnitOfWork, user: str, place: Place) -> bool:
    """Whether this is open."""
    return any(one.place == place for one in owed(uow, user))


def put_focus(uow: UnitOfWork, user: str, place: Place, now: datetime) -> None:
    """This is what was asked, or shown back, last; in reply to what they did."""
    uow.focus.put(Focus(uow.workspace, user, place.about, place.ref, now, in_reply=True), "user")


def _check_ins(uow: UnitOfWork, contracts: list[Contract], asked_by: datetime | None) -> list[Owed]:
    """The newest of each contract: what came before it, or before one that was answered, is over."""
    running = {c.id: c for c in contracts if c.status in ANSWERABLE}
    if not running:
        return []
    newest: dict[int, CheckIn] = {}
    for check_in in uow.check_ins.all(contract=list(running), state=tuple(AWAITING)):
        if asked_by is None or check_in.due_at <= asked_by:
            newest[check_in.contract] = check_in
    return [
        Owed(
            Place(About.CHECK_IN, check_in.id, running[check_in.contract].classroom),
            check_in.due_at,
            late=check_in.state is CheckInState.MISSED,
        )
        for check_in in newest.values()
        if not _is_over(uow, check_in)
    ]


def _is_over(uow: UnitOfWork, check_in: CheckIn) -> bool:
    """Whether it was given up on, and one that was asked later is answered: what is said now is about that one."""
    if check_in.state is not CheckInState.MISSED:
        return False
    answered = uow.check_ins.newest(contract=check_in.contract, state=CheckInState.ANSWERED)
    return answered is not None and answered.due_at > check_in.due_at


def _interviews(uow: UnitOfWork, user: str, contracts: list[Contract], asked_by: datetime | None) -> list[Owed]:
    drafts = {c.id for c in contracts if c.status is Status.DRAFTING and (asked_by is None or c.started_at <= asked_by)}
    if not drafts:
        return []
    under_way = uow.interviews.all(student=user, state=InterviewState.OPEN)
    return [Owed(Place(About.INTERVIEW, i.id, i.classroom), i.updated_at) for i in under_way if i.contract in drafts]


def _questions(uow: UnitOfWork, contracts: list[Contract]) -> list[Owed]:
    return [
        Owed(Place(About.QUESTION, c.id, c.classroom), _asked_at(uow, c))
        for c in contracts
        if c.status is Status.QUESTIONED
    ]


def _asked_at(uow: UnitOfWork, contract: Contract) -> datetime:
    return uow.contracts.history(contract.id)[-1].at
