"""When something was not understood or not allowed: say so kindly, and show a way on."""

from datetime import datetime

from bot.activities import access
from bot.activities.care import setting, use_cases
from bot.activities.help.notices import Help, HelpBrief, Refused
from bot.activities.ports import UnitOfWork
from bot.domain.actor import Actor, Side
from bot.domain.check_ins import AWAITING
from bot.domain.contract import RUNNING
from bot.domain.interview import InterviewState
from bot.messages.tell import tell, tell_here


def show_help(uow: UnitOfWork, actor: Actor, channel: str, *, now: datetime) -> None:
    tell_here(uow, actor.user, channel, Help(), now)


def not_heard(uow: UnitOfWork, actor: Actor, channel: str, *, now: datetime) -> None:
    """What somebody wrote answers nothing: they are told that it went nowhere, and what goes somewhere."""
    tell_here(uow, actor.user, channel, Help(unheard=True), now)


def refuse(
    uow: UnitOfWork, actor: Actor, channel: str, reason: str, details: dict[str, str | int], *, now: datetime
) -> None:
    """Answer in the place where it was tried; in the DM when there is no place."""
    tell_here(uow, actor.user, channel, Refused(reason, details), now)


def too_many(uow: UnitOfWork, actor: Actor, channel: str, most: int, *, now: datetime) -> None:
    """They wrote more in a minute than is read: they hear how much was read, and that no more is kept. Who is not well
    hears nothing of it."""
    if not use_cases.hear_on(uow, actor, now=now):
        refuse(uow, actor, channel, "too-many", {"number": most}, now=now)


def not_readable(uow: UnitOfWork, actor: Actor, *, now: datetime) -> None:
    """What Slack brought from them can not be read. Said once in an hour, however much of it comes."""
    person = uow.people.first(user=actor.user)
    if person is None or (person.is_active and not person.is_bot):
        once = f"not-readable:{actor.user}:{now:%Y-%m-%dT%H}"
        tell(uow, actor.user, Refused("not-readable"), now, once=once)


def help_brief(uow: UnitOfWork, actor: Actor) -> HelpBrief:
    places = access.places_of(uow, actor.user)
    classrooms = {c.id: c for c in uow.classrooms.all(id=[p.classroom for p in places])}
    learns = [classrooms[p.classroom] for p in places if p.side is Side.STUDENT]
    drafts = uow.interviews.all(student=actor.user, state=(InterviewState.OPEN, InterviewState.LATER))
    here = {c.id for c in learns}
    standing = [c for c in uow.contracts.open_for(actor.user) if c.classroom in here]
    taken = {c.classroom for c in standing}
    return HelpBrief(
        teaches=tuple(classrooms[p.classroom].name for p in places if p.side is Side.TEACHER),
        learns=tuple(c.name for c in learns),
        may_set_up=access.may_teach(uow, actor),
        draft_waiting=bool(drafts),
        may_start=any(c.id not in taken and not c.archived for c in learns),
        has_contract=any(c.versions for c in standing),
        check_in=_waiting_check_in(uow, [c.id for c in standing if c.status in RUNNING]),
        care=setting.rule_of(uow) if learns else None,
    )


def _waiting_check_in(uow: UnitOfWork, contracts: list[int]) -> int | None:
    found = uow.check_ins.newest(contract=contracts, state=tuple(AWAITING)) if contracts else None
    return found.id if found else None
