"""A contract with oneself, and one for a lesson: signed by its student alone, seen by teachers where they say so."""

import json
import re
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.activities.absence import use_cases as absences
from bot.activities.admitting import use_cases as admitting
from bot.activities.digest import use_cases as digest
from bot.activities.documents import use_cases as documents
from bot.activities.export import use_cases as export
from bot.activities.home import looking, student_page
from bot.activities.home import use_cases as home
from bot.activities.home.desk_messages import Where
from bot.activities.journey import use_cases as journey
from bot.activities.logbook import use_cases as logbook
from bot.activities.oneself import use_cases as oneself
from bot.activities.oneself.forms import SAVE, SelfForm, end_form, halfway_form, self_form
from bot.activities.oneself.messages import OPEN
from bot.activities.report import use_cases as report
from bot.activities.set_up import use_cases as set_up
from bot.activities.standards import use_cases as standards
from bot.activities.waiting import use_cases as waiting
from bot.domain import oneself as rules
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.days_off import DaysOff, Span
from bot.domain.oneself import SelfContract, SelfKind, SelfTerms, midpoint_of
from handlers import oneself as handlers
from handlers.inbound import Press, Submission
from prompts.words import words_for
from sandbox.blocks.check import check_view
from tests.unit.handling import KeptViews, context_of
from tests.world import START, WORKSPACE, World

END = date(2027, 2, 10)
SAID = ("Zebrafinches", "I can name nine zebrafinches", "A zebrafinch a day", "", END)


def written(world: World, actor: Actor | None = None, *said: Any, kind: SelfKind = SelfKind.ONESELF) -> SelfContract:
    student = actor or world.student
    world.do(oneself.begin, student, world.classroom.id, kind, *(said or SAID))
    return mine(world, student)[-1]


def mine(world: World, actor: Actor) -> list[SelfContract]:
    with world.uow() as uow:
        return uow.self_contracts.of(actor.user)


def signed(world: World) -> SelfContract:
    made = written(world)
    world.do(oneself.sign, world.student, made.id)
    return mine(world, world.student)[-1]


def lesson(world: World) -> SelfContract:
    made = written(world, None, "Equations", "Two alone", "", "Read it\nTry one", None, kind=SelfKind.LESSON)
    world.do(oneself.sign, world.student, made.id)
    return mine(world, world.student)[-1]


def shown(world: World, to: str, kind: str = "") -> str:
    return "".join(
        json.dumps([message.text, list(message.blocks)], ensure_ascii=False)
        for delivery, message in world.render_all()
        if delivery.reader == to and message is not None and kind in ("", delivery.notice)
    )


# Who signs, and when it is asked about.


def test_it_is_active_while_its_students_signature_stands_on_its_words(world: World) -> None:
    made = written(world)
    assert not made.is_active
    world.do(oneself.sign, world.student, made.id)
    (one,) = mine(world, world.student)
    assert one.is_active
    assert one.signed_hash == one.terms.content_hash()
    with pytest.raises(Refusal, match="self-signed"):
        world.do(oneself.sign, world.student, made.id)
    world.do(oneself.share, world.student, made.id)
    world.do(oneself.change, world.student, made.id, *SAID)
    assert mine(world, world.student)[0].is_active, "the same words need no new signature"
    world.do(oneself.change, world.student, made.id, "Owls", *SAID[1:])
    (other,) = mine(world, world.student)
    assert (other.is_active, other.shared_at) == (False, None)
    world.do(oneself.sign, world.student, made.id)
    assert mine(world, world.student)[0].signed_hash != one.signed_hash


def test_each_part_that_is_signed_changes_the_hash() -> None:
    terms = SelfTerms(SelfKind.ONESELF, "a", "b", "c", ("d",), END)
    others: dict[str, Any] = {"kind": SelfKind.LESSON, "steps": ("e",), "ends_on": END + timedelta(days=1)}
    for part in fields(terms):
        other = replace(terms, **{part.name: others.get(part.name, "z")})
        assert other.content_hash() != terms.content_hash(), part.name


@pytest.mark.parametrize("who", ["teacher", "teacher2", "classmate", "admin", "stranger"])
def test_nobody_else_signs_or_touches_it(world: World, who: str) -> None:
    made = written(world)
    other = getattr(world, who)
    for use_case in (oneself.sign, oneself.share, oneself.discard, oneself.open_change, oneself.show):
        with pytest.raises(Refusal, match="old-button"):
            world.do(use_case, other, made.id)
    with pytest.raises(Refusal, match="old-button"):
        rules.signed(made, other.user, START)
    assert mine(world, world.student) == [made]


