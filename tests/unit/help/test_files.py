"""Files are passed on by nobody, and whoever sends one is told so; no form offers one."""

from dataclasses import replace
from datetime import timedelta

from bot.activities.contract.terms_form import terms_form
from bot.activities.hearing.asking import say_files_stay
from bot.domain.actor import Side
from bot.domain.classroom import WEEKDAYS
from bot.domain.terms import FILES, EvidenceForm
from prompts.words import words_for
from tests.world import World, terms


def sends_one(world: World, *, alone: bool = False) -> None:
    with world.uow() as uow:
        say_files_stay(uow, world.student.user, alone=alone)


def test_whoever_sends_nothing_else_is_always_answered(world: World) -> None:
    sends_one(world, alone=True)
    sends_one(world, alone=True)
    assert world.kinds(world.student.user) == ["files-not-passed-on"] * 2


def test_beside_words_it_is_said_once_a_day(world: World) -> None:
    sends_one(world)
    sends_one(world)
    assert world.kinds(world.student.user) == ["files-not-passed-on"]
    world.now += timedelta(days=1)
    sends_one(world)
    assert len(world.kinds(world.student.user)) == 2
    world.render_all()


def offered(form: EvidenceForm) -> set[str]:
    one = replace(terms().targets[0], evidence=form)
    view = terms_form(words_for(), "reviewing.suggest", "1:1", terms(targets=(one,)), Side.TEACHER, WEEKDAYS)
    (select,) = (b["element"] for b in view["blocks"] if b.get("block_id") == "t0_evidence")
    return {option["value"] for option in select["options"]}


def test_a_form_of_terms_offers_no_file_but_keeps_one_that_stands() -> None:
    assert offered(EvidenceForm.WRITTEN).isdisjoint({form.value for form in FILES})
    assert offered(EvidenceForm.VIDEO) & {form.value for form in FILES} == {"video"}
