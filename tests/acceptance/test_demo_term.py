"""The class in the middle of a term that `accord demo --term` opens, on whatever day that is."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.demo.scene import school
from bot.demo.term import WEEKS, Term, begins, story
from bot.domain.contract import Status
from sandbox.people import Person
from storage.engine import open_engine
from storage.unit_of_work import UnitOfWork

NOW = datetime(2027, 3, 4, 19, 0, tzinfo=UTC)
"""A Thursday evening."""


async def test_each_stands_where_the_story_says(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/accord.db"
    async with school(url, start=begins(NOW)) as scene:
        await Term(scene, NOW).play()
        assert scene.clock.now() == NOW
        engine = open_engine(url)
        with engine.begin() as connection:
            uow = UnitOfWork(connection, scene.ws.team_id, NOW)
            people = {person.name: person for person in scene.ws.people.values()}
            stands = {one.handle: _status(uow, people[one.handle]) for one in story()[1]}
        engine.dispose()
        running = {one.handle: Status.ACTIVE for one in story()[1] if one.now in ("running", "stuck")}
        waiting = {"tom": Status.PROPOSED, "zoe": Status.QUESTIONED, "yuki": Status.DRAFTING, "sam": None}
        assert stands == running | waiting
        told = [message.kind for message in people["ben"].inbox()]
        assert "drift-seen" in told or "drift-noticed" in told
        assert [m.kind for m in scene.lee.inbox()].count("class-check-ins") == WEEKS


def _status(uow: UnitOfWork, person: Person) -> Status | None:
    found = uow.contracts.of_student(person.id)
    return found[-1].status if found else None


@pytest.mark.parametrize("hours", range(0, 24 * 8, 7))
def test_it_begins_before_six_check_ins_whatever_the_hour(hours: int) -> None:
    now = datetime(2027, 3, 1, tzinfo=UTC) + timedelta(hours=hours)
    assert timedelta(weeks=WEEKS - 1) < now - begins(now) < timedelta(weeks=WEEKS + 2)


def test_nobody_of_the_story_is_told_twice() -> None:
    handles = [one.handle for one in story()[1]]
    assert len(handles) == len(set(handles)) == 12
    assert all(len(one.weeks) == WEEKS for one in story()[1] if one.now in ("running", "stuck"))
