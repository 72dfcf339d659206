"""Somebody is not well, and says so in a form or behind a command: it is not taken. A teacher's is for the lead."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.activities import access
from bot.activities.care import use_cases
from bot.activities.care.notices import CareElsewhere, CareForLead
from bot.activities.ports import UnitOfWork
from bot.domain.actor import Actor, Side
from bot.messages.tell import tell_here

TEACHERS = frozenset(
    {
        *("checking_in.respond", "drafting.edit", "feedback.give", "reviewing.ask", "reviewing.explain"),
        *("reviewing.redirect", "reviewing.suggest"),
    }
)
"""Forms that only teachers fill in."""

OF_ADMINS = frozenset({"care.save", "privacy.keep", "set_up.save"})
"""Forms in which an admin or a teacher writes of the school, and nobody of themselves: helplines have names."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """Why a form is not taken: the place among its texts, and the language to say it in. `for_lead`: it is a teacher's,
    and nothing was done."""

    place: int
    language: str
    for_lead: bool = False


def hear_form(
    uow: UnitOfWork, actor: Actor, form: str, texts: Sequence[str], key: str, *, now: datetime
) -> Stopped | None:
    """What was written in the fields of a form, before anything is made of it; None where it can be taken. `key` is the
    id under which it came in: twice the same is answered once."""
    stopped = _look(uow, actor, texts, for_lead=_is_teachers(uow, actor, form))
    if stopped is None or stopped.for_lead or not uow.first_time(f"care:{key}", now):
        return stopped
    found = use_cases.look(uow, actor.user, texts[stopped.place])
    assert found is not None  # noqa: S101 - for the types: _look has found something
    use_cases.stop(uow, actor, texts[stopped.place], found, beside="\n".join(texts), now=now)
    return stopped


def hear_command(uow: UnitOfWork, actor: Actor, channel: str, text: str, key: str, *, now: datetime) -> bool:
    """The words behind a command; False where they can be taken. In a channel nobody but the writer sees an answer."""
    found = use_cases.look(uow, actor.user, text)
    if found is None:
        return False
    if not uow.first_time(f"care:{key}", now):
        return True
    if use_cases.teaches_only(uow, actor):
        tell_here(uow, actor.user, channel, CareForLead(), now)
        return True
    alert = use_cases.stop(uow, actor, text, found, now=now)
    if alert is not None and not channel.startswith("D"):
        tell_here(uow, actor.user, channel, CareElsewhere(alert.id), now)
    return True


def _look(uow: UnitOfWork, actor: Actor, texts: Sequence[str], *, for_lead: bool) -> Stopped | None:
    for place, text in enumerate(texts):
        found = use_cases.look(uow, actor.user, text)
        if found is not None:
            return Stopped(place, found.language, for_lead)
    return None


def _is_teachers(uow: UnitOfWork, actor: Actor, form: str) -> bool:
    """Who learns in one class and teaches another one is a student, save in a teacher's form."""
    if not access.places_of(uow, actor.user, Side.STUDENT):
        return True
    return form in TEACHERS and bool(access.places_of(uow, actor.user, Side.TEACHER))
