"""Which class a message or a form is about: told where its reader is in more than one, and asked for its zone where
theirs is not known."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.activities import access
from bot.activities.ports import UnitOfWork
from bot.domain import recurrence
from bot.domain.actor import Actor
from bot.domain.classroom import Person


def to_name(uow: UnitOfWork, user: str, about: Mapping[str, Any]) -> str:
    """The name of the class that something is about, where the reader is in others too; "" where it can be no other
    one. `about` names rows by what they are ("contract", "check_in" …), as the fields of a notice do."""
    places = access.places_of(uow, user)
    if len(places) < 2:
        return ""
    classroom = _class_of(uow, about)
    mine = {c.id: c for c in uow.classrooms.all(id=[p.classroom for p in places])}
    others = [c for c in mine.values() if c.id != classroom and not c.archived]
    return mine[classroom].name if classroom in mine and others else ""


def for_form(uow: UnitOfWork, actor: Actor, about: Mapping[str, int], *, now: datetime) -> str:
    """The same for a form that the actor is about to see."""
    return to_name(uow, actor.user, about)


def zone_of_reader(uow: UnitOfWork, person: Person | None, about: Mapping[str, Any]) -> str:
    """The zone in which somebody reads times: their own; where Slack does not say it, or says one that this server does
    not know, that of the class that it is about, or of one of theirs. UTC for nobody in particular."""
    if person is None:
        return "UTC"
    if recurrence.is_zone(person.timezone) and person.timezone != "UTC":
        return person.timezone
    classroom = _class_of(uow, about) or next((p.classroom for p in access.places_of(uow, person.user)), None)
    found = uow.classrooms.get(classroom) if classroom is not None else None
    return found.timezone if found else "UTC"


def _class_of(uow: UnitOfWork, about: Mapping[str, Any]) -> int | None:
    """The class's id; None where it is about none, or about a row that is gone."""
    for what, find in _FINDS.items():
        if what in about:
            return find(uow, about[what])
    return None


def _of_contract(uow: UnitOfWork, contract: int) -> int | None:
    found = uow.contracts.get(contract)
    return found.classroom if found else None


def _of_check_in(uow: UnitOfWork, check_in: int) -> int | None:
    found = uow.check_ins.get(check_in)
    return _of_contract(uow, found.contract) if found else None


def _of_response(uow: UnitOfWork, response: int) -> int | None:
    found = uow.responses.get(response)
    return _of_check_in(uow, found.check_in) if found else None


def _of_milestone(uow: UnitOfWork, milestone: int) -> int | None:
    found = uow.milestones.get(milestone)
    return _of_contract(uow, found.contract) if found else None


def _of_interview(uow: UnitOfWork, interview: int) -> int | None:
    found = uow.interviews.get(interview)
    return found.classroom if found else None


def _of_feedback(uow: UnitOfWork, feedback: int) -> int | None:
    found = uow.feedback.get(feedback)
    return found.classroom if found else None


def _of_note(uow: UnitOfWork, note: int) -> int | None:
    found = uow.notes.get(note)
    return found.classroom if found else None


def _itself(uow: UnitOfWork, classroom: int) -> int | None:
    return classroom


_FINDS: Mapping[str, Callable[[UnitOfWork, int], int | None]] = {
    "classroom": _itself,
    "contract": _of_contract,
    "check_in": _of_check_in,
    "response": _of_response,
    "milestone": _of_milestone,
    "interview": _of_interview,
    "feedback": _of_feedback,
    "note": _of_note,
}
