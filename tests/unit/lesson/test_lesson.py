"""A lesson about contracts: its script, what goes to the class, and its exit ticket."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.activities.absence import use_cases as absences
from bot.activities.lesson import ticket
from bot.activities.lesson import use_cases as lesson
from bot.activities.lesson.messages import POST, PROMPT, prompts_form
from bot.activities.lesson.ticket_messages import ANSWER, OPEN_ANSWER, TAKE_BACK, answer_form
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Membership, Person
from bot.domain.days_off import Span
from bot.domain.lessons import DEBRIEF, PHASES, PROMPTS, SCRIPTS, STEPS, STUCK, TIPS, Clear, Lesson, LessonAnswer
from bot.domain.lessons import results_of as results
from bot.domain.outbox import Verb
from handlers import lesson as handlers
from handlers.inbound import Press, Submission
from prompts.words import words_for
from sandbox.blocks.check import check_view
from tests.unit.handling import KeptViews, context_of
from tests.world import START, WORKSPACE, World

LANGS = ("en", "es")


def held(world: World, place: int = 0) -> Lesson:
    world.do(lesson.begin, world.teacher, world.classroom.id, place)
    with world.uow() as uow:
        return uow.lessons.all()[-1]


def class_of(world: World, count: int) -> list[Actor]:
    """So many students, with the two who are there."""
    more = [Actor(WORKSPACE, f"UMORE{n}") for n in range(count - 2)]
    with world.uow() as uow:
        for actor in more:
            uow.people.add(Person(WORKSPACE, actor.user, f"More {actor.user}"))
            uow.memberships.add(Membership(WORKSPACE, world.classroom.id, actor.user, Side.STUDENT, world.now))
    return [world.student, world.classmate, *more]


def asked(world: World) -> tuple[Lesson, dict[str, int]]:
    """A lesson whose exit ticket is asked, and the id of each student's own."""
    found = held(world)
    world.do(ticket.ask, world.teacher, found.id)
    with world.uow() as uow:
        return found, {one.student: one.id for one in uow.lesson_answers.of_lesson(found.id)}


def says(world: World, actor: Actor, own: int, words: str, quotes: bool, clear: str = "yes") -> None:
    world.do(ticket.take, actor, own, clear, f"found {words}", f"next {words}", quotes)


def shown(world: World, kind: str) -> str:
    """What this kind of message says now, to each of its readers."""
    return "".join(
        json.dumps([message.text, list(message.blocks)], ensure_ascii=False)
        for delivery, message in world.render_all()
        if delivery.notice == kind and message is not None
    )


@pytest.mark.parametrize("lang", LANGS)
def test_every_step_and_prompt_has_its_words(lang: str) -> None:
    words = words_for(lang)
    for script in SCRIPTS:
        for step in range(len(STEPS[script])):
            assert words.has(f"lesson-{script.value}-{step + 1}")
            assert words.has(f"lesson-{script.value}-{step + 1}-class")
        assert not words.has(f"lesson-{script.value}-{len(STEPS[script]) + 1}")
        assert all(words.has(f"lesson-{script.value}-debrief-{n + 1}") for n in range(DEBRIEF))
    assert all(words.has(f"lesson-tip-{n + 1}") for n in range(TIPS))
    assert all(words.has(f"lesson-stuck-{n + 1}") for n in range(STUCK))
    prompts = [words(f"lesson-prompt-{phase.value}-{n + 1}") for phase in PHASES for n in range(PROMPTS)]
    assert len(set(prompts)) == len(prompts)
    assert max(map(len, prompts)) <= 75


@pytest.mark.parametrize("lang", LANGS)
def test_the_forms_are_such_as_slack_takes(world: World, lang: str) -> None:
    words = words_for(lang)
    assert check_view(prompts_form(words, held(world))) == []
    every = tuple(f"prompt:{phase.value}:{n}" for phase in PHASES for n in range(PROMPTS))
    assert check_view(prompts_form(words, replace(held(world), posted=every))) == []
    answer = LessonAnswer(WORKSPACE, 1, "U1", "nearly", "x" * 500, "y" * 500, True, world.now)
    assert check_view(answer_form(words, answer)) == []


def test_the_script_is_its_teachers_alone_and_the_class_sees_nothing_yet(world: World) -> None:
    world.do(lesson.show, world.teacher, "C1")
    for place in range(len(SCRIPTS)):
        held(world, place)
    assert world.kinds("UTEACHER") == ["lesson-scripts", *["lesson-script"] * 3]
    assert world.kinds("C1") == world.kinds("UTEACHER2") == []
    world.render_all()


