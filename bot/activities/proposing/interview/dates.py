"""By when a target is due, when the contract ends, and on which days there are check-ins."""

from dataclasses import replace
from datetime import date

from bot.activities.proposing.interview import coaching, wording
from bot.activities.proposing.interview.draft import Draft, Place, Step, targets
from bot.domain.actor import Refusal
from bot.domain.classroom import WEEKDAYS, Autonomy
from bot.domain.interview import Frame
from bot.language import typed
from bot.language.agreement import Against, day_against, refuse, with_day

AT_THE_END = "end"
"""The value of a timeframe that names no date of its own: the contract's end."""


def due_on(place: Place) -> date | None:
    """The target's own date, where it has one."""
    value = None if place.skipped("timeframe") else place.mine("timeframe") or _said_due(place)
    return None if value is None or value == AT_THE_END else date.fromisoformat(value)


def ends_on(place: Place) -> date | None:
    """The end date: the class's under guided autonomy, else the student's, once chosen."""
    if _guided(place.frame):
        return place.frame.term_ends_on
    value = place.shared("ends_on")
    return date.fromisoformat(value) if value else None


def days(place: Place) -> tuple[str, ...]:
    """The check-in days, once the end date is known."""
    value = (None if _guided(place.frame) else place.shared("days")) or _said_days(place)
    return tuple(value.split(",")) if value else ()


def _guided(frame: Frame) -> bool:
    return frame.autonomy is Autonomy.GUIDED


def _chosen_by_student(place: Place) -> bool:
    return not _guided(place.frame)


# --- by when a target is due ---


def _check_due(value: str, place: Place) -> None:
    if value == AT_THE_END:
        return _check_agrees(ends_on(place), place)
    due, end = date.fromisoformat(value), ends_on(place)
    if due <= place.frame.today:
        raise Refusal("date-in-the-past")
    if due > place.frame.term_ends_on:
        raise Refusal("after-the-term")
    if end is not None and place.frame.today < end < due:  # an end that has passed is asked again by itself
        raise Refusal("due-after-the-end", end=end.isoformat())
    return _check_agrees(due, place)


def _check_agrees(due: date | None, place: Place) -> None:
    """Raise Refusal where the wording names another day."""
    said = day_against(wording.statement(place), due) if due is not None else None
    refuse(Against("due_on", said) if said is not None else None)


def _follow_due(value: str, place: Place) -> Draft:
    """The wording names the day that was answered."""
    due = ends_on(place) if value in ("", AT_THE_END) else date.fromisoformat(value)
    return _naming(due, place)


def _naming(due: date | None, place: Place) -> Draft:
    sentence, frame = wording.statement(place), place.frame
    if due is None or day_against(sentence, due) is None:
        return place.draft
    return wording.reworded(place, with_day(sentence, due, frame.today, day_first=frame.day_first))


def _said_due(place: Place) -> str | None:
    """The date in the wording, be it good or not; the contract's end where the wording names tasks or a period."""
    found = coaching.when(wording.statement(place), place.frame)
    if found.day is not None:
        return found.day.isoformat()
    return AT_THE_END if (found.open_ended and not found.impossible) or _guided(place.frame) else None


def _read_due(text: str, place: Place) -> str:
    try:
        return typed.day(text, place.frame).isoformat()
    except Refusal as refusal:
        if refusal.key == "no-date" and coaching.when(text, place.frame).open_ended:
            return AT_THE_END  # "in my next three essays"
        raise


TIMEFRAME = Step(
    "timeframe",
    3,
    _read_due,
    per_target=True,
    optional=True,
    implied=_said_due,
    options=lambda place: (AT_THE_END,),
    check=_check_due,
    follow=_follow_due,
    doubts=("wording",),
)


# --- when the contract ends ---


def targets_due(place: Place) -> tuple[date, ...]:
    """The dates of the targets that the draft knows of; one that does not hold is asked again by itself."""
    known = [place.of(n) for n in range(1, targets(place) + 1) if wording.original(place.of(n))]
    dated = [(p, due_on(p)) for p in known]
    return tuple(due for p, due in dated if due is not None and _holds(due, p))


def _holds(due: date, place: Place) -> bool:
    try:
        _check_due(due.isoformat(), place)
    except Refusal:
        return False
    return True


def _check_end(value: str, place: Place) -> None:
    day = date.fromisoformat(value)
    place.frame.check_end(day)
    if any(day < due for due in targets_due(place)):
        raise Refusal("end-before-a-target")


def _follow_end(value: str, place: Place) -> Draft:
    """Targets that are due at the end are due on another day."""
    for number in range(1, targets(place) + 1):
        one = place.of(number)
        if wording.original(one) and due_on(one) is None:
            place = replace(place, draft=_naming(date.fromisoformat(value), one))
    return place.draft


def _end_options(place: Place) -> tuple[str, ...]:
    """The latest date of a target, and the end of term."""
    offered = [*sorted(targets_due(place))[-1:], place.frame.term_ends_on]
    return tuple(dict.fromkeys(d.isoformat() for d in offered if _may_end(d, place)))


def _may_end(day: date, place: Place) -> bool:
    try:
        _check_end(day.isoformat(), place)
    except Refusal:
        return False
    return True


ENDS_ON = Step(
    "ends_on",
    9,
    lambda text, place: typed.day(text, place.frame).isoformat(),
    applies=_chosen_by_student,
    options=_end_options,
    check=_check_end,
    follow=_follow_end,
)


# --- on which days there are check-ins ---


def _said_days(place: Place) -> str | None:
    """What the class decides: its days under guided autonomy; its only day where there is but one to choose."""
    end = ends_on(place)
    if end is None:
        return None
    if _guided(place.frame):
        return ",".join(place.frame.class_days(end))
    offered = place.frame.days_to_choose(end)
    return offered[0] if len(offered) == 1 else None


def _day_options(place: Place) -> tuple[str, ...]:
    """The class's days together, then each day that is on offer and comes in time."""
    end = ends_on(place)
    if end is None:
        return ()
    together = ",".join(place.frame.class_days(end))
    single = (d for d in place.frame.days_to_choose(end) if place.frame.in_time((d,), end))
    return tuple(dict.fromkeys((together, *single)))


def _read_days(text: str, place: Place) -> str:
    return ",".join(typed.weekdays(text))


def _check_days(value: str, place: Place) -> None:
    end, chosen = ends_on(place), tuple(value.split(","))
    if end is None:
        return
    offered = {*place.frame.days_to_choose(end), *place.frame.class_days(end)}
    if not chosen or not set(chosen) <= offered or not set(chosen) <= set(WEEKDAYS):
        raise Refusal("not-those-days")
    if not place.frame.in_time(chosen, end):
        raise Refusal("no-check-in-by-midpoint")


DAYS = Step(
    "days",
    9,
    _read_days,
    applies=_chosen_by_student,
    implied=_said_days,
    options=_day_options,
    check=_check_days,
)
