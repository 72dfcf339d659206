"""The menu: what an activity is, which links may stand in it, files by line, and what makes one a student's own."""

import asyncio
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.activities.bringing import use_cases as bringing
from bot.activities.menus import picking
from bot.activities.menus import use_cases as menus
from bot.activities.menus.forms import template
from bot.domain.actor import Refusal
from bot.domain.bringing import FileUnread
from bot.domain.chosen import TakenActivity, is_made_own
from bot.domain.menu import (
    Activity,
    Level,
    as_text,
    check_public,
    from_text,
    made,
    standing,
    suiting,
    taken_as_text,
    taken_from_text,
)
from bot.domain.profile import LearnerProfile
from bot.domain.terms import EvidenceForm, check_terms
from bot.standards.reading import read_menu
from tests.world import World

LETTER = {
    "name": "Letter to the editor",
    "purpose": "Argue with evidence",
    "level": "standard",
    "interests": "news, sport",
    "evidence": "written",
    "resources": "https://example.org/letters\nA newspaper",
    "minutes": "45",
}


def _save(world: World, activity: int = 0, *, copy: bool = False, **said: str) -> Activity:
    parts = {**LETTER, **said}
    world.do(menus.save, world.teacher, world.classroom.id, activity, parts, copy=copy)
    return next(one for one in _standing(world) if one.name == parts["name"])


def _standing(world: World) -> list[Activity]:
    with world.uow() as uow:
        return standing(uow.menu.all())


@pytest.mark.parametrize(
    ("part", "text", "key"),
    [
        ("name", "", "menu-name"),
        ("purpose", " ", "menu-purpose"),
        ("name", "x" * 81, "menu-long"),
        ("name", "=SUM(A1)", "menu-formula"),
        ("level", "hard", "menu-level"),
        ("evidence", "dance", "menu-evidence"),
        ("minutes", "an hour", "menu-minutes"),
        ("minutes", "0", "menu-minutes"),
        ("interests", ",".join("abcdefghi"), "menu-interests"),
        ("resources", "\n".join("abcdefg"), "menu-resources"),
        ("resources", "see http://intranet/books", "menu-private-link"),
        ("resources", "https://ana:secret@example.org/", "menu-link-with-key"),
    ],
)
def test_what_is_no_activity_says_where(world: World, part: str, text: str, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        world.do(menus.save, world.teacher, world.classroom.id, 0, {**LETTER, part: text})
    assert (refused.value.key, refused.value.field) == (key, part)
    assert _standing(world) == []


@pytest.mark.parametrize(
    "link",
    [
        *("http://localhost:8000/", "http://127.0.0.1/x", "http://[::1]/", "https://10.0.0.8/a", "http://192.168.1.4"),
        *(
            "http://server/share",
            "https://wiki.school.local/",
            "https://x.internal",
            "http://nas.lan./",
            "http://2130706433/",
        ),
        *(
            "file:///C:/Users/lee/plan.docx",
            r"\\server\lessons\plan.docx",
            r"C:\Users\lee\plan.docx",
            "smb://nas/lessons",
        ),
        *("javascript:alert(1)", "ftp://files.example.org/x"),
    ],
)
def test_a_private_link_is_refused(link: str) -> None:
    with pytest.raises(Refusal, match="menu-private-link"):
        check_public(f"Read {link} first", field="resources")


@pytest.mark.parametrize(
    "link",
    [
        *("https://lee:pw@example.org/", "https://example.org/a?access_token=abc", "https://example.org/#id_token=x"),
        "https://files.example.org/a.pdf?X-Amz-Signature=00ff",
    ],
)
def test_a_link_with_a_key_is_refused(link: str) -> None:
    with pytest.raises(Refusal, match="menu-link-with-key"):
        check_public(link, field="resources")


@pytest.mark.parametrize(
    "text",
    [
        *(
            "https://example.org/a?page=2",
            "www.example.org",
            "https://1.1.1.1/",
            "Chapter 3: pages 4 to 9",
            "Ratio 2:1",
        ),
        *(
            "A video (https://example.org/v).",
            "Note: read it twice",
            "https://es.wikipedia.org/wiki/Ratón_(informática)",
        ),
    ],
)
def test_what_everybody_can_open_stands(text: str) -> None:
    check_public(text, field="resources")


@given(st.text(max_size=200))
def test_any_text_is_judged_without_failing(text: str) -> None:
    with suppress(Refusal):
        check_public(text, field="resources")


def test_it_is_written_anew_copied_and_taken_out(world: World) -> None:
    first = _save(world)
    with pytest.raises(Refusal, match="menu-name-taken"):
        _save(world, name="letter to the EDITOR")
    second = _save(world, first.id, minutes="60")
    assert [(one.minutes, one.level) for one in _standing(world)] == [(60, Level.STANDARD)]
    with pytest.raises(Refusal, match="menu-changed"):
        _save(world, first.id, minutes="90")
    with pytest.raises(Refusal, match="menu-name-taken"):
        _save(world, second.id, copy=True)
    _save(world, second.id, copy=True, name="Letter to the mayor")
    assert [one.name for one in _standing(world)] == ["Letter to the editor", "Letter to the mayor"]
    world.do(menus.remove, world.teacher, world.classroom.id, second.id)
    assert [one.name for one in _standing(world)] == ["Letter to the mayor"]


# A file.


def test_a_file_is_shown_by_line_and_stands_after_a_yes(world: World) -> None:
    _save(world, name="Old one")
    data = (
        "\ufeffActividad;Para qué;Nivel;Recursos;Minutos\n"
        "Carta al director;Argumentar;básico;https://example.org;45 min\n"
        ";Nada;;;\n"
        "Otra;Medir;difícil;;\n"
        "=HYPERLINK(1);Medir;;;\n"
        "Mapa;Medir;;file:///C:/mapa.png;\n"
        "Llave;Medir;;https://a:b@example.org;\n"
        "carta al DIRECTOR;Otra vez;;;\n"
        "Old one;New words;ampliado;;\n"
    )
    read = asyncio.run(read_menu(data.encode()))
    whys = ["menu-name", "menu-level", "menu-formula", "menu-private-link", "menu-link-with-key", "menu-twice"]
    assert [(left.line, left.why) for left in read.left_out] == list(enumerate(whys, 3))
    assert read.count == 2
    world.do(menus.save, world.teacher, world.classroom.id, 0, {"name": ""}, (("F1", "menu.csv"),))
    with world.uow() as uow:
        (one,) = uow.brought.all()
    world.do(bringing.was_read, world.accord, one.id, read)
    assert [one.name for one in _standing(world)] == ["Old one"]
    world.do(bringing.take, world.teacher, one.id)
    letter, old = _standing(world)
    assert (letter.level, letter.minutes, letter.made_by) == (Level.FOUNDATION, 45, world.teacher.user)
    assert (old.purpose, old.level) == ("New words", Level.EXTENDED)


def test_latin_1_and_the_template_are_read() -> None:
    latin = "nombre,propósito,intereses\nCanción,Cantar,música; fútbol\n".encode("latin-1")
    (one,) = from_text(asyncio.run(read_menu(latin)).found)
    assert (one.name, one.tags) == ("Canción", ("música", "fútbol"))
    assert asyncio.run(read_menu(template().encode())).count == 1


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"name,level\nx,standard\n", "menu-no-columns"),
        (b"PK\x03\x04 a spreadsheet", "not-csv"),
        (b"name,purpose\n" + b"a,b\n" * 50_000, "menu-too-many"),
        (b"name,purpose\n" + b"".join(b"a%d,b\n" % n for n in range(301)), "menu-too-many"),
    ],
)
def test_a_file_that_is_no_menu_says_why(data: bytes, why: str) -> None:
    with pytest.raises(FileUnread) as unread:
        asyncio.run(read_menu(data))
    assert unread.value.why == why


