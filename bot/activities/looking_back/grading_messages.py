"""A suggested grade: the form in which a teacher says whether the class wants one, and the lines that show it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.grading import SELF_PARTS, GradeSuggestion, on_scale
from bot.messages import forms
from bot.messages.blocks import Block, bullets, button, say, small
from prompts.words import Words

OPEN, FORM = "looking_back.open_grading", "looking_back.grading"
NONE = "none"
COUNTED, UNCOUNTED = "counted", "uncounted"


@dataclass(frozen=True, slots=True)
class GradingForm:
    """`self_part` is what holds; None for no suggestion."""

    classroom: int
    self_part: int | None
    counts_signs: bool = False


def grading_button(words: Words, classroom: int) -> dict[str, Any]:
    return button(words("grading-button"), OPEN, str(classroom))


def grading_form(words: Words, form: GradingForm) -> dict[str, Any]:
    """The class travels as metadata and is checked again."""
    options = [forms.option(words("grading-none"), NONE)]
    options += [
        forms.option(words("grading-teachers-alone") if part == 0 else words("grading-part", part=part), str(part))
        for part in SELF_PARTS
    ]
    standing = NONE if form.self_part is None else str(form.self_part)
    choice = forms.choice("radio_buttons", options, [standing])
    blocks = [say(words, "grading-form"), forms.field(words, "part", choice, key="grading-choice", hint=True)]
    blocks.append(forms.field(words, "signs", _signs(words, form), key="signs-met-choice", hint=True))
    return forms.modal(words, FORM, blocks, metadata=str(form.classroom))


def _signs(words: Words, form: GradingForm) -> dict[str, Any]:
    ways = (UNCOUNTED, COUNTED)
    options = [forms.option(words(f"signs-met-{way}"), way) for way in ways]
    return forms.choice("radio_buttons", options, [COUNTED if form.counts_signs else UNCOUNTED])


def suggestion_blocks(
    words: Words, found: GradeSuggestion, scale: Sequence[str], student: str, *, weighed: bool = False
) -> list[Block]:
    """To a teacher alone, with how it was worked out. `weighed`: the contract says what each target counts."""
    if scale:
        grade = on_scale(found.percent, scale)
        first = say(words, "grading-suggested-scale", percent=found.percent, grade=grade)
    else:
        first = say(words, "grading-suggested", percent=found.percent)
    how = [words.pieces("grading-teachers", percent=found.teachers, part=100 - found.self_part)]
    if found.self_part:
        how.append(words.pieces("grading-students", percent=found.students, part=found.self_part, student=student))
    how.append(words.pieces("grading-signs-weighed" if weighed else "grading-signs"))
    return [first, bullets(*how), small(words("grading-yours", student=student))]
