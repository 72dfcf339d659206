"""Beginnings for subjects, as data of each language: examples, signs of success, what shows it, questions, a rubric."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from bot.domain.rubrics import Content, RubricCriterion
from bot.domain.templates import Template
from bot.domain.terms import EvidenceForm
from bot.language.reading.text import has_words, load_words

NAME = "templates"


@cache
def templates_of(lang: str) -> tuple[Template, ...]:
    """Those of a language; none where it has no words for them."""
    if not has_words("bot.language", lang, NAME):
        return ()
    table = load_words("bot.language", lang, NAME)
    levels = tuple(table["levels"])
    return tuple(_template(key, row, levels) for key, row in table.items() if isinstance(row, dict))


def _template(key: str, row: Mapping[str, Any], levels: tuple[str, ...]) -> Template:
    rubric = Content(levels, tuple(RubricCriterion(name, tuple(said)) for name, *said in row["rubric"]))
    return Template(
        key,
        str(row["name"]),
        tuple(row["examples"]),
        tuple(row["criteria"]),
        EvidenceForm(row["evidence"]),
        str(row["hardest"]),
        str(row["practice"]),
        rubric,
    )
