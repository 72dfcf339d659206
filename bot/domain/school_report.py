"""What a school is told of a half-year that is over: a few numbers of all classes together, or nothing.

Nothing is said of fewer than five students or of fewer than three teachers, neither of those who did something nor of
those who did not: who knows one of two small groups knows the other. No class and no total over half-years stands in
it, so that nothing can be found out by taking one number from another.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median_low

STUDENTS_LEAST = 5
TEACHERS_LEAST = 3

TEACHERS_FIRST = timedelta(days=7)
"""So long only teachers have seen it."""

RIPE_AFTER = timedelta(days=60)
"""So long after its end a half-year is told of."""

Cells = Mapping[str, int]
"""The numbers by name; one that would tell of too few is left out. See `CELLS`."""

CELLS = (
    *("students", "teachers", "begun", "agreed", "kept", "renegotiated", "days"),
    *("asked", "answered", "feedback", "taken_up", "targets", "measurable"),
)
"""`agreed`, `kept`, `renegotiated`, `answered`, `taken_up` and `measurable` are percent; `days` is the middle one of
all contracts that were decided on."""

COUNTS = frozenset({"students", "teachers", "begun", "days", "asked", "feedback", "targets"})
"""What is no percentage."""


@dataclass(frozen=True, slots=True)
class ReportReader:
    """An admin named this person as somebody who may have the numbers of the school."""

    workspace: str
    user: str
    granted_by: str
    granted_at: datetime
    id: int = 0


@dataclass(frozen=True, slots=True)
class ContractStory:
    """What became of one contract, without a name or a word. `teachers` are those of its class, `by` who decided, ""
    for nobody; `days` until then. `asked` and `answered` are check-ins, `measurable` targets among all `targets`."""

    student: str
    teachers: frozenset[str]
    agreed: bool = False
    kept: bool = False
    renegotiated: bool = False
    by: str = ""
    days: int | None = None
    asked: int = 0
    answered: int = 0
    targets: int = 0
    measurable: int = 0


@dataclass(frozen=True, slots=True)
class ReportedFeedback:
    """Feedback: who gave it to whom, and whether it was taken up."""

    student: str
    teacher: str
    taken_up: bool = False


def half_year(day: date) -> str:
    """The one in which a day lies, by its first month ("2026-08"). They begin in February and August."""
    if day.month >= 8:
        return f"{day.year}-08"
    return f"{day.year}-02" if day.month >= 2 else f"{day.year - 1}-08"


def begins(term: str) -> date:
    return date.fromisoformat(f"{term}-01")


def is_over(term: str, today: date) -> bool:
    """Whether it has been for a while: what began on its last days has had time."""
    return half_year(today - RIPE_AFTER) > term


def cells_of(stories: Sequence[ContractStory], given: Sequence[ReportedFeedback]) -> Cells | None:
    """The numbers of one half-year; None where there were too few people."""
    students = {story.student for story in stories}
    teachers = frozenset[str]().union(*(story.teachers for story in stories))
    if len(students) < STUDENTS_LEAST or len(teachers) < TEACHERS_LEAST:
        return None
    found: dict[str, int | None] = {
        "students": len(students),
        "teachers": len(teachers),
        "begun": len(stories),
        "agreed": share_of((s.student, s.agreed) for s in stories),
        "days": _days(stories),
        **_feedback(given),
    }
    if found["agreed"] is not None:
        found |= _of_agreed([story for story in stories if story.agreed])
    return {name: number for name in CELLS if (number := found.get(name)) is not None}


def _of_agreed(agreed: Sequence[ContractStory]) -> dict[str, int | None]:
    """What is counted among agreed contracts: nothing of it where those that were not agreed are few, since they could
    be told from the number of the others."""
    return {
        "kept": share_of((s.student, s.kept) for s in agreed),
        "renegotiated": share_of((s.student, s.renegotiated) for s in agreed),
        **_check_ins(agreed),
        **_targets(agreed),
    }


def share_of(said: Iterable[tuple[str, bool]]) -> int | None:
    """Percent of yes. None where those with a yes, or those with a no, are few, and not nobody."""
    pairs = list(said)
    yes, no = ({who for who, answer in pairs if answer is wanted} for wanted in (True, False))
    if len(yes | no) < STUDENTS_LEAST or any(0 < len(group) < STUDENTS_LEAST for group in (yes, no)):
        return None
    return _percent(sum(answer for _, answer in pairs), len(pairs))


def _days(stories: Iterable[ContractStory]) -> int | None:
    decided = [story for story in stories if story.days is not None]
    if len({s.student for s in decided}) < STUDENTS_LEAST or len({s.by for s in decided}) < TEACHERS_LEAST:
        return None
    return median_low(story.days for story in decided if story.days is not None)


def _check_ins(stories: Iterable[ContractStory]) -> dict[str, int | None]:
    asked = [story for story in stories if story.asked]
    if len({story.student for story in asked}) < STUDENTS_LEAST:
        return {}
    answered = [(s.student, True) for s in asked if s.answered]
    missed = [(s.student, False) for s in asked if s.answered < s.asked]
    total = sum(story.asked for story in asked)
    enough = share_of([*answered, *missed]) is not None
    percent = _percent(sum(story.answered for story in asked), total) if enough else None
    return {"asked": total, "answered": percent}


def _feedback(given: Sequence[ReportedFeedback]) -> dict[str, int | None]:
    few = len({one.student for one in given}) < STUDENTS_LEAST or len({one.teacher for one in given}) < TEACHERS_LEAST
    if few:
        return {}
    return {"feedback": len(given), "taken_up": share_of((one.student, one.taken_up) for one in given)}


def _targets(stories: Iterable[ContractStory]) -> dict[str, int | None]:
    some = [story for story in stories if story.targets]
    if len({story.student for story in some}) < STUDENTS_LEAST:
        return {}
    said = [(s.student, n < s.measurable) for s in some for n in range(s.targets)]
    return {"targets": len(said), "measurable": share_of(said)}


def _percent(part: int, whole: int) -> int:
    return (part * 200 + whole) // (whole * 2)


def change_of(before: Cells, now: Cells, name: str) -> int | None:
    """By how much a number is another one than in the half-year before; None where one of the two is left out."""
    return now[name] - before[name] if name in before and name in now else None


def follows(before: str, term: str) -> bool:
    """Whether one half-year is the next after another."""
    return half_year(begins(before) + timedelta(days=200)) == term
