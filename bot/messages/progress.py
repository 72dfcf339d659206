"""Progress in words and numbers, with a bar of signs: never colour alone."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from bot.domain.progress import share
from bot.domain.terms import Target, number_text
from bot.messages.blocks import Block, cut, rich
from bot.messages.terms import target_name
from prompts.words import Piece, Words

Values = Mapping[int, Decimal]
"""The newest number of each target, counted from 0."""

CELLS = 8
_UNIT_MOST = 60
_STATEMENT_MOST = 300


def bar(target: Target, value: Decimal | None) -> str:
    """The way from baseline to goal in eight signs that every font has: ●●●●○○○○ is halfway."""
    done = 0 if value is None else int(min(max(share(target, value), Decimal(0)), Decimal(1)) * CELLS)
    return "●" * done + "○" * (CELLS - done)


def progress(words: Words, target: Target, value: Decimal | None) -> list[Piece]:
    """Bar, share of the way and numbers; `value` is the newest number, None while there is none."""
    return [f"{bar(target, value)} ", *progress_words(words, target, value)]


def progress_words(words: Words, target: Target, value: Decimal | None) -> list[Piece]:
    unit = cut(target.unit, _UNIT_MOST)
    goal = number_text(target.goal)
    if value is None:
        return words.pieces("progress-none", baseline=number_text(target.baseline), goal=goal, unit=unit)
    done = share(target, value)
    if done >= 1:
        return words.pieces("progress-reached", value=number_text(value), goal=goal, unit=unit)
    percent = str(max(int(done * 100), 0))
    return words.pieces("progress-way", percent=percent, value=number_text(value), goal=goal, unit=unit)


def target_progress(words: Words, targets: Sequence[Target], index: int, values: Values) -> Block:
    """A target's statement, and how far it is."""
    target = targets[index]
    name = target_name(index, len(targets), words)
    statement = cut(target.statement, _STATEMENT_MOST)
    return rich(
        words.pieces("progress-target", name=name, statement=statement),
        progress(words, target, values.get(index)),
    )
