"""The page: what it shows, and what a person can do on it."""

from contextlib import AbstractAsyncContextManager

import pytest
from playwright.async_api import FilePayload, expect

from sandbox.page.conversation import MOST
from tests.browser.gallery import gallery, shows_everything
from tests.browser.screen import PHONE, Screen

pytestmark = pytest.mark.asyncio(loop_scope="session")
Window = AbstractAsyncContextManager[Screen]


async def test_every_block_is_shown_as_slack_shows_it(screen: Screen) -> None:
    async with gallery() as shown:
        await shows_everything(screen, shown)
        message = screen.messages.last
        for selector, count in {
            ".blk-header h3": 1, ".blk-section b": 3, "blockquote": 2, "s": 1, "code": 1, "hr": 1, ".fields > div": 2,
            "ol li": 2, "ul li": 3, ".mention.me": 1, "th": 2, ".blk-context .said > span": 2, "figure img": 1,
            "select": 2, 'input[type="date"]': 1, ".btn.primary": 1, ".btn.danger": 1,
        }.items():  # fmt: skip
            await expect(message.locator(selector)).to_have_count(count)
        await expect(message.locator("a")).to_have_attribute("href", "https://example.org")


HOSTILE = "<img src=x onerror=document.title='owned'> <b>bold</b> <script>document.title='owned'</script> *b* &amp;"


async def test_what_people_type_stays_text(screen: Screen, second_screen: Window) -> None:
    async with gallery() as shown, second_screen as other:
        await screen.opens(shown.address, shown.ben)
        await screen.writes(HOSTILE)
        await expect(screen.messages.first).to_contain_text(HOSTILE)
        await other.opens(shown.address, shown.ben)
        for window in (screen, other):
            await expect(window.messages).to_have_count(2)
            assert await window.messages.locator(".said :is(img, script)").count() == 0
            assert await window.messages.first.locator(".said b").count() == 0
            await expect(window.messages.first.locator(".author")).to_have_text(shown.ben.user.real_name)
            assert "owned" not in await window.page.title()


async def test_buttons_menus_and_pickers_reach_the_app(screen: Screen) -> None:
    async with gallery() as shown:
        await shows_everything(screen, shown)
        await screen.button("agree").click()
        await screen.page.locator('select[data-action="pick"]').select_option("blue")
        await screen.page.locator('select[data-action="who"]').select_option(shown.ben.id)
        await screen.page.locator('.message input[type="date"]').fill("2026-10-01")
        await screen.page.locator('details[data-action="more"] summary').click()
        await screen.page.locator('details[data-action="more"] .choice').first.click()
        assert await shown.ws.changes.until(lambda: len(shown.heard) == 5, 20.0), shown.actions()
        assert shown.actions() == ["agree", "pick", "who", "day", "more"]
        pick, who, day, more = shown.heard[1:]
        assert pick["selected_option"]["value"] == "blue"
        assert who["selected_user"] == shown.ben.id
        assert day["selected_date"] == "2026-10-01"
        assert more["selected_option"]["value"] == "copy"


async def test_two_people_write_to_each_other_in_two_windows(screen: Screen, second_screen: Window) -> None:
    async with gallery() as shown, second_screen as other:
        await screen.opens(shown.address, shown.ana, "art")
        await other.opens(shown.address, shown.ben)
        await screen.writes("hello @ben")
        await expect(other.place("art").locator(".badge")).to_have_text("1")
        await expect(screen.person(shown.ben).locator(".badge")).to_have_text("1")
        await other.goes("art")
        await expect(other.messages.locator(".mention.me")).to_be_visible()
        await expect(other.place("art").locator(".badge")).to_have_text("")
        await expect(screen.person(shown.ben).locator(".badge")).to_have_text("")


async def test_nonsense_of_the_app_is_said_and_the_workspace_lives_on(screen: Screen) -> None:
    async with gallery() as shown:
        await screen.opens(shown.address, shown.ana)
        await screen.writes("nonsense")
        await expect(screen.notices.filter(has_text="invalid_blocks")).to_contain_text("/blocks/0/text")
        await screen.writes("still there?")
        await expect(screen.messages).to_have_count(3)
        assert shown.refused == ["invalid_blocks"]
        await screen.notices.locator(".x").click()
        await expect(screen.notices).to_have_count(0)


async def test_what_can_not_be_done_is_said_and_nothing_typed_is_lost(screen: Screen) -> None:
    async with gallery() as shown:
        await screen.opens(shown.address, shown.ana)
        shown.ws.patience = 0.2
        await screen.writes("/unheard of")
        await expect(screen.notices).to_have_count(1)
        await expect(screen.composer).to_have_value("/unheard of")


async def test_a_long_conversation_shows_its_earlier_part_on_request(screen: Screen) -> None:
    async with gallery() as shown:
        for number in range(MOST + 5):
            await shown.bolt.client.chat_postMessage(channel=shown.ana.id, text=f"number {number}")
        await screen.opens(shown.address, shown.ana)
        await expect(screen.messages).to_have_count(MOST)
        await expect(screen.messages.last).to_be_in_viewport()
        await screen.button("Show earlier messages").click()
        await expect(screen.messages).to_have_count(MOST + 5)


