"""Where the database notices first that somebody else was faster."""

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from bot.domain.actor import Conflict, Side
from bot.domain.classroom import Membership, Person
from storage.unit_of_work import Transactions
from tests.world import START


def test_a_second_row_with_the_same_name_is_a_conflict(engine: Engine) -> None:
    transactions = Transactions(engine)
    ana = Person("T1", "U1", "Ana")
    with transactions.begin("T1", START) as uow:
        uow.people.add(ana)
    with pytest.raises(Conflict), transactions.begin("T1", START) as uow:
        uow.people.add(ana)


def test_what_is_no_race_stays_what_it_is(engine: Engine) -> None:
    transactions = Transactions(engine)
    with pytest.raises(IntegrityError), transactions.begin("T1", START) as uow:
        uow.memberships.add(Membership("T1", 999, "U1", Side.STUDENT, START))
