"""By how much, by when and shown by what: what the interview asks once a target has its wording."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.activities.proposing.interview import rhythm, wording
from bot.activities.proposing.interview.draft import Draft, Follow, InterviewStep, Read, Viewpoint, derived, targets
from bot.activities.proposing.interview.wording import Numbers
from bot.domain.actor import Refusal
from bot.domain.chosen import TakenActivity, check_own
from bot.domain.classroom import WEEKDAYS, Autonomy
from bot.domain.evidence import offered_forms
from bot.domain.interview import Frame
from bot.domain.menu import taken_from_text
from bot.domain.seen import clean
from bot.domain.terms import Direction, EvidenceForm, Measure, Waypoint, check_waypoints
from bot.language import counts, milestones_typed, rhythm_typed, typed
from bot.language.agreement import Against, Figures, contradictions, day_against, refuse, with_day, with_number
from bot.language.practice import Plan, plan_in
from bot.language.targets import grade_typed, measure_of, unit_of


@derived
def said(place: Viewpoint) -> Numbers:
    """What the answer about the measure and the wording say; the newer goes first, and the other adds a unit."""
    row, lang = place.frame.grades, place.frame.lang
    seen = wording.is_measured(place)
    told = place.typed("observable") if seen else place.mine("measure") or ""
    answer = wording.numbers(told, answers=True, row=row, lang=lang)
    found = [answer, wording.numbers(wording.statement(place), row=row, lang=lang)]
    if wording.own(place):
        found.reverse()
    first, second = found
    if first.goal is None and first.baseline is None:
        return second
    return replace(
        first,
        unit=first.unit or second.unit,
        out_of=first.out_of or second.out_of,
        period=first.period or second.period,
        currency=first.currency or second.currency,
        direction=first.direction or second.direction,
    )


def baseline(place: Viewpoint) -> Decimal | None:
    return _number(place.mine("baseline") or _said_baseline(place))


def goal(place: Viewpoint) -> Decimal | None:
    return _number(place.mine("goal") or _said_goal(place))


def unit(place: Viewpoint) -> str:
    """What is counted: as answered, or as it stands beside a number; "out of 20" for "14/20"."""
    return place.mine("unit") or _said_unit(place) or ""


def measure(place: Viewpoint) -> Measure:
    """What the unit means."""
    return measure_of(unit(place), place.frame.lang)


def direction(place: Viewpoint) -> Direction | None:
    """Which way the numbers go; before both are known, which way the words say."""
    start, end = baseline(place), goal(place)
    if start is None or end is None or start == end:
        return said(place).direction
    return Direction.DOWN if end < start else Direction.UP


def _number(text: str | None) -> Decimal | None:
    return Decimal(text) if text is not None else None


def _usable(value: Decimal | None, place: Viewpoint) -> str | None:
    if (
        value is None
        or abs(value) > typed.NUMBER_MOST
        or not counts.may_be(value, said(place).unit, lang=place.frame.lang)
    ):
        return None
    return typed.decimal_text(value)


def _said_baseline(place: Viewpoint) -> str | None:
    return _usable(said(place).baseline, place) or _told_before(place)


def _told_before(place: Viewpoint) -> str | None:
    """The start that stood in what is hard or goes well already, where it counts the same: "only 4 of 10 go in"."""
    aim, lang = said(place), place.frame.lang
    texts = [one for name in ("hardest", "strengths") for one in typed.sentences(place.shared(name) or "")]
    read = [wording.numbers(one, lang=lang) for one in texts if typed.tells_a_start(one, lang)]
    found = {one.goal for one in read if aim.out_of is not None and one.out_of == aim.out_of and one.baseline is None}
    units = {one.unit for one in read if one.out_of == aim.out_of}
    start = found.pop() if len(found) == 1 else None
    return _usable(start, place) if units <= {"", aim.unit} and start != aim.goal else None


def _said_goal(place: Viewpoint) -> str | None:
    """The goal that was said; not where it goes the other way than the words ("fewer mistakes", "4 to 6")."""
    return None if _goes_against(place) else _usable(said(place).goal, place)


def _goes_against(place: Viewpoint) -> bool:
    """Whether the words of the target want less, and the two numbers that were said want more."""
    found = said(place)
    if found.baseline is None or found.goal is None:
        return False
    return found.goal > found.baseline and wording.wants_less(wording.statement(place), place.frame.lang)


def _said_unit(place: Viewpoint) -> str | None:
    found = said(place).counted or next(
        filter(None, (_unit_in(place.typed(n), place.frame.lang) for n in ("goal", "baseline"))), ""
    )
    return found[: typed.SHORT_MOST] or None


def _unit_in(text: str, lang: str) -> str:
    try:
        found = counts.number(text, lang=lang)
    except Refusal:
        return ""
    return found.unit or unit_of("", out_of=found.out_of, lang=lang)


def _reads(other: str) -> Read:
    """Reads a number of what is counted, which not this answer but everything else says."""

    def read(text: str, place: Viewpoint) -> str:
        standing = place.draft.get(f"{place.target}.unit")
        scale, lang = measure(place).scale, place.frame.lang
        if scale:
            return str(grade_typed(text, scale))
        if standing is not None and standing.open:  # it is asked anew, together with this number
            return typed.decimal_text(counts.number(text, lang=lang).value)
        of = place.mine("unit") or said(place).counted or _unit_in(place.typed(other), lang)
        return typed.decimal_text(counts.number(text, of, lang=lang).value)

    return read


def _check_baseline(value: str, place: Viewpoint) -> None:
    _check_agrees("baseline", value, place)


def _check_goal(value: str, place: Viewpoint) -> None:
    if Decimal(value) == baseline(place):
        raise Refusal("goal-is-baseline")
    if not _goes_against(place):
        _check_agrees("goal", value, place)


def _check_agrees(name: str, value: str, place: Viewpoint) -> None:
    """Raise Refusal for a number that is not the one in the sentence; while the unit is asked too, any may be."""
    if not _is_open(place, "unit"):
        refuse(_against(place, name, _figures(place, name, value)))


def _against(place: Viewpoint, name: str, figures: Figures) -> Against | None:
    found = contradictions(wording.statement(place), figures, place.frame.lang)
    return next((one for one in found if one.field == name), None)


def _figures(place: Viewpoint, name: str, value: str) -> Figures:
    """The numbers as they are with this answer. When it is due is another question."""
    said = {"baseline": baseline(place), "goal": goal(place), "unit": unit(place)}
    said[name] = value if name == "unit" else Decimal(value)
    return Figures(**said, due_on=None)  # type: ignore[arg-type]


def _is_open(place: Viewpoint, name: str) -> bool:
    standing = place.draft.get(f"{place.target}.{name}")
    return standing is not None and standing.open


def _follows(name: str) -> Follow:
    """The wording says the numbers as soon as all that were asked together are known."""

    def follow(value: str, place: Viewpoint) -> Draft:
        if name != "unit" and _is_open(place, "unit"):
            return place.draft
        for number in ("baseline", "goal"):
            figures = _figures(place, name, value)
            against, stands = _against(place, number, figures), getattr(figures, number)
            if against is not None and isinstance(against.said, Decimal):
                sentence = with_number(
                    wording.statement(place), number, against.said, stands, figures.unit, lang=place.frame.lang
                )
                place = replace(place, draft=wording.reworded(place, sentence))
        return place.draft

    return follow


def _read_unit(text: str, place: Viewpoint) -> str:
    if clean(text) == "%":
        return "%"
    return typed.words(text, typed.SHORT_MOST)


BASELINE = InterviewStep(
    "baseline",
    4,
    _reads(other="goal"),
    per_target=True,
    implied=_said_baseline,
    check=_check_baseline,
    follow=_follows("baseline"),
)
GOAL = InterviewStep(
    "goal",
    4,
    _reads(other="baseline"),
    per_target=True,
    implied=_said_goal,
    check=_check_goal,
    follow=_follows("goal"),
)
UNIT = InterviewStep("unit", 4, _read_unit, per_target=True, implied=_said_unit, follow=_follows("unit"))


# By when a target is due, when the contract ends, and on which days there are check-ins.


AT_THE_END = "end"
"""The value of a timeframe that names no date of its own: the contract's end."""


