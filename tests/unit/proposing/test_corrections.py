"""Edited messages correct the answers they gave, until the proposal is signed; and what the class fixes."""

from dataclasses import replace
from datetime import date

import pytest

from bot.activities.proposing import interviewing
from bot.domain.actor import Refusal
from bot.domain.classroom import Autonomy
from tests.unit.proposing.talk import TYPED, Talk, proposed_by
from tests.unit.reviewing.scenes import texts
from tests.world import World


def test_an_edited_message_corrects_the_answer_it_gave(world: World) -> None:
    talk = Talk(world).begin()
    ts = talk.say("Starting")
    talk.say("Ideas")
    assert world.do(interviewing.correct, world.student, "Ending sentences", ts)
    assert (talk.now_asked(), talk.notice().remark) == ("1.statement", "corrected")
    assert talk.interview().draft["hardest"]["value"] == "Ending sentences"
    assert not world.do(interviewing.correct, world.student, "Something", "99.9")
    assert not world.do(interviewing.correct, world.classmate, "Something", ts)


def test_an_edit_that_can_not_be_read_leaves_the_answer(world: World) -> None:
    talk = Talk(world).begin()
    ts = talk.say("Starting")
    assert world.do(interviewing.correct, world.student, "😀", ts)
    assert (talk.now_asked(), talk.notice().remark) == ("strengths", "no-words")
    assert talk.interview().draft["hardest"]["value"] == "Starting"


def test_an_edit_that_asks_back_leaves_the_answer_and_gets_help(world: World) -> None:
    talk = Talk(world).begin()
    ts = talk.say("Starting")
    assert world.do(interviewing.correct, world.student, "what do you mean?", ts)
    assert (talk.now_asked(), talk.notice().help) == ("strengths", True)
    assert talk.interview().draft["hardest"]["value"] == "Starting"


def test_an_edit_of_a_reply_that_was_not_understood_becomes_the_answer(world: World) -> None:
    talk = Talk(world).begin()
    ts = talk.say("😀")
    assert world.do(interviewing.correct, world.student, "Starting", ts)
    assert talk.now_asked() == "strengths"


def test_an_edit_of_the_target_asks_what_the_new_wording_leaves_open(world: World) -> None:
    talk = Talk(world).begin()
    stamps = [talk.say(text) for text in TYPED]
    world.do(interviewing.correct, world.student, "get better at spelling", stamps[2])
    assert talk.now_asked() == "1.observable"
    assert talk.interview().draft["1.strategies"]["value"] == TYPED[4]


def test_after_the_signature_an_edit_changes_nothing_and_says_so(world: World) -> None:
    talk = Talk(world).begin()
    ts = talk.say(TYPED[0])
    for text in TYPED[1:]:
        talk.say(text)
    talk.submit()
    assert world.do(interviewing.correct, world.student, "Something else", ts)
    assert world.kinds(world.student.user)[-1] == "answer-sent"
    assert proposed_by(world).hardest == TYPED[0]


def test_guided_takes_the_dates_of_the_class_and_shows_them(world: World) -> None:
    with world.uow() as uow:
        uow.classrooms.save(replace(world.classroom, autonomy=Autonomy.GUIDED))
    talk = Talk(world).begin()
    for text in TYPED[:8]:
        talk.say(text)
    assert talk.now_asked() == ""
    assert talk.question().policy.guided
    assert not {"ends_on", "days", "1.more"} & set(talk.question().parts)
    talk.submit()
    terms = proposed_by(world)
    assert (terms.ends_on, terms.check_in_days) == (world.classroom.term_ends_on, ("MO", "TH"))
    assert terms.targets[0].due_on == date(2027, 3, 12)


def test_open_offers_every_day(world: World) -> None:
    with world.uow() as uow:
        uow.classrooms.save(replace(world.classroom, autonomy=Autonomy.OPEN))
    talk = Talk(world).begin()
    talk.to_the_summary()
    talk.press(interviewing.edit, "days")
    assert talk.question().options == ("MO,TH", "MO", "TU", "WE", "TH", "FR", "SA", "SU", "MO,TH@second-week")
    talk.say("Wednesday and Friday")
    talk.submit()
    assert (proposed_by(world).check_in_days, proposed_by(world).with_class) == (("WE", "FR"), False)


def test_a_teacher_who_changes_the_class_meanwhile_changes_what_is_signed_only_after_it_was_seen(world: World) -> None:
    with world.uow() as uow:
        uow.classrooms.save(replace(world.classroom, autonomy=Autonomy.GUIDED))
    talk = Talk(world).begin()
    for text in TYPED[:8]:
        talk.say(text)
    seal = talk.question().seal
    with world.uow() as uow:
        uow.classrooms.save(replace(world.classroom, autonomy=Autonomy.GUIDED, check_in_days=("FR",)))
    talk.press(interviewing.submit, seal)
    assert talk.notice().remark == "summary-changed"
    talk.submit()
    assert (proposed_by(world).check_in_days, proposed_by(world).with_class) == (("FR",), True)


