"""accord simulate, as it is typed."""

from collections.abc import Iterable, Iterator

import pytest
from typer.testing import CliRunner

from bot.__main__ import command_line
from bot.cli.simulate import STOPPED
from simulation import many
from simulation.world import Result, Violation
from storage.unit_of_work import UnitOfWork

runner = CliRunner()


def test_one_seed_says_what_it_came_to() -> None:
    ended = runner.invoke(command_line(), ["simulate", "--seed", "7"])
    assert ended.exit_code == 0, ended.output
    assert "1 seeds" in ended.output
    assert "kill:" in ended.output


def test_a_trace_shows_every_step() -> None:
    ended = runner.invoke(command_line(), ["simulate", "--seed", "7", "--trace"])
    assert "accord-0.1 starts" in ended.output
    assert len(ended.output.splitlines()) > 100


@pytest.mark.parametrize("wrong", [["--trace"], ["--seeds", "0"], ["--seed", "-1"], ["--seeds", "many"]])
def test_what_makes_no_sense_is_refused(wrong: list[str]) -> None:
    assert runner.invoke(command_line(), ["simulate", *wrong]).exit_code == 2


def test_what_does_not_hold_ends_with_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(UnitOfWork, "first_time", lambda *_: True)
    ended = runner.invoke(command_line(), ["simulate", "--seeds", "2", "--first", "0", "--jobs", "1", "--no-shrink"])
    assert ended.exit_code == 1, ended.output
    assert "an_answer_is_stored_once" in ended.output


def test_ctrl_c_ends_it_with_what_was_found_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(seeds: Iterable[int], **_: object) -> Iterator[Result]:
        yield Result(0, acts=3)
        yield Result(1, acts=4, violations=[Violation("a_property", "for a reason", 2)])
        raise KeyboardInterrupt

    monkeypatch.setattr(many, "run_many", interrupted)
    ended = runner.invoke(command_line(), ["simulate", "--seeds", "9"])
    assert ended.exit_code == STOPPED
    assert ended.stdout.startswith("2 seeds, 7 acts")
    assert "a_property" in ended.stdout
    assert "7" in ended.stderr


def test_the_figures_are_the_same_however_many_run_side_by_side() -> None:
    alone, together = (
        runner.invoke(command_line(), ["simulate", "--seeds", "3", "--jobs", jobs]) for jobs in ("1", "2")
    )
    assert alone.exit_code == together.exit_code == 0, alone.output
    assert alone.stdout == together.stdout
    assert "kill:" in alone.stdout
