"""Paths, methods, sizes, and what becomes of a failure."""

import asyncio

import pytest
from structlog.testing import capture_logs

from bot.slack.http import front
from bot.slack.http.front import MOST_BYTES, Front, HttpResponse, Request
from tests.unit.http.asking import ask


async def _length(request: Request) -> HttpResponse:
    return HttpResponse(200, str(len(await request.body())))


async def _fails(request: Request) -> HttpResponse:
    raise ValueError("a walrus")


FRONT = Front({"/length": {"POST": _length, "GET": _length}, "/fails": {"GET": _fails}})


@pytest.mark.parametrize("path", ["/", "/slack", "/length/", "//length", "/length/../fails", "/%6cength", ""])
async def test_an_unknown_path_is_not_found(path: str) -> None:
    assert (await ask(FRONT, path)).status == 404


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "X"])
async def test_another_method_is_refused_and_the_right_ones_are_named(method: str) -> None:
    answered = await ask(FRONT, "/length", method=method)
    assert (answered.status, answered.headers["allow"]) == (405, "GET, POST")


async def test_head_says_what_get_would_without_its_body() -> None:
    answered = await ask(FRONT, "/length", method="HEAD")
    assert (answered.status, answered.headers["content-length"], answered.body) == (200, "1", b"")


async def test_the_largest_body_is_read() -> None:
    answered = await ask(FRONT, "/length", method="POST", parts=[b"x" * (MOST_BYTES // 4)] * 4)
    assert (answered.status, answered.body) == (200, str(MOST_BYTES).encode())


async def test_a_larger_one_is_refused_and_no_more_of_it_is_read() -> None:
    parts = [b"x" * 65_536] * 1000
    answered = await ask(FRONT, "/length", method="POST", parts=parts)
    assert (answered.status, answered.headers["connection"]) == (413, "close")
    assert answered.parts_read == MOST_BYTES // 65_536 + 1


@pytest.mark.parametrize("length", [str(MOST_BYTES + 1), "9" * 30])
async def test_one_that_says_it_is_larger_is_not_read_at_all(length: str) -> None:
    answered = await ask(FRONT, "/length", method="POST", headers={"content-length": length}, parts=[b"x"])
    assert (answered.status, answered.parts_read) == (413, 0)


@pytest.mark.parametrize("length", ["0", "-1", "many", "²", ""])
async def test_one_that_says_it_is_smaller_is_not_believed(length: str) -> None:
    parts = [b"x" * MOST_BYTES, b"x", b"x"]
    answered = await ask(FRONT, "/length", method="POST", headers={"content-length": length}, parts=parts)
    assert (answered.status, answered.parts_read) == (413, 2)


async def test_a_body_that_does_not_come_is_waited_for_only_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front, "BODY_SECONDS", 0.01)

    async def never() -> dict[str, object]:
        await asyncio.Event().wait()
        return {}

    with pytest.raises(front.TooSlow):
        await Request("POST", "/length", "", {}, never).body()


async def test_who_hangs_up_gets_no_answer() -> None:
    answered = await ask(FRONT, "/length", method="POST", parts=[])
    assert answered.status == 0


async def test_a_failure_is_logged_and_said_to_nobody() -> None:
    with capture_logs() as logged:
        answered = await ask(FRONT, "/fails")
    assert (answered.status, answered.body) == (500, b"")
    assert [line["action"] for line in logged] == ["http-failed"]
