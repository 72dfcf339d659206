"""The forms: a teacher adds standards or takes some out; a student says which ones a target serves."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.activities.standards.messages import ADD, CHOOSE, OUT
from bot.domain.standards import SERVED_MOST, Standard
from bot.domain.terms import ServedStandard
from bot.messages import forms
from bot.messages.blocks import Block, cut, plain, quote, say
from bot.messages.terms import target_name
from prompts.words import Words

TARGETS_MOST = 3
SERVES = "standards.serve.{}"
"""The field of a target, counted from 0: what is typed in it is suggested for."""
TAKEN_OUT = "standards.taken_out"
EVERYTHING = "all"
LABEL_MOST = 75


def label_of(standard: Standard | ServedStandard) -> str:
    return cut(f"{standard.code} · {standard.statement}" if standard.code else standard.statement, LABEL_MOST)


def option_of(standard: Standard) -> dict[str, Any]:
    return forms.option(label_of(standard), str(standard.id))


def add_form(words: Words, classroom: int, helping: str = "") -> dict[str, Any]:
    """`helping` is what helps so far."""
    typed, things = forms.text(lines=True), forms.text(helping, lines=True)
    file = {"type": "file_input", "max_files": 1}
    blocks = [
        say(words, "standards-add-intro"),
        forms.field(words, "files", file, key="standards-file", optional=True, hint=True),
        forms.field(words, "typed", typed, key="standards-typed", optional=True, hint=True),
        forms.field(words, "resources", things, key="standards-resources", optional=True, hint=True),
    ]
    return forms.modal(words, ADD, blocks, metadata=str(classroom))


def out_form(words: Words, classroom: int, count: int) -> dict[str, Any]:
    everything = forms.option(words("standards-out-all", count=count), EVERYTHING)
    blocks = [
        say(words, "standards-out-intro"),
        forms.field(words, TAKEN_OUT, suggested(words, []), key="standards-out-some", optional=True, hint=True),
        forms.field(words, "all", forms.choice("checkboxes", [everything]), key="standards-out-or", optional=True),
    ]
    return forms.modal(words, OUT, blocks, metadata=str(classroom))


def suggested(words: Words, chosen: Sequence[dict[str, Any]], most: int | None = None) -> dict[str, Any]:
    made: dict[str, Any] = {
        "type": "multi_external_select",
        "placeholder": plain(words("standards-search"), 150),
        "min_query_length": 0,
    }
    if chosen:
        made["initial_options"] = list(chosen)
    if most:
        made["max_selected_items"] = most
    return made


@dataclass(frozen=True, slots=True)
class Choice:
    """What a target is, and what it serves so far: (id, the standard), of one that was taken out ("kept:1", …)."""

    statement: str
    served: tuple[tuple[str, ServedStandard], ...]


@dataclass(frozen=True, slots=True)
class ChoiceForm:
    interview: int
    classroom: int
    targets: tuple[Choice, ...]


def choice_form(words: Words, form: ChoiceForm) -> dict[str, Any]:
    """The student's sentence stands above each field: a standard goes beside it."""
    blocks: list[Block] = [say(words, "standards-choice-intro")]
    for index, target in enumerate(form.targets[:TARGETS_MOST]):
        chosen = [forms.option(label_of(served), value) for value, served in target.served]
        element = suggested(words, chosen, SERVED_MOST)
        name, title = SERVES.format(index), target_name(index, len(form.targets), words)
        field = forms.field(words, name, element, key="standards-choice", optional=True, hint=True, target=title)
        blocks += [quote(cut(target.statement, 300)), field]
    return forms.modal(words, CHOOSE, blocks, metadata=f"{form.classroom}:{form.interview}")
