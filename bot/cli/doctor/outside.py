"""The doctor's look at what is outside: Slack, the door that it calls at over HTTP, and the language model."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from importlib.util import find_spec
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from yarl import URL

from bot.cli.doctor.finding import Diagnosis, ill, warn, well
from bot.cli.tokens import mistake_in
from bot.domain.installation import Unsealable
from bot.settings import Settings
from bot.slack.bolt import EVENTS, optional_scopes, wanted_scopes
from bot.slack.calls import NO_ANSWER, call, reason_of, time_of
from bot.slack.gateway import is_marked
from bot.steady_clock import SystemClock
from storage.queries.installations import Installations
from storage.queries.outbox import Posted, newest_posted
from storage.sealed import KeyGarbled, Seal
from storage.upkeep.existing import TROUBLES, NotThere, open_existing

CLOCK_MAY_BE_OFF = 60.0
"""Seconds. Check-ins are minutes; Slack refuses signatures that are five minutes old."""

_UNREACHABLE = (aiohttp.ClientError, TimeoutError, OSError)


async def bot_token(settings: Settings, client: AsyncWebClient) -> Diagnosis:
    if not settings.slack_bot_token.get_secret_value():
        return ill("bot-token-missing")
    if mistake := mistake_in(settings, "slack_bot_token"):
        return ill(f"bot-token-{mistake}")
    try:
        answer = await client.auth_test()
    except SlackApiError as error:
        return _refused(settings, "bot-token-refused", error)
    except _UNREACHABLE as error:
        return _unreachable(settings, error)
    return well("bot-token", team=str(answer.get("team")), id=str(answer.get("team_id")))


async def scopes(settings: Settings, client: AsyncWebClient) -> Diagnosis:
    if mistake_in(settings, "slack_bot_token"):
        return ill("scopes-unchecked")
    try:
        answer = await client.auth_test()
    except (SlackApiError, *_UNREACHABLE):
        return ill("scopes-unchecked")
    given = {s.strip() for s in str(answer.headers.get("x-oauth-scopes", "")).split(",") if s.strip()}
    if not given:
        return well("scopes-unnamed")
    if missing := sorted(wanted_scopes() - optional_scopes() - given):
        return ill("scopes-missing", scopes=", ".join(missing))
    if declined := sorted(optional_scopes() - given):
        return warn("scopes-declined", scopes=", ".join(declined))
    if more := sorted(given - wanted_scopes()):
        return well("scopes-too-many", scopes=", ".join(more))
    return well("scopes")


async def app_token(settings: Settings) -> Diagnosis:
    token = settings.slack_app_token.get_secret_value()
    if not token:
        return ill("app-token-missing")
    if mistake := mistake_in(settings, "slack_app_token"):
        return ill(f"app-token-{mistake}")
    try:
        await AsyncWebClient(base_url=settings.slack_api_url, timeout=10).apps_connections_open(app_token=token)
    except SlackApiError as error:
        return _refused(settings, "app-token-refused", error)
    except _UNREACHABLE as error:
        return _unreachable(settings, error)
    return well("app-token")


async def clock(settings: Settings) -> Diagnosis:
    try:
        async with aiohttp.ClientSession() as session:
            theirs = await time_of(session, settings.slack_api_url)
    except _UNREACHABLE as error:
        return _unreachable(settings, error)
    if theirs is None:
        return well("clock-unnamed")
    off = abs((SystemClock().now() - theirs).total_seconds())
    return ill("clock-off", seconds=round(off)) if off > CLOCK_MAY_BE_OFF else well("clock")


def _refused(settings: Settings, key: str, error: SlackApiError) -> Diagnosis:
    reason = reason_of(error)
    if reason.startswith(NO_ANSWER):
        return ill("unreachable", url=settings.slack_api_url, reason=reason)
    return ill(key, reason=reason)


def _unreachable(settings: Settings, error: BaseException) -> Diagnosis:
    return ill("unreachable", url=settings.slack_api_url, reason=type(error).__name__)


# The doctor's look at whether the server keeps the metadata of messages, by which one is found again after a kill.


TRIED = 3
"""Messages that are asked for at most: the newest may be gone from Slack."""


async def examine_metadata(settings: Settings, *, http: bool = False) -> Sequence[Diagnosis]:
    """One message of ours is read back as it stands in Slack. `http`: with its school's own token."""
    try:
        posted = await asyncio.to_thread(_posted, settings, http)
    except (NotThere, Unsealable, KeyGarbled, *TROUBLES):
        return ()  # another check says it
    try:
        return (await _judged(settings, posted),)
    except SlackApiError as error:
        return (well("metadata-unknown", reason=reason_of(error)),)
    except (aiohttp.ClientError, TimeoutError, OSError, TypeError) as error:
        return (well("metadata-unknown", reason=type(error).__name__),)


async def _judged(settings: Settings, posted: Sequence[tuple[Posted, str]]) -> Diagnosis:
    for message, token in posted:
        client = AsyncWebClient(token, base_url=settings.slack_api_url, timeout=10)
        found = await _read_back(client, message)
        if found is not None:
            return well("metadata") if is_marked(found) else warn("metadata-dropped")
    return well("metadata-nothing-posted")


async def _read_back(client: AsyncWebClient, message: Posted) -> Mapping[str, Any] | None:
    """As it stands in Slack; None where it is gone."""
    one = {"channel": message.channel, "latest": message.ts, "inclusive": True, "limit": 1}
    page = await call(client, "conversations.history", {**one, "include_all_metadata": True})
    return next((found for found in page.get("messages") or () if found.get("ts") == message.ts), None)


