"""Where installations are kept: one, from the settings; or many, in the database."""

from typing import Protocol

from bot.domain.installation import Installation
from bot.runner import Executor
from bot.slack.installing.locked import Locked


class OneSchool:
    """The workspace whose token the settings name. Whatever arrives is for it."""

    def __init__(self, installation: Installation) -> None:
        self._installation: Installation | None = installation

    async def find(self, workspace: str) -> Installation | None:
        return self._installation

    async def remove(self, workspace: str) -> None:
        """It is used no more. The settings keep it: only whoever runs Accord can take it out of there."""
        self._installation = None


class Removes(Protocol):
    """The database's; storage/queries/installations.py says what it promises."""

    def remove(self, workspace: str) -> None: ...


class ManySchools:
    """The workspaces in the database."""

    def __init__(self, installations: Removes, locked: Locked, executor: Executor) -> None:
        self._installations = installations
        self._locked = locked
        self._executor = executor

    async def find(self, workspace: str) -> Installation | None:
        return await self._locked.find(workspace)

    async def remove(self, workspace: str) -> None:
        await self._executor(lambda: self._installations.remove(workspace))
