"""A teacher says whether a class wants a suggested grade at the end of a contract. At first none does."""

from dataclasses import replace

from bot.activities import access
from bot.activities.looking_back.grading_messages import NONE, GradingForm
from bot.domain.actor import Actor, Refusal
from bot.domain.grading import SELF_PARTS
from storage.unit_of_work import UnitOfWork


def open_form(uow: UnitOfWork, actor: Actor, classroom: int) -> GradingForm:
    found = access.teacher_in(uow, actor, classroom)
    return GradingForm(found.id, found.self_part)


def choose(uow: UnitOfWork, actor: Actor, classroom: int, part: str) -> None:
    """It holds for those who look back from now on: a student hears of it before they rate."""
    found = access.teacher_in(uow, actor, classroom)
    if part not in (NONE, *map(str, SELF_PARTS)):
        raise Refusal("old-button")
    chosen = None if part == NONE else int(part)
    if chosen != found.self_part:
        uow.classrooms.save(replace(found, self_part=chosen))
