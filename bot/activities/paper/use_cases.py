"""A teacher enters somebody without an account, writes their contract with them, and types in what they say.

Each function checks that the actor teaches the class, and that it is about somebody without an account: nobody acts for
whoever has one. What the student says then goes the same way as if they had said it themselves.
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from bot.activities import access
from bot.activities.admitting import use_cases as admitting
from bot.activities.checking_in import answering
from bot.activities.checking_in import reads as checking_in
from bot.activities.checking_in.brief_messages import CheckInBrief
from bot.activities.checking_in.forms import ReplyForm
from bot.activities.contract.steps import still_fits, store, store_and_follow
from bot.activities.looking_back import use_cases as looking_back
from bot.activities.looking_back.messages import LookBackForm
from bot.activities.paper.forms import PaperList, PaperTerms
from bot.activities.paper.messages import PaperContract, PaperPerson, PaperSheet, marked, subject_of
from bot.activities.proposing.starting import frame_of
from bot.domain import contract as life
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Classroom, Person, shown_name
from bot.domain.contract import OPEN, Contract, Status
from bot.domain.interview import Frame
from bot.domain.paper import has_no_account, new_user
from bot.domain.terms import EvidenceForm, Target, Terms
from bot.language import typed
from bot.language.terms_typed import Filled, Setting, read_terms
from bot.messages.briefs import lang_of, name_of
from bot.messages.tell import refresh, show_home, tell
from storage.unit_of_work import UnitOfWork

ZERO = Decimal(0)


# Who it is.


def open_entry(uow: UnitOfWork, actor: Actor, classroom: int) -> PaperList:
    room = access.open_class_taught(uow, actor, classroom)
    users = [one.user for one in uow.memberships.on_side(room.id, Side.STUDENT) if has_no_account(one.user)]
    people = sorted(((name_of(uow, user), user) for user in users), key=lambda one: one[0].casefold())
    return PaperList(room, tuple(people))


def enter(uow: UnitOfWork, actor: Actor, classroom: int, name: str, *, of_age: bool) -> Person:
    """A student of 16 or over, as the teacher confirms. They are in the class from now on, and in no channel."""
    standing = open_entry(uow, actor, classroom)
    room, shown = standing.classroom, shown_name(name)
    if not shown:
        raise Refusal("empty", field="name")
    if not of_age:
        raise Refusal("paper-of-age", field="of_age")
    teacher = uow.people.of(actor.user)
    locale = teacher.reads if teacher is not None else "en"
    called = marked(shown, locale)
    if called.casefold() in {one.casefold() for one, _ in standing.people}:
        raise Refusal("paper-same-name", field="name")
    person = uow.people.add(
        Person(
            uow.workspace,
            new_user(),
            called,
            room.timezone,
            locale,
            other_names=(shown,),
            entered_by=actor.user,
            entered_at=uow.now,
        )
    )
    admitting.put_in_class(uow, room, person.user, Side.STUDENT, listed=True)
    tell(uow, actor.user, PaperPerson(room.id, person.user))
    _show_homes(uow, room.id)
    return person


def leave(uow: UnitOfWork, actor: Actor, classroom: int, user: str) -> None:
    """They are in the class no longer; what was agreed stays for as long as the school keeps it."""
    room = _student(uow, actor, classroom, user)
    standing = uow.memberships.here(room.id, user)
    if standing is None:
        raise Refusal("old-button")
    admitting.take_out(uow, standing)
    refresh(uow, subject_of(user))
    _show_homes(uow, room.id)


def show(uow: UnitOfWork, actor: Actor, classroom: int, user: str) -> None:
    """The card of their open contract; where there is none, their own."""
    room = _student(uow, actor, classroom, user)
    found = uow.contracts.open_of(user, room.id)
    notice = PaperContract(found.id) if found is not None else PaperPerson(room.id, user)
    tell(uow, actor.user, notice)


def _student(uow: UnitOfWork, actor: Actor, classroom: int, user: str) -> Classroom:
    """The class, where the actor teaches it and this is somebody without an account who learns there."""
    room = access.open_class_taught(uow, actor, classroom)
    if not has_no_account(user) or uow.memberships.here(room.id, user) is None:
        raise Refusal("old-button")
    return room


def _show_homes(uow: UnitOfWork, classroom: int) -> None:
    for teacher in access.teachers_of(uow, classroom):
        show_home(uow, teacher)


# The contract: written with them, printed, signed by hand.


def open_terms(uow: UnitOfWork, actor: Actor, classroom: int, user: str) -> PaperTerms:
    """The form's beginning: empty, or what waits for the signature."""
    room = _student(uow, actor, classroom, user)
    found = _unsigned(uow, room, user)
    terms = found.on_the_table.terms if found is not None else _nothing_yet(room)
    return PaperTerms(room.id, user, name_of(uow, user), terms, found is None)


