"""A CycloneDX bill of materials of the environment; the same environment gives the same bytes."""

import json
import subprocess
import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).parents[2] / "pyproject.toml"
CHOSEN = ("llm", "sandbox")
"""Extras that a school may install; `dev` is for whoever works on Accord."""


def write_bill(path: Path, *, validate: bool = True) -> tuple[int, int]:
    """Write it to `path`; how many packages it names, and how many of them are needed where Accord runs.

    CycloneDX 1.6, https://cyclonedx.org/docs/1.6/json/: `scope` is "required" for what runs with Accord, "optional" for
    what its extras add, "excluded" for what builds and tests it. `validate` checks it against CycloneDX's schema, which
    takes half a minute.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    command = [
        *(sys.executable, "-m", "cyclonedx_py", "environment", "--pyproject", str(PROJECT)),
        *("--mc-type", "application", "--output-reproducible", "--spec-version", "1.6", "--output-format", "JSON"),
        *("--validate" if validate else "--no-validate", "--output-file", str(path), sys.executable),
    ]
    subprocess.run(command, check=True, capture_output=True)
    bill = json.loads(path.read_text("utf-8"))
    marked = _with_scopes(bill)
    path.write_text(json.dumps(marked, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
    parts = marked["components"]
    return len(parts), sum(part["scope"] == "required" for part in parts)


def _with_scopes(bill: Mapping[str, Any]) -> dict[str, Any]:
    always, chosen = needed("accord"), needed("accord", *CHOSEN)

    def scope(part: Mapping[str, Any]) -> str:
        name = canonicalize_name(part["name"])
        return "required" if name in always else "optional" if name in chosen else "excluded"

    marked = [part | {"scope": scope(part)} for part in bill["components"]]
    return {**bill, "components": sorted(marked, key=lambda part: str(part["bom-ref"]))}


def needed(package: str, *extras: str) -> set[str]:
    """The names of all that an installed package needs here, with these of its extras, and what that needs."""
    found: set[str] = set()
    waiting = [(package, extra) for extra in ("", *extras)]
    seen = set(waiting)
    while waiting:
        name, extra = waiting.pop()
        for requirement in map(Requirement, _requires(name)):
            if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
                needs = canonicalize_name(requirement.name)
                found.add(needs)
                new = {(needs, wanted) for wanted in ("", *requirement.extras)} - seen
                seen |= new
                waiting += new
    return found


def _requires(package: str) -> list[str]:
    try:
        return requires(package) or []
    except PackageNotFoundError:
        return []  # for another system
