"""What became of mutants, kept while the tree stays as it is: a run that was ended early goes on where it was."""

import json
from collections.abc import Mapping
from pathlib import Path

from tests.mutants.mutating import Mutant
from tests.mutants.trying import Outcome, Verdict


class Kept:
    """A line for each, in a file of this tree's own."""

    def __init__(self, folder: Path, tree: str) -> None:
        self._file = folder / f"tried-{tree[:16]}.jsonl"
        lines = self._file.read_text("utf-8").splitlines() if self._file.exists() else []
        self._said: Mapping[str, dict[str, object]] = {one["name"]: one for one in map(json.loads, lines)}

    def of(self, mutant: Mutant) -> Verdict | None:
        if (said := self._said.get(mutant.name)) is None:
            return None
        return Verdict(mutant, Outcome(str(said["outcome"])), str(said["by"]), int(str(said["tests"])))

    def keep(self, verdict: Verdict) -> None:
        said = {"name": verdict.mutant.name, "outcome": verdict.outcome, "by": verdict.by, "tests": verdict.tests}
        with self._file.open("a", encoding="utf-8") as file:
            file.write(json.dumps(said) + "\n")
