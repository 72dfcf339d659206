"""docs/deploy.md names commands, settings, metrics and files that there are."""

import configparser
import re
from pathlib import Path

import yaml

from bot.settings import Settings
from tests.integration.operations.test_help import ALL
from tests.integration.operations.test_metrics import NAMES

DOCS = Path(__file__).parents[3] / "docs"
TEXT = (DOCS / "deploy.md").read_text("utf-8")
BLOCKS = re.findall(r"```(\w*)\n(.*?)```", TEXT, re.DOTALL)
SAID = re.findall(r"(?:^|`|bin/)accord ((?:[a-z]+ ?){1,2}(?:--[a-z]+)?)", TEXT, re.MULTILINE)


def blocks(kind: str) -> list[str]:
    return [text for found, text in BLOCKS if found == kind]


def test_every_command_is_one() -> None:
    assert len(SAID) > 15
    roots = {path[0] for path in ALL if path}
    groups = {path[0] for path in ALL if len(path) == 2}
    for said in SAID:
        first, *rest = said.split()
        assert first in roots, said
        inner = next((word for word in rest if not word.startswith("-")), None)
        assert first not in groups or (first, inner) in ALL, said


def test_every_option_is_one() -> None:
    found = {word for said in SAID for word in said.split() if word.startswith("--")}
    assert found == {"--http", "--yes"}


def test_every_setting_is_one() -> None:
    named = set(re.findall(r"\b(?:ACCORD|SLACK)_[A-Z_]+\b", TEXT))
    assert len(named) > 10
    assert named <= {name.upper() for name in Settings.model_fields}


def test_every_metric_is_one() -> None:
    named = set(re.findall(r"\baccord_[a-z_]+", TEXT)) - {"accord_process_"}
    assert {re.sub(r"_(total|bucket)$", "", name) for name in named} == NAMES


def test_every_alert_has_a_rule() -> None:
    (text,) = blocks("yaml")
    (group,) = yaml.safe_load(text)["groups"]
    assert len(group["rules"]) >= 7
    assert all(rule["alert"] and rule["expr"] and rule["for"] for rule in group["rules"])


def units() -> list[configparser.ConfigParser]:
    found = []
    for text in blocks("ini"):
        if text.startswith("[Unit]"):
            unit = configparser.ConfigParser(strict=True, interpolation=None)
            unit.optionxform = str  # type: ignore[assignment,method-assign]
            unit.read_string(text)
            found.append(unit)
    return found


def test_the_units_run_what_there_is_as_nobody_else() -> None:
    services = [unit["Service"] for unit in units() if "Service" in unit]
    assert len(services) == 2
    for service in services:
        path = tuple(word for word in service["ExecStart"].split()[1:] if word.isalpha())
        assert path in ALL
        assert (service["User"], service["UMask"]) == ("accord", "0077")


def test_a_block_that_is_pasted_stops_at_its_first_failure() -> None:
    scripts = [re.sub(r"(<<'END'.*?)\n.*?^END$", r"\1", text, flags=re.DOTALL | re.MULTILINE) for text in blocks("sh")]
    assert len(scripts) > 10
    for script in scripts:
        *before, _ = script.strip().splitlines()
        assert all(line.endswith((" &&", " \\")) for line in before), script


def test_each_command_of_accords_is_the_one_that_the_guide_makes() -> None:
    """With its account and its settings, as Accord runs; what is called by its path has neither."""
    (made,) = (text for text in blocks("sh") if "cat > /usr/local/bin/accord" in text)
    assert [text for text in blocks("sh") if "bin/accord " in text.replace('bin/accord" "$@"', "")] == [made]


def test_every_page_that_it_names_is_there() -> None:
    for name in re.findall(r"\]\((\w+\.md)", TEXT):
        assert (DOCS / name).exists(), name
