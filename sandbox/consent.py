"""The page on which a person lets the app into the workspace. https://docs.slack.dev/authentication/installing-with-oauth"""

from __future__ import annotations

import html
from urllib.parse import urlencode

from aiohttp import web

from sandbox.core import Core
from sandbox.web_api.oauth import CLIENT_ID, new_code


class Consent:
    """Serves `/oauth/v2/authorize`."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def routes(self) -> list[web.RouteDef]:
        path = "/oauth/v2/authorize"
        return [web.get(path, self.ask), web.post(path, self.decide)]

    async def ask(self, request: web.Request) -> web.Response:
        """Show what the app wants, and two buttons."""
        query = request.query
        problem = self._problem(query.get("client_id"), query.get("scope"), query.get("redirect_uri"))
        if problem:
            return web.Response(status=400, text=problem)
        wanted = "".join(f"<li>{html.escape(scope)}</li>" for scope in query.get("scope", "").split(","))
        names = ("scope", "state", "redirect_uri", "client_id")
        fields = "".join(
            f'<input type="hidden" name="{name}" value="{html.escape(query.get(name, ""), quote=True)}">'
            for name in names
        )
        people = "".join(
            f'<option value="{user.id}">{html.escape(user.real_name)}</option>'
            for user in self._core.state.users.values()
            if not user.is_bot
        )
        name = html.escape(self._core.app.name)
        return web.Response(
            content_type="text/html",
            text=f"<!doctype html><title>{name}</title><h1>{name} asks for access</h1><ul>{wanted}</ul>"
            f'<form method="post">{fields}<label>You are <select name="user">{people}</select></label>'
            '<button name="allow" value="1">Allow</button><button>Cancel</button></form>',
        )

    async def decide(self, request: web.Request) -> web.Response:
        """Send the person back to the app, with a code or with `access_denied`."""
        form = {name: str(value) for name, value in (await request.post()).items()}
        problem = self._problem(form.get("client_id"), form.get("scope"), form.get("redirect_uri"))
        if problem:
            return web.Response(status=400, text=problem)
        answer = {"state": form.get("state", "")}
        if form.get("allow"):
            scopes = frozenset(form["scope"].split(","))
            answer["code"] = new_code(self._core, scopes, form.get("user", ""), form["redirect_uri"])
        else:
            answer["error"] = "access_denied"
        target = form["redirect_uri"]
        return web.Response(
            status=302, headers={"Location": f"{target}{'&' if '?' in target else '?'}{urlencode(answer)}"}
        )

    def _problem(self, client_id: str | None, scope: str | None, redirect_uri: str | None) -> str | None:
        allowed = self._core.app.redirect_urls
        if client_id != CLIENT_ID:
            return "invalid_client_id"
        if not scope or set(scope.split(",")) - self._core.app.scopes:
            return "invalid_scope"
        if not redirect_uri or (allowed and not redirect_uri.startswith(allowed)):
            return "bad_redirect_uri"
        return None
