"""`python -m tests.training.messages`: learns the weights of the hearing anew from the labelled messages.

With `--scores` it writes nothing, and prints how well each author's messages are heard by what was learned of the
others'. `--lang es`: of Spanish, by file.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.cli.messages import Labelled, messages_in
from bot.language.hearing import kinds, numbers_of
from bot.language.hearing.kinds import Features, RuleInput, Weights, kind_by_rule
from bot.language.hearing.model import Kind
from bot.language.hearing.words import words_of
from bot.language.reading.text import ENGLISH
from bot.language.reading.weights import packed

SAID = Path(__file__).parents[1] / "data" / "said"
LABELLED = SAID / "tuning.jsonl"
OURS = tuple(
    SAID / f"{name}.jsonl"
    for name in (
        "more-training",
        "number-training",
        "voices-training",
        "hands-training",
        "en-people-training",
        "en-people-more-training",
        "en-term-training",
    )
)
ELSEWHERE = {
    "es": tuple(
        SAID / f"es-{name}training.jsonl"
        for name in (
            "",
            "espana-",
            "mexico-",
            "argentina-",
            "colombia-",
            "sundry-",
            "people-",
            "phones-",
            "others-",
            "term-",
        )
    )
}
"""The labelled messages of other languages."""
DATA = Path(kinds.__file__).parent / "data"
ROWS_MOST = 10_000
"""Features that are kept: those whose weights differ most."""
SHARES = {"N": 0.25, "E": 0.25}
"""How much messages say beside the others, by the first letter of their ids: number-training.jsonl and the en-people-
files are nearly all answers, and would make answers of what is none."""
STEPS = 127
"""A weight is a whole number up to this, times one scale."""
HOW_FREE = 6.0
"""The inverse of the regularisation's strength, chosen with `--scores`."""


def said_of(label: Labelled, lang: str) -> RuleInput:
    number = kinds.how_read(label.text, numbers_of(label.text, label.moment, label.aims, lang))
    return RuleInput(words_of(label.text, lang), label.moment, number)


def features_of(labels: Sequence[Labelled], lang: str) -> list[Features]:
    said = [said_of(label, lang) for label in labels]
    ruled = [kind_by_rule(one)[0] for one in said]
    return [kinds.features(*one) for one in zip(said, (label.asked for label in labels), ruled, strict=True)]


def learn(labels: Sequence[Labelled], features: Sequence[Features]) -> Weights:
    """A linear model, pruned and rounded."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    names = DictVectorizer()
    model = LogisticRegression(C=HOW_FREE, max_iter=1_000)
    shares = [SHARES.get(label.id[:1], 1.0) for label in labels]
    model.fit(names.fit_transform(features), [label.kind.value for label in labels], sample_weight=shares)
    columns = model.coef_.T - model.coef_.T.mean(axis=1, keepdims=True)
    order = sorted(range(len(columns)), key=lambda at: -float(abs(columns[at]).max()))[:ROWS_MOST]
    scale = float(abs(columns).max()) / STEPS
    spelled = names.get_feature_names_out()
    rows = {str(spelled[at]): [round(float(weight) / scale) for weight in columns[at]] for at in order}
    return Weights(
        names=tuple(map(Kind, model.classes_)),
        bias=tuple(round(float(bias), 4) for bias in model.intercept_),
        scale=scale,
        rows={name: row for name, row in rows.items() if any(row)},
    )


def batches(lang: str) -> tuple[dict[str, list[Labelled]], list[Labelled]]:
    """The labelled messages by who wrote them, each left out in turn, and those that are always learned from."""
    if lang != ENGLISH:
        return {file.stem: messages_in(file) for file in ELSEWHERE[lang]}, []
    by_author: dict[str, list[Labelled]] = {}
    for label in messages_in(LABELLED):
        by_author.setdefault(label.id[:1], []).append(label)
    return by_author, [label for file in OURS for label in messages_in(file)]


def shares(lang: str) -> Iterator[tuple[str, int, int]]:
    """For each author of the labelled messages: how many were heard right by what the others wrote, and of how many.

    Those of somebody who is not well are found by rules, and do not count here.
    """
    by_author, ours = batches(lang)
    for author, labels in sorted(by_author.items()):
        others = [label for other, those in by_author.items() if other != author for label in those] + ours
        learned = learn(others, features_of(others, lang))
        own = [label for label in labels if label.kind is not Kind.DISTRESS]
        heard = [kinds.kind_of(said_of(label, lang), label.asked, learned) for label in own]
        yield author, sum(kind is label.kind for kind, label in zip(heard, own, strict=True)), len(own)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--scores", action="store_true")
    options.add_argument("--lang", choices=kinds.LEARNED, default=ENGLISH)
    chosen = options.parse_args()
    if chosen.scores:
        for author, right, all_of_them in shares(chosen.lang):
            print(author, right, all_of_them, round(right / all_of_them, 4))  # noqa: T201
        return
    by_author, ours = batches(chosen.lang)
    labels = [label for those in by_author.values() for label in those] + ours
    (DATA / chosen.lang / kinds.FILE).write_bytes(packed(learn(labels, features_of(labels, chosen.lang))))


if __name__ == "__main__":
    main()
