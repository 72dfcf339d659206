"""What good looks like, where work is looked at: the levels of what a target took from a rubric."""

from collections.abc import Sequence

from bot.domain.terms import TakenCriterion
from bot.messages.blocks import Block, cut, small
from prompts.words import Words

SHOWN_MOST = 900
"""Characters of one criterion with all its levels."""


def descriptors(words: Words, taken: Sequence[TakenCriterion]) -> list[Block]:
    """One line for each criterion; nothing where none was taken."""
    if not taken:
        return []
    return [small(words("terms-looks-like")), *(small(cut(one.text, SHOWN_MOST)) for one in taken)]
