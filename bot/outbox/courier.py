"""Carries one claimed message to Slack and says what becomes of its row."""

from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

import structlog
from sqlalchemy import exc

from bot import metrics
from bot.domain.outbox import (
    RATE_LIMITED,
    WORDS_GONE,
    Delivery,
    DeliveryState,
    EndedAttempt,
    Late,
    Limited,
    Message,
    Missing,
    Outcome,
    Pace,
    Refused,
    SearchOutcome,
    Sent,
    Unknown,
    Uploaded,
    Verb,
)
from bot.outbox.with_file import FileCarrier, SlackWithFiles
from bot.slack import calls
from bot.steady_clock import Clock
from storage.unit_of_work import UnitOfWork

# What delivery needs of others, as protocols. bot/app.py puts the parts together.


Prepare = Callable[[UnitOfWork, Delivery], Message | None]
"""Renders from the state of now, which it only reads; None where nothing is left to say."""


Meet = Callable[[UnitOfWork, Sequence[Delivery]], None]
"""Reads what several messages that are rendered next will ask for."""


ReportFailure = Callable[[UnitOfWork, Delivery, str], None]
"""Told of a message that can lastingly not be delivered (uow, delivery, Slack's error)."""


Arrived = Callable[[UnitOfWork, Delivery], None]
"""Told of a message that Slack took (uow, delivery), where somebody waits to know."""


class Look(Protocol):
    """What there is to do; storage/queries/sending.py says what each part means."""

    @property
    def workspaces(self) -> Sequence[str]: ...
    @property
    def next_due(self) -> datetime | None: ...
    @property
    def next_lease(self) -> datetime | None: ...


class Sending(Protocol):
    """The outbox of every workspace, in one transaction; storage/queries/sending.py says what each method promises."""

    def in_workspace(self, workspace: str, now: datetime) -> UnitOfWork: ...
    def look(self, now: datetime) -> Look: ...
    def claim(
        self,
        owner: str,
        now: datetime,
        limit: int,
        lease: timedelta,
        pace: Pace,
        workspaces: Sequence[str],
    ) -> list[Delivery]: ...
    def claim_lost(
        self,
        owner: str,
        now: datetime,
        limit: int,
        lease: timedelta,
        *,
        on_their_way: Collection[int] = (),
        settled: timedelta | None = None,
    ) -> list[Delivery]: ...
    def finish(self, ends: Sequence[EndedAttempt], owner: str) -> int: ...
    def pause(self, workspace: str, until: datetime) -> None: ...


Sendings = Callable[[], AbstractContextManager[Sending]]
"""Begins a transaction over all workspaces; commits when the block ends, rolls back when it raises."""


class Slack(SlackWithFiles, Protocol):
    """Where messages go. No method raises: whatever happens is an outcome."""

    async def post(self, delivery: Delivery, message: Message) -> Outcome:
        """A message in the conversation of the lane, which carries the delivery's key as metadata."""

    async def ephemeral(self, delivery: Delivery, message: Message) -> Outcome:
        """A message that only the reader sees."""

    async def update(self, delivery: Delivery, message: Message) -> Outcome:
        """New content for the message at the delivery's `channel` and `ts`."""

    async def publish_home(self, delivery: Delivery, message: Message) -> Outcome:
        """The reader's Home."""

    async def find(self, delivery: Delivery) -> SearchOutcome:
        """Look for a post that may have arrived."""

    async def read(self, workspace: str, late: Late) -> Sequence[str] | Refused | Limited | Unknown:
        """What stands there now of words that are read as late as this."""


def key(delivery: Delivery) -> str:
    """What identifies a delivery in the metadata of its message."""
    return f"{delivery.workspace}-{delivery.id}"


# What becomes of a row after an attempt: pure functions of the row, the outcome and the time.


MOST_ATTEMPTS = 20
"""After so many passing refusals a message has failed: about two hours, by the schedule below. Most bad times of Slack
are shorter; and what is refused for a reason of its own keeps those behind it waiting no longer."""

OUR_ATTEMPTS = 8
"""The same for what we can not render: that is our own fault, and hardly passes while others wait behind it."""

UNKNOWN_FOR = timedelta(hours=1)
"""After so long without an answer that says anything, a message that is not there has failed; not before it was tried
UNKNOWN_LEAST times, since Accord itself may have been away for that long."""
UNKNOWN_LEAST = 5

FIRST_WAIT = timedelta(seconds=1)
LONGEST_WAIT = timedelta(minutes=10)
DATABASE_WAIT = timedelta(seconds=5)
"""How long a message waits that could not be read when it was to leave."""

TOKEN_WAIT = timedelta(minutes=15)
"""How long a workspace rests whose token is refused."""


