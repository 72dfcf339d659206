"""The words by which next steps are found and phrased, out of data/<lang>/next_steps.toml, made ready for use."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from bot.language.reading.text import alternatives, load_words
from bot.language.targets.lexicon import lexicon, singulars

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
