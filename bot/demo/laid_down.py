"""An interview whose answers are laid down, so that its sentence and numbers are exactly those that are wanted."""

from dataclasses import replace

from bot.activities.proposing import interviewing
from bot.activities.proposing.interview import flow
from bot.activities.proposing.interview.draft import Draft, load
from bot.activities.proposing.interview.proposal import taken_up, terms_of
from bot.activities.proposing.starting import move_on, open_question
from bot.domain.actor import Actor
from bot.domain.interview import Frame
from bot.domain.terms import Terms
from storage.unit_of_work import UnitOfWork


def lay_down(uow: UnitOfWork, actor: Actor, channel: str, terms: Terms) -> None:
    """An interview of this class in which everything is answered: its summary is asked. AssertionError where it would
    end in other terms."""
    classroom = uow.classrooms.in_channel(channel)
    if classroom is None:
        raise AssertionError(f"there is no class in {channel}")
    interviewing.begin(uow, actor, classroom.id, None)
    contract = uow.contracts.open_of(actor.user, classroom.id)
    interview = uow.interviews.of_contract(contract.id) if contract is not None else None
    if interview is None:
        raise AssertionError("no interview began")
    _, _, frame = open_question(uow, interview)
    draft = _rest_skipped(taken_up(load(interview.draft), frame, terms), frame)
    written = terms_of(draft, frame)
    if written != replace(terms, with_class=written.with_class):
        raise AssertionError(f"the terms would be others: {written}")
    move_on(uow, interview, draft)


def _rest_skipped(draft: Draft, frame: Frame) -> Draft:
    """What the terms leave open is skipped, where it may be."""
    while (question := flow.asked(draft, frame)) is not None:
        draft = flow.skip(draft, frame, question)
    return draft
