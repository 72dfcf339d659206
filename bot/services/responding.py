"""A teacher responds to a check-in."""

from datetime import datetime

from bot.domain.actor import Actor
from bot.domain.check_ins import CheckIn, CheckInState, Response
from bot.domain.errors import Refusal
from bot.notices.checking_in import Responded
from bot.services import access, exchanging
from bot.services.briefs import name_of
from bot.services.ports import UnitOfWork
from bot.services.saying import refresh, tell

MOST = 1500
"""Characters of a response."""


def open_response(uow: UnitOfWork, actor: Actor, check_in: int, *, now: datetime) -> str:
    """The name of the student whose check-in it is, for the form."""
    return name_of(uow, _as_teacher(uow, actor, check_in).student)


def respond(uow: UnitOfWork, actor: Actor, check_in: int, text: str, *, now: datetime) -> None:
    """Tell the student; the cards of the check-in show it to the other teachers too.

    The same words again have no effect: a form whose answer did not come was opened and sent once more.
    """
    found = _as_teacher(uow, actor, check_in)
    if not text.strip():
        raise Refusal("empty", field="text")
    if len(text) > MOST:
        raise Refusal("too-long", field="text", most=MOST)
    said = Response(uow.workspace, check_in, actor.user, text.strip(), now)
    if uow.responses.first(check_in=check_in, teacher=said.teacher, text=said.text) is not None:
        return
    response = uow.responses.add(said)
    under = exchanging.where_answered(uow, check_in, actor.user, found.student)
    tell(uow, found.student, Responded(response.id), now, under=under)
    refresh(uow, f"check-in:{check_in}", now)


def seen(uow: UnitOfWork, actor: Actor, check_in: int, *, now: datetime) -> None:
    """Seen, and well done, by one tap; the student is told once for each check-in, whoever of the class pressed it."""
    found = _as_teacher(uow, actor, check_in)
    if found.state is not CheckInState.ANSWERED:
        raise Refusal("old-button")
    if uow.responses.first(check_in=check_in, text="") is not None:
        return
    response = uow.responses.add(Response(uow.workspace, check_in, actor.user, "", now))
    under = exchanging.where_answered(uow, check_in, actor.user, found.student)
    tell(uow, found.student, Responded(response.id), now, under=under, once=f"check-in:{check_in}:seen")
    refresh(uow, f"check-in:{check_in}", now)


def _as_teacher(uow: UnitOfWork, actor: Actor, check_in: int) -> CheckIn:
    found = uow.check_ins.get(check_in)
    if found is None:
        raise Refusal("no-such-contract")
    access.contract_as_teacher(uow, actor, found.contract)
    return found
