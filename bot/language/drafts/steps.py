"""Finds what a feedback says to do next: phrases, each with how its first words are to be taken."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from bot.language.reading.text import alternatives, fold, load_words
from bot.language.targets.patterns import lexicon, singulars

# The words by which next steps are found and phrased, out of data/<lang>/next_steps.toml, made ready for use.


_DOUBLED = re.compile(r"([bdgklmnprt])\1$")


@dataclass(frozen=True, slots=True)
class Lexis:
    """`table` is the file; each pattern matches at the beginning of a phrase, or anywhere where it says so."""

    table: Mapping[str, Any]
    cues: Mapping[str, str]
    """Each cue and its sort: verb, open, clause, not."""
    cue: re.Pattern[str]
    """Any cue, anywhere."""
    strong_cue: re.Pattern[str]
    """Those that name a next step wherever they stand, anywhere."""
    filler: re.Pattern[str]
    praise: re.Pattern[str]
    end: re.Pattern[str]
    """Where a reason begins, anywhere."""
    task: re.Pattern[str]
    """Something handed in, anywhere: `noun`."""
    own_task: re.Pattern[str]
    """The student's own, anywhere: "your next three essays", with `number` and `noun`."""
    things: Mapping[str, str]
    lead: re.Pattern[str]
    """What a sentence may begin with before its order: "When you get stuck, …"."""
    bases: frozenset[str]
    """Verbs in their base form."""

    def base_of(self, gerund: str) -> str | None:
        """The base form of a known verb in "-ing"."""
        if len(gerund) < 5 or not gerund.endswith("ing"):
            return None
        stem = gerund[:-3]
        forms = (stem + "e", stem, _DOUBLED.sub(r"\1", stem), stem.removesuffix("y") + "ie")
        return next((form for form in forms if form in self.bases), None)

    def thing(self, noun: str) -> str | None:
        """What one does with a thing: the name of its template."""
        return next((self.things[form] for form in singulars(noun) if form in self.things), None)

    def plural_of(self, task: str) -> str:
        """The plural under which a task is counted: "lab report" and "lab reports" give "lab reports"."""
        tasks: dict[str, str] = self.table["tasks"]
        return tasks.get(task, task)


@cache
def lexis(lang: str) -> Lexis:
    """The words of a language. Raises FileNotFoundError for one without data."""
    table = load_words("bot.language.drafts", lang, "next_steps")
    strong = _cues(table, ("verb_cues", "verb"), ("open_cues", "open"), ("clause_cues", "clause"), ("not_cues", "not"))
    every = _cues(table, ("weak_verb_cues", "verb")) | strong
    tasks: dict[str, str] = table["tasks"]
    task = alternatives({*tasks, *tasks.values()})
    owner, following = alternatives(table["occasions"]["owners"]), alternatives(table["occasions"]["nexts"])
    number = alternatives(table["counting"]["numbers"])
    return Lexis(
        table=table,
        cues=every,
        cue=_anywhere(every),
        strong_cue=_anywhere(strong),
        filler=re.compile(rf"{alternatives(table['fillers'])}(?![\w'-])"),
        praise=re.compile(rf"{alternatives(table['praise'])}(?![\w'-])"),
        end=re.compile("|".join(re.escape(end) for end in table["ends"])),
        task=re.compile(rf"(?<![\w-])(?P<noun>{task})(?![\w-])"),
        own_task=re.compile(
            rf"(?<![\w-])(?:{owner} )?(?:{owner} )?(?:{following} )*(?:(?P<number>{number}|[0-9]{{1,2}}) )?"
            rf"(?P<noun>{task})(?![\w-])"
        ),
        things={noun: name for name, nouns in table["things"].items() for noun in nouns},
        lead=re.compile(
            rf"(?P<lead>{alternatives(table['leads']['words'])} [^,;:.!?]{{3,70}}), (?P<rest>.+)", re.DOTALL
        ),
        bases=frozenset(table["verbs"]) | lexicon(lang).verbs | lexicon(lang).inner_verbs,
    )


def _cues(table: Mapping[str, Any], *sorts: tuple[str, str]) -> dict[str, str]:
    return {cue: sort for name, sort in sorts for cue in table[name]}


def _anywhere(cues: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'-])(?P<cue>{alternatives(cues)})(?![\w'])")


