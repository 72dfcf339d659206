"""What all sheets are made with: what is read for one, and copy with typed words as runs of text."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.documents.sheet import Bullets, Quote, Run, Runs, SheetPart, Text
from bot.domain.contract import Version
from bot.messages.blocks import rich, spoken
from prompts.words import SentencePiece, Words


@dataclass(frozen=True, slots=True)
class DocumentBrief:
    """A version that both signed. `names` are those of its signers, `timezone` is the class's. `change_waits`: another
    version is on the table. `own`: the reader is its student. `missing`: who is yet to sign it by hand, "" where nobody
    is."""

    version: Version
    student: str
    classroom: str
    timezone: str
    names: Mapping[str, str]
    change_waits: bool
    own: bool
    missing: str = ""


def runs(pieces: Sequence[SentencePiece]) -> Runs:
    """The same text, in the same styles, as a message has of it: what somebody typed is never read as copy."""
    return _in_styles(rich(pieces)["elements"][0]["elements"])


def parts_of(blocks: Iterable[Mapping[str, Any]]) -> list[SheetPart]:
    """What a message says in rich text, as it stands on paper."""
    return [_part(element) for block in blocks for element in block["elements"]]


def _part(element: Mapping[str, Any]) -> SheetPart:
    if element["type"] == "rich_text_quote":
        return Quote("".join(one["text"] for one in element["elements"]))
    if element["type"] == "rich_text_list":
        return Bullets(tuple(_in_styles(item["elements"]) for item in element["elements"]))
    return Text(_in_styles(element["elements"]))


def _in_styles(elements: Iterable[Mapping[str, Any]]) -> Runs:
    return tuple(
        Run(one["text"], bold="bold" in one.get("style", {}), italic="italic" in one.get("style", {}))
        for one in elements
    )


def lines(words: Words, key: str, **args: Any) -> tuple[Runs, ...]:
    """One line of copy."""
    return (runs(words.pieces(key, **args)),)


def words_of(words: Words, key: str, **args: Any) -> str:
    """A sentence of copy without its styles."""
    return spoken(words.pieces(key, **args))