async def test_what_only_one_person_sees_says_so(screen: Screen, second_screen: Window) -> None:
    async with gallery() as shown, second_screen as other:
        await screen.opens(shown.address, shown.ana, "art")
        await other.opens(shown.address, shown.ben, "art")
        await screen.writes("/whisper")
        await expect(screen.messages.locator(".ephemeral")).to_be_visible()
        await expect(other.messages).to_have_count(0)


async def test_messages_are_edited_reacted_to_answered_in_threads_and_deleted(screen: Screen) -> None:
    async with gallery() as shown:
        await screen.opens(shown.address, shown.ana)
        await screen.writes("frist")
        await expect(screen.messages).to_have_count(2)
        mine = screen.messages.first

        async def menu(name: str) -> None:
            await mine.hover()
            await mine.locator(".more").click()
            await screen.page.locator(".floating").get_by_role("button", name=name, exact=True).click()

        await menu("Edit")
        await expect(screen.composer).to_have_value("frist")
        await screen.writes("first")
        await expect(mine.locator(".extras")).to_contain_text("(edited)")
        await menu("tada")
        await expect(mine.locator(".reactions .mine")).to_have_text("🎉 1")
        await mine.locator(".reactions .mine").click()
        await expect(mine.locator(".reactions")).to_have_count(0)
        await menu("Reply in thread")
        thread = screen.page.locator(".thread")
        await thread.locator("textarea").fill("and this")
        await thread.locator("textarea").press("Enter")
        await expect(thread.locator(".message")).to_have_count(2)
        await expect(mine.locator(".replies")).to_be_visible()
        await expect(screen.messages).to_have_count(3)
        await menu("Delete")
        await expect(mine).to_contain_text("This message was deleted")
        await expect(thread.get_by_text("and this")).to_be_visible()


async def test_files_are_handed_in_shown_and_given_out(screen: Screen) -> None:
    async with gallery() as shown:
        await screen.opens(shown.address, shown.ana)
        hostile: FilePayload = {"name": "page.html", "mimeType": "text/html", "buffer": b"<script>alert(1)</script>"}
        await screen.page.locator(".main .composer input[type=file]").set_input_files(hostile)
        await expect(screen.page.locator(".main .composer .chip")).to_have_count(1)
        await screen.writes("my essay")
        link = screen.messages.first.locator(".file")
        await expect(link).to_be_visible()
        answer = await screen.page.request.get(shown.address.rstrip("/") + (await link.get_attribute("href") or ""))
        assert await answer.body() == b"<script>alert(1)</script>"
        assert answer.headers["content-type"] == "application/octet-stream"
        assert answer.headers["content-disposition"].startswith("attachment")


async def test_home_is_opened_shown_and_used(screen: Screen) -> None:
    async with gallery() as shown:
        await screen.opens(shown.address, shown.ana)
        await screen.goes_home()
        await expect(screen.page.locator(".home b")).to_have_text("Your place")
        await expect(screen.composer).to_be_hidden()
        await screen.button("open").click()
        await expect(screen.modal).to_be_visible()
        await screen.modal.get_by_role("button", name="Never mind").click()
        await expect(screen.modal).to_have_count(0)
        await screen.page.go_back()
        await expect(screen.composer).to_be_visible()


async def test_the_inspector_tells_what_went_both_ways_newest_first(screen: Screen) -> None:
    async with gallery() as shown:
        await screen.opens(shown.address, shown.ana)
        await screen.button("Inspector").click()
        await screen.writes("hi")
        rows = screen.page.locator(".row-of")
        await expect(rows.filter(has_text="chat.postMessage")).to_have_count(1)
        names = await rows.locator(".what").all_text_contents()
        assert names.index("chat.postMessage") < len(names) - 1 - names[::-1].index("message")
        await expect(rows.locator(".took").filter(has_text="…")).to_have_count(0)
        await rows.filter(has_text="chat.postMessage").locator("summary").click()
        await expect(screen.page.locator(".json")).to_contain_text("You said: hi")
        await screen.page.locator(".filters input").fill("postmessage")
        await expect(rows).to_have_count(1)
        await screen.page.locator(".filters input").fill("")
        await screen.button("Problems").click()
        await expect(rows).to_have_count(0)


async def test_what_is_shown_does_not_jump_when_more_comes(screen: Screen) -> None:
    async with gallery() as shown:
        await shows_everything(screen, shown)
        kept = [screen.composer, screen.page.locator(".heading"), screen.page.locator(".sidebar .lines").last]
        before = [await part.bounding_box() for part in kept]
        await screen.writes("one more")
        await expect(screen.messages).to_have_count(4)
        await expect(screen.messages.last).to_be_in_viewport()
        assert [await part.bounding_box() for part in kept] == before


@pytest.mark.parametrize("at", ["messages", "art", "home"])
async def test_a_phone_shows_everything_in_its_width(screen: Screen, at: str) -> None:
    async with gallery() as shown:
        await screen.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        await screen.opens(shown.address, shown.ana, at)
        if at != "home":
            await screen.writes("everything")
            await expect(screen.messages.first).to_be_visible()
        width = await screen.page.evaluate("() => document.documentElement.scrollWidth")
        assert width <= PHONE[0]
        await screen.page.get_by_role("button", name="People and places").click()
        await expect(screen.person(shown.ben)).to_be_in_viewport()
        await screen.becomes(shown.ben)
        await expect(screen.person(shown.ben)).not_to_be_in_viewport()
