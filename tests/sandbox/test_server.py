"""The server's edges: bodies, faults, files, consent, a busy port, the log."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from sandbox.clock import MovableClock
from sandbox.web_api.oauth import CLIENT_ID, CLIENT_SECRET
from sandbox.workspace import LocalWorkspace, PortBusy
from tests.sandbox.conftest import MONDAY

Json = dict[str, Any]


async def answer_of(ws: LocalWorkspace, method: str, **request: Any) -> tuple[int, Json]:
    headers = {"Authorization": f"Bearer {ws.bot_token}", **request.pop("headers", {})}
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{ws.api_url}{method}", headers=headers, **request) as response,
    ):
        return response.status, await response.json()


@pytest.mark.parametrize("form", ["json", "form", "query"])
async def test_arguments_come_as_json_form_or_query(ws: LocalWorkspace, form: str) -> None:
    ana = ws.add_person("ana", "Ana")
    args = {"user": ana.id}
    request: Json = {"json": {"json": args}, "form": {"data": args}, "query": {"params": args}}[form]
    status, body = await answer_of(ws, "users.info", **request)
    assert status == 200
    assert body["user"]["id"] == ana.id


async def test_nonsense_is_refused_and_the_workspace_lives_on(ws: LocalWorkspace) -> None:
    headers = {"Content-Type": "application/json"}
    for nonsense in ("{", "[1]", '"text"'):
        status, body = await answer_of(ws, "chat.postMessage", data=nonsense, headers=headers)
        assert (status, body["error"]) == (200, "invalid_json")
    assert (await answer_of(ws, "auth.test"))[1]["ok"]


@pytest.mark.parametrize(
    ("kind", "status", "posted"),
    [
        ("http_500", 500, 0),
        ("http_503", 503, 0),
        ("http_500_after", 500, 1),
        ("ratelimited", 429, 0),
        ("slow", 200, 1),
        ("slow_after", 200, 1),
        ("error:fatal_error", 200, 0),
    ],
)
async def test_a_fault_has_its_status_and_its_effect(ws: LocalWorkspace, kind: str, status: int, posted: int) -> None:
    ana = ws.add_person("ana", "Ana")
    ws.faults.next("chat.postMessage", kind=kind, seconds=0.01)
    headers = {"Authorization": f"Bearer {ws.bot_token}"}
    data = {"channel": ana.id, "text": "hi"}
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{ws.api_url}chat.postMessage", data=data, headers=headers) as response,
    ):
        assert response.status == status
        assert ("Retry-After" in response.headers) is (status == 429)
    assert len(ana.inbox()) == posted
    assert (await answer_of(ws, "chat.postMessage", data=data))[1]["ok"]


@pytest.mark.parametrize(("kind", "posted"), [("cut_before", 0), ("cut_after", 1)])
async def test_a_connection_is_cut(ws: LocalWorkspace, kind: str, posted: int) -> None:
    ana = ws.add_person("ana", "Ana")
    ws.faults.next("*", kind=kind)
    with pytest.raises(aiohttp.ClientError):
        await answer_of(ws, "chat.postMessage", data={"channel": ana.id, "text": "hi"})
    assert len(ana.inbox()) == posted


async def test_a_share_of_calls_fails_the_same_way_for_the_same_seed() -> None:
    async def failures(seed: int) -> list[bool]:
        async with LocalWorkspace.running() as ws:
            ws.faults.share("auth.test", 0.3, "error:fatal_error", seed=seed)
            return [(await answer_of(ws, "auth.test"))[1]["ok"] for _ in range(40)]

    first, again, other = [await failures(seed) for seed in (7, 7, 8)]
    assert first == again
    assert first != other
    assert 0 < first.count(False) < 30


def test_an_unknown_fault_is_refused() -> None:
    from sandbox.faults import Faults

    with pytest.raises(ValueError, match="cut_after"):
        Faults().next("auth.test", kind="explode")


async def test_the_client_sees_bad_blocks_with_their_pointers(ws: LocalWorkspace, client: AsyncWebClient) -> None:
    ana = ws.add_person("ana", "Ana")
    with pytest.raises(SlackApiError) as refused:
        await client.chat_postMessage(channel=ana.id, text="x", blocks=[{"type": "section"}])
    assert refused.value.response["error"] == "invalid_blocks"
    assert refused.value.response["response_metadata"]["messages"][0].endswith("[json-pointer:/blocks/0]")


async def test_the_log_keeps_calls_but_no_tokens(ws: LocalWorkspace, client: AsyncWebClient) -> None:
    await client.api_call("auth.test", data={"token": ws.bot_token})
    entry = ws.calls[-1]
    assert (entry.method, entry.ok, entry.args) == ("auth.test", True, {})


async def test_a_file_is_uploaded_and_downloaded_with_a_token_only(ws: LocalWorkspace, client: AsyncWebClient) -> None:
    ana = ws.add_person("ana", "Ana")
    opened = await client.conversations_open(users=ana.id)
    uploaded = await client.files_upload_v2(
        channel=opened["channel"]["id"], filename="plan.pdf", content=b"%PDF", initial_comment="Your plan"
    )
    address = uploaded["file"]["url_private"] if "file" in uploaded else uploaded["files"][0]["url_private"]
    async with aiohttp.ClientSession() as session:
        async with session.get(address, headers={"Authorization": f"Bearer {ws.bot_token}"}) as response:
            assert await response.read() == b"%PDF"
            assert response.content_type == "application/pdf"
        async with session.get(address, allow_redirects=False) as response:
            assert response.status == 302
    message = await ana.sees("Your plan")
    assert message.files[0]["title"] == "plan.pdf"


async def test_an_upload_of_another_length_is_refused(ws: LocalWorkspace, client: AsyncWebClient) -> None:
    ticket = await client.files_getUploadURLExternal(filename="a.txt", length=3)
    async with aiohttp.ClientSession() as session, session.post(ticket["upload_url"], data=b"four") as response:
        assert response.status == 400


async def test_consent_gives_a_code_and_the_code_a_token(ws: LocalWorkspace) -> None:
    ws.add_person("lee", "Ms Lee", is_admin=True)
    ask = {
        "client_id": CLIENT_ID,
        "scope": "chat:write,im:write",
        "redirect_uri": "http://127.0.0.1:9/done",
        "state": "s1",
    }
    async with aiohttp.ClientSession(ws.url) as browser:
        async with browser.get("/oauth/v2/authorize", params=ask) as page:
            assert "chat:write" in await page.text()
        form = {**ask, "allow": "1", "user": "U"}
        async with browser.post("/oauth/v2/authorize", data=form, allow_redirects=False) as answer:
            target = answer.headers["Location"]
        async with browser.post("/oauth/v2/authorize", data=ask, allow_redirects=False) as answer:
            assert "error=access_denied" in answer.headers["Location"]
    assert "state=s1" in target
    code = target.rpartition("code=")[2]

    plain = AsyncWebClient(base_url=ws.api_url)
    with pytest.raises(SlackApiError, match="bad_client_secret"):
        await plain.oauth_v2_access(client_id=CLIENT_ID, client_secret="no", code=code)
    granted = await plain.oauth_v2_access(client_id=CLIENT_ID, client_secret=CLIENT_SECRET, code=code)
    assert granted["scope"] == "chat:write,im:write"
    assert (await AsyncWebClient(granted["access_token"], base_url=ws.api_url).auth_test())["ok"]
    with pytest.raises(SlackApiError, match="invalid_code"):
        await plain.oauth_v2_access(client_id=CLIENT_ID, client_secret=CLIENT_SECRET, code=code)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"client_id": "1"}, "invalid_client_id"),
        ({"scope": "admin"}, "invalid_scope"),
        ({"redirect_uri": ""}, "bad_redirect_uri"),
    ],
)
async def test_a_bad_request_for_consent_is_refused(ws: LocalWorkspace, change: dict[str, str], problem: str) -> None:
    ask = {"client_id": CLIENT_ID, "scope": "chat:write", "redirect_uri": "http://127.0.0.1:9/done", **change}
    async with (
        aiohttp.ClientSession(ws.url) as browser,
        browser.get("/oauth/v2/authorize", params=ask) as response,
    ):
        assert response.status == 400
        assert await response.text() == problem


async def test_a_busy_port_is_said(ws: LocalWorkspace) -> None:
    port = int(ws.url.rstrip("/").rpartition(":")[2])
    with pytest.raises(PortBusy, match=str(port)):
        async with LocalWorkspace.running(port=port):
            pass


async def test_a_socket_address_works_once(ws: LocalWorkspace) -> None:
    app = AsyncWebClient(base_url=ws.api_url)
    address = (await app.apps_connections_open(app_token=ws.app_token))["url"]
    async with aiohttp.ClientSession() as session:
        async with session.ws_connect(address) as socket:
            hello = await socket.receive_json()
            assert (hello["type"], hello["num_connections"]) == ("hello", 1)
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(address)


async def test_the_eleventh_socket_is_refused(ws: LocalWorkspace) -> None:
    app = AsyncWebClient(base_url=ws.api_url)
    async with aiohttp.ClientSession() as session:
        kinds, sockets = [], []
        for _ in range(11):
            address = (await app.apps_connections_open(app_token=ws.app_token))["url"]
            sockets.append(await session.ws_connect(address))
            kinds.append((await sockets[-1].receive_json())["type"])
    assert kinds == ["hello"] * 10 + ["disconnect"]


async def test_an_event_acknowledged_twice_is_a_failure(ws: LocalWorkspace) -> None:
    ana = ws.add_person("ana", "Ana")
    app = AsyncWebClient(base_url=ws.api_url)
    address = (await app.apps_connections_open(app_token=ws.app_token))["url"]
    async with aiohttp.ClientSession() as session, session.ws_connect(address) as socket:
        await socket.receive_json()
        await ana.says("hi", acked=False)
        envelope = await socket.receive_json()
        for _ in range(2):
            await socket.send_str(json.dumps({"envelope_id": envelope["envelope_id"]}))
        assert await ws.changes.until(lambda: len(ws.envelopes[0].acks) == 2, 5)
    with pytest.raises(AssertionError, match="more than once"):
        await ws.idle()
    ws.envelopes[0].acks.pop()


async def test_uninstalling_is_told_and_locks_the_app_out(ws: LocalWorkspace, client: AsyncWebClient) -> None:
    ws.patience = 0.05
    with pytest.raises(AssertionError, match="no app is connected"):
        await ws.uninstall()
    kinds = [envelope.payload["event"]["type"] for envelope in ws.envelopes]
    assert kinds == ["tokens_revoked", "app_uninstalled"]
    with pytest.raises(SlackApiError, match="account_inactive"):
        await client.auth_test()


def test_a_clock_is_moved_forward_only() -> None:
    clock = MovableClock(MONDAY, frozen=True)
    rung: list[datetime] = []
    stop = clock.on_change(lambda: rung.append(clock.now()))
    clock.advance(timedelta(days=1))
    clock.move_to(datetime(2026, 9, 9, tzinfo=UTC))
    stop()
    clock.advance(timedelta(days=1))
    assert rung == [MONDAY + timedelta(days=1), datetime(2026, 9, 9, tzinfo=UTC)]
    with pytest.raises(ValueError, match="forward"):
        clock.move_to(MONDAY)
    with pytest.raises(ValueError, match="aware"):
        MovableClock(datetime(2026, 9, 7))  # noqa: DTZ001 - the point of the test


def test_a_clock_that_is_not_frozen_runs() -> None:
    clock = MovableClock(MONDAY)
    first = clock.now()
    assert MONDAY <= first <= clock.now()
