"""What is typed under a message belongs to that message."""

from collections.abc import Callable
from typing import Any

from bot.activities.checking_in.notices import CheckInMissed, DriftSeen, OfCheckIn, ReplyShared, Responded
from bot.activities.exchanging.notices import NoteFrom
from bot.activities.feedback.notices import FeedbackDelivered, FeedbackGiven
from bot.activities.hearing.notices import CheckInAgain
from bot.activities.ports import UnitOfWork
from bot.activities.proposing.notices import InterviewQuestion
from bot.activities.reviewing.notices import (
    AnswerPassedOn,
    ProposalCard,
    StudentAnswered,
    StudentWondered,
    TeacherAsked,
)
from bot.domain.check_ins import CheckIn
from bot.domain.contract import Contract
from bot.domain.focus import About
from bot.domain.outbox import Delivery
from bot.domain.utterance import Place
from bot.messages.notices import Notice, notice_of

Find = Callable[[UnitOfWork, Any], Place | None]


def place_under(uow: UnitOfWork, user: str, channel: str, thread: str) -> Place | None:
    """What a message in this thread of somebody's conversation is about; None where that is nothing one can answer.

    Of what is found, nothing is known to be open, or theirs, still: whoever takes the answer looks.
    """
    posted = uow.outbox.posted(channel, thread)
    if posted is None or posted.reader != user:
        return None
    return _place(uow, _notice(posted))


def asked_back_under(uow: UnitOfWork, user: str, channel: str, thread: str) -> int | None:
    """The question back that stands above this thread; None where it is something else."""
    posted = uow.outbox.posted(channel, thread)
    asked = posted.args.get("asked_back") if posted is not None and posted.reader == user else None
    return asked if isinstance(asked, int) else None


def _notice(posted: Delivery) -> Notice | None:
    try:
        return notice_of(posted.notice, posted.args)
    except (KeyError, TypeError):  # said by another version of Accord
        return None


def _place(uow: UnitOfWork, notice: Notice | None) -> Place | None:
    find = next((find for kinds, find in _FINDS if isinstance(notice, kinds)), None)
    return find(uow, notice) if find is not None else None


def _of_check_in(about: About) -> Find:
    def find(uow: UnitOfWork, notice: Any) -> Place | None:
        found: CheckIn | None = uow.check_ins.get(notice.check_in)
        contract = uow.contracts.get(found.contract) if found else None
        return Place(about, notice.check_in, contract.classroom) if contract else None

    return find


def _of_contract(about: About) -> Find:
    def find(uow: UnitOfWork, notice: Any) -> Place | None:
        found: Contract | None = uow.contracts.get(notice.contract)
        return Place(about, notice.contract, found.classroom) if found else None

    return find


def _interview(uow: UnitOfWork, notice: InterviewQuestion) -> Place | None:
    found = uow.interviews.get(notice.interview)
    return Place(About.INTERVIEW, found.id, found.classroom) if found else None


def _response(uow: UnitOfWork, notice: Responded) -> Place | None:
    response = uow.responses.get(notice.response)
    check_in = uow.check_ins.get(response.check_in) if response else None
    contract = uow.contracts.get(check_in.contract) if check_in else None
    return Place(About.RESPONSE, notice.response, contract.classroom) if contract else None


def _feedback(uow: UnitOfWork, notice: FeedbackGiven | FeedbackDelivered) -> Place | None:
    found = uow.feedback.get(notice.feedback)
    return Place(About.FEEDBACK, found.id, found.classroom) if found else None


def _note(uow: UnitOfWork, notice: NoteFrom) -> Place | None:
    found = uow.notes.get(notice.note)
    return Place(About.NOTE, found.id, found.classroom) if found else None


_FINDS: tuple[tuple[tuple[type[Notice], ...], Find], ...] = (
    ((ReplyShared, CheckInMissed, DriftSeen), _of_check_in(About.SHARED)),
    ((OfCheckIn, CheckInAgain), _of_check_in(About.CHECK_IN)),
    ((InterviewQuestion,), _interview),
    ((TeacherAsked, AnswerPassedOn), _of_contract(About.QUESTION)),
    ((ProposalCard, StudentAnswered, StudentWondered), _of_contract(About.PROPOSAL)),
    ((Responded,), _response),
    ((FeedbackGiven, FeedbackDelivered), _feedback),
    ((NoteFrom,), _note),
)
"""The first that fits counts: what a teacher sees of a check-in is a notice of a check-in too."""
