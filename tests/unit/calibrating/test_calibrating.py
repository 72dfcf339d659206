"""Teachers rate the same work: what they read, who agreed, who sees which figures, and what is left after a no."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.activities.calibrating import use_cases as calibrating
from bot.activities.calibrating.forms import SIGNS, ask_form, rate_form
from bot.activities.calibrating.messages import CalibrationAsked, CalibrationCard, CalibrationOutcome, CalibrationWork
from bot.activities.evidence import use_cases as evidence
from bot.activities.rubrics import use_cases as rubrics
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.calibration import Rater, RoundState, ShownPiece, ShownState
from bot.domain.classroom import Membership, Person
from bot.domain.evidence import Piece, PieceState
from bot.messages.briefs import NothingToSay, brief_for
from bot.messages.presenting import present
from handlers import calibrating as handling
from prompts.words import words_for
from sandbox.blocks.check import check_message_blocks, check_view
from tests.unit.handling import KeptViews, context_of
from tests.unit.reviewing.test_presses import submission
from tests.world import WORKSPACE, World

COLLEAGUES = tuple(Actor(WORKSPACE, f"UCOL{number}") for number in (1, 2, 3))
TEXT = "I am Ana from English 11. Ben helped me: ask @ben.k or ana@school.example about <@USTUDENT>. The fog was thick."
TABLE = "| Beginning | Secure | Strong\nIdeas | one idea | two ideas | linked ideas\nOrder | none | some | clear"


@pytest.fixture
def world(world: World) -> World:
    """Ana has shown two texts and a file; three colleagues teach another class of the school."""
    agreed = world.agree()
    with world.uow() as uow:
        ana, ben = uow.people.of("USTUDENT"), uow.people.of("UCLASSMATE")
        assert ana is not None
        assert ben is not None
        uow.people.save(replace(ana, name="Ana López"))
        uow.people.save(replace(ben, name="Ben Kline", handle="ben.k"))
        room = uow.classrooms.add(replace(world.classroom, id=0, channel="C8", name="History 9"))
        for actor in COLLEAGUES:
            uow.people.add(Person(WORKSPACE, actor.user, f"Colleague {actor.user[-1]}"))
            uow.memberships.add(Membership(WORKSPACE, room.id, actor.user, Side.TEACHER, world.now))
        for number, words in ((1, TEXT), (2, "It was cold, and then it was colder.")):
            shown = (WORKSPACE, agreed.id, "USTUDENT", 0, f"1.{number}", "", f"text {number}", "", world.now)
            uow.pieces.add(Piece(*shown, PieceState.KEPT, shown_at=world.now, words=words))
        file = (WORKSPACE, agreed.id, "USTUDENT", 0, "1.3", "F3", "page.pdf", "", world.now)
        uow.pieces.add(Piece(*file, PieceState.KEPT, media_type="application/pdf", shown_at=world.now))
    world.do(rubrics.save, world.teacher, world.classroom.id, 0, "Story", TABLE)
    return world


def invites(world: World, *pieces: int, by: str = "1", colleagues: tuple[Actor, ...] = COLLEAGUES) -> int:
    users = [actor.user for actor in colleagues]
    return world.do(calibrating.ask, world.teacher, world.classroom.id, pieces or (1, 2), by, users).id


def begun(world: World) -> int:
    """Both texts may be rated, and are, by three colleagues."""
    made = invites(world)
    for piece in (1, 2):
        world.do(calibrating.say_yes, world.student, piece)
    return made


def rates(world: World, actor: Actor, piece: int, *levels: int) -> Any:
    return world.do(calibrating.rate, actor, 1, piece, dict(enumerate(levels)))


def piece(world: World, id: int) -> ShownPiece:
    with world.uow() as uow:
        found = uow.shown_pieces.get(id)
    assert found is not None
    return found


def state(world: World) -> RoundState:
    with world.uow() as uow:
        found = uow.calibrations.get(1)
    assert found is not None
    return found.state


def raters(world: World) -> list[Rater]:
    with world.uow() as uow:
        return uow.raters.of(1)


def read(world: World, notice: Any, actor: Actor) -> Any:
    with world.uow() as uow:
        return brief_for(uow, notice, actor.user)


def seen(world: World, actor: Actor) -> str:
    """All that somebody's messages hold now."""
    texts = []
    for delivery in [d for d in world.deliveries() if d.reader == actor.user]:
        with world.uow() as uow:
            made = present(uow, delivery)
        if made is not None:
            assert check_message_blocks([dict(block) for block in getattr(made, "blocks", ())]) == []
        texts.append(str(made))
    return "\n".join(texts)


