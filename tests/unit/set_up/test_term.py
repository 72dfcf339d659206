"""A term that ends, or is made shorter: who is told, once, and what can be done."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.activities.changing import use_cases as changing
from bot.activities.set_up import term
from bot.activities.set_up.messages import CutShort, CutShortBrief, TermEnds, TermEndsBrief
from bot.domain.actor import Refusal
from bot.messages.briefs import NothingToSay, brief_for
from tests.unit.set_up.steps import save_again
from tests.world import World


def _ends_in(world: World, days: int) -> None:
    with world.uow() as uow:
        last = world.now.date() + timedelta(days=days)
        uow.classrooms.save(replace(world.classroom, term_ends_on=last))


@pytest.mark.parametrize(("days", "times"), [(9, 0), (7, 1), (4, 1), (1, 1), (0, 1), (-1, 0)])
def test_it_is_said_in_its_last_week_and_once(world: World, days: int, times: int) -> None:
    world.agree()
    _ends_in(world, days)
    world.do(term.look, world.accord)
    world.do(term.look, world.accord)
    assert world.kinds("UTEACHER").count("term-ends") == times
    assert world.kinds("USTUDENT").count("ends-with-term") == times
    world.render_all()


def test_it_is_said_again_on_the_day_before(world: World) -> None:
    world.agree()
    _ends_in(world, 7)
    world.do(term.look, world.accord)
    world.later(days=6)
    world.do(term.look, world.accord)
    assert world.kinds("USTUDENT").count("ends-with-term") == 2


def test_nobody_is_told_where_nothing_is_open(world: World) -> None:
    _ends_in(world, 7)
    world.do(term.look, world.accord)
    assert "term-ends" not in world.kinds("UTEACHER")
    assert "ends-with-term" not in world.kinds("USTUDENT")


def test_the_teacher_reads_what_runs_and_what_is_not_signed(world: World) -> None:
    world.agree()
    world.proposed(world.classmate)
    _ends_in(world, 7)
    with world.uow() as uow:
        found = brief_for(uow, TermEnds(world.classroom.id), "UTEACHER")
        names = {person.user: person.name for person in uow.people.among(["USTUDENT", "UCLASSMATE"])}
    assert isinstance(found, TermEndsBrief)
    assert (found.running, found.unsigned) == ((names["USTUDENT"],), (names["UCLASSMATE"],))


def test_what_waited_until_the_term_was_over_is_not_said(world: World) -> None:
    world.agree()
    _ends_in(world, -1)
    with world.uow() as uow, pytest.raises(NothingToSay):
        brief_for(uow, TermEnds(world.classroom.id), "UTEACHER")


def _saved(world: World, shorter: int) -> None:
    save_again(world, term_ends_on=world.classroom.term_ends_on - timedelta(days=shorter))


def _cut(world: World) -> CutShortBrief:
    with world.uow() as uow:
        found = brief_for(uow, CutShort(world.classroom.id), "UTEACHER")
    assert isinstance(found, CutShortBrief)
    return found


def test_a_shorter_term_names_whom_it_cuts_short_and_what_was_signed_stays(world: World) -> None:
    contract = world.agree(ends_on=world.classroom.term_ends_on)
    _saved(world, 10)
    assert world.kinds("UTEACHER").count("cut-short") == 1
    assert (len(_cut(world).keep), len(_cut(world).asked)) == (1, 0)
    with world.uow() as uow:
        found = uow.contracts.get(contract.id)
    assert found is not None
    assert found.in_force == contract.in_force
    world.render_all()


def test_nobody_is_named_where_all_end_in_time(world: World) -> None:
    world.agree()
    _saved(world, 1)
    assert "cut-short" not in world.kinds("UTEACHER")


def test_one_press_suggests_the_new_end_and_the_student_signs_it(world: World) -> None:
    last = world.classroom.term_ends_on
    contract = world.agree(ends_on=last)
    _saved(world, 10)
    assert world.do(term.suggest_end, world.teacher, world.classroom.id) == 1
    assert (len(_cut(world).keep), len(_cut(world).asked)) == (0, 1)
    signed = world.do(changing.sign, world.student, contract.id, 2)
    terms = signed.in_force.terms
    assert terms.ends_on == last - timedelta(days=10)
    assert all(target.due_on <= terms.ends_on for target in terms.targets)
    assert (_cut(world).keep, _cut(world).asked) == ((), ())
    with pytest.raises(Refusal, match="nobody-to-suggest-it-to"):
        world.do(term.suggest_end, world.teacher, world.classroom.id)
    world.render_all()


def test_a_student_elsewhere_hears_it_by_their_own_day(world: World) -> None:
    world.agree()
    _ends_in(world, 7)
    with world.uow() as uow:
        person = uow.people.of("USTUDENT")
        assert person is not None
        uow.people.save(replace(person, timezone="America/Los_Angeles"))
    world.do(term.look, world.accord)
    moments = {d.lane: d.not_before for d in world.deliveries() if d.notice in ("term-ends", "ends-with-term")}
    assert moments["UTEACHER"] == world.now
    assert moments["USTUDENT"].astimezone(ZoneInfo("America/Los_Angeles")).time() == world.classroom.quiet_until
