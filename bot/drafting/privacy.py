"""Takes out of texts whatever could say who somebody is, and puts it back. Pure; offline.

Every name that Slack knows is replaced, in full and by its parts, with and without accents, in any case, with and
without an apostrophe; handles are replaced with and without the "@"; and ids, e-mail addresses, links and long numbers
by their shape. Where a name is a word too ("will", "may", "art"), the word stays where its place, its case and the
words around it say so; when in doubt it is taken out, which costs a little sense and nothing else. A handle that is a
word of every text ("the") or has two letters is taken out only where it stands like a name.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise

from bot.domain.names import FEWEST_LETTERS, is_common, names_one
from bot.domain.reading.text import load_words

PLACE = re.compile(r"\[\s*(person|link|address|number|account)\s+([0-9]{1,4})\s*\]", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*")
_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("account", re.compile(r"<[@#!][^<>\s]{1,80}(?:\|[^<>]{0,80})?>")),
    ("address", re.compile(r"(?<![\w.+%'-])[\w.+%'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")),
    ("link", re.compile(r"(?:https?://|www\.)[^\s<>\"']{1,500}", re.IGNORECASE)),
    ("account", re.compile(r"(?<![\w@])@\w[\w.'-]{0,80}")),
    ("account", re.compile(r"(?<!\w)(?=[A-Z]*[0-9])[UWCDGTB][A-Z0-9]{6,20}(?!\w)")),
    ("number", re.compile(r"(?<![\w.+])\+?\(?[0-9](?:[\s()./-]{0,2}[0-9]){5,18}(?!\w)")),
    ("number", re.compile(r"(?<!\w)[A-Za-z]{1,4}-?[0-9]{4,12}(?!\w)")),
)
_SENTENCE_START = re.compile(r"(?:^|[.!?:…\n])[\s\"'“”‘’()*_•–-]*$")
_LOOK_BACK = 12
_WITHIN_A_NAME = frozenset((" ", "-", "'", "’"))
_ALONE = {"ß": "ss", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
_SPELT = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"}
_NO_SPACES = 0x2E80
"""From this character on, writing puts no spaces between words."""


@dataclass(frozen=True, slots=True)
class _Words:
    words: frozenset[str]
    titles: frozenset[str]
    particles: frozenset[str]
    pronouns: frozenset[str]
    modals: frozenset[str]
    askers: frozenset[str]
    month_leads: frozenset[str]
    months: frozenset[str]
    articles: frozenset[str]
    followers: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    kind: str


class Hiding:
    """Hides several texts together: what reads the same has the same placeholder in all of them."""

    def __init__(
        self, names: Iterable[str], ids: Iterable[str] = (), lang: str = "en", *, handles: Iterable[str] = ()
    ) -> None:
        self._words = _words(lang)
        self._lang = lang
        full = [tokens for name in names for tokens in _spellings(name)]
        handles = tuple(filter(None, handles))
        of_handles = {t for handle in handles for tokens in _spellings(handle) for t in tokens}
        sure = {t for t in of_handles if len(t) >= FEWEST_LETTERS and not is_common(t, lang)}
        nobody = self._words.particles | self._words.titles
        self._parts = frozenset(t for t in (*chain(*full), *sure) if len(t) > 1 and t not in nobody)
        self._loose = frozenset(t for t in of_handles - self._parts if len(t) > 1 and t not in nobody)
        self._pairs = frozenset(pair for tokens in full for pair in pairwise(tokens))
        self._known = _known((*filter(None, ids), *self._unspaced()), filter(names_one, handles))
        self._places: dict[tuple[str, str], str] = {}

    @property
    def placeholders(self) -> frozenset[str]:
        """Those given out so far."""
        return frozenset(self._places.values())

    def _unspaced(self) -> Iterator[str]:
        return (t for t in self._parts if ord(t[0]) >= _NO_SPACES)

    def hide(self, text: str) -> str:
        """The text with placeholders such as "[person 1]"; what only looks like one loses its brackets."""
        plain = PLACE.sub(lambda found: f"({found[1]} {found[2]})", text)
        made, at = [], 0
        for span in self._spans(plain):
            made += [plain[at : span.start], self._place(span.kind, plain[span.start : span.end])]
            at = span.end
        return "".join([*made, plain[at:]])

    def restore(self, text: str) -> str:
        """The text with what its placeholders stand for; one that was never given out stays."""
        originals = {place: original for (_, original), place in self._places.items()}
        return PLACE.sub(lambda found: originals.get(f"[{found[1].lower()} {int(found[2])}]", found[0]), text)

    def _place(self, kind: str, original: str) -> str:
        number = sum(k == kind for k, _ in self._places) + 1
        return self._places.setdefault((kind, original), f"[{kind} {number}]")

    def _spans(self, text: str) -> list[_Span]:
        """In order, none over another; what is found by its shape goes before names."""
        found = [_Span(m.start(), m.end(), kind) for kind, shape in _SHAPES for m in shape.finditer(text)]
        found += [_Span(m.start(), m.end(), "account") for m in (self._known.finditer(text) if self._known else ())]
        kept: list[_Span] = []
        taken = bytearray(len(text))
        for span in found:
            if not any(taken[span.start : span.end]):
                kept.append(span)
                taken[span.start : span.end] = b"\1" * (span.end - span.start)
        return sorted([*kept, *self._names(text, taken)], key=lambda span: span.start)

    def _names(self, text: str, taken: bytearray) -> Iterator[_Span]:
        """The names in what is not taken out already."""
        tokens = [token for token in _TOKEN.finditer(text) if not any(taken[token.start() : token.end()])]
        norms = [norm(token[0]) for token in tokens]
        named = [self._is_name(text, tokens, norms, i) for i in range(len(tokens))]
        first = 0
        while first < len(tokens):
            if not named[first]:
                first += 1
                continue
            last = self._end_of_name(text, tokens, norms, named, first)
            begin = self._begin_of_name(text, tokens, norms, first)
            yield _Span(tokens[begin].start(), tokens[last].end(), "person")
            first = last + 1

    def _begin_of_name(self, text: str, tokens: list[re.Match[str]], norms: list[str], first: int) -> int:
        """The particles before it, where somebody is called so: "van der Berg", "O'Neill"."""
        while first and (norms[first - 1], norms[first]) in self._pairs and norms[first - 1] in self._words.particles:
            first -= 1
        return first

    def _end_of_name(
        self, text: str, tokens: list[re.Match[str]], norms: list[str], named: list[bool], first: int
    ) -> int:
        """The last token of a name: further names, the particles between them, and an initial belong to it."""
        last = at = first
        while at + 1 < len(tokens) and text[tokens[at].end() : tokens[at + 1].start()] in _WITHIN_A_NAME:
            at += 1
            word = tokens[at][0]
            if named[at] or (len(word) == 1 and word.isupper() and word not in "IA"):
                last = at
            elif norms[at] not in self._words.particles:
                break
        return last

    def _is_name(self, text: str, tokens: list[re.Match[str]], norms: list[str], at: int) -> bool:
        word = norms[at]
        if word in self._loose:
            return self._stands_like_a_name(text, tokens, norms, at)
        if word not in self._parts:
            stem = word.removesuffix("s")
            return stem != word and len(stem) > 2 and stem in self._parts and stem not in self._words.words
        if word not in self._words.words:
            return True
        before = norms[at - 1] if at else ""
        after = norms[at + 1] if at + 1 < len(norms) else ""
        if (word, after) in self._pairs or (before, word) in self._pairs:
            return True
        token = tokens[at]
        if token[0].islower():
            return self._is_name_in_lower_case(word, before, text[token.end() : token.end() + 2])
        return not self._is_word_with_capital(word, before, after, text, token)

    def _stands_like_a_name(self, text: str, tokens: list[re.Match[str]], norms: list[str], at: int) -> bool:
        """A handle that may be a word: with a capital, and where a word has none."""
        word, token = norms[at], tokens[at]
        if not is_common(word, self._lang) and word not in self._words.words:
            return token[0][0].isupper()
        after = norms[at + 1] if at + 1 < len(norms) else ""
        if not token[0].istitle() or _SENTENCE_START.search(text[max(0, token.start() - _LOOK_BACK) : token.start()]):
            return False
        return not self._is_word_with_capital(word, norms[at - 1] if at else "", after, text, token)

    def _is_name_in_lower_case(self, word: str, before: str, following: str) -> bool:
        if following in ("'s", "’s") and before not in self._words.articles:
            return True
        return word in self._words.modals and before in self._words.askers

    def _is_word_with_capital(self, word: str, before: str, after: str, text: str, token: re.Match[str]) -> bool:
        """Only where there is no doubt: "in May", "4 May", "Art class", and "Will you" at the beginning."""
        behind, ahead = text[max(0, token.start() - _LOOK_BACK) : token.start()], text[token.end() : token.end() + 4]
        if word in self._words.months:
            dated = re.search(r"[0-9](?:st|nd|rd|th)?\s+$", behind) or re.match(r"\s+[0-9]", ahead)
            if dated or (before in self._words.month_leads and behind.endswith(" ")):
                return True
        if word in self._words.modals and after in self._words.pronouns and ahead.startswith(" "):
            return _SENTENCE_START.search(behind) is not None
        return after in self._words.followers and ahead.startswith(" ")


def norm(word: str) -> str:
    """The word in lower case, without accents."""
    lower = "".join(_ALONE.get(c, c) for c in word.casefold())
    return "".join(c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c))


def _spellings(name: str) -> set[tuple[str, ...]]:
    """The parts of a name as they may be written: "Jörg" is Jorg and Joerg."""
    spelt = "".join(_SPELT.get(c, c) for c in unicodedata.normalize("NFC", name).casefold())
    return {tuple(norm(token) for token in _TOKEN.findall(form)) for form in (name, spelt)}


def _known(anywhere: Iterable[str], handles: Iterable[str]) -> re.Pattern[str] | None:
    """Ids and names without spaces, wherever they stand; handles where they are no part of something longer."""
    longest_first = sorted({*anywhere}, key=len, reverse=True)
    whole = (rf"(?<![^\W_]){re.escape(handle)}(?![^\W_])" for handle in sorted({*handles}, key=len, reverse=True))
    found = [*map(re.escape, longest_first), *whole]
    return re.compile("|".join(found), re.IGNORECASE) if found else None


@cache
def _words(lang: str) -> _Words:
    table = load_words("bot.drafting", lang, "names") | {"words": load_words("bot.domain", lang, "words")["words"]}
    return _Words(**{name: frozenset(words) for name, words in table.items()})
