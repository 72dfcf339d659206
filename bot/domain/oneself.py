"""A contract with oneself, and one for a single lesson: small, and its student's alone.

What always holds of them, in the place of what holds of a contract between a student and a teacher:

1. One is active only while its student's signature stands on its words as they are. Nobody else signs, and nobody is
   asked to; who changes its words has to sign again.
2. It has a sign of success of its student's own. One with oneself says what they will do, and is asked about once, not
   later than its midpoint; one for a lesson has one to three steps, ends with its day, and is asked about by nobody.
3. No teacher sees anything of it, not even that it is there, but while its student shares it.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.actor import Refusal
from bot.domain.days_off import DAY, DaysOff
from bot.domain.seen import clean


class SelfKind(StrEnum):
    ONESELF = "oneself"
    LESSON = "lesson"


class SelfOutcome(StrEnum):
    """Whether the sign of success came true, as the student says."""

    YES = "yes"
    PARTLY = "partly"
    NOT_YET = "not-yet"


WORDS_MOST = 500
STEP_MOST = 100
STEPS_MOST = 3
OPEN_MOST = 3
"""So many of one student at a time."""
LEAST, LONGEST = timedelta(days=2), timedelta(days=365)


@dataclass(frozen=True, slots=True)
class SelfTerms:
    """What is signed. `practice` is "" for a lesson, `steps` are empty for one with oneself."""

    kind: SelfKind
    goal: str
    sign: str
    practice: str
    steps: tuple[str, ...]
    ends_on: date

    def content_hash(self) -> str:
        """SHA-256 over a canonical JSON form, hexadecimal."""
        said = [self.kind.value, self.goal, self.sign, self.practice, list(self.steps), self.ends_on.isoformat()]
        return hashlib.sha256(json.dumps(said, ensure_ascii=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class SelfContract:
    """One of them. `classroom` says by which days off and quiet hours it is asked about, and whose teachers see it
    where it is shared. `signed_hash` is what its student signed, "" before. `closes_at` is the midnight after its last
    day. `done` are places of steps. `outcome`, `found` and `next` are what its student said at the end."""

    workspace: str
    classroom: int
    student: str
    kind: SelfKind
    goal: str
    sign: str
    practice: str
    steps: tuple[str, ...]
    ends_on: date
    begun_at: datetime
    closes_at: datetime
    signed_hash: str = ""
    signed_at: datetime | None = None
    halfway: str = ""
    halfway_at: datetime | None = None
    done: tuple[int, ...] = ()
    shared_at: datetime | None = None
    outcome: str = ""
    found: str = ""
    next: str = ""
    ended_at: datetime | None = None
    id: int = 0

    @property
    def terms(self) -> SelfTerms:
        return SelfTerms(self.kind, self.goal, self.sign, self.practice, self.steps, self.ends_on)

    @property
    def is_signed(self) -> bool:
        """The signature stands: it goes with each change of the words (`rewritten`). It is not reckoned anew, since a
        name that was erased stands in them as a pseudonym."""
        return bool(self.signed_hash)

    @property
    def is_active(self) -> bool:
        return self.is_signed and self.ended_at is None

    @property
    def is_open(self) -> bool:
        """Signed or not, it is not over."""
        return self.ended_at is None

    @property
    def version(self) -> str:
        """Which words a question was asked about."""
        return self.signed_hash[:16]


def checked(
    kind: SelfKind, goal: str, sign: str, practice: str, steps: str, ends_on: date | None, today: date
) -> SelfTerms:
    """What was typed, as terms; `steps` a line each. Raises Refusal under the field."""
    said = {"goal": clean(goal), "sign": clean(sign), "practice": clean(practice)}
    wanted = ("goal", "sign", "practice") if kind is SelfKind.ONESELF else ("goal", "sign")
    for field in wanted:
        if not said[field]:
            raise Refusal("empty", field=field)
        if len(said[field]) > WORDS_MOST:
            raise Refusal("self-too-long", field=field)
    if kind is SelfKind.LESSON:
        return SelfTerms(kind, said["goal"], said["sign"], "", _steps(steps), today)
    if ends_on is None or not today + LEAST <= ends_on <= today + LONGEST:
        raise Refusal("self-end", field="ends_on")
    return SelfTerms(kind, said["goal"], said["sign"], said["practice"], (), ends_on)


def _steps(typed: str) -> tuple[str, ...]:
    found = tuple(text for line in typed.splitlines() if (text := clean(line)))
    if not 1 <= len(found) <= STEPS_MOST:
        raise Refusal("self-steps", field="steps")
    if max(map(len, found)) > STEP_MOST:
        raise Refusal("self-step-too-long", field="steps")
    return found


def begun(
    workspace: str, classroom: int, student: str, terms: SelfTerms, at: datetime, closes_at: datetime
) -> SelfContract:
    words = (terms.kind, terms.goal, terms.sign, terms.practice, terms.steps, terms.ends_on)
    return SelfContract(workspace, classroom, student, *words, at, closes_at)


def rewritten(contract: SelfContract, terms: SelfTerms, closes_at: datetime) -> SelfContract:
    """With other words, and so without a signature, and shown to nobody until its student says so again. The same
    words again change nothing."""
    _still(contract)
    if terms == contract.terms:
        return contract
    fresh = replace(contract, goal=terms.goal, sign=terms.sign, practice=terms.practice, steps=terms.steps)
    return replace(
        fresh, ends_on=terms.ends_on, closes_at=closes_at, signed_hash="", signed_at=None, shared_at=None, done=()
    )


def signed(contract: SelfContract, user: str, at: datetime) -> SelfContract:
    """By its student, and by nobody else."""
    _still(contract)
    if user != contract.student:
        raise Refusal("old-button")
    if contract.is_signed:
        raise Refusal("self-signed")
    if at >= contract.closes_at:
        raise Refusal("self-day-passed")
    return replace(contract, signed_hash=contract.terms.content_hash(), signed_at=at)


def midpoint_of(contract: SelfContract, today: date, off: DaysOff) -> date | None:
    """The day on which it is asked about, from `today`, its first one: the last open day up to its midpoint; where
    there is none, the first one after. None for a lesson, and where all its days are off."""
    if contract.kind is SelfKind.LESSON:
        return None
    middle = today + DAY * ((contract.ends_on - today).days // 2)
    before = off.last_open(middle)
    day = before if before > today else off.first_open(middle)
    return day if day < contract.ends_on else None


def said_halfway(contract: SelfContract, words: str, at: datetime) -> SelfContract:
    _runs(contract)
    text = _words(words, "halfway")
    return replace(contract, halfway=text, halfway_at=at)


def step_done(contract: SelfContract, place: int) -> SelfContract:
    """Pressed again, it is not done."""
    _runs(contract)
    if not 0 <= place < len(contract.steps):
        raise Refusal("old-button")
    done = set(contract.done) ^ {place}
    return replace(contract, done=tuple(sorted(done)))


def shared(contract: SelfContract, yes: bool, at: datetime) -> SelfContract:
    """Also what is over can be shared, or no longer."""
    if not contract.is_signed:
        raise Refusal("self-sign-first")
    return replace(contract, shared_at=at if yes else None)


def ended(contract: SelfContract, outcome: str, found: str, then: str, at: datetime) -> SelfContract:
    """Its three questions at the end. It can be ended on any day."""
    _runs(contract)
    if outcome not in set(SelfOutcome):
        raise Refusal("self-outcome", field="outcome")
    return replace(contract, outcome=outcome, found=_words(found, "found"), next=_words(then, "next"), ended_at=at)


def _words(typed: str, field: str) -> str:
    text = clean(typed)
    if not text:
        raise Refusal("empty", field=field)
    if len(text) > WORDS_MOST:
        raise Refusal("self-too-long", field=field)
    return text


def _still(contract: SelfContract) -> None:
    if not contract.is_open:
        raise Refusal("self-over")


def _runs(contract: SelfContract) -> None:
    _still(contract)
    if not contract.is_signed:
        raise Refusal("self-sign-first")


def may_begin(standing: Sequence[SelfContract]) -> None:
    if sum(one.is_open for one in standing) >= OPEN_MOST:
        raise Refusal("self-too-many")