class TestWhatIsRead:
    def test_names_handles_addresses_and_the_class_are_gone(self, world: World) -> None:
        invites(world, 1)
        text = piece(world, 1).text
        for said in ("Ana", "Ben", "ben.k", "English 11", "school.example", "USTUDENT"):
            assert said not in text
        assert "The fog was thick." in text

    def test_the_student_sees_what_colleagues_would_and_colleagues_nothing_before_a_yes(self, world: World) -> None:
        invites(world, 1)
        assert piece(world, 1).text in read(world, CalibrationWork(1, 1), world.student).piece.text
        for colleague in COLLEAGUES:
            assert world.kinds(colleague.user) == []
            with pytest.raises(Refusal) as refused:
                world.do(calibrating.open_rate, colleague, 1)
            assert refused.value.key == "calibrating-closed"

    def test_colleagues_read_neither_the_name_nor_the_class(self, world: World) -> None:
        begun(world)
        with world.uow() as uow:  # who is in two classes is told of which one each message is
            uow.memberships.add(Membership(WORKSPACE, world.classroom.id, "UCOL1", Side.TEACHER, world.now))
        form = rate_form(words_for("en"), world.do(calibrating.open_rate, COLLEAGUES[0], 1))
        for said in (str(form), seen(world, COLLEAGUES[0])):
            assert "Ana" not in said
            assert "English 11" not in said

    def test_only_texts_are_offered(self, world: World) -> None:
        form = world.do(calibrating.open_form, world.teacher, world.classroom.id)
        assert {id for id, _, _ in form.pieces} == {1, 2}
        assert check_view(ask_form(words_for("es"), form)) == []
        with pytest.raises(Refusal) as refused:
            invites(world, 3)
        assert refused.value.field == "pieces"

    def test_the_signs_of_a_contract_stand_in_where_no_rubric_is_chosen(self, world: World) -> None:
        invites(world, 1, by=SIGNS)
        assert piece(world, 1).signs
        world.do(calibrating.say_yes, world.student, 1)
        form = rate_form(words_for("en"), world.do(calibrating.open_rate, COLLEAGUES[0], 1))
        assert check_view(form) == []
        assert words_for("en")("look-back-rating-4") in str(form)

    @pytest.mark.parametrize(
        "users", [("UCOL1",), *(("UCOL1", f"U{who}") for who in ("CLASSMATE", "STUDENT", "TEACHER"))]
    )
    def test_two_colleagues_who_teach_and_are_not_its_student_are_needed(
        self, world: World, users: tuple[str, ...]
    ) -> None:
        with pytest.raises(Refusal) as refused:
            world.do(calibrating.ask, world.teacher, world.classroom.id, (1,), "1", users)
        assert refused.value.field == "colleagues"


