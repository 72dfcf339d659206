"""The standards of a class, and how far the contracts of its students name them."""

from dataclasses import dataclass

from bot.domain.classroom import Classroom
from bot.domain.outbox import Message
from bot.domain.standards import Coverage
from bot.messages.blocks import Block, actions, bullets, button, cut, header, say, small
from bot.messages.registry import Notice, Reader, message
from prompts.words import SentencePiece, Typed, Words

OPEN = "standards.open"
ADD = "standards.add"
OPEN_OUT = "standards.open_out"
OUT = "standards.out"
OPEN_CHOICE = "standards.open_choice"
CHOOSE = "standards.choose"
STUDENTS_SHOWN = 30
OPEN_SHOWN = 10
LABELS_SHOWN = 6
LABEL_MOST = 60
STATEMENT_SHOWN = 150


@dataclass(frozen=True, slots=True)
class StandardsStand(Notice):
    """To a teacher who asked, or changed them. A card."""

    classroom: int

    @property
    def subject(self) -> str:
        return f"standards:{self.classroom}"


@dataclass(frozen=True, slots=True)
class StandardsBrief:
    """`students` are (name, labels of the standards that their targets serve); `helping` counts the standards that say
    what helps."""

    classroom: Classroom
    coverage: Coverage
    students: tuple[tuple[str, tuple[str, ...]], ...]
    helping: int = 0


def standards_stand(notice: StandardsStand, brief: StandardsBrief, reader: Reader) -> Message:
    w = reader.words
    title = w("standards-heading", classroom=brief.classroom.name)
    value = str(brief.classroom.id)
    add = button(w("standards-add-button"), OPEN, value)
    if not brief.coverage.count:
        return message(title, header(title), say(w, "standards-none"), actions([add]))
    out = button(w("standards-out-button"), OPEN_OUT, value)
    blocks = [header(title), *_covered(brief.coverage, w), *_students(brief, w), *_open(brief.coverage, w)]
    helping = [w("standards-helping", count=brief.helping)] if brief.helping else []
    return message(title, *blocks, small(w("standards-how"), *helping), actions([add, out]))


def _covered(coverage: Coverage, words: Words) -> list[Block]:
    return [say(words, "standards-covered", named=coverage.named, count=coverage.count)]


def _students(brief: StandardsBrief, words: Words) -> list[Block]:
    serving = [(name, labels) for name, labels in brief.students if labels]
    without = len(brief.students) - len(serving)
    lines = [_student(name, labels, words) for name, labels in serving[:STUDENTS_SHOWN]]
    blocks = [bullets(*lines)] if lines else []
    more = len(serving) - STUDENTS_SHOWN
    if more > 0:
        blocks.append(small(words("standards-students-more", count=more)))
    return [*blocks, *([small(words("standards-students-without", count=without))] if without else [])]


def _student(name: str, labels: tuple[str, ...], words: Words) -> list[SentencePiece]:
    shown = ", ".join(cut(label, LABEL_MOST) for label in labels[:LABELS_SHOWN])
    if len(labels) > LABELS_SHOWN:
        return words.pieces("standards-student-more", student=name, standards=shown, count=len(labels) - LABELS_SHOWN)
    return words.pieces("standards-student", student=name, standards=shown)


def _open(coverage: Coverage, words: Words) -> list[Block]:
    if not coverage.open or not coverage.named:
        return []
    lines: list[list[SentencePiece]] = [
        [Typed(cut(f"{one.code} {one.statement}".strip(), STATEMENT_SHOWN))] for one in coverage.open[:OPEN_SHOWN]
    ]
    more = len(coverage.open) - OPEN_SHOWN
    tail = [small(words("standards-open-more", count=more))] if more > 0 else []
    return [say(words, "standards-open"), bullets(*lines), *tail]
