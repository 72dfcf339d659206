"""Turns a next step into what the student does: "varying your openings" becomes "vary my openings"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from bot.language.drafts.steps import Lexis, Phrase, peeled
from bot.language.reading.text import alternatives, fold

_WORD = re.compile(r"[^\W_][\w'’-]*")
_EDGES = " \t*_.,;:!?–—-"
_OF_THE_THING = re.compile(
    r"\s(?:of|in|at|for|on|with|from|between|before|after|when|within|to|into|that|by|and)\s|[,(]"
)
_DETERMINERS = re.compile(r"^(?:your|my|the|some|any|a bit of|a|an|on|in|at|for|of)\s+")
_SUBJECT = re.compile(
    r"^(?P<thing>(?:your|the|all|each|every|both|there)\b.*?)\s"
    r"(?P<verb>is|are|has|have|begins?|starts?|ends?|do|does|can|match(?:es)?|agrees?|contains?|shows?|includes?|uses?|goes|go)\s"
    r"(?P<said>.+)"
)
_PARTICIPLE = re.compile(
    r"(?:(?:all|always|clearly|correctly|fully|properly|well|also|neatly)\s)*(?P<stem>\w+?)(?P<end>l?ed)\b(?P<rest>.*)"
)
_VOCATIVE_END = re.compile(r",\s+[A-Z][\w'’-]+$")
_SHORTEST_BEFORE_END = 12


@dataclass(frozen=True, slots=True)
class _Lead:
    """An opening of the table that a phrase begins with, and what follows it."""

    kind: str
    rest: str


def action_of(phrase: Phrase, words: Lexis) -> str | None:
    """What the student does, in the first person and without "I will"; None where nothing can be made of it."""
    bare = _shortened(peeled(_VOCATIVE_END.sub("", phrase.text), words), words)
    negated = phrase.sort == "not"
    lead = words.cue.match(fold(bare))
    if lead is not None and words.cues[" ".join(lead["cue"].split())] == "not":
        negated, bare = True, bare[lead.end() :].strip(_EDGES)
    if negated:
        action = _avoided(bare, words)
    elif phrase.sort == "clause" and (about := _SUBJECT.match(bare)) is not None:
        action = _of_clause(bare, about, words)
    else:
        action = _action(bare, words, forced=phrase.sort == "verb")
    if action is None:
        return None
    if phrase.instead_of:
        action = _say(words, "instead", rest=action, other=phrase.instead_of)
    return to_first_person(action, words)


def _say(words: Lexis, template: str, **args: str) -> str:
    templates: Mapping[str, str] = words.table["templates"]
    return templates[template].format(**args)


def _shortened(text: str, words: Lexis) -> str:
    """Up to where the reason begins."""
    plain = fold(text)
    ends = [found.start() for found in words.end.finditer(plain) if found.start() >= _SHORTEST_BEFORE_END]
    loose = words.table["prepositions"]["words"]
    ends = [end for end in ends if plain[:end].rstrip(' "').rpartition(" ")[2] not in loose]
    return (text[: ends[0]] if ends else text).strip(_EDGES)


def _of_clause(text: str, about: re.Match[str], words: Lexis) -> str:
    """ "your axes are labelled" is labelling them; "your commas are in the right place" is looking whether they are."""
    done = _PARTICIPLE.match(about["said"]) if about["verb"] in ("is", "are") else None
    stems = (done["stem"], done["stem"] + "l", done["stem"] + "e", done["stem"][:-1]) if done is not None else ()
    base = next((stem for stem in stems if stem in words.bases), None)
    if done is None or base is None:
        return _say(words, "clause", rest=text)
    return f"{base} {about['thing']}{done['rest']}"


def _avoided(text: str, words: Lexis) -> str | None:
    first, _, rest = text.partition(" ")
    if words.base_of(fold(first)) is not None:
        return _say(words, "avoid_doing", rest=text)
    if fold(first) in words.bases and rest:
        return _say(words, "avoid_doing", rest=f"{_gerund(fold(first))} {rest}")
    return None


def _gerund(base: str) -> str:
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")) and base != "be":
        return base[:-1] + "ing"
    doubled = re.fullmatch(r"[^aeiou]*[aeiou][bdgmnprt]", base) is not None
    return base + (base[-1] if doubled else "") + "ing"


def _action(text: str, words: Lexis, *, forced: bool, deep: int = 0) -> str | None:
    """`forced`: the first word is a verb, known or not."""
    plain = fold(text)
    if not plain or deep > 3:
        return None
    lead = _lead_of(text, words)
    if lead is not None:
        return _of_lead(lead, words, deep)
    first, _, rest = text.partition(" ")
    if fold(first) == "be":
        return _be(rest, words, deep)
    base = words.base_of(fold(first))
    if base is not None and not forced:
        return _action(f"{base} {rest}".strip(), words, forced=True, deep=deep + 1)
    if base is None and (forced or fold(first) in words.bases):
        return f"{fold(first)} {rest}" if rest else words.table["alone"].get(fold(first))
    return _thing(text, words)


def _lead_of(text: str, words: Lexis) -> _Lead | None:
    """The longest opening."""
    plain = fold(text)
    found = [
        (len(lead), kind)
        for kind, leads in words.table["openings"].items()
        for lead in leads
        if plain.startswith(lead + " ") or (base_form(plain, words) or "").startswith(lead + " ")
    ]
    if not found:
        return None
    length, kind = max(found)
    shown = (
        text
        if any(plain.startswith(lead + " ") for lead in words.table["openings"][kind] if len(lead) == length)
        else (base_form(text, words) or text)
    )
    return _Lead(kind, shown[length:].strip(_EDGES))


def base_form(text: str, words: Lexis) -> str | None:
    """The phrase with its first word in the base form, where that is a gerund."""
    first, _, rest = text.partition(" ")
    base = words.base_of(fold(first))
    return None if base is None else f"{base} {rest}"


def _of_lead(lead: _Lead, words: Lexis, deep: int) -> str | None:
    rest = lead.rest
    if not rest:
        return None
    first = fold(rest.partition(" ")[0])
    if lead.kind == "thing":
        return _action(rest, words, forced=False, deep=deep + 1) if words.base_of(first) else _thing(rest, words)
    if lead.kind == "how":
        return _say(words, "how", rest=rest)
    if words.base_of(first) is not None:
        return _action(rest, words, forced=False, deep=deep + 1)
    if lead.kind == "note":
        asks = first in ("who", "what", "why", "how", "which", "whether", "where", "when")
        return _say(words, "note" if asks else "note_thing", rest=rest)
    return _say(words, lead.kind, rest=rest)


def _be(rest: str, words: Lexis, deep: int) -> str | None:
    """ "be more specific" as something that others can see; "be brave and ask" is asking."""
    table: Mapping[str, str] = words.table["be"]
    found = [table[word] for word in _WORD.findall(fold(rest))[:4] if word in table]
    if found:
        return found[0]
    _, _, second = rest.partition(" and ")
    if fold(second.partition(" ")[0]) in words.bases:
        return _action(second, words, forced=True, deep=deep + 1)
    return f"be {rest}" if rest else None


def _thing(text: str, words: Lexis) -> str | None:
    """What one does with a thing: its last word says it."""
    bare = _plain_thing(text, words)
    if not bare:
        return None
    head = _OF_THE_THING.split(bare, maxsplit=1)[0]
    nouns = _WORD.findall(fold(head))
    if not nouns:
        return None
    pairs = [f"{one} {two}" for one, two in pairwise(nouns)]
    kinds = [kind for noun in (*reversed(pairs), *reversed(nouns)) if (kind := words.thing(noun)) is not None]
    if bare[1:] == bare[1:].lower():
        bare = bare.lower()
    return _say(words, kinds[0] if kinds else "show", rest=bare)


def _plain_thing(text: str, words: Lexis) -> str:
    """Without "the" and "more": "clearer topic sentences" are clear ones."""
    bare = text.strip(_EDGES)
    while (lead := _DETERMINERS.match(fold(bare))) is not None:
        kept = "my " if fold(lead[0]).strip() in ("your", "my") else ""
        bare = bare[lead.end() :]
        if kept:
            return kept + _without_comparative(bare, words)
    return _without_comparative(bare, words)


def _without_comparative(text: str, words: Lexis) -> str:
    adjectives: Mapping[str, str] = words.table["adjectives"]
    first, _, rest = text.partition(" ")
    if not rest or fold(first) not in adjectives:
        return text
    return f"{adjectives[fold(first)]} {rest}".strip()


def to_first_person(text: str, words: Lexis) -> str:
    """From the teacher's "you" to the student's "I"."""
    persons: Mapping[str, str] = words.table["persons"]
    objects = alternatives(words.table["after_which_you_is_me"]["words"])
    said = re.sub(rf"\b({objects}) you\b(?!')", r"\1 me", text, flags=re.IGNORECASE)
    you = re.compile(
        rf"(?<![\w'’])(?:{'|'.join(re.escape(p) for p in sorted(persons, key=len, reverse=True))})(?![\w'’])", re.I
    )
    said = you.sub(lambda found: persons[fold(found[0])], said.replace("’", "'"))
    for wrong, right in words.table["verbs_of_persons"].items():
        said = said.replace(wrong, right)
    return said