class TestConsent:
    def test_nobody_rates_their_own_though_they_teach_another_class(self, world: World) -> None:
        with world.uow() as uow:
            (room,) = [c for c in uow.classrooms.not_archived() if c.channel == "C8"]
            uow.memberships.add(Membership(WORKSPACE, room.id, "USTUDENT", Side.TEACHER, world.now))
        with pytest.raises(Refusal) as refused:
            invites(world, 1, colleagues=(*COLLEAGUES[:2], world.student))
        assert (refused.value.key, refused.value.field) == ("calibrating-no-teacher", "colleagues")

    def test_nobody_has_their_own_work_rated_though_they_teach_the_class_by_now(self, world: World) -> None:
        with world.uow() as uow:
            place = uow.memberships.of(world.classroom.id, "USTUDENT")
            assert place is not None
            uow.memberships.save(replace(place, side=Side.TEACHER))
        with pytest.raises(Refusal, match="calibrating-no-texts"):
            world.do(calibrating.open_form, world.student, world.classroom.id)
        assert len(world.do(calibrating.open_form, world.teacher, world.classroom.id).pieces) == 2

    def test_it_begins_when_all_have_answered_with_those_who_said_yes(self, world: World) -> None:
        invites(world)
        world.do(calibrating.say_yes, world.student, 1)
        assert state(world) is RoundState.ASKING
        world.do(calibrating.say_no, world.student, 2)
        assert state(world) is RoundState.RATING
        assert world.do(calibrating.open_rate, COLLEAGUES[0], 1).count == 1

    def test_who_invites_may_begin_without_an_answer_and_that_is_no_yes(self, world: World) -> None:
        made = invites(world)
        with pytest.raises(Refusal):
            world.do(calibrating.begin, world.teacher, made)
        world.do(calibrating.say_yes, world.student, 1)
        world.do(calibrating.begin, world.teacher, made)
        assert (piece(world, 2).state, piece(world, 2).text) == (ShownState.UNUSED, "")
        with pytest.raises(Refusal) as refused:
            world.do(calibrating.say_yes, world.student, 2)
        assert refused.value.key == "calibrating-began"

    def test_a_no_after_a_yes_deletes_the_text_and_what_it_was_given(self, world: World) -> None:
        begun(world)
        rates(world, COLLEAGUES[0], 1, 0, 1)
        world.do(calibrating.say_no, world.student, 1)
        assert (piece(world, 1).text, piece(world, 1).signs) == ("", ())
        assert all(not one.of(1) for one in raters(world))
        with pytest.raises(Refusal) as refused:
            rates(world, COLLEAGUES[1], 1, 0, 1)
        assert refused.value.key == "calibrating-piece-gone"

    def test_who_has_left_the_class_may_still_say_no(self, world: World) -> None:
        begun(world)
        with world.uow() as uow:
            place = uow.memberships.of(world.classroom.id, "USTUDENT")
            assert place is not None
            uow.memberships.save(replace(place, left_at=world.now))
        world.do(calibrating.say_no, world.student, 1)
        assert piece(world, 1).text == ""

    def test_evidence_that_is_taken_back_is_rated_by_nobody(self, world: World) -> None:
        begun(world)
        world.do(evidence.forget, world.student, "1.1")
        assert piece(world, 1).text == ""

    def test_without_any_work_it_is_over(self, world: World) -> None:
        begun(world)
        for id in (1, 2):
            world.do(calibrating.say_no, world.student, id)
        assert state(world) is RoundState.CLOSED
        assert CalibrationOutcome.kind not in world.kinds(world.teacher.user)

    def test_a_no_stands(self, world: World) -> None:
        invites(world, 1)
        world.do(calibrating.say_no, world.student, 1)
        form = world.do(calibrating.open_form, world.teacher, world.classroom.id)
        assert {id for id, _, _ in form.pieces} == {2}

    def test_a_result_forgets_what_is_taken_back(self, world: World) -> None:
        begun(world)
        for colleague, level in zip(COLLEAGUES, (0, 1, 2), strict=True):
            for id in (1, 2):
                rates(world, colleague, id, level, 1)
        before = read(world, CalibrationOutcome("UCOL1", 1), COLLEAGUES[0]).outcome
        world.do(calibrating.say_no, world.student, 1)
        after = read(world, CalibrationOutcome("UCOL1", 1), COLLEAGUES[0]).outcome
        assert (before.pieces, after.pieces) == (2, 1)
        assert len(after.cells) == len(before.cells) / 2


