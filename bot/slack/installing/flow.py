"""Installing Accord in a workspace: https://docs.slack.dev/authentication/installing-with-oauth

A page with a button; the button issues a state and leads to Slack; Slack leads back with a code. The state is good
for one use, for ten minutes, and only in the browser that was given it: nobody can be made to install by a link.
"""

import base64
import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
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
from bot.runner import Executor
from bot.settings import Settings
from bot.slack.bolt import INSTALL, REDIRECT, wanted_scopes
from bot.slack.calls import NO_ANSWER, reason_of
from bot.slack.http.front import HTML, HttpResponse, Request
from bot.slack.transport import Inside
from bot.steady_clock import Clock
from prompts.words import Typed, words_for
from storage.queries.installations import STATE_LASTS, Installations, States, TooManyStates

# The pages that somebody sees who installs Accord. Plain HTML: they load nothing, and run nothing.


STYLE = """
:root { color-scheme: light dark; --ink: #1d2b36; --soft: #475a68; --paper: #f6f4ef; --card: #ffffff; --deep: #2f4858;
  --on-deep: #ffffff; --line: #d9d4c8; --focus: #b3541e; }
@media (prefers-color-scheme: dark) { :root { --ink: #eef1f3; --soft: #b9c5ce; --paper: #16202a; --card: #1f2c38;
  --deep: #a9cbe0; --on-deep: #10202c; --line: #3a4a58; --focus: #f0a878; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem 1rem; background: var(--paper);
  color: var(--ink); font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
main { width: 100%; max-width: 36rem; background: var(--card); border: 1px solid var(--line); border-radius: 16px;
  padding: clamp(1.5rem, 5vw, 3rem); }
svg { display: block; width: 3.5rem; height: 3.5rem; margin-bottom: 1.25rem; }
h1 { font-size: clamp(1.5rem, 5vw, 2rem); line-height: 1.25; margin: 0 0 .75rem; }
h2 { font-size: 1.0625rem; margin: 2rem 0 .5rem; }
p { margin: 0 0 1rem; } ul, ol { margin: 0 0 1.5rem; padding-left: 1.4rem; } li { margin: .4rem 0; }
code { white-space: nowrap; padding: .1em .4em; border-radius: 6px; background: var(--paper); font-size: .95em; }
.soft { color: var(--soft); font-size: .9375rem; margin: 1.5rem 0 0; }
.go { display: inline-block; min-height: 48px; padding: .7rem 1.6rem; border: 0; border-radius: 10px; cursor: pointer;
  background: var(--deep); color: var(--on-deep); font: inherit; font-weight: 600; text-decoration: none; }
.go:hover { text-decoration: underline; } .go:focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; }
@media (max-width: 30rem) { .go { width: 100%; text-align: center; } }
"""
_STYLE_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()

PICTURE = """<svg viewBox="0 0 64 64" role="img" aria-label="{label}">
<rect width="64" height="64" rx="16" fill="#2f4858"/>
<path d="M12 40c6-10 14-10 20 0s14 10 20 0" fill="none" stroke="#f2c078" stroke-width="5" stroke-linecap="round"/>
<path d="M12 26c6 10 14 10 20 0s14-10 20 0" fill="none" stroke="#ffffff" stroke-width="5" stroke-linecap="round"/>
</svg>"""

words = words_for()


@dataclass(frozen=True, slots=True)
class InstallTrouble:
    """Why an installation did not come about; copy stands under `install-<key>` and `install-<key>-text`."""

    key: str
    status: int


DENIED = InstallTrouble("denied", 403)
NO_STATE = InstallTrouble("no-state", 400)
OTHER_BROWSER = InstallTrouble("other-browser", 400)
STATE_OVER = InstallTrouble("state-over", 400)
REFUSED = InstallTrouble("refused", 502)
AWAY = InstallTrouble("away", 502)
ORGANISATION = InstallTrouble("organisation", 400)
BUSY = InstallTrouble("busy", 503)


def offer(action: str, may_go_to: str) -> HttpResponse:
    """What Accord is, what it may do, and the button. `may_go_to` is Slack's origin: the form leads there."""
    able = [escape(words(f"install-able-{n}")) for n in range(1, 5)]
    body = (
        f"<h1>{escape(words('install-title'))}</h1><p>{escape(words('install-lead'))}</p>"
        f'<form method="post" action="{escape(action)}"><button class="go">{escape(words("install-button"))}</button>'
        f"</form><h2>{escape(words('install-able'))}</h2>{_list('ul', able)}"
        f'<p class="soft">{escape(words("install-who"))}</p>'
    )
    return _page(words("install-title"), body, form_to=may_go_to)


def welcome(team: str, slack: str) -> HttpResponse:
    """It is installed: what to do next. `slack` is where Accord can be found in Slack."""
    steps = [
        escape(words("install-next-1")),
        _with_command("install-next-2", "/invite @Accord"),
        _with_command("install-next-3", "/accord setup"),
    ]
    title = words("install-done", team=team)
    body = (
        f"<h1>{escape(title)}</h1><h2>{escape(words('install-next'))}</h2>{_list('ol', steps)}"
        f'<a class="go" href="{escape(slack)}">{escape(words("install-open"))}</a>'
        f'<p class="soft">{escape(words("install-close"))}</p>'
    )
    return _page(title, body)


