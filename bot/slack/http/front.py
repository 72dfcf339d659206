"""The ASGI application: what comes from anywhere is refused here, and what is Slack's goes on to Bolt."""

from collections.abc import Awaitable, Callable, Mapping

import structlog

from bot.slack.http.messages import HungUp, Receive, Request, Response, Scope, Send, TooLarge, TooSlow, request_of

log = structlog.get_logger(__name__)

Handler = Callable[[Request], Awaitable[Response]]
Routes = Mapping[str, Mapping[str, Handler]]
"""By path, then by method. Who answers GET answers HEAD."""

CLOSE = (("connection", "close"),)
"""What was not read to its end can not be followed by another request."""


class Front:
    """Finds who answers, and never lets a failure out: it is logged, without anything of the request's body."""

    def __init__(self, routes: Routes) -> None:
        self._routes = routes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        request = request_of(scope, receive)
        try:
            response = await self._answer(request)
        except TooLarge:
            response = Response(413, headers=CLOSE)
        except TooSlow:
            response = Response(408, headers=CLOSE)
        except HungUp:
            return
        except Exception:
            log.exception("request failed", action="http-failed", path=request.path)
            response = Response(500)
        await response.send(send, with_body=request.method != "HEAD")

    async def _answer(self, request: Request) -> Response:
        methods = self._routes.get(request.path)
        if methods is None:
            return Response(404)
        handler = methods.get("GET" if request.method == "HEAD" else request.method)
        if handler is None:
            return Response(405, headers=[("allow", ", ".join(sorted(methods))), *CLOSE])
        return await handler(request)
