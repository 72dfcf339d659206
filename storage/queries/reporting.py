"""Who may have the numbers of the school."""

from bot.domain.school_report import ReportReader
from storage.repository import Repository
from storage.tables.reporting import ReportReaderRow


class ReportReaders(Repository[ReportReader]):
    row = ReportReaderRow
    kind = ReportReader
    unique = ("user",)

    def of(self, user: str) -> ReportReader | None:
        return self._first(user=user)
