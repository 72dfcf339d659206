"""What a digest shows, read when it is sent: a teacher's desk, and what was reached."""

from collections.abc import Mapping
from datetime import date, datetime, time

from bot.activities import access
from bot.activities.contract.reads import zone_of_reader
from bot.activities.digest import messages
from bot.activities.digest.messages import (
    ROWS_MOST,
    WAITING_MOST,
    ClassOf,
    DigestBrief,
    Reached,
    TeacherDigest,
)
from bot.activities.home import desk_reads
from bot.activities.home.desk_reads import Desk
from bot.activities.logbook.reads import takes_charts
from bot.activities.waiting.reads import is_theirs
from bot.domain import recurrence
from bot.domain.actor import Side
from bot.domain.check_ins import Milestone
from bot.domain.classroom import Classroom
from bot.domain.days_off import DAY
from bot.domain.desk import Learner, Need, Want
from bot.domain.digest import Digest, answers_since, reached_since, to_praise
from bot.messages.briefs import NothingToSay, say
from storage.unit_of_work import UnitOfWork


def rooms_of(uow: UnitOfWork, teacher: str) -> list[Classroom]:
    """The classes that go on and that somebody teaches, by name."""
    places = access.places_of(uow, teacher, Side.TEACHER)
    found = uow.classrooms.among([place.classroom for place in places]) if places else []
    return sorted((room for room in found if not room.archived), key=lambda room: (room.name.casefold(), room.id))


def zone_of(uow: UnitOfWork, teacher: str) -> str:
    return zone_of_reader(uow, uow.people.of(teacher), {})


def _digest(uow: UnitOfWork, notice: TeacherDigest, reader: str) -> DigestBrief:
    rooms, chosen = rooms_of(uow, reader), uow.digests.of(reader)
    if not rooms or chosen is None:
        raise NothingToSay("they teach nobody")
    desk = desk_reads.desk_of(uow, reader, rooms)
    if not desk.standings and not desk.waiting:
        raise NothingToSay("nobody learns there")
    today = date.fromisoformat(notice.day)
    begins = today - DAY * notice.days
    since = recurrence.instant(begins, time(0), zone_of(uow, reader))
    shown = desk.standings[:ROWS_MOST]
    rows = desk_reads.rows_of(uow, desk, shown)
    reached, praise = _reached(uow, desk, since, desk.names)
    answered, asked = answers_since(desk.asked, since)
    return DigestBrief(
        begins,
        today,
        desk.counts,
        answered,
        asked,
        desk_reads.lines_of(desk, desk.waiting[:WAITING_MOST]),
        reached,
        tuple(one.learner.called for one in desk.standings if one.need is Need.UNHEARD),
        _reminded(uow, [one.learner for one in desk.standings], since, desk.names),
        praise,
        rows,
        tuple(ClassOf(room.id, room.name, len(desk.of_class(room.id))) for room in rooms),
        chosen.how,
        chosen.day,
        chosen.at,
        tables=takes_charts(uow),
        unread=any(one.want is Want.CHECK_IN for one in desk.waiting),
    )


def _reached(
    uow: UnitOfWork, desk: Desk, since: datetime, called: Mapping[str, str]
) -> tuple[tuple[Reached, ...], Reached | None]:
    """All of it but what is to be praised, and that."""
    owners = {one.learner.contract: one for one in desk.standings if one.learner.agreed}
    found = reached_since(uow.milestones.of_contracts(list(owners)), since) if owners else []
    heard = {contract: _heard(one.learner, one.course.heard_at) for contract, one in owners.items()}
    best = to_praise(found, heard)
    of = {contract: one.learner for contract, one in owners.items()}
    told = tuple(_told(one, of, called) for one in found if one is not best)
    return told, _told(best, of, called) if best is not None else None


def _heard(learner: Learner, replied_at: datetime | None) -> datetime | None:
    return max((at for at in (learner.heard_at, replied_at) if at is not None), default=None)


def _told(one: Milestone, of: Mapping[int, Learner], called: Mapping[str, str]) -> Reached:
    learner = of[one.contract]
    return Reached(called[learner.user], learner.user, learner.classroom, one.point)


def _reminded(uow: UnitOfWork, learners: list[Learner], since: datetime, names: Mapping[str, str]) -> tuple[str, ...]:
    """Of a question, changes or a change that a teacher put to them."""
    theirs = [one.contract for one in learners if is_theirs(one)]
    found = uow.contracts.among(theirs) if theirs else []
    return tuple(names[one.student] for one in found if one.reminded_at is not None and one.reminded_at >= since)


def standing_choice(uow: UnitOfWork, teacher: str) -> Digest:
    """What holds for somebody who did not choose, too."""
    return uow.digests.of(teacher) or Digest(uow.workspace, teacher, None)


say(TeacherDigest, shown=_digest, blocks=messages.teacher_digest)
