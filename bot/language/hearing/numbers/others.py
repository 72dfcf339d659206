"""Whose number one is: "my friend got 7" and "coach lands 9" say nothing of the writer."""

import re
from functools import cache

from bot.language.hearing.numbers.context import part_before, since_last_number
from bot.language.hearing.numbers.phrases import any_of, anywhere, at_the_end, listed

_WORDS = r"(?:\s[^\W\d_]+)"


def is_theirs(before: str) -> bool:
    """Whether the words before a number give it to somebody else."""
    part = since_last_number(part_before(before))
    if _thing_with().search(part):
        return True
    having = any(_is_subject(found, part) for pattern in _having() for found in pattern.finditer(part))
    return having or _does_something(part)


def is_perhaps_theirs(before: str) -> bool:
    """Whether what stands before a number could be a name: "maya got 7"."""
    found = _named().search(before)
    return found is not None and found[1] not in listed("theirs", "no_names")


def _does_something(part: str) -> bool:
    """Whether somebody does something with a number that is no telling: "frau adler manages 22", "my boss needs 6"."""
    return any(
        _is_subject(found, part)
        and not _is_spoken_to(found, part)
        and not anywhere("theirs", "reports").search(found["does"])
        for found in _doing().finditer(part)
    )


def _is_spoken_to(found: re.Match[str], part: str) -> bool:
    """ "bro benched 65" speaks to somebody, "my bro benched 65" of him."""
    before = part[: found.start("who")].split()
    return found["who"] in listed("theirs", "addressed") and before[-1:] not in (
        [word] for word in listed("theirs", "whose")
    )


def _is_subject(found: re.Match[str], part: str) -> bool:
    """Not where the writer comes in after all: "my friend says i got 7", "with my friend i got 7"."""
    beside = at_the_end("theirs", "beside").search(part[: found.start("who")])
    return not beside and not anywhere("theirs", "mine").search(part[found.end("who") :])


@cache
def _having() -> tuple[re.Pattern[str], ...]:
    people, pronouns = any_of("theirs", "people"), any_of("theirs", "pronouns")
    return (
        re.compile(
            rf"(?<!\w)(?P<who>{people}|{pronouns}){_WORDS}{{0,3}}?\s{any_of('theirs', 'has')}{_WORDS}{{0,2}}\s?$"
        ),
        re.compile(rf"(?<!\w)(?P<who>{people})\s{any_of('theirs', 'is')}{_WORDS}{{0,2}}\s?$"),
    )


@cache
def _thing_with() -> re.Pattern[str]:
    """ "the book has 300"."""
    return re.compile(rf"(?<!\w)the {any_of('theirs', 'things')} {any_of('theirs', 'holds')}{_WORDS}{{0,2}}\s?$")


@cache
def _doing() -> re.Pattern[str]:
    titled = rf"{any_of('theirs', 'titles')}(?!\s{any_of('theirs', 'mine')}\b){_WORDS}"
    people = f"{any_of('theirs', 'people')}|{any_of('theirs', 'roles')}|{titled}"
    return re.compile(rf"(?<!\w)(?P<who>{people})(?P<does>{_WORDS}{{1,3}})\s?$")


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[.,!?\n]|\bbut)\s*([^\W\d_]+) {any_of('theirs', 'named')} $")
