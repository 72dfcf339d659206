"""What is said, and shown, when somebody's data is erased."""

from typing import Any

from bot.activities.privacy.notices import ContractRemoved
from bot.domain.outbox import Message
from bot.domain.retention import SETTINGS, Policy
from bot.messages import forms
from bot.messages.blocks import Block, say, small
from bot.messages.renderers import Reader, message, renders
from prompts.words import Words

FORM = "privacy.keep"


def policy_form(words: Words, policy: Policy) -> dict[str, Any]:
    """How long the workspace keeps what, in days."""
    blocks: list[Block] = [say(words, "privacy-form-what"), say(words, "privacy-form-open")]
    for setting in SETTINGS:
        number = forms.number(str(getattr(policy, setting)))
        blocks.append(forms.field(words, setting, number, key=f"retention-{setting.replace('_', '-')}"))
    return forms.modal(words, FORM, blocks)


@renders(ContractRemoved)
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
