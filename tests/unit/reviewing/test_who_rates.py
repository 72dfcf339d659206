"""Who rates a target at the end is negotiated, and stays in a draft that is sent back."""

from bot.activities.contract.terms_form import TermsPart, terms_form
from bot.activities.reviewing import use_cases as reviewing
from bot.domain.actor import Side
from bot.domain.terms import Assessor
from bot.messages.terms import assessors
from prompts.words import words_for
from tests.unit.contract.forms import FRAME
from tests.unit.proposing.talk import Talk
from tests.unit.reviewing.scenes import filled
from tests.world import World

OUTSIDE = {"t0_assessed_by": "self\noutside", "t0_weight": "2", "self_part": "0"}


def test_what_was_suggested_stays_in_a_draft_that_is_sent_back(world: World) -> None:
    talk = Talk(world).begin().to_the_summary()
    talk.submit()
    contract = talk.interview().contract
    form = world.do(reviewing.open_suggestion, world.teacher, contract, 1)
    world.do(reviewing.suggest, world.teacher, contract, 1, filled(form, OUTSIDE))
    form = world.do(reviewing.open_counter, world.student, contract, 2)
    countered = world.do(reviewing.counter, world.student, contract, 2, filled(form, {"t0_strategies": "With Ben"}))
    agreed_on = countered.on_the_table.terms
    world.do(reviewing.redirect, world.teacher, contract, 3, "Which essays?")
    draft = talk.begin().question().terms
    assert draft is not None
    assert draft == agreed_on
    assert (draft.targets[0].assessed_by, draft.targets[0].weight) == ((Assessor.SELF, Assessor.OUTSIDE), 2)
    assert draft.self_part == 0


def test_its_own_part_of_the_form_asks_for_nothing_else(world: World) -> None:
    terms = world.terms()
    view = terms_form(
        words_for(), "reviewing.suggest", "1:1", terms, Side.TEACHER, FRAME.check_in_days, part=TermsPart.ASSESSMENT
    )
    assert [block["block_id"] for block in view["blocks"] if block["type"] == "input"] == ["t0_assessed_by"]


def test_a_student_reads_of_themselves() -> None:
    found = [
        assessors((Assessor.SELF, Assessor.TEACHER), words_for(lang), side) for lang in ("en", "es") for side in Side
    ]
    assert found == [
        "you and your teacher",
        "the student and the teacher",
        "tú y tu docente",
        "quien aprende y quien da la clase",
    ]
