"""Which schools are locked out, for how long what they send is refused, and what is read back; on both databases."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine
from structlog.testing import capture_logs

from bot.domain.installation import Installation, LockedOut
from bot.domain.outbox import ErrandKind
from bot.runner import Inline
from bot.slack.http.server import LOOK_SECONDS
from bot.slack.installing.schools import AN_HOUR, MARKED_EVERY, MOST_REFUSED, PATIENCE, Locked
from storage.queries.installations import Installations
from storage.queries.presence import presences
from storage.sealed import Seal, new_key
from tests.integration.delivery.bureau import errands
from tests.integration.delivery.test_looking_around import prompted
from tests.world import WORKSPACE, World

RIGHT, WRONG = new_key(), new_key()
ELSEWHERE = "TELSEWHERE"


class Hands:
    """A clock that is set."""

    def __init__(self, world: World) -> None:
        self._world = world

    def now(self) -> Any:
        return self._world.now


@pytest.fixture
def world(engine: Engine) -> World:
    made = World(engine)
    for_ = Installation(WORKSPACE, "xoxb-1", "U0", "B0", made.now)
    Installations(engine, "1.2", Seal([RIGHT])).save(for_)
    return made


def locked_with(world: World, key: str) -> Locked:
    """As a process with this key sees it."""
    kept = Installations(world.engine, "1.2", Seal([key]))
    return Locked(kept, presences(world.engine), Inline(), Hands(world))


def missed(world: World) -> list[str]:
    with presences(world.engine)() as presence:
        return presence.missed()


def read_back(world: World) -> list[str]:
    return [str(e.args["user"]) for e in errands(world.engine) if e.kind is ErrandKind.HEAR_BACK]


async def test_what_comes_is_refused_for_as_long_as_slack_repeats_it(world: World) -> None:
    locked = locked_with(world, WRONG)
    with pytest.raises(LockedOut):
        await locked.find(WORKSPACE)
    assert locked.refuses(WORKSPACE, counts=True)
    world.later(seconds=PATIENCE.total_seconds() - 1)
    assert locked.refuses(WORKSPACE, counts=True)
    world.later(seconds=1)
    assert not locked.refuses(WORKSPACE, counts=True)
    assert not locked.refuses(WORKSPACE, counts=False)


async def test_slack_never_counts_more_refusals_in_an_hour_than_it_bears(world: World) -> None:
    locked = locked_with(world, WRONG)
    await locked.look_at_all()
    assert [locked.refuses(WORKSPACE, counts=True) for _ in range(MOST_REFUSED + 1)].count(True) == MOST_REFUSED
    assert locked.refuses(WORKSPACE, counts=False)  # presses and commands do not count
    world.later(seconds=AN_HOUR.total_seconds())
    assert MOST_REFUSED * 3 < 1000


async def test_another_process_that_has_the_key_reads_back_what_was_missed(world: World) -> None:
    prompted(world, world.student)
    shut, open_ = locked_with(world, WRONG), locked_with(world, RIGHT)
    assert await open_.unlocked() == []
    await shut.look_at_all()
    assert missed(world) == [WORKSPACE]
    assert await open_.unlocked() == [WORKSPACE]
    assert read_back(world) == [world.student.user]
    assert missed(world) == []
    assert await open_.unlocked() == []
    assert await shut.unlocked() == []


async def test_what_comes_to_the_one_without_the_key_afterwards_is_read_back_too(world: World) -> None:
    shut, open_ = locked_with(world, WRONG), locked_with(world, RIGHT)
    await shut.look_at_all()
    await open_.unlocked()
    world.later(seconds=MARKED_EVERY.total_seconds())
    with pytest.raises(LockedOut):
        await shut.find(WORKSPACE)
    assert await open_.unlocked() == [WORKSPACE]


async def test_no_other_schools_conversations_are_read(world: World) -> None:
    prompted(world, world.student)
    with presences(world.engine)() as presence:
        presence.miss(ELSEWHERE, world.now)
    assert await locked_with(world, RIGHT).unlocked() == [ELSEWHERE]  # it has no installation at all any more
    assert read_back(world) == []
    assert missed(world) == []


async def test_that_somebody_listens_is_no_school_that_was_missed(world: World) -> None:
    with presences(world.engine)() as presence:
        presence.here(world.now)
        presence.caught_up("")
        assert presence.missed() == []
        assert presence.last() == world.now


async def test_with_wrong_keys_it_is_not_ready_while_another_has_the_right_ones(world: World) -> None:
    """The other one takes all; where it goes, somebody has to acknowledge what comes."""
    shut, open_ = locked_with(world, WRONG), locked_with(world, RIGHT)
    assert shut.is_ready()
    await shut.look_at_all()
    for _ in range(30):
        await open_.unlocked()
        await shut.unlocked()
        assert not shut.is_ready()
        world.later(seconds=LOOK_SECONDS)
    for _ in range(30):
        await shut.unlocked()
        world.later(seconds=LOOK_SECONDS)
    assert shut.is_ready()
    await open_.unlocked()
    for _ in range(2):
        await shut.unlocked()
        world.later(seconds=LOOK_SECONDS)
    assert not shut.is_ready()


async def test_where_nobody_has_the_right_ones_all_are_ready_once_slack_repeats_nothing_more(world: World) -> None:
    """Else a proxy that asks who is ready would refuse everything, and Slack would end the app's events."""
    both = [locked_with(world, WRONG) for _ in range(2)]
    for shut in both:
        await shut.look_at_all()
    began = world.now
    while world.now - began < AN_HOUR:
        assert [shut.is_ready() for shut in both] == [world.now - began >= PATIENCE] * 2
        world.later(seconds=LOOK_SECONDS)
        for shut in both:
            await shut.unlocked()


async def test_with_one_bad_token_it_is_not_ready_only_for_a_while(world: World) -> None:
    shut = locked_with(world, WRONG)
    await shut.look_at_all()
    one = Installation(ELSEWHERE, "xoxb-2", "U0", "B0", world.now)
    Installations(world.engine, "1.2", Seal([WRONG])).save(one)
    world.later(seconds=PATIENCE.total_seconds())
    await shut.look_at_all()
    assert shut.is_ready()
    other = locked_with(world, WRONG)
    await other.look_at_all()
    assert not other.is_ready()
    world.later(seconds=PATIENCE.total_seconds())
    assert other.is_ready()


async def test_it_is_said_once_with_what_to_do_and_when_it_is_over(world: World) -> None:
    with capture_logs() as logged:
        locked = locked_with(world, WRONG)
        await locked.look_at_all()
        for _ in range(20):
            with pytest.raises(LockedOut):
                await locked.find(WORKSPACE)
        renewed = Installation(WORKSPACE, "xoxb-2", "U0", "B0", world.now + timedelta(seconds=1))
        Installations(world.engine, "1.2", Seal([WRONG])).save(renewed)
        await locked.find(WORKSPACE)
    lines = [line for line in logged if line["action"] == "token-unreadable"]
    assert [line["log_level"] for line in lines] == ["error", "info"]
    assert lines[0]["workspaces"] == WORKSPACE
    assert "ACCORD_KEYS" in lines[0]["remedy"]
    assert "over_after_seconds" in lines[1]
