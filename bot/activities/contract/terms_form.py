"""The form in which a side rewrites the terms, a part of them or all: every field filled in as it stands."""

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Any

from bot.domain.actor import Side
from bot.domain.classroom import WEEKDAYS
from bot.domain.grading import SELF_PARTS, WEIGHTS
from bot.domain.promises import day_of, weekday_of
from bot.domain.recurrence import is_in_turn
from bot.domain.terms import FURTHER_MOST, OFFERED, Assessor, Target, TeachersPart, Terms
from bot.language.milestones_typed import as_typed
from bot.language.terms_typed import (
    AFTER_EACH,
    AFTER_EACH_MOST,
    AS_IN_CLASS,
    ASSESSED_BY,
    EVERY_WEEK,
    NEVER,
    PROMISED,
    PROMISED_ON,
    SELF_PART,
    TIME,
    WEEKS,
    WEIGHT,
    further_place,
    place,
)
from bot.language.typed import TEXT_MOST
from bot.messages import forms
from bot.messages.blocks import Block, bullets, header, plain, quote, say
from bot.messages.days import day
from bot.messages.terms import promised_words, target_name
from prompts.words import Typed, Words


class TermsPart(StrEnum):
    """What of the terms somebody would change: a form shows that alone."""

    PRACTICE = "practice"
    NUMBERS = "numbers"
    DATES = "dates"
    CRITERIA = "criteria"
    ASSESSMENT = "assessment"
    HELP = "help"
    """What helps the student, and what the teacher does for it."""
    ALL = "all"


OPTION_MOST = 75
"""Characters."""
CHOSEN = "part"
"""The field in which it is chosen."""

FIELDS = {
    TermsPart.PRACTICE: ("strategies", "obstacle", "fallback"),
    TermsPart.NUMBERS: ("statement", "baseline", "goal", "unit", "milestones"),
    TermsPart.DATES: ("statement", "due_on"),
    TermsPart.CRITERIA: ("evidence", "evidence_words", "criteria"),
    TermsPart.ASSESSMENT: (ASSESSED_BY, WEIGHT),
    TermsPart.HELP: (),
}
"""Of each target. A sentence says the numbers and often the day, too: it can be changed beside them."""


def chooser(callback: str) -> str:
    """The callback of the form that asks which part, before the form `callback`."""
    return f"{callback}_part"


def part_form(words: Words, callback: str, metadata: str, side: Side) -> dict[str, Any]:
    """Asks which part, with the title of the form `callback`."""
    options = [_part(words, part, side) for part in TermsPart]
    key = callback.replace(".", "-").replace("_", "-")
    return forms.modal(
        words,
        chooser(callback),
        [forms.field(words, CHOSEN, forms.choice("radio_buttons", options), key="terms-part")],
        metadata=metadata,
        title=words(f"{key}-title"),
        submit=words("terms-part-submit"),
    )


def _part(words: Words, part: TermsPart, side: Side) -> dict[str, Any]:
    key = f"terms-part-{part}-{side}" if part is TermsPart.HELP else f"terms-part-{part}"
    return {**forms.option(words(key), part.value), "description": plain(words(f"{key}-hint"), OPTION_MOST)}


def terms_form(
    words: Words,
    callback: str,
    metadata: str,
    terms: Terms,
    side: Side,
    days: Sequence[str],
    weeks: Sequence[date] = (),
    says_when: bool = False,
    part: TermsPart = TermsPart.ALL,
    graded: bool = False,
) -> dict[str, Any]:
    """The modal for one side. `days` are the weekdays that it may choose, `weeks` the Mondays from which it may choose
    every second week; `says_when`: it may choose what check-ins come after instead; `graded`: the class wants a
    suggested grade, so that they may agree what counts how much. `metadata` comes back as a claim; what a form of one
    `part` does not show stays as it stands."""
    rhythm = partial(_rhythm, words, terms, days, weeks, says_when)
    intro = "terms-form-intro" if part is TermsPart.ALL else "terms-form-part-intro"
    return forms.modal(
        words,
        callback,
        [
            say(words, f"{intro}-{side}"),
            *_targets(words, terms, side, part, graded=graded),
            *_whole(words, terms, side, part, rhythm),
            *_counts(words, terms, part, graded=graded),
        ],
        metadata=metadata,
    )


