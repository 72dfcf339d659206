"""Reads the form in which a side rewrites the terms: every field as it was typed, against what stood before."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from typing import Any, TypeVar

from bot.domain import recurrence
from bot.domain.actor import Refusal, Side, Wrong
from bot.domain.classroom import WEEKDAYS, Autonomy
from bot.domain.grading import SELF_PARTS, WEIGHTS
from bot.domain.interview import Frame
from bot.domain.promises import day_of, weekday_of
from bot.domain.schedule import has_one_by_midpoint
from bot.domain.terms import (
    FURTHER_MOST,
    Assessor,
    Criterion,
    EvidenceForm,
    Target,
    TeachersPart,
    Terms,
    Waypoint,
    as_seen,
    check_target,
    check_whole,
)
from bot.language import counts, milestones_typed, typed
from bot.language.agreement import brought_together, check_agrees
from bot.language.targets import grade_typed, measure_of

R = TypeVar("R")
WEEK = timedelta(days=7)
CRITERION_MOST = 300
CRITERIA_MOST = 5
"""For each side and target."""
IF_THEN = ("obstacle", "fallback")
"""What may get in the way of practising, and what then: no form asks for them of necessity."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What came back: `texts` by field name (`place(0, "goal")`, "ends_on", "check_in_weeks"), of several values that
    were chosen a line each; `days` the check-in days chosen. What a form of one part does not have is missing in it,
    and stays as it stands; `days` is None there."""

    texts: Mapping[str, str]
    days: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Setting:
    """What a new version is read against. `start` is when check-ins begin or began, for the midpoint; `lang` is the
    language of the targets, which may be another one than that of whoever types into the form."""

    before: Terms
    side: Side
    frame: Frame
    start: datetime
    lang: str = "en"


def place(target: int, field: str) -> str:
    """The name of a target's field in the form; `target` counts from 0."""
    return f"t{target}_{field}"


def days_to_choose(before: Terms, side: Side, frame: Frame) -> tuple[str, ...]:
    """The weekdays that a side may choose: a teacher any, a student those of the class's policy."""
    if side is Side.TEACHER:
        return WEEKDAYS
    allowed = {*frame.days_to_choose(before.ends_on), *before.check_in_days}
    return tuple(d for d in WEEKDAYS if d in allowed)


NO_DAYS: Mapping[str, Any] = {"check_in_days": (), "with_class": False, "alternates_from": None}
"""Of terms that say what check-ins come after."""

AFTER_EACH = "after_each"
TIME = "check_in_time"
AFTER_EACH_MOST = 40

PROMISED, PROMISED_ON = "promised", "promised_on"
NEVER = "never"
"""Of a promise that nobody is asked about."""

ASSESSED_BY, WEIGHT = "assessed_by", "weight"
SELF_PART = "self_part"
AS_IN_CLASS = "class"
"""Its value where it is left to the class."""

WEEKS = "check_in_weeks"
EVERY_WEEK = "every"
"""Its value for no second week; another is the Monday of a week with check-ins."""


def weeks_to_choose(before: Terms, side: Side, frame: Frame) -> tuple[date, ...]:
    """The Mondays from which a side may choose every second week, the sooner one first; a teacher decides it where the
    class has one rhythm for all."""
    if side is Side.STUDENT and frame.autonomy is Autonomy.GUIDED and before.alternates_from is None:
        return ()
    days, at, zone = before.check_in_days or frame.check_in_days, before.check_in_time, frame.timezone
    first = recurrence.first_week(days, at, zone, frame.now)
    return (first, first + WEEK)


