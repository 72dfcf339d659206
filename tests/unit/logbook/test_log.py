"""The log of a target: what was said of it, in the order of time, beside the line from start to goal."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.check_ins import CheckIn, CheckInState, Reply
from bot.domain.evidence import Piece, PieceState
from bot.domain.logbook import AgreedTarget, Log, log_of
from bot.domain.terms import Measure, MeasureKind
from bot.domain.thinning import LinePoint, thinned
from tests.world import START, WORKSPACE, terms

WEEK = timedelta(days=7)
TARGET = terms().targets[0]  # from 2 to 8
END = START + 6 * WEEK
AGREED = AgreedTarget(TARGET, START, END)
GRADE = replace(TARGET, measure=Measure(MeasureKind.GRADE, scale=("D", "C", "B", "A")), unit="grade (D to A)")
RATE = replace(TARGET, measure=Measure(period="week"), unit="pages per week")


def day(moment: datetime) -> date:
    return moment.astimezone(UTC).date()


def check_in(number: int, state: CheckInState = CheckInState.ANSWERED) -> CheckIn:
    at = START + number * WEEK
    return CheckIn(WORKSPACE, 1, "U1", number, at, None, state, at + timedelta(hours=1), id=number)


def reply(number: int, value: int | None, **more: Any) -> Reply:
    said = None if value is None else Decimal(value)
    return Reply(WORKSPACE, number, 1, 0, said, START + number * WEEK, **more)


def piece(at: datetime, **more: Any) -> Piece:
    found = Piece(WORKSPACE, 1, "U1", 0, "1.1", "F1", "notes.jpg", "", at, PieceState.KEPT)
    return replace(found, **more)


def log(values: dict[int, int | None], *agreed: AgreedTarget, **more: Any) -> Log:
    check_ins = [check_in(number) for number in values]
    replies = [reply(number, value) for number, value in values.items()]
    pieces = more.get("pieces", ())
    return log_of(agreed or (AGREED,), 0, check_ins, replies, pieces, day)


def values(found: Log) -> list[Decimal]:
    return [mark.value for mark in found.marks]


def test_a_step_goes_from_number_to_number_where_practice_was_told() -> None:
    check_ins = [check_in(number) for number in range(1, 6)]
    said = [reply(1, 5, practised=2), reply(2, None, practised=1), reply(3, 5, practised=0), reply(4, 8)]
    found = log_of((AGREED,), 0, check_ins, [*said, reply(5, 2, practised=1)], (), day)
    assert found.steps == ((0.5, 2), (0.0, 0), (-1.0, 1))


def test_a_rate_has_no_steps() -> None:
    said = [reply(number, 5, practised=1) for number in (1, 2)]
    agreed = AgreedTarget(RATE, START, END)
    assert log_of((agreed,), 0, [check_in(1), check_in(2)], said, (), day).steps == ()


def test_the_start_is_the_first_of_the_numbers() -> None:
    found = log({1: 3, 2: 5})
    assert values(found) == [2, 3, 5]
    assert found.marks[0].at == START
    assert found.newest == found.marks[-1]
    assert log({}).newest is None


def test_only_what_was_answered_stands_in_it() -> None:
    states = [CheckInState.EXCUSED, CheckInState.DROPPED, CheckInState.MISSED, CheckInState.PROMPTED]
    others = [check_in(number, state) for number, state in enumerate(states, 2)]
    replies = [reply(1, 4), *(reply(other.number, 9) for other in others)]
    assert values(log_of([AGREED], 0, [check_in(1), *others], replies, (), day)) == [2, 4]


def test_what_was_said_beside_the_number() -> None:
    replies = [
        reply(1, None, typed={"1.1": "reading aloud helped"}, practised=2),
        reply(2, None),
        replace(reply(1, 7), target=1),
    ]
    (entry,) = log_of([AGREED], 0, [check_in(1), check_in(2)], replies, (), day).entries
    assert (entry.value, entry.note, entry.practised) == (None, "reading aloud helped", 2)


def test_a_number_that_waits_for_a_yes_is_none() -> None:
    asked_about = reply(1, None, typed={"1.1": "about 7"}).asked_about(Decimal(7), "1.1")
    found = log_of([AGREED], 0, [check_in(1)], [asked_about], (), day)
    assert values(found) == [2]


def test_what_was_shown_stands_with_what_was_said_that_day_or_by_itself() -> None:
    then = START + WEEK
    shown = [
        piece(then + timedelta(hours=3), id=1),
        piece(then + timedelta(days=2), id=2),
        piece(then, id=3, state=PieceState.TAKEN_BACK),
        piece(then, id=4, state=PieceState.COMING),
        piece(then, id=5, target=1),
        piece(then, id=6, target=None),
    ]
    found = log({1: 3, 2: 4}, pieces=shown)
    assert [[p.id for p in entry.pieces] for entry in found.entries] == [[1], [2], []]
    assert [entry.value for entry in found.entries] == [3, None, 4]


def test_the_line_goes_straight_from_start_to_goal_and_stays_there() -> None:
    found = log({})
    at = [START - WEEK, START, START + 3 * WEEK, END, END + WEEK]
    assert [found.line_at(moment) for moment in at] == [2, 2, 5, 8, 8]


def test_a_target_that_goes_down_goes_down() -> None:
    down = replace(AGREED, target=replace(TARGET, baseline=Decimal(8), goal=Decimal(2)))
    assert [log({}, down).line_at(START + n * WEEK) for n in (0, 3, 6)] == [8, 5, 2]


def test_the_line_of_a_grade_climbs_in_steps_either_way() -> None:
    up = replace(AGREED, target=replace(GRADE, baseline=Decimal(0), goal=Decimal(3)))
    down = replace(AGREED, target=replace(GRADE, baseline=Decimal(3), goal=Decimal(0)))
    weeks = [START + n * WEEK for n in range(7)]
    assert [log({}, up).line_at(at) for at in weeks] == [0, 0, 1, 1, 2, 2, 3]
    assert [log({}, down).line_at(at) for at in weeks] == [3, 3, 2, 2, 1, 1, 0]


def test_that_of_a_rate_stands_at_its_goal() -> None:
    found = log({}, replace(AGREED, target=RATE))
    assert {found.line_at(START + n * WEEK) for n in range(7)} == {8}


def test_after_a_change_the_line_goes_on_from_the_number_of_then() -> None:
    changed = AgreedTarget(replace(TARGET, goal=Decimal(6)), START + 3 * WEEK, END)
    found = log({1: 3, 2: 4, 4: 5}, AGREED, changed)
    assert found.changed_at == (START + 3 * WEEK,)
    assert found.line_at(START + 2 * WEEK) == 4
    assert found.line_at(START + 3 * WEEK) == 4
    assert found.line_at(END) == 6
    assert values(found) == [2, 3, 4, 5]


def test_a_change_before_any_number_goes_on_from_the_start() -> None:
    changed = AgreedTarget(replace(TARGET, goal=Decimal(6)), START + 3 * WEEK, END)
    assert log({}, AGREED, changed).line_at(START + 3 * WEEK) == 2


def test_a_version_that_changed_nothing_of_the_line_is_no_change() -> None:
    other_words = AgreedTarget(replace(TARGET, strategies="Read to my sister"), START + WEEK, END)
    found = log({1: 3}, AGREED, other_words)
    assert found.changed_at == ()
    assert found.target.strategies == "Read to my sister"


def test_numbers_of_something_else_are_not_compared() -> None:
    pages = AgreedTarget(replace(TARGET, unit="pages", baseline=Decimal(10), goal=Decimal(40)), START + 2 * WEEK, END)
    found = log({1: 3, 3: 20}, AGREED, pages)
    assert values(found) == [10, 20]
    assert len(found.entries) == 1


@pytest.mark.parametrize(("way", "said"), [(6, "3.2"), (60, "32"), (6000, "3200"), (Decimal("0.4"), "0.21")])
def test_the_line_is_said_no_finer_than_anybody_needs(way: Decimal, said: str) -> None:
    straight = replace(AGREED, target=replace(TARGET, baseline=Decimal(0), goal=Decimal(way)))
    assert log({}, straight).line_about(START + 3.17 * WEEK) == Decimal(said)


numbers = st.integers(min_value=-(10**9), max_value=10**9)


@given(st.lists(numbers, min_size=0, max_size=250), st.integers(min_value=3, max_value=40))
def test_of_many_points_the_first_and_the_last_stay(heights: list[int], most: int) -> None:
    spots = [LinePoint(float(x), float(y)) for x, y in enumerate(heights)]
    kept = thinned(spots, most)
    assert kept == sorted(set(kept))
    assert len(kept) == min(len(spots), most)
    if spots:
        assert (kept[0], kept[-1]) == (0, len(spots) - 1)


@given(st.integers(min_value=21, max_value=250), st.data())
def test_one_peak_among_many_stays(count: int, data: st.DataObject) -> None:
    place = data.draw(st.integers(min_value=1, max_value=count - 2))
    spots = [LinePoint(float(x), 9.0 if x == place else 1.0) for x in range(count)]
    assert place in thinned(spots, 20)


def test_what_lies_on_a_straight_line_goes_before_a_turn() -> None:
    turn = [LinePoint(float(x), float(abs(x - 100))) for x in range(201)]
    assert 100 in thinned(turn, 5)


def test_less_than_three_can_keep_no_shape() -> None:
    with pytest.raises(ValueError, match="at least 3"):
        thinned([LinePoint(0, 0)], 2)
