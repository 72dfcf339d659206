"""How well targets are read and how fast, and what drafts by rule are worth."""

import asyncio
import json
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from time import process_time

from typer.testing import CliRunner

from bot.cli.llm import Case, Drafted, cases_in, evaluate
from bot.cli.targets import targets
from bot.language import targets as measurability
from bot.language.drafts import drafts_by_rule
from bot.language.drafts.by_rule import likely_work
from tests.bench.report import Measurement, middle
from tests.training.targets import f1_of_all, scores

DATA = Path(__file__).parents[1] / "data"
GOALS = DATA / "goals"
SENTENCES = GOALS / "targets.jsonl"
LABELLED = {"targets": SENTENCES} | {
    name: GOALS / f"{name}.jsonl" for name in ("apart", "untouched", "voices-apart", "hands-apart", "term-apart")
}
"""The sentences that the rules were made with, and four sets that they were never made to fit."""
SPANISH = {name: GOALS / f"{name}.jsonl" for name in ("es-targets", "es-voices", "es-more", "es-apart")}
"""Three that the rules were made with, and one that they were never made to fit."""
FEEDBACK = DATA / "drafting" / "feedback.jsonl"
RUBRICS = {"": DATA / "drafting" / "rubric.jsonl", "_apart": DATA / "drafting" / "rubric-apart.jsonl"}
"""What a teacher would take of the drafts from each feedback; the second was never read to mend a rule."""
ROUNDS = 9
KEYWORDS_AND_DIGITS = 0.62
"""The verdict accuracy of a reader that looks for keywords and digits."""
EXACT = 1.0
MOST_MS = 0.5
MOST_ASKED = 0.08
USABLE = 0.9


def measure() -> Iterator[Measurement]:
    """The reader's scores on the labelled sentences, its time, and the shares of good drafts by rule."""
    for name, file in LABELLED.items():
        yield from _scores(name, file, "en")
    for name, file in SPANISH.items():
        yield from _scores(name, file, "es")
    yield from _by_what_others_taught()
    yield _line("targets_ms_per_sentence", _milliseconds(), "ms", MOST_MS)
    drafted = asyncio.run(evaluate(cases_in(FEEDBACK), _by_rule))
    for name in ("measurable", "on_topic", "no_invented_numbers", "fitting_length"):
        yield _line(f"drafts_by_rule_{name}", drafted[name], "share", EXACT)
    for name, file in RUBRICS.items():
        yield _line(
            f"drafts_by_rule_usable{name}", asyncio.run(evaluate(cases_in(file), _by_rule))["usable"], "share", USABLE
        )
    in_spanish = asyncio.run(evaluate(cases_in(FEEDBACK.with_name("es.jsonl")), _in_spanish))["usable"]
    yield _line("drafts_by_rule_usable_es", in_spanish, "share", USABLE)
    with_drafts = sum(bool(json.loads(row)["drafts"]) for row in FEEDBACK.read_text("utf-8").splitlines())
    yield _line("feedback_with_drafts", with_drafts / drafted["feedback"], "share", EXACT)


def _scores(name: str, file: Path, lang: str) -> Iterator[Measurement]:
    scores = json.loads(CliRunner().invoke(targets, ["score", str(file), "--lang", lang]).output)
    yield _line(f"{name}_verdict_accuracy", scores["verdict_accuracy"], "share", KEYWORDS_AND_DIGITS)
    for part in ("observable", "measure", "timeframe"):
        yield _line(f"{name}_{part}_f1", scores[part]["f1"], "share", EXACT)


def _by_what_others_taught() -> Iterator[Measurement]:
    """The verdicts on each file by another hand, with what was learned of all the others; with scikit-learn alone."""
    if find_spec("sklearn") is None:
        return
    found = list(scores())
    for score in found:
        yield _line(f"{score.name}_verdict_accuracy_cross_validated", score.both / score.count, "share", EXACT)
    counted = sum(score.count for score in found)
    right, unsure = (sum(getattr(score, name) for score in found) / counted for name in ("both", "unsure"))
    yield _line("verdict_accuracy_cross_validated", right, "share", EXACT)
    for part, value in f1_of_all(found).items():
        yield _line(f"{part}_f1_cross_validated", value, "share", EXACT)
    yield _line("targets_asked_about_though_read", unsure, "share", MOST_ASKED)


def _line(name: str, value: float, unit: str, baseline: float) -> Measurement:
    ratio = round(value / baseline, 2)
    return {"name": name, "value": round(value, 4), "unit": unit, "baseline": baseline, "ratio": ratio}


def _milliseconds() -> float:
    """Of CPU for one sentence, when the words are loaded."""
    sentences = [json.loads(row)["text"] for row in SENTENCES.read_text("utf-8").splitlines()]
    return middle([_round(sentences) for _ in range(ROUNDS)])


def _round(sentences: list[str]) -> float:
    began = process_time()
    for sentence in sentences:
        measurability.read(sentence)
    return (process_time() - began) * 1000 / len(sentences)


async def _by_rule(case: Case) -> Drafted:
    said = case.feedback
    return Drafted(drafts_by_rule(said["seen"], said["matters"], said["next_step"], case.work), 0.0)


async def _in_spanish(case: Case) -> Drafted:
    said = case.feedback
    work = likely_work(case.classroom, "es")
    return Drafted(drafts_by_rule(said["seen"], said["matters"], said["next_step"], work, "es"), 0.0, by_rule=True)
