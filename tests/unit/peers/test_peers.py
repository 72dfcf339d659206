"""A classmate looks at a piece of work: who sees what, who stops it, and what is left."""

from dataclasses import replace
from typing import Any

import pytest

from bot.activities.admitting import use_cases as admitting
from bot.activities.evidence import use_cases as evidence
from bot.activities.peers import use_cases as peers
from bot.activities.peers.messages import PeerFile, PeerPiece, PeerReported, PeerSaid, PeerShared
from bot.activities.set_up import use_cases as set_up
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Membership, Person
from bot.domain.contract import Status
from bot.domain.outbox import DeliveryState, ErrandKind
from bot.domain.peers import ASKED_MOST, PEER_WORDS_MOST, PeerLook, PeerState
from bot.messages.briefs import NothingToSay, NotTheirs, brief_for
from bot.messages.presenting import present
from tests.unit.evidence.test_use_cases import FILE, arrives
from tests.world import WORKSPACE, World

WORDS = {"works-0": "The openings differ", "next-0": "Read it aloud"}
MIA = Actor(WORKSPACE, "UMIA")


@pytest.fixture
def world(world: World) -> World:
    """Ana's notebook is shown to the teacher; Mia is in the class, too."""
    world.agree()
    world.do(evidence.take, world.student, FILE, "my notebook", "1.1")
    arrives(world)
    with world.uow() as uow:
        uow.people.add(Person(WORKSPACE, MIA.user, "Mia"))
        uow.memberships.add(Membership(WORKSPACE, world.classroom.id, MIA.user, Side.STUDENT, world.now))
    return world


def asks(world: World, peer: Actor | None = None) -> None:
    world.do(peers.ask, world.student, contract(world), 1, (peer or world.classmate).user)


def contract(world: World) -> int:
    with world.uow() as uow:
        return uow.contracts.open_for(world.student.user)[0].id


def writes(world: World) -> None:
    asks(world)
    world.do(peers.say_yes, world.classmate, 1)
    world.do(peers.write, world.classmate, 1, WORDS)


def look(world: World, id: int = 1) -> PeerLook:
    with world.uow() as uow:
        found = uow.peer_looks.get(id)
    assert found is not None
    return found


def seen(world: World, user: str) -> str:
    """All that somebody's messages hold now."""
    texts = []
    for delivery in [d for d in world.deliveries() if d.reader == user]:
        with world.uow() as uow:
            texts.append(str(present(uow, delivery)))
    return "\n".join(texts)


def stands_in_slack(world: World, kind: str, file: str = "") -> None:
    those = [d for d in world.deliveries() if d.notice == kind]
    with world.uow() as uow:
        for one in those:
            sent = replace(one, state=DeliveryState.SENT, channel="D1", ts=f"{one.id}.1", file=file or None)
            uow.outbox._deliveries.save(sent)


def removed(world: World) -> list[str]:
    with world.uow() as uow:
        return [e.args["file"] for e in uow.errands.all() if e.kind is ErrandKind.REMOVE_FILE]