def write(uow: UnitOfWork, actor: Actor, classroom: int, user: str, texts: Mapping[str, str]) -> Contract:
    """The teacher's signature stands on it from now on; the student's comes on the paper. Written anew before that,
    it is another version."""
    room = _student(uow, actor, classroom, user)
    found = _unsigned(uow, room, user)
    terms = _terms(uow, actor, room, user, texts, found.on_the_table.terms if found is not None else _nothing_yet(room))
    if found is not None:
        return store(uow, life.draw_up(found, terms, actor.user, uow.now))
    begun = uow.contracts.add(life.begin(uow.workspace, room.id, user, uow.now))
    drawn = store(uow, life.draw_up(begun, terms, actor.user, uow.now))
    refresh(uow, subject_of(user))
    tell(uow, actor.user, PaperContract(drawn.id))
    return drawn


def _unsigned(uow: UnitOfWork, room: Classroom, user: str) -> Contract | None:
    """What waits for the student's signature; None where nothing is open. Refuses beside one that runs."""
    found = uow.contracts.open_of(user, room.id)
    if found is not None and found.status is not Status.AMENDED:
        raise Refusal("paper-one-runs", name=name_of(uow, user))
    return found


def _nothing_yet(room: Classroom) -> Terms:
    target = Target("", ZERO, ZERO, "", room.term_ends_on, EvidenceForm.WRITTEN, strategies="", criteria=())
    days, at = tuple(room.check_in_days), room.check_in_time
    return Terms((target,), "", "", "", "", room.term_ends_on, days, at, with_class=True)


def _terms(uow: UnitOfWork, actor: Actor, room: Classroom, user: str, texts: Mapping[str, str], before: Terms) -> Terms:
    lang = lang_of(uow, actor.user)
    frame = replace(frame_of(uow, room, user, uow.now), lang=lang)
    said = {**texts, "t0_due_on": _end(texts.get("ends_on", ""), frame)}
    try:
        terms = read_terms(Filled(said, None), Setting(before, Side.STUDENT, frame, uow.now, lang))
    except Refusal as refusal:
        if refusal.field != "check_in_days":
            raise
        raise Refusal("paper-end-too-soon", field="ends_on") from refusal  # the days are the class's
    commitments = texts.get("commitments", "").strip()
    return replace(terms, commitments=typed.words(commitments) if commitments else "")


def _end(text: str, frame: Frame) -> str:
    """The day on which it ends, which is the target's, too. Refusal under the field that the form has for it."""
    if not text:
        raise Refusal("no-date", field="ends_on")
    if typed.day(text, frame) <= frame.today:
        raise Refusal("date-in-the-past", field="ends_on")
    return text


def sign(uow: UnitOfWork, actor: Actor, contract: int, version: int) -> Contract:
    """The teacher has the paper of this version, signed by the student: it is in force from now on."""
    found, room = _contract(uow, actor, contract)
    signed = life.sign_on_paper(found, version, actor.user, uow.now)
    still_fits(uow, found, room)
    return store_and_follow(uow, signed, room)


def give_sheet(uow: UnitOfWork, actor: Actor, contract: int) -> None:
    """What is to be signed, as a file."""
    found, _ = _contract(uow, actor, contract)
    if found.current is None:
        raise Refusal("old-button")
    tell(uow, actor.user, PaperSheet(actor.user, found.id))


def _contract(uow: UnitOfWork, actor: Actor, contract: int) -> tuple[Contract, Classroom]:
    """One with somebody without an account, in a class that the actor teaches."""
    found, room = access.contract_as_teacher(uow, actor, contract)
    if not has_no_account(found.student) or found.status not in (*OPEN, Status.COMPLETED):
        raise Refusal("old-button")
    return found, room


# What they say at a check-in, and at the end.


def open_check_in(uow: UnitOfWork, actor: Actor, check_in: int) -> CheckInBrief:
    return checking_in.open_log(uow, _in_their_place(uow, actor, check_in), check_in)


def type_in(uow: UnitOfWork, actor: Actor, check_in: int, form: ReplyForm) -> None:
    """It counts as their answer. Typed in again, it takes the place of what stood there."""
    student = _in_their_place(uow, actor, check_in)
    answering.log(uow, student, check_in, form)
    found = uow.check_ins.get(check_in)
    if found is not None:
        refresh(uow, f"contract:{found.contract}")


def _in_their_place(uow: UnitOfWork, actor: Actor, check_in: int) -> Actor:
    found = uow.check_ins.get(check_in)
    if found is None:
        raise Refusal("old-button")
    contract, _ = _contract(uow, actor, found.contract)
    return Actor(uow.workspace, contract.student)


def open_look_back(uow: UnitOfWork, actor: Actor, contract: int) -> LookBackForm:
    found, _ = _contract(uow, actor, contract)
    return looking_back.open_form(uow, Actor(uow.workspace, found.student), contract)


def look_back(
    uow: UnitOfWork,
    actor: Actor,
    contract: int,
    ratings: Mapping[int, int],
    reflection: str,
    numbers: Mapping[int, str],
) -> None:
    """The student's side of it. The teacher's own is another form."""
    found, _ = _contract(uow, actor, contract)
    looking_back.assess(uow, Actor(uow.workspace, found.student), contract, ratings, reflection, numbers)
