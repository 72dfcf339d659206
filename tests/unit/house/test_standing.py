"""What is read from files: modules, functions, names, fields, and who imports whom."""

from pathlib import Path

import pytest

from tests.house import rooms
from tests.house.field import files_that_name, names
from tests.house.functions import Sized, complexities, lengths, percentile
from tests.house.imports import Import, circles, upward
from tests.house.modules import ROOT, modules_in, name_of
from tests.house.names import functions_in_two, twice, types_with_two_meanings
from tests.unit.house.trees import module


@pytest.mark.parametrize(
    ("text", "has_code"),
    [
        ("", False),
        ('"""What it is."""\n', False),
        ('"""Passes on."""\nfrom a import b\nimport c\n\n__all__ = ["b"]\n', False),
        ("LIMIT = 3\n", True),
        ('"""One."""\n\n\ndef f() -> None:\n    """Nothing."""\n', True),
    ],
)
def test_a_module_has_code_where_more_is_left_than_imports(text: str, has_code: bool) -> None:
    assert module("a", text).has_code is has_code


def test_modules_are_named_as_they_are_imported(tmp_path: Path) -> None:
    (tmp_path / "bot" / "home").mkdir(parents=True)
    for file in ("bot/__init__.py", "bot/home/__init__.py", "bot/home/reads.py"):
        (tmp_path / file).write_text("x = 1\n", "utf-8")
    assert [m.name for m in modules_in(tmp_path, ["bot"])] == ["bot", "bot.home", "bot.home.reads"]


def test_lengths_count_decorators_and_methods() -> None:
    text = "class A:\n    @property\n    def f(self):\n        return 1\n\nasync def g(): ...\n"
    assert sorted(lengths([module("a", text)])) == [Sized(1, "a.py", "g"), Sized(3, "a.py", "f")]


def test_ways_through_a_function(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        "def f(x):\n    return x\n\n\ndef g(x):\n    if x:\n        return 1\n    return 2\n", "utf-8"
    )
    assert sorted(complexities(tmp_path, [Path("a.py")])) == [Sized(1, "a.py", "f"), Sized(2, "a.py", "g")]


@pytest.mark.parametrize(("share", "size"), [(0.95, 19), (1.0, 20), (0.5, 10), (0.01, 1)])
def test_a_percentile_is_a_size_that_is_there(share: float, size: int) -> None:
    assert percentile(range(20, 0, -1), share) == size


def test_arrows_that_run_upwards_are_counted_by_rooms() -> None:
    graph = {
        "low.a": frozenset({"high.x", "low.b"}),
        "low.b": frozenset({"high.y"}),
        "high.x": frozenset({"low.b"}),
        "high.y": frozenset[str](),
    }
    found = upward(graph, lambda module: module.split(".")[0], {"low": 0, "high": 1}.__getitem__)
    assert found == {Import("low", "high"): [Import("low.a", "high.x"), Import("low.b", "high.y")]}


def test_circles_are_found_whole_and_a_line_is_none() -> None:
    ways = {"a": "b", "b": "c", "c": "ad", "d": "e", "e": "f", "f": "e", "g": "a"}
    graph = {module: frozenset(those) for module, those in ways.items()}
    assert circles(graph) == [["a", "b", "c"], ["e", "f"]]
    assert circles({"a": frozenset("b"), "b": frozenset("c"), "c": frozenset[str]()}) == []


def test_names_that_two_modules_define() -> None:
    first = "from x import Passed\nclass Answer: ...\nclass _Own: ...\ndef ask(): ...\ndef once(): ...\nLIMIT = 1\n"
    second = "from x import Passed\nclass Answer: ...\nclass _Own: ...\ndef ask(): ...\nLIMIT = 2\n"
    found = twice([module("a", first), module("b", second)])
    assert list(found) == ["Answer", "ask"]
    assert list(types_with_two_meanings(found)) == ["Answer"]
    assert list(functions_in_two(found)) == ["ask"]


@pytest.mark.parametrize(
    ("texts", "two"),
    [
        (("class A(Protocol): ...", "class A: ..."), False),
        (("class A(Protocol[T]): ...", "class A: ..."), False),
        (("class A(Protocol): ...", "class A: ...", "class A: ..."), True),
        (("class A(Protocol): ...", "class A(Protocol): ..."), True),
        (("A = tuple[int, str]", "A = tuple[int, str]"), False),
        (("A = tuple[int, str]", "A = tuple[int, int]"), True),
        (("A = dict[str, int]", "class A: ..."), True),
        (("class A: ...", "A = other.A"), False),
        (("class A: ...", "A = TypeVar('A')"), False),
    ],
)
def test_what_has_two_meanings(texts: tuple[str, ...], two: bool) -> None:
    found = twice(module(f"m{number}", text) for number, text in enumerate(texts))
    assert bool(types_with_two_meanings(found)) is two


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("class Reply:\n    effort: int | None = None\n", True),
        ("said = first.effort\n", True),
        ("Reply(effort=4)\n", True),
        ('form.text("effort")\n', True),
        ('words(f"check-in-effort-{n}")\n', True),
        ('words("check-in-said-effort")\n', True),
        ('def f():\n    """How much effort."""\n', False),
        ('raise ValueError("an effort is a number")\n', False),
        ("efforts = 2\n", False),
    ],
)
def test_a_file_names_a_field_in_code_or_in_a_key(text: str, named: bool) -> None:
    assert names(module("a", text), "effort") is named


def test_the_copy_names_a_field_in_its_ids(tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "en.a.ftl").write_text("said-did-not-work = What did not\n", "utf-8")
    (tmp_path / "copy" / "en.b.ftl").write_text("other = It did-not-work\n", "utf-8")
    assert files_that_name("did_not_work", tmp_path, ("copy",)) == [Path("copy/en.a.ftl")]


def test_a_module_is_in_the_room_with_the_longest_name() -> None:
    assert rooms.room_of("bot.domain.contract") == "bot.domain"
    assert rooms.room_of("bot.nothing_of_this_name") == "bot"
    assert rooms.height_of("bot.domain") < rooms.height_of("bot")
    with pytest.raises(KeyError):
        rooms.room_of("sandbox.people")


def test_each_room_stands_once() -> None:
    stands = [room for layer in rooms.LAYERS for room in layer]
    assert len(stands) == len(set(stands))


def test_each_folder_has_a_room() -> None:
    files = [file.relative_to(ROOT) for folder in rooms.FOLDERS for file in (ROOT / folder).rglob("*.py")]
    assert rooms.without_room(name_of(file) for file in files) == [], "name it in tests/house/rooms.py"


def test_a_folder_without_a_room_is_seen_and_a_file_needs_none() -> None:
    assert rooms.without_room(["bot.attic.boxes", "bot.app", "bot.domain.terms"]) == ["bot.attic.boxes"]


def test_rooms_that_nothing_is_in() -> None:
    empty = rooms.empty(["bot.domain.terms", "handlers.router"])
    assert "storage" in empty
    assert not {"bot.domain", "handlers"} & set(empty)
