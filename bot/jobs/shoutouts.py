"""The errand for a shoutout at which no teacher had time to look: it stays between its student and the teachers."""

from collections.abc import Mapping

from bot.activities.celebrating import looking
from bot.domain.actor import Actor
from bot.domain.outbox import Errand, ErrandKind
from bot.jobs.errands import Doer
from bot.runner import Runner


class ShoutoutErrands:
    """How END_WAIT is done."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner

    def doers(self) -> Mapping[ErrandKind, Doer]:
        return {ErrandKind.END_WAIT: self.end}

    async def end(self, errand: Errand) -> None:
        await self._runner.run(Actor(errand.workspace, ""), looking.end_wait, int(errand.args["milestone"]))
