"""The interview as transcripts: which question follows which reply."""

from datetime import date
from decimal import Decimal

import pytest

from bot.activities.proposing.interview import particulars, wording
from bot.activities.proposing.interview.draft import Viewpoint
from bot.activities.proposing.interview.proposal import terms_of
from bot.domain.actor import Side
from bot.domain.terms import EvidenceForm
from tests.unit.interview.transcripts import CLEAR, DATES, DEFAULTED, OPENING, PRACTICE, WHOLE, Transcript


def test_a_clear_target_is_not_probed_and_its_goal_is_taken() -> None:
    talk = Transcript().through(*WHOLE)
    assert talk.asked == ""
    terms = terms_of(talk.draft, talk.frame)
    target = terms.targets[0]
    assert (target.baseline, target.goal, target.due_on) == (Decimal(5), Decimal(8), date(2027, 3, 12))
    assert target.evidence is EvidenceForm.WRITTEN
    assert [(c.text, c.author) for c in target.criteria] == [("no two openings in a row are alike", Side.STUDENT)]
    assert (terms.ends_on, terms.check_in_days) == (date(2027, 3, 12), ("MO",))
    assert (terms.hardest, terms.strengths, terms.supports) == ("starting sentences", "good ideas", "more time")
    assert terms.commitments == ""


def test_a_vague_target_is_probed_for_what_it_leaves_open() -> None:
    talk = Transcript().through(*OPENING)
    assert talk.say("get better at openings") == "1.observable"
    assert talk.say("the first words are different") == "1.measure"
    assert talk.say("from 5 to 8 openings") == "1.timeframe"
    assert talk.say("by 12 March") == "1.wording"
    assert talk.choose("take") == "1.strategies"
    talk.through(*PRACTICE, *DATES, ("1.more", "no"))
    target = terms_of(talk.draft, talk.frame).targets[0]
    assert (target.baseline, target.goal, target.unit) == (Decimal(5), Decimal(8), "openings")
    assert target.due_on == date(2027, 3, 12)
    for part in ("get better at openings", "the first words are different", "5", "8 openings", "12 March"):
        assert part in target.statement


def test_a_suggested_wording_can_be_refused_or_written_anew() -> None:
    talk = Transcript().through(*OPENING)
    talk.through(("1.statement", "get better at openings"))
    talk.skip()
    talk.say("from 5 to 8 openings")
    assert talk.say("in six weeks") == "1.wording"
    kept, own = replace_draft(talk), replace_draft(talk)
    assert kept.choose("keep") == "1.strategies"
    assert kept.draft["1.wording"].value == "get better at openings"
    assert own.say("Vary 9 of my openings by March") == "1.wording"
    assert own.choose("instead") == "1.baseline"
    assert own.draft["1.wording"].value == "Vary 9 of my openings by March"


def replace_draft(talk: Transcript) -> Transcript:
    other = Transcript(talk.frame)
    other.draft = talk.draft
    return other


def test_probes_can_be_skipped_and_the_numbers_are_asked_then() -> None:
    talk = Transcript().through(*OPENING)
    assert talk.say("get better at openings") == "1.observable"
    assert talk.skip() == "1.measure"
    assert talk.skip() == "1.timeframe"
    assert talk.skip() == "1.baseline"
    assert talk.say("5") == "1.goal"
    assert talk.say("8") == "1.unit"
    assert talk.say("openings") == "1.strategies"
    talk.through(*PRACTICE, *DATES, ("1.more", "no"))
    assert terms_of(talk.draft, talk.frame).targets[0].due_on == date(2027, 3, 12)


def test_a_reply_about_the_measure_without_a_number_is_no_dead_end() -> None:
    talk = Transcript().through(*OPENING, ("1.statement", "get better at openings"))
    talk.skip()
    assert talk.say("a lot more than now") == "1.timeframe"
    talk.skip()
    assert talk.choose("keep") == "1.baseline"


def test_fourteen_of_twenty_brings_its_unit() -> None:
    talk = Transcript().through(*OPENING, ("1.statement", "get better at spelling"))
    for _ in range(3):
        talk.skip()
    assert talk.say("14/20") == "1.goal"
    assert talk.say("18") == "1.strategies"
    assert talk.draft["1.baseline"].value == "14"


