"""What a contract says, in words: the whole of it, and what differs between two versions."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from decimal import Decimal
from typing import Any

from bot.activities.set_up.messages import weekdays
from bot.domain.actor import Side
from bot.domain.progress import Kept, percent, share
from bot.domain.promises import day_of
from bot.domain.terms import (
    Assessor,
    Change,
    Criterion,
    EvidenceForm,
    ServedStandard,
    Target,
    TeachersPart,
    Terms,
    Waypoint,
    changes,
    number_text,
)
from bot.language.agreement import Figures, told
from bot.language.milestones_typed import as_typed
from bot.messages.blocks import Block, bullets, cut, joined, quote, rich, say, small
from bot.messages.days import clock, day
from prompts.words import SentencePiece, Words

TERMS_ROOM, CHANGES_ROOM = 5000, 2500
"""Characters that people typed, in all: Slack takes no message of much more than 10,000."""
STANDARD_MOST = 300
BUTTON_MOST = 75
"""Characters on a button."""
WHOLE = 10_000
"""Longer than anything that somebody may type."""
CUTS = (3000, 1000, 600, 300, 150, 80, 40)


def terms_blocks(
    terms: Terms,
    words: Words,
    *,
    private: bool,
    reader: Side = Side.TEACHER,
    below: Callable[[int], Sequence[SentencePiece]] | None = None,
) -> list[Block]:
    """The terms as a reader of that side meets them. `private` shows what only the student and the teachers may see;
    `below` gives a line that stands under the statement of a target, counted from 0."""
    typed = _typed(terms)
    most = fitting(typed, TERMS_ROOM)
    count = len(terms.targets)
    blocks = [
        _target(t, words, most, target_name(i, count, words), reader, [below(i)] if below else [])
        for i, t in enumerate(terms.targets)
    ]
    blocks.append(together(say(words, "terms-whole"), bullets(*rest_in_words(terms, words, private, most))))
    if any(len(text) > most for text in typed):
        blocks.append(small(words("terms-shortened")))
    return blocks


_NOT_NAMED = ("measure", "with_class")
"""What the unit means, and what the days say."""


def change_blocks(before: Terms, after: Terms, words: Words, reader: Side = Side.TEACHER) -> list[Block]:
    """Each field that differs, for a reader of that side: what it is called, how it was, how it would be."""
    found = [change for change in changes(before, after) if change.field not in _NOT_NAMED]
    if not found:
        return [say(words, "terms-no-change")]
    most = fitting([text for change in found for text in _differing(change)], CHANGES_ROOM)
    return [_change(_written(change, before, after), len(after.targets), words, most, reader) for change in found]


def _written(change: Change, before: Terms, after: Terms) -> Change:
    """A number of a target as its measure writes it, in either version."""
    if change.target is None or not isinstance(change.before, Decimal):
        return change
    old, new = before.targets[change.target], after.targets[change.target]
    return replace(change, before=old.text(change.before), after=new.text(change.after))


def fitting(texts: Sequence[str], room: int) -> int:
    """How long each of these may be at most, so that all of them together have room."""
    return next((most for most in CUTS if sum(min(len(text), most) for text in texts) <= room), CUTS[-1])


def together(*blocks: Block) -> Block:
    """Several rich_text blocks as one, without the gaps between."""
    return {"type": "rich_text", "elements": [element for block in blocks for element in block["elements"]]}


def target_name(index: int, count: int, words: Words) -> str:
    """ "Target 2", or "Target" where there is only one. `index` counts from 0."""
    return words("terms-target-name", number=index + 1, count=count)


def target_labels(targets: Sequence[Target], words: Words) -> list[str]:
    """What the button of each target says: its statement; with its number before it where two begin alike."""
    labels = [cut(target.statement, BUTTON_MOST) for target in targets]
    if len(set(labels)) == len(labels):
        return labels
    named = (f"{target_name(i, len(targets), words)}: {target.statement}" for i, target in enumerate(targets))
    return [cut(label, BUTTON_MOST) for label in named]


def _check_ins(terms: Terms, words: Words) -> list[SentencePiece]:
    if terms.after_each:
        return words.pieces("terms-check-ins-after-each", what=terms.after_each)
    weeks = "-second-week" if terms.alternates_from is not None else ""
    key = f"terms-check-ins{weeks}{'-with-class' if terms.with_class else ''}"
    days, at = weekdays(words, terms.check_in_days), clock(terms.check_in_time, words)
    return words.pieces(key, days=days, time=at, **({"date": terms.alternates_from} if weeks else {}))


def rest_in_words(terms: Terms, words: Words, private: bool, most: int = WHOLE) -> list[list[SentencePiece]]:
    """What is agreed beside the targets, a line each; no text longer than `most`."""
    lines = [words.pieces("terms-ends", date=terms.ends_on), _check_ins(terms, words)]
    lines += [words.pieces(key, text=cut(text, most)) for key, text in _more(terms, private) if text]
    if terms.self_part is not None:
        lines.append(words.pieces("terms-self-part", part=terms.self_part))
    if terms.promised:  # behind what is promised
        lines.insert(3, words.pieces("terms-promised", when=promised_words(words, terms.promised)))
    at = 2 + bool(terms.commitments) + bool(terms.promised)
    return [*lines[:at], *(_further(one, words, most) for one in terms.further), *lines[at:]]


def _further(one: TeachersPart, words: Words, most: int) -> list[SentencePiece]:
    key = "terms-further-when" if one.when else "terms-further"
    return words.pieces(key, text=cut(one.text, most), when=promised_words(words, one.when) if one.when else "")


def promised_words(words: Words, promised: str) -> str:
    """ "Every Friday", or the day."""
    once = day_of(promised)
    return day(once, words) if once is not None else words(f"promised-{promised.lower()}")


def _more(terms: Terms, private: bool) -> list[tuple[str, str]]:
    found = [("terms-commitments", terms.commitments)]
    if private:
        found += [
            ("terms-strengths", terms.strengths),
            ("terms-hardest", terms.hardest),
            ("terms-supports", terms.supports),
        ]
    return found


def _target(
    target: Target, words: Words, most: int, name: str, reader: Side, below: Sequence[Sequence[SentencePiece]]
) -> Block:
    said = target_in_words(target, words, reader, most)
    criteria, steps = bullets(*said.criteria), bullets(*said.milestones)
    criteria["elements"][0]["indent"] = 1
    steps["elements"][0]["indent"] = 1
    return together(
        say(words, "terms-target", name=name),
        quote(said.statement),
        *(rich(line) for line in below),
        bullets(*said.facts, words.pieces("terms-criteria")),
        *([criteria] if target.criteria else []),
        *([bullets(words.pieces("terms-milestones")), steps] if target.milestones else []),
    )


@dataclass(frozen=True, slots=True)
class TargetInWords:
    """What is agreed of a target, a line each."""

    statement: str
    facts: tuple[Sequence[SentencePiece], ...]
    criteria: tuple[Sequence[SentencePiece], ...]
    milestones: tuple[Sequence[SentencePiece], ...]


def target_in_words(target: Target, words: Words, reader: Side, most: int = WHOLE) -> TargetInWords:
    """As a reader of that side meets it; no text longer than `most`."""
    return TargetInWords(
        cut(target.statement, most),
        (
            *_numbers(target, words),
            *_practice(target, words, most),
            _evidence(target, words, most),
            *_activity(target, words, most),
            *_standards(target, words, most),
            *_rubric(target, words, most),
            *how_assessed(target, words, reader),
        ),
        tuple(_criterion(criterion, words, most, reader) for criterion in target.criteria),
        tuple(_waypoint(waypoint, target, words, most) for waypoint in target.milestones),
    )


def _waypoint(waypoint: Waypoint, target: Target, words: Words, most: int) -> list[SentencePiece]:
    name = cut(waypoint.name, most)
    if waypoint.at is None:
        return words.pieces("terms-milestone", text=name)
    return words.pieces("terms-milestone-at", text=name, value=target.text(waypoint.at), unit=target.beside)


def _numbers(target: Target, words: Words) -> list[list[SentencePiece]]:
    """What the sentence of the target does not say itself, of where it begins, where it goes, and by when."""
    said = told(target.statement, Figures(target.baseline, target.goal, target.unit, target.due_on), words.locale)
    numbers = {"baseline": target.text(target.baseline), "unit": target.beside}
    if "goal" not in said and "due_on" not in said:
        return [words.pieces("terms-way", goal=target.text(target.goal), date=target.due_on, **numbers)]
    lines = [] if "baseline" in said else [words.pieces("terms-start", **numbers)]
    if "goal" not in said:
        lines = [words.pieces("terms-numbers", goal=target.text(target.goal), **numbers)]
    return lines if "due_on" in said else [*lines, words.pieces("terms-due", date=target.due_on)]


def _practice(target: Target, words: Words, most: int) -> list[list[SentencePiece]]:
    """How the student practises; and what may get in the way, and what then, where that was said."""
    said = [
        ("why", target.why),
        ("strategies", target.strategies),
        ("obstacle", target.obstacle),
        ("fallback", target.fallback),
    ]
    return [words.pieces(f"terms-{name}", text=cut(text, most)) for name, text in said if text]


def _evidence(target: Target, words: Words, most: int) -> list[SentencePiece]:
    """The form, with what is said of it; "something else" is what it is said to be."""
    form, text = words(f"terms-evidence-{target.evidence}"), cut(target.evidence_words, most)
    if not text:
        return words.pieces("terms-evidence", form=form)
    if target.evidence is EvidenceForm.OTHER:
        return words.pieces("terms-evidence", form=text)
    return words.pieces("terms-evidence-in-words", form=form, text=text)


def _standards(target: Target, words: Words, most: int) -> list[list[SentencePiece]]:
    """Beside the student's own words, never in their place."""
    return [words.pieces("terms-standard", text=cut(_named(one), min(most, STANDARD_MOST))) for one in target.standards]


