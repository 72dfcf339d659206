"""Somebody asks for a document."""

from bot.activities import access
from bot.activities.changing.messages import LookInMessages
from bot.activities.changing.use_cases import open_contracts
from bot.activities.documents import class_reads
from bot.activities.documents.class_messages import ClassContracts, ClassOverview
from bot.activities.documents.empty_sheets import Empty
from bot.activities.documents.folder_messages import FolderDocument
from bot.activities.documents.messages import CardDocument, ContractDocument, EmptySheet, OutsideDocument
from bot.activities.journey import use_cases as journey
from bot.activities.privacy import disclosing
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Classroom, Membership
from bot.domain.contract import Contract, teacher_of
from bot.domain.look_back import outside_places
from bot.messages.tell import tell, tell_here
from storage.unit_of_work import UnitOfWork


def give_contract(uow: UnitOfWork, actor: Actor, contract: int) -> None:
    """The contract as a file, for its student and those who teach them there."""
    found, _, _ = access.contract_as_party(uow, actor, contract)
    _give(uow, actor, [found])


def give_open(uow: UnitOfWork, actor: Actor, channel: str, student: str) -> None:
    """The same for the actor's open contracts; for a teacher, of those with `student`."""
    _give(uow, actor, open_contracts(uow, actor, student))
    _say_where(uow, actor, channel)


def open_print(uow: UnitOfWork, actor: Actor) -> list[Classroom]:
    """The classes of which a teacher can print something, by name."""
    places = _teaches(uow, actor)
    rooms = uow.classrooms.among([place.classroom for place in places])
    return sorted((room for room in rooms if not room.archived), key=lambda room: (room.name.casefold(), room.id))


def give_sheet(uow: UnitOfWork, actor: Actor, which: Empty) -> None:
    """An empty sheet, for whoever teaches a class."""
    _teaches(uow, actor)
    tell(uow, actor.user, EmptySheet(actor.user, which.value))


def _teaches(uow: UnitOfWork, actor: Actor) -> list[Membership]:
    places = access.places_of(uow, actor.user, Side.TEACHER)
    if not places:
        raise Refusal("for-teachers")
    return places


def give_card(uow: UnitOfWork, actor: Actor, contract: int) -> None:
    """How a student practises, as a card to keep at hand: for them and those who teach them there."""
    found, _, _ = access.contract_as_party(uow, actor, contract)
    if found.agreed is None:
        raise Refusal("document-not-signed")
    tell(uow, actor.user, CardDocument(actor.user, found.id))


def give_outside(uow: UnitOfWork, actor: Actor, contract: int) -> None:
    """A sheet for somebody outside, where one rates by the contract: for its student and those who teach them."""
    found, _, _ = access.contract_as_party(uow, actor, contract)
    if found.agreed is None or not outside_places(found.agreed.terms):
        raise Refusal("outside-not-agreed")
    tell(uow, actor.user, OutsideDocument(actor.user, found.id))


def give_class(uow: UnitOfWork, actor: Actor, classroom: int) -> None:
    """All signed contracts of a class that are open, as one file. Of whom another teacher decides, it is recorded as if
    each page had been read."""
    room = access.teacher_in(uow, actor, classroom)
    found = class_reads.signed_in(uow, room.id, actor.user)
    if not found:
        raise Refusal("class-not-signed")
    for contract in found:
        if teacher_of(contract) not in (None, actor.user):
            disclosing.page_read(uow, actor.user, contract.student)
    tell(uow, actor.user, ClassContracts(actor.user, room.id))


def give_overview(uow: UnitOfWork, actor: Actor, classroom: int) -> None:
    """The class as a table for a meeting of teachers."""
    room = access.teacher_in(uow, actor, classroom)
    if not access.students_of(uow, room.id):
        raise Refusal("class-nobody")
    tell(uow, actor.user, ClassOverview(actor.user, room.id))


def give_folder(uow: UnitOfWork, actor: Actor, student: str, channel: str = "") -> None:
    """All that was agreed with a student, as a file: for themselves, and for who teaches them."""
    if not journey.to_print(uow, actor, student):
        raise Refusal("folder-empty")
    tell(uow, actor.user, FolderDocument(actor.user, student))
    _say_where(uow, actor, channel)


def _say_where(uow: UnitOfWork, actor: Actor, channel: str) -> None:
    """To whoever asked for it in a channel."""
    if channel and not channel.startswith("D"):
        tell_here(uow, actor.user, channel, LookInMessages())


def _give(uow: UnitOfWork, actor: Actor, contracts: list[Contract]) -> None:
    signed = [contract for contract in contracts if contract.agreed is not None]
    if not signed:
        raise Refusal("document-not-signed")
    for contract in signed:
        tell(uow, actor.user, ContractDocument(actor.user, contract.id))