@pytest.mark.parametrize(
    ("step", "text", "refusal"),
    [
        ("hardest", "", "!empty"),
        ("hardest", "   \n ", "!empty"),
        ("hardest", "😀🎉", "!no-words"),
        ("hardest", ":tada: :+1:", "!no-words"),
        ("hardest", "x" * 5000, "!too-long"),
        ("1.baseline", "a few I think", "!no-number"),
        ("1.baseline", "from 3 to 5", "!one-number"),
        ("1.baseline", "99999999999", "!number-too-big"),
        ("1.goal", "5", "!goal-is-baseline"),
        ("1.timeframe", "31 February", "!no-such-date"),
        ("1.timeframe", "Monday 26 February", "!other-weekday"),
        ("1.timeframe", "12 March or 19 March", "!one-date"),
        ("1.timeframe", "the friday before the exam", "!one-date"),
        ("1.timeframe", "1 January 2020", "!date-in-the-past"),
        ("1.timeframe", "1 September 2027", "!after-the-term"),
        ("1.timeframe", "soon", "!no-date"),
        ("ends_on", "1 September 2027", "!after-the-term"),
        ("ends_on", "1 February 2027", "!end-before-a-target"),
        ("days", "Wednesday", "!not-those-days"),
        ("days", "whenever", "!no-days"),
        ("1.more", "perhaps", "!yes-or-no"),
    ],
)
def test_bad_input_has_a_refusal_of_its_own_and_the_question_stays(step: str, text: str, refusal: str) -> None:
    talk = _at(step)
    before = talk.draft
    assert talk.say(text) == refusal
    assert talk.asked == step
    assert talk.draft == before


def _at(step: str) -> Transcript:
    """A talk that has come to a step."""
    talk = Transcript()
    if step in ("1.timeframe", "1.baseline", "1.goal"):
        talk.through(*OPENING, ("1.statement", "get better at openings"))
        talk.skip()
        talk.skip()
        if step != "1.timeframe":
            talk.skip()
        if step == "1.goal":
            talk.say("5")
    else:
        for key, text in WHOLE:
            if key == step:
                break
            talk.through((key, text))
        if step in DEFAULTED or step == "1.more":
            talk.edit(step)
    assert talk.asked == step
    return talk


@pytest.mark.parametrize(
    ("text", "value"), [("about 70 %", "70"), ("1,5", "1.5"), ("14/20", "14"), ("twenty five", "25"), ("none", "0")]
)
def test_numbers_as_people_type_them(text: str, value: str) -> None:
    talk = _at("1.baseline")
    talk.say(text)
    assert talk.draft["1.baseline"].value == value


def test_back_asks_the_question_before_and_keeps_what_it_had() -> None:
    talk = Transcript().through(*OPENING, CLEAR)
    assert talk.asked == "1.baseline"
    assert talk.back() == "1.statement"
    assert talk.back() == "strengths"
    assert talk.keep() == "1.statement"
    assert talk.keep() == "1.baseline"
    assert Transcript().back() == "!nothing-before"


def test_back_asks_again_what_was_changed_from_the_summary() -> None:
    talk = Transcript().through(*WHOLE)
    talk.edit("1.timeframe")
    assert talk.say("10 March") == ""
    assert talk.back() == "1.timeframe"
    assert talk.back() == "1.statement"
    assert talk.keep() == "1.timeframe"
    assert talk.keep() == ""
    assert talk.back() == "1.timeframe"
    assert talk.draft["1.timeframe"].value == "2027-03-10"


def test_back_asks_again_the_sentence_that_put_other_answers_in_doubt() -> None:
    talk = Transcript().through(*WHOLE)
    talk.edit("1.sentence")
    assert talk.say("Write 20 pages by 1 March") == "1.baseline"
    assert talk.back() == "1.statement"
    assert talk.keep() == "1.baseline"
    assert talk.back() == "1.statement"


