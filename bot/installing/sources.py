"""Where installations are kept: one, from the settings; or many, in the database."""

from typing import Protocol

import structlog

from bot.domain.installation import Installation, Unsealable
from bot.services.desk import Executor

log = structlog.get_logger(__name__)


class Installations(Protocol):
    """The database's; storage/installations.py says what each method promises."""

    def find(self, workspace: str) -> Installation | None: ...
    def remove(self, workspace: str) -> None: ...


class OneSchool:
    """The workspace whose token the settings name. Whatever arrives is for it."""

    def __init__(self, installation: Installation) -> None:
        self._installation: Installation | None = installation

    async def find(self, workspace: str) -> Installation | None:
        return self._installation

    async def remove(self, workspace: str) -> None:
        """It is used no more. The settings keep it: only whoever runs Accord can take it out of there."""
        self._installation = None


class ManySchools:
    """The workspaces in the database."""

    def __init__(self, installations: Installations, executor: Executor) -> None:
        self._installations = installations
        self._executor = executor

    async def find(self, workspace: str) -> Installation | None:
        try:
            return await self._executor(lambda: self._installations.find(workspace))
        except Unsealable:
            log.error("token unreadable", action="token-unreadable", workspace=workspace)  # noqa: TRY400
            return None

    async def remove(self, workspace: str) -> None:
        await self._executor(lambda: self._installations.remove(workspace))
