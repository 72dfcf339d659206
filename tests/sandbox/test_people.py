"""The words of a test: what a person can press, fill in and see, and when they fail."""

import re
from datetime import date, time
from typing import Any

import pytest
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from sandbox.clock import MovableClock
from sandbox.manifest import AppConfig
from sandbox.workspace import LocalWorkspace
from tests.sandbox.conformance.build import actions, button, element, field, mrkdwn, options, plain, section
from tests.sandbox.conftest import MONDAY

Json = dict[str, Any]


@pytest.fixture
async def pressed(ws: LocalWorkspace, app: AsyncApp) -> list[Json]:
    """Acknowledges everything; collects the bodies of what was pressed."""
    bodies: list[Json] = []

    @app.action(re.compile(".*"))
    async def press(ack: Any, body: Json) -> None:
        bodies.append(body)
        await ack()

    @app.event("message")
    @app.event("app_home_opened")
    async def quiet() -> None: ...

    return bodies


async def test_the_newest_message_that_has_it_is_pressed(
    ws: LocalWorkspace, client: AsyncWebClient, pressed: list[Json]
) -> None:
    ana = ws.add_person("ana", "Ana")
    for value in ("old", "new"):
        blocks = [actions(button(action_id="go", value=value))]
        await client.chat_postMessage(channel=ana.id, text="x", blocks=blocks)
    old = ana.inbox()[0]
    await ana.presses("Go")
    await ana.presses("go")
    await ana.presses("Go", in_message=old.ts)
    assert [body["actions"][0]["value"] for body in pressed] == ["new", "new", "old"]


async def test_a_message_that_changed_meanwhile_can_still_be_pressed(
    ws: LocalWorkspace, client: AsyncWebClient, pressed: list[Json]
) -> None:
    ana = ws.add_person("ana", "Ana")
    posted = await client.chat_postMessage(channel=ana.id, text="Ready", blocks=[actions(button(action_id="go"))])
    m = await ana.sees("Go")
    await client.chat_delete(channel=posted["channel"], ts=posted["ts"])
    with pytest.raises(AssertionError, match="nothing to press"):
        await ana.presses("Go")
    await ana.presses("Go", on=m)
    assert pressed[0]["message"]["ts"] == m.ts


async def test_menus_and_pickers_in_a_message(ws: LocalWorkspace, client: AsyncWebClient, pressed: list[Json]) -> None:
    ana = ws.add_person("ana", "Ana")
    named = [{**option, "text": plain(f"Label {option['value']}")} for option in options(3)]
    blocks = [
        section(text=mrkdwn("x"), accessory=element("overflow", action_id="more", options=named)),
        actions(
            element("static_select", action_id="pick", options=options(3)),
            element("datepicker", action_id="day"),
            element("checkboxes", action_id="tick", options=options(2)),
            element("users_select", action_id="who"),
            element("timepicker", action_id="when"),
            block_id="menus",
        ),
    ]
    await client.chat_postMessage(channel=ana.id, text="x", blocks=blocks)
    await ana.presses("Label 2")
    await ana.selects("pick", "1")
    await ana.selects("day", date(2026, 9, 8))
    await ana.selects("tick", ["0", "1"])
    await ana.selects("who", ana)
    await ana.selects("when", time(8, 45))
    done = [body["actions"][0] for body in pressed]
    assert done[0]["selected_option"]["value"] == "2"
    assert done[1]["selected_option"]["value"] == "1"
    assert done[2]["selected_date"] == "2026-09-08"
    assert [option["value"] for option in done[3]["selected_options"]] == ["0", "1"]
    assert done[4]["selected_user"] == ana.id
    assert done[5]["selected_time"] == "08:45"
    assert set(pressed[-1]["state"]["values"]["menus"]) == {"pick", "day", "tick", "who", "when"}
    with pytest.raises(AssertionError, match="no option"):
        await ana.selects("pick", "9")
    with pytest.raises(AssertionError, match="nothing to press"):
        await ana.presses("who")


async def test_home_is_pressed_while_she_looks_at_it(
    ws: LocalWorkspace, client: AsyncWebClient, pressed: list[Json]
) -> None:
    ana = ws.add_person("ana", "Ana")
    where = [actions(button(action_id="go", value="message"))]
    await client.views_publish(
        user_id=ana.id, view={"type": "home", "blocks": [actions(button(action_id="go", value="home"))]}
    )
    await client.chat_postMessage(channel=ana.id, text="x", blocks=where)
    await ana.presses("Go")
    await ana.opens_home()
    await ana.presses("Go")
    await client.chat_postMessage(channel=ana.id, text="x", blocks=where)
    await ana.presses("Go")
    await ana.presses("Go", on=ana.home)
    assert [body["actions"][0]["value"] for body in pressed] == ["message", "home", "message", "home"]


