"""The proxies as the guide has them, started in front of processes of this machine."""

import asyncio
import re
import shutil
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

GUIDE = Path(__file__).parents[3] / "docs" / "deploy.md"
STARTS_WITHIN = 20.0
NGINX = """
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 512; }}
http {{
    access_log off;
    {temporary}
    {recipe}
}}
"""


def recipe(beginning: str) -> str:
    """The one block of the guide that begins so."""
    blocks = re.findall(r"^```\w*\n(.*?)^```$", GUIDE.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    found = [block for block in blocks if block.startswith(beginning)]
    (block,) = found
    return str(block)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def nginx(folder: Path, port: int, replicas: tuple[int, int]) -> list[str]:
    """Its configuration, without TLS, in a folder of its own; and the command that starts it."""
    block = re.sub(r"ssl_certificate.*;\n", "", recipe("limit_req_zone"))

    block = _changed(block, "listen 443 ssl;", f"listen 127.0.0.1:{port};")
    places = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "\n    ".join(f"{place}_temp_path {folder}/{place};" for place in places)
    config = folder / "nginx.conf"
    config.write_text(NGINX.format(folder=folder, temporary=temporary, recipe=_to(block, replicas)), "utf-8")
    return ["nginx", "-e", f"{folder}/error.log", "-p", str(folder), "-c", str(config)]


def caddy(folder: Path, port: int, replicas: tuple[int, int]) -> list[str]:
    """The same. Nobody steers it while it runs, and it asks ten times as often, so that the test takes less time."""
    block = _changed(recipe("{\n"), "{\n", "{\n\tadmin off\n\tauto_https off\n")
    block = _changed(block, "accord.example.org {", f"http://127.0.0.1:{port} {{")
    block = _changed(block, "health_interval 1s", "health_interval 100ms")
    config = folder / "Caddyfile"
    config.write_text(_to(block, replicas), "utf-8")
    return ["caddy", "run", "--adapter", "caddyfile", "--config", str(config)]


PROXIES = {"nginx": nginx, "caddy": caddy}


def there(name: str) -> bool:
    return shutil.which(name) is not None


@asynccontextmanager
async def proxy(name: str, folder: Path, replicas: tuple[int, int]) -> AsyncIterator[str]:
    """Its address, while the block runs. AssertionError with what it said where it does not start."""
    port = free_port()
    command = PROXIES[name](folder, port, replicas)
    said = (folder / "said").open("wb")
    running = await asyncio.create_subprocess_exec(
        *command, cwd=folder, env={"PATH": _path(command[0]), "HOME": str(folder)}, stdout=said, stderr=said
    )
    try:
        await _listens(running, port, folder / "said")
        yield f"http://127.0.0.1:{port}"
    finally:
        said.close()
        if running.returncode is None:
            running.kill()
        await running.wait()


async def _listens(running: asyncio.subprocess.Process, port: int, said: Path) -> None:
    async with asyncio.timeout(STARTS_WITHIN):
        while running.returncode is None:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.02)
            else:
                writer.close()
                return
    raise AssertionError(said.read_text("utf-8"))


def _path(program: str) -> str:
    return str(Path(shutil.which(program) or program).parent)


def _to(block: str, replicas: tuple[int, int]) -> str:
    for standing, port in zip(("127.0.0.1:8081", "127.0.0.1:8082"), replicas, strict=True):
        block = _changed(block, standing, f"127.0.0.1:{port}")
    return block


def _changed(block: str, old: str, new: str) -> str:
    assert old in block, old
    return block.replace(old, new, 1)