def test_a_step_is_posted_once_whoever_presses(world: World) -> None:
    found = held(world)
    for teacher in (world.teacher, world.teacher, world.teacher2):
        world.do(lesson.post_step, teacher, found.id, 1)
        world.do(lesson.post_prompt, teacher, found.id, "setback:1")
    assert world.kinds("C1") == ["lesson-step", "lesson-prompt"]
    world.do(lesson.post_step, world.teacher, held(world).id, 1)
    assert world.kinds("C1") == ["lesson-step", "lesson-prompt", "lesson-step"], "another lesson is another time"
    assert f"{POST}.1" not in shown(world, "lesson-script")


def test_it_is_posted_in_the_language_of_who_posts_it(world: World) -> None:
    with world.uow() as uow:
        teacher = uow.people.of("UTEACHER")
        assert teacher is not None
        uow.people.save(replace(teacher, language="es"))
    world.do(lesson.post_step, world.teacher, held(world).id, 0)
    assert words_for("es")("lesson-start-1-class") in shown(world, "lesson-step")


def test_what_is_not_there_is_not_posted(world: World) -> None:
    found = held(world)
    with pytest.raises(Refusal, match="old-button"):
        world.do(lesson.post_step, world.teacher, found.id, len(found.minutes))
    with pytest.raises(Refusal, match="lesson-prompt"):
        world.do(lesson.post_prompt, world.teacher, found.id, "setback:9")
    with pytest.raises(Refusal, match="old-button"):
        world.do(lesson.begin, world.teacher, world.classroom.id, 9)
    with world.uow() as uow:
        uow.classrooms.save(replace(world.classroom, archived=True))
    with pytest.raises(Refusal, match="lesson-class-closed"):
        world.do(lesson.post_step, world.teacher, found.id, 0)
    assert world.kinds("C1") == []


def test_the_exit_ticket_is_asked_once_of_who_is_there(world: World) -> None:
    today = world.now.date()
    world.do(absences.say_away, world.classmate, Span(today, today))
    found, own = asked(world)
    assert set(own) == {"USTUDENT"}
    with pytest.raises(Refusal, match="lesson-ticket-asked"):
        world.do(ticket.ask, world.teacher, found.id)
    assert world.kinds("USTUDENT") == ["ticket-asked"]


def test_in_quiet_hours_it_waits_for_the_morning_and_is_open_for_a_day_then(world: World) -> None:
    world.later(hours=14)  # ten at night
    _, own = asked(world)
    (delivery,) = [one for one in world.deliveries() if one.notice == "ticket-asked" and one.reader == "USTUDENT"]
    assert delivery.not_before == world.now.replace(hour=7) + timedelta(days=1)
    assert delivery.expires_at == delivery.not_before + timedelta(days=1)
    world.later(hours=20)
    says(world, world.student, own["USTUDENT"], "it", False)


def test_teachers_see_words_only_with_consent_and_never_a_name(world: World) -> None:
    students = class_of(world, 6)
    found, own = asked(world)
    for number, actor in enumerate(students[:5]):
        says(world, actor, own[actor.user], actor.user.lower(), quotes=number > 0)
    before = shown(world, "ticket-results")
    assert "found" not in before, "while it is open nobody can watch who has just answered"
    world.do(ticket.end, world.teacher, found.id)
    after = shown(world, "ticket-results")
    assert "found uclassmate" in after
    assert "next umore0" in after
    assert "found ustudent" not in after
    assert "next ustudent" not in after
    assert not any(name in after for name in ("Ana", "Ben", "More U", "USTUDENT"))


@pytest.mark.parametrize("ended", [True, False])
def test_words_are_taken_back_when_it_is_over_and_are_counted_as_before(world: World, ended: bool) -> None:
    students = class_of(world, 5)
    found, own = asked(world)
    for actor in students:
        says(world, actor, own[actor.user], actor.user.lower(), quotes=True)
    if ended:
        world.do(ticket.end, world.teacher, found.id)
    else:
        world.later(days=1)
    kind = "ticket-results" if ended else "ticket-over"
    count = words_for("en")("lesson-count-yes", count=5)
    assert "found ustudent" in shown(world, kind)
    with pytest.raises(Refusal, match="old-button"):
        world.do(ticket.take_back, world.classmate, own["USTUDENT"])
    world.do(ticket.take_back, world.student, own["USTUDENT"])
    after = shown(world, kind)
    assert ("ustudent" in after, "found uclassmate" in after, count in after) == (False, True, True)
    assert shown(world, "ticket-asked").count(TAKE_BACK) == 4
    with pytest.raises(Refusal, match="old-button"):
        world.do(ticket.take_back, world.student, own["USTUDENT"])