def _posted(settings: Settings, http: bool) -> Sequence[tuple[Posted, str]]:
    """The newest messages, each with the token that reads it."""
    engine = open_existing(settings.accord_database_url, only_look=True)
    try:
        posted = newest_posted(engine, TRIED)
        if not http:
            return [(message, settings.slack_bot_token.get_secret_value()) for message in posted]
        kept = Installations(engine, settings.slack_client_id, Seal(settings.keys))
        schools = {message.workspace: kept.find(message.workspace) for message in posted}
        return [(message, school.token) for message in posted if (school := schools[message.workspace])]
    finally:
        engine.dispose()


# The doctor's look at what `accord run --http` needs: its settings, its keys, and the door that Slack calls at.


NEEDED = ("slack_signing_secret", "slack_client_id", "slack_client_secret", "accord_public_url", "accord_keys")
NAMED = 5
"""Workspaces in one finding."""

PATIENCE = aiohttp.ClientTimeout(10)


async def examine_http(settings: Settings) -> Sequence[Diagnosis]:
    """The settings first; the door is only tried where its address is known."""
    missing = [name.upper() for name in NEEDED if not _given(settings, name)]
    found = [ill("http-missing", names=", ".join(missing))] if missing else [well("http-settings")]
    if settings.keys:
        found += await asyncio.to_thread(_keys, settings)
    if len(settings.signing_secrets) > 1:
        found.append(warn("signing-secrets", number=len(settings.signing_secrets)))
    if settings.public_url:
        found += [*_tls(settings.public_url), await _door(settings.public_url)]
    return found


def _given(settings: Settings, name: str) -> str:
    value = getattr(settings, name)
    return str(value.get_secret_value() if hasattr(value, "get_secret_value") else value)


def _keys(settings: Settings) -> Sequence[Diagnosis]:
    """Whether they are keys, and then whether they open what they should."""
    try:
        seal = Seal(settings.keys)
    except KeyGarbled as garbled:
        return (ill("keys-garbled", number=garbled.number),)
    return (well("keys", number=len(settings.keys)), *_tokens(settings, seal))


def _tokens(settings: Settings, seal: Seal) -> Sequence[Diagnosis]:
    """Every school's token is tried. A database that can not be read is another check's."""
    try:
        engine = open_existing(settings.accord_database_url, only_look=True)
    except (NotThere, *TROUBLES):
        return ()
    try:
        kept = Installations(engine, settings.slack_client_id, seal)
        there, shut = kept.workspaces(), kept.unreadable()
    except TROUBLES:
        return ()
    finally:
        engine.dispose()
    if not shut:
        return (well("tokens", number=len(there)),)
    some = ", ".join(shut[:NAMED])
    if len(shut) == len(there):
        return (ill("tokens-all-shut", number=len(there), workspaces=some),)
    return (ill("tokens-shut", number=len(shut), workspaces=some),)


def _tls(url: str) -> Sequence[Diagnosis]:
    return () if url.startswith("https://") else (warn("door-without-tls", url=url),)


async def _door(url: str) -> Diagnosis:
    """Whether Accord answers where Slack calls: it refuses what nobody signed. A proxy may well hide all the rest."""
    try:
        async with aiohttp.ClientSession(timeout=PATIENCE) as session, session.post(f"{url}{EVENTS}") as answer:
            status = answer.status
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
        return warn("door-shut", url=url, reason=type(error).__name__)
    refused = status == HTTPStatus.UNAUTHORIZED
    return well("door", url=url) if refused else warn("door-shut", url=url, reason=f"HTTP {status}")


# Whether the language model can be asked, where one is configured: there, let in, and known by its name.


OPENAI = "https://api.openai.com/v1"
BODY_MOST = 2 * 1024 * 1024
"""Bytes: the longest list of models is a tenth of that."""
NAMES_MOST = 5
LISTS_NONE = frozenset((404, 405, 501))
"""What servers answer that do not list their models; or that are not asked at their right address."""

_NO_ANSWER = (aiohttp.ClientError, TimeoutError, OSError, ValueError)


@dataclass(frozen=True, slots=True)
class _Answer:
    """`body` is {} where it is no JSON object."""

    status: int
    body: Mapping[str, Any]


async def examine_model(settings: Settings) -> Diagnosis:
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
    except _NO_ANSWER as error:
        return ill("model-unreachable", server=asking.server, reason=type(error).__name__)
    return asking.judge_list(listed)


def _off(settings: Settings) -> Diagnosis:
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

    def judge_list(self, answer: _Answer) -> Diagnosis:
        if answer.status != 200:
            return self._judge_status(answer.status)
        names = _names(answer) or []
        if any(_is_called(name, self._model) for name in names):
            return well("model", model=self._model, server=self.server)
        shown = ", ".join(sorted(names)[:NAMES_MOST])
        key = "model-unknown" if names else "model-none"
        return ill(key, model=self._model, server=self.server, names=shown)

    def judge_words(self, answer: _Answer) -> Diagnosis:
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

    def _judge_status(self, status: int) -> Diagnosis:
        if status in (401, 403):
            return ill("model-key-refused" if self._key else "model-key-wanted", server=self.server)
        if status == 429:
            return ill("model-limited", server=self.server)
        return ill("model-failed", server=self.server, status=status)

    def _nowhere(self) -> Diagnosis:
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
