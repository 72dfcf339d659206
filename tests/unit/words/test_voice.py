"""What can be checked of how Accord speaks: its words, its lengths, plurals. Each check names what it finds, and finds
what is planted. Days and times: tests/unit/rendering/test_days.py."""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from tests.unit.words.texts import Text, for_people, texts

Check = Callable[[Text], Sequence[str]]

ROOT = Path(__file__).parents[3]
OUT = tomllib.loads((Path(__file__).parent / "voice.toml").read_text("utf-8"))["out"]

SENTENCE_MOST = 15
"""Words."""
TEXT_MOST = 300
"""Characters: five lines on a phone."""
BUTTON_MOST = 20
TITLE_MOST = 17
"""Slack takes 24. Other languages are longer than English by a third."""
OPTION_MOST = 50
"""Slack takes 75."""
CONFIRM_TITLE_MOST, CONFIRM_TEXT_MOST = 60, 200
"""Slack takes 100 and 300."""

LONGER: Mapping[str, str] = {
    "care-program": "what is said to somebody who is not well waits for review by somebody trained",
    "care-rule-nobody": "as care-program",
    "care-rule-student": "as care-program",
    "care-rule-at-once": "as care-program",
}
"""Keys with a sentence that is longer, and why."""
LONG: Mapping[str, str] = {}
"""Keys with a text that is longer, and why."""
WIDE: Mapping[str, str] = {
    "care-tell-button": "a student chooses by it whom their name goes to, so it is said in full",
    "care-meant-else-button": "it says the whole of what a student means, without blame",
}
"""Buttons that are longer, and why."""

BUTTONS = re.compile(
    r"(?!refusal-).*-button(-student|-teacher)?$|proposal-(about|approve|ask|suggest|send-back)$|amendment-(sign|counter|wonder)$"
    r"|change-(propose|sign|decline|take-back)$|close-confirm-no$|question-answer$|sent-back-go-on$"
    r"|help-(start|resume|contract)$|own-contract-keep$|care-share-(yes|no)$|home-(take-back-yes|keep-named)$"
    r"|home-outside-(allow|forbid|leave)$|proposing-(back|skip|help|later|keep|keep-skipped|submit|resume)$"
    r"|proposing-change-(numbers|date)$|proposing-option-(?!term-end).*"
)
"""The keys of buttons, whatever room they stand in."""
TITLES = re.compile(r"(?!refusal-).*-(title|submit|close)$")
NO_FORM = re.compile(
    r"(proposal|change|amendment|vague|contract|class-ready|tour|privacy-page|home-.*)-title$|look-.*|.*overdue.*"
)
"""Headings of messages and pages, and questions over a confirmation, have more room."""
OPTIONS = re.compile(
    r"(autonomy|look-back-rating|check-in-confidence|terms-evidence|set-up-shoutouts|care-save-way)-(?!hint$)[\w-]+$"
)

NUMBERS = frozenset({"count", "number", "minutes", "more", "most", "least", "sections", "left"})
"""Arguments that count something."""
NEVER_ONE: Mapping[str, str] = {
    "refusal-too-long": "it is some thousands",
    "refusal-too-many": "it is as many as one may send in a minute",
    "refusal-keeps-too-long": "the most are years",
    "home-care-at-once": "the form takes no less than five",
    **dict.fromkeys(
        ("lesson-script-line", "lesson-begun", "lesson-step", "lesson-class-step"), "steps take five minutes at least"
    ),
}
"""Where a number stands before a noun without a plural of its own, and why it is never one."""


def out_of_words(text: Text) -> list[str]:
    return [
        f"“{found[0]}” is said as: {entry['say']}"
        for entry in OUT
        if text.key not in entry.get("but", {})
        for found in re.finditer(rf"(?<![\w{{])(?:{entry['word']})(?!\w|\}})", text.text, re.IGNORECASE)
    ]


def too_long_a_sentence(text: Text) -> list[str]:
    if text.key in LONGER:
        return []
    return [s for s in text.sentences if len(re.findall(r"[^\s–·…]+", s)) > SENTENCE_MOST]


def too_long_a_text(text: Text) -> list[str]:
    return [f"{len(text.text)} characters"] if len(text.text) > TEXT_MOST and text.key not in LONG else []