def read_terms(filled: Filled, setting: Setting) -> Terms:
    """The terms that were meant. Raises Refusal with the form's name of the field that can not be, and with the
    others that can not be either."""
    before, wrong = setting.before, Wrong()
    filled = replace(filled, texts={**_standing(before), **filled.texts})
    after = replace(
        before,
        targets=tuple(_target(filled, i, t, setting, wrong) for i, t in enumerate(before.targets)),
        supports=wrong.or_else(before.supports, lambda: _optional(filled, "supports", before.supports)),
        commitments=before.commitments
        if setting.side is Side.STUDENT
        else wrong.or_else(before.commitments, lambda: _optional(filled, "commitments", before.commitments)),
        promised=wrong.or_else(before.promised, lambda: _promised(filled, setting)),
        self_part=_self_part(filled, before.self_part),
        further=before.further if setting.side is Side.STUDENT else _further(filled, setting, wrong),
        ends_on=wrong.or_else(before.ends_on, lambda: _day(filled, "ends_on", setting.frame)),
        after_each=wrong.or_else(before.after_each, lambda: _after_each(filled, setting)),
        check_in_time=wrong.or_else(before.check_in_time, lambda: _time(filled, setting)),
    )
    wrong.or_else(None, lambda: _in_time(after.promised, before.promised, after.ends_on, PROMISED_ON))
    for index, one in enumerate(after.further):
        standing = next((its.when for its in before.further if its.text == one.text), "")
        field = f"{further_place(index)}_{PROMISED_ON}"
        wrong.or_else(None, partial(_in_time, one.when, standing, after.ends_on, field))
    after = replace(after, **(NO_DAYS if after.after_each else _on_days(filled, setting, wrong, after.check_in_time)))
    wrong.stop()
    return _whole(after, setting, wrong)


def _on_days(filled: Filled, setting: Setting, wrong: Wrong, at: time) -> dict[str, Any]:
    before = setting.before
    days = wrong.or_else(before.check_in_days, lambda: _days(filled, setting))
    weeks = wrong.or_else(before.alternates_from, lambda: _weeks(filled, setting))
    as_in_class = before.with_class and (days, at) == (before.check_in_days, before.check_in_time)
    return {"check_in_days": days, "with_class": as_in_class, "alternates_from": weeks}


def with_dates(setting: Setting, ends_on: date, due_on: Sequence[date]) -> Terms:
    """The terms as they stood, with another end and other days of their targets; sentences follow, where it is certain
    how. Refusals as of `read_terms`."""
    pairs = zip(setting.before.targets, due_on, strict=True)
    targets = tuple(replace(target, due_on=day) for target, day in pairs)
    return _whole(replace(setting.before, targets=targets, ends_on=ends_on), setting, Wrong())


def with_fields(setting: Setting, target: int, said: Mapping[str, str]) -> Terms:
    """The terms as they stood, with these fields of one target as they were typed. Where its day is after the end, the
    end moves along. Refusals as of `read_terms`."""
    before, wrong = setting.before.targets[target], Wrong()
    standing = _as_shown(target, before)
    texts = {**standing, **{place(target, name): text for name, text in said.items()}}
    changed = _target(Filled(texts, ()), target, before, setting, wrong)
    wrong.stop()
    targets = tuple(changed if i == target else its for i, its in enumerate(setting.before.targets))
    ends_on = max(setting.before.ends_on, changed.due_on)
    return _whole(replace(setting.before, targets=targets, ends_on=ends_on), setting, wrong)


def _standing(terms: Terms) -> dict[str, str]:
    """All fields as the form has them before anybody types, but those that say when."""
    whole = {"supports": terms.supports, "commitments": terms.commitments, "ends_on": terms.ends_on.isoformat()}
    return {**whole, **{name: text for i, its in enumerate(terms.targets) for name, text in _as_shown(i, its).items()}}


def _as_shown(index: int, target: Target) -> dict[str, str]:
    """The fields of a target as the form has them before anybody types."""
    lines = {f"{side.value}_criteria": "\n".join(c.text for c in target.criteria if c.author is side) for side in Side}
    shown = {
        **{name: getattr(target, name) for name in ("statement", "unit", "evidence_words", "strategies", *IF_THEN)},
        "baseline": target.text(target.baseline),
        "goal": target.text(target.goal),
        "due_on": target.due_on.isoformat(),
        "evidence": target.evidence.value,
        ASSESSED_BY: "\n".join(target.assessed_by),
        WEIGHT: str(target.weight),
        **lines,
    }
    return {place(index, name): text for name, text in shown.items()}


def _whole(after: Terms, setting: Setting, wrong: Wrong) -> Terms:
    """Sentences and fields brought together, and checked."""
    frame, before = setting.frame, setting.before
    pairs = zip(before.targets, after.targets, strict=True)
    together = (brought_together(b, a, frame.today, day_first=frame.day_first, lang=setting.lang) for b, a in pairs)
    after = as_seen(replace(after, targets=tuple(together)))
    _check(after, setting, wrong)
    wrong.stop()
    return after


