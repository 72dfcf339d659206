"""A further language is files alone: Accord is copied to a folder, a toy language is put beside the others, and all of
it is spoken and read there. What has no words of its own is read as English, which is said once."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
TOY = "eo"
"""One whose dates and plurals are known to the libraries."""
TRY = """
import json, structlog
from datetime import date
from bot.app import ready_to_hear
from bot.domain.classroom import Person
from bot.language import counts, typed
from bot.language.hearing import Moment, hear
from bot.language.reading import find_numbers, read_date
from bot.language.targets import read
from prompts.words import COPY, check, name_of_language, spoken, words_for

check()
with structlog.testing.capture_logs() as logs:
    ready_to_hear()
words = words_for(Person("T1", "U1", "Ana", locale="en-GB", language="eo").reads)
found = read_date("la 5 de marto", date(2026, 11, 29), lang="eo")
print(json.dumps({
    "spoken": sorted(spoken(COPY)),
    "named": name_of_language("eo"),
    "says": words("home-about-me-button"),
    "date": words("time-of-day", time="08:45"),
    "day": found.date.isoformat(),
    "yes": counts.yes_or_no("jes", "eo"),
    "help": typed.meaning("helpo", "eo"),
    "numbers": [str(one.value) for one in find_numbers("five, then 7", lang="eo")],
    "kind": hear("thanks", Moment.IDLE, lang="eo").kind,
    "target": read("write 3 essays by Friday", "eo").verdict,
    "said": [[line["language"], line["tables"]] for line in logs if line["action"] == "language.no-words"],
}))
"""


def _toy(english: str) -> str:
    """Each message with "toy" before it."""
    return re.sub(r"^([a-z][\w-]*) = (?=\S)(?!\{)", r"\1 = toy ", english, flags=re.MULTILINE)


def _add(root: Path) -> None:
    copy = root / "prompts" / "copy"
    for file in copy.glob("en.*.ftl"):
        (copy / file.name.replace("en.", f"{TOY}.", 1)).write_text(_toy(file.read_text("utf-8")), "utf-8")
    language = root / "bot" / "language"
    for table, old, new in (
        (language / "reading" / "data" / "en" / "dates.toml", "march = 3\n", "marto = 3\n"),
        (language / "data" / "en" / "corrections.toml", "yes = [", 'yes = ["jes", '),
        (language / "data" / "en" / "replies.toml", "help = [", 'help = ["helpo", '),
    ):
        text = table.read_text("utf-8").replace(old, new, 1).replace('of = ["of"]', 'of = ["de"]', 1)
        theirs = table.parents[1] / TOY / table.name
        theirs.parent.mkdir(exist_ok=True)
        theirs.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def toy(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    root = tmp_path_factory.mktemp("accord")
    for package in ("bot", "handlers", "prompts", "storage"):
        shutil.copytree(ROOT / package, root / package, ignore=shutil.ignore_patterns("__pycache__"))
    _add(root)
    ran = subprocess.run(
        [sys.executable, "-c", TRY],
        cwd=root,
        env={"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    found: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    return found


def test_it_is_offered_and_spoken(toy: dict[str, Any]) -> None:
    assert {"en", TOY} <= set(toy["spoken"])
    assert toy["named"] == "Esperanto"
    assert toy["says"] == "toy About me"
    assert toy["date"] == "08:45"


def test_what_has_words_is_read_in_them(toy: dict[str, Any]) -> None:
    assert (toy["day"], toy["yes"], toy["help"]) == ("2027-03-05", True, "help")


def test_what_has_none_is_read_as_english(toy: dict[str, Any]) -> None:
    assert (toy["numbers"], toy["kind"], toy["target"]) == (["5", "7"], "thanks", "measurable")


def test_which_words_are_english_is_said_once(toy: dict[str, Any]) -> None:
    (tables,) = [lacking for language, lacking in toy["said"] if language == TOY]
    assert "bot.language.reading: numbers" in tables
    assert "bot.language.reading: dates" not in tables
