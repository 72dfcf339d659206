"""oauth.v2.access: https://docs.slack.dev/authentication/installing-with-oauth"""

from __future__ import annotations

import base64
import binascii

from sandbox.core import Core
from sandbox.errors import Refusal
from sandbox.state import Json, OAuthCode
from sandbox.web_api.registry import Call, method

CLIENT_ID = "100.200"
CLIENT_SECRET = "local-client-secret"


def new_code(core: Core, scopes: frozenset[str], user_id: str, redirect_uri: str) -> str:
    """Give out a code: what the consent page does when a person agrees. It lives ten minutes, for one use."""
    code = core.ids.secret()
    core.state.codes[code] = OAuthCode(code, scopes, user_id, redirect_uri, core.now())
    return code


@method(
    "oauth.v2.access",
    token="none",
    client_id="str", client_secret="str", code="str", redirect_uri="str", grant_type="str",
    _basic="str",
)  # fmt: skip
def access(call: Call) -> Json:
    core = call.core
    client_id, secret = _credentials(call)
    if client_id != CLIENT_ID:
        raise Refusal("invalid_client_id")
    if secret != CLIENT_SECRET:
        raise Refusal("bad_client_secret")
    code = core.state.codes.get(call["code"] or "")
    if code is None or code.used or (core.now() - code.issued).total_seconds() > 600:
        raise Refusal("invalid_code")
    if code.redirect_uri != (call["redirect_uri"] or code.redirect_uri):
        raise Refusal("bad_redirect_uri")
    code.used = True
    return _granted(core, code)


def _credentials(call: Call) -> tuple[str, str]:
    if not call["_basic"]:
        return call["client_id"] or "", call["client_secret"] or ""
    try:
        client_id, _, secret = base64.b64decode(call["_basic"]).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        raise Refusal("invalid_client_id") from None
    return client_id, secret


def _granted(core: Core, code: OAuthCode) -> Json:
    state = core.state
    state.installed = True
    token = core.add_token("bot", f"xoxb-{core.ids.secret()}", code.scopes)
    return {
        "access_token": token,
        "token_type": "bot",
        "scope": ",".join(sorted(code.scopes)),
        "bot_user_id": state.bot_user,
        "app_id": state.app_id,
        "team": {"id": state.team_id, "name": state.team_name},
        "enterprise": None,
        "is_enterprise_install": False,
        "authed_user": {"id": code.user},
    }
