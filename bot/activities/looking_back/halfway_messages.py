"""Halfway: the offer below a check-in, the form, and how the student rated."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.contract import RUNNING, Contract
from bot.domain.halfway import Halfway, halfway_of
from bot.domain.look_back import RATINGS, criteria_of, rating_field
from bot.domain.outbox import Message
from bot.messages import forms
from bot.messages.blocks import Block, actions, bullets, button, cut, say, small
from bot.messages.descriptors import descriptors
from bot.messages.registry import Notice, Reader, message
from bot.messages.terms import target_name
from prompts.words import Typed, Words

OPEN, FORM = "looking_back.open_halfway", "looking_back.halfway"
ASK = "peers.open_ask"
SIGN_MOST = 300


@dataclass(frozen=True, slots=True)
class HalfwayNoted(Notice):
    """To the student: how they rated. A card: it follows the contract."""

    contract: int

    @property
    def subject(self) -> str:
        return f"contract:{self.contract}"


@dataclass(frozen=True, slots=True)
class HalfwayBrief:
    """`may_ask`: they have shown something that a classmate could look at."""

    contract: Contract
    before: Halfway | None
    may_ask: bool = False


def offered(words: Words, contract: int) -> list[Block]:
    """Below the answer to a check-in in the middle of the way."""
    return [say(words, "halfway-offer"), actions([button(words("halfway-button"), OPEN, str(contract))])]


def halfway_form(words: Words, brief: HalfwayBrief) -> dict[str, Any]:
    terms = brief.contract.in_force.terms
    given = halfway_of(terms, brief.before.signs) if brief.before else {}
    blocks = [say(words, "halfway-form")]
    for place, (target, criterion) in enumerate(criteria_of(terms)):
        if place == 0 or criteria_of(terms)[place - 1][0] != target:
            blocks += descriptors(words, terms.targets[target].rubric)
        name = f"{target_name(target, len(terms.targets), words)}: " if len(terms.targets) > 1 else ""
        options = [forms.option(words(f"look-back-rating-{r}"), str(r)) for r in RATINGS]
        element = forms.choice("radio_buttons", options, [str(given[place])] if place in given else [])
        text = cut(f"{name}{criterion.text}", SIGN_MOST)
        blocks.append(forms.field(words, rating_field(place), element, key="look-back-criterion", text=text))
    return forms.modal(words, FORM, blocks, metadata=str(brief.contract.id))


def halfway_noted(notice: HalfwayNoted, brief: HalfwayBrief, reader: Reader) -> Message:
    w = reader.words
    blocks = [say(w, "halfway-noted"), *_rated(w, brief.before)]
    if brief.contract.status not in RUNNING:
        return message(w("halfway-noted"), *blocks)
    value = str(brief.contract.id)
    change = button(w("halfway-change-button"), OPEN, value)
    ask = button(w("peers-ask-button"), ASK, value)
    below = [say(w, "halfway-ask" if brief.may_ask else "halfway-ask-later"), actions([ask, change])]
    return message(w("halfway-noted"), *blocks, small(w("halfway-next")), *below)


def _rated(words: Words, said: Halfway | None) -> Sequence[Block]:
    signs = said.signs if said else ()
    lines = [
        [*words.pieces("halfway-rated", rating=words(f"look-back-rating-{one.rating}")), " · ", Typed(one.text)]
        for one in signs
    ]
    return [bullets(*lines)] if lines else []
