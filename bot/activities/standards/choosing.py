"""A student says which standards of the class a target of theirs serves. Their own words stay their own."""

from collections.abc import Sequence

from bot.activities.proposing import interviewing
from bot.activities.proposing.interview.proposal import STANDARDS
from bot.activities.standards.forms import Choice, ChoiceForm
from bot.domain.actor import Actor, Refusal
from bot.domain.standards import SERVED_MOST, as_text
from bot.domain.terms import ServedStandard, Target
from storage.unit_of_work import UnitOfWork


def open_choice(uow: UnitOfWork, actor: Actor, interview: int) -> ChoiceForm:
    """From the summary, where the targets are known."""
    found, terms = interviewing.finished(uow, actor, interview)
    standing = {one.served: one.id for one in uow.standards.of(found.classroom)}
    targets = tuple(Choice(target.statement, _served(target, standing)) for target in terms.targets)
    return ChoiceForm(found.id, found.classroom, targets)


def _served(target: Target, standing: dict[ServedStandard, int]) -> tuple[tuple[str, ServedStandard], ...]:
    """One that was taken out of the class, or reads otherwise now, is known by its place."""
    return tuple(
        (str(standing[one]) if one in standing else f"kept:{place}", one) for place, one in enumerate(target.standards)
    )


def choose(uow: UnitOfWork, actor: Actor, interview: int, chosen: Sequence[Sequence[str]]) -> None:
    """For each target, in order, what its field holds: ids, and places of what it had already."""
    found, terms = interviewing.finished(uow, actor, interview)
    said = {
        f"{number}.{STANDARDS}": as_text(_read(uow, found.classroom, target, values))
        for number, (target, values) in enumerate(zip(terms.targets, chosen, strict=False), 1)
    }
    interviewing.put_beside(uow, actor, interview, said)


def _read(uow: UnitOfWork, classroom: int, target: Target, values: Sequence[str]) -> tuple[ServedStandard, ...]:
    ids = [int(value) for value in values if value.isascii() and value.isdigit() and len(value) < 19]
    here = {str(one.id): one.served for one in uow.standards.among(ids) if one.classroom == classroom}
    kept = {f"kept:{place}": one for place, one in enumerate(target.standards)}
    known = here | kept
    if any(value not in known for value in values):
        raise Refusal("old-button")
    return tuple(dict.fromkeys(known[value] for value in values))[:SERVED_MOST]
