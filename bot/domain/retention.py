"""How long what is kept: a school's own decision, within limits that keep Accord working."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta

from bot.domain.errors import Refusal

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
