"""What a teacher types under the message about a class's check-ins: it is for the one whom it names, or for the only
one who answered. It goes to nobody by guess: in doubt Accord asks."""

from collections.abc import Sequence

from bot.activities import access
from bot.activities.checking_in import class_reads
from bot.activities.checking_in.class_messages import ClassCheckIns
from bot.activities.hearing import asking, bursts, placing
from bot.activities.hearing.kinds import TypedMessage
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import CheckIn, CheckInState
from bot.domain.interview import About
from bot.domain.utterance import AskedBack, Place, What
from bot.language.of_several import addressed_first
from bot.messages.briefs import names_of
from storage.unit_of_work import UnitOfWork

WhomFor = tuple[Place, str]
"""The check-in that the words are for, and the words without the name."""


def whom_for(uow: UnitOfWork, actor: Actor, under: Place, said: TypedMessage) -> WhomFor | None:
    """None where that is not known: then Accord has asked, and the words wait."""
    found = _of_card(uow, actor, under)
    if not found:
        raise Refusal("old-button")
    named = _named(uow, found, said.text)
    if named is not None:
        return Place(About.SHARED, named[0].id, under.classroom), named[1]
    absent = _not_on_card(uow, under, found, said.text)
    if absent is not None and absent[0] is not None:
        return Place(About.SHARED, absent[0].id, under.classroom), absent[1]
    shown = _shown(uow, found)
    if len(shown) == 1 and absent is None:
        return Place(About.SHARED, shown[0].id, under.classroom), said.text
    _ask(uow, actor, [Place(About.SHARED, c.id, under.classroom) for c in shown or found], said)
    return None


def named_again(uow: UnitOfWork, actor: Actor, text: str, ts: str) -> tuple[int, str] | None:
    """The check-in that an edited message is for now, and its words without the name. None where it was not typed under
    the message about a class, or names nobody."""
    written = bursts.written(uow, actor.user, ts)
    under = placing.place_under(uow, actor.user, written.channel, written.thread) if written is not None else None
    if under is None or under.about is not About.ROUND:
        return None
    found = _of_card(uow, actor, under)
    named = _named(uow, found, text) or _not_on_card(uow, under, found, text)
    return (named[0].id, named[1]) if named is not None and named[0] is not None else None


def _of_card(uow: UnitOfWork, actor: Actor, under: Place) -> list[CheckIn]:
    """One check-in of each student whom the message is about."""
    card = uow.outbox.get(under.ref)
    if card is None or card.reader != actor.user:
        raise Refusal("old-button")
    notice = ClassCheckIns(**card.args)
    return _one_each(class_reads.theirs(uow, notice.classroom, notice.round.key, actor.user))


def _named(uow: UnitOfWork, found: Sequence[CheckIn], text: str) -> tuple[CheckIn, str] | None:
    named = addressed_first(text, names_of(uow, [c.student for c in found]))
    return (found[named[0]], named[1]) if named is not None else None


def _not_on_card(
    uow: UnitOfWork, under: Place, found: Sequence[CheckIn], text: str
) -> tuple[CheckIn | None, str] | None:
    """The newest answer of a student of the class whom the words name though the message is not about them, as of one
    who was away; None in its place where they have not answered. None where no such student is named."""
    there = {c.student for c in found}
    others = [student for student in access.students_of(uow, under.classroom) if student not in there]
    named = addressed_first(text, names_of(uow, others)) if others else None
    if named is None:
        return None
    theirs = [c.id for c in uow.contracts.of_student(others[named[0]]) if c.classroom == under.classroom]
    return uow.check_ins.newest(theirs, (CheckInState.ANSWERED,)) if theirs else None, named[1]


def _one_each(found: Sequence[CheckIn]) -> list[CheckIn]:
    """Of each student the newest that they answered, or the newest."""
    in_order = sorted(found, key=lambda c: (c.state is CheckInState.ANSWERED, c.number))
    return list({c.student: c for c in in_order}.values())


def _shown(uow: UnitOfWork, found: Sequence[CheckIn]) -> list[CheckIn]:
    """Those of whom an answer was shown, also where it was taken back since: the words may be for one of these."""
    unanswered = [c for c in found if c.state is not CheckInState.ANSWERED]
    replies = uow.replies.on([c.contract for c in unanswered]) if unanswered else []
    before = {reply.check_in for reply in replies}
    return [c for c in found if c.state is CheckInState.ANSWERED or c.id in before]


def _ask(uow: UnitOfWork, actor: Actor, places: Sequence[Place], said: TypedMessage) -> None:
    waits = AskedBack(
        uow.workspace, actor.user, What.WHICH, said.text, said.channel, said.thread, said.ts, tuple(places), uow.now
    )
    asking.ask(uow, waits)
