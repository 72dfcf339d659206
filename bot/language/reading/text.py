"""What every reader does first: fold the text in place, and load the words of a language."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
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


@cache
def load_words(package: str, lang: str, name: str) -> dict[str, Any]:
    """The table `data/<lang>/<name>.toml` of a package. Raises FileNotFoundError for an unknown language."""
    path = resources.files(package).joinpath("data", lang, f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first; a space stands for one or two."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", " {1,2}") for word in longest_first) + ")"
