"""`accord run --http` in a process of its own, what it refuses to start without, and what a proxy asks it."""

import asyncio
import json
import signal
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import aiohttp
import pytest
import structlog
import yaml
from pydantic import SecretStr
from sqlalchemy import text
from structlog.testing import capture_logs
from typer.testing import CliRunner

from bot.__main__ import command_line
from bot.app import Accord
from bot.cli.run import HTTP_NEEDS, Misconfigured, serve
from bot.demo.scene import MANIFEST
from bot.settings import Settings
from bot.slack.bolt import EVENTS, REDIRECT
from bot.slack.http.front import Front, Health
from prompts.words import words_for
from sandbox.http_delivery import signed
from sandbox.manifest import load, parse
from sandbox.workspace import LocalWorkspace
from storage.engine import open_engine
from storage.sealed import Seal, new_key
from tests.integration.http.served import KEY, accord_over_http, address, installation_of, keep, settings_for, workspace
from tests.integration.running.program import STARTS_WITHIN, environment
from tests.unit.http.asking import ask

NOWHERE = "http://127.0.0.1:9/api/"
words = words_for()


@pytest.fixture
async def ws() -> AsyncIterator[LocalWorkspace]:
    async with workspace() as made:
        yield made


@pytest.fixture
async def accord(database: str) -> AsyncIterator[Accord]:
    settings = settings_for(NOWHERE, database, accord_metrics_token=SecretStr("s\u00e9same"))
    async with accord_over_http(settings) as made:
        yield made


