"""Patterns over the words of a sentence, written in data files and compiled here.

A pattern is a regular expression over words with one space between them. `{name}` stands for any word of a group,
`_` for any one word that does not end a phrase, `@tag` at the end names what was matched.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cache
from itertools import accumulate
from typing import Any, NamedTuple, TypeAlias

from bot.language.reading.numbers import NumberReading, NumberToken, Scan, joined_tokens, number_words, tokenize
from bot.language.reading.text import (
    Respelling,
    Spelling,
    VerbForms,
    compared_words,
    fold,
    singulars,
    without_addresses,
)

# A sentence as a row of items: words, signs and numbers, each with its place in the text.


_WHOLE = re.compile(
    r"(?P<date>(?<![\w.,/])(?:[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}([./-])[0-9]{1,2}\2(?:[0-9]{4}|[0-9]{2}))(?![\w/]))"
    r"|(?P<name>(?<![\w.'])(?!x[0-9]|(?:wk|rs|usd|eur|no|day)[0-9])[a-z]{1,3}(?:\+\+)?[0-9]{1,3}[a-z]?(?![\w']|[.:][0-9])"
    r"|(?<![\w.'])[a-z]\+\+(?!\w)|(?<![\w.'])(?<=the |our )[0-9]x[0-9]{2,4}m?(?!\w))"
)
"""What is one item although it holds signs or digits: a date, and a name such as "c++11", "n2", "the 4x400"."""
_CLITIC = re.compile(r"^(.+?)('ll|'s|'d|'ve|'m|'re)$")


class PatternItem(NamedTuple):
    """`norm` is the word in lower case, "#" for a number, "@date" for a date in digits."""

    norm: str
    start: int
    end: int
    number: NumberReading | None = None


@dataclass(frozen=True, slots=True)
class ItemRow:
    """The items of a text, and the same as one string with a space before, between and after them."""

    text: str
    items: tuple[PatternItem, ...]
    norms: tuple[str, ...]
    joined: str
    starts: tuple[int, ...]

    def index_at(self, offset: int) -> int:
        """The index of the item at an offset of `joined`."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the items from `first` to before `last` stand in the text."""
        return self.items[first].start, self.items[last - 1].end

    def reach(self, first: int, last: int) -> tuple[int, int]:
        """Where the items from `first` to before `last` stand in `joined`, with the spaces around them."""
        return self.starts[first] - 1, self.starts[last - 1] + len(self.norms[last - 1]) + 1

    def norm(self, index: int) -> str:
        """The word at an index, "" outside."""
        return self.norms[index] if 0 <= index < len(self.norms) else ""

    def spelled_out(self) -> "ItemRow":
        """The same with the numbers that were typed as words as they were typed: "one another"."""
        norms = tuple(
            item.norm if item.number is None else fold(self.text[item.start : item.end]) for item in self.items
        )
        return self if norms == self.norms else _row(self.text, self.items, norms)


def row_of(text: str, lang: str) -> ItemRow:
    """The row of a text. Linear in its length."""
    items = _items(text, lang)
    return _row(text, items, tuple([item.norm for item in items]))


def _row(text: str, items: tuple[PatternItem, ...], norms: tuple[str, ...]) -> ItemRow:
    starts = tuple(accumulate([len(norm) + 1 for norm in norms[:-1]], initial=1)) if norms else ()
    return ItemRow(text, items, norms, f" {' '.join(norms)} ", starts)


def _items(text: str, lang: str) -> tuple[PatternItem, ...]:
    folded = without_addresses(fold(text))
    items: list[PatternItem] = []
    done = 0
    for match in _WHOLE.finditer(folded):
        items += _plain_items(folded, done, match.start(), lang)
        items.append(PatternItem(match["name"] or "@date", match.start(), match.end()))
        done = match.end()
    items += _plain_items(folded, done, len(folded), lang)
    return tuple(items)


def _plain_items(folded: str, start: int, end: int, lang: str) -> list[PatternItem]:
    words, spelling = number_words(lang), spelling_of(lang)
    typed = joined_tokens(tokenize(folded, start, end, decimal_comma=words.decimal_comma), words.groups["glued"])
    tokens = [token if token.value is not None else token._replace(text=spelling.meant(token.text)) for token in typed]
    readings = {
        reading.start: reading
        for part in _parts(tokens, words.groups["upcoming"])
        for reading in Scan(part, words, "").readings()
    }
    items: list[PatternItem] = []
    skip_to, before = -1, ""
    for token in tokens:
        shortened = token.text == "." and before in words.groups["abbreviation"]
        before = token.text
        if token.start < skip_to or shortened:
            continue
        reading = readings.get(token.start)
        if reading is None:
            items += _words(token._replace(text=spelling.plain(token.text)))
            continue
        skip_to = reading.end
        single = reading.end == token.end and token.value is None and token.text not in spelling.counting
        norm = spelling.plain(token.text) if single and reading.strength < 2 else "#"
        items.append(PatternItem(norm, token.start, reading.end, reading))
    return items


