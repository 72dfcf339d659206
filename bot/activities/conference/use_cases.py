"""A student prepares a conference and leads it; afterwards both agree on the next step."""

from dataclasses import replace

from bot.activities import access
from bot.activities.conference.messages import ConferenceCard, ConferencePack, ConferenceStep, PackForm
from bot.activities.evidence.reads import shown_to
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.conference import Conference, Pack, checked, signed, with_step
from bot.domain.contract import Contract
from bot.domain.evidence import Piece
from bot.messages.tell import refresh, tell
from storage.unit_of_work import UnitOfWork


def open_form(uow: UnitOfWork, actor: Actor, contract: int) -> PackForm:
    found = _own(uow, actor, contract)
    return PackForm(found.id, _pieces(uow, found), uow.conferences.of(found.id))


def save(uow: UnitOfWork, actor: Actor, contract: int, pack: Pack) -> Conference:
    """The pack, put together or changed. Those who teach them are told once; then their card follows."""
    found = _own(uow, actor, contract)
    said = checked(pack, [piece.id for piece in _pieces(uow, found)])
    before = uow.conferences.of(found.id)
    made = before or Conference(uow.workspace, found.id, actor.user, uow.now, "", "", "")
    made = replace(
        made,
        opening=said.opening,
        script=said.script,
        first_question=said.first_question,
        second_question=said.second_question,
        pieces=said.pieces,
    )
    if before is not None:
        uow.conferences.save(made)
        refresh(uow, ConferenceCard(made.id).subject)
    else:
        made = uow.conferences.add(made)
        for user in (actor.user, *shown_to(uow, found)):
            tell(uow, user, ConferenceCard(made.id), once=f"conference:{made.id}:{user}")
    tell(uow, actor.user, ConferencePack(actor.user, made.id))
    return made


def give_pack(uow: UnitOfWork, actor: Actor, conference: int) -> None:
    """What guests get, as a file."""
    found, _ = _as_party(uow, actor, conference)
    tell(uow, actor.user, ConferencePack(actor.user, found.id))


def open_step(uow: UnitOfWork, actor: Actor, conference: int) -> Conference:
    return _as_party(uow, actor, conference)[0]


def agree_step(uow: UnitOfWork, actor: Actor, conference: int, text: str) -> None:
    """The next step, in the words of either; whoever writes it signs it."""
    found, side = _as_party(uow, actor, conference)
    _keep(uow, with_step(found, text, side, actor.user, uow.now))


def sign_step(uow: UnitOfWork, actor: Actor, conference: int, number: int) -> None:
    """By a press, on the wording that stood on the card."""
    found, side = _as_party(uow, actor, conference)
    _keep(uow, signed(found, number, side, actor.user, uow.now))


def give_step(uow: UnitOfWork, actor: Actor, conference: int) -> None:
    """The next step on a page, for hands."""
    found, _ = _as_party(uow, actor, conference)
    if not found.step:
        raise Refusal("no-step-yet")
    tell(uow, actor.user, ConferenceStep(actor.user, found.id))


def _keep(uow: UnitOfWork, conference: Conference) -> None:
    uow.conferences.save(conference)
    refresh(uow, ConferenceCard(conference.id).subject)


def _own(uow: UnitOfWork, actor: Actor, contract: int) -> Contract:
    found, _ = access.contract_as_student(uow, actor, contract)
    if found.agreed is None:
        raise Refusal("document-not-signed")
    return found


def _pieces(uow: UnitOfWork, contract: Contract) -> list[Piece]:
    found = [piece for piece in uow.pieces.of_contract(contract.id) if piece.can_be_shown]
    return sorted(found, key=lambda piece: (piece.came_at, piece.id), reverse=True)


def _as_party(uow: UnitOfWork, actor: Actor, conference: int) -> tuple[Conference, Side]:
    found = uow.conferences.get(conference)
    if found is None:
        raise Refusal("no-such-contract")
    _, _, side = access.contract_as_party(uow, actor, found.contract)
    return found, side
