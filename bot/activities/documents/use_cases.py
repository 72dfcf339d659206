"""Somebody asks for a document."""

from bot.activities import access
from bot.activities.changing.messages import LookInMessages
from bot.activities.changing.use_cases import open_contracts
from bot.activities.documents.empty_sheets import Empty
from bot.activities.documents.folder_messages import FolderDocument
from bot.activities.documents.messages import ContractDocument, EmptySheet
from bot.activities.journey import use_cases as journey
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.contract import Contract
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


def give_sheets(uow: UnitOfWork, actor: Actor) -> None:
    """The empty sheets, for whoever teaches a class."""
    if not access.places_of(uow, actor.user, Side.TEACHER):
        raise Refusal("for-teachers")
    for which in Empty:
        tell(uow, actor.user, EmptySheet(actor.user, which.value))


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
