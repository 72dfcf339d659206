"""What a student sent to show something: how it stands for them, and what their teachers see of it."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.actor import Side
from bot.domain.evidence import LINE_MOST, Piece, PieceKind, PieceState, Takes
from bot.domain.outbox import File, Message
from bot.domain.terms import Target
from bot.language.links import links_in
from bot.messages import forms
from bot.messages.blocks import (
    Block,
    actions,
    bullets,
    button,
    cut,
    fallback,
    joined,
    plain,
    quote,
    rich,
    say,
    small,
    to_copy,
)
from bot.messages.days import day
from bot.messages.registry import Notice, Reader, message
from prompts.words import SentencePiece as PieceOfText
from prompts.words import Typed, Words

ADD = "evidence.add"
CHOOSE = "evidence.choose_{}"
CHOOSE_OF_MANY = "evidence.choose_of_many"
CHOICES_MOST = 9
DROP, OPEN_LINE, SEEN, SAVE = "evidence.drop", "evidence.open_line", "evidence.seen", "evidence.say"
STATEMENT_MOST = 150
LISTED_LINE_MOST = 100
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
class EnoughToday(Notice):
    """To the student: so much was sent today that nobody can look at all of it."""


@dataclass(frozen=True, slots=True)
class TargetChoice:
    """A target for which a piece may be; `classroom` is "" for who learns in one class alone."""

    contract: int
    target: int
    statement: str
    classroom: str = ""
    room: int = 0
    """The id of its class."""


@dataclass(frozen=True, slots=True)
class NotedBrief:
    """`choices`: the targets to choose from while that is open. `looked` names those who have looked at all of it.
    `teachers` get it, or would."""

    pieces: tuple[Piece, ...]
    statement: str
    teachers: tuple[str, ...]
    choices: tuple[TargetChoice, ...] = ()
    looked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RefusedBrief:
    """`takes`: what can be shown instead."""

    piece: Piece
    takes: Takes


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


@dataclass(frozen=True, slots=True)
class ListedPiece:
    """`looked` names the teachers who have looked at it."""

    id: int
    name: str
    line: str
    at: datetime
    looked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The newest first; `more` there are besides. `no_files`: the contract names a file, and none can be received."""

    pieces: tuple[ListedPiece, ...] = ()
    more: int = 0
    no_files: bool = False


NOTHING_SHOWN = Shelf()


# To the student.


def noted(notice: PieceNoted, brief: NotedBrief, reader: Reader) -> Message:
    w, first = reader.words, brief.pieces[0]
    if all(piece.state is PieceState.TAKEN_BACK for piece in brief.pieces):
        key = "evidence-taken-back" if any(piece.shown_at for piece in brief.pieces) else "evidence-shown-nobody"
        return message(w(key), say(w, key))
    names = joined(w, [piece.name for piece in brief.pieces if piece.name])
    if all(piece.state is PieceState.REFUSED for piece in brief.pieces):
        return message(w("evidence-not-taken", names=names), say(w, "evidence-not-taken", names=names))
    names = joined(w, [piece.name for piece in brief.pieces if piece.state in (PieceState.COMING, PieceState.KEPT)])
    if _is_too_late(brief):
        return message(
            w("evidence-over", names=names), say(w, "evidence-over", names=names), actions([_drop(w, first)])
        )
    if first.target is None:
        return _which(brief, names, reader)
    coming = any(piece.state is PieceState.COMING for piece in brief.pieces)
    args = {"names": names, "teachers": joined(w, brief.teachers)}
    key = "evidence-coming" if coming else "evidence-kept"
    below = _about(w, brief.statement, first, brief.looked)
    line = "evidence-line-again" if first.line else "evidence-line-button"
    press = actions([button(w(line), OPEN_LINE, str(first.id)), _drop(w, first)])
    return message(w(key, **args), say(w, key, **args), *below, press)


def _is_too_late(brief: NotedBrief) -> bool:
    """Whether the contract ended before its target was chosen, or before the file was here."""
    first = brief.pieces[0]
    if first.target is None:
        return not brief.choices
    return all(piece.state is PieceState.KEPT and piece.shown_at is None for piece in brief.pieces)


def _about(words: Words, statement: str, piece: Piece, looked: Sequence[str]) -> list[Block]:
    """What it is for, what it shows, and who has looked at it."""
    blocks = [say(words, "evidence-for", statement=cut(statement, STATEMENT_MOST))]
    blocks += [say(words, "evidence-criterion", criterion=piece.criterion)] if piece.criterion else []
    blocks += [quote(piece.line)] if piece.line else []
    blocks += [small(words("evidence-looked", names=joined(words, looked)))] if looked else []
    return blocks


def _which(brief: NotedBrief, names: str, reader: Reader) -> Message:
    w, first, choices = reader.words, brief.pieces[0], brief.choices
    if len(choices) == 1:
        return _whether(brief, names, reader)
    return message(
        w("evidence-which", names=names),
        say(w, "evidence-which", names=names),
        actions([*_to_choose(w, first, choices), _drop(w, first)]),
        small(w("evidence-which-next")),
    )


