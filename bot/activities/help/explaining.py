"""Questions to Accord itself: answered from a small set of copy, by what they are about. What was asked stays open."""

from datetime import datetime

from bot.activities import access
from bot.activities.checking_in import leaving_out, planning
from bot.activities.checking_in.reads import newest_replies
from bot.activities.hearing import kinds
from bot.activities.hearing.kinds import Message
from bot.activities.hearing.notices import Explained, ExplainedBrief, Standing
from bot.activities.help import use_cases
from bot.activities.ports import UnitOfWork
from bot.activities.proposing import asking
from bot.domain.actor import Actor
from bot.domain.check_ins import ASKED
from bot.domain.classroom import Classroom
from bot.domain.contract import RUNNING
from bot.domain.focus import About
from bot.language.hearing import Kind
from bot.messages.briefs import names_of, prepares
from bot.messages.tell import tell

ABOUT_WHAT_WAS_ASKED = frozenset({"why", "what-do-you-mean", "when-is-it"})
"""In an interview these ask about its question: it is said again, with its help."""
HELP = "what-can-you-do"
OTHER = "other"
MAY_BE_FOR_A_TEACHER = ABOUT_WHAT_WAS_ASKED | {OTHER, ""}
"""What somebody may ask the teacher back who has asked them something; the rest is asked about Accord."""


@kinds.handles(Kind.QUESTION)
def answer(uow: UnitOfWork, actor: Actor, message: Message, now: datetime) -> None:
    place, topic = message.place, message.heard.topic
    if place is not None and place.about is About.INTERVIEW and topic in ABOUT_WHAT_WAS_ASKED:
        return _again_with_help(uow, place.ref, now)
    if topic == HELP:
        return use_cases.show_help(uow, actor, message.typed.channel, now=now)
    classroom = place.classroom if place is not None else None
    return tell(uow, actor.user, Explained(topic, kinds.what_waits(uow, actor, message), classroom), now)


def _again_with_help(uow: UnitOfWork, interview: int, now: datetime) -> None:
    found = uow.interviews.get(interview)
    if found is not None:
        asking.ask(uow, found, now, with_help=True)


@prepares(Explained)
def _explained(uow: UnitOfWork, notice: Explained, reader: str) -> ExplainedBrief:
    """Of the class that it was asked in, else of all classes of the reader."""
    learns = access.learns_in(uow, reader)
    classes = [notice.classroom] if notice.classroom in learns else learns
    rooms = [room for room in uow.classrooms.all(id=classes) if not room.archived]
    zone = planning.zone_of(uow, reader, rooms[0]) if rooms else "UTC"
    return ExplainedBrief(tuple(_standing(uow, reader, room) for room in rooms), zone)


def _standing(uow: UnitOfWork, student: str, room: Classroom) -> Standing:
    teachers = names_of(uow, access.teachers_for(uow, student, room.id))
    contract = uow.contracts.open_of(student, room.id)
    if contract is None or contract.agreed is None:
        return Standing(room.name, teachers, contract)
    numbers = {i: r.value for i, r in newest_replies(uow, contract).items() if r.value is not None}
    ahead = leaving_out.next_one(uow, contract.id) if contract.status in RUNNING else None
    asked_already = ahead is not None and ahead.state in ASKED
    return Standing(room.name, teachers, contract, numbers, ahead.due_at if ahead else None, asked_already)
