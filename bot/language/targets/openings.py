"""The words that a pattern can begin with and those that it needs, so that it is tried only beside them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

DIGITS = "0"
"""Stands for any word in digits."""
ANY = "_"
"""Stands for any word at all."""

_ATOM = re.compile(
    r"(?P<look>\(\?[=!])|(?P<open>\(\?:)|(?P<digits>\[0-9\])|(?P<class>\[[^]]*\])|\{(?P<group>[a-z_]+)\}"
    r"|(?P<any>(?<![\w'])_(?![\w']))|\\(?P<escaped>.)|(?P<plain>[^\\])"
)
_REPEAT = re.compile(r"(?P<none>[?*]|\{0,[0-9]*\})?(?:\+|\{[0-9,]+\})?\??")
_WORD_BEGINS = re.compile(r"(?:^| | \)(?:[?*+]|\{[0-9,]+\})?\??)$")
_WORD_ENDS = re.compile(r" |\(\?[:=!] |$")


class Conditions(NamedTuple):
    """`openings`: the words of which one comes first. `needs`: of each set, one word is somewhere in a match."""

    openings: frozenset[str]
    needs: tuple[frozenset[str], ...]


@dataclass(slots=True)
class _Begun:
    """What a part of a pattern begins with: whole words, and pieces of a word that is not over yet."""

    words: set[str] = field(default_factory=set)
    pieces: set[str] = field(default_factory=set)

    def add(self, other: "_Begun") -> None:
        self.words |= other.words
        self.pieces |= other.pieces

    @property
    def listed(self) -> frozenset[str]:
        """Every first word; `ANY` where they can not be listed."""
        words = self.words | self.pieces
        return frozenset({ANY} if any(ANY in word for word in words) else words)


def conditions(pattern: str, groups: Mapping[str, Sequence[str]]) -> Conditions:
    """Where a pattern can match at all, given the words and phrases of its groups."""
    parser = _Parser(pattern, groups)
    begun = parser.choice()
    needs = tuple(parser.needs) if parser.alternatives == 1 else ()
    return Conditions(begun.listed, needs)


class _Parser:
    def __init__(self, pattern: str, groups: Mapping[str, Sequence[str]]) -> None:
        self.pattern = pattern
        self.groups = groups
        self.at = 0
        self.depth = 0
        self.alternatives = 1  # of the pattern as a whole
        self.needs: list[frozenset[str]] = []

    def choice(self) -> _Begun:
        """Alternatives up to the bracket that closes them, which is passed."""
        every, one = _Begun(), _Begun(pieces={""})
        while self.at < len(self.pattern) and self.pattern[self.at] != ")":
            if self.pattern[self.at] == "|":
                self.at += 1
                self.alternatives += self.depth == 0
                every.add(one)
                one = _Begun(pieces={""})
            else:
                self.extend(one)
        self.at += 1
        every.add(one)
        return every

    def extend(self, begun: _Begun) -> None:
        """Reads the next atom with its repeat, and puts it behind the pieces that are not over."""
        start = self.at
        atom = self.atom()
        repeat = _REPEAT.match(self.pattern, self.at)
        self.at = repeat.end() if repeat else self.at
        optional = bool(repeat and repeat["none"])
        if not self.depth and not optional:
            self.note_need(start, atom)
        before = begun.pieces
        if before:
            begun.words |= {piece + word for piece in before for word in atom.words}
            begun.pieces = {piece + more for piece in before for more in atom.pieces} | (before if optional else set())

    def note_need(self, start: int, atom: _Begun) -> None:
        """An atom that must be there and is a word, or begins one."""
        listed = atom.listed
        whole = _WORD_BEGINS.search(self.pattern, 0, start) and _WORD_ENDS.match(self.pattern, self.at)
        if whole and listed.isdisjoint(("", ANY)) and not any(DIGITS in word for word in listed):
            self.needs.append(listed)

    def atom(self) -> _Begun:
        found = _ATOM.match(self.pattern, self.at)
        if found is None:
            raise ValueError(self.pattern)
        self.at = found.end()
        if found["open"] or found["look"]:
            self.depth += 1
            inside = self.choice()
            self.depth -= 1
            return inside if found["open"] else _Begun(pieces={""})
        if found["group"]:
            return self.group(found["group"])
        if found["plain"] == " ":
            return _Begun(words={""})
        sign = found["escaped"] or found["plain"]
        return _Begun(pieces={sign or (DIGITS if found["digits"] else ANY)})

    def group(self, name: str) -> _Begun:
        phrases = [phrase.split(" ") for phrase in self.groups[name]]
        return _Begun(
            words={words[0] for words in phrases if len(words) > 1},
            pieces={words[0] for words in phrases if len(words) == 1},
        )
