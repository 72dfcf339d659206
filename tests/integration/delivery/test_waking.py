"""Replicas on one PostgreSQL wake each other; whoever hears nothing looks by himself."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, make_url, text

from bot.domain.actor import Actor
from bot.domain.outbox import Delivery, Errand, ErrandKind, Verb
from bot.outbox import sender as sending
from bot.runner import Inline, Runner
from bot.slack.gateway import open_session
from sandbox.clock import MovableClock
from sandbox.workspace import LocalWorkspace
from storage.engine import open_engine
from storage.notify import ERRANDS, FIRST_WAIT, LONGEST_WAIT, OUTBOX, Listener, listening, wait_after
from storage.unit_of_work import Transactions
from tests.integration.delivery.office import NOW, Office

SHORT, LONG = timedelta(milliseconds=10), timedelta(hours=1)
WITHIN = 20.0


@pytest.fixture
def postgres(postgres_url: str) -> Iterator[Engine]:
    engine = open_engine(postgres_url)
    yield engine
    engine.dispose()


@pytest.fixture
async def office(postgres: Engine) -> AsyncIterator[Office]:
    clock = MovableClock(NOW, frozen=True)
    async with LocalWorkspace.running(clock=clock) as workspace, open_session(0.5) as session:
        yield Office(postgres, workspace, session)


class Ears:
    """A listener and what it heard."""

    def __init__(self, engine: Engine, first_wait: timedelta) -> None:
        self.heard: asyncio.Queue[str] = asyncio.Queue()
        rings = {name: lambda name=name: self.heard.put_nowait(name) for name in (OUTBOX, ERRANDS)}
        self.listener = Listener(engine, rings, first_wait=first_wait)

    async def next(self) -> str:
        async with asyncio.timeout(WITHIN):
            return await self.heard.get()

    async def opened(self) -> None:
        """It listens (again): both are rung, for nobody knows what was missed."""
        assert [await self.next(), await self.next()] == [OUTBOX, ERRANDS]
        assert self.listener.ready.is_set()


@asynccontextmanager
async def ears(engine: Engine, first_wait: timedelta = SHORT) -> AsyncIterator[Ears]:
    made = Ears(engine, first_wait)
    task = asyncio.create_task(made.listener.run())
    try:
        await made.opened()
        yield made
    finally:
        task.cancel()
        await asyncio.wait([task])


def cut(engine: Engine) -> int:
    """End every connection that listens, to any database of the server; returns how many there were."""
    listeners = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'accord-waking'"
    with engine.begin() as connection:
        return len(connection.execute(text(listeners)).all())


def leave(engine: Engine, lane: str = "", *, errand: bool = False, fails: bool = False, workspace: str = "T1") -> None:
    """One transaction of another replica."""
    with Transactions(engine).begin(workspace, NOW) as uow:
        if lane:
            uow.outbox.queue(Delivery(workspace, lane, Verb.POST, "test", {"say": "hello"}, lane, NOW, NOW))
        if errand:
            uow.errands.add(Errand(workspace, ErrandKind.LEARN_PERSON, {"user": "U1"}, NOW))
        if fails:
            raise ZeroDivisionError


async def test_what_is_committed_is_told_and_nothing_else(postgres: Engine) -> None:
    async with ears(postgres) as ours:
        with pytest.raises(ZeroDivisionError):
            leave(postgres, "U1", errand=True, fails=True)
        leave(postgres)
        leave(postgres, "U1")
        assert await ours.next() == OUTBOX
        leave(postgres, errand=True)
        assert await ours.next() == ERRANDS
        leave(postgres, "U1", errand=True)
        assert {await ours.next(), await ours.next()} == {OUTBOX, ERRANDS}
        assert ours.heard.empty()


async def test_a_replica_sends_at_once_what_another_one_left(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "POLL_SECONDS", LONG.total_seconds())
    ana = office.ws.add_person("ana", "Ana")
    async with office.sending() as sender:
        await sender.idle()
        async with listening(office.engine, outbox=sender.wake, errands=lambda: None) as listener:
            assert listener is not None
            await listener.ready.wait()
            await sender.idle()
            leave(office.engine, ana.id, workspace=office.ws.team_id)
            assert await office.ws.changes.until(lambda: office.heard(ana) == ["hello"], WITHIN)


async def test_what_nobody_told_is_found_by_looking(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "POLL_SECONDS", 0.05)
    ana = office.ws.add_person("ana", "Ana")
    async with ears(office.engine, first_wait=LONG) as ours, office.sending():
        assert cut(office.engine) == 1
        leave(office.engine, ana.id, workspace=office.ws.team_id)
        assert await office.ws.changes.until(lambda: office.heard(ana) == ["hello"], WITHIN)
        assert ours.heard.empty()


async def test_a_listener_that_was_cut_listens_again(postgres: Engine) -> None:
    async with ears(postgres) as ours:
        for _ in range(3):
            assert cut(postgres) == 1
            await ours.opened()
        leave(postgres, "U1")
        assert await ours.next() == OUTBOX


async def test_a_database_that_is_away_is_asked_again_until_it_is_back(postgres: Engine, postgres_server: str) -> None:
    name = make_url(str(postgres.url)).database
    server = open_engine(postgres_server).execution_options(isolation_level="AUTOCOMMIT")
    tries: list[int] = []
    async with ears(postgres) as ours:
        connect = ours.listener._known

        def counted() -> dict[str, Any]:
            tries.append(1)
            if len(tries) == 3:
                _allow(server, name, to=True)
            return connect()

        ours.listener._known = counted  # type: ignore[method-assign]
        _allow(server, name, to=False)
        assert cut(server) == 1
        await ours.opened()
        assert len(tries) == 3
    server.dispose()


def _allow(server: Engine, name: str | None, *, to: bool) -> None:
    with server.connect() as connection:
        connection.execute(text(f"ALTER DATABASE {name} ALLOW_CONNECTIONS {to}"))


async def test_the_ticker_tells_too(postgres: Engine) -> None:
    from bot.activities.checking_in.prompting import PROMPT
    from storage.queries.due import agendas

    async with ears(postgres) as ours:
        with agendas(postgres)() as agenda:
            agenda.ask([], PROMPT, NOW, NOW + LONG)
        assert await ours.next() == OUTBOX


async def test_a_desk_tells_the_others(postgres: Engine) -> None:
    def say(uow: Any, actor: Actor) -> None:
        uow.outbox.queue(Delivery(uow.workspace, "U1", Verb.POST, "test", {}, "U1", uow.now, uow.now))

    async with ears(postgres) as ours:
        runner = Runner(Transactions(postgres).begin, Inline(), MovableClock(NOW, frozen=True), lambda: None)
        await runner.run(Actor("T1", "U1"), say)
        assert await ours.next() == OUTBOX


async def test_on_sqlite_nobody_listens(sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    async with listening(engine, outbox=lambda: None, errands=lambda: None) as listener:
        assert listener is None
        leave(engine, "U1", errand=True)
    engine.dispose()


def test_who_is_alone_waits_longer_and_longer() -> None:
    for lost in range(1, 100):
        wait = wait_after(lost)
        assert FIRST_WAIT / 2 <= wait <= LONGEST_WAIT
        assert wait >= LONGEST_WAIT / 2 or wait_after(lost + 2) > wait
