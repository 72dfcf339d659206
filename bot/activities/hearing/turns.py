"""When a question is answered, the oldest one that is open gets its turn again."""

from datetime import datetime

from bot.activities.hearing.messages import CheckInAgain
from bot.activities.hearing.placing import Owed, owed, put_focus
from bot.activities.ports import UnitOfWork
from bot.activities.proposing import asking
from bot.activities.reviewing.messages import TeacherAsked
from bot.domain.interview import About
from bot.domain.utterance import Place
from bot.messages.tell import tell


def next_turn(uow: UnitOfWork, user: str, done: Place | None, now: datetime) -> None:
    """Ask again what waits longest, since others came between. What was given up on is not asked again."""
    waiting = [one for one in owed(uow, user) if one.place != done and not one.late]
    if waiting:
        ask_again(uow, user, waiting[0], now)


def ask_again(uow: UnitOfWork, user: str, one: Owed, now: datetime) -> None:
    """Below all messages: what is typed in the thread of another question would belong to that one."""
    uow.outbox.leave_thread()
    place = one.place
    if place.about is About.INTERVIEW:
        interview = uow.interviews.get(place.ref)
        if interview is not None:
            asking.ask(uow, interview, now)
        return
    put_focus(uow, user, place, now)
    if place.about is About.CHECK_IN:
        tell(uow, user, CheckInAgain(place.ref), now)
        return
    contract = uow.contracts.get(place.ref)
    if contract is not None:
        entry = len(uow.contracts.history(contract.id)) - 1
        tell(uow, user, TeacherAsked(contract.id, contract.on_the_table.number, entry), now)
