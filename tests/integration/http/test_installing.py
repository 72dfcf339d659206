"""Installing, as somebody does it in a browser, at a local workspace's real consent page."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from html import unescape
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest
from sqlalchemy import create_engine, text

from bot.app import Accord
from bot.slack.bolt import INSTALL, REDIRECT
from bot.slack.installing import flow
from prompts.words import words_for
from sandbox.clock import MovableClock
from sandbox.workspace import LocalWorkspace
from storage.queries.installations import STATE_LASTS
from tests.integration.http.served import accord_over_http, address, browser, settings_for, workspace

words = words_for()


class Form(HTMLParser):
    """The first form of a page: where it goes, and what it holds."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.action = ""
        self.fields: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.action = given.get("action", "")
        if tag == "input":
            self.fields[given["name"]] = given["value"]


class Somebody:
    """Somebody in front of a browser."""

    def __init__(self, session: aiohttp.ClientSession, accord: Accord) -> None:
        self.session = session
        self.accord = accord
        self.status = 0
        self.page = ""

    async def opens(self, url: str) -> None:
        async with self.session.get(url, allow_redirects=False) as answer:
            self.status, self.page = answer.status, await answer.text()

    async def presses_the_button(self) -> str:
        """Returns where Accord leads."""
        await self.opens(address(self.accord, INSTALL))
        action = address(self.accord, Form(self.page).action)
        async with self.session.post(action, allow_redirects=False) as answer:
            assert answer.status == 303
            return answer.headers["Location"]

    async def decides(self, consent: str, *, allows: bool = True) -> str:
        """At Slack's page. Returns where Slack leads, at the port where Accord really is."""
        await self.opens(consent)
        assert self.status == 200, self.page
        fields = Form(self.page).fields | ({"allow": "1"} if allows else {})
        async with self.session.post(consent, data=fields, allow_redirects=False) as answer:
            back = urlsplit(answer.headers["Location"])
        assert back.path == REDIRECT
        return address(self.accord, f"{back.path}?{back.query}")

    async def installs(self, *, allows: bool = True) -> None:
        await self.opens(await self.decides(await self.presses_the_button(), allows=allows))

    def reads(self, key: str, **args: str) -> bool:
        return words(key, **args) in unescape(self.page)


@pytest.fixture
async def ws() -> AsyncIterator[LocalWorkspace]:
    async with workspace() as made:
        made.core.state.installed = False
        for token in made.core.state.tokens.values():
            token.revoked = True
        yield made


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
async def accord(ws: LocalWorkspace, database: str, clock: MovableClock) -> AsyncIterator[Accord]:
    async with accord_over_http(settings_for(ws.api_url, database), clock) as made:
        yield made


@pytest.fixture
async def somebody(accord: Accord) -> AsyncIterator[Somebody]:
    async with browser() as session:
        yield Somebody(session, accord)


async def test_it_is_installed_and_answers(ws: LocalWorkspace, accord: Accord, somebody: Somebody) -> None:
    await somebody.installs()
    assert somebody.status == 200
    assert somebody.reads("install-done", team=ws.core.state.team_name)
    ana = ws.add_person("ana", "Ana Horvat")
    await ws.delivers_to(address(accord, "/slack/events"))
    await ana.says("hi")
    await ana.sees("help")
    (post,) = [call for call in ws.calls if call.method == "chat.postMessage"]
    assert post.ok


async def test_what_is_asked_for_is_what_the_manifest_says(ws: LocalWorkspace, somebody: Somebody) -> None:
    asked = parse_qs(urlsplit(await somebody.presses_the_button()).query)
    assert set(asked["scope"][0].split(",")) == ws.core.app.scopes
    assert asked["redirect_uri"] == [f"http://127.0.0.1{REDIRECT}"]


async def test_looking_at_the_page_stores_nothing(somebody: Somebody, database: str) -> None:
    for _ in range(3):
        await somebody.opens(address(somebody.accord, INSTALL))
    engine = create_engine(database)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM slack_oauth_states")).scalar() == 0
    engine.dispose()


def is_trouble(somebody: Somebody, what: flow.InstallTrouble) -> bool:
    told = somebody.reads(f"install-{what.key}") and somebody.reads(f"install-{what.key}-text")
    return told and somebody.status == what.status and f'href="{INSTALL}"' in somebody.page


