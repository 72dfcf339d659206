"""The form with which a side rewrites the terms, read field by field."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.domain.actor import Refusal, Side
from bot.domain.grading import SELF_PARTS, WEIGHTS
from bot.domain.seen import seen
from bot.domain.terms import Assessor, Criterion, EvidenceForm, Target, Terms, number_text
from bot.language.agreement import check_agrees
from bot.language.terms_typed import Filled, Setting, place, read_terms
from bot.messages.days import day
from tests.unit.contract.forms import FRAME, WORDS, as_shown, read, setting
from tests.unit.contract.samples import TERMS


def texts(most: int, least: int = 0) -> st.SearchStrategy[str]:
    """What may come in."""
    return st.text(min_size=least, max_size=most).map(seen)


line = texts(300, 1).filter(lambda s: s.strip() != "" and s == s.strip().lstrip("-•").strip())
one_line = line.filter(lambda s: len(s.splitlines()) == 1)
numbers = st.decimals(min_value=-(10**6), max_value=10**6, places=4)
days_to_come = st.dates(min_value=date(2027, 1, 12), max_value=date(2027, 6, 25))


@st.composite
def criteria(draw: st.DrawFn) -> tuple[Criterion, ...]:
    """The student's, and the teachers' that say something else."""
    first, *others = draw(st.lists(one_line, min_size=1, max_size=4, unique=True))
    return Criterion(first, Side.STUDENT), *(Criterion(text, Side.TEACHER) for text in others)


def agrees(target: Target) -> bool:
    """Nobody could have written one whose sentence says another number or day than its fields."""
    try:
        check_agrees(target)
    except Refusal:
        return False
    return True


@st.composite
def some_terms(draw: st.DrawFn) -> Terms:
    ends_on = draw(st.dates(min_value=date(2027, 2, 1), max_value=date(2027, 6, 25)))
    targets = tuple(
        Target(
            statement=draw(line),
            baseline=draw(numbers),
            goal=draw(numbers),
            unit=draw(texts(60)),
            due_on=draw(st.dates(min_value=date(2026, 9, 1), max_value=ends_on)),
            evidence=draw(st.sampled_from(EvidenceForm)),
            evidence_words=draw(texts(1200)),
            strategies=draw(texts(1200)),
            obstacle=draw(texts(1200)),
            fallback=draw(texts(1200)),
            criteria=draw(criteria()),
            assessed_by=tuple(one for one in Assessor if draw(st.booleans())),
            weight=draw(st.sampled_from(WEIGHTS)),
        )
        for _ in range(draw(st.integers(min_value=1, max_value=3)))
    )
    targets = tuple(t if t.goal != t.baseline else replace(t, goal=t.baseline + 1) for t in targets)
    assume(all(agrees(target) for target in targets))
    return replace(
        TERMS,
        targets=targets,
        supports=draw(texts(1200)),
        commitments=draw(texts(1200)),
        ends_on=ends_on,
        self_part=draw(st.sampled_from((None, *SELF_PARTS))),
    )


def without_margins(terms: Terms) -> Terms:
    """Slack gives back a text that is nothing but space as no text."""
    targets = (
        replace(
            t,
            unit=t.unit if t.unit.strip() else "",
            strategies=t.strategies if t.strategies.strip() else "",
            evidence_words=t.evidence_words if t.evidence_words.strip() else "",
            obstacle=t.obstacle if t.obstacle.strip() else "",
            fallback=t.fallback if t.fallback.strip() else "",
            criteria=tuple(dict.fromkeys(t.criteria)),
        )
        for t in terms.targets
    )
    return replace(
        terms,
        targets=tuple(targets),
        supports=terms.supports if terms.supports.strip() else "",
        commitments=terms.commitments if terms.commitments.strip() else "",
    )


@given(some_terms())
def test_an_untouched_form_gives_back_what_it_showed(before: Terms) -> None:
    before = without_margins(before)
    assert read_terms(as_shown(before, Side.TEACHER), setting(before)) == before


@given(days_to_come)
def test_every_date_reads_back_as_it_is_shown(when: date) -> None:
    terms = replace(TERMS, ends_on=date(2027, 6, 25))
    assert read(before=terms, t0_due_on=day(when, WORDS)).targets[0].due_on == when


@given(numbers.filter(lambda n: n >= 0 and n != TERMS.targets[0].baseline))
def test_every_number_reads_back_as_it_is_shown(value: Decimal) -> None:
    assert read(t0_goal=number_text(value)).targets[0].goal == value


def test_a_number_below_zero_is_one_of_per_cent_alone() -> None:
    assert read(t0_goal="-2", t0_unit="percent").targets[0].goal == Decimal(-2)
    with pytest.raises(Refusal, match="number-below-zero"):
        read(t0_goal="-2")


@pytest.mark.parametrize(
    ("typed", "value"), [("1,5", "1.5"), ("14/20", "14"), ("about 70 %", "70"), (" 3 ", "3"), ("a dozen", "12")]
)
def test_numbers_as_people_type_them(typed: str, value: str) -> None:
    assert read(t0_goal=typed).targets[0].goal == Decimal(value)


@pytest.mark.parametrize(
    ("typed", "when"),
    [("in three weeks", date(2027, 2, 1)), ("12 February", date(2027, 2, 12)), ("2027-02-12", date(2027, 2, 12))],
)
def test_dates_as_people_type_them(typed: str, when: date) -> None:
    assert read(t0_due_on=typed).targets[0].due_on == when


WRONG: list[tuple[dict[str, str], str]] = [
    ({"t0_statement": ""}, "empty"),
    ({"t0_statement": "x" * 1001}, "too-long"),
    ({"t0_statement": "🎉🎉"}, "no-words"),
    ({"t0_goal": ""}, "empty"),
    ({"t0_goal": "many"}, "no-number"),
    ({"t0_goal": "3 or 4"}, "one-number"),
    ({"t0_goal": "2"}, "goal-is-baseline"),
    ({"t0_goal": "99999999999"}, "number-too-big"),
    ({"t0_baseline": "some"}, "no-number"),
    ({"t0_unit": "x" * 61}, "too-long"),
    ({"t0_unit": ""}, "empty"),
    ({"t0_due_on": "31 February"}, "no-such-date"),
    ({"t0_due_on": "soon"}, "no-date"),
    ({"t0_due_on": "1 January 2027"}, "date-in-the-past"),
    ({"t0_due_on": "20 March 2027"}, "target-after-the-end"),
    ({"t0_strategies": "x" * 1001}, "too-long"),
    ({"t0_evidence_words": "x" * 1001}, "too-long"),
    ({"t0_evidence_words": "🎉🎉"}, "no-words"),
    ({"t0_obstacle": "x" * 1001}, "too-long"),
    ({"t0_fallback": "🎉🎉"}, "no-words"),
    ({"t0_teacher_criteria": "a\nb\nc\nd\ne\nf"}, "too-many-criteria"),
    ({"t0_teacher_criteria": "x" * 301}, "too-long"),
    ({"ends_on": "31 February"}, "no-such-date"),
    ({"ends_on": "4 January 2027"}, "date-in-the-past"),
    ({"ends_on": "1 September 2027"}, "after-the-term"),
    ({"supports": "x" * 1001}, "too-long"),
    ({"commitments": "x" * 1001}, "too-long"),
]


@pytest.mark.parametrize(("typed", "key"), WRONG)
def test_what_can_not_be_is_said_under_its_field(typed: dict[str, str], key: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(typed=typed)
    assert (refused.value.key, refused.value.field) == (key, next(iter(typed)))
    assert WORDS(f"refusal-{key}", **refused.value.args_for_copy)


def test_days_that_bring_no_check_in_by_the_midpoint_are_refused_under_the_days() -> None:
    soon = replace(TERMS.targets[0], due_on=date(2027, 1, 13))
    with pytest.raises(Refusal) as refused:
        read(before=replace(TERMS, targets=(soon,)), days=("SU",), ends_on="14 January 2027")
    assert (refused.value.key, refused.value.field) == ("no-check-in-by-midpoint", "check_in_days")


def test_no_day_is_refused_under_the_days() -> None:
    with pytest.raises(Refusal) as refused:
        read(days=())
    assert (refused.value.key, refused.value.field) == ("no-check-in-day", "check_in_days")


def test_a_student_chooses_among_the_days_of_the_class_a_teacher_among_all() -> None:
    assert read(Side.TEACHER, days=("WE",)).check_in_days == ("WE",)
    assert read(Side.STUDENT, days=("TH", "MO")).check_in_days == ("MO", "TH")
    with pytest.raises(Refusal, match="day-not-of-the-class"):
        read(Side.STUDENT, days=("WE",))


def test_what_shows_it_has_words_of_its_own_which_may_be_left_out() -> None:
    after = read(t0_evidence="other", t0_evidence_words=" A comic strip ")
    assert (after.targets[0].evidence, after.targets[0].evidence_words) == (EvidenceForm.OTHER, "A comic strip")
    assert read(before=after, t0_evidence_words="").targets[0].evidence_words == ""


def test_a_forged_choice_is_an_old_button() -> None:
    with pytest.raises(Refusal, match="old-button"):
        read(t0_evidence="telepathy")


def test_an_error_names_the_target_that_it_is_about() -> None:
    two = replace(TERMS, targets=TERMS.targets * 2)
    with pytest.raises(Refusal) as refused:
        read(before=two, t1_goal="2")
    assert refused.value.field == place(1, "goal")


def test_a_teacher_adds_criteria_and_the_students_own_stay() -> None:
    after = read(
        t0_teacher_criteria="- I can hear it\n\n• It is in the essay\nI can hear it", t0_student_criteria="gone"
    )
    assert after.targets[0].criteria == (
        *TERMS.targets[0].criteria,
        Criterion("I can hear it", Side.TEACHER),
        Criterion("It is in the essay", Side.TEACHER),
    )


def test_a_student_rewrites_criteria_and_what_they_rewrite_is_theirs() -> None:
    before = read(t0_teacher_criteria="I can hear it\nIt is in the essay")
    after = read(
        Side.STUDENT,
        before,
        t0_student_criteria="At most three are alike",
        t0_teacher_criteria="I can hear it\nIt shows",
    )
    assert set(after.targets[0].criteria) == {
        Criterion("At most three are alike", Side.STUDENT),
        Criterion("I can hear it", Side.TEACHER),
        Criterion("It shows", Side.STUDENT),
    }


def test_a_student_can_not_take_out_every_criterion_of_their_own() -> None:
    with pytest.raises(Refusal) as refused:
        read(Side.STUDENT, t0_student_criteria="")
    assert (refused.value.key, refused.value.field) == ("no-criterion-of-the-students-own", "t0_student_criteria")


def test_commitments_are_the_teachers_to_write() -> None:
    assert read(Side.TEACHER, commitments="I read one essay").commitments == "I read one essay"
    assert read(Side.STUDENT, commitments="I do all of it").commitments == ""


def test_a_due_date_that_has_passed_may_stay_as_it_was() -> None:
    passed = replace(TERMS, targets=(replace(TERMS.targets[0], due_on=date(2027, 1, 4)),))
    assert read(before=passed, t0_goal="9").targets[0].due_on == date(2027, 1, 4)


def test_the_last_minutes_before_the_end_of_the_day_count_in_the_students_zone() -> None:
    late = replace(FRAME, now=datetime(2027, 1, 11, 23, 30, tzinfo=UTC))
    assert late.today == date(2027, 1, 12)
    shown = as_shown(TERMS, Side.TEACHER)
    typed = Filled({**shown.texts, "t0_due_on": "12 January 2027"}, shown.days)
    with pytest.raises(Refusal, match="date-in-the-past"):
        read_terms(typed, Setting(TERMS, Side.TEACHER, late, late.now + timedelta()))


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(Refusal) as refused:
        read(t0_goal="lots", t0_due_on="some day", ends_on="never", days=())
    found = [refused.value, *refused.value.others]
    assert [r.field for r in found] == ["t0_goal", "t0_due_on", "ends_on", "check_in_days"]
    with pytest.raises(Refusal) as refused:
        read(t0_goal=number_text(TERMS.targets[0].baseline), t0_due_on="25 June 2027", ends_on="1 June 2027")
    assert refused.value.field == "t0_goal"


def test_who_rates_a_target_is_in_one_order_and_nobody_else_can_be_chosen() -> None:
    after = read(t0_assessed_by="outside\nself")
    assert after.targets[0].assessed_by == (Assessor.SELF, Assessor.OUTSIDE)
    assert read(before=after, t0_assessed_by="").targets[0].assessed_by == ()
    with pytest.raises(Refusal) as refused:
        read(t0_assessed_by="self\nmy-dog")
    assert refused.value.key == "old-button"


def test_what_counts_is_asked_where_the_class_wants_a_grade_or_it_stands_there() -> None:
    two = replace(TERMS, targets=TERMS.targets * 2)
    names = {"t0_weight", "t1_weight", "self_part"}
    assert not names & set(as_shown(two, Side.TEACHER).texts)
    assert names <= set(as_shown(two, Side.TEACHER, graded=True).texts)
    assert names & set(as_shown(TERMS, Side.TEACHER, graded=True).texts) == {"self_part"}
    agreed = read(before=two, t0_weight="2", self_part="0")
    assert ([t.weight for t in agreed.targets], agreed.self_part) == ([2, 0], 0)
    assert names <= set(as_shown(agreed, Side.STUDENT).texts)
    assert read(before=agreed, self_part="class").self_part is None


@pytest.mark.parametrize("typed", [{"t0_weight": "9"}, {"self_part": "99"}, {"self_part": ""}])
def test_what_counts_is_one_of_those_offered(typed: dict[str, str]) -> None:
    with pytest.raises(Refusal, match="old-button"):
        read(typed=typed)
