"""`python -m tests.training.targets`: learns the second opinion on targets anew from the labelled sentences.

With `--scores` it writes nothing, and prints how well the sentences of each file by another hand are read with what was
learned of the other files. scikit-learn is for development alone.
"""

import argparse
import json
import math
import random
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.language.reading.weights import Linear, packed
from bot.language.targets import opinion
from bot.language.targets.coach import read_by_rule
from bot.language.targets.model import LEARNED, PARTS, PartOpinion, verdict_of
from bot.language.targets.opinion import FILE, VERSION, PartsFound, blended, features
from bot.language.targets.patterns import lexicon, row_of

GOALS = Path(__file__).parents[1] / "data" / "goals"
CHANGES = tomllib.loads((GOALS / "changes.toml").read_text(encoding="utf-8"))
OURS = (
    "targets",
    "students",
    "everyday",
    "corners",
    "varied",
    "mixed",
    "harder",
    "further",
    "sundry",
    "stories",
    "hands",
)
OTHERS = ("more-1", "more-2", "more-3", "voices")
"""Each by another hand; the scores are of these."""
WEIGHTS = Path(opinion.__file__).parent / "data" / "en" / FILE
SEED = 20
ROWS_MOST = 16_000
"""Features that are kept: those that weigh most, counted by how often they are met."""
STEPS = 127
"""A weight is a whole number up to this, times one scale."""
HOW_FREE = 6.0
"""The inverse of the regularisation's strength, chosen with `--scores`."""

Labels = tuple[bool, ...]
"""Whether each of PARTS is there."""


@dataclass(frozen=True)
class Sentence:
    """A labelled sentence, what the rules found in it, and its features."""

    text: str
    labels: Labels
    found: PartsFound
    features: Mapping[str, float]


def sentence(text: str, labels: Labels) -> Sentence:
    found = read_by_rule(text, "en").found
    return Sentence(text, labels, found, features(found, lexicon("en")))


def sentences_in(name: str) -> list[Sentence]:
    lines = map(json.loads, (GOALS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines())
    return [sentence(line["text"], tuple(line[part] for part in PARTS)) for line in lines]


def otherwise(said: Sentence, chance: random.Random) -> Sentence:
    """The same said otherwise: in a frame, with a deadline or a side remark."""
    text, (seen, measured, timed) = said.text, said.labels
    ways = ["before", "behind"]
    if starts_with_verb(text):
        ways += ["frames"] * 3
    if not timed and not any(sign in text for sign in ".,;?\n"):
        ways += ["deadlines"] * 2
    way = chance.choice(ways)
    added = chance.choice(CHANGES[way])
    if way == "frames":
        return sentence(added + (text if text[:2].isupper() else text[0].lower() + text[1:]), said.labels)
    if way == "before":
        return sentence(added + text, said.labels)
    return sentence(text + added, (seen, measured, timed or way == "deadlines"))


def starts_with_verb(text: str) -> bool:
    words, first = lexicon("en"), row_of(text, "en").norm(0)
    return words.lemma(first) == first and (first in words.verbs or first in words.inner_verbs)


def learn(said: Sequence[Sentence]) -> Linear:
    """A linear model of each part, pruned and rounded."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    names = DictVectorizer()
    table = names.fit_transform([dict(one.features) for one in said])
    table.indices, table.indptr = table.indices.astype("int32"), table.indptr.astype("int32")
    models = []
    for part in range(len(LEARNED)):
        model = LogisticRegression(C=HOW_FREE, max_iter=1_000, solver="liblinear")
        models.append(model.fit(table, [one.labels[part] for one in said]))
    met = Counter(name for one in said for name in one.features)
    columns = zip(*(map(float, model.coef_[0]) for model in models), strict=True)
    weights = dict(zip(map(str, names.get_feature_names_out()), columns, strict=True))
    most = sorted(weights, key=lambda name: (-max(map(abs, weights[name])) * math.sqrt(met[name]), name))[:ROWS_MOST]
    scale = max(abs(weight) for row in weights.values() for weight in row) / STEPS
    rows = {name: tuple(round(weight / scale) for weight in weights[name]) for name in most}
    bias = tuple(round(float(model.intercept_[0]), 4) for model in models)
    return Linear(LEARNED, bias, scale, {name: row for name, row in rows.items() if any(row)})


def augmented(said: Sequence[Sentence]) -> list[Sentence]:
    chance = random.Random(SEED)
    return [*said, *(otherwise(one, chance) for one in said)]


@dataclass(frozen=True)
class Score:
    """Of one file: how many there are, how many verdicts are right by the rules, the opinion and both, of how many
    Accord would ask; and how often both find each of PARTS where it is, where it is not, and miss it."""

    name: str
    count: int
    rules: int
    opinion: int
    both: int
    unsure: int
    parts: tuple[tuple[int, int, int], ...]


def f1(found: int, wrong: int, missed: int) -> float:
    return 2 * found / (2 * found + wrong + missed)


def f1_of_all(scored: Sequence[Score]) -> dict[str, float]:
    """By part, of the sentences of all files."""
    counted = {part: zip(*(score.parts[at] for score in scored), strict=True) for at, part in enumerate(PARTS)}
    return {part: f1(*map(sum, counts)) for part, counts in counted.items()}


def scores() -> Iterator[Score]:
    """How well the sentences of each file by another hand are read by what was learned of all the others."""
    every = {name: sentences_in(name) for name in (*OURS, *OTHERS)}
    more = {name: augmented(said) for name, said in every.items()}
    for name in OTHERS:
        learned = learn([one for other, said in more.items() if other != name for one in said])
        yield score(name, every[name], learned)


def score(name: str, said: Sequence[Sentence], learned: Linear) -> Score:
    right: Counter[str] = Counter()
    told_parts: list[Labels] = []
    for one in said:
        told = PartOpinion(*learned.sums(one.features))
        both = parts(blended(one.found, told, "en"))
        told_parts.append(both)
        alone = (told.observable > 0, told.measure > 0, bool(one.found.when))
        right["unsure"] += alone[0] is not bool(one.found.heads.seen)
        for way, found in (("rules", parts(one.found)), ("opinion", alone), ("both", both)):
            right[way] += verdict(found) == verdict(one.labels)
    counts = tuple(_counts([found[at] for found in told_parts], [one.labels[at] for one in said]) for at in range(3))
    return Score(name, len(said), right["rules"], right["opinion"], right["both"], right["unsure"], counts)


def _counts(found: Sequence[bool], labels: Sequence[bool]) -> tuple[int, int, int]:
    pairs = Counter(zip(found, labels, strict=True))
    return pairs[True, True], pairs[True, False], pairs[False, True]


def parts(found: PartsFound) -> Labels:
    return bool(found.heads.seen), bool(found.measured), bool(found.when)


def verdict(labels: Labels) -> str:
    seen, measured, timed = labels
    return verdict_of(observable=seen, measure=measured, timeframe=timed)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--scores", action="store_true")
    if options.parse_args().scores:
        found = list(scores())
        for one in found:
            print(one)  # noqa: T201
        print(f1_of_all(found))  # noqa: T201
        return
    said = [one for name in (*OURS, *OTHERS) for one in augmented(sentences_in(name))]
    WEIGHTS.write_bytes(packed(learn(said), version=VERSION))


if __name__ == "__main__":
    main()
