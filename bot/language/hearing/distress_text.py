"""Undo how people write in a hurry, in a second language, or to hide a word: what comes out are plain words."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

END = "."
"""Stands among the words where a sentence ends: no gap reaches over it."""

_SAME_LETTER = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ة": "ه", "ى": "ي", "ٱ": "ا"})
_MASKS = str.maketrans(
    {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "$": "s", "@": "a", "!": "i", "|": "i", "€": "e"}
)
_NO_SOUND = re.compile("['’‘`´ʼ\u200b-\u200f\u2060\ufeff\u00ad\u0640]")
_INVISIBLE = {"Mn", "Me", "Cf"}
# A link, a channel, and whom Slack calls by a word of its own: none of it is said of anybody.
_LINK = re.compile(r"<?https?://[^\s>|]+|<?[@!](?:here|channel|everyone)\b>?|#[\w-]+")
# A word; one that hides letters ("k!ll", "s*icide"); the end of a sentence. Two dots and more are a breath, not an end.
_PIECE = re.compile(
    r"[\u3040-\u30ff\u4e00-\u9fff]"
    r"|[^\W_\u3040-\u30ff\u4e00-\u9fff]+(?:[!$@*#€|][^\W_\u3040-\u30ff\u4e00-\u9fff]+|\*+[^\W_]+)*"
    r"|(?<![.])[.](?![.])|[!?;…]"
)
_SPELT_OUT = re.compile(r"(?<!\w)(?:[^\W\d_][ .\-_*]{1,2}){3,}[^\W\d_](?!\w)")
_LONG_RUN = re.compile(r"(.)\1{2,}")
_RUN = re.compile(r"(.)\1+")
_HIDES = re.compile(r"[^\W\d_][\d!$@€|]|[$@!][^\W\d_]")
_STARS = re.compile(r"[*#]+")
_TORN_OFF = frozenset({"t", "m", "ve", "re", "ll"})
"""What an apostrophe leaves when it is typed as a space: "don t"."""
_LONGEST_WORD, _SHORTEST_TORN = 30, 4


def fold(text: str) -> str:
    """The text without case, marks over letters, apostrophes and what can not be seen. Its length may change."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    if not plain.isascii():
        plain = "".join(char for char in plain if unicodedata.category(char) not in _INVISIBLE).translate(_SAME_LETTER)
    return _NO_SOUND.sub("", plain)


def pieces(text: str) -> list[str]:
    """The words of a text as they stand there, folded, and the marks that end its sentences."""
    return _PIECE.findall(_joined(_LINK.sub(" ", fold(text))))


@dataclass(frozen=True)
class DistressSpelling:
    """How the words of a language are written by people: `known` are those that the rules look for, `respelt`
    says what short forms stand for ("wud", "dont"), `guarded` are the telling words, known with a letter wrong."""

    known: frozenset[str]
    respelt: Mapping[str, str]
    guarded: frozenset[str]

    @cached_property
    def _by_gap(self) -> dict[str, str]:
        return {gap: word for word in sorted(self.guarded) for gap in _with_one_gap(word)}

    def words(self, pieces: Sequence[str]) -> list[str]:
        """The plain words of the pieces of a text, with END where a sentence ends."""
        return [word for piece in self._whole(pieces) for word in self._plain(piece)]

    def _whole(self, pieces: Sequence[str]) -> Iterator[str]:
        """Words that were torn in two ("sui cide", "any more") put together again."""
        at = 0
        while at < len(pieces):
            both = pieces[at] + pieces[at + 1] if at + 1 < len(pieces) else ""
            torn = self._is_torn(both, pieces[at : at + 2])
            yield both if torn else pieces[at]
            at += 2 if torn else 1

    def _is_torn(self, both: str, parts: Sequence[str]) -> bool:
        if both in self.guarded:
            return len(both) > _SHORTEST_TORN
        return both in self.respelt and parts[1] in _TORN_OFF

    def _plain(self, piece: str) -> list[str]:
        if piece in ".!?;…":
            return [END]
        found = self._found(piece)
        return self.respelt[found].split() if found in self.respelt else [found]

    def _found(self, piece: str) -> str:
        if self._knows(piece) or len(piece) > _LONGEST_WORD:
            return piece
        for guess in self._guesses(piece):
            if self._knows(guess):
                return guess
        return self._nearly(_unmasked(piece)) or piece

    def _knows(self, word: str) -> bool:
        return word in self.known or word in self.respelt

    def _guesses(self, piece: str) -> Iterator[str]:
        if piece.isalpha() and not _RUN.search(piece):
            return
        for shown in (piece, _unmasked(piece), _unmasked(piece).replace("i", "l", 1)):
            yield shown
            yield _LONG_RUN.sub(r"\1", shown)
            yield _LONG_RUN.sub(r"\1\1", shown)
            yield _RUN.sub(r"\1", shown)

    def _nearly(self, word: str) -> str | None:
        """The guarded word that this is with one letter wrong, hidden, missing, too many, or two exchanged."""
        bare = _LONG_RUN.sub(r"\1", word)
        if _STARS.search(bare):
            hidden = re.compile(_STARS.sub(lambda stars: rf"\w{{1,{len(stars[0])}}}", bare))
            return next((guess for guess in sorted(self.guarded) if hidden.fullmatch(guess)), None)
        if len(bare) < 5:
            return None
        for gap in (bare, *_with_one_gap(bare)):
            near = self._by_gap.get(gap)
            if near is not None and near[0] == bare[0] and abs(len(near) - len(bare)) <= 1:
                return near
        return None


