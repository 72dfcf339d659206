"""The types hold where rooms meet: mistakes that somebody could make, each in a copy of a module, are found."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from mypy import api

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Mistake:
    """A module of the product, what stands in it, and what somebody might write instead."""

    module: str
    written: str
    instead: str


MISTAKES = {
    "an argument is forgotten": Mistake(
        "handlers/reviewing.py", "reviewing.approve, *claim(press.value)", "reviewing.approve, claim(press.value)[0]"
    ),
    "two arguments are swapped": Mistake(
        "handlers/reviewing.py", 'contract, version, form.text("text")', 'contract, form.text("text"), version'
    ),
    "the text of a button is taken for the id in it": Mistake(
        "handlers/checking_in.py", "answering.confirm, one(press.value)", "answering.confirm, press.value"
    ),
    "the use case stands before who acts": Mistake(
        "handlers/changing.py", "press.actor, changing.sign", "changing.sign, press.actor"
    ),
    "the id under which it came in is forgotten": Mistake(
        "handlers/changing.py",
        "once(press.incoming, press.actor, changing.take_back",
        "once(press.actor, changing.take_back",
    ),
    "an instant is handed over that the unit of work has": Mistake(
        "handlers/checking_in.py", "answering.undo, one(press.value)", "answering.undo, one(press.value), now=None"
    ),
    "a use case is given where another belongs": Mistake(
        "handlers/proposing.py", "_plain(interviewing.back)", "_plain(interviewing.choose)"
    ),
    "a column is misspelt": Mistake("bot/activities/access.py", "people.of(user)", "people.of(usr=user)"),
    "a class and a person are swapped": Mistake(
        "bot/activities/contract/steps.py",
        "memberships.of(contract.classroom, contract.student)",
        "memberships.of(contract.student, contract.classroom)",
    ),
    "check-ins are looked for in a state of contracts": Mistake(
        "bot/activities/checking_in/planning.py",
        "in_state(contract.id, tuple(ASKED))",
        "in_state(contract.id, (contract.status,))",
    ),
    "a message is made of what another one shows": Mistake(
        "bot/activities/checking_in/reads.py",
        "say(Responded, shown=_responded,",
        "say(Responded, shown=_next,",
    ),
    "what is shown is made a message by what another one is": Mistake(
        "bot/activities/celebrating/use_cases.py", "blocks=messages.milestone_news", "blocks=messages.milestone_reached"
    ),
    "nobody looks whether the person is known": Mistake(
        "bot/activities/access.py",
        "person = uow.people.of(user)",
        "person = uow.people.of(user)\n    print(person.name)",
    ),
}


def _plant(mistake: Mistake, place: Path) -> Path:
    text = (ROOT / mistake.module).read_text()
    assert mistake.written in text, f"{mistake.module} does not say this any more: {mistake.written}"
    place.write_text(text.replace(mistake.written, mistake.instead, 1))
    return place


def _found(files: list[Path], cache: Path) -> set[str]:
    """The names of the files in which mypy, as the project sets it, finds something."""
    config = ["--config-file", str(ROOT / "pyproject.toml"), "--cache-dir", str(cache)]
    said, trouble, _ = api.run([*config, *map(str, files)])
    assert trouble == ""
    return {Path(line.split(":")[0]).name for line in said.splitlines() if re.search(r": error: ", line)}


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """What mypy knew of the product, where it has been run: that spares minutes."""
    known, own = ROOT / ".mypy_cache", tmp_path / "cache"
    if known.is_dir():
        shutil.copytree(known, own)
    return own


def test_each_mistake_is_found_and_what_is_right_is_left_alone(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    planted = {
        _plant(mistake, tmp_path / f"mistake_{number}.py").name: name
        for number, (name, mistake) in enumerate(MISTAKES.items())
    }
    modules = sorted({mistake.module for mistake in MISTAKES.values()})
    for number, module in enumerate(modules):
        shutil.copy(ROOT / module, tmp_path / f"right_{number}.py")
    found = _found(sorted(tmp_path.glob("*.py")), cache)
    assert [name for file, name in planted.items() if file not in found] == []
    assert [modules[int(file[6:-3])] for file in sorted(found - planted.keys())] == []
