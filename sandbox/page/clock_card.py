"""The workspace's time, and the ways to move it."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from sandbox.page.desk import local
from sandbox.page.jumps import Jump
from sandbox.page.tags import Tag, button

if TYPE_CHECKING:
    from sandbox.page.tab import Tab

STEPS = (("+1 hour", timedelta(hours=1)), ("+1 day", timedelta(days=1)))


class ClockCard:
    """The clock shows the time of the person whom one is."""

    def __init__(self, tab: Tab) -> None:
        self._tab = tab
        self._jumps: list[tuple[Jump, Tag]] = []
        with Tag("section", "clock", aria_label="The workspace's clock"):
            self._time = Tag("time", "time")
            self._day = Tag("span", "aside")
            with Tag("div", "steps"):
                for label, step in STEPS:
                    button("btn small", label, partial(self._advance, step))
                for jump in tab.desk.jumps:
                    self._jumps.append((jump, button("btn small", jump.label, partial(self._jump, jump))))

    def refresh(self) -> None:
        """Show the time."""
        person = self._tab.person
        now = local(self._tab.ws.clock.now(), person)
        self._time.says(now.strftime("%H:%M"))
        self._day.says(f"{now:%a} {now.day} {now:%b %Y} · {person.user.tz.rpartition('/')[2].replace('_', ' ')}")
        for jump, shown in self._jumps:
            when = jump.when()
            shown.set("disabled", when is None)
            shown.set("title", f"{local(when, person):%a %d %b, %H:%M}" if when else jump.otherwise)

    def _advance(self, step: timedelta) -> None:
        self._tab.ws.clock.advance(step)

    def _jump(self, jump: Jump) -> None:
        when = jump.when()
        if when is not None and when > self._tab.ws.clock.now():
            self._tab.ws.clock.move_to(when)
