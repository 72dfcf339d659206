"""The interview as its student meets it: started, left, taken up, corrected, signed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bot.domain.actor import Actor, Side
from bot.domain.classroom import Autonomy, Classroom, Membership
from bot.domain.contract import Status
from bot.domain.contract import redirect as send_back
from bot.domain.errors import Refusal
from bot.domain.focus import About
from bot.domain.interview.interview import InterviewState
from bot.domain.terms import EvidenceForm, Terms
from bot.notices.proposing import InterviewQuestion
from bot.services import giving_feedback, interviewing
from bot.services.briefs import NothingToSay, brief_for
from storage.tables import ContractRow, InterviewRow
from tests.unit.proposing.talk import TYPED, Talk
from tests.world import WORKSPACE, World


def terms_of(world: World, actor: Actor | None = None) -> Terms:
    """What the student put forward."""
    student = (actor or world.student).user
    with world.uow() as uow:
        contract = uow.contracts.open_of(student, world.classroom.id)
    assert contract is not None
    assert contract.status is Status.PROPOSED
    return contract.on_the_table.terms


# --- from the first question to the signature ---


def test_nine_sections_then_the_summary_then_a_signed_proposal(world: World) -> None:
    talk = Talk(world).begin()
    assert talk.now_asked() == "hardest"
    sections = []
    for answer in TYPED:
        sections.append(talk.question().section)
        talk.say(answer)
    assert sections == sorted(sections)
    assert set(sections) == set(range(1, 10))
    talk.submit()
    with world.uow() as uow:
        contract = uow.contracts.open_of(world.student.user, world.classroom.id)
    assert contract is not None
    version = contract.on_the_table
    assert (version.number, version.signed_by(Side.STUDENT), version.signed_by(Side.TEACHER)) == (1, True, False)
    assert (version.terms.ends_on, version.terms.check_in_days) == (date(2027, 3, 12), ("MO",))
    target = version.terms.targets[0]
    assert (target.baseline, target.goal, target.due_on) == (Decimal(5), Decimal(8), date(2027, 3, 12))
    assert target.evidence is EvidenceForm.VIDEO
    assert target.criteria[0].author is Side.STUDENT
    assert talk.interview().state is InterviewState.SUBMITTED
    assert "proposal-sent" in world.kinds(world.student.user)
    for teacher in (world.teacher, world.teacher2):
        assert world.kinds(teacher.user).count("proposal-card") == 1


def test_buttons_alone_lead_through_what_has_options(world: World) -> None:
    talk = Talk(world).begin()
    for text in ("Starting", "Ideas", "get better at openings"):
        talk.say(text)
    for _ in range(2):
        talk.press(interviewing.skip)
    talk.choose("end")
    for text in ("5", "8", "openings", "read aloud"):
        talk.say(text)
    talk.choose(EvidenceForm.PEER_TEACHING.value)
    talk.press(interviewing.skip)
    talk.say("it reads well")
    assert talk.question().options == ("2027-06-25",)
    talk.choose("2027-06-25")
    assert talk.question().options == ("MO,TH", "MO", "TH")
    talk.choose("MO,TH")
    talk.choose("no")
    talk.submit()
    terms = terms_of(world)
    assert (terms.ends_on, terms.check_in_days) == (date(2027, 6, 25), ("MO", "TH"))
    assert (terms.targets[0].due_on, terms.targets[0].evidence) == (date(2027, 6, 25), EvidenceForm.PEER_TEACHING)


def test_typed_words_do_what_the_buttons_do(world: World) -> None:
    talk = Talk(world).begin()
    talk.say("Starting")
    talk.say("help")
    assert talk.notice().help
    assert talk.now_asked() == "strengths"
    talk.say("Back.")
    assert (talk.now_asked(), talk.question().keep) == ("hardest", "Starting")
    talk.say("keep it")
    assert talk.now_asked() == "strengths"
    talk.say("Hi!")
    assert talk.notice().remark == "welcome-back"
    talk.say("skip")
    assert (talk.now_asked(), talk.notice().remark) == ("strengths", "not-optional")
    talk.say("finish later")
    assert talk.interview().state is InterviewState.LATER


def test_the_latest_feedback_stands_with_the_first_question(world: World) -> None:
    for seen in ("Long sentences", "Openings alike"):
        world.do(giving_feedback.give_feedback, world.teacher, world.student.user, seen, "It matters", "Try")
    talk = Talk(world).begin()
    feedback = talk.question().feedback
    assert feedback is not None
    assert (feedback.seen, talk.question().teacher) == ("Openings alike", "Ms Lee")
    talk.say("Starting")
    assert talk.question().feedback is None


def test_what_was_read_is_shown_back_and_can_be_changed(world: World) -> None:
    talk = Talk(world).begin()
    for text in TYPED[:4]:
        talk.say(text)
    read = talk.question().read_back
    assert talk.now_asked() == "1.strategies"
    assert read is not None
    assert (read.baseline, read.goal, read.due) == (Decimal(5), Decimal(8), date(2027, 3, 12))
    part = talk.buttons()["proposing.edit.date"].split(":", 2)[2]
    talk.press(interviewing.edit, part)
    assert (talk.now_asked(), talk.question().keep) == ("1.timeframe", "2027-03-12")
    talk.say("in three weeks")
    again = talk.question().read_back
    assert again is not None
    assert again.due == date(2027, 2, 1)
    assert talk.question().understood == ("timeframe", "2027-02-01")


def test_bad_input_repeats_the_question_with_its_reason(world: World) -> None:
    talk = Talk(world).begin()
    for text, reason in (("", "empty"), ("😀", "no-words"), ("x" * 5000, "too-long")):
        talk.say(text)
        assert (talk.now_asked(), talk.notice().remark) == ("hardest", reason)
    talk.say("<!channel> @here *bold* #general")
    assert talk.now_asked() == "strengths"


# --- leaving and coming back ---


def test_a_draft_is_taken_up_where_it_was_left_weeks_later(world: World) -> None:
    talk = Talk(world).begin()
    talk.say("Starting")
    talk.press(interviewing.later)
    assert talk.interview().state is InterviewState.LATER
    assert world.kinds(world.student.user)[-1] == "interview-paused"
    world.later(weeks=3)
    talk.begin()
    assert (talk.now_asked(), talk.notice().remark) == ("strengths", "welcome-back")
    assert talk.interview().state is InterviewState.OPEN
    assert world.count(ContractRow) == world.count(InterviewRow) == 1
    talk.press(interviewing.later)
    world.do(interviewing.resume, world.student, talk.interview().id)
    assert talk.now_asked() == "strengths"


def test_a_button_of_a_paused_question_still_works(world: World) -> None:
    talk = Talk(world).begin()
    talk.press(interviewing.later)
    talk.press(interviewing.show_help)
    assert (talk.now_asked(), talk.interview().state) == ("hardest", InterviewState.OPEN)


def test_a_date_that_has_passed_meanwhile_is_asked_again_with_the_reason(world: World) -> None:
    talk = Talk(world).begin().to_the_summary()
    seal = talk.question().seal
    world.later(weeks=10)
    talk.press(interviewing.submit, seal)
    assert (talk.now_asked(), talk.notice().remark) == ("1.timeframe", "not-finished")
    talk.say("1 May")
    assert (talk.now_asked(), talk.question().refusal) == ("ends_on", "date-in-the-past")
    talk.say("1 May")
    talk.submit()
    assert terms_of(world).ends_on == date(2027, 5, 1)


def test_typed_messages_are_about_the_interview(world: World) -> None:
    talk = Talk(world).begin()
    with world.uow() as uow:
        focus = uow.focus.first(user=world.student.user)
    assert focus is not None
    assert (focus.about, focus.ref) == (About.INTERVIEW, talk.interview().id)


def test_where_a_draft_waits(world: World) -> None:
    talk = Talk(world).begin()
    for text in TYPED[:5]:
        talk.say(text)
    with world.uow() as uow:
        waiting = interviewing.summary(uow, world.student.user)
    assert [(w.interview, w.section, w.sections) for w in waiting] == [(talk.interview().id, 6, 9)]


# --- old buttons, double presses, forged ones ---


def test_an_old_button_says_where_one_is_and_changes_nothing(world: World) -> None:
    talk = Talk(world).begin()
    for text in TYPED[:6]:
        talk.say(text)
    before = talk.interview()
    for use_case, choice in (
        (interviewing.back, ()),
        (interviewing.skip, ()),
        (interviewing.keep, ()),
        (interviewing.later, ()),
        (interviewing.show_help, ()),
        (interviewing.choose, ("video",)),
        (interviewing.edit, ("hardest",)),
        (interviewing.submit, ("",)),
    ):
        talk.press(use_case, *choice, asked=2)
        assert (talk.now_asked(), talk.notice().remark) == ("supports", "answered-already")
    assert talk.interview() == before


def test_a_double_press_counts_once(world: World) -> None:
    talk = Talk(world).begin()
    for text in TYPED[:6]:
        talk.say(text)
    count = talk.interview().asked
    talk.press(interviewing.skip, asked=count)
    talk.press(interviewing.skip, asked=count)
    assert (talk.now_asked(), talk.notice().remark) == ("1.criterion", "answered-already")


def test_signing_twice_sends_one_proposal(world: World) -> None:
    talk = Talk(world).begin().to_the_summary()
    seal, count = talk.question().seal, talk.interview().asked
    talk.press(interviewing.submit, seal, asked=count)
    with pytest.raises(Refusal, match="proposal-sent"):
        talk.press(interviewing.submit, seal, asked=count)
    assert world.kinds(world.teacher.user).count("proposal-card") == 1


def test_what_is_not_on_offer_is_refused_with_the_question(world: World) -> None:
    talk = Talk(world).begin()
    talk.choose("video")
    assert (talk.now_asked(), talk.notice().remark) == ("hardest", "not-asked-now")
    talk.press(interviewing.edit, "9.nothing")
    assert (talk.now_asked(), talk.notice().remark) == ("hardest", "not-asked-now")
    talk.press(interviewing.back)
    assert talk.notice().remark == "nothing-before"


def test_nobody_signs_what_is_not_finished(world: World) -> None:
    talk = Talk(world).begin()
    talk.press(interviewing.submit, "x")
    assert (talk.now_asked(), talk.notice().remark) == ("hardest", "not-finished")


def test_nobody_signs_what_they_did_not_see(world: World) -> None:
    talk = Talk(world).begin().to_the_summary()
    talk.press(interviewing.submit, "0123456789abcdef")
    assert (talk.now_asked(), talk.notice().remark) == ("", "summary-changed")
    talk.submit()
    assert terms_of(world).targets


@pytest.mark.parametrize("who", ["classmate", "teacher", "stranger"])
def test_an_interview_is_its_students_alone(world: World, who: str) -> None:
    talk = Talk(world).begin()
    other: Actor = getattr(world, who)
    ident = talk.interview().id
    with pytest.raises(Refusal, match="no-such-contract"):
        world.do(interviewing.hear, other, ident, "mine", "1.1")
    with pytest.raises(Refusal, match="no-such-contract"):
        world.do(interviewing.skip, other, ident, 1)
    with pytest.raises(Refusal, match="no-such-contract"):
        world.do(interviewing.resume, other, ident + 1)


def test_a_question_that_was_answered_meanwhile_is_not_said(world: World) -> None:
    talk = Talk(world).begin()
    talk.say("Starting")
    first = InterviewQuestion(talk.interview().id, 1)
    with world.uow() as uow, pytest.raises(NothingToSay):
        brief_for(uow, first, world.student.user)


# --- edited messages ---


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
    assert terms_of(world).hardest == TYPED[0]


# --- the class's policy ---


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
    terms = terms_of(world)
    assert (terms.ends_on, terms.check_in_days) == (world.classroom.term_ends_on, ("MO", "TH"))
    assert terms.targets[0].due_on == date(2027, 3, 12)


def test_open_offers_every_day(world: World) -> None:
    with world.uow() as uow:
        uow.classrooms.save(replace(world.classroom, autonomy=Autonomy.OPEN))
    talk = Talk(world).begin()
    for text in TYPED[:9]:
        talk.say(text)
    assert talk.question().options == ("MO,TH", "MO", "TU", "WE", "TH", "FR", "SA", "SU")
    talk.say("Wednesday and Friday")
    talk.choose("no")
    talk.submit()
    assert terms_of(world).check_in_days == ("WE", "FR")


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
    assert terms_of(world).check_in_days == ("FR",)


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


# --- where one starts ---


def _second_class(world: World) -> Classroom:
    with world.uow() as uow:
        made = uow.classrooms.add(replace(world.classroom, id=0, channel="C2", name="History 11"))
        uow.memberships.add(Membership(WORKSPACE, made.id, world.student.user, Side.STUDENT, world.now))
    return made


def test_a_student_of_several_classes_says_which(world: World) -> None:
    second = _second_class(world)
    world.do(interviewing.begin, world.student, None, None)
    talk = Talk(world)
    assert world.kinds(world.student.user)[-1] == "choose-class"
    assert set(talk.buttons().values()) == {str(world.classroom.id), str(second.id)}
    talk.begin(second.id)
    assert talk.interview().classroom == second.id
    world.do(interviewing.begin_in_channel, world.student, world.classroom.channel)
    assert talk.interview().classroom == world.classroom.id


def test_feedback_chooses_its_class(world: World) -> None:
    _second_class(world)
    given = world.do(giving_feedback.give_feedback, world.teacher, world.student.user, "Seen", "Matters", "Try")
    talk = Talk(world).begin(feedback=given.id)
    assert talk.interview().classroom == world.classroom.id
    ident = talk.interview().contract
    with world.uow() as uow:
        contract = uow.contracts.get(ident)
    assert contract is not None
    assert contract.feedback == given.id
    with pytest.raises(Refusal, match="no-such-feedback"):
        world.do(interviewing.begin, world.classmate, None, given.id)


def test_who_is_no_student_is_told_what_to_do(world: World) -> None:
    for actor in (world.teacher, world.stranger):
        with pytest.raises(Refusal, match="no-class-to-start-in"):
            world.do(interviewing.begin, actor, None, None)
    with pytest.raises(Refusal, match="for-students"):
        world.do(interviewing.begin_in_channel, world.teacher, world.classroom.channel)


def test_who_left_the_class_can_not_go_on(world: World) -> None:
    talk = Talk(world).begin()
    with world.uow() as uow:
        place = uow.memberships.first(user=world.student.user)
        assert place is not None
        uow.memberships.save(replace(place, left_at=world.now))
    with pytest.raises(Refusal, match="not-in-this-class"):
        talk.say("Starting")


def test_an_open_contract_says_where_it_stands(world: World) -> None:
    world.proposed()
    world.do(interviewing.begin, world.student, None, None)
    assert world.kinds(world.student.user) == ["contract-card"]
    assert world.count(InterviewRow) == 0


def test_a_proposal_that_was_sent_back_has_its_draft(world: World) -> None:
    talk = Talk(world).begin().to_the_summary()
    talk.submit()
    ident = talk.interview().contract
    with world.uow() as uow:
        contract = uow.contracts.get(ident)
        assert contract is not None
        sent = uow.contracts.save(send_back(contract, 1, "Make it smaller", world.teacher.user, world.now))
        interviewing.reopen(uow, sent, now=world.now)
    assert talk.interview().state is InterviewState.LATER
    talk.begin()
    assert talk.now_asked() == ""
    talk.press(interviewing.edit, "1.goal")
    talk.say("7")
    talk.submit()
    assert terms_of(world).targets[0].goal == Decimal(7)


def test_a_closed_draft_takes_nothing_any_more(world: World) -> None:
    talk = Talk(world).begin()
    ts = talk.say("Starting")
    interview = talk.interview()
    with world.uow() as uow:
        uow.interviews.save(replace(interview, state=InterviewState.CLOSED))
    with pytest.raises(Refusal, match="draft-closed"):
        talk.say("Ideas")
    assert not world.do(interviewing.correct, world.student, "Ending", ts)


def test_after_one_contract_the_next(world: World) -> None:
    finished = world.proposed()
    with world.uow() as uow:
        uow.contracts.save(replace(finished, status=Status.COMPLETED))
    world.do(interviewing.next_one, world.student, finished)
    assert Talk(world).now_asked() == "hardest"
