"""People without an account: nothing is ever sent to them, they sign on paper, and a teacher types in what they say."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from bot.activities.checking_in import class_reads, prompting, responding
from bot.activities.checking_in.class_messages import ClassCheckIns, class_list
from bot.activities.checking_in.forms import ReplyForm
from bot.activities.documents.contract_sheet import contract_sheet
from bot.activities.documents.messages import ContractDocument
from bot.activities.feedback import use_cases as feedback
from bot.activities.guardians import use_cases as guardians
from bot.activities.home import desk_reads
from bot.activities.looking_back import use_cases as looking_back
from bot.activities.paper import use_cases as paper
from bot.activities.paper.messages import PaperContract, PaperSheet
from bot.activities.peers import use_cases as peers
from bot.activities.set_up import use_cases as set_up
from bot.activities.talking import use_cases as talking
from bot.activities.waiting import use_cases as waiting
from bot.domain import contract as life
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.check_ins import CheckIn, CheckInState
from bot.domain.contract import Contract, Status
from bot.domain.guardians import FamilyNoteAsked
from bot.domain.outbox import Verb
from bot.domain.paper import MARK, TYPE_WITHIN
from bot.messages.briefs import brief_for
from bot.messages.presenting import present
from bot.messages.tell import show_home, tell, tell_where_none_stands
from prompts.words import words_for
from sandbox.blocks.check import check_view
from storage.queries.due import Agenda
from tests.rows import rows
from tests.world import WORKSPACE, World

SAID: Mapping[str, str] = {
    "t0_statement": "Vary sentence openings in my next three essays",
    "t0_unit": "varied openings of 10",
    "t0_baseline": "2",
    "t0_goal": "8",
    "t0_strategies": "Read each paragraph aloud",
    "t0_student_criteria": "At most two openings are alike",
    "t0_evidence": "written",
    "supports": "More time",
    "commitments": "I read one page a week",
    "ends_on": "2027-03-12",
}


def entered(world: World, name: str = "Mo Reed") -> str:
    return world.do(paper.enter, world.teacher, world.classroom.id, name, of_age=True).user


def written(world: World, **said: str) -> Contract:
    return world.do(paper.write, world.teacher, world.classroom.id, entered(world), {**SAID, **said})


def agreed(world: World) -> Contract:
    drawn = written(world)
    return world.do(paper.sign, world.teacher, drawn.id, drawn.on_the_table.number)


def contract_of(world: World, contract: int) -> Contract:
    with world.uow() as uow:
        found = uow.contracts.get(contract)
    assert found is not None
    return found


def check_in_of(world: World, contract: int) -> CheckIn:
    with world.uow() as uow:
        return uow.check_ins.of_contract(contract)[0]


def comes_due(world: World, check_in: CheckIn) -> list[prompting.OneByOne]:
    assert check_in.wake_at is not None
    world.now = check_in.wake_at
    with world.transactions.connection() as connection:
        return prompting.ask_due(Agenda(connection), world.now, 100)[1]


def to_type(world: World) -> tuple[Contract, CheckIn]:
    """A contract whose first check-in is due."""
    contract = agreed(world)
    for _, check_in, act in comes_due(world, check_in_of(world, contract.id)):
        assert act.value == "type"
        world.do(prompting.to_type, world.accord, check_in)
    return contract, check_in_of(world, contract.id)


def sent_to_them(world: World) -> list[str]:
    return [d.notice for d in world.deliveries() if MARK in d.reader or MARK in d.lane]


# Who they are.


@pytest.mark.parametrize("who", ["student", "classmate", "stranger", "admin"])
def test_only_teachers_of_the_class_enter_somebody(world: World, who: str) -> None:
    with pytest.raises(Refusal):
        world.do(paper.enter, getattr(world, who), world.classroom.id, "Mo", of_age=True)
    assert not any(MARK in one.user for one in places(world))


def places(world: World) -> list[Any]:
    with world.uow() as uow:
        return uow.memberships.in_class(world.classroom.id)


def test_a_younger_student_is_refused_and_nobody_is_entered(world: World) -> None:
    before = places(world)
    with pytest.raises(Refusal, match="paper-of-age") as refused:
        world.do(paper.enter, world.teacher, world.classroom.id, "Mo", of_age=False)
    assert refused.value.field == "of_age"
    assert places(world) == before


def test_who_said_that_they_are_old_enough_is_kept_and_their_name_says_that_it_is_on_paper(world: World) -> None:
    user = entered(world)
    with world.uow() as uow:
        person = uow.people.of(user)
    assert person is not None
    assert (person.entered_by, person.entered_at) == (world.teacher.user, world.now)
    assert person.name == "Mo Reed (on paper)"
    assert "Mo Reed" in person.names, "the name itself is known, and so never leaves for a language model"


def test_two_of_one_name_can_be_told_apart(world: World) -> None:
    entered(world)
    with pytest.raises(Refusal, match="paper-same-name"):
        entered(world, "mo  reed")
    with pytest.raises(Refusal, match="empty"):
        entered(world, " \u200b")


def test_they_stay_when_the_channel_is_read_anew(world: World) -> None:
    user = entered(world)
    with world.uow() as uow:
        people = uow.people.among([world.teacher.user, world.student.user])
    world.do(set_up.enrol, world.accord, world.classroom.id, people)
    assert user in {one.user for one in places(world)}


def test_nobody_acts_for_whoever_has_an_account(world: World) -> None:
    world.agree()
    with pytest.raises(Refusal, match="old-button"):
        world.do(paper.write, world.teacher, world.classroom.id, world.student.user, SAID)
    with world.uow() as uow:
        contract = uow.contracts.open_for(world.student.user)[0]
    for use_case, args in (
        (paper.sign, (contract.id, 1)),
        (paper.give_sheet, (contract.id,)),
        (paper.open_look_back, (contract.id,)),
        (paper.type_in, (check_in_of(world, contract.id).id, ReplyForm(("3",)))),
    ):
        with pytest.raises(Refusal, match="old-button"):
            world.do(use_case, world.teacher, *args)


# Nothing is ever sent to them.


def test_the_outbox_takes_nothing_for_them(world: World) -> None:
    contract = agreed(world)
    with world.uow() as uow:
        tell(uow, contract.student, PaperContract(contract.id))
        tell_where_none_stands(uow, [contract.student], PaperContract(contract.id), once="x")
        show_home(uow, contract.student)
    assert sent_to_them(world) == []


def test_a_whole_contract_sends_them_nothing(world: World) -> None:
    contract, check_in = to_type(world)
    world.do(paper.type_in, world.teacher, check_in.id, ReplyForm(("8",), worked="Reading aloud"))
    ends(world, contract)
    world.do(paper.look_back, world.teacher, contract.id, {0: 3}, "Again", {})
    world.do(looking_back.assess, world.teacher, contract.id, {0: 3}, "")
    assert contract_of(world, contract.id).status is Status.COMPLETED
    assert sent_to_them(world) == []


def ends(world: World, contract: Contract) -> None:
    ends_at = contract_of(world, contract.id).ends_at
    assert ends_at is not None
    world.now = ends_at
    world.do(looking_back.begin, world.accord, contract.id)


def test_nothing_is_begun_that_waits_for_them_in_slack(world: World) -> None:
    """A page for their family needs their yes, a talk their choice, and a classmate's look an answer."""
    contract = agreed(world)
    page = FamilyNoteAsked("en", ("ask",), "")
    for attempt in (
        lambda: world.do(guardians.open_form, world.teacher, contract.id),
        lambda: world.do(guardians.ask, world.teacher, contract.id, page),
        lambda: world.do(talking.open_offer_to, world.teacher, world.classroom.id, contract.student),
        lambda: world.do(talking.offer_to, world.teacher, world.classroom.id, contract.student, ()),
    ):
        with pytest.raises(Refusal, match="has-no-account"):
            attempt()
    anas = world.agree()
    with world.uow() as uow:
        assert peers.classmates_of(uow, anas, world.classroom) == ["UCLASSMATE"]
        assert uow.family_notes.newest_of(contract.id) is None
        assert rows(uow.talks) == []


