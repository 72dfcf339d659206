"""Back to a question that had to wait: it is asked again, and what is typed next is about it."""

from datetime import datetime

from bot.activities.checking_in.notices import CheckInDue
from bot.activities.checking_in.replying_sheet import ANSWERABLE
from bot.activities.ports import UnitOfWork
from bot.activities.proposing import asking
from bot.activities.reviewing.notices import TeacherAsked
from bot.domain.actor import Actor
from bot.domain.contract import Status
from bot.domain.focus import About, Focus
from bot.messages.tell import tell


def ask_again(uow: UnitOfWork, actor: Actor, about: About | None, ref: int | None, *, now: datetime) -> bool:
    """Ask the actor once more what they were asked; False where it is not open any more, or nothing was."""
    if about is None or ref is None:
        return False
    if about is About.INTERVIEW:
        return _interview(uow, actor, ref, now)
    if about is About.CHECK_IN:
        return _check_in(uow, actor, ref, now)
    return _question(uow, actor, ref, now)


def _interview(uow: UnitOfWork, actor: Actor, ref: int, now: datetime) -> bool:
    found = uow.interviews.get(ref)
    if found is None or found.student != actor.user or found.state not in asking.UNDER_WAY:
        return False
    asking.ask(uow, found, now, remark="welcome-back")
    return True


def _check_in(uow: UnitOfWork, actor: Actor, ref: int, now: datetime) -> bool:
    found = uow.check_ins.get(ref)
    contract = uow.contracts.get(found.contract) if found else None
    if found is None or contract is None or found.student != actor.user or contract.status not in ANSWERABLE:
        return False
    _focus_on(uow, actor, About.CHECK_IN, ref, now)
    tell(uow, actor.user, CheckInDue(ref), now)
    return True


def _question(uow: UnitOfWork, actor: Actor, ref: int, now: datetime) -> bool:
    found = uow.contracts.get(ref)
    if found is None or found.student != actor.user or found.status is not Status.QUESTIONED:
        return False
    history = uow.contracts.history(ref)
    entry = max(place for place, line in enumerate(history) if line.action == "asked")
    _focus_on(uow, actor, About.QUESTION, ref, now)
    tell(uow, actor.user, TeacherAsked(ref, history[entry].version, entry), now)
    return True


def _focus_on(uow: UnitOfWork, actor: Actor, about: About, ref: int, now: datetime) -> None:
    uow.focus.put(Focus(uow.workspace, actor.user, about, ref, now), "user")
