"""What stands on the documents that are looked at: a contract with three targets, long words and several scripts."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from bot.activities.documents.sheets import DocumentBrief
from bot.domain.actor import Side
from bot.domain.contract import Signature, Version
from bot.domain.terms import Criterion, EvidenceForm, Target, Terms, Waypoint
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


def contract(student: str = "Ana Silva", teacher: str = "Ms Lee", timezone: str = "Europe/London") -> DocumentBrief:
    agreed = _terms()
    signatures = tuple(
        Signature(side, user, agreed.content_hash(), SIGNED + timedelta(hours=hours))
        for side, user, hours in ((Side.STUDENT, "USTUDENT", 0), (Side.TEACHER, "UTEACHER", 5))
    )
    version = Version(2, Side.STUDENT, "USTUDENT", agreed, SIGNED, signatures)
    names = {"USTUDENT": student, "UTEACHER": teacher}
    return DocumentBrief(version, student, "English 11", timezone, names, change_waits=False, own=True)
