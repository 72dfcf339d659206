"""The chart of a log: what Slack takes, whatever the numbers are, and what each kind of measure looks like."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.activities.logbook.brief_messages import LogBrief
from bot.activities.logbook.messages import HowItGoes, how_it_goes
from bot.domain.logbook import AgreedTarget, Entry, Log
from bot.domain.outbox import Message
from bot.domain.terms import Measure, MeasureKind, Target
from bot.messages.charts import line_chart, told_apart
from bot.messages.registry import Reader
from prompts.words import words_for
from sandbox.blocks.check import check_message_blocks
from tests.world import START, terms

WEEK = timedelta(days=7)
END = START + 10 * WEEK
TARGET = replace(terms().targets[0], baseline=Decimal(2), goal=Decimal(8), unit="pages", due_on=date(2027, 3, 22))
TIME = Measure(MeasureKind.TIME, seconds=60)


def log(target: Target, values: list[Any], *, each: timedelta = WEEK, more: tuple[AgreedTarget, ...] = ()) -> Log:
    entries = [Entry(START + (place + 1) * each, Decimal(value)) for place, value in enumerate(values)]
    return Log((AgreedTarget(target, START, END), *more), tuple(entries))


def message(found: Log, *, now: datetime = END, student: str = "", locale: str = "en-GB", **more: Any) -> Message:
    reader = Reader("U1", words_for(locale), "UTC", now)
    return how_it_goes(HowItGoes(1, 0), LogBrief(found, student, "UTC", **more), reader)


def chart(made: Message) -> dict[str, Any]:
    assert check_message_blocks(list(made.blocks)) == []
    (found,) = [block for block in made.blocks if block["type"] == "data_visualization"]
    return dict(found)


def drawn(made: Message) -> list[list[float]]:
    """The numbers, and the line."""
    return [[point["value"] for point in one["data"]] for one in chart(made)["chart"]["series"]]


def labels(made: Message) -> list[str]:
    found: list[str] = chart(made)["chart"]["axis_config"]["categories"]
    return found


def beside(made: Message) -> str:
    return str(chart(made)["chart"]["axis_config"]["y_label"])


def test_the_numbers_stand_beside_the_line_from_start_to_goal() -> None:
    made = message(log(TARGET, [3, 3, 5, 6, 6]))
    assert drawn(made) == [[2, 3, 3, 5, 6, 6], [2, 2.6, 3.2, 3.8, 4.4, 5]]
    assert labels(made)[:3] == ["Start", "18 January", "25 January"]
    assert chart(made)["chart"]["type"] == "line"


def test_a_target_that_goes_down_goes_down() -> None:
    numbers, line = drawn(message(log(replace(TARGET, baseline=Decimal(8), goal=Decimal(2)), [7, 5])))
    assert (numbers, line) == ([8, 7, 5], [8, 7.4, 6.8])


def test_one_number_is_a_chart_and_none_is_words() -> None:
    assert drawn(message(log(TARGET, [4])))[0] == [2, 4]
    none = message(log(TARGET, []))
    assert {block["type"] for block in none.blocks} == {"rich_text"}
    assert none.in_words is None


def test_equal_numbers() -> None:
    assert drawn(message(log(TARGET, [2, 2, 2])))[0] == [2, 2, 2, 2]


def test_numbers_far_apart() -> None:
    far = replace(TARGET, baseline=Decimal("0.01"), goal=Decimal(10**9))
    assert drawn(message(log(far, ["0.02", 10**9, -(10**9)])))[0] == [0.01, 0.02, 10**9, -(10**9)]


def test_of_two_hundred_numbers_twenty_points_keep_the_peak() -> None:
    values = [5] * 200
    values[77] = 40
    made = message(log(TARGET, values, each=timedelta(hours=8)))
    numbers, line = drawn(made)
    assert (len(numbers), len(line), max(numbers)) == (20, 20, 40)
    assert len(set(labels(made))) == 20
    assert (numbers[0], numbers[-1]) == (2, 5)


def test_times_are_drawn_in_minutes_and_said_in_minutes_and_seconds() -> None:
    run = replace(TARGET, baseline=Decimal(30), goal=Decimal(24), unit="minutes", measure=TIME)
    made = message(log(run, ["28.5", "27.25"]))
    assert drawn(made)[0] == [30, 28.5, 27.2]
    assert "28:30" in made.text
    assert "27:15" in made.text
    assert beside(made) == "minutes"
    hours = replace(run, baseline=Decimal(2), goal=Decimal("0.5"), unit="hours", measure=replace(TIME, seconds=3600))
    made = message(log(hours, ["1.5"]))
    assert drawn(made)[0] == [120, 90]
    assert "1:30" in made.text


def test_seconds_stay_seconds() -> None:
    sprint = replace(TARGET, baseline=Decimal(14), goal=Decimal(12), unit="seconds", measure=replace(TIME, seconds=1))
    made = message(log(sprint, ["13.4"]))
    assert (drawn(made)[0], beside(made)) == ([14, 13.4], "seconds")


def test_money() -> None:
    saved = Measure(MeasureKind.MONEY, currency="£")
    made = message(log(replace(TARGET, unit="£", goal=Decimal(50), measure=saved), ["12.5", 20]))
    assert drawn(made)[0] == [2, 12.5, 20]
    assert beside(made) == "£"
    assert "£12.50" in made.text


def test_shares() -> None:
    share = Measure(MeasureKind.SHARE, out_of=Decimal(10))
    made = message(log(replace(TARGET, unit="sentences out of 10", measure=share), [4]))
    assert (drawn(made)[0], beside(made)) == ([2, 4], "sentences out of 10")


def test_grades_climb_in_steps_and_the_axis_says_what_they_are() -> None:
    scale = Measure(MeasureKind.GRADE, scale=("F", "E", "D", "C", "B", "A"))
    grade = replace(TARGET, baseline=Decimal(1), goal=Decimal(4), unit="grade (F to A)", measure=scale)
    made = message(log(grade, [1, 2, 2, 3]))
    numbers, line = drawn(made)
    assert numbers == [1, 1, 2, 2, 3]
    assert line == [1, 1, 1, 1, 2]
    assert beside(made) == "F = 0, E = 1, D = 2, C = 3, B = 4, A = 5"
    assert made.text.count("D") >= 1


def test_a_long_scale_is_named_by_its_ends() -> None:
    names = tuple(f"Level {number}" for number in range(1, 10))
    scale = Measure(MeasureKind.GRADE, scale=names)
    made = message(log(replace(TARGET, baseline=Decimal(1), measure=scale), [2]))
    assert beside(made) == "Level 1 = 0 … Level 9 = 8"


def test_rates_have_a_bar_for_each_stretch_beside_their_goal() -> None:
    rate = replace(TARGET, unit="pages per week", measure=Measure(period="week"))
    made = message(log(rate, [9, 3, 8]))
    assert chart(made)["chart"]["type"] == "bar"
    assert drawn(made) == [[2, 9, 3, 8], [8, 8, 8, 8]]


def test_where_terms_changed_is_marked_and_the_line_turns() -> None:
    easier = AgreedTarget(replace(TARGET, goal=Decimal(6)), START + 2 * WEEK + timedelta(hours=1), END)
    made = message(log(TARGET, [3, 4, 4, 5], more=(easier,)))
    assert [label.startswith("◆") for label in labels(made)] == [False, False, False, True, False]
    assert drawn(made)[1] == [2, 2.6, 3.2, 4.2, 4.5]
    assert any("◆" in str(block) for block in made.blocks if block["type"] == "context")


def test_today_is_named() -> None:
    assert labels(message(log(TARGET, [3, 4]), now=START + 2 * WEEK + timedelta(hours=3)))[-1] == "Today"


def test_two_numbers_of_one_day_have_each_a_point() -> None:
    assert labels(message(log(TARGET, [3, 4], each=timedelta(hours=2)))) == ["Start", "11 January", "11 January (2)"]


def test_the_names_of_people_are_cut_and_differ_from_the_line() -> None:
    for name in ("Ana", "Maximiliana Konstantinopoulou-Smith", "Line to the goal"):
        names = [one["name"] for one in chart(message(log(TARGET, [3]), student=name))["chart"]["series"]]
        assert len(set(names)) == 2
        assert all(len(one) <= 20 for one in names)


def test_the_text_says_every_value_that_is_drawn() -> None:
    made = message(log(TARGET, [3, "4.5", 6]))
    heard = made.text.splitlines()[-3:]
    assert [line.split(": ", 1)[1].split(" (")[0] for line in heard] == ["3", "4.5", "6"]
    assert all("(" in line for line in heard)


def test_where_slack_takes_no_chart_the_same_is_said_in_words() -> None:
    made = message(log(TARGET, [3, 4, 5, 6, 3, 4, 5, 6]))
    assert made.in_words is not None
    assert made.in_words == message(log(TARGET, [3, 4, 5, 6, 3, 4, 5, 6]), charts=False)
    assert "data_visualization" not in str(made.in_words.blocks)
    assert made.in_words.text == made.text
    listed = made.in_words.blocks[1]["elements"][0]["elements"]
    assert len(listed) == 8


@pytest.mark.parametrize("locale", ["en-GB", "en-US", "es-ES", "es-MX"])
def test_in_each_language_labels_fit(locale: str) -> None:
    made = message(log(TARGET, list(range(2, 30)), each=timedelta(days=13)), locale=locale, now=END + 40 * WEEK)
    assert all(0 < len(label) <= 20 for label in labels(made))


whole = st.integers(-(10**9), 10**9)
fine = st.decimals(-(10**6), 10**6, places=4, allow_nan=False, allow_infinity=False)
MEASURES = [
    Measure(),
    TIME,
    Measure(MeasureKind.MONEY, currency="€"),
    Measure(MeasureKind.SHARE, out_of=Decimal(10)),
    Measure(MeasureKind.GRADE, scale=("D", "C", "B", "A")),
    Measure(period="week"),
    replace(TIME, period="day"),
]


@given(
    st.lists(whole | fine, min_size=1, max_size=220),
    whole,
    whole,
    st.sampled_from(MEASURES),
    st.text(max_size=80),
    st.integers(1, 400),
)
def test_whatever_the_numbers_are_slack_takes_the_chart(
    values: list[Any], start: int, goal: int, measure: Measure, unit: str, hours: int
) -> None:
    target = replace(TARGET, baseline=Decimal(start), goal=Decimal(goal + (goal == start)), measure=measure, unit=unit)
    made = message(log(target, values, each=timedelta(hours=hours)), student=unit)
    assert len(drawn(made)[0]) == min(len(values) + 1, 20)


@given(st.lists(st.text(max_size=30), max_size=20))
def test_labels_are_told_apart(names: list[str]) -> None:
    found = told_apart(names)
    assert len(set(found)) == len(names)
    assert all(0 < len(name) <= 20 for name in found)


def test_a_series_with_a_gap_is_refused_where_it_is_made() -> None:
    with pytest.raises(ValueError, match="shorter"):
        line_chart("Pages", ["a", "b"], [("You", [Decimal(1)])], "")
