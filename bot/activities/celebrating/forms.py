"""The form in which a student words a shoutout."""

from dataclasses import dataclass
from typing import Any

from bot.domain.check_ins import Named
from bot.language.shoutout import OWN_WORDS_MOST, called
from bot.messages import forms
from prompts.words import Words

WORD = "celebrating.word"


@dataclass(frozen=True, slots=True)
class WordingForm:
    """What it starts with; `name` is the student's, whole."""

    milestone: int
    named: Named
    own_words: str
    name: str


def wording_form(words: Words, form: WordingForm) -> dict[str, Any]:
    """The milestone travels as metadata and is checked again."""
    ways = [
        forms.option(words(f"celebrating-named-{how}", name=called(form.name, how)), how.value)
        for how in Named
        if how is not Named.FIRST or called(form.name, how) != form.name
    ]
    chosen = form.named.value if form.named.value in {way["value"] for way in ways} else Named.FULL.value
    text = forms.text(form.own_words, lines=True, most=OWN_WORDS_MOST)
    blocks = [
        forms.field(words, "named", forms.choice("radio_buttons", ways, [chosen]), key="celebrating-named"),
        forms.field(words, "words", text, key="celebrating-words", hint=True, optional=True),
    ]
    return forms.modal(words, WORD, blocks, metadata=str(form.milestone))
