"""`python -m tests.training.distress`: learns anew how a message sounds whose writer is not well.

With `--scores` it writes nothing, and prints how well each author's messages are heard by what was learned of the
others'.
"""

import argparse
import math
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.cli.messages import Labelled, messages_in
from bot.language.hearing import distress
from bot.language.hearing.distress import Opinion
from bot.language.hearing.model import Kind
from tests.training.phrases import phrases_in

SAID = Path(__file__).parents[1] / "data" / "said"
LABELLED = SAID / "tuning.jsonl"
OURS = tuple(
    SAID / f"{name}.jsonl"
    for name in ("care-training", "more-care-training", "voices-training", "more-training", "number-training")
)
HARMLESS = tuple(SAID / f"{name}.txt" for name in ("ordinary-training", "plain-training"))
"""One message a line: of people who are well, with those whom they live and learn with in it; and plain prose, as in a
teacher's feedback."""
CRIES = SAID / "cries-training.txt"
"""One message a line: each of somebody who is not well, or not safe."""
FILE = Path(distress.__file__).parent / "data" / "en" / distress.FILE
ROWS_MOST = 40_000
"""Features that are kept: those that weigh most, counted by how often they are met."""
STEPS = 127
"""A weight is a whole number up to this, times one scale."""
HOW_FREE = 30.0
"""The inverse of the regularisation's strength, chosen with `--scores`."""

Said = tuple[str, bool]
"""A text, and whether its writer, or somebody in it, is not well."""


def said_in(labels: Sequence[Labelled]) -> list[Said]:
    return [(label.text, label.kind is Kind.DISTRESS) for label in labels]


def ours() -> list[Said]:
    made = [*((text, True) for text in phrases_in("distress")), *((text, False) for text in phrases_in("other"))]
    ordinary = [(text, False) for file in HARMLESS for text in file.read_text(encoding="utf-8").splitlines()]
    cries = [(text, True) for text in CRIES.read_text(encoding="utf-8").splitlines()]
    return [said for file in OURS for said in said_in(list(messages_in(file)))] + made + ordinary + cries


def learn(said: Sequence[Said]) -> Opinion:
    """A linear model, pruned and rounded."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    names = DictVectorizer()
    model = LogisticRegression(C=HOW_FREE, max_iter=2_000)
    seen = names.fit_transform([features(text) for text, _ in said])
    model.fit(seen, [is_so for _, is_so in said])
    spelled, weights, met = names.get_feature_names_out(), model.coef_[0], seen.getnnz(axis=0)
    order = sorted(range(len(weights)), key=lambda at: -abs(float(weights[at])) * math.sqrt(met[at]))[:ROWS_MOST]
    scale = float(abs(weights).max()) / STEPS
    rows = {str(spelled[at]): round(float(weights[at]) / scale) for at in order}
    return Opinion(round(float(model.intercept_[0]), 4), scale, {name: row for name, row in rows.items() if row})


def features(text: str) -> dict[str, float]:
    return distress.features_in(text)[0]


def shares() -> Iterator[tuple[str, Opinion, list[Labelled]]]:
    """Each author of the labelled messages, and what was learned of the others."""
    labels = list(messages_in(LABELLED))
    for author in sorted({label.id[:1] for label in labels}):
        others = [label for label in labels if label.id[:1] != author]
        yield author, learn(said_in(others) + ours()), [label for label in labels if label.id[:1] == author]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--scores", action="store_true")
    if not options.parse_args().scores:
        FILE.write_bytes(distress.packed(learn(said_in(list(messages_in(LABELLED))) + ours())))
        return
    for author, opinion, labels in shares():
        heard = [max(map(opinion.of, distress.features_in(label.text))) > distress.SURE for label in labels]
        right = [found for found, label in zip(heard, labels, strict=True) if label.kind is Kind.DISTRESS]
        print(author, "recall", sum(right) / len(right), "precision", sum(right) / (sum(heard) or 1))  # noqa: T201


if __name__ == "__main__":
    main()
