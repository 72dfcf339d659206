"""How a contract stands, for whoever reads a card, a form or a notice."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise
from typing import Any

from bot.activities import access
from bot.activities.changing import messages as changing_messages
from bot.activities.changing.messages import ChangeCard, ChangeDecided, LookInMessages
from bot.activities.checking_in import planning
from bot.activities.contract.class_of import class_of
from bot.activities.evidence.listing import shelf_of
from bot.activities.profile import use_cases as profile
from bot.activities.promises.reads import keeping
from bot.activities.reviewing import messages as reviewing_messages
from bot.activities.reviewing.messages import (
    Agreed,
    AmendmentCard,
    AnswerPassedOn,
    ClosedByYou,
    ContractBrief,
    ContractCard,
    ContractClosed,
    ContractNotice,
    EntryNotice,
    ProposalCard,
    SentBack,
    StudentAnswered,
    StudentWondered,
    TalkLine,
    TeacherAsked,
    TeacherExplained,
    VersionNotice,
)
from bot.activities.talking import reads as talking
from bot.domain import contract as life
from bot.domain import recurrence
from bot.domain.actor import Actor, Side
from bot.domain.check_ins import CheckInState
from bot.domain.classroom import Person
from bot.domain.contract import RUNNING, Contract, Happening, Status, Version, teacher_of
from bot.domain.terms import Target, Terms, rhythm_of
from bot.language.hearing import Aim
from bot.language.targets import Gap, RemarkKey, coach, gaps, read, spelled
from bot.messages.briefs import NothingToSay, lang_of, name_of, only_a_party, say
from prompts.words import DEFAULT
from storage.unit_of_work import UnitOfWork


def to_name(uow: UnitOfWork, user: str, about: Mapping[str, Any]) -> str:
    """The name of the class that something is about, where the reader is in others too; "" where it can be no other
    one. `about` names rows by what they are ("contract", "check_in" …), as the fields of a notice do."""
    classes = access.classes_of(uow, user)
    if len(classes) < 2:
        return ""
    classroom = class_of(uow, about)
    mine = {c.id: c for c in uow.classrooms.among(classes)}
    others = [c for c in mine.values() if c.id != classroom and not c.archived]
    return mine[classroom].name if classroom in mine and others else ""


def for_form(uow: UnitOfWork, actor: Actor, about: Mapping[str, int]) -> str:
    """The same for a form that the actor is about to see."""
    return to_name(uow, actor.user, about)


def zone_of_reader(uow: UnitOfWork, person: Person | None, about: Mapping[str, Any]) -> str:
    """The zone in which somebody reads times: their own; where Slack does not say it, or says one that this server does
    not know, that of the class that it is about, or of one of theirs. UTC for nobody in particular."""
    if person is None:
        return "UTC"
    if recurrence.is_zone(person.timezone) and person.timezone != "UTC":
        return person.timezone
    classroom = class_of(uow, about) or _first_class(uow, person.user)
    found = uow.classrooms.get(classroom) if classroom is not None else None
    return found.timezone if found else "UTC"


def _first_class(uow: UnitOfWork, user: str) -> int | None:
    uow.meet_places(user)
    return next((place.classroom for place in access.places_of(uow, user)), None)


# Reads how a contract stands, for whoever reads a card or a notice about it.


# What a contract counts, as far as the hearing of a number needs it.


def aims_of(uow: UnitOfWork, contract: Contract) -> tuple[Aim, ...]:
    """The targets in force, in their order, each with its newest number that counts."""
    last = _last_numbers(uow, contract.id)
    targets, lang = contract.in_force.terms.targets, lang_of(uow, contract.student)
    return tuple(aim_of(target, last.get(place), lang) for place, target in enumerate(targets))


def aim_of(target: Target, last: Decimal | None = None, lang: str = DEFAULT) -> Aim:
    return Aim(target.statement, spelled(target.unit, target.measure, lang), target.baseline, target.goal, last)


def _last_numbers(uow: UnitOfWork, contract: int) -> dict[int, Decimal]:
    replies = sorted(uow.replies.on(contract), key=lambda r: r.check_in)
    return {r.target: r.value for r in replies if r.value is not None}


ANSWERED_BY = {"asked": "answered", "wondered": "explained"}
"""Questions in a contract's history, and what answers them."""
TALK = {*ANSWERED_BY, *ANSWERED_BY.values()}
TALK_MOST = 6
WORTH_A_LOOK = {
    RemarkKey.CEILING,
    RemarkKey.EFFORT,
    RemarkKey.SEVERAL,
    RemarkKey.OTHERS,
}


