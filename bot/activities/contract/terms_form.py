"""The form in which a side rewrites the terms: every field filled in as it stands."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.domain.actor import Side
from bot.domain.recurrence import is_in_turn
from bot.domain.terms import OFFERED, Target, Terms
from bot.language.milestones_typed import as_typed
from bot.language.terms_typed import AFTER_EACH, AFTER_EACH_MOST, EVERY_WEEK, TIME, WEEKS, place
from bot.language.typed import TEXT_MOST
from bot.messages import forms
from bot.messages.blocks import Block, bullets, header, quote, say
from bot.messages.days import day
from bot.messages.terms import target_name
from prompts.words import Typed, Words


def terms_form(
    words: Words,
    callback: str,
    metadata: str,
    terms: Terms,
    side: Side,
    days: Sequence[str],
    weeks: Sequence[date] = (),
    says_when: bool = False,
) -> dict[str, Any]:
    """The modal for one side. `days` are the weekdays that it may choose, `weeks` the Mondays from which it may choose
    every second week; `says_when`: it may choose what check-ins come after instead. `metadata` comes back as a
    claim."""
    count = len(terms.targets)
    blocks = [say(words, f"terms-form-intro-{side}")]
    for index, target in enumerate(terms.targets):
        blocks.append(header(target_name(index, count, words)))
        blocks += _target(words, index, target, side)
    rhythm = _rhythm(words, terms, days, weeks, says_when)
    blocks += [header(words("terms-form-whole")), *_whole(words, terms, side, rhythm)]
    return forms.modal(words, callback, blocks, metadata=metadata)


def _target(words: Words, index: int, target: Target, side: Side) -> list[Block]:
    def field(name: str, element: dict[str, Any], *, optional: bool = False, hint: bool = False) -> Block:
        key = f"terms-form-{name.replace('_', '-')}"
        return forms.field(words, place(index, name), element, key=key, optional=optional, hint=hint)

    offered = dict.fromkeys((*OFFERED, target.evidence))
    shapes = [forms.option(words(f"terms-evidence-{form}"), form.value) for form in offered]
    blocks = [
        field("statement", _long(target.statement)),
        field("baseline", forms.number(target.text(target.baseline))),
        field("goal", forms.number(target.text(target.goal))),
        field("unit", forms.text(target.unit, most=max(60, len(target.unit))), optional=not target.unit),
        field("due_on", forms.text(day(target.due_on, words), most=60), hint=True),
        field("evidence", forms.choice("static_select", shapes, [target.evidence.value])),
        field("evidence_words", _long(target.evidence_words), optional=True, hint=True),
        field("strategies", _long(target.strategies), optional=not target.strategies, hint=True),
        field("obstacle", _long(target.obstacle), optional=True, hint=True),
        field("fallback", _long(target.fallback), optional=True, hint=True),
    ]
    steps = field("milestones", _long(as_typed(target.milestones, target.text)), optional=True, hint=True)
    return [*blocks, *_criteria(words, index, target, side), *([steps] if side is Side.STUDENT else [])]


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


def _whole(words: Words, terms: Terms, side: Side, rhythm: Sequence[Block]) -> list[Block]:
    ends = forms.text(day(terms.ends_on, words), most=60)
    blocks = [
        forms.field(words, "ends_on", ends, key="terms-form-ends-on", hint=True),
        *rhythm,
        forms.field(words, "supports", _long(terms.supports), key="terms-form-supports", optional=True, hint=True),
    ]
    if side is Side.TEACHER:
        own = forms.field(words, "commitments", _long(terms.commitments), key="terms-form-commitments", optional=True)
        blocks.append(own)
    elif terms.commitments:
        blocks += [say(words, "terms-form-teachers-part"), quote(terms.commitments)]
    return blocks


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