def a_number_without_a_plural(text: Text) -> list[str]:
    if text.key in NEVER_ONE:
        return []
    before_a_noun = re.findall(r"\{(\w+)\} (?!and |or |at |more|done |are )[a-z]+", text.text)
    return [name for name in before_a_noun if name in NUMBERS and name not in text.chosen]


def a_noun_pushed_in(text: Text) -> list[str]:
    """A unit as the subject's or a question's noun agrees with nothing. Behind a number or in brackets it may stand."""
    return re.findall(r"(?:many|much|few|the|your|of) \{(?:unit|work)\}", text.text.replace("of your next {work}", ""))


def too_wide(text: Text) -> list[str]:
    """A title or a label without room to spare."""
    most = room_of(text.key)
    return [f"{len(text.copy)} characters, {most} at most"] if most and len(text.copy) > most else []


def room_of(key: str, english: bool = True) -> int | None:
    """How long a label or a title may be. English leaves room for the others, which may take a third more."""
    most = _room(key)
    return most if most is None or english else most * 4 // 3


def _room(key: str) -> int | None:
    if key in WIDE:
        return None
    if re.match(r"close-confirm-title|.*-(allow|forbid|take-back)-title|care-share-sure", key):
        return CONFIRM_TITLE_MOST
    if re.match(r"close-confirm-(student|teacher)|care-share-what|.*-(allow|forbid|take-back)-what", key):
        return CONFIRM_TEXT_MOST
    if BUTTONS.fullmatch(key):
        return BUTTON_MOST
    if OPTIONS.fullmatch(key):
        return OPTION_MOST
    return TITLE_MOST if TITLES.fullmatch(key) and not NO_FORM.fullmatch(key) else None


def loud(text: Text) -> list[str]:
    return re.findall("!", text.text)


PLANTED: Mapping[Check, str] = {
    out_of_words: "a = Your plan is in force at the moment.\n",
    too_long_a_sentence: "a = This is a sentence that goes on and on until nobody remembers how it ever began.\n",
    too_long_a_text: f"a = {'It is short. ' * 30}\n",
    a_number_without_a_plural: "a = You have { $count } targets.\n",
    a_noun_pushed_in: "a = How many { $unit } is it now?\n",
    too_wide: "a-button = Look at all of your contracts\n",
    loud: "a = Well done!\n",
}
NAMED = pytest.mark.parametrize("check", list(PLANTED), ids=lambda check: check.__name__)


@NAMED
def test_the_copy_is(check: Check) -> None:
    assert [f"{text}  ← {found}" for text in for_people() for found in check(text)] == []


@NAMED
def test_what_is_planted_is_found(check: Check) -> None:
    assert [found for text in texts(PLANTED[check]) for found in check(text)] != []


@pytest.mark.parametrize("entry", OUT, ids=lambda entry: str(entry["like"]))
def test_each_word_that_is_out_can_be_found(entry: Mapping[str, str]) -> None:
    """A pattern that matches nothing would keep nothing out."""
    assert f"is said as: {entry['say']}" in " ".join(out_of_words(Text("a", entry["like"])))


def test_every_button_is_known_as_one() -> None:
    made = re.compile(r"""\bbutton\(\s*(?:w|words|reader\.words)\(\s*"([a-z0-9_-]+)\"""")
    used = {key for file in (ROOT / "bot").rglob("*.py") for key in made.findall(file.read_text("utf-8"))}
    assert len(used) > 40
    assert sorted(key for key in used if not BUTTONS.fullmatch(key)) == []


def test_what_is_said_by_a_plural_is_no_finding() -> None:
    ftl = "a = { $count ->\n    [one] You have one target.\n   *[other] You have { $count } targets.\n  }\n"
    assert [found for text in texts(ftl) for found in a_number_without_a_plural(text)] == []


def test_an_exception_is_of_something_that_is_there() -> None:
    assert {*LONGER, *LONG, *WIDE, *NEVER_ONE} - {text.key for text in for_people()} == set()


@pytest.mark.parametrize("entry", [entry for entry in OUT if "but" in entry], ids=lambda entry: str(entry["like"]))
def test_who_may_say_a_word_that_is_out_says_it(entry: Mapping[str, Mapping[str, str]]) -> None:
    said = {text.key for text in for_people() if re.search(str(entry["word"]), text.text, re.IGNORECASE)}
    assert entry["but"].keys() - said == set()
