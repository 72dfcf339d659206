"""An app that shows everything that Slack can show, and does some things that Slack refuses."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import expect
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.errors import SlackApiError

from sandbox import page
from sandbox.people import Person
from sandbox.workspace import LocalWorkspace
from tests.browser.screen import Screen
from tests.sandbox.conftest import connected

Json = dict[str, Any]
STYLES = "*Bold*, _italic_, ~struck~, `code`, <https://example.org|a link>\n> A quote"
PIXEL = "https://images.example/never-loaded.png"


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text, "emoji": True}


def mrkdwn(text: str) -> Json:
    return {"type": "mrkdwn", "text": text}


def option(text: str, value: str) -> Json:
    return {"text": plain(text), "value": value}


def options(*names: str) -> list[Json]:
    return [option(name, name.lower()) for name in names]


def press(text: str, action: str, **more: Any) -> Json:
    return {"type": "button", "text": plain(text), "action_id": action, **more}


def asked(label: str, block: str, element: Json, **more: Any) -> Json:
    return {
        "type": "input",
        "block_id": block,
        "label": plain(label),
        "element": {"action_id": "it", **element},
        **more,
    }


CONFIRM = {"title": plain("Delete the plan?"), "text": mrkdwn("It is gone for *both* of you."),
           "confirm": plain("Delete it"), "deny": plain("Keep it"), "style": "danger"}  # fmt: skip


def rich(*elements: Json) -> Json:
    return {"type": "rich_text", "elements": list(elements)}


def words(*parts: Json) -> Json:
    return {"type": "rich_text_section", "elements": list(parts)}


def said(text: str, **style: bool) -> Json:
    return {"type": "text", "text": text} | ({"style": style} if style else {})


def bullets(*items: str, style: str = "bullet", indent: int = 0) -> Json:
    return {"type": "rich_text_list", "style": style, "indent": indent, "elements": [words(said(i)) for i in items]}


def message_of_everything(ana: str) -> list[Json]:
    """Every block and element that may stand in a message."""
    cell = {"type": "raw_text", "text": "Ana"}
    return [
        {"type": "header", "text": plain("A plan for the term")},
        {"type": "section", "text": mrkdwn(STYLES)},
        {"type": "section", "fields": [mrkdwn("*Goal*\n8 of 10"), mrkdwn("*By*\n12 March")],
         "accessory": press("Open", "open")},
        rich(
            words(said("Hello "), {"type": "user", "user_id": ana}, said(", this is "), said("important", bold=True)),
            bullets("read aloud", "rewrite"),
            bullets("every Tuesday", indent=1),
            bullets("first", "second", style="ordered"),
            {"type": "rich_text_quote", "elements": [said("It sounds better now.")]},
        ),
        {"type": "divider"},
        {"type": "context", "elements": [mrkdwn("Small print, *quietly*"), plain("and :seedling:")]},
        {"type": "table", "rows": [[{"type": "raw_text", "text": "Who"}, {"type": "raw_text", "text": "Count"}],
                                   [cell, {"type": "raw_text", "text": "7"}]],
         "column_settings": [{"align": "left"}, {"align": "right"}]},
        {"type": "image", "image_url": PIXEL, "alt_text": "A chart", "title": plain("Progress")},
        {"type": "actions", "block_id": "acts", "elements": [
            press("Agree", "agree", style="primary"),
            press("Delete", "delete", style="danger", confirm=CONFIRM),
            {"type": "static_select", "action_id": "pick", "placeholder": plain("Pick one"),
             "options": options("Red", "Blue")},
            {"type": "users_select", "action_id": "who", "placeholder": plain("Pick somebody")},
            {"type": "datepicker", "action_id": "day", "initial_date": "2026-09-10"},
            {"type": "overflow", "action_id": "more", "options": options("Copy", "Hide")},
        ]},
    ]  # fmt: skip


def form(**more: Any) -> Json:
    """Every input element."""
    return {
        "type": "modal", "callback_id": "form", "title": plain("Everything at once"), "submit": plain("Send"),
        "close": plain("Never mind"), "blocks": [
            asked("Words", "text", {"type": "plain_text_input"}, hint=plain("A few are enough")),
            asked("More words", "long", {"type": "plain_text_input", "multiline": True}, optional=True),
            asked("A number", "number", {"type": "number_input", "is_decimal_allowed": False, "min_value": "1"}),
            asked("E-mail", "email", {"type": "email_text_input"}, optional=True),
            asked("Link", "url", {"type": "url_text_input"}, optional=True),
            asked("Day", "date", {"type": "datepicker"}, optional=True),
            asked("Time", "time", {"type": "timepicker"}, optional=True),
            asked("Moment", "moment", {"type": "datetimepicker"}, optional=True),
            asked("Colour", "select", {"type": "static_select", "options": options("Red", "Blue")}, optional=True),
            asked("Several", "multi", {"type": "multi_static_select", "options": options("Red", "Blue", "Green")},
                  optional=True),
            asked("Person", "user", {"type": "users_select"}, optional=True),
            asked("People", "users", {"type": "multi_users_select"}, optional=True),
            asked("Channel", "channel", {"type": "channels_select"}, optional=True),
            asked("How sure", "radio", {"type": "radio_buttons", "options": options("Low", "High")}, optional=True),
            asked("Which", "checks", {"type": "checkboxes", "options": options("One", "Two")}, optional=True),
            asked("Files", "files", {"type": "file_input", "max_files": 3}, optional=True),
        ], **more,
    }  # fmt: skip


def small_form(title: str, callback: str = "small") -> Json:
    return {"type": "modal", "callback_id": callback, "title": plain(title), "submit": plain("Next"),
            "blocks": [asked("Name", "name", {"type": "plain_text_input"})]}  # fmt: skip


@dataclass
class Gallery:
    """The app, and what it heard."""

    ws: LocalWorkspace
    address: str
    bolt: AsyncApp
    ana: Person
    ben: Person
    heard: list[Json] = field(default_factory=list)
    submitted: list[Json] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)

    def actions(self) -> list[str]:
        """Return the ids of what was pressed or chosen, in order."""
        return [action["action_id"] for action in self.heard]


@asynccontextmanager
async def gallery() -> AsyncIterator[Gallery]:
    """A workspace with the app connected, and the page on it."""
    async with LocalWorkspace.running() as ws, connected(ws) as bolt, page.serving(ws) as address:
        ana = ws.add_person("ana", "Ana Horvat", title="Student")
        ben = ws.add_person("ben", "Ben <b>Adeyemi</b>", title="Student")
        ws.add_channel("art", members=[ana, ben])
        shown = Gallery(ws, address, bolt, ana, ben)
        for part in (_listen, _act, _step):
            part(shown)
        yield shown


def _listen(shown: Gallery) -> None:
    bolt, client = shown.bolt, shown.bolt.client

    @bolt.event("message")
    async def hear(event: Json) -> None:
        if event["channel_type"] != "im" or event.get("bot_id") or event.get("subtype") not in (None, "file_share"):
            return
        if event["text"] == "everything":
            await client.chat_postMessage(
                channel=event["channel"], text="all", blocks=message_of_everything(shown.ana.id)
            )
        elif event["text"] == "nonsense":
            shown.refused.append(await _refused(client, event["channel"]))
        else:
            await client.chat_postMessage(channel=event["channel"], text=f"You said: {event['text']}")

    @bolt.event("app_home_opened")
    async def home(event: Json) -> None:
        if event["tab"] == "home":
            blocks = [{"type": "section", "text": mrkdwn("*Your place*"), "accessory": press("Open", "open")}]
            await client.views_publish(user_id=event["user"], view={"type": "home", "blocks": blocks})


def _act(shown: Gallery) -> None:
    bolt, client = shown.bolt, shown.bolt.client

    @bolt.action("open")
    async def open_form(ack: Any, body: Json) -> None:
        await client.views_open(trigger_id=body["trigger_id"], view=form())
        await ack()

    @bolt.action(re.compile(".+"))
    async def acted(ack: Any, body: Json) -> None:
        shown.heard += body["actions"]
        await ack()

    @bolt.view("form")
    async def sent(ack: Any, view: Json) -> None:
        shown.submitted.append(view["state"]["values"])
        if shown.errors:
            await ack(response_action="errors", errors=shown.errors)
        else:
            await ack()


def _step(shown: Gallery) -> None:
    bolt, client = shown.bolt, shown.bolt.client

    @bolt.view("small")
    async def onwards(ack: Any) -> None:
        await ack(response_action="push", view=small_form("Second step", "second"))

    @bolt.view("second")
    async def done(ack: Any) -> None:
        await ack(response_action="clear")

    @bolt.command("/steps")
    async def steps(ack: Any, body: Json) -> None:
        await client.views_open(trigger_id=body["trigger_id"], view=small_form("First step"))
        await ack()

    @bolt.command("/whisper")
    async def whisper(ack: Any) -> None:
        await ack("Only for you: *psst*")


async def _refused(client: Any, channel: str) -> str:
    """Post what Slack refuses; returns the error."""
    blocks = [{"type": "header", "text": mrkdwn("no")}]
    try:
        await client.chat_postMessage(channel=channel, text="no", blocks=blocks)
    except SlackApiError as error:
        return str(error.response["error"])
    raise AssertionError("a header of mrkdwn was accepted")


async def shows_everything(screen: Screen, shown: Gallery) -> None:
    """Ask the app for a message of everything."""
    await screen.opens(shown.address, shown.ana)
    await screen.writes("everything")
    await expect(screen.messages).to_have_count(2)


async def opens_form(screen: Screen, shown: Gallery) -> None:
    """Open the form with every field."""
    await shows_everything(screen, shown)
    await screen.button("open").click()
    await expect(screen.modal).to_be_visible()
