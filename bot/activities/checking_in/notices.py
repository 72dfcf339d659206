"""Check-ins: asking, answering, and what the teachers hear of it.

What follows a check-in is a card of its own ("check-in:7"), not of the contract: else each change would render
all the check-ins of a term again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from bot.domain import last_day
from bot.domain.check_ins import CheckIn, Reply, Response
from bot.domain.contract import RUNNING, Contract
from bot.domain.progress import went_forward
from bot.domain.terms import Target
from bot.messages.notices import Notice


@dataclass(frozen=True, slots=True)
class OfCheckIn(Notice):
    """What is about one check-in."""

    check_in: int

    @property
    def subject(self) -> str | None:
        return f"check-in:{self.check_in}"


@dataclass(frozen=True, slots=True)
class CheckInDue(OfCheckIn):
    """To the student: how is it going?"""


@dataclass(frozen=True, slots=True)
class CheckInReminder(OfCheckIn):
    """To the student, once, where the prompt was not answered."""


@dataclass(frozen=True, slots=True)
class ReplyNoted(OfCheckIn):
    """To the student: what was understood, and how to correct it; or the question whether it is right."""


@dataclass(frozen=True, slots=True)
class ReplyShared(OfCheckIn):
    """To a teacher: what the student said, with a button to respond."""


@dataclass(frozen=True, slots=True)
class CheckInMissed(OfCheckIn):
    """To a teacher: nobody answered, neither the prompt nor the reminder."""


@dataclass(frozen=True, slots=True)
class NumberWanted(OfCheckIn):
    """To the student, once: the words are kept; the number, with a button."""


@dataclass(frozen=True, slots=True)
class WhichNumber(OfCheckIn):
    """To the student: the message named several numbers; which one is it?"""


@dataclass(frozen=True, slots=True)
class HowManyNow(OfCheckIn):
    """To the student: the number is not sure ("3 less"), or not the one that stands; how many is it? `after_no`: they
    said that what was shown back is wrong."""

    after_no: bool = False


@dataclass(frozen=True, slots=True)
class NumberStands(OfCheckIn):
    """To the student who edited a message: another answer came later, and its number stands."""


@dataclass(frozen=True, slots=True)
class WordsKept(OfCheckIn):
    """To the student: what they wrote after their answer is kept with it."""


@dataclass(frozen=True, slots=True)
class WordsTakenBack(OfCheckIn):
    """To the student who deleted a message: its words are out of the answer; what was called right stays. Where nothing
    is left of it, the check-in is open again."""


@dataclass(frozen=True, slots=True)
class TargetWanted(OfCheckIn):
    """To the student: which target does the number belong to? `ts` is the message that it stands in."""

    ts: str


@dataclass(frozen=True, slots=True)
class Responded(Notice):
    """To the student: what a teacher answered. A card: it follows that teacher's edits."""

    response: int

    @property
    def subject(self) -> str:
        return f"response:{self.response}"


@dataclass(frozen=True, slots=True)
class DriftSeen(Notice):
    """To a teacher, once for each drift: it may be time to adjust the contract together."""

    contract: int
    check_in: int


@dataclass(frozen=True, slots=True)
class NoCheckInNow(Notice):
    """To a student who asked to check in when nothing is asked: when the next one comes."""


@dataclass(frozen=True, slots=True)
class CheckInBrief:
    """A check-in as it stands: `replies` and `before` (the value of the check-in before) by target."""

    check_in: CheckIn
    contract: Contract
    replies: Mapping[int, Reply]
    before: Mapping[int, Reply]
    responses: tuple[tuple[str, Response], ...]
    """With the teacher's name, oldest first."""
    student: str
    """The student's name."""
    classroom: str
    timezone: str
    """The student's."""
    next_due: datetime | None
    open: bool
    """Whether the contract still takes answers."""
    undo: tuple[int, datetime] | None = None
    """What can be taken back, and until when."""

    @property
    def targets(self) -> tuple[Target, ...]:
        return self.contract.in_force.terms.targets

    @property
    def went_forward(self) -> bool:
        """Whether the number of any target did since the check-in before, or since the start."""
        return any(
            went_forward(self.targets[index], reply.value, self._value_before(index))
            for index, reply in self.replies.items()
            if reply.value is not None
        )

    def _value_before(self, target: int) -> Decimal:
        before = self.before.get(target)
        return self.targets[target].baseline if before is None or before.value is None else before.value

    def asks_last(self, now: datetime) -> bool:
        """Whether it is asked on the last day of a contract that runs: for the final number of each target."""
        return self.contract.status in RUNNING and last_day.falls_on_it(
            now, self.contract.in_force.terms, self.timezone
        )


@dataclass(frozen=True, slots=True)
class ResponseBrief:
    response: Response
    teacher: str
    """The teacher's name."""
    well_done: bool
    """Whether there is something to praise where a teacher says by a tap that they have seen it."""


@dataclass(frozen=True, slots=True)
class DriftBrief:
    """`behind` are the targets whose newest number is behind the line, with that number; `missed` counts the
    newest check-ins that nobody answered."""

    contract: Contract
    student: str
    """The student's name."""
    classroom: str
    behind: tuple[tuple[Target, Decimal], ...]
    missed: int


@dataclass(frozen=True, slots=True)
class NextBrief:
    """When the next check-in of each running contract comes: contract, class name and instant; None where none is
    left."""

    coming: tuple[tuple[int, str, datetime | None], ...]
    timezone: str
    """The student's."""
