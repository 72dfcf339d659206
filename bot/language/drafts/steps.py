"""A next step of a feedback as what the student does, and the words by which it is found."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from bot.language.reading.text import alternatives, fold, load_words, singulars, unaccented
from bot.language.targets.patterns import lexicon

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
    each: re.Pattern[str]
    """The same without a comma: "For each case study give …"."""
    need: re.Pattern[str]
    """ "your graph needs units": `thing` and `rest`."""
    bases: frozenset[str]
    """Verbs in their base form."""
    imperatives: Mapping[str, str]
    """Orders with their base form, where the two differ: "usa" is "usar"."""
    lang: str

    def is_base(self, word: str) -> bool:
        """Whether it is a verb in its base form; of "blow-dry" and "back-tack" the last part is."""
        return word in self.bases or ("-" in word and word.rpartition("-")[2] in self.bases)

    def base_of(self, gerund: str) -> str | None:
        """The base form of a known verb in "-ing"."""
        if self.imperatives or len(gerund) < 5 or not gerund.endswith("ing"):
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
    bases = frozenset(table["verbs"]) | lexicon(lang).verbs | lexicon(lang).inner_verbs
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
        each=re.compile(
            rf"(?P<lead>{alternatives(table['leads']['for_each'])}(?: [\w-]+){{1,3}}?) "
            rf"(?P<rest>{alternatives(table['verbs'])} {alternatives(table['orders']['followed_by'])} .+)",
            re.DOTALL,
        ),
        need=re.compile(
            rf"{alternatives(table['needs']['owners'])} (?P<thing>[\w -]{{2,40}}?) "
            rf"{alternatives(table['needs']['verbs'])} (?!{alternatives(table['needs']['nothing'])}\b)(?P<rest>\S.+)"
        ),
        bases=bases,
        imperatives=_imperatives(bases, table),
        lang=lang,
    )


def _imperatives(bases: Iterable[str], table: Mapping[str, Any]) -> dict[str, str]:
    """Each order by rule, and those that differ."""
    by_rule: dict[str, str] = {
        base.removesuffix(rule["of"]) + ending: base
        for rule in table["imperatives"]
        for base in sorted(bases)
        if base.endswith(rule["of"]) and len(base) > len(rule["of"]) + 1
        for ending in rule["add"]
    }
    by_rule.update(table["irregular"])
    return by_rule


def in_base_form(text: str, words: Lexis) -> str:
    """An order with its verbs in their base form: "usa más ejemplos y revisa las comas" is "usar …y revisar …"."""
    if not words.imperatives:
        return text
    first, _, rest = text.partition(" ")
    known = _of_order(first, words)
    if known is None and not is_verb_alone(first, words):
        return text
    joined = alternatives(words.table["joins"])
    return re.sub(
        rf"(?<= )(?P<join>{joined}) (?P<order>[^\W\d_]+) (?P<behind>[^\W\d_]+)",
        lambda found: f"{found['join']} {_second(found, words) or found['order']} {found['behind']}",
        f"{known or first} {rest}",
    ).strip()


def _second(found: re.Match[str], words: Lexis) -> str | None:
    """The base form of an order behind another: "… y revisa las comas"."""
    order = _of_order(found["order"], words)
    bound = order is not None and not words.is_base(order)
    return order if bound or _goes_on_as_order(found["behind"], words) else None


def _goes_on_as_order(word: str, words: Lexis) -> bool:
    lexical = lexicon(words.lang)
    return fold(word) in lexical.determiners or fold(word) in lexical.prepositions


def is_verb_alone(word: str, words: Lexis) -> bool:
    """Whether a word is a base form already, alone or with a pronoun."""
    ends = [end for pair in words.table["pronouns"].items() for end in pair]
    return any(words.is_base(fold(word).removesuffix(end)) for end in ("", *ends))


def _of_order(word: str, words: Lexis) -> str | None:
    """ "usa" is "usar", and "pregúntate" is "preguntarme"."""
    plain = fold(word)
    if plain in words.imperatives:
        return words.imperatives[plain]
    for said, own in words.table["pronouns"].items():
        base = words.imperatives.get(unaccented(plain.removesuffix(said))) if plain.endswith(said) else None
        if base is not None:
            return base + str(own)
    return None


def _cues(table: Mapping[str, Any], *sorts: tuple[str, str]) -> dict[str, str]:
    return {cue: sort for name, sort in sorts for cue in table[name]}


def _anywhere(cues: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'-])(?P<cue>{alternatives(cues)})(?![\w'])")


EDGES = " \t*_.,;:!?–—-"
_TOO_MUCH = re.compile(r"[,:]\s")  # more than one thing
_LONG_BRACKET = re.compile(r"\s*\((?:[^()\s]+\s+){5,}[^()]*\)")
_LOOSE_MOST = 3
_LEADING = 5
"""Words of an order before which nothing can have been named that a later one of them means."""
_REACH = 4
"""Words behind a "que" among which its verb is."""


@dataclass(frozen=True, slots=True)
class StepPhrase:
    """A next step as it was written, without what introduces it. `sort` is that of its cue; "" for no cue.

    `instead_of` is what it is to replace, where the sentence begins with that.
    """

    text: str
    sort: str
    instead_of: str = ""


def _is_setting(plain: str, words: Lexis) -> bool:
    """ "speed 800 rpm": a thing and its number, though one can speed, too."""
    first, _, rest = plain.partition(" ")
    return rest[:1].isdigit() and words.thing(first) is not None


def peeled(text: str, words: Lexis) -> str:
    """Without the cues and fillers that a phrase may begin with; a "don't" stays."""
    bare = text.strip(EDGES)
    while True:
        plain = fold(bare)
        lead = words.filler.match(plain) or words.cue.match(plain)
        if lead is None or lead.end() >= len(bare) or words.cues.get(" ".join(lead[0].split())) == "not":
            return bare
        bare = bare[lead.end() :].lstrip(EDGES)


# Turns a next step into what the student does: "varying your openings" becomes "vary my openings".


_WORD = re.compile(r"[^\W_][\w'’-]*")
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
_QUOTED = re.compile(r"(\"[^\"]*\"|“[^”]*”|«[^»]*»)")
_SHORTEST_BEFORE_END = 12


@dataclass(frozen=True, slots=True)
class _Lead:
    """An opening of the table that a phrase begins with, and what follows it."""

    kind: str
    rest: str


def action_of(phrase: StepPhrase, words: Lexis) -> str | None:
    """What the student does, in the first person and without "I will"; None where nothing can be made of it."""
    bare = in_base_form(_shortened(peeled(_VOCATIVE_END.sub("", phrase.text), words), words), words)
    if _speaks_of_the_teacher(bare, words) or not _is_whole(bare, words) or _stays_as_said(bare, words):
        return None
    needed = _of_need(bare, words)
    if needed is not None:
        return to_first_person(needed, words)
    negated = phrase.sort == "not"
    lead = words.cue.match(fold(bare))
    if lead is not None and words.cues[" ".join(lead["cue"].split())] == "not":
        negated, bare = True, bare[lead.end() :].strip(EDGES)
    if _is_nameless(bare, words) or _is_setting(fold(bare), words):
        return None
    if negated:
        action = _avoided(bare, words)
    elif phrase.sort == "clause" and (about := _SUBJECT.match(bare)) is not None:
        action = _of_clause(bare, about, words)
    elif phrase.sort == "clause" and _states(bare, words):
        action = _say(words, "clause", rest=bare)
    else:
        action = _action(bare, words, forced=phrase.sort == "verb")
    if action is None:
        return None
    action = _alike(action, words)
    if phrase.instead_of:
        action = _say(words, "instead", rest=action, other=phrase.instead_of)
    return to_first_person(action, words)


def _alike(action: str, words: Lexis) -> str:
    """ "use three connectors and to reread" as two orders of one form."""
    first, joined, last = action.partition(" and to ")
    order = joined and not first.startswith("to ") and fold(last).split(" ", 1)[0] in words.bases
    return f"{first} and {last}" if order else action


def _speaks_of_the_teacher(text: str, words: Lexis) -> bool:
    """ "before you call me": in the student's mouth that would be another person."""
    plain = fold("".join(_QUOTED.split(text)[::2]))
    orders, said = words.table["orders"], _WORD.findall(plain)
    did = any(f" {phrase} " in f" {' '.join(said)} " for phrase in orders["teacher_did"])
    return did or not set(said).isdisjoint(orders["teacher"])


