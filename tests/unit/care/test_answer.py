"""What the answer says, and in which language; it is looked at by its keys."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from bot.activities.care import presses
from bot.domain.actor import Actor
from bot.domain.care import Way
from bot.domain.outbox import Message
from prompts import words as prompts_words
from prompts.words import COPY, Words, answers_in, words_for
from sandbox.blocks.check import check_message_blocks, elements_of
from tests.unit.care.scenes import HURT, ITO, POE, decided, takes, writes
from tests.world import WORKSPACE, World

ENGLISH = words_for()
LANGUAGES = ("es", "fr", "de", "nl", "pt", "pl", "tr", "uk", "ar")
SAID = {
    "es": "quiero morir",
    "fr": "je veux mourir",
    "de": "ich will sterben",
    "nl": "ik wil dood",
    "pt": "quero morrer",
    "pl": "chcę umrzeć",
    "tr": "ölmek istiyorum",
    "uk": "я хочу померти",
    "ar": "اريد ان اموت",
}


def newest(world: World, to: str = "USTUDENT", kind: str = "care-answer") -> Message:
    found = [m for d, m in world.render_all() if (d.reader, d.notice) == (to, kind) and m is not None]
    last: Message = found[-1]
    return last


def seen(message: Message) -> str:
    return json.dumps(message.blocks, ensure_ascii=False)


def buttons(message: Message) -> list[str]:
    return [e["action_id"] for b in message.blocks for e in elements_of(dict(b)) if e["type"] == "button"]


def has(message: Message, *keys: str) -> list[bool]:
    """Which of these sentences (up to their first argument) it shows."""
    return [_begin(key) in seen(message) for key in keys]


def _begin(key: str, words: Words = ENGLISH) -> str:
    pieces = words.pieces(key, person="X", time="Y", number="Z", student="S")
    return max((p for p in pieces if isinstance(p, str)), key=len).strip(" *")


def test_it_says_that_it_is_a_program_who_can_help_and_that_nobody_was_told(world: World) -> None:
    decided(world, Way.STUDENT)
    writes(world)
    message = newest(world)
    assert has(message, "care-sorry", "care-program", "care-talk-lines", "care-emergency", "care-nobody") == [True] * 5
    assert all(line in seen(message) for line in ("Mr Ito, counsellor, room 4", "Helpline 116 111", "112"))
    assert buttons(message) == ["care.tell.0", "care.tell.1", "care.meant_else", "care.go_on"]


def test_an_emergency_number_only_where_an_admin_set_one(world: World) -> None:
    writes(world)
    message = newest(world)
    assert has(message, "care-talk", "care-emergency", "care-nobody") == [True, False, True]
    assert buttons(message) == ["care.meant_else", "care.go_on"]


def test_a_friend_has_an_answer_of_its_own(world: World) -> None:
    writes(world, "my friend wants to kill herself")
    assert has(newest(world), "care-sorry", "care-sorry-other") == [False, True]


def test_it_follows_what_becomes_of_the_telling(world: World) -> None:
    decided(world)
    writes(world)
    assert has(newest(world), "care-nobody", "care-telling", "care-next") == [False, True, True]
    takes(world, ITO)
    message = newest(world)
    assert has(message, "care-telling", "care-told", "care-next") == [False, True, True]
    assert "08:00" in seen(message)
    assert "care.share" in buttons(message)
    world.do(presses.take, _contact(ITO), 1)
    assert has(newest(world), "care-taken", "care-next") == [True, False]


def test_a_failure_is_said_and_so_is_who_is_told_instead(world: World) -> None:
    decided(world)
    writes(world)
    takes(world, ITO, "user_disabled")
    assert has(newest(world), "care-unreached", "care-telling", "care-nobody") == [True, True, False]
    takes(world, POE, "user_disabled")
    assert has(newest(world), "care-unreached", "care-telling", "care-nobody") == [True, False, True]


@pytest.mark.parametrize(("hour", "late"), [(19, False), (20, True), (6, True), (7, False)])
def test_at_night_it_says_that_they_may_read_it_only_in_the_morning(world: World, hour: int, *, late: bool) -> None:
    decided(world)
    world.now = world.now.replace(hour=hour)
    writes(world)
    assert has(newest(world), "care-night") == [late]


def test_the_night_is_that_of_whoever_is_told(world: World) -> None:
    decided(world)
    with world.uow() as uow:
        ito = uow.people.of(ITO)
        assert ito is not None
        uow.people.save(replace(ito, timezone="Asia/Tokyo"))
    world.now = world.now.replace(hour=12)
    writes(world)
    assert has(newest(world), "care-night") == [True]


def test_what_became_of_the_words_is_said(world: World) -> None:
    decided(world)
    writes(world)
    takes(world, ITO)
    world.do(presses.share, world.student, 1)
    assert has(newest(world), "care-words-passing") == [True]
    takes(world, ITO, "words_gone", notice="care-words")
    message = newest(world)
    assert has(message, "care-words-passing", "care-words-gone") == [False, True]
    assert "care.share" not in buttons(message)


def test_once_left_it_leads_back_no_more_and_says_who_hears_that(world: World) -> None:
    decided(world)
    writes(world)
    takes(world, ITO)
    world.do(presses.meant_else, world.student, 1)
    message = newest(world)
    assert has(message, "care-meant-else") == [True]
    assert {"care.meant_else", "care.go_on"}.isdisjoint(buttons(message))
    assert has(newest(world, ITO, "care-alerted"), "care-alert-meant-else") == [True]


def test_those_who_are_told_read_who_it_is_and_no_words(world: World) -> None:
    decided(world)
    writes(world, f"{HURT} zebra")
    message = newest(world, ITO, "care-alerted")
    assert has(message, "care-alert", "care-alert-why", "care-alert-words", "care-alert-next") == [True] * 4
    assert ("Ana" in seen(message), "English 11" in seen(message), "zebra" in seen(message)) == (True, True, False)
    assert buttons(message) == ["care.take"]


class TestLanguages:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_it_answers_in_the_language_in_which_it_was_written(self, world: World, language: str) -> None:
        decided(world, Way.STUDENT)
        assert writes(world, SAID[language])
        words = answers_in(language, ENGLISH)
        message = newest(world)
        assert words("care-sorry") in seen(message)
        assert words("care-nobody") in seen(message)
        world.do(presses.tell_one, world.student, 1, 1)
        takes(world, ITO)
        world.do(presses.share, world.student, 1)
        assert check_message_blocks([dict(b) for b in newest(world).blocks]) == []

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_has_every_sentence_with_the_same_places(self, language: str) -> None:
        english, theirs = entries("en"), entries(language)
        answers = set.intersection(*(set(entries(other)) for other in LANGUAGES))
        assert "care-sorry" in answers
        assert set(theirs) in (answers, set(english))
        assert {k: places(theirs[k]) for k in theirs} == {k: places(english[k]) for k in theirs}

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_fits_where_it_stands(self, language: str) -> None:
        words, name = answers_in(language, ENGLISH), "N" * 20
        labels = [words(f"care-{k}-button") for k in ("share", "meant-else", "go-on")]
        assert max(map(len, (*labels, words("care-tell-button", person=name)))) <= 75
        assert max(len(words(f"care-share-{k}")) for k in ("yes", "no")) <= 30
        assert max(len(words(f"care-form-{k}")) for k in ("title", "close")) <= 24

    def test_a_reader_whose_language_has_answers_alone_reads_english_elsewhere(self) -> None:
        assert words_for("fr-FR").locale == "en"
        assert words_for("fr-FR")("help-intro") == ENGLISH("help-intro")


def entries(language: str) -> dict[str, str]:
    return dict(prompts_words.split((COPY / f"{language}.care.ftl").read_text("utf-8"), language))


def places(text: str) -> Sequence[str]:
    return sorted(re.findall(r"\$\w+", text.split("\n#")[0]))


def _contact(user: str) -> Any:
    return Actor(WORKSPACE, user)


def test_nobody_is_promised_anything() -> None:
    """No secrecy, and nobody who comes: words that would be one stand in no answer."""
    text = " ".join(v for k, v in entries("en").items() if k.startswith("care-") and "alert" not in k).casefold()
    assert [w for w in ("only you", "secret", "confidential", "private message", "will help you") if w in text] == []
