"""A sentence typed at the wording step is asked about: by buttons, by words, after an edit, and not once it is gone."""

import pytest

from bot.activities.hearing import listening
from bot.activities.hearing.listening import DirectMessage
from tests.unit.proposing.talk import Talk
from tests.world import World

FIRST = "Get better at openings"
NEW = "Vary 9 of my openings by 12 March"


def offered(world: World) -> tuple[Talk, str]:
    talk = Talk(world).begin()
    for text in ("Starting", "Ideas", FIRST, "skip", "from 5 to 8 openings", "by 12 March"):
        talk.say(text)
    assert talk.now_asked() == "1.wording"
    return talk, talk.say(NEW)


def says(world: World, text: str) -> None:
    world.later(minutes=1)
    ts = f"{world.now.timestamp():.6f}"
    words = DirectMessage("D1", text, ts, f"said:{ts}")
    world.do(listening.hear, world.student, words, greets=lambda locale: False)


def standing(talk: Talk) -> str | None:
    value: str | None = talk.interview().draft.get("1.wording", {}).get("value")
    return value


def test_it_is_shown_beside_the_one_before(world: World) -> None:
    talk, _ = offered(world)
    brief = talk.question()
    assert (brief.step, brief.offered, brief.options) == ("wording", NEW, ("instead", "before"))
    assert "8 openings" in brief.original
    assert standing(talk) is None
    assert [k for k in talk.buttons() if k.startswith("proposing.choose")] == [
        "proposing.choose.0",
        "proposing.choose.1",
    ]


def test_its_buttons(world: World) -> None:
    talk, _ = offered(world)
    talk.choose("instead")
    assert standing(talk) == NEW


@pytest.mark.parametrize("text", ["yes", "ok", "use this instead"])
def test_a_typed_yes_takes_it(world: World, text: str) -> None:
    talk, _ = offered(world)
    says(world, text)
    assert standing(talk) == NEW


@pytest.mark.parametrize("text", ["nah", "no thanks", "nope", "keep the one before"])
def test_a_typed_no_is_one_whatever_it_would_be_elsewhere(world: World, text: str) -> None:
    talk, _ = offered(world)
    before = talk.question().original
    says(world, text)
    assert standing(talk) == before


@pytest.mark.parametrize("text", ["why?", "when is it", "thanks!", "this is so stupid fuck off", "can my mum see this"])
def test_what_is_no_sentence_for_a_target_leaves_it_open(world: World, text: str) -> None:
    talk, _ = offered(world)
    says(world, text)
    assert talk.interview().draft["1.wording"]["offered"] == NEW
    assert standing(talk) is None


def test_an_edit_is_shown_back_in_the_new_words(world: World) -> None:
    talk, ts = offered(world)
    world.do(listening.correct, world.student, "D1", "Vary 7 of my openings by 12 March", ts)
    assert talk.question().offered == "Vary 7 of my openings by 12 March"
    assert talk.notice().remark == ""
    assert standing(talk) is None


def test_a_deleted_sentence_is_not_asked_about(world: World) -> None:
    talk, ts = offered(world)
    world.do(listening.forget, world.student, ts)
    assert (talk.now_asked(), talk.question().options) == ("1.wording", ("take", "keep"))
    assert "1.wording" not in talk.interview().draft


def test_a_deleted_sentence_that_was_taken_stays(world: World) -> None:
    talk, ts = offered(world)
    talk.choose("instead")
    asked = talk.interview().asked
    world.do(listening.forget, world.student, ts)
    assert (standing(talk), talk.interview().asked) == (NEW, asked)
