"""What a school owes those whose data it keeps: the record of who was shown it, and how long it is kept."""

import hashlib
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.actor import Refusal

# The record of who was shown, handed or rid of somebody's data: when, by whom, about whom, why.
#
# 34 CFR 99.32 wants it of disclosures; article 30 and article 5(2) GDPR want that one can show what was done.


PSEUDONYM = "former-member-"
"""People read it where the name of somebody who was erased would stand."""

_MARKED = re.compile(PSEUDONYM + r"[0-9a-f]{8}")


class DisclosureKind(StrEnum):
    """What was done with somebody's data."""

    EXPORTED = "exported"
    """Everything held about one person was written out."""
    ERASED = "erased"
    RETAINED = "retention"
    """What had been kept long enough was erased."""
    SHOWN = "shown"
    """Whoever runs Accord looked at personal data with a command."""
    DECIDED = "retention-set"
    """How long things are kept was changed."""
    TEACHES = "teaches"
    """An admin made themselves, or somebody else, a teacher of a class: they read what its teachers read from then."""
    PAGE = "student-page"
    """A teacher who does not decide on a student's contract opened that student's page; or an aide what they show."""
    CLASS = "class-export"
    """A teacher took out the record of a class: one line for that, and one for each student on whose contract another
    one decides."""

    REPORT_SHOWN = "school-report-shown"
    """The numbers of a half-year, in which nobody can be told, were shown to all teachers; they stand in this line."""
    REPORT_GIVEN = "school-report"
    """Whoever runs Accord had them."""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One line of the record. `by` is a Slack user id, "operator:<account>" or "accord"; `about` is a Slack user
    id, the person's pseudonym once they are erased, or None where it was not about one person. `detail` holds
    counts and the names of commands and settings, never what anybody wrote."""

    workspace: str
    at: datetime
    what: DisclosureKind
    by: str
    about: str | None
    reason: str
    detail: Mapping[str, int | str] = field(default_factory=dict)
    id: int = 0


class Retracting(StrEnum):
    """What is to go from Slack."""

    MESSAGE = "message"
    """The bot's message `ts` in the conversation `place`."""
    CONVERSATION = "conversation"
    """All of the bot's messages in the direct messages with the user `place`; only those that hold one of the
    `needles`, where there are any. `ts` is where the search goes on: older than that."""
    HOME = "home"
    """The Home of the user `place`."""


@dataclass(frozen=True, slots=True)
class Retraction:
    """Something in Slack that is to go. The row goes with it."""

    workspace: str
    disclosure: int
    kind: Retracting
    place: str
    ts: str | None = None
    needles: tuple[str, ...] = ()
    id: int = 0


def pseudonym(key: str, workspace: str, user: str) -> str:
    """What stands for an erased person: the same each time, and nobody's without the key (HMAC-SHA256)."""
    digest = hmac.new(bytes.fromhex(key), f"{workspace}:{user}".encode(), hashlib.sha256)
    return PSEUDONYM + digest.hexdigest()[:8]


def is_pseudonym(user: str) -> bool:
    return _MARKED.fullmatch(user) is not None


# How long what is kept: a school's own decision, within limits that keep Accord working.


DAYS_MOST = 3660
"""Ten years. Who must keep something for longer keeps an export."""

LEAST: Mapping[str, int] = {"contract_days": 1, "feedback_days": 1, "llm_days": 1, "incoming_days": 2, "outbox_days": 7}
"""A repeat of what came in is recognised by its id for as long as Slack may send it again, and a message that was
lost on its way is looked for by its row: these can not be forgotten at once."""


@dataclass(frozen=True, slots=True)
class Policy:
    """One for each workspace. Days count from the end of a contract, from when feedback was given, from a call to
    a language model, from when something came in, and from when a message was sent. What is open is never erased.

    `pseudonym_key` (hexadecimal) makes the pseudonyms of the erased; see bot/domain/disclosure.py.
    """

    workspace: str
    contract_days: int = 365
    feedback_days: int = 365
    llm_days: int = 30
    incoming_days: int = 30
    outbox_days: int = 30
    pseudonym_key: str = ""
    id: int = 0

    def before(self, setting: str, now: datetime) -> datetime:
        """What is older than this instant is past its time."""
        days: int = getattr(self, setting)
        return now - timedelta(days=days)


SETTINGS = tuple(f.name for f in fields(Policy) if f.name.endswith("_days"))


def decided(policy: Policy, days: Mapping[str, int]) -> Policy:
    """The policy with some of its settings changed.

    Raises Refusal: `no-such-setting`, `keeps-too-short` or `keeps-too-long`, each with the setting as its field.
    """
    for setting, kept in days.items():
        if setting not in SETTINGS:
            raise Refusal("no-such-setting", field=setting)
        if kept < LEAST[setting]:
            raise Refusal("keeps-too-short", field=setting, least=LEAST[setting])
        if kept > DAYS_MOST:
            raise Refusal("keeps-too-long", field=setting, most=DAYS_MOST)
    return replace(policy, **days)  # type: ignore[arg-type]
