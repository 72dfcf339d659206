"""Lessons about contracts, and what students wrote at the end of them."""

from bot.domain.lessons import Lesson, LessonAnswer
from storage.repository import Repository
from storage.tables.lessons import LessonAnswerRow, LessonRow


class Lessons(Repository[Lesson]):
    row = LessonRow
    kind = Lesson


class LessonAnswers(Repository[LessonAnswer]):
    row = LessonAnswerRow
    kind = LessonAnswer
    unique = ("lesson", "student")
    whole_by = ("lesson",)

    def of_student(self, student: str) -> list[LessonAnswer]:
        return self._all(student=student)

    def of_lesson(self, lesson: int) -> list[LessonAnswer]:
        return self._all(lesson=lesson)
