"""What is to be done about a check-in whose time has come. One look at the clock decides for a whole batch."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from typing import NamedTuple

from bot.domain import recurrence
from bot.domain.check_ins import CheckInState
from bot.domain.classroom import Classroom

REMIND_AFTER = timedelta(hours=24)
"""After the prompt. A prompt that is this late itself is not sent: the reminder asks instead."""

TELL_TEACHER_AFTER = timedelta(hours=24)
"""After the reminder."""

STALE_AFTER = REMIND_AFTER + TELL_TEACHER_AFTER
"""A check-in that could not be asked for in all this time is put off: nobody missed what was never asked."""


ENDS_WITHIN = timedelta(minutes=5)
"""After its last day a contract is ended about so soon, or when the quiet hours are over."""


class Lateness(IntEnum):
    """How long ago a check-in's time came."""

    FRESH = 0
    LATE = 1
    """Past REMIND_AFTER."""
    STALE = 2
    """Past STALE_AFTER."""


class Situation(NamedTuple):
    """All that decides what a due check-in needs: the same for many of a batch, so that each is looked at once.

    `timezone` is the student's as Slack says, "" where it does not. `away`: there is nobody to ask (the student
    left, the class is archived, the contract no longer runs). `over`: the last day of the contract is over, and nobody
    has ended it yet.
    """

    state: CheckInState
    classroom: int
    timezone: str
    away: bool
    late: Lateness
    over: bool = False


class DueCheckIn(NamedTuple):
    """A check-in whose `wake_at` has come."""

    id: int
    workspace: str
    situation: Situation


@dataclass(frozen=True, slots=True)
class EndingContract:
    """A running contract whose end has come, with what tells whether now is a quiet hour for its student."""

    workspace: str
    contract: int
    classroom: int
    timezone: str


@dataclass(frozen=True, slots=True)
class Asking:
    """One way to ask: the state it leads to, the notice, and the word in its `once` ("check-in:7:prompt")."""

    state: CheckInState
    notice: str
    word: str


class Act(StrEnum):
    PROMPT = "prompt"
    REMIND = "remind"
    WAIT = "wait"
    """It is a quiet hour, or the contract is ended in a moment."""
    GIVE_UP = "give-up"
    """Nobody answered: the teachers are told."""
    PUT_OFF = "put-off"
    """Nobody is there, or it was never asked in time: on to the next date."""


@dataclass(frozen=True, slots=True)
class Step:
    """What to do now; `wake_at` is when to look again (for GIVE_UP and PUT_OFF a use case says that). What is asked
    has to arrive by `until`, before the student's quiet hours: later, it is not said any more."""

    act: Act
    wake_at: datetime | None = None
    until: datetime | None = None


def zone_for(timezone: str, classroom: Classroom) -> str:
    """The student's zone; the class's where Slack does not say (it says UTC then) or names none we know."""
    if timezone in ("", "UTC") or not recurrence.is_zone(timezone):
        return classroom.timezone
    return timezone


def out_of_quiet(moment: datetime, classroom: Classroom, timezone: str) -> datetime:
    """`moment`, or when the class's quiet hours, counted in `timezone`, are over."""
    return recurrence.after_quiet(moment, classroom.quiet_from, classroom.quiet_until, timezone)


def is_quiet(now: datetime, classroom: Classroom, timezone: str) -> bool:
    """Whether a student with this zone (as Slack says it) has quiet hours."""
    return out_of_quiet(now, classroom, zone_for(timezone, classroom)) > now


def next_step(situation: Situation, classroom: Classroom, now: datetime) -> Step:
    """What a check-in needs now that its time has come.

    Students have their quiet hours in their own zone. The last step speaks to the teachers: in the class's.
    Once the last day is over nobody is asked or reminded any more: whoever ends the contract lets it be.
    """
    state, late = situation.state, situation.late
    if situation.away or (state is CheckInState.PLANNED and (situation.over or late is Lateness.STALE)):
        return Step(Act.PUT_OFF)
    if situation.over:
        return Step(Act.WAIT, now + ENDS_WITHIN)
    timezone = classroom.timezone if state is CheckInState.REMINDED else zone_for(situation.timezone, classroom)
    quiet_until = out_of_quiet(now, classroom, timezone)
    if quiet_until > now:
        return Step(Act.WAIT, quiet_until)
    if state is CheckInState.PLANNED and late is Lateness.FRESH:
        return _asking(Act.PROMPT, out_of_quiet(now + REMIND_AFTER, classroom, timezone), classroom, timezone, now)
    if state is not CheckInState.REMINDED:
        wake_at = out_of_quiet(now + TELL_TEACHER_AFTER, classroom, classroom.timezone)
        return _asking(Act.REMIND, wake_at, classroom, timezone, now)
    return Step(Act.GIVE_UP)


def _asking(act: Act, wake_at: datetime, classroom: Classroom, timezone: str, now: datetime) -> Step:
    night = recurrence.next_quiet(now, classroom.quiet_from, classroom.quiet_until, timezone)
    return Step(act, wake_at, wake_at if night is None else min(wake_at, night))
