"""How well messages are heard that no rule was made for, and how fast."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import process_time

from typer.testing import CliRunner

from bot.cli.messages import Labelled, messages, messages_in
from bot.language.hearing import hear
from tests.bench.report import Measurement, middle

SAID = Path(__file__).parents[1] / "data" / "said"
APART = SAID / "apart.jsonl"
"""A quarter of the labelled messages, set aside before any rule was written."""
LABELLED = {
    "messages": APART,
    "messages_held_out": SAID / "held-out.jsonl",
    "messages_hands": SAID / "hands-apart.jsonl",
    "messages_term": SAID / "en-term-apart.jsonl",
}
"""Four sets of which nothing was learned; the second is of hard cases alone, and so is most of the third."""
SPANISH = {
    "messages_es": SAID / "es-apart.jsonl",
    "messages_es_fresh": SAID / "es-fresh-apart.jsonl",
    "messages_es_term": SAID / "es-term-apart.jsonl",
}
"""The first by the hand that wrote the words of Spanish, the second written before any of its weights was learned."""
ROUNDS = 9
AT_LEAST = {"kind_accuracy": 0.85, "lookalikes_left_alone": 0.9, "value_accuracy": 0.9}
AT_MOST = {"wrong_numbers": 0.02, "needless_asks": 0.1}
DISTRESS = {"precision": 0.9, "recall": 0.95}
MOST_MS = 2.0


def measure() -> Iterator[Measurement]:
    """The scores beside what they should be, and the time of one message."""
    for name, file in LABELLED.items():
        yield from _scores(name, file, "en")
    for name, file in SPANISH.items():
        yield from _scores(name, file, "es")
    yield _line("messages_ms_per_message", _milliseconds(APART, "en"), "ms", MOST_MS)
    yield _line("messages_es_ms_per_message", _milliseconds(SPANISH["messages_es_fresh"], "es"), "ms", MOST_MS)


def _scores(prefix: str, file: Path, lang: str) -> Iterator[Measurement]:
    scores = json.loads(CliRunner().invoke(messages, ["score", str(file), "--lang", lang]).output)
    for name, wanted in {**AT_LEAST, **AT_MOST}.items():
        yield _line(f"{prefix}_{name}", scores[name], "share", wanted)
    for name, wanted in DISTRESS.items():
        yield _line(f"{prefix}_distress_{name}", scores["distress"][name], "share", wanted)


def _line(name: str, value: float, unit: str, wanted: float) -> Measurement:
    return {
        "name": name,
        "value": round(value, 4),
        "unit": unit,
        "baseline": wanted,
        "ratio": round(value / wanted, 2),
    }


def _milliseconds(file: Path, lang: str) -> float:
    """Of CPU for one message, when the words are loaded."""
    labelled = messages_in(file)
    return middle([_round(labelled, lang) for _ in range(ROUNDS)])


def _round(labelled: Sequence[Labelled], lang: str) -> float:
    began = process_time()
    for one in labelled:
        hear(one.text, one.moment, one.aims, one.asked, lang=lang)
    return (process_time() - began) * 1000 / len(labelled)
