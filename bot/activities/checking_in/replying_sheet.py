"""A check-in that its student may answer, with what was said so far."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from bot.activities import access
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import CheckIn, CheckInState, Reply
from bot.domain.classroom import Classroom
from bot.domain.contract import RUNNING, Contract, Status
from bot.domain.interview import About
from bot.domain.terms import Target
from bot.domain.utterance import Place
from bot.messages.briefs import lang_of
from storage.unit_of_work import UnitOfWork

LISTENS_FOR = timedelta(hours=2)
LISTENS_FOR_A_NUMBER = timedelta(hours=24)
"""What is typed so long after an answer still belongs to it: more words, or the number that it lacks."""

ANSWERABLE = RUNNING | {Status.REASSESSING}


@dataclass(frozen=True, slots=True)
class ReplySheet:
    """A check-in that the actor may answer, with what was said so far, by target."""

    check_in: CheckIn
    contract: Contract
    classroom: Classroom
    replies: Mapping[int, Reply]
    lang: str = "en"
    """The language in which its student types."""

    @property
    def place(self) -> Place:
        return Place(About.CHECK_IN, self.check_in.id, self.classroom.id)

    @property
    def targets(self) -> tuple[Target, ...]:
        return self.contract.in_force.terms.targets

    @property
    def has_number(self) -> bool:
        return any(r.value is not None for r in self.replies.values())

    @property
    def has_practice(self) -> bool:
        return any(r.practised is not None for r in self.replies.values())

    @property
    def lacks_number(self) -> bool:
        """Whether its student answered, and gave no number yet, sure or not."""
        return self.check_in.state is CheckInState.ANSWERED and not self.has_number and not self.waits_for_yes

    @property
    def asks_if_right(self) -> bool:
        """Whether a number was shown back and its student has not called it right."""
        return self.waits_for_yes or any(r.value is not None and not r.confirmed for r in self.replies.values())

    @property
    def waits_for_yes(self) -> bool:
        """Whether a number counts for nothing before its student's yes."""
        return any(r.waiting is not None for r in self.replies.values())

    def value(self, target: int) -> Decimal | None:
        return self.replies[target].value if target in self.replies else None

    def reply(self, target: int, now: datetime) -> Reply:
        """What was said about this target, or an empty reply."""
        empty = Reply(self.check_in.workspace, self.check_in.id, self.contract.id, target, None, now)
        return self.replies.get(target, empty)


def sheet_of(uow: UnitOfWork, actor: Actor, check_in: int) -> ReplySheet:
    """The actor's own check-in, where it still takes answers."""
    found = uow.check_ins.get(check_in)
    if found is None:
        raise Refusal("no-such-contract")
    contract, classroom = access.contract_as_student(uow, actor, found.contract)
    if contract.status not in ANSWERABLE:
        raise Refusal("check-in-over")
    if found.state is CheckInState.PLANNED:
        raise Refusal("check-in-not-yet")
    if found.state is CheckInState.DROPPED:
        raise Refusal("old-button")
    said = {r.target: r for r in uow.replies.to(found)}
    return ReplySheet(found, contract, classroom, said, lang_of(uow, actor.user))


def sheet_or_none(uow: UnitOfWork, actor: Actor, check_in: int) -> ReplySheet | None:
    """The same; None where it takes none."""
    try:
        return sheet_of(uow, actor, check_in)
    except Refusal:
        return None


def listens(sheet: ReplySheet, now: datetime) -> bool:
    """Whether what is typed now is about this check-in: until it is answered, and for a while after that."""
    answered_at = sheet.check_in.answered_at
    if answered_at is None:
        return True
    return now - answered_at < (LISTENS_FOR if sheet.has_number else LISTENS_FOR_A_NUMBER)
