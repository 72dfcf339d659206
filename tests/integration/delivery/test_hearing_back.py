"""What somebody wrote while nobody listened is read once, paced, and heard like an event; on both databases."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, select

from bot.delivery.attendance import GAP_SECONDS, Attendance
from bot.delivery.errands import Errands
from bot.delivery.hearing_back import HearingBack, said_by
from bot.domain.actor import Actor
from bot.domain.errand import Errand, ErrandKind
from bot.domain.focus import About, Focus
from bot.domain.interview.interview import Interview, InterviewState
from bot.executors import Inline
from bot.services import hearing_back
from bot.services.hearing_back import REMEMBERED, SPACING, Round
from bot.services.prompting import PROMPT, REMINDER
from storage.agenda import agendas
from storage.errands import errand_table
from storage.presence import presences
from storage.tables import ErrandRow, OutboxRow, table
from tests.integration.delivery.office import Office
from tests.world import WORKSPACE, World

MINUTE = timedelta(minutes=1)


@pytest.fixture
def world(engine: Engine) -> World:
    return World(engine)


def prompted(world: World, student: Actor, ts: str = "100.000001", *, state: str = "sent") -> int:
    """A check-in that was asked for by a message with this ts."""
    contract = world.agree(student)
    with world.uow() as uow:
        (check_in,) = uow.check_ins.all(contract=contract.id)
    with agendas(world.engine)() as agenda:
        agenda.ask([check_in.id], PROMPT, world.now, world.now + timedelta(days=1))
    outbox = table(OutboxRow)
    with world.engine.begin() as connection:
        here = outbox.c.once == f"check-in:{check_in.id}:prompt"
        sent = {"state": state, "channel": f"D{student.user}", "ts": ts, "sent_at": world.now}
        connection.execute(outbox.update().where(here).values(**sent))
    return check_in.id


def look(world: World, page: int = 1000) -> int:
    """One look around; how many conversations are to be read."""
    around = Round(world.now)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hearing_back, "PAGE", page)
        more = True
        while more:
            with presences(world.engine)() as presence:
                more = around.page(presence)
    return around.asked


def errands(engine: Engine) -> list[Errand]:
    rows = table(ErrandRow)
    with engine.begin() as connection:
        found = connection.execute(select(rows).order_by(rows.c.id)).mappings()
        return [Errand(**{**row, "kind": ErrandKind(row["kind"])}) for row in found]


def test_who_was_asked_and_has_not_answered_is_read_the_newest_first(world: World) -> None:
    prompted(world, world.student, "100.000001")
    prompted(world, world.classmate, "100.000002")
    assert look(world) == 2
    found = errands(world.engine)
    assert [(e.workspace, dict(e.args), e.not_before) for e in found] == [
        (WORKSPACE, {"user": u, "channel": f"D{u}", "oldest": ts}, world.now + wait)
        for u, ts, wait in (
            (world.classmate.user, "100.000002", timedelta(0)),
            (world.student.user, "100.000001", SPACING),
        )
    ]


def test_a_reminder_does_not_make_the_question_younger(world: World) -> None:
    check_in = prompted(world, world.student, "100.000001")
    with agendas(world.engine)() as agenda:
        agenda.ask([check_in], REMINDER, world.now, world.now + timedelta(days=1))
    outbox = table(OutboxRow)
    with world.engine.begin() as connection:
        again = outbox.c.once == f"check-in:{check_in}:reminder"
        connection.execute(outbox.update().where(again).values(state="sent", channel="D1", ts="200.000001"))
    look(world)
    assert [e.args["oldest"] for e in errands(world.engine)] == ["100.000001"]


def test_looking_around_again_asks_nobody_twice(world: World) -> None:
    prompted(world, world.student)
    prompted(world, world.student)
    assert look(world) == 1
    assert look(world) == 0
    prompted(world, world.classmate)
    assert look(world, page=1) == 1
    assert len(errands(world.engine)) == 2


@pytest.mark.parametrize("state", ["waiting", "claimed", "failed", "expired"])
def test_who_was_never_asked_has_not_answered(world: World, state: str) -> None:
    prompted(world, world.student, state=state)
    assert look(world) == 0


def test_what_is_older_than_we_remember_is_left_alone(world: World) -> None:
    prompted(world, world.student)
    world.now += REMEMBERED + timedelta(hours=1)
    assert look(world) == 0


def _interview(world: World, state: InterviewState, about: About = About.INTERVIEW) -> None:
    contract = world.proposed(world.student)
    with world.uow() as uow:
        begun = Interview(WORKSPACE, contract.id, world.classroom.id, world.student.user, world.now)
        made = uow.interviews.add(replace(begun, state=state))
        uow.focus.put(Focus(WORKSPACE, world.student.user, about, made.id, world.now), "user")


def test_an_open_interview_is_read_since_its_question(world: World) -> None:
    _interview(world, InterviewState.OPEN)
    assert look(world) == 1
    (errand,) = errands(world.engine)
    assert dict(errand.args) == {"user": world.student.user, "channel": "", "oldest": f"{world.now.timestamp():.6f}"}


@pytest.mark.parametrize(
    ("state", "about"), [(InterviewState.LATER, About.INTERVIEW), (InterviewState.OPEN, About.QUESTION)]
)
def test_another_interview_is_not(world: World, state: InterviewState, about: About) -> None:
    _interview(world, state, about)
    assert look(world) == 0


class Beats:
    """An attendance whose seconds a test counts."""

    def __init__(self, world: World, *, alone: bool) -> None:
        self.seconds, self.hears, self.world = 1000.0, 1, world
        self.woken = 0
        self.attendance = Attendance(
            presences(world.engine), Inline(), self, lambda: self.hears, self._wake, alone=alone,
            seconds=lambda: self.seconds,
        )  # fmt: skip

    def now(self) -> datetime:
        return self.world.now

    def _wake(self) -> None:
        self.woken += 1

    async def beat(self, seconds: float = 5.0, times: int = 1) -> None:
        for _ in range(times):
            self.seconds += seconds
            self.world.later(seconds=seconds)
            await self.attendance.look()

    @property
    def looked(self) -> int:
        return len(errands(self.world.engine))

    def last(self) -> datetime | None:
        with presences(self.world.engine)() as presence:
            return presence.last()


async def test_the_only_program_looks_back_when_it_starts_and_never_again(world: World) -> None:
    prompted(world, world.student)
    beats = Beats(world, alone=True)
    await beats.beat()
    assert (beats.looked, beats.last()) == (1, world.now)
    assert beats.woken > 0
    prompted(world, world.classmate)
    await beats.beat(times=10)
    assert beats.looked == 1


async def test_after_a_gap_it_looks_back(world: World) -> None:
    beats = Beats(world, alone=True)
    await beats.beat()
    prompted(world, world.student)
    beats.hears = 0
    await beats.beat(times=2)
    assert beats.last() == world.now - timedelta(seconds=10)
    beats.hears = 1
    await beats.beat(GAP_SECONDS)
    assert beats.looked == 1


@pytest.mark.parametrize("alone", [True, False])
async def test_after_a_cut_it_looks_back_however_short_it_was(world: World, alone: bool) -> None:
    beats = Beats(world, alone=alone)
    await beats.beat(times=5)
    prompted(world, world.student)
    beats.hears = 2
    await beats.beat()
    assert beats.looked == 1


async def test_who_is_deaf_says_nothing(world: World) -> None:
    prompted(world, world.student)
    beats = Beats(world, alone=True)
    beats.hears = 0
    await beats.beat(times=3)
    assert (beats.looked, beats.last()) == (0, None)


async def test_where_others_listened_all_the_time_nothing_is_read(world: World) -> None:
    others = Beats(world, alone=False)
    await others.beat(times=5)
    prompted(world, world.student)
    new = Beats(world, alone=False)
    for _ in range(6):
        await others.beat()
        await new.beat(0)
        new.seconds += 5
    assert new.looked == 0
    new.hears = 0
    new.seconds += 60
    new.hears = 1
    await others.beat()
    await new.beat()
    assert new.looked == 0


async def test_where_all_were_away_the_first_to_come_back_looks(world: World) -> None:
    before = Beats(world, alone=False)
    await before.beat(times=5)
    prompted(world, world.student)
    one, other = Beats(world, alone=False), Beats(world, alone=False)
    await one.beat()
    await other.beat()
    assert one.looked == 0
    for _ in range(4):
        await one.beat()
        assert one.looked in (0, 1)
        await other.beat()
    assert one.looked == 1
    assert one.woken * other.woken == 0


class Reading:
    """Errands that read the conversations of an office."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.heard: list[Mapping[str, Any]] = []
        self._doers = HearingBack(lambda _: office.client, self._hear, office.clock).doers()

    async def _hear(self, body: Mapping[str, Any]) -> None:
        assert body["team_id"] == self.office.ws.team_id
        self.heard.append(body["event"])

    def ask(self, user: str, channel: str, oldest: str = "0") -> Errand:
        args = {"user": user, "channel": channel, "oldest": oldest}
        errand = Errand(self.office.ws.team_id, ErrandKind.HEAR_BACK, args, self.office.clock.now())
        asked: Errand = self.office.in_workspace(lambda uow: uow.errands.add(errand))
        return asked

    async def settle(self) -> None:
        """Do what is due."""
        errands = Errands(errand_table(self.office.engine), Inline(), self.office.clock, self._doers)
        work = asyncio.create_task(errands.run())
        await errands.idle()
        await errands.stop()
        await work

    def reads(self) -> list[int]:
        return [call.status for call in self.office.ws.calls if call.method == "conversations.history"]


