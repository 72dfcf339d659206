"""What a teacher may reply to a check-in, read for the forms in which they reply. Never sent by itself."""

from bot.activities import access
from bot.activities.checking_in import ideas
from bot.activities.checking_in.reads import newest_replies
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import CheckIn, CheckInState
from bot.domain.contract import Contract
from bot.domain.suggestions import MODEL, Suggestion, suggestions
from storage.unit_of_work import UnitOfWork


def suggest(uow: UnitOfWork, actor: Actor, check_in: int) -> tuple[Suggestion, ...]:
    """For one of the actor's students."""
    found = uow.check_ins.get(check_in)
    if found is None:
        raise Refusal("no-such-contract")
    contract, _ = access.contract_as_teacher(uow, actor, found.contract)
    return suggested(uow, found, contract)


def suggested(uow: UnitOfWork, check_in: CheckIn, contract: Contract) -> tuple[Suggestion, ...]:
    if check_in.state is not CheckInState.ANSWERED or contract.agreed is None:
        return ()
    replies = {one.target: one for one in uow.replies.to(check_in)}
    by_rule = suggestions(contract.in_force.terms.targets, replies, newest_replies(uow, contract, check_in))
    return (*by_rule, *(Suggestion(MODEL, text) for text in ideas.standing(uow, check_in, replies)))
