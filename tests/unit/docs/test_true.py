"""What docs/architecture.md and CONTRIBUTING.md name is there, and what they quote stands where they say."""

import ast
import importlib
import re
from pathlib import Path

import pytest

from bot.activities.registering import register_all
from bot.messages.registry import all_kinds
from prompts.words import words_for
from storage.privacy.register import REGISTER
from tests.unit.docs import reading
from tests.unit.docs.reading import RECIPES, ROOT, TOUR, Block

TABLES = {held.name for held in REGISTER}
BOTH = pytest.mark.parametrize("document", [TOUR, RECIPES], ids=["tour", "recipes"])
QUOTED = [block for document in (TOUR, RECIPES) for block in reading.blocks(document) if block.file]
PYTHON = [block for document in (TOUR, RECIPES) for block in reading.blocks(document) if block.language == "python"]


def about(block: Block) -> str:
    return f"{block.file}: {block.text.splitlines()[0].strip()}"


@BOTH
def test_every_path_exists(document: Path) -> None:
    named = reading.paths(document)
    assert len(named) > 20
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_the_tree_is_the_one_that_stands_there() -> None:
    (drawn,) = [block for block in reading.blocks(TOUR) if block.language == "tree"]
    places = list(reading.tree(drawn.text))
    assert "bot/activities/proposing/interview" in [place.rstrip("/") for place in places]
    assert [place for place in places if not (ROOT / place).exists()] == []
    assert {place.name for place in (ROOT / "bot").iterdir() if (place / "__init__.py").exists()} <= {
        place.removeprefix("bot/").rstrip("/") for place in places
    }


@BOTH
def test_links_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", reading.prose(document)):
        file, _, heading = target.partition("#")
        other = (document.parent / file).resolve() if file else document
        assert other.exists(), target
        headings = re.findall(r"^#+ (.*)$", reading.prose(other), re.MULTILINE) if heading else []
        assert not heading or heading in {h.lower().replace(" ", "-") for h in headings}, target


@BOTH
def test_every_name_in_code_font_is_one_of_ours(document: Path) -> None:
    named = reading.names(document)
    assert len(named) > 20
    assert [name for name in named if not reading.resolves(name) and name not in TABLES] == []


@BOTH
def test_every_key_is_in_the_copy_or_is_a_notices(document: Path) -> None:
    register_all()
    words, kinds = words_for(), all_kinds()
    assert [key for key in reading.keys(document) if not words.has(key) and key not in kinds] == []


@pytest.mark.parametrize("block", [b for b in QUOTED if b.language != "diff"], ids=about)
def test_what_is_quoted_stands_there(block: Block) -> None:
    lines = f"\n{(ROOT / block.file).read_text('utf-8')}"
    assert [part for part in block.parts if f"\n{part}" not in lines] == []


@pytest.mark.parametrize("block", PYTHON, ids=about)
def test_what_is_shown_is_python_and_imports_what_there_is(block: Block) -> None:
    for module in reading.python(block):
        for node in ast.walk(module):
            if isinstance(node, ast.ImportFrom) and node.module:
                found = importlib.import_module(node.module)
                assert [name.name for name in node.names if not hasattr(found, name.name)] == []


@pytest.mark.parametrize(
    "name", ["answering.wait_for", "Runner.twice", "UnitOfWorks", "uow.member_ships", "no_such.put"]
)
def test_what_is_not_there_would_be_missed(name: str) -> None:
    assert not reading.resolves(name)


def test_what_is_no_python_would_be_missed() -> None:
    with pytest.raises(SyntaxError):
        reading.parsed("def f(:\n")
