"""A real Bolt app in the workspace: messages, buttons, modals, Home, commands, events, files."""

from typing import Any

import aiohttp
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from sandbox.workspace import LocalWorkspace

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def button(label: str, action_id: str, value: str = "1") -> Json:
    return {"type": "button", "text": plain(label), "action_id": action_id, "value": value}


def actions(*elements: Json) -> list[Json]:
    return [
        {"type": "section", "text": {"type": "mrkdwn", "text": "*Ready*?"}},
        {"type": "actions", "elements": list(elements)},
    ]


FORM: Json = {
    "type": "modal",
    "callback_id": "plan",
    "notify_on_close": True,
    "title": plain("Your plan"),
    "submit": plain("Send"),
    "blocks": [
        {
            "type": "input",
            "block_id": "goal",
            "label": plain("Goal"),
            "element": {"type": "plain_text_input", "action_id": "text", "max_length": 20},
        },
        {
            "type": "input",
            "block_id": "many",
            "label": plain("How many"),
            "element": {"type": "number_input", "action_id": "n", "is_decimal_allowed": False},
        },
        {
            "type": "input",
            "block_id": "who",
            "optional": True,
            "label": plain("Who"),
            "element": {"type": "users_select", "action_id": "user"},
        },
        {
            "type": "input",
            "block_id": "how",
            "label": plain("How"),
            "element": {
                "type": "static_select",
                "action_id": "way",
                "options": [
                    {"text": plain("In writing"), "value": "written"},
                    {"text": plain("Aloud"), "value": "oral"},
                ],
            },
        },
    ],
}


async def test_a_message_in_the_dm_is_answered(ws: LocalWorkspace, app: AsyncApp) -> None:
    heard: list[Json] = []

    @app.event("message")
    async def hear(event: Json, say: Any) -> None:
        if event.get("subtype") is None:
            heard.append(event)
            await say(text=f"You said {event['text']}", metadata={"event_type": "n", "event_payload": {"kind": "echo"}})

    ana = ws.add_person("ana", "Ana")
    ts = await ana.says("hi <there> & *you*")
    message = await ana.sees("echo")

    assert heard[0]["ts"] == ts
    assert heard[0]["channel_type"] == "im"
    assert heard[0]["text"] == "hi &lt;there&gt; &amp; *you*"
    assert message.visible_text == "You said hi <there> & you"
    await ws.idle()
    ana.sees_nothing_more()


async def test_an_edit_arrives_as_message_changed(ws: LocalWorkspace, app: AsyncApp) -> None:
    changes: list[Json] = []

    @app.event("message")
    async def hear(event: Json) -> None:
        if event.get("subtype") == "message_changed":
            changes.append(event)

    ana = ws.add_person("ana", "Ana")
    ts = await ana.says("helo")
    await ana.edits(ts, "hello")

    assert changes[0]["message"]["text"] == "hello"
    assert changes[0]["message"]["ts"] == ts
    assert changes[0]["previous_message"]["text"] == "helo"


async def test_a_press_updates_the_message_and_opens_a_modal(ws: LocalWorkspace, app: AsyncApp) -> None:
    bodies: list[Json] = []

    @app.action("start")
    async def start(ack: Any, body: Json, client: AsyncWebClient) -> None:
        bodies.append(body)
        await client.views_open(trigger_id=body["trigger_id"], view=FORM)
        await client.chat_update(channel=body["channel"]["id"], ts=body["message"]["ts"], text="Started", blocks=[])
        await ack()

    @app.event("message")
    async def quiet() -> None: ...

    ana = ws.add_person("ana", "Ana")
    await app.client.chat_postMessage(channel=ana.id, text="Ready?", blocks=actions(button("Start", "start", "42")))
    m = await ana.sees("Ready")
    assert m.buttons == ["Start"]
    await ana.presses("Start")
    await ana.sees_update(m, "Started")
    view = await ana.sees_modal("plan")

    body = bodies[0]
    assert body["actions"][0]["value"] == "42"
    assert body["container"] == {
        "type": "message",
        "message_ts": m.ts,
        "channel_id": m.channel,
        "is_ephemeral": False,
    }
    assert view.title == "Your plan"


async def opened(ws: LocalWorkspace, app: AsyncApp) -> Any:
    @app.shortcut("begin")
    async def begin(ack: Any, body: Json, client: AsyncWebClient) -> None:
        await client.views_open(trigger_id=body["trigger_id"], view=FORM)
        await ack()

    ana = ws.add_person("ana", "Ana")
    await ana.uses_shortcut("begin")
    return ana


