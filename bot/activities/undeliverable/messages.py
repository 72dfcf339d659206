"""What could lastingly not be delivered, told to those who can do something about it."""

from dataclasses import dataclass

from bot.domain.outbox import Message
from bot.messages.blocks import actions, button, say, small
from bot.messages.registry import Notice, Reader, message

# What could not be delivered, told to those who can do something about it.


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


ARCHIVED = frozenset({"is_archived"})


def channel_gone(notice: ChannelGone, brief: ChannelGoneBrief, reader: Reader) -> Message:
    w = reader.words
    key = "trouble-channel-archived" if notice.error in ARCHIVED else "trouble-channel-gone"
    return message(
        w(key, classroom=brief.classroom),
        say(w, key, classroom=brief.classroom),
        small(w(f"{key}-next")),
    )


def student_unreachable(notice: StudentUnreachable, brief: StudentUnreachableBrief, reader: Reader) -> Message:
    w = reader.words
    return message(
        w("trouble-student", student=brief.student, classroom=brief.classroom),
        say(w, "trouble-student", student=brief.student, classroom=brief.classroom),
        small(w("trouble-student-next")),
        actions([button(w("help-button"), "help.show")]),
    )
