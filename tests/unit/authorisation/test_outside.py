"""Somebody whose account is of another organisation can do no more than a stranger, whatever place stands for them:
every use case, tried by the one whose it would be."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from storage.engine import open_engine
from tests.unit.authorisation.attempts import ATTEMPTS
from tests.unit.authorisation.school import OUTSIDE, School
from tests.unit.authorisation.test_matrix import ROWS


@pytest.fixture
def engine(sqlite_url: str) -> Iterator[Engine]:
    made = open_engine(sqlite_url)
    yield made
    made.dispose()


@pytest.mark.parametrize("name", list(ATTEMPTS))
def test_nobody_of_elsewhere_does_more_than_a_stranger(engine: Engine, name: str) -> None:
    school, case = School(engine), ATTEMPTS[name]
    ids = case.stage(school)
    anybody = school.attempt(case, "stranger", ids), school.attempt(case, "deactivated", ids)
    assert school.attempt(case, OUTSIDE, ids) in anybody


ADMINS = [name for name, row in ROWS.items() if row[0] == "A"]
"""What is an admin's to do: everybody else hears that."""


def test_there_are_things_that_are_an_admins() -> None:
    assert {name.split(".")[0] for name in ADMINS} >= {"set_up", "teaching", "admitting", "care", "privacy"}


@pytest.mark.parametrize("name", ADMINS)
def test_nor_does_the_admin_of_another_organisation(engine: Engine, name: str) -> None:
    school, case = School(engine), ATTEMPTS[name]
    ids = case.stage(school)
    with school.uow() as uow:
        known = uow.people.of(school.admin.user)
        assert known is not None
        uow.people.save(replace(known, is_outside=True))
    assert school.attempt(case, "admin", ids) == "for-admins"
