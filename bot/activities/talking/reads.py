"""How a talk stands, for whoever reads a message about it, a contract's card or Home."""

from collections.abc import Collection, Sequence

from bot.activities import access
from bot.activities.talking import messages
from bot.activities.talking.messages import (
    OfTalk,
    TalkAgreed,
    TalkAsked,
    TalkBrief,
    TalkCalledOff,
    TalkLapsed,
    TalkNeither,
    TalkOffered,
    TalkOutcome,
    TalkOver,
)
from bot.domain.talk import Talk, TalkState
from bot.messages.briefs import NothingToSay, name_of, names_of, only_their_teacher, say
from storage.unit_of_work import UnitOfWork

SHOWN = 3
"""The newest ones of which somebody wrote a line."""


def _talk(uow: UnitOfWork, notice: OfTalk, reader: str) -> TalkBrief:
    """For its student and those who teach them in the class; what is between the two is for the two alone."""
    found = uow.talks.get(notice.talk)
    if found is None:
        raise NothingToSay("talk")
    if reader != found.student:
        only_their_teacher(uow, found.student, found.classroom, reader)
    return brief_of(uow, found, reader)


def _of_the_two(uow: UnitOfWork, notice: OfTalk, reader: str) -> TalkBrief:
    brief = _talk(uow, notice, reader)
    if not brief.takes_part:
        raise NothingToSay("somebody else's")
    return brief


def _line(uow: UnitOfWork, notice: TalkOutcome, reader: str) -> TalkBrief:
    """Of the other one: nobody is told what they wrote themselves."""
    brief = _of_the_two(uow, notice, reader)
    if notice.by == reader or not brief.line:
        raise NothingToSay("line")
    return brief


def brief_of(uow: UnitOfWork, talk: Talk, reader: str) -> TalkBrief:
    room = uow.classrooms.get(talk.classroom)
    mine = reader == talk.student
    lines = (talk.outcome, talk.student_outcome) if mine else (talk.student_outcome, talk.outcome)
    return TalkBrief(
        talk,
        mine,
        mine or reader == talk.teacher,
        name_of(uow, talk.student),
        _others(uow, talk, mine),
        room.timezone if room is not None else "UTC",
        by=name_of(uow, talk.ended_by) if talk.ended_by and talk.ended_by != reader else "",
        by_me=bool(talk.ended_by) and talk.ended_by == reader,
        line=lines[0],
        own_line=lines[1],
    )


def _others(uow: UnitOfWork, talk: Talk, mine: bool) -> tuple[str, ...]:
    if not mine:
        return (name_of(uow, talk.student),)
    if talk.teacher:
        return (name_of(uow, talk.teacher),)
    return names_of(uow, access.teachers_for(uow, talk.student, talk.classroom))


def open_of(uow: UnitOfWork, student: str, classroom: int) -> TalkBrief | None:
    """For the student's Home."""
    here = (one for one in uow.talks.of_student(student) if one.classroom == classroom and one.is_open)
    return next((brief_of(uow, one, student) for one in here), None)


def on_their_way(uow: UnitOfWork, teacher: str, classrooms: Collection[int]) -> Sequence[TalkBrief]:
    """For a teacher's Home: their own for which times were offered, or found. What they were asked for waits there."""
    found = [one for one in uow.talks.open_in(classrooms) if one.teacher == teacher != one.student]
    return [brief_of(uow, one, teacher) for one in found if one.state is not TalkState.ASKED]


def noted(uow: UnitOfWork, student: str, contract: int, reader: str) -> tuple[TalkBrief, ...]:
    """Talks while a contract was open of which somebody wrote a line: those of the reader, the newest last."""
    theirs = [one for one in uow.talks.of_student(student) if one.contract == contract and one.has_outcome]
    mine = [one for one in theirs if reader in (one.student, one.teacher)]
    return tuple(brief_of(uow, one, reader) for one in mine[-SHOWN:])


say(TalkAsked, shown=_talk, blocks=messages.asked)
say(TalkNeither, shown=_of_the_two, blocks=messages.neither)
say(TalkOffered, shown=_of_the_two, blocks=messages.offered)
say(TalkAgreed, shown=_of_the_two, blocks=messages.agreed)
say(TalkCalledOff, shown=_of_the_two, blocks=messages.called_off)
say(TalkLapsed, shown=_of_the_two, blocks=messages.lapsed)
say(TalkOver, shown=_of_the_two, blocks=messages.over)
say(TalkOutcome, shown=_line, blocks=messages.outcome)
