"""auth.test, api.test and apps.connections.open: https://docs.slack.dev/reference/methods?family=apps"""

from __future__ import annotations

from sandbox.errors import Refusal
from sandbox.state import Json
from sandbox.web_api.registry import Call, method


@method("api.test", token="none", tier=4, error="str", foo="str")
def api_test(call: Call) -> Json:
    if call["error"]:
        raise Refusal(call["error"])
    return {"args": call.args}


@method("auth.test")
def auth_test(call: Call) -> Json:
    state = call.core.state
    return {
        "url": f"{call.core.base_url}/",
        "team": state.team_name,
        "user": state.users[state.bot_user].name,
        "team_id": state.team_id,
        "user_id": state.bot_user,
        "bot_id": state.bot_id,
        "is_enterprise_install": False,
    }


@method("apps.connections.open", scopes=("connections:write",), tier=1, token="app")
def connections_open(call: Call) -> Json:
    core = call.core
    if not core.app.socket_mode:
        raise Refusal("socket_mode_disabled")
    ticket = core.ids.secret()
    core.state.socket_tickets.add(ticket)
    address = core.base_url.replace("http://", "ws://")
    return {"url": f"{address}/link/?ticket={ticket}&app_id={core.state.app_id}"}
