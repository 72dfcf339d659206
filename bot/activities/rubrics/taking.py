"""A student takes criteria of a rubric for a target, beside a sign of success of their own."""

from collections.abc import Sequence

from bot.activities.proposing import interviewing
from bot.activities.proposing.interview.proposal import RUBRIC
from bot.activities.rubrics.forms import TakeForm, Taking
from bot.domain.actor import Actor, Refusal
from bot.domain.rubrics import TAKEN_MOST, standing, taken_as_text
from bot.domain.terms import TakenCriterion, Target
from storage.unit_of_work import UnitOfWork


def open_form(uow: UnitOfWork, actor: Actor, interview: int) -> TakeForm:
    """From the summary, where the targets are known. What was taken is known by its place."""
    found, terms = interviewing.finished(uow, actor, interview)
    targets = tuple(
        Taking(one.statement, tuple((f"kept:{place}", taken) for place, taken in enumerate(one.rubric)))
        for one in terms.targets
    )
    return TakeForm(found.id, found.classroom, targets)


def take(uow: UnitOfWork, actor: Actor, interview: int, chosen: Sequence[Sequence[str]]) -> None:
    """For each target, in order, what its field holds. Refusal for a version that is gone meanwhile."""
    _, terms = interviewing.finished(uow, actor, interview)
    offered = {
        f"{one.id}:{place}": one.taken(place)
        for one in standing(uow.rubrics.all())
        for place in range(len(one.criteria))
    }
    said = {
        f"{number}.{RUBRIC}": taken_as_text(_read(target, values, offered))
        for number, (target, values) in enumerate(zip(terms.targets, chosen, strict=False), 1)
    }
    interviewing.put_beside(uow, actor, interview, said)


def _read(target: Target, values: Sequence[str], offered: dict[str, TakenCriterion]) -> tuple[TakenCriterion, ...]:
    known = {**offered, **{f"kept:{place}": one for place, one in enumerate(target.rubric)}}
    if any(value not in known for value in values):
        raise Refusal("rubric-version-gone")
    return tuple(dict.fromkeys(known[value] for value in values))[:TAKEN_MOST]