def _check(terms: Terms, setting: Setting, wrong: Wrong) -> None:
    frame = setting.frame
    most = max(frame.most_targets, len(setting.before.targets))
    term_ends_on = max(frame.term_ends_on, setting.before.ends_on)
    whole = partial(check_whole, terms, today=frame.today, term_ends_on=term_ends_on, most_targets=most)
    wrong.or_else(None, partial(_named, whole, 0))
    wrong.stop()  # against an end that can not be, no target's date says anything
    for i, target in enumerate(terms.targets):
        wrong.or_else(None, partial(_named, partial(check_target, target, terms), i))
        if terms != setting.before:
            wrong.or_else(None, partial(_named, partial(check_agrees, target, setting.lang), i))
    wrong.stop()
    if not has_one_by_midpoint(replace(terms, alternates_from=None), frame.timezone, setting.start):
        if terms.after_each:
            raise Refusal("end-too-soon", field="ends_on")
        raise Refusal("no-check-in-by-midpoint", field="check_in_days")
    if not has_one_by_midpoint(terms, frame.timezone, setting.start):
        raise Refusal("second-week-too-late", field=WEEKS)


def _named(check: Callable[[], None], target: int) -> None:
    """A check's refusal, with the field as the form calls it."""
    try:
        check()
    except Refusal as refusal:
        name = refusal.field or ""
        if name == "criteria":
            name = "student_criteria"
        if name not in ("ends_on", "check_in_days"):
            name = place(target, name)
        raise Refusal(refusal.key, field=name, **refusal.args_for_copy) from refusal


def _target(filled: Filled, index: int, before: Target, setting: Setting, wrong: Wrong) -> Target:
    lang = setting.lang

    def text(field: str, standing: str, most: int = typed.TEXT_MOST) -> str:
        reader = _optional if not standing else _required
        return wrong.or_else(standing, partial(reader, filled, place(index, field), standing, most))

    def optional(field: str, standing: str) -> str:
        return wrong.or_else(standing, partial(_optional, filled, place(index, field), standing))

    def number(field: str, standing: Decimal) -> Decimal:
        shown = before.text(standing)
        return wrong.or_else(standing, partial(_number, filled, place(index, field), standing, shown, unit, lang))

    statement = partial(_required, filled, place(index, "statement"), before.statement)
    said = wrong.or_else(before.statement, statement)  # first, as it stands first in the form
    unit = text("unit", before.unit, typed.SHORT_MOST)
    due_on = partial(_due_on, filled, place(index, "due_on"), before.due_on, setting.frame)
    return Target(
        statement=said,
        baseline=number("baseline", before.baseline),
        goal=number("goal", before.goal),
        unit=unit,
        measure=before.measure if unit == before.unit else measure_of(unit, lang),
        due_on=wrong.or_else(before.due_on, due_on),
        evidence=wrong.or_else(before.evidence, partial(_evidence, filled, place(index, "evidence"))),
        evidence_words=optional("evidence_words", before.evidence_words),
        strategies=text("strategies", before.strategies),
        **{name: optional(name, getattr(before, name)) for name in IF_THEN},
        criteria=wrong.or_else(before.criteria, partial(_criteria, filled, index, before, setting.side)),
        milestones=wrong.or_else(before.milestones, partial(_milestones, filled, index, before, unit, lang)),
        standards=before.standards,
        rubric=before.rubric,
        activity=before.activity,
        materials=before.materials,
        why=before.why,
        assessed_by=_assessed_by(filled.texts[place(index, ASSESSED_BY)]),
        weight=_chosen_number(filled.texts[place(index, WEIGHT)], WEIGHTS),
    )


def _chosen_number(chosen: str, known: Sequence[int]) -> int:
    found = next((one for one in known if str(one) == chosen), None)
    if found is None:
        raise Refusal("old-button")
    return found


def _self_part(filled: Filled, before: int | None) -> int | None:
    """What stood before, where the form has no such field."""
    chosen = filled.texts.get(SELF_PART)
    if chosen is None:
        return before
    return None if chosen == AS_IN_CLASS else _chosen_number(chosen, SELF_PARTS)


def _assessed_by(chosen: str) -> tuple[Assessor, ...]:
    if not set(chosen.split()) <= set(Assessor):
        raise Refusal("old-button")
    return tuple(one for one in Assessor if one in chosen.split())


def _milestones(filled: Filled, index: int, before: Target, unit: str, lang: str) -> tuple[Waypoint, ...]:
    """What stood before, where the form has no such field, or nobody has touched it."""
    field = place(index, "milestones")
    standing = milestones_typed.as_typed(before.milestones, before.text)
    text = filled.texts.get(field, standing).strip()
    if text == standing:
        return before.milestones
    return _in_field(field, partial(milestones_typed.milestones, text, unit, lang))


