"""When a program looks around for what was missed, and whose conversations are to be read then; on both databases."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from bot.activities.checking_in.prompting import PROMPT, REMINDER
from bot.activities.hearing import listening
from bot.activities.hearing.listening import REMEMBERED, SPACING, LookAround
from bot.domain.actor import Actor
from bot.domain.interview import About, Focus, Interview, InterviewState
from bot.jobs.hearing_back import GAP_SECONDS, Attendance
from bot.runner import Inline
from storage.queries.due import agendas
from storage.queries.presence import presences
from storage.tables.classes import OutboxRow, table
from tests.integration.delivery.bureau import errands
from tests.world import WORKSPACE, World


@pytest.fixture
def world(engine: Engine) -> World:
    return World(engine)


def prompted(world: World, student: Actor, ts: str = "100.000001", *, state: str = "sent") -> int:
    """A check-in that was asked for by a message with this ts."""
    contract = world.agree(student)
    with world.uow() as uow:
        (check_in,) = uow.check_ins.of_contract(contract.id)
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
    around = LookAround(world.now)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listening, "PAGE", page)
        more = True
        while more:
            with presences(world.engine)() as presence:
                more = around.page(presence)
    return around.asked


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
        uow.focus.put(Focus(WORKSPACE, world.student.user, about, made.id, world.now))


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
