"""docs/privacy.md says what the register says, and names commands that there are."""

import re
from pathlib import Path

import pytest
import typer.main

from bot.__main__ import command_line
from bot.cli.privacy_docs import BEGIN, DOCUMENT, END, renewed
from bot.domain.disclosure import LEAST, SETTINGS, Policy

ROOT = Path(__file__).parents[3]
SECURITY = ROOT / "SECURITY.md"
TEXT = DOCUMENT.read_text("utf-8")


def test_the_tables_are_those_of_the_register() -> None:
    """Where this fails: python -m bot.cli.privacy_docs."""
    assert renewed(TEXT) == TEXT


def test_a_document_without_a_place_for_the_tables_is_refused() -> None:
    with pytest.raises(ValueError):
        renewed(TEXT.replace(BEGIN, "").replace(END, ""))


def test_the_periods_are_those_of_the_program() -> None:
    usual = Policy("")
    for setting in SETTINGS:
        option = f"--{setting.removesuffix('_days').replace('contract', 'contracts')}"
        row = next(line for line in TEXT.splitlines() if line.startswith(f"| `{option}` |"))
        assert row.rstrip("| ").endswith(str(getattr(usual, setting)))
        if LEAST[setting] > 1:
            assert f"at least {LEAST[setting]}" in row


@pytest.mark.parametrize("line", [x for x in TEXT.splitlines() if x.startswith("accord ")])
def test_each_command_that_is_shown_exists_with_its_options(line: str) -> None:
    command = typer.main.get_command(command_line())
    words = line.removeprefix("accord ").split()
    while words and hasattr(command, "commands"):
        command = command.commands[words.pop(0)]
    known = {option for parameter in command.params for option in parameter.opts}
    assert set(re.findall(r"--[a-z-]+", line)) <= known


@pytest.mark.parametrize("document", [DOCUMENT, SECURITY], ids=["privacy", "security"])
def test_links_lead_somewhere(document: Path) -> None:
    text = document.read_text("utf-8")
    headings = {
        re.sub(r"[^\w -]", "", h).strip().lower().replace(" ", "-") for h in re.findall(r"^#+ (.*)$", text, re.M)
    }
    for target in re.findall(r"\]\(([^)]+)\)", text):
        if target.startswith("#"):
            assert target[1:] in headings
        elif not target.startswith("https://"):
            assert (document.parent / target.split("#")[0]).exists()
