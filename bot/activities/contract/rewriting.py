"""The form in which a side rewrites the terms: what it starts with, and the terms that come back."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.activities.ports import UnitOfWork
from bot.activities.proposing.asking import frame_of
from bot.domain import recurrence
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Classroom
from bot.domain.contract import RUNNING, Contract, Status
from bot.domain.interview import Frame
from bot.domain.terms import Terms
from bot.language.terms_typed import Filled, Setting, days_to_choose, read_terms


@dataclass(frozen=True, slots=True)
class TermsForm:
    """What the form starts with. `version` is on the table while it is filled in."""

    contract: int
    version: int
    terms: Terms
    side: Side
    days: tuple[str, ...]


def terms_form(
    uow: UnitOfWork, actor: Actor, contract: Contract, classroom: Classroom, side: Side, now: datetime
) -> TermsForm:
    before = _standing(contract)
    frame = _frame(uow, actor, contract, classroom, now)
    days = days_to_choose(before, side, frame)
    return TermsForm(contract.id, contract.on_the_table.number, before, side, days)


def rewritten(
    uow: UnitOfWork, actor: Actor, contract: Contract, classroom: Classroom, side: Side, filled: Filled, now: datetime
) -> Terms:
    """The terms that the form says. Raises Refusal under the field that can not be, and under the first one where
    nothing was changed: the form stays open."""
    frame, before = _frame(uow, actor, contract, classroom, now), _standing(contract)
    start = _began_at(uow, contract) if contract.status in RUNNING else now
    terms = read_terms(filled, Setting(before, side, frame, start))
    if terms == before:
        raise Refusal("nothing-changed", field="t0_statement")
    return terms


def still_fits(uow: UnitOfWork, contract: Contract, classroom: Classroom, now: datetime) -> None:
    """Refuse to sign what lay waiting for so long that its dates do not hold any more."""
    terms = contract.on_the_table.terms
    frame = frame_of(uow, classroom, contract.student, now)
    running = contract.status in RUNNING
    start = _began_at(uow, contract) if running else now
    in_time = recurrence.has_one_by_midpoint(
        terms.check_in_days, terms.check_in_time, frame.timezone, start=start, ends_on=terms.ends_on
    )
    if terms.ends_on <= frame.today or not in_time:
        raise Refusal("change-too-late" if running else "version-too-late")


def _standing(contract: Contract) -> Terms:
    """What the form is filled with: what is in force, or what lies on the table."""
    version = contract.in_force if contract.status in RUNNING else contract.on_the_table
    return version.terms


def _frame(uow: UnitOfWork, actor: Actor, contract: Contract, classroom: Classroom, now: datetime) -> Frame:
    """The student's days and zone; dates are read as whoever types them writes them."""
    frame = frame_of(uow, classroom, contract.student, now)
    person = uow.people.first(user=actor.user)
    return replace(frame, day_first=person is None or person.locale != "en-US")


def _began_at(uow: UnitOfWork, contract: Contract) -> datetime:
    """When both had signed for the first time."""
    agreed = (h.at for h in uow.contracts.history(contract.id) if h.after is Status.ACTIVE)
    return next(agreed, contract.started_at)
