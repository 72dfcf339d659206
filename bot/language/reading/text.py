"""What every reader does first: fold the text in place, and load the words and the weights of a language."""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Any

_LOOKALIKES = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "`": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
        "‐": "-",
        "‑": "-",
        "−": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\t": " ",
    }
)


def fold(text: str) -> str:
    """The text in lower case with plain quotes, dashes and spaces; every character keeps its place."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters grow: "İ" becomes two characters
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lowered.translate(_LOOKALIKES)


_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def without_addresses(text: str) -> str:
    """The text with blanks in the place of web addresses: their digits say nothing."""
    return _ADDRESS.sub(lambda found: " " * len(found[0]), text)


ENGLISH = "en"
"""The language that has all data."""


@cache
def load_words(package: str, lang: str, name: str) -> dict[str, Any]:
    """The table `data/<lang>/<name>.toml` of a package; English where a language has none, which `lacking` tells.

    Where its `bare_too` is true, each word may also be written without accents. Raises FileNotFoundError where English
    has none either.
    """
    if lang != ENGLISH and not has_words(package, lang, name):
        return load_words(package, ENGLISH, name)
    path = resources.files(package).joinpath("data", lang, f"{name}.toml")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    bare_too = table.pop("bare_too", False)
    return {key: _bare_too(value) for key, value in table.items()} if bare_too else table


def has_words(package: str, lang: str, name: str) -> bool:
    """Whether a language has a table of its own."""
    return resources.files(package).joinpath("data", lang, f"{name}.toml").is_file()


TABLES = (
    ("bot.language", ("replies", "corrections", "changes", "practice", "stuck", "days_off", "rhythm")),
    ("bot.language.reading", ("dates", "numbers")),
    ("bot.language.hearing", ("words",)),
    ("bot.language.targets", ("actions", "measures", "timeframes", "wording")),
)
"""What a language needs so that people can write in it: each package, and the tables of it."""


def lacking(lang: str) -> list[str]:
    """Those that a language has not, as "bot.language.reading: dates": what is typed is read with the words of English
    there."""
    return [f"{package}: {name}" for package, names in TABLES for name in names if not has_words(package, lang, name)]


def _bare_too(said: Any) -> Any:
    """The words of a table, and each of them without accents."""
    if isinstance(said, dict):
        bare = {unaccented(key): _bare_too(value) for key, value in said.items()}
        return bare | {key: _bare_too(value) for key, value in said.items()}
    if isinstance(said, list):
        words = [_bare_too(one) for one in said]
        return list(dict.fromkeys([*words, *map(unaccented, words)])) if _are_words(words) else words
    return said


def _are_words(found: Sequence[Any]) -> bool:
    return all(isinstance(one, str) for one in found)


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first; a space stands for one or two. Of no words it
    matches nothing."""
    words = list(words)
    if not words:
        return "(?!)"
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", " {1,2}") for word in longest_first) + ")"


# Words with one letter too many, one missing, or two exchanged.


class Respelling:
    """Finds the word of `keys` that was meant. `known` are other words, which are what they are."""

    def __init__(self, keys: Iterable[str], known: Iterable[str]) -> None:
        self._keys = frozenset(key for key in keys if len(key) >= _SHORTEST and key.isalpha())
        self._known = self._keys | frozenset(known) | {f"{key}s" for key in self._keys}
        lacking: dict[str, set[str]] = {}
        for key in self._keys:
            for short in _without_one(key):
                lacking.setdefault(short, set()).add(key)
        self._lacking = {short: next(iter(keys)) for short, keys in lacking.items() if len(keys) == 1}
        self.meant = lru_cache(maxsize=4096)(self._meant)

    def _meant(self, word: str) -> str:
        """The key that a word is one slip away from, with the same first letter; else the word itself."""
        if word in self._known or not _SHORTEST - 1 <= len(word) <= _LONGEST:
            return word
        stem, apostrophe, rest = word.partition("'")
        if apostrophe:
            return self._meant(stem) + apostrophe + rest
        if not word.isalpha():
            return word
        exchanged = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(1, len(word) - 1)}
        for slips in (exchanged, _without_one(word)):
            found = self._keys & slips
            if len(found) == 1:
                return next(iter(found))
        return self._lacking.get(word, word)


_SHORTEST, _LONGEST = 4, 20


def _without_one(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(1, len(word))}


