"""Check-ins: when a prompt is due, what follows an unanswered one, and what a reply holds.

Only the next check-in of a contract exists as a row; the one after it is written in the transaction
that ends this one. `wake_at` is the next instant at which something has to be done about it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from decimal import Decimal
from enum import IntEnum, StrEnum
from itertools import pairwise
from typing import NamedTuple

from bot.domain import recurrence
from bot.domain.classroom import Classroom
from bot.domain.days_off import NO_DAYS_OFF, DaysOff
from bot.domain.progress import Point
from bot.domain.questions import QuestionAnswer
from bot.domain.terms import Target
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
    round: str = ""
    """The class and the day that it is for (`bot.domain.rounds`); "" where it was planned before there were rounds."""
    missed_at: datetime | None = None
    """When nobody had answered, and the teachers were told so. It stays where an answer comes later."""
    ideas: tuple[str, ...] = ()
    """Beginnings of a reply to it that a language model wrote."""
    ideas_of: str = ""
    """What the words are known by that they were written from."""
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
    practised: int | None = None
    """How often they practised since the check-in before; the most that was on offer stands for that or more."""
    talk: str = ""
    """What they want to talk about in class."""
    answers: tuple[QuestionAnswer, ...] = ()
    """To their teachers' own questions; stands with the first target's reply."""
    id: int = 0

    @property
    def is_blank(self) -> bool:
        """Whether it says nothing: all of it was taken back."""
        numbers = (self.value, self.waiting, self.practised)
        return all(one is None for one in numbers) and not self.all_words and self.source != NOT_YET

    @property
    def how_sure(self) -> int | None:
        """From 1 to 5."""
        return self.confidence

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
    def all_words(self) -> str:
        return "\n".join(text for text in (*self._written, *self.typed.values()) if text)

    @property
    def _written(self) -> tuple[str, ...]:
        """In fields of a form."""
        own = (answer.text for answer in self.answers)
        return (*own, self.talk, self.worked, self.did_not_work, self.next_step, self.evidence)

    @property
    def says_something(self) -> bool:
        """Whether anything is in it: a number, words, or the press of a button."""
        words = (*self.typed, *self._written, self.source)
        numbers = (self.value, self.waiting, self.confidence, self.practised)
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
    nothing is left. The last three as in feedback (bot/domain/uptake.py)."""

    workspace: str
    check_in: int
    teacher: str
    text: str
    said_at: datetime
    ts: str = ""
    taken_back_at: datetime | None = None
    tried_at: datetime | None = None
    unclear_at: datetime | None = None
    talk_at: datetime | None = None
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
    WAITS = "waits"
    """The student said yes, and a teacher looks first. Until it is posted the student can take the yes back."""
    HELD = "held"
    """A teacher keeps it between them, or none looked for a week. Final for this milestone."""


class Named(StrEnum):
    """How a student wants to be named before the class."""

    FULL = "full"
    FIRST = "first"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Milestone:
    """A point reached, and whether the class may hear of it. `at_value` is what reached it, in `reply`.

    `name` and `statement` are what the student was shown when they were asked: what is posted is made of these, and of
    `own_words` in the place of the statement. `name` is "" where they want none.
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
    named: Named = Named.FULL
    own_words: str = ""
    shared_at: datetime | None = None
    """When the student said the yes that waits for a teacher, or did; `gathered` names the message it waits in."""
    gathered: str = ""
    id: int = 0


def planned(
    workspace: str, contract: int, student: str, number: int, due_at: datetime, wake_at: datetime, round: str = ""
) -> CheckIn:
    """A check-in that is due at `due_at` and asked for at `wake_at`, which quiet hours may move on."""
    return CheckIn(workspace, contract, student, number, due_at, wake_at, round=round)


def moved(check_in: CheckIn, due_at: datetime, wake_at: datetime | None, round: str = "") -> CheckIn:
    """The same check-in, not asked for yet, at another time."""
    return replace(check_in, due_at=due_at, wake_at=wake_at, round=round)


def dropped(check_in: CheckIn) -> CheckIn:
    return replace(check_in, state=CheckInState.DROPPED, wake_at=None)


def excused(check_in: CheckIn) -> CheckIn:
    return replace(check_in, state=CheckInState.EXCUSED, wake_at=None)


def let_be(check_in: CheckIn) -> CheckIn:
    """Nothing more is said about it; what was asked can still be answered."""
    return replace(check_in, wake_at=None)


def missed(check_in: CheckIn, now: datetime) -> CheckIn:
    """It is missed once; one whose late answer is taken back is missed as it was."""
    return replace(check_in, state=CheckInState.MISSED, wake_at=None, missed_at=check_in.missed_at or now)


def unanswered(check_in: CheckIn) -> CheckIn:
    """Nothing is left of what was answered. Where it stands then is for the caller to say."""
    return replace(check_in, answered_at=None)


def asked_again(check_in: CheckIn, wake_at: datetime) -> CheckIn:
    """It waits for an answer again; the reminder comes at `wake_at`."""
    return replace(check_in, state=CheckInState.PROMPTED, wake_at=wake_at)


def answered(check_in: CheckIn, now: datetime) -> CheckIn:
    """The first answer counts as the time of answering; a later one edits it."""
    return replace(check_in, state=CheckInState.ANSWERED, wake_at=None, answered_at=check_in.answered_at or now)


# What is to be done about a check-in whose time has come. One look at the clock decides for a whole batch.


REMIND_AFTER = timedelta(hours=24)
"""After the prompt. A prompt that is this late itself is not sent: the reminder asks instead."""

TELL_TEACHER_AFTER = timedelta(hours=24)
"""After the reminder."""

STALE_AFTER = REMIND_AFTER + TELL_TEACHER_AFTER
"""A check-in that could not be asked for in all this time is put off: nobody missed what was never asked."""


ENDS_WITHIN = timedelta(minutes=5)
"""After its last day a contract is ended about so soon, or when the quiet hours are over."""


class Lateness(IntEnum):
    """How long ago a check-in's time came."""

    FRESH = 0
    LATE = 1
    """Past REMIND_AFTER."""
    STALE = 2
    """Past STALE_AFTER."""


