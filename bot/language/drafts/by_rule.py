"""Drafts by rule: the next steps of a feedback, as targets with open places for how many and how often."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from bot.domain.drafts import MOST, blanks_in, tidy, tried_out
from bot.language import targets
from bot.language.drafts.steps import EDGES, Lexis, StepPhrase, action_of, in_base_form, is_verb_alone, lexis, peeled
from bot.language.reading.text import alternatives, fold, has_words, load_words
from bot.language.targets import Verdict

# What a student hands in or takes part in ("essays", "lab reports"), out of what people wrote.
#
# It is always a plural out of data/<lang>/, never something that somebody typed; "" where nothing says it.


_PART = re.compile(r"[.;\r\n]+")
_WORD = re.compile(r"[^\W\d_]{3,}")
_ANY_WORD = re.compile(r"[^\W\d_]+")


def speaks(lang: str) -> bool:
    """Whether a language has words for drafts: English ones would stand in the middle of its sentences."""
    return has_words(__package__, lang, "next_steps")


def work_in(*texts: str, lang: str = "en") -> str:
    """What a teacher's texts name, the first one first; a part of the work counts where nothing else is named."""
    faint = _faint(lexis(lang))
    named = [work for text in texts for work in _own_works(text, lang)]
    return next(iter([work for work in named if work not in faint] or named), "")


def certain_work_in(*texts: str, lang: str = "en") -> str:
    """What texts name beyond doubt: "my problems with commas" are no work."""
    faint = _faint(lexis(lang))
    return next((work for text in texts for work in _own_works(text, lang) if work not in faint), "")


def work_counted_in(unit: str, lang: str = "en") -> str:
    """The work, where a number counts just that: "essays" do, "mistakes in essays" do not."""
    words = lexis(lang)
    plain = words.plural_of(" ".join(fold(unit).split()))
    return plain if speaks(lang) and plain in words.table["tasks"].values() else ""


def work_of_subject(subjects: str, class_name: str, lang: str = "en") -> str:
    """What a student wrote of this subject ("English: essays. Physics: labs"); else the only work that they named."""
    words = lexis(lang)
    known = set(_WORD.findall(fold(class_name)))
    parts = [(part, _named(part, words)) for part in _PART.split(subjects)]
    here = (works[0] for part, works in parts if works and known & set(_WORD.findall(fold(part))))
    every = {work for _, works in parts for work in works}
    return next(here, every.pop() if len(every) == 1 else "") if speaks(lang) else ""


def likely_work(class_name: str, lang: str = "en") -> str:
    """What is mostly handed in where a class is called so."""
    found = _subject(lang).search(fold(class_name)) if speaks(lang) else None
    return _works_by_subject(lang)[" ".join(found[0].split())] if found else ""


def _named(text: str, words: Lexis) -> list[str]:
    return [words.plural_of(found["noun"]) for found in words.task.finditer(fold(text))]


def _own_works(text: str, lang: str) -> Iterator[str]:
    words, plain = lexis(lang), fold(text)
    if not speaks(lang) or _last_words(lang).isdisjoint(_ANY_WORD.findall(plain)):
        return iter(())  # most sentences name no work, and looking for whose it is takes a hundred times as long
    return (words.plural_of(task["noun"]) for task in words.own_task.finditer(plain) if is_own(task, words))


@cache
def _last_words(lang: str) -> frozenset[str]:
    """One of these is in every text that names a work."""
    tasks: dict[str, str] = lexis(lang).table["tasks"]
    return frozenset(task.split()[-1] for task in (*tasks, *tasks.values()))


def is_own(found: re.Match[str], words: Lexis) -> bool:
    """Whether it is the student's: for what others write too, only where it says so."""
    occasions = words.table["occasions"]
    if _is_something_else(found, occasions):
        return False
    doubtful = [words.plural_of(noun) for noun in (*occasions["faint"], *occasions["works"])]
    return words.plural_of(found["noun"]) not in doubtful or not set(occasions["mine"]).isdisjoint(found[0].split())


