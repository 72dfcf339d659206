"""Which of several classes or targets a message is about."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bot.language.reading.numbers import find_numbers
from bot.language.reading.text import alternatives, fold, load_words

# To which of several classes a message is addressed: "history: 7 of 10", "5 of 10 for english".


def addressed(text: str, names: Sequence[Sequence[str]], lang: str = "en") -> tuple[int, str] | None:
    """Which of several is named at the beginning or the end of a message, and what is left of it without that.

    `names` are the names of each. One that several have, or that only stands somewhere in a sentence, decides nothing;
    but with the number of that clause it does, and all of the words stay: "5 of 10 in english today, and more", "sorry,
    history was 6 of 10".
    """
    found = [(i, rest) for i, own in enumerate(names) for rest in _without(text, own, lang)[:1]]
    if found:
        return found[0] if len({i for i, _ in found}) == 1 else None
    only = mentioned(text, names)
    return (only, text) if only is not None and _counted_for(text, names[only], lang) else None


_AFTER_A_NAME = r"\s*(?:[:,;]\s*|\s-\s+|$)"


def addressed_first(text: str, names: Sequence[str]) -> tuple[int, str] | None:
    """Which of several people a message is addressed to at its beginning, by a name and a sign ("Ana: well done") or by
    a mention ("@Ana well done"), and what is left of it without that. None where that is nobody, or may be several.

    A name elsewhere in it says nothing: "work with Ana on this" is for somebody else.
    """
    said = fold(text)
    ends = [(i, end) for i, name in enumerate(names) for end in _called_at_first(said, name)]
    if len({i for i, _ in ends}) != 1:
        return None
    return ends[0][0], text[max(end for _, end in ends) :]


def _called_at_first(said: str, name: str) -> Iterator[int]:
    """Where what calls somebody ends: the whole name, its first or its last word."""
    whole, words = fold(name), _plain_words(name)
    for called in dict.fromkeys([whole, *words[:1], *words[-1:]]):
        match = re.match(rf"\s*@?{re.escape(called)}{_AFTER_A_NAME}", said)
        if match:
            yield match.end()
    mention = re.match(rf"\s*@{re.escape(whole)}(?!\w)\s*", said.replace("\u00a0", " "))
    if mention:
        yield mention.end()


def mentioned(text: str, names: Sequence[Sequence[str]]) -> int | None:
    """Which of several is named anywhere in a message; None where none is, or more than one."""
    found = all_mentioned(text, names)
    return found[0] if len(found) == 1 else None


def all_mentioned(text: str, names: Sequence[Sequence[str]]) -> list[int]:
    """Those that are named anywhere in a message."""
    said = f" {' '.join(_plain_words(text))} "
    return [i for i, own in enumerate(names) if any(f" {' '.join(_plain_words(name))} " in said for name in own)]


def is_head(text: str, names: Sequence[str]) -> bool:
    """Whether a message begins with one of these names and a sign: "history: …"."""
    return re.match(rf"\s*{alternatives(names)}\s*[:,;\-]", fold(text)) is not None


def without_names(text: str, names: Sequence[str]) -> str:
    """The text without any of these names: the 11 of "English 11" counts nothing."""
    return re.sub(rf"(?<!\w){alternatives(names)}(?!\w)", " ", fold(text))


def names_of_person(name: str) -> list[str]:
    """What one may call somebody: the whole name, and the last part of it: "ms lee", "lee"."""
    last = _plain_words(name)[-1:]
    return [fold(name), *(word for word in last if len(word) > 2 and word != fold(name))]


def names_of_class(name: str, others: Sequence[str]) -> list[str]:
    """What one may call a class: its name, and each of its words that the others do not have, also as it is cut short
    ("hist"), longest first."""
    taken = {word for other in others for word in _with_short(_plain_words(other))}
    words = _with_short(_plain_words(name))
    alone = {word for word in words if word not in taken and not word.isdigit() and len(word) > 2}
    return [fold(name), *sorted(alone, key=lambda word: (-len(word), word))]


def _with_short(words: Sequence[str]) -> list[str]:
    return [*words, *(cut for word in words for cut in _short_names().get(word, ()))]


@cache
def _short_names() -> Mapping[str, Sequence[str]]:
    """The subjects that people cut short, in any language: a class is called alike by all who are in it."""
    tables = (load_words("bot.language", lang, "addressed").get("short", {}) for lang in ("en", "es"))
    return {fold(word): tuple(map(fold, cut)) for table in tables for word, cut in table.items()}


def _plain_words(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(name))


def _counted_for(text: str, names: Sequence[str], lang: str) -> bool:
    """Whether a clause with a number names one of these as what it is counted for."""
    words = load_words("bot.language", lang, "addressed")
    to, own, called = alternatives(words["to"]), alternatives(words["own"]), alternatives(names)
    leads, tells = alternatives(words["leads"]), alternatives(words["tells"])
    named = re.compile(rf"(?<!\w){to}\s+(?:{own}\s+)?{called}(?!\w)")
    told = re.compile(rf"\W*(?:{leads}\s+)*(?:{own}\s+)?{called}\s+{tells}(?!\w)")
    clauses = [clause for clause in re.split(r"[,;:.!?\n]+(?!\d)", fold(text)) if re.search(r"\d", clause)]
    return any(named.search(clause) or told.match(clause) for clause in clauses)


BOTH_MOST = 6
"""Words: who gives one number for two says little else."""


def for_both(text: str, lang: str = "en") -> str | None:
    """What a message says of each of two, in one number: "both 7", "7 in both classes". None where it says anything
    else: "7 both times", "both better, 7 and 8"."""
    rest = _without(text, load_words("bot.language", lang, "addressed")["both"], lang)
    if not rest or len(rest[0].split()) > BOTH_MOST:
        return None
    return rest[0] if len({one.value for one in find_numbers(rest[0], lang=lang)}) == 1 else None


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


# What a message says of each of several classes: "5 in english and 6 in history".


LONGEST = 1000
"""Characters: what is longer is not looked through for what belongs where."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """A part of a message: where it stands, which class it names (None for none, or several), and whether it counts."""

    start: int
    end: int
    named: int | None
    counts: bool


def shared_out(text: str, names: Sequence[Sequence[str]], lang: str = "en") -> Mapping[int, str] | None:
    """The part of the message that is about each class, by its place among `names`.

    None where it does not speak of several, or begins with the one that it is for ("history: 7, like in english").
    Empty where it does, and it is not plain which number is for which.
    """
    if len(all_mentioned(text, names)) < 2:
        return None
    if len(text) > LONGEST:
        return {}
    clauses = [_clause(text, start, end, names, lang) for start, end in _spans(text, names, lang)]
    named: set[int] = {clause.named for clause in clauses if clause.named is not None}
    counted = {clause.named for clause in clauses if clause.counts}
    if len(counted - {None}) < 2:
        return None if any(is_head(text, names[i]) for i in named & counted or named) else {}
    if counted != named:
        return {}
    return {i: _said_of(text, clauses, i) for i in sorted(named)}


def _spans(text: str, names: Sequence[Sequence[str]], lang: str) -> Iterator[tuple[int, int]]:
    """Where its clauses stand. A comma or a point in a number ends none, and a new name behind a number begins one:
    "eng 5 hist 8"."""
    between = alternatives(load_words("bot.language", lang, "addressed")["between"])
    anew = rf"(?<=\d)\s+(?={alternatives([name for own in names for name in own])}\s*[:=-]?\s*\d)"
    start = 0
    for match in re.finditer(rf"\n+|[,;.!?]+(?!\d)|(?<!\w){between}(?!\w)|&|{anew}", fold(text)):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _clause(text: str, start: int, end: int, names: Sequence[Sequence[str]], lang: str) -> _Clause:
    said = text[start:end]
    counted = without_names(said, [name for own in names for name in own])
    amounts = alternatives(load_words("bot.language", lang, "addressed")["amounts"])
    counts = bool(find_numbers(counted, lang=lang) or re.search(rf"(?<!\w){amounts}(?!\w)", fold(counted)))
    return _Clause(start, end, mentioned(said, names), counts)


def _said_of(text: str, clauses: Sequence[_Clause], wanted: int) -> str:
    """The clauses that name it, each with those after it that name none; what comes before all is for the first."""
    about: int | None = next(clause.named for clause in clauses if clause.named is not None)
    said: list[tuple[int, int]] = []
    for clause in clauses:
        before, about = about, clause.named if clause.named is not None else about
        if about != wanted:
            continue
        if said and before == wanted:
            said[-1] = (said[-1][0], clause.end)
        else:
            said.append((clause.start, clause.end))
    return ", ".join(text[start:end].strip(" ,;\n") for start, end in said)


# Which of several targets somebody names who was asked: "pages", "the reading one", "the second".


NAMES_MOST = 8
"""Words: who names a target says little else."""

ALIKE_FROM = 4
"""Letters: two words that begin with so many in common are one word, as "reading" and "read" are."""


def named_target(text: str, targets: Sequence[str], lang: str = "en") -> int | None:
    """The place of the only target that the whole message names; None where it says anything else.

    `targets` are their statements, each with its unit. A message with a digit is a number, or says more than a name.
    """
    if re.search(r"\d|\?", text):
        return None
    said = [word for word in _words_of(text) if word not in _group("fillers", lang)]
    if not 0 < len(said) <= NAMES_MOST:
        return None
    place = _by_place(said, len(targets), lang)
    if place is not None:
        return place
    found = [i for i, target in enumerate(targets) if all(_stands_in(word, _words_of(target)) for word in said)]
    return found[0] if len(found) == 1 else None


def _by_place(said: Sequence[str], count: int, lang: str) -> int | None:
    ordinals = load_words("bot.language", lang, "which_target")["ordinals"][:count]
    if len(said) != 1:
        return None
    if said[0] in _group("last", lang):
        return count - 1
    return ordinals.index(said[0]) if said[0] in ordinals else None


def _stands_in(word: str, words: Sequence[str]) -> bool:
    return any(word == other or _alike(word, other) for other in words)


def _alike(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= ALIKE_FROM and longer.startswith(shorter)


def _words_of(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", fold(text))


@cache
def _group(name: str, lang: str) -> frozenset[str]:
    return frozenset(load_words("bot.language", lang, "which_target")[name])
