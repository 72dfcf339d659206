"""Check-ins: when a prompt is due, what follows an unanswered one, and what a reply holds.

Only the next check-in of a contract exists as a row; the one after it is written in the transaction
that ends this one. `wake_at` is the next instant at which something has to be done about it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from bot.domain.progress import Point
from bot.domain.utterance import BURST, seconds


class CheckInState(StrEnum):
    PLANNED = "planned"
    PROMPTED = "prompted"
    REMINDED = "reminded"
    MISSED = "missed"
    """Nobody answered in time and the teacher was told. A late answer still counts."""
    ANSWERED = "answered"
    DROPPED = "dropped"
    """Its contract ended or changed before it was due."""
    EXCUSED = "excused"
    """Set aside: nothing more is asked, and nobody missed anything. An answer still counts."""


ASKED = frozenset({CheckInState.PROMPTED, CheckInState.REMINDED})
"""The student was asked, and it is still their turn: the next check-in is not written yet."""

LIVE = ASKED | {CheckInState.PLANNED}
"""A running contract has at most one of these."""

LEFT_OUT = frozenset({CheckInState.DROPPED, CheckInState.EXCUSED})
"""Nobody is to blame. Why it was left out concerns its student alone: to teachers one is like the other."""

AWAITING = frozenset({CheckInState.PROMPTED, CheckInState.REMINDED, CheckInState.MISSED})


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One due prompt of a contract. `number` counts from 1 and is unique within the contract."""

    workspace: str
    contract: int
    student: str
    number: int
    due_at: datetime
    wake_at: datetime | None
    state: CheckInState = CheckInState.PLANNED
    answered_at: datetime | None = None
    revision: int = 0
    """Counts saves, for optimistic locking: a reply and a reminder may meet."""
    id: int = 0


NOT_YET = "not-yet"
"""The source of an answer without a number, given by its button."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a student said at a check-in about one target. `value` is the number that counts: it was heard for sure,
    or called right, or written in a form; None when there is none.

    An answered check-in always has the reply for its first target (0): the words stand there.
    """

    workspace: str
    check_in: int
    contract: int
    target: int
    value: Decimal | None
    said_at: datetime
    worked: str = ""
    did_not_work: str = ""
    next_step: str = ""
    confidence: int | None = None
    evidence: str = ""
    source: str = ""
    """The ts of the message that the value was typed in, so that an edit of that message corrects it; or NOT_YET."""
    typed: Mapping[str, str] = field(default_factory=dict)
    """What was typed about the check-in, by the ts of each message; stands with the first target's reply."""
    confirmed: bool = True
    """False while `value` was taken from a typed message and its student has not called it right. It counts all the
    same, and a plain number takes its place; one that is confirmed changes by a yes alone."""
    waiting: Decimal | None = None
    """A number that was understood, is asked about, and counts for nothing before its student's yes."""
    waiting_source: str = ""
    """The ts of the message that it was typed in."""
    edited_at: datetime | None = None
    id: int = 0

    def with_value(self, value: Decimal | None, source: str = "", *, confirmed: bool) -> "Reply":
        """With a number that counts. The same number as before stays as it was said."""
        if self.value == value:
            source, confirmed = source or self.source, confirmed or self.confirmed
        return replace(self, value=value, source=source, confirmed=confirmed, waiting=None, waiting_source="")

    def asked_about(self, value: Decimal, source: str) -> "Reply":
        """With a number that waits for a yes; what counted before goes on counting."""
        return replace(self, waiting=value, waiting_source=source)

    def called_right(self) -> "Reply":
        """A yes: what was asked about counts from now on."""
        if self.waiting is None:
            return replace(self, confirmed=True)
        return self.with_value(self.waiting, self.waiting_source, confirmed=True)

    def called_wrong(self) -> "Reply":
        """A no: what was asked about goes, or else the number that nobody had called right."""
        if self.waiting is not None:
            return self.without_question()
        return self if self.confirmed else self.with_value(None, confirmed=True)

    def without_question(self) -> "Reply":
        return replace(self, waiting=None, waiting_source="")

    def parts_of(self, ts: str) -> tuple[str, ...]:
        """The messages that were written within seconds of the one with this ts, with it: they were heard as one."""
        ordered = sorted(self.typed, key=seconds)
        at = ordered.index(ts)
        return (*_unbroken(ordered[at::-1])[:0:-1], *_unbroken(ordered[at:]))

    def words_of(self, parts: Sequence[str]) -> str:
        """What these messages say, as one."""
        return "\n".join(self.typed[part] for part in parts if self.typed[part])

    def in_parts(self, whole: str, parts: Mapping[str, str]) -> "Reply":
        """With the words of a message kept by the parts that it was written in; `parts` are all but its first, by ts.
        What was said to be about is no part of them ("history: 7"), so that the first has what the others leave."""
        first = self.typed[whole]
        said = {whole: first.removesuffix("\n".join(["", *parts.values()]))}
        return replace(self, typed={**{t: text for t, text in self.typed.items() if t != whole}, **said, **parts})

    @property
    def says_something(self) -> bool:
        """Whether anything is in it: a number, words, or the press of a button."""
        words = (*self.typed, self.worked, self.did_not_work, self.next_step, self.evidence, self.source)
        numbers = (self.value, self.waiting, self.confidence)
        return any(words) or any(number is not None for number in numbers)

    def without_message(self, ts: str) -> "Reply":
        """Without the words of a message, and without the numbers that it gave and nobody called right."""
        left = replace(self, typed={t: text for t, text in self.typed.items() if t != ts})
        if left.waiting_source == ts:
            left = left.without_question()
        if left.source == ts and not left.confirmed:
            left = replace(left, value=None, source="", confirmed=True)
        return left