async def test_others_messages_are_seen_in_a_channel_and_ones_own_are_not(
    ws: LocalWorkspace, client: AsyncWebClient, pressed: list[Json]
) -> None:
    ana, bo = ws.add_person("ana", "Ana"), ws.add_person("bo", "Bo")
    bio = ws.add_channel("bio", members=[ana, bo])
    await ana.says("hello @bo", in_=bio)
    ana.sees_nothing_more(in_=bio)
    m = await bo.sees("hello @Bo", in_=bio)
    assert bio.notifies(m) == {bo.id}
    reply = await bo.says("hi", in_=bio, thread=m.ts)
    assert (await ana.sees("hi", in_=bio)).thread_ts == m.ts
    assert [message.ts for message in bio.messages()] == [m.ts, reply]


async def test_a_kind_is_matched_exactly_and_text_in_part(ws: LocalWorkspace, client: AsyncWebClient) -> None:
    ana = ws.add_person("ana", "Ana")
    note = {"event_type": "notice", "event_payload": {"kind": "proposal_submitted"}}
    for _ in range(2):
        await client.chat_postMessage(channel=ana.id, text="Sent to *Ms Lee*", metadata=note)
    assert (await ana.sees("to Ms Lee")).kind == "proposal_submitted"
    with pytest.raises(AssertionError, match="proposal_submitted"):
        await ana.sees("proposal")
    await ana.sees("proposal_submitted")


async def test_waiting_ends_with_what_was_there(ws: LocalWorkspace, client: AsyncWebClient) -> None:
    ana = ws.add_person("ana", "Ana")
    with pytest.raises(AssertionError, match="no message came"):
        await ana.sees("anything", within=0.05)
    with pytest.raises(AssertionError, match="no modal"):
        await ana.sees_modal("plan", within=0.05)
    await client.chat_postMessage(channel=ana.id, text="one")
    m = await ana.sees("one")
    with pytest.raises(AssertionError, match="not updated"):
        await ana.sees_update(m, "two", within=0.05)
    with pytest.raises(AssertionError, match="no modal open"):
        await ana.submits()


async def test_a_field_that_dispatches_tells_the_app(ws: LocalWorkspace, app: AsyncApp, pressed: list[Json]) -> None:
    view = {
        "type": "modal",
        "callback_id": "form",
        "title": plain(),
        "submit": plain(),
        "blocks": [
            field(element("static_select", action_id="kind", options=options(2)), block_id="k", dispatch_action=True),
            field(element("plain_text_input", action_id="t"), block_id="quiet"),
            section(text=mrkdwn("Pick"), accessory=element("multi_static_select", action_id="m", options=options(3))),
            field(element("file_input", action_id="f"), block_id="proof", optional=True),
        ],
    }

    @app.shortcut("open")
    async def open_(ack: Any, body: Json, client: AsyncWebClient) -> None:
        await client.views_open(trigger_id=body["trigger_id"], view=view)
        await ack()

    ana = ws.add_person("ana", "Ana")
    await ana.uses_shortcut("open")
    await ana.fills({"quiet": "a", "k": "1", "m": ["0", "2"], "proof": [("a.png", b"PNG")]})
    assert [body["actions"][0]["action_id"] for body in pressed] == ["kind", "m"]
    assert pressed[0]["view"]["state"]["values"]["quiet"]["t"]["value"] == "a"
    assert ana.modal is not None
    assert ana.modal.values["m"] == ["0", "2"]
    assert ana.modal.values["f"][0]["name"] == "a.png"
    with pytest.raises(AssertionError, match="no field named"):
        await ana.fills({"nothing": 1})


async def test_a_manifest_bounds_what_people_can_do() -> None:
    async with LocalWorkspace.running(clock=MovableClock(MONDAY)) as ws:
        ws.core.app = AppConfig(commands=frozenset({"/accord"}), interactive=False, messages_read_only=True)
        ana = ws.add_person("ana", "Ana")
        with pytest.raises(AssertionError, match="/accord"):
            await ana.types("/discord")
        with pytest.raises(AssertionError, match="Messages tab"):
            await ana.says("hi")
        with pytest.raises(AssertionError, match="interactivity"):
            await ana.uses_shortcut("x")


async def test_nobody_posts_where_they_can_not(ws: LocalWorkspace, pressed: list[Json]) -> None:
    ana = ws.add_person("ana", "Ana")
    bio = ws.add_channel("bio")
    with pytest.raises(AssertionError, match="no member"):
        await ana.says("hi", in_=bio)
    bio.place.members.append(ana.id)
    bio.place.archived = True
    with pytest.raises(AssertionError, match="archived"):
        await ana.says("hi", in_=bio)


async def test_silence_is_a_failure(ws: LocalWorkspace, app: AsyncApp) -> None:
    ws.patience = 0.2
    ana = ws.add_person("ana", "Ana")
    with pytest.raises(AssertionError, match="did not acknowledge"):
        await ana.says("is anybody there?")


async def test_a_wrong_next_message_is_a_failure(ws: LocalWorkspace, app: AsyncApp) -> None:
    @app.event("message")
    async def quiet() -> None: ...

    ana = ws.add_person("ana", "Ana")
    await app.client.chat_postMessage(channel=ana.id, text="one")
    with pytest.raises(AssertionError, match="'one'"):
        await ana.sees("two")
    with pytest.raises(AssertionError, match="'one'"):
        ana.sees_nothing_more()
    await ana.sees("one")
    ana.sees_nothing_more()