def test_it_is_asked_about_once_not_later_than_its_midpoint_and_on_its_last_day(world: World) -> None:
    one = signed(world)
    asked = {d.notice: d for d in world.deliveries() if d.notice in ("self-halfway", "self-ends")}
    assert set(asked) == {"self-halfway", "self-ends"}
    middle = world.now + (one.closes_at - world.now) / 2
    assert world.now < asked["self-halfway"].not_before <= middle
    assert asked["self-ends"].not_before.date() == END
    assert {d.expires_at for d in asked.values()} == {one.closes_at}


def test_days_off_move_the_question_before_the_midpoint_or_after_where_there_is_no_day() -> None:
    one = SelfContract(WORKSPACE, 1, "U1", SelfKind.ONESELF, "a", "b", "c", (), date(2027, 1, 21), START, START)
    today = date(2027, 1, 11)
    assert midpoint_of(one, today, DaysOff.of([])) == date(2027, 1, 16)
    assert midpoint_of(one, today, DaysOff.of([Span(date(2027, 1, 15), date(2027, 1, 17))])) == date(2027, 1, 14)
    assert midpoint_of(one, today, DaysOff.of([Span(date(2027, 1, 11), date(2027, 1, 17))])) == date(2027, 1, 18)
    assert midpoint_of(one, today, DaysOff.of([Span(today, date(2027, 2, 17))])) is None
    assert midpoint_of(replace(one, kind=SelfKind.LESSON), today, DaysOff.of([])) is None


def test_what_was_said_or_changed_is_not_asked_nor_is_who_is_away(world: World) -> None:
    one = signed(world)
    assert "self-halfway" in [d.notice for d, m in world.render_all() if m is not None]
    today = world.now.date()
    world.do(absences.say_away, world.student, Span(today, today))
    assert "self-halfway" not in [d.notice for d, m in world.render_all() if m is not None]
    world.do(absences.say_back, world.student)
    assert "self-halfway" in [d.notice for d, m in world.render_all() if m is not None]
    world.do(oneself.say_halfway, world.student, one.id, "It goes well")
    assert "self-halfway" not in [d.notice for d, m in world.render_all() if m is not None]
    world.do(oneself.change, world.student, one.id, "Owls", *SAID[1:])
    assert "self-ends" not in [d.notice for d, m in world.render_all() if m is not None]


def test_a_lesson_has_steps_ends_with_its_day_and_is_asked_about_by_nobody(world: World) -> None:
    one = lesson(world)
    assert one.closes_at == world.now.replace(hour=0) + timedelta(days=1)
    assert world.kinds("USTUDENT") == ["self-card"]
    world.do(oneself.do_step, world.student, one.id, 1)
    assert mine(world, world.student)[0].done == (1,)
    world.do(oneself.do_step, world.student, one.id, 1)
    assert mine(world, world.student)[0].done == ()
    world.do(oneself.end, world.student, one.id, "partly", "It was the sign", "Brackets")
    assert "Brackets" in shown(world, "USTUDENT", "self-card")
    with pytest.raises(Refusal, match="self-over"):
        world.do(oneself.end, world.student, one.id, "yes", "a", "b")


@pytest.mark.parametrize(
    ("kind", "said", "key", "field"),
    [
        (SelfKind.ONESELF, ("", *SAID[1:]), "empty", "goal"),
        (SelfKind.ONESELF, (SAID[0], "\u200b", *SAID[2:]), "empty", "sign"),
        (SelfKind.ONESELF, (*SAID[:2], "", *SAID[3:]), "empty", "practice"),
        (SelfKind.ONESELF, ("x" * 501, *SAID[1:]), "self-too-long", "goal"),
        (SelfKind.ONESELF, (*SAID[:4], None), "self-end", "ends_on"),
        (SelfKind.ONESELF, (*SAID[:4], date(2027, 1, 12)), "self-end", "ends_on"),
        (SelfKind.ONESELF, (*SAID[:4], date(2028, 2, 12)), "self-end", "ends_on"),
        (SelfKind.LESSON, (*SAID[:3], " \n", None), "self-steps", "steps"),
        (SelfKind.LESSON, (*SAID[:3], "a\nb\nc\nd", None), "self-steps", "steps"),
        (SelfKind.LESSON, (*SAID[:3], "x" * 101, None), "self-step-too-long", "steps"),
    ],
)
def test_what_is_missing_is_said_under_its_field(
    world: World, kind: SelfKind, said: tuple[Any, ...], key: str, field: str
) -> None:
    with pytest.raises(Refusal) as refused:
        world.do(oneself.begin, world.student, world.classroom.id, kind, *said)
    assert (refused.value.key, refused.value.field) == (key, field)
    assert mine(world, world.student) == []


