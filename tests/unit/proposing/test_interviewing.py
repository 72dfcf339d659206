"""The interview as a whole: from the first question to the signed proposal."""

from datetime import date
from decimal import Decimal

from bot.domain.actor import Side
from bot.domain.contract import Status
from bot.domain.interview.interview import InterviewState
from bot.domain.terms import EvidenceForm
from tests.unit.proposing.talk import Talk
from tests.world import World


def test_nine_sections_then_the_summary_then_a_signed_proposal(world: World) -> None:
    talk = Talk(world).begin()
    assert talk.now_asked == "hardest"
    talk.to_the_summary()
    talk.submit()
    with world.uow() as uow:
        contract = uow.contracts.open_of(world.student.user, world.classroom.id)
    assert contract is not None
    assert contract.status is Status.PROPOSED
    version = contract.on_the_table
    assert (version.number, version.signed_by(Side.STUDENT), version.signed_by(Side.TEACHER)) == (1, True, False)
    assert version.terms.ends_on == date(2027, 3, 12)
    assert version.terms.check_in_days == ("MO",)
    target = version.terms.targets[0]
    assert (target.baseline, target.goal, target.due_on) == (Decimal(5), Decimal(8), date(2027, 3, 12))
    assert target.evidence is EvidenceForm.VIDEO
    assert target.criteria[0].author is Side.STUDENT
    assert talk.interview.state is InterviewState.SUBMITTED
    assert "proposal-sent" in world.kinds(world.student.user)
    assert "proposal-card" in world.kinds(world.teacher.user)
    assert "proposal-card" in world.kinds(world.teacher2.user)
