"""The forms: which subject, and what a student says of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.activities.templates.messages import SAVE
from bot.domain.templates import NAME_MOST, QUESTION_MOST, SHOWN_AS, SchoolTemplate, Template
from bot.domain.terms import EvidenceForm
from bot.messages import forms
from bot.messages.blocks import Block, bullets, cut, quote, say, small
from prompts.words import Words

OPEN_CHOICE = "templates.open_choice"
CHOOSE = "templates.choose"
FILL = "templates.fill"
SUBJECT = "subject"
PARTS = ("hardest", "statement", "strategies", "criterion")
"""What is typed, by the steps of the interview that it answers."""
CHOSEN, SHOWS = "chosen", "evidence"
TEXT_MOST = 1000


@dataclass(frozen=True, slots=True)
class TemplateForm:
    """A target to begin. `said` is what the draft has of it; `evidences` what the class takes."""

    interview: int
    classroom: int
    target: int
    templates: tuple[Template, ...]
    evidences: tuple[EvidenceForm, ...]
    said: tuple[tuple[str, str], ...] = ()

    @property
    def about(self) -> str:
        return f"{self.interview}:{self.target}"


def choose_form(words: Words, form: TemplateForm) -> dict[str, Any]:
    if not form.templates:
        return forms.modal(words, CHOOSE, [say(words, "templates-none")], metadata=form.about)
    options = [forms.option(one.name, one.key) for one in form.templates]
    blocks = [
        say(words, "templates-intro"),
        forms.field(words, SUBJECT, forms.choice("static_select", options), key="templates-subject"),
    ]
    return forms.modal(words, CHOOSE, blocks, metadata=form.about)


def fill_form(words: Words, form: TemplateForm, one: Template) -> dict[str, Any]:
    """Examples to look at, and boxes that are the student's own."""
    said = dict(form.said)
    asks = {"hardest": one.hardest, "strategies": one.practice}
    blocks: list[Block] = [say(words, "templates-examples"), bullets(*([text] for text in one.examples))]
    blocks.append(_typed(words, "statement", "templates-statement", said))
    blocks += [
        _typed(words, name, "templates-asked", said, question=question)
        for name, question in asks.items()
        if question and not said.get(name)
    ]
    options = [forms.option(cut(text, 75), str(place)) for place, text in enumerate(one.criteria)]
    if options:
        chosen = forms.choice("checkboxes", options)
        blocks.append(forms.field(words, CHOSEN, chosen, key="templates-criteria", optional=True))
    blocks.append(_typed(words, "criterion", "templates-own", said))
    if form.evidences:
        shows = [forms.option(words(f"terms-evidence-{form_}"), form_.value) for form_ in form.evidences]
        element = forms.choice("static_select", shows, [one.evidence.value])
        blocks.append(forms.field(words, SHOWS, element, key="templates-evidence", optional=True))
    blocks.append(small(words("templates-next")))
    return forms.modal(words, FILL, blocks, metadata=f"{form.about}:{one.key}")


def _typed(words: Words, name: str, key: str, said: dict[str, str], question: str = "") -> Block:
    element = forms.text(said.get(name, ""), lines=True, most=TEXT_MOST)
    return forms.field(words, name, element, key=key, optional=name != "statement", question=question)


def found(templates: Sequence[Template], key: str) -> Template | None:
    return next((one for one in templates if one.key == key), None)


REMOVE, FILES = "remove", "files"
WRITTEN = ("name", "examples", "criteria", "hardest", "practice")


def _file(words: Words) -> list[Block]:
    """A school brings several at once; then nothing need be typed."""
    field = forms.field(
        words, FILES, {"type": "file_input", "max_files": 1}, key="templates-file", optional=True, hint=True
    )
    return [field, small(words("templates-file-looks")), quote("\n".join(",".join(row) for row in SHOWN_AS))]


def template_form(words: Words, classroom: int, one: SchoolTemplate | None) -> dict[str, Any]:
    """A new one, or one that stands: by its id the form knows which wording its writer saw."""
    standing = ("", "", "") if one is None else (one.name, "\n".join(one.examples), "\n".join(one.criteria))
    name, examples, criteria = standing
    shows = [forms.option(words(f"terms-evidence-{form}"), form.value) for form in EvidenceForm]
    shown = forms.choice("static_select", shows, [(one.evidence if one else EvidenceForm.WRITTEN).value])
    blocks: list[Block] = [
        say(words, "templates-form"),
        *(_file(words) if one is None else []),
        forms.field(words, "name", forms.text(name, most=NAME_MOST), key="templates-name", optional=one is None),
        forms.field(
            words,
            "examples",
            forms.text(examples, lines=True),
            key="templates-own-examples",
            hint=True,
            optional=one is None,
        ),
        forms.field(
            words, "criteria", forms.text(criteria, lines=True), key="templates-own-criteria", hint=True, optional=True
        ),
    ]
    for part in ("hardest", "practice"):
        element = forms.text(getattr(one, part) if one else "", most=QUESTION_MOST)
        blocks.append(forms.field(words, part, element, key=f"templates-own-{part}", optional=True))
    blocks.append(forms.field(words, SHOWS, shown, key="menus-evidence"))
    if one is not None:
        away = forms.choice("checkboxes", [forms.option(words("templates-own-remove-label"), REMOVE)])
        blocks.append(forms.field(words, REMOVE, away, key="templates-own-remove", optional=True))
    return forms.modal(words, SAVE, blocks, metadata=f"{classroom}:{one.id if one else 0}")
