"""What a teacher may reply to a check-in, by rule from what was said: a question, a strategy of the contract, praise.

Praise is for how somebody went about it and not for the person (Hattie and Timperley 2007).

Only what was answered is looked at. What was set aside, for whatever reason, says nothing here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.check_ins import Reply
from bot.domain.progress import way
from bot.domain.terms import Target

MOST = 5
MODEL = "model"
"""The key of what a language model wrote: its text is the whole."""
UNSURE = 2
"""Who is so sure at most, of five."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`key` is the end of a copy key; `text` is what the contract says, where the sentence has it."""

    key: str
    text: str = ""


def suggestions(
    targets: Sequence[Target], replies: Mapping[int, Reply], before: Mapping[int, Reply]
) -> tuple[Suggestion, ...]:
    """The most fitting ones first; none for what says nothing."""
    first = replies.get(0)
    if first is None or all(reply.is_blank for reply in replies.values()):
        return ()
    ways = {_way(targets[at], reply, before.get(at)) for at, reply in replies.items() if at < len(targets)}
    found = [*_of_numbers(ways, targets[0], first), *_of_words(first)]
    if not first.next_step:
        found.append(Suggestion("next"))
    return tuple(dict.fromkeys(found))[:MOST]


def _way(target: Target, reply: Reply, before: Reply | None) -> int:
    if reply.value is None:
        return 0
    standing = before.value if before is not None and before.value is not None else target.baseline
    return way(target, reply.value, standing)


def _of_numbers(ways: set[int], target: Target, first: Reply) -> list[Suggestion]:
    """Somebody whose numbers go forward in one target and back in another is asked about both."""
    found = []
    if 1 in ways:
        found.append(Suggestion("forward", target.strategies) if target.strategies else Suggestion("forward-plain"))
    if -1 in ways:
        found.append(Suggestion("back"))
        found += [Suggestion("fallback", target.fallback)] if target.fallback else []
    if first.practised and 1 not in ways:
        found.append(Suggestion("practised"))
    return found


def _of_words(first: Reply) -> list[Suggestion]:
    said = (
        ("talk", bool(first.talk)),
        ("stuck", bool(first.did_not_work)),
        ("worked", bool(first.worked)),
        ("unsure", first.confidence is not None and first.confidence <= UNSURE),
    )
    return [Suggestion(key) for key, is_so in said if is_so]
