"""A drafter that talks to a real HTTP server, and writes its calls into a list."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from bot.domain.drafts import Call, CallOutcome
from bot.llm.drafter import TASK, Drafter, DraftMaterial
from bot.llm.endpoint import OpenAIEndpoint
from bot.llm.prompt import prompt
from sandbox.language_model import LanguageModel, Step

NOW = datetime(2027, 1, 11, 8, 0, tzinfo=UTC)
SEEN = "Seven of your ten sentences begin with The."
MATTERS = "Readers stop listening to your ideas."
NEXT = "Try to vary the openings of your sentences in your next essay, and read one paragraph aloud."
FEEDBACK = {"seen": SEEN, "matters": MATTERS, "next_step": NEXT}
GOOD = "In __ of my next __ essays, I will vary the openings of my sentences."
GOOD_TOO = "I will read one paragraph aloud before I hand in __ of my next __ essays."
VAGUE = "I will get better at the openings of my sentences."


@dataclass
class ListBook:
    """Keeps calls in a list; allows as many as `budget`."""

    budget: int = 100
    calls: list[Call] = field(default_factory=list)

    async def open(self, call: Call) -> Call | None:
        if len(self.calls) >= self.budget:
            return None
        self.calls.append(replace(call, id=len(self.calls) + 1))
        return self.calls[-1]

    async def close(self, call: Call) -> None:
        self.calls[call.id - 1] = call

    @property
    def outcomes(self) -> list[CallOutcome]:
        return [call.outcome for call in self.calls]

    @property
    def ways(self) -> list[str]:
        return [call.way for call in self.calls]


@dataclass
class Runner:
    """A running model, a drafter that asks it, and what was written down. `waits` are in seconds."""

    model: LanguageModel
    drafter: Drafter
    book: ListBook
    waits: list[float]
    clock: list[float]

    async def draft(self, source: DraftMaterial | None = None) -> tuple[str, ...]:
        return await self.drafter.draft(source or DraftMaterial("T1", FEEDBACK))


@asynccontextmanager
async def asking(*script: Step, timeout: float = 20.0, budget: int = 100) -> AsyncIterator[Runner]:
    """A drafter and the model that it asks. It waits for nothing, but notes how long it would."""
    async with LanguageModel(*script).running() as model:
        endpoint = OpenAIEndpoint(model="local", key="", base_url=model.base_url, timeout=timeout)
        book, waits, clock = ListBook(budget), [], [0.0]

        async def sleep(seconds: float) -> None:
            waits.append(seconds)
            clock[0] += seconds

        drafter = Drafter(
            endpoint, prompt(TASK), book, lambda: NOW, timeout=timeout, time=lambda: clock[0], sleep=sleep
        )
        try:
            yield Runner(model, drafter, book, waits, clock)
        finally:
            await endpoint.close()
