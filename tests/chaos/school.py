"""A class in a local workspace whose contracts run already."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from random import Random

from bot.activities.checking_in import planning
from bot.activities.registering import register_all
from bot.domain import contract as life
from bot.domain.actor import Side
from bot.domain.classroom import Classroom, Membership, Person
from sandbox.channels import Channel
from sandbox.people import Person as Someone
from sandbox.workspace import LocalWorkspace
from storage.unit_of_work import Transactions, UnitOfWork
from tests.chaos.book import Book
from tests.chaos.people import Student, Teacher
from tests.chaos.stores import Store
from tests.world import terms

ZONE = "Europe/London"


@dataclass(frozen=True, slots=True)
class School:
    students: list[Student]
    teachers: list[Teacher]

    @property
    def everybody(self) -> list[Student | Teacher]:
        return [*self.students, *self.teachers]


def found(ws: LocalWorkspace, store: Store, book: Book, chance: Random, size: int, now: datetime) -> School:
    """A class with `size` students and two teachers; every student has a contract with a check-in ahead."""
    teachers = [ws.add_person(f"teacher{n}", f"Teacher {n}") for n in range(2)]
    students = [ws.add_person(f"student{n}", f"Student {n}") for n in range(size)]
    channel = ws.add_channel("english-11", members=[*teachers, *students])
    register_all()
    with Transactions(store.writing).begin(ws.team_id, now) as uow:
        classroom = _classroom(uow, channel, teachers, students)
        for student in students:
            _contract(uow, classroom, student.id, teachers[0].id)
    return School(
        [Student(ws, person, book, Random(chance.random())) for person in students],
        [Teacher(ws, person, book, Random(chance.random())) for person in teachers],
    )


def _classroom(uow: UnitOfWork, channel: Channel, teachers: list[Someone], students: list[Someone]) -> Classroom:
    made = uow.classrooms.add(
        Classroom(
            workspace=uow.workspace,
            channel=channel.id,
            name="English 11",
            timezone=ZONE,
            term_ends_on=(uow.now + timedelta(days=120)).date(),
            check_in_days=("MO", "TH"),
            check_in_time=time(8, 45),
            shoutouts=False,
            quiet_from=time(0),
            quiet_until=time(0),  # hours that begin when they end are none: it may run at night
        )
    )
    for someone in (*teachers, *students):
        side = Side.TEACHER if someone in teachers else Side.STUDENT
        uow.people.add(Person(uow.workspace, someone.id, someone.user.real_name, timezone=ZONE, locale="en-GB"))
        uow.memberships.add(Membership(uow.workspace, made.id, someone.id, side, uow.now))
    return made


def _contract(uow: UnitOfWork, classroom: Classroom, student: str, teacher: str) -> None:
    begun = uow.contracts.add(life.begin(uow.workspace, classroom.id, student, uow.now))
    end = (uow.now + timedelta(days=60)).date()
    target = replace(terms().targets[0], due_on=end)
    agreed = terms(targets=(target,), ends_on=end, check_in_days=("MO", "TH"))
    proposed = uow.contracts.save(life.submit(begun, agreed, student, uow.now))
    active = life.approve(proposed, proposed.on_the_table.number, teacher, uow.now)
    uow.contracts.save(planning.follow(uow, active, classroom))
