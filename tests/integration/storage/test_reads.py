"""A row is read once in a transaction: what was written is seen, and nothing outlives the transaction."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from bot.domain import contract as life
from bot.domain.actor import Conflict, Side
from bot.domain.check_ins import CheckIn, CheckInState, Milestone, Reply
from bot.domain.classroom import Person
from bot.domain.contract import Status
from bot.domain.interview import Interview
from bot.domain.progress import Point
from bot.domain.utterance import Utterance
from storage.engine import open_engine
from storage.migrate import migrate
from storage.queries.people import People
from storage.repository import Reads
from storage.tables.classes import PersonRow, table
from storage.unit_of_work import UnitOfWork
from tests.rows import rows
from tests.world import START, WORKSPACE, World

USERS = ("U1", "U2", "U3")
_people = table(PersonRow)


@pytest.fixture
def world(engine: Engine) -> World:
    return World(engine)


@pytest.fixture
def sqlite_world(tmp_path: Path) -> Iterator[World]:
    engine = open_engine(f"sqlite:///{tmp_path}/accord.db")
    migrate(engine)
    yield World(engine)
    engine.dispose()


class Counted:
    """How many SELECTs ran in a transaction; SQLite says so itself."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.selects = 0

    def _hear(self, statement: str) -> None:
        self.selects += statement.lstrip().startswith("SELECT")

    def __call__(self, do: Any) -> int:
        self.selects = 0
        with self._world.uow() as uow:
            driver: Any = uow._connection.connection.driver_connection
            driver.set_trace_callback(self._hear)
            do(uow)
            driver.set_trace_callback(None)
        return self.selects


def test_the_same_question_is_asked_once_until_something_is_written(sqlite_world: World) -> None:
    counted, student = Counted(sqlite_world), sqlite_world.student.user

    def twice(uow: UnitOfWork) -> None:
        assert uow.admissions.all() == uow.admissions.all()
        assert uow.people._all(is_admin=[True, False]) == uow.people._all(is_admin=[False, True])

    def one_row(uow: UnitOfWork) -> None:
        ana = uow.people.of(student)
        assert ana is not None
        assert [ana] == uow.people.among([student, "UNOBODY"])
        assert (uow.people.get(ana.id), uow.people.of("UNOBODY")) == (ana, None)

    def write_between(uow: UnitOfWork) -> None:
        classroom = uow.classrooms.get(sqlite_world.classroom.id)
        assert classroom is not None
        uow.classrooms.save(replace(classroom, name="Maths"))
        found = uow.classrooms.get(classroom.id)
        assert found is not None
        assert found.name == "Maths"

    assert (counted(twice), counted(one_row), counted(write_between)) == (2, 2, 2)


def test_what_is_few_is_read_together_and_known_when_it_was_written(sqlite_world: World) -> None:
    contract, counted = sqlite_world.agree(), Counted(sqlite_world)

    def follow(uow: UnitOfWork) -> None:
        planned = uow.check_ins.newest(contract.id, CheckInState.PLANNED)
        assert planned is not None
        uow.check_ins.save(replace(planned, state=CheckInState.ANSWERED))
        assert uow.check_ins.in_state([contract.id], CheckInState.PLANNED) == []
        after = uow.check_ins.get(planned.id)
        assert after == replace(planned, state=CheckInState.ANSWERED, revision=planned.revision + 1)
        following = uow.check_ins.add(replace(planned, number=planned.number + 1, id=0))
        assert uow.check_ins.newest_of(contract.id) == following
        uow.check_ins.remove_all([following.id])
        assert uow.check_ins.of_contract(contract.id) == [after]
        with pytest.raises(Conflict):
            uow.check_ins.save(planned)
        assert uow.check_ins.get(planned.id) == after

    assert counted(follow) == 2, "once at the beginning, and once after somebody else seems to have written"


def test_a_row_brings_those_that_are_asked_for_next(sqlite_world: World) -> None:
    contract, counted, student = sqlite_world.agree(), Counted(sqlite_world), sqlite_world.student.user
    with sqlite_world.uow() as uow:
        first = uow.check_ins.newest_of(contract.id)
        namesake = uow.people.add(Person(WORKSPACE, "UNAMESAKE", "Ana"))
    assert first is not None

    def one_check_in(uow: UnitOfWork) -> None:
        assert uow.check_ins.get(first.id) == first
        assert uow.check_ins.of_contract(contract.id) == [first]
        assert uow.check_ins.get(first.id + 1000) is None

    def one_person(uow: UnitOfWork) -> None:
        ana = uow.people.of(student)
        assert uow.people.named(["Ana"]) == [ana, namesake]
        assert uow.people.of("UNAMESAKE") == namesake

    def own_contract(uow: UnitOfWork) -> None:
        assert uow.contracts.own(student, contract.id) == contract
        assert uow.contracts.open_for(student) == [contract]
        assert uow.contracts.own("UNAMESAKE", contract.id) is None

    assert (counted(one_check_in), counted(one_person), counted(own_contract)) == (2, 1, 2)