def _is_something_else(found: re.Match[str], occasions: Mapping[str, Sequence[str]]) -> bool:
    """ "unit tests" are none, and "test the tension" is what one does."""
    before = found.string[: found.start()].split()[-1:]
    behind = found.string[found.end() :].split()[:1]
    done = found.start() == found.start("noun") and not set(behind).isdisjoint(occasions["done_to"])
    return done or not set(before).isdisjoint(occasions["compounds"])


def _definite_work_in(texts: Sequence[str], lang: str) -> str:
    """The work that a text calls "your essay" or "the test": "write tests" may be a part of another one."""
    words = lexis(lang)
    faint, found = _faint(words), (task for text in texts for task in words.own_task.finditer(fold(text)))
    named = (words.plural_of(task["noun"]) for task in found if _is_definite(task, words) and is_own(task, words))
    return next((work for work in named if work not in faint), "")


def _is_definite(task: re.Match[str], words: Lexis) -> bool:
    return not set(words.table["occasions"]["definite"]).isdisjoint(task[0].split())


def _faint(words: Lexis) -> set[str]:
    return {words.plural_of(noun) for noun in words.table["occasions"]["faint"]}


@cache
def _works_by_subject(lang: str) -> dict[str, str]:
    works: dict[str, list[str]] = load_words("bot.language.drafts", lang, "subjects")["works"]
    return {subject: work for work, subjects in works.items() for subject in subjects}


@cache
def _subject(lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_]){alternatives(_works_by_subject(lang))}(?![^\W\d_])")


def work_left_open(text: str, lang: str = "en") -> str:
    """The work in "__ of my next __ essays", where nothing else is left open."""
    if blanks_in(text) != 2 or not speaks(lang):
        return ""
    found = _counted_work(lang).search(fold(tidy(text)))
    return found["tasks"] if found else ""


def with_work(text: str, work: str, lang: str = "en") -> str:
    """The sentence with the word for the work, where it says "__ of my next __ tasks" for want of one."""
    table = lexis(lang).table
    template = str(table["templates"]["counted"])
    otherwise = str(table["occasions"]["otherwise"])
    return text.replace(template.format(tasks=otherwise), template.format(tasks=work)) if work else text


@cache
def _counted_work(lang: str) -> re.Pattern[str]:
    """ "__ of my next __ {tasks}", with any task."""
    table = lexis(lang).table
    tasks = alternatives({*table["tasks"].values(), table["occasions"]["otherwise"]})
    lead, behind = str(table["templates"]["counted"]).split("{tasks}")
    return re.compile(rf"{re.escape(lead)}(?P<tasks>{tasks})(?![\w-]){re.escape(behind)}")


# The next steps of a feedback: its phrases, without what introduces them.


# What ends within quotation marks does not end the sentence that goes on behind them in small letters.
_SENTENCE_END = re.compile(r";\s+(?=\S)|(?<=[.!?])(?:[\"”'’)\]]+\s+(?=[^\sa-z])|\s+(?=\S))|[\r\n]+")
_BULLET = re.compile(r"^\s*(?:[-–—*•·>]+|\(?(?:[0-9]{1,2}|[a-d])[.)])\s+")
_VOCATIVE = re.compile(r"^(?!I\b)[A-Z][\w'’-]+,\s+(?=\w)")
_SHORT = re.compile(r"\b(e\.g|i\.e|etc|vs|approx|p|pp|no|Mr|Mrs|Ms|Dr)\.", re.IGNORECASE)
_LONGEST_THING = 9
_SHORTEST_ORDER = 4
_SAYS = re.compile(
    r"\b(?:should|must|would|could|can|will|needs|need|is|are|was|were|has|have|had|you|did|does|i|we|it|they)\b"
)


def phrases_in(text: str, words: Lexis, *, every: bool) -> Iterator[StepPhrase]:
    """The next steps in a text, in order. `every`: all of the text is about how to go on."""
    for written in sentences_of(text):
        if _leans(written, words):
            continue
        sentence = _order_first(written, words)
        found = list(_cued(sentence, words, every=every))
        if found:
            yield from found
        elif every and not _is_praise(sentence, words):
            yield from _uncued(sentence, words)


