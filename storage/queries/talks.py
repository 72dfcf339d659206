"""Talks between a student and a teacher."""

from collections.abc import Collection

from bot.domain.talk import OPEN, Talk
from storage.repository import Repository
from storage.tables.talks import TalkRow


class Talks(Repository[Talk]):
    row = TalkRow
    kind = Talk
    whole_by = ("student",)

    def of_student(self, student: str) -> list[Talk]:
        return self._all(student=student)

    def of_class(self, classroom: int) -> list[Talk]:
        return self._all(classroom=classroom)

    def open_in(self, classroom: int | Collection[int]) -> list[Talk]:
        return self._all(classroom=classroom, state=sorted(OPEN))
