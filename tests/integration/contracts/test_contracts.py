"""Contracts on both databases: what goes in comes out, nobody overwrites unseen, nothing written is changed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy import Engine, select

from bot.domain import contract as life
from bot.domain.actor import Conflict, Side
from bot.domain.contract import OPEN, Contract, Status
from storage.tables.classes import HistoryRow, SignatureRow, VersionRow, table
from tests.world import World, terms

FOREIGN = "T2"


@pytest.fixture
def world(engine: Engine) -> World:
    return World(engine)


def rows(world: World, row: type[Any]) -> list[dict[str, Any]]:
    kept = table(row)
    with world.transactions.connection() as connection:
        return [dict(r) for r in connection.execute(select(*kept.c).order_by(kept.c.id)).mappings()]


def saved(world: World, contract: Contract) -> Contract:
    with world.uow() as uow:
        return uow.contracts.save(contract)


def test_a_contract_reads_back_as_it_was_saved(world: World) -> None:
    begun = world.proposed()
    amended = saved(world, life.amend(begun, 1, terms(commitments="I read"), world.teacher.user, world.now))
    active = saved(world, life.accept(amended, 2, world.student.user, world.now))
    with world.uow() as uow:
        found = uow.contracts.get(begun.id)
    assert found == active
    assert found is not None
    assert found.in_force.agreed
    assert found.on_the_table == found.in_force


def test_what_people_typed_reads_back_to_the_letter(world: World) -> None:
    odd = "<!channel> *b* \U0001f600 ' \" \\ % {} \n e\u0301 'drop"
    begun = world.proposed(supports=odd)
    with world.uow() as uow:
        found = uow.contracts.get(begun.id)
    assert found is not None
    assert found.on_the_table.terms.supports == odd
    assert found.on_the_table.signed_by(Side.STUDENT)


def test_a_stale_save_is_a_conflict_and_writes_nothing(world: World) -> None:
    contract = world.proposed()
    first = life.approve(contract, 1, world.teacher.user, world.now)
    second = life.amend(contract, 1, terms(commitments="I read"), world.teacher2.user, world.now)
    saved(world, first)
    before = {row: rows(world, row) for row in (VersionRow, SignatureRow, HistoryRow)}
    with pytest.raises(Conflict):
        saved(world, second)
    assert {row: rows(world, row) for row in (VersionRow, SignatureRow, HistoryRow)} == before


def test_another_workspace_sees_nothing(world: World) -> None:
    contract = world.proposed()
    with world.uow(FOREIGN) as uow:
        assert uow.contracts.get(contract.id) is None
        assert uow.contracts.open_of(contract.student, contract.classroom) is None
        assert uow.contracts.open_for(contract.student) == []
        assert uow.contracts.of_classroom(contract.classroom) == []
        assert uow.contracts.of_student(contract.student) == []
        assert uow.contracts.version(contract.id, 1) is None
        assert uow.contracts.history(contract.id) == []


def test_another_workspace_can_not_save(world: World) -> None:
    contract = world.proposed()
    closed = life.close(contract, "No time", world.student.user, world.now)
    with pytest.raises(Conflict), world.uow(FOREIGN) as uow:
        uow.contracts.save(closed)
    with world.uow() as uow:
        assert uow.contracts.get(contract.id) == contract


def test_versions_signatures_and_history_are_added_to_and_never_updated(world: World) -> None:
    contract = world.proposed()
    kept: dict[type[Any], list[dict[str, Any]]] = {row: [] for row in (VersionRow, SignatureRow, HistoryRow)}
    steps: tuple[Callable[[Contract], Contract], ...] = (
        lambda c: life.ask(c, 1, "Which?", world.teacher.user, world.now),
        lambda c: life.answer(c, "These", world.student.user, world.now),
        lambda c: life.amend(c, 1, terms(commitments="I read"), world.teacher.user, world.now),
        lambda c: life.counter(c, 2, terms(commitments="I read on"), world.student.user, world.now),
        lambda c: life.approve(c, 3, world.teacher2.user, world.now),
        lambda c: life.propose_change(c, terms(supports="x"), Side.STUDENT, world.student.user, world.now),
        lambda c: life.decline_change(c, 4, "No", Side.TEACHER, world.teacher.user, world.now),
        lambda c: life.propose_change(c, terms(supports="y"), Side.TEACHER, world.teacher.user, world.now),
        lambda c: life.agree_to_change(c, 5, Side.STUDENT, world.student.user, world.now),
        lambda c: life.come_to_an_end(c, world.now),
    )
    for step in steps:
        world.now += timedelta(hours=1)
        contract = saved(world, step(contract))
        for row, before in kept.items():
            now = rows(world, row)
            assert now[: len(before)] == before
            kept[row] = now
    assert [r["number"] for r in kept[VersionRow]] == [1, 2, 3, 4, 5]
    with world.uow() as uow:
        history = uow.contracts.history(contract.id)
        third = uow.contracts.version(contract.id, 3)
    assert [h.action for h in history] == [
        "submitted",
        "asked",
        "answered",
        "amended",
        "countered",
        "approved",
        "proposed-change",
        "declined-change",
        "proposed-change",
        "agreed-to-change",
        "ended",
    ]
    assert all(later.before is earlier.after for earlier, later in pairwise(history))
    assert third is not None
    assert third.agreed


def test_a_declined_change_keeps_its_version_on_record(world: World) -> None:
    active = world.agree()
    changed = life.propose_change(active, terms(supports="x"), Side.STUDENT, world.student.user, world.now)
    waiting = saved(world, changed)
    declined = saved(world, life.decline_change(waiting, 2, "No", Side.TEACHER, world.teacher.user, world.now))
    with world.uow() as uow:
        found, record = uow.contracts.get(active.id), uow.contracts.version(active.id, 2)
    assert found == declined
    assert declined.on_the_table.number == 1
    assert declined.versions == 2
    assert record == waiting.on_the_table


def test_a_student_has_one_open_contract_in_a_class(world: World) -> None:
    contract = world.proposed()
    with world.uow() as uow:
        assert uow.contracts.open_of(world.student.user, world.classroom.id) == contract
        assert uow.contracts.open_of(world.classmate.user, world.classroom.id) is None
        assert uow.contracts.open_for(world.student.user) == [contract]
    closed = saved(world, life.close(contract, "No time", world.student.user, world.now))
    with world.uow() as uow:
        assert uow.contracts.open_of(world.student.user, world.classroom.id) is None
        assert uow.contracts.of_student(world.student.user) == [closed]
        assert uow.contracts.of_classroom(world.classroom.id, *OPEN) == []
        assert uow.contracts.of_classroom(world.classroom.id, Status.CLOSED) == [closed]


def test_history_reads_back_in_order_with_its_details(world: World) -> None:
    contract = world.proposed()
    asked = saved(world, life.ask(contract, 1, "Which? <@U1>", world.teacher.user, world.now))
    with world.uow() as uow:
        history = uow.contracts.history(contract.id)
    assert [(h.action, h.user, h.before, h.after, h.version, dict(h.detail)) for h in history] == [
        ("submitted", world.student.user, Status.DRAFTING, Status.PROPOSED, 1, {}),
        ("asked", world.teacher.user, Status.PROPOSED, Status.QUESTIONED, 1, {"text": "Which? <@U1>"}),
    ]
    assert asked.happened == ()


def test_saving_twice_what_was_read_once_is_a_conflict(world: World) -> None:
    contract = world.proposed()
    asked = life.ask(contract, 1, "Which?", world.teacher.user, world.now)
    saved(world, asked)
    with pytest.raises(Conflict):
        saved(world, replace(asked, decided_by=None))
    with world.uow() as uow:
        assert len(uow.contracts.history(contract.id)) == 2
