"""What a message is: one plain example of each kind at each moment, and what the rules hold by themselves."""

from decimal import Decimal

import pytest

from bot.language.hearing import Heard, Kind, Moment, hear, kinds
from bot.language.hearing.kinds import RuleInput, Weights, is_nonsense, kind_by_rule
from bot.language.hearing.model import Number
from bot.language.hearing.words import EMOJI, FILE, LINK, MENTION, words_of
from tests.unit.hearing.labels import aim

CHECK_IN, IDLE, INTERVIEW = Moment.CHECK_IN, Moment.IDLE, Moment.INTERVIEW
ASKED = {CHECK_IN: "how is it going?", IDLE: "", INTERVIEW: "how will you practise?"}

EXAMPLES = [
    (CHECK_IN, "7 pages today", Kind.ANSWER),
    (CHECK_IN, "it is going ok", Kind.ANSWER),
    (CHECK_IN, "thanks for asking!", Kind.THANKS),
    (CHECK_IN, "can my mum see this", Kind.QUESTION),
    (CHECK_IN, "who are you?", Kind.QUESTION),
    (CHECK_IN, "can mr bell see what i wrote", Kind.QUESTION),
    (IDLE, "will my teacher get to see this", Kind.QUESTION),
    (IDLE, "does ms lee know about the ones i missed", Kind.QUESTION),
    (IDLE, "can mr bell see me after class", Kind.FOR_TEACHER),
    (CHECK_IN, "fuck off", Kind.UNWILLING),
    (CHECK_IN, "i want to stop this contract", Kind.STOP),
    (CHECK_IN, "can we move the end date", Kind.CHANGE),
    (CHECK_IN, "was ill all week", Kind.AWAY),
    (CHECK_IN, "ill be back on monday, im ill", Kind.AWAY),
    (CHECK_IN, "ill do it tmrw", Kind.ANSWER),
    (CHECK_IN, "i'll do it friday, promise", Kind.ANSWER),
    (CHECK_IN, "please tell Mr Bell I need help", Kind.FOR_TEACHER),
    (CHECK_IN, "lol", Kind.UNCLEAR),
    (CHECK_IN, "👍", Kind.UNCLEAR),
    (CHECK_IN, "sorry wrong chat", Kind.NOT_FOR_US),
    (CHECK_IN, "it was easier than last week", Kind.ANSWER),
    (CHECK_IN, "felt harder this time", Kind.ANSWER),
    (CHECK_IN, "make it easier than last week please", Kind.CHANGE),
    (CHECK_IN, "i want an easier goal", Kind.CHANGE),
    (CHECK_IN, "sorry", Kind.UNCLEAR),
    (CHECK_IN, "gn", Kind.UNCLEAR),
    (CHECK_IN, "yh", Kind.UNCLEAR),
    (CHECK_IN, "foreman said thats decent", Kind.ANSWER),
    (CHECK_IN, "i want to stop history", Kind.STOP),
    (CHECK_IN, "pg 12", Kind.ANSWER),
    (CHECK_IN, "you dont want to know... 7", Kind.ANSWER),
    (CHECK_IN, "14 pages even with the blister", Kind.ANSWER),
    (CHECK_IN, "none, i was ill", Kind.AWAY),
    (IDLE, "it was easier than last week", Kind.PROGRESS),
    (IDLE, "can we make it easier", Kind.CHANGE),
    (IDLE, "i want to stop history", Kind.STOP),
    (IDLE, "got 80 today in class!!", Kind.PROGRESS),
    (IDLE, "hello Accord", Kind.GREETING),
    (IDLE, "👍", Kind.THANKS),
    (IDLE, "ok", Kind.THANKS),
    (IDLE, "what happens next?", Kind.QUESTION),
    (IDLE, "please end my contract", Kind.STOP),
    (IDLE, "stupid bot", Kind.UNWILLING),
    (IDLE, "mum can you pick me up at 5", Kind.NOT_FOR_US),
    (INTERVIEW, "with flashcards on the bus", Kind.ANSWER),
    (INTERVIEW, "why?", Kind.QUESTION),
    (INTERVIEW, "wdym", Kind.QUESTION),
    (INTERVIEW, "stop, i dont want a contract", Kind.STOP),
]