_SENTENCE_END = re.compile(r";\s+(?=\S)|(?<=[.!?])[\"')\]]*\s+(?=\S)|[\r\n]+")
_BULLET = re.compile(r"^\s*(?:[-–—*•·>]+|\(?(?:[0-9]{1,2}|[a-d])[.)])\s+")
_EDGES = " \t*_.,;:!?–—-"
_VOCATIVE = re.compile(r"^(?!I\b)[A-Z][\w'’-]+,\s+(?=\w)")
_SHORT = re.compile(r"\b(e\.g|i\.e|etc|vs|approx|p|pp|no|Mr|Mrs|Ms|Dr)\.", re.IGNORECASE)
_LONGEST_THING = 9
_SAYS = re.compile(
    r"\b(?:should|must|would|could|can|will|needs|need|is|are|was|were|has|have|had|you|did|does|i|we|it|they)\b"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A next step as it was written, without what introduces it. `sort` is that of its cue; "" for no cue.

    `instead_of` is what it is to replace, where the sentence begins with that.
    """

    text: str
    sort: str
    instead_of: str = ""


def phrases_in(text: str, words: Lexis, *, every: bool) -> Iterator[Phrase]:
    """The next steps in a text, in order. `every`: all of the text is about how to go on."""
    for written in sentences_of(text):
        sentence = _order_first(written, words)
        found = list(_cued(sentence, words, every=every))
        if found:
            yield from found
        elif every and not _is_praise(sentence, words):
            yield from _uncued(sentence, words)


def sentences_of(text: str) -> list[str]:
    """Sentences and lines, without bullets."""
    kept = _SHORT.sub(lambda short: short[0][:-1] + "\u2024", text)
    parts = (_BULLET.sub("", part).strip() for part in _SENTENCE_END.split(kept))
    return [part.replace("\u2024", ".") for part in parts if any(c.isalpha() for c in part)]


def _order_first(sentence: str, words: Lexis) -> str:
    """ "When you get stuck, write it down" as "write it down when you get stuck"."""
    found = words.lead.fullmatch(fold(sentence))
    if found is None:
        return sentence
    rest = sentence[found.start("rest") :].strip(_EDGES)
    bare = peeled(rest, words)
    if fold(bare).split(" ", 1)[0] not in words.bases:
        return sentence
    lead = sentence[: found.end("lead")]
    return f"{rest} {lead[:1].lower()}{lead[1:]}"


def _cued(sentence: str, words: Lexis, *, every: bool) -> Iterator[Phrase]:
    other, rest = _instead(sentence, words)
    plain = fold(rest)
    found = (words.cue if every else words.strong_cue).finditer(plain)
    cues = [cue for cue in found if _begins_clause(plain, cue, words)]
    ends = [*(cue.start() for cue in cues[1:]), len(rest)]
    for cue, end in zip(cues, ends, strict=False):
        yield from _phrase(rest[cue.end() : end], words.cues[_key(cue)], other, words)
    if other and not cues:
        yield from _phrase(rest, "", other, words)


def _key(cue: re.Match[str]) -> str:
    return " ".join(cue["cue"].split())


def _begins_clause(plain: str, cue: re.Match[str], words: Lexis) -> bool:
    """Not inside a phrase: "you try to", "and try to", "next time, try" are cues, "a good try" is none."""
    before = plain[: cue.start()].rstrip()
    if not before or before[-1] in '.,;:!?–—-)(&"':
        return True
    last = before.rsplit(" ", 1)[-1]
    said = _key(cue)
    if words.cues[said] == "not":
        return last in words.table["joins"]
    led = last in words.table["joins"] or last in words.table["fillers"] or before.endswith(tuple(words.cues))
    return led or words.cues[said] == "verb" or said.startswith(("you ", "i ", "your "))


def _phrase(text: str, sort: str, other: str, words: Lexis) -> Iterator[Phrase]:
    bare = _without_joins(text, words)
    if bare and not _is_praise(bare, words):
        yield Phrase(bare, sort, other)


def _without_joins(text: str, words: Lexis) -> str:
    """Without the edges, and without the "and" that led to the next step."""
    bare = text.strip(_EDGES)
    while True:
        start, _, last = bare.rpartition(" ")
        if not start or last.lower() not in words.table["joins"]:
            return bare
        bare = start.strip(_EDGES)


def _instead(sentence: str, words: Lexis) -> tuple[str, str]:
    """What a sentence that begins with "instead of …," is to replace, and the rest of it."""
    plain = fold(sentence)
    lead = next((lead for lead in words.table["instead"] if plain.startswith(lead + " ")), None)
    comma = sentence.find(", ")
    if lead is None or comma < 0:
        return "", sentence
    return sentence[len(lead) : comma].strip(_EDGES), sentence[comma + 1 :].strip()


def _uncued(sentence: str, words: Lexis) -> Iterator[Phrase]:
    """An order ("Plan each essay first."), or a short line that names a thing ("Clearer topic sentences")."""
    bare = _VOCATIVE.sub("", sentence).strip(_EDGES)
    plain = fold(peeled(bare, words))
    first = plain.split(" ", 1)[0].strip(",;:") if plain else ""
    opened = any(plain.startswith(lead + " ") for leads in words.table["openings"].values() for lead in leads)
    if first in words.bases or opened:
        yield Phrase(bare, "verb" if first in words.bases else "open")
    elif words.base_of(first) is not None or (len(plain.split()) <= _LONGEST_THING and not _SAYS.search(plain)):
        yield Phrase(bare, "open")


def _is_praise(text: str, words: Lexis) -> bool:
    return words.praise.match(fold(peeled(text, words))) is not None


def peeled(text: str, words: Lexis) -> str:
    """Without the cues and fillers that a phrase may begin with; a "don't" stays."""
    bare = text.strip(_EDGES)
    while True:
        plain = fold(bare)
        lead = words.filler.match(plain) or words.cue.match(plain)
        if lead is None or lead.end() >= len(bare) or words.cues.get(" ".join(lead[0].split())) == "not":
            return bare
        bare = bare[lead.end() :].lstrip(_EDGES)
