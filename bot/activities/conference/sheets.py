"""The pack that guests get on paper, and the page with the next step."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.activities.documents.folder_sheet import FolderContract, targets_in, work_in
from bot.activities.documents.sheets import lines, runs, words_of
from bot.documents.sheet import Bullets, Lines, Quote, Section, Sheet, Table, Text, paper_of
from bot.domain.actor import Side
from bot.domain.conference import Conference
from bot.domain.recurrence import local_day
from bot.domain.seen import seen
from bot.messages.registry import Reader
from prompts.words import Typed, Words


@dataclass(frozen=True, slots=True)
class PackBrief:
    """`shown` has the chosen pieces alone; `own`: the reader is its student. `teacher` is who signed the next step."""

    conference: Conference
    shown: FolderContract
    student: str
    classroom: str
    timezone: str
    teacher: str
    own: bool


def pack_sheet(brief: PackBrief, reader: Reader) -> Sheet:
    w, said = reader.words, brief.conference
    title = words_of(w, "conference-heading", student=brief.student)
    begins = runs([w(f"conference-opening-{said.opening}")])
    questions = Bullets(tuple(runs([Typed(text)]) for text in (said.first_question, said.second_question) if text))
    work = tuple(replace(section, level=1) for section in work_in(brief.shown, w))
    targets = tuple(replace(section, level=1) for section in targets_in(brief.shown, reader))
    return Sheet(
        title=title,
        language=w.locale,
        paper=paper_of(brief.timezone),
        facts=lines(w, "document-class", name=brief.classroom),
        sections=(
            Section(w("conference-guests"), (Text(runs([w("conference-guests-what")])),), whole=True),
            Section(w("conference-script"), (Text(begins), Quote(seen(said.script)))),
            *targets,
            *work,
            Section(w("conference-questions"), (questions,), whole=True),
            Section(w("conference-notes"), (Lines(w("conference-notes-what"), 4),), whole=True),
        ),
        foot=title,
        unshown=w("document-unshown"),
    )


def step_sheet(brief: PackBrief, words: Words) -> Sheet:
    """With the signatures that were given by a press, and room for hands, also of a guest."""
    said = brief.conference
    title = words_of(words, "conference-step-heading", student=brief.student)
    head = tuple(words(f"document-{name}") for name in ("who", "signed", "by-hand"))
    rows = (
        (f"{seen(brief.student)}\n{words('document-role-student')}", _when(said, Side.STUDENT, brief, words), ""),
        (f"{seen(brief.teacher)}\n{words('document-role-teacher')}", _when(said, Side.TEACHER, brief, words), ""),
        (words("conference-guest"), "", ""),
    )
    return Sheet(
        title=title,
        language=words.locale,
        paper=paper_of(brief.timezone),
        facts=lines(words, "document-class", name=brief.classroom),
        sections=(
            Section(words("conference-step"), (Quote(seen(said.step)),)),
            Section(words("document-signatures"), (Table(head, rows, tall=True),), whole=True),
        ),
        foot=title,
        unshown=words("document-unshown"),
    )


def _when(said: Conference, side: Side, brief: PackBrief, words: Words) -> str:
    at: datetime | None = said.signed_at(side)
    return words("conference-signed-on", date=local_day(at, brief.timezone)) if at is not None else ""
