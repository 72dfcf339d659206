"""What stands in Slack and in the database since earlier versions keeps working: buttons, forms, questions, rows."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from bot.activities.registering import register_all
from bot.domain.outbox import DeliveryState, ErrandKind, Verb
from bot.domain.terms import Terms
from bot.messages.briefs import said_kinds
from bot.messages.presenting import present
from bot.messages.registry import Notice, all_kinds, notice_of
from handlers.router import ALL
from sandbox.blocks.check import check_message_blocks
from storage.engine import open_engine
from storage.repository import adapter
from tests.integration.migrations.out_there import VERSIONS, Replay, fill, read

REFUSED_THEN_TOO = {
    "changing.open": "not-in-this-state",  # beside a contract that is over
    "changing.close": "not-in-this-state",
    "checking_in.undo": "undo-too-late",  # a week later
}
"""Presses of which one came too late when they were written down, and why it is refused."""

Fresh = Callable[[], Replay]


@pytest.fixture(scope="module", params=VERSIONS)
def version(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def then(version: str) -> dict[str, Any]:
    register_all()
    return read(version)


@pytest.fixture(scope="module")
def migrated(then: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("out_there") / "then.db"
    engine = open_engine(f"sqlite:///{path}")
    fill(engine, then)
    engine.dispose()
    return path


@pytest.fixture
def fresh(then: dict[str, Any], migrated: Path, tmp_path: Path) -> Iterator[Fresh]:
    """Each call gives the database as it was migrated, with nothing done since."""
    engines: list[Engine] = []

    def made() -> Replay:
        path = tmp_path / f"{len(engines)}.db"
        path.write_bytes(migrated.read_bytes())
        engines.append(open_engine(f"sqlite:///{path}"))
        return Replay(engines[-1], then)

    yield made
    for engine in engines:
        engine.dispose()


def answered(table: str) -> set[str]:
    """All names that today's router answers to."""
    return {name for routes in ALL for name in getattr(routes, table)}


@pytest.mark.parametrize(
    ("given", "table"), [("actions", "presses"), ("callbacks", "forms"), ("commands", "commands"), ("events", "events")]
)
def test_every_name_that_was_given_away_is_answered(then: dict[str, Any], given: str, table: str) -> None:
    assert then[given]
    assert set(then[given]) - answered(table) == set()


def test_what_was_written_down_tells_enough(then: dict[str, Any]) -> None:
    """Nothing that the version could not do; every form but those of a class that this one is not."""
    assert {press[3] for press in then["presses"]} <= set(then["actions"])
    assert {form["callback"] for form in then["forms"]} <= set(then["callbacks"])
    assert len({press[3] for press in then["presses"]}) >= 50
    of_others = {"admitting.save", "untaught.give"}
    assert set(then["callbacks"]) - {form["callback"] for form in then["forms"]} <= of_others


def test_every_kind_of_notice_can_still_be_made_and_said(then: dict[str, Any]) -> None:
    assert set(then["kinds"]) - said_kinds() == set()
    for kind, fields in then["kinds"].items():
        assert isinstance(notice_of(kind, dict.fromkeys(fields)), Notice), kind
        assert all_kinds()[kind].kind == kind


def test_every_errand_is_known(then: dict[str, Any]) -> None:
    assert [ErrandKind(kind) for kind in then["errands"]]


def test_every_queued_row_can_still_be_sent(then: dict[str, Any], fresh: Fresh) -> None:
    """Each is read as today's delivery, with what was stored; what still has something to say is a message."""
    replay, table = fresh(), then["rows"]["outbox"]
    stored = [table["same"] | dict(zip(table["columns"], row, strict=True)) for row in table["rows"]]
    found = replay.deliveries()
    assert [(d.id, d.lane, d.verb, d.notice, d.subject, d.once, d.ts) for d in found] == [
        (r["id"], r["lane"], Verb(r["verb"]), r["notice"], r["subject"], r["once"], r["ts"]) for r in stored
    ]
    assert {d.state for d in found} == {DeliveryState.SENT}
    with replay.world.uow(then["workspace"]) as uow:
        messages = {d.notice: present(uow, d) for d in found if d.verb is not Verb.REFRESH}
    said = {notice: message for notice, message in messages.items() if message is not None}
    assert len(said) >= 20
    assert not [n for n, m in said.items() if n != "home" and check_message_blocks(list(m.blocks))]


async def test_every_button_is_still_understood(then: dict[str, Any], fresh: Fresh) -> None:
    forms = answered("forms")
    for press in then["presses"]:
        outcome = await fresh().press(*press)
        action = press[3]
        assert outcome.refused in ("", REFUSED_THEN_TOO.get(action)), press
        if action in then["callbacks"] and not outcome.refused:
            assert outcome.opened, press
        assert outcome.opened is None or outcome.opened["callback_id"] in forms


async def test_every_form_that_stands_open_can_be_sent(then: dict[str, Any], fresh: Fresh) -> None:
    for form in then["forms"]:
        outcome = await fresh().submit(form)
        assert not outcome.refused, form


ASKS_FIRST = {form: f"{form}_part" for form in ("reviewing.suggest", "reviewing.counter", "changing.propose")}
"""Which part is meant is asked before the form; one that stood open then is still taken with all its fields."""


async def test_every_form_opens_with_the_fields_that_it_had(then: dict[str, Any], fresh: Fresh) -> None:
    """So that what somebody types into the old one is read by the same names."""
    for form in then["forms"]:
        opened = (await fresh().open(form)).opened
        assert opened is not None, form
        callback = ASKS_FIRST.get(form["callback"], form["callback"])
        assert (opened["callback_id"], opened.get("private_metadata", "")) == (callback, form["metadata"])
        if form["callback"] in ASKS_FIRST:
            continue
        assert set(form["fields"]) <= {block.get("block_id") for block in opened["blocks"]}, form


async def test_what_was_asked_is_answered_by_typing(then: dict[str, Any], fresh: Fresh) -> None:
    """The prompt and the question that stand in Slack since then."""
    places = {press[0]: press[1] for press in then["presses"] if press[1]}
    for who, expected in (("ana", "reply-noted"), ("mia", "interview-question")):
        replay, user = fresh(), then["people"][who]
        before = len(replay.deliveries())
        await replay.say(user, places[user], "6 of 10")
        queued = [d.notice for d in replay.deliveries()[before:] if d.reader == user and d.verb is Verb.POST]
        assert expected in queued


def test_signatures_bind_to_what_they_were_given_on(then: dict[str, Any]) -> None:
    """A part of the terms that is new since has no say in the hash where it is empty."""
    table = then["rows"]["contract_version"]
    versions = [dict(zip(table["columns"], row, strict=True)) for row in table["rows"]]
    assert versions
    for row in versions:
        assert adapter(Terms).validate_json(row["terms"]).content_hash() == row["content_hash"]
