"""Errands in an office, and those that a database holds."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, time
from typing import Any

from sqlalchemy import Engine, select

from bot.activities.admitting import use_cases as admitting
from bot.activities.set_up import use_cases as set_up
from bot.activities.teaching import untaught
from bot.domain.actor import Side
from bot.domain.classroom import Classroom, Membership
from bot.domain.outbox import Errand, ErrandKind
from bot.jobs.errands import Doer, Errands
from bot.jobs.roster import RosterErrands
from bot.runner import Inline, Runner
from storage.queries.errands import errand_table
from storage.tables.classes import ErrandRow, OutboxRow, table
from storage.unit_of_work import Transactions
from tests.integration.delivery.office import Office


class Bureau:
    """Errands in an office."""

    def __init__(self, office: Office) -> None:
        self.office = office
        runner = Runner(Transactions(office.engine).begin, Inline(), office.clock, lambda: None)
        self.roster = RosterErrands(
            runner, lambda _: office.client, set_up.enrol, admitting.learn, untaught.admins_found
        )

    def ask(self, kind: ErrandKind, **args: Any) -> Errand:
        errand = Errand(self.office.ws.team_id, kind, args, self.office.clock.now())
        added: Errand = self.office.in_workspace(lambda uow: uow.errands.add(errand))
        return added

    def ask_in_turn(self, user: str, text: str) -> Errand:
        args = {"user": user, "text": text}
        errand = Errand(self.office.ws.team_id, ErrandKind.HEAR, args, self.office.clock.now(), in_turn_of=user)
        added: Errand = self.office.in_workspace(lambda uow: uow.errands.add(errand))
        return added

    def row(self, errand: Errand) -> Any:
        rows = table(ErrandRow)
        with self.office.engine.begin() as connection:
            return connection.execute(select(rows).where(rows.c.id == errand.id)).one()

    @asynccontextmanager
    async def working(self, doer: Doer | None = None) -> AsyncIterator[Errands]:
        doers = dict.fromkeys(ErrandKind, doer) if doer else self.roster.doers()
        errands = Errands(errand_table(self.office.engine), Inline(), self.office.clock, doers)
        work = asyncio.create_task(errands.run())
        try:
            yield errands
        finally:
            await errands.stop()
            await work

    async def do_all(self, doer: Doer | None = None) -> None:
        async with self.working(doer) as errands:
            await errands.idle()

    def classroom(self, channel: str, teacher: str) -> Classroom:
        """A class with one teacher and no students yet."""
        now = self.office.clock.now()
        classroom = Classroom(
            self.office.ws.team_id, channel, "English 10B", "UTC", date(2027, 1, 29), ("MO",), time(8, 45)
        )
        made: Classroom = self.office.in_workspace(lambda uow: uow.classrooms.add(classroom))
        place = Membership(self.office.ws.team_id, made.id, teacher, Side.TEACHER, now)
        self.office.in_workspace(lambda uow: uow.memberships.add(place))
        return made

    def students(self, classroom: Classroom) -> set[str]:
        found = self.office.in_workspace(lambda uow: uow.memberships.ever_on_side(classroom.id, Side.STUDENT))
        return {place.user for place in found}

    def told(self, user: str) -> list[str]:
        """The kinds of notices queued for somebody's DM."""
        rows = table(OutboxRow)
        mine = select(rows.c.notice).where(rows.c.lane == user).order_by(rows.c.id)
        with self.office.engine.begin() as connection:
            return list(connection.execute(mine).scalars())


def errands(engine: Engine) -> list[Errand]:
    rows = table(ErrandRow)
    with engine.begin() as connection:
        found = connection.execute(select(rows).order_by(rows.c.id)).mappings()
        return [Errand(**{**row, "kind": ErrandKind(row["kind"])}) for row in found]