class TestRating:
    def test_one_form_follows_another_and_all_see_the_result_at_the_end(self, world: World) -> None:
        begun(world)
        for colleague in COLLEAGUES:
            following = rates(world, colleague, 1, 0, 1)
            assert following.piece.id == 2
            assert following.more is False
            assert CalibrationOutcome.kind not in world.kinds(COLLEAGUES[0].user)
            assert rates(world, colleague, 2, 1, 1) is None
        assert state(world) is RoundState.CLOSED
        for actor in (world.teacher, *COLLEAGUES):
            assert world.kinds(actor.user).count(CalibrationOutcome.kind) == 1
            assert "100%" in seen(world, actor)

    def test_who_teaches_no_more_reads_no_text_and_rates_nothing(self, world: World) -> None:
        begun(world)
        former = COLLEAGUES[0]
        assert "The fog was thick" in world.do(calibrating.open_rate, former, 1).piece.text
        with world.uow() as uow:
            (place,) = uow.memberships.places_of(former.user, (Side.TEACHER,))
            uow.memberships.save(replace(place, left_at=world.now))
        for attempt in (
            lambda: world.do(calibrating.open_rate, former, 1),
            lambda: rates(world, former, 1, 1, 1),
            lambda: world.do(calibrating.decline, former, 1),
        ):
            with pytest.raises(Refusal, match="for-teachers"):
                attempt()
        assert next(one for one in raters(world) if one.user == former.user).rated == ()

    def test_nobody_sees_figures_before_the_end(self, world: World) -> None:
        begun(world)
        rates(world, COLLEAGUES[0], 1, 0, 1)
        rates(world, COLLEAGUES[1], 1, 2, 1)
        for actor in (world.teacher, *COLLEAGUES):
            with pytest.raises(NothingToSay):
                read(world, CalibrationOutcome(actor.user, 1), actor)

    def test_who_did_not_rate_or_is_nobody_sees_no_result(self, world: World) -> None:
        made = begun(world)
        for colleague in COLLEAGUES[:2]:
            rates(world, colleague, 1, 0, 1)
        world.do(calibrating.decline, COLLEAGUES[2], made)
        world.do(calibrating.close, world.teacher, made)
        for actor in (COLLEAGUES[2], world.student, world.classmate, world.teacher2):
            with pytest.raises(NothingToSay):
                read(world, CalibrationOutcome(actor.user, made), actor)
        for actor in (world.student, COLLEAGUES[0], world.teacher2):
            with pytest.raises(NothingToSay):
                read(world, CalibrationCard(made, world.classroom.id), actor)
        for actor in (world.student, world.teacher, world.teacher2):
            with pytest.raises(NothingToSay):
                read(world, CalibrationAsked(actor.user, made), actor)

    def test_the_result_says_counts_by_level_and_what_split_them_first(self, world: World) -> None:
        begun(world)
        for colleague, levels in zip(COLLEAGUES, ((0, 1), (2, 1), (1, 1)), strict=True):
            rates(world, colleague, 1, *levels)
            rates(world, colleague, 2, 1, 1)
        found = read(world, CalibrationOutcome("UTEACHER", 1), world.teacher).outcome
        assert (found.cells[0].sign, found.cells[0].number, found.cells[0].counts) == ("Ideas", 1, (1, 1, 1))
        assert found.signs[0].sign == "Ideas"
        assert found.agreement.pairs == 12
        assert found.agreement.exact == pytest.approx(9 / 12)
        assert found.agreement.near == pytest.approx(11 / 12)
        said = seen(world, COLLEAGUES[0])
        assert "Colleague" not in said
        assert "UCOL" not in said.replace("UCOL1", "")

    def test_one_rater_alone_is_told_that_nothing_can_be_compared(self, world: World) -> None:
        made = begun(world)
        rates(world, COLLEAGUES[0], 1, 0, 1)
        world.do(calibrating.close, world.teacher, made)
        assert words_for("en")("calibrating-outcome-one") in seen(world, COLLEAGUES[0])
        with pytest.raises(Refusal) as refused:
            rates(world, COLLEAGUES[1], 1, 0, 1)
        assert refused.value.key == "calibrating-closed"

    def test_each_sign_needs_a_level_that_there_is(self, world: World) -> None:
        begun(world)
        for levels in ((0,), (0, 3)):
            with pytest.raises(Refusal) as refused:
                rates(world, COLLEAGUES[0], 1, *levels)
            assert refused.value.field == "sign-1-1"

    def test_ratings_can_be_changed_until_the_end(self, world: World) -> None:
        begun(world)
        for id in (1, 2):
            rates(world, COLLEAGUES[0], id, 0, 1)
        form = world.do(calibrating.open_rate, COLLEAGUES[0], 1)
        assert (form.piece.id, form.before, form.more) == (1, (0, 1), True)
        assert rates(world, COLLEAGUES[0], 1, 2, 2).piece.id == 2
        assert next(one for one in raters(world) if one.user == "UCOL1").of(1) == (2, 2)

    async def test_the_next_piece_takes_the_place_of_the_form(self, world: World) -> None:
        begun(world)
        context = context_of(world, KeptViews())
        form = submission(COLLEAGUES[0], "calibrating.rate", "1:1", {"sign-0-1": "0", "sign-1-1": "2"})
        answer = await handling.rate(form, context)
        assert answer is not None
        assert answer.view is not None
        assert answer.view["private_metadata"] == "1:2"
        assert not answer.push
        assert check_view(dict(answer.view)) == []

    def test_quiet_hours_wait(self, world: World) -> None:
        world.now = world.now.replace(hour=23, minute=30) + timedelta(0)
        invites(world, 1)
        (asked,) = [d for d in world.deliveries() if d.notice == CalibrationWork.kind]
        assert asked.not_before > world.now
