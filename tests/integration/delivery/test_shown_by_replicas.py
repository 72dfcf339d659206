"""Who shows something anew relies on what waits: no other program may take that away before the change is there."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection, Engine, text

from bot.domain.outbox import Delivery, DeliveryState, Verb
from bot.messages.tell import refresh_what_left
from storage.engine import open_engine
from storage.queries.outbox import Deliveries
from storage.queries.sending import Sending, sendings
from storage.unit_of_work import Transactions, UnitOfWork
from tests.integration.storage.test_sending import Unhurried

NOW = datetime(2026, 9, 7, 8, 0, tzinfo=UTC)
LEASE = timedelta(seconds=90)
POST = Delivery("T1", "U1", Verb.POST, "help", {}, "U1", NOW, NOW, subject="contract:1")
HOME = Delivery("T1", "home:U1", Verb.HOME, "home", {}, "U1", NOW, NOW)

UseCase = Callable[[UnitOfWork, int], None]


@pytest.fixture
def engine(postgres_url: str) -> Iterator[Engine]:
    engine = open_engine(postgres_url)
    yield engine
    engine.dispose()


def claim_all(sending: Sending) -> list[Delivery]:
    """As a program does that renders them next, by what is committed then."""
    return sending.claim("another", NOW, 10, LEASE, Unhurried(), ["T1"])


def still_waiting(engine: Engine) -> list[Verb]:
    with engine.begin() as connection:
        return [d.verb for d in Deliveries(connection, "T1").all() if d.state is DeliveryState.WAITING]


def shows(uow: UnitOfWork, card: int) -> None:
    """What a use case queues that changes what a card and a Home show."""
    uow.outbox.queue_anew(replace(POST, verb=Verb.REFRESH, subject=None, refreshes=card))
    uow.outbox.queue_anew(HOME)
    uow.end()


def changes_what_waits(uow: UnitOfWork, _card: int) -> None:
    """The card itself has not left yet: it will say how things stand then."""
    refresh_what_left(uow, "contract:1")
    uow.end()


@pytest.fixture
def card(engine: Engine) -> int:
    """A card that was posted."""
    with Transactions(engine).begin("T1", NOW) as uow:
        queued = uow.outbox.queue(replace(POST, state=DeliveryState.SENT, channel="D1", ts="1.1", subject="contract:2"))
    assert queued is not None
    return queued.id


def begun(engine: Engine, card: int, use_case: UseCase) -> None:
    """What the use case relies on waits."""
    with Transactions(engine).begin("T1", NOW) as uow:
        if use_case is shows:
            shows(uow, card)
        else:
            uow.outbox.queue(POST)


BOTH = pytest.mark.parametrize("use_case", [shows, changes_what_waits])


@BOTH
def test_what_waits_is_not_taken_before_the_change_is_there(
    engine: Engine, card: int, use_case: Callable[..., None]
) -> None:
    begun(engine, card, use_case)
    waited = still_waiting(engine)
    with Transactions(engine).begin("T1", NOW) as uow:
        use_case(uow, card)
        with sendings(engine)() as sending:
            claim_all(sending)
    assert still_waiting(engine) == waited


@BOTH
def test_what_is_just_being_taken_is_shown_once_more(engine: Engine, card: int, use_case: UseCase) -> None:
    begun(engine, card, use_case)

    def change() -> None:
        with Transactions(engine).begin("T1", NOW) as uow:
            use_case(uow, card)

    changing = threading.Thread(target=change)
    with sendings(engine)() as sending:
        taken = claim_all(sending)
        changing.start()
        wait_until_it_waits(engine, changing)
    changing.join(timeout=10)
    assert len(still_waiting(engine)) == len(taken) > 0


def wait_until_it_waits(engine: Engine, thread: threading.Thread) -> None:
    """For a lock, or no more for anything."""
    waiting = text(
        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
    )
    until = time.monotonic() + 10
    while thread.is_alive() and time.monotonic() < until:
        with engine.connect() as connection:
            if _count(connection, waiting):
                return
        thread.join(timeout=0.01)


def _count(connection: Connection, counting: object) -> int:
    found: int = connection.execute(counting).scalar_one()  # type: ignore[call-overload]
    return found
