"""What the messages about a class and about who may teach need, read when they are sent."""

from collections.abc import Sequence

from bot.activities import access
from bot.activities.calendar import following
from bot.activities.care import setting
from bot.activities.help import messages as help_messages
from bot.activities.help import use_cases as helping
from bot.activities.help.messages import Help, HelpBrief, RefusalSaid
from bot.activities.set_up import away_messages, messages
from bot.activities.set_up.away_messages import StudentAwayBrief
from bot.activities.set_up.messages import (
    ClassBrief,
    ClassReady,
    RosterRead,
    StudentAway,
    TeacherNamed,
    TeacherUnnamed,
)
from bot.domain.actor import Actor
from bot.messages.briefs import names_of, only_a_teacher, only_their_teacher, say
from storage.unit_of_work import UnitOfWork


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
        care=setting.rule_of(uow),
        coming=tuple(following.next_check_ins(uow, classroom)),
    )


def _away_brief(uow: UnitOfWork, notice: StudentAway, reader: str) -> StudentAwayBrief:
    classroom = uow.classrooms.get(notice.classroom)
    if classroom is None:
        raise LookupError("classroom")
    only_their_teacher(uow, notice.student, classroom.id, reader)
    back = any(place.classroom == classroom.id for place in access.places_of(uow, notice.student))
    contract = uow.contracts.open_of(notice.student, classroom.id)
    return StudentAwayBrief(names_of(uow, [notice.student])[0], classroom.name, back, contract)


def _named(uow: UnitOfWork, notice: TeacherNamed | TeacherUnnamed, reader: str) -> str:
    return names_of(uow, [notice.by])[0]


def _help(uow: UnitOfWork, notice: Help | RefusalSaid, reader: str) -> HelpBrief:
    return helping.help_brief(uow, Actor(uow.workspace, reader))


# What the workspace knows of ids that an event names: whose a conversation is, how somebody is called.


Names = dict[str, str]


def conversation(uow: UnitOfWork, actor: Actor, channel: str) -> str | None:
    """The user id of who has this conversation with Accord; None where Accord has said nothing there of late."""
    return uow.outbox.reader_in(channel)


def called(uow: UnitOfWork, actor: Actor, people: Sequence[str], channels: Sequence[str]) -> tuple[Names, Names]:
    """The names of those people and of those class channels that are known, by id."""
    found = uow.people.among(list(people)) if people else []
    classes = uow.classrooms.in_channels(list(channels)) if channels else []
    return {p.user: p.name for p in found}, {c.channel: c.name for c in classes}


say(ClassReady, shown=_class_brief, blocks=messages.class_ready)
say(RosterRead, shown=_class_brief, blocks=messages.roster_read)
say(StudentAway, shown=_away_brief, blocks=away_messages.student_away)
say(TeacherNamed, shown=_named, blocks=messages.teacher_named)
say(TeacherUnnamed, shown=_named, blocks=messages.teacher_unnamed)
say(Help, shown=_help, blocks=help_messages.show_help)
say(RefusalSaid, shown=_help, blocks=help_messages.refused)
