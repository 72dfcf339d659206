"""What whoever starts Accord reads when it can not start: one clear line, no traceback, exit code 1."""

import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.cli.doctor.checks import examine
from bot.settings import Settings
from prompts.words import words_for
from sandbox.workspace import LocalWorkspace
from storage.engine import open_engine
from storage.migrate import migrate
from tests.integration.running.program import Ended, accord, settings_of
from tests.integration.running.terminal import at_a_terminal

NOWHERE = "http://127.0.0.1:9/api/"
Change = Callable[[Path], dict[str, str]]


def _line(key: str) -> re.Pattern[str]:
    """The copy of `key` as one line, whatever its placeholders hold."""
    name = "\ue000"
    args = dict.fromkeys(
        ("name", "reason", "url", "problem", "port", "path", "place", "kind", "number", "begins"), name
    )
    return re.compile(re.escape(words_for()(key, **args)).replace(re.escape(name), ".+") + "\n")


def _newer(folder: Path) -> dict[str, str]:
    url = f"sqlite:///{folder}/newer.db"
    engine = open_engine(url)
    migrate(engine)
    engine.dispose()
    with sqlite3.connect(folder / "newer.db") as database:
        database.execute("UPDATE alembic_version SET version_num = 'fff000fff000'")
    return {"ACCORD_DATABASE_URL": url}


def _in_a_file(folder: Path) -> dict[str, str]:
    (folder / "taken").write_text("a file, no folder")
    return {"ACCORD_DATABASE_URL": f"sqlite:///{folder}/taken/accord.db"}


def _no_database(folder: Path) -> dict[str, str]:
    (folder / "notes.db").write_text("this is no database, but it is long enough to be one. " * 40)
    return {"ACCORD_DATABASE_URL": f"sqlite:///{folder}/notes.db"}


def _cut_short(folder: Path) -> dict[str, str]:
    changed = _newer(folder)
    whole = (folder / "newer.db").read_bytes()
    (folder / "newer.db").write_bytes(whole[:5000])
    return changed


def _somebody_elses(folder: Path) -> dict[str, str]:
    with closing(sqlite3.connect(folder / "shop.db")) as database:
        database.execute("CREATE TABLE shop (id INTEGER)")
    return {"ACCORD_DATABASE_URL": f"sqlite:///{folder}/shop.db"}


def _a_folder(folder: Path) -> dict[str, str]:
    return {"ACCORD_DATABASE_URL": f"sqlite:///{folder}"}


def fixed(**settings: str) -> Change:
    return lambda _: settings


STARTS: dict[str, tuple[Change, str]] = {
    "no bot token": (fixed(SLACK_BOT_TOKEN=""), "run-token-missing"),
    "no app token": (fixed(SLACK_APP_TOKEN=""), "run-token-missing"),
    "another bot token": (fixed(SLACK_BOT_TOKEN="xoxb-1-not-this-one"), "run-token-refused"),
    "another app token": (fixed(SLACK_APP_TOKEN="xapp-1-not-this-one"), "run-app-token-refused"),
    "the tokens swapped": (fixed(SLACK_APP_TOKEN="xoxb-1-a-bot-token"), "run-token-swapped"),
    "the token of the guide": (fixed(SLACK_APP_TOKEN="xapp-your-token"), "run-token-example"),
    "nobody there": (fixed(SLACK_API_URL=NOWHERE), "run-unreachable"),
    "no such host": (fixed(SLACK_API_URL="http://slack.invalid/api/"), "run-unreachable"),
    "a newer database": (_newer, "run-database-newer"),
    "a file where the folder should be": (_in_a_file, "run-database-unreachable"),
    "a file that is no database": (_no_database, "run-database-damaged"),
    "a file that was cut short": (_cut_short, "run-database-damaged"),
    "a folder where the file should be": (_a_folder, "run-database-unreachable"),
    "somebody else's database": (_somebody_elses, "run-database-foreign"),
    "a database nobody knows": (fixed(ACCORD_DATABASE_URL="oracle9://here"), "run-database-kind"),
    "a database that others know": (fixed(ACCORD_DATABASE_URL="mysql://a:sesame@here/accord"), "run-database-kind"),
    "a driver that is another": (
        fixed(ACCORD_DATABASE_URL="postgresql+asyncpg://a:sesame@here/accord"),
        "run-database-kind",
    ),
    "a database url without sense": (fixed(ACCORD_DATABASE_URL="my database"), "run-database-address"),
    "a port without sense": (fixed(ACCORD_DATABASE_URL="postgresql://a:sesame@here:x/accord"), "run-database-address"),
    "a database server that is away": (
        fixed(ACCORD_DATABASE_URL="postgresql://a:sesame@127.0.0.1:9/accord"),
        "run-database-away",
    ),
    "an address without sense": (fixed(SLACK_API_URL="slack"), "setting-wrong"),
    "half an address": (fixed(SLACK_API_URL="http://"), "run-unreachable"),
    "a log level without sense": (fixed(ACCORD_LOG_LEVEL="LOUD"), "setting-wrong"),
}


