"""A student answers feedback or a reply with a press; what they type below it goes its way by itself."""

from bot.activities import access
from bot.activities.exchanging import use_cases as exchanging
from bot.activities.exchanging.use_cases import Exchange
from bot.activities.feedback import uptake_messages
from bot.activities.feedback.uptake_messages import FeedbackUnclear, ReplyUnclear, UnclearBrief
from bot.activities.hearing.kinds import TypedMessage
from bot.activities.talking import use_cases as talking
from bot.domain import uptake
from bot.domain.actor import Actor, Refusal
from bot.domain.contract import OPEN
from bot.domain.interview import About
from bot.domain.uptake import UptakeWay
from bot.domain.utterance import Place
from bot.messages.briefs import NothingToSay, name_of, say
from bot.messages.tell import refresh, refresh_what_left, tell
from storage.unit_of_work import UnitOfWork

ANSWERED = frozenset({About.FEEDBACK, About.RESPONSE})


def answer(uow: UnitOfWork, actor: Actor, about: About, ref: int, way: UptakeWay) -> None:
    """That they will try it stands with it for the teacher; that it is not clear is told to that teacher; for a talk
    they are asked as ever."""
    exchange = _theirs(uow, actor, about, ref)
    _store(uow, about, ref, way)
    if way is UptakeWay.TALK:
        talking.ask(uow, actor, exchange.classroom)
    if way is UptakeWay.UNCLEAR:
        notice = FeedbackUnclear(ref) if about is About.FEEDBACK else ReplyUnclear(ref)
        tell(uow, exchange.teacher, notice, under=exchanging.where(uow, exchange, exchange.teacher))


def _theirs(uow: UnitOfWork, actor: Actor, about: About, ref: int) -> Exchange:
    """Refusal for whoever did not get it, and where nobody is there any more to read an answer."""
    if about not in ANSWERED:
        raise Refusal("old-button")
    exchange = exchanging.exchange_of(uow, about, ref)
    if exchange.student != actor.user:
        raise Refusal("no-such-note")
    room = access.student_in(uow, actor, exchange.classroom)
    if room.archived:
        raise Refusal("feedback-archived")
    if exchange.teacher not in access.teachers_for(uow, actor.user, room.id):
        raise Refusal("note-teacher-gone")
    return exchange


def _store(uow: UnitOfWork, about: About, ref: int, way: UptakeWay) -> None:
    if about is About.FEEDBACK:
        given = uow.feedback.get(ref)
        if given is None:
            raise Refusal("no-such-note")
        uow.feedback.save(uptake.answered(given, way, uow.now))
        refresh(uow, f"feedback:{ref}")
        return
    reply = uow.responses.get(ref)
    check_in = uow.check_ins.get(reply.check_in) if reply is not None else None
    contract = uow.contracts.get(check_in.contract) if check_in is not None else None
    if reply is None or not reply.text or contract is None or check_in is None:
        raise Refusal("no-such-note")
    if contract.status not in OPEN:
        raise Refusal("feedback-contract-over")
    uow.responses.save(uptake.answered(reply, way, uow.now))
    refresh_what_left(uow, f"response:{ref}")
    refresh(uow, f"check-in:{check_in.id}")


# The teacher explains, by a form; what they type below the message goes the same way.


def open_explanation(uow: UnitOfWork, actor: Actor, about: About, ref: int) -> str:
    """The name of the student."""
    return name_of(uow, exchanging.recipient_of(uow, actor, _of_teacher(uow, actor, about, ref)))


def explain(uow: UnitOfWork, actor: Actor, about: About, ref: int, text: str) -> None:
    exchange = _of_teacher(uow, actor, about, ref)
    exchanging.send_on(uow, actor, Place(about, ref, exchange.classroom), TypedMessage("", "", text, ""))


def _of_teacher(uow: UnitOfWork, actor: Actor, about: About, ref: int) -> Exchange:
    if about not in ANSWERED:
        raise Refusal("old-button")
    exchange = exchanging.exchange_of(uow, about, ref)
    if exchange.teacher != actor.user:
        raise Refusal("no-such-note")
    return exchange


def _unclear(uow: UnitOfWork, notice: FeedbackUnclear | ReplyUnclear, reader: str) -> UnclearBrief:
    """For that teacher alone, as long as they teach the class."""
    about, ref = _about(notice)
    try:
        exchange = exchanging.exchange_of(uow, about, ref)
    except Refusal as gone:
        raise NothingToSay("feedback") from gone
    if reader != exchange.teacher or reader not in access.teachers_for(uow, exchange.student, exchange.classroom):
        raise NothingToSay("somebody else's")
    return UnclearBrief(about.value, ref, name_of(uow, exchange.student), _text(uow, about, ref))


def _about(notice: FeedbackUnclear | ReplyUnclear) -> tuple[About, int]:
    if isinstance(notice, FeedbackUnclear):
        return About.FEEDBACK, notice.feedback
    return About.RESPONSE, notice.response


def _text(uow: UnitOfWork, about: About, ref: int) -> str:
    if about is About.FEEDBACK:
        given = uow.feedback.get(ref)
        return given.said if given is not None else ""
    reply = uow.responses.get(ref)
    return reply.text if reply is not None else ""


say(FeedbackUnclear, shown=_unclear, blocks=uptake_messages.unclear)
say(ReplyUnclear, shown=_unclear, blocks=uptake_messages.unclear)
