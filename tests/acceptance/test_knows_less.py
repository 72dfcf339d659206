"""A workspace server that knows less than Slack costs a feature and a log line, never the bot."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.demo.scene import School, school
from sandbox.server import Server
from sandbox.web_api.dispatch import Answer
from tests.acceptance.steps import CLASS, agree, check_in_due, sends, set_up

Change = Callable[[str, Answer], Answer]
Lesser = Callable[[Change], AbstractAsyncContextManager[School]]


@pytest.fixture
def lesser(migrated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lesser:
    """The school on a server whose answers are changed, from the bot's start on."""
    real = Server._call

    @asynccontextmanager
    async def begin(change: Change) -> AsyncIterator[School]:
        path = tmp_path / "accord.db"
        path.write_bytes(migrated.read_bytes())
        monkeypatch.setattr(Server, "_call", lambda self, name, *rest: change(name, real(self, name, *rest)))
        async with school(f"sqlite:///{path}") as scene:
            yield scene

    return begin


def unknown(method: str) -> Change:
    """The server has no such method: it does nothing, and says so."""
    refused = Answer(200, {"ok": False, "error": "unknown_method", "req_method": method})
    return lambda name, answer: refused if name == method else answer


def without(method: str, *fields: str) -> Change:
    """The method's answer lacks these fields; "user.tz" is a field of a field."""

    def change(name: str, answer: Answer) -> Answer:
        if name != method:
            return answer
        body = dict(answer.body)
        for field in fields:
            _drop(body, field.split("."))
        return replace(answer, body=body)

    return change


def _drop(body: dict[str, Any], path: list[str]) -> None:
    if len(path) == 1:
        body.pop(path[0], None)
    elif isinstance(body.get(path[0]), dict):
        body[path[0]] = dict(body[path[0]])
        _drop(body[path[0]], path[1:])


def no_headers(_: str, answer: Answer) -> Answer:
    return replace(answer, headers={})


async def the_core(scene: School) -> None:
    """Set-up, interview, signatures, a check-in: what the bot is for."""
    await set_up(scene)
    await agree(scene)
    await check_in_due(scene)
    await scene.ana.says("5 of 10 today")
    await scene.ana.sees("reply-noted")
    await scene.lee.sees("class-check-ins")


LESS: dict[str, Change] = {
    "no Home": unknown("views.publish"),
    "no updates": unknown("chat.update"),
    "no ephemeral messages": unknown("chat.postEphemeral"),
    "no history": unknown("conversations.history"),
    "no conversations.open": unknown("conversations.open"),
    "people without zone, language and profile": without("users.info", "user.tz", "user.locale", "user.profile"),
    "people without a name": without("users.info", "user.profile", "user.name", "user.real_name"),
    "people without an admin flag": without("users.info", "user.is_admin", "user.is_owner", "user.is_primary_owner"),
    "posts without ts and channel": without("chat.postMessage", "ts", "channel", "message"),
    "posts without a message": without("chat.postMessage", "message"),
    "a team without a name": without("auth.test", "team", "url", "user", "bot_id"),
    "no user id of the bot": without("auth.test", "user_id", "bot_id"),
    "members on one page": without("conversations.members", "response_metadata"),
    "no headers": no_headers,
}


@pytest.mark.parametrize("less", LESS)
async def test_the_core_of_the_story_without(lesser: Lesser, less: str) -> None:
    with capture_logs() as logs:
        async with lesser(LESS[less]) as scene:
            await the_core(scene)
    assert [line for line in logs if line["log_level"] in ("error", "critical")] == []
    gaps = [line for line in logs if line["action"] == "delivery.unsupported"]
    assert len(gaps) == len({(line["verb"], line["error"]) for line in gaps})
    assert len(gaps) <= 1


@pytest.mark.parametrize("method", ["views.publish", "chat.update", "chat.postEphemeral"])
async def test_a_missing_method_is_one_line_in_the_log(lesser: Lesser, method: str) -> None:
    with capture_logs() as logs:
        async with lesser(unknown(method)) as scene:
            await set_up(scene)
            await agree(scene)
            for _ in range(2):
                await scene.ana.types("/accord help", in_=scene.english)
                await scene.quiet()
    gaps = [line for line in logs if line["action"] == "delivery.unsupported"]
    assert [line["error"] for line in gaps] == ["unknown_method"]


async def test_without_ephemeral_messages_the_answer_comes_in_private(lesser: Lesser) -> None:
    async with lesser(unknown("chat.postEphemeral")) as scene:
        await set_up(scene)
        await scene.ana.types("/accord help", in_=scene.english)
        await scene.ana.sees("help")
        scene.ana.sees_nothing_more()


async def test_without_members_the_class_fills_as_people_come(lesser: Lesser) -> None:
    """The roster can not be read; whoever joins is known all the same, and the teacher hears of it."""
    async with lesser(unknown("conversations.members")) as scene:
        await scene.lee.types("/accord setup", in_=scene.english)
        assert await sends(scene, scene.lee, "set_up.save", **CLASS) == {}
        assert "channel-gone" in [m.kind for m in scene.lee.inbox()]
        newcomer = scene.ws.add_person("sam", "Sam Sawa")
        await scene.english.join(newcomer)
        await newcomer.says("hi")
        await newcomer.sees("interview-question")


async def test_without_users_info_everybody_is_answered(lesser: Lesser) -> None:
    """Whoever is named sets up; whom nobody knows is in no class, and is told what to do."""
    async with lesser(unknown("users.info")) as scene:
        await scene.lee.types("/accord setup", in_=scene.english)
        assert await sends(scene, scene.lee, "set_up.save", **CLASS) == {}
        await scene.lee.sees("roster-read")
        await scene.bell.types("/accord setup", in_=scene.english)
        await scene.quiet()
        assert scene.bell.modal is None
        assert scene.bell.posts(scene.english.place)[-1].ephemeral_to == scene.bell.id
        await scene.ana.says("hi")
        await scene.ana.sees("help")


async def test_without_modals_the_person_hears_of_it(lesser: Lesser) -> None:
    async with lesser(unknown("views.open")) as scene:
        await scene.lee.types("/accord setup", in_=scene.english)
        await scene.quiet()
        answer = scene.lee.posts(scene.english.place)[-1]
        assert answer.ephemeral_to == scene.lee.id