@cache
def spelling_of(lang: str) -> Spelling:
    """The words that a reading hangs on, which are known with one slip in them, and those that they may look like."""
    spelling = words_of(lang, "spelling")
    tables = {name: _groups(words_of(lang, name)) for name in ("actions", "measures", "timeframes")}
    groups = {f"{name}.{group}": words for name, table in tables.items() for group, words in table.items()}
    keys = {word for group in spelling["keys"] for phrase in groups[group] for word in phrase.split()}
    keys |= set(spelling["words"])
    listed = {word for words in groups.values() for phrase in words for word in phrase.split()}
    known = listed | set(spelling["known_words"].split()) | lexicon(lang).forms.known
    return Spelling(Respelling(keys, known), spelling["counting"], without_accents=spelling["without_accents"])


def words_of(lang: str, name: str) -> dict[str, Any]:
    """A table of a language, its words as they are compared. Raises FileNotFoundError for an unknown language."""
    return compared_words(PACKAGE, lang, name)


def _groups(table: Mapping[str, Any]) -> Mapping[str, Sequence[str]]:
    groups: Mapping[str, Sequence[str]] = table.get("groups") or table["sets"]
    return groups


def _parts(tokens: list[NumberToken], upcoming: frozenset[str]) -> Iterator[list[NumberToken]]:
    """Parts in which numbers are read: "8 of | the next 10" are two numbers, not a share."""
    start = 0
    for index, token in enumerate(tokens):
        if token.text in upcoming:
            yield tokens[start:index]
            start = index
    yield tokens[start:]


def _words(token: NumberToken) -> tuple[PatternItem, ...]:
    """A word, parted from the short form behind it: "i'll" gives "i" and "'ll"."""
    match = _CLITIC.match(token.text) if "'" in token.text else None
    if match is None:
        return (PatternItem(token.text, token.start, token.end),)
    cut = token.start + len(match.group(1))
    return PatternItem(match.group(1), token.start, cut), PatternItem(match.group(2), cut, token.end)


# The words that a pattern can begin with and those that it needs, so that it is tried only beside them.


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


PACKAGE = "bot.language.targets"

_GROUP = re.compile(r"\{([a-z_]+)\}")
_ANY_WORD = re.compile(r"(?<![\w'])_(?![\w'])")
_TAG = re.compile(r" ?@([a-z]+)$")
_UNSPACED = re.compile(r"(?<=\w)'(?=(?:s|ll|d|ve|m|re)\b)")

_Tree: TypeAlias = dict[str, Any]
_END = ""


class Match(NamedTuple):
    """A pattern that matched the items from `first` to before `last`."""

    kind: str
    tag: str
    first: int
    last: int


class Pattern(NamedTuple):
    """A compiled pattern and what it finds."""

    regex: re.Pattern[str]
    kind: str
    tag: str


class PatternSet:
    """The patterns of a data file, each tried only where a word stands with which it can begin."""

    def __init__(self, patterns: Sequence[Pattern], conditions: Sequence[Conditions]) -> None:
        self.patterns = tuple(patterns)
        self._needs = tuple(known.needs for known in conditions)
        self._anywhere = tuple(number for number, known in enumerate(conditions) if ANY in known.openings)
        by_word: dict[str, list[int]] = {}
        for number, known in enumerate(conditions):
            for word in known.openings if ANY not in known.openings else ():
                by_word.setdefault(word, []).append(number)
        self._by_word = {word: tuple(numbers) for word, numbers in by_word.items()}

    def matches(self, row: ItemRow) -> list[Match]:
        """Every match of every pattern, pattern by pattern; those of different patterns may overlap."""
        found = self._opened(row)
        for number in self._anywhere:
            found += ((number, match) for match in self.patterns[number].regex.finditer(row.joined))
        found.sort(key=_by_number)
        return [_placed(row, self.patterns[number], match) for number, match in found]

    def _opened(self, row: ItemRow) -> list[tuple[int, re.Match[str]]]:
        """The matches of patterns with known first words, each from behind the one before of its own pattern."""
        joined, by_word, patterns = row.joined, self._by_word, self.patterns
        words = frozenset(row.norms)
        found: list[tuple[int, re.Match[str]]] = []
        ends: dict[int, int] = {}  # behind the last match; of a pattern that lacks a word, the end of the text
        for start, norm in zip(row.starts, row.norms, strict=True):
            for number in by_word.get(DIGITS if norm[:1].isdigit() else norm, ()):
                if number not in ends:
                    lacks = any(need.isdisjoint(words) for need in self._needs[number])
                    ends[number] = len(joined) if lacks else 0
                if ends[number] < start:
                    match = patterns[number].regex.match(joined, start - 1)
                    if match:
                        ends[number] = match.end()
                        found.append((number, match))
        return found


