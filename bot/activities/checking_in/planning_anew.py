"""The clock was ahead, and is right again: check-ins that were planned for too late come at their time."""

from datetime import datetime

from bot.activities import access
from bot.activities.checking_in import planning
from bot.activities.ports import UnitOfWork
from bot.domain.actor import Actor
from bot.domain.contract import RUNNING


def plan_anew(uow: UnitOfWork, actor: Actor, *, now: datetime) -> None:
    """What lies ahead of each running contract of the workspace is planned as if that were done now."""
    access.accord_itself(actor)
    for classroom in uow.classrooms.all(archived=False):
        for contract in uow.contracts.of_classroom(classroom.id, *RUNNING):
            followed = planning.follow(uow, contract, classroom, now)
            if followed != contract:
                uow.contracts.save(followed)