def test_three_are_open_at_most(world: World) -> None:
    for _ in range(rules.OPEN_MOST):
        written(world)
    with pytest.raises(Refusal, match="self-too-many"):
        written(world)
    world.do(oneself.discard, world.student, mine(world, world.student)[0].id)
    written(world)


# Who sees it.


def _documents(world: World) -> None:
    world.do(documents.give_class, world.teacher, world.classroom.id)
    world.do(documents.give_overview, world.teacher, world.classroom.id)
    world.do(documents.give_folder, world.teacher, "USTUDENT")


def _home(world: World) -> None:
    world.do(home.greet, world.teacher, None)
    world.do(home.open_home, world.teacher, None)


def _digest(world: World) -> None:
    world.do(digest.begin, world.accord)
    world.later(days=8)
    with world.uow() as uow:
        due = [one.id for one in uow.digests.all()]
    for one in due:
        world.do(digest.tell_due, world.accord, one)


def _reminders(world: World) -> None:
    world.later(days=8)
    world.do(waiting.remind, world.accord, world.classroom.id)


READERS: dict[str, Callable[[World], Any]] = {
    "home": _home,
    "class list": lambda w: w.do(looking.class_list, w.teacher, Where(w.classroom.id)),
    "student's page": lambda w: w.do(student_page.open_page, w.teacher, "USTUDENT", 0),
    "what waits": lambda w: w.do(looking.all_waiting, w.teacher, 0),
    "journey": lambda w: w.do(journey.open_page, w.teacher, "USTUDENT", 0),
    "past contracts": lambda w: w.do(journey.past_of, w.teacher, "USTUDENT"),
    "progress": lambda w: w.do(logbook.show, w.teacher, 1),
    "documents": _documents,
    "digest": _digest,
    "reminders": _reminders,
    "export": lambda w: w.do(export.export_class, w.teacher, "C1"),
    "standards": lambda w: w.do(standards.show, w.teacher, "C1"),
    "report": lambda w: w.do(report.report, w.accord, "operator:me"),
}


def told(world: World, reader: Callable[[World], Any]) -> str:
    """What it returns, and all that stands in the messages of teachers and of the class then."""
    found = reader(world)
    said = "".join(shown(world, user) for user in ("UTEACHER", "UTEACHER2", "UADMIN", ""))
    return f"{found!r}{said}"


@pytest.mark.parametrize("name", READERS)
def test_no_reader_of_a_teacher_knows_that_it_is_there(world: World, name: str) -> None:
    world.agree()
    one = signed(world)
    world.do(oneself.say_halfway, world.student, one.id, "The zebrafinch sang")
    lesson(world)
    with_it = re.sub(r"\b\d+\b", "", told(world, READERS[name]))
    assert not re.search("zebrafinch|equations|two alone", with_it, re.IGNORECASE)
    assert "self-" not in "".join(k for u in ("UTEACHER", "UTEACHER2", "C1", "UADMIN") for k in world.kinds(u))


def test_a_home_is_the_same_with_and_without_one(world: World) -> None:
    world.agree()
    before = told(world, lambda w: w.do(looking.class_list, w.teacher, Where(w.classroom.id)))
    signed(world)
    after = told(world, lambda w: w.do(looking.class_list, w.teacher, Where(w.classroom.id)))
    assert after == before


def test_no_other_room_reads_the_table() -> None:
    """Whoever wants to has to come by here first."""
    may = {
        *("bot/activities/oneself/use_cases.py", "bot/activities/oneself/reads.py", "storage/unit_of_work.py"),
        *("storage/queries/oneself.py", "storage/tables/oneself.py", "storage/tables/classes.py"),
        *("storage/privacy/register.py", "storage/privacy/past.py", "bot/activities/privacy/page/page.py"),
        "bot/activities/privacy/erasing.py",
    }
    root = Path(__file__).parents[3]
    said = re.compile(r"uow\.self_contracts|SelfContractRow|\"self_contract\"|SelfContracts\(Repository")
    found = {
        str(path.relative_to(root))
        for folder in ("bot", "handlers", "storage")
        for path in (root / folder).rglob("*.py")
        if "versions" not in path.parts and said.search(path.read_text("utf-8"))
    }
    assert found <= may, found - may


