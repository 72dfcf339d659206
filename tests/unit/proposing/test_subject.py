"""Questions speak of the student's own work, where something says what that is; without, they ask as well."""

from dataclasses import replace

import pytest

from bot.activities.drafting import use_cases as drafting
from bot.activities.feedback import use_cases as giving_feedback
from bot.activities.profile import use_cases as profile
from bot.activities.proposing import interviewing
from bot.activities.proposing.messages import _remarks_of, _worded, interview_question
from bot.domain import drafts as domain_drafts
from bot.messages.registry import Reader
from prompts.words import words_for
from sandbox.blocks.check import check_message_blocks
from tests.unit.proposing.talk import Talk
from tests.world import World

BEGIN = ("The beginnings", "My ideas")
words = words_for()


def called(world: World, name: str) -> None:
    with world.uow() as uow:
        uow.classrooms.save(replace(world.classroom, name=name))


def feedback(world: World, next_step: str) -> int:
    (given,) = world.do(giving_feedback.give_feedback, world.teacher, ["USTUDENT"], "Seen", "It matters", next_step)
    return given.id


def writes(world: World, subjects: str) -> None:
    world.do(profile.save, world.student, {"subjects": subjects}, share_interests=False, share_with_teachers=False)


def reaches(talk: Talk, *answers: str) -> str:
    """What the question after these answers speaks of."""
    for answer in answers:
        talk.say(answer)
    return talk.question().work


@pytest.mark.parametrize(
    ("name", "subjects", "next_step", "statement", "work"),
    [
        ("11c", "", "", "begin in a new way", ""),
        ("Physics 11", "", "", "begin in a new way", "lab reports"),
        ("Physics 11", "Physics: presentations", "", "begin in a new way", "presentations"),
        ("Physics 11", "Physics: presentations", "Begin your next essay anew", "begin in a new way", "essays"),
        ("Physics 11", "Physics: presentations", "Begin your next essay anew", "begin a poem anew", "essays"),
        ("Physics 11", "Physics: presentations", "Begin your next essay anew", "begin my reports anew", "reports"),
    ],
)
def test_what_is_said_last_and_by_the_student_goes_first(
    world: World, name: str, subjects: str, next_step: str, statement: str, work: str
) -> None:
    called(world, name)
    if subjects:
        writes(world, subjects)
    if next_step:
        feedback(world, next_step)
    talk = Talk(world).begin()
    assert reaches(talk, *BEGIN, statement) == work
    assert talk.now_asked() == "1.measure"
    asked = _worded("ask", talk.question(), words)
    assert asked == ("proposing-ask-measure-work" if work else "proposing-ask-measure")
    assert work in str(talk.shown().blocks)


def test_every_question_can_be_asked_in_words_of_the_work(world: World) -> None:
    called(world, "Physics 11")
    talk = Talk(world).begin()
    worded = {}
    for answer in (*BEGIN, "start in 3 of my next 4 essays", "1", "aloud", "a video", "skip", "I see it", "12 March"):
        brief = talk.question()
        worded[talk.now_asked()] = brief.work
        talk.say(answer)
    assert worded["hardest"] == "lab reports"
    assert worded["1.baseline"] == "essays"
    assert worded["1.criterion"] == "essays"
    assert worded["strengths"] == worded["1.strategies"] == worded["ends_on"] == ""


def test_how_many_of_how_many(world: World) -> None:
    talk = Talk(world).begin()
    assert reaches(talk, *BEGIN, "check my commas in 3 of my next 4 essays") == "essays"
    brief = talk.question()
    assert (brief.step, brief.total, brief.unit) == ("baseline", "4", "")
    assert _worded("ask", brief, words) == "proposing-ask-baseline-work"
    assert "0 to 4" in str(talk.shown().blocks)


@pytest.mark.parametrize("statement", ["use 8 of 10 key terms in my essays by 12 March", "read 4 books by 12 March"])
def test_what_is_counted_otherwise_is_asked_for_as_before(world: World, statement: str) -> None:
    talk = Talk(world).begin()
    assert reaches(talk, *BEGIN, statement) == ""
    brief = talk.question()
    assert (brief.step, brief.total) == ("baseline", "")
    assert brief.unit
    assert _worded("ask", brief, words) == "proposing-ask-baseline"


