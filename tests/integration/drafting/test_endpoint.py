"""What a server may answer, over real HTTP: whatever it is, there are drafts or none, and nothing is raised."""

import json

import pytest

from bot.domain.drafts import CallOutcome
from bot.llm.drafter import FAILURES, FIRST_REST
from sandbox.language_model import (
    Step,
    body,
    completion,
    cuts,
    drafts,
    endless,
    fails,
    hangs,
    knows_only,
    says,
)
from tests.integration.drafting.conftest import GOOD, GOOD_TOO, VAGUE, asking

ANSWER = json.dumps({"drafts": [{"text": GOOD, "basis": ""}]})


async def test_a_good_answer() -> None:
    async with asking(drafts(GOOD, GOOD_TOO)) as runner:
        assert await runner.draft() == (GOOD, GOOD_TOO)
        (call,) = runner.book.calls
        assert (call.outcome, call.way, call.prompt_tokens, call.completion_tokens) == (
            CallOutcome.ANSWERED,
            "schema",
            700,
            60,
        )
        assert call.received == json.dumps({"drafts": [{"text": t, "basis": "as written"} for t in (GOOD, GOOD_TOO)]})


@pytest.mark.parametrize(
    "content",
    [
        f"Sure, here you go:\n```json\n{ANSWER}\n```\nGood luck.",
        f"<think>They want {{drafts}} [maybe]</think>{ANSWER}",
        json.dumps([{"text": GOOD}]),
        json.dumps({"type": "drafts"}) + ANSWER,
        json.dumps({"drafts": [GOOD]}),
        json.dumps({"drafts": [{"text": GOOD, "basis": None, "confidence": 0.9}], "note": "x"}),
    ],
)
async def test_an_answer_that_is_nearly_as_asked(content: str) -> None:
    async with asking(says(content)) as runner:
        assert await runner.draft() == (GOOD,)
        assert len(runner.book.calls) == 1


async def test_a_server_that_leaves_out_all_it_can() -> None:
    async with asking(body(json.dumps({"choices": [{"message": {"content": ANSWER}}]}))) as runner:
        assert await runner.draft() == (GOOD,)
        assert runner.book.calls[0].prompt_tokens == 0


@pytest.mark.parametrize(
    "step",
    [
        says('{"drafts": [{"text": "In __ of'),
        says("I would rather talk about the weather."),
        says(""),
        says(None),
        says('{"targets": ["x"]}'),
        says('{"drafts": "none"}'),
        says('{"drafts": [1, 2]}'),
        says("[" * 20_000),
        body("{}"),
        body("[]"),
        body("null"),
        body('{"choices": []}'),
        body('{"choices": [{"message": null}]}'),
        body('{"choices": [{"message": {"content": 7}}], "usage": {"prompt_tokens": "many"}}'),
        body("not json"),
        body("<html>Welcome to the Wi-Fi of this hotel</html>", "text/html"),
    ],
)
async def test_an_answer_that_can_not_be_read_is_asked_for_in_every_way_and_then_given_up(step: Step) -> None:
    async with asking(step) as runner:
        assert await runner.draft() == ()
        assert runner.book.ways == ["schema", "json", "plain"]
        assert set(runner.book.outcomes) == {CallOutcome.UNREADABLE}


async def test_a_server_that_knows_no_schema_is_asked_for_json_from_then_on() -> None:
    async with asking(knows_only("json_object", otherwise=drafts(GOOD))) as runner:
        assert await runner.draft() == (GOOD,)
        assert await runner.draft() == (GOOD,)
        assert runner.book.ways == ["schema", "json", "json"]


async def test_a_server_that_knows_nothing_is_asked_plainly() -> None:
    async with asking(knows_only("", otherwise=says(f"Here: {ANSWER}"))) as runner:
        assert await runner.draft() == (GOOD,)
        assert runner.book.ways == ["schema", "json", "plain"]
        assert "response_format" not in runner.model.seen[-1]


@pytest.mark.parametrize(
    ("step", "outcome"),
    [
        (says(None, refusal="I can not help with that."), CallOutcome.REFUSED),
        (says("", finish="content_filter"), CallOutcome.REFUSED),
        (says('{"drafts": [', finish="length"), CallOutcome.CUT_SHORT),
        (fails(401), CallOutcome.FORBIDDEN),
        (fails(403), CallOutcome.FORBIDDEN),
        (endless(4), CallOutcome.CUT_SHORT),
    ],
)
async def test_what_asking_again_would_not_change_is_asked_once(step: Step, outcome: CallOutcome) -> None:
    async with asking(step) as runner:
        assert await runner.draft() == ()
        assert runner.book.outcomes == [outcome]


