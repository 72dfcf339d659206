"""Templates of subjects: what ships, and what a student makes of one."""

from collections.abc import Callable

import pytest

from bot.activities.templates import use_cases as templates
from bot.activities.templates.forms import TemplateForm, choose_form, fill_form
from bot.domain.actor import Refusal
from bot.domain.rubrics import from_table, typed_table
from bot.domain.terms import EvidenceForm, Target
from bot.language import targets
from bot.language.templates import templates_of
from prompts.words import words_for
from sandbox.blocks.check import check_view
from tests.unit.proposing.talk import Talk
from tests.world import World

SUBJECTS = [
    *("writing", "mathematics", "science-practical", "language-learning", "music", "sport", "trade-workshop"),
    *("placement", "independent-study", "study-habits"),
]
LANGUAGES = pytest.mark.parametrize("lang", ["en", "es"])
REST = {"timeframe": "12 March", "ends_on": "12 March", "baseline": "2", "wording": "yes"}
OWN = "I begin 7 of 10 sentences of my bus diary in a different way"


@LANGUAGES
def test_each_subject_ships_in_each_language(lang: str) -> None:
    found = templates_of(lang)
    assert [one.key for one in found] == SUBJECTS
    for one in found:
        assert len(one.examples) >= 2
        assert len(one.criteria) == 3
        assert max(map(len, one.criteria)) <= 75
        assert one.hardest.endswith("?")
        assert one.practice.endswith("?")
        assert check_view(fill_form(words_for(lang), TemplateForm(1, 1, 1, found, (EvidenceForm.WRITTEN,)), one)) == []


@LANGUAGES
def test_each_example_says_how_much(lang: str) -> None:
    for one in templates_of(lang):
        for example in one.examples:
            assert any(char.isdigit() for char in example), example
            assert targets.read(example, lang) is not None


@LANGUAGES
def test_each_rubric_is_one(lang: str) -> None:
    for one in templates_of(lang):
        lines = [("", *one.rubric.levels), *((each.name, *each.descriptors) for each in one.rubric.criteria)]
        assert from_table(typed_table("\n".join(" | ".join(line) for line in lines))) == one.rubric


def test_a_language_without_templates_has_a_clear_word() -> None:
    assert templates_of("fi") == ()
    view = choose_form(words_for("en"), TemplateForm(1, 1, 1, (), ()))
    assert check_view(view) == []
    assert words_for("en")("templates-none") in str(view)
    assert "submit" not in view


def _at_the_target(world: World) -> Talk:
    talk = Talk(world).begin()
    talk.say("All my sentences begin the same way")
    while talk.now_asked() != "1.statement":
        talk.say("I have many ideas")
    return talk


def _fill(world: World, talk: Talk, said: dict[str, str], chosen: tuple[int, ...] = ()) -> None:
    world.do(templates.fill, world.student, talk.interview().id, 1, "writing", said, chosen)


def test_what_is_filled_in_answers_the_interview(world: World) -> None:
    talk = _at_the_target(world)
    assert talk.question().menu == "templates"
    said = {
        "statement": OWN,
        "strategies": "On Tuesdays at home",
        "criterion": "My sister hears it",
        "evidence": "oral",
    }
    _fill(world, talk, said, (0,))
    for _ in range(12):
        name = talk.now_asked().rpartition(".")[2]
        if not name:
            break
        talk.say(REST.get(name, "skip"))
    terms = talk.question().terms
    assert terms is not None
    (target,) = terms.targets
    assert (target.strategies, target.evidence) == ("On Tuesdays at home", EvidenceForm.ORAL)
    shown = [one.text for one in target.criteria]
    assert shown == [templates_of("en")[0].criteria[0], "My sister hears it"]
    assert "bus diary" in target.statement
    assert _all_own(target)


def _all_own(target: Target) -> bool:
    return all(one.author.value == "student" for one in target.criteria)


@pytest.mark.parametrize(
    ("statement", "key"),
    [("", "templates-statement"), ("i begin 8 of 10 sentences in a different way", "templates-example")],
)
def test_the_target_is_the_students_own(world: World, statement: str, key: str) -> None:
    talk = _at_the_target(world)
    with pytest.raises(Refusal) as refused:
        _fill(world, talk, {"statement": statement})
    assert (refused.value.key, refused.value.field) == (key, "statement")
    assert talk.now_asked() == "1.statement"


def test_what_no_form_has_is_an_old_one(world: World) -> None:
    talk = _at_the_target(world)
    tries: list[Callable[[], None]] = [
        lambda: _fill(world, talk, {"statement": OWN}, (3,)),
        lambda: world.do(templates.fill, world.student, talk.interview().id, 1, "magic", {"statement": OWN}),
        lambda: world.do(templates.fill, world.student, talk.interview().id, 2, "writing", {"statement": OWN}),
    ]
    for tried in tries:
        with pytest.raises(Refusal, match="old-button"):
            tried()
