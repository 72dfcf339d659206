"""Work that needs Slack or time, done after the transaction that asked for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class ErrandKind(StrEnum):
    SYNC_ROSTER = "sync-roster"
    """Read the class channel's members and enrol them. args: classroom."""
    LEARN_PERSON = "learn-person"
    """Ask Slack who somebody is. args: user."""
    FIND_ADMINS = "find-admins"
    """Ask Slack who the workspace's admins are, and tell them that nobody teaches a class. args: classroom, since (when
    that was)."""
    DRAFT_TARGETS = "draft-targets"
    """Ask a language model for draft targets. args: feedback."""
    HEAR_BACK = "hear-back"
    """Read what somebody wrote while nobody listened. args: user, channel ("" where it has to be asked for), oldest."""
    RETRACT = "retract"
    """Take what is about an erased person out of Slack, step by step. args: disclosure."""
    HEAR = "hear"
    """Hear what somebody wrote when more came in than could be worked on. args: user, channel, text, ts, edited,
    deleted, thread (ts of the message above it, or ""), files (names), incoming (the id under which it came in)."""


@dataclass(frozen=True, slots=True)
class Errand:
    """Done at least once: what an errand does must bear being done twice."""

    workspace: str
    kind: ErrandKind
    args: Mapping[str, Any]
    not_before: datetime
    attempts: int = 0
    done: bool = False
    error: str | None = None
    in_turn_of: str | None = None
    """User id: what is asked for in somebody's turn is done one after the other, in the order of the ids."""
    id: int = 0
