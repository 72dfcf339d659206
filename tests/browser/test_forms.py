"""Forms on the page: their fields, errors and stacks; reloading, two windows, the keyboard alone."""

from contextlib import AbstractAsyncContextManager

import pytest
from playwright.async_api import expect

from tests.browser.gallery import gallery, opens_form, shows_everything, small_form
from tests.browser.screen import Screen

pytestmark = pytest.mark.asyncio(loop_scope="session")
Window = AbstractAsyncContextManager[Screen]


async def test_a_question_is_asked_before_what_can_not_be_undone(screen: Screen) -> None:
    async with gallery() as shown:
        await shows_everything(screen, shown)
        await screen.button("delete").click()
        await expect(screen.question).to_be_visible()
        await screen.page.keyboard.press("Escape")
        await expect(screen.question).to_be_hidden()
        assert shown.heard == []
        await screen.button("delete").click()
        await screen.question.locator(".danger").click()
        assert await shown.ws.changes.until(lambda: shown.actions() == ["delete"], 20.0)


async def test_every_field_of_a_form_reaches_the_app(screen: Screen) -> None:
    async with gallery() as shown:
        await opens_form(screen, shown)
        filled = {
            "text": "words", "long": "two\nlines", "number": "3", "email": "ana@school.example",
            "url": "https://example.org", "date": "2026-10-01", "time": "08:45", "moment": "2026-10-01T08:45",
            "select": "blue", "multi": ["red", "green"], "user": shown.ben, "users": [shown.ana, shown.ben],
            "channel": next(iter(shown.ws.channels)), "radio": "high", "checks": ["two"],
        }  # fmt: skip
        for block, value in filled.items():
            await screen.fills(block, value)
        await (
            screen.field("files")
            .locator("input")
            .set_input_files({"name": "essay.txt", "mimeType": "text/plain", "buffer": b"Dear reader"})
        )
        await expect(screen.field("files").locator(".chip")).to_have_count(1)
        await screen.submits()
        await expect(screen.modal).to_have_count(0)
        values = {block: inner["it"] for block, inner in shown.submitted[0].items()}
        for block in ("text", "long", "number", "email", "url"):
            assert values[block]["value"] == filled[block]
        assert values["date"]["selected_date"] == "2026-10-01"
        assert values["time"]["selected_time"] == "08:45"
        assert values["moment"]["selected_date_time"] == 1790840700
        assert values["select"]["selected_option"]["value"] == "blue"
        assert [o["value"] for o in values["multi"]["selected_options"]] == ["red", "green"]
        assert values["user"]["selected_user"] == shown.ben.id
        assert values["users"]["selected_users"] == [shown.ana.id, shown.ben.id]
        assert values["channel"]["selected_channel"] in shown.ws.channels
        assert values["radio"]["selected_option"]["value"] == "high"
        assert [o["value"] for o in values["checks"]["selected_options"]] == ["two"]
        assert [file["name"] for file in values["files"]["files"]] == ["essay.txt"]


async def test_errors_stand_under_their_fields(screen: Screen) -> None:
    async with gallery() as shown:
        await opens_form(screen, shown)
        await screen.submits()
        for block in ("text", "number"):
            await expect(screen.field(block).locator(".problem")).to_be_visible()
        await expect(screen.field("text").locator("input")).to_be_focused()
        assert shown.submitted == []
        shown.errors = {"number": "Four at least."}
        await screen.fills("text", "words")
        await screen.fills("number", "3")
        await screen.submits()
        await expect(screen.field("number").locator(".problem")).to_have_text("Four at least.")
        await expect(screen.field("text").locator(".problem")).to_be_hidden()
        await expect(screen.field("number").locator("input")).to_be_focused()
        await expect(screen.field("number").locator("input")).to_have_attribute("aria-invalid", "true")


