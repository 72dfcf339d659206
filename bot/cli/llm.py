"""`accord llm`: what was asked of the language model, and how good its drafts are."""

import asyncio
import contextlib
import json
import re
import statistics
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.text import Text

from bot.cli.common import existing_database, settings, stop, words
from bot.domain.actor import Conflict
from bot.domain.drafts import Call, CallOutcome
from bot.language.drafts.by_rule import likely_work
from bot.language.reading.text import fold
from bot.llm.checks import Fault, Hiding, judge
from bot.llm.prompt import AnswerFormat, Endpoint, ModelReply, prompt
from bot.settings import Settings

# How good drafts are, over a file of feedback.


PARTS = ("seen", "matters", "next_step")


class UnusableFile(Exception):
    """The file can not be used; the message says which line and why."""


@dataclass(frozen=True, slots=True)
class DraftRubric:
    """What a teacher would take: a draft that says all parts of one of `want` (each part: one of several phrases), none
    of `never`, and counts one of `occasions`, where these are named. Not `offer`: no draft at all."""

    want: tuple[tuple[tuple[str, ...], ...], ...]
    never: tuple[str, ...]
    occasions: tuple[str, ...]
    offer: bool

    def takes(self, draft: str) -> bool:
        said = fold(draft)
        wanted = any(all(any(phrase in said for phrase in part) for part in parts) for parts in self.want)
        return wanted and not any(_stands_in(phrase, said) for phrase in self.never) and self._fits(said)

    def is_met(self, drafts: Sequence[str]) -> bool:
        """Whether all that is offered would be taken; and something is, where something can be."""
        return all(map(self.takes, drafts)) and bool(drafts) is self.offer

    def _fits(self, said: str) -> bool:
        counted = _COUNTED.search(said)
        named = counted["named"].strip() if counted else ""
        return not (self.occasions and named) or any(
            re.search(rf"(?:^| ){re.escape(one)}(?: |$)", named) for one in self.occasions
        )


_COUNTED = re.compile(r"\bmy next (?:__|\w+) (?P<named>[a-z -]+?)(?=[,.]|$| (?:i|with|before|when|as)\b)")


def _stands_in(phrase: str, said: str) -> bool:
    """A point at its end is one of a sentence: "by 8." is not in "by 8.30"."""
    return re.search(re.escape(phrase) + (r"(?!\d)" if phrase.endswith(".") else ""), said) is not None


@dataclass(frozen=True, slots=True)
class Case:
    """One feedback of the file, the names that it may hold, the class's name, and what is taken where that is known."""

    feedback: dict[str, str]
    names: tuple[str, ...]
    classroom: str = ""
    rubric: DraftRubric | None = None

    @property
    def work(self) -> str:
        """What is mostly handed in in such a class."""
        return likely_work(self.classroom)


@dataclass(frozen=True, slots=True)
class Drafted:
    """What came for one feedback, as it was written, before any check. `failed` says that nothing could be read,
    `by_rule` that it is offered without a check."""

    texts: tuple[str, ...]
    seconds: float
    failed: bool = False
    tokens: int = 0
    by_rule: bool = False


Write = Callable[[Case], Awaitable[Drafted]]


