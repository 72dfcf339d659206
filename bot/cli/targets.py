"""`accord targets`: how well targets are read, and what is found in one."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.text import Text

from bot.cli.common import words
from bot.language.targets import FindingKind, Reading, coach, problem, read
from bot.language.targets.model import LEARNED, PARTS

targets = typer.Typer(help="Reading learning targets.", no_args_is_help=True)

_COLOURS = {
    FindingKind.OBSERVABLE: "green",
    FindingKind.MEASURE: "cyan",
    FindingKind.TIMEFRAME: "magenta",
    FindingKind.INNER_STATE: "yellow",
}


@dataclass(frozen=True, slots=True)
class _Scored:
    """A labelled sentence and what was read in it."""

    label: dict[str, Any]
    reading: Reading

    def found(self, part: str) -> bool:
        return getattr(self.reading, part) is not None

    @property
    def misses(self) -> list[str]:
        """The fields that were read otherwise than labelled."""
        wrong = [part for part in PARTS if self.found(part) != self.label[part]]
        return wrong if self.reading.verdict.value == self.label["verdict"] else ["verdict", *wrong]


@targets.command()
def score(
    file: Annotated[Path, typer.Argument(help="A JSON object a line: text, observable, measure, timeframe, verdict.")],
    misses: Annotated[bool, typer.Option("--misses", help="List the sentences that were read otherwise.")] = False,
    lang: Annotated[str, typer.Option(help="The language of the sentences.")] = "en",
) -> None:
    """Score a labelled file; prints one JSON object."""
    labels, lang = _labels(file), _known(lang)
    scored = [_Scored(label, read(label["text"], lang)) for label in labels]
    typer.echo(json.dumps(_scores(scored)))
    if misses:
        for line in scored:
            if line.misses:
                typer.echo(json.dumps({"text": line.label["text"], "wrong": line.misses}, ensure_ascii=False))


@targets.command("read")
def read_one(
    text: Annotated[str, typer.Argument(help="A target, as it would be typed.")],
    lang: Annotated[str, typer.Option(help="The language of the target.")] = "en",
) -> None:
    """Show what is found in one target, marked in colour."""
    lang = _known(lang)
    reading = read(text, lang)
    console = Console(highlight=False, soft_wrap=True)
    marked = Text(text)
    for finding in reading.findings:
        marked.stylize(f"bold {_COLOURS[finding.kind]}", finding.start, finding.end)
    console.print(marked)
    for finding in reading.findings:
        line = Text(f"  {finding.kind.value:<12}", style=_COLOURS[finding.kind])
        console.print(line.append(f"{finding.text} ({finding.detail})", style="default"))
    for line in _opinions(reading, lang):
        console.print(line)
    console.print(Text(f"  {'verdict':<12}").append(reading.verdict.value, style="bold"))
    for remark in coach(reading, lang=lang):
        console.print(Text(f"  {'remark':<12}{remark.key.value}"))


def _opinions(reading: Reading, lang: str) -> Iterator[Text]:
    """What the rules say of each part, and how much speaks for it by what was learned."""
    if reading.opinion is None:
        yield Text(f"  {'opinion':<12}{words('targets-by-rule-alone', why=problem(lang))}", style="dim")
        return
    for part, ruled, learned in zip(LEARNED, reading.by_rule, reading.opinion, strict=False):
        found = getattr(reading, part) is not None
        yield Text(f"  {part:<12}rules {_said(ruled):<4} learned {learned:+.2f}  both {_said(found)}")
    if reading.unsure:
        yield Text(f"  {'unsure':<12}{words('targets-asks-what-is-seen')}", style="yellow")


def _said(found: bool) -> str:
    return "yes" if found else "no"


def _known(lang: str) -> str:
    """The language, where there are words for it; else English, which is said."""
    known = sorted(folder.name for folder in resources.files("bot.language.targets").joinpath("data").iterdir())
    if lang not in known:
        typer.echo(words("targets-no-such-language", lang=lang, known=", ".join(known)), err=True)
        return "en"
    return lang


def _labels(file: Path) -> list[dict[str, Any]]:
    """The lines of a labelled file. Says which line is wrong, and stops."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise typer.BadParameter(f"{file} can not be read: {error}") from None
    return [_label(file, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _label(file: Path, number: int, line: str) -> dict[str, Any]:
    try:
        label = json.loads(line)
    except json.JSONDecodeError as error:
        raise typer.BadParameter(f"{file}, line {number} is no JSON: {error}") from None
    missing = [field for field in ("text", "verdict", *PARTS) if not isinstance(label, dict) or field not in label]
    if missing:
        raise typer.BadParameter(f"{file}, line {number} lacks {', '.join(missing)}")
    if not isinstance(label["text"], str):
        raise typer.BadParameter(words("targets-text-is-none", file=str(file), number=number))
    return dict(label)


def _scores(scored: list[_Scored]) -> dict[str, Any]:
    right = sum(line.reading.verdict.value == line.label["verdict"] for line in scored)
    return {
        "n": len(scored),
        "verdict_accuracy": _share(right, len(scored)),
        **{part: _part_scores(scored, part) for part in PARTS},
    }


def _part_scores(scored: list[_Scored], part: str) -> dict[str, float]:
    both = sum(line.found(part) and bool(line.label[part]) for line in scored)
    found = sum(line.found(part) for line in scored)
    labelled = sum(bool(line.label[part]) for line in scored)
    return {
        "precision": _share(both, found),
        "recall": _share(both, labelled),
        "f1": _share(2 * both, found + labelled),
    }


def _share(part: int, whole: int) -> float:
    """A share to four digits; 1 where there was nothing to find and nothing was found."""
    return round(part / whole, 4) if whole else 1.0
