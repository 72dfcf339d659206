"""What a class asks for at its check-ins beside the numbers: a short report or what to talk about, and up to two
questions of its teachers' own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

MOST = 2
LENGTH_MOST = 150
"""Characters of a question."""


class Shape(StrEnum):
    REPORT = "report"
    """What worked, what did not, what comes next, how sure they are, what shows it."""
    TALK = "talk"
    """What to talk about in class."""


@dataclass(frozen=True, slots=True)
class Asks:
    """What holds in a class."""

    shape: Shape = Shape.REPORT
    questions: tuple[str, ...] = ()


REPORT = Asks()
"""As long as nobody chose."""


@dataclass(frozen=True, slots=True)
class QuestionAnswer:
    """What a student answered, with the question as it was asked; "" where nobody knows it any more."""

    question: str
    text: str


def written(texts: Sequence[str]) -> tuple[str, ...]:
    """The questions among these texts, each once, in one line each."""
    lines = (" ".join(text.split()) for text in texts)
    return tuple(dict.fromkeys(line for line in lines if line))


FIELD = "asked-"


def field_of(question: str) -> str:
    """The name of its field in a form: a form that is open while the question changes is still about the old one."""
    return FIELD + sha256(question.encode()).hexdigest()[:12]


def to_ask(questions: Sequence[str], standing: Sequence[QuestionAnswer]) -> tuple[str, ...]:
    """The questions of a form: those of the class, and earlier ones that were answered."""
    return tuple(dict.fromkeys((*questions, *(answer.question for answer in standing))))


def answered(
    questions: Sequence[str], standing: Sequence[QuestionAnswer], said: Mapping[str, str]
) -> tuple[QuestionAnswer, ...]:
    """What stands when a form said this, by the names of its fields. What it did not ask for stays. What it asked for
    and nobody asks any more is kept without its question."""
    asked = {field_of(question): question for question in to_ask(questions, standing)}
    found = {answer.question: answer.text for answer in standing}
    for field, text in said.items():
        if field in asked:
            found[asked[field]] = text
    unknown = [text for field, text in said.items() if field not in asked and text]
    if unknown:
        found[""] = "\n".join([*filter(None, [found.get("")]), *unknown])
    return tuple(QuestionAnswer(question, text) for question, text in found.items() if text)
