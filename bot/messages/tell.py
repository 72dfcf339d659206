"""Put something into the outbox. Everything that Accord says to people goes through here."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import chain, count

from bot.activities.home.messages import Home
from bot.domain.check_ins import CheckIn
from bot.domain.classroom import Classroom
from bot.domain.outbox import URGENT, Delivery, Verb
from bot.messages.registry import Notice
from storage.unit_of_work import UnitOfWork


def tell(
    uow: UnitOfWork,
    user: str,
    notice: Notice,
    *,
    once: str | None = None,
    not_before: datetime | None = None,
    expires_at: datetime | None = None,
    under: str = "",
) -> None:
    """Say it to one person, in their direct messages; `under` the message with this ts, where one is given."""
    said = _to_one(uow, user, notice, once)
    uow.outbox.queue(replace(said, not_before=not_before or uow.now, expires_at=expires_at, thread=under or None))


def _to_one(uow: UnitOfWork, user: str, notice: Notice, once: str | None) -> Delivery:
    return Delivery(
        workspace=uow.workspace,
        lane=user,
        verb=Verb.POST,
        notice=notice.kind,
        args=notice.args(),
        reader=user,
        created_at=uow.now,
        not_before=uow.now,
        subject=notice.subject,
        once=once,
    )


AHEAD = timedelta(days=1)
"""What is urgent is due as if it had waited for so long: before all else that waits in its workspace."""


def tell_urgently(uow: UnitOfWork, user: str, notice: Notice, *, once: str) -> None:
    """Say it to one person before all that waits. It never expires, and nothing in their own lane is in its way."""
    lane, due = f"{URGENT}{user}", uow.now - AHEAD
    args, subject = notice.args(), notice.subject
    uow.outbox.queue(
        Delivery(uow.workspace, lane, Verb.POST, notice.kind, args, user, uow.now, due, subject=subject, once=once)
    )


def tell_where_none_stands(uow: UnitOfWork, users: Sequence[str], notice: Notice, *, once: str) -> Sequence[Delivery]:
    """Say it to each of them, unless a message of this kind about the same stands there already, or is on its way: then
    that one is shown anew by whoever changes its subject. Said again after it was taken back before it had left. `once`
    is that of what is said of this subject alone. Returns those that stand there, or are on their way, already."""
    said = uow.outbox.ever_about(notice.subject) if notice.subject else []
    live = [card for card in said if card.notice == notice.kind and card.is_live]
    standing, used = {card.reader for card in live}, {card.once for card in said}
    told = [user for user in users if user not in standing]
    uow.outbox.queue_all([_to_one(uow, user, notice, _unused(f"{once}:{user}", used)) for user in told])
    return live


def _unused(once: str, used: Collection[str | None]) -> str:
    """This `once`, or another after it where something was queued under it before."""
    names = chain([once], (f"{once}:{number}" for number in count(2)))
    return next(name for name in names if name not in used)


def tell_here(uow: UnitOfWork, user: str, channel: str, notice: Notice) -> None:
    """Say it to one person in the channel where they are, seen by nobody else; in their DM, to them alone.

    `channel` is "" where they are in none: on Home, or in a form. Then it comes as a direct message.
    """
    verb = Verb.POST if not channel or channel.startswith("D") else Verb.EPHEMERAL
    lane = user if verb is Verb.POST else channel
    uow.outbox.queue(Delivery(uow.workspace, lane, verb, notice.kind, notice.args(), user, uow.now, uow.now))


def tell_class(
    uow: UnitOfWork,
    classroom: Classroom,
    notice: Notice,
    *,
    once: str,
    not_before: datetime | None = None,
) -> None:
    """Say it in the class channel. What goes there needs consent where it names a student."""
    uow.outbox.queue(
        Delivery(
            workspace=uow.workspace,
            lane=classroom.channel,
            verb=Verb.POST,
            notice=notice.kind,
            args=notice.args(),
            reader="",
            created_at=uow.now,
            not_before=not_before or uow.now,
            subject=notice.subject,
            once=once,
        )
    )


def refresh(uow: UnitOfWork, subject: str) -> None:
    """Render every card that follows `subject` again, once for all changes that come before it is sent.

    That is queued when all else is: in a conversation, the answer leaves before what only changes what stands there.
    """
    uow.at_last(f"refresh:{subject}", lambda: _render_cards_again(uow, subject))


def _render_cards_again(uow: UnitOfWork, subject: str) -> None:
    """Not those that were queued in this transaction: nobody has rendered them yet."""
    new = {delivery.id for delivery in uow.queued}
    for card in following(uow, subject):
        if card.id not in new:
            _queue_again(uow, card)
    what, _, number = subject.partition(":")
    check_in = uow.check_ins.get(int(number)) if what == "check-in" else None
    if check_in is not None:
        show_round(uow, check_in)


AT_MOST_EVERY = timedelta(seconds=10)
"""The message about a round is shown anew so often, however many answers come."""


def show_round(uow: UnitOfWork, check_in: CheckIn, standing: Sequence[Delivery] | None = None) -> None:
    """Render what stands in Slack of this check-in's round again: in a moment, so that all that comes meanwhile is
    shown with it. `standing` are those messages, where they are known."""
    if check_in.round:
        subject = subject_of_round(check_in.round)
        uow.at_last(f"refresh:{subject}", lambda: _queue_round(uow, subject, standing))


def _queue_round(uow: UnitOfWork, subject: str, standing: Sequence[Delivery] | None) -> None:
    new = {delivery.id for delivery in uow.queued}
    for card in uow.outbox.cards(subject) if standing is None else standing:
        if card.id not in new:
            _queue_again(uow, card, uow.now + AT_MOST_EVERY)


def show_round_now(uow: UnitOfWork, check_in: CheckIn, reader: str) -> None:
    """To whoever has just pressed something in it, at once."""
    if check_in.round:
        subject = subject_of_round(check_in.round)
        uow.at_last(f"now:{subject}:{reader}", lambda: _queue_now(uow, subject, reader))


def _queue_now(uow: UnitOfWork, subject: str, reader: str) -> None:
    theirs = [card for card in uow.outbox.cards(subject) if card.reader == reader]
    uow.outbox.hasten([card.id for card in theirs], uow.now)
    for card in theirs:
        _queue_again(uow, card)


def subject_of_round(round: str) -> str:
    return f"round:{round}"


def following(uow: UnitOfWork, subject: str) -> list[Delivery]:
    """The cards that show how the subject stands. Of a check-in, the newest of each kind that a reader has: there may
    be one for each message about it, and Slack takes fifty changes a minute."""
    cards = uow.outbox.cards(subject)
    if not subject.startswith("check-in:"):
        return cards
    newest = {(card.lane, card.notice): card for card in cards}
    return list(newest.values())


def refresh_what_left(uow: UnitOfWork, subject: str) -> bool:
    """The same for those that have left, or are leaving; False where there are none. What waits needs no refresh."""
    waiting = uow.outbox.held_about(subject)
    left = [card for card in uow.outbox.cards(subject) if card.id not in waiting]
    for card in left:
        render_again(uow, card)
    return bool(left)


def render_again(uow: UnitOfWork, card: Delivery) -> None:
    """Render a post again, when all else is queued; unless that waits to be done already."""
    uow.at_last(f"card:{card.id}", lambda: _queue_again(uow, card))


def _queue_again(uow: UnitOfWork, card: Delivery, not_before: datetime | None = None) -> None:
    uow.outbox.queue_anew(
        Delivery(
            workspace=uow.workspace,
            lane=card.lane,
            verb=Verb.REFRESH,
            notice=card.notice,
            args=card.args,
            reader=card.reader,
            created_at=uow.now,
            not_before=not_before or uow.now,
            refreshes=card.id,
        )
    )


def show_home(uow: UnitOfWork, user: str) -> None:
    """Publish somebody's Home again, when all else is queued. Each Home has a lane of its own: nothing waits for it."""
    uow.at_last(f"home:{user}", lambda: _queue_home(uow, user, uow.now))


def show_home_soon(uow: UnitOfWork, user: str) -> None:
    """The same for who looks elsewhere: in a moment, with the message about the round and all that comes meanwhile.
    Whoever opens their Home sees it at once."""
    uow.at_last(f"home-soon:{user}", lambda: _queue_home(uow, user, uow.now + AT_MOST_EVERY))


def _queue_home(uow: UnitOfWork, user: str, not_before: datetime) -> None:
    lane = f"home:{user}"
    uow.outbox.queue_anew(Delivery(uow.workspace, lane, Verb.HOME, Home.kind, {}, user, uow.now, not_before))
