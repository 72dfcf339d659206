"""The page on which a person is everybody in the workspace, in turn.

It is an edge: it shows the core's state and acts through `Person`. It stands on NiceGUI, which takes a second to
import; so nothing here is imported before somebody asks for the page.
"""

from __future__ import annotations

import importlib
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from sandbox.page.jumps import Jump

if TYPE_CHECKING:
    from sandbox.workspace import LocalWorkspace

__all__ = ["Jump", "prepare", "serving"]


def prepare() -> None:
    """Import what the page stands on: a second that is better spent before the workspace runs."""
    importlib.import_module("sandbox.page.site")


@asynccontextmanager
async def serving(ws: LocalWorkspace, port: int = 0, *, jumps: Sequence[Jump] = ()) -> AsyncIterator[str]:
    """Serve the page of a workspace on loopback while the block runs; gives its address.

    `jumps` are moments that the clock can be moved to with one press. Raises PortBusy when `port` is taken.
    """
    from sandbox.page.site import Page

    page = Page(ws, jumps)
    address = await page.start(port)
    try:
        yield address
    finally:
        await page.stop()