class TestADraftTarget:
    def taken(self, world: World, text: str) -> Talk:
        given = feedback(world, "Be braver")
        with world.uow() as uow:
            standing = uow.drafts.of(given)
            assert standing is not None
            made = domain_drafts.begin("T1", given, (text,), ask_model=False)
            uow.drafts.save(domain_drafts.offer(replace(made, id=standing.id, revision=standing.revision), world.now))
        world.do(drafting.take, world.student, given, 1)
        return Talk(world)

    @pytest.mark.parametrize(
        ("subjects", "work"), [("I mostly write lab reports", "lab reports"), ("reading", "tasks"), ("", "tasks")]
    )
    def test_names_the_work_where_it_had_no_word_for_it(self, world: World, subjects: str, work: str) -> None:
        called(world, "11c")
        writes(world, subjects)
        talk = self.taken(world, "I will check each line in __ of my next __ tasks.")
        for answer in BEGIN:
            talk.say(answer)
        assert talk.question().idea == f"I will check each line in __ of my next __ {work}."
        talk.choose("take")
        brief = talk.question()
        assert (brief.step, brief.work) == ("blanks", work)
        assert _worded("ask", brief, words) == "proposing-ask-blanks-work"
        talk.say("3")
        assert _remarks_of(talk.notice(), talk.question(), words) == [("refusal-blanks-left-work", {"count": 2})]

    def test_with_other_open_places_is_asked_for_in_general(self, world: World) -> None:
        talk = self.taken(world, "I will begin at most __ of ten sentences alike in __ of my next __ essays.")
        for answer in BEGIN:
            talk.say(answer)
        talk.choose("take")
        brief = talk.question()
        assert (brief.step, brief.work) == ("blanks", "")
        assert _worded("ask", brief, words) == "proposing-ask-blanks"


def test_earlier_feedback_gives_the_rules_drafts_their_word(world: World) -> None:
    called(world, "11c")
    writes(world, "lab reports")
    feedback(world, "Check your commas in your next essay")
    given = feedback(world, "Try to use linking words")
    with world.uow() as uow:
        drafts = uow.drafts.of(given)
    assert drafts is not None
    assert [draft.text for draft in drafts.drafts] == ["I will use linking words in __ of my next __ essays."]


def test_the_feedback_is_shown_whole_once_and_again_after_a_while(world: World) -> None:
    feedback(world, "Begin anew")
    talk = Talk(world).begin()
    shown = [talk.question().feedback is not None]
    talk.press(interviewing.show_help)
    shown.append(talk.question().feedback is not None)
    talk.say("🙂")
    shown.append(talk.question().feedback is not None)
    talk.press(interviewing.later)
    world.do(interviewing.resume, world.student, talk.interview().id)
    shown.append(talk.question().feedback is not None)
    assert shown == [True, False, False, True]


@pytest.mark.parametrize(("typed", "without"), [("in my next three essays", True), ("by 12 March", False)])
def test_a_time_without_a_date_is_not_read_back_as_one(world: World, typed: str, without: bool) -> None:
    talk = Talk(world).begin()
    reaches(talk, *BEGIN, "start 8 of 10 sentences anew", typed)
    shown = str(talk.shown().blocks)
    assert (words("proposing-understood-open") in shown, "12 March 2027" in shown) == (without, not without)


@pytest.mark.parametrize("work", ["", "essays", "lab reports", "presentations"])
def test_every_question_has_words_for_every_work(world: World, work: str) -> None:
    talk = Talk(world).begin()
    for step in ("hardest", "statement", "blanks", "measure", "timeframe", "baseline", "goal", "criterion"):
        brief = replace(talk.question(), step=step, work=work, total="4" if work else "")
        reader = Reader(world.student.user, words, "UTC", world.now)
        for with_help in (False, True):
            message = interview_question(replace(talk.notice(), help=with_help), brief, reader)
            assert check_message_blocks(list(message.blocks)) == []
            assert work in str(message.blocks) or step in ("hardest", "statement")
