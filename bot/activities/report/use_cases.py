"""The numbers of each half-year that is over: worked out once, shown to the teachers, and a week later to be had.

They stand in the record of disclosures as the teachers saw them: what is had later is the same, whoever is erased or
joins meanwhile, so that nothing can be found out from two reports of one half-year.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.activities import access
from bot.activities.privacy import disclosing
from bot.activities.report import messages
from bot.activities.report.messages import (
    FiguresBrief,
    ReportBrief,
    ReportReaderNamed,
    ReportReaderUnnamed,
    SchoolFigures,
    SchoolReport,
    SchoolReported,
    SchoolSigns,
)
from bot.activities.report.signs import rated_in, words_of
from bot.activities.report.writing import Signs
from bot.domain import recurrence
from bot.domain.actor import Actor, Side
from bot.domain.check_ins import CheckInState
from bot.domain.contract import Contract, Status
from bot.domain.disclosure import Disclosure, DisclosureKind
from bot.domain.school_report import (
    CELLS,
    TEACHERS_FIRST,
    Cells,
    ContractStory,
    ReportedFeedback,
    cells_of,
    half_year,
    is_over,
)
from bot.domain.school_signs import SchoolSign, kept_signs, sign_cells
from bot.language import targets
from bot.language.targets.model import Verdict
from bot.messages.briefs import NothingToSay, NotTheirs, lang_of, name_of, only_to, say
from bot.messages.tell import tell
from storage.unit_of_work import UnitOfWork

Given = tuple[tuple[str, Cells], ...]
Waits = tuple[tuple[str, date], ...]

DECISIONS = frozenset({"asked", "approved", "amended", "redirected"})


@dataclass(frozen=True, slots=True)
class Report:
    """`terms` may be had; `waits` are those that only teachers have seen, with the day from which they may; of `few`
    nothing is said, since there were too few people."""

    terms: Given = ()
    waits: Waits = ()
    few: tuple[str, ...] = ()


def report(uow: UnitOfWork, actor: Actor, by: str) -> Report:
    """What may be had now. A half-year that is asked for the first time is shown to the teachers, and waits."""
    access.accord_itself(actor)
    shown = {line.reason: line for line in uow.disclosures.of_kind(DisclosureKind.REPORT_SHOWN)}
    few = []
    for term, (stories, given) in sorted(_told(uow, skip=set(shown)).items()):
        cells = cells_of([story for story, _ in stories], given)
        if cells is None:
            few.append(term)
        else:
            signs = sign_cells(sign for _, rated in stories for sign in rated)
            shown[term] = _show_teachers(uow, by, term, {**cells, **signs})
    terms, waits = _standing(uow, shown)
    if terms:
        disclosing.record(uow, DisclosureKind.REPORT_GIVEN, by, None, ", ".join(term for term, _ in terms))
    return Report(terms, waits, tuple(few))


def _standing(uow: UnitOfWork, shown: Mapping[str, Disclosure]) -> tuple[Given, Waits]:
    """Of what the teachers were shown: what may be had, and what they alone have seen so far."""
    had = {term: line for term, line in sorted(shown.items()) if line.at + TEACHERS_FIRST <= uow.now}
    waits = tuple((term, (line.at + TEACHERS_FIRST).date()) for term, line in sorted(shown.items()) if term not in had)
    return tuple((term, _cells(line)) for term, line in had.items()), waits


def _signs(uow: UnitOfWork, lines: Mapping[str, Disclosure]) -> Signs:
    """In the half-years of which there is something to say, oldest first."""
    found = [(term, tuple(words_of(uow, kept_signs(line.detail)))) for term, line in sorted(lines.items())]
    return tuple((term, signs) for term, signs in found if signs)


def has_signs(uow: UnitOfWork, terms: Given) -> bool:
    """Whether anything is known of signs in these half-years."""
    given = {term for term, _ in terms}
    lines = (one for one in uow.disclosures.of_kind(DisclosureKind.REPORT_SHOWN) if one.reason in given)
    return any(kept_signs(line.detail) for line in lines)


def _show_teachers(uow: UnitOfWork, by: str, term: str, cells: Cells) -> Disclosure:
    line = disclosing.record(uow, DisclosureKind.REPORT_SHOWN, by, None, term, cells)
    rooms = [room.id for room in uow.classrooms.all()]
    for teacher in sorted({user for room in rooms for user in access.teachers_of(uow, room)}):
        tell(uow, teacher, SchoolReported(term), once=f"school-report:{term}:{teacher}")
    return line


def _cells(line: Disclosure) -> Cells:
    return {name: int(line.detail[name]) for name in CELLS if name in line.detail}


Stories = list[tuple[ContractStory, tuple[SchoolSign, ...]]]


def _told(uow: UnitOfWork, skip: set[str]) -> Mapping[str, tuple[Stories, list[ReportedFeedback]]]:
    """Of each half-year that is over, what became of the contracts that began in it, and the feedback of that time."""
    found: dict[str, tuple[Stories, list[ReportedFeedback]]] = defaultdict(lambda: ([], []))
    rooms = {room.id: room for room in uow.classrooms.all()}

    def term_of(moment_day: date, zone: str) -> str | None:
        term, today = half_year(moment_day), recurrence.local_day(uow.now, zone)
        return term if is_over(term, today) and term not in skip else None

    for room in rooms.values():
        taught_by = frozenset(m.user for m in uow.memberships.ever_on_side(room.id, Side.TEACHER))
        for contract in uow.contracts.of_classroom(room.id):
            term = term_of(recurrence.local_day(contract.started_at, room.timezone), room.timezone)
            if term is not None:
                found[term][0].append((_story(uow, contract, taught_by), rated_in(uow, contract)))
    for one in uow.feedback.all():
        zone = rooms[one.classroom].timezone if one.classroom in rooms else "UTC"
        term = term_of(recurrence.local_day(one.given_at, zone), zone)
        if term is not None:
            found[term][1].append(ReportedFeedback(one.student, one.teacher, one.tried_at is not None))
    return found


def _story(uow: UnitOfWork, contract: Contract, teachers: frozenset[str]) -> ContractStory:
    history = uow.contracts.history(contract.id)
    sent = next((h.at for h in history if h.after is Status.PROPOSED), None)
    decided = next((h for h in history if sent is not None and h.at >= sent and h.action in DECISIONS), None)
    agreed = contract.agreed is not None
    asked = uow.check_ins.in_state([contract.id], (CheckInState.ANSWERED, CheckInState.MISSED))
    statements = [target.statement for target in contract.in_force.terms.targets] if agreed else []
    lang = lang_of(uow, contract.student)
    return ContractStory(
        student=contract.student,
        teachers=teachers,
        agreed=agreed,
        kept=contract.status is Status.COMPLETED,
        renegotiated=any(h.action == "agreed-to-change" for h in history),
        by=decided.user if decided is not None else "",
        days=(decided.at - sent).days if decided is not None and sent is not None else None,
        asked=len(asked),
        answered=sum(check_in.state is CheckInState.ANSWERED for check_in in asked),
        targets=len(statements),
        measurable=sum(targets.read(said, lang).verdict is Verdict.MEASURABLE for said in statements),
    )


def _shown(uow: UnitOfWork, notice: SchoolReported, reader: str) -> ReportBrief:
    """Whoever teaches no more is not told."""
    line = next(
        (one for one in uow.disclosures.of_kind(DisclosureKind.REPORT_SHOWN) if one.reason == notice.term), None
    )
    if line is None:
        raise NothingToSay("report")
    if not access.places_of(uow, reader, Side.TEACHER):
        raise NotTheirs("not a teacher any more")
    given_on = (line.at + TEACHERS_FIRST).date()
    return ReportBrief(notice.term, _cells(line), given_on, _signs(uow, {notice.term: line}))


say(SchoolReported, shown=_shown, blocks=messages.school_reported)


def _given(uow: UnitOfWork, notice: SchoolReport | SchoolFigures | SchoolSigns, reader: str) -> FiguresBrief:
    """As it stands when it leaves: the numbers are those that the teachers saw."""
    only_to(notice.by, reader)
    if not access.may_read_report(uow, reader):
        raise NotTheirs("not a reader any more")
    shown = {line.reason: line for line in uow.disclosures.of_kind(DisclosureKind.REPORT_SHOWN)}
    terms, waits = _standing(uow, shown)
    return FiguresBrief(terms, waits, _signs(uow, {term: shown[term] for term, _ in terms}))


def _named(uow: UnitOfWork, notice: ReportReaderNamed | ReportReaderUnnamed, reader: str) -> str:
    if (uow.report_readers.of(reader) is not None) is isinstance(notice, ReportReaderUnnamed):
        raise NothingToSay("decided anew meanwhile")
    return name_of(uow, notice.by)


say(SchoolReport, shown=_given, blocks=messages.school_report)
say(SchoolFigures, shown=_given, blocks=messages.school_figures)
say(SchoolSigns, shown=_given, blocks=messages.school_signs)
say(ReportReaderNamed, shown=_named, blocks=messages.reader_named)
say(ReportReaderUnnamed, shown=_named, blocks=messages.reader_unnamed)
