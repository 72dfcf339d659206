"""What stands on a desk and in which order, as rules: without a database, a clock and a language."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.activities.home.desk_messages import NAME_MOST, Where, where_of
from bot.domain.actor import Refusal
from bot.domain.check_ins import CheckInState
from bot.domain.contract import Status
from bot.domain.desk import (
    LOOKED_AT,
    NO_WORD,
    READ_WITHIN,
    UNANSWERED,
    UNTOUCHED,
    WORD,
    Course,
    DeskCheckIn,
    Learner,
    Need,
    Only,
    Standing,
    Waiting,
    Want,
    by_need,
    counts_of,
    course_of,
    decision_on,
    oldest_first,
    page_of,
    shown_by,
    standing_of,
    unread_of,
)

NOW = datetime(2027, 2, 1, 8, 0, tzinfo=UTC)
DAY = timedelta(days=1)
ANA = Learner("UANA", "Ana", 1, NOW - 40 * DAY)
RUNNING = replace(ANA, contract=7, status=Status.ACTIVE, version=1, agreed=True, moved_at=NOW - 2 * DAY)

moments = st.integers(0, 2000).map(lambda hours: NOW - timedelta(hours=hours))
states = st.sampled_from([state for state in CheckInState if state is not CheckInState.PLANNED])


def asked(number: int, state: CheckInState, at: datetime, replied: datetime | None = None) -> DeskCheckIn:
    answered = at if state is CheckInState.ANSWERED else None
    missed = at if state is CheckInState.MISSED else None
    return DeskCheckIn(7, number, at, state, answered, missed, f"{at:%Y-%m-%d}", number, replied)


logs = st.lists(st.tuples(states, moments, st.none() | moments), max_size=LOOKED_AT).map(
    lambda drawn: [asked(number, *one) for number, one in enumerate(drawn, 1)]
)


def stands(learner: Learner, log: list[DeskCheckIn] | None = None, *, behind: bool = False) -> Standing:
    return standing_of(learner, course_of(log or []), behind=behind, now=NOW)


# Pages.


@given(st.lists(st.integers(), max_size=70), st.integers(1, 20))
def test_pages_hold_each_item_once_and_in_order(items: list[int], size: int) -> None:
    pages = [page_of(items, number, size) for number in range(page_of(items, 0, size).count)]
    assert [one for page in pages for one in page.items] == items
    assert all(len(page.items) == size for page in pages[:-1])


@given(st.lists(st.integers(), max_size=70), st.integers(-5, 10**18))
def test_a_page_past_the_end_is_the_last_one(items: list[int], number: int) -> None:
    page = page_of(items, number)
    assert 0 <= page.number < page.count
    assert bool(page.items) is bool(items)


@given(
    st.builds(Where, st.integers(1, 10**12), st.integers(0, 999), st.sampled_from(Only), st.text(max_size=NAME_MOST))
)
def test_what_a_button_says_of_a_page_is_read_back(where: Where) -> None:
    try:
        where.name.encode()
    except UnicodeEncodeError:  # half a character: nothing that anybody types
        return
    assert where_of(where.text) == where
    assert where.text.isascii()


@pytest.mark.parametrize("text", ["", "1", "1:2", "x:0:all:", "1:-1:all:", "1:0:everything:", "1:0", "²:0:all:", ":::"])
def test_what_no_button_says_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        where_of(text)


# What waits.


waits = st.builds(
    Waiting,
    st.sampled_from(Want),
    st.integers(1, 12),
    st.sampled_from(["UA", "UB", ""]),
    moments,
    st.integers(0, 30),
)


@given(st.lists(waits))
def test_what_waits_longest_comes_first_whatever_came_first(found: list[Waiting]) -> None:
    ordered = oldest_first(found)
    assert sorted(map(repr, ordered)) == sorted(map(repr, found))
    assert [one.since for one in ordered] == sorted(one.since for one in found)
    if len({(one.want, one.classroom, one.since, one.ref, one.student) for one in found}) == len(found):
        assert oldest_first(reversed(found)) == ordered


@pytest.mark.parametrize(
    ("status", "moved", "by_student", "want"),
    [
        (Status.DRAFTING, "redirected", True, None),
        (Status.PROPOSED, "submitted", True, Want.PROPOSAL),
        (Status.PROPOSED, "countered", True, Want.PROPOSAL),
        (Status.PROPOSED, "answered", True, Want.ANSWER),
        (Status.QUESTIONED, "asked", True, None),
        (Status.AMENDED, "amended", False, None),
        (Status.AMENDED, "wondered", False, Want.QUESTION),
        (Status.AMENDED, "explained", False, None),
        (Status.ACTIVE, "approved", True, None),
        (Status.RENEGOTIATING, "proposed-change", True, Want.CHANGE),
        (Status.RENEGOTIATING, "proposed-change", False, None),
        (Status.REASSESSING, "ended", True, Want.LOOK_BACK),
        (None, "", True, None),
    ],
)
def test_a_contract_waits_for_its_teacher_where_it_is_her_turn(
    status: Status | None, moved: str, by_student: bool, want: Want | None
) -> None:
    learner = replace(RUNNING, status=status, moved=moved, by_student=by_student)
    found = decision_on(learner)
    assert (found.want if found else None) is want
    assert found is None or (found.since, found.ref, found.student) == (learner.moved_at, 7, "UANA")
    assert decision_on(replace(learner, here=False, looked_back=True)) is None


def test_answers_of_one_day_wait_as_one_until_each_has_a_reply() -> None:
    log = [asked(number, CheckInState.ANSWERED, NOW - DAY) for number in (1, 2, 3)]
    (one,) = unread_of(log, {7: 1}, NOW)
    assert (one.want, one.number, one.since, one.student) == (Want.CHECK_IN, 3, NOW - DAY, "")
    replied = [one._replace(replied_at=NOW) for one in log]
    assert unread_of(replied, {7: 1}, NOW) == []
    assert unread_of(log, {}, NOW) == []  # none of them are the reader's to read
    assert unread_of(log, {7: 1}, NOW + READ_WITHIN) == []


# Who may need a word.


@given(logs)
def test_why_a_check_in_was_left_out_changes_nothing(log: list[DeskCheckIn]) -> None:
    """A check-in is set aside where its student is not well: nobody sees that from here."""
    dropped = [one._replace(state=CheckInState.DROPPED) if one.state is CheckInState.EXCUSED else one for one in log]
    assert stands(RUNNING, log) == stands(RUNNING, dropped)
    assert unread_of(log, {7: 1}, NOW) == unread_of(dropped, {7: 1}, NOW)


@given(logs)
def test_what_was_left_out_makes_nobody_silent(log: list[DeskCheckIn]) -> None:
    without = [one for one in log if one.state not in (CheckInState.EXCUSED, CheckInState.DROPPED)]
    found = stands(RUNNING, log)
    assert (found.need, found.since, found.course.missed) == (
        stands(RUNNING, without).need,
        stands(RUNNING, without).since,
        course_of(without).missed,
    )


def test_an_answer_ends_the_count_of_what_was_missed() -> None:
    missed, answered = CheckInState.MISSED, CheckInState.ANSWERED
    log = [asked(n, state, NOW - (9 - n) * DAY) for n, state in enumerate([missed, answered, missed, missed], 1)]
    course = course_of(log)
    assert (course.missed, course.missed_since, course.answered_at) == (2, NOW - 6 * DAY, NOW - 7 * DAY)
    assert course_of([*log, asked(5, answered, NOW)]).missed == 0
    assert stands(RUNNING, log).need is Need.MISSED


@pytest.mark.parametrize(
    ("learner", "need"),
    [
        (ANA, Need.NOT_BEGUN),
        (replace(ANA, finished=True), Need.DONE),
        (replace(RUNNING, status=Status.DRAFTING, moved_at=NOW - UNTOUCHED), Need.DRAFT),
        (replace(RUNNING, status=Status.DRAFTING, moved_at=NOW - UNTOUCHED, touched_at=NOW), Need.NONE),
        (replace(RUNNING, status=Status.QUESTIONED, moved_at=NOW - UNANSWERED), Need.SILENT),
        (replace(RUNNING, status=Status.QUESTIONED, moved_at=NOW), Need.NONE),
        (replace(RUNNING, status=Status.AMENDED, moved_at=NOW - UNANSWERED, moved="amended"), Need.SILENT),
        (replace(RUNNING, status=Status.AMENDED, moved_at=NOW - UNANSWERED, moved="wondered"), Need.NONE),
        (replace(RUNNING, status=Status.PROPOSED, moved_at=NOW - 60 * DAY), Need.NONE),
        (replace(RUNNING, moved_at=NOW - NO_WORD), Need.UNHEARD),
        (replace(RUNNING, moved_at=NOW - NO_WORD, heard_at=NOW - DAY), Need.NONE),
        (replace(RUNNING, here=False), Need.AWAY),
    ],
)
def test_who_may_need_a_word(learner: Learner, need: Need) -> None:
    assert stands(learner).need is need


def test_a_reply_to_a_check_in_is_a_word_too() -> None:
    unheard = replace(RUNNING, moved_at=NOW - 2 * NO_WORD)
    log = [asked(1, CheckInState.ANSWERED, NOW - NO_WORD, NOW - 2 * DAY)]
    assert [stands(unheard).need, stands(unheard, log).need] == [Need.UNHEARD, Need.NONE]


def test_nobody_is_said_to_be_unheard_for_longer_than_is_looked_at() -> None:
    unheard = replace(RUNNING, moved_at=NOW - 2 * NO_WORD)
    daily = [asked(n, CheckInState.ANSWERED, NOW - (LOOKED_AT - n) * DAY) for n in range(1, LOOKED_AT + 1)]
    weekly = [asked(n, CheckInState.ANSWERED, NOW - 7 * (LOOKED_AT - n) * DAY) for n in range(1, LOOKED_AT + 1)]
    assert [stands(unheard, log).need for log in (daily, weekly, daily[1:])] == [Need.NONE, Need.UNHEARD, Need.UNHEARD]


def test_behind_is_shown_of_what_runs_alone() -> None:
    assert stands(RUNNING, behind=True).need is Need.BEHIND
    ended = replace(RUNNING, status=Status.REASSESSING)
    assert (stands(ended, behind=True).behind, stands(ended, behind=True).need) == (False, Need.NONE)


def of_all_kinds() -> list[Standing]:
    needs = list(Need)
    return [
        Standing(replace(ANA, user=f"U{n}", name=f"Kim {n}"), Course(), need is Need.BEHIND, need, NOW - n * DAY)
        for n, need in enumerate(reversed(needs * 2))
    ]


def test_who_needs_a_word_most_comes_first_and_since_longest() -> None:
    ordered = by_need(of_all_kinds())
    assert [one.need for one in ordered] == [need for need in Need for _ in range(2)]
    missed = [one.since for one in ordered if one.need is Need.MISSED]
    assert missed == sorted(missed)  # type: ignore[type-var]


def test_the_list_shows_those_who_were_asked_for() -> None:
    everybody = by_need(of_all_kinds())
    assert shown_by(everybody, Only.ALL) == everybody
    assert {one.need for one in shown_by(everybody, Only.WORD)} == WORD
    assert {one.need for one in shown_by(everybody, Only.BEHIND)} == {Need.BEHIND}
    assert {one.need for one in shown_by(everybody, Only.DONE)} == {Need.DONE}
    assert shown_by(everybody, Only.ALL, "nobody is called that") == []


@pytest.mark.parametrize("typed", ["jose", "José", " JOSE ", "maria", "josé  maría"])
def test_a_name_is_found_as_one_would_type_it(typed: str) -> None:
    found = stands(replace(ANA, name="José María Núñez"))
    assert shown_by([found], Only.ALL, typed) == [found]


def test_the_counts_on_top() -> None:
    counts = counts_of([Waiting(Want.TALK, 1, "UANA", NOW, 1)] * 3, of_all_kinds())
    assert (counts.waiting, counts.stuck, counts.unanswering, counts.not_begun) == (3, 4, 4, 2)
