"""Time zones as people write them."""

from contextlib import suppress
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.actor import Refusal
from bot.language.typed import zone_named


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("europe/london", "Europe/London"),
        ("  EUROPE/Vienna ", "Europe/Vienna"),
        ("America/New York", "America/New_York"),
        ("vienna", "Europe/Vienna"),
        ("utc", "UTC"),
    ],
)
def test_a_zone_is_read_in_any_case_and_by_its_city(typed: str, zone: str) -> None:
    assert zone_named(typed) == zone


@given(st.sampled_from(sorted(available_timezones())), st.sampled_from([str.lower, str.upper, str.title]))
def test_every_zone_is_found_by_its_name(name: str, written: object) -> None:
    assert zone_named(written(name)) == name  # type: ignore[operator]


@pytest.mark.parametrize(
    ("typed", "near"), [("Europe/Viena", "Europe/Vienna"), ("america/new_yrok", "America/New_York")]
)
def test_a_slip_is_answered_with_the_nearest_name(typed: str, near: str) -> None:
    with pytest.raises(Refusal) as refused:
        zone_named(typed)
    assert (refused.value.key, refused.value.field) == ("unknown-zone-near", "timezone")
    assert refused.value.args_for_copy == {"zone": near}


@given(st.text())
def test_anything_else_is_refused_and_nothing_is_made_up(typed: str) -> None:
    found = ""
    with suppress(Refusal):
        found = zone_named(typed)
    assert found in {"", *available_timezones()}
