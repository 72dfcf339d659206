"""Two workspaces in one database, and the nine kinds of people who may try something."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Engine, text

from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Admission, Membership, Person
from storage.tables.rows import Row
from storage.unit_of_work import UnitOfWork
from tests.world import World

ELSEWHERE = "T2"

KINDS = (
    "student",
    "classmate",
    "teacher",
    "co-teacher",
    "other teacher",
    "admin",
    "stranger",
    "deactivated",
    "elsewhere",
)
"""In the order of the columns of the matrix. "deactivated" is the student, or the teacher, whose account was closed;
"elsewhere" is somebody with the same user id in another workspace, who there is what the rightful one is here."""


class School(World):
    """The sample class, a teacher of another class, and a second workspace where ids are the same."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self.other_teacher = Actor(self.classroom.workspace, "UOTHER")
        with self.uow() as uow:
            other = uow.classrooms.add(replace(self.classroom, id=0, channel="C2", name="Maths 9"))
            uow.people.add(Person(self.classroom.workspace, self.other_teacher.user, "Mx Fox"))
            uow.memberships.add(Membership(other.workspace, other.id, self.other_teacher.user, Side.TEACHER, self.now))
        self._open_a_second_school()

    def _open_a_second_school(self) -> None:
        """In the second workspace the same people are in a class of their own."""
        with self.uow(ELSEWHERE) as uow:
            there = uow.classrooms.add(replace(self.classroom, id=0, workspace=ELSEWHERE))
            for actor, side in ((self.teacher, Side.TEACHER), (self.student, Side.STUDENT)):
                uow.people.add(Person(ELSEWHERE, actor.user, "Somebody else"))
                uow.memberships.add(Membership(ELSEWHERE, there.id, actor.user, side, self.now))

    def people(self, rightful: Actor) -> Mapping[str, Actor]:
        """Who tries, by kind."""
        return {
            "student": self.student,
            "classmate": self.classmate,
            "teacher": self.teacher,
            "co-teacher": self.teacher2,
            "other teacher": self.other_teacher,
            "admin": self.admin,
            "stranger": self.stranger,
            "deactivated": rightful,
            OUTSIDE: rightful,
            "elsewhere": Actor(ELSEWHERE, rightful.user),
            **{kind: Actor(self.classroom.workspace, f"U{kind.upper()}") for kind in HELPERS},
        }

    def attempt(self, case: "Attempt", kind: str, ids: tuple[Any, ...]) -> str:
        """What comes of it: "done", "nothing", or the key of the refusal. Everything is as before afterwards."""
        rightful = self.teacher if case.teachers else self.student
        actor = self.people(rightful)[kind]
        args = case.args(self, ids)
        outcome = ""
        with suppress(_Undo), self.uow(actor.workspace) as uow:
            if kind == "deactivated":
                self._changes(uow, actor, is_active=False)
            elif kind == OUTSIDE:
                self._changes(uow, actor, is_admin=False, is_guest=True, is_outside=True)
            elif kind in HELPERS:
                self._helps(uow, actor, kind)
            before, here = _writes(uow), self._ours(uow) if kind == "elsewhere" else []
            try:
                result = case.use_case(uow, actor, *args)
                uow.end()
            except Refusal as refusal:
                assert _writes(uow) == before, "a refusal leaves nothing behind"
                outcome = refusal.key
            else:
                outcome = "done" if result or _writes(uow) != before else "nothing"
            if kind == "elsewhere":
                assert self._ours(uow) == here, "a workspace reaches into another"
            raise _Undo
        return outcome

    def _ours(self, uow: UnitOfWork) -> list[Any]:
        """Every row of the first workspace."""
        tables = [t for t in Row.metadata.sorted_tables if "workspace" in t.c]
        here = self.classroom.workspace
        all_of = [f"SELECT * FROM {t.name} WHERE workspace = ? ORDER BY id" for t in tables]  # built thousands of times
        return [uow._connection.exec_driver_sql(one, (here,)).all() for one in all_of]

    def _helps(self, uow: UnitOfWork, actor: Actor, role: str) -> None:
        """They are in the class channel, and have this role there."""
        uow.people.add(Person(actor.workspace, actor.user, f"The {role}"))
        uow.admissions.add(Admission(actor.workspace, self.classroom.id, actor.user, self.now, False, helps_as=role))

    def _changes(self, uow: UnitOfWork, actor: Actor, **facts: Any) -> None:
        known = uow.people.of(actor.user)
        assert known is not None
        uow.people.save(replace(known, **facts))


HELPERS = ("aide", "observer")
"""To whom a teacher of the class gave a role: they may what stands in the table of rights, and else are as good as
strangers."""

OUTSIDE = "outside"
"""The student, the teacher or the admin, whose account turns out to be one of another organisation."""


@dataclass(frozen=True)
class Attempt:
    """A use case, what stands before it, its arguments, and whose it is."""

    use_case: Callable[..., Any]
    stage: Callable[[School], tuple[Any, ...]]
    args: Callable[[School, tuple[Any, ...]], tuple[Any, ...]]
    teachers: bool
    """Whether it is a teacher's to do: then "deactivated" and "elsewhere" are teachers."""


class _Undo(Exception):
    """Nothing of an attempt stays."""


def _writes(uow: UnitOfWork) -> int:
    """How many rows the transaction has written so far."""
    written: int = uow._connection.execute(text("SELECT total_changes()")).scalar_one()
    return written
