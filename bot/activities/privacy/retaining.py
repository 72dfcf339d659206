"""What is past its time is erased, by the policy of each workspace: article 5(1)(e) GDPR."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.activities import access
from bot.activities.ports import UnitOfWork
from bot.activities.privacy import disclosing, erasing
from bot.domain.actor import Actor
from bot.domain.care import KEPT_FOR
from bot.domain.disclosure import Policy, What, decided
from bot.domain.utterance import TAKEN_BACK_WITHIN

BATCH = 1000
CONTRACTS = 50
"""In one transaction. A contract takes its check-ins, replies and cards along, some hundred rows."""

KINDS: Mapping[str, str] = {
    "contract": "contract_days",
    "feedback": "feedback_days",
    "note": "feedback_days",
    "membership": "contract_days",
    "person": "contract_days",
    "llm_call": "llm_days",
    "incoming": "incoming_days",
    "errand": "incoming_days",
    "said": "outbox_days",
    "expired": "outbox_days",
    "failed": "outbox_days",
}
"""The setting that ends each kind; storage/privacy/past.py says what the kinds are."""

FIXED: Mapping[str, timedelta] = {
    **dict.fromkeys(("care_alert", "care_cleared", "care_pressed"), KEPT_FOR),
    "utterance": TAKEN_BACK_WITHIN,
    "asked_back": timedelta(days=1),
}
"""What ends after a time that nobody decides: that somebody was not well, and words that only wait for their answer.
No count of it stands in the record, which is kept."""


def forget(uow: UnitOfWork, actor: Actor, *, now: datetime) -> bool:
    """Erase one batch of each kind, and count it in the record; whether there may be more."""
    access.accord_itself(actor)
    policy = disclosing.policy_as_is(uow)
    counts: Counter[str] = Counter()
    more = False
    for kind, setting in KINDS.items():
        most = CONTRACTS if kind == "contract" else BATCH
        found = uow.past.find(kind, policy.before(setting, now), most)
        counts.update(uow.past.forget(kind, found))
        more = more or len(found) == most
    for kind, kept_for in FIXED.items():
        found = uow.past.find(kind, now - kept_for, BATCH)
        uow.past.forget(kind, found)
        more = more or len(found) == BATCH
    if counts:
        _write_down(uow, counts, now)
    erasing.resume(uow, now)
    return more


def show(uow: UnitOfWork, actor: Actor, *, now: datetime) -> tuple[Policy, dict[str, int]]:
    """The policy, and how much of each kind the next run would erase. Nothing is changed."""
    access.accord_itself(actor)
    policy = disclosing.policy_as_is(uow)
    most = 1_000_000
    return policy, {kind: len(uow.past.find(kind, policy.before(s, now), most)) for kind, s in KINDS.items()}


def decide(uow: UnitOfWork, actor: Actor, days: Mapping[str, int], by: str, reason: str, *, now: datetime) -> Policy:
    """Change how long things are kept. Refusal as bot/domain/disclosure.py says."""
    access.accord_itself(actor)
    return _decide(uow, days, by, reason, now)


def _decide(uow: UnitOfWork, days: Mapping[str, int], by: str, reason: str, now: datetime) -> Policy:
    before = disclosing.policy_of(uow)
    after = decided(before, days)
    if after != before:
        uow.policies.save(after)
        changed = {s: f"{getattr(before, s)} to {n}" for s, n in days.items() if getattr(before, s) != n}
        disclosing.record(uow, What.DECIDED, by, None, reason, now, changed)
    return after


def open_form(uow: UnitOfWork, actor: Actor, *, now: datetime) -> Policy:
    """What the form on Home starts with: for admins of the workspace."""
    access.admin(uow, actor)
    return disclosing.policy_as_is(uow)


def decide_as_admin(uow: UnitOfWork, actor: Actor, days: Mapping[str, int], *, now: datetime) -> Policy:
    """An admin's decision; it goes into the record under their id."""
    access.admin(uow, actor)
    return _decide(uow, days, actor.user, "", now)


def _write_down(uow: UnitOfWork, counts: Mapping[str, int], now: datetime) -> None:
    """One line a day, however many batches."""
    standing = uow.disclosures.newest(what=What.RETAINED)
    if standing is None or standing.at.date() != now.date():
        reason = "retention policy"
        standing = disclosing.record(uow, What.RETAINED, disclosing.ACCORD, None, reason, now)
    disclosing.count(uow, standing.id, **counts)