async def test_who_does_not_allow_it_reads_that_nothing_changed(ws: LocalWorkspace, somebody: Somebody) -> None:
    await somebody.installs(allows=False)
    assert is_trouble(somebody, flow.DENIED)
    assert not ws.core.state.installed


@pytest.mark.parametrize("query", ["", "?code=1", "?state=", "?" + "&".join(f"a{n}=1" for n in range(50))])
async def test_without_a_state_nothing_is_asked_of_slack(ws: LocalWorkspace, somebody: Somebody, query: str) -> None:
    await somebody.opens(address(somebody.accord, REDIRECT + query))
    assert is_trouble(somebody, flow.NO_STATE)
    assert ws.calls == []


async def test_a_state_is_good_in_its_own_browser_alone(ws: LocalWorkspace, somebody: Somebody) -> None:
    link = await somebody.decides(await somebody.presses_the_button())
    async with browser() as another:
        victim = Somebody(another, somebody.accord)
        await victim.opens(link)
        assert is_trouble(victim, flow.OTHER_BROWSER)
        await victim.presses_the_button()
        await victim.opens(link)
        assert is_trouble(victim, flow.OTHER_BROWSER)
    assert ws.calls == []


async def test_a_state_is_good_once(somebody: Somebody) -> None:
    link = await somebody.decides(await somebody.presses_the_button())
    cookie = [(c.key, c.value) for c in somebody.session.cookie_jar]
    await somebody.opens(link)
    assert somebody.status == 200
    somebody.session.cookie_jar.update_cookies(cookie)
    await somebody.opens(link)
    assert is_trouble(somebody, flow.STATE_OVER)


async def test_a_state_is_good_for_ten_minutes(somebody: Somebody, clock: MovableClock) -> None:
    link = await somebody.decides(await somebody.presses_the_button())
    clock.advance(STATE_LASTS + timedelta(seconds=1))
    await somebody.opens(link)
    assert is_trouble(somebody, flow.STATE_OVER)


async def test_while_too_many_install_the_next_is_asked_to_wait(
    ws: LocalWorkspace, somebody: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = await somebody.presses_the_button()
    monkeypatch.setattr("storage.queries.installations.MOST_STATES", 1)
    async with browser() as another:
        late = Somebody(another, somebody.accord)
        async with another.post(address(somebody.accord, INSTALL), allow_redirects=False) as answer:
            late.status, late.page = answer.status, await answer.text()
        assert is_trouble(late, flow.BUSY)
        assert list(another.cookie_jar) == []
    await somebody.opens(await somebody.decides(begun))
    assert somebody.status == 200
    assert ws.core.state.installed


async def test_the_cookie_is_the_servers_alone_and_goes_when_it_was_used(somebody: Somebody) -> None:
    link = await somebody.decides(await somebody.presses_the_button())
    (cookie,) = somebody.session.cookie_jar
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    await somebody.opens(link)
    assert list(somebody.session.cookie_jar) == []


@pytest.mark.parametrize(
    ("fault", "what"),
    [
        ("error:invalid_code", flow.REFUSED),
        ("error:bad_client_secret", flow.REFUSED),
        ("http_503", flow.AWAY),
        ("cut_before", flow.AWAY),
        ("ratelimited", flow.AWAY),
    ],
)
@pytest.mark.parametrize("method", ["oauth.v2.access", "auth.test"])
async def test_slack_refuses_or_is_away(
    ws: LocalWorkspace, somebody: Somebody, method: str, fault: str, what: flow.InstallTrouble
) -> None:
    ws.faults.share(method, 1.0, fault)
    await somebody.installs()
    assert is_trouble(somebody, what)


async def test_a_wrong_code_is_refused(somebody: Somebody) -> None:
    link = await somebody.decides(await somebody.presses_the_button())
    await somebody.opens(re.sub(r"code=\w+", "code=wrong", link))
    assert is_trouble(somebody, flow.REFUSED)


@pytest.mark.parametrize("path", [INSTALL, REDIRECT])
async def test_the_pages_run_nothing_and_are_framed_by_nobody(somebody: Somebody, path: str) -> None:
    async with somebody.session.get(address(somebody.accord, path)) as answer:
        policy, page = answer.headers["Content-Security-Policy"], await answer.text()
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "<script" not in page
    assert 'role="img" aria-label="' in page
    assert '<html lang="en">' in page
