"""What becomes of a row after an attempt."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.outbox import Delivery, DeliveryState, Limited, Missing, Outcome, Refused, Sent, Unknown, Uploaded, Verb
from bot.outbox.courier import (
    LONGEST_WAIT,
    MOST_ATTEMPTS,
    TOKEN_WAIT,
    UNKNOWN_FOR,
    UNKNOWN_LEAST,
    unseen,
    verdict,
    wait_after,
)
from bot.slack import calls

NOW = datetime(2026, 9, 7, 8, 0, tzinfo=UTC)
POST = Delivery(
    "T1", "U1", Verb.POST, "help", {}, "U1", NOW, NOW, state=DeliveryState.CLAIMED, attempts=1, owner="a", id=7
)
outcomes = st.one_of(
    st.builds(Sent, st.just("D1"), st.just("1.2")),
    st.builds(Limited, st.floats(1, 3600)),
    st.builds(Unknown, st.just("http_500")),
    st.builds(Refused, st.sampled_from(sorted(calls.LASTING)), st.just(True)),
    st.builds(Refused, st.sampled_from(sorted(calls.TOKEN)), st.just(False)),
    st.builds(Refused, st.just("internal_error"), st.just(False)),
)


@given(st.integers(1, 10_000))
def test_waits_grow_up_to_a_ceiling(attempts: int) -> None:
    assert timedelta(0) < wait_after(attempts) <= wait_after(attempts + 1) <= LONGEST_WAIT


@given(outcome=outcomes, verb=st.sampled_from(Verb), attempts=st.integers(1, 20), age=st.floats(0, 1e6))
def test_every_outcome_leads_on(outcome: Outcome, verb: Verb, attempts: int, age: float) -> None:
    delivery = replace(POST, verb=verb, attempts=attempts, not_before=NOW - timedelta(seconds=age))
    judged = verdict(delivery, outcome, NOW)
    after = judged.after
    if after is None:  # it stays claimed until it was looked for: only a post can be
        assert verb is Verb.POST
        assert isinstance(outcome, Unknown)
        return
    assert after.state is not DeliveryState.CLAIMED
    assert attempts - 1 <= after.attempts <= attempts
    if after.state is DeliveryState.WAITING:  # never at once: by its own time, or by the workspace's
        assert after.not_before > NOW or (judged.pause_until is not None and judged.pause_until > NOW)
    if judged.report is not None:
        assert verb in (Verb.POST, Verb.EPHEMERAL)
        assert after.state is DeliveryState.FAILED


def test_what_was_uploaded_goes_on_at_once_and_counts_as_no_attempt() -> None:
    judged = verdict(POST, Uploaded("F1"), NOW)
    assert judged.after == replace(POST, state=DeliveryState.WAITING, attempts=0, file="F1")
    assert judged.pause_until is None


@pytest.mark.parametrize(("error", "kept"), [("internal_error", "F1"), (calls.NO_SUCH_FILE, None)])
def test_an_upload_is_kept_until_slack_knows_it_no_longer(error: str, kept: str | None) -> None:
    judged = verdict(replace(POST, file="F1"), Refused(error, lasting=False), NOW)
    assert judged.after is not None
    assert judged.after.file == kept


def test_a_limit_counts_as_no_attempt() -> None:
    judged = verdict(POST, Limited(30), NOW)
    assert judged.after == replace(POST, state=DeliveryState.WAITING, attempts=0)
    assert judged.pause_until == NOW + timedelta(seconds=30)


@pytest.mark.parametrize("error", sorted(calls.TOKEN))
def test_a_refused_token_is_not_the_messages_fault(error: str) -> None:
    judged = verdict(replace(POST, attempts=MOST_ATTEMPTS), Refused(error, calls.is_lasting(error)), NOW)
    assert judged.after is not None
    assert judged.after.state is DeliveryState.WAITING
    assert judged.pause_until == NOW + TOKEN_WAIT


def lasts(error: str) -> timedelta:
    """How long a message is tried for that is refused each time."""
    now, attempts = NOW, 0
    while True:
        attempts += 1
        after = verdict(replace(POST, attempts=attempts), Refused(error, lasting=False), now).after
        assert after is not None
        if after.state is DeliveryState.FAILED:
            return now - NOW
        now = after.not_before


def test_slacks_bad_hour_costs_no_message() -> None:
    assert timedelta(hours=1.5) < lasts("internal_error") < timedelta(hours=3)


def test_what_we_can_not_render_holds_others_up_for_minutes_only() -> None:
    assert timedelta(minutes=1) < lasts("unrenderable") < timedelta(minutes=5)


def test_a_post_without_an_answer_is_given_up_only_after_long() -> None:
    unknown = Unknown("http_500")
    assert verdict(replace(POST, attempts=99), unknown, NOW + UNKNOWN_FOR).after is None
    last = verdict(replace(POST, attempts=UNKNOWN_LEAST), unknown, NOW + UNKNOWN_FOR + timedelta(seconds=1))
    assert last.after is not None
    assert last.after.state is DeliveryState.FAILED


def test_what_waited_while_accord_was_away_is_not_given_up_at_its_first_attempt() -> None:
    for attempts in range(1, UNKNOWN_LEAST):
        assert verdict(replace(POST, attempts=attempts), Unknown("TimeoutError"), NOW + timedelta(days=1)).after is None


def test_what_could_not_be_looked_for_stays_claimed() -> None:
    for found in (Unknown("http_500"), Refused("internal_error", lasting=False), Missing()):
        assert unseen(found, NOW).after is None
        assert unseen(found, NOW).pause_until is None
    assert unseen(Limited(9), NOW).pause_until == NOW + timedelta(seconds=9)
    assert unseen(Refused("token_revoked", lasting=False), NOW).pause_until == NOW + TOKEN_WAIT


def test_no_error_is_both_the_messages_and_the_tokens() -> None:
    assert not calls.LASTING & calls.TOKEN
