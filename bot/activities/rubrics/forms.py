"""The forms: a teacher writes a rubric, or a new version of one; a student takes criteria for a target."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.activities.rubrics.messages import SAVE, TAKE
from bot.domain.rubrics import NAME_MOST, TAKEN_MOST, Content, Rubric
from bot.domain.templates import Template
from bot.domain.terms import TakenCriterion
from bot.messages import forms
from bot.messages.blocks import Block, cut, plain, quote, say
from bot.messages.terms import target_name
from prompts.words import Words

TARGETS_MOST = 3
TAKES = "rubrics.takes.{}"
"""The field of a target, counted from 0: what is typed in it is suggested for."""
REMOVE = "remove"
FROM = "template"
LABEL_MOST = 75


def rubric_form(
    words: Words, classroom: int, rubric: Rubric | None, templates: Sequence[Template] = ()
) -> dict[str, Any]:
    """A new one, or the next version of one: by its id the form knows which version its writer saw."""
    typed = "" if rubric is None else as_typed(rubric)
    blocks: list[Block] = [say(words, "rubrics-form-new" if rubric is None else "rubrics-form-version")]
    if rubric is None:
        file = {"type": "file_input", "max_files": 1}
        blocks.append(forms.field(words, "files", file, key="rubrics-file", optional=True, hint=True))
    if rubric is None and templates:
        options = [forms.option(one.name, one.key) for one in templates]
        element = forms.choice("static_select", options)
        blocks.append(forms.field(words, FROM, element, key="rubrics-from", optional=True, hint=True))
    name = forms.text(rubric.name if rubric else "", most=NAME_MOST)
    table = forms.text(typed, lines=True)
    blocks += [
        forms.field(words, "name", name, key="rubrics-name", optional=rubric is None),
        forms.field(words, "table", table, key="rubrics-table", optional=rubric is None, hint=True),
    ]
    if rubric is not None:
        away = forms.choice("checkboxes", [forms.option(words("rubrics-remove-label"), REMOVE)])
        blocks.append(forms.field(words, REMOVE, away, key="rubrics-remove", optional=True))
    return forms.modal(words, SAVE, blocks, metadata=f"{classroom}:{rubric.id if rubric else 0}")


def as_typed(rubric: Rubric | Content) -> str:
    lines = [("", *rubric.levels), *((one.name, *one.descriptors) for one in rubric.criteria)]
    return "\n".join(" | ".join(line) for line in lines)


@dataclass(frozen=True, slots=True)
class Taking:
    """A target, and the criteria that it has taken: each with its value in the field."""

    statement: str
    taken: tuple[tuple[str, TakenCriterion], ...]


@dataclass(frozen=True, slots=True)
class TakeForm:
    interview: int
    classroom: int
    targets: tuple[Taking, ...]


def option_of(rubric: Rubric, place: int) -> dict[str, Any]:
    return forms.option(label_of(rubric.taken(place)), f"{rubric.id}:{place}")


def label_of(taken: TakenCriterion) -> str:
    return cut(f"{taken.name} · {taken.rubric}", LABEL_MOST)


def take_form(words: Words, form: TakeForm) -> dict[str, Any]:
    blocks: list[Block] = [say(words, "rubrics-take-intro")]
    for index, target in enumerate(form.targets[:TARGETS_MOST]):
        element: dict[str, Any] = {
            "type": "multi_external_select",
            "placeholder": plain(words("rubrics-search"), 150),
            "min_query_length": 0,
            "max_selected_items": TAKEN_MOST,
        }
        if target.taken:
            element["initial_options"] = [forms.option(label_of(one), value) for value, one in target.taken]
        title = target_name(index, len(form.targets), words)
        key = "rubrics-takes"
        field = forms.field(words, TAKES.format(index), element, key=key, optional=True, hint=True, target=title)
        blocks += [quote(cut(target.statement, 300)), field]
    return forms.modal(words, TAKE, blocks, metadata=f"{form.classroom}:{form.interview}")
