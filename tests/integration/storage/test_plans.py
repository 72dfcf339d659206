"""No statement of the clockwork or of delivery goes through a table: their cost must not follow its rows."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event

from storage.engine import open_engine
from storage.privacy import past
from storage.queries import due, lanes, outbox
from storage.tables.classes import Row
from tests.world import START

VALUES = {
    "here": "T1",
    "now": START,
    "late": START,
    "stale": START,
    "before": START - timedelta(days=90),
    "most": 10,
    "after": 0,
    "owner": "somebody",
    "ends_by": START,
    "workspace": "T1",
    "workspace_": "T1",
    "lane": "U1",
    "onces": ["only"],
    "row": 1,
    "ours": [1, 2],
    "verbs": ["home"],
    "lanes": ["U2"],
    "rows": [],
}

STATEMENTS = {
    "check-ins that are due": due.DUE,
    "contracts that end": due.ENDING,
    "classes in which something waits": due.WAITING,
    "digests that are due": due.DIGESTS,
    "promises that are due": due.PROMISES,
    "what came in long ago": past.FIND["incoming"],
    "what was said long ago": past.FIND["said"],
    "what was not said long ago": past.FIND["expired"],
    "calls of long ago": past.FIND["llm_call"],
    "what there is to send": lanes.LOOK,
    "the first to be sent": lanes.HEADS,
    "the first of each lane": lanes.HEADS_BY_LANE,
    "the first that may go": lanes.OTHER_HEADS,
    "the first of each lane that may go": lanes.OTHER_HEADS_BY_LANE,
    "what a sender lost": lanes.LOST,
    "what others hold": lanes.LOST_OR_SETTLED,
    "whether a message may leave": lanes.MAY_LEAVE,
    "what shows something anew": outbox.queueing_anew("sqlite"),
    "what is said once": outbox.queueing_once("sqlite"),
    "what is not said after all": outbox.withdrawing("sqlite"),
}


@pytest.fixture
def connection(sqlite_url: str) -> Iterator[Connection]:
    engine: Engine = open_engine(sqlite_url)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def plan_of(connection: Connection, statement: Any) -> list[str]:
    """What SQLite says it does, line by line."""
    ran: list[tuple[str, Any]] = []

    def executing(_connection: Any, _cursor: Any, sql: str, parameters: Any, *_: Any) -> None:
        ran.append((sql, parameters))

    event.listen(connection, "before_cursor_execute", executing)
    wanted = statement.compile(dialect=connection.dialect).params
    connection.execute(statement, {name: value for name, value in VALUES.items() if name in wanted})
    event.remove(connection, "before_cursor_execute", executing)
    sql, parameters = ran[-1]
    return [str(line[3]) for line in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", parameters)]


def walks(line: str, tables: set[str]) -> bool:
    """Whether it goes through a whole table. An index is gone through where it is a partial one, and small."""
    word, _, rest = line.partition(" ")
    return word == "SCAN" and rest.split()[0] in tables and "USING" not in rest


@pytest.mark.parametrize("name", STATEMENTS)
def test_no_table_is_gone_through(connection: Connection, name: str) -> None:
    tables = {table.name for table in Row.metadata.sorted_tables}
    plan = plan_of(connection, STATEMENTS[name])
    assert plan
    assert [line for line in plan if walks(line, tables)] == []


def test_contracts_that_end_are_sought_by_their_end(connection: Connection) -> None:
    """By their ids all of them would be gone through, and SQLite would call that a search."""
    assert any("ix_contract_ending" in line for line in plan_of(connection, due.ENDING))


def test_what_waits_is_sought_among_what_waits(connection: Connection) -> None:
    """All other contracts are not gone through."""
    assert any("ix_contract_waiting" in line for line in plan_of(connection, due.WAITING))