@pytest.mark.parametrize(
    ("step", "outcome"),
    [
        (fails(500), CallOutcome.SERVER_FAILED),
        (fails(503), CallOutcome.SERVER_FAILED),
        (fails(429), CallOutcome.LIMITED),
        (cuts, CallOutcome.UNREACHABLE),
    ],
)
async def test_a_server_that_stumbles_is_asked_again(step: Step, outcome: CallOutcome) -> None:
    async with asking(step, step, drafts(GOOD)) as runner:
        assert await runner.draft() == (GOOD,)
        assert runner.book.outcomes == [outcome, outcome, CallOutcome.ANSWERED]
        first, second = runner.waits
        assert 0 < first < second


async def test_a_limited_server_is_left_alone_as_long_as_it_says() -> None:
    async with asking(fails(429, [("Retry-After", "7")]), drafts(GOOD)) as runner:
        assert await runner.draft() == (GOOD,)
        assert runner.waits == [7.0]


@pytest.mark.parametrize("said", ["3600", "Wed, 21 Oct 2037 07:28:00 GMT", "-5", "nan"])
async def test_nobody_waits_longer_than_there_is_time(said: str) -> None:
    async with asking(fails(429, [("Retry-After", said)]), timeout=10.0) as runner:
        assert await runner.draft() == ()
        assert sum(runner.waits) < 10.0


async def test_a_server_that_hangs_is_given_up_when_the_time_is_over() -> None:
    async with asking(hangs, timeout=0.3) as runner:
        assert await runner.draft() == ()
        assert set(runner.book.outcomes) == {CallOutcome.TIMED_OUT}


async def test_nobody_there() -> None:
    async with asking(drafts(GOOD)) as runner:
        runner.drafter._endpoint._client.base_url = "http://127.0.0.1:9/v1"  # type: ignore[attr-defined]
        assert await runner.draft() == ()
        assert set(runner.book.outcomes) == {CallOutcome.UNREACHABLE}


async def test_what_can_not_be_measured_is_mended_once() -> None:
    async with asking(drafts(GOOD_TOO, VAGUE), drafts(GOOD)) as runner:
        assert await runner.draft() == (GOOD_TOO, GOOD)
        last = json.loads(runner.model.seen[-1]["messages"][-1]["content"].split("\n\n", 1)[1])
        assert last == {"rewrite": [{"text": VAGUE, "lacks": ["observable", "measure", "timeframe"]}]}


async def test_what_is_still_not_measurable_is_dropped() -> None:
    async with asking(drafts(GOOD_TOO, VAGUE), drafts(VAGUE)) as runner:
        assert await runner.draft() == (GOOD_TOO,)
        assert len(runner.book.calls) == 2


async def test_what_was_good_stands_though_the_mending_hangs() -> None:
    async with asking(drafts(GOOD, VAGUE), hangs, timeout=2.0) as runner:
        assert await runner.draft() == (GOOD,)
        assert runner.book.outcomes == [CallOutcome.ANSWERED, CallOutcome.TIMED_OUT]


async def test_no_more_than_three_and_none_twice() -> None:
    many = [GOOD, GOOD, GOOD_TOO, GOOD.replace("vary", "mark"), GOOD.replace("vary", "read")]
    async with asking(drafts(*many)) as runner:
        assert await runner.draft() == (GOOD, GOOD_TOO, many[3])


async def test_the_budget_is_kept() -> None:
    async with asking(drafts(GOOD), budget=1) as runner:
        assert await runner.draft() == (GOOD,)
        assert await runner.draft() == ()
        assert len(runner.model.requests) == 1


async def test_a_server_that_is_down_is_left_alone_for_a_while() -> None:
    async with asking(fails(401), fails(401), fails(401), drafts(GOOD)) as runner:
        for _ in range(FAILURES):
            assert await runner.draft() == ()
        assert await runner.draft() == ()
        assert len(runner.model.requests) == FAILURES
        runner.clock[0] += FIRST_REST
        assert await runner.draft() == (GOOD,)
        assert await runner.draft() == (GOOD,)


def test_a_completion_is_as_the_protocol_has_it() -> None:
    from openai.types.chat import ChatCompletion

    assert ChatCompletion.model_validate(completion("x")).choices[0].message.content == "x"