def _stays_as_said(text: str, words: Lexis) -> bool:
    """Whether a verb is in a form that is not turned round: "cuando termines", or a second order of an unknown verb."""
    said = _WORD.findall(fold(text))
    return any(_speaks_to_you(said, at, words) or _orders_again(said, at, words) for at in range(len(said) - 1))


def _speaks_to_you(said: list[str], at: int, words: Lexis) -> bool:
    """ "por qué elegiste", "que la frase empieces"."""
    orders, lexical = words.table["orders"], lexicon(words.lang)
    if said[at] not in orders["leading_you"]:
        return False
    behind = said[at + 1 : at + 1 + _REACH]
    forms = (one[:-1] for one in behind if one.endswith("s"))
    return behind[0].endswith(tuple(orders["second_person"])) or any(lexical.lemma(form) != form for form in forms)


def _orders_again(said: list[str], at: int, words: Lexis) -> bool:
    """ "… y desbarba el tubo": a word that no list knows, and behind it what follows a verb."""
    lexical, order = lexicon(words.lang), said[at + 1]
    if not words.imperatives or said[at] not in words.table["joins"] or is_verb_alone(order, words):
        return False
    known = order in lexical.determiners or order in lexical.prepositions
    return not known and at + 2 < len(said) and said[at + 2] in lexical.determiners


