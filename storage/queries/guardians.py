"""Notes to families."""

from bot.domain.guardians import FamilyNote
from storage.repository import Repository
from storage.tables.guardians import FamilyNoteRow


class FamilyNotes(Repository[FamilyNote]):
    row = FamilyNoteRow
    kind = FamilyNote

    def newest_of(self, contract: int) -> FamilyNote | None:
        return self._newest(contract=contract)
