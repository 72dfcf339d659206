"""What could not be delivered, told to those who can do something about it."""

from dataclasses import dataclass

from bot.messages.notices import Notice


@dataclass(frozen=True, slots=True)
class ChannelGone(Notice):
    """To a class's teachers: nothing can be said in the class channel. `error` is Slack's key for why."""

    classroom: int
    error: str


@dataclass(frozen=True, slots=True)
class StudentUnreachable(Notice):
    """To a student's teachers: direct messages do not reach the student. `error` is Slack's key for why."""

    student: str
    classroom: int
    error: str


@dataclass(frozen=True, slots=True)
class ChannelGoneBrief:
    classroom: str
    """The class's name."""
    channel: str
    """The channel's id."""


@dataclass(frozen=True, slots=True)
class StudentUnreachableBrief:
    student: str
    """The student's name."""
    classroom: str
    """The class's name."""
