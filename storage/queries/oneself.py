"""Contracts with oneself. Nothing here finds them by a class: whoever reads them is their student, or has one's id."""

from bot.domain.oneself import SelfContract
from storage.repository import Repository
from storage.tables.oneself import SelfContractRow


class SelfContractRows(Repository[SelfContract]):
    row = SelfContractRow
    kind = SelfContract

    def of(self, student: str) -> list[SelfContract]:
        """Oldest first."""
        return self._all(student=student)
