"""Values go into the database and come out of it as they were, on both databases."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, event

from bot.domain import contract as life
from bot.domain.actor import Conflict, Side
from bot.domain.check_ins import CheckIn, CheckInState, Reply
from bot.domain.classroom import Autonomy, Classroom, Membership, Person
from bot.domain.interview import Interview
from bot.domain.outbox import Delivery, Verb
from storage.engine import open_engine
from storage.migrate import migrate
from storage.unit_of_work import Transactions, UnitOfWork
from tests.rows import first_row, newest_row
from tests.world import START, World


@pytest.fixture
def world(engine: Engine) -> World:
    return World(engine)


@pytest.fixture
def uow(world: World) -> Iterator[UnitOfWork]:
    with world.uow() as uow:
        yield uow


def classroom(**changed: Any) -> Classroom:
    days = ("MO", "TH")
    made = Classroom("T1", "C9", "Física 11", "Europe/London", date(2027, 6, 25), days, time(8, 45))
    return replace(made, **changed)


def delivery(**changed: Any) -> Delivery:
    made = Delivery("T1", "U1", Verb.POST, "some-kind", {"id": 7, "names": ["a", "ü"]}, "U1", START, START)
    return replace(made, **changed)


def test_a_stored_value_comes_back_as_it_was(uow: UnitOfWork) -> None:
    stored = uow.classrooms.add(classroom(autonomy=Autonomy.GUIDED, quiet_from=time(19, 30), archived=True))
    assert stored.id > 0
    assert uow.classrooms.get(stored.id) == stored


@pytest.mark.parametrize("names", [None, (), ("Johanna Vries", "Zoë")])
def test_names_that_were_not_asked_for_are_found(uow: UnitOfWork, names: tuple[str, ...] | None) -> None:
    made = uow.people.add(Person("T1", "U9", "Ana", other_names=names, handle="jvries"))
    assert uow.people.get(made.id) == made
    assert [p.user for p in uow.people.without_other_names()] == ([] if names is not None else ["U9"])


def test_an_instant_comes_back_in_utc_to_the_microsecond(uow: UnitOfWork, world: World) -> None:
    joined = datetime(2027, 3, 28, 2, 30, 0, 123456, tzinfo=timezone(timedelta(hours=2)))
    stored = uow.memberships.add(Membership("T1", world.classroom.id, "U7", Side.STUDENT, joined))
    found = uow.memberships.get(stored.id)
    assert found is not None
    assert found.joined_at == joined
    assert found.joined_at.tzinfo is UTC


def test_a_naive_instant_is_refused(uow: UnitOfWork, world: World) -> None:
    naive = START.replace(tzinfo=None)
    with pytest.raises(Exception, match="naive"):
        uow.memberships.add(Membership("T1", world.classroom.id, "U7", Side.STUDENT, naive))


@settings(max_examples=50, deadline=None)
@given(value=st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**9), max_value=10**9))
def test_a_number_comes_back_digit_by_digit(sqlite_world: World, value: Decimal) -> None:
    with sqlite_world.uow() as uow:
        reply = uow.replies.add(a_reply(sqlite_world, uow, value))
        found = uow.replies.get(reply.id)
    assert found is not None
    assert str(found.value) == str(value)


@settings(max_examples=50, deadline=None)
@given(draft=st.dictionaries(st.text(min_size=1), st.dictionaries(st.text(), st.none() | st.text() | st.booleans())))
def test_what_a_student_typed_comes_back_letter_by_letter(sqlite_world: World, draft: dict[str, Any]) -> None:
    contract = sqlite_world.proposed()
    with sqlite_world.uow() as uow:
        made = Interview("T1", contract.id, sqlite_world.classroom.id, "USTUDENT", START, draft=draft)
        stored = uow.interviews.add(made)
        assert uow.interviews.get(stored.id) == stored


def test_each_kind_of_question_finds_its_rows(uow: UnitOfWork, world: World) -> None:
    here = uow.memberships.on_side(world.classroom.id, Side.STUDENT)
    assert [m.user for m in here] == ["USTUDENT", "UCLASSMATE"]
    assert uow.memberships.places_of_all(["USTUDENT", "UNOBODY"]) == here[:1]
    assert uow.memberships.places_of_all([]) == []
    assert newest_row(uow.memberships, classroom=world.classroom.id) == here[-1]
    assert first_row(uow.memberships, user="USTUDENT", left_at=START) is None


def test_a_shelf_sees_nothing_of_another_workspace(world: World) -> None:
    with world.uow("T2") as other:
        assert other.people.of("USTUDENT") is None
        assert other.people.all() == []
        with pytest.raises(LookupError):
            other.people.add(Person("T1", "U9", "Ana"))


def test_what_was_queued_before_is_not_queued_again(uow: UnitOfWork) -> None:
    first = uow.outbox.queue(delivery(once="only"))
    assert first is not None
    assert uow.outbox.queue(delivery(once="only")) is None
    assert uow.outbox.queue(delivery(once="another")) is not None


def test_what_is_put_stands_in_place_of_what_was_there(uow: UnitOfWork) -> None:
    before = uow.people.put(Person("T1", "U9", "Ana"))
    after = uow.people.put(Person("T1", "U9", "Ana Horvat", locale="hr"))
    assert after.id == before.id
    assert uow.people.among("U9") == [after]


def test_who_saves_what_somebody_else_saved_meanwhile_is_told(uow: UnitOfWork, world: World) -> None:
    contract = world_contract(uow, world)
    check_in = uow.check_ins.add(CheckIn("T1", contract, "USTUDENT", 1, START, START))
    uow.check_ins.save(replace(check_in, state=CheckInState.PROMPTED))
    with pytest.raises(Conflict):
        uow.check_ins.save(replace(check_in, state=CheckInState.DROPPED))
    found = uow.check_ins.get(check_in.id)
    assert found == replace(check_in, state=CheckInState.PROMPTED, revision=1)


def test_saving_what_is_not_there_is_an_error(uow: UnitOfWork) -> None:
    with pytest.raises(LookupError):
        uow.people.save(Person("T1", "U9", "Ana", id=12345))


def test_sqlite_statements_pass_the_slow_road_by(sqlite_world: World) -> None:
    """They go to the driver: if they did not, this would still pass every other test, several times slower."""
    seen: list[str] = []

    def executing(_connection: Any, _cursor: Any, sql: str, *_: Any) -> None:
        seen.append(sql)

    with Transactions(sqlite_world.engine).begin("T1", sqlite_world.now) as uow:
        event.listen(sqlite_world.engine, "before_cursor_execute", executing)
        person = uow.people.of("USTUDENT")
        assert person is not None
        uow.people.save(replace(person, name="Ana Horvat"))
        assert uow.people.of("USTUDENT") == replace(person, name="Ana Horvat")
    assert seen == []


@pytest.fixture(scope="module")
def sqlite_world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """One for all examples of a property."""
    engine = open_engine(f"sqlite:///{tmp_path_factory.mktemp('shelf')}/accord.db")
    migrate(engine)
    yield World(engine)
    engine.dispose()


def world_contract(uow: UnitOfWork, world: World) -> int:
    """A new one, of a student who has no other: each may have one draft."""
    student = f"USTUDENT{len(uow.contracts.of_classroom(world.classroom.id))}"
    return uow.contracts.add(life.begin("T1", world.classroom.id, student, START)).id


def a_reply(world: World, uow: UnitOfWork, value: Decimal) -> Reply:
    contract = world_contract(uow, world)
    check_in = uow.check_ins.add(CheckIn("T1", contract, "USTUDENT", 1, START, None))
    return Reply("T1", check_in.id, contract, 0, value, START)
