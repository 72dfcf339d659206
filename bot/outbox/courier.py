"""Carries one claimed message to Slack and says what becomes of its row."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot import metrics
from bot.domain.outbox import WORDS_GONE, Delivery, DeliveryState, Message, Verb
from bot.outbox.outcomes import RATE_LIMITED, Found, Limited, Missing, Outcome, Refused, Sent, Unknown
from bot.outbox.ports import Slack
from bot.outbox.verdicts import Verdict, expired, put_off, unseen, verdict
from bot.runner import Clock
from bot.slack import errors

log = structlog.get_logger()

A_CALL = timedelta(seconds=15)
"""By the clock. Longer than a call lives: what leaves so long before its lease ends has arrived, or not, by then."""


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
        self._gaps: set[tuple[str, str]] = set()

    async def carry(self, job: Job) -> Verdict:
        """One attempt, from looking for an earlier one to what becomes of the row."""
        if job.lost:
            earlier = await self._look(job.delivery)
            if earlier is not None:
                return earlier
        now = self._clock.now()
        if job.unread:
            return put_off(job.delivery, now)
        if job.broken:
            return self._judge(job.delivery, Refused(errors.UNRENDERABLE, lasting=False), now)
        if job.message is None:
            return Verdict(expired(job.delivery, "nothing-to-say"))
        if job.delivery.expires_at is not None and job.delivery.expires_at <= now:
            return Verdict(expired(job.delivery, "late"))
        if job.delivery.lease_until is None or job.delivery.lease_until - A_CALL < now:
            self._say("warning", "delivery.too_late_for_its_lease", job.delivery)
            return Verdict(None)  # this program stood still for long: another one looks, and sends
        message = await self._with_words(job.delivery, job.message)
        if isinstance(message, Verdict):
            return message
        outcome = await self._ways[job.delivery.verb](job.delivery, message)
        _count(job.delivery, outcome)
        return self._judge(job.delivery, outcome, self._clock.now())

    async def _with_words(self, delivery: Delivery, message: Message) -> Message | Verdict:
        """The message, with the words in it that are read this late; what becomes of the row where they are not had."""
        if message.late is None:
            return message
        read = await self._slack.read(delivery.workspace, message.late)
        if isinstance(read, Refused | Limited | Unknown):
            return self._judge(delivery, _unread(read), self._clock.now())
        if not read:
            return Verdict(expired(delivery, WORDS_GONE), report=WORDS_GONE)
        return message.late.say(read)

    async def _look(self, delivery: Delivery) -> Verdict | None:
        """What became of an earlier attempt; None where it has to be sent (again)."""
        if delivery.verb is Verb.EPHEMERAL:
            return Verdict(expired(delivery, "unknown"))
        if delivery.verb is not Verb.POST:
            return None  # the same content once more does no harm
        found: Found = await self._slack.find(delivery)
        now = self._clock.now()
        match found:
            case Missing():
                return None
            case Sent():
                self._say("info", "delivery.found", delivery)
                return verdict(delivery, found, now)
            case Refused(error, lasting) if lasting and error not in errors.TOKEN:
                # Where nobody may look, a message that is seen twice is better than one that is never seen.
                self._say("warning", "delivery.not_searchable", delivery, error)
                return None
            case _:
                self._say("info", "delivery.not_looked", delivery, _reason(found))
                return unseen(found, now)

    def _judge(self, delivery: Delivery, outcome: Outcome, now: datetime) -> Verdict:
        judged = verdict(delivery, outcome, now)
        self._log(delivery, outcome, judged)
        return judged

    def _log(self, delivery: Delivery, outcome: Outcome, judged: Verdict) -> None:
        match outcome:
            case Sent(_, ts):
                if ts is None and delivery.verb is Verb.POST:
                    self._gap(delivery, "no_ts")
            case Refused(error) if error in errors.TOKEN:
                self._say("error", "delivery.token_refused", delivery, error)
            case Refused(error) if error in errors.UNSUPPORTED:
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


def _count(delivery: Delivery, outcome: Outcome) -> None:
    limited = isinstance(outcome, Limited) and outcome.error == RATE_LIMITED
    metrics.sent(delivery.verb.value, type(outcome).__name__.lower(), limited=limited)


def _unread(read: Refused | Limited | Unknown) -> Outcome:
    """Nothing has left: what is not known of the reading is asked again."""
    return Refused(read.reason, lasting=False) if isinstance(read, Unknown) else read


def _reason(outcome: Outcome | Found) -> str | None:
    match outcome:
        case Refused(error):
            return error
        case Limited(_, error):
            return error
        case Unknown(reason):
            return reason
        case _:
            return None
