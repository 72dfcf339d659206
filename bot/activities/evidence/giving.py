"""A student shows something by the form: for the target, and the sign of success, that they choose there."""

from dataclasses import replace

from bot.activities import access
from bot.activities.evidence.forms import GiveForm, GivenEvidence
from bot.activities.evidence.messages import PieceNoted
from bot.activities.evidence.taking import kind_of_words, taken_in
from bot.activities.evidence.use_cases import add_files, has_no_more_room, show, words_piece
from bot.domain.actor import Actor, Refusal
from bot.domain.contract import RUNNING, Contract
from bot.domain.evidence import FILES_MOST, Handed, PieceState, Takes
from bot.domain.terms import Target
from bot.messages.tell import tell
from storage.unit_of_work import UnitOfWork


def open_form(uow: UnitOfWork, actor: Actor, contract: int) -> GiveForm:
    found = _running(uow, actor, contract)
    return GiveForm(found.id, found.in_force.terms.targets, taken_in(uow, found.classroom))


def give(uow: UnitOfWork, actor: Actor, contract: int, given: GivenEvidence, handed: Handed) -> None:
    """Files, a link or a text. Refusal under the field that lacks something."""
    found = _running(uow, actor, contract)
    targets, takes = found.in_force.terms.targets, taken_in(uow, found.classroom)
    target = _target(targets, given.target)
    criterion = _criterion(targets, target, given.criterion)
    field = "words" if takes.any_words else "line"
    if not given.words.strip() and not handed.files:
        raise Refusal("evidence-nothing", field=field)
    _check_words(takes, given.words, field)
    if not given.line.strip():
        raise Refusal("empty", field="line")
    if has_no_more_room(uow, actor, len(handed.files) + bool(given.words.strip())):
        raise Refusal("evidence-enough", field=field)
    words = words_piece(uow, actor, given.words, given.line, handed.source, found.id)
    of = replace(words, target=target, criterion=criterion)
    pieces = [uow.pieces.add(of)] if of.words else []
    for piece in pieces:
        show(uow, piece)
    coming = replace(of, state=PieceState.COMING, words="")
    pieces += add_files(uow, coming, handed.files[:FILES_MOST])
    tell(uow, actor.user, PieceNoted(pieces[0].id))


def _check_words(takes: Takes, words: str, field: str) -> None:
    kind = kind_of_words(words)
    if words.strip() and kind not in takes.kinds:
        raise Refusal(f"evidence-no-{kind}" if takes.any_words else "evidence-no-words", field=field)


def _running(uow: UnitOfWork, actor: Actor, contract: int) -> Contract:
    found, _ = access.contract_as_student(uow, actor, contract)
    if found.status not in RUNNING:
        raise Refusal("evidence-ended")
    return found


def _target(targets: tuple[Target, ...], chosen: str) -> int:
    if len(targets) == 1:
        return 0
    if chosen not in {str(place) for place in range(len(targets))}:
        raise Refusal("evidence-target", field="target")
    return int(chosen)


def _criterion(targets: tuple[Target, ...], target: int, chosen: str) -> str:
    """Its words: what a later version of the contract says is another sign."""
    offered = {f"{target}:{n}": criterion.text for n, criterion in enumerate(targets[target].criteria)}
    if chosen and chosen not in offered:
        raise Refusal("evidence-criterion", field="criterion")
    return offered.get(chosen, "")
