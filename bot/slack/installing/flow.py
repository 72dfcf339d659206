"""Installing Accord in a workspace: https://docs.slack.dev/authentication/installing-with-oauth

A page with a button; the button issues a state and leads to Slack; Slack leads back with a code. The state is good
for one use, for ten minutes, and only in the browser that was given it: nobody can be made to install by a link.
"""

import hmac
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit

import aiohttp
import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.activities.installing import use_cases as installing
from bot.domain.actor import Actor
from bot.domain.classroom import shown_name
from bot.domain.installation import Installation
from bot.runner import Clock, Executor
from bot.settings import Settings
from bot.slack.bolt import INSTALL, REDIRECT, wanted_scopes
from bot.slack.http.front import Request, Response
from bot.slack.installing import pages
from bot.slack.transport import Inside
from bot.slack.views import NO_ANSWER, reason_of
from storage.queries.installations import STATE_LASTS, Installations, States, TooManyStates

log = structlog.get_logger(__name__)

MOST_PARAMETERS = 20


class _Failed(Exception):
    """It did not come about."""

    def __init__(self, trouble: pages.Trouble, reason: str = "") -> None:
        super().__init__(reason or trouble.key)
        self.trouble = trouble


class Installing:
    """The requests of somebody who installs Accord."""

    def __init__(
        self,
        settings: Settings,
        installations: Installations,
        states: States,
        executor: Executor,
        clock: Clock,
        inside: Inside,
    ) -> None:
        self._settings = settings
        self._installations = installations
        self._states = states
        self._executor = executor
        self._clock = clock
        self._inside = inside
        self._redirect_uri = f"{settings.public_url}{REDIRECT}"
        self._authorize = urljoin(settings.slack_api_url, "/oauth/v2/authorize")
        self._secure = settings.public_url.startswith("https://")
        self._cookie = "__Host-accord-install" if self._secure else "accord-install"

    async def offer(self, request: Request) -> Response:
        """The page with the button. It stores nothing, however often it is looked at."""
        slack = urlsplit(self._authorize)
        return pages.offer(INSTALL, f"{slack.scheme}://{slack.netloc}")

    async def begin(self, request: Request) -> Response:
        """The button was pressed: on to Slack."""
        try:
            state = await self._executor(self._states.issue)
        except TooManyStates:
            log.warning("installation not begun", action="install-failed", why=pages.BUSY.key, reason="")
            return pages.trouble(pages.BUSY, INSTALL)
        asked = {
            "client_id": self._settings.slack_client_id,
            "scope": ",".join(sorted(wanted_scopes())),
            "redirect_uri": self._redirect_uri,
            "state": state,
        }
        lasts = int(STATE_LASTS.total_seconds())
        headers = [
            ("location", f"{self._authorize}?{urlencode(asked)}"),
            ("set-cookie", self._kept(state, lasts)),
            ("cache-control", "no-store"),
        ]
        return Response(303, headers=headers)

    async def finish(self, request: Request) -> Response:
        """Slack sends the person back."""
        try:
            made = await self._installed(request)
        except _Failed as failed:
            log.warning("not installed", action="install-failed", why=failed.trouble.key, reason=str(failed))
            response = pages.trouble(failed.trouble, INSTALL)
        else:
            log.info("installed", action="installed", workspace=made.workspace)
            place = urlencode({"app": made.app, "team": made.workspace})
            response = pages.welcome(made.team, f"{urljoin(self._settings.slack_api_url, '/app_redirect')}?{place}")
        return replace(response, headers=[*response.headers, ("set-cookie", self._kept("", 0))])

    async def _installed(self, request: Request) -> Installation:
        given = _parameters(request.query)
        await self._check_state(request, given.get("state", ""))
        if "error" in given:
            raise _Failed(pages.DENIED if given["error"] == "access_denied" else pages.REFUSED, "from the redirect")
        made = await self._exchanged(given.get("code", ""))
        await self._executor(lambda: self._installations.save(made))
        self._inside.schools.forget(made.workspace)
        await self._inside.desk.run(installing.come_back, Actor(made.workspace, made.by))
        return made

    async def _check_state(self, request: Request, state: str) -> None:
        if not state:
            raise _Failed(pages.NO_STATE)
        if not hmac.compare_digest(self._brought(request).encode(), state.encode()):
            raise _Failed(pages.OTHER_BROWSER)
        if not await self._executor(lambda: self._states.consume(state)):
            raise _Failed(pages.STATE_OVER)

    async def _exchanged(self, code: str) -> Installation:
        """The code for a token, and what Slack says of that token's bot."""
        try:
            granted = await self._client().oauth_v2_access(
                client_id=self._settings.slack_client_id,
                client_secret=self._settings.slack_client_secret.get_secret_value(),
                code=code,
                redirect_uri=self._redirect_uri,
            )
            team = granted.get("team") or {}
            if granted.get("is_enterprise_install") or not team.get("id"):
                raise _Failed(pages.ORGANISATION)
            token = _lasting_token(granted)
            me = await self._client(token).auth_test()
        except SlackApiError as refusal:
            reason = reason_of(refusal)
            away = reason.startswith(NO_ANSWER) or reason == "ratelimited"
            raise _Failed(pages.AWAY if away else pages.REFUSED, reason) from refusal
        except (aiohttp.ClientError, TimeoutError, OSError) as lost:
            raise _Failed(pages.AWAY, type(lost).__name__) from lost
        except (AttributeError, KeyError, TypeError, ValueError) as unreadable:
            raise _Failed(pages.REFUSED, "unreadable_answer") from unreadable
        return Installation(
            workspace=str(team["id"]),
            token=token,
            bot_user=str(granted.get("bot_user_id") or me.get("user_id") or ""),
            bot_id=str(me.get("bot_id") or ""),
            since=self._clock.now(),
            team=shown_name(str(team.get("name") or "")) or str(team["id"]),
            app=str(granted.get("app_id") or ""),
            by=_who(granted.get("authed_user")),
            scopes=tuple(str(granted.get("scope") or "").split(",")),
        )

    def _client(self, token: str | None = None) -> AsyncWebClient:
        url = self._settings.slack_api_url
        return AsyncWebClient(token, base_url=url, session=self._inside.session, retry_handlers=[])

    def _kept(self, state: str, seconds: int) -> str:
        """The cookie by which the browser is known again. Lax: Slack's redirect is to bring it along."""
        secure = "; Secure" if self._secure else ""
        return f"{self._cookie}={state}; Max-Age={seconds}; Path=/; HttpOnly; SameSite=Lax{secure}"

    def _brought(self, request: Request) -> str:
        for line in request.headers.get("cookie", ()):
            for part in line.split(";"):
                name, _, value = part.strip().partition("=")
                if name == self._cookie:
                    return value
        return ""


def _lasting_token(granted: Any) -> str:
    """The bot's token. Of an app whose tokens end after hours (`token_rotation_enabled`) there is none."""
    token = granted["access_token"]
    if not isinstance(token, str) or not token or granted.get("expires_in"):
        raise ValueError("no lasting token")
    return token


def _parameters(query: str) -> dict[str, str]:
    try:
        found = parse_qs(query, max_num_fields=MOST_PARAMETERS)
    except ValueError:
        raise _Failed(pages.NO_STATE, "too many parameters") from None
    return {name: values[0] for name, values in found.items()}


def _who(authed: Any) -> str:
    return str(authed.get("id") or "") if isinstance(authed, dict) else ""
