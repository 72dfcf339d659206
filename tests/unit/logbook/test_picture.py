"""The line of a target, drawn: everything where it belongs, and said in words."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.activities.logbook.picture import ALT_MOST, LABELLED_MOST, POINTS_MOST, alt_of, digest_of, picture_of
from bot.documents.picture import Picture, Spot
from bot.documents.press import png
from tests.unit.logbook.pictured import ALL, EASIER, GRADE, OPENINGS, RATE, TIME, WEEK, brief, reader
from tests.world import START

KINDS = pytest.mark.parametrize("name", list(ALL))
PNG = b"\x89PNG"


def drawn(name: str) -> Picture:
    return picture_of(ALL[name], reader(weeks=200 if name == "many" else 5.3))


def labels(spots: tuple[Spot, ...]) -> list[str]:
    return [spot.label for spot in spots]


@KINDS
def test_each_kind_is_drawn(name: str) -> None:
    assert png(drawn(name)).startswith(PNG)


@given(
    st.lists(st.decimals(-1000, 1000, places=2), min_size=1, max_size=80),
    st.sampled_from([OPENINGS, TIME, GRADE, RATE]),
    st.floats(0, 400),
)
def test_everything_stands_within_the_picture(values: list[Decimal], kind: object, weeks: float) -> None:
    assert isinstance(kind, type(OPENINGS))
    if kind is GRADE:
        values = [Decimal(int(abs(value)) % 5) for value in values]
    made = picture_of(brief(kind, *map(str, values)), reader(weeks=weeks))
    spots = [*made.numbers, *made.rungs, *made.days, made.today, *(spot for piece in made.line for spot in piece)]
    assert all(0 <= spot.across <= 1 and 0 <= spot.up <= 1 for spot in spots)
    assert all(0 <= across <= 1 for across in made.changes)
    assert len(made.numbers) <= POINTS_MOST
    assert len(made.alt) <= ALT_MOST


def test_numbers_lie_where_their_days_are() -> None:
    """Slack's own chart knows no gap: here a week without a number is as wide as any other."""
    first, second, *_, last = drawn("down").numbers
    assert (first.across, round(second.across * 8)) == (0, 1)
    assert round(last.across * 8) == 5
    assert labels(drawn("down").numbers) == ["32", "31:30", "30", "28:15", "27"]


def test_the_line_goes_down_where_the_goal_is_below() -> None:
    (piece,) = drawn("down").line
    assert piece[0].up > piece[-1].up
    assert drawn("down").numbers[0].up == piece[0].up


def test_after_a_change_the_line_goes_on_from_the_number_then() -> None:
    made = drawn("changed")
    before, after = made.line
    assert made.changes == (after[0].across,)
    assert after[0].up == made.numbers[2].up
    assert before[-1].across <= after[0].across
    assert [name.sign for name in made.names] == ["numbers", "line", "change"]
    assert [name.sign for name in drawn("up").names] == ["numbers", "line"]


def test_a_rate_has_bars_from_nothing_and_no_start() -> None:
    made = drawn("rate")
    assert made.bars
    assert labels(made.numbers) == ["8", "12", "0", "21", "18"]
    assert made.numbers[2].up == 0
    assert len({spot.up for spot in made.line[0]}) == 1


def test_a_grade_has_its_names_at_the_side() -> None:
    assert labels(drawn("grade").rungs) == ["D", "C", "B"]


def test_rungs_do_not_stand_on_each_other() -> None:
    assert labels(drawn("far").rungs) == ["2"]


def test_of_many_numbers_few_are_written_out() -> None:
    written = [label for label in labels(drawn("many").numbers) if label]
    assert 0 < len(written) <= LABELLED_MOST


def test_the_words_say_every_number_with_its_day() -> None:
    alt = alt_of(ALL["up"], reader(weeks=5.3))
    assert OPENINGS.statement in alt
    for day, value in (("18 January", "3"), ("8 February", "6"), ("15 February", "5")):
        assert f"{day}: {value} (" in alt
    assert "changed" in alt_of(ALL["changed"], reader(weeks=5.3))


def test_of_too_many_for_slack_the_newest_are_said() -> None:
    alt = alt_of(ALL["many"], reader(weeks=200))
    assert len(alt) <= ALT_MOST
    assert alt.splitlines()[-1].split(": ")[1].startswith(str(2 + 199 % 5 + 199 // 40))


def test_another_day_is_the_same_picture_and_another_number_is_not() -> None:
    same = brief(OPENINGS, "3", "4")
    assert digest_of(same.log) == digest_of(brief(OPENINGS, "3", "4").log)
    others = [
        brief(OPENINGS, "3", "5"),
        brief(OPENINGS, "3"),
        brief(OPENINGS, "3", "4", changed=(1, EASIER)),
        brief(replace(OPENINGS, statement="Other words"), "3", "4"),
        brief(OPENINGS, "3", "4", weeks=9),
    ]
    assert len({digest_of(one.log) for one in [same, *others]}) == 6


def test_long_words_and_other_scripts_are_drawn() -> None:
    for statement in ("w" * 300, "أقرأ عشر صفحات كل يوم", "漢字を十個 😀", "#panic() $x$"):
        assert png(picture_of(brief(replace(OPENINGS, statement=statement), "3"), reader())).startswith(PNG)


def test_the_day_it_was_made_is_named_in_it() -> None:
    made = picture_of(ALL["up"], reader("es", weeks=5))
    assert made.today.label == "15 de febrero"
    assert made.today.across == round(5 * WEEK / (8 * WEEK), 4)
    assert START + timedelta(weeks=5) < START + 8 * WEEK
