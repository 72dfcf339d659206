"""What the messages about a class and about who may teach need, read when they are sent."""

from bot.domain.actor import Actor
from bot.notices.help import Help, HelpBrief, Refused
from bot.notices.set_up import (
    ClassBrief,
    ClassReady,
    RosterRead,
    StudentAway,
    StudentAwayBrief,
    TeacherNamed,
    TeacherUnnamed,
)
from bot.services import access, care_setting, helping
from bot.services.briefs import names_of, only_a_teacher, only_their_teacher, prepares
from bot.services.ports import UnitOfWork


@prepares(ClassReady, RosterRead)
def _class_brief(uow: UnitOfWork, notice: ClassReady | RosterRead, reader: str) -> ClassBrief:
    classroom = uow.classrooms.get(notice.classroom)
    if classroom is None:
        raise LookupError("classroom")
    if isinstance(notice, RosterRead):  # the class's own message stands in its channel
        only_a_teacher(uow, classroom.id, reader)
    return ClassBrief(
        classroom,
        teachers=names_of(uow, access.teachers_of(uow, classroom.id)),
        students=tuple(sorted(names_of(uow, access.students_of(uow, classroom.id)))),
        care=care_setting.rule_of(uow),
    )


@prepares(StudentAway)
def _away_brief(uow: UnitOfWork, notice: StudentAway, reader: str) -> StudentAwayBrief:
    classroom = uow.classrooms.get(notice.classroom)
    if classroom is None:
        raise LookupError("classroom")
    only_their_teacher(uow, notice.student, classroom.id, reader)
    back = any(place.classroom == classroom.id for place in access.places_of(uow, notice.student))
    return StudentAwayBrief(names_of(uow, [notice.student])[0], classroom.name, back)


@prepares(TeacherNamed, TeacherUnnamed)
def _named(uow: UnitOfWork, notice: TeacherNamed | TeacherUnnamed, reader: str) -> str:
    return names_of(uow, [notice.by])[0]


@prepares(Help, Refused)
def _help(uow: UnitOfWork, notice: Help | Refused, reader: str) -> HelpBrief:
    return helping.help_brief(uow, Actor(uow.workspace, reader))