def _leans(sentence: str, words: Lexis) -> bool:
    """ "Then ask who does it": what is meant is said in the sentence before."""
    plain = fold(sentence)
    begins = any(plain.startswith(f"{lead} ") for lead in words.table["leads"]["leaning"])
    return begins and not set(words.table["orders"]["nameless"]).isdisjoint(_WORD.findall(plain))


def sentences_of(text: str) -> list[str]:
    """Sentences and lines, without bullets."""
    kept = _SHORT.sub(lambda short: short[0][:-1] + "\u2024", text)
    parts = (_BULLET.sub("", part).strip() for part in _SENTENCE_END.split(kept))
    return [part.replace("\u2024", ".") for part in parts if any(c.isalpha() for c in part)]


def _order_first(sentence: str, words: Lexis) -> str:
    """ "When you get stuck, write it down" as "write it down when you get stuck"."""
    plain = fold(sentence)
    found = words.each.fullmatch(plain) or words.lead.fullmatch(plain)
    if found is None:
        return sentence
    rest = sentence[found.start("rest") :].strip(EDGES)
    bare = peeled(rest, words)
    if fold(bare).split(" ", 1)[0] not in words.bases:
        return sentence
    lead = sentence[: found.end("lead")]
    first, _, behind = lead.partition(" ")
    if fold(first) in words.table["leads"]["if"]:
        return f"{rest} {words.table['leads']['when']} {behind}"
    return f"{rest} {lead[:1].lower()}{lead[1:]}"


def _cued(sentence: str, words: Lexis, *, every: bool) -> Iterator[StepPhrase]:
    other, rest = _instead(sentence, words)
    plain = fold(rest)
    found = (words.cue if every else words.strong_cue).finditer(plain)
    cues = [cue for cue in found if _begins_clause(plain, cue, words)]
    if every and cues and not other:
        yield from _order_before(rest[: cues[0].start()], words)
    ends = [*(cue.start() for cue in cues[1:]), len(rest)]
    for cue, end in zip(cues, ends, strict=False):
        yield from _phrase(rest[cue.end() : end], words.cues[_key(cue)], other, words)
    if other and not cues:
        yield from _phrase(rest, "", other, words)


def _order_before(text: str, words: Lexis) -> Iterator[StepPhrase]:
    """The order with which a sentence begins that goes on with another: "underline every verb and check that …"."""
    bare = text.strip(EDGES)
    if len(bare.split()) >= _SHORTEST_ORDER and fold(bare).split(" ", 1)[0] in words.bases:
        yield from _phrase(bare, "verb", "", words)


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


def _phrase(text: str, sort: str, other: str, words: Lexis) -> Iterator[StepPhrase]:
    bare = _without_joins(text, words)
    if bare and not _is_praise(bare, words):
        yield StepPhrase(bare, sort, other)


def _without_joins(text: str, words: Lexis) -> str:
    """Without the edges, and without the "and" that led to the next step."""
    bare = text.strip(EDGES)
    while True:
        start, _, last = bare.rpartition(" ")
        if not start or last.lower() not in words.table["joins"]:
            return bare
        bare = start.strip(EDGES)


def _instead(sentence: str, words: Lexis) -> tuple[str, str]:
    """What a sentence that begins with "instead of …," is to replace, and the rest of it."""
    plain = fold(sentence)
    lead = next((lead for lead in words.table["instead"] if plain.startswith(lead + " ")), None)
    comma = sentence.find(", ")
    if lead is None or comma < 0:
        return "", sentence
    return sentence[len(lead) : comma].strip(EDGES), sentence[comma + 1 :].strip()


