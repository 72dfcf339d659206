"""How good drafts are, over a file of feedback."""

import json
import statistics
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.llm.checks import Fault, judge
from bot.llm.hiding import Hiding

PARTS = ("seen", "matters", "next_step")


class Unreadable(Exception):
    """The file can not be used; the message says which line and why."""


@dataclass(frozen=True, slots=True)
class Case:
    """One feedback of the file, and the names that it may hold."""

    feedback: dict[str, str]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drafted:
    """What came for one feedback, as it was written, before any check. `failed` says that nothing could be read."""

    texts: tuple[str, ...]
    seconds: float
    failed: bool = False
    tokens: int = 0


Write = Callable[[Case], Awaitable[Drafted]]


def cases_in(file: Path) -> list[Case]:
    """A JSON object a line: seen, matters, next_step, and names where there are any. Raises Unreadable."""
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(f"{file}: {error}") from error
    return [_case(file, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _case(file: Path, number: int, line: str) -> Case:
    try:
        row: Any = json.loads(line)
        feedback = {part: str(row.get(part, "")) for part in PARTS}
        names = tuple(str(name) for name in row.get("names", ()))
    except (json.JSONDecodeError, AttributeError, TypeError) as error:
        raise Unreadable(f"{file}, line {number}: {error}") from error
    if not any(feedback.values()):
        raise Unreadable(f"{file}, line {number}: it needs one of {', '.join(PARTS)}")
    return Case(feedback, names)


async def evaluate(cases: Sequence[Case], write: Write) -> dict[str, Any]:
    """The scores, each a share of the drafts (1 where there are none), one feedback after the other."""
    faults: list[tuple[Fault, ...]] = []
    invented = 0
    drafted = []
    for case in cases:
        drafted.append(await write(case))
        hiding = Hiding(case.names)
        said = hiding.hide("\n".join(case.feedback.values()))
        judged = [judge(hiding.hide(text), said, hiding.placeholders) for text in drafted[-1].texts]
        faults += [one.faults for one in judged]
        invented += sum(one.invented for one in judged)
    return {
        "feedback": len(cases),
        "failed": sum(one.failed for one in drafted),
        "drafts": len(faults),
        "measurable": _share_without(faults, Fault.NOT_MEASURABLE),
        "on_topic": _share_without(faults, Fault.OFF_TOPIC),
        "no_invented_numbers": round(1 - invented / len(faults), 4) if faults else 1.0,
        "fitting_length": _share_without(faults, Fault.LENGTH),
        "shown": round(sum(not one for one in faults) / len(faults), 4) if faults else 1.0,
        "seconds_median": round(statistics.median([one.seconds for one in drafted] or [0.0]), 3),
        "tokens": sum(one.tokens for one in drafted),
    }


def _share_without(faults: Sequence[tuple[Fault, ...]], fault: Fault) -> float:
    return round(1 - sum(fault in one for one in faults) / len(faults), 4) if faults else 1.0
