"""A student's own wording of a shoutout: how it names them, what it says, and what it may not say."""

import pytest

from bot.activities.celebrating import use_cases as celebrating
from bot.activities.celebrating import wording
from bot.activities.celebrating.forms import wording_form
from bot.activities.celebrating.messages import shoutout
from bot.domain.actor import Refusal
from bot.domain.check_ins import Consent, Milestone
from bot.language.shoutout import OWN_WORDS_MOST, token
from bot.messages.presenting import present
from prompts.words import words_for
from sandbox.blocks.check import check_message_blocks, check_view
from tests.unit.celebrating.scenes import Way
from tests.unit.celebrating.test_consent import renamed
from tests.world import World

MINE = "I read aloud every single day"


def on_the_way(world: World) -> tuple[Way, int]:
    with world.uow() as uow:
        renamed(uow, world.student.user, "Ana María López")
        renamed(uow, world.classmate.user, "Ben Okafor")
    way = Way(world)
    way.log("5")
    return way, way.asked()[0]


def standing(way: Way) -> Milestone:
    (found,) = way.milestones()
    return found


def word(world: World, milestone: int, named: str, words: str = "") -> None:
    world.do(wording.word, world.student, milestone, named, words)


@pytest.mark.parametrize(
    ("named", "name"), [("full", "Ana María López"), ("first", "Ana"), ("not", ""), ("forged", "Ana María López")]
)
def test_the_class_reads_the_name_that_was_chosen(world: World, named: str, name: str) -> None:
    way, milestone = on_the_way(world)
    word(world, milestone, named)
    assert standing(way).name == name
    answer = way.asked()
    world.do(celebrating.decide, world.student, *answer, True)
    assert standing(way).consent is Consent.GIVEN
    (posted,) = [d for d in world.deliveries() if d.notice == "shoutout-posted"]
    with world.uow() as uow:
        message = present(uow, posted)
        assert message is not None
        check_message_blocks(list(message.blocks))
        assert name in str(message.blocks)
        assert ("López" in str(message.blocks)) is ("López" in name)


def test_their_own_words_are_what_is_asked_about_and_posted(world: World) -> None:
    way, milestone = on_the_way(world)
    before = way.asked()[1]
    word(world, milestone, "first", f"  {MINE}\n")
    assert standing(way).own_words == MINE
    assert token(standing(way)) != before
    assert len(way.questions()) == 2
    assert world.kinds("C1") == []
    world.do(celebrating.decide, world.student, *way.asked(), True)
    assert MINE in shoutout(standing(way))[0]
    assert world.kinds("C1") == ["shoutout-posted"]


@pytest.mark.parametrize("named", ["full", "not"])
def test_a_yes_to_the_text_of_before_shares_nothing(world: World, named: str) -> None:
    way, milestone = on_the_way(world)
    before = way.asked()[1]
    word(world, milestone, named, MINE)
    world.do(celebrating.decide, world.student, milestone, before, True)
    assert (standing(way).consent, standing(way).own_words) == (Consent.ASKED, MINE)
    assert world.kinds("C1") == []


@pytest.mark.parametrize(
    ("named", "words", "key"),
    [
        ("full", "Better than Ben now", "shoutout-names-others"),
        ("not", "Ana did it", "shoutout-names-you"),
        ("full", "I got an A in English", "shoutout-grade"),
        ("full", "I have 90% now", "shoutout-grade"),
        ("full", "x" * (OWN_WORDS_MOST + 1), "too-long"),
    ],
)
def test_what_is_not_for_the_class_is_refused_under_its_field(world: World, named: str, words: str, key: str) -> None:
    way, milestone = on_the_way(world)
    with pytest.raises(Refusal) as refused:
        word(world, milestone, named, words)
    assert (refused.value.key, refused.value.field) == (key, "words")
    assert standing(way).own_words == ""


def test_words_that_name_who_came_meanwhile_are_asked_about_without_them(world: World) -> None:
    way, milestone = on_the_way(world)
    word(world, milestone, "full", "Reading with Amira helped")
    answer = way.asked()
    with world.uow() as uow:
        renamed(uow, world.classmate.user, "Amira Khan")
    world.do(celebrating.decide, world.student, *answer, True)
    assert (standing(way).consent, standing(way).own_words) == (Consent.ASKED, "")
    assert world.kinds("C1") == []


@pytest.mark.parametrize("share", [True, False])
def test_what_is_decided_is_not_worded_any_more(world: World, share: bool) -> None:
    way, milestone = on_the_way(world)
    world.do(celebrating.decide, world.student, *way.asked(), share)
    with pytest.raises(Refusal, match="shoutout-decided"):
        world.do(wording.open_form, world.student, milestone)
    with pytest.raises(Refusal, match="shoutout-decided"):
        word(world, milestone, "not", MINE)


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_form_starts_with_what_stands(world: World, lang: str) -> None:
    _, milestone = on_the_way(world)
    word(world, milestone, "first", MINE)
    view = wording_form(words_for(lang), world.do(wording.open_form, world.student, milestone))
    check_view(view)
    fields = {block["block_id"]: block["element"] for block in view["blocks"]}
    assert fields["named"]["initial_option"]["value"] == "first"
    assert fields["words"]["initial_value"] == MINE