def due_on(place: Viewpoint) -> date | None:
    """The target's own date, where it has one."""
    value = None if place.skipped("timeframe") else place.mine("timeframe") or _said_due(place)
    return None if value is None or value == AT_THE_END else date.fromisoformat(value)


def ends_on(place: Viewpoint) -> date | None:
    """The end date: the class's under guided autonomy, else the student's: the one chosen, or the day by which all
    targets are due."""
    value = None if _guided(place.frame) else _said_end(place)
    return chosen_end(place) or (date.fromisoformat(value) if value else None)


def chosen_end(place: Viewpoint) -> date | None:
    """The same, where it is fixed: no target can be due later."""
    if _guided(place.frame):
        return place.frame.term_ends_on
    value = place.shared("ends_on")
    return date.fromisoformat(value) if value else None


def said_rhythm(place: Viewpoint) -> rhythm.Chosen:
    """When check-ins are, once the end date is known: as in the class, where the student chose nothing else."""
    return rhythm.chosen((None if _guided(place.frame) else place.shared("days")) or _said_days(place) or "")


def _guided(frame: Frame) -> bool:
    return frame.autonomy is Autonomy.GUIDED


def _chosen_by_student(place: Viewpoint) -> bool:
    return not _guided(place.frame)


# --- by when a target is due ---


