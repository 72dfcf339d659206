"""Conversations from YAML. What is broken is named by its line, and by its step where it is one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.transcripts.vocabulary import PEOPLE, SCENES, Unknown, check_step

ENDINGS = (".yaml", ".yml")
NEEDED, KNOWN = ("case", "scene", "steps"), ("case", "kind", "scene", "target", "locale", "steps")
TARGET = {"statement": str, "unit": str, "baseline": int | float, "goal": int | float}
_LOCALE = re.compile("[a-z]{2}-[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class Step:
    """`number` counts from 1; `does` is what stands there: one key, or several checks."""

    number: int
    line: int
    does: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """One conversation. `target` is that of the contract, None for the usual one; `locale` that of a person's Slack."""

    name: str
    kind: str
    scene: str
    target: dict[str, Any] | None
    locale: dict[str, str]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Broken:
    """What could not be read: `name` is that of the conversation, or of the file."""

    name: str
    why: str


class Unreadable(Exception):
    """Why a conversation can not be read."""


def load(paths: list[Path]) -> Iterator[Case | Broken]:
    """Everything in these files, and in all files of these folders, in the order of their names."""
    for path in paths:
        if path.is_dir():
            files = sorted(p for p in path.rglob("*") if p.suffix in ENDINGS and p.is_file())
            if not files:
                yield Broken(str(path), "there is no conversation in this folder")
            for file in files:
                yield from load_file(file)
        else:
            yield from load_file(path)


def load_file(path: Path) -> Iterator[Case | Broken]:
    """The conversations of a file; those before something that is no YAML are read."""
    try:
        loader = _Loader(_text(path))
    except (OSError, Unreadable, yaml.reader.ReaderError) as error:
        yield Broken(str(path), _why(error))
        return
    found = 0
    try:
        while loader.check_node():
            node = loader.get_node()
            if node is not None and node.tag != _NULL:  # only a line of dashes
                found += 1
                yield _conversation(loader, node, path)
    except yaml.YAMLError as error:
        yield Broken(str(path), _why(error))
        return
    if not found:
        yield Broken(str(path), "there is no conversation in this file")


def _text(path: Path) -> str:
    raw = path.read_bytes()
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise Unreadable(f"line {line}: this is no UTF-8") from error


def _why(error: Exception) -> str:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        return f"line {error.problem_mark.line + 1}: {error.problem}"
    if isinstance(error, yaml.reader.ReaderError):
        return f"character {error.position + 1}: {error.reason}"
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)


def _conversation(loader: "_Loader", node: yaml.Node, path: Path) -> Case | Broken:
    name = f"{path}, line {_line(node)}"
    try:
        parts = _parts(loader, node)
        if isinstance(parts["case"][1], str):
            name = parts["case"][1]
        return _case(loader, parts, node)
    except (Unreadable, yaml.YAMLError) as error:
        return Broken(name, f"{_why(error)} ({path.name})")


Parts = dict[str, tuple[yaml.Node, Any]]


def _parts(loader: "_Loader", node: yaml.Node) -> Parts:
    """What stands under each key; the steps, which are looked at one by one, only as their node."""
    if not isinstance(node, yaml.MappingNode):
        raise Unreadable(f"line {_line(node)}: a conversation has the keys {', '.join(KNOWN)}")
    parts: Parts = {}
    for key_node, value in node.value:
        key = key_node.value
        if key not in KNOWN:
            raise Unreadable(f"line {_line(key_node)}: a conversation has no {key!r}")
        if key in parts:
            raise Unreadable(f"line {_line(key_node)}: {key!r} stands twice")
        parts[key] = (value, None if key == "steps" else _built(loader, value))
    for key in NEEDED:
        if key not in parts:
            raise Unreadable(f"line {_line(node)}: {key!r} is missing")
    return parts


def _built(loader: "_Loader", node: yaml.Node) -> Any:
    try:
        return loader.construct_document(node)
    except Unreadable as error:
        raise Unreadable(f"line {_line(node)}: {error}") from error


def _case(loader: "_Loader", parts: Parts, node: yaml.Node) -> Case:
    scene, target = parts["scene"][1], parts["target"][1] if "target" in parts else None
    if scene not in SCENES:
        raise Unreadable(f"line {_line(parts['scene'][0])}: there is no scene {scene!r}")
    if "target" in parts:
        _check_target(target, _line(parts["target"][0]))
    locale = parts["locale"][1] if "locale" in parts else {}
    if "locale" in parts:
        _check_locale(locale, _line(parts["locale"][0]))
    steps = parts["steps"][0]
    if not isinstance(steps, yaml.SequenceNode) or not steps.value:
        raise Unreadable(f"line {_line(steps)}: the steps are a list")
    found = tuple(_step(loader, number, one) for number, one in enumerate(steps.value, start=1))
    kind = parts["kind"][1] if "kind" in parts else ""
    return Case(str(parts["case"][1]), str(kind), scene, target, locale, found)


def _check_target(target: Any, line: int) -> None:
    if not isinstance(target, dict) or set(target) != set(TARGET):
        raise Unreadable(f"line {line}: a target has the keys {', '.join(TARGET)}")
    for key, kind in TARGET.items():
        if not isinstance(target[key], kind) or isinstance(target[key], bool):
            raise Unreadable(f"line {line}: {target[key]!r} is no {key} of a target")


def _check_locale(locale: Any, line: int) -> None:
    if not isinstance(locale, dict) or not set(locale) <= set(PEOPLE):
        raise Unreadable(f"line {line}: a locale is given by person")
    for name, of in locale.items():
        if not isinstance(of, str) or not _LOCALE.fullmatch(of):
            raise Unreadable(f"line {line}: {of!r} is no locale of {name}")


def _step(loader: "_Loader", number: int, node: yaml.Node) -> Step:
    line = _line(node)
    try:
        does = loader.construct_document(node)
        check_step(does)
    except (Unknown, Unreadable, yaml.YAMLError) as error:
        raise Unreadable(f"step {number}: {_why(error)}, line {line}") from error
    return Step(number, line, does)


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


class _Loader(yaml.SafeLoader):
    """YAML in which "yes" and "10:30" are words, a date is as it was written, and each key stands once."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own way

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        made: dict[Any, Any] = super().construct_mapping(node, deep=True)
        if len(made) < len(node.value):
            raise Unreadable("a key stands twice")
        return made


_NULL = "tag:yaml.org,2002:null"
_PLAIN = {
    "null": (r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    "bool": (r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    "int": (r"[-+]?(?:0|[1-9][0-9]*)", list("-+0123456789")),
    "float": (r"[-+]?[0-9]+\.[0-9]+", list("-+0123456789")),
}
for _name, (_pattern, _first) in _PLAIN.items():
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", re.compile(rf"^(?:{_pattern})$"), _first)
