"""What a check of the doctor comes to, and how whoever runs Accord reads it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from rich.table import Table
from rich.text import Text

from bot.cli.common import console, say, words

# What a check of the doctor comes to.


class Severity(StrEnum):
    OK = "ok"
    WARN = "warn"
    """It works, but somebody should look."""
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One check: copy stands under `doctor-<key>`, and where it is not OK, `doctor-<key>-remedy`."""

    key: str
    level: Severity
    args: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def well(self) -> bool:
        """Whether Accord works all the same."""
        return self.level is not Severity.FAIL


def well(key: str, **args: str | int) -> Diagnosis:
    return Diagnosis(key, Severity.OK, args)


def warn(key: str, **args: str | int) -> Diagnosis:
    return Diagnosis(key, Severity.WARN, args)


def ill(key: str, **args: str | int) -> Diagnosis:
    return Diagnosis(key, Severity.FAIL, args)


# What the doctor found, as whoever runs Accord reads it: a table on a terminal, plain lines elsewhere.


STYLES = {Severity.OK: "green", Severity.WARN: "yellow", Severity.FAIL: "bold red"}


def report(findings: Sequence[Diagnosis]) -> None:
    """Each finding with its level, what to do below it, and a last line that sums up."""
    if console.is_terminal:
        console.print(_table(findings))
    else:
        _lines(findings)
    say(_summary(findings))


def _table(findings: Sequence[Diagnosis]) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for finding in findings:
        level = Text(words(f"doctor-level-{finding.level.value}"), STYLES[finding.level])
        table.add_row(level, Text(_what(finding)))
        if finding.level is not Severity.OK:
            table.add_row("", Text(f"\N{RIGHTWARDS ARROW} {_remedy(finding)}", "dim"))
    return table


def _lines(findings: Sequence[Diagnosis]) -> None:
    for finding in findings:
        say(f"{words(f'doctor-level-{finding.level.value}'):<5} {_what(finding)}")
        if finding.level is not Severity.OK:
            say(f"      {_remedy(finding)}")


def _summary(findings: Sequence[Diagnosis]) -> str:
    failed = sum(finding.level is Severity.FAIL for finding in findings)
    warned = sum(finding.level is Severity.WARN for finding in findings)
    if failed:
        return words("doctor-failed", number=failed)
    return words("doctor-warned", number=warned) if warned else words("doctor-well")


def _what(finding: Diagnosis) -> str:
    return words(f"doctor-{finding.key}", **finding.args)


def _remedy(finding: Diagnosis) -> str:
    return words(f"doctor-{finding.key}-remedy", **finding.args)
