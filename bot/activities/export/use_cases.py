"""A teacher takes out the record of a class that they teach: what its students and teachers agreed, said and showed.

What is held back anywhere is held back here: drafts and numbers that nobody called right, profiles, notes, look backs
before both stand, why a check-in was left out. Who left the class is not in it, and nobody takes out their own.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from bot.activities import access
from bot.activities.changing.messages import LookInMessages
from bot.activities.export import messages
from bot.activities.export.messages import ClassTables, ClassWorkbook, ExportBrief, sheet
from bot.activities.looking_back import signs_met
from bot.activities.privacy import disclosing
from bot.domain import recurrence
from bot.domain.actor import Actor
from bot.domain.check_ins import CheckIn, CheckInState, Reply, Response
from bot.domain.classroom import Classroom
from bot.domain.contract import OPEN, Contract, Status, teacher_of
from bot.domain.disclosure import DisclosureKind
from bot.domain.look_back import Assessment, criteria_of, newest_values
from bot.domain.terms import Terms
from bot.messages.briefs import names_of, only_a_teacher, say
from bot.messages.tell import tell, tell_here
from storage.unit_of_work import UnitOfWork

REASON = "took out the record of a class"
AT_ONCE = 500
"""Ids in one statement."""

STATES = {
    CheckInState.ANSWERED: "answered",
    CheckInState.MISSED: "no answer",
    CheckInState.EXCUSED: "left out",
    CheckInState.DROPPED: "left out",
}
"""All others are open."""

STATUSES = {
    Status.PROPOSED: "sent",
    Status.QUESTIONED: "question open",
    Status.AMENDED: "changes suggested",
    Status.ACTIVE: "running",
    Status.RENEGOTIATING: "change open",
    Status.REASSESSING: "looking back",
    Status.COMPLETED: "done",
    Status.CLOSED: "ended early",
}
"""A draft is nobody's but its student's."""


def export_class(uow: UnitOfWork, actor: Actor, channel: str) -> None:
    """Of the class of this channel, or the only one that they teach: two files, in their direct messages."""
    room = access.class_meant(uow, actor, channel, which="export-which-class")
    access.teacher_in(uow, actor, room)
    contracts = _contracts(uow, room, actor.user)
    disclosing.record(
        uow, DisclosureKind.CLASS, actor.user, None, REASON, {"classroom": room, "contracts": len(contracts)}
    )
    for student in sorted({one.student for one in contracts if teacher_of(one) not in (None, actor.user)}):
        disclosing.record(uow, DisclosureKind.CLASS, actor.user, student, REASON, {"classroom": room})
    for notice in (ClassWorkbook(room), ClassTables(room)):
        tell(uow, actor.user, notice)
    if channel and not channel.startswith("D"):
        tell_here(uow, actor.user, channel, LookInMessages())


def _contracts(uow: UnitOfWork, room: int, reader: str) -> list[Contract]:
    """Those that were sent to a teacher once, of who learns there now."""
    here = set(access.students_of(uow, room)) - {reader}
    found = uow.contracts.of_classroom(room, *sorted(Status))
    return [one for one in found if one.student in here and one.versions and one.status is not Status.DRAFTING]


@dataclass(frozen=True, slots=True)
class _Record:
    """What was read of a class, by contract and by check-in."""

    room: Classroom
    contracts: Sequence[Contract]
    terms: Mapping[int, Terms]
    names: Mapping[str, str]
    check_ins: Sequence[CheckIn]
    replies: Mapping[int, Sequence[Reply]]
    responses: Mapping[int, Sequence[Response]]


def _read(uow: UnitOfWork, room: Classroom, reader: str) -> _Record:
    contracts = _contracts(uow, room.id, reader)
    ids = [one.id for one in contracts]
    check_ins = [one for some in _some(ids) for one in uow.check_ins.in_state(some, tuple(_SHOWN))]
    answered = [one.id for one in check_ins if one.state is CheckInState.ANSWERED]
    replies = [one for some in _some(ids) for one in uow.replies.on(some)]
    responses = [one for some in _some(answered) for one in uow.responses.to_any(some) if one.text]
    terms = {one.id: (one.agreed or one.on_the_table).terms for one in contracts}
    users = {one.student for one in contracts} | {one.teacher for one in responses}
    users |= {teacher for one in contracts if (teacher := teacher_of(one)) is not None}
    named = sorted(users)
    return _Record(
        room,
        contracts,
        terms,
        dict(zip(named, names_of(uow, named), strict=True)) if named else {},
        sorted(check_ins, key=lambda one: (one.contract, one.due_at, one.id)),
        _by(replies, lambda one: one.check_in),
        _by(responses, lambda one: one.check_in),
    )


_SHOWN = frozenset(CheckInState) - {CheckInState.PLANNED}


def _some(ids: Sequence[int]) -> Iterable[list[int]]:
    left = iter(ids)
    while some := list(islice(left, AT_ONCE)):
        yield some


def _by(rows: Iterable[Any], key: Any) -> Mapping[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return found


def _brief(uow: UnitOfWork, notice: ClassWorkbook | ClassTables, reader: str) -> ExportBrief:
    """Read when it leaves, for who teaches the class then."""
    only_a_teacher(uow, notice.classroom, reader)
    (room,) = uow.classrooms.among([notice.classroom])
    record = _read(uow, room, reader)
    sheets = (
        sheet("contracts", _contract_rows(uow, record)),
        sheet("targets", _target_rows(record)),
        sheet("check_ins", list(_check_in_rows(record))),
        sheet("practice", list(_practice_rows(record))),
        sheet("evidence", list(_evidence_rows(uow, record))),
        sheet("assessments", list(_assessment_rows(uow, record))),
        sheet("signs_met", list(_signs_met_rows(uow, record))),
    )
    return ExportBrief(room.name, len({one.student for one in record.contracts}), sheets)


def _contract_rows(uow: UnitOfWork, record: _Record) -> list[tuple[Any, ...]]:
    zone = record.room.timezone
    rows = []
    for one in record.contracts:
        terms, teacher = record.terms[one.id], teacher_of(one)
        ended = uow.contracts.history(one.id)[-1].at if one.status not in OPEN else None
        rows.append(
            (
                *(one.id, record.names[one.student], STATUSES[one.status], record.names[teacher] if teacher else None),
                *(recurrence.local_day(one.started_at, zone), terms.ends_on),
                recurrence.local_day(ended, zone) if ended is not None else None,
                *(terms.hardest, terms.strengths, terms.supports),
                "\n".join(text for text in (terms.commitments, *(one.text for one in terms.further)) if text),
            )
        )
    return rows


def _target_rows(record: _Record) -> list[tuple[Any, ...]]:
    answered = {one.id for one in record.check_ins if one.state is CheckInState.ANSWERED}
    said: dict[int, list[Reply]] = defaultdict(list)
    for check_in, replies in record.replies.items():
        if check_in in answered:
            for reply in replies:
                said[reply.contract].append(reply)
    rows: list[tuple[Any, ...]] = []
    for one in record.contracts:
        newest = newest_values(said[one.id])
        for place, target in enumerate(record.terms[one.id].targets):
            rows.append(
                (
                    *(one.id, record.names[one.student], place + 1, target.statement, target.baseline, target.goal),
                    *(newest.get(place), target.unit, target.due_on, target.strategies, target.evidence.value),
                )
            )
    return rows


def _check_in_rows(record: _Record) -> Iterable[tuple[Any, ...]]:
    """A row for each target that was answered; one without numbers and words where nothing was said."""
    for one in record.check_ins:
        begins = (one.id, one.contract, record.names[one.student], one.due_at, STATES.get(one.state, "open"))
        if one.state is not CheckInState.ANSWERED:
            yield (*begins, None, None, None, None, None, None)
            continue
        replies = sorted(record.replies.get(one.id, ()), key=lambda reply: reply.target)
        said = "\n".join(f"{record.names[r.teacher]}: {r.text}" for r in record.responses.get(one.id, ()))
        for number, reply in enumerate(replies):
            told = said if number == 0 else None
            yield (
                *(*begins, one.answered_at, reply.target + 1, reply.value),
                *(reply.all_words, reply.how_sure, told),
            )


def _practice_rows(record: _Record) -> Iterable[tuple[Any, ...]]:
    for one in record.check_ins:
        if one.state is CheckInState.ANSWERED:
            for reply in record.replies.get(one.id, ()):
                if reply.practised is not None:
                    name = record.names[one.student]
                    yield one.id, one.contract, name, one.due_at, reply.target + 1, reply.practised


def _evidence_rows(uow: UnitOfWork, record: _Record) -> Iterable[tuple[Any, ...]]:
    """The list of what was shown; the files themselves stay where they are."""
    for one in record.contracts:
        for piece in uow.pieces.of_contract(one.id):
            if piece.can_be_shown and piece.target is not None:
                kind = piece.media_type if piece.is_file else "text or link"
                on = recurrence.local_day(piece.came_at, record.room.timezone)
                yield (
                    *(one.id, record.names[one.student], piece.target + 1),
                    *(piece.name, kind, piece.line, piece.criterion, on),
                )


def _words(said: Assessment) -> tuple[str, ...]:
    return said.reflection, said.otherwise, said.surprise, said.word, said.outside_words


def _assessment_rows(uow: UnitOfWork, record: _Record) -> Iterable[tuple[Any, ...]]:
    """Once both stand: before that what one says is closed to the other. A row for each sign of success, and one where
    there is none; the words and the chosen work stand on the first."""
    for one in record.contracts:
        if one.status is not Status.COMPLETED:
            continue
        signs = [(target + 1, criterion.text) for target, criterion in criteria_of(record.terms[one.id])]
        for said in uow.assessments.of_contract(one.id):
            about = one.id, record.names[one.student], said.side, names_of(uow, [said.user])[0]
            words = "\n".join(filter(None, _words(said))), _chosen(uow, said)
            rated = [(*sign, rating or None) for sign, rating in zip(signs, said.ratings, strict=False)]
            for number, row in enumerate(rated or [(None, None, None)]):
                yield (*about, *row, *(words if number == 0 else (None, None)))
            for sign, rating in zip(signs, said.outside_ratings, strict=False):
                if rating:
                    yield (one.id, record.names[one.student], "outside", "", *sign, rating, None, None)


def _chosen(uow: UnitOfWork, said: Assessment) -> str:
    """The work that they chose, with what they say of each; not what was taken back."""
    pieces = [(uow.pieces.get(one.evidence), one.words) for one in said.pieces]
    shown = [(piece.name, words) for piece, words in pieces if piece is not None and piece.can_be_shown]
    return "\n".join(": ".join(filter(None, one)) for one in shown)


def _signs_met_rows(uow: UnitOfWork, record: _Record) -> Iterable[tuple[Any, ...]]:
    """A row for each student, by name, where the class wants it."""
    met = signs_met.by_student(uow, record.room, record.contracts)
    for student in sorted(met, key=lambda user: (record.names[user].casefold(), user)):
        one = met[student]
        yield record.names[student], one.contracts, one.signs, one.by_student, one.by_teacher


say(ClassWorkbook, shown=_brief, blocks=messages.class_workbook)
say(ClassTables, shown=_brief, blocks=messages.class_tables)
