"""Whether what was claimed still leaves."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.outbox import (
    Delivery,
    DeliveryState,
    File,
    Late,
    Limited,
    Message,
    Missing,
    Outcome,
    Refused,
    SearchOutcome,
    Sent,
    Unknown,
    Uploaded,
    Verb,
)
from bot.outbox.courier import A_CALL, Courier, Job

NOON = datetime(2027, 1, 13, 12, 0, tzinfo=UTC)
MESSAGE = Message("hello", ())


class Stopped:
    """A clock that stands."""

    def now(self) -> datetime:
        return NOON


class Slack:
    """Takes everything, and keeps what it took."""

    def __init__(self) -> None:
        self.took: list[int] = []
        self.texts: list[str] = []
        self.words: Sequence[str] | Refused | Limited | Unknown = ()

    async def post(self, delivery: Delivery, message: Message) -> Outcome:
        self.took.append(delivery.id)
        self.texts.append(message.text)
        return Sent("D1", "1.1")

    ephemeral = update = publish_home = post

    async def upload(self, delivery: Delivery, file: File, content: bytes) -> Outcome:
        return Uploaded("F1")

    async def share(self, delivery: Delivery, message: Message, file: File) -> Outcome:
        return await self.post(delivery, message)

    async def find(self, delivery: Delivery) -> SearchOutcome:
        return Missing()

    async def read(self, workspace: str, late: Late) -> Sequence[str] | Refused | Limited | Unknown:
        return self.words


def claimed(left: timedelta) -> Delivery:
    until = NOON + left
    return Delivery(
        "T1",
        "U1",
        Verb.POST,
        "help",
        {},
        "U1",
        NOON,
        NOON,
        state=DeliveryState.CLAIMED,
        attempts=1,
        lease_until=until,
        id=7,
    )


@pytest.mark.parametrize("lost", [False, True])
async def test_what_has_time_left_leaves(lost: bool) -> None:
    slack = Slack()
    verdict = await Courier(slack, Stopped()).carry(Job(claimed(A_CALL), MESSAGE, lost=lost))
    assert verdict.after is not None
    assert verdict.after.state is DeliveryState.SENT
    assert slack.took == [7]


@pytest.mark.parametrize("lost", [False, True])
@pytest.mark.parametrize("left", [A_CALL - timedelta(microseconds=1), timedelta(0), timedelta(seconds=-100)])
async def test_who_stood_still_until_the_lease_ends_leaves_it_to_others(left: timedelta, lost: bool) -> None:
    """Another program may look for it from then on, and would not find what leaves now."""
    slack = Slack()
    verdict = await Courier(slack, Stopped()).carry(Job(claimed(left), MESSAGE, lost=lost))
    assert verdict.after is None
    assert slack.took == []


def wanting_words() -> Message:
    late = Late("U1", "D1", ("1.1",), lambda read: Message(" / ".join(read), ()))
    return Message("words to come", (), late)


async def test_words_that_are_read_as_late_as_that_leave_in_their_message() -> None:
    slack = Slack()
    slack.words = ["one", "two"]
    verdict = await Courier(slack, Stopped()).carry(Job(claimed(A_CALL), wanting_words()))
    assert slack.texts == ["one / two"]
    assert verdict.after is not None
    assert verdict.after.state is DeliveryState.SENT


async def test_words_that_are_gone_leave_nothing_and_somebody_hears_of_it() -> None:
    slack = Slack()
    verdict = await Courier(slack, Stopped()).carry(Job(claimed(A_CALL), wanting_words()))
    assert (slack.texts, verdict.report) == ([], "words_gone")
    assert verdict.after is not None
    assert verdict.after.state is DeliveryState.EXPIRED


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (Limited(30.0), DeliveryState.WAITING),
        (Unknown("TimeoutError"), DeliveryState.WAITING),
        (Refused("internal_error", lasting=False), DeliveryState.WAITING),
        (Refused("channel_not_found", lasting=True), DeliveryState.FAILED),
    ],
)
async def test_words_that_could_not_be_read_leave_nothing_yet(
    answer: Limited | Unknown | Refused, state: DeliveryState
) -> None:
    slack = Slack()
    slack.words = answer
    verdict = await Courier(slack, Stopped()).carry(Job(claimed(A_CALL), wanting_words()))
    assert slack.texts == []
    assert verdict.after is not None
    assert verdict.after.state is state
