"""A small class on a real database, for testing use cases without Slack."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, TypeVar

from sqlalchemy import Engine, select

from bot.activities.registering import register_all
from bot.domain import contract as life
from bot.domain.actor import Actor, Side
from bot.domain.classroom import Autonomy, Classroom, Membership, Person
from bot.domain.contract import Contract
from bot.domain.outbox import Delivery, Verb
from bot.domain.terms import Criterion, EvidenceForm, Target, Terms
from bot.messages.presenting import present
from sandbox.blocks.check import check_message_blocks, check_view
from storage.queries.outbox import Deliveries
from storage.tables.classes import table
from storage.unit_of_work import Transactions, UnitOfWork

R = TypeVar("R")
WORKSPACE = "T1"
START = datetime(2027, 1, 11, 8, 0, tzinfo=UTC)
"""A Monday."""


def terms(**changed: Any) -> Terms:
    """Sample terms that fit the sample class; `changed` replaces fields."""
    sample = Terms(
        targets=(
            Target(
                statement="Vary sentence openings in my next three essays",
                baseline=Decimal(2),
                goal=Decimal(8),
                unit="varied openings of 10",
                due_on=date(2027, 3, 1),
                evidence=EvidenceForm.WRITTEN,
                strategies="Read each paragraph aloud and mark the openings",
                criteria=(Criterion("At most two openings are alike", Side.STUDENT),),
            ),
        ),
        hardest="Starting sentences",
        strengths="My ideas",
        supports="More time in class",
        commitments="",
        ends_on=date(2027, 3, 12),
        check_in_days=("MO",),
        check_in_time=time(8, 45),
    )
    return replace(sample, **changed)


class World:
    """One workspace with one class: `do` runs a use case at `now`, `said` tells what was queued."""

    terms = staticmethod(terms)

    def __init__(self, engine: Engine, *, autonomy: Autonomy = Autonomy.SHARED, timezone: str = "UTC") -> None:
        register_all()
        self.engine = engine
        self.now = START
        self.transactions = Transactions(engine)
        self.teacher = Actor(WORKSPACE, "UTEACHER")
        self.teacher2 = Actor(WORKSPACE, "UTEACHER2")
        self.student = Actor(WORKSPACE, "USTUDENT")
        self.classmate = Actor(WORKSPACE, "UCLASSMATE")
        self.stranger = Actor(WORKSPACE, "USTRANGER")
        self.admin = Actor(WORKSPACE, "UADMIN")
        self.accord = Actor(WORKSPACE, "")
        self.classroom = self._classroom(autonomy, timezone)

    def _classroom(self, autonomy: Autonomy, timezone: str) -> Classroom:
        with self.uow() as uow:
            made = uow.classrooms.add(
                Classroom(
                    workspace=WORKSPACE,
                    channel="C1",
                    name="English 11",
                    timezone=timezone,
                    term_ends_on=date(2027, 6, 25),
                    check_in_days=("MO", "TH"),
                    check_in_time=time(8, 45),
                    autonomy=autonomy,
                )
            )
            for actor, name in (
                (self.teacher, "Ms Lee"),
                (self.teacher2, "Mr Bell"),
                (self.student, "Ana"),
                (self.classmate, "Ben"),
                (self.stranger, "Sam"),
                (self.admin, "Ada"),
            ):
                admin = actor is self.admin
                uow.people.add(Person(WORKSPACE, actor.user, name, timezone=timezone, is_admin=admin))
            for actor, side in (
                (self.teacher, Side.TEACHER),
                (self.teacher2, Side.TEACHER),
                (self.student, Side.STUDENT),
                (self.classmate, Side.STUDENT),
            ):
                uow.memberships.add(Membership(WORKSPACE, made.id, actor.user, side, self.now))
        return made

    @contextmanager
    def uow(self, workspace: str = WORKSPACE, now: datetime | None = None) -> Iterator[UnitOfWork]:
        with self.transactions.begin(workspace, now or self.now) as uow:
            yield uow

    def do(self, use_case: Callable[..., R], actor: Actor, *args: Any, **kwargs: Any) -> R:
        """Run a use case in a transaction of its own, now."""
        with self.uow(actor.workspace) as uow:
            return use_case(uow, actor, *args, **kwargs)

    def later(self, **delta: float) -> None:
        self.now += timedelta(**delta)

    def deliveries(self) -> list[Delivery]:
        """Everything ever queued in the workspace, oldest first."""
        with self.transactions.connection() as connection:
            return Deliveries(connection, WORKSPACE).all()

    def said(self, to: str) -> list[tuple[str, dict[str, Any]]]:
        """(kind, args) of what was queued for a user or a channel; without what only shows anew what stands there."""
        return [(d.notice, dict(d.args)) for d in self.deliveries() if d.lane == to and d.verb is not Verb.REFRESH]

    def kinds(self, to: str) -> list[str]:
        return [kind for kind, _ in self.said(to)]

    def render_all(self) -> list[tuple[Delivery, Any]]:
        """Every queued delivery as the message it would be now; AssertionError for what Slack would refuse."""
        queued = self.deliveries()
        with self.uow() as uow:
            rendered = [(d, present(uow, d)) for d in queued if d.verb is not Verb.REFRESH]
        for delivery, message in rendered:
            if message is not None:
                blocks = list(message.blocks)
                home = {"type": "home", "blocks": blocks}
                refused = check_view(home) if delivery.verb is Verb.HOME else check_message_blocks(blocks)
                assert refused == [], f"{delivery.notice}: {refused}"
        return rendered

    def count(self, row: type[Any]) -> int:
        with self.transactions.connection() as connection:
            return len(connection.execute(select(table(row).c.id)).all())

    def proposed(self, student: Actor | None = None, **changed: Any) -> Contract:
        """A contract that the student has just submitted (without the notices of the real thing)."""
        actor = student or self.student
        with self.uow() as uow:
            begun = uow.contracts.add(life.begin(WORKSPACE, self.classroom.id, actor.user, self.now))
            return uow.contracts.save(life.submit(begun, terms(**changed), actor.user, self.now))

    def agree(self, student: Actor | None = None, **changed: Any) -> Contract:
        """An active contract, with its first check-in planned."""
        from bot.activities.checking_in import planning

        proposed = self.proposed(student, **changed)
        with self.uow() as uow:
            active = life.approve(proposed, proposed.on_the_table.number, self.teacher.user, self.now)
            return uow.contracts.save(planning.follow(uow, active, self.classroom))
