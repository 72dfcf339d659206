"""What good looks like: criteria by levels, each level described. A library for the teachers of a workspace."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.actor import Refusal
from bot.domain.seen import clean
from bot.domain.terms import TakenCriterion

LEVELS = range(2, 7)
CRITERIA_MOST = 12
NAME_MOST = 60
LEVEL_MOST = 40
DESCRIPTOR_MOST = 300
RUBRICS_MOST = 200
"""Of a workspace, with what stands."""
TAKEN_MOST = 3
"""That one target takes: what is judged by everything is judged by nothing."""


@dataclass(frozen=True, slots=True)
class RubricCriterion:
    """One thing that is looked at, with what it looks like at each level, the lowest first."""

    name: str
    descriptors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rubric:
    """`number` counts the versions of what has this name. One that is `gone`, or has a newer version, is offered no
    more; contracts keep their own copy."""

    workspace: str
    name: str
    number: int
    levels: tuple[str, ...]
    criteria: tuple[RubricCriterion, ...]
    made_by: str
    made_at: datetime
    gone: bool = False
    id: int = 0

    def taken(self, place: int) -> TakenCriterion:
        """A criterion as a target takes it."""
        one = self.criteria[place]
        return TakenCriterion(f"{self.name} ({self.number})", one.name, self.levels, one.descriptors)


def standing(rubrics: Sequence[Rubric]) -> list[Rubric]:
    """Of each name the newest version, where that is not gone."""
    newest: dict[str, Rubric] = {}
    for one in sorted(rubrics, key=lambda one: one.number):
        newest[one.name.casefold()] = one
    return sorted((one for one in newest.values() if not one.gone), key=lambda one: one.name.casefold())


@dataclass(frozen=True, slots=True)
class Content:
    """What a rubric says, whoever wrote it."""

    levels: tuple[str, ...]
    criteria: tuple[RubricCriterion, ...]


def from_table(rows: Sequence[tuple[int, Sequence[str]]]) -> Content:
    """(number of the line, cells): the first row names the levels behind its first cell, each other one is a criterion.
    Raises Refusal with the line for what is none."""
    if not rows:
        raise Refusal("rubric-empty")
    line, head = rows[0]
    levels = tuple(clean(cell)[:LEVEL_MOST] for cell in head[1:] if cell.strip())
    if len(levels) not in LEVELS:
        raise Refusal("rubric-levels", line=line)
    if len({one.casefold() for one in levels}) < len(levels):
        raise Refusal("rubric-levels-alike", line=line)
    if len(rows) == 1:
        raise Refusal("rubric-no-criteria")
    if len(rows) - 1 > CRITERIA_MOST:
        raise Refusal("rubric-too-many")
    criteria = [_criterion(number, cells, len(levels)) for number, cells in rows[1:]]
    names = [one.name.casefold() for one in criteria]
    for (number, _), name in zip(rows[1:], names, strict=True):
        if names.count(name) > 1 and names.index(name) < [n for n, _ in rows[1:]].index(number):
            raise Refusal("rubric-criterion-twice", line=number)
    return Content(levels, tuple(criteria))


def _criterion(line: int, cells: Sequence[str], count: int) -> RubricCriterion:
    name, *descriptors = (clean(cell) for cell in cells)
    descriptors = descriptors[:count]
    if not name or len(name) > NAME_MOST:
        raise Refusal("rubric-criterion-name", line=line)
    if len(descriptors) < count or not all(descriptors):
        raise Refusal("rubric-descriptor-missing", line=line)
    if any(len(one) > DESCRIPTOR_MOST for one in descriptors):
        raise Refusal("rubric-descriptor-long", line=line)
    if len({one.casefold() for one in descriptors}) < count:
        raise Refusal("rubric-descriptors-alike", line=line)
    return RubricCriterion(name, tuple(descriptors))


def typed_table(text: str) -> list[tuple[int, list[str]]]:
    """Lines with bars between the cells, or tabs, as they are copied out of a spreadsheet. The first line may leave out
    its empty cell."""
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    sign = "\t" if any("\t" in line for _, line in lines[:2]) else "|"
    rows = [(number, [cell.strip() for cell in line.removesuffix("|").split(sign)]) for number, line in lines]
    rows = [(number, cells if at == 0 or cells[0] else cells[1:]) for at, (number, cells) in enumerate(rows)]
    if len(rows) > 1 and rows[0][1][0] and len(rows[0][1]) < len(rows[1][1]):
        rows[0] = (rows[0][0], ["", *rows[0][1]])
    return rows


# As a draft keeps what a target took: text beside the answers.


def taken_as_text(taken: Sequence[TakenCriterion]) -> str:
    rows = [[one.rubric, one.name, one.levels, one.descriptors] for one in taken]
    return json.dumps(rows, ensure_ascii=False) if rows else ""


def taken_from_text(text: str) -> tuple[TakenCriterion, ...]:
    rows = json.loads(text) if text else []
    return tuple(TakenCriterion(rubric, name, tuple(levels), tuple(said)) for rubric, name, levels, said in rows)
