"""Bent payloads at the router's door, on the database of each part of the story."""

from pathlib import Path
from random import Random

import pytest

from tests.fuzz.bending import MARK, Bender
from tests.fuzz.entrance import Entrance, logs
from tests.fuzz.recording import COMMANDS, EVENTS, FORMS, PRESSES, Recording
from tests.fuzz.sound import broken

STAGES = range(10)
EACH = 1_900
ROUND = 475
"""Payloads on one copy of a database: what they change is forgotten then, so that the next find it as it was."""

FROM_THE_PART = 0.6
"""The share of payloads that belong to the part of the story whose database it is."""


@pytest.mark.parametrize("number", STAGES)
async def test_whatever_comes_is_acknowledged_and_nothing_breaks(
    recording: Recording, tmp_path: Path, number: int
) -> None:
    stage, bender, chance = recording.stages[number], Bender(recording, number), Random(number)
    for start in range(0, EACH, ROUND):
        entrance = Entrance(stage, tmp_path / f"{start}.db")
        with logs() as written:
            for _ in range(ROUND):
                source = stage.payloads if chance.random() < FROM_THE_PART else recording.payloads
                await entrance.take(bender.bent(chance.choice(source)))
        entrance.close()
        assert not entrance.wrong, [(what, times, entrance.examples[what]) for what, times in entrance.wrong.items()]
        assert broken(entrance) == []
        assert MARK not in written.getvalue()
        assert [typed for typed in recording.typed if typed in written.getvalue()] == []


def test_every_route_is_taken(recording: Recording) -> None:
    taken = {(payload.kind, payload.name) for payload in recording.payloads}
    routes = (("action", PRESSES), ("view", FORMS), ("event", EVENTS), ("command", COMMANDS))
    assert {(kind, name) for kind, names in routes for name in names} <= taken


def test_there_is_a_part_for_each_test(recording: Recording) -> None:
    assert len(recording.stages) == len(STAGES)