def _with_one_gap(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(1, len(word))]


def _unmasked(piece: str) -> str:
    """ "k1ll" is "kill"; "5km" stays."""
    return piece.translate(_MASKS) if _HIDES.search(piece) and not piece[0].isdigit() else piece


def _joined(text: str) -> str:
    """ "s u i c i d e" and "k.i.l.l" as words."""
    return _SPELT_OUT.sub(lambda letters: "".join(char for char in letters[0] if char.isalpha()), text)


# The rules' own small language, and where they are found among the words of a message.
#
# A rule is a row of words. `<name>` stands for any of the words listed under that name, `<one|other>` for both lists,
# `a|b` for one of the two; what ends in "?" may be missing; `..` stands for up to three words, `...` for up to eight
# of the same sentence. Within a word "_" stands for a space.


_GAPS = {"..": r"(?:[^ .]+ ){0,3}?", "...": r"(?:[^ .]+ ){0,8}?"}
_PART = re.compile(r"<[^>]+>|[^|]+")
_WINDOW, _STEP = 60, 40
"""A long message is read in windows of so many words, which overlap by more than a rule spans."""
_SHORTEST = 3
"""Words of a sentence that is read for itself."""


@dataclass(frozen=True)
class Sign:
    """A rule made ready. `needs`: for each word that may not be missing, the name of its list."""

    of: str
    expression: str
    needs: frozenset[str]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Made when it is first needed: few messages need more than a few."""
        return re.compile(self.expression)


@dataclass(frozen=True, slots=True)
class SignFound:
    """A rule that was met: what it is a sign of, and where in the window's text."""

    of: str
    start: int
    end: int


@dataclass(frozen=True)
class Signs:
    """The rules of a language. `rules` has them by what they are a sign of; `lists` has the words by name."""

    rules: Mapping[str, Sequence[str]]
    lists: Mapping[str, str]

    @cached_property
    def _first_words(self) -> dict[str, frozenset[str]]:
        """For each word, the lists of which it is the first word of an entry."""
        lists_of: dict[str, set[str]] = {}
        for rule in self._all():
            for element in _elements(rule):
                for words in self._choices(element):
                    lists_of.setdefault(words.split(" ")[0], set()).add(element)
        return {word: frozenset(names) for word, names in lists_of.items()}

    @property
    def first_words(self) -> frozenset[str]:
        """No rule is met in a text that has none of these."""
        return frozenset(self._first_words)

    @cached_property
    def signs(self) -> tuple[Sign, ...]:
        return tuple(self._sign(of, rule) for of, rules in self.rules.items() for rule in rules)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word that a rule looks for."""
        return frozenset(
            word
            for rule in self._all()
            for element in _elements(rule)
            for words in self._choices(element)
            for word in words.split(" ")
        )

    def found(self, text: str) -> Iterator[SignFound]:
        """The rules that are met in a text as `joined` gives it."""
        lists_of = self._first_words
        present = frozenset().union(*map(lists_of.__getitem__, lists_of.keys() & set(text.split(" "))))
        if not present:
            return
        for sign in self.signs:
            if sign.needs <= present:
                for match in sign.pattern.finditer(text):
                    yield SignFound(sign.of, match.start(), match.end())

    def _all(self) -> Iterator[str]:
        for rules in self.rules.values():
            yield from rules

    def _choices(self, element: str) -> list[str]:
        return [choice.replace("_", " ") for part in _PART.findall(element) for choice in self._listed(part)]

    def _listed(self, part: str) -> list[str]:
        if not part.startswith("<"):
            return [part]
        listed: list[str] = []
        for name in part[1:-1].split("|"):
            for word in self.lists[name].split():
                listed += self._listed(word) if word.startswith("<") else [word]
        return listed

    def _sign(self, of: str, rule: str) -> Sign:
        parts, needs = [], set()
        for element in rule.split():
            if element in _GAPS:
                parts.append(_GAPS[element])
                continue
            name = element.removesuffix("?")
            choices = sorted(self._choices(name), key=lambda words: (-len(words), words))
            parts.append(
                "(?:" + "|".join(map(re.escape, choices)) + ") "
                if name == element
                else "(?:(?:" + "|".join(map(re.escape, choices)) + ") )?"
            )
            if name == element:
                needs.add(name)
        return Sign(of, "(?<= )" + "".join(parts), frozenset(needs))


def joined(words: Sequence[str]) -> str:
    """The words as a text in which rules are found: a space before each and after the last."""
    return " " + " ".join(words) + " "


def windows(words: Sequence[str]) -> Iterator[str]:
    """A message as texts of a bounded length, each found in for itself."""
    for start in range(0, max(len(words) - (_WINDOW - _STEP), 1), _STEP):
        yield joined(words[start : start + _WINDOW])


def parts(window: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a window stand that say anything; none where it is one alone."""
    if END not in window.split()[:-1]:
        return
    start = 0
    for sentence in window.split(f" {END}"):
        if len(sentence.split()) >= _SHORTEST:
            yield start, start + len(sentence)
        start += len(sentence) + len(END) + 1


def _elements(rule: str) -> Iterator[str]:
    return (element.removesuffix("?") for element in rule.split() if element not in _GAPS and element != END)