def _targets(words: Words, terms: Terms, side: Side, part: TermsPart, *, graded: bool) -> list[Block]:
    blocks: list[Block] = []
    count = len(terms.targets)
    weighed = any(target.weight for target in terms.targets) or (graded and count > 1)
    for index, target in enumerate(terms.targets):
        its = _target(words, index, target, side, part)
        if not weighed:
            its = [block for block in its if block.get("block_id") != place(index, WEIGHT)]
        titled = count > 1 or part is TermsPart.ALL
        blocks += [header(target_name(index, count, words)), *its] if its and titled else its
    return blocks


def _target(words: Words, index: int, target: Target, side: Side, part: TermsPart) -> list[Block]:
    """The fields of it that belong to the part, in their order."""
    shown = _fields(words, index, target, side)
    wanted = FIELDS.get(part, tuple(shown))
    return [block for name, blocks in shown.items() if name in wanted for block in blocks]


def _fields(words: Words, index: int, target: Target, side: Side) -> dict[str, list[Block]]:
    def field(name: str, element: dict[str, Any], *, optional: bool = False, hint: bool = False) -> list[Block]:
        key = f"terms-form-{name.replace('_', '-')}"
        return [forms.field(words, place(index, name), element, key=key, optional=optional, hint=hint)]

    offered = dict.fromkeys((*OFFERED, target.evidence))
    shapes = [forms.option(words(f"terms-evidence-{form}"), form.value) for form in offered]
    steps = _long(as_typed(target.milestones, target.text))
    return {
        "statement": field("statement", _long(target.statement)),
        "baseline": field("baseline", forms.number(target.text(target.baseline))),
        "goal": field("goal", forms.number(target.text(target.goal))),
        "unit": field("unit", forms.text(target.unit, most=max(60, len(target.unit))), optional=not target.unit),
        "due_on": field("due_on", forms.text(day(target.due_on, words), most=60), hint=True),
        "evidence": field("evidence", forms.choice("static_select", shapes, [target.evidence.value])),
        "evidence_words": field("evidence_words", _long(target.evidence_words), optional=True, hint=True),
        "strategies": field("strategies", _long(target.strategies), optional=not target.strategies, hint=True),
        "obstacle": field("obstacle", _long(target.obstacle), optional=True, hint=True),
        "fallback": field("fallback", _long(target.fallback), optional=True, hint=True),
        "criteria": _criteria(words, index, target, side),
        ASSESSED_BY: field(ASSESSED_BY, _assessors(words, target), optional=True, hint=True),
        WEIGHT: field(WEIGHT, _weights(words, target), hint=True),
        "milestones": field("milestones", steps, optional=True, hint=True) if side is Side.STUDENT else [],
    }


def _assessors(words: Words, target: Target) -> dict[str, Any]:
    options = [forms.option(words(f"terms-form-assessor-{one}"), one.value) for one in Assessor]
    return forms.choice("checkboxes", options, target.assessed_by)


def _weights(words: Words, target: Target) -> dict[str, Any]:
    options = [forms.option(words(f"terms-weight-{one}"), str(one)) for one in WEIGHTS]
    return forms.choice("static_select", options, [str(target.weight)])


def _counts(words: Words, terms: Terms, part: TermsPart, *, graded: bool) -> list[Block]:
    """What the student's own ratings count, where the class wants a suggested grade, or it stands there."""
    if part not in (TermsPart.ASSESSMENT, TermsPart.ALL) or not (graded or terms.self_part is not None):
        return []
    options = [forms.option(words("terms-self-part-class"), AS_IN_CLASS)]
    options += [forms.option(f"{one}%", str(one)) for one in SELF_PARTS]
    standing = AS_IN_CLASS if terms.self_part is None else str(terms.self_part)
    select = forms.choice("static_select", options, [standing])
    return [forms.field(words, SELF_PART, select, key="terms-form-self-part", hint=True)]


def _criteria(words: Words, index: int, target: Target, side: Side) -> list[Block]:
    """The teacher reads the student's criteria and may add others; the student may rewrite all."""
    students = [c.text for c in target.criteria if c.author is Side.STUDENT]
    teachers = [c.text for c in target.criteria if c.author is Side.TEACHER]
    blocks: list[Block] = []
    if side is Side.STUDENT:
        blocks.append(_lines(words, place(index, "student_criteria"), "terms-form-student-criteria", students))
    elif students:
        own = bullets(*([Typed(text)] for text in students))
        blocks += [say(words, "terms-form-students-own"), own]
    if side is Side.TEACHER or teachers:
        key = f"terms-form-teacher-criteria-for-{side}"
        blocks.append(_lines(words, place(index, "teacher_criteria"), key, teachers))
    return blocks