async def test_a_persons_messages_are_heard_in_their_order(office: Office) -> None:
    reading = Reading(office)
    ana = office.ws.add_person("ana", "Ana")
    office.queue(ana.id, "How did it go?")
    await office.send_all()
    before = ana.dm.posts[-1].ts
    written = []
    for words in ("7 of 10", "the lists helped", "oh no"):
        office.clock.advance(MINUTE)
        written.append(await ana.says(words, acked=False))
    office.queue(ana.id, "a card")
    await office.send_all()
    ana._own(written[2])[0].remove(ana._own(written[2])[1])
    reading.ask(ana.id, ana.dm.id, before)
    await reading.settle()
    assert [(m["text"], m["ts"]) for m in reading.heard] == [("7 of 10", written[0]), ("the lists helped", written[1])]
    assert {(m["user"], m["channel"], m["channel_type"]) for m in reading.heard} == {(ana.id, ana.dm.id, "im")}
    assert reading.reads() == [200]


async def test_where_the_conversation_is_can_be_asked(office: Office) -> None:
    reading = Reading(office)
    ana = office.ws.add_person("ana", "Ana")
    await ana.says("hi", acked=False)
    reading.ask(ana.id, "")
    await reading.settle()
    assert [m["text"] for m in reading.heard] == ["hi"]


