"""What could lastingly not be delivered, told to those who can do something about it."""

from bot.activities.undeliverable.notices import (
    ChannelGone,
    ChannelGoneBrief,
    StudentUnreachable,
    StudentUnreachableBrief,
)
from bot.domain.outbox import Message
from bot.messages.blocks import actions, button, say, small
from bot.messages.renderers import Reader, message, renders

ARCHIVED = frozenset({"is_archived"})


@renders(ChannelGone)
def channel_gone(notice: ChannelGone, brief: ChannelGoneBrief, reader: Reader) -> Message:
    w = reader.words
    key = "trouble-channel-archived" if notice.error in ARCHIVED else "trouble-channel-gone"
    return message(
        w(key, classroom=brief.classroom),
        say(w, key, classroom=brief.classroom),
        small(w(f"{key}-next")),
    )


@renders(StudentUnreachable)
def student_unreachable(notice: StudentUnreachable, brief: StudentUnreachableBrief, reader: Reader) -> Message:
    w = reader.words
    return message(
        w("trouble-student", student=brief.student, classroom=brief.classroom),
        say(w, "trouble-student", student=brief.student, classroom=brief.classroom),
        small(w("trouble-student-next")),
        actions([button(w("help-button"), "help.show")]),
    )