def contract_brief(uow: UnitOfWork, notice: ContractNotice, reader: str) -> ContractBrief:
    """The contract as it stands now."""
    contract = _contract(uow, notice, reader)
    current = contract.current
    before = None
    if contract.status is Status.AMENDED and current is not None:
        before = uow.contracts.version(contract.id, current.number - 1)
    version = contract.agreed or current
    brief = _brief(uow, contract, reader, version, before, talk=_talk(uow, contract))
    noted = talking.noted(uow, contract.student, contract.id, reader)
    return replace(
        brief,
        paused_until=paused_until(uow, contract),
        talks=noted,
        shelf=shelf_of(uow, contract),
        keeping=keeping(uow, contract),
    )


def paused_until(uow: UnitOfWork, contract: Contract) -> date | None:
    """The last day of the pause that stands."""
    if contract.status not in RUNNING:
        return None
    pauses = uow.absences.of_contract(contract.student, contract.id)
    return next((one.last_on for one in pauses if one.stands(uow.now)), None)


def version_brief(uow: UnitOfWork, notice: VersionNotice, reader: str) -> ContractBrief:
    """One version of the contract, and the version that it is compared with."""
    contract = _contract(uow, notice, reader)
    version = uow.contracts.version(contract.id, notice.version)
    before = uow.contracts.version(contract.id, notice.before) if notice.before else None
    if version is None:
        raise NothingToSay("version")
    brief = _brief(uow, contract, reader, version, before, talk=_talk(uow, contract))
    return _with_coming(uow, brief) if contract.current == version else brief


CHECK_INS_TO_COME = 3


def _with_coming(uow: UnitOfWork, brief: ContractBrief) -> ContractBrief:
    """With the days on which the student would be asked next, where what waits says other ones."""
    room, terms, before = uow.classrooms.get(brief.contract.classroom), brief.terms, brief.before
    if room is None or terms is None or before is None or rhythm_of(terms) == rhythm_of(before):
        return brief
    schedule = planning.schedule_by(uow, brief.contract, room, terms)
    coming = tuple(schedule.coming(uow.now, CHECK_INS_TO_COME))
    return replace(brief, coming=coming, timezone=schedule.timezone)


def proposal_brief(uow: UnitOfWork, notice: ProposalCard, reader: str) -> ContractBrief:
    """The same, with what its wording leaves open, for those who decide on it."""
    brief = version_brief(uow, notice, reader)
    return (
        replace(brief, vague=vague_points(brief.terms, lang_of(uow, brief.contract.student))) if brief.terms else brief
    )


def entry_brief(uow: UnitOfWork, notice: EntryNotice, reader: str) -> ContractBrief:
    """One line of the contract's history, with the talk so far where it is a part of it."""
    contract = _contract(uow, notice, reader)
    history = uow.contracts.history(contract.id)
    if not 0 <= notice.entry < len(history):
        raise NothingToSay("entry")
    version = uow.contracts.version(contract.id, notice.version)
    talk = _exchanges(uow, history[: notice.entry + 1], notice.version)
    brief = _brief(uow, contract, reader, version, None, talk=talk, entry=history[notice.entry])
    return replace(brief, unanswered=is_unanswered(contract, history, notice.entry))


def is_unanswered(contract: Contract, history: list[Happening], entry: int) -> bool:
    """Whether this line of the history is a question that can still be answered."""
    asked = history[entry]
    if asked.action not in ANSWERED_BY or contract.on_the_table.number != asked.version:
        return False
    waits = Status.QUESTIONED if asked.action == "asked" else Status.AMENDED
    return contract.status is waits and ANSWERED_BY[asked.action] not in {h.action for h in history[entry + 1 :]}


def nothing_to_read(uow: UnitOfWork, notice: LookInMessages, reader: str) -> None:
    """The sentence says it all."""


def vague_points(terms: Terms, lang: str = DEFAULT) -> tuple[tuple[int, str], ...]:
    """What the wording of each target leaves open or makes hard to judge: (index of the target, what)."""
    return tuple((index, what) for index, target in enumerate(terms.targets) for what in _vague(target, terms, lang))


def _vague(target: Target, terms: Terms, lang: str) -> tuple[str, ...]:
    """Not what the terms say beside the statement: by when, and what is counted where the target has a unit."""
    reading = read(target.statement, lang)
    said_elsewhere = {Gap.TIMEFRAME, Gap.MEASURE} if target.unit else {Gap.TIMEFRAME}
    remarks = coach(reading, lang=lang)
    missing = [gap.value for gap in gaps(reading) if gap not in said_elsewhere]
    return (*missing, *(remark.key.value for remark in remarks if remark.key in WORTH_A_LOOK))


