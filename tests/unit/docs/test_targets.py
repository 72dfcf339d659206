"""The pairs of docs/targets.md are read as the page says."""

import re

import pytest

from bot.language.targets import Verdict, read
from tests.unit.docs.reading import ROOT

PAGE = (ROOT / "docs" / "targets.md").read_text()
PAIRS = [
    tuple(cell.strip() for cell in row)
    for row in re.findall(r"^\|([^|]+)\|([^|]+)\|$", PAGE.split("## Ten pairs")[1], re.MULTILINE)
    if row[0].strip() not in ("Wish", "---") and not row[0].startswith("---")
]


def test_there_are_ten() -> None:
    assert len(PAIRS) == 10


@pytest.mark.parametrize(("wish", "target"), PAIRS)
def test_a_wish_is_none_yet_and_its_target_is_measurable(wish: str, target: str) -> None:
    assert read(wish).verdict is not Verdict.MEASURABLE
    assert read(target).verdict is Verdict.MEASURABLE