def _uncued(sentence: str, words: Lexis) -> Iterator[StepPhrase]:
    """An order ("Plan each essay first."), or a short line that names a thing ("Clearer topic sentences")."""
    told, rest = _told(sentence, words)
    if told:
        yield from _uncued(rest, words) if rest else ()
        return
    named = _VOCATIVE.match(sentence)
    called = named is not None and fold(named[0].strip(EDGES)) not in words.bases
    bare = (_VOCATIVE.sub("", sentence) if called else sentence).strip(EDGES)
    plain = fold(in_base_form(peeled(bare, words), words))
    first = plain.split(" ", 1)[0].strip(",;:") if plain else ""
    opened = any(plain.startswith(lead + " ") for leads in words.table["openings"].values() for lead in leads)
    ordered = is_verb_alone(first, words) or is_order(plain, words)
    if ordered or opened or words.need.match(plain):
        yield StepPhrase(bare, "verb" if ordered else "open")
    elif words.base_of(first) is not None or (len(plain.split()) <= _LONGEST_THING and not _SAYS.search(plain)):
        yield StepPhrase(bare, "open")


def _told(sentence: str, words: Lexis) -> tuple[bool, str]:
    """Whether a sentence says how things are ("you rush the runs: count them in"), and the order behind its colon. A
    short heading ("Grip: keep your thumb loose") leads to one, too."""
    head, colon, rest = sentence.partition(": ")
    plain, first = fold(head).split(), fold(rest).split(" ", 1)[0]
    told = len(plain) > 1 and plain[0] in words.table["orders"]["told"] and words.is_base(plain[1])
    heading = bool(colon) and not words.is_base(plain[0] if plain else "") and words.is_base(first)
    return told or heading, rest if words.is_base(first) else ""


def is_order(plain: str, words: Lexis) -> bool:
    """Whether it begins with a word that no list knows, and goes on as only an order does: "deburr every pipe end"."""
    first, _, rest = plain.partition(" ")
    known = first in words.table["orders"]["followed_by"] or first in words.table["prepositions"]["words"]
    second = rest.partition(" ")[0].strip(",;:")
    return first.isalpha() and not known and second in words.table["orders"]["followed_by"]


def _is_praise(text: str, words: Lexis) -> bool:
    return words.praise.match(fold(peeled(text, words))) is not None


# The drafts.


ACTION_MOST = 160
ACTION_LEAST = 8
_IT = re.compile(r"\b(?:it|its)\b")
_ALIKE = 0.6
_LONG = 10
"""Words of an action after which nobody remembers how it began."""


def drafts_by_rule(seen: str, matters: str, next_step: str, work: str = "", lang: str = "en") -> tuple[str, ...]:
    """Up to three targets, the clearest next steps first. "__" is an open place. Never raises, whatever was typed.

    `work` is what the student hands in, in the plural, for where these texts do not say it. None in a language that has
    no words for drafts.
    """
    if not speaks(lang):
        return ()
    words = lexis(lang)
    said = (next_step, seen, matters)
    named = _definite_work_in(said, lang) or work or work_in(*said, lang=lang)
    occasion = named or str(words.table["occasions"]["otherwise"])
    found: dict[str, bool] = {}
    for action, ordered in _actions(seen, matters, next_step, words):
        target = target_of(action, occasion, words)
        if target is not None and not any(_alike(target, other) for other in found):
            found[target] = ordered
        if len(found) == MOST:
            break
    sure = tuple(target for target, ordered in found.items() if ordered)
    return sure or tuple(found)


def _actions(seen: str, matters: str, next_step: str, words: Lexis) -> Iterator[tuple[str, bool]]:
    """What the student does, and whether a teacher said just that: a thing that was named is less sure."""
    for typed, every in ((next_step, True), (seen, False), (matters, False)):
        text = typed.lower() if typed.isupper() else typed
        for phrase in phrases_in(text, words, every=every):
            action = action_of(phrase, words)
            if action is not None and ACTION_LEAST <= len(action) <= ACTION_MOST:
                yield action, phrase.sort != "open"


