"""The errand that takes what is about an erased person out of Slack.

Each step is written down when it is done, so that a crash costs nothing; a step that is done twice has no effect.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

import structlog

from bot.activities.privacy import erasing
from bot.activities.privacy.messages import empty_home
from bot.domain.actor import Actor
from bot.domain.disclosure import Retracting, Retraction
from bot.domain.outbox import Errand, ErrandKind, Later, Limited, Refused, Unknown
from bot.jobs.errands import Doer
from bot.language.naming import Finder
from bot.runner import Runner
from bot.slack import calls
from bot.slack.calls import Clients, call, outcome_of
from prompts.words import words_for

log = structlog.get_logger(__name__)

AT_A_TIME = 40
"""Steps in one go: Slack lets about 50 calls of chat.delete a minute pass."""
PAUSE = timedelta(minutes=1)
UNKNOWN_WAIT = timedelta(seconds=5)
TOKEN_WAIT = timedelta(minutes=15)
PAGE = 100

GONE_ALREADY = frozenset({"message_not_found"})
PASSING = frozenset({"fatal_error", "internal_error", "request_timeout", "service_unavailable", "team_added_to_org"})
"""Refusals that speak of Slack's own trouble. Whatever else Slack says, it says for good."""


class RetractErrands:
    """How RETRACT is done."""

    def __init__(self, runner: Runner, clients: Clients) -> None:
        self._runner = runner
        self._clients = clients

    def doers(self) -> Mapping[ErrandKind, Doer]:
        return {ErrandKind.RETRACT: self.retract}

    async def retract(self, errand: Errand) -> None:
        """Do steps until none is left, or it is time for a pause."""
        actor, disclosure = Actor(errand.workspace, ""), int(errand.args["disclosure"])
        for _ in range(AT_A_TIME):
            step = await self._runner.read(actor, erasing.next_step, disclosure)
            if step is None:
                return
            await self._do(step, actor)
        raise Later("pause", PAUSE)

    async def _do(self, step: Retraction, actor: Actor) -> None:
        if step.kind is Retracting.CONVERSATION:
            await self._search(step, actor)
            return
        method, body = _removal(step)
        refused = await self._call(step.workspace, method, body)
        removed = not isinstance(refused, Refused) or refused.error in GONE_ALREADY
        if not removed:
            log.warning("not removed", action="retraction.refused", workspace=step.workspace, kind=step.kind.value)
        await self._runner.run(actor, erasing.done, step, removed)

    async def _search(self, step: Retraction, actor: Actor) -> None:
        """Read one page of the direct messages with somebody, newest first."""
        opened = await self._call(step.workspace, "conversations.open", {"users": step.place})
        if isinstance(opened, Refused):
            await self._runner.run(actor, erasing.done, step, False)
            return
        channel = str(opened["channel"]["id"])
        query = {"channel": channel, "latest": step.ts, "limit": PAGE, "include_all_metadata": True}
        page = await self._call(step.workspace, "conversations.history", query)
        if isinstance(page, Refused):
            await self._runner.run(actor, erasing.done, step, False)
            return
        messages: Sequence[Mapping[str, Any]] = page.get("messages") or ()
        ours = (m for m in messages if m.get("bot_id") and _holds(m, step.needles))
        about = [(str(m["ts"]), _delivery(m, step.workspace)) for m in ours]
        oldest = min((str(m["ts"]) for m in messages), default=None)
        more = oldest if page.get("has_more") else None
        await self._runner.run(actor, erasing.found, step, channel, about, more)

    async def _call(self, workspace: str, method: str, body: Mapping[str, Any]) -> Mapping[str, Any] | Refused:
        """The answer, or a refusal that stays. Later where it may be had later."""
        match await outcome_of(call(self._clients(workspace), method, body)):
            case Limited(retry_after, error):
                raise Later(error, timedelta(seconds=retry_after))
            case Unknown(reason):
                raise Later(reason, UNKNOWN_WAIT)
            case Refused(error) if error in calls.TOKEN:
                raise Later(error, TOKEN_WAIT)
            case Refused(error) if error in PASSING:
                raise Later(error, UNKNOWN_WAIT)
            case answer:
                return answer


def _removal(step: Retraction) -> tuple[str, Mapping[str, Any]]:
    if step.kind is Retracting.HOME:
        home = {"type": "home", "blocks": empty_home(words_for())}
        return "views.publish", {"user_id": step.place, "view": home}
    return "chat.delete", {"channel": step.place, "ts": step.ts}


def _delivery(message: Mapping[str, Any], workspace: str) -> int | None:
    """The number of the delivery that a message says it is."""
    payload = (message.get("metadata") or {}).get("event_payload") or {}
    whose, _, number = str(payload.get("delivery", "")).rpartition("-")
    return int(number) if whose == workspace and number.isdecimal() else None


def _holds(message: Mapping[str, Any], needles: Sequence[str]) -> bool:
    """Whether the id or a name of whom it is about stands in what the message shows; without needles, every message is
    meant."""
    if not needles:
        return True
    user, *names = needles
    id, finder = re.compile(rf"(?<!\w){re.escape(user)}(?!\w)"), Finder(names)
    return any(id.search(text) or finder.finds(text) for text in _texts([message.get("text"), message.get("blocks")]))


def _texts(value: Any) -> Iterator[str]:
    """Every text in a value of JSON, and what stands side by side in it as one: a name may be written in two styles."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        beside = [inner["text"] for inner in value if isinstance(inner, Mapping) and isinstance(inner.get("text"), str)]
        yield from ["".join(beside)] if len(beside) > 1 else []
        for inner in value:
            yield from _texts(inner)
