"""Known vulnerabilities of what the lock names, by pip-audit; and an honest word where nobody could be asked."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NOT_CHECKED = "Not checked: the data on vulnerabilities can not be reached from here"


@dataclass(frozen=True, slots=True)
class Audit:
    """What is to be said in one or more lines, and the exit code."""

    said: str
    code: int


def audit(lock: Path) -> Audit:
    """Ask about every package of the lock by its very version; nothing is installed."""
    command = [
        *(sys.executable, "-m", "pip_audit", "--requirement", str(lock), "--require-hashes", "--disable-pip"),
        *("--progress-spinner", "off", "--format", "json"),
    ]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    return judge(done.stdout, done.stderr)


def judge(told: str, problem: str) -> Audit:
    """What pip-audit's answer comes to. Without an answer, or with one about no package, nothing was checked."""
    packages = _packages(told)
    if packages is None:
        why = problem.strip().splitlines()[-1] if problem.strip() else "pip-audit gave no answer"
        return Audit(f"{NOT_CHECKED} ({why[:200]}).", 0)
    bad = [(p, v) for p in packages for v in p.get("vulns", ())]
    unknown = [p["name"] for p in packages if "skip_reason" in p]
    if bad:
        return Audit("\n".join(_line(package, flaw) for package, flaw in bad), 1)
    if len(unknown) == len(packages):
        return Audit(
            "Not checked: the data on vulnerabilities can not be reached from here (nothing is known there).", 0
        )
    left = f"; not known there: {', '.join(unknown)}" if unknown else ""
    return Audit(f"Nothing is known against {len(packages) - len(unknown)} packages{left}.", 0)


def _packages(told: str) -> list[dict[str, Any]] | None:
    try:
        answer = json.loads(told)
    except json.JSONDecodeError:
        return None
    found = answer.get("dependencies") if isinstance(answer, dict) else None
    return found if isinstance(found, list) and found else None


def _line(package: dict[str, Any], flaw: dict[str, Any]) -> str:
    mended = ", ".join(flaw.get("fix_versions", ())) or "no version yet"
    return f"{package['name']} {package['version']}: {flaw['id']}, mended in {mended}"
