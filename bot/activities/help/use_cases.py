"""When something was not understood or not allowed: say so kindly, and show a way on."""

from bot.activities import access
from bot.activities.care import setting
from bot.activities.care import use_cases as care
from bot.activities.checking_in import planning, prompting, unasked
from bot.activities.checking_in.reads import newest_replies
from bot.activities.hearing import asking as hearing_asking
from bot.activities.hearing import kinds
from bot.activities.hearing.kinds import HeardMessage
from bot.activities.hearing.messages import ClassStanding, Explained, ExplainedBrief
from bot.activities.help import messages
from bot.activities.help.messages import Help, HelpBrief, RefusalSaid
from bot.activities.proposing import starting
from bot.domain.actor import Actor, Side
from bot.domain.check_ins import ASKED, AWAITING
from bot.domain.classroom import Classroom
from bot.domain.contract import RUNNING
from bot.domain.interview import About, InterviewState
from bot.language.hearing import Kind
from bot.messages.briefs import helpers_named, names_of, say
from bot.messages.tell import tell, tell_here
from storage.unit_of_work import UnitOfWork


def show_help(uow: UnitOfWork, actor: Actor, channel: str) -> None:
    tell_here(uow, actor.user, channel, Help())


def not_heard(uow: UnitOfWork, actor: Actor, channel: str) -> None:
    """What somebody wrote answers nothing: they are told that it went nowhere, and what goes somewhere."""
    tell_here(uow, actor.user, channel, Help(unheard=True))


def refuse(uow: UnitOfWork, actor: Actor, channel: str, reason: str, details: dict[str, str | int]) -> None:
    """Answer in the place where it was tried; in the DM when there is no place."""
    tell_here(uow, actor.user, channel, RefusalSaid(reason, details))


def too_many(uow: UnitOfWork, actor: Actor, channel: str, most: int) -> None:
    """They wrote more in a minute than is read: they hear how much was read, and that no more is kept. Who is not well
    hears nothing of it."""
    if not care.hear_on(uow, actor):
        refuse(uow, actor, channel, "too-many", {"number": most})


def not_readable(uow: UnitOfWork, actor: Actor) -> None:
    """What Slack brought from them can not be read. Said once in an hour, however much of it comes."""
    person = uow.people.of(actor.user)
    if person is None or (person.is_active and not person.is_bot):
        once = f"not-readable:{actor.user}:{uow.now:%Y-%m-%dT%H}"
        tell(uow, actor.user, RefusalSaid("not-readable"), once=once)


def help_brief(uow: UnitOfWork, actor: Actor) -> HelpBrief:
    places = access.places_of(uow, actor.user)
    classrooms = {c.id: c for c in uow.classrooms.among([p.classroom for p in places])}
    learns = [classrooms[p.classroom] for p in places if p.side is Side.STUDENT]
    drafts = uow.interviews.of_student_in(actor.user, (InterviewState.OPEN, InterviewState.LATER))
    here = {c.id for c in learns}
    standing = [c for c in uow.contracts.open_for(actor.user) if c.classroom in here]
    taken = {c.classroom for c in standing}
    return HelpBrief(
        teaches=tuple(classrooms[p.classroom].name for p in places if p.side is Side.TEACHER),
        learns=tuple(c.name for c in learns),
        may_set_up=access.may_teach(uow, actor),
        draft_waiting=bool(drafts),
        may_start=any(c.id not in taken and not c.archived for c in learns),
        has_contract=any(c.versions for c in standing),
        check_in=_waiting_check_in(uow, [c.id for c in standing if c.status in RUNNING]),
        helps=bool(access.helps_in(uow, actor.user)),
        care=setting.rule_of(uow) if learns else None,
    )


def _waiting_check_in(uow: UnitOfWork, contracts: list[int]) -> int | None:
    found = uow.check_ins.newest(contracts, tuple(AWAITING)) if contracts else None
    return found.id if found else None


# Questions to Accord itself: answered from a small set of copy, by what they are about. What was asked stays open.


ABOUT_WHAT_WAS_ASKED = frozenset({"why", "what-do-you-mean", "when-is-it"})
"""In an interview these ask about its question: it is said again, with its help."""
HELP = "what-can-you-do"
OTHER = "other"
MAY_BE_FOR_A_TEACHER = ABOUT_WHAT_WAS_ASKED | {OTHER, ""}
"""What somebody may ask the teacher back who has asked them something; the rest is asked about Accord."""


@kinds.handles(Kind.QUESTION)
def answer(uow: UnitOfWork, actor: Actor, message: HeardMessage) -> None:
    place, topic = message.place, message.heard.topic
    if place is not None and place.about is About.INTERVIEW and topic in ABOUT_WHAT_WAS_ASKED:
        return _again_with_help(uow, place.ref)
    if topic == HELP:
        return show_help(uow, actor, message.typed.channel)
    classroom = place.classroom if place is not None else None
    tell(uow, actor.user, Explained(topic, kinds.what_waits(uow, actor, message), classroom))
    return _ask_about_number(uow, actor, message)


def _ask_about_number(uow: UnitOfWork, actor: Actor, message: HeardMessage) -> None:
    """The number that stood beside a question, where it is known which class it is for."""
    running = sorted(contract.classroom for contract in unasked.running_contracts(uow, actor))
    of_another = hearing_asking.names_none_of(uow, actor.user, message, running)
    classroom = None if of_another else hearing_asking.known_class(uow, message, running)
    beside = unasked.beside(uow, actor, message, classroom) if classroom is not None else None
    if beside is not None:
        unasked.put_beside(uow, actor, *beside, message.typed)


def _again_with_help(uow: UnitOfWork, interview: int) -> None:
    found = uow.interviews.get(interview)
    if found is not None:
        starting.ask(uow, found, with_help=True)


def _explained(uow: UnitOfWork, notice: Explained, reader: str) -> ExplainedBrief:
    """Of the class that it was asked in, else of all classes of the reader."""
    learns = access.learns_in(uow, reader)
    classes = [notice.classroom] if notice.classroom in learns else learns
    rooms = [room for room in uow.classrooms.among(classes) if not room.archived]
    zone = planning.zone_of(uow, reader, rooms[0]) if rooms else "UTC"
    return ExplainedBrief(tuple(_standing(uow, reader, room) for room in rooms), zone)


def _standing(uow: UnitOfWork, student: str, room: Classroom) -> ClassStanding:
    teachers = names_of(uow, access.teachers_for(uow, student, room.id))
    contract, helpers = uow.contracts.open_of(student, room.id), helpers_named(uow, room.id)
    if contract is None or contract.agreed is None:
        return ClassStanding(room.name, teachers, contract, helpers=helpers)
    numbers = {i: r.value for i, r in newest_replies(uow, contract).items() if r.value is not None}
    ahead = prompting.next_one(uow, contract.id) if contract.status in RUNNING else None
    asked_already = ahead is not None and ahead.state in ASKED
    due_at = ahead.due_at if ahead else None
    return ClassStanding(room.name, teachers, contract, numbers, due_at, asked_already, helpers)


say(Explained, shown=_explained, blocks=messages.explained)