def _rubric(target: Target, words: Words, most: int) -> list[list[SentencePiece]]:
    return [words.pieces("terms-rubric", text=cut(one.text, most)) for one in target.rubric]


def how_assessed(target: Target, words: Words, reader: Side) -> list[list[SentencePiece]]:
    """Who rates it, and what it counts; nothing where nothing was agreed about it."""
    who = assessors(target.assessed_by, words, reader)
    lines = [words.pieces("terms-assessed-by", who=who)] if who else []
    if target.weight:
        lines.append(words.pieces("terms-weight", times=words(f"terms-weight-{target.weight}")))
    return lines


def assessors(found: Sequence[Assessor], words: Words, reader: Side) -> str:
    """ "the student and the teacher", as a reader of that side is told."""
    own = reader is Side.STUDENT
    return joined(words, [words(f"terms-assessor-{one}{'-own' if own else ''}") for one in found])


def counted_as(field: str, value: int | None, words: Words) -> str:
    """What a target, or what the student's own ratings, count in a suggested grade."""
    if field == "weight":
        return words(f"terms-weight-{value}")
    return words("terms-self-part-class") if value is None else f"{value}%"


def _activity(target: Target, words: Words, most: int) -> list[list[SentencePiece]]:
    """What was chosen from the menu, and what it is done with."""
    lines = [words.pieces("terms-activity", text=cut(one.name, most)) for one in target.activity]
    things = [line for line in target.materials.splitlines() if line]
    things += [thing for one in target.activity for thing in one.resources]
    if things:
        lines.append(words.pieces("terms-with", text=cut(", ".join(things), most)))
    return lines