@dataclass(frozen=True, slots=True)
class Disposition:
    """`after` is what the row becomes; None leaves it claimed until its lease runs out. `pause_until` holds the
    workspace back; `report` names a lasting failure that somebody has to hear of; `no_charts`: Slack has just refused
    one."""

    after: Delivery | None
    pause_until: datetime | None = None
    report: str | None = None
    no_charts: bool = False


def wait_after(attempts: int) -> timedelta:
    """How long to wait after the given number of attempts (1 or more): doubling, with a ceiling."""
    return min(FIRST_WAIT * 2.0 ** min(attempts - 1, 30), LONGEST_WAIT)


def verdict(delivery: Delivery, outcome: Outcome, now: datetime) -> Disposition:
    """Judge an attempt. `delivery` is the row as it was claimed."""
    match outcome:
        case Sent():
            chart = outcome.in_words and delivery.verb is not Verb.HOME
            return Disposition(sent(delivery, outcome, now), no_charts=chart)
        case Uploaded(file):
            return Disposition(replace(_uncounted(delivery), file=file))
        case Limited():
            # It never left, or Slack told us when to come back: neither counts as an attempt.
            return Disposition(_uncounted(delivery), now + timedelta(seconds=outcome.retry_after))
        case Refused(error) if error in calls.TOKEN:
            return Disposition(_uncounted(delivery, error), now + TOKEN_WAIT)
        case Refused(error, lasting):
            if lasting or delivery.attempts >= _most(error):
                return _failed(delivery, error)
            return Disposition(_again(_without_file(delivery, error), error, now))
        case Unknown(reason):
            return _unknown(delivery, reason, now)


def _most(error: str) -> int:
    return OUR_ATTEMPTS if error == calls.UNRENDERABLE else MOST_ATTEMPTS


def unseen(found: SearchOutcome, now: datetime) -> Disposition:
    """We could not look whether a message arrived: it stays claimed, and we look again when the lease runs out."""
    match found:
        case Limited(retry_after):
            return Disposition(None, now + timedelta(seconds=retry_after))
        case Refused(error) if error in calls.TOKEN:
            return Disposition(None, now + TOKEN_WAIT)
        case _:
            return Disposition(None)


def put_off(delivery: Delivery, now: datetime) -> Disposition:
    """It never left, for no reason of its own: that counts as no attempt."""
    return Disposition(replace(_uncounted(delivery, "database_away"), not_before=now + DATABASE_WAIT))


def sent(delivery: Delivery, where: Sent, now: datetime) -> Delivery:
    return replace(delivery, state=DeliveryState.SENT, channel=where.channel, ts=where.ts, sent_at=now, error=None)


def expired(delivery: Delivery, error: str) -> Delivery:
    return replace(delivery, state=DeliveryState.EXPIRED, error=error)


def _unknown(delivery: Delivery, reason: str, now: datetime) -> Disposition:
    if delivery.verb is Verb.EPHEMERAL:
        return Disposition(expired(delivery, reason))  # nobody can look for it, and saying it twice helps nobody
    if delivery.verb is Verb.POST:
        since = max(delivery.created_at, delivery.not_before)
        given_up = now - since > UNKNOWN_FOR and delivery.attempts >= UNKNOWN_LEAST
        return _failed(delivery, reason) if given_up else Disposition(None)
    if delivery.attempts >= MOST_ATTEMPTS:
        return _failed(delivery, reason)
    return Disposition(_again(delivery, reason, now))  # the same content once more does no harm


def _again(delivery: Delivery, error: str, now: datetime) -> Delivery:
    wait = wait_after(delivery.attempts)
    return replace(delivery, state=DeliveryState.WAITING, not_before=now + wait, error=error)


def _uncounted(delivery: Delivery, error: str | None = None) -> Delivery:
    attempts = delivery.attempts - 1
    return replace(delivery, state=DeliveryState.WAITING, attempts=attempts, error=error or delivery.error)


def _without_file(delivery: Delivery, error: str) -> Delivery:
    """What is not there any more is uploaded anew."""
    return replace(delivery, file=None) if error == calls.NO_SUCH_FILE else delivery


def _failed(delivery: Delivery, error: str) -> Disposition:
    after = replace(delivery, state=DeliveryState.FAILED, error=error)
    said = delivery.verb in (Verb.POST, Verb.EPHEMERAL)
    return Disposition(after, report=error if said else None)


log = structlog.get_logger()

A_CALL = timedelta(seconds=15)
"""By the clock. Longer than a call lives: what leaves so long before its lease ends has arrived, or not, by then."""


