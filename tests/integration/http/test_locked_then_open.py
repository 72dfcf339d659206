"""An answer that was given while no key opened its school's token is heard once the right key is back."""

import sqlite3
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.demo.scene import School, school
from bot.settings import Settings
from bot.slack.installing.schools import PATIENCE
from sandbox.workspace import LocalWorkspace
from storage.sealed import new_key
from tests.acceptance.steps import agree, check_in_due, set_up
from tests.integration.http.served import KEY, accord_over_http, address, installation_of, keep, settings_for


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "accord.db"


@pytest.fixture
async def scene(path: Path) -> AsyncIterator[School]:
    """A check-in is asked, and all that was said before is read; then Accord is stopped."""
    async with school(f"sqlite:///{path}") as made:
        await set_up(made)
        await agree(made)
        await check_in_due(made)
        await made.accord.stop()
        keep(f"sqlite:///{path}", installation_of(made.ws))
        async with accord_over_http(with_key(made, path, KEY), made.clock) as accord:
            await replace(made, accord=accord).later(minutes=2)
        yield made


def with_key(scene: School, path: Path, key: str) -> Settings:
    return settings_for(
        scene.ws.api_url, f"sqlite:///{path}", accord_keys=SecretStr(key), accord_teachers=(scene.lee.id,)
    )


def slack_gives_up(ws: LocalWorkspace) -> None:
    for envelope in list(ws.core.deliveries.open.values()):
        ws.core.deliveries.give_up(envelope)


@pytest.mark.parametrize("waits", [timedelta(0), PATIENCE], ids=["refused", "acknowledged and not understood"])
async def test_it_is_heard_once(scene: School, path: Path, waits: timedelta) -> None:
    async with accord_over_http(with_key(scene, path, new_key()), scene.clock) as shut:
        await scene.ws.delivers_to(address(shut, "/slack/events"), own_time=True)
        scene.clock.advance(waits)
        await scene.ana.says("4 of 10, the lists helped", acked=bool(waits))
        slack_gives_up(scene.ws)
        scene.ana.sees_nothing_more()
    async with accord_over_http(with_key(scene, path, KEY), scene.clock) as accord:
        await scene.ws.delivers_to(address(accord, "/slack/events"), own_time=True)
        await replace(scene, accord=accord).later(minutes=2)
        await scene.ana.sees("reply-noted")
        await scene.lee.sees("class-check-ins")
        scene.ana.sees_nothing_more()
    with sqlite3.connect(path) as database:
        assert database.execute("SELECT value FROM reply").fetchall() == [("4",)]
