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


def test_an_alert_sees_one_process_that_is_away_beside_another_that_works() -> None:
    """Each is asked by its own address, and none speaks for the others."""
    (scraped,) = yaml.safe_load(blocks("yml")[0])["scrape_configs"]
    (targets,) = (found["targets"] for found in scraped["static_configs"])
    assert len(set(targets)) == len(targets) > 1
    rules = {rule["alert"]: rule["expr"] for rule in yaml.safe_load(blocks("yaml")[0])["groups"][0]["rules"]}
    each, _, gone = rules["AccordDown"].partition(" or ")
    assert (each, gone) == ('up{job="accord"} == 0', 'absent(up{job="accord"})')
    assert scraped["job_name"] == "accord"


def test_nginx_leaves_no_process_alone_and_says_that_it_is_too_much() -> None:
    """tests/integration/proxies tries the files themselves, where there is an nginx or a Caddy."""
    (text,) = blocks("nginx")
    servers = re.findall(r"^    server (.*);", text, re.MULTILINE)
    assert len(servers) == 2
    assert all(server.endswith(" max_fails=0") for server in servers)
    (tries,) = re.findall(r"proxy_next_upstream (.*);", text)
    assert {"error", "timeout", "http_503", "non_idempotent"} == set(tries.split())
    limits = set(re.findall(r"\blimit_(req|conn) ", text))
    assert limits == {"req", "conn"}
    assert set(re.findall(r"limit_(req|conn)_status 429;", text)) == limits


def test_caddy_goes_on_trying_and_leaves_no_process_alone() -> None:
    (text,) = (text for text in blocks("") if "reverse_proxy" in text)
    assert "fail_duration" not in text
    assert re.search(r"lb_try_duration [1-9]", text)


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
