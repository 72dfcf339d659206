"""Planted in delivery: what is sent twice, or never."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from unittest.mock import patch

from sqlalchemy import update

from bot.domain.outbox import DeliveryState, Sent, Unknown, Verb
from bot.jobs.ticker import Ticker
from bot.outbox import courier, sender
from bot.outbox.courier import Disposition, job_of
from bot.outbox.sender import Sender
from bot.worker import Bell
from simulation.plan import Size
from storage.queries import lanes, sending
from storage.queries.outbox import Outbox
from storage.queries.sending import Sending
from tests.planted.plants import plant

CALLS = Size(students=2, weeks=2, trouble=70)

ONCE = "each_message_appears_once"


@plant("Rows are taken over while their lease still runs.", ONCE, processes=2, size=CALLS, first=5)
def lease_ignored() -> Iterator[None]:
    look, lost = Sending.look, Sending.claim_lost

    def sees_all(self: Sending, now: Any) -> Any:
        found = look(self, now)
        return replace(found, next_lease=now if found.next_lease is not None else None)

    def takes_all(self: Sending, owner: str, now: Any, limit: int, lease: timedelta, **more: Any) -> Any:
        return lost(self, owner, now + lease * 2, limit, lease, **more)

    with patch.object(Sending, "look", sees_all), patch.object(Sending, "claim_lost", takes_all):
        yield


@plant("A message whose outcome is unknown is sent again without a look.", ONCE, size=CALLS)
def unknown_outcome_treated_as_failed() -> Iterator[None]:
    def again(delivery: Any, reason: str, now: Any) -> Disposition:
        return Disposition(courier._again(delivery, reason, now))

    with patch.object(courier, "_unknown", again):
        yield


@plant("A message whose outcome is unknown counts as sent.", "what_was_sent_is_there", size=CALLS)
def unknown_outcome_treated_as_sent() -> Iterator[None]:
    judge = courier.verdict

    def sent(delivery: Any, outcome: Any, now: Any) -> Disposition:
        return judge(delivery, Sent(None, None) if isinstance(outcome, Unknown) else outcome, now)

    with patch.object(courier, "verdict", sent):
        yield


@plant("A claim is not written down before the message leaves.", ONCE, size=CALLS)
def outcome_not_written_before_sending() -> Iterator[None]:
    def unmarked(self: Sending, deliveries: Any, owner: str, until: Any, *, attempt: int = 1) -> Any:
        held = {"state": DeliveryState.CLAIMED, "owner": owner, "lease_until": until}
        return [replace(d, **held, attempts=d.attempts + attempt) for d in deliveries]

    def unclaimed(self: Outbox, deliveries: Any, owner: str, until: Any) -> Any:
        held = {"state": DeliveryState.CLAIMED, "owner": owner, "lease_until": until}
        return [replace(d, **held, attempts=1) for d in deliveries]

    with patch.object(Sending, "_mark", unmarked), patch.object(Outbox, "claim", unclaimed):
        yield


@plant("Whoever lost a row may still say how it ended.", test="tests/integration/storage/test_sending.py")
def fencing_removed() -> Iterator[None]:
    table = lanes.outbox

    def unfenced(self: Sending, ends: Any, owner: str) -> int:
        for claimed, after in ends:
            written = {name: getattr(after, name) for name in sending._ENDS}
            self._connection.execute(update(table).where(table.c.id == claimed.id).values(written))
        return len(ends)

    with patch.object(Sending, "finish", unfenced):
        yield


@plant("What a dead process held is never taken over.", "nothing_is_left_waiting", size=CALLS, first=1)
def lost_rows_forgotten() -> Iterator[None]:
    with patch.object(Sender, "_claim_lost", lambda *_: []):
        yield


@plant("A worker sleeps until somebody rings, whatever falls due.", "nothing_is_left_waiting", size=CALLS, first=16)
def lost_wake_up_never_polled() -> Iterator[None]:
    wait = Bell.wait

    async def for_ever(self: Bell, seconds: float) -> None:
        await wait(self, 1e9)

    async def not_swept(self: Ticker) -> None:
        """Nobody looks for what nobody was woken for."""

    with patch.object(Bell, "wait", for_ever), patch.object(Ticker, "_sweep", not_swept):
        yield


@plant("A card is refreshed once, whatever happens to the call.", "nothing_is_given_up", size=CALLS, first=1)
def refresh_given_up() -> Iterator[None]:
    unknown = courier._unknown

    def once(delivery: Any, reason: str, now: Any) -> Disposition:
        if delivery.verb is Verb.REFRESH:
            return Disposition(replace(delivery, state=DeliveryState.FAILED, error=reason))
        return unknown(delivery, reason, now)

    with patch.object(courier, "_unknown", once):
        yield


@plant("Cards are not refreshed when their contract moves on.", "no_card_offers_what_is_over", first=4)
def cards_left_as_they_were() -> Iterator[None]:
    from bot.activities.contract import steps

    with patch.object(steps, "refresh", lambda *_: None):
        yield


@plant(
    "A prompt is sent however late it is.",
    test="tests/integration/delivery/test_trouble.py::test_a_lost_prompt_that_is_late_by_now_is_not_sent_again",
)
def expired_prompts_sent() -> Iterator[None]:
    def timeless(delivery: Any, prepare: Any) -> Any:
        return job_of(replace(delivery, expires_at=None), prepare)

    claim = Sending._claim_in

    def all_in_time(self: Sending, workspace: str, owner: str, now: Any, *more: Any) -> Any:
        with patch.object(Sending, "_expire", lambda *_: None):
            return claim(self, workspace, owner, now, *more)

    with patch.object(sender, "job_of", timeless), patch.object(Sending, "_claim_in", all_in_time):
        yield
