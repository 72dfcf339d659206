"""What a start costs: what is not needed is not loaded, and no garbage is looked for where there is none."""

import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.__main__ import ELSEWHERE, unswept
from bot.cli.run import serve
from bot.settings import Settings
from prompts import words
from prompts.words import CopyError
from sandbox.workspace import LocalWorkspace
from storage.engine import open_engine
from storage.migrate import migrate
from tests.integration.running.program import HOUSE, environment, settings_of

SPARED = {
    *("alembic", "mako", "psycopg", "uvicorn", "cryptography", "openai", "sandbox", "simulation"),
    *("icalendar", "recurring_ical_events", "holidays", "filetype", "PIL"),  # for whoever has a calendar, shows a file
}
COMMANDS = {module for module, _ in ELSEWHERE.values()}

START = """
import sys
from bot.__main__ import command_line
command_line("run")
from bot.app import build
from bot.settings import Settings
build(Settings())
print(*sys.modules)
"""


def test_one_school_on_sqlite_loads_nothing_that_others_need(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/accord.db"
    engine = open_engine(url)
    migrate(engine)
    engine.dispose()
    ended = subprocess.run(
        [sys.executable, "-c", START],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment(ACCORD_DATABASE_URL=url, PYTHONPATH=str(HOUSE)),
    )
    loaded = set(ended.stdout.split())
    assert "bot" in loaded, ended.stderr
    assert {name.partition(".")[0] for name in loaded} & SPARED == set()
    assert loaded & COMMANDS == set()


@pytest.fixture
def thawing() -> Iterator[None]:
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("thawing")
def test_what_was_loaded_unswept_is_passed_over_and_the_rest_is_swept_again() -> None:
    before = gc.get_freeze_count()
    with unswept():
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count() > before


@pytest.mark.usefixtures("thawing")
def test_garbage_is_looked_for_again_where_loading_fails() -> None:
    with pytest.raises(ImportError), unswept():
        raise ImportError
    assert gc.isenabled()


async def test_copy_that_can_not_be_read_ends_the_start(
    ws: LocalWorkspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is read when the start has connected, so that a start is not longer by it, and is still said at once."""

    def broken() -> None:
        raise CopyError("en: this can not be read: 'help = {'")

    monkeypatch.setattr(words, "check", broken)
    with pytest.raises(CopyError, match="can not be read"):
        await serve(Settings.model_validate({name.lower(): value for name, value in settings_of(ws, tmp_path).items()}))
    assert ws.sockets.connections == []