def test_a_contract_is_read_with_all_its_parts_in_one_statement(sqlite_world: World) -> None:
    """Between two, somebody else may have saved: its state would be of before, its signatures of after."""
    contract, counted = sqlite_world.proposed(), Counted(sqlite_world)

    def twice(uow: UnitOfWork) -> None:
        assert uow.contracts.get(contract.id) == uow.contracts.get(contract.id) == contract

    def save(uow: UnitOfWork) -> None:
        found = uow.contracts.get(contract.id)
        assert found is not None
        uow.contracts.save(replace(found, status=Status.QUESTIONED))

    assert (counted(twice), counted(save)) == (1, 1)


def test_several_contracts_come_each_with_its_own_versions_and_signatures(world: World) -> None:
    agreed, proposed = world.agree(), world.proposed(world.classmate)
    with world.uow() as uow:
        draft = uow.contracts.add(life.begin(WORKSPACE, world.classroom.id, world.stranger.user, START))
        found = uow.contracts.of_classroom(world.classroom.id)
        alone = [uow.contracts.get(contract.id) for contract in found]
    assert found == alone
    assert {c.id for c in found} == {agreed.id, proposed.id, draft.id}
    assert {c.id: [len(v.signatures) for v in (c.agreed, c.current) if v] for c in found} == {
        agreed.id: [2, 2],
        proposed.id: [1],
        draft.id: [],
    }


def test_a_contract_is_seen_as_it_was_saved(sqlite_world: World) -> None:
    contract = sqlite_world.proposed()
    with sqlite_world.uow() as uow:
        before = uow.contracts.get(contract.id)
        assert before is not None
        known = len(uow.contracts.history(contract.id))
        uow.contracts.save(replace(before, status=Status.QUESTIONED))
        after = uow.contracts.get(contract.id)
        assert after is not None
        assert (after.status, after.revision) == (Status.QUESTIONED, before.revision + 1)
        assert len(uow.contracts.history(contract.id)) == known
        with pytest.raises(Conflict):
            uow.contracts.save(before)


def test_a_list_that_was_given_out_is_the_readers_own(world: World) -> None:
    with world.uow() as uow:
        rows(uow.memberships, side=Side.TEACHER).clear()
        assert len(rows(uow.memberships, side=Side.TEACHER)) == 2


def test_what_is_erased_is_not_found_any_more(world: World) -> None:
    with world.uow() as uow:
        found = uow.people.of(world.stranger.user)
        assert found is not None
        uow.personal.erase_rows({"person": [found.id]})
        assert uow.people.of(world.stranger.user) is None


def test_nothing_outlives_a_transaction(world: World) -> None:
    """Neither where it was rolled back, nor where another one wrote since."""
    student = world.student.user

    def renamed(uow: UnitOfWork, name: str) -> None:
        found = uow.people.of(student)
        assert found is not None
        uow.people.save(replace(found, name=name))

    with suppress(LookupError), world.uow() as uow:
        renamed(uow, "Not Ana")
        assert [p.name for p in uow.people.among([student])] == ["Not Ana"]
        raise LookupError
    with world.uow() as uow:
        assert [p.name for p in uow.people.among([student])] == ["Ana"]
    with world.uow() as uow:
        renamed(uow, "Ana H")
    with world.uow() as uow:
        assert [p.name for p in uow.people.among([student])] == ["Ana H"]


def test_two_workspaces_share_nothing(world: World) -> None:
    with world.transactions.connection() as connection:
        here, there = UnitOfWork(connection, "T1", START), UnitOfWork(connection, "T2", START)
        assert here.people.of(world.student.user) is not None
        assert there.people.of(world.student.user) is None
        there.people.add(Person("T2", world.student.user, "Another Ana"))
        found = [uow.people.of(world.student.user) for uow in (here, there)]
        assert [p.name for p in found if p is not None] == ["Ana", "Another Ana"]
        connection.rollback()


