"""What stands on a teacher's desk: what waits for her in all her classes, and how her students get on."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.activities import access
from bot.activities.checking_in import drifting
from bot.activities.home.desk_messages import ClassLine, StudentRow, WaitingLine
from bot.domain import check_ins as domain_check_ins
from bot.domain import promises, recurrence
from bot.domain.absence import Absence
from bot.domain.actor import Side
from bot.domain.classroom import Classroom
from bot.domain.desk import (
    WORD,
    DeskCheckIn,
    DeskCounts,
    Learner,
    Standing,
    Waiting,
    Want,
    by_need,
    counts_of,
    course_of,
    decision_on,
    oldest_first,
    standing_of,
    unread_of,
)
from bot.domain.paper import has_no_account
from bot.domain.rounds import RoundNews
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Desk:
    """`waiting` is oldest first, `standings` are by need; of a class of their own the reader is no student here."""

    rooms: Mapping[int, Classroom]
    waiting: Sequence[Waiting]
    standings: Sequence[Standing]
    talks: Collection[int] = ()
    """Classes in which talks are on their way; `guests` and `absent` are those in which there are any."""
    guests: Collection[int] = ()
    absent: Collection[int] = ()
    asked: Sequence[DeskCheckIn] = ()
    """The newest check-ins of their contracts."""
    names: Mapping[str, str] = field(default_factory=dict)
    """What their students are called, by user id."""

    def of_class(self, classroom: int) -> list[Standing]:
        return [one for one in self.standings if one.learner.classroom == classroom]

    def class_line(self, room: Classroom) -> ClassLine:
        here = self.of_class(room.id)
        waits = sum(one.classroom == room.id for one in self.waiting)
        return ClassLine(room.id, room.name, len(here), sum(one.need in WORD for one in here), waits)

    @property
    def counts(self) -> DeskCounts:
        return counts_of(self.waiting, self.standings)


def desk_of(uow: UnitOfWork, reader: str, rooms: Sequence[Classroom]) -> Desk:
    """Of these classes, which the reader teaches."""
    by_id = {room.id: room for room in rooms}
    learners = learners_of(uow, reader, by_id)
    asked = uow.desk.asked([one.contract for one in learners if one.agreed])
    standings = by_need(_standings(uow, by_id, learners, asked))
    decisions = [found for one in learners if (found := decision_on(one)) is not None]
    unread = unread_of(asked, read_by(uow, reader, by_id, learners), uow.now)
    here = {(one.classroom, one.user) for one in learners if one.here}
    waits = uow.desk.waiting(by_id, reader, uow.now)
    others = [one for one in waits.waiting if (one.classroom, one.student) in here]
    promised = [_promised(by_id[room], day, ref, count) for room, day, ref, count in waits.promised]
    waiting = oldest_first([*decisions, *unread, *others, *promised])
    return Desk(by_id, waiting, standings, waits.talks, waits.guests, waits.absent, asked, names_in(learners))


def _promised(room: Classroom, day: str, ref: int, count: int) -> Waiting:
    """Since she was asked about them, on this day."""
    since = recurrence.instant(date.fromisoformat(day), promises.AT, room.timezone)
    return Waiting(Want.PROMISE, room.id, "", since, ref, count, day)


def learners_of(uow: UnitOfWork, reader: str, rooms: Mapping[int, Classroom]) -> list[Learner]:
    """One for each student of a class, with their newest open contract; of those who left, whoever has one."""
    found = {
        (one.classroom, one.user): one for one in uow.desk.learners(rooms, drifting.TOLD_FIRST) if one.user != reader
    }
    barred = any(one.outside for one in found.values()) and not access.outside_learn(uow)
    return [one for one in found.values() if not (barred and one.outside)]


def names_in(learners: Iterable[Learner]) -> Mapping[str, str]:
    return {one.user: one.called for one in learners}


def _standings(
    uow: UnitOfWork, rooms: Mapping[int, Classroom], learners: Iterable[Learner], asked: Iterable[DeskCheckIn]
) -> Iterable[Standing]:
    log: dict[int, list[DeskCheckIn]] = defaultdict(list)
    for one in asked:
        log[one.contract].append(one)
    running = {one.contract: one.user for one in learners if one.runs and one.was_told}
    behind = drifting.shown_behind(uow, rooms, running)
    for learner in learners:
        course = course_of(log[learner.contract] if learner.contract else ())
        yield standing_of(learner, course, behind=learner.contract in behind, now=uow.now)


def read_by(uow: UnitOfWork, reader: str, rooms: Collection[int], learners: Iterable[Learner]) -> Mapping[int, int]:
    """The contracts whose answers are the reader's to read, with their classes: all where they chose to hear of them;
    where they did not choose, those that they decide on, and those that nobody did."""
    mine = {place.classroom: place.check_ins for place in uow.memberships.places_of(reader, Side.TEACHER)}
    wishes = {room: mine.get(room, "") for room in rooms}
    return {
        one.contract: one.classroom
        for one in learners
        if one.contract
        and not has_no_account(one.user)  # their teacher typed it in
        and (wishes[one.classroom] or (RoundNews.ONE if one.teacher in ("", reader) else RoundNews.NONE))
        != RoundNews.NONE
    }


# What is shown of them: read of those alone that are shown.


def lines_of(desk: Desk, waiting: Sequence[Waiting]) -> tuple[WaitingLine, ...]:
    several = len(desk.rooms) > 1
    return tuple(
        WaitingLine(
            one,
            desk.names.get(one.student, ""),
            desk.rooms[one.classroom].name if several else "",
            recurrence.local_day(one.since, desk.rooms[one.classroom].timezone),
        )
        for one in waiting
    )


def rows_of(
    uow: UnitOfWork, desk: Desk, standings: Sequence[Standing], *, named: bool = True
) -> tuple[StudentRow, ...]:
    """`named`: with the class, where the reader teaches several."""
    ids = [one.learner.contract for one in standings if one.learner.agreed]
    contracts = {found.id: found for found in uow.contracts.among(ids)} if ids else {}
    values = uow.desk.numbers(ids) if ids else {}
    absent = _absent(uow, {one.learner.user for one in standings}, desk.absent)
    several = named and len(desk.rooms) > 1
    rows = []
    for one in standings:
        learner, room = one.learner, desk.rooms[one.learner.classroom]
        timezone = domain_check_ins.zone_for(learner.timezone, room)
        away = absent[learner.classroom, learner.user]
        rest = next((found for found in away if not found.is_pause), None)
        rows.append(
            StudentRow(
                learner.called,
                learner.user,
                room.id,
                learner.status,
                contracts.get(learner.contract),
                values.get(learner.contract, {}),
                recurrence.local_day(one.course.answered_at, timezone) if one.course.answered_at else None,
                one.need,
                recurrence.local_day(one.since, timezone) if one.since else None,
                missed=one.course.missed if learner.runs else 0,
                behind=one.behind,
                away=not learner.here,
                absent=rest,
                absent_now=rest is not None and rest.holds(uow.now),
                paused=next((found for found in away if found.is_pause), None),
                left_out=learner.runs and one.course.left_out,
                began_on=recurrence.local_day(learner.moved_at or learner.joined_at, timezone),
                finished=learner.finished,
                in_class=room.name if several else "",
            )
        )
    return tuple(rows)


def _absent(uow: UnitOfWork, users: Collection[str], rooms: Collection[int]) -> Mapping[tuple[int, str], list[Absence]]:
    """Until when each is away, or their contract pauses; in these classes there are any."""
    found: dict[tuple[int, str], list[Absence]] = defaultdict(list)
    for one in uow.absences.of_several(sorted(users)) if users and rooms else []:
        if one.classroom in rooms and one.stands(uow.now):
            found[one.classroom, one.student].append(one)
    return found


def open_in_archived(uow: UnitOfWork, reader: str, classroom: Classroom) -> tuple[str, ...]:
    """The names of those whose contract is still open in a class that is archived."""
    found = [one for one in learners_of(uow, reader, {classroom.id: classroom}) if one.status is not None]
    return tuple(sorted(one.called for one in found))
