"""Who lets Accord in, and who does so no more."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

FOREVER = datetime(9999, 12, 31, tzinfo=UTC)
"""Until somebody installs Accord again."""


@dataclass(frozen=True, slots=True)
class Installation:
    """A workspace that installed Accord, and the token by which Accord speaks there. `by` is who installed it."""

    workspace: str
    token: str = field(repr=False)
    bot_user: str
    bot_id: str
    since: datetime
    team: str = ""
    app: str = ""
    by: str = ""
    scopes: tuple[str, ...] = ()


class Unsealable(Exception):
    """A token is stored, and no key opens it."""


class LockedOut(Exception):
    """No key opens the token of a workspace that installed Accord: for now nothing can be said or heard there."""

    def __init__(self, workspace: str) -> None:
        super().__init__(workspace)
        self.workspace = workspace


class Reason(StrEnum):
    """Why a workspace left."""

    UNINSTALLED = "uninstalled"
    REVOKED = "revoked"
    """Its tokens were revoked, says Slack."""
    REFUSED = "refused"
    """Slack refuses its token, and said so twice."""


@dataclass(frozen=True, slots=True)
class Departure:
    """A workspace that left. Until `back_at`, nothing is sent there, and nothing that is due there is done."""

    workspace: str
    reason: Reason
    left_at: datetime
    back_at: datetime | None = None
    id: int = 0