async def test_a_page_that_is_reloaded_finds_its_form_again(screen: Screen) -> None:
    async with gallery() as shown:
        await opens_form(screen, shown)
        await screen.fills("text", "half a thought")
        await screen.fills("checks", ["two"])
        await screen.fills("select", "blue")
        await screen.page.reload()
        await screen.is_ready()
        await expect(screen.modal).to_be_visible()
        await expect(screen.field("text").locator("input")).to_have_value("half a thought")
        await expect(screen.field("checks").locator("input").nth(1)).to_be_checked()
        await expect(screen.field("select").locator("select")).to_have_value("blue")
        await screen.fills("number", "3")
        await screen.submits()
        await expect(screen.modal).to_have_count(0)
        assert shown.submitted[0]["text"]["it"]["value"] == "half a thought"


async def test_two_windows_of_one_person_stay_in_step(screen: Screen, second_screen: Window) -> None:
    async with gallery() as shown, second_screen as other:
        await other.opens(shown.address, shown.ana)
        await opens_form(screen, shown)
        await expect(other.modal).to_be_visible()
        await screen.fills("text", "from here")
        await expect(other.field("text").locator("input")).to_have_value("from here")
        await other.fills("radio", "high")
        await expect(screen.field("radio").locator("input").nth(1)).to_be_checked()
        await other.page.keyboard.press("Escape")
        for window in (screen, other):
            await expect(window.modal).to_have_count(0)
        await other.writes("again")
        await expect(screen.messages).to_have_count(4)
        before = await screen.page.locator(".clock .aside").text_content()
        await other.button("+1 day").click()
        await expect(screen.page.locator(".clock .aside")).not_to_have_text(before or "")


async def test_views_are_stacked_and_closed_one_by_one(screen: Screen) -> None:
    async with gallery() as shown:
        await screen.opens(shown.address, shown.ana)
        for _ in range(2):
            await screen.writes("/steps")
            await screen.fills("name", "x")
            await screen.submits()
            await expect(screen.modal.locator("h2")).to_have_text("Second step")
            await screen.page.keyboard.press("Escape")
            await expect(screen.modal.locator("h2")).to_have_text("First step")
            await expect(screen.field("name").locator("input")).to_have_value("x")
            await screen.page.keyboard.press("Escape")
            await expect(screen.modal).to_have_count(0)
            await expect(screen.composer).to_be_focused()


async def test_a_view_that_the_app_changes_keeps_what_is_typed(screen: Screen) -> None:
    async with gallery() as shown:
        await screen.opens(shown.address, shown.ana)
        await screen.writes("/steps")
        await screen.field("name").locator("input").fill("half")
        view = shown.ana.modal
        assert view is not None
        changed = small_form("First step")
        changed["blocks"].insert(0, {"type": "section", "text": {"type": "plain_text", "text": "One more thing"}})
        await shown.bolt.client.views_update(view_id=view.id, view=changed)
        await expect(screen.modal.locator(".blk-section")).to_be_visible()
        await expect(screen.field("name").locator("input")).to_have_value("half")
        await expect(screen.field("name").locator("input")).to_be_focused()
        assert [await b.get_attribute("data-block") for b in await screen.modal.locator(".blk").all()][1] == "name"


async def test_everything_can_be_done_from_the_keyboard(screen: Screen) -> None:
    async with gallery() as shown:
        await shows_everything(screen, shown)
        button = screen.button("open")
        await button.focus()
        await screen.page.keyboard.press("Enter")
        await expect(screen.field("text").locator("input")).to_be_focused()
        await screen.page.keyboard.type("words")
        await screen.page.keyboard.press("Enter")
        await expect(screen.field("number").locator(".problem")).to_be_visible()
        await expect(screen.field("number").locator("input")).to_be_focused()
        await screen.page.keyboard.type("3")
        await screen.page.keyboard.press("Enter")
        await expect(screen.modal).to_have_count(0)
        assert shown.submitted[0]["number"]["it"]["value"] == "3"
