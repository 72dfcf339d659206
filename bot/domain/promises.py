"""What a teacher promised in a contract, and when it is due: on a weekday of every week, or once on a day."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum

from bot.domain.classroom import WEEKDAYS
from bot.domain.days_off import DAY, DaysOff

AT = time(8)
"""When a teacher is asked, on the clock of the class."""

AHEAD = 3 * DAY
"""What is due so soon after is asked along. So a week of promises is two messages, however many students there are."""

STALE = 3 * DAY
"""What was due so long ago is asked no more: the program was not there."""


class PromiseState(StrEnum):
    PLANNED = "planned"
    ASKED = "asked"
    KEPT = "kept"
    NOT_KEPT = "not-kept"
    """Its teacher said that they can not, this time."""
    UNSAID = "unsaid"
    """Nobody answered until the next one was due."""
    DROPPED = "dropped"
    """Nothing is promised any more, or the contract is over."""


@dataclass(frozen=True, slots=True)
class Promise:
    """One time that a promise is due. `promised` is the rhythm that it comes of, as in Terms, and `mark` says which of
    what else the teacher does, "" for what `commitments` say; `teacher` is who was
    asked, in the message of the day `asked_on` ("2027-01-18"); both are "" before. `said_by` answered, with a `word` to
    the student where they can not."""

    workspace: str
    contract: int
    student: str
    promised: str
    due_on: date
    wake_at: datetime | None
    state: PromiseState = PromiseState.PLANNED
    teacher: str = ""
    asked_on: str = ""
    put_off: bool = False
    said_at: datetime | None = None
    said_by: str = ""
    word: str = ""
    mark: str = ""
    revision: int = 0
    id: int = 0


def weekday_of(promised: str) -> str:
    """Its weekday, where it is for every week."""
    return promised if promised in WEEKDAYS else ""


def day_of(promised: str) -> date | None:
    """Its day, where it is for once."""
    try:
        return date.fromisoformat(promised)
    except ValueError:
        return None


def next_due(promised: str, after: date, until: date, off: DaysOff) -> date | None:
    """The first day after `after`, and not after `until`. Of a week whose day is off there is none; a single day that
    is off or has passed becomes the next one that is open."""
    weekday, once = weekday_of(promised), day_of(promised)
    if weekday:
        day = after + DAY * ((WEEKDAYS.index(weekday) - after.weekday() - 1) % 7 + 1)
        while day <= until and off.covers(day):
            day += 7 * DAY
    elif once is not None:
        day = off.first_open(max(once, after + DAY))
    else:
        return None
    return day if day <= until else None


def first_after(promised: str, today: date) -> date:
    """After which day the first one is due. Those of every week begin late enough to be asked with the others."""
    return today + AHEAD if weekday_of(promised) else today


def is_stale(promise: Promise, today: date) -> bool:
    return today - promise.due_on > STALE


def asked(promise: Promise, teacher: str, day: date) -> Promise:
    return replace(promise, state=PromiseState.ASKED, wake_at=None, teacher=teacher, asked_on=f"{day}")


def answered(promise: Promise, state: PromiseState, user: str, at: datetime, word: str = "") -> Promise:
    return replace(promise, state=state, wake_at=None, said_by=user, said_at=at, word=word)


def ended(promise: Promise, state: PromiseState) -> Promise:
    return replace(promise, state=state, wake_at=None)


@dataclass(frozen=True, slots=True)
class Keeping:
    """How a contract's promise was kept so far: how often, and when last. `newest` is the last thing said of it.
    `lines` are those of each thing alone, by its text, where the teacher does several."""

    kept: int = 0
    last_kept: date | None = None
    newest: PromiseState | None = None
    next_on: date | None = None
    lines: tuple[tuple[str, "Keeping"], ...] = ()


NOTHING_KEPT = Keeping()


def keeping_of(promises: list[Promise]) -> Keeping:
    said = sorted((one for one in promises if one.said_at is not None), key=lambda one: (one.due_on, one.id))
    kept = [one for one in said if one.state is PromiseState.KEPT]
    ahead = [one.due_on for one in promises if one.state in (PromiseState.PLANNED, PromiseState.ASKED)]
    return Keeping(
        len(kept), kept[-1].due_on if kept else None, said[-1].state if said else None, min(ahead, default=None)
    )
