"""The prompts: files in prompts/llm/, each task with its version, its schema and worked examples beside it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

Messages = tuple[dict[str, str], ...]
"""As the chat protocol has them: role and content."""


class PromptError(Exception):
    """A prompt file is not as it should be. For whoever edits prompts."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """One task. `examples` are pairs of a feedback and its answer."""

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
    repair_head, repair = _page(f"{task}.repair.md")
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