def _named(standard: ServedStandard) -> str:
    return f"{standard.code} {standard.statement}".strip()


_LISTED: Mapping[str, Callable[[Any], str]] = {
    "standards": _named,
    "rubric": lambda taken: taken.text,
    "activity": lambda taken: taken.name,
}
"""What a target names of others' words, a line each."""


def _criterion(criterion: Criterion, words: Words, most: int, reader: Side) -> list[SentencePiece]:
    return words.pieces(f"terms-criterion-{_whose(criterion, reader)}", text=cut(criterion.text, most))


def _whose(criterion: Criterion, reader: Side) -> str:
    """The student is told that it is her own."""
    return "own" if criterion.author is reader is Side.STUDENT else criterion.author.value


def _change(change: Change, count: int, words: Words, most: int, reader: Side) -> Block:
    lines = [_title(change, count, words)]
    if change.field == "criteria":
        lines += _criteria_changes(change, words, most, reader)
    elif change.field == "target":
        kind, target = ("added", change.after) if change.before is None else ("removed", change.before)
        lines.append(words.pieces(f"terms-{kind}", text=cut(target.statement, most)))
    else:
        lines.append(words.pieces("terms-before", text=_value(change.before, change.field, words, most, reader)))
        lines.append(words.pieces("terms-after", text=_value(change.after, change.field, words, most, reader)))
    return rich(*lines)


def _title(change: Change, count: int, words: Words) -> list[SentencePiece]:
    label = words(f"terms-field-{change.field.replace('_', '-')}")
    if change.target is None or change.field == "target":
        return words.pieces("terms-change", field=label)
    name = target_name(change.target, count, words)
    return words.pieces("terms-change-in-target", target=name, field=label)


def _criteria_changes(change: Change, words: Words, most: int, reader: Side) -> list[list[SentencePiece]]:
    before: tuple[Criterion, ...] = change.before
    after: tuple[Criterion, ...] = change.after
    gone = [("terms-removed", c) for c in before if c not in after]
    new = [("terms-added", c) for c in after if c not in before]
    lines = [
        [*words.pieces(key, text=cut(c.text, most)), " ", words(f"terms-whose-{_whose(c, reader)}")]
        for key, c in [*gone, *new]
    ]
    return lines or [words.pieces("terms-reordered")]


def _value(value: Any, field: str, words: Words, most: int, reader: Side) -> str:
    if field == "assessed_by":
        return assessors(value or (Assessor.SELF, Assessor.TEACHER), words, reader)
    if field in ("weight", "self_part"):
        return counted_as(field, value, words)
    return _said(value, field, words, most)


