"""The errand of somebody who wants the numbers of the school: they are worked out, and said."""

from collections.abc import Mapping

from bot.activities.report import readers
from bot.domain.actor import Actor
from bot.domain.outbox import Errand, ErrandKind
from bot.jobs.errands import Doer
from bot.runner import Runner


class ReportErrands:
    """How GIVE_REPORT is done."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner

    def doers(self) -> Mapping[ErrandKind, Doer]:
        return {ErrandKind.GIVE_REPORT: self.give}

    async def give(self, errand: Errand) -> None:
        await self._runner.run(Actor(errand.workspace, ""), readers.give, str(errand.args["user"]))
