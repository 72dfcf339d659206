"""Of two people of one name, the handle says which one is meant."""

import json

import pytest

from bot.domain.actor import Side
from bot.domain.classroom import Membership, Person, with_handle
from bot.messages.briefs import name_of, names_of, told_apart
from tests.unit.home.pages import shown, text
from tests.unit.reviewing import scenes
from tests.world import World


def other_ana(world: World, *, side: Side | None = Side.STUDENT, is_active: bool = True, name: str = "Ana") -> None:
    """Another Ana, with a place in the class or none; the first one gets a handle."""
    with world.uow() as uow:
        ana = uow.people.of("USTUDENT")
        assert ana is not None
        uow.people.put(Person("T1", "USTUDENT", "Ana", handle="ana.silva"))
        uow.people.add(Person("T1", "UANA2", name, handle="ana.costa", is_active=is_active))
        if side is not None:
            uow.memberships.add(Membership("T1", world.classroom.id, "UANA2", side, world.now))


def called(world: World, *users: str) -> tuple[str, ...]:
    with world.uow() as uow:
        names = names_of(uow, users)
        assert names == tuple(name_of(uow, user) for user in users)
        on_desk = {one.user: one.called for one in uow.desk.learners([world.classroom.id], "drift-noticed")}
        assert on_desk.items() >= {(u, n) for u, n in zip(users, names, strict=True) if u in on_desk}
    return names


def test_the_handle_stands_beside_the_name_of_both(world: World) -> None:
    assert called(world, "USTUDENT") == ("Ana",)
    other_ana(world)
    assert called(world, "USTUDENT", "UANA2", "UCLASSMATE") == ("Ana (@ana.silva)", "Ana (@ana.costa)", "Ben")


def test_a_teacher_and_a_student_of_one_name_are_told_apart_too(world: World) -> None:
    other_ana(world, side=Side.TEACHER)
    assert called(world, "USTUDENT", "UANA2") == ("Ana (@ana.silva)", "Ana (@ana.costa)")


@pytest.mark.parametrize(
    "who", [{"side": None}, {"is_active": False}, {"name": "Anna"}], ids=["in no class", "gone", "of another name"]
)
def test_who_can_not_be_met_changes_nothing(world: World, who: dict[str, object]) -> None:
    other_ana(world, **who)  # type: ignore[arg-type]
    assert called(world, "USTUDENT") == ("Ana",)


def test_where_the_handle_says_no_more_than_the_name_there_is_none(world: World) -> None:
    assert with_handle("ana", "") == "ana"
    assert with_handle("Ana", "ana.costa") == "Ana (@ana.costa)"


def test_nobody_met_yet_is_called_by_their_id(world: World) -> None:
    assert called(world, "UNOBODY") == ("UNOBODY",)
    with world.uow() as uow:
        assert told_apart(uow, []) == {}


def test_cards_and_home_tell_them_apart(world: World) -> None:
    other_ana(world)
    scenes.announced(world)
    home = text(shown(world, world.teacher))
    assert "@ana.silva" in home
    assert "@ana.costa" in home
    (card,) = [m for d, m in world.render_all() if d.notice == "proposal-card" and d.lane == "UTEACHER"]
    assert "Ana (@ana.silva)" in json.dumps(card.blocks)
    assert "ana.costa" not in json.dumps(card.blocks)


def test_what_one_of_another_workspace_is_called_does_not_matter(world: World) -> None:
    with world.uow("T2") as uow:
        uow.people.add(Person("T2", "UELSEWHERE", "Ana", handle="ana.t2"))
    assert called(world, "USTUDENT") == ("Ana",)
