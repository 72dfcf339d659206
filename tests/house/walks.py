"""Measures of what happens. Each scene is played twice, so that what is kept in memory is there: the second counts."""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from tests.house.answer import ANSWER, THE_GOAL, Answered, check_in_answer, interview_answer
from tests.house.report import Measure
from tests.house.tracing import Statement, Trace

FOLDERS_OF_OURS = "bot, handlers, storage and prompts"
NO_POLLING = "without the ticker, errands, the heartbeat, and the sender's looks that find nothing"
MESSAGES = (1, 2, 3, 5)

R = TypeVar("R")


def measure() -> Iterator[Measure]:
    answered = _again(lambda folder: check_in_answer(folder, messages=max(MESSAGES)))
    yield from _of_an_answer(answered)
    yield from _of_messages(answered)
    yield _of_the_goal(_again(lambda folder: check_in_answer(folder, THE_GOAL)).trace)
    yield _of_an_interview(_again(interview_answer))


def _again(scene: Callable[[Path], Awaitable[R]]) -> R:
    _play(scene)
    return _play(scene)


def _play(scene: Callable[[Path], Awaitable[R]]) -> R:
    async def play() -> R:
        with tempfile.TemporaryDirectory() as folder:
            return await scene(Path(folder))

    return asyncio.run(play())


def _of_an_answer(answered: Answered) -> Iterator[Measure]:
    trace = answered.trace
    how = f"'{ANSWER}' typed, two teachers, caches warm, {NO_POLLING}"
    yield Measure("files that a check-in answer crosses", str(len(trace.files)), how, sorted(trace.files))
    named = f"as above: in {FOLDERS_OF_OURS}; no lambdas, no comprehensions"
    yield Measure("functions that it calls", str(len(trace.functions)), named, trace.names)
    every = "each that SQLite's trace shows, whoever gave it; BEGIN, COMMIT and PRAGMA are none; all until all is sent"
    yield Measure(
        "SQL statements for it, three Homes open", str(len(trace.statements)), every, _by_table(trace.statements)
    )
    bare = "less what is read to render a Home"
    yield Measure(
        "SQL statements for it, without Homes", str(len(trace.without_homes)), bare, _by_table(trace.without_homes)
    )
    before = trace.statements_before(answered.leaves)
    first = "those that ran before the client was given the call that brings it to the student"
    yield Measure("SQL statements before the answer leaves", str(len(before)), first, _order(trace))


def _of_messages(answered: Answered) -> Iterator[Measure]:
    for k in MESSAGES:
        methods = answered.by_method(k)
        name = f"Slack calls for message {k} about a check-in"
        yield Measure(name, str(sum(methods.values())), ", ".join(f"{n} {method}" for method, n in methods.items()))


def _of_the_goal(trace: Trace) -> Measure:
    value = f"{len(trace.files)} / {len(trace.functions)} / {len(trace.statements)} / {len(trace.calls)}"
    return Measure("files, functions, SQL, calls where it reaches the goal", value, f"'{THE_GOAL}', else as above")


def _of_an_interview(trace: Trace) -> Measure:
    value = f"{len(trace.files)} / {len(trace.functions)} / {len(trace.statements)} / {len(trace.calls)}"
    how = "the answer to the first question, else as above"
    return Measure("files, functions, SQL, calls of an interview answer", value, how, _by_table(trace.statements))


def _order(trace: Trace) -> list[str]:
    return [f"{call.method} after {len(trace.statements_before(call))}" for call in trace.calls]


def _by_table(statements: Sequence[Statement]) -> list[str]:
    """How often each kind of statement runs, the most frequent first."""
    count: dict[str, int] = {}
    for statement in statements:
        count[statement.kind] = count.get(statement.kind, 0) + 1
    return [f"{n} {kind}" for kind, n in sorted(count.items(), key=lambda item: (-item[1], item[0]))]
