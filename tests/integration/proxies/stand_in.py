"""A proxy with the rules of the guide's nginx, for machines that have none.

Each request begins with another process, and goes to the next one where one refuses, closes before it answers, or says
503; none is ever left alone.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import cycle

import aiohttp
from aiohttp import web

PASSED = ("content-type", "x-slack-request-timestamp", "x-slack-signature")


@asynccontextmanager
async def stand_in(replicas: tuple[int, int]) -> AsyncIterator[str]:
    """Its address, while the block runs."""
    turns = cycle((replicas, replicas[::-1]))
    async with aiohttp.ClientSession() as session:

        async def pass_on(request: web.Request) -> web.Response:
            body = await request.read()
            headers = {name: request.headers[name] for name in PASSED}
            for port in next(turns):
                try:
                    async with session.post(
                        f"http://127.0.0.1:{port}{request.path}", data=body, headers=headers
                    ) as got:
                        if got.status != 503:
                            return web.Response(status=got.status, body=await got.read())
                except aiohttp.ClientConnectionError:
                    continue
            return web.Response(status=502)

        app = web.Application()
        app.router.add_post("/{path:.*}", pass_on)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        try:
            yield f"http://127.0.0.1:{runner.addresses[0][1]}"
        finally:
            await runner.cleanup()
