"""Who comes from 0.1.0 loses nothing, and goes on where they were."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine

from bot.demo.scene import school
from bot.domain.contract import Status
from bot.domain.outbox import Verb
from bot.messages.presenting import present
from sandbox.blocks.check import check_message_blocks
from storage import migrations
from storage.migrate import current, migrate, newest
from storage.queries.outbox import Deliveries
from storage.unit_of_work import UnitOfWork
from tests.integration.migrations.released import (
    ANA,
    BEN,
    MIA,
    MS_LEE,
    REVISION,
    WORKSPACE,
    Rows,
    bring_to,
    fill,
    rows,
    tables,
)
from tests.world import World

AFTERWARDS = datetime(2027, 3, 15, 9, 0, tzinfo=UTC)
FIRST = Path(migrations.__file__ or "").parent / "versions" / "0001_the_first_tables.py"


@pytest.fixture
def of_0_1_0(empty: Engine) -> Engine:
    """A database as 0.1.0 left it."""
    bring_to(empty, REVISION)
    fill(empty)
    return empty


@pytest.fixture
def before(of_0_1_0: Engine) -> Rows:
    return rows(of_0_1_0, tables(of_0_1_0))


@pytest.fixture
def upgraded(of_0_1_0: Engine, before: Rows) -> Engine:
    migrate(of_0_1_0)
    return of_0_1_0


@pytest.fixture
def connection(upgraded: Engine) -> Iterator[Connection]:
    World(upgraded)  # a school that comes later, beside the one that was there
    with upgraded.begin() as connection:
        yield connection


@pytest.fixture
def uow(connection: Connection) -> UnitOfWork:
    return UnitOfWork(connection, WORKSPACE, AFTERWARDS)


def test_what_was_released_is_not_changed() -> None:
    """A database that was made by it would not be made again: what is new comes in a migration of its own."""
    released = "554b055c13643e48e6246f6edb51c438f61e1d74ac09f93ede1c712aed2914c8"
    assert hashlib.sha256(FIRST.read_bytes()).hexdigest() == released


def test_every_table_has_rows(before: Rows) -> None:
    assert len(before) == 22
    assert not [name for name, found in before.items() if not found]


def test_every_row_survives_as_it_was(upgraded: Engine, before: Rows) -> None:
    with upgraded.begin() as connection:
        assert current(connection) == newest()
    after = rows(upgraded, list(before))
    for name, old in before.items():
        columns = old[0].keys()
        assert [{column: row[column] for column in columns} for row in after[name]] == old, name


def test_its_contracts_are_read(uow: UnitOfWork) -> None:
    first, second = sorted(uow.contracts.of_student(ANA), key=lambda contract: contract.id)
    assert (first.status, second.status) == (Status.COMPLETED, Status.ACTIVE)
    agreed = uow.contracts.version(first.id, 2)
    assert agreed is not None
    assert str(agreed.terms.targets[0].goal) == "9"
    history = [happening.after for happening in uow.contracts.history(first.id)]
    assert history[0] is Status.PROPOSED
    assert history[-1] is Status.COMPLETED
    (bens,) = uow.contracts.of_student(BEN)
    (mias,) = uow.contracts.of_student(MIA)
    assert (bens.status, mias.status) == (Status.PROPOSED, Status.DRAFTING)


def test_its_signatures_bind_to_its_contracts(before: Rows, uow: UnitOfWork) -> None:
    """A part of the terms that is new since has no say in the hash where it is empty."""
    for row in before["contract_version"]:
        version = uow.contracts.version(row["contract"], row["number"])
        assert version is not None
        assert version.terms.content_hash() == row["content_hash"]
        assert version.signed_by(version.author)


def test_everything_else_is_read(uow: UnitOfWork) -> None:
    shelves = (
        *(uow.people, uow.grants, uow.classrooms, uow.memberships, uow.feedback, uow.interviews, uow.focus),
        *(uow.check_ins, uow.replies, uow.responses, uow.milestones, uow.assessments, uow.errands, uow.drafts),
        *(uow.calls,),
    )
    for shelf in shelves:
        assert shelf.all()


def test_whatever_was_said_can_be_rendered_again(connection: Connection, uow: UnitOfWork) -> None:
    """A card of 0.1.0 is refreshed by the code of today."""
    everything = Deliveries(connection, WORKSPACE).all()
    said = [delivery for delivery in everything if delivery.verb is not Verb.REFRESH]
    rendered = {d.notice: present(uow, d) for d in said}
    assert len(rendered) >= 20
    refused = {
        notice: check_message_blocks(list(message.blocks))
        for notice, message in rendered.items()
        if message is not None and notice != "home"
    }
    assert not [notice for notice, refusals in refused.items() if refusals]
    assert {"contract-card", "proposal-card", "interview-question", "shoutout-posted"} <= refused.keys()


async def test_its_class_goes_on(upgraded: Engine) -> None:
    """The same people, the Monday after: Ana is asked, and answers; Mia's next answer belongs to her interview; what
    waited or was lost on its way is said."""
    url = upgraded.url.render_as_string(hide_password=False)
    async with school(url, start=AFTERWARDS) as scene:
        assert (scene.accord.workspace, scene.ana.id, scene.mia.id, scene.lee.id) == (WORKSPACE, ANA, MIA, MS_LEE)
        await scene.quiet()
        await scene.ana.sees("help")
        await scene.ana.sees("check-in-due")
        await scene.ana.says("6 of 10")
        await scene.quiet()
        await scene.ana.sees("reply-noted")
        await scene.mia.sees("help")
        await scene.mia.says("I am good at maps")
        await scene.quiet()
        await scene.mia.sees("interview-question")
    left = [r for r in rows(upgraded, ["outbox"])["outbox"] if r["state"] in ("waiting", "claimed")]
    assert not [(r["notice"], r["verb"], r["not_before"], r["error"]) for r in left]


def test_what_0_1_0_writes_can_still_be_written(empty: Engine) -> None:
    """Its code goes on on the new tables: they are brought up to date first, the program is exchanged afterwards."""
    migrate(empty)
    fill(empty)
    assert rows(empty, ["contract"])["contract"]


def test_slack_is_asked_for_the_names_that_were_not_kept(connection: Connection) -> None:
    people = UnitOfWork(connection, WORKSPACE, AFTERWARDS).people.without_other_names()
    assert {ANA, BEN, MIA, MS_LEE} <= {person.user for person in people}
    assert {person.handle for person in people} == {""}