def _check_due(value: str, place: Viewpoint) -> None:
    if value == AT_THE_END:
        return _check_day_agrees(ends_on(place), place)
    due, end = date.fromisoformat(value), chosen_end(place)
    if due <= place.frame.today:
        raise Refusal("date-in-the-past")
    if due > place.frame.term_ends_on:
        raise Refusal("after-the-term")
    if end is not None and place.frame.today < end < due:  # an end that has passed is asked again by itself
        raise Refusal("due-after-the-end", end=end.isoformat())
    return _check_day_agrees(due, place)


def _check_day_agrees(due: date | None, place: Viewpoint) -> None:
    """Raise Refusal where the wording names another day."""
    said = day_against(wording.statement(place), due, place.frame.lang) if due is not None else None
    refuse(Against("due_on", said) if said is not None else None)


def _follow_due(value: str, place: Viewpoint) -> Draft:
    """The wording names the day that was answered."""
    due = ends_on(place) if value in ("", AT_THE_END) else date.fromisoformat(value)
    return _naming(due, place)


def _naming(due: date | None, place: Viewpoint) -> Draft:
    sentence, frame = wording.statement(place), place.frame
    if due is None or day_against(sentence, due, frame.lang) is None:
        return place.draft
    return wording.reworded(place, with_day(sentence, due, frame.today, day_first=frame.day_first, lang=frame.lang))


def _said_due(place: Viewpoint) -> str | None:
    """The date in the wording, be it good or not, or in the answer about how much; the contract's end where the wording
    names tasks or a period."""
    found = wording.when(wording.statement(place), place.frame)
    day = found.day or wording.when(wording.dated_with_amount(place), place.frame).day
    if day is not None:
        return day.isoformat()
    return AT_THE_END if (found.open_ended and not found.impossible) or _guided(place.frame) else None


def _read_due(text: str, place: Viewpoint) -> str:
    try:
        return typed.day(text, place.frame).isoformat()
    except Refusal as refusal:
        if refusal.key == "no-date" and wording.when(text, place.frame).open_ended:
            return AT_THE_END  # "in my next three essays"
        raise


