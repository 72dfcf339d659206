"""A teacher says whether a class wants a suggested grade at the end of a contract, and a line of signs of success that
are met. At first none does."""

from dataclasses import replace

from bot.activities import access
from bot.activities.looking_back.grading_messages import COUNTED, NONE, UNCOUNTED, GradingForm
from bot.domain.actor import Actor, Refusal
from bot.domain.grading import SELF_PARTS
from storage.unit_of_work import UnitOfWork


def open_form(uow: UnitOfWork, actor: Actor, classroom: int) -> GradingForm:
    found = access.teacher_in(uow, actor, classroom)
    return GradingForm(found.id, found.self_part, bool(found.counts_signs))


def choose(uow: UnitOfWork, actor: Actor, classroom: int, part: str, signs: str = "") -> None:
    """It holds for those who look back from now on: a student hears of it before they rate. A form that was opened
    before it asked about signs leaves them as they are."""
    found = access.teacher_in(uow, actor, classroom)
    if part not in (NONE, *map(str, SELF_PARTS)) or signs not in ("", COUNTED, UNCOUNTED):
        raise Refusal("old-button")
    chosen = replace(found, self_part=None if part == NONE else int(part))
    if signs:
        chosen = replace(chosen, counts_signs=signs == COUNTED)
    if chosen != found:
        uow.classrooms.save(chosen)
