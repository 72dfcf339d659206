"""How often a student practised: one tap at a check-in, a field of its form, and the words for it."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.check_ins import practice_most
from bot.domain.contract import Contract
from bot.domain.terms import Target
from bot.language.practice import times_a_week
from bot.messages import forms
from bot.messages.blocks import Block, actions, button, cut, rich, say, small
from prompts.words import SentencePiece, Words

_SHOWN_MOST = 150
"""Characters of how somebody practises, in a question about it."""


def taps(
    words: Words, check_in: int, targets: Sequence[Target], said: Mapping[int, int], *, first: bool
) -> list[Block]:
    """A question and a row of buttons for each target whose practice is agreed, and of which nothing was said yet.
    `first`: nothing was asked before since the contract was signed."""
    blocks: list[Block] = []
    for index, target in enumerate(targets):
        if target.strategies.strip() and index not in said:
            key = "check-in-practice-first" if first else "check-in-practice"
            blocks.append(rich(words.pieces(key, practice=_practice(target))))
            blocks.append(actions([_tap(words, check_in, index, target, times) for times in _offered(target)]))
    return blocks


def field(words: Words, index: int, target: Target, said: int | None) -> list[Block]:
    """The same in a form, where practice is agreed."""
    if not target.strategies.strip():
        return []
    options = [forms.option(times_in_words(words, target, times), str(times)) for times in _offered(target)]
    chosen = [] if said is None else [str(said)]
    element, key = forms.choice("static_select", options, chosen), "check-in-practice-field"
    practice = _practice(target)
    return [forms.field(words, f"practised-{index}", element, key=key, optional=True, hint=True, practice=practice)]


def said_in_words(words: Words, target: Target, times: int | None) -> list[SentencePiece]:
    """A line for beside the progress; empty where nothing was said."""
    if times is None:
        return []
    return ["\n", *words.pieces("check-in-said-practised", times=times_in_words(words, target, times))]


def said_last_time(words: Words, target: Target, times: int | None) -> list[SentencePiece]:
    if times is None:
        return []
    return ["\n", *words.pieces("check-in-practised-last-time", times=times_in_words(words, target, times))]


def times_in_words(words: Words, target: Target, times: int) -> str:
    """ "2 times"; the last one on offer is "3 times or more"."""
    if times >= _most(target):
        return words("check-in-times-or-more", times=times)
    return words("check-in-times", times=times)


def what_then(words: Words, check_in: int, contract: Contract, next_step: str) -> list[Block]:
    """After a setback: what they wrote that they do where something gets in the way, to keep or to change. `next_step`
    is what they said that they do now; then nothing is asked."""
    change = button(words("check-in-another-way-button"), "changing.open", _version(contract))
    targets = contract.in_force.terms.targets
    return [*_why(words, targets), *_way(words, check_in, targets, change, next_step)]


def _why(words: Words, targets: Sequence[Target]) -> list[Block]:
    """Where they said that they will use it, in their own words."""
    said = next((target.why for target in targets if target.why), "")
    return [rich(words.pieces("check-in-why", why=cut(said, _SHOWN_MOST)))] if said else []


def _way(words: Words, check_in: int, targets: Sequence[Target], change: dict[str, Any], next_step: str) -> list[Block]:
    place, target = next(((i, t) for i, t in enumerate(targets) if t.fallback), (0, None))
    if target is None:
        return [] if next_step else [say(words, "check-in-what-then"), actions([change])]
    if next_step:
        return [small(words("check-in-same-way-kept"))] if next_step == target.fallback else []
    obstacle, fallback = cut(target.obstacle, _SHOWN_MOST), cut(target.fallback, _SHOWN_MOST)
    key = "check-in-your-way" if obstacle else "check-in-your-way-then"
    same = button(words("check-in-same-way-button"), "checking_in.same_plan", f"{check_in}:{place}")
    return [rich(words.pieces(key, obstacle=obstacle, fallback=fallback)), actions([same, change])]


def _version(contract: Contract) -> str:
    return f"{contract.id}:{contract.on_the_table.number}"


def _tap(words: Words, check_in: int, index: int, target: Target, times: int) -> dict[str, Any]:
    label = times_in_words(words, target, times)
    return button(label, f"checking_in.practised_{index}_{times}", f"{check_in}:{index}:{times}")


def _offered(target: Target) -> range:
    return range(_most(target) + 1)


def _most(target: Target) -> int:
    return practice_most(times_a_week(target.strategies))


def _practice(target: Target) -> str:
    return cut(target.strategies, _SHOWN_MOST)