def heard(text: str, moment: Moment) -> Heard:
    aims = [] if moment is INTERVIEW else [aim(5, 30, "pages a day", 12)]
    return hear(text, moment, aims, ASKED[moment])


@pytest.mark.parametrize(("moment", "text", "kind"), EXAMPLES)
def test_kinds(moment: Moment, text: str, kind: Kind) -> None:
    assert heard(text, moment).kind is kind


def test_only_what_says_how_it_stands_gives_numbers() -> None:
    assert heard("7", CHECK_IN).numbers == {0: Number(aim(7).baseline, sure=True)}
    assert not heard("does 7 count?", CHECK_IN).numbers
    assert not heard("mum can you bring 7 rolls", IDLE).numbers


@pytest.mark.parametrize(
    ("numbers", "how"),
    [
        ({}, "digits"),
        ({0: Number(Decimal(7), sure=False)}, "asked"),
        ({0: Number(Decimal(7), sure=True)}, "sure"),
        ({0: Number(Decimal(0), sure=True)}, "zero"),
        ({0: Number(Decimal(0), sure=True), 1: Number(Decimal(7), sure=True)}, "sure"),
    ],
)
def test_how_a_number_was_read(numbers: dict[int, Number], how: str) -> None:
    assert kinds.how_read("7", numbers) == how


def test_words_are_looked_up_as_they_are_meant() -> None:
    assert words_of("Heeeyyy, u DON'T know").plain == ("hey", "you", "do", "not", "know")
    assert words_of("see https://x.org/a?b=9 a_1.pdf <@U12|ana> :+1: 😀 7/10").plain == (
        *("see", LINK, FILE, MENTION, EMOJI, EMOJI, "0"),
    )


def test_a_long_message_is_read_at_both_ends() -> None:
    words = words_of("first " + "x " * 40_000 + "last").plain
    assert words[0] == "first"
    assert words[-1] == "last"
    assert len(words) < 2_000


@pytest.mark.parametrize("word", ["x", "fghjj", "?", EMOJI])
def test_nonsense(word: str) -> None:
    assert is_nonsense(word)


@pytest.mark.parametrize("word", ["i", "ok", "rhythm", "привіт", "شكرا", "0", "the"])
def test_no_nonsense(word: str) -> None:
    assert not is_nonsense(word)


def test_a_sure_rule_goes_before_the_weights() -> None:
    other = Weights((Kind.ANSWER, Kind.STOP), (0.0, 99.0), 1.0, {})
    astray = RuleInput(words_of("sorry wrong chat"), CHECK_IN, "none")
    assert kind_by_rule(astray) == (Kind.NOT_FOR_US, True)
    assert kinds.kind_of(astray, "", other) is Kind.NOT_FOR_US
    assert kinds.kind_of(RuleInput(words_of("it is ok"), CHECK_IN, "none"), "", other) is Kind.STOP


@pytest.mark.parametrize(("share", "moment", "counts"), [(0.0, IDLE, False), (3.0, IDLE, True), (0.0, CHECK_IN, True)])
def test_what_may_well_be_something_else_is_asked_about_where_nobody_asked(
    share: float, moment: Moment, counts: bool
) -> None:
    opinion = Weights((Kind.PROGRESS, Kind.CHANGE), (share, -0.1), 1.0, {})
    said = RuleInput(words_of("14 pages"), moment, "sure")
    assert kinds.opinion_of(said, "", opinion) == (Kind.PROGRESS, counts)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("muy buenas", Kind.GREETING),
        ("buenas tardes", Kind.GREETING),
        ("tengo buenas ideas", Kind.ANSWER),
        ("saco buenas notas", Kind.ANSWER),
    ],
)
def test_a_spanish_word_of_greetings_is_none_beside_a_noun(text: str, kind: Kind) -> None:
    assert hear(text, Moment.INTERVIEW, (), lang="es").kind is kind
