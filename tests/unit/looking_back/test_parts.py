"""A student looks back in parts: what is kept, what the teachers read, and when."""

from dataclasses import replace
from typing import Any

import pytest

from bot.activities.looking_back import parts, use_cases
from bot.activities.looking_back.messages import LookBackAsked, LookedBack
from bot.domain.actor import Actor, Refusal
from bot.domain.contract import Status
from bot.domain.evidence import PieceState
from bot.domain.look_back import PIECE_MOST, AssessmentState, Reflection, furthest_apart
from bot.messages.briefs import brief_for
from tests.unit.looking_back.scenes import End, with_criteria
from tests.world import World

WORDS = Reflection("Reading aloud", "Begin sooner", "How fast it went", "Thank you for the recordings")


def rates(end: End, **numbers: str) -> None:
    end.world.do(parts.rate, end.world.student, end.id, {0: 3, 1: 4}, {0: numbers["final"]} if numbers else {})


def sends(end: End, said: Reflection = WORDS) -> None:
    end.world.do(parts.send, end.world.student, end.id, said)


def brief(end: End, reader: Actor, kind: type[Any] = LookBackAsked) -> Any:
    with end.world.uow() as uow:
        return brief_for(uow, kind(end.id), reader.user)


class TestADraft:
    def test_nobody_else_knows_of_it(self, world: World) -> None:
        end = End(world)
        rates(end)
        assert end.assessments() == {}
        assert end.begun().state is AssessmentState.DRAFT
        theirs = brief(end, world.teacher)
        assert (theirs.theirs, theirs.other_is_in) == (None, False)
        mine = brief(end, world.student)
        assert (mine.mine, mine.begun) == (None, True)

    def test_it_completes_nothing(self, world: World) -> None:
        end = End(world)
        rates(end)
        end.assess(world.teacher)
        assert end.status() is Status.REASSESSING

    def test_who_stopped_half_way_is_reminded(self, world: World) -> None:
        end = End(world)
        rates(end)
        end.tick(days=3, hours=9)
        assert world.kinds(world.student.user).count("look-back-reminder") == 1

    def test_its_final_numbers_count_at_once_and_once(self, world: World) -> None:
        end = End(world)
        rates(end, final="5")
        rates(end, final="5")
        rates(end, final="6")
        with world.uow() as uow:
            assert [str(r.value) for r in uow.replies.on(end.id)] == ["6"]

    @pytest.mark.parametrize("part", ["choose", "send"])
    def test_the_first_part_comes_first(self, world: World, part: str) -> None:
        end = End(world)
        args: tuple[Any, ...] = ({1: "A song"},) if part == "choose" else (WORDS,)
        with pytest.raises(Refusal, match="look-back-not-begun"):
            world.do(getattr(parts, part), world.student, end.id, *args)


class TestSending:
    def test_teachers_read_the_words_from_then_on_and_the_ratings_after_their_own(self, world: World) -> None:
        end = End(world)
        rates(end)
        sends(end)
        for teacher in (world.teacher, world.teacher2):
            assert brief(end, teacher).theirs.reflection == "Reading aloud"
        rated = _shown(end, world.teacher)
        assert "Reading aloud" in rated
        assert "How fast it went" in rated
        assert "Fully" not in rated
        assert "Mostly" not in rated
        end.assess(world.teacher, {0: 3, 1: 1}, "")
        both = brief(end, world.teacher, LookedBack)
        assert (both.students.ratings, both.teachers.ratings) == ((3, 4), (3, 1))

    def test_the_student_reads_nothing_of_the_teachers_before_both_are_in(self, world: World) -> None:
        end = End(world)
        end.assess(world.teacher, {0: 1, 1: 1}, "What I saw")
        rates(end)
        assert brief(end, world.student).theirs is None
        sends(end)
        assert brief(end, world.student, LookedBack).teachers.reflection == "What I saw"
        assert end.status() is Status.COMPLETED

    def test_what_was_promised_to_stay_closed_stays_so(self, world: World) -> None:
        """An answer that was given when nobody was to read it before both are in."""
        end = End(world)
        end.assess(world.student)
        assert brief(end, world.teacher).theirs is None

    def test_what_is_changed_stays_in(self, world: World) -> None:
        end = End(world)
        rates(end)
        sends(end)
        world.do(parts.rate, world.student, end.id, {0: 1, 1: 1}, {})
        mine = end.assessments()["student"]
        assert (mine.ratings, mine.reflection, mine.state) == ((1, 1), "Reading aloud", AssessmentState.OPEN)
        end.assess(world.teacher)
        with pytest.raises(Refusal, match="not-in-this-state"):
            sends(end, replace(WORDS, again="Something else"))

    @pytest.mark.parametrize(
        ("said", "key", "field"),
        [
            (Reflection(""), "empty", "again"),
            (Reflection(" \n", "x"), "empty", "again"),
            (Reflection("x" * 1501), "too-long", "again"),
            (Reflection("x", "x" * 1501), "too-long", "otherwise"),
            (Reflection("x", "", "x" * 1501), "too-long", "surprise"),
            (Reflection("x", "", "", "x" * 1501), "too-long", "word"),
        ],
    )
    def test_what_can_not_be_kept_is_said_under_its_field(
        self, world: World, said: Reflection, key: str, field: str
    ) -> None:
        end = End(world)
        rates(end)
        with pytest.raises(Refusal) as refusal:
            sends(end, said)
        assert (refusal.value.key, refusal.value.field) == (key, field)
        assert end.assessments() == {}

    def test_a_teacher_says_what_they_would_do_otherwise(self, world: World) -> None:
        end = End(world)
        rates(end)
        sends(end)
        ratings = {0: 3, 1: 3}
        world.do(use_cases.assess, world.teacher, end.id, ratings, "I saw you try", None, "Give feedback sooner")
        assert brief(end, world.student, LookedBack).teachers.otherwise == "Give feedback sooner"


