"""A class on paper: all signed contracts in one document, and the overview for a meeting of teachers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.activities.documents.contract_sheet import facts_of, sections_of
from bot.activities.documents.sheets import DocumentBrief, lines, words_of
from bot.activities.home.desk_messages import StudentRow
from bot.documents.sheet import Bullets, Section, Sheet, Table, Text, paper_of
from bot.domain.contract import RUNNING
from bot.domain.recurrence import local_day
from bot.domain.seen import seen
from bot.messages.blocks import spoken
from bot.messages.days import day
from bot.messages.terms import progress_words
from prompts.words import Words


@dataclass(frozen=True, slots=True)
class ClassOnPaper:
    """The signed contracts of a class, by the names of their students."""

    classroom: str
    timezone: str
    documents: tuple[DocumentBrief, ...]


def contracts_sheet(brief: ClassOnPaper, words: Words, now: datetime) -> Sheet:
    """Each begins on a page of its own, so that it can be given to its student."""
    title = words_of(words, "class-contracts-heading", classroom=brief.classroom)
    return Sheet(
        title=title,
        language=words.locale,
        paper=paper_of(brief.timezone),
        facts=(
            *lines(words, "folder-made", date=local_day(now, brief.timezone)),
            *lines(words, "folder-count", count=len(brief.documents)),
        ),
        sections=tuple(
            section
            for place, one in enumerate(brief.documents)
            for section in _contract(one, words, new_page=place > 0)
        ),
        foot=title,
        unshown=words("document-unshown"),
    )


def _contract(one: DocumentBrief, words: Words, *, new_page: bool) -> Sequence[Section]:
    about = Section(seen(one.student), (Bullets(facts_of(one, words)),), new_page=new_page)
    return (about, *sections_of(one, words, level=2))


# The overview: what may lie on a table at which others sit, too.


@dataclass(frozen=True, slots=True)
class OverviewLine:
    """`next_on` is the day of the next check-in, None where none is planned."""

    row: StudentRow
    next_on: date | None


@dataclass(frozen=True, slots=True)
class OverviewBrief:
    """Every student of a class, by name."""

    classroom: str
    timezone: str
    lines: tuple[OverviewLine, ...]


COLUMNS = ("student", "targets", "state", "last", "next")


def overview_sheet(brief: OverviewBrief, words: Words, now: datetime) -> Sheet:
    """Why somebody was away or left out a check-in is not on it, nor what helps anybody."""
    title = words_of(words, "overview-heading", classroom=brief.classroom)
    head = tuple(words(f"overview-{name}") for name in COLUMNS)
    table = Table(head, tuple(_line(one, words) for one in brief.lines), widths=(8, 17, 9, 9, 9))
    small = Text(lines(words, "overview-what")[0], small=True)
    return Sheet(
        title=title,
        language=words.locale,
        paper=paper_of(brief.timezone),
        facts=lines(words, "folder-made", date=local_day(now, brief.timezone)),
        sections=(Section("", (table, small)),),
        foot=title,
        unshown=words("document-unshown"),
    )


def _line(one: OverviewLine, words: Words) -> tuple[str, ...]:
    row = one.row
    last = day(row.last_check_in, words) if row.last_check_in is not None else words("overview-none")
    return (seen(row.name), _targets(row, words), _state(row, words), last, _next(one, words))


def _targets(row: StudentRow, words: Words) -> str:
    """Of what both signed."""
    if row.contract is None or row.contract.agreed is None:
        return words("overview-none")
    targets = row.contract.agreed.terms.targets
    said = []
    for place, target in enumerate(targets):
        number = f"{place + 1}. " if len(targets) > 1 else ""
        said += [f"{number}{seen(target.statement)}", spoken(progress_words(words, target, row.values.get(place)))]
    return "\n".join(said)


def _state(row: StudentRow, words: Words) -> str:
    key = row.status or ("finished" if row.finished else "none")
    said = [words(f"overview-is-{'running' if row.status in RUNNING else key}")]
    if row.missed:
        said.append(words("overview-missed", count=row.missed))
    if row.behind:
        said.append(words("overview-behind"))
    return "\n".join(said)


def _next(one: OverviewLine, words: Words) -> str:
    row = one.row
    said = [words("overview-check-in", date=one.next_on)] if one.next_on is not None else []
    if row.contract is not None and row.contract.agreed is not None:
        said.append(words("overview-ends", date=row.contract.agreed.terms.ends_on))
    return "\n".join(said) or words("overview-none")
