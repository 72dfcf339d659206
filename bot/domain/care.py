"""Somebody who is not well: what a school decided, who is told, and how it stands. No words of theirs stand in it."""

import hashlib
import hmac
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.actor import Refusal

KEPT_FOR = timedelta(days=30)
"""All that is kept of it; not a setting, since it is to be short."""

WAITS_FOR = timedelta(hours=24)
"""So long what a student writes is an answer to nothing, unless they go on, or are asked something new."""

CONTACT_FIELDS = ("contact_1", "contact_2", "contact_3", "contact_4")
"""Of the form: one for each contact, in their order."""
LEAST_AT_ONCE = 2
MINUTES_LEAST, MINUTES_MOST = 5, 24 * 60
HELPERS_MOST = 1000
EMERGENCY_MOST = 60
SOURCES_MOST = 10
"""Messages that can be shared: the newest."""


class Way(StrEnum):
    """How somebody at the school hears of it."""

    STUDENT = "student"
    """The student decides, by a button."""
    AT_ONCE = "at-once"
    """The first contact is told at once, the next one when nobody took it in time."""


@dataclass(frozen=True, slots=True)
class CareSetting:
    """One for each workspace. `helpers` are the people and numbers that an admin wrote, a line each; `emergency` is a
    number, or "". `wait_minutes`: so long the first contact has, before the next one is told."""

    workspace: str
    way: Way = Way.STUDENT
    helpers: str = ""
    emergency: str = ""
    wait_minutes: int = 60
    decided_by: str = ""
    decided_at: datetime | None = None
    id: int = 0

    @property
    def lines(self) -> tuple[str, ...]:
        """The helpers, a line each."""
        return tuple(line for text in self.helpers.splitlines() if (line := text.strip()))


@dataclass(frozen=True, slots=True)
class CareContact:
    """Somebody who may be told; `place` counts from 1, in the order in which they are told."""

    workspace: str
    user: str
    place: int
    id: int = 0


class Ended(StrEnum):
    """How a student left it. Nothing that was told is taken back."""

    MEANT_ELSE = "meant-else"
    WENT_ON = "went-on"


class WordsShared(StrEnum):
    """What became of the wish to share with them what was written."""

    PASSING = "passing"
    PASSED = "passed"
    GONE = "gone"
    """The message is no longer in Slack."""
    FAILED = "failed"
    """Slack did not take it."""


@dataclass(frozen=True, slots=True)
class CareAlert:
    """That a student wrote that they, or (`of_another`) somebody they know, is not well. `way` and `helpers` are as
    they were then, without whoever could be meant. `about` and `ref` say what was asked at that moment; `channel` and
    `sources` where the messages stand in Slack; `digests` stand for their words, keyed, until it has ended. `set_aside`
    are the check-ins that waited for an answer, and wait for none since.
    """

    workspace: str
    student: str
    at: datetime
    language: str
    of_another: bool
    way: Way
    helpers: tuple[str, ...] = ()
    nobody_left: bool = False
    """There are contacts, and each of them could be meant."""
    about: str | None = None
    ref: int | None = None
    channel: str = ""
    sources: tuple[str, ...] = ()
    digests: tuple[str, ...] = ()
    wake_at: datetime | None = None
    """When the next contact is to be told."""
    ended: Ended | None = None
    ended_at: datetime | None = None
    set_aside: tuple[int, ...] = ()
    revision: int = 0
    id: int = 0

    def waits(self, now: datetime) -> bool:
        """Whether what the student writes now belongs to no question."""
        return self.ended is None and now - self.at < WAITS_FOR


class Told(StrEnum):
    PLANNED = "planned"
    """May be told: nobody has told them."""
    TELLING = "telling"
    TOLD = "told"
    """Slack took the message."""
    UNREACHED = "unreached"
    LET_BE = "let-be"
    """Could be meant, by what the student wrote later: nothing more is said to them."""


@dataclass(frozen=True, slots=True)
class CareTold:
    """A contact who may be told of an alert, or was. `taken_at`: they pressed that they have it."""

    workspace: str
    alert: int
    user: str
    place: int
    state: Told = Told.PLANNED
    asked_for: bool = False
    """The student chose them."""
    told_at: datetime | None = None
    taken_at: datetime | None = None
    words: WordsShared | None = None
    words_at: datetime | None = None
    id: int = 0

    @property
    def is_told(self) -> bool:
        """Whether they hear of it, and go on hearing of it."""
        return self.state in (Told.TELLING, Told.TOLD)


@dataclass(frozen=True, slots=True)
class CareCleared:
    """The student said that these words meant something else: they do not stop them again."""

    workspace: str
    user: str
    digest: str
    at: datetime
    id: int = 0


@dataclass(frozen=True, slots=True)
class CareChoices:
    """What the form asks for. `contacts` in their order; "" where a place is empty."""

    way: Way
    contacts: tuple[str, ...]
    helpers: str
    emergency: str
    minutes: str


def decided(standing: CareSetting, choices: CareChoices, by: str, now: datetime) -> CareSetting:
    """The setting as it was chosen. Raises Refusal: `care-minutes`, `too-long`, `care-emergency`."""
    minutes = choices.minutes.strip()
    if not minutes.isdecimal() or not MINUTES_LEAST <= int(minutes[:6]) <= MINUTES_MOST:
        raise Refusal("care-minutes", field="minutes", least=MINUTES_LEAST, most=MINUTES_MOST)
    if len(choices.helpers) > HELPERS_MOST:
        raise Refusal("too-long", field="helpers", most=HELPERS_MOST)
    if choices.emergency and not any(c.isdecimal() for c in choices.emergency):
        raise Refusal("care-emergency", field="emergency")
    return replace(
        standing,
        way=choices.way,
        helpers=choices.helpers.strip(),
        emergency=choices.emergency.strip()[:EMERGENCY_MOST],
        wait_minutes=int(minutes),
        decided_by=by,
        decided_at=now,
    )


def chosen(choices: CareChoices) -> tuple[str, ...]:
    """The contacts, each once. Raises Refusal: `care-twice`, `care-two-at-once`."""
    picked = [user for user in choices.contacts if user]
    for place, user in enumerate(choices.contacts):
        if user and user in choices.contacts[:place]:
            raise Refusal("care-twice", field=CONTACT_FIELDS[place])
    if choices.way is Way.AT_ONCE and len(picked) < LEAST_AT_ONCE:
        raise Refusal("care-two-at-once", field=CONTACT_FIELDS[len(picked)])
    return tuple(picked)


def digest_of(key: str, workspace: str, user: str, text: str) -> str:
    """What stands for somebody's words: the same for the same words, however they are spaced (HMAC-SHA256)."""
    plain = " ".join(re.findall(r"\w+", text.casefold()))
    return hmac.new(bytes.fromhex(key), f"{workspace}:{user}:{plain}".encode(), hashlib.sha256).hexdigest()


def joined(earlier: Sequence[str], more: Sequence[str]) -> tuple[str, ...]:
    """Both, each once, in their order; the newest where there are too many."""
    return tuple(dict.fromkeys([*earlier, *more]))[-SOURCES_MOST:]
