"""Serving the page: when it is asked for, where there is room, again and again."""

import subprocess
import sys

import aiohttp
import pytest

from sandbox import page
from sandbox.workspace import LocalWorkspace, PortBusy


def test_nothing_of_the_page_is_imported_before_it_is_asked_for() -> None:
    script = "import sys, sandbox.page, sandbox.workspace; sys.exit('nicegui' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


async def test_it_is_served_for_as_long_as_it_is_asked_for() -> None:
    for _ in range(2):
        async with LocalWorkspace.running() as ws, aiohttp.ClientSession() as browser:
            ws.add_person("ana", "Ana")
            async with page.serving(ws) as address, page.serving(ws) as another:
                assert address != another
                for served in (address, another):
                    async with browser.get(served) as response:
                        assert response.status == 200
            with pytest.raises(aiohttp.ClientConnectorError):
                await browser.get(address)


async def test_a_busy_port_is_said_in_one_line_with_the_way_out() -> None:
    async with LocalWorkspace.running() as ws, page.serving(ws) as address:
        port = int(address.rstrip("/").rpartition(":")[2])
        with pytest.raises(PortBusy) as caught:
            async with page.serving(ws, port):
                raise AssertionError("served on a port that is taken")
        assert str(port) in str(caught.value)
        assert "\n" not in str(caught.value)


async def test_files_are_taken_in_and_given_out_to_those_who_look_at_the_page_only() -> None:
    async with LocalWorkspace.running() as ws, page.serving(ws) as address, aiohttp.ClientSession(address) as browser:
        ana = ws.add_person("ana", "Ana")
        form = {"key": "guessed", "who": ana.id, "file": b"x"}
        async with browser.post("/hand-in", data=form) as refused:
            assert refused.status == 403
        async with browser.get("/files/F000") as missing:
            assert missing.status == 404
        assert ws.core.state.files == {}