def _is_whole(text: str, words: Lexis) -> bool:
    """Whether nothing was cut off in the middle: a quotation, a bracket, or what a last "with" leads to."""
    balanced = text.count('"') % 2 == 0 and text.count("(") == text.count(")")
    return balanced and fold(text).rpartition(" ")[2] not in words.table["orders"]["leads_on"]


def _is_nameless(text: str, words: Lexis) -> bool:
    """Whether what is done is done to something that only another sentence names: "count it aloud"."""
    orders = words.table["orders"]
    if _of_another_sentence(fold(text), words):
        return True
    said = [word.strip(EDGES) if word.isalpha() else word for word in fold(text).split()[:4]]
    at = 2 if len(said) > 2 and said[1] in words.table["prepositions"]["words"] else 1
    if len(said) <= at or said[0] not in words.bases:
        return False
    alone = at + 1 == len(said) or said[at + 1] in orders["goes_on"] or not said[at].isalpha()
    bare = said[at].strip(EDGES)
    return bare in orders["nameless"] or (bare in orders["nameless_alone"] and alone)


def _of_another_sentence(plain: str, words: Lexis) -> bool:
    """ "use three of them in each text", where nothing before it is named."""
    said = plain.split()
    pairs = [" ".join(pair) for pair in pairwise(said[:_LEADING])]
    return any(pair in words.table["orders"]["nameless_of"] for pair in pairs)


def _states(text: str, words: Lexis) -> bool:
    """Whether it says how something is to be: "the verb stands last"."""
    first, _, rest = fold(text).partition(" ")
    return first in words.table["owned"]["words"] and len(rest.split()) > 1


def _say(words: Lexis, template: str, **args: str) -> str:
    templates: Mapping[str, str] = words.table["templates"]
    return templates[template].format(**args)


def _shortened(text: str, words: Lexis) -> str:
    """Up to where the reason begins."""
    text = _LONG_BRACKET.sub("", text)
    plain = fold(text)
    found = (end for end in words.end.finditer(plain) if not _goes_on(plain, end))
    ends = [end.start() for end in found if end.start() >= _SHORTEST_BEFORE_END]
    loose = [*words.table["prepositions"]["words"], *words.table["orders"]["asking"]]
    ends = [end for end in ends if plain[:end].rstrip(' "').rpartition(" ")[2] not in loose]
    short = (text[: ends[0]] if ends else text).strip(EDGES)
    return _without_loose_order(short, words) if ends and plain[ends[0]] == ":" else short


def _without_loose_order(text: str, words: Lexis) -> str:
    """ "circle every noun and ask yourself:" without the order whose end was behind the colon."""
    first, joined, last = text.rpartition(" and ")
    loose = joined and len(last.split()) <= _LOOSE_MOST and fold(last).split(" ", 1)[0] in words.bases
    return first.strip(EDGES) if loose else text


def _goes_on(plain: str, end: re.Match[str]) -> bool:
    """ "by 8:50", "mix 3:1", "who wrote it, when and why"."""
    if plain.startswith("and ", end.end()) and end[0].startswith(","):
        return True
    if end[0] == " (":
        return ")" in plain[end.end() :]
    if "(" in plain[: end.start()].rpartition(")")[2]:
        return True
    return (
        end[0] == ":" and plain[end.start() - 1 : end.start()].isdigit() and plain[end.end() : end.end() + 1].isdigit()
    )


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
    if " until " in f" {fold(rest)} ":  # "do not stop until the end" is to go on
        return None
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
        return _of_lead(lead, words, deep) or _as_it_stands(text, words)
    first, _, rest = text.partition(" ")
    if rest and words.imperatives and is_verb_alone(first, words):
        return f"{fold(first)} {rest}"
    if fold(first) == "be":
        return _be(rest, words, deep)
    base = words.base_of(fold(first))
    if base is not None and not forced:
        return _action(f"{base} {rest}".strip(), words, forced=True, deep=deep + 1)
    if base is None and (forced or fold(first) in words.bases):
        return f"{fold(first)} {rest}" if rest else words.table["alone"].get(fold(first))
    return _thing(text, words)


