"""What stands on the documents that are looked at: a contract with three targets, long words and several scripts."""

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from bot.activities.conference.sheets import PackBrief
from bot.activities.documents.class_sheet import OverviewBrief, OverviewLine
from bot.activities.documents.folder_sheet import FolderBrief, FolderContract
from bot.activities.documents.sheets import DocumentBrief
from bot.activities.guardians.sheets import PaperBrief
from bot.activities.home.desk_messages import StudentRow
from bot.activities.journey.messages import ContractShown, TargetShown
from bot.activities.logbook.brief_messages import LogBrief
from bot.activities.looking_back.messages import SideTold
from bot.domain.actor import Side
from bot.domain.classroom import Feedback
from bot.domain.conference import Conference
from bot.domain.contract import Signature, Status, Version, begin
from bot.domain.evidence import Piece, PieceState
from bot.domain.guardians import FamilyNote
from bot.domain.logbook import AgreedTarget, Entry, Log
from bot.domain.terms import Assessor, Criterion, EvidenceForm, Target, Terms, Waypoint
from tests.world import terms

SIGNED = datetime(2027, 1, 12, 9, 30, tzinfo=UTC)


def _terms() -> Terms:
    essays = terms().targets[0]
    reading = Target(
        statement="Read 20 pages a day on four days each week, so that I finish the book from my grandmother 📚",
        baseline=Decimal(5),
        goal=Decimal(20),
        unit="pages",
        due_on=date(2027, 3, 8),
        evidence=EvidenceForm.OTHER,
        evidence_words="my reading diary",
        strategies="Read on the bus, and after dinner for 20 minutes",
        obstacle="Football on Tuesdays",
        fallback="Read two chapters on Wednesday",
        criteria=(
            Criterion("I can tell the story to my sister", Side.STUDENT),
            Criterion("Names two things that changed the main character", Side.TEACHER),
        ),
        milestones=(Waypoint("First whole chapter in a day", Decimal(10)), Waypoint("عشر صفحات أخرى", Decimal(15))),
    )
    asking = replace(
        essays,
        statement="Ask one question in each lesson",
        baseline=Decimal(0),
        goal=Decimal(1),
        unit="questions per lesson",
        strategies="Write the question down before the lesson",
        criteria=(Criterion("My heart beats less when I raise my hand", Side.STUDENT),),
    )
    return terms(targets=(essays, reading, asking), commitments="Give feedback within two days")


def contract(
    student: str = "Ana Silva",
    teacher: str = "Ms Lee",
    timezone: str = "Europe/London",
    outside: Collection[int] = (),
) -> DocumentBrief:
    agreed = _terms()
    who = dict.fromkeys(outside, (Assessor.OUTSIDE,))
    targets = tuple(replace(one, assessed_by=who.get(place, ())) for place, one in enumerate(agreed.targets))
    agreed = replace(agreed, targets=targets)
    signatures = tuple(
        Signature(side, user, agreed.content_hash(), SIGNED + timedelta(hours=hours))
        for side, user, hours in ((Side.STUDENT, "USTUDENT", 0), (Side.TEACHER, "UTEACHER", 5))
    )
    version = Version(2, Side.STUDENT, "USTUDENT", agreed, SIGNED, signatures)
    names = {"USTUDENT": student, "UTEACHER": teacher}
    return DocumentBrief(version, student, "English 11", timezone, names, change_waits=False, own=True)


def on_paper(student: str = "Mo Reed (on paper)", timezone: str = "Europe/London") -> DocumentBrief:
    """Of a student without an account, with one target: the teacher has signed, their hand is missing."""
    brief = contract(student, timezone=timezone)
    agreed = replace(brief.version.terms, targets=brief.version.terms.targets[:1])
    signed = Signature(Side.TEACHER, "UTEACHER", agreed.content_hash(), SIGNED)
    version = replace(brief.version, terms=agreed, signatures=(signed,))
    return replace(brief, version=version, missing=student, own=False)


def folder(student: str = "Ana Silva", timezone: str = "Europe/London", contracts: int = 1) -> FolderBrief:
    """Each contract has three targets, the first two with a line."""
    return FolderBrief(student, timezone, tuple(_in_folder(number) for number in range(contracts)), own=True)


