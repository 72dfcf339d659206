"""One call of the Web API, from its raw arguments to its answer. Pure: no I/O."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sandbox.core import Core
from sandbox.errors import Refusal
from sandbox.state import Json, Token
from sandbox.web_api.registry import METHODS, POSTING, Call, Method, arguments


@dataclass
class Answer:
    """An HTTP answer: status, body, and the headers besides the usual ones."""

    status: int
    body: Json
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class LoggedCall:
    """One call as the workspace's log keeps it."""

    method: str
    args: Json
    response: Json
    status: int
    at: datetime
    order: int = 0
    took: float = 0.0
    """Real seconds from its arrival to its answer."""

    @property
    def ok(self) -> bool:
        return bool(self.response.get("ok"))


def call(core: Core, name: str, given: Mapping[str, Any], token: str | None) -> Answer:
    """Run a method and return what Slack would answer."""
    spec = METHODS.get(name)
    if spec is None:
        return Answer(200, Refusal("unknown_method", req_method=name).body())
    try:
        holder = _authorised(core, spec, token or given.get("token"))
        wait = core.rates.wait(name, spec.tier, str(given.get("channel")), core.now())
        if wait:
            return limited(name, wait)
        body = spec.run(Call(core, holder, arguments(spec, given)))
    except Refusal as refusal:
        return Answer(200, refusal.body(), _scope_headers(spec, token, core))
    return Answer(200, {"ok": True, **body}, _scope_headers(spec, token, core))


def limited(name: str, wait: int) -> Answer:
    """Return Slack's answer to too many calls. https://docs.slack.dev/apis/web-api/rate-limits"""
    error = "rate_limited" if name.startswith("chat.post") else "ratelimited"
    return Answer(429, {"ok": False, "error": error}, {"Retry-After": str(wait)})


def _authorised(core: Core, spec: Method, value: str | None) -> Token | None:
    if spec.token == "none":
        return None
    if not value:
        raise Refusal("not_authed")
    token = core.state.tokens.get(value)
    if token is None:
        raise Refusal("invalid_auth")
    if token.revoked:
        raise Refusal("account_inactive" if not core.state.installed else "token_revoked")
    if token.kind != spec.token:
        raise Refusal("not_allowed_token_type")
    if spec.scopes and not token.scopes & set(spec.scopes):
        raise missing_scope(token, spec.scopes)
    return token


def missing_scope(token: Token, needed: tuple[str, ...]) -> Refusal:
    """https://docs.slack.dev/reference/scopes"""
    return Refusal("missing_scope", needed=",".join(needed), provided=",".join(sorted(token.scopes)))


def _scope_headers(spec: Method, value: str | None, core: Core) -> dict[str, str]:
    token = core.state.tokens.get(value or "")
    if token is None:
        return {}
    return {
        "X-OAuth-Scopes": ",".join(sorted(token.scopes)),
        "X-Accepted-OAuth-Scopes": ",".join(spec.scopes),
    }


__all__ = ["POSTING", "Answer", "LoggedCall", "call", "limited", "missing_scope"]
