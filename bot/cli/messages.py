"""`accord messages`: how well what people type is heard."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Annotated, Any, NoReturn, TypeVar

import typer

from bot.cli.common import stop, words
from bot.language.hearing import hear
from bot.language.hearing.model import Aim, Heard, Kind, Moment, Number
from bot.language.reading.text import ENGLISH

# Labelled messages and how well they are heard. Their fields: tests/data/said/README.md.


LOOKALIKE = "lookalike:"
_NEAR = Decimal("0.01")
"""Numbers that lie closer together are one: labels are rounded."""


_Choice = TypeVar("_Choice", Moment, Kind)


class Broken(Exception):
    """A file that can not be used: `key` of the words that say why, the number of the line (0: the whole file)."""

    def __init__(self, key: str, number: int = 0, detail: str = "") -> None:
        super().__init__(f"{key}, line {number}: {detail}")
        self.key, self.number, self.detail = key, number, detail


@dataclass(frozen=True, slots=True)
class Labelled:
    """A message, and what a good teacher would hear in it."""

    id: str
    moment: Moment
    aim: Aim | None
    asked: str
    text: str
    kind: Kind
    value: Decimal | None
    sure: bool
    why: str = ""

    @property
    def aims(self) -> tuple[Aim, ...]:
        return () if self.aim is None else (self.aim,)


@dataclass(frozen=True, slots=True)
class Scored:
    """A labelled message and what was heard in it."""

    label: Labelled
    heard: Heard

    @property
    def number(self) -> Number | None:
        return self.heard.numbers.get(0)

    @property
    def value(self) -> Decimal | None:
        return None if self.number is None else self.number.value

    @property
    def right_kind(self) -> bool:
        return self.heard.kind is self.label.kind

    @property
    def right_value(self) -> bool:
        if self.value is None or self.label.value is None:
            return self.value is None and self.label.value is None
        return abs(self.value - self.label.value) < _NEAR

    @property
    def wrongly_noted(self) -> bool:
        """A number would be noted without asking, and it is wrong, or none belongs there."""
        return self.number is not None and self.number.sure and not (self.right_value and self.belongs)

    @property
    def belongs(self) -> bool:
        """Words of somebody who is not well give no number that may be noted."""
        return self.label.kind is not Kind.DISTRESS

    @property
    def needlessly_asked(self) -> bool:
        return self.label.sure and not (self.number is not None and self.number.sure)


Hear = Callable[[str, Moment, Sequence[Aim], str], Heard]


def score_all(labelled: Iterable[Labelled], hear: Hear) -> list[Scored]:
    """Each message with what is heard in it."""
    return [Scored(one, hear(one.text, one.moment, one.aims, one.asked)) for one in labelled]


def scores_of(scored: Sequence[Scored]) -> dict[str, Any]:
    """The shares, to four digits; 1 (0 for what should not happen) where there was nothing to be right about."""
    lookalikes = [one for one in scored if one.label.why.startswith(LOOKALIKE)]
    alone = sum(one.heard.kind is not Kind.DISTRESS for one in lookalikes)
    counted = [one for one in scored if one.label.kind is not Kind.DISTRESS]
    sure = [one for one in scored if one.label.sure]
    return {
        "n": len(scored),
        "kind_accuracy": _share(sum(one.right_kind for one in scored), len(scored)),
        "distress": _distress(scored),
        "lookalikes_left_alone": _share(alone, len(lookalikes)),
        "value_accuracy": _share(sum(one.right_value for one in counted), len(counted)),
        "wrong_numbers": _share(sum(one.wrongly_noted for one in scored), len(scored), nothing=0.0),
        "needless_asks": _share(sum(one.needlessly_asked for one in sure), len(sure), nothing=0.0),
    }


def _distress(scored: Sequence[Scored]) -> dict[str, float]:
    heard = sum(one.heard.kind is Kind.DISTRESS for one in scored)
    labelled = sum(one.label.kind is Kind.DISTRESS for one in scored)
    both = sum(one.heard.kind is one.label.kind is Kind.DISTRESS for one in scored)
    return {"precision": _share(both, heard), "recall": _share(both, labelled)}


def _share(part: int, whole: int, nothing: float = 1.0) -> float:
    return round(part / whole, 4) if whole else nothing


def miss_of(one: Scored) -> dict[str, Any]:
    """What was heard otherwise than labelled; empty where nothing was."""
    miss: dict[str, Any] = {}
    if not one.right_kind:
        miss["kind"] = [one.label.kind.value, one.heard.kind.value]
    if one.belongs and not (one.right_value and not one.wrongly_noted and not one.needlessly_asked):
        heard = None if one.number is None else [str(one.number.value), one.number.sure]
        miss["number"] = [None if one.label.value is None else [str(one.label.value), one.label.sure], heard]
    return {"id": one.label.id, "text": one.label.text, **miss} if miss else {}


def messages_in(file: Path) -> list[Labelled]:
    """The messages of a file with a JSON object a line. Raises Broken, with the number of the line."""
    return list(_messages(_lines(file)))


def _lines(file: Path) -> list[bytes]:
    try:
        return file.read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n")
    except OSError as error:
        raise Broken("unreadable", detail=error.strerror or str(error)) from error


def _messages(lines: Sequence[bytes]) -> Iterator[Labelled]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _Row(number, _object(number, line)).labelled()


def _object(number: int, line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(line.decode(), parse_int=_number, parse_float=_number, parse_constant=_no_number)
    except (ValueError, ArithmeticError, RecursionError) as error:
        raise Broken("no-json", number, str(error)) from error
    if not isinstance(row, dict):
        raise Broken("no-object", number)
    return row


def _number(digits: str) -> Decimal:
    return Decimal(digits)


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


@dataclass(frozen=True, slots=True)
class _Row:
    """One line's object, read field by field; each method raises Broken where a field does not fit."""

    number: int
    fields: dict[str, Any]

    def labelled(self) -> Labelled:
        return Labelled(
            id=self.word("id", ""),
            moment=self.one_of("moment", Moment),
            aim=self.aim(),
            asked=self.word("asked", ""),
            text=self.word("text"),
            kind=self.one_of("kind", Kind),
            value=self.figure_or_none("value"),
            sure=self.flag("sure"),
            why=self.word("why", ""),
        )

    def aim(self) -> Aim | None:
        target = self.fields.get("target")
        if target is None:
            return None
        if not isinstance(target, dict):
            self.wrong("target")
        inside = _Row(self.number, target)
        statement, unit = inside.word("statement", ""), inside.word("unit")
        return Aim(statement, unit, inside.figure("baseline"), inside.figure("goal"), inside.figure_or_none("last"))

    def word(self, name: str, otherwise: str | None = None) -> str:
        value = self.fields.get(name, otherwise)
        if not isinstance(value, str):
            self.wrong(name)
        return value

    def one_of(self, name: str, choices: type[_Choice]) -> _Choice:
        try:
            return choices(self.word(name))
        except ValueError:
            self.wrong(name)

    def figure(self, name: str) -> Decimal:
        value = self.fields.get(name)
        if not isinstance(value, Decimal):
            self.wrong(name)
        return value

    def figure_or_none(self, name: str) -> Decimal | None:
        return None if self.fields.get(name) is None else self.figure(name)

    def flag(self, name: str) -> bool:
        value = self.fields.get(name)
        if not isinstance(value, bool):
            self.wrong(name)
        return value

    def wrong(self, name: str) -> NoReturn:
        raise Broken("wrong-field", self.number, name)


messages = typer.Typer(help=words("help-messages"), no_args_is_help=True)

_UNUSABLE = 2


@messages.callback()
def _no_options() -> None:
    """With a callback, `score` has to be typed even where it is the only one."""


@messages.command(help=words("help-messages-score"))
def score(
    file: Annotated[Path, typer.Argument(help=words("help-messages-file"))],
    misses: Annotated[bool, typer.Option("--misses", help=words("help-messages-misses"))] = False,
    lang: Annotated[str, typer.Option(help="The language of the messages.")] = ENGLISH,
) -> None:
    try:
        labelled = messages_in(file)
    except Broken as broken:
        stop(words(f"messages-{broken.key}", file=str(file), number=broken.number, detail=broken.detail), _UNUSABLE)
    scored = score_all(labelled, partial(hear, lang=lang))
    typer.echo(json.dumps(scores_of(scored)))
    if misses:
        for miss in filter(None, map(miss_of, scored)):
            typer.echo(json.dumps(miss))