class TestAsking:
    def test_the_classmate_sees_nothing_of_the_work_before_a_yes(self, world: World) -> None:
        asks(world)
        assert world.kinds(world.classmate.user) == ["peer-asked"]
        assert "notebook" not in seen(world, world.classmate.user)
        for early in (PeerPiece(1, 1), PeerFile(1, 1)):
            with world.uow() as uow, pytest.raises(NothingToSay):
                brief_for(uow, early, world.classmate.user)

    def test_after_a_yes_the_file_comes_as_to_a_teacher(self, world: World) -> None:
        asks(world)
        world.do(peers.say_yes, world.classmate, 1)
        assert world.kinds(world.classmate.user) == ["peer-asked", "peer-piece", "peer-file"]
        with world.uow() as uow:
            assert brief_for(uow, PeerFile(1, 1), world.classmate.user).content() == b"a picture"
        assert "my notebook" in seen(world, world.classmate.user)

    def test_what_both_see_says_nothing_of_numbers_or_the_contract(self, world: World) -> None:
        writes(world)
        shown = seen(world, world.classmate.user)
        for hidden in ("Vary sentence openings", "varied openings", "Starting sentences", "My ideas"):
            assert hidden not in shown

    def test_after_a_no_somebody_else_can_be_asked_and_the_same_one_not_again(self, world: World) -> None:
        asks(world)
        world.do(peers.say_no, world.classmate, 1)
        assert world.kinds(world.student.user)[-1] == "peer-ended"
        with pytest.raises(Refusal, match="peer-asked-before"):
            asks(world)
        asks(world, MIA)
        assert look(world, 2).peer == "UMIA"

    def test_one_at_a_time(self, world: World) -> None:
        asks(world)
        with pytest.raises(Refusal, match="peer-one-at-a-time"):
            asks(world, MIA)

    def test_enough_is_enough(self, world: World) -> None:
        with world.uow() as uow:
            for number in range(ASKED_MOST):
                whose = (WORKSPACE, 1, "USTUDENT", f"U{number}", 1)
                uow.peer_looks.add(PeerLook(*whose, ("It flows",), world.now, PeerState.DECLINED))
        with pytest.raises(Refusal, match="peer-enough"):
            asks(world)

    @pytest.mark.parametrize("whom", ["USTUDENT", "UTEACHER", "USTRANGER", "UADMIN", ""])
    def test_only_a_classmate_can_be_asked(self, world: World, whom: str) -> None:
        with pytest.raises(Refusal, match="peer-not-here") as refused:
            world.do(peers.ask, world.student, contract(world), 1, whom)
        assert refused.value.field == "peer"

    def test_only_ones_own_work_can_be_shown(self, world: World) -> None:
        theirs = world.agree(world.classmate)
        with pytest.raises(Refusal, match="peer-piece-gone"):
            world.do(peers.ask, world.classmate, theirs.id, 1, world.student.user)

    def test_who_has_shown_nothing_hears_what_to_do(self, world: World) -> None:
        theirs = world.agree(world.classmate)
        with pytest.raises(Refusal, match="peer-no-work"):
            world.do(peers.open_ask, world.classmate, theirs.id)


class TestAThird:
    @pytest.mark.parametrize("use_case", [peers.say_yes, peers.say_no, peers.open_write, peers.stop, peers.report])
    def test_presses_in_vain(self, world: World, use_case: Any) -> None:
        asks(world)
        before = look(world)
        with pytest.raises(Refusal, match="old-button"):
            world.do(use_case, MIA, 1)
        assert look(world) == before

    def test_writes_in_vain(self, world: World) -> None:
        writes(world)
        with pytest.raises(Refusal, match="old-button"):
            world.do(peers.write, MIA, 1, {"works-0": "Ha"})
        assert look(world).answers[0].works == "The openings differ"

    def test_the_student_cannot_write_for_the_classmate(self, world: World) -> None:
        asks(world)
        for use_case, args in ((peers.say_yes, ()), (peers.write, (WORDS,))):
            with pytest.raises(Refusal, match="old-button"):
                world.do(use_case, world.student, 1, *args)


class TestWords:
    def test_the_student_reads_them_and_nobody_else(self, world: World) -> None:
        writes(world)
        assert "Read it aloud" in seen(world, world.student.user)
        for other in (world.teacher, world.teacher2, MIA, world.admin, world.stranger):
            assert "Read it aloud" not in seen(world, other.user)
            for notice in (PeerSaid(1, 1), PeerReported(1, 1)):
                with world.uow() as uow, pytest.raises(NothingToSay):
                    brief_for(uow, notice, other.user)

    def test_a_teacher_to_whom_they_are_not_shown_reads_no_word(self, world: World) -> None:
        """Even where a message to her were queued by mistake."""
        writes(world)
        with world.uow() as uow:
            shown = brief_for(uow, PeerShared(1, 1), world.teacher.user)
        assert shown.look.answers == ()

    def test_the_student_shows_them(self, world: World) -> None:
        writes(world)
        world.do(peers.share, world.student, 1)
        world.do(peers.share, world.student, 1)
        assert world.kinds(world.teacher.user).count("peer-shared") == 1
        assert "Read it aloud" in seen(world, world.teacher.user)

    def test_the_classmate_cannot_show_them(self, world: World) -> None:
        writes(world)
        with pytest.raises(Refusal, match="old-button"):
            world.do(peers.share, world.classmate, 1)

    def test_writing_again_changes_them_and_says_nothing_new(self, world: World) -> None:
        writes(world)
        world.do(peers.write, world.classmate, 1, {"works-0": "The end", "next-0": ""})
        assert [(w.works, w.next) for w in look(world).answers] == [("The end", "")]
        assert world.kinds(world.student.user).count("peer-said") == 1

    def test_nothing_is_no_answer(self, world: World) -> None:
        asks(world)
        world.do(peers.say_yes, world.classmate, 1)
        with pytest.raises(Refusal, match="empty") as refused:
            world.do(peers.write, world.classmate, 1, {"works-0": "  "})
        assert refused.value.field == "works-0"

    def test_too_much_is_said_under_its_field(self, world: World) -> None:
        asks(world)
        world.do(peers.say_yes, world.classmate, 1)
        with pytest.raises(Refusal, match="too-long") as refused:
            world.do(peers.write, world.classmate, 1, {"next-0": "x" * (PEER_WORDS_MOST + 1)})
        assert refused.value.field == "next-0"


