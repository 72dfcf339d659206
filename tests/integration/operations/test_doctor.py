"""What the doctor finds, and that it leaves everything as it was."""

import os
import shutil
import sqlite3
import stat
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography.fernet import Fernet
from sqlalchemy import Engine

from bot.cli.doctor.database import GB, examine_database, judge
from bot.cli.doctor.finding import Diagnosis, Severity, ill, report, warn, well
from bot.cli.doctor.outside import examine_http
from bot.domain.care import CareContact
from bot.domain.outbox import Backlog
from bot.domain.school_calendar import SchoolCalendar
from bot.domain.timekeeping import Leap, LeapCourse
from bot.settings import Settings
from bot.slack.bolt import EVENTS
from prompts.words import words_for
from storage.engine import open_engine
from storage.migrate import migrate
from storage.queries.backlog import StaleCalendars, Vitals, read_vitals
from storage.tables.classes import IncomingRow, PresenceRow, PrivacyRow, table
from tests.world import START, WORKSPACE, World

words = words_for()
EMPTY = Backlog(0, None, None, 0, 0)
WELL = Vitals(EMPTY, START, START, timedelta())
incoming, presence, privacy = table(IncomingRow), table(PresenceRow), table(PrivacyRow)


def settings(**given: str) -> Settings:
    return Settings.model_validate(given)


def ago(**delta: float):  # type: ignore[no-untyped-def]
    return START - timedelta(**delta)


def told(findings: list[Diagnosis]) -> dict[str, Severity]:
    """Each finding by its key; every one can be said, and what is not well has a remedy."""
    for finding in findings:
        assert words(f"doctor-{finding.key}", **finding.args)
        assert finding.level is Severity.OK or words(f"doctor-{finding.key}-remedy", **finding.args)
    return {finding.key: finding.level for finding in findings}


def test_all_is_well() -> None:
    found = told(judge(WELL, START))
    assert found.keys() == {"events", "outbox", "due", "dead-letters-none", "retention", "care", "clocks"}
    assert set(found.values()) == {Severity.OK}


@pytest.mark.parametrize(
    ("listened", "last_event", "key", "level"),
    [
        (None, None, "events-not-yet", Severity.OK),
        (START, None, "events-none", Severity.WARN),
        (START, ago(hours=3), "events", Severity.OK),
        (START, ago(days=8), "events-quiet", Severity.WARN),
        (ago(seconds=50), START, "events", Severity.OK),
        (ago(minutes=2), START, "events-nobody-listens", Severity.WARN),
        (ago(minutes=2), None, "events-nobody-listens", Severity.WARN),
    ],
)
def test_events(listened, last_event, key: str, level: Severity) -> None:  # type: ignore[no-untyped-def]
    found = told(judge(Vitals(EMPTY, listened, last_event, timedelta()), START))
    assert found[key] is level


@pytest.mark.parametrize(
    ("backlog", "key", "level"),
    [
        (Backlog(900, ago(minutes=4), None, 0, 0), "outbox", Severity.OK),
        (Backlog(1, ago(minutes=6), None, 0, 0), "outbox-late", Severity.WARN),
        (Backlog(1, ago(hours=2), None, 0, 0), "outbox-late", Severity.FAIL),
        (Backlog(0, None, ago(minutes=1), 0, 0), "due", Severity.OK),
        (Backlog(0, None, ago(minutes=3), 0, 0), "due-late", Severity.WARN),
        (Backlog(0, None, ago(hours=1), 0, 0), "due-late", Severity.FAIL),
        (Backlog(0, None, None, 1, 0), "dead-letters", Severity.WARN),
        (Backlog(0, None, None, 0, 1), "dead-letters", Severity.WARN),
    ],
)
def test_backlog(backlog: Backlog, key: str, level: Severity) -> None:
    assert told(judge(Vitals(backlog, START, START, timedelta()), START))[key] is level


@pytest.mark.parametrize(("hours", "key"), [(-100, "retention"), (23, "retention"), (25, "retention-late")])
def test_retention(hours: float, key: str) -> None:
    assert key in told(judge(Vitals(EMPTY, START, START, timedelta(hours=hours)), START))


def test_who_is_told_of_somebody_who_is_not_well() -> None:
    found = told(judge(Vitals(EMPTY, START, START, timedelta(), without_care=2), START))
    assert found["care-unset"] is Severity.WARN


@pytest.mark.parametrize(
    ("stale", "key"),
    [(StaleCalendars(2, None), "calendars-unread"), (StaleCalendars(1, START - timedelta(days=3)), "calendars-old")],
)
def test_calendars_that_can_not_be_read_are_told_with_the_age_of_what_is_kept(stale: StaleCalendars, key: str) -> None:
    assert told(judge(replace(WELL, calendars=stale), START))[key] is Severity.WARN
    assert not [name for name in told(judge(WELL, START)) if name.startswith("calendars")]


