"""Whatever comes from anywhere is answered, and nothing but what Slack signed a moment ago goes further."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from structlog.testing import capture_logs

from bot.domain.installation import LockedOut
from bot.slack.http.front import MOST_SECONDS, Front, HttpResponse, Intake
from tests.unit.http.asking import NOW, SECRET, Answered, StandingClock, ask, signed

PATH = "/slack/events"
BODY = b'{"type": "event_callback", "event": {"type": "message", "text": "a walrus"}}'
STAMP = int(NOW.timestamp())


@dataclass
class KeptBolt:
    """Keeps what is dispatched."""

    bodies: list[str] = field(default_factory=list)
    headers: list[dict[str, Sequence[str]]] = field(default_factory=list)
    unreadable: list[Any] = field(default_factory=list)

    async def take_unreadable(self, body: Any) -> None:
        self.unreadable.append(body)

    async def async_dispatch(self, request: AsyncBoltRequest) -> BoltResponse:
        self.bodies.append(request.raw_body)
        self.headers.append(request.headers)
        return BoltResponse(status=200, body="")


def front_of(bolt: KeptBolt, secrets: Sequence[str] = (SECRET,)) -> Front:
    intake = Intake(bolt, bolt.take_unreadable, secrets, StandingClock(), no_one_is_locked_out)  # type: ignore[arg-type]
    return Front({PATH: {"POST": intake}})


async def no_one_is_locked_out(locked: LockedOut, payload: Mapping[str, Any]) -> HttpResponse:
    raise AssertionError(locked.workspace)


async def post(bolt: KeptBolt, headers: Mapping[str, str] | list[tuple[str, str]], body: bytes = BODY) -> Answered:
    return await ask(front_of(bolt), PATH, method="POST", headers=headers, parts=[body])


Change = Callable[[dict[str, str]], dict[str, str] | list[tuple[str, str]]]


def with_time(time: str) -> Change:
    return lambda headers: headers | {"x-slack-request-timestamp": time}


def with_signature(signature: str) -> Change:
    return lambda headers: headers | {"x-slack-signature": signature}


def without(name: str) -> Change:
    return lambda headers: {k: v for k, v in headers.items() if k != name}


FORGED: dict[str, Change] = {
    "no headers": lambda _: {},
    "no time": without("x-slack-request-timestamp"),
    "no signature": without("x-slack-signature"),
    "no number as time": with_time("soon"),
    "an empty time": with_time(""),
    "a time with a fraction": with_time(f"{STAMP}.5"),
    "a negative time": with_time(f"-{STAMP}"),
    "a time with a sign": with_time(f"+{STAMP}"),
    "a time with an underscore": with_time("1_799_852_400"),
    "a time with a space": with_time(f" {STAMP}"),
    "digits of another script": with_time("\u00b9\u00b2"),
    "a huge time": with_time("9" * 5000),
    "a time a little later": with_time(str(STAMP + 1)),
    "an empty signature": with_signature(""),
    "no ASCII in the signature": with_signature("v0=" + "\u00e9" * 64),
    "another version": lambda h: h | {"x-slack-signature": h["x-slack-signature"].replace("v0=", "v1=")},
    "capitals": lambda h: h | {"x-slack-signature": h["x-slack-signature"].upper()},
    "a short signature": lambda h: h | {"x-slack-signature": h["x-slack-signature"][:-1]},
    "a long signature": lambda h: h | {"x-slack-signature": h["x-slack-signature"] + "0"},
    "a line too many": lambda h: h | {"x-slack-signature": h["x-slack-signature"] + "\n"},
    "another secret": lambda _: signed(BODY, secret="another secret"),
    "another body": lambda _: signed(BODY + b" "),
    "yesterday's": lambda _: signed(BODY, at=STAMP - 86_400),
    "just too old": lambda _: signed(BODY, at=STAMP - MOST_SECONDS - 1),
    "tomorrow's": lambda _: signed(BODY, at=STAMP + 86_400),
    "just too new": lambda _: signed(BODY, at=STAMP + MOST_SECONDS + 1),
    "two signatures": lambda h: [*h.items(), ("x-slack-signature", h["x-slack-signature"])],
    "two times": lambda h: [*h.items(), ("x-slack-request-timestamp", "0")],
}


@pytest.mark.parametrize("how", FORGED)
async def test_what_is_not_slacks_is_refused(how: str) -> None:
    bolt = KeptBolt()
    with capture_logs() as logged:
        answered = await post(bolt, FORGED[how](signed(BODY)))
    assert (answered.status, answered.body, bolt.bodies) == (401, b"", [])
    assert [line["action"] for line in logged] == ["http-refused"]
    assert "walrus" not in str(logged)


@pytest.mark.parametrize("late", [-MOST_SECONDS, -1, 0, 1, MOST_SECONDS])
async def test_what_is_slacks_goes_on(late: int) -> None:
    bolt = KeptBolt()
    assert (await post(bolt, signed(BODY, at=STAMP + late))).status == 200
    assert bolt.bodies == [BODY.decode()]


async def test_a_type_that_bolt_has_no_listeners_for_is_acknowledged_and_not_logged() -> None:
    bolt, body = KeptBolt(), b'{"type": "hologram", "text": "a walrus"}'
    with capture_logs() as logged:
        assert (await post(bolt, signed(body), body)).status == 200
    assert (bolt.bodies, bolt.unreadable) == ([], [{"type": "hologram", "text": "a walrus"}])
    assert "walrus" not in str(logged)


@pytest.mark.parametrize(
    ("secrets", "status"), [(("new", "old"), 200), (("old", "new"), 200), (("new",), 401), ((), 401)]
)
async def test_whichever_secret_signed_it_is_one_of_ours(secrets: tuple[str, ...], status: int) -> None:
    front, headers = front_of(KeptBolt(), secrets), signed(BODY, secret="old")
    assert (await ask(front, PATH, method="POST", headers=headers, parts=[BODY])).status == status


async def test_the_body_of_a_request_with_bad_headers_is_not_read() -> None:
    answered = await ask(front_of(KeptBolt()), PATH, method="POST", headers={}, parts=[b"x" * 100])
    assert (answered.status, answered.parts_read) == (401, 0)


async def test_a_body_that_is_no_text_is_refused() -> None:
    bolt = KeptBolt()
    assert (await post(bolt, signed(b"\xff\xfe"), b"\xff\xfe")).status == 400
    assert bolt.bodies == []


header = st.text(st.characters(max_codepoint=255), max_size=80)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(time=header, signature=header | st.from_regex(r"v0=[0-9a-f]{64}", fullmatch=True), body=st.binary(max_size=200))
async def test_nothing_unsigned_ever_goes_on_or_fails(time: str, signature: str, body: bytes) -> None:
    bolt = KeptBolt()
    answered = await post(bolt, {"x-slack-request-timestamp": time, "x-slack-signature": signature}, body)
    assert (answered.status, bolt.bodies) == (401, [])
    answered = await post(bolt, {"x-slack-request-timestamp": str(STAMP), "x-slack-signature": signature}, body)
    assert (answered.status, bolt.bodies) == (401, [])


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(body=st.text(max_size=300), cuts=st.lists(st.integers(0, 300), max_size=5))
async def test_a_signed_body_arrives_as_it_was_sent_in_whatever_parts(body: str, cuts: list[int]) -> None:
    raw = f"command=/accord&text={quote(body, errors='replace')}".encode()  # a form without a payload, as a command is
    edges = sorted({0, len(raw), *(c for c in cuts if c < len(raw))})
    parts = [raw[a:b] for a, b in pairwise(edges)] or [b""]
    bolt = KeptBolt()
    answered = await ask(front_of(bolt), PATH, method="POST", headers=signed(raw), parts=parts)
    assert answered.status == 200
    assert bolt.bodies == [raw.decode()]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["team", "authorizations", "event", "user", "type", "view", "id"]), inner)
    ),
    max_leaves=12,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(payload=json_values, form=st.booleans())
async def test_whatever_is_signed_is_taken_or_refused_and_never_fails(payload: object, form: bool) -> None:
    raw = (urlencode({"payload": json.dumps(payload)}) if form else json.dumps(payload)).encode()
    headers = signed(raw) | {"content-type": "application/x-www-form-urlencoded" if form else "application/json"}
    with capture_logs() as logged:
        answered = await post(KeptBolt(), headers, raw)
    assert answered.status in (200, 400)
    assert [line for line in logged if line["action"] != "malformed"] == []


async def test_a_payload_without_an_end_is_refused() -> None:
    raw = b'{"team":' * 100_000
    answered = await post(KeptBolt(), signed(raw) | {"content-type": "application/json"}, raw)
    assert answered.status == 400


async def test_only_what_bolt_needs_is_passed_on() -> None:
    """A header of Bolt's own would let a request run without its listener, or be run as something else."""
    bolt = KeptBolt()
    steering = {"x-slack-bolt-lazy-only": "1", "x-slack-bolt-lazy-function-name": "any", "x-slack-retry-num": "2"}
    await post(bolt, signed(BODY) | steering)
    (seen,) = bolt.headers
    assert set(seen) == {"x-slack-retry-num"}


async def test_what_nobody_can_read_is_taken_and_told_of() -> None:
    bolt = KeptBolt()
    raw = json.dumps({"type": "block_actions", "actions": [], "user": {"id": "U1"}}).encode()
    answered = await post(bolt, signed(raw) | {"content-type": "application/json"}, raw)
    assert answered.status == 200
    assert [body["user"] for body in bolt.unreadable] == [{"id": "U1"}]
    assert bolt.bodies == []
