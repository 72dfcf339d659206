"""What keeps a database from being opened has a key of its own, and no password is ever told."""

import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import inspect, make_url

from storage.engine import open_engine
from storage.migrate import Foreign, migrate
from storage.upkeep.existing import TROUBLES, DatabaseFault, sqlite_key, trouble_of


def trouble_at(url: str, act: Callable[[str], None] | None = None) -> DatabaseFault:
    with pytest.raises(TROUBLES) as found:
        (act or _migrated)(url)
    return trouble_of(found.value, url)


def _migrated(url: str) -> None:
    engine = open_engine(url)
    try:
        migrate(engine)
    finally:
        engine.dispose()


def test_somebody_elses_tables(database_url: str) -> None:
    """Those of the fixture, which no migration has made."""
    found = trouble_at(database_url)
    assert found.key == "foreign"
    assert str(make_url(database_url).database) in found.args["path"]


def test_nothing_is_added_to_them(database_url: str) -> None:
    with pytest.raises(Foreign):
        _migrated(database_url)
    engine = open_engine(database_url)
    with engine.begin() as connection:
        assert not inspect(connection).has_table("alembic_version")
    engine.dispose()


def test_somebody_holds_it(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.engine.BUSY_MS", 50)
    with closing(sqlite3.connect(tmp_path / "accord.db", isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        found = trouble_at(sqlite_url)
    assert (found.key, found.args["path"]) == ("busy", str(tmp_path / "accord.db"))


def test_it_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("this is no database, but it is long enough to be one. " * 40)
    assert trouble_at(f"sqlite:///{tmp_path}/notes.db").key == "damaged"


def test_it_is_garbled(sqlite_url: str, tmp_path: Path) -> None:
    content = bytearray((tmp_path / "accord.db").read_bytes())
    content[100:4096] = bytes(3996)
    (tmp_path / "accord.db").write_bytes(content)
    assert trouble_at(sqlite_url).key == "damaged"


def test_there_is_no_way_to_it(tmp_path: Path) -> None:
    shutil.copyfile(__file__, tmp_path / "file")
    assert trouble_at(f"sqlite:///{tmp_path}/file/accord.db").key == "unreachable"
    assert trouble_at(f"sqlite:///{tmp_path}").key == "unreachable"


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("my database", "address"),
        ("postgresql://a:sesame@here:port/x", "address"),
        ("mysql://a:sesame@here/x", "kind"),
        ("postgresql://a:ses@me@here/x", "not-encoded"),
        ("postgresql://a:ses@/me@here/x", "not-encoded"),
        ("postgresql://a:s@s?me@here:9/x", "not-encoded"),
        ("sqlite+aiosqlite:///x", "kind"),
        ("postgresql+asyncpg://a:sesame@here/x", "kind"),
    ],
)
def test_an_address_that_is_none_of_ours(url: str, key: str) -> None:
    assert trouble_at(url).key == key


@pytest.mark.parametrize("password", ["ses@me", "ses@/me", "ses@me?x=1", "s@s:me", "@sesame", "sesame@"])
def test_no_part_of_a_password_is_said_and_encoded_it_is_one(password: str) -> None:
    said = str(trouble_at(f"postgresql://a:{password}@127.0.0.1:9/accord"))
    assert not [part for part in re.split("[@/?:=]", password) if len(part) > 1 and part in said]
    found = trouble_at(f"postgresql://a:{quote(password, safe='')}@127.0.0.1:9/accord")
    assert (found.key, found.args["place"]) == ("away", "127.0.0.1:9/accord")


def test_nobody_answers() -> None:
    found = trouble_at("postgresql://a:sesame@127.0.0.1:9/accord")
    assert (found.key, found.args["place"]) == ("away", "127.0.0.1:9/accord")
    assert "sesame" not in str(found)


def test_a_host_that_is_none() -> None:
    assert trouble_at("postgresql://a:sesame@accord.invalid/accord").key == "away"


def test_no_such_database_there(postgres_server: str) -> None:
    url = make_url(postgres_server).set(database="nowhere")
    found = trouble_at(url.render_as_string(hide_password=False))
    assert found.key == "refused"
    assert "nowhere" in found.args["reason"]


def test_what_a_role_may_not_do(postgres_server: str, postgres_url: str) -> None:
    engine = open_engine(postgres_url)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE ROLE guest LOGIN")
    engine.dispose()
    url = make_url(postgres_url).set(username="guest").render_as_string(hide_password=False)

    def look(url: str) -> None:
        engine = open_engine(url)
        with engine.begin() as connection:
            connection.exec_driver_sql("SELECT * FROM person")

    assert trouble_at(url, look).key == "refused"


def test_a_wrong_password(postgres_server: str, tmp_path: Path) -> None:
    """A server that lets in only who knows the password of its role."""
    engine = open_engine(postgres_server).execution_options(isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        rules = Path(str(connection.exec_driver_sql("SHOW hba_file").scalar()))
        before = rules.read_text()
        connection.exec_driver_sql("CREATE ROLE locked LOGIN PASSWORD 'open'")
        rules.write_text(f"local all locked scram-sha-256\nhost all locked all scram-sha-256\n{before}")
        connection.exec_driver_sql("SELECT pg_reload_conf()")
        try:
            url = make_url(postgres_server).set(username="locked", password="sesame")
            found = trouble_at(url.render_as_string(hide_password=False))
        finally:
            rules.write_text(before)
            connection.exec_driver_sql("SELECT pg_reload_conf()")
            connection.exec_driver_sql("DROP ROLE locked")
    engine.dispose()
    assert found.key == "password"
    assert "sesame" not in str(found)


@given(st.text())
def test_every_result_of_sqlite_has_a_key(name: str) -> None:
    error = sqlite3.OperationalError("no")
    error.sqlite_errorname = name
    assert sqlite_key(error) in {"damaged", "full", "closed", "busy", "failed"}
