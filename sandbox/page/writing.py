"""Completion of what somebody types: commands, their words, people. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sandbox.manifest import AppConfig
from sandbox.state import State

SEND = "(e) => sendOnEnter(e, emit)"
MOST = 8

_NAME_AT_END = re.compile(r"(?:^|\s)@([\w.-]*)$")


@dataclass(frozen=True)
class Suggestion:
    """What the whole line becomes when one takes it, and how it is shown."""

    line: str
    label: str
    note: str = ""


def suggestions(app: AppConfig, state: State, line: str) -> list[Suggestion]:
    """Return what could stand in the composer instead of `line`."""
    name = _NAME_AT_END.search(line)
    if name:
        return _people(state, line[: name.start(1)], name.group(1))[:MOST]
    if line.startswith("/"):
        return _commands(app, line)[:MOST]
    return []


def _people(state: State, before: str, typed: str) -> list[Suggestion]:
    typed = typed.lower()
    return [
        Suggestion(f"{before}{user.name} ", f"@{user.name}", user.real_name)
        for user in state.users.values()
        if not user.deleted and (user.name.lower().startswith(typed) or typed in user.real_name.lower())
    ]


def _commands(app: AppConfig, line: str) -> list[Suggestion]:
    found = []
    for command in app.command_help:
        if command.name.startswith(line):
            found.append(Suggestion(f"{command.name} ", command.name, command.description))
        if line == command.name or (command.name.startswith(line) and len(app.command_help) == 1):
            line_of_command = f"{command.name} "
        elif line.startswith(f"{command.name} "):
            line_of_command = line
        else:
            continue
        found += _words(command.name, command.usage, line_of_command)
    return found


def _words(name: str, usage: str, line: str) -> list[Suggestion]:
    """A usage hint such as `start | feedback @student` offers each of its words."""
    typed = line.removeprefix(f"{name} ")
    found = []
    for choice in usage.split("|"):
        word, _, rest = choice.strip().partition(" ")
        if word and word != typed and word.startswith(typed):
            completed = f"{name} {word}" + (" @" if rest.startswith("@") else "")
            found.append(Suggestion(completed, f"{name} {choice.strip()}"))
    return found