def trouble(what: InstallTrouble, action: str) -> HttpResponse:
    """What went wrong, and the way back to the beginning."""
    title = words(f"install-{what.key}")
    body = (
        f"<h1>{escape(title)}</h1><p>{escape(words(f'install-{what.key}-text'))}</p>"
        f'<a class="go" href="{escape(action)}">{escape(words("install-again"))}</a>'
    )
    return _page(title, body, status=what.status)


def _with_command(key: str, command: str) -> str:
    """A sentence in which a command stands out, and is never broken."""
    parts = words.pieces(key, command=command)
    return "".join(f"<code>{escape(p.text)}</code>" if isinstance(p, Typed) else escape(str(p)) for p in parts)


def _list(kind: str, items: Sequence[str]) -> str:
    return f"<{kind}>{''.join(f'<li>{item}</li>' for item in items)}</{kind}>"


def _page(title: str, body: str, *, status: int = 200, form_to: str = "") -> HttpResponse:
    forms = f"'self' {form_to}" if form_to else "'none'"
    policy = (
        f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; form-action {forms}; "
        "base-uri 'none'; frame-ancestors 'none'"
    )
    headers = (
        ("content-security-policy", policy),
        ("cache-control", "no-store"),
        ("referrer-policy", "no-referrer"),
        ("x-content-type-options", "nosniff"),
        ("x-robots-tag", "noindex"),
    )
    picture = PICTURE.format(label=escape(words("install-picture")))
    page = (
        f'<!doctype html><html lang="{words.locale}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>"
        f"<body><main>{picture}{body}</main></body></html>"
    )
    return HttpResponse(status, page, HTML, headers)


log = structlog.get_logger(__name__)

MOST_PARAMETERS = 20


class _Failed(Exception):
    """It did not come about."""

    def __init__(self, trouble: InstallTrouble, reason: str = "") -> None:
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

    async def offer(self, request: Request) -> HttpResponse:
        """The page with the button. It stores nothing, however often it is looked at."""
        slack = urlsplit(self._authorize)
        return offer(INSTALL, f"{slack.scheme}://{slack.netloc}")

    async def begin(self, request: Request) -> HttpResponse:
        """The button was pressed: on to Slack."""
        try:
            state = await self._executor(self._states.issue)
        except TooManyStates:
            log.warning("installation not begun", action="install-failed", why=BUSY.key, reason="")
            return trouble(BUSY, INSTALL)
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
        return HttpResponse(303, headers=headers)

    async def finish(self, request: Request) -> HttpResponse:
        """Slack sends the person back."""
        try:
            made = await self._installed(request)
        except _Failed as failed:
            log.warning("not installed", action="install-failed", why=failed.trouble.key, reason=str(failed))
            response = trouble(failed.trouble, INSTALL)
        else:
            log.info("installed", action="installed", workspace=made.workspace)
            place = urlencode({"app": made.app, "team": made.workspace})
            response = welcome(made.team, f"{urljoin(self._settings.slack_api_url, '/app_redirect')}?{place}")
        return replace(response, headers=[*response.headers, ("set-cookie", self._kept("", 0))])

    async def _installed(self, request: Request) -> Installation:
        given = _parameters(request.query)
        await self._check_state(request, given.get("state", ""))
        if "error" in given:
            raise _Failed(DENIED if given["error"] == "access_denied" else REFUSED, "from the redirect")
        made = await self._exchanged(given.get("code", ""))
        await self._executor(lambda: self._installations.save(made))
        self._inside.schools.forget(made.workspace)
        await self._inside.runner.run(Actor(made.workspace, made.by), installing.come_back)
        return made

    async def _check_state(self, request: Request, state: str) -> None:
        if not state:
            raise _Failed(NO_STATE)
        if not hmac.compare_digest(self._brought(request).encode(), state.encode()):
            raise _Failed(OTHER_BROWSER)
        if not await self._executor(lambda: self._states.consume(state)):
            raise _Failed(STATE_OVER)

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
                raise _Failed(ORGANISATION)
            token = _lasting_token(granted)
            me = await self._client(token).auth_test()
        except SlackApiError as refusal:
            reason = reason_of(refusal)
            away = reason.startswith(NO_ANSWER) or reason == "ratelimited"
            raise _Failed(AWAY if away else REFUSED, reason) from refusal
        except (aiohttp.ClientError, TimeoutError, OSError) as lost:
            raise _Failed(AWAY, type(lost).__name__) from lost
        except (AttributeError, KeyError, TypeError, ValueError) as unreadable:
            raise _Failed(REFUSED, "unreadable_answer") from unreadable
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
        raise _Failed(NO_STATE, "too many parameters") from None
    return {name: values[0] for name, values in found.items()}


def _who(authed: Any) -> str:
    return str(authed.get("id") or "") if isinstance(authed, dict) else ""
