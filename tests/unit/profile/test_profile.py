"""The learner profile: its student writes it, alone; teachers read what the student shows to them."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.activities.profile import use_cases as profile
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Membership
from bot.domain.outbox import Verb
from bot.domain.profile import PARTS, TEXT_MOST, LearnerProfile, written
from bot.domain.seen import clean
from storage.tables.classes import LearnerProfileRow
from tests.rows import first_row
from tests.world import START, WORKSPACE, World

FILLED: dict[str, Any] = {part: f"my {part}" for part in PARTS}


def save(world: World, actor: Actor, *, ideas: bool = False, teachers: bool = False, **parts: Any) -> LearnerProfile:
    return world.do(profile.save, actor, parts, share_interests=ideas, share_with_teachers=teachers)


def form(world: World, actor: Actor) -> LearnerProfile:
    return world.do(profile.open_form, actor)


class TestItsStudent:
    def test_begins_with_an_empty_page_that_nobody_reads(self, world: World) -> None:
        page = form(world, world.student)
        assert page.is_empty
        assert not page.share_interests
        assert not page.share_with_teachers
        assert world.count(LearnerProfileRow) == 0

    def test_finds_again_what_was_written(self, world: World) -> None:
        saved = save(world, world.student, ideas=True, teachers=True, **FILLED)
        assert form(world, world.student) == saved
        assert {part: getattr(saved, part) for part in PARTS} == FILLED
        assert form(world, world.classmate).is_empty

    def test_takes_everything_away_again(self, world: World) -> None:
        save(world, world.student, ideas=True, teachers=True, **FILLED)
        assert save(world, world.student, ideas=True, teachers=True).is_empty
        page = form(world, world.student)
        assert (page.is_empty, page.share_interests, page.share_with_teachers) == (True, False, False)
        assert world.count(LearnerProfileRow) == 1

    def test_who_sends_an_empty_form_has_written_nothing(self, world: World) -> None:
        save(world, world.student)
        assert world.count(LearnerProfileRow) == 0

    def test_sees_it_on_their_home(self, world: World) -> None:
        save(world, world.student, goals="a good mark")
        (shown,) = world.deliveries()
        assert (shown.verb, shown.reader) == (Verb.HOME, world.student.user)
        world.render_all()

    @pytest.mark.parametrize("part", PARTS)
    def test_is_told_which_part_is_too_long(self, world: World, part: str) -> None:
        save(world, world.student, **FILLED)
        with pytest.raises(Refusal) as refused:
            save(world, world.student, **FILLED | {part: "x" * (TEXT_MOST + 1)})
        assert (refused.value.key, refused.value.field) == ("too-long", part)
        assert getattr(form(world, world.student), part) == FILLED[part]

    def test_may_use_signs_alone(self, world: World) -> None:
        assert save(world, world.student, interests="⚽ 🎸").interests == "⚽ 🎸"

    @pytest.mark.parametrize("who", ["teacher", "stranger", "admin"])
    def test_is_a_student_of_a_class(self, world: World, who: str) -> None:
        actor = getattr(world, who)
        with pytest.raises(Refusal, match="profile-for-students"):
            form(world, actor)
        with pytest.raises(Refusal, match="profile-for-students"):
            save(world, actor, goals="x")

    def test_is_none_any_more_after_leaving(self, world: World) -> None:
        save(world, world.student, goals="x")
        leave(world, world.student)
        with pytest.raises(Refusal, match="profile-for-students"):
            form(world, world.student)


class TestTeachers:
    def test_read_what_is_shown_to_them(self, world: World) -> None:
        saved = save(world, world.student, teachers=True, supports="more time")
        for teacher in (world.teacher, world.teacher2):
            assert world.do(profile.about_student, teacher, world.student.user).profile == saved

    @pytest.mark.parametrize("parts", [{}, {"supports": "more time", "interests": "chess"}])
    def test_read_nothing_else(self, world: World, parts: dict[str, Any]) -> None:
        save(world, world.student, ideas=True, **parts)
        found = world.do(profile.about_student, world.teacher, world.student.user)
        assert (found.student, found.profile) == ("Ana", None)

    def test_read_nothing_of_whom_they_do_not_teach(self, world: World) -> None:
        save(world, world.student, teachers=True, supports="more time")
        other = Actor(WORKSPACE, "UOTHER")
        with world.uow() as uow:
            made = uow.classrooms.add(replace(world.classroom, id=0, channel="C2"))
            uow.memberships.add(Membership(WORKSPACE, made.id, other.user, Side.TEACHER, world.now))
        for user in (world.student.user, world.teacher.user, "UNOBODY", ""):
            with pytest.raises(Refusal, match="not-your-student") as refused:
                world.do(profile.about_student, other, user)
            assert refused.value.field == "student"

    def test_read_nothing_of_who_has_left(self, world: World) -> None:
        save(world, world.student, teachers=True, supports="more time")
        leave(world, world.student)
        with pytest.raises(Refusal, match="not-your-student"):
            world.do(profile.about_student, world.teacher, world.student.user)

    @pytest.mark.parametrize("who", ["student", "classmate", "stranger", "admin"])
    def test_are_the_only_ones_who_read(self, world: World, who: str) -> None:
        save(world, world.student, teachers=True, supports="more time")
        for use_case, args in ((profile.choose_student, ()), (profile.about_student, (world.student.user,))):
            attempt: Any = use_case
            with pytest.raises(Refusal, match="for-teachers"):
                world.do(attempt, getattr(world, who), *args)


def leave(world: World, actor: Actor) -> None:
    with world.uow() as uow:
        standing = first_row(uow.memberships, user=actor.user)
        assert standing is not None
        uow.memberships.save(replace(standing, left_at=world.now))


def test_nothing_of_it_is_said_to_anybody(world: World) -> None:
    save(world, world.student, ideas=True, teachers=True, **FILLED)
    world.agree()
    assert [d for d in world.deliveries() if d.lane in (world.classroom.channel, world.teacher.user)] == []


@given(st.dictionaries(st.sampled_from([*PARTS, "more"]), st.text(max_size=TEXT_MOST + 20)), st.booleans())
def test_any_text_is_kept_cleaned_or_refused_under_its_field(parts: dict[str, str], tick: bool) -> None:
    blank = LearnerProfile(WORKSPACE, "U1", START)
    texts = {part: clean(parts.get(part, "")) for part in PARTS}
    long = [part for part in PARTS if len(texts[part]) > TEXT_MOST]
    if long:
        with pytest.raises(Refusal, match="too-long") as refused:
            written(blank, parts, share_interests=tick, share_with_teachers=tick, now=START)
        assert refused.value.field == long[0]
        return
    made = written(blank, parts, share_interests=tick, share_with_teachers=tick, now=START)
    assert {part: getattr(made, part) for part in PARTS} == texts
    assert made.shared_interests == (texts["interests"] if tick else "")
    assert made.share_with_teachers == (tick and any(texts.values()))
