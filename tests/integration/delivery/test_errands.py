"""Errands, over the real protocol, on both databases."""

import asyncio
from datetime import timedelta

import pytest

from bot.activities.admitting import use_cases as admitting
from bot.activities.set_up import use_cases as set_up
from bot.domain.actor import Actor
from bot.domain.classroom import Person
from bot.domain.outbox import Errand, ErrandKind, Later
from bot.jobs.errands import LEASE, MOST_ATTEMPTS, SHORT_LEASE, Errands, InVain
from bot.runner import Inline
from storage.queries.errands import errand_table
from storage.tables.classes import ErrandRow, table
from tests.integration.delivery.bureau import Bureau
from tests.integration.delivery.office import Office

MINUTE = timedelta(minutes=1)


async def test_the_channels_members_become_the_roster(office: Office) -> None:
    bureau = Bureau(office)
    ms_o = office.ws.add_person("ms_o", "Ms O")
    ana, ben = office.ws.add_person("ana", "Ana", tz="Europe/Madrid"), office.ws.add_person("ben", "Ben")
    office.ws.add_person("cem", "Cem")
    channel = office.ws.add_channel("english-10b", [ms_o, ana, ben])
    known = Person(office.ws.team_id, ben.id, "Benjamin")
    office.in_workspace(lambda uow: admitting.learn(uow, Actor(uow.workspace, ben.id), known))
    classroom = bureau.classroom(channel.id, ms_o.id)
    errand = bureau.ask(ErrandKind.SYNC_ROSTER, classroom=classroom.id, by=ms_o.id)
    await bureau.do_all()
    assert bureau.row(errand).done
    assert bureau.students(classroom) == {ana.id, ben.id}
    people = {p.user: p for p in office.in_workspace(lambda uow: uow.people.all())}
    assert people[ana.id].timezone == "Europe/Madrid"
    assert people[ben.id].name == "Ben"  # before somebody gets a place, what they are now counts
    assert people[office.ws.bot_user_id].is_bot
    assert bureau.told(ms_o.id) == ["roster-read"]


async def test_of_whom_not_all_names_are_known_slack_is_asked_once_more(office: Office) -> None:
    bureau = Bureau(office)
    anouk, ben = office.ws.add_person("jvries", "Johanna Vries"), office.ws.add_person("ben", "Ben")
    anouk.user.display_name = "Anouk"
    known = [Person(office.ws.team_id, p.id, p.user.shown, other_names=None) for p in (anouk, ben)]
    office.in_workspace(lambda uow: [uow.people.add(person) for person in known])
    channel = office.ws.add_channel("english-10b", [anouk])
    bureau.ask(ErrandKind.SYNC_ROSTER, classroom=bureau.classroom(channel.id, anouk.id).id)
    await bureau.do_all()
    people = {p.user: p for p in office.in_workspace(lambda uow: uow.people.all())}
    assert (people[anouk.id].names, people[anouk.id].handle) == (("Anouk", "Johanna Vries"), "jvries")
    assert people[ben.id].other_names is None
    accord = Actor(office.ws.team_id, "")

    def asks_anew() -> int:
        return int(office.in_workspace(lambda uow: set_up.ask_anew(uow, accord)))

    assert [asks_anew(), asks_anew()] == [1, 0]
    await bureau.do_all()
    assert office.in_workspace(lambda uow: uow.people.of(ben.id)).other_names == ()


async def test_a_limited_roster_goes_on_where_it_stopped(office: Office) -> None:
    bureau = Bureau(office)
    people = [office.ws.add_person(f"s{number}", f"S {number}") for number in range(4)]
    classroom = bureau.classroom(office.ws.add_channel("english-10b", people).id, people[0].id)
    errand = bureau.ask(ErrandKind.SYNC_ROSTER, classroom=classroom.id)
    async with bureau.working() as errands:
        office.ws.core.rates.enabled = True
        office.ws.faults.next("conversations.members", kind="http_500")
        await errands.idle()
        office.clock.advance(MINUTE)
        office.ws.faults.next("users.info", kind="http_503")
        await errands.idle()
        office.clock.advance(MINUTE)
        office.ws.faults.next("users.info", kind="ratelimited", seconds=30)
        await errands.idle()
        assert not bureau.row(errand).done
        assert bureau.row(errand).attempts == 0
        office.clock.advance(MINUTE)
        await errands.idle()
    assert bureau.row(errand).done
    assert bureau.students(classroom) == {p.id for p in people[1:]}


async def test_a_channel_that_is_gone_is_told_to_the_teachers(office: Office) -> None:
    bureau = Bureau(office)
    ms_o = office.ws.add_person("ms_o", "Ms O")
    classroom = bureau.classroom("C0GONE", ms_o.id)
    errand = bureau.ask(ErrandKind.SYNC_ROSTER, classroom=classroom.id)
    await bureau.do_all()
    row = bureau.row(errand)
    assert (row.done, row.error) == (True, "channel_not_found")
    assert bureau.told(ms_o.id) == ["channel-gone"]


async def test_somebody_new_is_learnt(office: Office) -> None:
    bureau = Bureau(office)
    ana = office.ws.add_person("ana", "Ana", is_admin=True)
    asked = bureau.ask(ErrandKind.LEARN_PERSON, user=ana.id)
    nobody = bureau.ask(ErrandKind.LEARN_PERSON, user="U0NOBODY")
    await bureau.do_all()
    [person] = office.in_workspace(lambda uow: uow.people.all())
    assert (person.user, person.is_admin) == (ana.id, True)
    assert bureau.row(asked).error is None
    assert bureau.row(nobody).error == "user_not_found"


