"""users.*, team.info, bots.info: https://docs.slack.dev/reference/methods?family=users"""

from __future__ import annotations

from sandbox import shapes
from sandbox.errors import Refusal
from sandbox.state import Json, User
from sandbox.web_api.registry import Call, cursor_page, method


def _shape(call: Call, person: User) -> Json:
    with_email = call.token is not None and "users:read.email" in call.token.scopes
    return shapes.user(call.core, person, with_locale=bool(call["include_locale"]), with_email=with_email)


@method("users.info", scopes=("users:read",), tier=4, required=("user",), user="str", include_locale="bool")
def info(call: Call) -> Json:
    person = call.core.state.users.get(call["user"])
    if person is None:
        raise Refusal("user_not_found")
    return {"user": _shape(call, person)}


@method(
    "users.list",
    scopes=("users:read",),
    tier=2,
    cursor="str", limit="int", include_locale="bool", team_id="str",
)  # fmt: skip
def list_(call: Call) -> Json:
    everybody = list(call.core.state.users.values())
    limit = call["limit"] or len(everybody)
    page, following = cursor_page(everybody, call["cursor"], limit)
    return {
        "members": [_shape(call, person) for person in page],
        "cache_ts": call.core.now_s(),
        "response_metadata": {"next_cursor": following},
    }


@method("users.lookupByEmail", scopes=("users:read.email",), tier=3, required=("email",), email="str")
def lookup_by_email(call: Call) -> Json:
    wanted = call["email"].lower()
    for person in call.core.state.users.values():
        if person.email and person.email.lower() == wanted and not person.deleted:
            return {"user": _shape(call, person)}
    raise Refusal("users_not_found")


@method("team.info", scopes=("team:read",), tier=3, team="str", domain="str")
def team_info(call: Call) -> Json:
    state = call.core.state
    if call["team"] not in (None, state.team_id):
        raise Refusal("team_not_found")
    return {
        "team": {
            "id": state.team_id,
            "name": state.team_name,
            "url": f"{call.core.base_url}/",
            "domain": "local",
            "email_domain": "",
            "icon": {"image_default": True},
        }
    }


@method("bots.info", scopes=("users:read",), tier=3, bot="str", team_id="str")
def bots_info(call: Call) -> Json:
    if call["bot"] != call.core.state.bot_id:
        raise Refusal("bot_not_found")
    profile = shapes.bot_profile(call.core)
    del profile["team_id"]
    return {"bot": profile | {"icons": {}}}
