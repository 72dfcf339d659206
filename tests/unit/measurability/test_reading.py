"""What is found in a target, and where."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.targets import FindingKind, Gap, Verdict, gaps, read


def test_a_vague_target() -> None:
    reading = read("I will improve my writing")
    assert reading.verdict is Verdict.VAGUE
    assert reading.inner_state is not None
    assert reading.inner_state.text == "improve my writing"
    assert gaps(reading) == (Gap.OBSERVABLE, Gap.MEASURE, Gap.TIMEFRAME)


def test_a_measurable_target() -> None:
    text = "vary sentence openings so that at most 2 of 10 begin alike, in my next three essays"
    reading = read(text)
    assert reading.verdict is Verdict.MEASURABLE
    assert gaps(reading) == ()
    assert reading.observable is not None
    assert reading.measure is not None
    assert reading.timeframe is not None
    assert reading.observable.text == "vary sentence openings"
    assert reading.measure.text.startswith("at most 2 of 10")
    assert reading.timeframe.text == "in my next three essays"


def test_only_what_is_missing_is_a_gap() -> None:
    assert gaps(read("write better essays")) == (Gap.MEASURE, Gap.TIMEFRAME)
    assert gaps(read("know 20 words by friday")) == (Gap.OBSERVABLE,)
    assert gaps(read("write 3 essays")) == (Gap.TIMEFRAME,)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("finish it by the 2nd of may", "by the 2nd of may"),
        ("give my talk next thursday", "next thursday"),
        ("speak up in the next three seminars", "in the next three seminars"),
        ("type it before the end of term", "before the end of term"),
        ("run it within six weeks", "within six weeks"),
        ("film it b4 half term", "b4 half term"),
        ("film it friday", "friday"),
        ("show it at the dress rehearsal", "at the dress rehearsal"),
        ("finish it before i turn 18", "before i turn 18"),
        ("practise it until the school play", "until the school play"),
        ("wear it these holidays", "these holidays"),
    ],
)
def test_timeframe(text: str, part: str) -> None:
    reading = read(text)
    assert reading.timeframe is not None
    assert reading.timeframe.text == part


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("write at least three sources", "at least three sources"),
        ("answer 4 out of 5 right", "4 out of 5"),
        ("recite it from memory", "from memory"),
        ("get a B in art", "B"),
        ("never interrupt", "never"),
        ("ask something every lesson", "every lesson"),
        ("play without notes", "without notes"),
        ("use 4 commas or less", "4 commas or less"),
        ("reach level 3", "level 3"),
        ("miss no deadlines", "no deadlines"),
        ("speak french 80% of the time", "80%"),
        ("reach 'secure' on the rubric", "'secure'"),
        ("finish in the top 3", "in the top 3"),
        ("beat my pb of 5:30", "beat my pb"),
        ("have none of my homework late", "none of"),
    ],
)
def test_measure(text: str, part: str) -> None:
    reading = read(text)
    assert reading.measure is not None
    assert part in reading.measure.text


@pytest.mark.parametrize(
    "text",
    [
        "write a 5 paragraph essay",
        "read chapter 4",
        "write about World War 2",
        "talk about the 1920s",
        "explain Newton's three laws",
        "hand it in earlier",
        "stop shouting",
        "build an app in java 17",
        "arrive at 8 pm",
        "present on covid-19",
        "play a 12-bar blues",
        "talk to one another",
        "write in C++",
        "type without looking down so much",
        "be ready for the B2 exam",
    ],
)
def test_numbers_that_measure_nothing(text: str) -> None:
    assert read(text).measure is None


def test_what_happened_before_is_no_part_of_the_target() -> None:
    reading = read("i failed the test on 3 october with 38%. i just want to understand it")
    assert reading.verdict is Verdict.VAGUE
    assert reading.measures == ()
    assert reading.timeframes == ()


@pytest.mark.parametrize(
    "text",
    ["explain what happened on 11 november", "write it every day", "stop before the verb", "go to the next room"],
)
def test_times_that_set_no_end(text: str) -> None:
    assert read(text).timeframe is None


@pytest.mark.parametrize(
    "text", ["stay in a good mood", "go from 3 to 6 on the confidence scale", "get so wound up", "see the value of it"]
)
def test_what_nobody_can_see(text: str) -> None:
    assert read(text).observable is None


def test_who_checks_is_no_action_of_the_student() -> None:
    assert read("know 20 words, my friend will test me").observable is None


@pytest.mark.parametrize("text", ["", " ", "🎉🎉", ".,;:!?", "\n\n", "5", "a", "the", "'", "#", "@date", "İ" * 20])
def test_next_to_nothing(text: str) -> None:
    reading = read(text)
    assert all(reading.text[f.start : f.end] == f.text for f in reading.findings)


def test_a_language_without_data_is_read_as_english() -> None:
    english, unknown = read("write 3 essays by Friday"), read("write 3 essays by Friday", "xx")
    assert (unknown.findings, unknown.extracted) == (english.findings, english.extracted)


_PIECES = """
I want to will write understand be better 4 out of 5 % essays my next three by friday before the end of term without
notes every lesson never and but , . ; : ( ) - ' " from D to a B at least most 2 may 3 march @date # _ İ ſ ٣ ½ 12/5
31:20 2027-05-03 improve confidence how motivated feel 110 World War One in 1963 😀
"""
_pieces = st.sampled_from(_PIECES.split())


@settings(deadline=None)  # a busy machine is no failure
@given(st.one_of(st.text(max_size=5000), st.lists(_pieces, max_size=120).map(" ".join)))
def test_anything_typed_is_read_and_spans_lie_inside(text: str) -> None:
    reading = read(text)
    for finding in reading.findings:
        assert 0 <= finding.start < finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.text
    parts = {
        FindingKind.OBSERVABLE: reading.observable,
        FindingKind.MEASURE: reading.measure,
        FindingKind.TIMEFRAME: reading.timeframe,
    }
    assert {gap.value for gap in gaps(reading)} == {kind.value for kind, found in parts.items() if found is None}


_REPEATED = ("the end of ", "by ", "next 3 ", "# ", "i want to ", "no ", "1,111", "a ", "between now and ", "x", " ")


@pytest.mark.parametrize(
    "piece", [*_REPEATED, "before i ", "learn to ", "4 of 5 ", "-", "and ", "1/2/", "1 and ", "and write ", "be not "]
)
def test_five_thousand_characters_of_the_same(piece: str) -> None:
    text = (piece * 5000)[:5000]
    assert all(text[f.start : f.end] == f.text for f in read(text).findings)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("be at 35 words a minute by june", Verdict.MEASURABLE),
        ("be at 8 out of 10 for confidence by june", Verdict.PARTIAL),
        ("be at peace with maths by 5 may", Verdict.VAGUE),
        ("in each maths lesson this term answer one question", Verdict.MEASURABLE),
        ("have all my lines memorised", Verdict.PARTIAL),
        ("want maths to click", Verdict.VAGUE),
        ("want us to score 3 goals in march with the new team", Verdict.MEASURABLE),
        ("describe what happened in 1066", Verdict.PARTIAL),
        ("write 2 summaries a week for the duration of the internship", Verdict.MEASURABLE),
        ("my mark was 11/25. by june it'll be at least 18/25", Verdict.MEASURABLE),
        ("film myself serving by june", Verdict.PARTIAL),
        ("each of my next five pages has a title", Verdict.MEASURABLE),
        ("stop giving up", Verdict.VAGUE),
        ("recognise how important it is", Verdict.VAGUE),
        ("know the 5 most common verbs by friday", Verdict.PARTIAL),
        ("understand the point of the 5 food groups", Verdict.VAGUE),
        ("submit a log with 10 entries, finished by 20 march", Verdict.MEASURABLE),
    ],
)
def test_verdict_by_grammar(text: str, verdict: Verdict) -> None:
    assert read(text).verdict is verdict


@pytest.mark.parametrize(
    "text",
    [
        "I have decided to run 3 km by May",
        "I am determined to run 3 km by May",
        "my wish this time is to run 3 km by May",
        "one thing I want to do is run 3 km by May",
        "my tutor and I agreed that I'll run 3 km by May",
        "it was suggested that I run 3 km by May",
        "I'll know I'm there when I run 3 km by May",
        "My brother swims every day. So I'd like to run 3 km by May",
    ],
)
def test_any_frame_leads_to_what_is_aimed_at(text: str) -> None:
    reading = read(text)
    assert [found.detail for found in reading.observables] == ["run"]
    assert reading.verdict is Verdict.MEASURABLE


@pytest.mark.parametrize(
    "text",
    [
        "explain c++11 to a friend",
        "do the 4x400 with my team",
        "finish my e-learning",
        "graph inequalities in two variables",
        "draw a map of Europe, 1914 to 1918",
        "lead a warm-up for the under-9s",
        "explain the 3/4 time of a waltz",
        "write about being young, I'm 47",
        "show the theory for level 2",
    ],
)
def test_numbers_in_names_and_topics_are_no_measure(text: str) -> None:
    assert read(text).measures == ()


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("draw it in Q2", "in Q2"),
        ("finish the mural EOY", "EOY"),
        ("film it by end of rotation", "by end of rotation"),
        ("sketch faces until I submit my portfolio", "until I submit my portfolio"),
        ("read it until 20.12.", "until 20.12"),
        ("hand it in on the 12/5 quiz", "on the 12/5 quiz"),
    ],
)
def test_short_names_of_times(text: str, part: str) -> None:
    assert [found.text for found in read(text).timeframes] == [part]


@pytest.mark.parametrize(
    "text", ["improve by building an app", "use the hoist, following the care plan", "write it by myself"]
)
def test_how_is_no_time(text: str) -> None:
    assert read(text).timeframes == ()


def test_grades_count_in_small_letters() -> None:
    assert [found.text for found in read("get from a c to a b in spanish").measures] == ["c", "b"]


@pytest.mark.parametrize(
    ("sentence", "seen"),
    [
        ("fit a radiator", True),
        ("fit the tap on my own", True),
        ("get fit for the season", False),
        ("stop choking under pressure", False),
    ],
)
def test_a_verb_that_is_a_state_too(sentence: str, seen: bool) -> None:
    assert (read(sentence).observable is not None) is seen
