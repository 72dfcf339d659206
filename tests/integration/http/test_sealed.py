"""Tokens lie sealed in the database, and keys can be changed while they do."""

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from slack_sdk.oauth.installation_store.sqlalchemy import SQLAlchemyInstallationStore
from slack_sdk.oauth.state_store.sqlalchemy import SQLAlchemyOAuthStateStore
from sqlalchemy import Engine, MetaData, create_engine, insert, select, text

from bot.domain.installation import Installation, Unsealable
from storage.queries.installations import MOST_STATES, STATE_LASTS, Installations, States, TooManyStates
from storage.sealed import Became, KeyGarbled, NoKey, Seal, how_many, new_key, seal_anew
from storage.tables.installing import BOTS, INSTALLATIONS, STATES
from storage.tables.rows import Row

NOW = datetime(2027, 1, 13, 15, 0, 0, 123457, tzinfo=UTC)
OLD, NEW, OTHER = new_key(), new_key(), new_key()
TOKEN = "xoxb-1234567890-walrus-" + "z" * 180
MADE = Installation("T1", TOKEN, "U9", "B9", NOW, "A School", "A1", "U1", ("chat:write", "commands"))


def kept(engine: Engine, *keys: str) -> Installations:
    return Installations(engine, "1.2", Seal(keys))


def test_our_tables_have_what_slack_sdks_stores_write() -> None:
    theirs = MetaData()
    SQLAlchemyInstallationStore.build_bots_table(theirs, BOTS)
    SQLAlchemyInstallationStore.build_installations_table(theirs, INSTALLATIONS)
    SQLAlchemyOAuthStateStore.build_oauth_states_table(theirs, STATES)
    for name, table in theirs.tables.items():
        ours = Row.metadata.tables[name].c
        assert {c.name: (type(c.type), c.nullable) for c in ours} == {
            c.name: (type(c.type), c.nullable) for c in table.c
        }


@pytest.fixture
def old(engine: Engine) -> Installations:
    return kept(engine, OLD)


def everything(engine: Engine) -> str:
    """Every value of every row, as the database holds it."""
    found = MetaData()
    found.reflect(engine)
    with engine.connect() as connection:
        return str([connection.execute(text(f'SELECT * FROM "{t.name}"')).all() for t in found.sorted_tables])


def test_what_was_saved_is_found(old: Installations) -> None:
    old.save(MADE)
    assert old.find("T1") == replace(MADE, by="")
    assert old.find("T2") is None


def test_no_row_holds_a_token(engine: Engine, old: Installations) -> None:
    old.save(MADE)
    rows = everything(engine)
    assert "A School" in rows
    assert "xoxb" not in rows
    assert "walrus" not in rows
    assert OLD not in rows


def test_the_file_holds_no_token(sqlite_url: str) -> None:
    engine = create_engine(sqlite_url)
    kept(engine, OLD).save(MADE)
    engine.dispose()
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    held = b"".join(p.read_bytes() for p in path.parent.glob("accord.db*"))
    assert b"A School" in held
    assert b"xoxb" not in held


def test_a_new_installation_takes_the_place_of_the_old_one(engine: Engine, old: Installations) -> None:
    old.save(MADE)
    later = replace(MADE, token="xoxb-2", since=NOW + timedelta(days=1))
    old.save(later)
    assert old.find("T1") == replace(later, by="")
    assert how_many(engine) == 2  # one of the bot, one of the installation


def test_what_was_removed_is_gone_and_others_stay(engine: Engine, old: Installations) -> None:
    old.save(MADE)
    old.save(replace(MADE, workspace="T2"))
    old.remove("T1")
    assert old.find("T1") is None
    assert old.find("T2") is not None
    assert how_many(engine) == 2


def test_another_apps_tokens_are_none_of_ours(engine: Engine, old: Installations) -> None:
    old.save(MADE)
    assert Installations(engine, "3.4", Seal([OLD])).find("T1") is None


def test_every_key_opens_and_the_first_seals(engine: Engine, old: Installations) -> None:
    old.save(MADE)
    both = kept(engine, NEW, OLD)
    both.save(replace(MADE, workspace="T2"))
    assert both.find("T1") is not None
    assert kept(engine, NEW).find("T2") is not None
    with pytest.raises(Unsealable):
        old.find("T2")


def test_those_that_no_key_opens_are_named_by_their_workspace(engine: Engine, old: Installations) -> None:
    old.save(MADE)
    new = kept(engine, NEW)
    new.save(replace(MADE, workspace="T2"))
    assert new.unreadable() == ["T1"]
    assert old.unreadable() == ["T2"]
    assert kept(engine, NEW, OLD).unreadable() == []