def next_check_in(uow: UnitOfWork, contract: Contract) -> datetime | None:
    """When the student is asked next; None when that is not planned."""
    if contract.status not in RUNNING:
        return None
    planned = uow.check_ins.oldest(contract.id, CheckInState.PLANNED)
    return planned.due_at if planned else None


def _contract(uow: UnitOfWork, notice: ContractNotice | EntryNotice, reader: str) -> Contract:
    """The contract, for those alone who are a party to it now."""
    found = uow.contracts.get(notice.contract)
    if found is None:
        raise NothingToSay("contract")
    only_a_party(uow, found, reader)
    return found


def _brief(
    uow: UnitOfWork,
    contract: Contract,
    reader: str,
    version: Version | None,
    before: Version | None,
    *,
    talk: tuple[TalkLine, ...] = (),
    entry: Happening | None = None,
) -> ContractBrief:
    classroom = uow.classrooms.get(contract.classroom)
    decider = teacher_of(contract)
    return ContractBrief(
        contract=contract,
        side=Side.STUDENT if reader == contract.student else Side.TEACHER,
        reader=reader,
        student=name_of(uow, contract.student),
        teacher=name_of(uow, decider) if decider else "",
        classroom=classroom.name if classroom else "",
        terms=version.terms if version else None,
        before=before.terms if before else None,
        talk=talk,
        entry=entry,
        by=name_of(uow, entry.user) if entry and entry.user else "",
        next_check_in=next_check_in(uow, contract),
        shows_page=reader != contract.student and profile.is_shown(uow, contract.student),
    )


def _talk(uow: UnitOfWork, contract: Contract) -> tuple[TalkLine, ...]:
    """Questions and answers about the version on the table, while it is being decided on."""
    if contract.status not in (Status.PROPOSED, Status.QUESTIONED, Status.AMENDED):
        return ()
    return _exchanges(uow, uow.contracts.history(contract.id), contract.on_the_table.number)


def _exchanges(uow: UnitOfWork, history: list[Happening], version: int) -> tuple[TalkLine, ...]:
    said = [h for h in history if h.action in TALK and h.version == version]
    parts = {one for one, (h, after) in enumerate(pairwise(said)) if _is_part(h, after)}
    whole = [h for one, h in enumerate(said) if one not in parts]
    return tuple(exchange(uow, h) for h in whole[-TALK_MOST:])


def _is_part(entry: Happening, after: Happening) -> bool:
    """Whether a line of the talk is the first part of the one after it."""
    same = (entry.action, entry.user) == (after.action, after.user)
    return same and life.is_continued_by(str(entry.detail.get("text", "")), str(after.detail.get("text", "")))


def exchange(uow: UnitOfWork, entry: Happening) -> TalkLine:
    """A question or an answer, with the name of whoever gave it."""
    return TalkLine(name_of(uow, entry.user), str(entry.detail.get("text", "")), entry.action in ANSWERED_BY)


say(ContractCard, shown=contract_brief, blocks=changing_messages.contract_card)
say(ProposalCard, shown=proposal_brief, blocks=reviewing_messages.proposal_card)
say(AmendmentCard, shown=version_brief, blocks=reviewing_messages.amendment_card)
say(ChangeCard, shown=version_brief, blocks=changing_messages.change_card)
say(TeacherAsked, shown=entry_brief, blocks=reviewing_messages.teacher_asked)
say(StudentAnswered, shown=entry_brief, blocks=reviewing_messages.student_answered)
say(AnswerPassedOn, shown=entry_brief, blocks=reviewing_messages.answer_passed_on)
say(StudentWondered, shown=entry_brief, blocks=reviewing_messages.student_wondered)
say(TeacherExplained, shown=entry_brief, blocks=reviewing_messages.teacher_explained)
say(SentBack, shown=entry_brief, blocks=reviewing_messages.sent_back)
say(Agreed, shown=entry_brief, blocks=reviewing_messages.agreed)
say(ChangeDecided, shown=entry_brief, blocks=changing_messages.change_decided)
say(ContractClosed, shown=entry_brief, blocks=reviewing_messages.contract_closed)
say(ClosedByYou, shown=entry_brief, blocks=reviewing_messages.closed_by_you)
say(LookInMessages, shown=nothing_to_read, blocks=changing_messages.look_in_messages)
