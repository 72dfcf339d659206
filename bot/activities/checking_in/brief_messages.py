"""A check-in as it stands, and the numbers that answer it by one press."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from bot.domain.check_ins import CheckIn, CheckInState, Reply, Response, numbers_to_press
from bot.domain.contract import RUNNING, Contract
from bot.domain.evidence import EVERYTHING, Takes
from bot.domain.halfway import is_halfway
from bot.domain.phases import Phase, phase_at
from bot.domain.progress import way, went_forward
from bot.domain.questions import REPORT, Asks
from bot.domain.schedule import Schedule, end_of
from bot.domain.terms import Target
from bot.messages.blocks import Block, actions, button, cut, small
from prompts.words import Words


@dataclass(frozen=True, slots=True)
class CheckInBrief:
    """A check-in as it stands: `replies` and `before` (the value of the check-in before) by target."""

    check_in: CheckIn
    contract: Contract
    replies: Mapping[int, Reply]
    before: Mapping[int, Reply]
    student: str
    """The student's name."""
    classroom: str
    schedule: Schedule
    next_due: datetime | None
    open: bool
    """Whether the contract still takes answers."""
    undo: tuple[int, datetime] | None = None
    """What can be taken back, and until when; read for what has a button for it."""
    practised_before: Mapping[int, int] = field(default_factory=dict)
    """How often they said last that they had practised, by target."""
    set_back: bool = False
    """Whether a number went back at the check-in before."""
    responses: tuple[tuple[str, Response], ...] = ()
    """With the teacher's name, oldest first; read for what is shown to teachers."""
    asks: Asks = REPORT
    """What the class asks for now beside the numbers."""
    takes: Takes = EVERYTHING
    """What the class takes for evidence."""
    to_reach: tuple[tuple[int, int, str], ...] = ()
    """Milestones that are reached by their student's word: target, number, name; read for what has a button for it."""
    halfway: bool = False
    """Whether its student may rate the signs of success now; read for what has a button for it."""
    to_show: tuple[int, ...] = ()
    """Targets of which the contract's evidence is asked for with this check-in; read for what asks."""

    @property
    def targets(self) -> tuple[Target, ...]:
        return self.contract.in_force.terms.targets

    @property
    def timezone(self) -> str:
        """The student's."""
        return self.schedule.timezone

    @property
    def went_forward(self) -> bool:
        """Whether the number of any target did since the check-in before, or since the start."""
        return any(
            went_forward(self.targets[index], reply.value, self._value_before(index))
            for index, reply in self.replies.items()
            if reply.value is not None
        )

    @property
    def ways(self) -> frozenset[int]:
        """Which ways the numbers went since the last check-in, or the start."""
        return frozenset(
            way(self.targets[index], reply.value, self._value_before(index))
            for index, reply in self.replies.items()
            if reply.value is not None
        )

    def _value_before(self, target: int) -> Decimal:
        before = self.before.get(target)
        return self.targets[target].baseline if before is None or before.value is None else before.value

    @property
    def phase(self) -> Phase:
        return phase_at(self.check_in.due_at, *self._way, set_back=self.set_back)

    @property
    def in_the_middle(self) -> bool:
        return is_halfway(self.check_in.due_at, *self._way)

    @property
    def _way(self) -> tuple[datetime, datetime]:
        """From when the contract was signed to its end."""
        version = self.contract.in_force
        start = max((s.signed_at for s in version.signatures), default=self.contract.started_at)
        return start, end_of(version.terms.ends_on, self.timezone)

    @property
    def practised(self) -> Mapping[int, int]:
        """What this check-in says of it, by target."""
        return {i: r.practised for i, r in self.replies.items() if r.practised is not None}

    def asks_last(self, now: datetime) -> bool:
        """Whether it is asked on the last day of a contract that runs: for the final number of each target."""
        return self.contract.status in RUNNING and self.schedule.falls_on_last_day(now)


# The numbers under a check-in's prompt, for one press instead of typing.


_NAME_MOST = 150


def number_buttons(words: Words, brief: CheckInBrief) -> list[Block]:
    """A row for each target that counts few whole things and has no number yet, named where there are several. None
    where they do not fit all targets: then one press would say too little."""
    rows = [_numbers(words, brief, i) for i in range(len(brief.targets))]
    if not brief.open or not all(rows):
        return []
    blocks: list[Block] = []
    for i, row in enumerate(rows):
        if _has_number_for(brief, i):
            continue
        if len(rows) > 1:
            blocks.append(small(cut(brief.targets[i].statement, _NAME_MOST)))
        blocks.append(actions(row))
    if blocks and brief.check_in.state is not CheckInState.ANSWERED:
        not_yet = button(words("check-in-not-yet-button"), "checking_in.not_yet", str(brief.check_in.id))
        blocks[-1]["elements"].append(not_yet)
    return blocks


def _numbers(words: Words, brief: CheckInBrief, target: int) -> list[Block]:
    before = brief.before.get(target)
    last = before.value if before is not None else None
    same = "check-in-as-at-the-start-button" if last is None else "check-in-as-before-button"
    return [
        button(
            _label(words, brief.targets[target], number, "" if place else same),
            f"checking_in.number_{target}_{place}",
            f"{brief.check_in.id}:{target}:{number}",
        )
        for place, number in enumerate(numbers_to_press(brief.targets[target], last))
    ]


def _label(words: Words, target: Target, number: int, same: str) -> str:
    text = target.text(Decimal(number))
    return words(same, value=text) if same else text


def _has_number_for(brief: CheckInBrief, target: int) -> bool:
    reply = brief.replies.get(target)
    return reply is not None and reply.value is not None
