"""A file of a student's, as Slack tells of it and gives it out.

https://docs.slack.dev/messaging/working-with-files. A file is scanned before it can be had, so a young one may not be
there yet; a page to log in comes with 200 where a file may not be read; a stub of a file says why it is only a stub.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.evidence import Unfit, Why
from bot.evidence.checking import HEAD

PIECE = 64 * 1024
PATIENCE = aiohttp.ClientTimeout(total=60, sock_read=20)
SLACK_HOSTS = (".slack.com", ".slack-edge.com", ".slack-files.com")


class NotYet(Exception):
    """It may be there in a moment."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


STUBS = {"tombstone": Why.GONE, "hidden_by_limit": Why.HIDDEN, "external": Why.ELSEWHERE}
REFUSALS = {
    "file_deleted": Why.GONE,
    "access_denied": Why.ELSEWHERE,
    "not_visible": Why.ELSEWHERE,
    "missing_scope": Why.NOT_ALLOWED,
    "not_allowed_token_type": Why.NOT_ALLOWED,
}
"""Of files.info, for good. Any other is taken for one that passes."""


@dataclass(frozen=True, slots=True)
class FileTold:
    """What Slack says of a file that can be had."""

    name: str
    size: int
    address: str


def told_of(file: Mapping[str, Any]) -> FileTold:
    """Unfit for a stub, NotYet where it has no address so far."""
    why = STUBS.get(str(file.get("mode")))
    if why is None and file.get("is_external"):
        why = Why.ELSEWHERE
    if why is None and file.get("file_access") not in (None, "visible"):
        why = Why.ELSEWHERE
    if why is not None:
        raise Unfit(why)
    address, size = file.get("url_private_download") or file.get("url_private"), file.get("size")
    if not isinstance(address, str) or not address:
        raise NotYet(Why.NOT_SENT)
    return FileTold(str(file.get("name") or ""), size if isinstance(size, int) else 0, address)


async def download(client: AsyncWebClient, told: FileTold, into: Path, most: int) -> bytes:
    """Write it into a file; its first bytes. Unfit where it is too large, NotYet where it did not come whole."""
    session = client.session
    if session is None or not _is_slacks(told.address, client.base_url):
        raise Unfit(Why.NOT_SENT)  # the token is for Slack alone
    headers = {"Authorization": f"Bearer {client.token}"}
    try:
        async with session.get(told.address, headers=headers, timeout=PATIENCE, allow_redirects=False) as answer:
            if answer.status != 200:
                raise NotYet(Why.NOT_SENT)
            head, size = await _write(answer, into, most)
    except (aiohttp.ClientError, TimeoutError):
        raise NotYet(Why.NOT_SENT) from None
    if told.size and size != told.size:
        raise NotYet(Why.NOT_SENT)
    return head


async def _write(answer: aiohttp.ClientResponse, into: Path, most: int) -> tuple[bytes, int]:
    head, size = b"", 0
    with into.open("wb") as file:
        async for piece in answer.content.iter_chunked(PIECE):
            size += len(piece)
            if size > most:
                raise Unfit(Why.TOO_BIG)
            head += piece[: HEAD - len(head)]
            await asyncio.to_thread(file.write, piece)
    return head, size


def _is_slacks(address: str, api: str) -> bool:
    """Whether it leads to Slack over TLS; or to the very server that is called as Slack."""
    there, called = urlsplit(address), urlsplit(api)
    if (there.scheme, there.netloc) == (called.scheme, called.netloc):
        return True
    return there.scheme == "https" and (there.hostname or "").endswith(SLACK_HOSTS)
