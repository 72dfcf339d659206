"""What students showed, and who looked at it."""

from bot.domain.evidence import Look, Piece, PieceState
from storage.repository import Repository
from storage.tables.evidence import EvidenceRow, LookRow


class Pieces(Repository[Piece]):
    row = EvidenceRow
    kind = Piece

    def with_message(self, student: str, source: str) -> list[Piece]:
        """Those that came with one message of a student's."""
        return self._all(student=student, source=source)

    def of_contract(self, contract: int) -> list[Piece]:
        return self._all(contract=contract)

    def kept(self) -> list[Piece]:
        """Those of the workspace whose file is in the store."""
        return self._all(state=PieceState.KEPT.value)


class Looks(Repository[Look]):
    row = LookRow
    kind = Look

    def of(self, piece: int) -> list[Look]:
        return self._all(evidence=piece)
