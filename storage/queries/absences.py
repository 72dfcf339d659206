"""Who is away, and which contracts pause."""

from collections.abc import Collection

from bot.domain.absence import Absence
from storage.repository import Repository
from storage.tables.absences import AbsenceRow


class Absences(Repository[Absence]):
    row = AbsenceRow
    kind = Absence
    whole_by = ("student",)

    def of(self, student: str, classroom: int) -> list[Absence]:
        """In this class, those that are over among them; with the pauses of contracts there."""
        return self._all(student=student, classroom=classroom)

    def of_student(self, student: str) -> list[Absence]:
        return self._all(student=student)

    def of_contract(self, student: str, contract: int) -> list[Absence]:
        """Its pauses."""
        return self._all(student=student, contract=contract)

    def of_students(self, students: Collection[str], classroom: int) -> list[Absence]:
        """The same of several."""
        return self._all(student=students, classroom=classroom)

    def of_several(self, students: Collection[str]) -> list[Absence]:
        """In every class."""
        return self._all(student=students)