def _in_folder(number: int) -> FolderContract:
    agreed = _terms()
    version = Version(2, Side.STUDENT, "USTUDENT", agreed, SIGNED)
    contract = begin("T1", 1, "USTUDENT", SIGNED)
    contract = replace(contract, agreed=version, status=Status.COMPLETED, id=number + 1)
    drawn = [_log(target, number) for target in agreed.targets]
    shown = ContractShown(
        contract,
        "English 11" if not number else f"English 11, contract {number + 1}",
        "Ms Lee",
        SIGNED.date() + timedelta(days=70),
        tuple(TargetShown(t, t.baseline + 2, None, ()) for t in agreed.targets),
        looks=(
            (
                "Ana Silva",
                SideTold(Side.STUDENT, (3, 4, 4, 2), LONG, "Begin earlier", "That it was fun", pieces=_chosen()),
            ),
            ("Ms Lee", SideTold(Side.TEACHER, (3, 3, 4, 3), LONG, "Ask sooner")),
        ),
        feedback=tuple(("Ms Lee", SIGNED.date() + timedelta(days=7 * week), _given(week)) for week in range(3)),
    )
    pieces = tuple((one, SIGNED.date() + timedelta(days=20)) for one in _pieces())
    return FolderContract(shown, (drawn[0], drawn[1], None), pieces, (SIGNED.date() + timedelta(days=30),))


def whole_class(timezone: str = "Europe/London") -> OverviewBrief:
    """In every state, with a long name and one from right to left."""
    agreed = _terms()
    running = replace(begin("T1", 1, "USTUDENT", SIGNED), agreed=Version(1, Side.STUDENT, "U", agreed, SIGNED))
    values = {0: Decimal(4), 1: Decimal(9)}
    last = SIGNED.date() + timedelta(days=20)
    rows = [
        StudentRow("Ana Silva", "U1", 1, Status.ACTIVE, running, values, last),
        StudentRow("אנה סילבה", "U2", 1, Status.ACTIVE, running, {}, None, missed=2, behind=True),
        StudentRow("Ben", "U3", 1, None, None, {}, None),
        StudentRow("Chidinma-Oluwaseun " * 4, "U4", 1, Status.PROPOSED, None, {}, None),
    ]
    next_on = (last + timedelta(days=7), last + timedelta(days=7), None, None)
    lines = tuple(OverviewLine(row, on) for row, on in zip(rows, next_on, strict=True))
    return OverviewBrief("English 11", timezone, lines)


LONG = "Reading aloud helped me to hear where a sentence is too long. " * 12


def _log(target: Target, number: int) -> LogBrief:
    week = timedelta(days=7)
    step = (target.goal - target.baseline) / 8
    entries = tuple(
        Entry(SIGNED + place * week, target.baseline + step * (place + number % 3)) for place in range(1, 6)
    )
    return LogBrief(Log((AgreedTarget(target, SIGNED, SIGNED + 8 * week),), entries), "", "UTC")


def _chosen() -> tuple[tuple[str, str], ...]:
    return (("essay.pdf", "My best page"), ("", "How I began"))


def _given(week: int) -> Feedback:
    said = ("Clear ideas in your second part", "A reader can follow you", "Try another opening " * (week + 1))
    return Feedback("T1", 1, "UTEACHER", "USTUDENT", *said, SIGNED)


def _pieces() -> tuple[Piece, ...]:
    whose = ("T1", 1, "USTUDENT", 0, "1.1", "F1")
    file = Piece(*whose, "essay.pdf", "Eight of ten openings are new", SIGNED, PieceState.KEPT)
    text = Piece(*whose, "The grey sky…", "", SIGNED, PieceState.KEPT, words="The grey sky came first. Then we ran.")
    return (file, replace(text, criterion="I can tell the story to my sister"))


def pack(student: str = "Ana Silva", timezone: str = "Europe/London") -> PackBrief:
    """A conference about three targets, with two pieces and a next step that its student signed."""
    said = Conference(
        *("T1", 1, "USTUDENT", SIGNED, "before", LONG, "What did you notice in my second page?"),
        second_question="What would help me at home?",
        step="Ana reads one page aloud to her sister each Sunday, until the end of March.",
        step_number=1,
        step_by="USTUDENT",
        student_signed_at=SIGNED,
    )
    return PackBrief(said, _in_folder(0), student, "English 11", timezone, "Ms Lee", own=True)


def family_note(student: str = "Ana Silva", timezone: str = "Europe/London") -> PaperBrief:
    """About two targets, the second without a number yet, with a word by the teacher."""
    agreed = _terms()
    version = Version(2, Side.STUDENT, "USTUDENT", replace(agreed, targets=agreed.targets[:2]), SIGNED)
    about = ("T1", 1, "USTUDENT", "UTEACHER", SIGNED + timedelta(days=30), 2, "en")
    word = "Ana reads her pages aloud before she gives them to me. It would be good if someone listens at home."
    note = FamilyNote(*about, ("ask", "show", "lead"), ("5", ""), word)
    return PaperBrief(note, version, student, "Ms Lee", "English 11", timezone, own=False)
