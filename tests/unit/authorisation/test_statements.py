"""No statement forgets the workspace: every one that a use case runs names it, with its value."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import event

from storage.engine import open_engine
from tests.unit.authorisation.attempts import ATTEMPTS
from tests.unit.authorisation.school import ELSEWHERE, KINDS, School

PLAIN = ("BEGIN", "COMMIT", "ROLLBACK", "PRAGMA", "SAVEPOINT", "RELEASE", "SELECT total_changes()")
"""What touches no table."""


@pytest.fixture
def heard() -> list[str]:
    """Each statement that SQLite runs, with its values in their places."""
    return []


@pytest.fixture
def school(sqlite_url: str, heard: list[str]) -> Iterator[School]:
    engine = open_engine(sqlite_url)

    @event.listens_for(engine, "connect")
    def _listen(connection: Any, _: object) -> None:
        connection.set_trace_callback(heard.append)

    yield School(engine)
    engine.dispose()


@pytest.mark.parametrize("name", list(ATTEMPTS))
def test_every_statement_of_a_use_case_names_its_workspace(school: School, heard: list[str], name: str) -> None:
    case = ATTEMPTS[name]
    ids = case.stage(school)
    kinds = [k for k in KINDS if k != "elsewhere"]  # that one looks at our rows to compare them
    heard.clear()
    for kind in kinds:
        school.attempt(case, kind, ids)
    asked = [s for s in heard if not s.startswith(PLAIN)]
    assert len(asked) >= len(kinds)
    assert [s for s in asked if f"'{school.classroom.workspace}'" not in s] == []
    assert [s for s in asked if f"'{ELSEWHERE}'" in s] == []
