"""What is ahead of somebody: what is planned, as it is planned, and nothing of anybody else's."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from bot.activities.calendar import use_cases as calendar
from bot.activities.dates import use_cases as dates
from bot.activities.dates.messages import OwnDates, TalkDate
from bot.activities.dates.reads import dates_of
from bot.activities.talking import use_cases as talking
from bot.domain.absence import Absence, in_days
from bot.domain.check_ins import CheckInState
from bot.domain.contract import Status
from bot.domain.dates import DateKind, OwnDate
from bot.domain.days_off import Span
from bot.domain.outbox import Message
from bot.messages.presenting import present
from tests.unit.talking.test_talks import agreed, offered, the_talk
from tests.world import World

NINE_WEEKS = 9


def ahead(world: World, user: str, kind: DateKind | None = None, *, off: bool = False) -> list[OwnDate]:
    with world.uow() as uow:
        return [one for one in dates_of(uow, user) if one.off is off and kind in (None, one.kind)]


def days(found: list[OwnDate]) -> list[date]:
    return [one.at.date() if one.at is not None else one.day or date.min for one in found]


def test_a_contract_brings_its_check_ins_and_due_dates(world: World) -> None:
    world.agree()
    user = world.student.user
    mondays = [date(2027, 1, 11) + timedelta(weeks=week) for week in range(NINE_WEEKS)]
    assert days(ahead(world, user, DateKind.CHECK_IN)) == [*mondays, date(2027, 3, 12)]
    assert days(ahead(world, user, DateKind.DUE)) == [date(2027, 3, 1)]
    assert days(ahead(world, user, DateKind.LAST_DAY)) == [date(2027, 3, 12)]


def test_what_is_due_on_the_last_day_is_one_line(world: World) -> None:
    sample = world.terms()
    world.agree(targets=(replace(sample.targets[0], due_on=sample.ends_on),))
    user = world.student.user
    assert days(ahead(world, user, DateKind.DUE)) == [sample.ends_on]
    assert ahead(world, user, DateKind.LAST_DAY) == []


def test_the_first_check_in_is_the_one_that_is_planned(world: World) -> None:
    contract = world.agree()
    with world.uow() as uow:
        (planned,) = uow.check_ins.in_state(contract.id, (CheckInState.PLANNED,))
    assert ahead(world, world.student.user, DateKind.CHECK_IN)[0].at == planned.wake_at


def test_days_off_and_days_away_are_taken_back(world: World) -> None:
    contract = world.agree()
    before = {one.key for one in ahead(world, world.student.user, DateKind.CHECK_IN)}
    world.do(calendar.type_days, world.teacher, world.classroom.id, "1 to 5 February")
    with world.uow() as uow:
        uow.absences.add(away(world, contract.classroom, date(2027, 2, 15), date(2027, 2, 16)))
    user = world.student.user
    gone = ahead(world, user, DateKind.CHECK_IN, off=True)
    assert days(gone) == [date(2027, 2, 1), date(2027, 2, 15)]
    assert {one.key for one in gone} < before
    assert not {date(2027, 2, 1), date(2027, 2, 15)} & set(days(ahead(world, user, DateKind.CHECK_IN)))


def away(world: World, classroom: int, first: date, last: date) -> Absence:
    user, now = world.student.user, world.now
    return in_days(Absence("T1", classroom, user, first, last, now, now, user, now), Span(first, last), "UTC", now)


def test_a_talk_stands_in_both_calendars_until_it_is_called_off(world: World) -> None:
    world.agree()
    agreed(world)
    for actor in (world.student, world.teacher):
        (talk,) = ahead(world, actor.user, DateKind.TALK)
        assert talk.at == the_talk(world).at
    assert ahead(world, world.teacher2.user, DateKind.TALK) == []
    first = ahead(world, world.student.user, DateKind.TALK)
    world.do(talking.call_off, world.teacher, the_talk(world).id)
    (gone,) = ahead(world, world.student.user, DateKind.TALK, off=True)
    assert gone.key == first[0].key
    assert gone.sequence > first[0].sequence


def test_a_talk_that_is_only_offered_is_no_date(world: World) -> None:
    world.agree()
    offered(world)
    assert ahead(world, world.student.user, DateKind.TALK) == []


def test_a_teacher_reads_when_contracts_end_and_of_nobody_what(world: World) -> None:
    world.agree()
    (end,) = ahead(world, world.teacher.user)
    assert (end.kind, end.day, end.count, end.about) == (DateKind.CONTRACTS_END, date(2027, 3, 12), 1, ())


@pytest.mark.parametrize("who", ["classmate", "stranger", "admin"])
def test_nobody_else_reads_anything(world: World, who: str) -> None:
    world.agree()
    agreed(world)
    assert ahead(world, getattr(world, who).user) == []


def test_who_left_the_class_and_a_contract_that_is_over_have_no_dates(world: World) -> None:
    contract = world.agree()
    with world.uow() as uow:
        uow.contracts.save(replace(contract, status=Status.CLOSED))
    assert ahead(world, world.student.user) == []


def test_a_contract_in_an_archived_class_has_none(world: World) -> None:
    world.agree()
    with world.uow() as uow:
        room = uow.classrooms.get(world.classroom.id)
        assert room is not None
        uow.classrooms.save(replace(room, archived=True))
    assert ahead(world, world.student.user) == []
    assert ahead(world, world.teacher.user) == []


# As they are given.


def given(world: World, kind: str, user: str) -> Message | None:
    queued = [d for d in world.deliveries() if d.notice == kind and d.lane == user]
    with world.uow() as uow:
        return present(uow, queued[-1])


def events(message: Message | None) -> list[Any]:
    assert message is not None
    assert message.file is not None
    return list(Calendar.from_ical(message.file.content()).walk("VEVENT"))


def test_the_file_holds_them_in_utc(world: World) -> None:
    world.agree()
    world.do(dates.ask, world.student)
    found = events(given(world, OwnDates.kind, world.student.user))
    check_in = next(event for event in found if "T" in event["dtstart"].to_ical().decode())
    assert check_in.decoded("dtstart") == datetime(2027, 1, 11, 8, 45, tzinfo=UTC)
    assert check_in["dtstart"].to_ical() == b"20270111T084500Z"
    assert "TZID" not in check_in["dtstart"].params
    assert all(str(event["transp"]) == "TRANSPARENT" for event in found)


def test_in_words_where_no_file_is_taken(world: World) -> None:
    world.agree()
    world.do(dates.ask, world.student)
    message = given(world, OwnDates.kind, world.student.user)
    assert message is not None
    assert message.file is not None
    assert message.file.instead is not None
    (shown,) = [block for block in message.file.instead.blocks if block["type"] == "rich_text"][1:]
    assert len(shown["elements"][0]["elements"]) == 10


def test_who_has_no_dates_gets_no_file(world: World) -> None:
    world.do(dates.ask, world.stranger)
    message = given(world, OwnDates.kind, world.stranger.user)
    assert message is not None
    assert message.file is None


def test_both_get_the_talk_on_which_they_agreed_and_nobody_else(world: World) -> None:
    world.agree()
    agreed(world)
    for user in (world.student.user, world.teacher.user):
        (event,) = events(given(world, TalkDate.kind, user))
        assert event.decoded("dtstart") == the_talk(world).at
        assert str(event["transp"]) == "OPAQUE"
    queued = next(d for d in world.deliveries() if d.notice == TalkDate.kind)
    with world.uow() as uow:
        for other in (world.teacher2.user, world.classmate.user):
            assert present(uow, replace(queued, reader=other)) is None


def test_a_talk_that_is_called_off_before_its_file_leaves_is_not_given(world: World) -> None:
    world.agree()
    agreed(world)
    world.do(talking.call_off, world.student, the_talk(world).id)
    assert given(world, TalkDate.kind, world.teacher.user) is None


def test_a_file_and_the_next_name_the_same_event_by_the_same_id(world: World) -> None:
    world.agree()
    world.do(dates.ask, world.student)
    first = {str(e["uid"]) for e in events(given(world, OwnDates.kind, world.student.user))}
    world.do(calendar.type_days, world.teacher, world.classroom.id, "1 to 5 February")
    world.do(dates.ask, world.student)
    after = events(given(world, OwnDates.kind, world.student.user))
    cancelled = [e for e in after if str(e["status"]) == "CANCELLED"]
    assert len(cancelled) == 1
    assert {str(e["uid"]) for e in after} == first
