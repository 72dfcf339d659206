"""A form of terms as somebody sees it, and what comes back from it."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from bot.activities.contract.terms_form import terms_form
from bot.domain.actor import Side
from bot.domain.classroom import WEEKDAYS, Autonomy
from bot.domain.interview import Frame
from bot.domain.terms import Terms
from bot.language.terms_typed import Filled, Setting, read_terms
from prompts.words import words_for
from sandbox.blocks.check import check_view
from tests.unit.contract.samples import NOW, TERMS

WORDS = words_for()
FRAME = Frame(
    autonomy=Autonomy.SHARED,
    most_targets=3,
    term_ends_on=date(2027, 6, 25),
    check_in_days=("MO", "TH"),
    check_in_time=time(8, 45),
    timezone="Europe/Vienna",
    now=NOW,
)


def as_shown(
    before: Terms,
    side: Side,
    days: tuple[str, ...] = WEEKDAYS,
    weeks: tuple[date, ...] = (),
    says_when: bool = False,
    graded: bool = False,
) -> Filled:
    """What comes back from the form when nothing is touched. AssertionError for what Slack would refuse."""
    view = terms_form(WORDS, "reviewing.suggest", "1:1", before, side, days, weeks, says_when, graded=graded)
    assert check_view(view) == []
    return untouched(view)


def untouched(view: Mapping[str, Any]) -> Filled:
    texts: dict[str, str] = {}
    chosen: tuple[str, ...] | None = None
    for block in view["blocks"]:
        if block["type"] != "input":
            continue
        element = block["element"]
        if element["type"] == "checkboxes":
            ticked = tuple(o["value"] for o in element.get("initial_options", ()))
            if block["block_id"] == "check_in_days":
                chosen = ticked
            else:
                texts[block["block_id"]] = "\n".join(ticked)
        elif element["type"] == "static_select":
            texts[block["block_id"]] = element["initial_option"]["value"]
        else:
            texts[block["block_id"]] = element.get("initial_value", element.get("initial_date", ""))
    return Filled(texts, chosen)


def setting(before: Terms = TERMS, side: Side = Side.TEACHER) -> Setting:
    return Setting(before, side, FRAME, NOW)


def read(
    side: Side = Side.TEACHER,
    before: Terms = TERMS,
    days: tuple[str, ...] | None = None,
    typed: Mapping[str, str] | None = None,
    **more: str,
) -> Terms:
    shown = as_shown(before, side)
    return read_terms(
        Filled({**shown.texts, **(typed or {}), **more}, shown.days if days is None else days), setting(before, side)
    )
