"""The few kinds of value that Block Kit knows, and how each is checked.

A kind's `check` appends to a `Report` what Slack would complain about, in the form
`must be less than 151 characters [json-pointer:/blocks/0/text/text]`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

Surface = Literal["message", "modal", "home"]
EVERYWHERE: frozenset[str] = frozenset({"message", "modal", "home"})


@dataclass
class Report:
    """What is wrong so far, and on which surface the blocks are to be shown."""

    surface: Surface
    problems: list[str] = field(default_factory=list)

    def add(self, text: str, pointer: str) -> None:
        self.problems.append(f"[ERROR] {text} [json-pointer:{pointer or '/'}]")


class Kind(Protocol):
    """Something that can look at a value."""

    def check(self, value: Any, at: str, report: Report) -> None: ...


@dataclass(frozen=True)
class Str:
    """A string of `least` to `most` code points."""

    most: int = 255
    least: int = 1

    def check(self, value: Any, at: str, report: Report) -> None:
        if not isinstance(value, str):
            report.add("must be a string", at)
        elif len(value) < self.least:
            report.add(f"must be more than {self.least - 1} characters", at)
        elif len(value) > self.most:
            report.add(f"must be less than {self.most + 1} characters", at)


@dataclass(frozen=True)
class Url:
    """An absolute http(s) address (or mailto and the like where `any_scheme`)."""

    most: int = 3000

    def check(self, value: Any, at: str, report: Report) -> None:
        Str(self.most).check(value, at, report)
        if isinstance(value, str) and value and "://" not in value and not value.startswith(("mailto:", "tel:")):
            report.add("must be a valid URL", at)


@dataclass(frozen=True)
class Whole:
    """A whole number from `least` to `most`."""

    least: int
    most: int

    def check(self, value: Any, at: str, report: Report) -> None:
        if not isinstance(value, int) or isinstance(value, bool):
            report.add("must be an integer", at)
        elif not self.least <= value <= self.most:
            report.add(f"must be between {self.least} and {self.most}", at)


class Flag:
    """True or false."""

    def check(self, value: Any, at: str, report: Report) -> None:
        if not isinstance(value, bool):
            report.add("must be a boolean", at)


class Anything:
    """A value that is not looked into, since its form is not documented closely enough."""

    def check(self, value: Any, at: str, report: Report) -> None:
        return


@dataclass(frozen=True)
class OneOf:
    """One of some words."""

    words: frozenset[str]

    def check(self, value: Any, at: str, report: Report) -> None:
        if not isinstance(value, str) or value not in self.words:
            report.add(f"must be one of: {', '.join(sorted(self.words))}", at)


def one_of(*words: str) -> OneOf:
    """Return the kind for one of `words`."""
    return OneOf(frozenset(words))


@dataclass(frozen=True)
class Matching:
    """A string that `test` accepts, e.g. a date."""

    test: Callable[[str], bool]
    form: str

    def check(self, value: Any, at: str, report: Report) -> None:
        if not isinstance(value, str) or not self.test(value):
            report.add(f"must be of the form {self.form}", at)


@dataclass(frozen=True)
class Many:
    """A list of `least` to `most` values of one kind."""

    item: Kind
    most: int
    least: int = 1

    def check(self, value: Any, at: str, report: Report) -> None:
        if not isinstance(value, list):
            report.add("must provide an array", at)
            return
        if len(value) < self.least:
            report.add(f"no fewer than {self.least} items required", at)
        if len(value) > self.most:
            report.add(f"no more than {self.most} items allowed", at)
            return
        for index, item in enumerate(value):
            self.item.check(item, f"{at}/{index}", report)


Rule = Callable[[dict[str, Any], str, Report], None]


@dataclass(frozen=True)
class Obj:
    """An object with these fields; `required` ones, at least one of `any_of`, further `rules`."""

    fields: Mapping[str, Kind]
    required: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    surfaces: frozenset[str] = EVERYWHERE
    rules: tuple[Rule, ...] = ()

    def check(self, value: Any, at: str, report: Report) -> None:
        if not isinstance(value, dict):
            report.add("must be an object", at)
            return
        self._presence(value, at, report)
        for name, item in value.items():
            kind = self.fields.get(name)
            if kind is None:
                report.add(f"invalid additional property: {name}", at)
            elif item is not None or name in self.required:
                kind.check(item, f"{at}/{name}", report)
        for rule in self.rules:
            rule(value, at, report)

    def _presence(self, value: dict[str, Any], at: str, report: Report) -> None:
        for name in self.required:
            if name not in value:
                report.add(f"missing required field: {name}", at)
        if self.any_of and not any(value.get(name) is not None for name in self.any_of):
            report.add(f"missing required field: {' or '.join(self.any_of)}", at)


@dataclass(frozen=True)
class Typed:
    """An object whose `type` says which of the table's shapes it has; only `allowed` types pass."""

    table: Mapping[str, Obj]
    allowed: frozenset[str] | None = None

    def check(self, value: Any, at: str, report: Report) -> None:
        if not isinstance(value, dict):
            report.add("must be an object", at)
            return
        name = value.get("type")
        if name is None:
            report.add("missing required field: type", at)
            return
        shape = self.table.get(name) if isinstance(name, str) else None
        if shape is None or (self.allowed is not None and name not in self.allowed):
            report.add(f"unsupported type: {name}", f"{at}/type")
        elif report.surface not in shape.surfaces:
            report.add(f"{name} is not allowed on the surface {report.surface}", f"{at}/type")
        else:
            shape.check(value, at, report)


PLAIN_FIELDS: Mapping[str, Kind] = {"type": Anything(), "text": Anything(), "emoji": Flag()}
MRKDWN_FIELDS: Mapping[str, Kind] = {"type": Anything(), "text": Anything(), "verbatim": Flag()}


@dataclass(frozen=True)
class Text:
    """A text object of at most `most` characters; `plain` where Slack wants plain_text."""

    most: int
    plain: bool = False

    def check(self, value: Any, at: str, report: Report) -> None:
        if not isinstance(value, dict):
            report.add("must be an object", at)
            return
        kind = value.get("type")
        if kind not in ("plain_text", "mrkdwn") or (self.plain and kind != "plain_text"):
            wanted = "plain_text" if self.plain else "plain_text, mrkdwn"
            report.add(f"must be one of: {wanted}", f"{at}/type")
            return
        fields = PLAIN_FIELDS if kind == "plain_text" else MRKDWN_FIELDS
        Obj({**fields, "text": Str(self.most)}, required=("type", "text")).check(value, at, report)