def one_clear_line(ended: Ended, key: str) -> None:
    assert ended.code == 1
    assert "Traceback" not in ended.err
    assert _line(key).fullmatch(ended.err), ended.err
    assert ended.out == ""


def one_line_of_the_log(ended: Ended, key: str) -> None:
    """Where nobody sits before it: JSON, as all that a program writes there."""
    (line,) = ended.err.splitlines()
    said = json.loads(line)
    assert (said["action"], said["level"]) == ("ended", "critical")
    one_clear_line(replace(ended, err=f"{said['event']}\n"), key)


@pytest.mark.parametrize("start", STARTS)
async def test_accord_run_says_in_one_line_what_is_wrong(ws: LocalWorkspace, tmp_path: Path, start: str) -> None:
    change, key = STARTS[start]
    ended = await accord(tmp_path, settings_of(ws, tmp_path) | change(tmp_path), "run")
    one_line_of_the_log(ended, key)
    assert "sesame" not in ended.err


@pytest.mark.parametrize("start", ["no bot token", "a log level without sense"])
async def test_on_a_terminal_it_is_a_sentence(ws: LocalWorkspace, tmp_path: Path, start: str) -> None:
    change, key = STARTS[start]
    code, screen = at_a_terminal(tmp_path, settings_of(ws, tmp_path) | change(tmp_path), "run")
    one_clear_line(Ended(code, "", screen), key)


@pytest.mark.parametrize("start", ["a newer database", "a file where the folder should be", "somebody else's database"])
async def test_so_does_accord_db_migrate(tmp_path: Path, start: str) -> None:
    change, key = STARTS[start]
    one_clear_line(await accord(tmp_path, change(tmp_path), "db", "migrate", "--yes"), key)


FINDINGS: dict[str, tuple[Change, set[str]]] = {
    "all is well": (fixed(), set()),
    "no bot token": (fixed(SLACK_BOT_TOKEN=""), {"bot-token-missing", "scopes-unchecked"}),
    "no app token": (fixed(SLACK_APP_TOKEN=""), {"app-token-missing"}),
    "the app token for the bot's": (fixed(SLACK_BOT_TOKEN="xapp-1-A0"), {"bot-token-swapped", "scopes-unchecked"}),
    "the bot token for the app's": (fixed(SLACK_APP_TOKEN="xoxb-1-A0"), {"app-token-swapped"}),
    "the bot token of the guide": (fixed(SLACK_BOT_TOKEN="xoxb-your-token"), {"bot-token-example", "scopes-unchecked"}),
    "the app token of a guide": (fixed(SLACK_APP_TOKEN="xapp-your-token"), {"app-token-example"}),
    "another bot token": (fixed(SLACK_BOT_TOKEN="xoxb-1-not-this-one"), {"bot-token-refused", "scopes-unchecked"}),
    "another app token": (fixed(SLACK_APP_TOKEN="xapp-1-not-this-one"), {"app-token-refused"}),
    "nobody there": (fixed(SLACK_API_URL=NOWHERE), {"unreachable", "scopes-unchecked"}),
    "no such host": (fixed(SLACK_API_URL="http://slack.invalid/api/"), {"unreachable", "scopes-unchecked"}),
    "a newer database": (_newer, {"database-newer"}),
    "a file where the folder should be": (_in_a_file, {"database-unwritable"}),
    "a file that is no database": (_no_database, {"database-damaged"}),
    "somebody else's database": (_somebody_elses, {"database-foreign"}),
    "a folder where the file should be": (_a_folder, {"database-unwritable"}),
    "a database nobody knows": (fixed(ACCORD_DATABASE_URL="oracle9://here"), {"database-kind"}),
    "a database url without sense": (fixed(ACCORD_DATABASE_URL="my database"), {"database-address"}),
    "a database server that is away": (
        fixed(ACCORD_DATABASE_URL="postgresql://a:sesame@127.0.0.1:9/accord"),
        {"database-away"},
    ),
}