def test_teachers_look_only_while_it_is_shared(world: World) -> None:
    one = signed(world)
    assert shown(world, "UTEACHER") == ""
    world.do(oneself.share, world.student, one.id)
    world.do(oneself.share, world.student, one.id)
    assert world.kinds("UTEACHER") == world.kinds("UTEACHER2") == ["self-shared"]
    assert "Zebrafinches" in shown(world, "UTEACHER")
    assert shown(world, "UCLASSMATE") == shown(world, "UADMIN") == ""
    world.do(oneself.keep, world.student, one.id)
    assert "Zebrafinches" not in shown(world, "UTEACHER")
    world.do(oneself.share, world.student, one.id)
    world.do(oneself.change, world.student, one.id, "Owls", *SAID[1:])
    assert "Owls" not in shown(world, "UTEACHER")
    world.do(oneself.sign, world.student, one.id)
    assert "Owls" not in shown(world, "UTEACHER"), "other words are shown after another yes"
    world.do(oneself.share, world.student, one.id)
    world.do(oneself.discard, world.student, one.id)
    assert "Owls" not in shown(world, "UTEACHER")
    assert world.kinds("C1") == []


def goes(world: World) -> None:
    world.do(set_up.leave, world.student, "C1")


def comes_to_teach(world: World) -> None:
    with world.uow() as uow:
        admitting.put_in_class(uow, world.classroom, world.student.user, Side.TEACHER)


@pytest.mark.parametrize("moves", [goes, comes_to_teach])
def test_who_leaves_the_class_or_teaches_it_takes_back_what_they_showed(
    world: World, moves: Callable[[World], None]
) -> None:
    one = signed(world)
    world.do(oneself.share, world.student, one.id)
    assert "Zebrafinches" in shown(world, "UTEACHER")
    moves(world)
    world.do(oneself.keep, world.student, one.id)
    assert "Zebrafinches" not in shown(world, "UTEACHER")
    with pytest.raises(Refusal, match=r"not-in-this-class|for-students"):
        world.do(oneself.share, world.student, one.id)
    world.do(oneself.show_mine, world.student)
    world.do(oneself.say_halfway, world.student, one.id, "Five so far")
    world.do(oneself.discard, world.student, one.id)
    assert mine(world, world.student) == []


def test_a_draft_can_not_be_shared(world: World) -> None:
    with pytest.raises(Refusal, match="self-sign-first"):
        world.do(oneself.share, world.student, written(world).id)


# What it looks like.


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("kind", list(SelfKind))
def test_the_forms_are_such_as_slack_takes(lang: str, kind: SelfKind) -> None:
    words = words_for(lang)
    steps = ("x" * 100,) * 3 if kind is SelfKind.LESSON else ()
    terms = SelfTerms(kind, "x" * 500, "y" * 500, "z" * 500, steps, END)
    one = rules.begun(WORKSPACE, 1, "U1", terms, START, START)
    assert check_view(self_form(words, SelfForm(((1, "English 11"), (2, "Art"))), kind)) == []
    assert check_view(self_form(words, SelfForm((), replace(one, signed_hash="x")), kind)) == []
    assert check_view(halfway_form(words, one)) == []
    assert check_view(end_form(words, one)) == []


def test_the_longest_card_is_such_as_slack_takes(world: World) -> None:
    one = lesson(world)
    world.do(oneself.share, world.student, one.id)
    world.do(oneself.show_mine, world.student)
    world.render_all()


async def test_it_is_written_and_changed_through_its_form(world: World) -> None:
    views = KeptViews()
    context = context_of(world, views)
    await handlers.open_new(Press(world.student, OPEN, "", "1.2", "press:1", "D1", "1.1"), context)
    about = views.opened[0]["private_metadata"]
    values = {"goal": "Read", "sign": "Two books", "practice": "At noon", "ends_on": END.isoformat()}
    await handlers.save(Submission(world.student, SAVE, values, about, "t1", "view:1"), context)
    (one,) = mine(world, world.student)
    assert (one.goal, one.ends_on) == ("Read", END)
    changed = {**values, "goal": "Read more"}
    await handlers.save(Submission(world.student, SAVE, changed, f"0:{one.id}", "t1", "view:2"), context)
    assert [each.goal for each in mine(world, world.student)] == ["Read more"]