def test_a_term_without_time_refuses_kindly_and_keeps_the_draft(world: World) -> None:
    talk = Talk(world).begin()
    talk.say("Starting")
    with world.uow() as uow:
        uow.classrooms.save(replace(world.classroom, term_ends_on=date(2027, 1, 11)))
    with pytest.raises(Refusal, match="term-too-close"):
        talk.say("Ideas")
    with pytest.raises(Refusal, match="term-too-close"):
        Talk(world, world.classmate).begin()
    assert talk.interview().draft["hardest"]["value"] == "Starting"


LATER = "put 9 of 10 commas right by 19 march, now it is 3"
END = {"end": "2027-03-12"}


def hint(talk: Talk) -> str:
    return next(line for line in texts(talk.shown()) if "latest day" in line)


def test_a_target_after_the_end_is_refused_with_the_limit_that_holds(world: World) -> None:
    talk = Talk(world).begin().to_the_summary()
    talk.change("ends_on", "12 March")
    talk.change("1.sentence", LATER)
    brief = talk.question()
    assert (talk.now_asked(), brief.refusal, brief.details) == ("1.timeframe", "due-after-the-end", END)
    assert "12 March 2027" in hint(talk)
    assert "25 June 2027" not in " ".join(texts(talk.shown()))
    talk.say("20 march")
    assert (talk.now_asked(), talk.notice().remark, talk.notice().details) == ("1.timeframe", "due-after-the-end", END)
    talk.choose("end")
    talk.press(interviewing.edit, "ends_on")
    talk.say("26 March")
    talk.submit()
    assert proposed_by(world).targets[0].due_on == date(2027, 3, 26)


def test_before_the_end_is_chosen_the_term_is_the_limit(world: World) -> None:
    talk = Talk(world).begin()
    for text in ("Starting", "Ideas", "get better at openings", "skip", "skip"):
        talk.say(text)
    assert talk.now_asked() == "1.timeframe"
    assert talk.question().contract_ends_on is None
    assert "25 June 2027" in hint(talk)


def test_an_edited_target_after_the_end_is_refused_with_its_reason(world: World) -> None:
    talk = Talk(world).begin()
    stamps = [talk.say(text) for text in TYPED]
    talk.change("ends_on", "12 March")
    world.do(interviewing.correct, world.student, LATER, stamps[2])
    assert (talk.now_asked(), talk.notice().remark) == ("1.timeframe", "corrected")
    said = texts(talk.shown())
    assert talk.question().refusal == "due-after-the-end"
    assert any("12 March 2027" in line for line in said if line != hint(talk))


def test_what_was_read_is_said_right_after_the_answer_and_back_leads_to_it(world: World) -> None:
    talk = Talk(world).begin().to_the_summary()
    talk.press(interviewing.edit, "1.timeframe")
    talk.say("10 march")
    assert (talk.now_asked(), talk.question().understood) == ("", ("timeframe", "2027-03-10"))
    talk.press(interviewing.show_help)
    assert talk.question().understood is None
    talk.press(interviewing.back)
    assert (talk.now_asked(), talk.question().keep) == ("1.timeframe", "2027-03-10")
    assert talk.question().understood is None
    talk.press(interviewing.back)
    assert (talk.now_asked(), talk.question().understood) == ("1.statement", None)


@pytest.mark.parametrize("text", ["hmm can we make it 6 actually", "make it 6"])
def test_another_number_at_the_summary_is_taken_and_said_in_the_sentence(world: World, text: str) -> None:
    talk = Talk(world).begin().to_the_summary()
    talk.say(text)
    assert talk.now_asked() == ""
    talk.submit()
    target = proposed_by(world).targets[0]
    assert target.goal == 6
    assert target.statement.startswith("Write 6 ")


def test_a_part_that_is_named_at_the_summary_is_asked_for_again(world: World) -> None:
    talk = Talk(world).begin().to_the_summary()
    talk.say("wait can i change the date")
    assert talk.now_asked() == "1.timeframe"


def test_any_other_words_at_the_summary_change_nothing(world: World) -> None:
    talk = Talk(world).begin().to_the_summary()
    talk.say("5 is what i have now")
    assert (talk.now_asked(), talk.notice().remark) == ("", "summary-typed")


def test_a_number_that_goes_nowhere_is_refused_at_the_summary_too(world: World) -> None:
    talk = Talk(world).begin().to_the_summary()
    talk.say("make it 5")
    assert (talk.now_asked(), talk.notice().remark) == ("", "goal-is-baseline")
