"""What students say at the beginning and at the end of a unit."""

from bot.domain.surveys import Survey, SurveyAnswer
from storage.repository import Repository
from storage.tables.surveys import SurveyAnswerRow, SurveyRow


class Surveys(Repository[Survey]):
    row = SurveyRow
    kind = Survey


class SurveyAnswers(Repository[SurveyAnswer]):
    row = SurveyAnswerRow
    kind = SurveyAnswer
    unique = ("survey", "student")

    def of_student(self, student: str) -> list[SurveyAnswer]:
        return self._all(student=student)

    def of_survey(self, survey: int) -> list[SurveyAnswer]:
        return self._all(survey=survey)
