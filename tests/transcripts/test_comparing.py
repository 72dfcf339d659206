"""What a fact wants, against what is held."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.transcripts.comparing import holds

CASES: list[tuple[Any, Any, bool]] = [
    (3, Decimal("3.00"), True),
    (3.5, Decimal("3.5"), True),
    (3, Decimal("3.01"), False),
    ("3", Decimal(3), False),
    (None, None, True),
    (None, Decimal(0), False),
    (0, None, False),
    ("2027-02-12", date(2027, 2, 12), True),
    (["x", None], ["x", None], True),
    (["x"], ["x", None], False),
    ([], None, False),
    ({"about": 24.5}, Decimal("24.503"), True),
    ({"about": 24.5}, Decimal("24.52"), False),
    ({"about": 1}, None, False),
    ({"one_of": ["a", None]}, None, True),
    ({"one_of": ["a", "b"]}, "c", False),
    ({"one_of": [{"about": 1}, 5]}, Decimal("1.005"), True),
    ({"contains": "ear"}, "hearing", True),
    ({"contains": "ear"}, None, False),
    ({"contains": 5}, [Decimal(5), None], True),
    ({"not": "dying"}, "i feel like dying", False),
    ({"not": "dying"}, "i feel fine", True),
    ({"not": "dying"}, None, True),
    ({"not": 10}, Decimal(10), False),
    ({"not": None}, None, False),
    ({"not": None}, "x", True),
    ([{"about": 2}, {"not": None}], [Decimal(2), "x"], True),
    ([{"about": 2}, {"not": None}], [Decimal(2), None], False),
]


@pytest.mark.parametrize(("wanted", "held", "so"), CASES)
def test_comparing(wanted: Any, held: Any, so: bool) -> None:
    assert holds(wanted, held) is so
