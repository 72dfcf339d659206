"""When something was not understood or not allowed: say so kindly, and show a way on."""

from datetime import datetime

from bot.domain.actor import Actor, Side
from bot.domain.interview.interview import InterviewState
from bot.notices.help import Help, HelpBrief, Refused
from bot.services import access
from bot.services.ports import UnitOfWork
from bot.services.saying import tell_here


def show_help(uow: UnitOfWork, actor: Actor, channel: str, *, now: datetime) -> None:
    tell_here(uow, actor.user, channel, Help(), now)


def refuse(
    uow: UnitOfWork, actor: Actor, channel: str, reason: str, details: dict[str, str | int], *, now: datetime
) -> None:
    """Answer in the place where it was tried; in the DM when there is no place."""
    tell_here(uow, actor.user, channel, Refused(reason, details), now)


def help_brief(uow: UnitOfWork, actor: Actor) -> HelpBrief:
    places = access.places_of(uow, actor.user)
    names = {c.id: c.name for c in uow.classrooms.all(id=[p.classroom for p in places])}
    drafts = uow.interviews.all(student=actor.user, state=(InterviewState.OPEN, InterviewState.LATER))
    return HelpBrief(
        teaches=tuple(names[p.classroom] for p in places if p.side is Side.TEACHER),
        learns=tuple(names[p.classroom] for p in places if p.side is Side.STUDENT),
        may_set_up=access.may_teach(uow, actor),
        draft_waiting=bool(drafts),
    )