def target_of(action: str, occasion: str, words: Lexis) -> str | None:
    """The action with "in __ of my next __ essays"; None where it could not be measured, even when filled in."""
    plain = fold(action)
    if plain.startswith(tuple(words.table["occasions"]["class_actions"])) and not plain.startswith(
        tuple(words.table["occasions"]["not_in_class"])
    ):
        occasion = occasion if occasion in _spoken(words) else words.table["occasions"]["in_class"]
    if occasion in words.table["occasions"]["written"] and plain.startswith(tuple(_speaking(words))):
        occasion = words.table["occasions"]["in_class"]
    if occasion in _spoken(words):
        action = _without_handing_in(action, words)
    target = tidy(_each_time(action, words) or _said(action, occasion, words))
    read = targets.read(tried_out(target), words.lang)
    return target if read.verdict is Verdict.MEASURABLE else None


def _said(action: str, occasion: str, words: Lexis) -> str:
    """The whole sentence: where the action names the work itself, it is counted there."""
    templates: Mapping[str, str] = words.table["templates"]
    own = _own_task(action, occasion, words)
    if own is not None:
        return templates["target"].format(action=_counted(action, own, words))
    counted = templates["counted"].format(tasks=occasion)
    if _goes_behind(action, words):
        return templates["target_then"].format(counted=counted, action=action)
    return templates["target"].format(action=f"{action} {templates['within'].format(counted=counted)}")


def _without_handing_in(action: str, words: Lexis) -> str:
    """Where nothing is handed in: "check the order"."""
    ends = tuple(str(end) for end in words.table["occasions"]["handing_in"])
    return next((action.removesuffix(end) for end in ends if action.endswith(end)), action)


def _speaking(words: Lexis) -> list[str]:
    return [f"{lead} " for lead in words.table["occasions"]["speaking_actions"]]


def _each_time(action: str, words: Lexis) -> str | None:
    """What is to be done every day, or every week, counts these: "record one run a day"."""
    plain = fold(action)
    for stretch, said in words.table["each"].items():
        how_often = next((f" {often}" for often in said if plain.endswith(f" {often}")), None)
        if how_often is not None:
            template = str(words.table["templates"][f"each_{stretch}"])
            return template.format(action=action[: -len(how_often)].rstrip(" ,"))
    return None


def _goes_behind(action: str, words: Lexis) -> bool:
    """Whether the action says itself more easily after "In __ of my next __ essays"."""
    said = _ANY_WORD.findall(fold(action))
    loose = said[-1:] and said[-1] in words.table["orders"]["nameless"]
    return bool(loose or len(said) > _LONG or not set(said).isdisjoint(words.table["front"]["words"]))


def _own_task(action: str, occasion: str, words: Lexis) -> re.Match[str] | None:
    """The student's own work, named in the action: "plan my essay first"."""
    otherwise = words.table["occasions"]["otherwise"]
    for found in words.own_task.finditer(fold(action)):
        counted = occasion in (otherwise, words.plural_of(found["noun"])) or _is_definite(found, words)
        if not counted or (not _is_definite(found, words) and _IT.search(action, found.end())):
            continue  # of several, "it" would be one
        before = tuple(words.table["occasions"]["in_own"])
        owned = found.start() != found.start("noun") or action[: found.start()].endswith(before)
        if owned and is_own(found, words):
            return found
    return None


def _counted(action: str, own: re.Match[str], words: Lexis) -> str:
    tasks = words.plural_of(own["noun"])
    template = "counted" if own["number"] is None else "counted_given"
    given = str(words.table["templates"][template]).format(tasks=tasks, number=own["number"])
    return action[: own.start()] + given + action[own.end() :]


def _spoken(words: Lexis) -> frozenset[str]:
    """Occasions at which one speaks."""
    return frozenset(words.table["occasions"]["spoken"])


def _alike(one: str, other: str) -> bool:
    """Whether two targets share most of their words."""
    a, b = ({*_WORD.findall(fold(text))} for text in (one, other))
    own = a - b if len(a) <= len(b) else b - a
    return 1 - len(own) / max(1, min(len(a), len(b))) > _ALIKE and len(own) <= 1