class Situation(NamedTuple):
    """All that decides what a due check-in needs: the same for many of a batch, so that each is looked at once.

    `timezone` is the student's as Slack says, "" where it does not. `away`: there is nobody to ask (the student
    left, the class is archived, the contract no longer runs). `over`: the last day of the contract is over, and nobody
    has ended it yet.
    """

    state: CheckInState
    classroom: int
    timezone: str
    away: bool
    late: Lateness
    over: bool = False
    on_paper: bool = False
    """They have no account: a teacher types in what they say."""


class DueCheckIn(NamedTuple):
    """A check-in whose `wake_at` has come."""

    id: int
    workspace: str
    situation: Situation


@dataclass(frozen=True, slots=True)
class EndingContract:
    """A running contract whose end has come, with what tells whether now is a quiet hour for its student."""

    workspace: str
    contract: int
    classroom: int
    timezone: str


@dataclass(frozen=True, slots=True)
class Asking:
    """One way to ask: the state it leads to, the notice, and the word in its `once` ("check-in:7:prompt")."""

    state: CheckInState
    notice: str
    word: str


class Act(StrEnum):
    PROMPT = "prompt"
    REMIND = "remind"
    TYPE = "type"
    """The teachers are asked to type it in: its student has no account."""
    WAIT = "wait"
    """It is a quiet hour, or the contract is ended in a moment."""
    GIVE_UP = "give-up"
    """Nobody answered: the teachers are told."""
    PUT_OFF = "put-off"
    """Nobody is there, or it was never asked in time: on to the next date."""


@dataclass(frozen=True, slots=True)
class DueStep:
    """What to do now; `wake_at` is when to look again (for TYPE, GIVE_UP and PUT_OFF a use case says that). What is
    asked has to arrive by `until`, before the student's quiet hours: later, it is not said any more."""

    act: Act
    wake_at: datetime | None = None
    until: datetime | None = None


def zone_for(timezone: str, classroom: Classroom) -> str:
    """The student's zone; the class's where Slack does not say (it says UTC then) or names none we know."""
    if timezone in ("", "UTC") or not recurrence.is_zone(timezone):
        return classroom.timezone
    return timezone


def out_of_quiet(moment: datetime, classroom: Classroom, timezone: str) -> datetime:
    """`moment`, or when the class's quiet hours, counted in `timezone`, are over."""
    return recurrence.after_quiet(moment, classroom.quiet_from, classroom.quiet_until, timezone)


def awake(moment: datetime, classroom: Classroom, timezone: str, closed: DaysOff, at: time) -> datetime:
    """`moment`, or the first one after it that is in no quiet hours and on no day off. After days off that is at `at`,
    where no quiet hours are then."""
    woken = out_of_quiet(moment, classroom, timezone)
    day = recurrence.local_day(woken, timezone) if closed.spans else None
    if day is None or not closed.covers(day):
        return woken
    return awake(recurrence.instant(closed.first_open(day), at, timezone), classroom, timezone, closed, at)


def is_quiet(now: datetime, classroom: Classroom, timezone: str, off: DaysOff = NO_DAYS_OFF) -> bool:
    """Whether a student with this zone (as Slack says it) has quiet hours, or the class a day off there."""
    return _awake(now, classroom, zone_for(timezone, classroom), off) > now


def _awake(moment: datetime, classroom: Classroom, timezone: str, off: DaysOff) -> datetime:
    return awake(moment, classroom, timezone, off, classroom.check_in_time)


