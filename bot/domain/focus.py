"""What a typed message in somebody's direct messages is about: whatever Accord asked there last."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class About(StrEnum):
    INTERVIEW = "interview"
    """`ref` is an interview."""
    CHECK_IN = "check-in"
    """`ref` is a check-in."""
    QUESTION = "question"
    """A teacher asked about a proposal; `ref` is the contract."""
    ASKED_BACK = "asked-back"
    """Accord asked what was meant by something, or what to do with it; `ref` is an AskedBack."""
    SHARED = "shared"
    """In a thread alone: a student's check-in as a teacher sees it; `ref` is the check-in."""
    PROPOSAL = "proposal"
    """In a thread alone: what a student proposed or answered, as a teacher sees it; `ref` is the contract."""
    RESPONSE = "response"
    """In a thread alone: what a teacher wrote about a check-in; `ref` is the response."""
    FEEDBACK = "feedback"
    """In a thread alone: a teacher's feedback; `ref` is the feedback."""
    NOTE = "note"
    """In a thread alone: what was passed on between a student and a teacher; `ref` is the note."""
    CONTRACT = "contract"
    """In a question back alone: no question is meant but a contract that runs; `ref` is the contract."""
    CLASS = "class"
    """In a question back alone: no question is meant but a class; `ref` is the class."""


@dataclass(frozen=True, slots=True)
class Focus:
    """One for each person: what was asked, or shown back, last. `in_reply` is false for what came by itself: a prompt,
    or a teacher's question. What somebody writes after a reply goes on with it; after the other it may not."""

    workspace: str
    user: str
    about: About
    ref: int
    since: datetime
    in_reply: bool = False
    id: int = 0


class Awaited(NamedTuple):
    """Somebody who was asked something and has not answered. `channel` is "" where it is not known.

    `oldest` is the ts of what asked them, or the moment before which nothing can be an answer.
    """

    workspace: str
    user: str
    channel: str
    oldest: str
