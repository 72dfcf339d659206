"""From a feedback to drafts that may be shown: hide, ask, check, let mend once, put back; all within one time-out."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from importlib import import_module
from random import Random
from typing import Any

import structlog

from bot import metrics
from bot.activities.checking_in import ideas
from bot.activities.drafting import use_cases as drafting
from bot.domain.actor import Actor
from bot.domain.drafts import MOST, Call, CallOutcome
from bot.domain.outbox import Errand, ErrandKind
from bot.jobs.errands import Doer
from bot.llm.checks import PLACE, CheckedDraft, Hiding, judge, judge_reply
from bot.llm.prompt import AnswerFormat, Book, Endpoint, Messages, ModelReply, Prompt, prompt
from bot.runner import Runner
from bot.settings import Settings

# A circuit breaker: while the server is down, nobody waits for it.


FAILURES = 3
FIRST_REST = 60.0
LONGEST_REST = 900.0


class Breaker:
    """Opens after three failures in a row, for a minute, then longer each time. `time` gives seconds that only grow.

    After a rest one attempt goes through, and how it ends decides. Each process finds out for itself.
    """

    def __init__(self, time: Callable[[], float]) -> None:
        self._time = time
        self._failures = 0
        self._open_until = 0.0

    def allows(self) -> bool:
        return self._time() >= self._open_until

    def succeeded(self) -> None:
        self._failures = 0

    def failed(self) -> None:
        self._failures += 1
        if self._failures >= FAILURES:
            rest = FIRST_REST * 2.0 ** min(self._failures - FAILURES, 10)
            self._open_until = self._time() + min(rest, LONGEST_REST)


log = structlog.get_logger(__name__)

MOST_CALLS = 4
"""For one feedback, to get an answer; one more lets it be mended."""
DRAFTS_LOOKED_AT = 6
RECEIVED_MOST = 20_000
"""Characters of an answer that are kept in the log."""
FIRST_WAIT = 0.5
SERVER_TROUBLE = frozenset(
    (
        CallOutcome.LIMITED,
        CallOutcome.FORBIDDEN,
        CallOutcome.SERVER_FAILED,
        CallOutcome.UNREACHABLE,
        CallOutcome.TIMED_OUT,
    )
)
ASKED_AGAIN = frozenset((CallOutcome.LIMITED, CallOutcome.SERVER_FAILED, CallOutcome.UNREACHABLE))
ASKED_OTHERWISE = frozenset((CallOutcome.UNSUPPORTED, CallOutcome.UNREADABLE))


Judging = Callable[[str, str, Collection[str]], CheckedDraft]
"""Whether a text may be shown: it, what it was written from, and the placeholders in that."""


@dataclass(frozen=True, slots=True)
class DraftMaterial:
    """A feedback, what may go along with it, and every name, handle and id that must not leave with them."""

    workspace: str
    feedback: Mapping[str, str]
    names: Sequence[str] = ()
    ids: Sequence[str] = ()
    about: int | None = None
    """The feedback's id, for the log of calls."""
    work: str = ""
    """What the student hands in, out of a list: "essays"."""
    interests: str = ""
    """What the student likes, in their own words, where they let it go along."""
    handles: Sequence[str] = ()


@dataclass
class _Round:
    """One drafting while it runs. `good` stands whatever happens after it was found."""

    source: DraftMaterial
    hiding: Hiding
    hidden: Mapping[str, str]
    """The feedback as it leaves."""
    along: Mapping[str, str]
    """What goes along with it, as it leaves."""
    deadline: float
    good: list[CheckedDraft] = field(default_factory=list)
    open: tuple[Call, float] | None = None

    @property
    def feedback(self) -> str:
        return "\n".join(self.hidden.values())

    @property
    def placeholders(self) -> frozenset[str]:
        """Those of the feedback. Whom the student named among their interests is nobody's business but theirs."""
        return frozenset(found[0] for found in PLACE.finditer(self.feedback))

    def take(self, judged: Sequence[CheckedDraft]) -> None:
        for one in judged:
            if one.good and len(self.good) < MOST and one.text not in {j.text for j in self.good}:
                self.good.append(one)


