"""A message can lastingly not be delivered: tell those who can do something about it, once a day."""

from bot.activities import access
from bot.activities.care import use_cases as care
from bot.activities.undeliverable import messages
from bot.activities.undeliverable.messages import (
    ChannelGone,
    ChannelGoneBrief,
    StudentUnreachable,
    StudentUnreachableBrief,
)
from bot.domain.actor import Actor, Side
from bot.domain.outbox import Delivery, Verb
from bot.messages.briefs import NothingToSay, name_of, only_their_teacher, say
from bot.messages.registry import Notice
from bot.messages.tell import tell
from storage.unit_of_work import UnitOfWork

CHANNEL_GONE = frozenset(
    {
        "channel_not_found",
        "is_archived",
        "not_in_channel",
        "restricted_action",
        "restricted_action_read_only_channel",
    }
)
NOT_HERE = CHANNEL_GONE | {"method_not_supported", "not_implemented", "unknown_method", "user_not_in_channel"}
"""What only one person was to see can not be shown where they are."""
PERSON_GONE = frozenset(
    {
        "blocked_from_dm",
        "cannot_dm_bot",
        "channel_not_found",
        "is_archived",
        "is_inactive",
        "messages_tab_disabled",
        "user_disabled",
        "user_not_found",
        "user_not_visible",
    }
)


def report(uow: UnitOfWork, delivery: Delivery, error: str) -> None:
    """Tell a class's teachers that its channel, or one of its students, can not be reached.

    What somebody was to read in a channel where Accord is not, or on a server without such messages, they read in
    their direct messages. `error` is Slack's. Other errors are ours, and a teacher's own DM has nobody else to be
    told of: both are left to the log. So is what was no duty: cards that follow something, and Home. What was to be
    said because somebody is not well has its own way on, and no teacher hears of it.
    """
    if delivery.notice in care.OURS:
        care.not_arrived(uow, delivery, error)
    elif delivery.verb is Verb.EPHEMERAL:
        if error in NOT_HERE:
            _in_private(uow, delivery)
    elif delivery.verb is not Verb.POST:
        return
    elif delivery.lane.startswith(("C", "G")) and error in CHANNEL_GONE:
        _channel_gone(uow, delivery.lane, error)
    elif delivery.lane.startswith(("U", "W")) and error in PERSON_GONE:
        _student_gone(uow, delivery.lane, error)


def _in_private(uow: UnitOfWork, delivery: Delivery) -> None:
    user, notice = delivery.reader, delivery.notice
    uow.outbox.queue(Delivery(uow.workspace, user, Verb.POST, notice, delivery.args, user, uow.now, uow.now))


def unreadable(uow: UnitOfWork, actor: Actor, classroom: int, error: str) -> None:
    """The members of a class's channel could not be read: its teachers hear of it."""
    found = uow.classrooms.get(classroom)
    if found is not None:
        _channel_gone(uow, found.channel, error)


def _channel_gone(uow: UnitOfWork, channel: str, error: str) -> None:
    classroom = uow.classrooms.in_channel(channel)
    if classroom is not None:
        _tell_teachers(uow, classroom.id, ChannelGone(classroom.id, error), f"channel-gone:{classroom.id}")


def _student_gone(uow: UnitOfWork, user: str, error: str) -> None:
    for place in uow.memberships.places_of(user, Side.STUDENT):
        notice = StudentUnreachable(user, place.classroom, error)
        _tell_teachers(uow, place.classroom, notice, f"unreachable:{place.classroom}:{user}")


def _tell_teachers(uow: UnitOfWork, classroom: int, notice: Notice, once: str) -> None:
    for teacher in access.teachers_of(uow, classroom):
        tell(uow, teacher, notice, once=f"{once}:{teacher}:{uow.now.date().isoformat()}")


def _channel_gone_brief(uow: UnitOfWork, notice: ChannelGone, reader: str) -> ChannelGoneBrief:
    classroom = uow.classrooms.get(notice.classroom)
    if classroom is None:
        raise NothingToSay
    return ChannelGoneBrief(classroom.name, classroom.channel)


def _student_brief(uow: UnitOfWork, notice: StudentUnreachable, reader: str) -> StudentUnreachableBrief:
    classroom = uow.classrooms.get(notice.classroom)
    if classroom is None:
        raise NothingToSay
    only_their_teacher(uow, notice.student, classroom.id, reader)
    return StudentUnreachableBrief(name_of(uow, notice.student), classroom.name)


say(ChannelGone, shown=_channel_gone_brief, blocks=messages.channel_gone)
say(StudentUnreachable, shown=_student_brief, blocks=messages.student_unreachable)