def _unbroken(stamps: Sequence[str]) -> Sequence[str]:
    """Those of messages in a row up to the first pause."""
    pauses = (
        i for i, (one, other) in enumerate(pairwise(stamps), 1) if abs(seconds(other) - seconds(one)) > BURST.seconds
    )
    return stamps[: next(pauses, len(stamps))]


@dataclass(frozen=True, slots=True)
class Response:
    """A teacher's answer to a check-in. One without words says that they have seen it. `ts` is the message that it was
    typed in, "" for a form or a tap; of one that was deleted, at `taken_back_at`, or that goes on in a further part,
    nothing is left."""

    workspace: str
    check_in: int
    teacher: str
    text: str
    said_at: datetime
    ts: str = ""
    taken_back_at: datetime | None = None
    id: int = 0

    @property
    def stands(self) -> bool:
        """Whether there is something to show: words, or that it was seen."""
        return bool(self.text) or not self.ts


class Consent(StrEnum):
    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
    """Final for this milestone."""
    NOT_ASKED = "not-asked"
    """The class has no shoutouts, or a later point was reached at the same time."""
    WITHDRAWN = "withdrawn"
    """The reply that reached it was corrected before the student had decided. Reached again, it is asked again."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """A point reached, and whether the class may hear of it. `at_value` is what reached it, in `reply`.

    `name` and `statement` are what the student was shown when they were asked: what is posted is made of these.
    """

    workspace: str
    contract: int
    target: int
    point: Point
    reached_at: datetime
    at_value: Decimal
    reply: int
    name: str
    statement: str
    consent: Consent = Consent.ASKED
    id: int = 0


@dataclass(frozen=True, slots=True)
class Assessment:
    """One side's look back: a rating from 1 (not yet) to 4 (fully) for each criterion, and a reflection."""

    workspace: str
    contract: int
    side: str
    user: str
    ratings: tuple[int, ...]
    reflection: str
    given_at: datetime
    id: int = 0


def planned(workspace: str, contract: int, student: str, number: int, due_at: datetime, wake_at: datetime) -> CheckIn:
    """A check-in that is due at `due_at` and asked for at `wake_at`, which quiet hours may move on."""
    return CheckIn(workspace, contract, student, number, due_at, wake_at)


def moved(check_in: CheckIn, due_at: datetime, wake_at: datetime | None) -> CheckIn:
    """The same check-in, not asked for yet, at another time."""
    return replace(check_in, due_at=due_at, wake_at=wake_at)


def dropped(check_in: CheckIn) -> CheckIn:
    return replace(check_in, state=CheckInState.DROPPED, wake_at=None)


def excused(check_in: CheckIn) -> CheckIn:
    return replace(check_in, state=CheckInState.EXCUSED, wake_at=None)


def let_be(check_in: CheckIn) -> CheckIn:
    """Nothing more is said about it; what was asked can still be answered."""
    return replace(check_in, wake_at=None)


def missed(check_in: CheckIn) -> CheckIn:
    return replace(check_in, state=CheckInState.MISSED, wake_at=None)


def unanswered(check_in: CheckIn) -> CheckIn:
    """Nothing is left of what was answered. Where it stands then is for the caller to say."""
    return replace(check_in, answered_at=None)


def asked_again(check_in: CheckIn, wake_at: datetime) -> CheckIn:
    """It waits for an answer again; the reminder comes at `wake_at`."""
    return replace(check_in, state=CheckInState.PROMPTED, wake_at=wake_at)


def answered(check_in: CheckIn, now: datetime) -> CheckIn:
    """The first answer counts as the time of answering; a later one edits it."""
    return replace(check_in, state=CheckInState.ANSWERED, wake_at=None, answered_at=check_in.answered_at or now)