class Spelling:
    """How words are compared. `counting` are number words that count, although they often mean something else."""

    def __init__(self, respelling: Respelling, counting: Iterable[str], *, without_accents: bool) -> None:
        self.counting = frozenset(counting)
        self._respelled = respelling.meant
        self.plain: Callable[[str], str] = lru_cache(maxsize=4096)(unaccented) if without_accents else str
        self.meant: Callable[[str], str] = lru_cache(maxsize=4096)(self._meant) if without_accents else respelling.meant

    def _meant(self, word: str) -> str:
        """The word that was meant; as it was typed, where it only lacks accents."""
        plain = self.plain(word)
        meant = self._respelled(plain)
        return word if meant == plain else meant

    @staticmethod
    def is_sure(word: str) -> bool:
        """Whether only vowels of the word have accents: a form of it has the same consonants."""
        return "\u0303" not in unicodedata.normalize("NFD", word)


# Many who type leave accents out: in languages that have them, words are compared without.


@cache
def compared_words(package: str, lang: str, name: str) -> dict[str, Any]:
    """A table as `load_words` gives it, without accents where the spelling of its language says so."""
    table = load_words(package, lang, name)
    plain: dict[str, Any] = _plain(table) if load_words(package, lang, "spelling")["without_accents"] else table
    return plain


def _plain(said: Any) -> Any:
    if isinstance(said, str):
        return unaccented(said)
    if isinstance(said, dict):
        return {_plain(key): _plain(value) for key, value in said.items()}
    return [_plain(one) for one in said] if isinstance(said, list) else said


def unaccented(text: str) -> str:
    """ "mañana" is "manana"."""
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))


# The forms of words, by rules that are data.


class VerbForms:
    """Finds the base form of a verb. `rules` say how verbs are inflected; `irregular` are forms with their base.

    `words` has `base_endings`: any word with one of these is a verb in its base form, but for `no_bases`; `clitics`:
    pronouns that are written together with their verb; `no_forms`: words that only look like a form.
    """

    def __init__(
        self,
        bases: Iterable[str],
        rules: Sequence[Mapping[str, Any]],
        irregular: Mapping[str, str],
        words: Mapping[str, Sequence[str]],
    ) -> None:
        self.clitics, self.base_endings = tuple(words["clitics"]), tuple(words["base_endings"])
        self._no_bases, no_forms = frozenset(words["no_bases"]), frozenset(words["no_forms"])
        found: dict[str, str] = {}
        for base in sorted(bases):
            for rule in rules:
                if base.endswith(rule["of"]):
                    stem = base.removesuffix(rule["of"]) + rule.get("put", "") + base[-1:] * rule.get("doubled", False)
                    found.update({stem + ending: base for ending in rule["add"] if stem + ending not in found})
        by_rule = {form: base for form, base in found.items() if form not in no_forms}
        self._inflected = {**by_rule, **{base: base for base in bases}, **irregular}
        self.base_of = lru_cache(maxsize=4096)(self._base_of)

    @property
    def known(self) -> frozenset[str]:
        """Every form of a listed verb."""
        return frozenset(self._inflected)

    def _base_of(self, word: str) -> str:
        """The base form of a verb, also of one with a pronoun ("grabarme"). Another word gives itself."""
        known = self._inflected.get(word)
        if known is not None or not self.clitics:
            return known or word
        for clitic in self.clitics:
            stem = word.removesuffix(clitic)
            if stem != word and (stem in self._inflected or (len(stem) >= _SURE_STEM and self.ends_as_base(stem))):
                return self._inflected.get(stem, stem)
        return word

    def ends_as_base(self, word: str) -> bool:
        """Whether any word with such an ending is a verb in its base form."""
        return len(word) >= _LEAST_BASE and word.endswith(self.base_endings) and word not in self._no_bases


_LEAST_BASE = 4
"""Letters: a shorter word is a verb only where it is listed."""
_SURE_STEM = 5
"""Letters before a pronoun: "charla" is no verb."""


def singulars(word: str) -> tuple[str, ...]:
    """The word and what it may be the plural of."""
    if word.endswith("ies"):
        return (word, word[:-3] + "y")
    if word.endswith("es"):
        return (word, word[:-1], word[:-2])
    return (word, word[:-1]) if word.endswith("s") else (word,)


NO_PLURAL = 3
"""Letters: what is no longer has no plural that could be known."""


def singular_of(word: str, table: dict[str, Any]) -> str:
    """The word for one of it; a word that is none for several stays."""
    if word in table["singulars"] or len(word) <= NO_PLURAL:
        return str(table["singulars"].get(word, word))
    return ended(word, table["singular"])


def is_plural(word: str, table: dict[str, Any]) -> bool:
    return singular_of(word, table) != word


def ended(word: str, endings: list[list[str]]) -> str:
    """The word with the first of these endings that it has put in another's place."""
    old, new = next((pair for pair in endings if word.endswith(pair[0])), ("", ""))
    return word.removesuffix(old) + new