@pytest.mark.parametrize("start", FINDINGS)
async def test_the_doctor_names_what_is_ill(ws: LocalWorkspace, tmp_path: Path, start: str) -> None:
    change, ill = FINDINGS[start]
    given = {name.lower(): value for name, value in (settings_of(ws, tmp_path) | change(tmp_path)).items()}
    findings = await examine(Settings.model_validate(given))
    assert {f.key for f in findings if not f.well} == ill
    for finding in findings:
        assert words_for()(f"doctor-{finding.key}", **finding.args)
        assert finding.well or words_for()(f"doctor-{finding.key}-remedy", **finding.args)


async def test_a_scope_that_a_school_declined_is_named(ws: LocalWorkspace, tmp_path: Path) -> None:
    token = ws.core.state.tokens[ws.bot_token]
    token.scopes = token.scopes - {"files:write"}
    given = {name.lower(): value for name, value in settings_of(ws, tmp_path).items()}
    found = await examine(Settings.model_validate(given))
    assert [(f.key, f.args) for f in found if f.key.startswith("scopes")] == [
        ("scopes-declined", {"scopes": "files:write"})
    ]


async def test_the_doctor_misses_scopes(ws: LocalWorkspace, tmp_path: Path) -> None:
    token = ws.core.state.tokens[ws.bot_token]
    token.scopes = token.scopes - {"users:read"}
    given = {name.lower(): value for name, value in settings_of(ws, tmp_path).items()}
    ill = [f for f in await examine(Settings.model_validate(given)) if not f.well]
    assert [(f.key, f.args) for f in ill] == [("scopes-missing", {"scopes": "users:read"})]


@pytest.mark.parametrize(("change", "code"), [({}, 0), ({"SLACK_APP_TOKEN": ""}, 1), ({"SLACK_API_URL": "slack"}, 1)])
async def test_accord_doctor_prints_a_line_for_each(
    ws: LocalWorkspace, tmp_path: Path, change: dict[str, str], code: int
) -> None:
    ended = await accord(tmp_path, settings_of(ws, tmp_path) | change, "doctor")
    assert ended.code == code
    assert "Traceback" not in ended.err
    assert ws.bot_token not in ended.out + ended.err
    assert len(ended.out.splitlines()) >= 5 or _line("setting-wrong").fullmatch(ended.err)


@pytest.mark.parametrize("kind", ["http_503", "cut_before"])
@pytest.mark.parametrize("method", ["auth.test", "apps.connections.open"])
async def test_slack_is_ill_when_accord_starts(ws: LocalWorkspace, tmp_path: Path, method: str, kind: str) -> None:
    ws.faults.share(method, 1.0, kind)
    settings = settings_of(ws, tmp_path)
    one_line_of_the_log(await accord(tmp_path, settings, "run"), "run-unreachable")
    given = {name.lower(): value for name, value in settings.items()}
    ill = {f.key for f in await examine(Settings.model_validate(given)) if not f.well}
    assert ill <= {"unreachable", "scopes-unchecked"}
    assert "unreachable" in ill