ANEW = (Verb.REFRESH, Verb.HOME)
"""What changes something that stands there: there is nothing to change where it shows the same."""


@dataclass(frozen=True, slots=True)
class Job:
    """A claimed row, and what it says now: None where nothing is left to say.

    `lost` where an earlier attempt may have arrived; `broken` where it could not be rendered; `unread` where the
    database was away when it was to be.
    """

    delivery: Delivery
    message: Message | None
    lost: bool = False
    broken: bool = False
    unread: bool = False


class Courier:
    """Knows Slack and the time; the database is the sender's."""

    def __init__(self, slack: Slack, clock: Clock) -> None:
        self._slack = slack
        self._clock = clock
        self._ways = {
            Verb.POST: slack.post,
            Verb.EPHEMERAL: slack.ephemeral,
            Verb.REFRESH: slack.update,
            Verb.HOME: slack.publish_home,
        }
        self._files = FileCarrier(slack, clock.now, self._has_time)
        self._gaps: set[tuple[str, str]] = set()

    async def carry(self, job: Job) -> Disposition:
        """One attempt, from looking for an earlier one to what becomes of the row."""
        if job.lost:
            earlier = await self._look(job.delivery)
            if earlier is not None:
                return earlier
        now = self._clock.now()
        if job.unread:
            return put_off(job.delivery, now)
        if job.broken:
            return self._judge(job.delivery, Refused(calls.UNRENDERABLE, lasting=False), now)
        if job.message is None:
            return Disposition(expired(job.delivery, "nothing-to-say"))
        if job.delivery.expires_at is not None and job.delivery.expires_at <= now:
            return Disposition(expired(job.delivery, "late"))
        if not self._has_time(job.delivery):
            self._say("warning", "delivery.too_late_for_its_lease", job.delivery)
            return Disposition(None)  # this program stood still for long: another one looks, and sends
        message = await self._with_words(job.delivery, job.message)
        if isinstance(message, Disposition):
            return message
        return await self._sent(job.delivery, message)

    async def _sent(self, delivery: Delivery, message: Message) -> Disposition:
        if delivery.verb in ANEW and delivery.shown == message.name:
            return Disposition(expired(delivery, "said-already"))
        outcome = await self._send(delivery, message)
        if outcome is None:
            return Disposition(expired(delivery, "no-file"))
        _count(delivery, outcome)
        return _showing(message, outcome, self._judge(delivery, outcome, self._clock.now()))

    async def _send(self, delivery: Delivery, message: Message) -> Outcome | None:
        if message.file is not None and delivery.verb is Verb.POST:
            return await self._files.carry(delivery, message, message.file)
        outcome = await self._ways[delivery.verb](delivery, message)
        if message.in_words is None or not _refuses_blocks(delivery, outcome):
            return outcome
        return await self._send_in_words(delivery, message.in_words)

    async def _send_in_words(self, delivery: Delivery, message: Message) -> Outcome:
        """Nothing was said yet: Slack knows no chart here, or no more a picture on a Home. Words that are refused, too,
        tell nothing of charts."""
        if not self._has_time(delivery):
            return Unknown("no_time_for_words")  # whoever looks next says them
        refused = "picture" if delivery.verb is Verb.HOME else "chart"
        self._say("info", f"delivery.{refused}_refused", delivery)
        outcome = await self._ways[delivery.verb](delivery, message)
        return replace(outcome, in_words=True) if isinstance(outcome, Sent) else outcome

    def _has_time(self, delivery: Delivery) -> bool:
        return delivery.lease_until is not None and self._clock.now() <= delivery.lease_until - A_CALL

    async def _with_words(self, delivery: Delivery, message: Message) -> Message | Disposition:
        """The message, with the words in it that are read this late; what becomes of the row where they are not had."""
        if message.late is None:
            return message
        read = await self._slack.read(delivery.workspace, message.late)
        if isinstance(read, Refused | Limited | Unknown):
            return self._judge(delivery, _unread(read), self._clock.now())
        if not read:
            return Disposition(expired(delivery, WORDS_GONE), report=WORDS_GONE)
        return message.late.say(read)

    async def _look(self, delivery: Delivery) -> Disposition | None:
        """What became of an earlier attempt; None where it has to be sent (again)."""
        if delivery.verb is Verb.EPHEMERAL:
            return Disposition(expired(delivery, "unknown"))
        if delivery.verb is not Verb.POST:
            return None  # the same content once more does no harm
        found: SearchOutcome = await self._slack.find(delivery)
        now = self._clock.now()
        match found:
            case Missing():
                return None
            case Sent():
                self._say("info", "delivery.found", delivery)
                return verdict(delivery, found, now)
            case Refused(error, lasting) if lasting and error not in calls.TOKEN:
                # Where nobody may look, a message that is seen twice is better than one that is never seen.
                self._say("warning", "delivery.not_searchable", delivery, error)
                return None
            case _:
                self._say("info", "delivery.not_looked", delivery, _reason(found))
                return unseen(found, now)

    def _judge(self, delivery: Delivery, outcome: Outcome, now: datetime) -> Disposition:
        judged = verdict(delivery, outcome, now)
        self._log(delivery, outcome, judged)
        return judged

    def _log(self, delivery: Delivery, outcome: Outcome, judged: Disposition) -> None:
        match outcome:
            case Sent(_, ts):
                if ts is None and delivery.verb is Verb.POST and delivery.file is None:
                    self._gap(delivery, "no_ts")
            case Uploaded():
                self._say("debug", "delivery.uploaded", delivery)
            case Refused(error) if error in calls.TOKEN:
                self._say("error", "delivery.token_refused", delivery, error)
            case Refused(error) if error in calls.UNSUPPORTED:
                self._gap(delivery, error)
            case Limited(_, error):
                self._say("info", "delivery.paused", delivery, error)
            case Unknown(reason) if judged.after is None:
                self._say("warning", "delivery.unknown", delivery, reason)
            case _ if judged.after is not None and judged.after.state is DeliveryState.FAILED:
                self._say("warning", "delivery.failed", delivery, judged.after.error)
            case _:
                self._say("info", "delivery.put_off", delivery, _reason(outcome))

    def _gap(self, delivery: Delivery, error: str) -> None:
        """A server that knows less than Slack costs one line for each feature."""
        gap = (delivery.workspace, f"{delivery.verb}:{error}")
        if gap not in self._gaps:
            self._gaps.add(gap)
            self._say("warning", "delivery.unsupported", delivery, error)

    def _say(self, level: str, action: str, delivery: Delivery, error: str | None = None) -> None:
        getattr(log, level)(
            action,
            action=action,
            delivery=delivery.id,
            workspace=delivery.workspace,
            verb=delivery.verb.value,
            notice=delivery.notice,
            attempt=delivery.attempts,
            error=error,
        )


