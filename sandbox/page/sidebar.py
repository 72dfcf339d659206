"""The clock, the people to be, and the places to look at."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from sandbox.page.clock_card import ClockCard
from sandbox.page.faces import face
from sandbox.page.tags import Tag, put_at

if TYPE_CHECKING:
    from sandbox.page.tab import Tab
    from sandbox.people import Person

FOLLOW = "(e) => { if (e.metaKey || e.ctrlKey || e.shiftKey || e.button) return; e.preventDefault(); emit() }"
"""A plain click stays in this window; with a modifier the link opens another one."""


class Sidebar:
    """Everything on the left."""

    def __init__(self, tab: Tab) -> None:
        self._tab = tab
        self._people: dict[str, _Line] = {}
        self._places: dict[str, _Line] = {}
        with Tag("aside", "sidebar", aria_label="People and places"):
            with Tag("div", "workspace"):
                Tag("b", "", tab.ws.core.state.team_name)
                theme = Tag("button", "icon theme", "◐", type="button", aria_label="Light or dark")
                theme.on("click", js_handler="() => nextTheme()")
            self._clock = ClockCard(tab)
            Tag("h2", "", "You are")
            self._people_box = Tag("nav", "lines", aria_label="People to be")
            Tag("h2", "", "You look at")
            self._places_box = Tag("nav", "lines", aria_label="Places")

    def refresh(self) -> None:
        """Show who is there, and what waits for whom."""
        self._clock.refresh()
        tab, desk = self._tab, self._tab.desk
        for person in tab.ws.people.values():
            if person.user.deleted:
                continue
            line = self._people.get(person.id) or self._person_line(person)
            line.show(tab.address(person), current=person is tab.person, unread=desk.unread_in_all(person))
        wanted = self._wanted_places()
        for gone in set(self._places) - set(wanted):
            self._places.pop(gone).root.delete()
        for index, (at, (label, unread)) in enumerate(wanted.items()):
            place_line = self._places.get(at) or self._place_line(at, label)
            put_at(self._places_box, place_line.root, index)
            current = at == tab.at or (at == "messages" and tab.at == "home")
            place_line.show(tab.address(at=at), current=current, unread=unread)

    def _wanted_places(self) -> dict[str, tuple[str, int]]:
        tab = self._tab
        wanted = {}
        for place in tab.desk.places_of(tab.person):
            at = place.name or "messages"
            label = f"# {place.name}" if place.name else tab.ws.core.app.name
            wanted[at] = (label, len(tab.desk.unread(tab.person, place)))
        return wanted

    def _person_line(self, person: Person) -> _Line:
        with self._people_box:
            line = _Line(person.user.real_name, person.user.title, partial(face, self._tab.ws.core.state, person.user))
        line.root.on("click", partial(self._be, person), js_handler=FOLLOW)
        self._people[person.id] = line
        return line

    def _place_line(self, at: str, label: str) -> _Line:
        with self._places_box:
            line = _Line(label, "")
        line.root.on("click", partial(self._go, at), js_handler=FOLLOW)
        self._places[at] = line
        return line

    async def _be(self, person: Person) -> None:
        await self._tab.goes(person)

    async def _go(self, at: str) -> None:
        await self._tab.goes(at=at)


class _Line:
    """A person or a place."""

    def __init__(self, name: str, small: str, draw_face: Callable[[], object] | None = None) -> None:
        with Tag("a", "line") as self.root:
            if draw_face is not None:
                draw_face()
            with Tag("span", "name"):
                Tag("span", "", name)
                if small:
                    Tag("span", "aside", small)
            self._badge = Tag("span", "badge")

    def show(self, address: str, *, current: bool, unread: int) -> None:
        self.root.set("href", address)
        self.root.set("aria_current", "true" if current else None)
        self.root.looks("unread", unread > 0)
        self._badge.says(str(unread) if unread else "")
        self._badge.set("aria_label", f"{unread} unread" if unread else None)
