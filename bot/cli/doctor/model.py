"""Whether the language model can be asked, where one is configured: there, let in, and known by its name."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

import aiohttp
from yarl import URL

from bot.cli.doctor.finding import Finding, ill, well
from bot.settings import Settings

OPENAI = "https://api.openai.com/v1"
PATIENCE = aiohttp.ClientTimeout(total=10)
BODY_MOST = 2 * 1024 * 1024
"""Bytes: the longest list of models is a tenth of that."""
NAMES_MOST = 5
LISTS_NONE = frozenset((404, 405, 501))
"""What servers answer that do not list their models; or that are not asked at their right address."""

_UNREACHABLE = (aiohttp.ClientError, TimeoutError, OSError, ValueError)


@dataclass(frozen=True, slots=True)
class _Answer:
    """`body` is {} where it is no JSON object."""

    status: int
    body: Mapping[str, Any]


async def examine_model(settings: Settings) -> Finding:
    """One finding. Nothing of anybody's is sent: a list of models is asked for, else two words are."""
    if not settings.model_configured:
        return _off(settings)
    if find_spec("openai") is None:
        return ill("model-not-installed")
    asking = _Asking(settings)
    try:
        async with aiohttp.ClientSession(timeout=PATIENCE) as session:
            listed = await asking.models(session)
            if listed.status in LISTS_NONE or (listed.status == 200 and _names(listed) is None):
                return asking.judge_words(await asking.two_words(session))
    except _UNREACHABLE as error:
        return ill("model-unreachable", server=asking.server, reason=type(error).__name__)
    return asking.judge_list(listed)


def _off(settings: Settings) -> Finding:
    """Without a model drafts are by rule. A half of what it takes looks like a slip."""
    if settings.accord_llm_model:
        return ill("model-half")
    return ill("model-unnamed") if settings.openai_base_url else well("model-off")


class _Asking:
    """One server, and what its answers mean."""

    def __init__(self, settings: Settings) -> None:
        self._base = (settings.openai_base_url or OPENAI).rstrip("/")
        self._model = settings.accord_llm_model
        self._key = settings.openai_api_key.get_secret_value()
        self.server = _without_secrets(self._base)

    async def models(self, session: aiohttp.ClientSession) -> _Answer:
        async with session.get(f"{self._base}/models", headers=self._headers) as answer:
            return await _read(answer)

    async def two_words(self, session: aiohttp.ClientSession) -> _Answer:
        asked = {"model": self._model, "messages": [{"role": "user", "content": "Say ok."}]}
        async with session.post(f"{self._base}/chat/completions", json=asked, headers=self._headers) as answer:
            return await _read(answer)

    @property
    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._key or 'none'}"}

    def judge_list(self, answer: _Answer) -> Finding:
        if answer.status != 200:
            return self._judge_status(answer.status)
        names = _names(answer) or []
        if any(_is_called(name, self._model) for name in names):
            return well("model", model=self._model, server=self.server)
        shown = ", ".join(sorted(names)[:NAMES_MOST])
        key = "model-unknown" if names else "model-none"
        return ill(key, model=self._model, server=self.server, names=shown)

    def judge_words(self, answer: _Answer) -> Finding:
        """The server lists no models: whether it speaks at all says more."""
        if answer.status == 200:
            spoke = isinstance(answer.body.get("choices"), list)
            return well("model", model=self._model, server=self.server) if spoke else self._nowhere()
        if answer.status in LISTS_NONE:
            says_why = "model" in json.dumps(answer.body.get("error", "")).lower()
            return (
                ill("model-unknown", model=self._model, server=self.server, names="–") if says_why else self._nowhere()
            )
        return self._judge_status(answer.status)

    def _judge_status(self, status: int) -> Finding:
        if status in (401, 403):
            return ill("model-key-refused" if self._key else "model-key-wanted", server=self.server)
        if status == 429:
            return ill("model-limited", server=self.server)
        return ill("model-failed", server=self.server, status=status)

    def _nowhere(self) -> Finding:
        return ill("model-elsewhere", server=self.server)


async def _read(answer: aiohttp.ClientResponse) -> _Answer:
    text = bytearray()
    async for piece in answer.content.iter_chunked(64 * 1024):
        text += piece
        if len(text) > BODY_MOST:
            return _Answer(answer.status, {})
    try:
        body = await asyncio.to_thread(json.loads, bytes(text))
    except (ValueError, RecursionError):
        body = {}
    return _Answer(answer.status, body if isinstance(body, dict) else {})


def _names(answer: _Answer) -> list[str] | None:
    """The models that a server lists; None where this is no list of models."""
    rows = answer.body.get("data")
    if not isinstance(rows, list):
        return None
    return [row["id"] for row in rows if isinstance(row, dict) and isinstance(row.get("id"), str)]


def _is_called(listed: str, model: str) -> bool:
    """Servers list "llama3:latest" and "models/llama3" for what is asked for as "llama3"."""
    return model in (listed, listed.removesuffix(":latest"), listed.removeprefix("models/"))


def _without_secrets(url: str) -> str:
    """Some write a password into the address."""
    try:
        return str(URL(url).with_user(None).with_query(None))
    except ValueError:
        return "?"
