"""To which of several classes a message is addressed: "history: 7 of 10", "5 of 10 for english"."""

import re
from collections.abc import Sequence

from bot.language.reading.text import alternatives, fold, load_words


def addressed(text: str, names: Sequence[Sequence[str]], lang: str = "en") -> tuple[int, str] | None:
    """Which of several is named at the beginning or the end of a message, and what is left of it without that.

    `names` are the names of each. One that several have, or that only stands somewhere in a sentence, decides nothing;
    but with the number of that clause it does, and all of the words stay: "5 of 10 in english today, and more".
    """
    found = [(i, rest) for i, own in enumerate(names) for rest in _without(text, own, lang)[:1]]
    if found:
        return found[0] if len({i for i, _ in found}) == 1 else None
    only = mentioned(text, names)
    return (only, text) if only is not None and _counted_for(text, names[only], lang) else None


def mentioned(text: str, names: Sequence[Sequence[str]]) -> int | None:
    """Which of several is named anywhere in a message; None where none is, or more than one."""
    found = all_mentioned(text, names)
    return found[0] if len(found) == 1 else None


def all_mentioned(text: str, names: Sequence[Sequence[str]]) -> list[int]:
    """Those that are named anywhere in a message."""
    said = f" {' '.join(_words(text))} "
    return [i for i, own in enumerate(names) if any(f" {' '.join(_words(name))} " in said for name in own)]


def is_head(text: str, names: Sequence[str]) -> bool:
    """Whether a message begins with one of these names and a sign: "history: …"."""
    return re.match(rf"\s*{alternatives(names)}\s*[:,;\-]", fold(text)) is not None


def without_names(text: str, names: Sequence[str]) -> str:
    """The text without any of these names: the 11 of "English 11" counts nothing."""
    return re.sub(rf"(?<!\w){alternatives(names)}(?!\w)", " ", fold(text))


def names_of_person(name: str) -> list[str]:
    """What one may call somebody: the whole name, and the last part of it: "ms lee", "lee"."""
    last = _words(name)[-1:]
    return [fold(name), *(word for word in last if len(word) > 2 and word != fold(name))]


def names_of_class(name: str, others: Sequence[str]) -> list[str]:
    """What one may call a class: its name, and each of its words that the others do not have, longest first."""
    taken = {word for other in others for word in _words(other)}
    alone = [word for word in _words(name) if word not in taken and not word.isdigit() and len(word) > 2]
    return [fold(name), *sorted(alone, key=len, reverse=True)]


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(name))


def _counted_for(text: str, names: Sequence[str], lang: str) -> bool:
    """Whether a clause with a number names one of these as what it is counted for."""
    words = load_words("bot.language", lang, "addressed")
    to, own, called = alternatives(words["to"]), alternatives(words["own"]), alternatives(names)
    named = re.compile(rf"(?<!\w){to}\s+(?:{own}\s+)?{called}(?!\w)")
    clauses = re.split(r"[,;:.!?\n]+(?!\d)", fold(text))
    return any(re.search(r"\d", clause) and named.search(clause) for clause in clauses)


def _without(text: str, names: Sequence[str], lang: str) -> list[str]:
    """What is left of the text without one of these names; [] where it is addressed to none of them."""
    said = fold(text)
    to = alternatives(load_words("bot.language", lang, "addressed")["to"])
    for name in names:
        called = re.escape(name)
        patterns = (
            rf"\s*(?:{to}\s+)?{called}\s*(?:[:,;\-–—]+\s*|$)",
            rf"\s*(?:{to}\s+)?{called}\s+(?=\d)",
            rf"\s*{to}\s+{called}\s+",
        )
        for pattern in patterns:
            match = re.match(pattern, said)
            if match:
                return [text[match.end() :]]
        match = re.search(rf"[\s,;:(]+{to}\s+{called}[\s.!?)]*$", said)
        if match:
            return [text[: match.start()]]
    return []