def _in_field(field: str, read: Callable[[], R]) -> R:
    try:
        return read()
    except Refusal as refusal:
        raise Refusal(refusal.key, field=field, **refusal.args_for_copy) from refusal


def _required(filled: Filled, field: str, standing: str, most: int = typed.TEXT_MOST) -> str:
    text = filled.texts.get(field, "").strip()
    return standing if text == standing.strip() else _in_field(field, partial(typed.words, text, most))


def _optional(filled: Filled, field: str, standing: str, most: int = typed.TEXT_MOST) -> str:
    return _required(filled, field, standing, most) if filled.texts.get(field, "").strip() else ""


def _number(filled: Filled, field: str, standing: Decimal, shown: str, unit: str, lang: str) -> Decimal:
    """`shown` is how the form showed the number that stands."""
    text = filled.texts.get(field, "")
    scale = measure_of(unit, lang).scale
    if text.strip() in ({shown} if scale else {shown, typed.decimal_text(standing)}):
        return standing
    if scale:
        return Decimal(_in_field(field, partial(grade_typed, text, scale)))
    reading = _in_field(field, partial(counts.number, text, unit, lang=lang))
    return Decimal(typed.decimal_text(reading.value))


def _promised(filled: Filled, setting: Setting) -> str:
    """When the teacher does their part. What stood before, where the form has no such field, or is the student's."""
    before, texts = setting.before.promised, filled.texts
    if setting.side is Side.STUDENT or PROMISED not in texts:
        return before
    return _when(filled, setting, "commitments", texts.get("commitments", setting.before.commitments), before)


def further_place(index: int) -> str:
    """The field of something else that the teacher does; those that say when have it before their names."""
    return f"further{index}"


def _further(filled: Filled, setting: Setting, wrong: Wrong) -> tuple[TeachersPart, ...]:
    """What else the teacher does. What stood before, where the form does not have it; each once."""
    standing = [*setting.before.further, *[TeachersPart("", "")] * FURTHER_MOST][:FURTHER_MOST]
    found = []
    for index, before in enumerate(standing):
        name = further_place(index)
        if name in filled.texts or f"{name}_{PROMISED}" in filled.texts:
            text = wrong.or_else(before.text, partial(_optional, filled, name, before.text))
            when = wrong.or_else(before.when, partial(_when, filled, setting, name, text, before.when, f"{name}_"))
            before = TeachersPart(text, when)
        if before.text:
            found.append(before)
    return tuple(dict.fromkeys(found))


def _when(filled: Filled, setting: Setting, what: str, said: str, before: str, names: str = "") -> str:
    """A weekday, a day, or ""; `said` is what is done then, in the field `what`."""
    on = f"{names}{PROMISED_ON}"
    chosen = _one_of_both(filled.texts.get(f"{names}{PROMISED}", ""), filled.texts.get(on, ""), before, on)
    if chosen and not said.strip():
        if chosen != before:
            raise Refusal("promise-of-what", field=what)
        return ""  # who takes back what they promised need not take back its day, too
    if day_of(chosen) and chosen != before and chosen <= setting.frame.today.isoformat():
        raise Refusal("date-in-the-past", field=on)
    return chosen


def _one_of_both(weekday: str, once: str, before: str, on: str) -> str:
    """A weekday or a day; where both stand there, the one that was changed."""
    weekday = "" if weekday == NEVER else weekday
    if (weekday and not weekday_of(weekday)) or (once and not day_of(once)):
        raise Refusal("old-button")
    if not weekday or not once:
        return weekday or once
    if before not in (weekday, once):
        raise Refusal("promise-one-of-both", field=on)
    return once if weekday == before else weekday


def _in_time(when: str, before: str, ends_on: date, field: str) -> None:
    once = day_of(when)
    if once is not None and once > ends_on and when != before:
        raise Refusal("promise-after-the-end", field=field)


def _day(filled: Filled, field: str, frame: Frame) -> date:
    return _in_field(field, partial(typed.day, filled.texts.get(field, ""), frame))


def _due_on(filled: Filled, field: str, standing: date, frame: Frame) -> date:
    """A day to come; or the one that stood, which may have passed since it was agreed."""
    found = _day(filled, field, frame)
    if found <= frame.today and found != standing:
        raise Refusal("date-in-the-past", field=field)
    return found


