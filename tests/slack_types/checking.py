"""Payloads as typed constants of TypeScript, looked at by its compiler; and an honest word where there is none."""

import json
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.slack_types.collecting import TYPES

HERE = Path(__file__).parent
PINNED = ("package.json", "package-lock.json")
STRICT = ("--strict", "--noEmit", "--target", "es2022", "--module", "nodenext", "--types", "")
NOT_CHECKED = "The payloads are not checked against @slack/types"
MOST_LINES = 40


@dataclass(frozen=True, slots=True)
class Checked:
    """What is to be said, and the exit code: 1 where a payload is not of its type."""

    said: str
    code: int


def check(folder: Path, path: str | None = None) -> Checked:
    """Look at every payload in a folder. `path` is where node and npm are looked for, the usual places by default."""
    npm = shutil.which("npm", path=path)
    if npm is None or shutil.which("node", path=path) is None:
        return Checked(f"{NOT_CHECKED}: there is no node here.", 0)
    payloads = sorted(folder.glob("*.json"))
    if not payloads:
        return Checked(f"{NOT_CHECKED}: there are none in {folder}.", 1)
    with tempfile.TemporaryDirectory() as place:
        installed = _install(npm, Path(place))
        if installed.returncode:
            why = (installed.stderr.strip().splitlines() or ["npm gave no reason"])[0]
            return Checked(f"{NOT_CHECKED}: what checks them can not be installed here ({why[:200]}).", 0)
        (Path(place) / "payloads.ts").write_text(typescript(payloads), "utf-8")
        compiler = Path(place) / "node_modules" / ".bin" / "tsc"
        done = subprocess.run(
            [str(compiler), *STRICT, "payloads.ts"], cwd=place, capture_output=True, text=True, check=False
        )
    if done.returncode:
        return Checked("\n".join(done.stdout.splitlines()[:MOST_LINES]) or done.stderr.strip(), 1)
    return Checked(f"{len(payloads)} payloads are what @slack/types says.", 0)


def typescript(payloads: list[Path]) -> str:
    """A constant for each, named after its file, which says of what type it is before the first "_"."""
    names = ", ".join(kind.removesuffix("[]") for kind in TYPES.values())
    lines = [f'import type {{ {names} }} from "@slack/types";']
    for path in payloads:
        kind = TYPES[path.stem.partition("_")[0]]
        lines.append(f"export const {path.stem}: {kind} = {json.dumps(json.loads(path.read_text('utf-8')))};")
    return "\n".join(lines) + "\n"


def _install(npm: str, place: Path) -> "subprocess.CompletedProcess[str]":
    for name in PINNED:
        shutil.copy(HERE / name, place / name)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1", "--loglevel=error"]
    return subprocess.run(command, cwd=place, capture_output=True, text=True, check=False, env={**os.environ})
