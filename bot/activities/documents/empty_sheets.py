"""Sheets to be filled in by hand: a plan for a contract, a look back at one, exit tickets, who helps with what."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from bot.documents.sheet import Boxes, Lines, Section, Sheet, SheetPart, Table, paper_of
from bot.domain.terms import EvidenceForm
from prompts.words import Words

WHOLE_MOST = 3
"""What has more parts may go on over the page: else some sheets would be three pages long."""
CRITERIA = 3
"""So many signs of success have a row."""
LEVELS = range(1, 5)
"""By which both rate at the end of a contract."""


class Empty(StrEnum):
    PLAN = "plan"
    REFLECTION = "reflection"
    TICKET = "ticket"
    SUPPORT = "support"


def empty_sheet(which: Empty, words: Words, timezone: str) -> Sheet:
    title = words(f"sheet-{which}-heading")
    named = () if which is Empty.TICKET else (Section("", (_table(words, "name", "class", "date"),)),)
    sections = (*named, *SECTIONS[which](words))
    return Sheet(title, words.locale, paper_of(timezone), (), sections, title, words("document-unshown"))


def _plan(words: Words) -> tuple[Section, ...]:
    forms = Boxes(tuple(words(f"terms-evidence-{form}") for form in EvidenceForm))
    return (
        _section(words, "where", _lines(words, "hardest", 2), _lines(words, "well", 2)),
        _section(
            words,
            "target",
            _lines(words, "statement", 2, hint=True),
            _table(words, "counted", "start", "goal", "by-when"),
        ),
        _section(
            words,
            "practice",
            _lines(words, "how", 2, hint=True),
            _lines(words, "obstacle", 1),
            _lines(words, "fallback", 1),
            _lines(words, "helps", 1),
        ),
        _section(words, "shows", _lines(words, "criteria", 2, hint=True), forms, _lines(words, "evidence", 1)),
        _section(words, "check-ins", _lines(words, "when", 1, hint=True)),
        Section(words("document-signatures"), (_by_both(words),), whole=True),
    )


def _reflection(words: Words) -> tuple[Section, ...]:
    head = (words("sheet-criterion"), *(words(f"look-back-rating-{level}") for level in LEVELS))
    judged = Table(head, (("",) * len(head),) * CRITERIA, tall=True, first_wide=True)
    return (
        _section(words, "reached", _lines(words, "my-target", 2), _table(words, "start", "goal", "now")),
        Section(words("sheet-criteria-heading"), (judged,), whole=True),
        _section(words, "work", _lines(words, "best-work", 2)),
        _section(
            words,
            "learned",
            *(_lines(words, name, 2) for name in ("helped", "in-the-way", "surprised", "again", "differently")),
        ),
        _section(words, "teacher", _lines(words, "to-teacher", 2)),
    )


def _ticket(words: Words) -> tuple[Section, ...]:
    """Two on a page, to be cut apart."""
    sure = Boxes(tuple(words(f"check-in-confidence-{level}") for level in (1, 3, 5)))
    one: tuple[SheetPart, ...] = (
        _table(words, "name", "class", "date"),
        *(_lines(words, name, 1) for name in ("ticket-learned", "ticket-unclear", "ticket-next")),
        _lines(words, "ticket-sure", 0),
        sure,
    )
    return tuple(Section(words("sheet-ticket-one"), one, whole=True) for _ in range(2))


ROLES = ("me", "classmate", "teacher", "home", "other")


def _support(words: Words) -> tuple[Section, ...]:
    head = tuple(words(f"sheet-support-{name}") for name in ("who", "does", "asked"))
    rows = tuple((words(f"sheet-support-{role}"), "", "") for role in ROLES)
    return (
        _section(words, "support-target", _lines(words, "support-for", 2)),
        Section(words("sheet-support-roles-heading"), (Table(head, rows, tall=True),), whole=True),
        _section(words, "support-alone", _lines(words, "support-first", 2), _lines(words, "support-signal", 1)),
        _section(words, "support-fades", _lines(words, "support-less", 2, hint=True)),
    )


SECTIONS: Mapping[Empty, Callable[[Words], tuple[Section, ...]]] = {
    Empty.PLAN: _plan,
    Empty.REFLECTION: _reflection,
    Empty.TICKET: _ticket,
    Empty.SUPPORT: _support,
}


def _section(words: Words, name: str, *parts: SheetPart) -> Section:
    return Section(words(f"sheet-{name}-heading"), parts, whole=len(parts) <= WHOLE_MOST)


def _lines(words: Words, name: str, count: int, *, hint: bool = False) -> Lines:
    return Lines(words(f"sheet-{name}"), count, words(f"sheet-{name}-hint") if hint else "")


def _table(words: Words, *names: str) -> Table:
    """One row to be written in."""
    return Table(tuple(words(f"sheet-{name}") for name in names), (("",) * len(names),), tall=True)


def _by_both(words: Words) -> Table:
    roles = (words("document-role-student"), words("document-role-teacher"))
    head = tuple(words(name) for name in ("document-who", "sheet-date", "document-by-hand"))
    return Table(head, tuple((role, "", "") for role in roles), tall=True)