def _by_number(found: tuple[int, re.Match[str]]) -> int:
    return found[0]


def _placed(row: ItemRow, pattern: Pattern, found: re.Match[str]) -> Match:
    return Match(pattern.kind, pattern.tag, row.index_at(found.start() + 1), row.index_at(found.end() - 1) + 1)


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of the words or phrases, the longest first.

    What they begin with in common is written once, which spares trying one after the other.
    """
    tree: _Tree = {}
    for word in words:
        node = tree
        for char in _spaced(word):
            node = node.setdefault(char, {})
        node[_END] = {}
    return f"(?:{_written(tree)})"


def _written(tree: _Tree) -> str:
    """The expression for the rest of the words that a tree of letters holds."""
    branches = [re.escape(char) + _written(rest) for char, rest in sorted(tree.items()) if char != _END]
    if not branches:
        return ""
    if len(branches) == 1 and _END not in tree:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if _END in tree else "")


def _spaced(phrase: str) -> str:
    """The phrase with its short forms parted, as they are in a row: "one 's"."""
    return _UNSPACED.sub(" '", phrase)


@cache
def pattern_set(lang: str, name: str) -> PatternSet:
    """The patterns of `data/<lang>/<name>.toml`. Raises FileNotFoundError for an unknown language."""
    table = words_of(lang, name)
    groups = dict(table["groups"])
    groups.setdefault("products", _with_plurals(words_of(lang, "actions")))
    tasks = [word for name in ("event", "counted_tasks") for word in groups.get(name, ())]
    groups["tasknoun"] = [*groups["products"], *tasks, *(word + "s" for word in tasks)]
    stop = any_of(table["stop"]["words"])
    any_of_group = {name: any_of(words) for name, words in groups.items()}
    spaced = {name: [_spaced(word) for word in words] for name, words in groups.items()}
    written = [(kind, pattern) for kind, patterns in table["patterns"].items() for pattern in patterns]
    return PatternSet(
        [Pattern(re.compile(_expand(text, any_of_group, stop)), kind, _tag(text)) for kind, text in written],
        [conditions(_TAG.sub("", text), spaced) for _, text in written],
    )


def _with_plurals(actions: Mapping[str, Any]) -> list[str]:
    nouns: list[str] = [noun for noun in actions["sets"]["products"] if noun.isalpha()]
    return nouns + [
        noun.removesuffix(rule["of"]) + rule["add"]
        for rule in actions["plurals"]
        for noun in nouns
        if noun.endswith(rule["of"])
    ]


def _tag(pattern: str) -> str:
    found = _TAG.search(pattern)
    return found.group(1) if found else ""


def _expand(pattern: str, any_of_group: Mapping[str, str], stop: str) -> str:
    body = _TAG.sub("", pattern)
    body = _GROUP.sub(lambda match: any_of_group[match.group(1)], body)
    body = _ANY_WORD.sub(lambda _: rf"(?!{stop}(?: |$))[\w#'\"-][^ ]*", body)
    return rf" (?:{body})(?= )"  # beginning with a plain space lets the engine jump from word to word


# The words of a language that tell actions from inner states, and inflection by rule.


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every field is a table of `data/<lang>/actions.toml`, where it is explained; phrases are compiled."""

    inner_verbs: frozenset[str]
    knowing: frozenset[str]
    aspect: frozenset[str]
    states: frozenset[str]
    fields: frozenset[str]
    scales: frozenset[str]
    no_states: frozenset[str]
    reflexives: frozenset[str]
    levels: frozenset[str]
    there: frozenset[str]
    things: frozenset[str]
    linking: frozenset[str]
    staying: frozenset[str]
    places: frozenset[str]
    transparent: frozenset[str]
    vague_unless_product: frozenset[str]
    comparatives: frozenset[str]
    products: frozenset[str]
    operators: frozenset[str]
    unsure_operators: frozenset[str]
    operator_leads: frozenset[str]
    wanting: frozenset[str]
    intentions: frozenset[str]
    skip: frozenset[str]
    fillers: frozenset[str]
    goal_nouns: frozenset[str]
    subjects: frozenset[str]
    subjectless: frozenset[str]
    first_persons: frozenset[str]
    outsiders: frozenset[str]
    third_parties: frozenset[str]
    subordinate: frozenset[str]
    coordinators: frozenset[str]
    conjunctions: frozenset[str]
    contrasts: frozenset[str]
    purposes: frozenset[str]
    asides: frozenset[str]
    contrast_first: frozenset[str]
    ways: frozenset[str]
    means: frozenset[str]
    towards: frozenset[str]
    clause_ends: frozenset[str]
    prepositions: frozenset[str]
    determiners: frozenset[str]
    degree: frozenset[str]
    past: frozenset[str]
    perfect: frozenset[str]
    were: frozenset[str]
    ends_by: frozenset[str]
    got: frozenset[str]
    habit: frozenset[str]
    verbs: frozenset[str]
    no_nouns: frozenset[str]
    to: frozenset[str]
    is_: frozenset[str]
    framed: frozenset[str]
    framed_nouns: frozenset[str]
    leading: frozenset[str]
    that: frozenset[str]
    it: frozenset[str]
    modals: frozenset[str]
    owned_states: frozenset[str]
    owners: frozenset[str]
    of_verbs: frozenset[str]
    of: frozenset[str]
    particles: frozenset[str]
    trying: frozenset[str]
    achieved: frozenset[str]
    led_by: frozenset[str]
    be: frozenset[str]
    have: frozenset[str]
    have_frame: frozenset[str]
    how: frozenset[str]
    state_endings: tuple[str, ...]
    noun_endings: tuple[str, ...]
    adverb_endings: tuple[str, ...]
    gerund_endings: tuple[str, ...]
    past_endings: tuple[str, ...]
    phrases: re.Pattern[str]
    seen_phrases: re.Pattern[str]
    gates: re.Pattern[str]
    successes: re.Pattern[str]
    tails: re.Pattern[str]
    visible: re.Pattern[str]
    background: re.Pattern[str]
    past_markers: re.Pattern[str]
    now_markers: re.Pattern[str]
    irregular: dict[str, str]
    forms: VerbForms
    compounds: bool
    """Whether a noun may describe the one behind it."""

    def lemma(self, word: str) -> str:
        """The base form of a verb: "writes" and "writing" give "write". Another word gives itself."""
        return self.forms.base_of(word)

    def is_verb(self, word: str) -> bool:
        """Whether the word is a known verb in any form."""
        lemma = self.lemma(word)
        listed = lemma in self.verbs or lemma in self.inner_verbs or lemma in self.linking
        return listed or self.forms.ends_as_base(lemma)

    def is_base(self, word: str) -> bool:
        """Whether the word is a verb in its base form, alone or with a pronoun."""
        lemma = self.lemma(word)
        known = lemma in self.verbs or lemma in self.inner_verbs or self.forms.ends_as_base(lemma)
        return known and (lemma == word or (bool(self.forms.clitics) and word.startswith(lemma)))

    def is_gerund(self, word: str) -> bool:
        """Whether the word is a known verb in "-ing"."""
        return word.endswith(self.gerund_endings) and self.lemma(word) != word

    def is_adverb(self, word: str) -> bool:
        """Whether the word looks like an adverb."""
        return word.endswith(self.adverb_endings) and word not in self.verbs

    def is_skipped(self, word: str) -> bool:
        """Whether the word may stand between a frame and its verb."""
        return word in self.skip or self.is_adverb(word)

    def is_product(self, word: str) -> bool:
        """Whether the word names something that others can look at or count."""
        return any(form in self.products for form in singulars(word))

    def is_state(self, word: str) -> bool:
        """Whether the word names a state of mind: the object of no action that can be seen."""
        if word in self.states or word in self.no_states:
            return word in self.states
        return len(word) > 6 and word.endswith(self.state_endings) and not self.is_product(word)

    def is_inner_noun(self, word: str) -> bool:
        """Whether the word names something inside a person, or a field of learning as a whole."""
        return word in self.fields or self.is_state(word)

    def is_noun_like(self, word: str) -> bool:
        """Whether the word may be a noun: any word that is not known to be another sort."""
        if not word[:1].isalpha() or word in self.prepositions or word in self.subjects or word in self.no_nouns:
            return False
        return not (word in self.operators or word in self.linking or word in self.degree or self.is_adverb(word))


@cache
def lexicon(lang: str) -> Lexicon:
    """The lexicon of a language. Raises FileNotFoundError for an unknown one."""
    table = words_of(lang, "actions")
    sets = dict(table["sets"])
    sets["verbs"] = [*sets["verbs"], *sets["transparent"]]
    kinds: dict[Any, Any] = {frozenset[str]: frozenset, tuple[str, ...]: tuple, re.Pattern[str]: _at_word}
    values = {field.name: kinds[field.type](sets[field.name]) for field in fields(Lexicon) if field.type in kinds}
    bases = values["verbs"] | values["inner_verbs"]
    forms = VerbForms(bases, table["forms"], table["irregular"], sets)
    return Lexicon(**values, irregular=table["irregular"], forms=forms, compounds=table["compounds"])


def _at_word(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<= ){any_of(phrases)}(?= )")
