"""Where calendars fetch people's dates: who gets what, and that whatever is wrong looks the same from outside."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from icalendar import Calendar
from structlog.testing import capture_logs

from bot.activities.dates import use_cases as dates
from bot.activities.dates.messages import AddressGiven
from bot.activities.privacy import erasing
from bot.activities.set_up import use_cases as set_up
from bot.domain.actor import Actor, Side
from bot.domain.classroom import Membership, Person
from bot.domain.dates import new_token
from bot.domain.installation import Departure, Reason
from bot.runner import Inline, Runner
from bot.slack.http.calendars import CALENDAR, CalendarFeed
from bot.slack.http.front import Front, HttpResponse, Request
from storage.subscribing import BELOW, Subscribing, subscribe_at
from tests.unit.dates.test_address import BASE, seal, unseal
from tests.unit.http.asking import Answered, ask
from tests.unit.talking.test_talks import agreed
from tests.world import World

ELSEWHERE = "T2"


class Clock:
    def __init__(self, world: World) -> None:
        self._world = world

    def now(self) -> datetime:
        return self._world.now


@pytest.fixture
def served(world: World) -> World:
    subscribe_at(world.engine, Subscribing(BASE, seal, unseal))
    world.agree()
    agreed(world)
    return world


@pytest.fixture
def front(served: World) -> Front:
    runner = Runner(served.transactions.begin, Inline(), Clock(served), lambda: None)
    return Front({}, below={BELOW: {"GET": CalendarFeed(served.engine, Inline(), runner)}})


def address(world: World, actor: Actor | None = None) -> str:
    """The path of a new one."""
    who = actor or world.student
    world.do(dates.new_address, who)
    sealed = [d.args["sealed"] for d in world.deliveries() if d.notice == AddressGiven.kind and d.reader == who.user]
    return f"{BELOW}{unseal(sealed[-1])}.ics"


def titles(answered: Answered) -> set[str]:
    return {str(event["summary"]) for event in Calendar.from_ical(answered.body).walk("VEVENT")}


def as_seen(answered: Answered) -> tuple[int, dict[str, str], bytes]:
    return answered.status, answered.headers, answered.body


async def test_the_calendar_of_a_student(served: World, front: Front) -> None:
    answered = await ask(front, address(served))
    assert (answered.status, answered.headers["content-type"]) == (200, CALENDAR)
    assert answered.headers["cache-control"] == "private, max-age=3600"
    assert titles(answered) == {"Check-in", "Due date", "Last day", "Talk"}
    for word in (b"English", b"Lee", b"Ana", b"USTUDENT", b"DESCRIPTION"):
        assert word not in answered.body


async def test_it_speaks_the_language_of_its_person(served: World, front: Front) -> None:
    with served.uow() as uow:
        person = uow.people.of(served.student.user)
        assert person is not None
        uow.people.save(replace(person, locale="es-ES"))
    assert titles(await ask(front, address(served))) == {"Seguimiento", "Fecha límite", "Último día", "Charla"}


async def test_head_says_what_get_would(served: World, front: Front) -> None:
    path = address(served)
    whole, head = await ask(front, path), await ask(front, path, method="HEAD")
    assert (head.status, head.headers, head.body) == (200, whole.headers, b"")


@pytest.mark.parametrize("form", ["{}", "W/{}", '"other", {}', 'W/"x",{}'])
async def test_what_somebody_has_already_is_not_sent_again(served: World, front: Front, form: str) -> None:
    path = address(served)
    tag = (await ask(front, path)).headers["etag"]
    served.now += timedelta(minutes=30)
    again = await ask(front, path, headers={"if-none-match": form.format(tag)})
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
    served.do(set_up.leave, served.student, served.classroom.channel)
    assert (await ask(front, path, headers={"if-none-match": form.format(tag)})).status == 200


async def test_who_left_all_classes_has_an_empty_calendar(served: World, front: Front) -> None:
    path = address(served)
    served.do(set_up.leave, served.student, served.classroom.channel)
    answered = await ask(front, path)
    assert (answered.status, titles(answered)) == (200, set())


def stopped(world: World) -> None:
    world.do(dates.stop_address, world.student)


def another(world: World) -> None:
    world.do(dates.new_address, world.student)


def erased(world: World) -> None:
    world.do(erasing.erase, world.accord, world.student.user, "operator:me", "asked for it")


def deactivated(world: World) -> None:
    with world.uow() as uow:
        person = uow.people.of(world.student.user)
        assert person is not None
        uow.people.save(replace(person, is_active=False))


def uninstalled(world: World) -> None:
    with world.uow() as uow:
        uow.departures.add(Departure("T1", Reason.REVOKED, world.now))


@pytest.mark.parametrize("event", [stopped, another, erased, deactivated, uninstalled])
async def test_one_that_is_gone_looks_like_one_that_never_was(
    served: World, front: Front, event: Callable[[World], None]
) -> None:
    path = address(served)
    assert (await ask(front, path)).status == 200
    event(served)
    assert as_seen(await ask(front, path)) == as_seen(await ask(front, f"{BELOW}{new_token()}.ics"))
    assert (await ask(front, path)).status == 404


async def test_a_workspace_that_is_back_has_its_addresses_again(served: World, front: Front) -> None:
    path = address(served)
    with served.uow() as uow:
        uow.departures.add(Departure("T1", Reason.REVOKED, served.now, served.now))
    assert (await ask(front, path)).status == 200


ODD = (
    "/calendar/{token}",
    "/calendar/{token}.ICS",
    "/calendar/{token}.ics/",
    "/calendar/{token}.ics.ics",
    "/calendar/x{token}.ics",
    "/calendar//{token}.ics",
    "/calendar/../calendar/{token}.ics",
    "/calendar/{token}\n.ics",
    "/calendar/é.ics",
    "/calendar/.ics",
    "/calendar/",
    "/calendar",
    "/CALENDAR/{token}.ics",
)


@pytest.mark.parametrize("odd", ODD)
async def test_odd_paths_look_the_same_too(served: World, front: Front, odd: str) -> None:
    token = address(served).removeprefix(BELOW).removesuffix(".ics")
    found = as_seen(await ask(front, odd.format(token=token)))
    assert found == as_seen(await ask(front, f"{BELOW}{new_token()}.ics"))
    assert found[0] == 404


async def test_a_query_behind_it_changes_nothing(served: World, front: Front) -> None:
    assert (await ask(front, f"{address(served)}?nocache=1")).status == 200


async def test_nobody_else_can_write_there(served: World, front: Front) -> None:
    answered = await ask(front, address(served), method="POST")
    assert (answered.status, answered.headers["allow"]) == (405, "GET")


async def test_each_address_is_of_one_person_in_one_workspace(served: World, front: Front) -> None:
    """The same user id elsewhere has nothing to do with it."""
    there = Actor(ELSEWHERE, served.student.user)
    with served.uow(ELSEWHERE) as uow:
        room = uow.classrooms.add(replace(served.classroom, id=0, workspace=ELSEWHERE))
        uow.people.add(Person(ELSEWHERE, there.user, "Somebody else"))
        uow.memberships.add(Membership(ELSEWHERE, room.id, there.user, Side.STUDENT, served.now))
    here = address(served)
    with served.uow(ELSEWHERE) as uow:
        dates.new_address(uow, there)
        sealed = [d.args["sealed"] for d in uow.outbox.queued if d.notice == AddressGiven.kind]
    other = await ask(front, f"{BELOW}{unseal(sealed[-1])}.ics")
    assert (other.status, titles(other)) == (200, set())
    with served.uow(ELSEWHERE) as uow:
        dates.stop_address(uow, there)
    assert "Check-in" in titles(await ask(front, here))


async def test_a_failure_is_logged_without_the_address() -> None:
    async def fails(request: Request) -> HttpResponse:
        raise ValueError(request.path)

    token = new_token()
    front = Front({}, below={BELOW: {"GET": fails}})
    with capture_logs() as logged:
        assert (await ask(front, f"{BELOW}{token}.ics")).status == 500
    assert [(line["action"], line["path"]) for line in logged] == [("http-failed", BELOW)]


async def test_nothing_of_an_address_is_logged(served: World, front: Front) -> None:
    path = address(served)
    with capture_logs() as logged:
        for asked in (path, f"{path}x", f"{BELOW}{new_token()}.ics"):
            await ask(front, asked)
    assert logged == []
