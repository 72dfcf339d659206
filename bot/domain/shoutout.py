"""What a class may hear of a milestone, once its student has said yes: a name, a short statement, a point."""

import hashlib
import json

from bot.domain.check_ins import Milestone

STATEMENT_MOST = 140
"""Characters of the target's statement that a shoutout shows."""


def short(statement: str) -> str:
    """A target's statement on one line, cut where a shoutout would grow too long."""
    line = " ".join(statement.split())
    return line if len(line) <= STATEMENT_MOST else line[: STATEMENT_MOST - 1] + "…"


def token(milestone: Milestone) -> str:
    """Names one asking of one exact text: buttons carry it, so that a yes holds only for what was read."""
    shown = [
        milestone.name,
        milestone.statement,
        milestone.point.value,
        milestone.reached_at.isoformat(),
    ]
    return hashlib.sha256(json.dumps(shown).encode()).hexdigest()[:16]
