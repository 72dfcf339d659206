"""A teacher writes the frame; a student fills it, and chooses."""

import pytest

from bot.activities.templates import use_cases as templates
from bot.activities.templates import writing
from bot.activities.templates.forms import TemplateForm, fill_form, template_form
from bot.domain.actor import Refusal
from bot.domain.templates import SchoolTemplate, standing
from prompts.words import words_for
from sandbox.blocks.check import check_view
from tests.unit.templates.test_templates import _at_the_target
from tests.world import World

BREAD = {"name": "Bread", "examples": "I bake 3 of 4 loaves that rise", "criteria": "It rises\nSomeone eats it"}
BREAD |= {"hardest": "Which step fails?", "practice": "When do you bake?", "evidence": "photo"}


def _save(world: World, template: int = 0, **said: str) -> SchoolTemplate:
    parts = {**BREAD, **said}
    world.do(writing.save, world.teacher, world.classroom.id, template, parts)
    return next(one for one in _standing(world) if one.name == parts["name"])


def _standing(world: World) -> list[SchoolTemplate]:
    with world.uow() as uow:
        return standing(uow.templates.all())


@pytest.mark.parametrize(
    ("part", "text", "key"),
    [
        ("name", "", "template-name"),
        ("name", "x" * 61, "template-name"),
        ("examples", " ", "template-no-example"),
        ("examples", "\n".join("abcdef"), "template-examples"),
        ("criteria", "x" * 76, "template-criteria"),
        ("criteria", "\n".join("abcdefghi"), "template-criteria"),
        ("hardest", "x" * 201, "template-question"),
    ],
)
def test_what_is_no_template_says_where(world: World, part: str, text: str, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        world.do(writing.save, world.teacher, world.classroom.id, 0, {**BREAD, part: text})
    assert (refused.value.key, refused.value.field) == (key, part)
    assert _standing(world) == []


def test_it_is_written_anew_and_taken_out(world: World) -> None:
    first = _save(world)
    assert _save(world, first.id) == first
    with pytest.raises(Refusal, match="template-name-taken"):
        _save(world, name="BREAD")
    second = _save(world, first.id, hardest="")
    with pytest.raises(Refusal, match="template-changed"):
        _save(world, first.id)
    world.do(writing.remove, world.teacher, world.classroom.id, second.id)
    assert _standing(world) == []


def test_a_student_fills_what_a_teacher_framed(world: World) -> None:
    one = _save(world)
    talk = _at_the_target(world)
    about = (world.student, talk.interview().id, 1)
    form = world.do(templates.open_form, *about)
    assert form.templates[0] == one.template
    own = {"statement": "I bake 3 of 4 rye loaves that rise"}
    world.do(templates.fill, *about, one.template.key, own, (1,))
    assert talk.interview().draft["1.criterion"]["value"] == "Someone eats it"
    world.do(writing.remove, world.teacher, world.classroom.id, one.id)
    with pytest.raises(Refusal, match="old-button"):
        world.do(templates.fill, *about, one.template.key, own)


@pytest.mark.parametrize("lang", ["en", "es"])
def test_its_forms_are_what_slack_takes(world: World, lang: str) -> None:
    one = _save(world, criteria="", hardest="", practice="")
    words = words_for(lang)
    assert check_view(template_form(words, 1, None)) == []
    assert check_view(template_form(words, 1, one)) == []
    assert check_view(fill_form(words, TemplateForm(1, 1, 1, (one.template,), ()), one.template)) == []
