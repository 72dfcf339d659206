"""The real program, killed five times on each database; `make chaos` kills it a hundred times."""

from pathlib import Path

import pytest

from tests.chaos.campaign import Campaign
from tests.chaos.stores import opened

KILLS = 5
SIZE = 10
LOG_SHOWN = 5000


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
async def test_nothing_acknowledged_is_lost_and_nothing_is_said_twice(tmp_path: Path, database: str) -> None:
    with opened(database, tmp_path) as store:
        campaign = Campaign(store, tmp_path, seed=5, kills=KILLS, size=SIZE)
        violations = await campaign.run()
    logs = [log.read_text()[-LOG_SHOWN:] for log in tmp_path.glob("*.log")]
    assert violations == [], (campaign.figures, logs)
    assert campaign.figures.kills >= KILLS
    assert campaign.figures.asked > 0, (campaign.figures, logs)
    assert campaign.book.typed
    assert campaign.book.replies
