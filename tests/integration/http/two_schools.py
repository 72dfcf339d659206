"""Two local workspaces behind one address, as all workspaces are behind Slack's: a call goes to whose token it has."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import aiohttp
from aiohttp import web

from sandbox.workspace import LocalWorkspace


@asynccontextmanager
async def one_slack(*schools: LocalWorkspace) -> AsyncIterator[str]:
    """The address of both APIs, while the block runs."""
    async with aiohttp.ClientSession() as session:
        app = web.Application(client_max_size=10_000_000)
        app.router.add_route("*", "/api/{method}", _Switch(schools, session).pass_on)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        try:
            yield f"http://127.0.0.1:{runner.addresses[0][1]}/api/"
        finally:
            await runner.cleanup()


class _Switch:
    def __init__(self, schools: Sequence[LocalWorkspace], session: aiohttp.ClientSession) -> None:
        self._schools = schools
        self._session = session

    async def pass_on(self, request: web.Request) -> web.Response:
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        whose = next((s for s in self._schools if token in s.core.state.tokens), self._schools[0])
        kept = {name: request.headers[name] for name in ("Authorization", "Content-Type") if name in request.headers}
        url = f"{whose.api_url}{request.match_info['method']}"
        async with self._session.request(
            request.method, url, params=request.query, data=await request.read(), headers=kept
        ) as answer:
            return web.Response(status=answer.status, body=await answer.read(), content_type=answer.content_type)
