"""What students showed, and who looked at it."""

from bot.domain.evidence import Piece, PieceLook, PieceState, Why
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

    def of_student(self, student: str) -> list[Piece]:
        """All that a student sent, whatever became of it."""
        return self._all(student=student)

    def kept(self) -> list[Piece]:
        """Those of the workspace whose file is in the store."""
        return self._all(state=PieceState.KEPT.value)

    def newest_not_let_through(self) -> Piece | None:
        """The newest file that the workspace did not let be read."""
        return self._newest(state=PieceState.REFUSED.value, why=Why.NOT_ALLOWED.value)

    def newest_file(self) -> Piece | None:
        """The newest file that was kept."""
        return self._newest(state=PieceState.KEPT.value, words="")


class Looks(Repository[PieceLook]):
    row = LookRow
    kind = PieceLook

    def of(self, piece: int) -> list[PieceLook]:
        return self._all(evidence=piece)

    def of_all(self, pieces: list[int]) -> list[PieceLook]:
        return self._all(evidence=pieces)
