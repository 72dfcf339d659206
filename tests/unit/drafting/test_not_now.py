"""What can not be offered now has no button; it comes back when it can."""

from bot.activities.contract import steps as contract_steps
from bot.activities.drafting import use_cases as drafting
from bot.activities.proposing.interviewing import begin
from bot.activities.set_up import use_cases as set_up
from bot.domain import contract as life
from bot.domain.outbox import Verb
from tests.unit.drafting.test_flow import actions_on, card, given, refused
from tests.unit.proposing.talk import Talk
from tests.world import World


def offers(world: World) -> bool:
    shown = card(world, "feedback-delivered", world.teacher)
    return "drafting.offer" in {action for action, _ in actions_on(shown)}


def refreshed(world: World) -> int:
    """How often the teacher's card was to be rendered again; what waits to be is not queued twice."""
    return sum(d.verb is Verb.REFRESH and d.notice == "feedback-delivered" for d in world.deliveries())


def test_once_the_student_has_sent_a_proposal_there_is_nothing_to_offer(world: World) -> None:
    feedback = given(world)
    assert offers(world)
    talk = Talk(world).begin().to_the_summary()
    assert offers(world), "while she drafts she may still start from one"
    assert refreshed(world) == 0
    talk.submit()
    assert refreshed(world) == 1
    assert not offers(world)
    refused(world, "drafts-not-now", drafting.offer, world.teacher, feedback)
    world.render_all()


def test_when_her_contract_has_ended_it_may_be_offered_again(world: World) -> None:
    feedback = given(world)
    contract = world.agree()
    assert not offers(world)
    with world.uow() as uow:
        contract_steps.store(uow, life.close(contract, "moved on", "UTEACHER", world.now))
    assert refreshed(world) == 1
    assert offers(world)
    world.do(drafting.offer, world.teacher, feedback)
    assert "drafts-offered" in world.kinds(world.student.user)


def test_who_has_left_is_offered_nothing(world: World) -> None:
    feedback = given(world)
    world.do(set_up.leave, world.student, "C1")
    assert (refreshed(world), offers(world)) == (1, False)
    refused(world, "not-in-this-class", drafting.offer, world.teacher, feedback)
    world.do(set_up.join, world.student, "C1", None)
    world.do(begin, world.classmate, None, None)
    assert not offers(world), "what somebody else does changes nothing"


def test_what_was_offered_stays_as_it_was(world: World) -> None:
    feedback = given(world)
    world.do(drafting.offer, world.teacher, feedback)
    before = card(world, "feedback-delivered", world.teacher)
    world.agree()
    assert card(world, "feedback-delivered", world.teacher) == before
    refused(world, "drafts-offered-already", drafting.offer, world.teacher, feedback)