def _refuses_blocks(delivery: Delivery, outcome: Outcome) -> bool:
    errors = calls.INVALID_VIEW if delivery.verb is Verb.HOME else calls.INVALID_BLOCKS
    return isinstance(outcome, Refused) and outcome.error in errors


def _showing(message: Message, outcome: Outcome, judged: Disposition) -> Disposition:
    """With what stands there now; what was refused has changed nothing."""
    if judged.after is None or not isinstance(outcome, Sent | Unknown):
        return judged
    if isinstance(outcome, Unknown):
        return replace(judged, after=replace(judged.after, shown=None))
    in_words = message.in_words if outcome.in_words and judged.after.verb is Verb.HOME else None
    return replace(judged, after=replace(judged.after, shown=(in_words or message).name))


def _count(delivery: Delivery, outcome: Outcome) -> None:
    limited = isinstance(outcome, Limited) and outcome.error == RATE_LIMITED
    metrics.sent(delivery.verb.value, type(outcome).__name__.lower(), limited=limited)


def _unread(read: Refused | Limited | Unknown) -> Outcome:
    """Nothing has left: what is not known of the reading is asked again."""
    return Refused(read.reason, lasting=False) if isinstance(read, Unknown) else read


def _reason(outcome: Outcome | SearchOutcome) -> str | None:
    match outcome:
        case Refused(error):
            return error
        case Limited(_, error):
            return error
        case Unknown(reason):
            return reason
        case _:
            return None


# Makes of a claimed row what is carried: the message that it says now.


DATABASE_AWAY = (
    exc.OperationalError,
    exc.InterfaceError,
    exc.InternalError,
    exc.PendingRollbackError,  # the connection broke before
    exc.TimeoutError,  # none became free
)
"""Not every error of a statement: one that the message itself is to blame for has to end."""


def job_of(delivery: Delivery, prepare: Callable[[], Message | None]) -> Job:
    """Render it. One message that can not be rendered must not hold up all others."""
    try:
        return Job(delivery, prepare())
    except DATABASE_AWAY:
        action = "delivery.unread"
        log.warning(action, action=action, exc_info=True, **_about(delivery))
        return Job(delivery, None, unread=True)
    except Exception:  # whatever is wrong with it, the others are to leave
        action = "delivery.unrenderable"
        log.exception(action, action=action, **_about(delivery))
        return Job(delivery, None, broken=True)


def _about(delivery: Delivery) -> dict[str, object]:
    return {"delivery": delivery.id, "workspace": delivery.workspace, "notice": delivery.notice}
