"""Those whom students name beside a target."""

from bot.domain.mentoring import Mentoring
from storage.repository import Repository
from storage.tables.mentoring import MentoringRow


class Mentorings(Repository[Mentoring]):
    row = MentoringRow
    kind = Mentoring

    def of_contract(self, contract: int) -> list[Mentoring]:
        return self._all(contract=contract)

    def with_student(self, student: str) -> list[Mentoring]:
        """What a student asked for."""
        return self._all(student=student)

    def with_mentor(self, mentor: str) -> list[Mentoring]:
        """What somebody was asked for."""
        return self._all(mentor=mentor)
