"""Bolt, without what we do not need; it waits for the listener before it acknowledges."""

import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

import structlog
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.installation import LockedOut
from bot.slack.installing.schools import Schools
from prompts.words import words_for

log = structlog.get_logger(__name__)


def bolt_app(base_url: str, schools: Schools) -> AsyncApp:
    """An app for every workspace that `schools` knows. Signatures are checked before (bot/slack/http/signature.py)."""

    async def authorize(team_id: str | None) -> AuthorizeResult | None:  # Bolt gives what the names ask for
        return await schools.authorize(team_id)

    with _hushed("slack_bolt.AsyncApp"):  # it finds SLACK_BOT_TOKEN in the environment, and warns that it is not used
        app = _app_of(base_url, authorize)
    app.error(_failed)
    return app


@contextmanager
def _hushed(name: str) -> Iterator[None]:
    logger = logging.getLogger(name)
    before = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(before)


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
