"""A student looks back in parts. Each is kept as it is sent on, so that they can stop and go on later."""

from collections.abc import Mapping
from dataclasses import replace

from bot.activities.looking_back.messages import LookBackForm
from bot.activities.looking_back.use_cases import come_in, counts_signs_of, form_of, self_part_of, take, to_assess
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.contract import Contract
from bot.domain.look_back import (
    Assessment,
    AssessmentState,
    Reflection,
    checked_pieces,
    checked_ratings,
    checked_words,
    rated_places,
)
from bot.messages.tell import refresh
from storage.unit_of_work import UnitOfWork


def rate(
    uow: UnitOfWork, actor: Actor, contract: int, ratings: Mapping[int, int], numbers: Mapping[int, str]
) -> LookBackForm:
    """The first part: final numbers as they were typed, by target, and a rating of each sign of success. With what the
    next part starts with."""
    found, mine = _students(uow, actor, contract)
    rated = checked_ratings(found.in_force.terms, ratings, Side.STUDENT)
    take(uow, actor, found, numbers)
    told = _told(uow, found, mine or _begun(uow, actor, found))
    return _keep(uow, found, replace(told, ratings=rated, given_at=uow.now))


def choose(uow: UnitOfWork, actor: Actor, contract: int, words: Mapping[int, str]) -> LookBackForm:
    """The second part: what is said of pieces of evidence, by their ids."""
    found, mine = _students(uow, actor, contract)
    mine = mine or _begun_without_ratings(uow, actor, found)
    known = [piece.id for piece in form_of(uow, found, Side.STUDENT, mine).choose]
    spoken_of = {piece.evidence for piece in mine.pieces}
    pieces = checked_pieces(words, [*known, *sorted(spoken_of - set(known))])
    return _keep(uow, found, replace(mine, pieces=pieces, given_at=uow.now))


def send(uow: UnitOfWork, actor: Actor, contract: int, said: Reflection) -> Contract:
    """The last part, and with it the whole: from now on their teachers read its words."""
    found, mine = _students(uow, actor, contract)
    mine = mine or _begun_without_ratings(uow, actor, found)
    words = checked_words(said)
    whole = replace(
        mine,
        reflection=words.again,
        otherwise=words.otherwise,
        surprise=words.surprise,
        word=words.word,
        given_at=uow.now,
        state=AssessmentState.OPEN,
    )
    return come_in(uow, actor, found, whole)


def _students(uow: UnitOfWork, actor: Actor, contract: int) -> tuple[Contract, Assessment | None]:
    found, side, mine = to_assess(uow, actor, contract)
    if side is not Side.STUDENT:
        raise Refusal("old-button")
    return found, mine


def _begun(uow: UnitOfWork, actor: Actor, contract: Contract) -> Assessment:
    whose = (uow.workspace, contract.id, Side.STUDENT.value, actor.user)
    return Assessment(*whose, (), "", uow.now, state=AssessmentState.DRAFT)


def _begun_without_ratings(uow: UnitOfWork, actor: Actor, contract: Contract) -> Assessment:
    """Who rates nothing, and is asked for no number, begins with what comes next. Refusal for whoever does."""
    terms = contract.in_force.terms
    if rated_places(terms, Side.STUDENT):
        raise Refusal("look-back-not-begun")
    begun = _told(uow, contract, _begun(uow, actor, contract))
    return replace(begun, ratings=checked_ratings(terms, {}, Side.STUDENT))


def _told(uow: UnitOfWork, contract: Contract, begun: Assessment) -> Assessment:
    """With what the form has told them beforehand."""
    return replace(begun, self_part=self_part_of(uow, contract), counts_signs=counts_signs_of(uow, contract))


def _keep(uow: UnitOfWork, contract: Contract, begun: Assessment) -> LookBackForm:
    refresh(uow, f"contract:{contract.id}")
    return form_of(uow, contract, Side.STUDENT, uow.assessments.put(begun))