class TestStopping:
    @pytest.mark.parametrize("who", ["student", "classmate"])
    def test_either_stops_it_and_nothing_of_the_words_is_left(self, world: World, who: str) -> None:
        writes(world)
        world.do(peers.share, world.student, 1)
        stands_in_slack(world, "peer-file", "F77")
        world.do(peers.stop, getattr(world, who), 1)
        assert (look(world).state, look(world).answers) == (PeerState.STOPPED, ())
        assert removed(world) == ["F77"]
        for user in (world.student, world.classmate, world.teacher):
            assert "Read it aloud" not in seen(world, user.user)
        assert "my notebook" not in seen(world, world.classmate.user)

    def test_what_was_stopped_takes_no_words(self, world: World) -> None:
        asks(world)
        world.do(peers.say_yes, world.classmate, 1)
        world.do(peers.stop, world.student, 1)
        with pytest.raises(Refusal, match="peer-stopped"):
            world.do(peers.write, world.classmate, 1, WORDS)

    def test_work_that_is_taken_back_goes_from_the_classmate_as_from_a_teacher(self, world: World) -> None:
        writes(world)
        stands_in_slack(world, "peer-file", "F77")
        world.do(evidence.drop, world.student, 1)
        assert "F77" in removed(world)
        assert "my notebook" not in seen(world, world.classmate.user)
        with world.uow() as uow, pytest.raises(NothingToSay):
            brief_for(uow, PeerFile(1, 1), world.classmate.user)
        with pytest.raises(Refusal, match="peer-work-gone"):
            world.do(peers.open_write, world.classmate, 1)
        assert "Read it aloud" in seen(world, world.student.user)

    def test_a_classmate_who_leaves_sees_it_no_longer(self, world: World) -> None:
        writes(world)
        stands_in_slack(world, "peer-file", "F77")
        world.do(set_up.leave, world.classmate, "C1")
        assert look(world).state is PeerState.STOPPED
        assert removed(world) == ["F77"]
        assert world.kinds(world.student.user)[-1] == "peer-ended"
        with pytest.raises(Refusal, match="not-in-this-class"):
            world.do(peers.open_write, world.classmate, 1)
        asks(world, MIA)

    def test_a_classmate_who_is_no_student_there_any_more_is_shown_nothing_of_it(self, world: World) -> None:
        """However that came about, and though nothing has stopped it yet."""
        asks(world)
        world.do(peers.say_yes, world.classmate, 1)
        assert "my notebook" in seen(world, world.classmate.user)
        with world.uow() as uow:
            place = uow.memberships.of(world.classroom.id, world.classmate.user)
            assert place is not None
            uow.memberships.save(replace(place, side=Side.TEACHER))
        assert look(world).is_live
        with world.uow() as uow:
            for notice in (PeerPiece(1, 1), PeerFile(1, 1)):
                with pytest.raises(NotTheirs):
                    brief_for(uow, notice, world.classmate.user)

    def test_what_was_shown_to_teachers_is_not_shown_to_who_wrote_it_and_teaches_now(self, world: World) -> None:
        """They are of the two, and no teacher of this."""
        writes(world)
        world.do(peers.share, world.student, 1)
        with world.uow() as uow:
            place = uow.memberships.of(world.classroom.id, world.classmate.user)
            assert place is not None
            uow.memberships.save(replace(place, side=Side.TEACHER))
        with world.uow() as uow:
            assert brief_for(uow, PeerShared(1, 1), "UTEACHER").look.answers
            with pytest.raises(NothingToSay):
                brief_for(uow, PeerShared(1, 1), world.classmate.user)

    @pytest.mark.parametrize("who", ["student", "classmate"])
    def test_who_comes_to_teach_the_class_still_stops_it(self, world: World, who: str) -> None:
        writes(world)
        with world.uow() as uow:
            for contract in uow.contracts.open_for(world.student.user):
                uow.contracts.save(replace(contract, status=Status.COMPLETED))
            admitting.put_in_class(uow, world.classroom, getattr(world, who).user, Side.TEACHER)
        world.do(peers.stop, getattr(world, who), 1)
        assert look(world).state is PeerState.STOPPED
        assert look(world).answers == ()

    def test_a_student_who_leaves_is_looked_at_no_longer(self, world: World) -> None:
        asks(world)
        world.do(peers.say_yes, world.classmate, 1)
        world.do(set_up.leave, world.student, "C1")
        assert look(world).state is PeerState.STOPPED
        with pytest.raises(Refusal, match="peer-student-left"):
            world.do(peers.write, world.classmate, 1, WORDS)

    def test_a_classmate_whose_account_is_closed_is_in_nobodys_way(self, world: World) -> None:
        asks(world)
        with world.uow() as uow:
            known = uow.people.of(world.classmate.user)
            assert known is not None
            uow.people.save(replace(known, is_active=False))
            place = uow.memberships.of(world.classroom.id, world.classmate.user)
            assert place is not None
            uow.memberships.save(replace(place, left_at=world.now))
        asks(world, MIA)
        assert (look(world).state, look(world, 2).state) == (PeerState.STOPPED, PeerState.ASKED)

    def test_when_the_contract_is_over_nothing_more_is_written(self, world: World) -> None:
        asks(world)
        with world.uow() as uow:
            found = uow.contracts.get(contract_of(uow))
            assert found is not None
            uow.contracts.save(replace(found, status=Status.CLOSED))
        with pytest.raises(Refusal, match="peer-over"):
            world.do(peers.say_yes, world.classmate, 1)