async def get(url: str, **headers: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(url, headers=headers) as answer:
        return answer.status, await answer.text()


async def test_a_proxy_hears_whether_it_lives_and_is_ready(accord: Accord) -> None:
    assert await get(address(accord, "/healthz")) == (200, "ok\n")
    assert await get(address(accord, "/readyz")) == (200, "ready\n")
    assert (await get(address(accord, "/")))[0] == 404


@pytest.mark.parametrize(("revision", "ready"), [("0001", False), ("9999", True)])
async def test_a_database_that_is_behind_is_not_ready_and_one_that_is_ahead_is(
    accord: Accord, database: str, revision: str, ready: bool
) -> None:
    engine = open_engine(database)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :r"), {"r": revision})
    engine.dispose()
    assert await get(address(accord, "/readyz")) == ((200, "ready\n") if ready else (503, "migration\n"))


async def test_without_its_database_it_lives_and_is_not_ready() -> None:
    engine = open_engine("postgresql://a:sesame@127.0.0.1:9/accord")
    health = Health(engine, "", lambda: True)
    front = Front({"/healthz": {"GET": health.lives}, "/readyz": {"GET": health.is_ready}})
    with capture_logs() as logged:
        ready, lives = await ask(front, "/readyz"), await ask(front, "/healthz")
    assert (ready.status, ready.body, lives.status) == (503, b"database\n", 200)
    assert "sesame" not in str(logged)
    engine.dispose()


async def test_without_a_token_the_numbers_are_for_everybody(database: str) -> None:
    async with accord_over_http(settings_for(NOWHERE, database)) as accord:
        status, numbers = await get(address(accord, "/metrics"))
    assert status == 200
    assert "accord_" in numbers


async def test_the_numbers_are_for_who_knows_the_token(accord: Accord) -> None:
    url = address(accord, "/metrics")
    assert (await get(url))[0] == 401
    assert (await get(url, Authorization="Bearer wrong"))[0] == 401
    assert (await get(url, Authorization="s\u00e9same"))[0] == 401


async def test_a_body_without_an_end_is_cut_off(accord: Accord) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", accord.way.port)
    lines = ["POST /slack/events HTTP/1.1", "Host: accord", "Transfer-Encoding: chunked"]
    lines += [f"{name}: {value}" for name, value in signed("another body").items()]
    writer.write("\r\n".join([*lines, "", ""]).encode())
    answer, sent = asyncio.ensure_future(reader.readline()), 0
    while not answer.done() and sent < 64_000_000:
        writer.write(b"10000\r\n" + b"x" * 0x10000 + b"\r\n")
        sent += 0x10000
        await asyncio.wait([answer, asyncio.ensure_future(writer.drain())], return_when=asyncio.FIRST_COMPLETED)
    assert await answer == b"HTTP/1.1 413 Request Entity Too Large\r\n"
    assert sent < 16_000_000  # what the limit, and the sockets' buffers, take
    writer.transport.abort()


@pytest.fixture
def given(database: str) -> dict[str, str]:
    """The settings as whoever runs it writes them."""
    return {
        "SLACK_SIGNING_SECRET": "local-signing-secret",
        "SLACK_CLIENT_ID": "100.200",
        "SLACK_CLIENT_SECRET": "local-client-secret",
        "SLACK_API_URL": NOWHERE,
        "ACCORD_PUBLIC_URL": "http://127.0.0.1",
        "ACCORD_HTTP_PORT": "0",
        "ACCORD_HTTP_DRAIN": "1",
        "ACCORD_KEYS": KEY,
        "ACCORD_DATABASE_URL": database,
    }


@pytest.fixture
def quiet_logs() -> Iterator[None]:
    yield
    structlog.reset_defaults()


BROKEN: dict[str, tuple[dict[str, str], str, dict[str, object]]] = {
    **{name: ({name.upper(): ""}, "run-setting-missing", {"name": name.upper()}) for name in HTTP_NEEDS[:4]},
    "no key": ({"ACCORD_KEYS": " , "}, "run-keys-missing", {"name": "ACCORD_KEYS"}),
    "an empty key": ({"ACCORD_KEYS": ""}, "run-keys-missing", {"name": "ACCORD_KEYS"}),
    "a garbled key": ({"ACCORD_KEYS": f"{KEY},sesame"}, "run-keys-garbled", {"number": 2}),
    "a newer database": ({}, "run-database-newer", {}),
}


@pytest.mark.usefixtures("quiet_logs")
@pytest.mark.parametrize("how", BROKEN)
async def test_it_says_what_is_wrong_and_does_not_start(given: dict[str, str], how: str) -> None:
    change, key, args = BROKEN[how]
    if key == "run-database-newer":
        engine = open_engine(given["ACCORD_DATABASE_URL"])
        with engine.begin() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        engine.dispose()
    settings = Settings.model_validate({name.lower(): value for name, value in (given | change).items()})
    with pytest.raises(Misconfigured) as refused:
        await serve(settings, http=True)
    assert str(refused.value) == words(key, **args)
    assert "sesame" not in str(refused.value)


@pytest.mark.usefixtures("quiet_logs")
async def test_a_port_that_is_taken_is_named(given: dict[str, str], accord: Accord, tmp_path: Path) -> None:
    another = f"sqlite:///{tmp_path}/another.db"
    taken = {"ACCORD_HTTP_PORT": str(accord.way.port), "ACCORD_DATABASE_URL": another}
    settings = Settings.model_validate({name.lower(): value for name, value in (given | taken).items()})
    with pytest.raises(Misconfigured) as refused:
        await serve(settings, http=True)
    assert str(refused.value) == words("run-port-taken", port=str(accord.way.port))


async def test_it_stops_without_losing_what_it_has_in_hand(
    ws: LocalWorkspace, given: dict[str, str], database: str, tmp_path: Path
) -> None:
    keep(database, installation_of(ws))
    ana = ws.add_person("ana", "Ana Horvat")
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run", "--http"),
        cwd=tmp_path,
        env=environment(**given | {"SLACK_API_URL": ws.api_url}),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    try:
        async with asyncio.timeout(STARTS_WITHIN):
            greeting = (await process.stdout.readline()).decode()
        port = int("".join(c for c in greeting.split("port")[1].split(".")[0] if c.isdigit()))
        url = f"http://127.0.0.1:{port}"
        assert await get(f"{url}/readyz") == (200, "ready\n")
        await ws.delivers_to(f"{url}/slack/events")
        event = {
            "type": "message",
            "channel_type": "im",
            "channel": ana.dm.id,
            "user": ana.id,
            "text": "a walrus",
            "ts": "1.2",
        }
        body = json.dumps({"type": "event_callback", "team_id": ws.team_id, "event_id": "Ev1", "event": event})
        half = asyncio.Event()

        async def in_two_parts() -> AsyncIterator[bytes]:
            yield body[:20].encode()
            await half.wait()
            yield body[20:].encode()

        async with aiohttp.ClientSession() as session:
            headers = {**signed(body), "Content-Type": "application/json"}
            posting = asyncio.ensure_future(session.post(f"{url}/slack/events", data=in_two_parts(), headers=headers))
            assert await get(f"{url}/healthz") == (200, "ok\n")
            process.send_signal(signal.SIGTERM)
            while (ready := await get(f"{url}/readyz"))[0] == 200:
                pass
            assert ready == (503, "stopping\n")
            half.set()
            async with await posting as answer:
                assert answer.status == 200
        async with asyncio.timeout(STARTS_WITHIN):
            _, logged = await process.communicate()
        assert process.returncode == 0
        for secret in ("Traceback", "walrus", ws.bot_token, ws.signing_secret, KEY):
            assert secret not in logged.decode()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    assert ana.inbox()


def keys(given: dict[str, str], *command: str) -> tuple[int, str]:
    ran = CliRunner().invoke(command_line(), ["keys", *command], env=given | {"COLUMNS": "400"})
    return ran.exit_code, ran.stdout or ran.stderr


def test_a_new_key_is_one(given: dict[str, str]) -> None:
    code, made = keys(given, "new")
    assert code == 0
    assert Seal([made.strip()]).open(Seal([made.strip()]).seal("hi")) == "hi"


def test_the_manifest_for_http_is_the_manifest_with_its_addresses(given: dict[str, str]) -> None:
    url = "https://accord.example.org"
    ran = CliRunner().invoke(
        command_line(), ["manifest"], env=given | {"ACCORD_PUBLIC_URL": f"{url}/", "COLUMNS": "400"}
    )
    assert ran.exit_code == 0
    made, ours = parse(yaml.safe_load(ran.stdout)), load(MANIFEST)
    events = f"{url}{EVENTS}"
    assert (made.events_url, made.interactive_url, made.commands_url) == (events, events, events)
    assert (made.redirect_urls, made.socket_mode) == ((f"{url}{REDIRECT}",), False)
    assert (made.scopes, made.events, made.commands) == (ours.scopes, ours.events, ours.commands)


@pytest.mark.parametrize("url", ["", "http://accord.example.org"])
def test_without_an_address_that_slack_takes_there_is_no_manifest(given: dict[str, str], url: str) -> None:
    ran = CliRunner().invoke(command_line(), ["manifest"], env=given | {"ACCORD_PUBLIC_URL": url, "COLUMNS": "400"})
    assert (ran.exit_code, ran.stdout, ran.stderr) == (1, "", f"{words('manifest-needs-url')}\n")


def test_tokens_are_sealed_anew(given: dict[str, str], database: str, ws: LocalWorkspace) -> None:
    keep(database, installation_of(ws))
    newer = new_key()
    both = given | {"ACCORD_KEYS": f"{newer},{KEY}"}
    code, said = keys(both, "rotate")
    assert (code, said) == (0, f"{words('keys-rotated', done=2, already=0)}\n{words('keys-drop-old', count=1)}\n")
    code, said = keys(given | {"ACCORD_KEYS": newer}, "rotate")
    assert (code, said) == (0, f"{words('keys-rotated', done=0, already=2)}\n{words('keys-only-one')}\n")


def test_what_no_key_opens_is_named(given: dict[str, str], database: str, ws: LocalWorkspace) -> None:
    keep(database, installation_of(ws))
    code, said = keys(given | {"ACCORD_KEYS": new_key()}, "rotate")
    assert code == 1
    assert words("keys-unreadable", workspace=ws.team_id) in said
    assert ws.bot_token not in said


@pytest.mark.parametrize(
    ("change", "key", "args"),
    [
        ({"ACCORD_KEYS": ""}, "run-keys-missing", {"name": "ACCORD_KEYS"}),
        ({"ACCORD_KEYS": "sesame"}, "run-keys-garbled", {"number": 1}),
        ({"ACCORD_DATABASE_URL": "oracle9://here"}, "run-database-kind", {"kind": "oracle9"}),
    ],
)
def test_without_what_it_needs_nothing_is_sealed(
    given: dict[str, str], change: dict[str, str], key: str, args: dict[str, str]
) -> None:
    assert keys(given | change, "rotate") == (1, f"{words(key, **args)}\n")


def test_sealing_anew_makes_no_database_by_looking_for_one(given: dict[str, str], tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere.db"
    code, said = keys(given | {"ACCORD_DATABASE_URL": f"sqlite:///{nowhere}"}, "rotate")
    assert (code, said) == (1, f"{words('database-missing', path=str(nowhere))}\n")
    assert not nowhere.exists()
