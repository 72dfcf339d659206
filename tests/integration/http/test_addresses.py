"""Addresses from which calendars fetch dates, in two schools at one Accord: said in Slack, fetched over HTTP."""

import re

import aiohttp
from structlog.testing import capture_logs

from bot.activities.dates import use_cases as dates
from bot.domain.actor import Actor
from sandbox.people import Person
from sandbox.seeing import Message
from sandbox.workspace import LocalWorkspace
from tests.integration.http.place import Place
from tests.integration.http.served import address

PATH = re.compile(r"/calendar/[\w-]{43}\.ics")


async def test_each_has_their_own_and_stops_it_alone(place: Place) -> None:
    with capture_logs() as logged:
        here = path_in(await given(place, place.north, place.ana))
        there = path_in(await given(place, place.south, place.sam))
        assert [await fetched(place, path) for path in (here, there)] == [200, 200]
        newer = path_in(await pressed(place, place.ana, "A new address", "address-given"))
        assert [await fetched(place, path) for path in (here, newer)] == [404, 200]
        await pressed(place, place.ana, "Stop the address", "address-stopped")
        assert [await fetched(place, path) for path in (here, newer, there)] == [404, 404, 200]
    secrets = [path.removeprefix("/calendar/").removesuffix(".ics") for path in (here, newer, there)]
    assert not [line for line in logged if any(secret in str(line) for secret in secrets)]


async def test_the_notification_says_nothing_of_it(place: Place) -> None:
    message = await given(place, place.north, place.ana)
    assert not PATH.search(message.text)


async def test_who_asks_for_their_dates_reads_that_they_have_one(place: Place) -> None:
    await given(place, place.north, place.ana)
    await place.ana.types("/accord calendar")
    await place.ana.sees("own-dates")
    have = await place.ana.sees("own-address")
    assert have.buttons == ["Stop the address", "A new address"]
    assert not PATH.search(have.visible_text)


async def test_a_school_that_took_accord_away_has_no_addresses(place: Place) -> None:
    here = path_in(await given(place, place.north, place.ana))
    there = path_in(await given(place, place.south, place.sam))
    await place.north.uninstall()
    await place.settled()
    assert [await fetched(place, path) for path in (here, there)] == [404, 200]


async def given(place: Place, school: LocalWorkspace, person: Person) -> Message:
    await place.accord.runner.run(Actor(school.team_id, person.id), dates.new_address)
    return await person.sees("address-given")


async def pressed(place: Place, person: Person, label: str, wanted: str) -> Message:
    await person.presses(label, on=person.inbox()[-1])
    return await person.sees(wanted)


def path_in(message: Message) -> str:
    found = PATH.search(message.visible_text)
    assert found is not None
    return found[0]


async def fetched(place: Place, path: str) -> int:
    async with aiohttp.ClientSession() as session, session.get(address(place.accord, path)) as answer:
        await answer.read()
        return answer.status
