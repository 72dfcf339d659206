"""A student's folder: every contract with its lines, what was shown for it, what was written at its end, feedback."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.activities.documents.sheets import lines, parts_of, runs, words_of
from bot.activities.journey.messages import ContractShown, TargetShown
from bot.activities.logbook.brief_messages import LogBrief
from bot.activities.logbook.picture import picture_of
from bot.activities.looking_back.messages import in_words, rated
from bot.documents.picture import Picture, SignName
from bot.documents.sheet import Bullets, Drawn, Quote, Runs, Section, Sheet, SheetPart, Table, Text, paper_of
from bot.domain import recurrence
from bot.domain.actor import Side
from bot.domain.contract import Status
from bot.domain.evidence import Piece
from bot.domain.look_back import criteria_of
from bot.domain.seen import seen
from bot.messages.days import day
from bot.messages.registry import Reader
from bot.messages.terms import progress_words, target_in_words, target_name
from prompts.words import SentencePiece as Said
from prompts.words import Words

WHOLE = 100_000
"""Longer than anything that somebody may type: on paper nothing is cut."""


@dataclass(frozen=True, slots=True)
class FolderContract:
    """`lines` are those of its targets, None where there is no number; `gone` the days on which something was shown
    that is no longer there."""

    shown: ContractShown
    lines: tuple[LogBrief | None, ...]
    pieces: tuple[tuple[Piece, date], ...]
    gone: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class FolderBrief:
    """The newest contract first. `own`: the reader is its student; `timezone` is the class's."""

    student: str
    timezone: str
    contracts: tuple[FolderContract, ...]
    own: bool


def folder_sheet(brief: FolderBrief, reader: Reader) -> Sheet:
    """In the words of whoever asked; what helps a student and what is hard for them does not stand in it."""
    w = reader.words
    title = words_of(w, "folder-heading", student=brief.student)
    today = recurrence.local_day(reader.now, brief.timezone)
    return Sheet(
        title=title,
        language=w.locale,
        paper=paper_of(brief.timezone),
        facts=(*lines(w, "folder-made", date=today), *lines(w, "folder-count", count=len(brief.contracts))),
        sections=tuple(one for place, each in enumerate(brief.contracts) for one in _contract(each, place, reader)),
        foot=title,
        unshown=w("document-unshown"),
    )


def _contract(one: FolderContract, place: int, reader: Reader) -> Iterator[Section]:
    w, shown = reader.words, one.shown
    with_teacher = lines(w, "folder-teacher", name=shown.teacher) if shown.teacher else ()
    about = Bullets((runs(_standing(shown, w)), *with_teacher))
    yield Section(shown.classroom, (about,), new_page=place > 0)
    yield from targets_in(one, reader)
    yield from work_in(one, w)
    yield from _looks(shown, w)
    yield from _feedback(shown, w)


def targets_in(one: FolderContract, reader: Reader) -> Iterator[Section]:
    """Each target with its numbers and its line."""
    count = len(one.shown.targets)
    for place, target in enumerate(one.shown.targets):
        yield _target(target, one.lines[place], target_name(place, count, reader.words), reader)


def _standing(shown: ContractShown, words: Words) -> Sequence[Said]:
    if shown.ended_on is None:
        return words.pieces("student-page-until", date=day(shown.contract.in_force.terms.ends_on, words))
    key = "completed" if shown.contract.status is Status.COMPLETED else "closed"
    return words.pieces(f"student-page-is-{key}", date=day(shown.ended_on, words))


def _target(shown: TargetShown, line: LogBrief | None, name: str, reader: Reader) -> Section:
    w, target = reader.words, shown.target
    said = target_in_words(target, w, Side.TEACHER)
    facts = Bullets((*map(runs, said.facts), *lines(w, "terms-criteria")), tuple(map(runs, said.criteria)))
    now = Text(runs(progress_words(w, target, shown.newest)))
    drawn: tuple[SheetPart, ...] = (Drawn(_for_anybody(line, reader)),) if line is not None else ()
    return Section(name, (Quote(seen(said.statement)), facts, now, *drawn), whole=True, level=2)


def _for_anybody(line: LogBrief, reader: Reader) -> Picture:
    """Whoever it is shown to is not the one whose numbers these are."""
    made = picture_of(line, reader)
    names = (SignName(one.sign, reader.words("folder-numbers")) if one.sign == "numbers" else one for one in made.names)
    return replace(made, names=tuple(names))


def work_in(one: FolderContract, words: Words) -> Iterator[Section]:
    parts: list[SheetPart] = []
    for piece, shown_on in one.pieces:
        on = day(shown_on, words)
        said = [("folder-piece-sign", piece.criterion), ("folder-piece-line", piece.line)]
        more = tuple(runs(words.pieces(key, text=text)) for key, text in said if text)
        parts.append(Bullets(lines(words, "folder-piece", name=piece.name, date=on), more))
        if piece.words:
            parts.append(Quote(seen(piece.words)))
    if one.gone:
        parts.append(Bullets(tuple(_gone(on, words) for on in one.gone)))
    if parts:
        yield Section(words("folder-pieces"), tuple(parts), level=2)


def _gone(on: date, words: Words) -> Runs:
    return runs(words.pieces("folder-piece-gone", date=day(on, words)))


def _looks(shown: ContractShown, words: Words) -> Iterator[Section]:
    """How both rated, and what both wrote."""
    if not shown.looks:
        return
    signs = [criterion.text for _, criterion in criteria_of(shown.contract.in_force.terms)]
    outside = [said.outside_ratings for _, said in shown.looks if any(said.outside_ratings)]
    columns = [*(seen(name) for name, _ in shown.looks), *(words("looked-back-outside") for _ in outside)]
    head = (words("sheet-criterion"), *columns)
    ratings = [*(said.ratings for _, said in shown.looks), *outside]
    rows = tuple(
        (seen(text), *(rated(words, given[place]) if place < len(given) else "–" for given in ratings))
        for place, text in enumerate(signs)
    )
    parts = [part for name, said in shown.looks for part in parts_of(in_words(words, name, said, most=WHOLE))]
    yield Section(words("folder-end"), (Table(head, rows, first_wide=True), *parts), level=2)


def _feedback(shown: ContractShown, words: Words) -> Iterator[Section]:
    for place, (teacher, on, given) in enumerate(shown.feedback):
        by = words.pieces("student-page-by", teacher=teacher, date=day(on, words))
        heading = "" if place else words("folder-feedback")
        yield Section(heading, (Text(runs(by), small=True), Quote(seen(given.said))), whole=True, level=2)
