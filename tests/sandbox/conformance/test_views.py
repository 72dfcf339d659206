# ruff: noqa: E501 - a table is read by its rows
"""Views: triggers, the stack, hashes, external ids, Home."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from sandbox import viewing
from sandbox.manifest import AppConfig
from tests.sandbox.conformance.build import field, home, modal, section
from tests.sandbox.conformance.world import DOCS, Case, World, method_page, run

MODALS = f"{DOCS}/surfaces/modals"


def case(id: str, method: str, args: dict[str, object], expect: str = "ok", **more: Any) -> Case:
    return Case(id, more.pop("page", method_page(method)), method, args, expect, **more)


CASES = [
    case("open", "views.open", {"trigger_id": "$trigger", "view": modal(callback_id="a")}, shows={"view.callback_id": "a", "view.type": "modal", "view.previous_view_id": None}),
    case("open a JSON string", "views.open", {"trigger_id": "$trigger", "view": '{"type":"modal","title":{"type":"plain_text","text":"T"},"blocks":[]}'}),
    case("open without trigger", "views.open", {"view": modal()}, "invalid_arguments", says="trigger_id", undocumented="the error when neither trigger nor pointer is given"),
    case("open with an invented trigger", "views.open", {"trigger_id": "1.2.x", "view": modal()}, "invalid_trigger_id"),
    case("open without view", "views.open", {"trigger_id": "$trigger"}, "invalid_arguments", says="view"),
    case("open a Home", "views.open", {"trigger_id": "$trigger", "view": home()}, "invalid_arguments", says="[json-pointer:/view/type]", undocumented="the wording"),
    case("open text", "views.open", {"trigger_id": "$trigger", "view": "no view"}, "invalid_arguments"),
    case("open something bad", "views.open", {"trigger_id": "$trigger", "view": modal({"type": "section"})}, "invalid_arguments", says="[json-pointer:/view/blocks/0]"),
    case("open something huge", "views.open", {"trigger_id": "$trigger", "view": modal(*[section(fields=[{"type": "plain_text", "text": "a" * 2000}] * 10)] * 13)}, "view_too_large"),
    case("push without a modal", "views.push", {"trigger_id": "$trigger", "view": modal()}, "not_found"),
    case("update nothing", "views.update", {"view_id": "V_NONE", "view": modal()}, "not_found"),
    case("update without saying what", "views.update", {"view": modal()}, "invalid_arguments", says="view_id"),
    case("update an unknown external_id", "views.update", {"external_id": "x", "view": modal()}, "not_found"),
    case("publish", "views.publish", {"user_id": "U_ANA", "view": home(section())}, shows={"view.type": "home"}),
    case("publish for nobody", "views.publish", {"user_id": "U_NONE", "view": home()}, "user_not_found", undocumented="the error for an unknown person"),
    case("publish a modal", "views.publish", {"user_id": "U_ANA", "view": modal()}, "invalid_arguments"),
    case("publish with a hash before the first time", "views.publish", {"user_id": "U_ANA", "view": home(), "hash": "1.x"}, "hash_conflict"),
    case("publish without view", "views.publish", {"user_id": "U_ANA"}, "invalid_arguments", says="view"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.method}: {case.id}")
def test_view_method(case: Case) -> None:
    run(case)


@dataclass(frozen=True)
class Age:
    """How old a trigger is when it is used."""

    seconds: float
    expect: str
    page: str = MODALS


@pytest.mark.parametrize(
    "age",
    [Age(0, "ok"), Age(2.9, "ok"), Age(3, "ok"), Age(3.1, "expired_trigger_id"), Age(86_400, "expired_trigger_id")],
    ids=str,
)
def test_a_trigger_lives_three_seconds(age: Age) -> None:
    world = World()
    world.clock.advance(timedelta(seconds=age.seconds))
    assert world.call("views.open", {"trigger_id": "$trigger", "view": modal()}).body.get("error", "ok") == age.expect


def opened(world: World, **more: Any) -> dict[str, Any]:
    body: dict[str, Any] = world.call(
        "views.open", {"trigger_id": "$trigger", "view": modal(field(block_id="b"), **more)}
    ).body
    return dict(body["view"])


def again(world: World, view: dict[str, Any]) -> str:
    """Return the error, or `ok`, of a push from the top modal."""
    trigger = viewing.new_trigger(world.core, "U_ANA", view["id"])
    body = world.call("views.push", {"trigger_id": trigger, "view": modal()}).body
    return str(body.get("error", "ok"))


def test_a_trigger_works_once() -> None:
    world = World()
    opened(world)
    second = world.call("views.open", {"trigger_id": "$trigger", "view": modal()})
    assert second.body["error"] == "exchanged_trigger_id", method_page("views.open")


def test_a_refused_view_does_not_use_up_the_trigger() -> None:
    world = World()
    world.call("views.open", {"trigger_id": "$trigger", "view": {}})
    assert world.call("views.open", {"trigger_id": "$trigger", "view": modal()}).body["ok"], "not documented"


def test_the_stack_holds_three() -> None:
    world = World()
    view = opened(world)
    assert [again(world, view) for _ in range(3)] == ["ok", "ok", "push_limit_reached"], method_page("views.push")


def test_a_pushed_view_knows_the_one_below() -> None:
    world = World()
    view = opened(world)
    trigger = viewing.new_trigger(world.core, "U_ANA", view["id"])
    pushed = world.call("views.push", {"trigger_id": trigger, "view": modal()}).body["view"]
    assert pushed["previous_view_id"] == pushed["root_view_id"] == view["id"], method_page("views.push")


@pytest.mark.parametrize(("stale", "expect"), [(False, "ok"), (True, "hash_conflict")])
def test_an_update_with_a_hash(stale: bool, expect: str) -> None:
    world = World()
    view = opened(world)
    if stale:
        world.call("views.update", {"view_id": view["id"], "view": modal()})
    args = {"view_id": view["id"], "view": modal(), "hash": view["hash"]}
    assert world.call("views.update", args).body.get("error", "ok") == expect, method_page("views.update")


@pytest.mark.parametrize(("stale", "expect"), [(False, "ok"), (True, "hash_conflict")])
def test_a_home_with_a_hash(stale: bool, expect: str) -> None:
    world = World()
    first = world.call("views.publish", {"user_id": "U_ANA", "view": home()}).body["view"]
    if stale:
        world.call("views.publish", {"user_id": "U_ANA", "view": home()})
    args = {"user_id": "U_ANA", "view": home(), "hash": first["hash"]}
    assert world.call("views.publish", args).body.get("error", "ok") == expect, method_page("views.publish")


def test_an_external_id_names_an_open_view() -> None:
    world = World()
    view = opened(world, external_id="plan-1")
    updated = world.call("views.update", {"external_id": "plan-1", "view": modal(external_id="plan-1")})
    assert updated.body["view"]["id"] == view["id"], method_page("views.update")


def test_an_external_id_is_unique() -> None:
    world = World()
    opened(world, external_id="plan-1")
    trigger = viewing.new_trigger(world.core, "U_BO")
    second = world.call("views.open", {"trigger_id": trigger, "view": modal(external_id="plan-1")})
    assert second.body["error"] == "duplicate_external_id", method_page("views.open")


@pytest.mark.parametrize(("block_id", "kept"), [("b", "typed"), ("other", None)])
def test_an_update_keeps_what_was_typed_in_the_same_field(block_id: str, kept: str | None) -> None:
    world = World()
    first = opened(world)
    view = world.core.state.views[first["id"]]
    action_id = view.blocks[0]["element"]["action_id"]
    view.inputs = {"b": {action_id: {"type": "plain_text_input", "value": "typed"}}}
    block = field({"type": "plain_text_input", "action_id": action_id}, block_id=block_id)
    body = world.call("views.update", {"view_id": view.id, "view": modal(block)}).body
    assert body["view"]["state"]["values"][block_id][action_id]["value"] == kept, MODALS


def test_a_closed_view_can_not_be_updated() -> None:
    world = World()
    view = opened(world)
    viewing.close_all(world.core, "U_ANA")
    answer = world.call("views.update", {"view_id": view["id"], "view": modal()})
    assert answer.body["error"] == "not_found", method_page("views.update")


def test_home_needs_its_tab() -> None:
    world = World(AppConfig(home_enabled=False))
    answer = world.call("views.publish", {"user_id": "U_ANA", "view": home()})
    assert answer.body["error"] == "not_enabled", method_page("views.publish")