async def test_those_whom_slack_limits_wait_for_their_turn(office: Office) -> None:
    reading = Reading(office)
    people = [office.ws.add_person(f"s{n}", f"S {n}") for n in range(6)]
    for person in people:
        await person.says("7", acked=False)
        reading.ask(person.id, person.dm.id)
    limit = OnceAMinute(office)
    minutes = 0
    while len(reading.heard) < len(people):
        assert minutes < 2 * len(people)
        await reading.settle()
        limit.again()
        office.clock.advance(MINUTE)
        minutes += 1
    refused = [status for status in reading.reads() if status == 429]
    assert len(refused) < len(people)
    assert all(row.done for row in errands(office.engine))


class OnceAMinute:
    """Slack's limit for some apps: one look a minute."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self.again()

    def again(self) -> None:
        self._office.ws.faults.clear()
        self._office.ws.faults.next("conversations.history", 1, kind="slow", seconds=0.0)
        self._office.ws.faults.share("conversations.history", 1.0, "ratelimited", seconds=60)


@pytest.mark.parametrize(
    ("kind", "lasting"),
    [("http_500", False), ("http_503", False), ("error:channel_not_found", True), ("error:token_revoked", True)],
)
async def test_what_can_not_be_read_now_is_read_later(office: Office, kind: str, lasting: bool) -> None:
    reading = Reading(office)
    ana = office.ws.add_person("ana", "Ana")
    await ana.says("7", acked=False)
    errand = reading.ask(ana.id, ana.dm.id)
    office.ws.faults.next("conversations.history", kind=kind)
    await reading.settle()
    assert reading.heard == []
    office.clock.advance(10 * MINUTE)
    await reading.settle()
    assert len(reading.heard) == (0 if lasting else 1)
    assert [e.done for e in errands(office.engine) if e.id == errand.id] == [True]


ODD: Sequence[Any] = (
    None, "text", 7, [], {}, {"user": "U1"}, {"type": "message"}, {"type": "message", "user": "U2", "ts": "1.1"},
    {"type": "message", "user": "U1", "bot_id": "B1"}, {"type": "reaction", "user": "U1"},
)  # fmt: skip


@pytest.mark.parametrize("odd", ODD)
def test_what_is_no_message_of_theirs_is_left_out(odd: Any) -> None:
    mine = {"type": "message", "user": "U1", "ts": "2.2", "text": "7"}
    assert [m["ts"] for m in said_by("U1", [odd, mine, odd])] == ["2.2"]