def test_feedback_for_them_is_refused(world: World) -> None:
    user = entered(world)
    with pytest.raises(Refusal, match="feedback-no-account"):
        world.do(feedback.give_feedback, world.teacher, [world.student.user, user], "Seen", "Because", "Next")


# The contract.


def test_it_is_active_only_once_a_teacher_confirms_the_paper_of_this_version(world: World) -> None:
    drawn = written(world)
    assert (drawn.status, drawn.agreed) == (Status.AMENDED, None)
    assert [s.side for s in drawn.on_the_table.signatures] == [Side.TEACHER]
    again = world.do(paper.write, world.teacher, world.classroom.id, drawn.student, {**SAID, "t0_goal": "7"})
    assert (again.id, again.on_the_table.number) == (drawn.id, 2)
    with pytest.raises(Refusal, match="newer-version"):
        world.do(paper.sign, world.teacher, drawn.id, 1)
    signed = world.do(paper.sign, world.teacher2, drawn.id, 2)
    assert signed.status is Status.ACTIVE
    student = next(s for s in contract_of(world, drawn.id).in_force.signatures if s.side is Side.STUDENT)
    assert (student.user, student.on_paper) == (drawn.student, world.teacher2.user)
    assert student.content_hash == again.on_the_table.terms.content_hash()
    with world.uow() as uow:
        last = uow.contracts.history(drawn.id)[-1]
    assert (last.action, last.user) == ("signed-on-paper", world.teacher2.user)


