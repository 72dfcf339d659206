"""What stands in a document, read when it leaves."""

from bot.activities.documents import messages
from bot.activities.documents.messages import ContractDocument, EmptySheet
from bot.activities.documents.sheets import DocumentBrief
from bot.messages.briefs import NothingToSay, name_of, names_of, only_a_party, only_to, say
from storage.unit_of_work import UnitOfWork


def _contract(uow: UnitOfWork, notice: ContractDocument, reader: str) -> DocumentBrief:
    """For whoever asked, while they are a party to it."""
    only_to(notice.by, reader)
    contract = uow.contracts.get(notice.contract)
    room = uow.classrooms.get(contract.classroom) if contract is not None else None
    if contract is None or room is None or contract.agreed is None:
        raise NothingToSay("contract")
    only_a_party(uow, contract, reader)
    signers = [one.user for one in contract.agreed.signatures]
    return DocumentBrief(
        contract.agreed,
        name_of(uow, contract.student),
        room.name,
        room.timezone,
        dict(zip(signers, names_of(uow, signers), strict=True)),
        change_waits=contract.current is not None and contract.current.number > contract.agreed.number,
        own=reader == contract.student,
    )


def _empty(uow: UnitOfWork, notice: EmptySheet, reader: str) -> None:
    """Nothing of anybody stands on it."""
    only_to(notice.by, reader)


say(EmptySheet, shown=_empty, blocks=messages.sheet_to_fill)
say(ContractDocument, shown=_contract, blocks=messages.contract_document)
