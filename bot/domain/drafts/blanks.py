"""Open places in a draft target: "__" stands for a number that the student fills in."""

import re
from itertools import count

BLANK = "__"
_BLANK = re.compile(r"_{2,}")


def blanks_in(text: str) -> int:
    """How many open places a sentence has."""
    return len(_BLANK.findall(text))


def filled(text: str, fillings: list[str]) -> str:
    """The sentence with its open places filled, in order. ValueError where there are not as many as places."""
    if len(fillings) != blanks_in(text):
        raise ValueError("as many fillings as open places")
    rest = iter(fillings)
    return _BLANK.sub(lambda place: next(rest), text)


def tried_out(text: str) -> str:
    """The sentence with sample numbers in its open places, for reading it: 3, 4, 5 …"""
    numbers = count(3)
    return _BLANK.sub(lambda place: str(next(numbers)), text)


def tidy(text: str) -> str:
    """One line, with every open place written the same way."""
    return _BLANK.sub(BLANK, " ".join(text.split()))