def next_step(situation: Situation, classroom: Classroom, now: datetime, off: DaysOff = NO_DAYS_OFF) -> DueStep:
    """What a check-in needs now that its time has come.

    `off` are the days off of the class. Students have them and their quiet hours in their own zone. The last step
    speaks to the teachers: in the class's. Once the last day is over nobody is asked or reminded any more: whoever ends
    the contract lets it be.
    """
    state, late = situation.state, situation.late
    if situation.away or (state is CheckInState.PLANNED and (situation.over or late is Lateness.STALE)):
        return DueStep(Act.PUT_OFF)
    if situation.over:
        return DueStep(Act.WAIT, now + ENDS_WITHIN)
    timezone = classroom.timezone if state is CheckInState.REMINDED else zone_for(situation.timezone, classroom)
    open_at = _awake(now, classroom, timezone, off)
    if open_at > now:
        return DueStep(Act.WAIT, open_at)
    if situation.on_paper:
        return DueStep(Act.TYPE if state is CheckInState.PLANNED else Act.PUT_OFF)
    if state is CheckInState.PLANNED and late is Lateness.FRESH:
        wake_at = _awake(now + REMIND_AFTER, classroom, timezone, off)
        return DueStep(Act.PROMPT, wake_at, _until(now, wake_at, classroom, timezone, off))
    if state is not CheckInState.REMINDED:
        wake_at = _awake(now + TELL_TEACHER_AFTER, classroom, classroom.timezone, off)
        return DueStep(Act.REMIND, wake_at, _until(now, wake_at, classroom, timezone, off))
    return DueStep(Act.GIVE_UP)


def _until(now: datetime, wake_at: datetime, classroom: Classroom, timezone: str, off: DaysOff) -> datetime:
    """When the next step speaks, or the night or a day off begins before that."""
    night = recurrence.next_quiet(now, classroom.quiet_from, classroom.quiet_until, timezone)
    day_off = off.next_off(recurrence.local_day(now, timezone)) if off.spans else None
    begins = None if day_off is None else recurrence.instant(day_off, time(0), timezone)
    return min(moment for moment in (wake_at, night, begins) if moment is not None)


# Whether a check-in that nobody asked for takes the place of the next one.
#
# Who says a number on their own does not have to say it again the next morning. A check-in takes the place of the
# next one where that is at most one day away, and not further away than half of the time between the check-in before
# and that next one: with one a week the day before counts, with one a day the twelve hours before. One that is due
# within four hours is taken in any case, as nobody is asked again so soon after an answer. So nobody goes without a
# question for much longer than one and a half times of what was agreed. The last check-in asks for the final number:
# only one of the last day itself takes its place.


NEAR = timedelta(days=1)
SOON = timedelta(hours=4)


def takes_the_place(said_at: datetime, before: datetime, due_at: datetime, *, last_day: datetime | None = None) -> bool:
    """`before` is when the check-in before was due, or the contract was signed; `due_at` when the next one is.
    `last_day`: the first moment of the last day, where the next one is that of the last day."""
    if last_day is not None:
        return said_at >= last_day
    return due_at - said_at <= max(SOON, min(NEAR, (due_at - before) / 2))


# Which numbers stand on the buttons of a check-in's prompt, so that one press answers it.
#
# Buttons fit a target that counts few whole things: its start, its goal and its newest number are whole numbers from
# 0 to 20. They are the newest number, or the start where there is none yet, and the next two in the direction of the
# goal. None is below 0, or more than there are where the unit says how many ("sentences out of 10"). Grades stand on
# them by their names. Percentages, which nobody counts one by one, have none.


MOST = 20
STEPS = 3
_TOTAL = re.compile(r"\bof (\d+)\b")
_NOT_COUNTED = re.compile(r"%|\b(?:percent|per cent|grades?)\b", re.IGNORECASE)


def numbers_to_press(target: Target, last: Decimal | None) -> tuple[int, ...]:
    """In the order in which they are shown, the newest first; empty where buttons do not fit."""
    now = target.baseline if last is None else last
    counted = target.measure.scale or not _NOT_COUNTED.search(target.unit)
    if not counted or not all(_is_small(n) for n in (target.baseline, target.goal, now)):
        return ()
    step = 1 if target.goal > target.baseline else -1
    return tuple(n for n in range(int(now), int(now) + step * STEPS, step) if 0 <= n <= _most(target))


def can_be_pressed(number: int) -> bool:
    """Whether a number may have stood on a button, whatever the newest number was then."""
    return 0 <= number < MOST + STEPS


def _is_small(number: Decimal) -> bool:
    return 0 <= number <= MOST and number == int(number)


def _most(target: Target) -> int:
    if target.measure.scale:
        return len(target.measure.scale) - 1
    total = _TOTAL.search(target.unit)
    return int(total[1]) if total else MOST + STEPS


# How often somebody practised stands on buttons, too: from not at all to three times or more, and further where they
# mean to practise more often than that in a week.


PRACTICE_MOST = 5
_PRACTICE_LEAST = 3


def practice_most(a_week: int) -> int:
    """The last number on offer, which stands for that or more; `a_week` is 0 where nobody said how often."""
    return min(max(a_week, _PRACTICE_LEAST), PRACTICE_MOST)


def can_be_practised(times: int) -> bool:
    """Whether it may have stood on a button, whatever was agreed then."""
    return 0 <= times <= PRACTICE_MOST