def test_what_was_read_is_kept_as_text() -> None:
    item = made(LETTER)
    assert from_text(as_text([item])) == [item]
    taken = item.by("T1", "U1", datetime(2027, 1, 11, tzinfo=UTC)).taken
    assert taken_from_text(taken_as_text((taken,))) == (taken,)
    assert taken_from_text("") == ()


# A student makes it their own.


TAKEN = TakenActivity("Letter to the editor", "Argue with evidence", "standard", ("A newspaper",), 45)


@pytest.mark.parametrize(
    ("said", "own"),
    [
        ("", False),
        ("Letter to the editor", False),
        ("LETTER, to the editor. Argue with a newspaper", False),
        ("Letter to the editor ok", False),
        ("Letter to the editor about our bus line", True),
        ("On Tuesdays, at home", True),
    ],
)
def test_without_words_of_ones_own_it_is_an_assignment(said: str, own: bool) -> None:
    assert is_made_own(TAKEN, said) is own


@given(st.lists(st.sampled_from(["Letter", "to the", "EDITOR", ",", "argue with", "evidence.", "a newspaper"])))
def test_its_own_words_in_any_order_are_not_enough(words: list[str]) -> None:
    assert not is_made_own(TAKEN, " ".join(words))


def test_no_version_has_one_as_it_came(world: World) -> None:
    plain = world.terms()
    target = replace(plain.targets[0], activity=(TAKEN,), strategies="Letter to the editor")
    check = partial(check_terms, today=world.now.date(), term_ends_on=plain.ends_on, most_targets=3)
    with pytest.raises(Refusal, match="activity-unchanged"):
        check(replace(plain, targets=(target,)))
    own = replace(target, strategies="Letter to the editor: about our bus line")
    assert replace(plain, targets=(own,)).content_hash() != plain.content_hash()
    check(replace(plain, targets=(own,)))
    without = replace(target, activity=(), strategies=plain.targets[0].strategies)
    assert replace(plain, targets=(without,)).content_hash() == plain.content_hash()


def test_those_that_suit_shared_interests_come_first(world: World) -> None:
    _save(world, name="A list", interests="", level="foundation")
    _save(world, name="Song", interests="Música", level="extended")
    _save(world)
    every = _standing(world)
    found = [(one.name, suits) for one, suits in suiting(every, "fútbol y musica")]
    assert found == [("Song", True), ("A list", False), ("Letter to the editor", False)]
    assert [one.name for one, _ in suiting(every, "", "extended")] == ["Song"]
    assert [one.name for one, _ in suiting(every, "", "", "letter evid")] == ["Letter to the editor"]
    assert EvidenceForm.WRITTEN is every[0].evidence


def test_interests_that_are_not_shared_order_nothing(world: World) -> None:
    with world.uow() as uow:
        profile = LearnerProfile(world.student.workspace, world.student.user, world.now, interests="sport")
        uow.profiles.put(profile)
        assert picking._shared(uow, world.student.user) == ""
        uow.profiles.put(replace(profile, share_with_teachers=True))
        assert picking._shared(uow, world.student.user) == "sport"
