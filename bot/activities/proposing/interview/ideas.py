"""A draft target that the student chose to start from: at hand where the statement is asked, answering nothing."""

import re

from bot.activities.proposing.interview.draft import Answer, Draft, mark, put
from bot.activities.proposing.interview.step import Place, targets
from bot.domain.drafts.blanks import BLANK, blanks_in, filled, tidy
from bot.domain.errors import Refusal
from bot.domain.frame import Frame
from bot.language import typed
from bot.language.reading import find_numbers

NAME = "idea"
_BETWEEN = re.compile(r"\s*[,;/\n]\s*|\s+(?:out of|of|and|in)\s+")
_FILLING_MOST = 30
_SENTENCE_LEAST = 4
"""Words from which on a reply is a whole sentence and not a filling."""


def bring(draft: Draft, frame: Frame, text: str, feedback: int) -> Draft:
    """The draft with an idea for its newest target; a statement that says something else is asked again."""
    number = targets(Place(draft, frame))
    with_idea = put(draft, f"{number}.{NAME}", Answer(str(feedback), text))
    standing = draft.get(f"{number}.statement")
    if standing is None or standing.value == text:
        return with_idea
    return mark(with_idea, f"{number}.statement", open=True)


def idea(place: Place) -> str:
    """The wording of the idea; "" where there is none."""
    return place.mine(NAME) or ""


def source(place: Place) -> int:
    """The feedback that the idea came from; 0 where there is none."""
    found = place.draft.get(f"{place.target}.{NAME}")
    return int(found.raw) if found is not None else 0


def options(place: Place) -> tuple[str, ...]:
    return ("take",) if idea(place) else ()


def pick(option: str, place: Place) -> str:
    return idea(place)


def has_blanks(place: Place) -> bool:
    return blanks_in(place.mine("statement") or "") > 0


def read_filling(text: str, place: Place) -> str:
    """The statement with its open places filled: from as many fillings, or from the whole sentence typed again.

    Raises Refusal: blanks-left, and those of `typed.words`.
    """
    statement = place.mine("statement") or ""
    said, most = typed.words(text), blanks_in(statement)
    for fillings in (_parts(said), _numbers(said)):
        if len(fillings) == most:
            return tidy(filled(statement, fillings))
    if len(said.split()) < _SENTENCE_LEAST or BLANK in said:
        raise Refusal("blanks-left", count=most)
    return tidy(said)


def _parts(text: str) -> list[str]:
    parts = [part.strip(" .") for part in _BETWEEN.split(text)]
    short = all(part and len(part) <= _FILLING_MOST and len(part.split()) < _SENTENCE_LEAST for part in parts)
    return parts if short and not any(BLANK in part for part in parts) else []


def _numbers(text: str) -> list[str]:
    found = [n for reading in find_numbers(text) for n in (reading.value, reading.out_of) if n is not None]
    return [typed.decimal_text(n) for n in found]