def _to_choose(words: Words, first: Piece, choices: Sequence[TargetChoice]) -> list[dict[str, Any]]:
    """A button for each; a menu, where they are too many for that."""
    if len(choices) <= CHOICES_MOST:
        return [button(_label(one), CHOOSE.format(i), _value(first, one)) for i, one in enumerate(choices)]
    options = [forms.option(_label(one), _value(first, one)) for one in choices[: forms.OPTIONS_MOST]]
    menu = forms.choice("static_select", options)
    return [{**menu, "action_id": CHOOSE_OF_MANY, "placeholder": plain(words("evidence-which-menu"), 150)}]


def _whether(brief: NotedBrief, names: str, reader: Reader) -> Message:
    """There is one target that it can be for, and it has not been said that it is for it."""
    w, first, (only,) = reader.words, brief.pieces[0], brief.choices
    args = {"names": names, "teachers": joined(w, brief.teachers)}
    yes = button(w("evidence-show-button"), CHOOSE.format(0), _value(first, only), style="primary")
    return message(
        w("evidence-whether", **args),
        say(w, "evidence-whether", **args),
        *_about(w, only.statement, first, ()),
        actions([yes, button(w("evidence-keep-button"), DROP, str(first.id))]),
        small(w("evidence-whether-next")),
    )


def _value(piece: Piece, choice: TargetChoice) -> str:
    return f"{piece.id}:{choice.contract}:{choice.target}"


def _label(choice: TargetChoice) -> str:
    named = f"{choice.classroom}: {choice.statement}" if choice.classroom else choice.statement
    return cut(named, LABEL_MOST)


def _drop(words: Words, first: Piece) -> dict[str, Any]:
    return button(words("evidence-drop-button"), DROP, str(first.id))


def refused(notice: PieceRefused, brief: RefusedBrief, reader: Reader) -> Message:
    w, key = reader.words, f"evidence-why-{brief.piece.why}"
    args = {"name": brief.piece.name, "taken": named_kinds(w, brief.takes.kinds), "most": brief.takes.mb}
    return message(w(key, **args), say(w, key, **args))


def named_kinds(words: Words, kinds: Collection[PieceKind]) -> str:
    """ "photos, links and texts" """
    return joined(words, [words(f"evidence-kind-{kind}") for kind in PieceKind if kind in kinds])


def add_button(words: Words, contract: int) -> dict[str, Any]:
    return button(words("evidence-add-button"), ADD, str(contract))


def enough_today(notice: EnoughToday, brief: None, reader: Reader) -> Message:
    w = reader.words
    return message(w("evidence-enough"), say(w, "evidence-enough"))


def line_form(words: Words, piece: Piece) -> dict[str, Any]:
    text = forms.text(piece.line, most=LINE_MOST)
    block = forms.field(words, "line", text, key="evidence-line", hint=True, what=piece.name)
    return forms.modal(words, SAVE, [block], metadata=str(piece.id))


# What was shown for a contract, on its card and at the look back.


def listed(words: Words, shelf: Shelf, side: Side, student: str) -> list[Block]:
    """A short list, the newest first; nothing where nothing was shown."""
    blocks: list[Block] = []
    if shelf.pieces:
        blocks.append(say(words, f"evidence-listed-{side}", student=student))
        blocks.append(bullets(*(_in_list(words, one) for one in shelf.pieces)))
    if shelf.more:
        blocks.append(small(words("evidence-listed-more", count=shelf.more)))
    if shelf.no_files and side is Side.STUDENT:
        blocks.append(small(words("evidence-no-files")))
    return blocks


def _in_list(words: Words, one: ListedPiece) -> list[PieceOfText]:
    key = "evidence-listed-seen" if one.looked else "evidence-listed-unseen"
    pieces = words.pieces(key, name=one.name, names=joined(words, one.looked))
    if one.line:
        pieces += ["\n", Typed(cut(one.line, LISTED_LINE_MOST))]
    return pieces


def to_show(words: Words, contract: int, targets: Sequence[Target]) -> list[Block]:
    """What a contract says that these targets are shown with, asked for by the day that it names."""
    said = [
        words.pieces(
            "evidence-asked",
            form=words(f"terms-evidence-{target.evidence}"),
            date=day(target.due_on, words),
            statement=cut(target.statement, STATEMENT_MOST),
        )
        for target in targets
    ]
    return [rich(*said), actions([add_button(words, contract)])] if said else []


# To a teacher.


def shown(notice: PieceShown, brief: ShownBrief, reader: Reader) -> Message:
    w, piece = reader.words, brief.piece
    if piece.state is not PieceState.KEPT:
        return message(w("evidence-gone", student=brief.student), say(w, "evidence-gone", student=brief.student))
    args = {"student": brief.student, "name": piece.name}
    key = "evidence-shown-text" if piece.words and not links_in(piece.words) else "evidence-shown"
    below = [*itself(w, piece), *_about(w, brief.statement, piece, brief.looked)]
    below += [] if brief.by_me else [actions([button(w("evidence-seen-button"), SEEN, str(piece.id))])]
    return message(w(key, **args), say(w, key, **args), *below)


def itself(words: Words, piece: Piece) -> list[Block]:
    """Links and texts stand in the message; no client makes links of them, as their student could lead anywhere."""
    if piece.is_file:
        return []
    if links_in(piece.words):
        return [to_copy(piece.words), small(words("evidence-link-note"))]
    return [quote(piece.words)]


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