class Drafter:
    """Asks one endpoint. `timeout` is in seconds, for everything together; `time` gives seconds that only grow."""

    def __init__(
        self,
        endpoint: Endpoint,
        prompt: Prompt,
        book: Book,
        now: Callable[[], datetime],
        *,
        timeout: float,
        time: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        judging: Judging = judge,
        keeps_words: bool = True,
    ) -> None:
        """`keeps_words`: the log of calls has what was sent and what came back."""
        self._judging = judging
        self._keeps_words = keeps_words
        self._endpoint = endpoint
        self._prompt = prompt
        self._book = book
        self._now = now
        self._timeout = timeout
        self._time = time
        self._sleep = sleep
        self._chance = Random()  # noqa: S311 - spreads attempts, guards nothing
        self._way = AnswerFormat.SCHEMA
        self.breaker = Breaker(time)

    async def draft(self, source: DraftMaterial) -> tuple[str, ...]:
        """Up to three drafts, checked; none where the model gave nothing that can be used. Within the time-out."""
        if not self.breaker.allows():
            log.info("model left alone", action="drafting.breaker_open", workspace=source.workspace)
            return ()
        hiding = Hiding(source.names, source.ids, handles=source.handles)
        hidden = {name: hiding.hide(text) for name, text in source.feedback.items()}
        along = {"work": source.work, "interests": hiding.hide(source.interests)}
        sent_along = {name: text for name, text in along.items() if text}
        round_ = _Round(source, hiding, hidden, sent_along, self._time() + self._timeout)
        try:
            async with asyncio.timeout(self._timeout):
                await self._ask_and_check(round_)
        except TimeoutError:
            self.breaker.failed()
            await self._close(round_, ModelReply(CallOutcome.TIMED_OUT))
        return tuple(hiding.restore(judged.text) for judged in round_.good)

    async def _ask_and_check(self, round_: _Round) -> None:
        messages = self._prompt.messages({**round_.hidden, **round_.along})
        reply = await self._answer_to(messages, round_)
        if reply is None or reply.answer is None:
            return
        judged = self._judged(reply, round_)
        round_.take(judged)
        mend = [j for j in judged if j.may_be_repaired]
        if not mend or len(round_.good) >= MOST:
            return
        lacking = [{"text": j.text, "lacks": list(j.lacks)} for j in mend]
        again = await self._call(self._prompt.repair_messages(messages, reply.text, lacking), self._way, round_)
        if again is not None and again.answer is not None:
            round_.take(self._judged(again, round_))

    def _judged(self, reply: ModelReply, round_: _Round) -> list[CheckedDraft]:
        drafts = reply.answer.drafts[:DRAFTS_LOOKED_AT] if reply.answer else ()
        return [self._judging(draft.text, round_.feedback, round_.placeholders) for draft in drafts]

    async def _answer_to(self, messages: Messages, round_: _Round) -> ModelReply | None:
        """Ask until there is an answer: again where the server stumbled, otherwise where it knows less."""
        for attempt in range(MOST_CALLS):
            reply = await self._call(messages, self._way, round_)
            if reply is None:
                return None
            if reply.outcome not in SERVER_TROUBLE:
                self.breaker.succeeded()
            if reply.outcome is CallOutcome.ANSWERED:
                return reply
            if attempt == MOST_CALLS - 1 or not await self._may_ask_again(attempt, reply, round_):
                if reply.outcome in SERVER_TROUBLE:
                    self.breaker.failed()
                return None
        return None

    async def _may_ask_again(self, attempt: int, reply: ModelReply, round_: _Round) -> bool:
        """After a wait where the server stumbled; in another way where it knows less."""
        if reply.outcome in ASKED_AGAIN:
            return await self._waited(attempt, reply, round_)
        ways = list(AnswerFormat)
        if reply.outcome not in ASKED_OTHERWISE or self._way is ways[-1]:
            return False
        self._way = ways[ways.index(self._way) + 1]
        return True

    async def _waited(self, attempt: int, reply: ModelReply, round_: _Round) -> bool:
        """Wait as long as the server says, or longer each time; False where that is more time than there is."""
        backoff = FIRST_WAIT * 2.0**attempt * self._chance.uniform(0.5, 1.0)
        wait = reply.retry_after if reply.retry_after is not None else backoff
        if self._time() + wait >= round_.deadline:
            return False
        await self._sleep(wait)
        return True

    async def _call(self, messages: Messages, way: AnswerFormat, round_: _Round) -> ModelReply | None:
        """One call, written down before and after. None where the day's budget is used up."""
        call = Call(
            workspace=round_.source.workspace,
            at=self._now(),
            task=self._prompt.task,
            prompt_version=self._prompt.version,
            model=self._endpoint.model,
            way=way.value,
            sent=messages if self._keeps_words else (),
            feedback=round_.source.about,
        )
        opened = await self._book.open(call)
        if opened is None:
            log.info("no calls left today", action="drafting.budget_used_up", workspace=call.workspace)
            return None
        round_.open = (opened, self._time())
        reply = await self._endpoint.ask(messages, way)
        await self._close(round_, reply)
        return reply

    async def _close(self, round_: _Round, reply: ModelReply) -> None:
        if round_.open is None:
            return
        (call, began), round_.open = round_.open, None
        closed = replace(
            call,
            outcome=reply.outcome,
            received=reply.text[:RECEIVED_MOST] if self._keeps_words else "",
            latency_ms=round((self._time() - began) * 1000),
            prompt_tokens=reply.prompt_tokens,
            completion_tokens=reply.completion_tokens,
        )
        metrics.MODEL_CALLS.labels(reply.outcome.value).observe(closed.latency_ms / 1000)
        log.info("model asked", action="drafting.call", outcome=reply.outcome.value, ms=closed.latency_ms, way=call.way)
        await self._book.close(closed)