def test_a_calendar_is_stale_from_when_it_could_not_be_read(engine: Engine) -> None:
    world = World(engine)
    good = SchoolCalendar(WORKSPACE, world.classroom.id, address="https://x.test", good_at=START)
    with world.uow() as uow:
        uow.school_calendars.put(good)
    assert read_vitals(engine, START).calendars == StaleCalendars()
    with world.uow() as uow:
        uow.school_calendars.put(replace(good, trouble="silent"))
    assert read_vitals(engine, START).calendars == StaleCalendars(1, START)


@pytest.mark.parametrize("ahead", [timedelta(days=400), timedelta(hours=-2)])
@pytest.mark.parametrize("course", list(LeapCourse))
def test_a_clock_that_leapt(course: LeapCourse, ahead: timedelta) -> None:
    ended = None if course is LeapCourse.DOUBTED else ago(minutes=5)
    vitals = replace(WELL, leaps=(Leap("gray", ahead, ago(hours=1), course, ended),))
    assert told(judge(vitals, START))[f"clock-{course}"] is Severity.WARN


def test_a_leap_of_last_week_is_no_news() -> None:
    leaps = (Leap("gray", timedelta(hours=2), ago(days=8), LeapCourse.TAKEN, ago(days=7)),)
    assert told(judge(replace(WELL, leaps=leaps), START))["clocks"] is Severity.OK


def test_schools_in_which_nobody_was_chosen_are_counted(engine: Engine) -> None:
    world = World(engine)
    assert read_vitals(engine, START).without_care == 1
    with world.uow() as uow:
        uow.care_contacts.add(CareContact(WORKSPACE, "UTEACHER", 1))
    assert read_vitals(engine, START).without_care == 0


