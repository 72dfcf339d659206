"""`python -m tests.training.distress`: learns anew how a message sounds whose writer is not well.

With `--scores` it writes nothing, and prints how well each batch of messages is heard by what was learned of the
others. `--lang es`: of Spanish.
"""

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.cli.messages import Labelled, messages_in
from bot.language.hearing import distress, opinion
from bot.language.hearing.distress import features_in
from bot.language.hearing.model import Kind
from bot.language.hearing.opinion import Opinion, packed
from bot.language.reading.text import ENGLISH
from tests.training.phrases import phrases_in

SAID = Path(__file__).parents[1] / "data" / "said"
LABELLED = SAID / "tuning.jsonl"
OURS = tuple(
    SAID / f"{name}.jsonl"
    for name in (
        "care-training",
        "more-care-training",
        "voices-training",
        "more-training",
        "number-training",
        "hands-training",
        "gone-training",
        "en-people-training",
        "en-people-more-training",
        "en-term-training",
    )
)
HARMLESS = tuple(
    SAID / f"{name}.txt"
    for name in (
        "ordinary-training",
        "plain-training",
        "lookalikes-training",
        "people-ordinary-training",
        "situations-ordinary-training",
        "term-ordinary-training",
    )
)
"""One message a line: of people who are well, with those whom they live and learn with in it; and plain prose, as in a
teacher's feedback."""
CRIES = tuple(
    SAID / f"{name}.txt"
    for name in (
        "cries-training",
        "hints-training",
        "people-cries-training",
        "situations-cries-training",
        "term-cries-training",
    )
)
"""One message a line: each of somebody who is not well, or not safe."""
ELSEWHERE = {
    "es": (
        "es-training",
        "es-espana-training",
        "es-mexico-training",
        "es-argentina-training",
        "es-colombia-training",
        "es-sundry-training",
        "es-people-training",
        "es-phones-training",
        "es-others-training",
        "es-term-training",
    )
}
"""The labelled messages of other languages."""
BY_THE_LINE = {"es": {"es-term-cries-training": True, "es-term-ordinary-training": False}}
"""One message a line of other languages, and whether they are cries."""
DATA = Path(distress.__file__).parent / "data"
ROWS_MOST = 40_000
"""Features that are kept: those that weigh most, counted by how often they are met."""
STEPS = 127
"""A weight is a whole number up to this, times one scale."""
HOW_FREE = 0.6
"""The inverse of the regularisation's strength, chosen with `--scores`, as `EVEN` was."""
SENTENCE = 0.5
"""How much a sentence of a message that is no cry says by itself beside a whole message: it is none either, and each
sentence of a message is heard for itself."""
EVEN = 0.5
"""What a feature tells that is met as often in cries as in what is none, beside what tells them apart."""

Said = tuple[str, bool]
"""A text, and whether its writer, or somebody in it, is not well."""


def said_in(labels: Sequence[Labelled]) -> list[Said]:
    return [(label.text, label.kind is Kind.DISTRESS) for label in labels]


def batches(lang: str = ENGLISH) -> dict[str, list[Said]]:
    """All that is learned from, by who wrote it, as far as that is known: a file is mostly of one hand."""
    if lang == ENGLISH:
        return _english()
    labelled = {name: said_in(messages_in(SAID / f"{name}.jsonl")) for name in ELSEWHERE[lang]}
    lines = {name: _lines(name, is_cry) for name, is_cry in BY_THE_LINE[lang].items()}
    return {"phrases": _made(lang), "goals": _goals(lang), **labelled, **lines}


def _lines(name: str, is_cry: bool) -> list[Said]:
    return [(text, is_cry) for text in (SAID / f"{name}.txt").read_text(encoding="utf-8").splitlines()]


def _made(lang: str) -> list[Said]:
    cries, others = (phrases_in(name, lang) for name in ("distress", "other"))
    return [*((text, True) for text in cries), *((text, False) for text in others)]


def _goals(lang: str) -> list[Said]:
    """Targets: nobody is unwell in one."""
    files = (SAID.parent / "goals" / f"{lang}-{name}.jsonl" for name in ("targets", "voices", "more"))
    lines = (line for file in files for line in file.read_text(encoding="utf-8").splitlines())
    return [(str(json.loads(line)["text"]), False) for line in lines]


