"""What is shown of a log, and to whom."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain import recurrence
from bot.domain.logbook import Log


@dataclass(frozen=True, slots=True)
class LogBrief:
    """`student` is their name, "" where they read it themselves; `timezone` is theirs. `asked`: a check-in waits for
    them; else the next one comes at `next_due`, None where none does. `charts`: whether Slack takes them here, as far
    as is known."""

    log: Log
    student: str
    timezone: str
    asked: bool = False
    next_due: datetime | None = None
    charts: bool = True

    def day(self, moment: datetime) -> date:
        return recurrence.local_day(moment, self.timezone)
