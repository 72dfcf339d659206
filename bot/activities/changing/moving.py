"""The end of a contract moves along with an absence that takes a good part of it: a change that is proposed."""

from datetime import date, timedelta

from bot.activities import access
from bot.activities.changing import use_cases as changing
from bot.activities.checking_in import planning
from bot.activities.contract.steps import setting_of
from bot.domain import absence as away
from bot.domain import recurrence
from bot.domain.absence import Absence
from bot.domain.actor import Actor, Refusal
from bot.domain.classroom import Classroom
from bot.domain.contract import Contract
from bot.language.terms_typed import with_dates
from storage.unit_of_work import UnitOfWork


def moved_end(uow: UnitOfWork, contract: Contract, classroom: Classroom, absence: Absence) -> date | None:
    """The day to which the end would move; None where no good part of it is lost, or the term has no room."""
    lost = _lost(uow, contract, classroom, absence)
    ends_on = contract.in_force.terms.ends_on
    moved = min(ends_on + timedelta(days=lost), max(classroom.term_ends_on, ends_on))
    return moved if moved > ends_on else None


def move_end(uow: UnitOfWork, actor: Actor, contract: int, absence: int) -> Contract:
    """Propose, and sign for the actor's side, that the end and the days of the targets after its beginning move."""
    found, classroom, side = access.contract_as_party(uow, actor, contract)
    standing = uow.absences.get(absence)
    if standing is None or standing.student != found.student or standing.classroom != found.classroom:
        raise Refusal("old-button")
    ends_on = moved_end(uow, found, classroom, standing) if found.agreed is not None else None
    if ends_on is None:
        raise Refusal("nothing-to-move")
    terms = found.in_force.terms
    by = ends_on - terms.ends_on
    due_on = [t.due_on + by if t.due_on >= standing.first_on else t.due_on for t in terms.targets]
    setting = setting_of(uow, actor, found, classroom, side)
    return changing.propose_terms(uow, actor, found.id, found.on_the_table.number, with_dates(setting, ends_on, due_on))


def _lost(uow: UnitOfWork, contract: Contract, classroom: Classroom, absence: Absence) -> int:
    signed = max(s.signed_at for s in contract.in_force.signatures)
    begun_on = recurrence.local_day(signed, planning.zone_of(uow, contract.student, classroom))
    return away.days_lost(absence.span, begun_on, contract.in_force.terms.ends_on)