class TestPieces:
    def test_those_of_which_something_is_said_are_chosen(self, world: World) -> None:
        end = End(world)
        essay, song = end.shows("essay.pdf"), end.shows("song.mp3")
        rates(end)
        world.do(parts.choose, world.student, end.id, {essay: "", song: "My second take", 987_654: "Nobody's"})
        sends(end)
        assert brief(end, world.teacher).theirs.pieces == (("song.mp3", "My second take"),)

    def test_three_at_most_and_a_line_each(self, world: World) -> None:
        end = End(world)
        ids = [end.shows(f"{n}.pdf") for n in range(4)]
        rates(end)
        newest_first = ids[::-1]
        with pytest.raises(Refusal) as refusal:
            world.do(parts.choose, world.student, end.id, dict.fromkeys(ids, "This one"))
        assert (refusal.value.key, refusal.value.field) == ("pieces-most", f"piece-{newest_first[3]}")
        with pytest.raises(Refusal) as refusal:
            world.do(parts.choose, world.student, end.id, {ids[0]: "x" * (PIECE_MOST + 1)})
        assert (refusal.value.key, refusal.value.field) == ("too-long", f"piece-{ids[0]}")
        assert end.begun().pieces == ()

    def test_one_that_was_taken_back_meanwhile_has_no_name_any_more(self, world: World) -> None:
        end = End(world)
        essay = end.shows("essay.pdf")
        rates(end)
        world.do(parts.choose, world.student, end.id, {essay: "My best page"})
        sends(end)
        with world.uow() as uow:
            found = uow.pieces.get(essay)
            assert found is not None
            uow.pieces.save(replace(found, state=PieceState.TAKEN_BACK, name=""))
        assert brief(end, world.teacher).theirs.pieces == (("", "My best page"),)


class TestWhoMay:
    @pytest.mark.parametrize(
        ("who", "key"),
        [
            ("teacher", "old-button"),
            ("classmate", "for-teachers"),
            ("stranger", "not-in-this-class"),
            ("admin", "not-in-this-class"),
        ],
    )
    def test_the_parts_are_the_students_own(self, world: World, who: str, key: str) -> None:
        end = End(world)
        actor = getattr(world, who)
        for part, args in ((parts.rate, ({0: 3, 1: 3}, {})), (parts.choose, ({},)), (parts.send, (WORDS,))):
            with pytest.raises(Refusal, match=key):
                world.do(part, actor, end.id, *args)
        assert end.assessments() == {}


def test_where_they_are_furthest_apart_comes_first() -> None:
    assert furthest_apart((3, 1, 4, 2), (3, 4, 2, 1)) == [1, 2, 3, 0]


def test_a_contract_without_signs_goes_straight_to_words(world: World) -> None:
    end = End(world, **with_criteria(0))
    world.do(parts.rate, world.student, end.id, {}, {})
    sends(end)
    assert end.assessments()["student"].ratings == ()


def _shown(end: End, reader: Actor) -> str:
    """What their message about the end says now."""
    told = [(d, m) for d, m in end.world.render_all() if (d.notice, d.reader) == ("look-back-asked", reader.user)]
    return str(told[-1][1].blocks)
