"""What a class must learn: its standards, and how a target names those that it serves."""

import json
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.actor import Refusal
from bot.domain.chosen import folded
from bot.domain.menu import is_formula, resources_of
from bot.domain.seen import clean
from bot.domain.terms import ServedStandard

STANDARDS_MOST = 20_000
"""Of a class."""
CODE_MOST = 80
STATEMENT_MOST = 2_000
SERVED_MOST = 5
"""That one target names: what serves more serves none in particular."""
SUGGESTED_MOST = 20


@dataclass(frozen=True, slots=True)
class Standard:
    """`code` is how people call it ("" where it has none), `identifier` how its package does. `search` is what it is
    found by, `resources` what helps with it."""

    workspace: str
    classroom: int
    code: str
    statement: str
    identifier: str = ""
    search: str = ""
    resources: tuple[str, ...] = ()
    id: int = 0

    @property
    def served(self) -> ServedStandard:
        """As a target names it: a copy, which no later package changes."""
        return ServedStandard(self.code, self.statement)

    @property
    def key(self) -> tuple[str, str]:
        """What is the same standard: by its package's own name for it, by its code, or by its words."""
        named = (("id", self.identifier), ("code", self.code))
        return next((one for one in named if one[1]), ("words", self.statement))


def searched(text: str) -> str:
    """Letters as they are looked for: small, without accents, one blank between words."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(char for char in apart if not unicodedata.combining(char)).split())


def made(
    workspace: str, classroom: int, code: str, statement: str, identifier: str = "", resources: Sequence[str] = ()
) -> Standard:
    """A standard as it is stored: without what hides in its words."""
    code, statement = clean(code)[:CODE_MOST], clean(statement)[:STATEMENT_MOST]
    search = searched(f"{code} {statement}")
    return Standard(workspace, classroom, code, statement, identifier[:100], search, tuple(resources))


def typed_standards(workspace: str, classroom: int, text: str) -> list[Standard]:
    """One in each line: "RL.6.1: Cite textual evidence". Raises Refusal for a line that says no more than a code."""
    found: dict[tuple[str, str], Standard] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        code, colon, statement = (part.strip() for part in line.partition(":"))
        if not colon or not code or not statement or len(code) > CODE_MOST:
            raise Refusal("standard-line", field="typed", line=number)
        one = made(workspace, classroom, code, statement)
        if one.key in found:
            raise Refusal("standard-twice", field="typed", line=number)
        found[one.key] = one
    return list(found.values())


# What helps with a standard.


def typed_resources(text: str) -> dict[str, tuple[str, ...]]:
    """By code, one standard in each line: "RL.6.1: The reader, page 12; https://example.org/letters". Nothing behind
    the colon is nothing that helps any more. Raises Refusal, as for what helps with an activity."""
    found: dict[str, tuple[str, ...]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        code, colon, things = (clean(part) for part in line.partition(":"))
        if not colon or not code:
            raise Refusal("standard-resources-line", field="resources", line=number)
        if code in found:
            raise Refusal("standard-twice", field="resources", line=number)
        found[code] = resources_of(things)
        if any(is_formula(one) for one in found[code]):
            raise Refusal("menu-formula", field="resources")
    return found


def resources_as_typed(standards: Iterable[Standard], most: int) -> str:
    """The same lines, as many whole ones as `most` characters hold; what has no code can not be named in one."""
    lines: list[str] = []
    left = most
    for code, things in {one.code: one.resources for one in standards if one.code and one.resources}.items():
        line = f"{code}: {'; '.join(things)}"
        left -= len(line) + 1
        if left < 0:
            break
        lines.append(line)
    return "\n".join(lines)


def offered_by(standards: Iterable[Standard], served: Sequence[ServedStandard], beside: Iterable[str]) -> list[str]:
    """What helps with those that a target serves, each once, and nothing that is named already (`beside`)."""
    labels = {one.label for one in served}
    known = {folded(one) for one in beside}
    found: list[str] = []
    for one in standards:
        for thing in one.resources if one.served.label in labels else ():
            if folded(thing) not in known:
                known.add(folded(thing))
                found.append(thing)
    return found


# As a draft keeps those that a target serves: text beside the answers.


def as_text(served: Sequence[ServedStandard]) -> str:
    return json.dumps([[one.code, one.statement] for one in served], ensure_ascii=False) if served else ""


def from_text(text: str) -> tuple[ServedStandard, ...]:
    return tuple(ServedStandard(code, statement) for code, statement in json.loads(text)) if text else ()


@dataclass(frozen=True, slots=True)
class Evidenced:
    """A standard that a student's targets name, or their work shows: the names of the work, newest first, and the
    sentences of the targets. `runs`: one of those is of a contract that is not over."""

    standard: ServedStandard
    work: tuple[str, ...]
    targets: tuple[str, ...]
    runs: bool


@dataclass(frozen=True, slots=True)
class OwnStandards:
    """One student's in one class: what work shows, what a target names and no work shows so far, and those of the class
    that nothing of theirs names."""

    shown: tuple[Evidenced, ...]
    next: tuple[Evidenced, ...]
    others: tuple[ServedStandard, ...]


def own_standards(
    standards: Iterable[ServedStandard],
    named: Iterable[tuple[ServedStandard, str, bool]],
    work: Iterable[tuple[str, Sequence[ServedStandard]]],
) -> OwnStandards:
    """`standards` are the class's, `named` (standard, sentence of the target, its contract runs), `work` (name, what it
    shows), newest first. A standard with a code is known by it, whatever words it had."""
    by: dict[str, Evidenced] = {}
    for one, sentence, runs in named:
        was = by.get(one.label, Evidenced(one, (), (), False))
        sentences = tuple(dict.fromkeys((*was.targets, sentence)))
        by[one.label] = Evidenced(was.standard, was.work, sentences, was.runs or runs)
    for name, shows in work:
        for one in shows:
            was = by.get(one.label, Evidenced(one, (), (), False))
            by[one.label] = Evidenced(was.standard, (*was.work, name), was.targets, was.runs)
    found = sorted(by.values(), key=lambda one: not one.runs)
    return OwnStandards(
        tuple(one for one in found if one.work),
        tuple(one for one in found if not one.work),
        tuple(one for one in standards if one.label not in by),
    )


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far the contracts of a class name its standards. `of_student`: the codes that each student's targets name, by
    user id; `open` are those that nobody names, in the order in which they stand."""

    count: int
    named: int
    of_student: tuple[tuple[str, tuple[str, ...]], ...]
    open: tuple[Standard, ...]


def coverage(
    standards: Sequence[Standard], served: Iterable[tuple[str, ServedStandard]], students: Sequence[str]
) -> Coverage:
    """`served` are (user id, standard) of all targets. A standard that was taken out counts for its student."""
    of: dict[str, dict[str, None]] = {student: {} for student in students}
    named: set[tuple[str, str]] = set()
    for student, one in served:
        of.setdefault(student, {})[one.label] = None
        named.add((one.code, one.statement if not one.code else ""))
    standing = [(one, (one.code, one.statement if not one.code else "")) for one in standards]
    without = tuple(one for one, key in standing if key not in named)
    return Coverage(
        len(standards),
        len(standards) - len(without),
        tuple((student, tuple(labels)) for student, labels in of.items()),
        without,
    )
