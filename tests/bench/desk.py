"""A teacher's Home: how many statements and blocks it takes, and how much of the processor, for a class of 35 with a
hundred check-ins each, for 500 students in twelve classes, and for three.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from sqlalchemy import Engine

from bot.activities.home.messages import BLOCKS_MOST
from bot.domain import contract as life
from bot.domain.actor import Side
from bot.domain.check_ins import CheckInState, planned
from bot.domain.classroom import Membership, Person
from bot.domain.digest import Digest
from bot.domain.outbox import Delivery, Message, Verb
from bot.messages.presenting import present
from sandbox.blocks.check import check_view
from storage import statements
from storage.engine import open_engine
from storage.migrate import migrate
from storage.statements import run
from storage.tables.classes import ReplyRow, table
from storage.unit_of_work import UnitOfWork
from tests.bench.report import Measurement, line
from tests.world import WORKSPACE, World, terms

SIZES = ((3, 1, 20), (35, 1, 100), (500, 12, 100))
"""Students, classes, check-ins of each student."""
STATEMENTS_MOST = 8.0
MILLISECONDS_MOST = {3: 15.0, 35: 15.0, 500: 40.0}
DIGEST_MOST = 15.0
"""Milliseconds for each student."""
ROUNDS = 7
"""The least of them counts: time of the processor still grows by half where others of the machine use its caches and
its other half, and never shrinks by them."""


def measure() -> Iterator[Measurement]:
    for students, classes, check_ins in SIZES:
        with TemporaryDirectory() as folder:
            engine = open_engine(f"sqlite:///{Path(folder) / 'accord.db'}")
            migrate(engine)
            world = school(World(engine), students, classes, check_ins)
            home = shown(world)
            assert check_view({"type": "home", "blocks": list(home.blocks)}) == []
            asked = _statements(engine, world)
            milliseconds = min(_milliseconds(world) for _ in range(ROUNDS))
            of = f"Home of {students} students in {classes} classes"
            yield line(f"statements for the {of}, against the most", asked, "", STATEMENTS_MOST)
            yield line(f"{of}, of the processor, against the most", milliseconds, "ms", MILLISECONDS_MOST[students])
            yield line(f"blocks of the {of}, against the most", len(home.blocks), "blocks", float(BLOCKS_MOST))
            digest = min(_digest_milliseconds(world) for _ in range(ROUNDS)) / students
            yield line(f"digest instead of the {of}, for each student, against the most", digest, "ms", DIGEST_MOST)
            engine.dispose()


def shown(world: World) -> Message:
    with world.uow() as uow:
        return _home(uow)


def _home(uow: UnitOfWork) -> Message:
    made = present(uow, Delivery(WORKSPACE, "home", Verb.HOME, "home", {}, "UTEACHER", uow.now, uow.now))
    assert made is not None
    return made


def _statements(engine: Engine, world: World) -> float:
    found: list[str] = []
    with world.uow() as uow:
        driver = uow._connection.connection.driver_connection
        assert driver is not None
        driver.set_trace_callback(found.append)
        _home(uow)
        driver.set_trace_callback(None)
    return float(sum(one.lstrip().upper().startswith(("SELECT", "WITH")) for one in found))


def _milliseconds(world: World) -> float:
    with world.uow() as uow:
        began = process_time()
        _home(uow)
        return (process_time() - began) * 1000


def _digest_milliseconds(world: World) -> float:
    with world.uow() as uow:
        uow.digests.put(Digest(WORKSPACE, "UTEACHER", None))
        args = {"day": f"{world.now.date()}", "days": 7}
        due = Delivery(WORKSPACE, "UTEACHER", Verb.POST, "teacher-digest", args, "UTEACHER", uow.now, uow.now)
    with world.uow() as uow:
        began = process_time()
        assert present(uow, due) is not None
        return (process_time() - began) * 1000


# The school: of ten students one has no contract, one a draft, one waits for a decision, one has been silent.


def school(world: World, students: int, classes: int, check_ins: int) -> World:
    rooms = [world.classroom]
    with world.uow() as uow:
        for place in (uow.memberships.here(world.classroom.id, user) for user in ("USTUDENT", "UCLASSMATE")):
            assert place is not None
            uow.memberships.save(replace(place, left_at=world.now))
        for number in range(1, classes):
            room = uow.classrooms.add(replace(world.classroom, id=0, channel=f"C9{number}", name=f"Class {number:02}"))
            uow.memberships.add(Membership(WORKSPACE, room.id, "UTEACHER", Side.TEACHER, world.now))
            rooms.append(room)
    for number in range(students):
        _student(world, number, rooms[number % classes].id, check_ins)
    world.now += timedelta(days=check_ins)
    return world


def _student(world: World, number: int, classroom: int, check_ins: int) -> None:
    user, kind = f"US{number:03}", number % 10
    with world.uow() as uow:
        uow.people.add(Person(WORKSPACE, user, f"Kim No{number:03}"))
        uow.memberships.add(Membership(WORKSPACE, classroom, user, Side.STUDENT, world.now))
        if kind == 9:
            return
        begun = uow.contracts.add(life.begin(WORKSPACE, classroom, user, world.now))
        if kind == 8:
            return
        sent = uow.contracts.save(life.submit(begun, terms(), user, world.now))
        if kind == 7:
            return
        active = uow.contracts.save(life.approve(sent, 1, "UTEACHER", world.now))
        _log(uow, world, active, check_ins, missed=2 if kind == 6 else 0)


def _log(uow: UnitOfWork, world: World, contract: life.Contract, count: int, *, missed: int) -> None:
    reply = statements.adding(table(ReplyRow))
    for number in range(1, count + 1):
        due = world.now + timedelta(days=number - 1)
        room, silent = contract.classroom, number > count - missed
        base = planned(WORKSPACE, contract.id, contract.student, number, due, due, f"{room}:{due:%Y-%m-%d}")
        state = CheckInState.MISSED if silent else CheckInState.ANSWERED
        at = None if silent else due
        made = uow.check_ins.add(replace(base, wake_at=None, state=state, answered_at=at))
        if not silent:
            row = {"workspace": WORKSPACE, "check_in": made.id, "contract": contract.id, "target": 0}
            row |= {"value": Decimal(2 + number % 6), "said_at": due, "worked": "", "did_not_work": ""}
            row |= {"next_step": "", "evidence": "", "source": "", "typed": {}, "confirmed": True}
            row |= {"waiting_source": "", "talk": "", "answers": []}
            run(uow._connection, reply, row)
