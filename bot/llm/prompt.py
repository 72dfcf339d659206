"""The prompts: files in prompts/llm/, each task with its version, its schema and worked examples beside it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any, Protocol

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.domain.drafts import Call, CallOutcome
from bot.domain.seen import seen

Messages = tuple[dict[str, str], ...]
"""As the chat protocol has them: role and content."""


class PromptError(Exception):
    """A prompt file is not as it should be. For whoever edits prompts."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """One task. `examples` are pairs of a feedback and its answer; `repair` is "" where nothing is mended."""

    task: str
    version: int
    system: str
    repair: str
    schema: Mapping[str, Any]
    examples: Sequence[Mapping[str, Any]]

    def messages(self, feedback: Mapping[str, str]) -> Messages:
        """The rules, the worked examples, and the feedback as data."""
        worked = [m for example in self.examples for m in self._worked(example)]
        return (_said("system", self.system), *worked, _said("user", _data(feedback)))

    def repair_messages(self, asked: Messages, answer: str, lacking: Sequence[Mapping[str, Any]]) -> Messages:
        """The same again with the answer, and what its drafts lack: `lacking` has text and lacks for each."""
        again = f"{self.repair}\n\n{_data({'rewrite': list(lacking)})}"
        return (*asked, _said("assistant", answer), _said("user", again))

    @staticmethod
    def _worked(example: Mapping[str, Any]) -> Messages:
        return (_said("user", _data(example["feedback"])), _said("assistant", _data(example["answer"])))


def _said(role: str, content: str) -> dict[str, str]:
    return {"role": role, "content": content}


def _data(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


@cache
def prompt(task: str) -> Prompt:
    """The prompt of a task. PromptError where a file is missing or wrong."""
    head, system = _page(f"{task}.md")
    repairs = resources.files("prompts").joinpath("llm", f"{task}.repair.md").is_file()
    repair_head, repair = _page(f"{task}.repair.md") if repairs else (head, "")
    if head.get("task") != task or repair_head != head:
        raise PromptError(f"{task}: the pages name another task, or different versions")
    try:
        version = int(head["version"])
    except (KeyError, ValueError) as error:
        raise PromptError(f"{task}: the version is no number") from error
    return Prompt(task, version, system, repair, _json(f"{task}.schema.json"), _json(f"{task}.examples.json"))


def _page(name: str) -> tuple[dict[str, str], str]:
    """The lines between the rules at the top as keys and values, and what follows."""
    opening, head, text = [*_file(name).split("---\n", 2), "", ""][:3]
    if opening or not text.strip():
        raise PromptError(f"{name}: it must begin with its task and version between lines of ---")
    pairs = (line.partition(":") for line in head.splitlines() if line.strip())
    return {key.strip(): value.strip() for key, _, value in pairs}, text.strip()


def _json(name: str) -> Any:
    try:
        return json.loads(_file(name))
    except json.JSONDecodeError as error:
        raise PromptError(f"{name}: {error}") from error


def _file(name: str) -> str:
    try:
        return resources.files("prompts").joinpath("llm", name).read_text("utf-8")
    except FileNotFoundError as error:
        raise PromptError(f"{name} is missing") from error


# What the model is to answer, and how that is read out of what a server sends.
#
# The schema of `ModelAnswer` is prompts/llm/draft_targets.schema.json; it is sent with its titles and descriptions.


MOST_STARTS = 50
"""Places at which an answer is tried to be read: it is hostile or hopeless after that many."""


class DraftAnswer(BaseModel):
    """One draft, and the teacher's words that it rests on."""

    model_config = ConfigDict(extra="forbid", title="Draft")

    text: str
    basis: str


class ModelAnswer(BaseModel):
    """At most three drafts."""

    model_config = ConfigDict(extra="forbid", title="Drafts")

    drafts: list[DraftAnswer]


def read_answer(text: str) -> ModelAnswer | None:
    """The answer in a text that may have prose or a code fence around it; None where there is none."""
    return next((answer for value in _values(text) if (answer := _as_answer(value)) is not None), None)


def _values(text: str) -> Iterator[Any]:
    """The JSON objects and lists in a text, each from where it begins."""
    decoder, at = json.JSONDecoder(), 0
    for _ in range(MOST_STARTS):
        starts = [start for sign in "{[" if (start := text.find(sign, at)) >= 0]
        if not starts:
            return
        at = min(starts)
        try:
            value, at = decoder.raw_decode(text, at)
        except (json.JSONDecodeError, RecursionError):
            at += 1
        else:
            yield value


def _as_seen(text: Any) -> Any:
    """A model's words come in like anybody's: nothing hides in them."""
    return seen(text) if isinstance(text, str) else text


def _as_answer(value: Any) -> ModelAnswer | None:
    """Servers without a schema leave things out: a bare list of drafts, drafts that are plain sentences."""
    listed = value.get("drafts") if isinstance(value, dict) else value
    if not isinstance(listed, list):
        return None
    drafts = [{"text": d, "basis": ""} if isinstance(d, str) else d for d in listed]
    drafts = [d for d in drafts if isinstance(d, dict)]
    drafts = [{"text": _as_seen(d.get("text")), "basis": str(d.get("basis") or "")} for d in drafts]
    if listed and not drafts:
        return None
    try:
        return ModelAnswer.model_validate({"drafts": drafts})
    except ValidationError:
        return None


# What drafting needs of others, as protocols.


class AnswerFormat(StrEnum):
    """How the form of the answer is asked for; servers that know less get the next one."""

    SCHEMA = "schema"
    JSON = "json"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class ModelReply:
    """How one call ended. `retry_after` is in seconds, None where the server named none."""

    outcome: CallOutcome
    answer: ModelAnswer | None = None
    text: str = ""
    prompt_tokens: int = 0
    completion_tokens: int = 0
    retry_after: float | None = None


class Endpoint(Protocol):
    """A server that speaks the OpenAI protocol."""

    @property
    def model(self) -> str: ...

    async def ask(self, messages: Messages, way: AnswerFormat) -> ModelReply:
        """One call. Never raises for what a server may do; it may be cancelled."""

    async def close(self) -> None: ...


class Book(Protocol):
    """Where calls are written down, before they are made and after."""

    async def open(self, call: Call) -> Call | None:
        """None where the day's budget is used up: then no call is made."""

    async def close(self, call: Call) -> None: ...