# The errands that ask a language model: for drafts, after the feedback was stored and said, and for beginnings of a
# reply, after a check-in was answered.


TASK = "draft_targets"
REPLIES = "suggest_reply"


class DraftingErrands:
    """How DRAFT_TARGETS and SUGGEST_REPLIES are done. `warm_up` imports openai ahead of time; the first errand waits
    for it."""

    def __init__(self, runner: Runner, settings: Settings) -> None:
        self._runner = runner
        self._settings = settings
        self._drafter: asyncio.Task[Mapping[str, Drafter] | None] | None = None
        self._endpoint: Endpoint | None = None

    def doers(self) -> Mapping[ErrandKind, Doer]:
        return {ErrandKind.DRAFT_TARGETS: self.draft, ErrandKind.SUGGEST_REPLIES: self.suggest}

    def warm_up(self) -> None:
        if self._drafter is None:
            self._drafter = asyncio.get_running_loop().create_task(self._made())

    async def close(self) -> None:
        if self._drafter is not None:
            await asyncio.wait((self._drafter,))
        if self._endpoint is not None:
            await self._endpoint.close()

    async def draft(self, errand: Errand) -> None:
        """Ask, and store what came; where nothing came, the rule's drafts stand and the teacher sees one line."""
        feedback, actor = int(errand.args["feedback"]), Actor(errand.workspace, "")
        found = await self._runner.read(actor, drafting.material, feedback)
        if found is None:
            return
        said = {"seen": found.seen, "matters": found.matters, "next_step": found.next_step}
        along = {"work": found.work, "interests": found.interests}
        source = DraftMaterial(errand.workspace, said, found.names, found.ids, about=feedback, **along)
        texts = await self._texts(TASK, replace(source, handles=found.handles))
        await self._runner.run(actor, drafting.answered, feedback, texts)

    async def suggest(self, errand: Errand) -> None:
        """Only where the operator and the student allow it, both at this moment; where nothing came, the rule's
        suggestions stand alone."""
        if not self._settings.model_suggests_replies:
            return
        check_in, actor = int(errand.args["check_in"]), Actor(errand.workspace, "")
        found = await self._runner.read(actor, ideas.material, check_in)
        if found is None:
            return
        source = DraftMaterial(errand.workspace, found.words, found.names, found.ids, handles=found.handles)
        texts = await self._texts(REPLIES, source)
        await self._runner.run(actor, ideas.answered, check_in, found.mark, texts)

    async def _texts(self, task: str, source: DraftMaterial) -> tuple[str, ...]:
        """Drafts; none after a failure that nobody thought of, since the teacher waits for an end of it."""
        if not self._settings.model_configured:
            return ()
        self.warm_up()
        try:
            drafters = await asyncio.shield(self._drafter) if self._drafter is not None else None
            if drafters is None:
                return ()
            return await drafters[task].draft(source)
        except Exception:  # whatever it was, trying it again would only keep the teacher waiting
            log.exception("drafting.failed", action="drafting.failed", workspace=source.workspace)
            return ()

    async def _made(self) -> Mapping[str, Drafter] | None:
        """The drafter of each task; None where openai is not installed."""
        try:
            endpoint_of: Callable[..., Endpoint] = (
                await asyncio.to_thread(import_module, "bot.llm.endpoint")
            ).OpenAIEndpoint
        except ImportError as error:
            log.error("openai is not installed", action="drafting.not_installed", error=str(error))  # noqa: TRY400
            return None
        self._endpoint = endpoint_of(**endpoint_settings(self._settings))
        book = DeskBook(self._runner, self._settings.accord_llm_daily_calls)
        time = asyncio.get_running_loop().time
        timeout = self._settings.accord_llm_timeout
        made = partial(Drafter, self._endpoint, book=book, now=self._runner.clock.now, timeout=timeout, time=time)
        replies = made(prompt=prompt(REPLIES), judging=judge_reply, keeps_words=False)
        return {TASK: made(prompt=prompt(TASK)), REPLIES: replies}


def endpoint_settings(settings: Settings) -> Mapping[str, Any]:
    """Which server and which model."""
    return {
        "model": settings.accord_llm_model,
        "key": settings.openai_api_key.get_secret_value(),
        "base_url": settings.openai_base_url,
        "timeout": settings.accord_llm_timeout,
    }


class DeskBook:
    """Writes calls down in the workspace's database, as many a day as it may be."""

    def __init__(self, runner: Runner, daily: int) -> None:
        self._runner = runner
        self._daily = daily

    async def open(self, call: Call) -> Call | None:
        actor = Actor(call.workspace, "")
        return await self._runner.run(actor, drafting.open_call, call, self._daily)

    async def close(self, call: Call) -> None:
        await self._runner.run(Actor(call.workspace, ""), drafting.close_call, call)
