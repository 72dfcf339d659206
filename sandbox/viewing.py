"""The rules of views: trigger ids, the stack of three, hashes, Home. https://docs.slack.dev/surfaces/modals"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sandbox.blocks.check import check_view, too_large, with_ids
from sandbox.core import Core
from sandbox.errors import Refusal, with_messages
from sandbox.fields import initial_state
from sandbox.state import Json, Trigger, View

TRIGGER_LIVES = timedelta(seconds=3)
STACK = 3


def new_trigger(core: Core, user_id: str, view_id: str | None = None) -> str:
    """Give out a trigger_id for one interaction of a person."""
    name = f"{core.now_s()}.{core.ids.new('', 6)}.{core.ids.secret().lower()}"
    core.state.triggers[name] = Trigger(name, user_id, core.now(), view_id)
    return name


def use_trigger(core: Core, trigger_id: str | None) -> Trigger:
    """Take a trigger_id: within three seconds, once."""
    trigger = core.state.triggers.get(trigger_id or "")
    if trigger is None:
        raise Refusal("invalid_trigger_id")
    if trigger.used:
        raise Refusal("exchanged_trigger_id")
    if core.now() - trigger.issued > TRIGGER_LIVES:
        raise Refusal("expired_trigger_id")
    return trigger


def checked(core: Core, body: Any, wanted: str) -> Json:
    """Return a view's body with ids, or refuse it as Slack does."""
    if not isinstance(body, dict):
        raise with_messages("invalid_arguments", ["[ERROR] must be a view object [json-pointer:/view]"])
    problems = check_view(body)
    if not problems and body["type"] != wanted:
        problems = [f"[ERROR] view type must be {wanted} [json-pointer:/view/type]"]
    if problems:
        raise with_messages("invalid_arguments", problems)
    if too_large(body):
        raise Refusal("view_too_large")
    return body | {"blocks": with_ids(body["blocks"], lambda: core.ids.new("b", 5))}


def open_view(core: Core, trigger_id: str | None, body: Any) -> View:
    """Open a modal. One that was open goes away (undocumented: Slack shows only the new one)."""
    trigger = use_trigger(core, trigger_id)
    body = checked(core, body, "modal")
    _refuse_taken_external_id(core, body, None)
    trigger.used = True
    close_all(core, trigger.user)
    return _place(core, trigger.user, body, None)


def push_view(core: Core, trigger_id: str | None, body: Any) -> View:
    """Put a modal on top of the one in which the trigger was given out."""
    trigger = use_trigger(core, trigger_id)
    stack = core.state.stacks.get(trigger.user) or []
    if trigger.view is None or trigger.view not in stack:
        raise Refusal("not_found")
    body = checked(core, body, "modal")
    _refuse_taken_external_id(core, body, None)
    if len(stack) >= STACK:
        raise Refusal("push_limit_reached")
    trigger.used = True
    return _place(core, trigger.user, body, stack[-1])


def push_answer(core: Core, user_id: str, body: Any) -> View:
    """Push as the answer to a submission."""
    stack = core.state.stacks.get(user_id) or []
    body = checked(core, body, "modal")
    if len(stack) >= STACK:
        raise Refusal("push_limit_reached")
    return _place(core, user_id, body, stack[-1] if stack else None)


def _place(core: Core, user_id: str, body: Json, previous: str | None) -> View:
    view_id = core.ids.new("V")
    root = core.state.views[previous].root_id if previous else view_id
    view = View(view_id, "modal", user_id, body, _hash(core), root, previous)
    core.state.views[view.id] = view
    core.state.stacks.setdefault(user_id, []).append(view.id)
    core.shown(view)
    return view


def update_view(core: Core, view: View, body: Any, given_hash: str | None) -> View:
    """Replace what a view shows; fields with the same block_id and action_id keep what was put in."""
    if given_hash is not None and given_hash != view.hash:
        raise Refusal("hash_conflict")
    body = checked(core, body, view.kind)
    _refuse_taken_external_id(core, body, view.id)
    view.body = body
    view.hash = _hash(core)
    view.errors = {}
    view.changes += 1
    _keep_inputs(view)
    core.shown(view)
    return view


def find_view(core: Core, view_id: str | None, external_id: str | None) -> View:
    """Return an open view by id or external_id."""
    views = core.state.views
    if view_id:
        view = views.get(view_id)
        if view and (view.kind == "home" or view.id in core.state.stacks.get(view.user, ())):
            return view
    elif external_id:
        shown = [v for stack in core.state.stacks.values() for v in stack] + list(core.state.homes.values())
        for name in shown:
            if views[name].body.get("external_id") == external_id:
                return views[name]
    raise Refusal("not_found")


def publish(core: Core, user_id: str, body: Any, given_hash: str | None) -> View:
    """Set a person's Home."""
    if not core.app.home_enabled:
        raise Refusal("not_enabled")
    body = checked(core, body, "home")
    _must_be_seen_by(core, user_id, body)
    known = core.state.homes.get(user_id)
    if known:
        return update_view(core, core.state.views[known], body, given_hash)
    if given_hash is not None:
        raise Refusal("hash_conflict")
    view_id = core.ids.new("V")
    view = View(view_id, "home", user_id, body, _hash(core), view_id)
    core.state.views[view_id] = view
    core.state.homes[user_id] = view_id
    core.shown(view)
    return view


def _must_be_seen_by(core: Core, user_id: str, body: Json) -> None:
    """A picture of the workspace's files is one that stands in a conversation of whose Home it is."""
    for place, block in enumerate(body["blocks"]):
        if block["type"] == "image" and "slack_file" in block and not _is_seen(core, user_id, block["slack_file"]):
            problem = f"[ERROR] invalid slack file [json-pointer:/view/blocks/{place}/slack_file]"
            raise with_messages("invalid_arguments", [problem])


def _is_seen(core: Core, user_id: str, named: Json) -> bool:
    stored = core.state.files.get(str(named.get("id")))
    if stored is None or stored.deleted:
        return False
    places = [core.state.conversations[name] for name in stored.shared_in]
    return any(user_id in place.members for place in places)


def top(core: Core, user_id: str) -> View | None:
    """Return the modal that a person sees."""
    stack = core.state.stacks.get(user_id)
    return core.state.views[stack[-1]] if stack else None


def close_top(core: Core, user_id: str) -> None:
    """Take the top modal away; the one below shows again."""
    core.state.stacks[user_id].pop()
    core.changed()


def close_all(core: Core, user_id: str) -> None:
    """Take a person's modals away."""
    core.state.stacks[user_id] = []
    core.changed()


def _keep_inputs(view: View) -> None:
    kept: dict[str, dict[str, Json]] = {}
    for block in view.blocks:
        for element, state in initial_state(block):
            given = view.inputs.get(block["block_id"], {}).get(element["action_id"])
            if given and given["type"] == state["type"]:
                kept.setdefault(block["block_id"], {})[element["action_id"]] = given
    view.inputs = kept


def _refuse_taken_external_id(core: Core, body: Json, own: str | None) -> None:
    name = body.get("external_id")
    if not name:
        return
    open_views = [view_id for stack in core.state.stacks.values() for view_id in stack]
    if any(core.state.views[v].body.get("external_id") == name for v in open_views if v != own):
        raise Refusal("duplicate_external_id")


def _hash(core: Core) -> str:
    return f"{core.now_s()}.{core.ids.secret()[:8]}"