def _as_it_stands(text: str, words: Lexis) -> str | None:
    """ "sharpen the chisel", "have your sheet ready": what is said of abilities, too."""
    first, second, *_ = [*fold(text).split(), ""]
    seen = second in words.table["plain"].get(first, ())
    at_hand = _WORD.findall(fold(text))[-1] in words.table["at_hand"].get(first, ())
    return f"{first} {text.partition(' ')[2]}" if seen or at_hand else None


def _of_need(text: str, words: Lexis) -> str | None:
    """ "Your graph needs units on both axes" is giving it these."""
    found = words.need.match(fold(text))
    thing = found["thing"].split()[-1] if found is not None else ""
    if found is None or (words.thing(thing) is None and words.task.fullmatch(thing) is None):
        return None
    return _say(words, "needs", thing=found["thing"], rest=text[found.start("rest") :])


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
    return _Lead(kind, shown[length:].strip(EDGES))


def _first_order(text: str, words: Lexis) -> str:
    """Without a second order: what is made of the first one ends behind it."""
    loose = words.table["prepositions"]["words"]
    for joined in re.finditer(r",? and (?P<next>[\w-]+)(?: (?P<behind>[\w-]+))?", fold(text)):
        is_noun = words.thing(joined["next"]) is not None and (joined["behind"] is None or joined["behind"] in loose)
        if joined["next"] in words.bases and not is_noun:
            return text[: joined.start()].strip(EDGES)
    return text


def base_form(text: str, words: Lexis) -> str | None:
    """The phrase with its first word in the base form, where that is a gerund."""
    first, _, rest = text.partition(" ")
    base = words.base_of(fold(first))
    return None if base is None else f"{base} {rest}"


def _of_lead(lead: _Lead, words: Lexis, deep: int) -> str | None:
    rest = _first_order(lead.rest, words)
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
    if lead.kind == "recall":
        rest = rest.partition(", ")[0]  # "learn whole phrases, not single words"
    return _say(words, lead.kind, rest=rest)


def _be(rest: str, words: Lexis, deep: int) -> str | None:
    """ "be more specific" as something that others can see; "be brave and ask" is asking."""
    if fold(rest).startswith("at "):
        return _say(words, "be_at", rest=rest)
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
    orders = words.table["orders"]
    if not nouns or nouns[0] in orders["none"] or _TOO_MUCH.search(bare) or fold(bare) in orders["fragments"]:
        return None
    pairs = [f"{one} {two}" for one, two in pairwise(nouns)]
    kinds = [kind for noun in (*pairs[-1:], nouns[-1]) if (kind := words.thing(noun)) is not None]
    if not kinds:
        return None
    if bare[1:] == bare[1:].lower():
        bare = bare.lower()
    return _say(words, kinds[0], rest=bare)


def _plain_thing(text: str, words: Lexis) -> str:
    """Without "the" and "more": "clearer topic sentences" are clear ones."""
    bare = text.strip(EDGES)
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
    """From the teacher's "you" to the student's "I"; what stands in quotation marks is said by somebody else."""
    return "".join(
        part if at % 2 else _in_first_person(part, words)
        for at, part in enumerate(_QUOTED.split(text.replace("’", "'")))
    )


def _in_first_person(text: str, words: Lexis) -> str:
    persons: Mapping[str, str] = words.table["persons"]
    objects = alternatives(words.table["after_which_you_is_me"]["words"])
    behind = alternatives(words.table["before_which_you_is_me"]["words"])
    said = re.sub(rf"\b({objects}) you\b(?!')", r"\1 me", text, flags=re.IGNORECASE)
    said = re.sub(r"\bto (\w+) you\b(?!')", r"to \1 me", said, flags=re.IGNORECASE)
    said = re.sub(rf"\byou(?=(?: {behind}\b|[.;!?)]|$))", "me", said, flags=re.IGNORECASE)
    you = re.compile(
        rf"(?<![\w'’])(?:{'|'.join(re.escape(p) for p in sorted(persons, key=len, reverse=True))})(?![\w'’])", re.I
    )
    said = you.sub(lambda found: persons[fold(found[0])], said)
    for wrong, right in words.table["verbs_of_persons"].items():
        said = said.replace(wrong, right)
    for yours, mine in words.table["pronouns"].items():
        for word in _WORD.findall(said):
            stem = word.removesuffix(yours)
            if stem != word and words.is_base(fold(stem)):
                said = re.sub(rf"\b{word}\b", stem + mine, said)
    return said
