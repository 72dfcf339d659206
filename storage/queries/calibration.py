"""Teachers who rate the same work: rounds, the pieces in them, and the colleagues."""

from bot.domain.calibration import CalibrationRound, Rater, ShownPiece
from storage.repository import Repository
from storage.tables.calibration import CalibrationRow, RaterRow, ShownPieceRow


class Calibrations(Repository[CalibrationRound]):
    row = CalibrationRow
    kind = CalibrationRound


class ShownPieces(Repository[ShownPiece]):
    row = ShownPieceRow
    kind = ShownPiece

    def of(self, calibration: int) -> list[ShownPiece]:
        return self._all(calibration=calibration)

    def of_evidence(self, evidence: int) -> list[ShownPiece]:
        return self._all(evidence=evidence)

    def of_student(self, student: str) -> list[ShownPiece]:
        return self._all(student=student)


class Raters(Repository[Rater]):
    row = RaterRow
    kind = Rater

    def of(self, calibration: int) -> list[Rater]:
        return self._all(calibration=calibration)
