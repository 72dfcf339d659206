"""Templates as a file: read by line, shown, and standing after a yes."""

import asyncio
import csv
import io

import pytest

from bot.activities.bringing import use_cases as bringing
from bot.activities.bringing.messages import FileRead
from bot.activities.templates import writing
from bot.activities.templates.forms import template_form
from bot.domain.actor import Refusal
from bot.domain.bringing import FileUnread, ReadFile
from bot.domain.templates import SHOWN_AS, SchoolTemplate, from_text
from bot.domain.templates import standing as sorted_templates
from bot.domain.terms import EvidenceForm
from bot.messages.briefs import brief_for, render
from bot.messages.registry import Reader
from bot.standards.reading import read_templates
from prompts.words import words_for
from sandbox.blocks.check import check_view
from tests.world import World


def standing(world: World) -> list[SchoolTemplate]:
    with world.uow() as uow:
        return sorted_templates(uow.templates.offered())


def comes(world: World, read: ReadFile) -> int:
    world.do(writing.save, world.teacher, world.classroom.id, 0, {"name": ""}, (("F1", "templates.csv"),))
    with world.uow() as uow:
        brought = uow.brought.all()[-1]
    world.do(bringing.was_read, world.accord, brought.id, read)
    return brought.id


DATA = (
    "\ufeffNombre;Ejemplos;Señales;Dificultad;Prueba\n"
    "Pan;Horneo 3 de 4 panes | Peso 5 masas;Sube | Está hecho;¿Qué cuesta más?;photo\n"
    ";Nada;;;\n"
    "Masa;;;;\n"
    "Horno;=HYPERLINK(1);;;\n"
    "Sal;Mido 3 veces;;;bailando\n"
    "pan;Otra vez 3;;;\n"
    "Old one;I knead 4 times;;;\n"
)


def test_a_file_is_shown_by_line_and_stands_after_a_yes(world: World) -> None:
    world.do(writing.save, world.teacher, world.classroom.id, 0, {"name": "Old one", "examples": "I bake 1"})
    read = asyncio.run(read_templates(DATA.encode()))
    whys = ["template-name", "template-no-example", "template-formula", "template-evidence", "template-twice"]
    assert [(left.line, left.why) for left in read.left_out] == list(enumerate(whys, 3))
    brought = comes(world, read)
    assert [one.examples for one in standing(world)] == [("I bake 1",)], "nothing stands before the yes"
    for lang in ("en", "es"):
        with world.uow() as uow:
            shown = brief_for(uow, FileRead(brought), world.teacher.user)
        text = str(
            render(FileRead(brought), shown, Reader(world.teacher.user, words_for(lang), "UTC", world.now)).blocks
        )
        assert all(words_for(lang)(f"brought-line-{left.why}", line=left.line) in text for left in read.left_out)
    world.do(bringing.take, world.teacher, brought)
    old, bread = standing(world)
    assert (old.name, old.examples) == ("Old one", ("I knead 4 times",))
    assert bread.examples == ("Horneo 3 de 4 panes", "Peso 5 masas")
    assert (bread.criteria, bread.evidence) == (("Sube", "Está hecho"), EvidenceForm.PHOTO)
    assert bread.made_by == world.teacher.user


def test_the_same_file_again_changes_nothing(world: World) -> None:
    read = asyncio.run(read_templates(DATA.encode()))
    world.do(bringing.take, world.teacher, comes(world, read))
    before = [one.id for one in standing(world)]
    world.do(bringing.take, world.teacher, comes(world, read))
    assert [one.id for one in standing(world)] == before


def test_nobody_but_a_teacher_brings_one(world: World) -> None:
    read = asyncio.run(read_templates(DATA.encode()))
    brought = comes(world, read)
    for other in (world.student, world.stranger):
        with pytest.raises(Refusal):
            world.do(writing.save, other, world.classroom.id, 0, {"name": ""}, (("F1", "templates.csv"),))
        with pytest.raises(Refusal):
            world.do(bringing.take, other, brought)
    assert standing(world) == []


def test_what_the_form_shows_is_a_file_that_is_read() -> None:
    for lang in ("en", "es"):
        view = template_form(words_for(lang), 1, None)
        assert check_view(view) == []
        assert SHOWN_AS[1][1] in str(view)
    text = io.StringIO()
    csv.writer(text).writerows(SHOWN_AS)
    read = asyncio.run(read_templates(text.getvalue().encode()))
    assert (read.count, read.left_out) == (1, ())
    assert from_text(read.found)[0]["name"] == "Bread"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"name,evidence\nx,written\n", "template-no-columns"),
        (b"PK\x03\x04 a spreadsheet", "not-csv"),
        (b"name,examples\n" + b"a,b\n" * 50_000, "template-too-many"),
        (b"name,examples\n" + b"".join(b"a%d,b\n" % n for n in range(61)), "template-too-many"),
    ],
)
def test_a_file_that_has_no_templates_says_why(data: bytes, why: str) -> None:
    with pytest.raises(FileUnread) as unread:
        asyncio.run(read_templates(data))
    assert unread.value.why == why
    assert words_for("es")(f"brought-why-{why}", place="1")
