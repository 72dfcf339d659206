"""Whoever is met with their places is known to be in no other role, until somebody gives them one."""

from bot.activities import access
from bot.domain.classroom import Admission
from bot.domain.school_report import ReportReader
from tests.world import WORKSPACE, World


def test_what_nobody_is_is_known_and_what_they_become_is_seen(world: World) -> None:
    teacher = world.teacher.user
    with world.uow() as uow:
        uow.meet_places(teacher)
        assert (uow.admissions.of_user(teacher), uow.report_readers.of(teacher)) == ([], None)
        uow.admissions.add(Admission(WORKSPACE, world.classroom.id, teacher, uow.now))
        uow.report_readers.add(ReportReader(WORKSPACE, teacher, "UADMIN", uow.now))
        assert len(uow.admissions.of_user(teacher)) == 1
        assert access.may_read_report(uow, teacher)
    with world.uow() as uow:
        uow.meet_places(teacher)
        assert len(uow.admissions.of_user(teacher)) == 1
        assert access.may_read_report(uow, teacher)
