"""The note to a family on a page, with a slip to sign and send back at its foot."""

from dataclasses import dataclass
from decimal import Decimal

from bot.activities.documents.sheets import lines, runs, words_of
from bot.documents.sheet import Boxes, Bullets, Lines, Quote, Section, Sheet, SheetPart, Table, Text, paper_of
from bot.domain.contract import Version
from bot.domain.guardians import FamilyNote
from bot.domain.recurrence import local_day
from bot.domain.seen import seen
from bot.domain.terms import Target, as_seen
from bot.messages.terms import progress_words, target_name
from prompts.words import Typed, Words


@dataclass(frozen=True, slots=True)
class PaperBrief:
    """`version` is the one that the note is about; `own`: the reader is its student."""

    note: FamilyNote
    version: Version
    student: str
    teacher: str
    classroom: str
    timezone: str
    own: bool


def note_sheet(brief: PaperBrief, words: Words) -> Sheet:
    """In the family's language. Of each target its sentence, numbers, practice and signs: no more of what was agreed,
    so that what is hard for a student, what helps them and what gets in their way stands nowhere on it."""
    note, names = brief.note, {"student": brief.student, "teacher": brief.teacher}
    title = words_of(words, "family-heading", **names)
    made = local_day(note.asked_at, brief.timezone)
    facts = (*lines(words, "document-class", name=brief.classroom), *lines(words, "family-made", date=made))
    return Sheet(
        title=title,
        language=words.locale,
        paper=paper_of(brief.timezone),
        facts=facts,
        sections=(
            Section("", (Text(runs(words.pieces("family-about-what", **names))),), whole=True),
            *_targets(brief, words),
            _help(brief, words),
            _slip(brief, words),
        ),
        foot=title,
        unshown=words("document-unshown"),
    )


def _targets(brief: PaperBrief, words: Words) -> tuple[Section, ...]:
    targets = as_seen(brief.version.terms).targets
    return tuple(
        _target(one, brief.note.newest(place), target_name(place, len(targets), words), words)
        for place, one in enumerate(targets)
    )


def _target(target: Target, newest: Decimal | None, name: str, words: Words) -> Section:
    numbers = {"start": target.text(target.baseline), "goal": target.text(target.goal), "unit": target.beside}
    way = lines(words, "card-goal", date=target.due_on, **numbers)
    plan = lines(words, "terms-strategies", text=target.strategies) if target.strategies else ()
    signs = tuple(runs([Typed(one.text)]) for one in target.criteria)
    head = lines(words, "terms-criteria") if signs else ()
    goes = (*runs(words.pieces("family-goes")), *runs([" "]), *runs(progress_words(words, target, newest)))
    return Section(name, (Quote(seen(target.statement)), Bullets((*way, *plan, goes, *head), signs)), whole=True)


def _help(brief: PaperBrief, words: Words) -> Section:
    ways = Bullets(tuple(runs(words.pieces(f"family-way-{way}", student=brief.student)) for way in brief.note.ways))
    word: tuple[SheetPart, ...] = ()
    if brief.note.word:
        word = (Text(runs(words.pieces("family-word", teacher=brief.teacher))), Quote(seen(brief.note.word)))
    return Section(words("family-help"), (ways, *word), whole=True)


def _slip(brief: PaperBrief, words: Words) -> Section:
    back = runs(words.pieces("family-slip-what", student=brief.student, teacher=brief.teacher))
    head = tuple(words(f"family-slip-{name}") for name in ("name", "date", "signature"))
    parts: tuple[SheetPart, ...] = (
        Text(back),
        Boxes((words("family-slip-read"), words("family-slip-talk"))),
        Lines(words("family-slip-say"), 2),
        Table(head, (("", "", ""),), tall=True),
    )
    return Section(words("family-slip"), parts, whole=True)