def test_who_left_the_class_takes_their_words_back(world: World) -> None:
    students = class_of(world, 5)
    found, own = asked(world)
    for actor in students:
        says(world, actor, own[actor.user], actor.user.lower(), quotes=True)
    world.do(ticket.end, world.teacher, found.id)
    with world.uow() as uow:
        (theirs,) = (one for one in uow.memberships.ever_of(world.student.user) if one.side is Side.STUDENT)
        uow.memberships.save(replace(theirs, left_at=world.now))
    world.do(ticket.take_back, world.student, own["USTUDENT"])
    assert "ustudent" not in shown(world, "ticket-results")


def test_of_fewer_than_five_nothing_is_shown_but_how_many(world: World) -> None:
    students = class_of(world, 5)
    found, own = asked(world)
    for actor in students[:4]:
        says(world, actor, own[actor.user], "words", quotes=True)
    world.do(ticket.end, world.teacher, found.id)
    after = shown(world, "ticket-results")
    assert "found words" not in after
    assert words_for("en")("lesson-count-yes", count=4) not in after
    with world.uow() as uow:
        few = results(uow.lesson_answers.of_lesson(found.id))
    assert (few.asked, few.answered, few.counts) == (5, 4, None)


def test_counts_are_of_who_answered() -> None:
    answers = [LessonAnswer(WORKSPACE, 1, f"U{n}", "yes", "b", "b", n > 1, START) for n in range(5)]
    found = results([*answers, LessonAnswer(WORKSPACE, 1, "U9")])
    assert found.counts == {Clear.YES: 5, Clear.NEARLY: 0, Clear.NOT_YET: 0}
    assert (found.asked, found.answered, found.found) == (6, 5, ("b",) * 3)


def test_when_it_is_over_its_teacher_hears_once(world: World) -> None:
    found, own = asked(world)
    says(world, world.student, own["USTUDENT"], "it", True)
    (over,) = [one for one in world.deliveries() if one.notice == "ticket-over" and one.verb is Verb.POST]
    assert over.not_before == world.now + timedelta(days=1)
    assert shown(world, "ticket-over")
    world.do(ticket.end, world.teacher, found.id)
    assert shown(world, "ticket-over") == "", "who ended it has seen it"
    with pytest.raises(Refusal, match="lesson-ticket-over"):
        says(world, world.classmate, own["UCLASSMATE"], "late", True)


def test_it_can_be_changed_while_it_is_open_and_leads_to_the_next_target(world: World) -> None:
    _, own = asked(world)
    says(world, world.student, own["USTUDENT"], "first", True)
    says(world, world.student, own["USTUDENT"], "second", False)
    told = shown(world, "ticket-asked")
    assert "next second" in told
    assert "next first" not in told
    assert "proposing.start_in.0" in told
    world.agree()
    assert "proposing.start_in.0" not in shown(world, "ticket-asked")
    world.later(days=1)
    with pytest.raises(Refusal, match="lesson-ticket-over"):
        says(world, world.student, own["USTUDENT"], "third", True)


@pytest.mark.parametrize(
    ("clear", "found", "then", "key", "field"),
    [
        ("", "a", "b", "lesson-clear", "clear"),
        ("sure", "a", "b", "lesson-clear", "clear"),
        ("yes", " \u200b ", "b", "empty", "found"),
        ("yes", "a", "", "empty", "next"),
        ("yes", "a", "x" * 501, "lesson-too-long", "next"),
    ],
)
def test_what_is_no_answer_is_said_under_its_field(
    world: World, clear: str, found: str, then: str, key: str, field: str
) -> None:
    _, own = asked(world)
    with pytest.raises(Refusal) as refused:
        world.do(ticket.take, world.student, own["USTUDENT"], clear, found, then, True)
    assert (refused.value.key, refused.value.field) == (key, field)


async def test_it_is_answered_through_its_form(world: World) -> None:
    _, own = asked(world)
    views, id = KeptViews(), str(own["USTUDENT"])
    await handlers.open_answer(
        Press(world.student, OPEN_ANSWER, id, "1.2", "press:1", "D1", "1.1"), context_of(world, views)
    )
    assert views.opened[0]["callback_id"] == ANSWER
    values = {"clear": "not-yet", "found": "A way", "next": "Commas", "quotes": ["quotes"]}
    form = Submission(world.student, ANSWER, values, id, "t1", "view:1")
    await handlers.answer(form, context_of(world, views))
    with world.uow() as uow:
        said = uow.lesson_answers.get(own["USTUDENT"])
    assert said is not None
    assert (said.clear, said.found, said.quotes) == ("not-yet", "A way", True)
    found = held(world)
    await handlers.prompt(
        Submission(world.teacher, PROMPT, {"prompt": "before:0"}, str(found.id), "t1", "view:2"),
        context_of(world, views),
    )
    assert world.kinds("C1") == ["lesson-prompt"]
