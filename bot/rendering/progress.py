"""Progress in words and numbers, with a bar of signs: never colour alone."""

from decimal import Decimal

from bot.domain.progress import share
from bot.domain.terms import Target
from bot.rendering.blocks import cut
from prompts.words import Piece, Words

CELLS = 8
_UNIT_MOST = 60


def number(value: Decimal) -> str:
    """As people write it: 14, 1.5; never 1E+2."""
    return f"{value.normalize():f}"


def bar(target: Target, value: Decimal | None) -> str:
    """The way from baseline to goal in eight signs: ▮▮▮▮▯▯▯▯ is halfway."""
    done = 0 if value is None else int(min(max(share(target, value), Decimal(0)), Decimal(1)) * CELLS)
    return "▮" * done + "▯" * (CELLS - done)


def progress(words: Words, target: Target, value: Decimal | None) -> list[Piece]:
    """Bar, share of the way and numbers; `value` is the newest number, None while there is none."""
    unit = cut(target.unit, _UNIT_MOST)
    goal, baseline = number(target.goal), number(target.baseline)
    if value is None:
        return [f"{bar(target, None)} ", *words.pieces("progress-none", baseline=baseline, goal=goal, unit=unit)]
    done = share(target, value)
    if done >= 1:
        said = words.pieces("progress-reached", value=number(value), goal=goal, unit=unit)
    else:
        percent = str(max(int(done * 100), 0))
        said = words.pieces("progress-way", percent=percent, value=number(value), goal=goal, unit=unit)
    return [f"{bar(target, value)} ", *said]