async def test_a_modal_is_filled_in_refused_and_submitted(ws: LocalWorkspace, app: AsyncApp) -> None:
    states: list[Json] = []

    @app.view("plan")
    async def submitted(ack: Any, view: Json) -> None:
        states.append(view["state"]["values"])
        if view["state"]["values"]["goal"]["text"]["value"] == "bad":
            await ack(response_action="errors", errors={"goal": "Say more"})
        else:
            await ack()

    ana = await opened(ws, app)
    bo = ws.add_person("bo", "Bo")
    assert set(await ana.submits()) == {"goal", "many", "how"}
    assert states == []

    await ana.fills({"goal": "bad", "n": 3, "Who": bo, "way": "Aloud"})
    assert await ana.submits() == {"goal": "Say more"}
    assert ana.modal.errors == {"goal": "Say more"}

    await ana.fills({"goal": "Explain osmosis"})
    assert await ana.submits() == {}
    assert ana.modal is None
    assert states[-1]["many"]["n"] == {"type": "number_input", "value": "3"}
    assert states[-1]["who"]["user"]["selected_user"] == bo.id
    assert states[-1]["how"]["way"]["selected_option"]["value"] == "oral"


async def test_views_are_pushed_updated_and_closed(ws: LocalWorkspace, app: AsyncApp) -> None:
    closed: list[bool] = []

    @app.view("plan")
    async def submitted(ack: Any) -> None:
        view = {**FORM, "callback_id": "second", "title": plain("Second"), "blocks": []}
        await ack(response_action="push", view=view)

    @app.view_closed("second")
    async def gone(ack: Any, body: Json) -> None:
        closed.append(body["is_cleared"])
        await ack()

    ana = await opened(ws, app)
    await ana.fills({"goal": "x", "n": 1, "how": "written"})
    await ana.submits()
    assert ana.modal.callback_id == "second"
    await ana.closes()
    assert closed == [False]
    assert ana.modal.callback_id == "plan"
    assert ana.modal.values["goal"] == "x"


async def test_a_command_is_answered_to_its_author_only(ws: LocalWorkspace, app: AsyncApp) -> None:
    commands: list[Json] = []

    @app.command("/accord")
    async def command(ack: Any, command: Json, respond: Any) -> None:
        commands.append(command)
        await respond("Working on it", response_type="ephemeral")
        await ack("Done")

    ana, bo = ws.add_person("ana", "Ana"), ws.add_person("bo", "Bo")
    bio = ws.add_channel("biology-11", members=[ana, bo])
    await ana.types("/accord  feedback @bo", in_=bio)
    await ana.sees("Working on it", in_=bio)
    await ana.sees("Done", in_=bio)

    assert commands[0]["text"] == "feedback @bo"
    assert commands[0]["channel_id"] == bio.id
    bo.sees_nothing_more(in_=bio)
    assert bio.messages() == []


async def test_home_is_published_and_its_buttons_work(ws: LocalWorkspace, app: AsyncApp) -> None:
    @app.event("app_home_opened")
    async def home(event: Json, client: AsyncWebClient) -> None:
        view = {"type": "home", "blocks": actions(button("Refresh", "refresh"))}
        await client.views_publish(user_id=event["user"], view=view)

    @app.action("refresh")
    async def refresh(ack: Any, body: Json, client: AsyncWebClient) -> None:
        view = {"type": "home", "blocks": [{"type": "header", "text": plain("Fresh")}]}
        await client.views_publish(user_id=body["user"]["id"], view=view, hash=body["view"]["hash"])
        await ack()

    ana = ws.add_person("ana", "Ana")
    await ana.opens_home()
    assert ana.home is not None
    await ana.presses("Refresh")
    assert (await ana.sees_home("Fresh")).buttons == []


async def test_the_life_of_a_channel_is_told(ws: LocalWorkspace, app: AsyncApp) -> None:
    told: list[str] = []

    for name in ("member_joined_channel", "member_left_channel", "channel_rename", "channel_archive", "user_change"):

        @app.event(name)
        async def hear(event: Json) -> None:
            told.append(event["type"])

    ana = ws.add_person("ana", "Ana")
    bio = ws.add_channel("biology-11", bot=False)
    await bio.join(ana)
    assert told == []
    await bio.invite_bot()
    await bio.leave(ana)
    await bio.rename("biology-12")
    await bio.archive()
    await ana.changes(tz="Europe/Berlin")
    assert told == [
        "member_joined_channel",
        "member_left_channel",
        "channel_rename",
        "channel_archive",
        "user_change",
    ]


async def test_files_go_both_ways(ws: LocalWorkspace, app: AsyncApp) -> None:
    received: list[bytes] = []

    @app.event("message")
    async def hear(event: Json, client: AsyncWebClient) -> None:
        if event.get("subtype") != "file_share" or event.get("bot_id"):
            return
        address = event["files"][0]["url_private_download"]
        headers = {"Authorization": f"Bearer {client.token}"}
        async with aiohttp.ClientSession() as session, session.get(address, headers=headers) as response:
            received.append(await response.read())
        await client.files_upload_v2(channel=event["channel"], filename="chart.png", content=b"PNG", title="Chart")

    ana = ws.add_person("ana", "Ana")
    await ana.says("my essay", files=[("essay.txt", b"osmosis")])
    answer = await ana.sees("Chart")
    assert received == [b"osmosis"]
    assert answer.files[0]["name"] == "chart.png"
