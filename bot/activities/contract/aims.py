"""What a contract counts, as far as the hearing of a number needs it."""

from decimal import Decimal

from bot.activities.ports import UnitOfWork
from bot.domain.contract import Contract
from bot.language.hearing import Aim


def aims_of(uow: UnitOfWork, contract: Contract) -> tuple[Aim, ...]:
    """The targets in force, in their order, each with its newest number that counts."""
    last = _last_numbers(uow, contract.id)
    targets = contract.in_force.terms.targets
    return tuple(Aim(t.statement, t.unit, t.baseline, t.goal, last.get(i)) for i, t in enumerate(targets))


def _last_numbers(uow: UnitOfWork, contract: int) -> dict[int, Decimal]:
    replies = sorted(uow.replies.all(contract=contract), key=lambda r: r.check_in)
    return {r.target: r.value for r in replies if r.value is not None}
