"""What becomes of a row after an attempt: pure functions of the row, the outcome and the time."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.outbox import Delivery, DeliveryState, Verb
from bot.outbox.outcomes import Found, Limited, Outcome, Refused, Sent, Unknown
from bot.slack import errors

MOST_ATTEMPTS = 20
"""After so many passing refusals a message has failed: about two hours, by the schedule below. Most bad times of Slack
are shorter; and what is refused for a reason of its own keeps those behind it waiting no longer."""

OUR_ATTEMPTS = 8
"""The same for what we can not render: that is our own fault, and hardly passes while others wait behind it."""

UNKNOWN_FOR = timedelta(hours=1)
"""After so long without an answer that says anything, a message that is not there has failed."""

FIRST_WAIT = timedelta(seconds=1)
LONGEST_WAIT = timedelta(minutes=10)
DATABASE_WAIT = timedelta(seconds=5)
"""How long a message waits that could not be read when it was to leave."""

TOKEN_WAIT = timedelta(minutes=15)
"""How long a workspace rests whose token is refused."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`after` is what the row becomes; None leaves it claimed until its lease runs out. `pause_until` holds the
    workspace back; `report` names a lasting failure that somebody has to hear of."""

    after: Delivery | None
    pause_until: datetime | None = None
    report: str | None = None


def wait_after(attempts: int) -> timedelta:
    """How long to wait after the given number of attempts (1 or more): doubling, with a ceiling."""
    return min(FIRST_WAIT * 2.0 ** min(attempts - 1, 30), LONGEST_WAIT)


def verdict(delivery: Delivery, outcome: Outcome, now: datetime) -> Verdict:
    """Judge an attempt. `delivery` is the row as it was claimed."""
    match outcome:
        case Sent():
            return Verdict(sent(delivery, outcome, now))
        case Limited():
            # It never left, or Slack told us when to come back: neither counts as an attempt.
            return Verdict(_uncounted(delivery), now + timedelta(seconds=outcome.retry_after))
        case Refused(error) if error in errors.TOKEN:
            return Verdict(_uncounted(delivery, error), now + TOKEN_WAIT)
        case Refused(error, lasting):
            if lasting or delivery.attempts >= _most(error):
                return _failed(delivery, error)
            return Verdict(_again(delivery, error, now))
        case Unknown(reason):
            return _unknown(delivery, reason, now)


def _most(error: str) -> int:
    return OUR_ATTEMPTS if error == errors.UNRENDERABLE else MOST_ATTEMPTS


def unseen(found: Found, now: datetime) -> Verdict:
    """We could not look whether a message arrived: it stays claimed, and we look again when the lease runs out."""
    match found:
        case Limited(retry_after):
            return Verdict(None, now + timedelta(seconds=retry_after))
        case Refused(error) if error in errors.TOKEN:
            return Verdict(None, now + TOKEN_WAIT)
        case _:
            return Verdict(None)


def put_off(delivery: Delivery, now: datetime) -> Verdict:
    """It never left, for no reason of its own: that counts as no attempt."""
    return Verdict(replace(_uncounted(delivery, "database_away"), not_before=now + DATABASE_WAIT))


def sent(delivery: Delivery, where: Sent, now: datetime) -> Delivery:
    return replace(delivery, state=DeliveryState.SENT, channel=where.channel, ts=where.ts, sent_at=now, error=None)


def expired(delivery: Delivery, error: str) -> Delivery:
    return replace(delivery, state=DeliveryState.EXPIRED, error=error)


def _unknown(delivery: Delivery, reason: str, now: datetime) -> Verdict:
    if delivery.verb is Verb.EPHEMERAL:
        return Verdict(expired(delivery, reason))  # nobody can look for it, and saying it twice helps nobody
    if delivery.verb is Verb.POST:
        since = max(delivery.created_at, delivery.not_before)
        return _failed(delivery, reason) if now - since > UNKNOWN_FOR else Verdict(None)
    if delivery.attempts >= MOST_ATTEMPTS:
        return _failed(delivery, reason)
    return Verdict(_again(delivery, reason, now))  # the same content once more does no harm


def _again(delivery: Delivery, error: str, now: datetime) -> Delivery:
    wait = wait_after(delivery.attempts)
    return replace(delivery, state=DeliveryState.WAITING, not_before=now + wait, error=error)


def _uncounted(delivery: Delivery, error: str | None = None) -> Delivery:
    attempts = delivery.attempts - 1
    return replace(delivery, state=DeliveryState.WAITING, attempts=attempts, error=error or delivery.error)


def _failed(delivery: Delivery, error: str) -> Verdict:
    after = replace(delivery, state=DeliveryState.FAILED, error=error)
    said = delivery.verb in (Verb.POST, Verb.EPHEMERAL)
    return Verdict(after, report=error if said else None)
