"""The interview as its student meets it: from the first question to the signature, left and taken up again."""

from datetime import date
from decimal import Decimal

from bot.activities.feedback import use_cases
from bot.activities.proposing import interviewing
from bot.domain.actor import Side
from bot.domain.interview import About, InterviewState
from bot.domain.terms import EvidenceForm
from prompts.words import words_for
from storage.tables.classes import ContractRow, InterviewRow
from tests.unit.proposing.talk import TYPED, Talk, elements, proposed_by
from tests.unit.reviewing.scenes import texts
from tests.world import World

words = words_for()
HOSTILE = "<!channel> *a comic strip* @here & <https://x.y|z>"


FIRST_CHECK_INS = [date(2027, 1, 11), date(2027, 1, 14), date(2027, 1, 18)]


def test_each_section_then_the_summary_then_a_signed_proposal(world: World) -> None:
    talk = Talk(world).begin()
    assert talk.now_asked() == "hardest"
    sections = []
    for answer in TYPED:
        sections.append(talk.question().section)
        talk.say(answer)
    assert sections == sorted(sections)
    assert set(sections) == set(range(1, 9))
    assert [moment.date() for moment in talk.question().coming] == FIRST_CHECK_INS
    talk.submit()
    with world.uow() as uow:
        contract = uow.contracts.open_of(world.student.user, world.classroom.id)
    assert contract is not None
    version = contract.on_the_table
    assert (version.number, version.signed_by(Side.STUDENT), version.signed_by(Side.TEACHER)) == (1, True, False)
    assert (version.terms.ends_on, version.terms.check_in_days) == (date(2027, 3, 12), ("MO", "TH"))
    target = version.terms.targets[0]
    assert (target.baseline, target.goal, target.due_on) == (Decimal(5), Decimal(8), date(2027, 3, 12))
    assert (target.evidence, target.evidence_words) == (EvidenceForm.VIDEO, "")
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
    talk.press(interviewing.edit, "days")
    assert talk.question().options == ("MO,TH", "MO", "TH", "MO,TH@second-week")
    talk.choose("MO")
    talk.press(interviewing.edit, "1.more")
    talk.choose("no")
    talk.submit()
    terms = proposed_by(world)
    assert (terms.ends_on, terms.check_in_days) == (date(2027, 6, 25), ("MO",))
    assert (terms.targets[0].due_on, terms.targets[0].evidence) == (date(2027, 6, 25), EvidenceForm.PEER_TEACHING)


def test_something_else_is_asked_for_in_words_and_signed_in_them(world: World) -> None:
    talk = Talk(world).begin()
    for text in TYPED[:5]:
        talk.say(text)
    talk.choose(EvidenceForm.OTHER.value)
    assert (talk.now_asked(), talk.notice().remark) == ("1.evidence", "evidence-in-words")
    talk.say(HOSTILE)
    assert talk.question().understood is None
    talk.press(interviewing.back)
    assert (talk.now_asked(), talk.question().keep) == ("1.evidence", HOSTILE)
    assert HOSTILE in texts(talk.shown())
    talk.press(interviewing.keep)
    for text in TYPED[6:]:
        talk.say(text)
    assert HOSTILE in texts(talk.shown())
    talk.submit()
    assert proposed_by(world).targets[0].evidence_words == HOSTILE


def test_a_question_that_was_answered_loses_its_buttons(world: World) -> None:
    talk = Talk(world).begin()
    for text in TYPED[:5]:
        talk.say(text)
    talk.choose(EvidenceForm.WRITTEN.value)
    talk.press(interviewing.skip)
    talk.say(TYPED[7])
    talk.submit()
    stand = talk.standing()
    assert len(stand) == 9
    assert not [e for message in stand for e in elements(message)]
    assert [words("proposing-option-evidence-written") in str(message.blocks) for message in stand].count(True) == 1
    assert words("proposing-answered-skipped") in str(stand[-3].blocks)
    assert words("proposing-summary-sent") in str(stand[-1].blocks)


def test_who_begins_for_the_first_time_is_told_who_reads_what(world: World) -> None:
    talk = Talk(world).begin()
    hello = talk.question().hello
    assert hello is not None
    assert (hello.name, hello.teachers) == ("Ana", ("Ms Lee", "Mr Bell"))
    talk.press(interviewing.show_help)
    assert talk.question().hello is None
    talk.say("I was ill for weeks, so I missed the start")
    assert (talk.question().hello, talk.question().warm) == (None, "ill")
    talk.say("I got better at openings")
    assert talk.question().warm == "progress"


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
        world.do(use_cases.give_feedback, world.teacher, [world.student.user], seen, "It matters", "Try")
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
    talk.change("ends_on", "12 March")
    seal = talk.question().seal
    world.later(weeks=10)
    talk.press(interviewing.submit, seal)
    assert (talk.now_asked(), talk.notice().remark) == ("1.timeframe", "not-finished")
    talk.say("1 May")
    assert (talk.now_asked(), talk.question().refusal) == ("ends_on", "date-in-the-past")
    talk.say("1 May")
    talk.submit()
    assert proposed_by(world).ends_on == date(2027, 5, 1)


def test_typed_messages_are_about_the_interview(world: World) -> None:
    talk = Talk(world).begin()
    with world.uow() as uow:
        focus = uow.focus.of(world.student.user)
    assert focus is not None
    assert (focus.about, focus.ref) == (About.INTERVIEW, talk.interview().id)


def test_where_a_draft_waits(world: World) -> None:
    talk = Talk(world).begin()
    for text in TYPED[:5]:
        talk.say(text)
    with world.uow() as uow:
        waiting = interviewing.summary(uow, world.student.user)
    assert [(w.interview, w.section, w.sections) for w in waiting] == [(talk.interview().id, 6, 9)]


def test_a_question_back_gets_help_at_every_question_and_is_no_answer(world: World) -> None:
    talk = Talk(world).begin()
    for answer in (*TYPED, ""):
        asked, draft = talk.now_asked(), talk.interview().draft
        talk.say("what?")
        assert (talk.now_asked(), talk.notice().help, talk.interview().draft) == (asked, True, draft)
        if answer:
            talk.say(answer)