def test_all_is_sealed_anew_and_then_the_old_key_can_go(engine: Engine, old: Installations) -> None:
    for number in range(3):
        old.save(replace(MADE, workspace=f"T{number}"))
    seal = Seal([NEW, OLD])
    assert {row.became for row in seal_anew(engine, seal)} == {Became.SEALED_ANEW}
    new = kept(engine, NEW)
    assert [found.token for n in range(3) if (found := new.find(f"T{n}"))] == [TOKEN] * 3
    assert [row.became for row in seal_anew(engine, seal)] == [Became.NEWEST_ALREADY] * 6


@pytest.mark.parametrize("stop_after", [0, 1, 3, 4])
def test_it_goes_on_where_it_was_stopped(engine: Engine, old: Installations, stop_after: int) -> None:
    for number in range(2):
        old.save(replace(MADE, workspace=f"T{number}"))
    seal = Seal([NEW, OLD])
    begun = seal_anew(engine, seal)
    for _ in range(stop_after):
        next(begun)
    assert kept(engine, NEW, OLD).unreadable() == []
    again = [row.became for row in seal_anew(engine, seal)]
    assert again.count(Became.NEWEST_ALREADY) == stop_after
    assert kept(engine, NEW).unreadable() == []


def test_one_that_no_key_opens_does_not_stop_the_others(engine: Engine, old: Installations) -> None:
    old.save(MADE)
    kept(engine, OTHER).save(replace(MADE, workspace="T2"))
    looked = {(row.workspace, row.became) for row in seal_anew(engine, Seal([NEW, OLD]))}
    assert looked == {("T1", Became.SEALED_ANEW), ("T2", Became.UNREADABLE)}
    assert kept(engine, OTHER).find("T2") is not None


def test_what_is_installed_meanwhile_is_left_alone(engine: Engine, old: Installations) -> None:
    old.save(MADE)
    rows = seal_anew(engine, Seal([NEW, OLD]))
    next(rows)
    kept(engine, NEW, OLD).save(replace(MADE, token="xoxb-renewed", since=NOW + timedelta(days=1)))
    list(rows)
    found = kept(engine, NEW).find("T1")
    assert found is not None
    assert found.token == "xoxb-renewed"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(), keys=st.permutations([OLD, NEW, OTHER]))
def test_whatever_is_sealed_is_opened_again_and_never_looks_the_same(text: str, keys: list[str]) -> None:
    seal = Seal(keys[:2])
    sealed = seal.seal(text)
    assert seal.open(sealed) == text
    assert seal.is_newest(sealed)
    assert seal.seal(text) != sealed
    with pytest.raises(Unsealable):
        Seal(keys[2:]).open(sealed)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sealed=st.text(max_size=300))
def test_what_never_was_sealed_is_not_opened(sealed: str) -> None:
    seal = Seal([OLD])
    assert not seal.is_newest(sealed)
    with pytest.raises(Unsealable):
        seal.open(sealed)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(garbled=st.text(max_size=60))
def test_a_garbled_key_is_refused_by_its_number_and_not_said(garbled: str) -> None:
    with pytest.raises(KeyGarbled) as refused:
        Seal([OLD, garbled])
    assert refused.value.number == 2
    assert str(refused.value) == "key 2 is none"


def test_without_a_key_nothing_is_sealed() -> None:
    with pytest.raises(NoKey):
        Seal([])


class Hands:
    """A clock that is set."""

    def __init__(self) -> None:
        self.now = NOW


def test_a_state_is_good_once(engine: Engine) -> None:
    states = States(engine, lambda: NOW)
    state = states.issue()
    assert [states.consume(s) for s in ("", "another", state, state)] == [False, False, True, False]


@pytest.mark.parametrize(("late", "good"), [(timedelta(), True), (STATE_LASTS, False), (timedelta(days=1), False)])
def test_a_state_is_good_for_ten_minutes(engine: Engine, late: timedelta, good: bool) -> None:
    hands = Hands()
    states = States(engine, lambda: hands.now)
    state = states.issue()
    hands.now += late
    assert states.consume(state) is good


def test_states_that_are_over_are_forgotten(engine: Engine) -> None:
    hands = Hands()
    states = States(engine, lambda: hands.now)
    states.issue()
    hands.now += STATE_LASTS
    states.issue()
    with engine.connect() as connection:
        assert len(connection.execute(select(states.oauth_states)).all()) == 1


def test_so_many_states_and_no_more_until_some_are_over(engine: Engine) -> None:
    hands = Hands()
    states = States(engine, lambda: hands.now)
    with engine.begin() as connection:
        over = (NOW + STATE_LASTS).replace(tzinfo=None)
        rows = [{"state": f"another-{n}", "expire_at": over} for n in range(MOST_STATES - 1)]
        connection.execute(insert(states.oauth_states), rows)
    last = states.issue()
    with pytest.raises(TooManyStates):
        states.issue()
    assert states.consume(last) is True
    states.issue()
    hands.now += STATE_LASTS
    assert states.consume(states.issue()) is True
