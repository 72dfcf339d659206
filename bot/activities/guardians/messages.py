"""A note to a family: its form, its card for both sides, and the page itself."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot.activities.documents.buttons import FAMILY
from bot.activities.guardians.sheets import PaperBrief, note_sheet
from bot.documents.press import pdf
from bot.domain.actor import Side
from bot.domain.guardians import WAYS, WORD_MOST, FamilyNote, NoteState
from bot.domain.outbox import File, Message
from bot.messages import forms
from bot.messages.blocks import Block, actions, bullets, button, quote, rich, small, spoken
from bot.messages.blocks import say as said
from bot.messages.days import day
from bot.messages.registry import Notice, Reader, message
from prompts.words import COPY, Words, name_of_language, words_for
from prompts.words import spoken as languages_of

OPEN, ASK = FAMILY, "guardians.ask"
YES, NO, PAPER, BACK = "guardians.yes", "guardians.no", "guardians.paper", "guardians.back"


@dataclass(frozen=True, slots=True)
class FamilyNoteCard(Notice):
    """To the student, and to the teacher who asked: what goes home, and what the student said. A card."""

    family_note: int

    @property
    def subject(self) -> str:
        return f"family-note:{self.family_note}"


@dataclass(frozen=True, slots=True)
class FamilyNotePaper(Notice):
    """To whoever is to see it: the page. To the student before all others; to a teacher after a yes."""

    by: str
    family_note: int


@dataclass(frozen=True, slots=True)
class FamilyNoteBrief:
    """How a note stands for one side. `back_on` is the day on which the slip came back."""

    note: FamilyNote
    side: Side
    student: str
    teacher: str
    back_on: date | None


@dataclass(frozen=True, slots=True)
class FamilyNoteForm:
    """What the form starts with."""

    contract: int
    student: str


def languages() -> tuple[str, ...]:
    """Those in which there is copy for a whole note."""
    return tuple(sorted(languages_of(COPY)))


def ask_form(words: Words, form: FamilyNoteForm) -> dict[str, Any]:
    known = [forms.option(name_of_language(one), one) for one in languages()]
    language = forms.choice("radio_buttons", known)
    options = [forms.option(spoken(words.pieces(f"family-way-{way}", student=form.student)), way) for way in WAYS]
    ways = forms.choice("checkboxes", options, WAYS[:2])
    blocks: list[Block] = [
        said(words, "family-what", student=form.student),
        forms.field(words, "language", language, key="family-form-language"),
        forms.field(words, "ways", ways, key="family-form-ways"),
        forms.field(
            words,
            "word",
            forms.text(lines=True, most=WORD_MOST),
            key="family-form-word",
            optional=True,
            hint=True,
        ),
        small(words("family-form-who", student=form.student)),
    ]
    return forms.modal(words, ASK, blocks, metadata=str(form.contract))


def card(notice: FamilyNoteCard, brief: FamilyNoteBrief, reader: Reader) -> Message:
    w = reader.words
    pieces = w.pieces(f"family-{brief.note.state}-{brief.side}", student=brief.student, teacher=brief.teacher)
    blocks = _for_student(brief, w) if brief.side is Side.STUDENT else _for_teacher(brief, w)
    return message(spoken(pieces), rich(pieces), *blocks)


def _for_student(brief: FamilyNoteBrief, words: Words) -> list[Block]:
    """All that somebody wrote or chose of it, in the student's language: also where a file can not be given."""
    note, value = brief.note, str(brief.note.id)
    ways = bullets(*(words.pieces(f"family-way-{way}", student=brief.student) for way in note.ways))
    word = [said(words, "family-word", teacher=brief.teacher), quote(note.word)] if note.word else []
    yes = button(words("family-yes-button"), YES, value)
    no = button(words("family-no-button"), NO, value)
    choices = {NoteState.ASKED: [yes, no], NoteState.GIVEN: [no], NoteState.REFUSED: [yes]}[note.state]
    page = button(words("family-paper-button"), PAPER, value)
    return [
        said(words, "family-holds"),
        said(words, "family-help-card"),
        ways,
        *word,
        *_back(brief, words),
        actions([*choices, page]),
        small(words(f"family-{note.state}-note")),
    ]


def _for_teacher(brief: FamilyNoteBrief, words: Words) -> list[Block]:
    if brief.note.state is not NoteState.GIVEN:
        return []
    value = str(brief.note.id)
    ways = [button(words("family-paper-button"), PAPER, value)]
    if brief.back_on is None:
        ways.append(button(words("family-back-button"), BACK, value))
    return [*_back(brief, words), actions(ways)]


def _back(brief: FamilyNoteBrief, words: Words) -> list[Block]:
    return [said(words, "family-back", date=day(brief.back_on, words))] if brief.back_on is not None else []


def paper(notice: FamilyNotePaper, brief: PaperBrief, reader: Reader) -> Message:
    """It is set when it leaves, off the event loop."""
    w, theirs = reader.words, words_for(brief.note.language)
    instead = message(w("print-not-given"), said(w, "print-not-given"))
    sheet = note_sheet(brief, theirs)
    file = File(theirs("family-file"), sheet.title, lambda: pdf(sheet), instead)
    key = f"family-given-{'student' if brief.own else 'teacher'}-file"
    return replace(message(w(key, student=brief.student), said(w, key, student=brief.student)), file=file)