def test_a_teacher_signs_for_nobody_who_has_an_account(world: World) -> None:
    begun = life.begin(WORKSPACE, world.classroom.id, world.student.user, world.now)
    with pytest.raises(Refusal, match="for-students"):
        life.draw_up(begun, world.terms(), world.teacher.user, world.now)
    amended = replace(begun, status=Status.AMENDED)
    with pytest.raises(Refusal, match="for-students"):
        life.sign_on_paper(amended, 1, world.teacher.user, world.now)


def test_what_it_says_is_theirs_where_it_is_typed_as_theirs(world: World) -> None:
    terms = written(world).on_the_table.terms
    assert [(c.author, c.text) for c in terms.targets[0].criteria] == [(Side.STUDENT, SAID["t0_student_criteria"])]
    assert (terms.commitments, terms.supports, terms.with_class) == (SAID["commitments"], SAID["supports"], True)
    assert terms.check_in_days == tuple(world.classroom.check_in_days)


@pytest.mark.parametrize(
    ("field", "text"),
    [("t0_statement", ""), ("t0_baseline", "many"), ("ends_on", "2027-01-01"), ("t0_student_criteria", "")],
)
def test_the_form_says_what_is_missing(world: World, field: str, text: str) -> None:
    with pytest.raises(Refusal) as refused:
        written(world, **{field: text})
    found = {refused.value.field, *(one.field for one in refused.value.others)}
    assert field in found


@pytest.mark.parametrize("who", ["student", "stranger", "admin"])
def test_nobody_but_the_classs_teachers_sees_or_signs_it(world: World, who: str) -> None:
    drawn, other = written(world), getattr(world, who)
    for use_case, args in ((paper.sign, (drawn.id, 1)), (paper.give_sheet, (drawn.id,))):
        with pytest.raises(Refusal):
            world.do(use_case, other, *args)
    with world.uow() as uow, pytest.raises(Exception, match="not a teacher"):
        brief_for(uow, PaperContract(drawn.id), other.user)
    assert contract_of(world, drawn.id).status is Status.AMENDED


def test_the_paper_has_the_hash_and_a_line_for_their_hand(world: World) -> None:
    drawn = written(world)
    world.do(paper.give_sheet, world.teacher, drawn.id)
    (asked,) = [d for d in world.deliveries() if d.notice == "paper-sheet"]
    with world.uow() as uow:
        brief = brief_for(uow, PaperSheet(world.teacher.user, drawn.id), asked.reader)
        said = str(contract_sheet(brief, words_for("en")))
    assert drawn.on_the_table.terms.content_hash() in said
    assert "Mo Reed (on paper)\\nStudent" in said
    signed = world.do(paper.sign, world.teacher, drawn.id, 1)
    with world.uow() as uow:
        brief = brief_for(uow, ContractDocument(world.teacher.user, signed.id), world.teacher.user)
        said = str(contract_sheet(brief, words_for("en")))
    assert words_for("en")("document-on-paper", date=world.now.date(), teacher="Ms Lee") in said


# Check-ins.


def test_the_classs_message_names_who_is_to_be_asked_in_person(world: World) -> None:
    contract, check_in = to_type(world)
    assert check_in.state is CheckInState.PROMPTED
    rounds = [d for d in world.deliveries() if d.notice == ClassCheckIns.kind and d.verb is Verb.POST]
    assert {d.reader for d in rounds} == {world.teacher.user}
    with world.uow() as uow:
        brief = brief_for(uow, ClassCheckIns(**rounds[0].args), world.teacher.user)
        assert brief.to_type == (("Mo Reed (on paper)", check_in.id),)
        assert brief.waiting == ()
        shown = present(uow, rounds[0])
    assert shown is not None
    assert "paper.type" in str(shown.blocks)
    assert contract.id == check_in.contract


def test_what_is_typed_in_is_their_answer(world: World) -> None:
    contract, check_in = to_type(world)
    world.do(paper.type_in, world.teacher2, check_in.id, ReplyForm(("5",), worked="Reading aloud"))
    with world.uow() as uow:
        (reply,) = uow.replies.on(contract.id)
        answered = uow.check_ins.get(check_in.id)
        after = uow.check_ins.of_contract(contract.id)[-1]
        brief = class_reads.open_list_of(uow, world.teacher, check_in.id, 0)
    assert reply.value == 5
    assert reply.worked == "Reading aloud"
    assert answered is not None
    assert (answered.state, after.state) == (CheckInState.ANSWERED, CheckInState.PLANNED)
    assert (brief.answered, brief.to_type) == (1, ())