def _whole(words: Words, terms: Terms, side: Side, part: TermsPart, rhythm: Callable[[], list[Block]]) -> list[Block]:
    """What is of no target: when, and what helps."""
    title = (
        [header(words("terms-form-whole"))]
        if part is TermsPart.ALL or (part is TermsPart.DATES and terms.targets[1:])
        else []
    )
    ends = forms.text(day(terms.ends_on, words), most=60)
    dates = [forms.field(words, "ends_on", ends, key="terms-form-ends-on", hint=True)]
    blocks = [*dates, *rhythm()] if part in (TermsPart.DATES, TermsPart.ALL) else []
    if part in (TermsPart.HELP, TermsPart.ALL):
        blocks += _help(words, terms, side)
    return [*title, *blocks]


def _help(words: Words, terms: Terms, side: Side) -> list[Block]:
    """With room for one more thing that the teacher does."""
    blocks = [
        forms.field(words, "supports", _long(terms.supports), key="terms-form-supports", optional=True, hint=True)
    ]
    if side is Side.TEACHER:
        own = forms.field(words, "commitments", _long(terms.commitments), key="terms-form-commitments", optional=True)
        blocks += [own, *_promised(words, terms.promised)]
        slots = min(len(terms.further) + 1, FURTHER_MOST)
        for index, standing in enumerate([*terms.further, TeachersPart("", "")][:slots]):
            name = further_place(index)
            text = forms.field(words, name, _long(standing.text), key="terms-form-further", optional=True)
            blocks += [text, *_promised(words, standing.when, f"{name}_")]
    elif said := [text for text in (terms.commitments, *(one.text for one in terms.further)) if text]:
        blocks += [say(words, "terms-form-teachers-part"), *(quote(text) for text in said)]
    return blocks


def _promised(words: Words, when: str, before: str = "") -> list[Block]:
    """When the teacher does it: in every week, or once. `before` stands before the names of the fields."""
    weekday, once = weekday_of(when), day_of(when)
    options = [forms.option(words("terms-form-promised-never"), NEVER)]
    options += [forms.option(promised_words(words, d), d) for d in WEEKDAYS]
    select = forms.choice("static_select", options, [weekday or NEVER])
    return [
        forms.field(words, f"{before}{PROMISED}", select, key="terms-form-promised", optional=True, hint=not before),
        forms.field(words, f"{before}{PROMISED_ON}", forms.day(once), key="terms-form-promised-on", optional=True),
    ]


def _rhythm(words: Words, terms: Terms, days: Sequence[str], weeks: Sequence[date], says_when: bool) -> list[Block]:
    """On which days check-ins come, or after what."""
    options = [forms.option(words(f"day-{d.lower()}"), d) for d in days]
    chosen = forms.choice("checkboxes", options, terms.check_in_days)
    on_days = forms.field(words, "check_in_days", chosen, key="terms-form-days", optional=says_when)
    blocks = [on_days, *_weeks(words, terms, weeks)]
    if says_when:
        blocks.append(forms.field(words, TIME, forms.clock_time(terms.check_in_time), key="terms-form-time", hint=True))
        word = forms.text(terms.after_each, most=AFTER_EACH_MOST)
        blocks.append(forms.field(words, AFTER_EACH, word, key="terms-form-after-each", optional=True, hint=True))
    return blocks


def _weeks(words: Words, terms: Terms, weeks: Sequence[date]) -> list[Block]:
    """Every week, or every second one, from either week."""
    if not weeks:
        return []
    options = [forms.option(words("terms-form-every-week"), EVERY_WEEK)]
    options += [
        forms.option(words("terms-form-second-week", date=day(monday, words)), monday.isoformat()) for monday in weeks
    ]
    standing = terms.alternates_from
    chosen = next((w.isoformat() for w in weeks if standing and is_in_turn(w, standing)), EVERY_WEEK)
    return [forms.field(words, WEEKS, forms.choice("static_select", options, [chosen]), key="terms-form-weeks")]


def _lines(words: Words, name: str, key: str, lines: Sequence[str]) -> Block:
    return forms.field(words, name, _long("\n".join(lines)), key=key, optional=True, hint=True)


def _long(text: str) -> dict[str, Any]:
    """Room for what stands, also where it is longer than what may be new."""
    return forms.text(text, lines=True, most=min(forms.TYPED_MOST, max(TEXT_MOST, len(text))))
