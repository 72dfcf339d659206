"""What a student hands in or takes part in ("essays", "lab reports"), out of what people wrote.

It is always a plural out of data/<lang>/, never something that somebody typed; "" where nothing says it.
"""

import re
from collections.abc import Iterator
from functools import cache

from bot.domain.drafts.blanks import blanks_in, tidy
from bot.language.drafts.steps import Lexis, lexis
from bot.language.reading.text import alternatives, fold, load_words

_PART = re.compile(r"[.;\r\n]+")
_WORD = re.compile(r"[^\W\d_]{3,}")
_ANY_WORD = re.compile(r"[^\W\d_]+")


def work_in(*texts: str, lang: str = "en") -> str:
    """What a teacher's texts name, the first one first; a part of the work counts where nothing else is named."""
    faint = _faint(lexis(lang))
    named = [work for text in texts for work in _own_works(text, lang)]
    return next(iter([work for work in named if work not in faint] or named), "")


def certain_work_in(*texts: str, lang: str = "en") -> str:
    """What a student's texts name beyond doubt: "my problems with commas" are no work."""
    faint = _faint(lexis(lang))
    return next((work for text in texts for work in _own_works(text, lang) if work not in faint), "")


def work_counted_in(unit: str, lang: str = "en") -> str:
    """The work, where a number counts just that: "essays" do, "mistakes in essays" do not."""
    words = lexis(lang)
    plain = words.plural_of(" ".join(fold(unit).split()))
    return plain if plain in words.table["tasks"].values() else ""


def work_of_subject(subjects: str, class_name: str, lang: str = "en") -> str:
    """What a student wrote of this subject ("English: essays. Physics: labs"); else the only work that they named."""
    words = lexis(lang)
    known = set(_WORD.findall(fold(class_name)))
    parts = [(part, _named(part, words)) for part in _PART.split(subjects)]
    here = (works[0] for part, works in parts if works and known & set(_WORD.findall(fold(part))))
    every = {work for _, works in parts for work in works}
    return next(here, every.pop() if len(every) == 1 else "")


def likely_work(class_name: str, lang: str = "en") -> str:
    """What is mostly handed in where a class is called so."""
    found = _subject(lang).search(fold(class_name))
    return _works_by_subject(lang)[" ".join(found[0].split())] if found else ""


def _named(text: str, words: Lexis) -> list[str]:
    return [words.plural_of(found["noun"]) for found in words.task.finditer(fold(text))]


def _own_works(text: str, lang: str) -> Iterator[str]:
    words, plain = lexis(lang), fold(text)
    if _last_words(lang).isdisjoint(_ANY_WORD.findall(plain)):
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
    doubtful = [words.plural_of(noun) for noun in (*occasions["faint"], *occasions["works"])]
    return words.plural_of(found["noun"]) not in doubtful or not set(occasions["mine"]).isdisjoint(found[0].split())


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
    if blanks_in(text) != 2:
        return ""
    found = _counted(lang).search(fold(tidy(text)))
    return found["tasks"] if found else ""


def with_work(text: str, work: str, lang: str = "en") -> str:
    """The sentence with the word for the work, where it says "__ of my next __ tasks" for want of one."""
    table = lexis(lang).table
    template = str(table["templates"]["counted"])
    otherwise = str(table["occasions"]["otherwise"])
    return text.replace(template.format(tasks=otherwise), template.format(tasks=work)) if work else text


@cache
def _counted(lang: str) -> re.Pattern[str]:
    """ "__ of my next __ {tasks}", with any task."""
    table = lexis(lang).table
    tasks = alternatives({*table["tasks"].values(), table["occasions"]["otherwise"]})
    lead, behind = str(table["templates"]["counted"]).split("{tasks}")
    return re.compile(rf"{re.escape(lead)}(?P<tasks>{tasks})(?![\w-]){re.escape(behind)}")
