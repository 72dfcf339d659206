"""The page's addresses: one to look, and one for each thing a person can do."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from aiohttp import web

from sandbox.page.render import page
from sandbox.seeing import Message, View

if TYPE_CHECKING:
    from sandbox.people import Person
    from sandbox.workspace import LocalWorkspace

SETTLE = 0.4
"""Seconds the page waits for the app's answer to show before it is drawn again."""


def add_page(app: web.Application, ws: LocalWorkspace) -> None:
    """Serve the page at `/`."""
    desk = Desk(ws)
    app.add_routes([web.get("/", desk.look), web.post("/do/{what}", desk.do)])


class Desk:
    """Where a person sits and plays everybody in turn."""

    def __init__(self, ws: LocalWorkspace) -> None:
        self._ws = ws

    async def look(self, request: web.Request) -> web.Response:
        """Draw the page."""
        person = self._person(request.query.get("as", ""))
        at = request.query.get("at", "dm")
        at = at if at in ("dm", "home") or at in self._ws.channels else "dm"
        if at == "home" and person is not None and person.home is None and not request.query.get("notice"):
            notice = await self._try(person.opens_home())
            await self._ws.changes.until(lambda: person.home is not None, SETTLE)
        else:
            notice = request.query.get("notice", "")
        return web.Response(text=page(self._ws, person, at, notice), content_type="text/html")

    def _person(self, person_id: str) -> Person | None:
        first = next(iter(self._ws.people.values()), None)
        return self._ws.people.get(person_id, first)

    async def do(self, request: web.Request) -> web.Response:
        """Do one thing, and show the page again."""
        form = await request.post()
        person = self._person(str(form.get("as", "")))
        at = str(form.get("at", "dm"))
        seen = len(self._ws.calls)
        notice = ""
        if request.match_info["what"] == "clock":
            self._ws.clock.advance(timedelta(hours=int(str(form["hours"]))))
        elif person is not None:
            notice = await self._try(self._act(request.match_info["what"], person, at, form))
        await self._ws.changes.until(lambda: len(self._ws.calls) > seen and self._ws.server.running == 0, SETTLE)
        query = urlencode({"as": person.id if person else "", "at": at, "notice": notice})
        return web.Response(status=303, headers={"Location": f"/?{query}"})

    async def _try(self, act: Any) -> str:
        """Return what went wrong, in a line, or nothing."""
        try:
            await act
        except AssertionError as problem:
            return str(problem)
        return ""

    async def _act(self, what: str, person: Person, at: str, form: Any) -> None:
        if what == "say":
            await self._say(person, at, form)
        elif what == "home":
            await person.opens_home()
        elif what == "act":
            await self._use(person, form)

    async def _say(self, person: Person, at: str, form: Any) -> None:
        words = str(form.get("words", "")).strip()
        channel = self._ws.channels.get(at)
        upload = form.get("file")
        files = [(upload.filename, upload.file.read())] if isinstance(upload, web.FileField) else []
        if words.startswith("/"):
            await person.types(words, in_=channel)
        elif words or files:
            await person.says(words, in_=channel, files=files)

    async def _use(self, person: Person, form: Any) -> None:
        on = self._shown(person, form)
        modal = isinstance(on, View) and on.kind == "modal"
        if modal and "close" not in form:
            await person.fills(_filled(person, form))
        if "close" in form:
            await person.closes()
        elif "press" in form:
            block, _, action = str(form["press"]).partition("|")
            await person.presses(action, on=on, block=block)
        elif "select" in form:
            block, _, action = str(form["select"]).partition("|")
            await person.selects(action, _value(form, str(form["select"])), on=on, block=block)
        elif modal:
            await person.submits()

    def _shown(self, person: Person, form: Any) -> Message | View:
        core = self._ws.core
        if form.get("view"):
            return View.of(core, core.state.views[str(form["view"])])
        place = core.state.conversations[str(form["channel"])]
        return Message.of(core, place.by_ts[str(form["ts"])])


def _value(form: Any, name: str) -> Any:
    values = [value for value in form.getall(name, []) if value != ""]
    return values if len(values) > 1 else (values[0] if values else None)


def _filled(person: Person, form: Any) -> dict[str, Any]:
    """Return what stands in the modal's input blocks."""
    view = person.modal
    filled: dict[str, Any] = {}
    for block in view.blocks if view else ():
        if block["type"] != "input":
            continue
        values = form.getall(f"{block['block_id']}|{block['element']['action_id']}", [])
        files = [(value.filename, value.file.read()) for value in values if isinstance(value, web.FileField)]
        texts = [value for value in values if isinstance(value, str) and value != ""]
        single = texts[0] if len(texts) == 1 else (texts or None)
        filled[block["block_id"]] = files or single
    return filled
