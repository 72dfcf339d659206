"""People without an account: a student of 16 or over whom a teacher enters, and who signs and answers in person.

What always holds of them:

1. Nothing is ever sent to them: their id is none of Slack's, and the outbox takes nothing for it.
2. Their signature stands on a version only as a teacher confirms it of the paper, and says which teacher did.
3. Nobody asks, reminds or misses them: a check-in that nobody typed in is set aside.
"""

import secrets
from datetime import timedelta

from bot.domain.actor import Refusal

MARK = "PAPER"
"""Begins the id of each; none of Slack's begins so (https://docs.slack.dev/reference/objects/user-object: U or W)."""

USER = rf"(?:[UW][A-Z0-9]{{1,31}}|{MARK}[0-9A-F]{{16}})"
"""Anybody's id, with and without an account, as a part of a pattern."""

TYPE_WITHIN = timedelta(days=3)
"""So long a check-in waits for a teacher to type it in."""


def has_no_account(user: str) -> bool:
    return user.startswith(MARK)


def need_account(user: str, *, field: str | None = None) -> None:
    """For what begins with a message to them, and waits for their press."""
    if has_no_account(user):
        raise Refusal("has-no-account", field=field)


def new_user() -> str:
    """An id for somebody without an account: by chance, so that it stands for nobody else after an erasure."""
    return f"{MARK}{secrets.token_hex(8).upper()}"
