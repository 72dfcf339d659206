"""An admin makes themselves a teacher of a class: its teachers see it, and so does the record."""

from collections.abc import Sequence
from datetime import datetime

from bot.activities import access
from bot.activities.ports import UnitOfWork
from bot.activities.privacy import disclosing
from bot.activities.teaching.roles_notices import AdminTeaches, RolesBrief
from bot.domain.actor import Actor
from bot.domain.disclosure import What
from bot.messages.briefs import NothingToSay, name_of, only_a_teacher, prepares
from bot.messages.tell import tell

REASON = "an admin made themselves a teacher of the class"


def admin_joined(uow: UnitOfWork, actor: Actor, classroom: int, before: Sequence[str], now: datetime) -> None:
    """From now on they read what its teachers read. `before` are those who taught it until now."""
    disclosing.record(uow, What.TEACHES, actor.user, None, REASON, now, {"classroom": classroom})
    for teacher in before:
        tell(uow, teacher, AdminTeaches(classroom, actor.user), now)


@prepares(AdminTeaches)
def _admin_teaches(uow: UnitOfWork, notice: AdminTeaches, reader: str) -> RolesBrief:
    found = uow.classrooms.get(notice.classroom)
    if found is None or notice.by not in access.teachers_of(uow, notice.classroom):
        raise NothingToSay("classroom")
    only_a_teacher(uow, notice.classroom, reader)
    return RolesBrief(found.name, by=name_of(uow, notice.by))