def contract_of(uow: Any) -> int:
    found = uow.peer_looks.get(1)
    assert found is not None
    return int(found.contract)


class TestReporting:
    def test_words_are_reported_to_those_who_teach_and_stop(self, world: World) -> None:
        writes(world)
        world.do(peers.report, world.student, 1)
        told = [d.reader for d in world.deliveries() if d.notice == "peer-reported"]
        assert sorted(told) == ["UTEACHER", "UTEACHER2"]
        assert "Read it aloud" in seen(world, world.teacher.user)
        assert "Read it aloud" not in seen(world, world.classmate.user)
        with pytest.raises(Refusal, match="peer-stopped"):
            world.do(peers.write, world.classmate, 1, WORDS)
        with pytest.raises(Refusal, match="old-button"):
            world.do(peers.stop, world.classmate, 1)

    def test_work_is_reported_before_a_yes(self, world: World) -> None:
        asks(world)
        world.do(peers.report, world.classmate, 1)
        assert "peer-reported" in world.kinds(world.teacher.user)
        assert world.kinds(world.student.user)[-1] == "peer-ended"

    def test_a_report_about_somebody_who_teaches_goes_to_an_admin(self, world: World) -> None:
        writes(world)
        with world.uow() as uow:
            place = uow.memberships.of(world.classroom.id, world.classmate.user)
            assert place is not None
            uow.memberships.save(replace(place, side=Side.TEACHER))
        world.do(peers.report, world.student, 1)
        assert [d.reader for d in world.deliveries() if d.notice == "peer-reported"] == ["UADMIN"]

    def test_where_nobody_teaches_an_admin_is_told(self, world: World) -> None:
        writes(world)
        with world.uow() as uow:
            for place in uow.memberships.ever_on_side(world.classroom.id, Side.TEACHER):
                uow.memberships.save(replace(place, left_at=world.now))
        world.do(peers.report, world.student, 1)
        assert [d.reader for d in world.deliveries() if d.notice == "peer-reported"] == ["UADMIN"]


def test_every_message_is_one_that_slack_takes(world: World) -> None:
    writes(world)
    world.do(peers.share, world.student, 1)
    world.render_all()
    world.do(peers.report, world.classmate, 1)
    world.render_all()