def _english() -> dict[str, list[Said]]:
    found = {"phrases": _made(ENGLISH), **{file.stem: said_in(messages_in(file)) for file in OURS}}
    for label in messages_in(LABELLED):
        found.setdefault(f"tuning, {label.id[:1]}", []).extend(said_in([label]))
    lines = {file: file.read_text(encoding="utf-8").splitlines() for file in (*HARMLESS, *CRIES)}
    return found | {file.stem: [(text, file in CRIES) for text in said] for file, said in lines.items()}


def learn(said: Sequence[Said], lang: str = ENGLISH) -> Opinion:
    """A linear model, pruned and rounded."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    names = DictVectorizer()
    model = LogisticRegression(C=HOW_FREE, max_iter=2_000)
    looked = [row for text, is_so in said for row in rows_of(text, is_so, lang)]
    found = [(each, is_so) for each, is_so, _ in looked]
    met, tells = Counter(name for each, _ in found for name in each), telling(found)
    weighed = [{name: share * tells[name] for name, share in each.items()} for each, _ in found]
    shares = [share for _, _, share in looked]
    model.fit(names.fit_transform(weighed), [is_so for _, is_so in found], sample_weight=shares)
    learned = zip(map(str, names.get_feature_names_out()), map(float, model.coef_[0]), strict=True)
    weights = {name: weight * tells[name] for name, weight in learned}
    most = sorted(weights, key=lambda name: -abs(weights[name]) * math.sqrt(met[name]))[:ROWS_MOST]
    scale = max(map(abs, weights.values())) / STEPS
    rows = {name: round(weights[name] / scale) for name in most}
    return Opinion(round(float(model.intercept_[0]), 4), scale, {name: row for name, row in rows.items() if row})


def telling(found: Sequence[tuple[dict[str, float], bool]]) -> dict[str, float]:
    """How much each feature may weigh before it is learned: a rare one more than what stands everywhere, and one that
    is met in cries alone, or never in one, more than what is met in both."""
    cries, others = (Counter(name for each, is_so in found if is_so is cry for name in each) for cry in (True, False))
    in_cries, in_others = sum(cries.values()), sum(others.values())
    tells = {}
    for name in cries | others:
        rare = math.log(1 + len(found) / (1 + cries[name] + others[name]))
        apart = math.log((cries[name] + 1) / in_cries) - math.log((others[name] + 1) / in_others)
        tells[name] = rare * (EVEN + abs(apart))
    return tells


def rows_of(text: str, is_so: bool, lang: str) -> Iterator[tuple[dict[str, float], bool, float]]:
    """What is learned of a message: the whole of it, and where it is no cry each of its sentences."""
    whole, *parts = features_in(text, lang)
    yield whole, is_so, 1.0
    if not is_so:
        yield from ((part, False, SENTENCE) for part in parts)


def shares(lang: str) -> Iterator[tuple[str, Opinion, list[Said]]]:
    """Each batch, and what was learned of the others."""
    all_of_them = batches(lang)
    for name, own in all_of_them.items():
        others = [said for other, those in all_of_them.items() if other != name for said in those]
        yield name, learn(others, lang), own


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--scores", action="store_true")
    options.add_argument("--lang", choices=opinion.LEARNED, default=ENGLISH)
    chosen = options.parse_args()
    if not chosen.scores:
        learned = learn([said for those in batches(chosen.lang).values() for said in those], chosen.lang)
        (DATA / chosen.lang / opinion.FILE).write_bytes(packed(learned))
        return
    sure = distress.bounds_of(chosen.lang).sure
    for name, learned, own in shares(chosen.lang):
        heard = [(max(map(learned.of, features_in(text, chosen.lang))) > sure, is_so) for text, is_so in own]
        for so, what in ((True, "of the cries"), (False, "of the others")):
            found = [one for one, is_so in heard if is_so is so]
            print(f"{name}: {sum(found)} {what}, of {len(found)}")  # noqa: T201


if __name__ == "__main__":
    main()
