"""What was learned of labelled texts: weights, made by a script of tests/training, kept as data by language."""

import json
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Generic, TypeVar

from bot.language.reading.text import ENGLISH


class NoWeights(Exception):
    """The file of the weights is missing, or holds something else."""


@dataclass(frozen=True, slots=True)
class Linear:
    """`rows`: for each feature, a whole number for each of `names`; times `scale` it is the weight."""

    names: tuple[str, ...]
    bias: tuple[float, ...]
    scale: float
    rows: Mapping[str, Sequence[int]]

    def sums(self, features: Mapping[str, float]) -> list[float]:
        """How much speaks for each of the names."""
        totals = [0.0] * len(self.names)
        rows = self.rows
        for name, share in features.items():
            row = rows.get(name)
            if row is not None:
                for at, weight in enumerate(row):
                    totals[at] += share * weight
        return [total * self.scale + bias for total, bias in zip(totals, self.bias, strict=True)]


def load_weights(package: str, lang: str, file: str, *, version: int = 0) -> Linear:
    """The weights in `data/<lang>/<file>` of a package, of a version of their features. Raises NoWeights."""
    return unpacked(_bytes_of(package, lang, file), file, version=version)


def unpacked(data: bytes, file: str, *, version: int = 0) -> Linear:
    """The weights of a file. Raises NoWeights."""
    try:
        table = json.loads(zlib.decompress(data))
        rows = {name: tuple(map(int, row)) for name, row in table["rows"].items()}
        names, bias = tuple(map(str, table["kinds"])), tuple(map(float, table["bias"]))
        linear, of = Linear(names, bias, float(table["scale"]), rows), table.get("version", 0)
    except (zlib.error, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NoWeights(f"{file} can not be read: {error}") from error
    if of != version:
        raise NoWeights(f"{file} is of version {of}, not {version}")
    if {len(bias), *map(len, rows.values())} != {len(names)}:
        raise NoWeights(f"{file} does not hold a weight for each kind")
    return linear


def packed(linear: Linear, *, version: int = 0) -> bytes:
    """The file of the weights; the same weights give the same bytes."""
    table = {
        "kinds": linear.names,
        "bias": linear.bias,
        "scale": linear.scale,
        "rows": {name: linear.rows[name] for name in sorted(linear.rows)},
    }
    versioned = table | ({"version": version} if version else {})
    return zlib.compress(json.dumps(versioned, ensure_ascii=False, separators=(",", ":")).encode(), 9)


def _bytes_of(package: str, lang: str, file: str) -> bytes:
    try:
        return resources.files(package).joinpath("data", lang, file).read_bytes()
    except FileNotFoundError as error:
        raise NoWeights(f"{lang}/{file} is missing") from error
    except OSError as error:
        raise NoWeights(f"{lang}/{file} can not be read: {error}") from error


T = TypeVar("T")


class WeightsByLanguage(Generic[T]):
    """The weights of some languages, each read when it is first asked for, and kept.

    `package` has them in `data/<lang>/<file>`; `unpack` makes them of a file's bytes, or raises NoWeights.
    """

    def __init__(self, package: str, file: str, languages: Sequence[str], unpack: Callable[[bytes], T]) -> None:
        self.package, self.file, self.languages = package, file, languages
        self._unpack = unpack
        self._read: dict[str, T | NoWeights] = {}

    def of(self, lang: str) -> T | None:
        """Those of a language; None where nothing was learned of it, or its file is no good: see `problem`."""
        if lang not in self.languages:
            return None
        read = self._of(lang)
        return None if isinstance(read, NoWeights) else read

    def problem(self) -> str:
        """Which weights are missing or broken; "" where none are. Those of English are read for it. Of the others it is
        only seen that the bytes are whole: a start does not wait for languages that nobody may write in."""
        return "; ".join(filter(None, map(self._problem_of, self.languages)))

    def _of(self, lang: str) -> T | NoWeights:
        if lang not in self._read:
            try:
                self._read[lang] = self._unpack(_bytes_of(self.package, lang, self.file))
            except NoWeights as error:
                self._read[lang] = error
        return self._read[lang]

    def _problem_of(self, lang: str) -> str:
        if lang == ENGLISH or lang in self._read:
            read = self._of(lang)
            return str(read) if isinstance(read, NoWeights) else ""
        try:
            zlib.decompress(_bytes_of(self.package, lang, self.file))
        except NoWeights as error:
            return str(error)
        except zlib.error as error:
            return f"{lang}/{self.file} can not be read: {error}"
        return ""