_step = st.one_of(
    st.tuples(st.just("add"), st.sampled_from(USERS), st.sampled_from("AB")),
    st.tuples(st.just("put"), st.sampled_from(USERS), st.sampled_from("AB")),
    st.tuples(st.just("save"), st.sampled_from(USERS), st.sampled_from("AB")),
    st.tuples(st.just("remove"), st.sampled_from(USERS), st.just("")),
    st.tuples(st.just("look"), st.sampled_from(USERS), st.sampled_from("AB")),
)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    engine = open_engine(f"sqlite:///{tmp_path_factory.mktemp('reads')}/accord.db")
    migrate(engine)
    return engine


Plain: type[People] = type("Plain", (People,), {"whole_by": ()})
"""Nothing of it is read together."""


@pytest.mark.parametrize("remembering", [People, Plain])
@settings(max_examples=60, deadline=None)
@given(steps=st.lists(_step, max_size=14))
def test_whatever_is_written_and_read_a_shelf_that_remembers_says_what_one_does_that_looks(
    empty: Engine, remembering: type[People], steps: list[tuple[str, str, str]]
) -> None:
    with empty.connect() as connection:
        remembers = remembering(connection, "T1", Reads())
        looks = People(connection, "T1")
        for what, user, name in steps:
            _do(remembers, what, user, name)
            for equals in (
                {"user": user},
                {"user": list(USERS)},
                {"user": list(USERS), "name": name},
                {"name": name},
                {"name": name, "is_active": True},
                {"name": ["A", "B"], "other_names": None},
                {"id": [1, 2]},
                {"id": 3},
                {},
            ):
                assert remembers._all(**equals) == looks._all(**equals)
                assert remembers._first(**equals) == looks._first(**equals)
                assert remembers._newest(**equals) == looks._newest(**equals)
        connection.rollback()


def _do(people: People, what: str, user: str, name: str) -> None:
    found = people.of(user)
    if what == "add":
        people.add_once(Person("T1", user, name))
    elif what == "put":
        people.put(Person("T1", user, name))
    elif what == "save" and found is not None:
        people.save(replace(found, name=name))
    elif what == "remove" and found is not None:
        people.remove(found.id)


def test_what_could_not_be_read_is_not_known_to_be_missing(
    sqlite_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: Any) -> None:
        raise OperationalError("SELECT", {}, Exception("away"))

    with sqlite_world.uow() as uow:
        with monkeypatch.context() as broken:
            broken.setattr("storage.repository.run", away)
            for _ in range(2):
                with pytest.raises(OperationalError):
                    uow.people.of(sqlite_world.student.user)
        assert uow.people.of(sqlite_world.student.user) is not None


@pytest.mark.parametrize("place", ["utterances", "interviews", "people", "check_ins", "replies", "milestones"])
def test_what_was_written_is_known_as_it_comes_back(world: World, place: str) -> None:
    """Times in UTC, and what is kept as JSON as JSON keeps it."""
    zagreb = START.astimezone(ZoneInfo("Europe/Zagreb"))
    contract, proposed = world.agree(), world.proposed(world.classmate)
    with world.uow() as uow:
        found = uow.check_ins.newest_of(contract.id)
        assert found is not None
        reply = uow.replies.add(Reply(WORKSPACE, found.id, contract.id, 0, Decimal("1.50"), zagreb, typed={"1.0": "1"}))
        samples: dict[str, Any] = {
            "utterances": Utterance(
                WORKSPACE, "U1", "D1", "", {"1.0": "a"}, zagreb, {"stood": {"at": [1, None]}}, (7,)
            ),
            "interviews": Interview(WORKSPACE, proposed.id, world.classroom.id, "U1", zagreb, draft={"a": (1, 2)}),
            "people": Person(WORKSPACE, "U1", "Ana", other_names=("Ana H",)),
            "check_ins": CheckIn(WORKSPACE, contract.id, world.student.user, found.number + 1, zagreb, zagreb),
            "replies": replace(reply, id=0, target=1),
            "milestones": Milestone(WORKSPACE, contract.id, 0, Point.GOAL, zagreb, Decimal("1.0"), reply.id, "a", "b"),
        }
        shelf = getattr(uow, place)
        id = shelf.add(samples[place]).id
        known = shelf.get(id)
    with world.uow() as uow:
        stored = getattr(uow, place).get(id)
    assert (known, repr(known)) == (stored, repr(stored))