def test_back_goes_through_the_numbers_of_the_summary() -> None:
    talk = Transcript().through(*WHOLE)
    assert talk.edit("1.numbers") == "1.baseline"
    assert talk.keep() == "1.goal"
    assert talk.say("9") == "1.unit"
    assert talk.back() == "1.goal"
    assert talk.back() == "1.baseline"


def test_back_after_some_steps_back_and_one_answer_leaves_nothing_out() -> None:
    talk = Transcript().through(*OPENING, CLEAR)
    talk.back()
    talk.back()
    assert talk.say("other things") == "1.statement"
    assert talk.keep() == "1.baseline"
    assert talk.back() == "1.statement"
    assert talk.back() == "strengths"
    assert talk.back() == "hardest"


def test_back_is_no_way_past_the_open_question() -> None:
    talk = Transcript().through(*OPENING, CLEAR)
    talk.back()
    talk.back()
    talk.back()
    assert talk.correct("strengths", "other things") == "hardest"
    assert talk.back() == "!nothing-before"


def test_every_part_of_the_summary_can_be_edited_and_leads_back_to_it() -> None:
    whole = Transcript().through(*WHOLE)
    for part, text in (
        ("hardest", "my endings"),
        ("strengths", "my ideas"),
        ("1.strategies", "read aloud"),
        ("1.evidence", "a video"),
        ("1.criterion", "it reads well"),
        ("supports", "a list"),
        ("ends_on", "1 April"),
        ("days", "Thursday"),
    ):
        talk = replace_draft(whole)
        assert talk.edit(part) == part
        assert talk.say(text) == ""
        assert talk.draft[part].raw == text


def test_an_edit_can_be_left_as_it_was() -> None:
    talk = Transcript().through(*WHOLE)
    before = terms_of(talk.draft, talk.frame)
    for part in ("hardest", "1.sentence", "1.numbers", "ends_on", "days", "1.timeframe"):
        talk.edit(part)
        while talk.asked:
            talk.keep()
    assert terms_of(talk.draft, talk.frame) == before


def test_a_new_sentence_brings_new_numbers_and_probes() -> None:
    talk = Transcript().through(*WHOLE)
    assert talk.edit("1.sentence") == "1.statement"
    assert talk.say("Write 20 pages by 1 March") == "1.baseline"
    assert talk.keep() == ""
    target = terms_of(talk.draft, talk.frame).targets[0]
    assert (target.baseline, target.goal, target.unit) == (Decimal(5), Decimal(20), "pages")
    assert target.due_on == date(2027, 3, 1)


def test_an_edited_message_changes_its_answer_and_the_same_words_change_nothing() -> None:
    talk = Transcript().through(*WHOLE)
    assert talk.correct("1.baseline", "6") == ""
    assert terms_of(talk.draft, talk.frame).targets[0].baseline == Decimal(6)
    answers = {k: a.value for k, a in talk.draft.items()}
    assert talk.correct("1.statement", CLEAR[1]) == ""
    assert {k: a.value for k, a in talk.draft.items()} == answers


def test_what_is_not_on_offer_can_not_be_chosen() -> None:
    talk = _at("days")
    assert talk.choose("SU") == "!not-asked-now"
    assert talk.choose("") == "!not-asked-now"
    assert _at("hardest").choose("yes") == "!not-asked-now"
    assert _at("1.baseline").keep() == "!nothing-to-keep"
    assert _at("1.baseline").skip() == "!not-optional"


@pytest.mark.parametrize(
    ("sentence", "answers"),
    [
        ("make fewer mistakes by 12 March", ("4 to 6",)),
        ("make fewer mistakes, from 4 to 6, by 12 March", ()),
    ],
)
def test_numbers_that_go_against_the_words_are_asked_about(sentence: str, answers: tuple[str, ...]) -> None:
    talk = Transcript().through(*OPENING)
    talk.say(sentence)
    for answer in answers:
        talk.say(answer)
    replies = {**dict(PRACTICE), "1.unit": "mistakes"}
    while talk.asked != "1.goal":
        talk.say(replies[talk.asked])
    talk.say("2")
    place = Viewpoint(talk.draft, talk.frame)
    assert (particulars.baseline(place), particulars.goal(place)) == (Decimal(4), Decimal(2))
    assert "6" not in wording.statement(place)
