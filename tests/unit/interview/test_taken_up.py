"""A version that was sent back, taken up as a draft."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.activities.proposing.interview import flow
from bot.activities.proposing.interview.draft import dump, load
from bot.activities.proposing.interview.proposal import taken_up, terms_of
from bot.domain.actor import Refusal, Side
from bot.domain.terms import Criterion, EvidenceForm, Target, Terms
from bot.language.agreement import check_agrees
from tests.unit.interview.transcripts import Transcript, frame
from tests.world import terms

WORDS = st.text("abc 123", min_size=3, max_size=20).map(str.strip).filter(bool)
NUMBERS = st.decimals(min_value=-1000, max_value=1000, places=2)


@st.composite
def versions(draw: st.DrawFn) -> Terms:
    """Terms as the forms of either side may leave them."""
    one = terms().targets[0]
    targets = []
    for _ in range(draw(st.integers(1, 3))):
        baseline = draw(NUMBERS)
        criteria = [Criterion(draw(WORDS), Side.STUDENT)]
        criteria += [Criterion(text, Side.TEACHER) for text in draw(st.lists(WORDS, max_size=2))]
        targets.append(
            replace(
                one,
                statement=draw(WORDS),
                baseline=baseline,
                goal=baseline + draw(st.integers(1, 9)),
                unit=draw(WORDS),
                due_on=draw(st.dates(date(2027, 2, 1), date(2027, 3, 12))),
                evidence=draw(st.sampled_from(EvidenceForm)),
                evidence_words=draw(st.just("") | WORDS),
                strategies=draw(WORDS),
                obstacle=draw(st.just("") | WORDS),
                fallback=draw(st.just("") | WORDS),
                criteria=tuple(criteria),
            )
        )
    supports, commitments = draw(st.just("") | WORDS), draw(st.just("") | WORDS)
    for target in targets:
        assume(_agrees(target))
    return terms(targets=tuple(targets), supports=supports, commitments=commitments)


def _agrees(target: Target) -> bool:
    try:
        check_agrees(target)
    except Refusal:
        return False
    return True


@settings(deadline=None)
@given(versions(), versions())
def test_the_draft_says_what_the_version_says(first: Terms, second: Terms) -> None:
    around = frame()
    draft = taken_up({}, around, first)
    draft = load(dump(taken_up(draft, around, second)))
    asked = flow.asked(draft, around)
    assert asked is None or asked.step.name == "supports"
    if asked is not None:
        draft = flow.skip(draft, around, asked)
    assert terms_of(draft, around) == second


def test_what_says_the_same_stays_as_it_was_given() -> None:
    talk = Transcript()
    for answer in ("starting", "ideas", "start 8 of 10 sentences in a new way by 24 february, now it is 3", "read"):
        talk.say(answer)
    talk.choose("written")
    talk.skip()
    talk.say("nobody yawns")
    talk.through(("ends_on", "12 March"), ("days", "monday"), ("1.more", "no"))
    sent = terms_of(talk.draft, talk.frame)
    draft = taken_up(talk.draft, talk.frame, sent)
    assert {key: draft[key] for key in talk.draft} == talk.draft
    assert terms_of(draft, talk.frame) == sent
    sentence = sent.targets[0].statement.replace("8 of", "9 of")
    higher = replace(sent, targets=(replace(sent.targets[0], statement=sentence, goal=Decimal(9)),))
    assert terms_of(taken_up(draft, talk.frame, higher), talk.frame) == higher


@pytest.mark.parametrize("answer", ["in my next three essays", "skip", "end"])
def test_a_date_that_was_left_open_stays_open(answer: str) -> None:
    talk = _with_open_date(answer)
    sent = terms_of(talk.draft, talk.frame)
    assert sent.targets[0].due_on == sent.ends_on == date(2027, 3, 12)
    back = taken_up(talk.draft, talk.frame, sent)
    assert {key: back[key] for key in talk.draft} == talk.draft
    longer = replace(sent, ends_on=date(2027, 3, 26), targets=(replace(sent.targets[0], due_on=date(2027, 3, 26)),))
    back = taken_up(talk.draft, talk.frame, longer)
    assert back["1.timeframe"] == talk.draft["1.timeframe"]
    assert terms_of(back, talk.frame) == longer


def test_a_day_of_its_own_takes_the_place_of_an_open_one() -> None:
    talk = _with_open_date("in my next three essays")
    sent = terms_of(talk.draft, talk.frame)
    dated = replace(sent, targets=(replace(sent.targets[0], due_on=date(2027, 2, 26)),))
    assert terms_of(taken_up(talk.draft, talk.frame, dated), talk.frame) == dated


def _with_open_date(answer: str) -> Transcript:
    talk = Transcript()
    for reply in ("starting", "ideas", "start 8 of 10 sentences in a new way, now it is 3"):
        talk.say(reply)
    assert talk.asked == "1.timeframe"
    if answer == "skip":
        talk.skip()
    elif answer == "end":
        talk.choose("end")
    else:
        talk.say(answer)
    while talk.asked == "1.wording":
        talk.choose("keep")
    talk.say("read")
    talk.choose("written")
    talk.skip()
    assert talk.say("nobody yawns") == "ends_on"
    return talk.through(("ends_on", "12 March"), ("days", "monday"), ("1.more", "no"))
