"""The forms in which a teacher says what check-ins of a class ask for, and sees it as students will."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from bot.activities.checking_in.brief_messages import CheckInBrief
from bot.activities.checking_in.forms import answer_fields
from bot.activities.checking_in.messages import CheckInDue, check_in_due
from bot.domain.actor import Refusal, Side
from bot.domain.check_ins import CheckIn, CheckInState
from bot.domain.classroom import Classroom
from bot.domain.contract import Contract, Status, Version
from bot.domain.questions import LENGTH_MOST, MOST, Asks, Shape
from bot.domain.schedule import Schedule
from bot.domain.terms import EvidenceForm, Target, Terms
from bot.messages import forms
from bot.messages.blocks import Block, button, divider, plain, say
from bot.messages.registry import Reader
from prompts.words import Words

OPEN = "checking_in.questions_open"
FORM = "checking_in.questions"
PREVIEW = "checking_in.preview"
SHOWN = "checking_in.shown_{}"
"""The action ids of what stands in the preview: a press does nothing."""

SHOWN_MOST = 10
"""Elements in one row."""


@dataclass(frozen=True, slots=True)
class QuestionsForm:
    """What holds, or is chosen; `now` for what is shown of it."""

    classroom: Classroom
    asks: Asks
    now: datetime


def questions_button(words: Words, classroom: int) -> dict[str, Any]:
    return button(words("questions-button"), OPEN, str(classroom))


def questions_form(words: Words, form: QuestionsForm) -> dict[str, Any]:
    shapes = [forms.option(words(f"questions-shape-{shape.value}"), shape.value) for shape in Shape]
    chosen = forms.choice("radio_buttons", shapes, [form.asks.shape.value])
    blocks = [forms.field(words, "shape", chosen, key="questions-shape")]
    for place in range(MOST):
        standing = form.asks.questions[place] if place < len(form.asks.questions) else ""
        element, hint = forms.text(standing, most=LENGTH_MOST), place == MOST - 1
        key = f"questions-own-{place + 1}"
        blocks.append(forms.field(words, question_field(place), element, key=key, optional=True, hint=hint))
    return forms.modal(words, FORM, blocks, metadata=str(form.classroom.id))


def question_field(place: int) -> str:
    return f"question-{place}"


def preview_form(words: Words, form: QuestionsForm) -> dict[str, Any]:
    """The prompt and the form of a check-in with these questions. What was chosen travels as metadata, and is checked
    again."""
    brief = _example(words, form)
    prompt = check_in_due(CheckInDue(0), brief, Reader("", words, form.classroom.timezone, form.now))
    blocks = [
        say(words, "questions-preview"),
        divider(),
        *_inert(prompt.blocks),
        divider(),
        say(words, "questions-preview-form"),
        *answer_fields(words, brief.targets, {}, form.asks),
    ]
    chosen = {"classroom": form.classroom.id, "shape": form.asks.shape.value, "questions": form.asks.questions}
    view = forms.modal(words, PREVIEW, blocks, metadata=json.dumps(chosen))
    return {**view, "close": plain(words("questions-preview-close"), 24)}


def chosen_in(metadata: str) -> tuple[int, str, tuple[str, ...]]:
    """The class, the shape and the questions. Raises Refusal for what no preview carries."""
    try:
        said = json.loads(metadata)
        return int(said["classroom"]), str(said["shape"]), tuple(map(str, said["questions"]))
    except (ValueError, TypeError, KeyError, RecursionError):
        raise Refusal("old-button") from None


def _inert(blocks: Sequence[Mapping[str, Any]]) -> list[Block]:
    """With buttons that carry nothing."""
    return [
        {**block, "elements": [_shown(element, place) for place, element in enumerate(block["elements"])]}
        if block["type"] == "actions"
        else dict(block)
        for block in blocks
    ]


def _shown(element: Mapping[str, Any], place: int) -> dict[str, Any]:
    bare = {name: part for name, part in element.items() if name != "value"}
    return {**bare, "action_id": SHOWN.format(place)}


def _example(words: Words, form: QuestionsForm) -> CheckInBrief:
    """A check-in of somebody who is half of the way."""
    room, today = form.classroom, form.now.date()
    target = Target(
        statement=words("questions-example-statement"),
        baseline=Decimal(2),
        goal=Decimal(8),
        unit=words("questions-example-unit"),
        due_on=today + timedelta(days=60),
        evidence=EvidenceForm.WRITTEN,
        strategies=words("questions-example-practice"),
        criteria=(),
    )
    rhythm = (room.check_in_days, room.check_in_time)
    terms = Terms((target,), "", "", "", "", today + timedelta(days=60), *rhythm)
    version = Version(1, Side.STUDENT, "", terms, form.now - timedelta(days=1))
    contract = Contract(room.workspace, room.id, "", Status.ACTIVE, form.now, version, version, 1)
    return CheckInBrief(
        check_in=CheckIn(room.workspace, 0, "", 1, form.now, form.now, CheckInState.PROMPTED),
        contract=contract,
        replies={},
        before={},
        student="",
        classroom=room.name,
        schedule=Schedule(terms, room, room.timezone),
        next_due=None,
        open=True,
        asks=form.asks,
    )
