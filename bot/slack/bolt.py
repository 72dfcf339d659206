"""Bolt, without what we do not need; what it can read, and what the manifest says of us."""

import logging
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import structlog
import yaml
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request.payload_utils import is_action, is_event, is_options, is_shortcut, is_view
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.installation import LockedOut
from bot.slack.installing.schools import Schools
from prompts.words import words_for

# Bolt, without what we do not need; it waits for the listener before it acknowledges.


log = structlog.get_logger(__name__)


def bolt_app(base_url: str, schools: Schools) -> AsyncApp:
    """An app for every workspace that `schools` knows. Signatures are checked before (bot/slack/http/front.py)."""

    async def authorize(team_id: str | None) -> AuthorizeResult | None:  # Bolt gives what the names ask for
        return await schools.authorize(team_id)

    with _hushed("slack_bolt.AsyncApp"):  # it finds SLACK_BOT_TOKEN in the environment, and warns that it is not used
        app = _app_of(base_url, authorize)
    app.error(_failed)
    return app


@contextmanager
def _hushed(name: str) -> Iterator[None]:
    """Errors alone are heard. By a filter, since Bolt sets the level of its logger itself."""
    logger = logging.getLogger(name)
    logger.addFilter(_is_error)
    try:
        yield
    finally:
        logger.removeFilter(_is_error)


def _is_error(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.ERROR


def _app_of(base_url: str, authorize: Callable[..., Awaitable[AuthorizeResult | None]]) -> AsyncApp:
    return AsyncApp(
        client=AsyncWebClient(base_url=base_url),  # without a token: `authorize` knows it
        authorize=authorize,  # type: ignore[arg-type]  # it may return None, as Bolt expects
        process_before_response=True,
        request_verification_enabled=False,
        ssl_check_enabled=False,
        ignoring_self_assistant_message_events_enabled=False,
        attaching_function_token_enabled=False,
        attaching_conversation_kwargs_enabled=False,
        user_facing_authorize_error_message=words_for()("install-not-installed"),
    )


async def _failed(error: Exception) -> None:
    """What ends a listener, or what comes before it. It is not acknowledged: the answer stays a 500. Only a school that
    is locked out is answered for by whoever gave Bolt the payload."""
    if isinstance(error, LockedOut):
        raise error
    log.error("a payload was not handled", action="handler-failed", exc_info=error)


# manifest.yml: what Accord asks of a workspace.


MANIFEST = Path(__file__).parents[2] / "manifest.yml"


def wanted_scopes() -> set[str]:
    """What manifest.yml asks for."""
    return set(_scopes()["bot"])


def optional_scopes() -> set[str]:
    """Those of them that a workspace may decline."""
    return set(_scopes().get("bot_optional") or ())


def _scopes() -> dict[str, list[str]]:
    scopes: dict[str, list[str]] = yaml.safe_load(MANIFEST.read_text("utf-8"))["oauth_config"]["scopes"]
    return scopes


# Where Slack, and whoever installs Accord, find what over HTTP. Slack is told them in the app's manifest.


EVENTS = "/slack/events"
INSTALL = "/slack/install"
REDIRECT = "/slack/oauth_redirect"


# Whether Bolt can look at a payload. It looks before any handler of ours does, and breaks on what Slack never sends.
#
# What is not for Bolt is malformed for us too: acknowledged, logged without a word of it, and otherwise ignored.


OBJECTS = frozenset(
    {"event", "view", "container", "item", "assistant_thread", "function_data", "message", "previous_message"}
)
"""Objects where they are there."""

NAMED = frozenset({"user", "team", "enterprise", "channel"})
"""An id, or an object with one."""

LISTS = frozenset({"actions", "authorizations", "response_urls"})
"""Lists of objects, where they are there."""

TEXTS = frozenset(
    {
        "type",
        "subtype",
        "command",
        "id",
        "team_id",
        "enterprise_id",
        "user_id",
        "channel_id",
        "thread_ts",
        "callback_id",
    }
    | {"action_id", "block_id", "app_installed_team_id", "response_url", "bot_id"}
)

NEEDED = {
    "event_callback": ("event",),
    "block_actions": ("actions",),
    "view_submission": ("view",),
    "view_closed": ("view",),
}
"""What each type of payload is about."""


KINDS = (is_event, is_action, is_view, is_options, is_shortcut)
"""What Bolt has listeners for, besides commands."""

HANDSHAKE = "url_verification"
"""Bolt answers it by itself."""


def for_bolt(body: Any) -> bool:
    """Whether Bolt can look at it and has listeners for its kind. It answers 404 to another, and logs it whole."""
    return readable(body) and _is_of_a_kind(body)


def _is_of_a_kind(body: Mapping[str, Any]) -> bool:
    if body.get("type") == HANDSHAKE or isinstance(body.get("command"), str):
        return True
    return any(is_kind(dict(body)) for is_kind in KINDS)


VIEWS = frozenset({"view_submission", "view_closed"})


def readable(body: Any) -> bool:
    """Whether everything that Bolt reads is what it takes it for."""
    if not isinstance(body, Mapping) or not all(_fits(name, value) for name, value in _read(body)):
        return False
    needed = NEEDED.get(body.get("type") or "", ())
    urls = body.get("response_urls", ())
    one_at_most = urls is not None and len(urls) <= 1  # of several Bolt complains to a logger that it has not made yet
    return all(body.get(name) for name in needed) and one_at_most and _names_its_action(body) and _says_what_it_is(body)


def _names_its_action(body: Mapping[str, Any]) -> bool:
    return body.get("type") != "block_actions" or isinstance(body["actions"][0].get("action_id"), str)


def _says_what_it_is(body: Mapping[str, Any]) -> bool:
    """Bolt looks up the type of a form and of an event without asking whether it has one."""
    objects = (body.get("view") if body.get("type") in VIEWS else None, body.get("event"))
    return all("type" in one for one in objects if isinstance(one, Mapping))


def _read(body: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """What Bolt reads in a payload: its fields, and those of the objects in it."""
    for name, value in body.items():
        yield name, value
        if name in OBJECTS or name in NAMED:
            yield from value.items() if isinstance(value, Mapping) else ()
            for inner in ("message", "previous_message", "item"):
                nested = value.get(inner) if isinstance(value, Mapping) else None
                yield from nested.items() if isinstance(nested, Mapping) else ()
        elif name in LISTS and isinstance(value, list) and value and isinstance(value[0], Mapping):
            yield from value[0].items()


def _fits(name: str, value: Any) -> bool:
    if value is None:
        return True
    if name in TEXTS:
        return isinstance(value, str)
    if name in OBJECTS:
        return isinstance(value, Mapping)
    if name in NAMED:
        return isinstance(value, str | Mapping)
    if name in LISTS:
        return isinstance(value, list) and all(isinstance(item, Mapping) for item in value)
    return True
