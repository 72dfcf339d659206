"""Playing one conversation: what was wanted and did not hold is a failure of it, and so is whatever goes wrong."""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Any

import yaml

from tests.transcripts import facts, in_class_card
from tests.transcripts.comparing import holds
from tests.transcripts.loading import Broken, Case, Step
from tests.transcripts.scenes import Stage, staged
from tests.transcripts.steps import Acting
from tests.transcripts.vocabulary import CHECKS

LONGEST = 120.0
"""Real seconds for a conversation: it takes one or two."""
AGAIN_AFTER = 5.0
"""What hangs on while it is cleared away is interrupted again after so many."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a conversation went; `why` is "" where all held."""

    name: str
    why: str = ""

    def __str__(self) -> str:
        return f"FAIL {self.name}: {self.why}" if self.why else f"ok {self.name}"


class Hangs(BaseException):
    """It took too long: raised into whatever runs, even where that waits for nothing."""


class Unmet(Exception):
    """Something that was wanted does not hold."""


def play(case: Case | Broken, *, longest: float = LONGEST) -> Outcome:
    """Play it to its end, or to the first step that fails."""
    if isinstance(case, Broken):
        return Outcome(case.name, case.why)
    played = _Played(case)
    try:
        with _bounded(longest):
            asyncio.run(played.play())
    except Hangs:
        return Outcome(case.name, f"{played.where}: it hangs: {longest:g} s are over")
    except Unmet as unmet:
        return Outcome(case.name, f"{played.where}: {unmet}")
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - a failure of the case, never of the run
        return Outcome(case.name, f"{played.where}: {_line(error)}")
    return Outcome(case.name)


def _line(error: BaseException) -> str:
    """An error on one line."""
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


@contextmanager
def _bounded(seconds: float) -> Iterator[None]:
    """Interrupt what runs when the time is over: code that never waits can not be reached otherwise."""

    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        raise Hangs

    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN_AFTER)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


class _Played:
    """One conversation while it is played; `where` says how far it has come."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self.where = "scene"

    async def play(self) -> None:
        async with staged(self._case) as stage:
            acting = Acting(stage)
            try:
                for step in self._case.steps:
                    self.where = f"step {step.number}"
                    await self._step(stage, acting, step)
            finally:
                acting.close()
                stage.watch.close()
            self.where = "at the end"

    async def _step(self, stage: Stage, acting: Acting, step: Step) -> None:
        await stage.next_moment()
        for key, value in step.does.items():
            if key in CHECKS:
                await _CHECKED[key](stage, value)
            else:
                await acting.play(key, value)


# --- what must hold ---


async def _facts(stage: Stage, wanted: Mapping[str, Mapping[str, Any]]) -> None:
    unmet = []
    for name, paths in wanted.items():
        person = stage.people[name]
        held = await stage.school.accord.runner.read(
            stage.actor(person), facts.read, list(paths), stage.heard.get(person.id)
        )
        for path, value in paths.items():
            if not holds(value, held[path]):
                unmet.append(f"wanted {name} {path}: {_shown(value)} got {_shown(held[path])}")
    if unmet:
        raise Unmet("; ".join(unmet))


async def _is_told(stage: Stage, name: str, kind: str) -> bool:
    """By a message of its own, or in the one about all check-ins of a class."""
    person = stage.people[name]
    if stage.watch.told(person, kind):
        return True
    if not stage.watch.showed(person, in_class_card.CARD):
        return False
    told: bool = await stage.school.accord.runner.read(stage.actor(person), in_class_card.tells, kind, stage.began)
    return told


async def _told(stage: Stage, wanted: Mapping[str, Any]) -> None:
    for name, kind in _each(wanted):
        if not await _is_told(stage, name, kind):
            raise Unmet(f"wanted {name} told {kind} got {_last(stage, name)}")


async def _not_told(stage: Stage, wanted: Mapping[str, Any]) -> None:
    for name, kind in _each(wanted):
        if await _is_told(stage, name, kind):
            raise Unmet(f"wanted {name} not told {kind} got it")


async def _sees(stage: Stage, wanted: Mapping[str, Any]) -> None:
    for name, words in _each(wanted):
        if not stage.watch.saw(stage.people[name], words):
            raise Unmet(f"wanted {name} sees {_shown(words)} got {_last(stage, name)}")


async def _never_sees(stage: Stage, wanted: Mapping[str, Any]) -> None:
    for name, words in _each(wanted):
        if stage.watch.could_see(stage.people[name], words):
            raise Unmet(f"wanted {name} never sees {_shown(words)} got it")


async def _shows_not(stage: Stage, wanted: Mapping[str, Any]) -> None:
    for name, words in _each(wanted):
        if stage.watch.shows(stage.people[name], words):
            raise Unmet(f"wanted {name} shown no {_shown(words)} got it")


async def _quiet(stage: Stage, wanted: Mapping[str, int]) -> None:
    for name, most in wanted.items():
        came = stage.watch.messages(stage.people[name])
        if came > most:
            raise Unmet(f"wanted {name} at most {most} messages got {came}: {_last(stage, name)}")


def _each(wanted: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, several in wanted.items():
        for one in several if isinstance(several, list) else [several]:
            yield name, str(one)


def _last(stage: Stage, name: str) -> str:
    return _shown(stage.watch.last(stage.people[name])) or "nothing"


def _shown(value: Any) -> str:
    """On one line, as it would stand in a file."""
    plain = facts.plain(value)
    written: str = yaml.safe_dump(plain, default_flow_style=True, width=100_000, allow_unicode=True)
    return " ".join(written.removesuffix("...\n").split())


_CHECKED: Mapping[str, Callable[[Stage, Any], Awaitable[None]]] = {
    "facts": _facts,
    "told": _told,
    "not_told": _not_told,
    "sees": _sees,
    "never_sees": _never_sees,
    "shows_not": _shows_not,
    "quiet": _quiet,
}
