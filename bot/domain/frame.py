"""What surrounds an interview: the class's policy, and the day on which a question is asked or answered."""

from dataclasses import dataclass
from datetime import date, datetime, time

from bot.domain import recurrence
from bot.domain.classroom import WEEKDAYS, Autonomy
from bot.domain.errors import Refusal


@dataclass(frozen=True, slots=True)
class Frame:
    """`timezone` is the student's; `now` is an aware UTC instant; `day_first` says how "3/4" is read."""

    autonomy: Autonomy
    most_targets: int
    term_ends_on: date
    check_in_days: tuple[str, ...]
    check_in_time: time
    timezone: str
    now: datetime
    day_first: bool = True

    @property
    def today(self) -> date:
        return recurrence.local_day(self.now, self.timezone)

    def in_time(self, days: tuple[str, ...], ends_on: date) -> bool:
        """Whether these days bring a check-in no later than the midpoint."""
        return recurrence.has_one_by_midpoint(days, self.check_in_time, self.timezone, start=self.now, ends_on=ends_on)

    def days_to_choose(self, ends_on: date) -> tuple[str, ...]:
        """The weekdays the policy leaves. That a check-in comes by the midpoint goes before the class's rhythm."""
        if self.autonomy is Autonomy.OPEN or not self.in_time(self.check_in_days, ends_on):
            return WEEKDAYS
        return self.check_in_days

    def class_days(self, ends_on: date) -> tuple[str, ...]:
        """The class's days, with another one where they alone would come after the midpoint."""
        if self.in_time(self.check_in_days, ends_on):
            return self.check_in_days
        extra = next((d for d in WEEKDAYS if self.in_time((d,), ends_on)), None)
        wanted = {*self.check_in_days, *([extra] if extra else [])}
        return tuple(d for d in WEEKDAYS if d in wanted)

    def check_end(self, day: date) -> None:
        """Raise Refusal for a day on which no contract can end."""
        if day <= self.today:
            raise Refusal("date-in-the-past")
        if day > self.term_ends_on:
            raise Refusal("after-the-term")
        if not self.in_time(WEEKDAYS, day):
            raise Refusal("end-too-soon")

    def check_startable(self) -> None:
        """Raise Refusal when the term leaves no time for a contract."""
        if self.term_ends_on <= self.today or not self.in_time(WEEKDAYS, self.term_ends_on):
            raise Refusal("term-too-close")
