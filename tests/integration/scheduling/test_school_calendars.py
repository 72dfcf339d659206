"""The errand that reads a school's calendar, and the daily look."""

from collections.abc import Sequence
from datetime import date

from bot.activities.calendar import use_cases as calendar
from bot.activities.calendar.use_cases import CalendarChoices
from bot.domain.outbox import Errand, ErrandKind
from bot.domain.school_calendar import CalendarDays, CalendarUnread, Unread
from bot.jobs import school_calendars
from bot.jobs.school_calendars import CalendarErrands
from bot.runner import Inline, Runner
from tests.integration.scheduling.test_ticker import Clockwork
from tests.rows import rows
from tests.unit.calendars.files import calendar as calendar_file
from tests.unit.calendars.files import event
from tests.unit.handling import clock_of
from tests.world import WORKSPACE, World

ADDRESS = "https://school.test/secret.ics"


class School:
    """What lies at the address, or why nothing does."""

    def __init__(self) -> None:
        self.answer: bytes | Unread = calendar_file(event())
        self.asked: list[str] = []

    async def fetch(self, address: str) -> bytes:
        self.asked.append(address)
        if isinstance(self.answer, Unread):
            raise CalendarUnread(self.answer)
        return self.answer


async def read(world: World, school: School) -> None:
    runner = Runner(world.transactions.begin, Inline(), clock_of(world), lambda: None)
    errands = CalendarErrands(runner, fetch=school.fetch)
    await errands.read(Errand(WORKSPACE, ErrandKind.READ_CALENDAR, {"classroom": world.classroom.id}, world.now))


def names(world: World) -> list[str]:
    with world.uow() as uow:
        return [entry.name for entry in uow.days_off.of(world.classroom.id)]


def give_address(world: World) -> None:
    world.do(calendar.save, world.teacher, world.classroom.id, CalendarChoices(address=ADDRESS))


async def test_a_calendar_is_fetched_read_and_told(world: World) -> None:
    school = School()
    give_address(world)
    await read(world, school)
    assert (school.asked, names(world)) == ([ADDRESS], ["Half term"])
    assert world.kinds("UTEACHER")[-1] == "calendar-read"


async def test_what_fails_is_told_and_not_tried_again_at_once(world: World) -> None:
    school = School()
    give_address(world)
    await read(world, school)
    for answer in (Unread.SILENT, b"<html>"):
        school.answer = answer
        await read(world, school)
    assert names(world) == ["Half term"]
    assert world.kinds("UTEACHER").count("calendar-trouble") == 1


async def test_an_address_that_was_taken_out_is_not_visited(world: World) -> None:
    school = School()
    give_address(world)
    world.do(calendar.save, world.teacher, world.classroom.id, CalendarChoices())
    await read(world, school)
    assert school.asked == []


async def test_public_holidays_alone_need_nobody_outside(world: World) -> None:
    school = School()
    world.do(calendar.save, world.teacher, world.classroom.id, CalendarChoices(country="GB", region="ENG"))
    before = names(world)
    await read(world, school)
    assert (school.asked, names(world)) == ([], before)


async def test_it_reads_with_what_the_program_has(world: World) -> None:
    """The parts that are loaded when they are needed."""
    days: Sequence[CalendarDays] = await school_calendars.read(
        calendar_file(event()), date(2027, 1, 1), date(2027, 6, 1), "UTC"
    )
    assert [day.name for day in days] == ["Half term"]


async def test_the_ticker_has_it_read_once_a_day(world: World) -> None:
    clock = Clockwork(world)
    give_address(world)
    await read(world, School())

    async def asked_after(hours: int) -> int:
        world.later(hours=hours)
        await clock.ticker._keep_house()
        with world.uow() as uow:
            return len(rows(uow.errands, kind=ErrandKind.READ_CALENDAR))

    assert await asked_after(6) == 1
    assert await asked_after(18) == 2
