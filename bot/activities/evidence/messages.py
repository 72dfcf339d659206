"""What a student sent to show something: how it stands for them, and what their teachers see of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.evidence import LINE_MOST, Piece, PieceState
from bot.domain.outbox import File, Message
from bot.messages import forms
from bot.messages.blocks import Block, actions, button, cut, fallback, joined, quote, say, small
from bot.messages.registry import Notice, Reader, message
from prompts.words import Words

CHOOSE = "evidence.choose_{}"
CHOICES_MOST = 9
DROP, OPEN_LINE, SEEN, SAVE = "evidence.drop", "evidence.open_line", "evidence.seen", "evidence.say"
STATEMENT_MOST = 150
LABEL_MOST = 70


@dataclass(frozen=True, slots=True)
class OfPiece(Notice):
    """What is about one piece. A card."""

    piece: int

    @property
    def subject(self) -> str | None:
        return f"evidence:{self.piece}"


@dataclass(frozen=True, slots=True)
class PieceNoted(OfPiece):
    """To the student: what became of all that came with one message; `piece` is the first of it."""


@dataclass(frozen=True, slots=True)
class PieceShown(OfPiece):
    """To a teacher: what a student shows. The file itself comes below it."""


@dataclass(frozen=True, slots=True)
class PieceFile(Notice):
    """To a teacher: the file. Slack does not say where it stands, so it is no card."""

    piece: int


@dataclass(frozen=True, slots=True)
class PieceRefused(Notice):
    """To the student: why a file was not taken, and what to do."""

    piece: int


@dataclass(frozen=True, slots=True)
class TargetChoice:
    """A target for which a piece may be; `classroom` is "" for who learns in one class alone."""

    contract: int
    target: int
    statement: str
    classroom: str = ""


@dataclass(frozen=True, slots=True)
class NotedBrief:
    """`choices`: the targets to choose from while that is open. `looked` names those who have looked at all of it."""

    pieces: tuple[Piece, ...]
    statement: str
    teachers: tuple[str, ...]
    choices: tuple[TargetChoice, ...] = ()
    looked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownBrief:
    """`looked` names the teachers who have looked; `by_me`: the reader is one of them."""

    piece: Piece
    student: str
    statement: str
    looked: tuple[str, ...] = ()
    by_me: bool = False


@dataclass(frozen=True, slots=True)
class FileBrief:
    """`content` reads the file, when the message leaves."""

    piece: Piece
    student: str
    content: Callable[[], bytes]


# To the student.


def noted(notice: PieceNoted, brief: NotedBrief, reader: Reader) -> Message:
    w, first = reader.words, brief.pieces[0]
    if all(piece.state is PieceState.TAKEN_BACK for piece in brief.pieces):
        return message(w("evidence-taken-back"), say(w, "evidence-taken-back"))
    names = joined(w, [piece.name for piece in brief.pieces if piece.name])
    if all(piece.state is PieceState.REFUSED for piece in brief.pieces):
        return message(w("evidence-not-taken", names=names), say(w, "evidence-not-taken", names=names))
    if first.target is None:
        return _which(brief.choices, first, names, reader)
    coming = any(piece.state is PieceState.COMING for piece in brief.pieces)
    args = {"names": names, "teachers": joined(w, brief.teachers)}
    key = "evidence-coming" if coming else "evidence-kept"
    below = [say(w, "evidence-for", statement=cut(brief.statement, STATEMENT_MOST))]
    below += [quote(first.line)] if first.line else []
    below += [small(w("evidence-looked", names=joined(w, brief.looked)))] if brief.looked else []
    line = "evidence-line-again" if first.line else "evidence-line-button"
    press = actions([button(w(line), OPEN_LINE, str(first.id)), _drop(w, first)])
    return message(w(key, **args), say(w, key, **args), *below, press)


def _which(choices: Sequence[TargetChoice], first: Piece, names: str, reader: Reader) -> Message:
    w = reader.words
    buttons = [
        button(_label(one), CHOOSE.format(i), f"{first.id}:{one.contract}:{one.target}")
        for i, one in enumerate(choices[:CHOICES_MOST])
    ]
    return message(
        w("evidence-which", names=names),
        say(w, "evidence-which", names=names),
        actions([*buttons, _drop(w, first)]),
        small(w("evidence-which-next")),
    )


def _label(choice: TargetChoice) -> str:
    named = f"{choice.classroom}: {choice.statement}" if choice.classroom else choice.statement
    return cut(named, LABEL_MOST)


def _drop(words: Words, first: Piece) -> dict[str, Any]:
    return button(words("evidence-drop-button"), DROP, str(first.id))


def refused(notice: PieceRefused, piece: Piece, reader: Reader) -> Message:
    key = f"evidence-why-{piece.why}"
    return message(reader.words(key, name=piece.name), say(reader.words, key, name=piece.name))


def line_form(words: Words, piece: Piece) -> dict[str, Any]:
    text = forms.text(piece.line, most=LINE_MOST)
    block = forms.field(words, "line", text, key="evidence-line", hint=True, what=piece.name)
    return forms.modal(words, SAVE, [block], metadata=str(piece.id))


# To a teacher.


def shown(notice: PieceShown, brief: ShownBrief, reader: Reader) -> Message:
    w, piece = reader.words, brief.piece
    if piece.state is not PieceState.KEPT:
        return message(w("evidence-gone", student=brief.student), say(w, "evidence-gone", student=brief.student))
    args = {"student": brief.student, "name": piece.name}
    below: list[Block] = [say(w, "evidence-for", statement=cut(brief.statement, STATEMENT_MOST))]
    below += [quote(piece.line)] if piece.line else []
    below += [small(w("evidence-looked", names=joined(w, brief.looked)))] if brief.looked else []
    below += [] if brief.by_me else [actions([button(w("evidence-seen-button"), SEEN, str(piece.id))])]
    return message(w("evidence-shown", **args), say(w, "evidence-shown", **args), *below)


def file(notice: PieceFile, brief: FileBrief, reader: Reader) -> Message:
    w, args = reader.words, {"student": brief.student, "name": brief.piece.name}
    text = w("evidence-file", student=brief.student)
    alt = brief.piece.line or text
    return Message(
        fallback(text),
        (say(w, "evidence-file", student=brief.student),),
        file=File(
            name=brief.piece.name,
            title=brief.piece.name,
            content=brief.content,
            instead=message(w("evidence-file-not", **args), say(w, "evidence-file-not", **args)),
            alt=alt if brief.piece.media_type.startswith("image/") else "",
        ),
    )
