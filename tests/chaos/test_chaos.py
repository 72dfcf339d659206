"""The real program, killed five times on each database; `make chaos` kills it a hundred times."""

from pathlib import Path

import pytest

from tests.chaos.campaign import Campaign
from tests.chaos.stores import opened

KILLS = 5
SIZE = 10


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
async def test_nothing_acknowledged_is_lost_and_nothing_is_said_twice(tmp_path: Path, database: str) -> None:
    with opened(database, tmp_path) as store:
        campaign = Campaign(store, tmp_path, seed=5, kills=KILLS, size=SIZE)
        assert await campaign.run() == []
    assert campaign.figures.kills >= KILLS
    assert campaign.book.typed
    assert campaign.figures.asked > 0
