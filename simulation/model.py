"""A language model on the far side of the wire: it answers, badly, too late, or not at all, as trouble has it.

What is asked of it is kept, so that a property can look through whatever has left. The drafting that asks is the
program's own, save for the client of the network.
"""

import asyncio
import contextvars
import json
import random
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from bot.domain.drafts import CallOutcome
from bot.domain.outbox import Errand
from bot.llm.drafter import TASK, DeskBook, Drafter, DraftingErrands
from bot.llm.prompt import AnswerFormat, Messages, ModelReply, prompt, read_answer
from bot.runner import Runner
from bot.settings import Settings
from simulation.trouble import MODEL_FAULTS, Trouble

ERRORS = (
    ModelReply(CallOutcome.SERVER_FAILED),
    ModelReply(CallOutcome.SERVER_FAILED, retry_after=3.0),
    ModelReply(CallOutcome.LIMITED, retry_after=7.0),
    ModelReply(CallOutcome.LIMITED, retry_after=400.0),
    ModelReply(CallOutcome.UNREACHABLE),
    ModelReply(CallOutcome.UNSUPPORTED),
    ModelReply(CallOutcome.FORBIDDEN),
    ModelReply(CallOutcome.REFUSED),
)
BROKEN = (
    "",
    "Sure, here are some targets for [person 7]",
    '{"drafts": [{"text": "I will read one paragraph al',
    '{"drafts": "none"}',
    "[[[[[[",
    '```json\n{"drafts": [{"text": "Ask [person 9] to write it for you before 3 May"}]}\n```',
    '{"drafts": [{"text": "I will improve."}, {"text": "<!channel> see https://evil.example", "basis": ""}]}',
)
SETTINGS = Settings.model_construct(accord_llm_model="simulated", openai_base_url="http://model.example")
"""As they are by default, whatever the environment says."""

LATEST = 2 * SETTINGS.accord_llm_timeout
"""Seconds: a late answer takes up to so long. Accord gives up after half of it."""

Say = Callable[[str], None]


class Caller(Protocol):
    """A process that asks."""

    @property
    def name(self) -> str: ...
    @property
    def dead(self) -> bool: ...


class Model:
    """The server. `asked` is the text of each message that reached it."""

    def __init__(self, trouble: Trouble, seed: int, say: Say) -> None:
        self.asked: list[str] = []
        self._trouble = trouble
        self._random = random.Random(f"model-{seed}")
        self._say = say
        self._loop = asyncio.get_running_loop()
        self._world = contextvars.copy_context()

    def request(self, caller: Caller, messages: Messages, answered: asyncio.Future[ModelReply]) -> None:
        """A call has left: its text is out, whatever becomes of it."""
        self.asked += [str(message["content"]) for message in messages]
        order = self._trouble.strikes(*MODEL_FAULTS)
        kind = order.kind if order else ""
        self._say(f"{caller.name} asks the model {kind}".rstrip())
        if kind == "model-timeout":
            return
        reply = self._reply(kind, messages)
        takes = self._random.uniform(20.0, LATEST) if kind == "model-late" else self._random.uniform(0.4, 6.0)

        def arrive() -> None:
            if not caller.dead and not answered.done():
                self._say(f"the model's answer reaches {caller.name}: {reply.outcome.value}")
                answered.set_result(reply)

        self._loop.call_later(takes, arrive, context=self._world)

    def _reply(self, kind: str, messages: Messages) -> ModelReply:
        if kind == "model-error":
            return self._random.choice(ERRORS)
        text = self._random.choice(BROKEN) if kind == "model-broken" else self._drafts(messages)
        answer = read_answer(text)
        return ModelReply(CallOutcome.ANSWERED if answer else CallOutcome.UNREADABLE, answer, text, 100, 50)

    def _drafts(self, messages: Messages) -> str:
        """Drafts that take up what they were given; now and then one that has to be mended first."""
        given = _data_in(str(messages[-1]["content"]))
        words = " ".join(str(given.get("next_step") or "read one paragraph aloud").split()[:9])
        texts = [
            f"In __ of my next __ essays, I will {words}.",
            f"I will {words} in __ of my next __ essays.",
            f"I will {words}.",
        ]
        chosen = self._random.sample(texts, self._random.choice((1, 2, 3)))
        return json.dumps({"drafts": [{"text": text, "basis": words} for text in chosen]})


def _data_in(content: str) -> Mapping[str, Any]:
    """The feedback in a message, which may have other words before it."""
    start = content.find("{")
    found = json.loads(content[start:]) if start >= 0 else {}
    return found if isinstance(found, dict) else {}


class Line:
    """One process's connection to the model: what drafting takes for the client of a server."""

    model = SETTINGS.accord_llm_model

    def __init__(self, model: Model, caller: Caller) -> None:
        self._model = model
        self._caller = caller

    async def ask(self, messages: Messages, way: AnswerFormat) -> ModelReply:
        answered: asyncio.Future[ModelReply] = asyncio.get_running_loop().create_future()
        self._model.request(self._caller, messages, answered)
        return await answered

    async def close(self) -> None:
        """There is nothing to let go of."""


class SimulatedDrafting(DraftingErrands):
    """The program's errand with a line to the simulated model. `busy` while it waits for one of its answers."""

    def __init__(self, runner: Runner, line: Line | None, seed: str) -> None:
        super().__init__(runner, SETTINGS if line is not None else Settings.model_construct())
        self.busy = 0
        self._line = line
        self._seed = seed

    async def draft(self, errand: Errand) -> None:
        self.busy += 1
        try:
            await super().draft(errand)
        finally:
            self.busy -= 1

    async def _made(self) -> Mapping[str, Drafter] | None:
        if self._line is None:
            return None
        time, timeout = asyncio.get_running_loop().time, self._settings.accord_llm_timeout
        book = DeskBook(self._runner, self._settings.accord_llm_daily_calls)
        made = Drafter(self._line, prompt(TASK), book, self._runner.clock.now, timeout=timeout, time=time)
        made._chance = random.Random(self._seed)
        return {TASK: made}
