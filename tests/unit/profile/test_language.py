"""In which language somebody is spoken to: Slack's, until they choose one themselves."""

from typing import Any

import pytest

from bot.activities.admitting import use_cases as admitting
from bot.activities.profile import messages, use_cases
from bot.domain.actor import Actor, Refusal
from bot.domain.classroom import Person
from bot.messages.presenting import reader_of
from handlers import profile
from prompts.words import language_of, name_of_language
from sandbox.blocks.check import check_view
from tests.unit.handling import KeptViews, context_of
from tests.unit.profile.test_presses import press, sent
from tests.world import WORKSPACE, World


@pytest.fixture
def both(monkeypatch: pytest.MonkeyPatch) -> None:
    """Copy in two languages, whatever there is."""
    for module in (use_cases, messages):
        monkeypatch.setattr(module, "spoken", lambda folder: frozenset({"en", "es"}))


def person(world: World, actor: Actor) -> Person:
    with world.uow() as uow:
        found = uow.people.of(actor.user)
        assert found is not None
        return found


def select(view: dict[str, Any]) -> dict[str, Any]:
    (found,) = (block["element"] for block in view["blocks"] if block.get("block_id") == "language")
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    ("of_slack", "chosen", "read"),
    [
        ("es-MX", "", "es-MX"),
        ("es-MX", "es", "es-MX"),
        ("en-US", "es", "es"),
        ("es_ES", "en", "en"),
        ("en-US", "en", "en-US"),
        ("", "", ""),
    ],
)
def test_what_was_chosen_keeps_the_region_of_slack_where_that_fits(of_slack: str, chosen: str, read: str) -> None:
    assert Person("T1", "U1", "Ana", locale=of_slack, language=chosen).reads == read


@pytest.mark.usefixtures("both")
class TestChoosing:
    def test_slack_does_not_take_it_back(self, world: World) -> None:
        world.do(use_cases.choose_language, world.student, "es")
        me = person(world, world.student)
        news = Person(WORKSPACE, me.user, "Ana of Slack", timezone=me.timezone, locale="en-US")
        world.do(admitting.learn, world.student, news)
        after = person(world, world.student)
        assert (after.name, after.locale, after.language) == ("Ana of Slack", "en-US", "es")

    def test_what_slack_says_anew_of_somebody_who_chose_is_no_news(self, world: World) -> None:
        world.do(use_cases.choose_language, world.student, "es")
        me = person(world, world.student)
        known = len(world.deliveries())
        news = Person(WORKSPACE, me.user, me.name, timezone=me.timezone, locale=me.locale, other_names=me.other_names)
        world.do(admitting.learn, world.student, news)
        assert len(world.deliveries()) == known

    def test_to_be_spoken_to_as_in_slack_again(self, world: World) -> None:
        world.do(use_cases.choose_language, world.student, "es")
        world.do(use_cases.choose_language, world.student, "")
        assert person(world, world.student).language == ""

    def test_a_language_that_there_is_no_copy_in_is_refused(self, world: World) -> None:
        with pytest.raises(Refusal):
            world.do(use_cases.choose_language, world.student, "tlh")
        assert person(world, world.student).language == ""

    def test_home_follows(self, world: World) -> None:
        world.do(use_cases.choose_language, world.teacher, "es")
        assert [d.reader for d in world.deliveries()] == [world.teacher.user]

    async def test_a_student_finds_it_on_their_page(self, world: World) -> None:
        views = KeptViews()
        context = context_of(world, views)
        await profile.open_form(press(world, "student", "profile.open"), context)
        await profile.save(sent(world, "student", "profile.save", goals="a B", language="es"), context)
        await profile.open_form(press(world, "student", "profile.open"), context)
        before, after = (select(view) for view in views.opened)
        assert [option["value"] for option in before["options"]] == ["slack", "en", "es"]
        assert (before["initial_option"]["value"], after["initial_option"]["value"]) == ("slack", "es")
        assert [check_view(view) for view in views.opened] == [[], []]

    async def test_a_page_that_was_opened_before_leaves_it_as_it_is(self, world: World) -> None:
        world.do(use_cases.choose_language, world.student, "es")
        await profile.save(sent(world, "student", "profile.save", goals="a B"), context_of(world))
        assert person(world, world.student).language == "es"

    async def test_a_teacher_has_a_page_for_it_alone(self, world: World) -> None:
        views = KeptViews()
        context = context_of(world, views)
        await profile.open_language(press(world, "teacher", "profile.language"), context)
        assert check_view(views.opened[0]) == []
        await profile.choose_language(sent(world, "teacher", "profile.language", language="es"), context)
        assert person(world, world.teacher).language == "es"
        await profile.choose_language(sent(world, "teacher", "profile.language", language="slack"), context)
        assert person(world, world.teacher).language == ""


async def test_with_one_language_nobody_is_asked(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "spoken", lambda folder: frozenset({"en"}))
    views = KeptViews()
    await profile.open_form(press(world, "student", "profile.open"), context_of(world, views))
    assert "language" not in [block.get("block_id") for block in views.opened[0]["blocks"]]


def test_a_message_is_in_the_language_of_its_reader(world: World) -> None:
    me = person(world, world.student)
    with world.uow() as uow:
        assert reader_of(uow, me.user, {}).words.locale == language_of(me.reads)


def test_a_language_is_called_as_in_itself() -> None:
    assert [name_of_language(one) for one in ("en", "es", "fr")] == ["English", "Español", "Français"]