def _said(value: Any, field: str, words: Words, most: int) -> str:
    if field == "alternates_from":
        return words("terms-form-second-week", date=day(value, words)) if value else words("terms-form-every-week")
    if isinstance(value, date):
        return day(value, words)
    if isinstance(value, time):
        return clock(value, words)
    if field == "evidence":
        return words(f"terms-evidence-{value}")
    if field in _LISTED or field in ("milestones", "further"):
        return cut(_listed(value, field, words), most) or words("terms-nothing")
    if field == "check_in_days":
        return weekdays(words, value) if value else words("terms-nothing")
    if field == "promised" and value:
        return promised_words(words, value)
    return cut(str(value), most) or words("terms-nothing")


def _listed(value: Any, field: str, words: Words) -> str:
    if field == "milestones":
        return as_typed(value, number_text)
    return "\n".join(_with_when(one, words) if field == "further" else _LISTED[field](one) for one in value)


def _with_when(one: TeachersPart, words: Words) -> str:
    return f"{one.text} ({promised_words(words, one.when)})" if one.when else one.text


def _typed(terms: Terms) -> list[str]:
    texts = [terms.hardest, terms.strengths, terms.supports, terms.commitments, *(one.text for one in terms.further)]
    for target in terms.targets:
        texts += [target.statement, target.strategies, target.obstacle, target.fallback, target.materials, target.why]
        texts += [target.evidence_words, target.unit]
        texts += [c.text for c in target.criteria]
        texts += [waypoint.name for waypoint in target.milestones]
        texts += [_named(standard) for standard in target.standards]
        texts += [taken.text for taken in target.rubric]
        texts += [text for one in target.activity for text in (one.name, *one.resources)]
    return texts


def _differing(change: Change) -> list[str]:
    """What was typed in a field, before and after."""
    texts: list[str] = []
    for value in (change.before, change.after):
        if isinstance(value, Target):
            texts.append(value.statement)
        elif change.field == "criteria":
            texts += [criterion.text for criterion in value]
        elif change.field == "further":
            texts += [one.text for one in value]
        elif change.field == "milestones":
            texts += [waypoint.name for waypoint in value]
        elif change.field == "standards":
            texts += [_named(standard) for standard in value]
        elif change.field in ("rubric", "activity"):
            texts += [_LISTED[change.field](taken) for taken in value]
        elif isinstance(value, str):
            texts.append(value)
    return texts


# Progress in words and numbers, with a bar of signs: never colour alone.


Values = Mapping[int, Decimal]
"""The newest number of each target, counted from 0."""

CELLS = 8
_UNIT_MOST = 60
_STATEMENT_MOST = 300


def bar(target: Target, value: Decimal | None) -> str:
    """The way from baseline to goal in eight signs that every font has: ●●●●○○○○ is halfway."""
    done = 0 if value is None else int(min(max(share(target, value), Decimal(0)), Decimal(1)) * CELLS)
    return "●" * done + "○" * (CELLS - done)


def progress(words: Words, target: Target, value: Decimal | None, kept: Kept | None = None) -> list[SentencePiece]:
    """Bar, share of the way and numbers; `value` is the newest number, None while there is none. `kept`: of a rate, how
    often it was kept so far, where that is known."""
    so_far = words.pieces("progress-so-far", times=kept.times, count=kept.of) if kept else []
    return [f"{bar(target, value)} ", *progress_words(words, target, value), *([" ", *so_far] if so_far else [])]


def progress_words(words: Words, target: Target, value: Decimal | None) -> list[SentencePiece]:
    unit, goal = cut(target.beside, _UNIT_MOST), target.text(target.goal)
    if value is None:
        return words.pieces("progress-none", baseline=target.text(target.baseline), goal=goal, unit=unit)
    done = share(target, value)
    if done >= 1 and target.measure.period:
        return words.pieces("progress-kept", value=target.text(value), goal=goal, unit=unit)
    if done >= 1:
        return words.pieces("progress-reached", value=target.text(value), goal=goal, unit=unit)
    if done < 0:
        start = target.text(target.baseline)
        return words.pieces("progress-back", value=target.text(value), baseline=start, goal=goal, unit=unit)
    done_so_far = str(percent(target, value))
    return words.pieces("progress-way", percent=done_so_far, value=target.text(value), goal=goal, unit=unit)


def target_progress(
    words: Words, targets: Sequence[Target], index: int, values: Values, kept: Kept | None = None
) -> Block:
    """A target's statement, and how far it is."""
    target = targets[index]
    name = target_name(index, len(targets), words)
    statement = cut(target.statement, _STATEMENT_MOST)
    return rich(
        words.pieces("progress-target", name=name, statement=statement),
        progress(words, target, values.get(index), kept),
    )
