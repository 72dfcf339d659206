"""views.*: https://docs.slack.dev/reference/methods?family=views"""

from __future__ import annotations

from typing import Any

from sandbox import shapes, viewing
from sandbox.errors import Refusal, with_messages
from sandbox.state import Json, View
from sandbox.web_api.registry import Call, method


def _shown(call: Call, view: View) -> Json:
    return {"view": shapes.view(call.core, view)}


def _need_trigger(call: Call) -> str:
    trigger = call["trigger_id"] or call["interactivity_pointer"]
    if not trigger:
        raise with_messages("invalid_arguments", ["[ERROR] missing required field: trigger_id"])
    return str(trigger)


def _need_scope_for_files(call: Call) -> None:
    """https://docs.slack.dev/reference/block-kit/block-elements/file-input-element. No page says by which error."""
    view = call["view"]
    blocks = view.get("blocks") if isinstance(view, dict) else None
    asks = any(_asks_for_files(block) for block in blocks) if isinstance(blocks, list) else False
    if asks and (call.token is None or "files:read" not in call.token.scopes):
        raise with_messages("invalid_arguments", ["[ERROR] file_input needs files:read [json-pointer:/view/blocks]"])


def _asks_for_files(block: Any) -> bool:
    element = block.get("element") if isinstance(block, dict) else None
    return isinstance(element, dict) and element.get("type") == "file_input"


@method("views.open", tier=4, required=("view",), trigger_id="str", interactivity_pointer="str", view="json")
def open_(call: Call) -> Json:
    _need_scope_for_files(call)
    return _shown(call, viewing.open_view(call.core, _need_trigger(call), call["view"]))


@method("views.push", tier=4, required=("view",), trigger_id="str", interactivity_pointer="str", view="json")
def push(call: Call) -> Json:
    _need_scope_for_files(call)
    return _shown(call, viewing.push_view(call.core, _need_trigger(call), call["view"]))


@method(
    "views.update",
    tier=4,
    required=("view",),
    view_id="str", external_id="str", view="json", hash="str",
)  # fmt: skip
def update(call: Call) -> Json:
    if not call["view_id"] and not call["external_id"]:
        raise with_messages("invalid_arguments", ["[ERROR] missing required field: view_id"])
    view = viewing.find_view(call.core, call["view_id"], call["external_id"])
    return _shown(call, viewing.update_view(call.core, view, call["view"], call["hash"]))


@method(
    "views.publish",
    tier=4,
    required=("user_id", "view"),
    user_id="str", view="json", hash="str", interactivity_pointer="str",
)  # fmt: skip
def publish(call: Call) -> Json:
    person = call.core.state.users.get(call["user_id"])
    if person is None or person.is_bot or person.deleted:
        raise Refusal("user_not_found")
    return _shown(call, viewing.publish(call.core, person.id, call["view"], call["hash"]))