def test_what_nobody_typed_in_is_set_aside_and_missed_by_nobody(world: World) -> None:
    contract, check_in = to_type(world)
    assert check_in.wake_at == world.now + TYPE_WITHIN
    ((_, _, act),) = comes_due(world, check_in)
    assert act.value == "put-off"
    world.do(prompting.put_off, world.accord, check_in.id)
    with world.uow() as uow:
        states = [one.state for one in uow.check_ins.of_contract(contract.id)]
    assert states == [CheckInState.EXCUSED, CheckInState.PLANNED]
    world.do(paper.type_in, world.teacher, check_in.id, ReplyForm(("4",)))  # late, it still counts
    with world.uow() as uow:
        assert [reply.value for reply in uow.replies.on(contract.id)] == [4]


def test_only_a_teacher_of_the_class_types_in(world: World) -> None:
    _, check_in = to_type(world)
    for who in (world.student, world.stranger, world.admin):
        with pytest.raises(Refusal):
            world.do(paper.type_in, who, check_in.id, ReplyForm(("5",)))
    with pytest.raises(Refusal):
        world.do(prompting.to_type, world.teacher, check_in.id)


def test_who_has_an_account_is_asked_as_before(world: World) -> None:
    world.agree()
    agreed(world)
    with world.uow() as uow:
        contract = uow.contracts.open_for(world.student.user)[0]
    check_in = check_in_of(world, contract.id)
    comes_due(world, check_in)
    assert "check-in-due" in world.kinds(world.student.user)
    assert sent_to_them(world) == []


# The end.


def test_the_look_back_is_typed_in_and_counts_as_theirs(world: World) -> None:
    contract, _ = to_type(world)
    ends(world, contract)
    world.do(paper.look_back, world.teacher, contract.id, {0: 3}, "Read aloud again", {0: "7"})
    with world.uow() as uow:
        found = uow.assessments.of(contract.id, Side.STUDENT)
    assert found is not None
    assert (found.user, found.reflection) == (contract.student, "Read aloud again")
    with pytest.raises(Refusal):
        world.do(paper.look_back, Actor(WORKSPACE, world.student.user), contract.id, {0: 3}, "Mine", {})


def test_who_is_taken_out_is_asked_about_no_more(world: World) -> None:
    contract = agreed(world)
    world.do(paper.leave, world.teacher, world.classroom.id, contract.student)
    assert contract.student not in {one.user for one in places(world)}
    ((_, _, act),) = comes_due(world, check_in_of(world, contract.id))
    assert act.value == "put-off"


def test_every_card_can_be_shown(world: World) -> None:
    contract, _ = to_type(world)
    world.do(paper.show, world.teacher2, world.classroom.id, contract.student)
    ends(world, contract)
    kinds = {d.notice for d, shown in world.render_all() if shown is not None and d.notice.startswith("paper-")}
    assert kinds == {"paper-person", "paper-contract"}


def test_nobody_is_said_to_be_reminded_of_what_waits_for_a_hand(world: World) -> None:
    drawn = written(world)
    world.later(hours=2)  # reminders are given from the class's check-in time on
    for _ in range(14):
        world.later(days=1)
        world.do(waiting.remind, world.accord, world.classroom.id)
    assert contract_of(world, drawn.id).reminded == 0
    assert sent_to_them(world) == []


def test_no_question_is_queued_for_them_by_the_batch_either(world: World) -> None:
    check_in = check_in_of(world, agreed(world).id)
    with world.transactions.connection() as connection:
        Agenda(connection).ask([check_in.id], prompting.PROMPT, world.now, world.now + TYPE_WITHIN)
    assert sent_to_them(world) == []


def test_nobody_replies_to_who_can_not_read_it(world: World) -> None:
    _, check_in = to_type(world)
    world.do(paper.type_in, world.teacher, check_in.id, ReplyForm(("5",)))
    for use_case, more in ((responding.respond, ("Well done",)), (responding.seen, ())):
        with pytest.raises(Refusal, match="respond-no-account"):
            world.do(use_case, world.teacher, check_in.id, *more)
    with world.uow() as uow:
        assert uow.responses.to(check_in.id) == []
        desk = desk_reads.desk_of(uow, world.teacher.user, [world.classroom])
        brief = class_reads.open_list_of(uow, world.teacher, check_in.id, 0)
    assert [one.want for one in desk.waiting] == []
    view = class_list(words_for("en"), brief)
    assert check_view(view) == []
    assert "checking_in.respond" not in str(view)
