"""What a message is: rules, and the opinion of weights that were learned."""

from collections.abc import Mapping, Sequence

from bot.language.hearing import rules
from bot.language.hearing.features import Features, features_of
from bot.language.hearing.model import Kind, Moment, Number
from bot.language.hearing.rules import Said
from bot.language.hearing.weights import Weights


def kind_of(said: Said, asked: str, weights: Weights | None) -> Kind:
    """Anything but distress, which is looked for before."""
    by_rule, sure = rules.kind_by_rule(said)
    if sure or weights is None:
        return by_rule
    shares = weights.shares(features(said, asked, by_rule))
    shares.pop(Kind.DISTRESS, None)
    for kind in _impossible(said):
        shares.pop(kind, None)
    return max(shares, key=shares.__getitem__)


def _impossible(said: Said) -> Sequence[Kind]:
    """What a message is not that was asked for a number and gives one."""
    if said.moment is not Moment.CHECK_IN or said.number not in ("sure", "zero"):
        return ()
    if said.number == "zero":
        return _SAYS_NO_NUMBER
    return (*_SAYS_NO_NUMBER, *_SAYS_NOTHING, *(_BEGINS_WITH_NONE if _begins_with_number(said) else ()))


def features(said: Said, asked: str, by_rule: Kind) -> Features:
    """The features of a message, with what the rules make of it as one of them."""
    return features_of(said.words, said.moment, rules.about(asked), said.number, by_rule)


def _begins_with_number(said: Said) -> bool:
    return any(word[0].isdigit() for word in said.words.spoken[:1])


def how_read(text: str, numbers: Mapping[int, Number]) -> str:
    """How a number in the text was read: none, digits (that say no number), asked about, sure, or zero, for sure."""
    if not numbers:
        return "digits" if any(char.isdigit() for char in text) else "none"
    sure = [number.value for number in numbers.values() if number.sure]
    return "asked" if not sure else "sure" if any(sure) else "zero"


_SAYS_NO_NUMBER = (Kind.GREETING, Kind.THANKS, Kind.UNCLEAR)
"""What a message is not that was asked for a number and gives one: "hi, 7 pages", "7, thanks"."""
_SAYS_NOTHING = (Kind.UNWILLING,)
"""What it is not either where that is no zero: "you dont want to know... 7"."""
_BEGINS_WITH_NONE = (Kind.NOT_FOR_US, Kind.AWAY)
"""What it is not either where it begins with that number: "6 of 10, mum helped me with the order", "14 km even with the
blister"."""
COUNTING: Sequence[Kind] = (Kind.ANSWER, Kind.PROGRESS)
"""Kinds of messages that say how it stands."""
BESIDE: Sequence[Kind] = (Kind.CHANGE, Kind.FOR_TEACHER, Kind.STOP)
"""Kinds of messages that may say so before they ask for something else."""