def test_vitals(engine: Engine) -> None:
    """By each school's own decision: what one keeps for 30 days, another one erases after two."""
    assert read_vitals(engine, START) == Vitals(EMPTY, None, None, timedelta())
    decided = dict.fromkeys(("contract_days", "feedback_days", "llm_days", "outbox_days"), 30)
    with engine.begin() as connection:
        connection.execute(presence.insert().values(workspace="", at=ago(minutes=1)))
        connection.execute(privacy.insert().values(workspace="T2", incoming_days=2, pseudonym_key="", **decided))
        for workspace, days in (("T1", 29), ("T1", 1), ("T2", 5)):
            row = {"workspace": workspace, "key": f"event:{days}", "received_at": ago(days=days)}
            connection.execute(incoming.insert().values(**row))
    found = read_vitals(engine, START)
    assert (found.listened, found.last_event) == (ago(minutes=1), ago(days=1))
    assert found.overdue == timedelta(days=3)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the database of the settings should be; a folder in which nothing else is."""
    monkeypatch.chdir(tmp_path)
    return tmp_path / "var" / "accord.db"


def test_looking_at_nothing_makes_nothing(place: Path) -> None:
    found = told(examine_database(settings(), START))
    assert found["database-missing"] is Severity.WARN
    assert not list(place.parent.parent.iterdir())


def test_looking_at_an_empty_file_leaves_it_empty(place: Path) -> None:
    place.parent.mkdir()
    place.touch()
    assert "database-empty" in told(examine_database(settings(), START))
    assert place.stat().st_size == 0


@pytest.mark.parametrize(("revision", "key"), [("0001", "database-old"), ("fff000", "database-newer")])
def test_another_version_is_left_as_it_is(place: Path, migrated: Path, revision: str, key: str) -> None:
    place.parent.mkdir()
    place.write_bytes(migrated.read_bytes())
    engine = open_engine(f"sqlite:///{place}")
    with engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{revision}'")
    assert told(examine_database(settings(), START))[key] is Severity.FAIL
    with engine.begin() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == revision
    engine.dispose()


def test_while_somebody_writes(place: Path) -> None:
    """A look waits for nobody, and nobody for a look."""
    engine = open_engine(f"sqlite:///{place}")
    migrate(engine)
    with engine.begin() as connection:
        connection.execute(presence.insert().values(workspace="", at=START))
        assert "events-not-yet" in told(examine_database(settings(), START))
    assert "events-none" in told(examine_database(settings(), START))
    engine.dispose()


@pytest.mark.parametrize("journal", ["DELETE", "WAL"])
def test_looking_changes_no_byte_and_makes_no_file(place: Path, migrated: Path, journal: str) -> None:
    place.parent.mkdir()
    place.write_bytes(migrated.read_bytes())
    with closing(sqlite3.connect(place)) as database:
        database.execute(f"PRAGMA journal_mode = {journal}")
    before = place.read_bytes()
    assert told(examine_database(settings(), START))["database"] is Severity.OK
    assert place.read_bytes() == before
    assert [path.name for path in place.parent.iterdir()] == ["accord.db"]


def test_looking_at_one_that_was_killed_folds_nothing_in(place: Path, migrated: Path) -> None:
    """What stands only in the log is read, and stays there."""
    place.parent.mkdir()
    place.write_bytes(migrated.read_bytes())
    engine = open_engine(f"sqlite:///{place}")
    with engine.begin() as connection:
        connection.execute(presence.insert().values(workspace="", at=START))
        connection.execute(incoming.insert().values(workspace="T1", key="event:1", received_at=START))
    log = place.with_name("accord.db-wal")
    killed = {path: path.read_bytes() for path in (place, log)}
    engine.dispose()
    for path, content in killed.items():
        path.write_bytes(content)
    assert "events" in told(examine_database(settings(), START))
    assert {path: path.read_bytes() for path in killed} == killed


def test_somebody_elses_database(place: Path) -> None:
    place.parent.mkdir()
    with closing(sqlite3.connect(place)) as database:
        database.execute("CREATE TABLE shop (id INTEGER)")
    before = place.read_bytes()
    assert told(examine_database(settings(), START))["database-foreign"] is Severity.FAIL
    assert place.read_bytes() == before


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///", "sqlite:///:memory:"])
def test_one_in_memory(place: Path, url: str) -> None:
    assert told(examine_database(settings(accord_database_url=url), START))["database-in-memory"] is Severity.WARN


def test_what_can_not_be_written(place: Path, migrated: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place.parent.mkdir()
    place.write_bytes(migrated.read_bytes())
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    assert told(examine_database(settings(), START)) == {"database-unwritable": Severity.FAIL}


@pytest.mark.parametrize(
    ("free", "key", "level"),
    [(50.0, "disk", Severity.OK), (1.5, "disk-low", Severity.WARN), (0.1, "disk-full", Severity.FAIL)],
)
def test_disk(place: Path, monkeypatch: pytest.MonkeyPatch, free: float, key: str, level: Severity) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(int(free * GB)))
    assert told(examine_database(settings(), START))[key] is level


class Usage:
    def __init__(self, free: int) -> None:
        self.free = free


def test_files_that_everybody_can_read(place: Path, migrated: Path) -> None:
    place.parent.mkdir(0o700)
    place.write_bytes(migrated.read_bytes())
    place.chmod(0o600)
    Path(".env").write_text("")
    Path(".env").chmod(0o640)
    assert "files" in told(examine_database(settings(), START))
    Path(".env").chmod(0o644)
    (found,) = [f for f in examine_database(settings(), START) if f.key == "files-open"]
    assert found.args == {"files": ".env"}
    assert stat.S_IMODE(Path(".env").stat().st_mode) == 0o644


def test_a_folder_that_everybody_can_look_into(place: Path, migrated: Path) -> None:
    """As an earlier version made it: said with a remedy, and left to whoever may keep other things in it."""
    place.parent.mkdir()
    place.write_bytes(migrated.read_bytes())
    place.chmod(0o600)
    place.parent.chmod(0o755)
    found = {f.key: f.args for f in examine_database(settings(), START)}
    assert found["folder-open"] == {"folder": str(place.absolute().parent)}
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o755
    place.parent.chmod(0o750)
    assert "files" in told(examine_database(settings(), START))


HTTP = {
    "slack_signing_secret": "s",
    "slack_client_id": "1.2",
    "slack_client_secret": "s",
    "accord_public_url": "https://accord.invalid",
    "accord_keys": Fernet.generate_key().decode(),
}


async def test_http_is_told_what_is_missing() -> None:
    found = list(await examine_http(settings(slack_client_id="1.2")))
    assert told(found) == {"http-missing": Severity.FAIL}
    assert found[0].args["names"] == ("SLACK_SIGNING_SECRET, SLACK_CLIENT_SECRET, ACCORD_PUBLIC_URL, ACCORD_KEYS")


async def test_http_settings_keys_and_a_door_that_is_shut() -> None:
    found = told(list(await examine_http(settings(**HTTP))))
    assert found == {"http-settings": Severity.OK, "keys": Severity.OK, "door-shut": Severity.WARN}


async def test_a_key_that_is_none_is_named_by_its_number() -> None:
    garbled = f"{HTTP['accord_keys']},sesame"
    found = list(await examine_http(settings(**HTTP | {"accord_keys": garbled})))
    assert told(found)["keys-garbled"] is Severity.FAIL
    assert "sesame" not in str(found)


async def test_a_second_signing_secret_is_not_forgotten() -> None:
    found = told(list(await examine_http(settings(**HTTP | {"slack_signing_secret": "new,old"}))))
    assert found["signing-secrets"] is Severity.WARN


@pytest.mark.parametrize(("status", "key"), [(401, "door"), (200, "door-shut"), (404, "door-shut"), (502, "door-shut")])
async def test_the_door(status: int, key: str) -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=status)

    app = web.Application()
    app.router.add_post(EVENTS, answer)
    async with TestServer(app) as server:
        url = str(server.make_url(""))
        found = told(list(await examine_http(settings(**HTTP | {"accord_public_url": url}))))
    assert found.keys() == {"http-settings", "keys", "door-without-tls", key}


def test_the_report_names_each_and_sums_up(capsys: pytest.CaptureFixture[str]) -> None:
    report([well("clock"), warn("events-none"), ill("clock-off", seconds=90)])
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in (lines[0], lines[1], lines[3])] == ["ok", "warn", "FAIL"]
    assert lines[2].strip() == words("doctor-events-none-remedy")
    assert lines[-1] == words("doctor-failed", number=1)