TIMEFRAME = InterviewStep(
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


def targets_due(place: Viewpoint) -> tuple[date, ...]:
    """The dates of the targets that the draft knows of; one that does not hold is asked again by itself."""
    known = [place.of(n) for n in range(1, targets(place) + 1) if wording.original(place.of(n))]
    dated = [(p, due_on(p)) for p in known]
    return tuple(due for p, due in dated if due is not None and _holds(due, p))


def _holds(due: date, place: Viewpoint) -> bool:
    try:
        _check_due(due.isoformat(), place)
    except Refusal:
        return False
    return True


def _check_end(value: str, place: Viewpoint) -> None:
    day = date.fromisoformat(value)
    place.frame.check_end(day)
    if any(day < due for due in targets_due(place)):
        raise Refusal("end-before-a-target")


def _follow_end(value: str, place: Viewpoint) -> Draft:
    """Targets that are due at the end are due on another day."""
    for number in range(1, targets(place) + 1):
        one = place.of(number)
        if wording.original(one) and due_on(one) is None:
            place = replace(place, draft=_naming(date.fromisoformat(value), one))
    return place.draft


def _end_options(place: Viewpoint) -> tuple[str, ...]:
    """The latest date of a target, and the end of term."""
    offered = [*sorted(targets_due(place))[-1:], place.frame.term_ends_on]
    return tuple(dict.fromkeys(d.isoformat() for d in offered if _may_end(d, place)))


def _said_end(place: Viewpoint) -> str | None:
    """The latest day of a target; None where none has a day of its own, or where no contract can end on that day."""
    latest = max(targets_due(place), default=None)
    return latest.isoformat() if latest is not None and _may_end(latest, place) else None


def _may_end(day: date, place: Viewpoint) -> bool:
    try:
        _check_end(day.isoformat(), place)
    except Refusal:
        return False
    return True


ENDS_ON = InterviewStep(
    "ends_on",
    9,
    lambda text, place: typed.day(text, place.frame).isoformat(),
    applies=_chosen_by_student,
    implied=_said_end,
    options=_end_options,
    check=_check_end,
    follow=_follow_end,
)


# --- on which days there are check-ins ---


def _said_days(place: Viewpoint) -> str | None:
    """The days of the class: what it decides under guided autonomy, and elsewhere what the student may change."""
    end = ends_on(place)
    return ",".join(place.frame.class_days(end)) if end is not None else None


def _day_options(place: Viewpoint) -> tuple[str, ...]:
    """The class's days together, then each day that is on offer and comes in time; and the class's days in every second
    week."""
    end = ends_on(place)
    if end is None:
        return ()
    together = ",".join(place.frame.class_days(end))
    single = (d for d in place.frame.days_to_choose(end) if place.frame.in_time((d,), end))
    days = place.frame.class_days(end)
    every_second = [rhythm.offered(days)] if place.frame.in_time(days, end, place.frame.first_week(days)) else []
    return tuple(dict.fromkeys((together, *single, *every_second, *_after_what_is_counted(place))))


def _after_what_is_counted(place: Viewpoint) -> list[str]:
    """After each of what the numbers of a target are for, where that is no stretch of the calendar: "3 a lesson"."""
    periods, lang = [measure(place.of(n)).period for n in range(1, targets(place) + 1)], place.frame.lang
    return [rhythm.Chosen((), after_each=p).text for p in periods if rhythm_typed.is_something(p, lang)]


def _read_days(text: str, place: Viewpoint) -> str:
    after_each = rhythm_typed.after_each(text, place.frame.lang)
    if after_each:
        return rhythm.Chosen((), after_each=after_each).text
    said = rhythm_typed.rhythm(text, place.frame.lang)
    end = ends_on(place)
    days = said.days or (place.frame.class_days(end) if end is not None else place.frame.check_in_days)
    return rhythm.Chosen(days, place.frame.first_week(days) if said.every_second_week else None).text


def _check_days(value: str, place: Viewpoint) -> None:
    end, (chosen, weeks, after_each) = ends_on(place), rhythm.chosen(value)
    if end is None or after_each:
        return
    offered = {*place.frame.days_to_choose(end), *place.frame.class_days(end)}
    if not chosen or not set(chosen) <= offered or not set(chosen) <= set(WEEKDAYS):
        raise Refusal("not-those-days")
    if not place.frame.in_time(chosen, end):
        raise Refusal("no-check-in-by-midpoint")
    if not place.frame.in_time(chosen, end, weeks):
        raise Refusal("second-week-too-late")


DAYS = InterviewStep(
    "days",
    9,
    _read_days,
    applies=_chosen_by_student,
    implied=_said_days,
    options=_day_options,
    pick=lambda option, place: rhythm.taken(option, place.frame),
    check=_check_days,
)


# What shows that it worked: one of the forms, with the student's own words where they say more than its name.


WORDS = "evidence_words"
"""What a side wrote in the form of terms is kept beside the answers: no question asks for it."""
_RETIRED = tuple(form.value for form in EvidenceForm)


def _forms(place: Viewpoint) -> tuple[str, ...]:
    """Those that the class takes."""
    return tuple(form.value for form in offered_forms(place.frame.takes))


def words(place: Viewpoint) -> str:
    """What is said of the form; "" where its name says all."""
    own = clean(place.typed("evidence"))
    if place.mine("evidence") != EvidenceForm.OTHER and not typed.says_more(own, "evidence", place.frame.lang):
        own = ""
    return own or place.mine(WORDS) or ""


def _read(text: str, place: Viewpoint) -> str:
    """A form named in the reply; what names none that is offered is a form of its own: "a video of my talk"."""
    reply, lang = typed.words(text), place.frame.lang
    if typed.choice(reply, "something_else", lang) or counts.is_only_a_number(reply, lang):
        raise Refusal("evidence-in-words")
    named = typed.mentioned(reply, "evidence", lang)
    return named if named in _forms(place) else EvidenceForm.OTHER.value


def _pick(option: str, place: Viewpoint) -> str:
    if option == EvidenceForm.OTHER:
        raise Refusal("evidence-in-words")
    return option


EVIDENCE = InterviewStep(
    "evidence",
    6,
    _read,
    per_target=True,
    options=_forms,
    retired=_RETIRED,
    pick=_pick,
    drops=(WORDS,),
)


# Milestones on the way that the student names: nothing asks for them but the summary's menu.


def _read_milestones(text: str, place: Viewpoint) -> str:
    milestones_typed.milestones(text, unit(place), place.frame.lang)
    return text.strip()


def milestones(place: Viewpoint) -> tuple[Waypoint, ...]:
    return milestones_typed.milestones(place.mine("milestones") or "", unit(place), place.frame.lang)


def _check_milestones(value: str, place: Viewpoint) -> None:
    start, end = baseline(place), goal(place)
    if start is not None and end is not None:
        check_waypoints(milestones_typed.milestones(value, unit(place), place.frame.lang), start, end)


MILESTONES = InterviewStep(
    "milestones",
    8,
    _read_milestones,
    per_target=True,
    optional=True,
    implied=lambda place: "",
    check=_check_milestones,
)


# How the student practises. One answer says what they do, when and where, and may say what they do where something gets
# in the way: "If I miss it, I do it on Wednesday." That plan is taken out of what was typed, and stands by itself.


IF_THEN = ("obstacle", "fallback")
"""What a side wrote in the form of terms is kept beside the answers: no question asks for it."""


def practice(place: Viewpoint) -> Plan:
    """How they practise, and the plan for where something gets in the way."""
    answer = place.draft.get(f"{place.target}.strategies")
    if answer is None or answer.value is None:
        return Plan("")
    said = plan_in(answer.value, place.frame.lang) if answer.ts or answer.of else Plan(answer.value)
    obstacle, fallback = (place.mine(name) for name in IF_THEN)
    return Plan(said.how, said.obstacle or obstacle or "", said.fallback or fallback or "")


ACTIVITY = "activity"
"""What was chosen from the menu of the school is kept beside the answers: the student makes it their own in how they
practise."""


def activity(place: Viewpoint) -> tuple[TakenActivity, ...]:
    return taken_from_text(place.mine(ACTIVITY) or "")


def check_practice(value: str, place: Viewpoint) -> None:
    """Raises Refusal where an activity stands as it came."""
    check_own(activity(place), practice(place).how if value == place.mine("strategies") else value)