async def test_the_admins_are_found_and_told_that_nobody_teaches_a_class(office: Office) -> None:
    bureau = Bureau(office)
    ms_o, ada = office.ws.add_person("ms_o", "Ms O"), office.ws.add_person("ada", "Ada", is_admin=True)
    office.ws.add_person("cem", "Cem")
    classroom = bureau.classroom("C0ENGLISH", ms_o.id)
    since = office.clock.now().isoformat()
    errand = bureau.ask(ErrandKind.FIND_ADMINS, classroom=classroom.id, since=since)
    await bureau.do_all()
    assert bureau.row(errand).error is None
    assert [p.user for p in office.in_workspace(lambda uow: uow.people.all())] == [ada.id]
    assert bureau.told(ada.id) == [], "somebody teaches it"
    gone = Person(office.ws.team_id, ms_o.id, "Ms O", is_active=False)
    office.in_workspace(lambda uow: admitting.learn(uow, Actor(uow.workspace, ms_o.id), gone))
    await bureau.do_all()
    assert bureau.told(ada.id) == ["class-untaught"]


async def test_what_fails_is_tried_again_with_growing_waits_and_then_given_up(office: Office) -> None:
    bureau = Bureau(office)
    tried: list[int] = []

    async def fail(errand: Errand) -> None:
        tried.append(errand.attempts)
        raise RuntimeError

    errand = bureau.ask(ErrandKind.LEARN_PERSON, user="U1")
    async with bureau.working(fail) as errands:
        await errands.idle()
        await errands.idle()
        assert tried == [1]
        for _ in range(MOST_ATTEMPTS + 3):
            office.clock.advance(20 * MINUTE)
            await errands.idle()
    assert tried == list(range(1, MOST_ATTEMPTS + 1))
    row = bureau.row(errand)
    assert (row.done, row.error) == (True, "RuntimeError")


@pytest.mark.parametrize("lease", [LEASE, SHORT_LEASE])
async def test_what_dies_with_its_worker_is_done_again(office: Office, lease: timedelta) -> None:
    bureau = Bureau(office)
    begun = asyncio.Event()
    done: list[int] = []

    async def hang(errand: Errand) -> None:
        begun.set()
        await asyncio.Event().wait()

    async def do(errand: Errand) -> None:
        done.append(errand.id)

    errand = bureau.ask(ErrandKind.LEARN_PERSON, user="U1")
    dying = Errands(errand_table(office.engine), Inline(), office.clock, {ErrandKind.LEARN_PERSON: hang}, lease=lease)
    work = asyncio.create_task(dying.run())
    await begun.wait()
    work.cancel()
    await asyncio.wait([work])
    office.clock.advance(lease - timedelta(seconds=1))
    await bureau.do_all(do)
    assert done == []
    office.clock.advance(timedelta(seconds=1))
    await bureau.do_all(do)
    assert done == [errand.id]


async def test_what_runs_is_not_begun_twice_however_far_the_clock_jumps(office: Office) -> None:
    bureau = Bureau(office)
    begun: asyncio.Queue[int] = asyncio.Queue()
    may_end = asyncio.Event()

    async def wait(errand: Errand) -> None:
        begun.put_nowait(errand.id)
        await may_end.wait()

    first = bureau.ask(ErrandKind.LEARN_PERSON, user="U1")
    async with bureau.working(wait) as errands:
        assert await begun.get() == first.id
        office.clock.advance(2 * LEASE)
        second = bureau.ask(ErrandKind.LEARN_PERSON, user="U2")
        errands.wake()
        assert await begun.get() == second.id
        may_end.set()
        await errands.idle()
    assert begun.empty()
    assert bureau.row(first).done


async def test_later_and_in_vain_say_what_becomes_of_an_errand(office: Office) -> None:
    bureau = Bureau(office)
    outcomes: list[Exception] = [Later("busy", MINUTE), InVain("nobody")]

    async def do(errand: Errand) -> None:
        raise outcomes.pop(0)

    errand = bureau.ask(ErrandKind.LEARN_PERSON, user="U1")
    async with bureau.working(do) as errands:
        await errands.idle()
        row = bureau.row(errand)
        assert (row.done, row.attempts, row.error) == (False, 0, "busy")
        office.clock.advance(MINUTE)
        await errands.idle()
    row = bureau.row(errand)
    assert (row.done, row.error) == (True, "nobody")


async def test_what_only_a_newer_program_knows_is_left_to_it(office: Office) -> None:
    bureau = Bureau(office)
    newer = bureau.ask(ErrandKind.LEARN_PERSON, user="U1")
    rows = table(ErrandRow)
    with office.engine.begin() as connection:
        connection.execute(rows.update().values(kind="make-coffee"))
    done: list[int] = []

    async def do(errand: Errand) -> None:
        done.append(errand.id)

    known = bureau.ask(ErrandKind.LEARN_PERSON, user="U2")
    await bureau.do_all(do)
    assert done == [known.id]
    assert not bureau.row(newer).done
    with errand_table(office.engine)() as errands:
        assert errands.next_due() is None


async def test_a_worker_does_what_it_knows_and_leaves_the_rest(office: Office) -> None:
    bureau, done = Bureau(office), list[ErrandKind]()
    bureau.ask(ErrandKind.LEARN_PERSON, user="U1")
    bureau.ask_in_turn("U1", "hello")

    async def do(errand: Errand) -> None:
        done.append(errand.kind)

    tables = errand_table(office.engine, [ErrandKind.HEAR])
    errands = Errands(tables, Inline(), office.clock, {ErrandKind.HEAR: do})
    work = asyncio.create_task(errands.run())
    await errands.idle()
    await errands.stop()
    await work
    assert done == [ErrandKind.HEAR]
