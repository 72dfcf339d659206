"""What drafting needs of others, as protocols."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from bot.domain.drafts.calls import Call, Outcome
from bot.llm.answer import Answer
from bot.llm.prompt import Messages


class Way(StrEnum):
    """How the form of the answer is asked for; servers that know less get the next one."""

    SCHEMA = "schema"
    JSON = "json"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Reply:
    """How one call ended. `retry_after` is in seconds, None where the server named none."""

    outcome: Outcome
    answer: Answer | None = None
    text: str = ""
    prompt_tokens: int = 0
    completion_tokens: int = 0
    retry_after: float | None = None


class Endpoint(Protocol):
    """A server that speaks the OpenAI protocol."""

    @property
    def model(self) -> str: ...

    async def ask(self, messages: Messages, way: Way) -> Reply:
        """One call. Never raises for what a server may do; it may be cancelled."""

    async def close(self) -> None: ...


class Book(Protocol):
    """Where calls are written down, before they are made and after."""

    async def open(self, call: Call) -> Call | None:
        """None where the day's budget is used up: then no call is made."""

    async def close(self, call: Call) -> None: ...
