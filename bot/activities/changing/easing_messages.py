"""Three ways to make a contract easier: the buttons for them, and the short form of each."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from bot.domain.easing import Easing
from bot.domain.terms import Target
from bot.language.terms_typed import place
from bot.messages import forms
from bot.messages.blocks import Block, button, cut, quote, say, small
from bot.messages.days import day
from prompts.words import Words

EASE = "changing.ease"
_SHOWN_MOST = 300


@dataclass(frozen=True, slots=True)
class Offer:
    """For one target of the version that is on the table."""

    contract: int
    version: int
    target: int
    ways: tuple[Easing, ...]


@dataclass(frozen=True, slots=True)
class EasingForm:
    """What the form starts with. `goal` and `due_on` are what is suggested, `sentence` whether it has to be written
    anew by hand with another goal."""

    contract: int
    version: int
    place: int
    way: Easing
    target: Target
    goal: Decimal | None = None
    due_on: date | None = None
    sentence: bool = False

    @property
    def metadata(self) -> str:
        return f"{self.contract}:{self.version}:{self.place}:{self.way}"


def easing_buttons(words: Words, offer: Offer) -> list[dict[str, Any]]:
    value = f"{offer.contract}:{offer.version}:{offer.target}"
    return [button(words(f"easing-{way}-button"), f"changing.ease_{way}", value) for way in offer.ways]


def easing_form(words: Words, form: EasingForm) -> dict[str, Any]:
    blocks = [
        quote(cut(form.target.statement, _SHOWN_MOST)),
        say(words, f"easing-{form.way}-intro"),
        *_fields(words, form),
    ]
    if form.way is Easing.SMALLER:
        blocks.append(small(words("easing-counts-later")))
    blocks.append(small(words("easing-next")))
    title = words(f"easing-{form.way}-title")
    return forms.modal(words, EASE, blocks, metadata=form.metadata, title=title)


def _fields(words: Words, form: EasingForm) -> list[Block]:
    target = form.target

    def field(name: str, element: dict[str, Any], *, hint: bool = False) -> Block:
        key = f"terms-form-{name.replace('_', '-')}"
        return forms.field(words, place(form.place, name), element, key=key, hint=hint)

    if form.way is Easing.PRACTICE:
        return [field("strategies", forms.text(target.strategies, lines=True), hint=True)]
    if form.way is Easing.LATER:
        return [field("due_on", forms.text(day(form.due_on or target.due_on, words), most=60), hint=True)]
    goal = field("goal", forms.number(target.text(form.goal if form.goal is not None else target.goal)))
    sentence = [field("statement", forms.text(target.statement, lines=True))] if form.sentence else []
    return [goal, *sentence]
