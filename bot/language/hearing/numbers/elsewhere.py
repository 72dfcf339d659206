"""Whether what is said around a number is about something else than the target: "bus takes 50 mins", "20 min nap"."""

import re
from decimal import Decimal
from functools import cache

from bot.language.hearing.model import Aim
from bot.language.hearing.numbers.context import part_after, part_before, since_last_number
from bot.language.hearing.numbers.measures import Unit, any_of, listed, pairs
from bot.language.reading.text import fold

_WORDS = re.compile(r"[^\W\d_]+")
_DONE = ("ed", "ing")
"""Ends of a word that says what somebody did: "collapsed at 26"."""
_SHORT = 2
_ALIKE = 4
"""Letters with which words for one thing begin alike: "practise", "practised"."""


def is_elsewhere(before: str, after: str, aim: Aim, measure: Unit) -> bool:
    """Whether a number may count something that the target is not about."""
    own = _own_words(aim)
    part = _begins_anew().split(since_last_number(part_before(before)))[-1]
    if _tells_of_another(part, own) or _is_of_a_thing(part, own):
        return True
    left = bool(measure.per or measure.total) and _is_followed_by("left", after, own)
    return left or _is_followed_by("behind", after, own)


_DISTANCE = re.compile(r"(?<![\w.,:])(\d+(?:[.,]\d+)?) ?([a-z]+)(?![\w])")


def is_another_distance(before: str, after: str, aim: Aim) -> bool:
    """Whether a time is told of another distance than that of the target: "3k in 17 mins", where 5 km are run."""
    part = f"{part_before(before)} {part_after(after)}"
    own, told = (_distances(text) for text in (fold(f"{aim.statement} {aim.unit}"), part))
    return bool(own and told) and own.isdisjoint(told)


def _distances(text: str) -> set[Decimal]:
    """Those that a text names, in metres."""
    metres = dict(pairs("elsewhere", "metres"))
    found = ((said[1], metres.get(said[2])) for said in _DISTANCE.finditer(text))
    return {Decimal(number.replace(",", ".")) * Decimal(length) for number, length in found if length is not None}


@cache
def _own_words(aim: Aim) -> frozenset[str]:
    """The beginnings of the words of a target, and of those that go with them."""
    words = set(_WORDS.findall(fold(f"{aim.statement} {aim.unit}")))
    more = {word for group in listed("elsewhere", "related") if not words.isdisjoint(group) for word in group}
    return frozenset(word[:_ALIKE] for word in words | more if len(word) > _SHORT)


def _tells_of_another(part: str, own: frozenset[str]) -> bool:
    """ "slept 40 mins", "gym for 45 mins", and not "on the bus 40 mins"."""
    return any(found[1][:_ALIKE] not in own for found in _doing().finditer(part))


def _is_of_a_thing(part: str, own: frozenset[str]) -> bool:
    """ "bar is 20", "test took 45 minutes"."""
    found = _thing().search(part)
    if found is None or found["thing"][:_ALIKE] in own:
        return False
    if found["is"] in listed("elsewhere", "lasting") and found["thing"] in listed("elsewhere", "lasts"):
        return True
    done = found["is"] == "at" and found["thing"].endswith(_DONE)
    return not done and found["thing"] not in listed("elsewhere", "results")


def _is_followed_by(name: str, after: str, own: frozenset[str]) -> bool:
    """ "20 min nap", "15 pages left", and not "8 till now"."""
    found = _behind(name).match(after)
    within = found is not None and found.end() <= len(part_after(after))
    return found is not None and within and found[1].split()[-1][:_ALIKE] not in own


@cache
def _begins_anew() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('elsewhere', 'begins_anew')} ")


@cache
def _doing() -> re.Pattern[str]:
    beside = "".join(rf"(?<!\b{word} )(?<!\b{word} the )(?<!\b{word} my )" for word in listed("elsewhere", "beside"))
    return re.compile(rf"{beside}(?<!\w)({any_of('elsewhere', 'words')})(?!\w)(?! {any_of('theirs', 'reports')})")


@cache
def _thing() -> re.Pattern[str]:
    about = rf"(?: {any_of('elsewhere', 'about')})?"
    return re.compile(rf"(?<!\w)(?P<thing>[^\W\d_]{{2,}}) (?P<is>{any_of('elsewhere', 'is')}){about}\s?[£$€]?$")


@cache
def _behind(name: str) -> re.Pattern[str]:
    between = rf"(?:(?!{any_of('elsewhere', 'no_between')}\b)[^\W\d_]+\s){{0,2}}?"
    return re.compile(rf"\s?{between}({any_of('elsewhere', name)})(?!\w)(?! {any_of('elsewhere', 'until_now')})")
