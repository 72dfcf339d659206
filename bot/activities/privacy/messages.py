"""What is said, and shown, when somebody's data is erased."""

from dataclasses import dataclass
from typing import Any

from bot.domain.disclosure import SETTINGS, Policy
from bot.domain.outbox import Message
from bot.messages import forms
from bot.messages.blocks import Block, say, small
from bot.messages.registry import Notice, Reader, message
from prompts.words import Words

# What is said when somebody's data is erased.


@dataclass(frozen=True, slots=True)
class ContractRemoved(Notice):
    """To the teachers of a class: a contract is gone, with all that belonged to it. It does not say whose."""

    classroom: int


FORM = "privacy.keep"


def policy_form(words: Words, policy: Policy) -> dict[str, Any]:
    """How long the workspace keeps what, in days."""
    blocks: list[Block] = [say(words, "privacy-form-what"), say(words, "privacy-form-open")]
    for setting in SETTINGS:
        number = forms.number(str(getattr(policy, setting)))
        blocks.append(forms.field(words, setting, number, key=f"retention-{setting.replace('_', '-')}"))
    return forms.modal(words, FORM, blocks)


def contract_removed(notice: ContractRemoved, brief: str, reader: Reader) -> Message:
    w = reader.words
    return message(
        w("contract-removed", classroom=brief),
        say(w, "contract-removed", classroom=brief),
        small(w("contract-removed-what")),
    )


def empty_home(words: Words) -> list[Block]:
    """The Home of somebody of whom nothing is known any more."""
    return [say(words, "home-erased"), small(words("home-erased-again"))]
