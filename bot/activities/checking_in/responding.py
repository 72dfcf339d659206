"""A teacher responds to a check-in."""

from dataclasses import replace

from bot.activities import access
from bot.activities.checking_in.messages import Responded
from bot.activities.exchanging import use_cases as exchanging
from bot.activities.phrases import use_cases as phrases
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import CheckIn, CheckInState, Response
from bot.domain.paper import has_no_account
from bot.domain.terms import TakenCriterion
from bot.messages.briefs import name_of
from bot.messages.tell import refresh, refresh_what_left, show_home, show_round_now, tell
from storage.unit_of_work import UnitOfWork

MOST = 1500
"""Characters of a response."""


def open_response(uow: UnitOfWork, actor: Actor, check_in: int) -> tuple[str, str]:
    """The name of the student whose check-in it is, and all of their words, for the form."""
    found = _as_teacher(uow, actor, check_in)
    first = next((r for r in uow.replies.to(found) if r.target == 0), None)
    said = first.all_words if first is not None and found.state is CheckInState.ANSWERED else ""
    return name_of(uow, found.student), said


def looked_at(uow: UnitOfWork, actor: Actor, check_in: int) -> list[TakenCriterion]:
    """What the targets took from rubrics: what good looks like, beside the box of the reply."""
    contract = uow.contracts.get(_as_teacher(uow, actor, check_in).contract)
    return [one for target in contract.in_force.terms.targets for one in target.rubric] if contract else []


def respond(uow: UnitOfWork, actor: Actor, check_in: int, text: str, ts: str = "", phrase: str = "") -> None:
    """Tell the student; the cards of the check-in show it to the other teachers too. `ts` is the message that it was
    typed in; `phrase` is what the teacher keeps of it for the next time.

    The same words again have no effect: a form whose answer did not come was opened and sent once more.
    """
    found = _as_teacher(uow, actor, check_in)
    if not text.strip():
        raise Refusal("empty", field="text")
    if len(text) > MOST:
        raise Refusal("too-long", field="text", most=MOST)
    phrases.keep(uow, actor.user, phrase)
    said = Response(uow.workspace, check_in, actor.user, text.strip(), uow.now, ts)
    if uow.responses.saying(check_in, said.teacher, said.text) is not None:
        return
    response = _kept(uow, said)
    under = exchanging.where_answered(uow, check_in, actor.user, found.student)
    once = f"response:{response.id}"  # what a further part joined is on its way already
    tell(uow, found.student, Responded(response.id), under=under, once=once)
    refresh_what_left(uow, card_of(response.id))
    refresh(uow, f"check-in:{check_in}")
    show_round_now(uow, found, actor.user)
    show_home(uow, actor.user)


def seen(uow: UnitOfWork, actor: Actor, check_in: int) -> None:
    """Seen, by one tap; the student is told once for each check-in, whoever of the class pressed it."""
    found = _as_teacher(uow, actor, check_in)
    if found.state is not CheckInState.ANSWERED:
        raise Refusal("old-button")
    if uow.responses.seen(check_in) is not None:
        return
    response = uow.responses.add(Response(uow.workspace, check_in, actor.user, "", uow.now))
    under = exchanging.where_answered(uow, check_in, actor.user, found.student)
    tell(uow, found.student, Responded(response.id), under=under, once=f"check-in:{check_in}:seen")
    refresh(uow, f"check-in:{check_in}")
    show_round_now(uow, found, actor.user)
    show_home(uow, actor.user)


def card_of(response: int) -> str:
    """The subject of the message in which the student reads it."""
    return f"response:{response}"


def _kept(uow: UnitOfWork, said: Response) -> Response:
    """A message whose first parts were taken back to be heard with a further one stays one response."""
    theirs = uow.responses.emptied(said.check_in, said.teacher, said.ts) if said.ts else []
    began = next((r for r in theirs if r.taken_back_at is None), None)
    if began is None:
        return uow.responses.add(said)
    whole = replace(said, id=began.id)
    uow.responses.save(whole)
    return whole


def said_to(uow: UnitOfWork, check_in: int) -> list[int]:
    """The responses to a check-in, by id; without those that were taken back."""
    return [response.id for response in uow.responses.to(check_in) if response.stands]


def unsay(uow: UnitOfWork, check_in: int, stood: list[int]) -> None:
    """Take back what came after these: it was part of a message that goes on."""
    for response in uow.responses.to(check_in):
        if response.ts and response.text and response.id not in stood:
            uow.responses.save(replace(response, text=""))
            refresh(uow, f"check-in:{check_in}")


def _as_teacher(uow: UnitOfWork, actor: Actor, check_in: int) -> CheckIn:
    found = uow.check_ins.get(check_in)
    if found is None:
        raise Refusal("no-such-contract")
    access.contract_as_teacher(uow, actor, found.contract)
    if has_no_account(found.student):
        raise Refusal("respond-no-account")
    return found