def cases_in(file: Path) -> list[Case]:
    """A JSON object a line: seen, matters, next_step, and names where there are any. Raises UnusableFile."""
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UnusableFile(f"{file}: {error}") from error
    return [_case(file, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _case(file: Path, number: int, line: str) -> Case:
    try:
        row: Any = json.loads(line)
        feedback = {part: str(row.get(part, "")) for part in PARTS}
        names = tuple(str(name) for name in row.get("names", ()))
        rubric = _rubric(row) if "want" in row else None
    except (json.JSONDecodeError, AttributeError, TypeError) as error:
        raise UnusableFile(f"{file}, line {number}: {error}") from error
    if not any(feedback.values()):
        raise UnusableFile(f"{file}, line {number}: it needs one of {', '.join(PARTS)}")
    return Case(feedback, names, str(row.get("class", "")), rubric)


def _rubric(row: Mapping[str, Any]) -> DraftRubric:
    want = tuple(tuple(tuple(fold(part).split("|")) for part in parts) for parts in row["want"])
    never, occasions = (tuple(fold(one) for one in row.get(name, ())) for name in ("never", "occasion"))
    return DraftRubric(want, never, occasions, bool(row.get("offer", True)))


async def evaluate(cases: Sequence[Case], write: Write) -> dict[str, Any]:
    """The scores, each a share of the drafts (1 where there are none), one feedback after the other. `usable`: of the
    feedback with a rubric, the share whose drafts would all be taken; None where none has one."""
    faults: list[tuple[Fault, ...]] = []
    invented = 0
    drafted = []
    met: list[bool] = []
    for case in cases:
        drafted.append(await write(case))
        hiding = Hiding(case.names)
        said = hiding.hide("\n".join(case.feedback.values()))
        judged = [judge(hiding.hide(text), said, hiding.placeholders) for text in drafted[-1].texts]
        faults += [one.faults for one in judged]
        invented += sum(one.invented for one in judged)
        if case.rubric is not None:
            shown = [one.text for one in judged if one.good or drafted[-1].by_rule]
            met.append(case.rubric.is_met([hiding.restore(text) for text in shown]))
    return {
        "feedback": len(cases),
        "failed": sum(one.failed for one in drafted),
        "usable": round(sum(met) / len(met), 4) if met else None,
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


llm = typer.Typer(help="Drafts by a language model.", no_args_is_help=True)


@llm.command("log")
def show_log(
    last: Annotated[int, typer.Option(help="How many calls, the newest last.", min=1, max=1000)] = 10,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    reason: Annotated[str, typer.Option("--reason", help=words("help-privacy-reason"), show_default=False)] = "",
) -> None:
    """What was sent to the language model and what came back; names are placeholders."""
    calls = _looked_up(last, reason)
    console = Console(highlight=False, soft_wrap=True)
    if not calls and not as_json:
        console.print(words("llm-log-empty"))
    for call in reversed(calls):
        if as_json:
            typer.echo(json.dumps(_as_row(call), ensure_ascii=False))
        else:
            _show(call, console)


def _looked_up(last: int, reason: str) -> list[Call]:
    """The newest first. What can not be written into the record is not shown."""
    from sqlalchemy.exc import SQLAlchemyError

    from bot.cli.privacy import write_down
    from storage.engine import reading
    from storage.queries.records import latest_of_all

    with existing_database() as engine:
        try:
            with reading(engine) as connection:
                calls = latest_of_all(connection, last)
            write_down(engine, {call.workspace for call in calls}, "llm log", reason)
        except (Conflict, SQLAlchemyError) as error:
            stop(words("llm-log-not-recorded", reason=type(error).__name__))
    return calls


def _as_row(call: Call) -> dict[str, Any]:
    return {
        "at": call.at.isoformat(),
        "workspace": call.workspace,
        "task": f"{call.task} v{call.prompt_version}",
        "model": call.model,
        "way": call.way,
        "outcome": call.outcome.value,
        "latency_ms": call.latency_ms,
        "prompt_tokens": call.prompt_tokens,
        "completion_tokens": call.completion_tokens,
        "sent": list(call.sent),
        "received": call.received,
    }


def _show(call: Call, console: Console) -> None:
    """The head in one line, then the feedback as it left, and the answer: the rules are the same in every call."""
    row = _as_row(call)
    head = " ".join(str(row[key]) for key in ("at", "workspace", "task", "model", "way", "outcome"))
    tokens = f"{call.latency_ms} ms, {call.prompt_tokens} + {call.completion_tokens} tokens"
    console.print(Text(f"{head}, {tokens}", style="bold"))
    console.print(Text(f"  > {call.sent[-1]['content'] if call.sent else ''}"))
    console.print(Text(f"  < {call.received}"))


@llm.command("eval")
def evaluate_file(
    file: Annotated[Path, typer.Argument(help="A JSON object a line: seen, matters, next_step, and names.")],
    by_rule: Annotated[bool, typer.Option("--by-rule", help="Score the drafts by rule instead; no server.")] = False,
) -> None:
    """Run the prompt over a file of feedback; prints one JSON object with the shares of drafts that are good."""
    try:
        cases = cases_in(file)
    except UnusableFile as error:
        stop(str(error))
    if by_rule:
        typer.echo(json.dumps(asyncio.run(evaluate(cases, _by_rule))))
        return
    found = settings()
    if not found.model_configured:
        stop(words("llm-not-configured"))
    typer.echo(json.dumps(asyncio.run(_by_model(cases, found))))


async def _by_rule(case: Case) -> Drafted:
    from bot.language.drafts import drafts_by_rule

    began = time.perf_counter()
    said = case.feedback
    texts = drafts_by_rule(said["seen"], said["matters"], said["next_step"], case.work)
    return Drafted(texts, time.perf_counter() - began, by_rule=True)


async def _by_model(cases: list[Case], found: Settings) -> dict[str, Any]:
    from bot.llm.drafter import TASK, endpoint_settings

    try:
        endpoint_of = import_module("bot.llm.endpoint").OpenAIEndpoint
    except ImportError:
        stop(words("llm-not-installed"))
    endpoint: Endpoint = endpoint_of(**endpoint_settings(found))

    async def write(case: Case) -> Drafted:
        """One round, without checks and mending: it is the prompt that is scored."""
        hiding = Hiding(case.names)
        hidden = {part: hiding.hide(text) for part, text in case.feedback.items()}
        messages = prompt(TASK).messages(hidden | ({"work": case.work} if case.work else {}))
        began, reply = time.perf_counter(), ModelReply(CallOutcome.TIMED_OUT)
        for way in AnswerFormat:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(found.accord_llm_timeout):
                    reply = await endpoint.ask(messages, way)
            if reply.outcome not in (CallOutcome.UNSUPPORTED, CallOutcome.UNREADABLE):
                break
        drafts = reply.answer.drafts if reply.answer else []
        texts = tuple(hiding.restore(draft.text) for draft in drafts)
        tokens = reply.prompt_tokens + reply.completion_tokens
        return Drafted(texts, time.perf_counter() - began, failed=reply.answer is None, tokens=tokens)

    try:
        return await evaluate(cases, write)
    finally:
        await endpoint.close()
