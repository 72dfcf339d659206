"""The errand that asks a language model for drafts, after the feedback was stored and said."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib import import_module
from typing import Any

import structlog

from bot.activities.drafting import use_cases as drafting
from bot.domain.actor import Actor
from bot.domain.drafts.calls import Call
from bot.domain.outbox import Errand, ErrandKind
from bot.jobs.errands import Doer
from bot.llm.drafter import Drafter, Source
from bot.llm.prompt import Endpoint, prompt
from bot.runner import Desk
from bot.settings import Settings

log = structlog.get_logger(__name__)

TASK = "draft_targets"


class DraftingErrands:
    """How DRAFT_TARGETS is done. `warm_up` imports openai ahead of time; the first errand waits for it."""

    def __init__(self, desk: Desk, settings: Settings) -> None:
        self._desk = desk
        self._settings = settings
        self._drafter: asyncio.Task[Drafter | None] | None = None
        self._endpoint: Endpoint | None = None

    def doers(self) -> Mapping[ErrandKind, Doer]:
        return {ErrandKind.DRAFT_TARGETS: self.draft}

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
        found = await self._desk.read(drafting.material, actor, feedback)
        if found is None:
            return
        said = {"seen": found.seen, "matters": found.matters, "next_step": found.next_step}
        along = {"work": found.work, "interests": found.interests}
        source = Source(errand.workspace, said, found.names, found.ids, about=feedback, **along)
        texts = await self._texts(replace(source, handles=found.handles))
        await self._desk.run(drafting.answered, actor, feedback, texts)

    async def _texts(self, source: Source) -> tuple[str, ...]:
        """Drafts; none after a failure that nobody thought of, since the teacher waits for an end of it."""
        if not self._settings.model_configured:
            return ()
        self.warm_up()
        try:
            drafter = await asyncio.shield(self._drafter) if self._drafter is not None else None
            if drafter is None:
                return ()
            return await drafter.draft(source)
        except Exception:  # whatever it was, trying it again would only keep the teacher waiting
            log.exception("drafting.failed", action="drafting.failed", workspace=source.workspace)
            return ()

    async def _made(self) -> Drafter | None:
        """The drafter; None where openai is not installed."""
        try:
            endpoint_of: Callable[..., Endpoint] = (
                await asyncio.to_thread(import_module, "bot.llm.endpoint")
            ).OpenAIEndpoint
        except ImportError as error:
            log.error("openai is not installed", action="drafting.not_installed", error=str(error))  # noqa: TRY400
            return None
        self._endpoint = endpoint_of(**endpoint_settings(self._settings))
        book = DeskBook(self._desk, self._settings.accord_llm_daily_calls)
        time = asyncio.get_running_loop().time
        timeout = self._settings.accord_llm_timeout
        return Drafter(self._endpoint, prompt(TASK), book, self._desk.clock.now, timeout=timeout, time=time)


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

    def __init__(self, desk: Desk, daily: int) -> None:
        self._desk = desk
        self._daily = daily

    async def open(self, call: Call) -> Call | None:
        actor = Actor(call.workspace, "")
        return await self._desk.run(drafting.open_call, actor, call, self._daily)

    async def close(self, call: Call) -> None:
        await self._desk.run(drafting.close_call, Actor(call.workspace, ""), call)