def _evidence(filled: Filled, field: str) -> EvidenceForm:
    chosen = filled.texts.get(field, "")
    if chosen not in set(EvidenceForm):
        raise Refusal("old-button")
    return EvidenceForm(chosen)


def _days(filled: Filled, setting: Setting) -> tuple[str, ...]:
    if filled.days is None:
        return setting.before.check_in_days
    allowed = days_to_choose(setting.before, setting.side, setting.frame)
    if any(d not in allowed for d in filled.days):
        raise Refusal("day-not-of-the-class", field="check_in_days")
    if not filled.days:
        raise Refusal("no-check-in-day", field="check_in_days")
    return tuple(d for d in WEEKDAYS if d in filled.days)


def may_say_when(before: Terms, side: Side, frame: Frame) -> bool:
    """Whether a side may choose that check-ins come after something that the student says: a teacher decides it where
    the class has one rhythm for all."""
    return side is Side.TEACHER or frame.autonomy is not Autonomy.GUIDED or bool(before.after_each)


def _after_each(filled: Filled, setting: Setting) -> str:
    """What stood before, where the form has no such field. Of days and a word, where both stand there, that counts
    which was changed."""
    before = setting.before
    word = filled.texts.get(AFTER_EACH, before.after_each).strip()
    if not word or word == before.after_each:
        return "" if filled.days and word else word
    if not may_say_when(before, setting.side, setting.frame):
        raise Refusal("day-not-of-the-class", field=AFTER_EACH)
    return _in_field(AFTER_EACH, partial(typed.words, word, AFTER_EACH_MOST))


def _time(filled: Filled, setting: Setting) -> time:
    """What stood before, where the form has no such field."""
    chosen, before = filled.texts.get(TIME, ""), setting.before.check_in_time
    try:
        at = time.fromisoformat(chosen) if chosen else before
    except ValueError:
        raise Refusal("old-button") from None
    if at != before and not may_say_when(setting.before, setting.side, setting.frame):
        raise Refusal("day-not-of-the-class", field=TIME)
    return at


def _weeks(filled: Filled, setting: Setting) -> date | None:
    """What stood before, where the form has no such field, or means the same weeks."""
    chosen, before = filled.texts.get(WEEKS, ""), setting.before.alternates_from
    if not chosen:
        return before
    if chosen == EVERY_WEEK:
        return None
    if not weeks_to_choose(setting.before, setting.side, setting.frame):
        raise Refusal("day-not-of-the-class", field=WEEKS)
    try:
        monday = recurrence.monday_of(date.fromisoformat(chosen))
    except ValueError:
        raise Refusal("old-button") from None
    return before if before is not None and recurrence.is_in_turn(monday, before) else monday


def _criteria(filled: Filled, index: int, before: Target, side: Side) -> tuple[Criterion, ...]:
    """A teacher leaves the student's criteria alone. A student may rewrite a teacher's: then it is theirs."""
    teachers = [c.text for c in before.criteria if c.author is Side.TEACHER]
    others = _lines(filled, place(index, "teacher_criteria"), teachers)
    if side is Side.TEACHER:
        own = [c for c in before.criteria if c.author is Side.STUDENT]
        taken = {c.text for c in own}
        wanted = own + [Criterion(line, Side.TEACHER) for line in others if line not in taken]
    else:
        students = [c.text for c in before.criteria if c.author is Side.STUDENT]
        lines = _lines(filled, place(index, "student_criteria"), students)
        wanted = [Criterion(line, Side.STUDENT) for line in lines]
        wanted += [Criterion(line, Side.TEACHER if line in teachers else Side.STUDENT) for line in others]
    kept = [c for c in before.criteria if c in wanted]
    return tuple(dict.fromkeys([*kept, *wanted]))


def _lines(filled: Filled, field: str, standing: list[str]) -> list[str]:
    """One criterion a line, as many as may be."""
    typed_lines = (line.strip().lstrip("-•").strip() for line in filled.texts.get(field, "").split("\n"))
    lines = [line for line in typed_lines if line]
    if len(lines) > max(CRITERIA_MOST, len(standing)):
        raise Refusal("too-many-criteria", field=field, most=CRITERIA_MOST)
    for line in lines:
        if line not in standing:
            _in_field(field, partial(typed.words, line, CRITERION_MOST))
    return lines
