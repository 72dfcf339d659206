"""A part of a measurement in a process of its own, so that its work does not count as somebody else's.

The two talk over pipes: a line of JSON asks, a line of JSON answers.
"""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import Any

Answer = Callable[..., Awaitable[Any]]

LOGGED = 4_000
"""Bytes that are shown of the log of a child that ended too soon."""


class Child:
    """A child process, asked by name; use it as a context manager."""

    def __init__(self, module: str, *args: str) -> None:
        command = [sys.executable, "-m", module, *args]
        self._said = tempfile.TemporaryFile()  # noqa: SIM115  (closed with the child)
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._said, text=True
        )

    def ask(self, what: str, **args: Any) -> Any:
        """Ask and wait for the answer. RuntimeError where the child could not give one, with what it logged last."""
        self.begin(what, **args)
        return self.finish()

    def begin(self, what: str, **args: Any) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"what": what, "args": args}) + "\n")
        self._process.stdin.flush()

    def finish(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self._process.args!r} ended with {self._process.wait()}:\n{self._logged_last()}")
        return json.loads(line)

    def _logged_last(self) -> str:
        """What it logs is no measurement, and of use where it ends too soon."""
        self._said.seek(0)
        return self._said.read()[-LOGGED:].decode(errors="replace")

    def __enter__(self) -> "Child":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:
            self._process.kill()
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()
        self._said.close()


@contextmanager
def _own_output() -> Iterator[int]:
    """Standard output for the answers alone: what else is printed goes to standard error."""
    answers = os.dup(1)
    os.dup2(2, 1)
    try:
        yield answers
    finally:
        os.close(answers)


async def serve(table: Mapping[str, Answer]) -> None:
    """In the child: answer until the parent closes the pipe."""
    loop = asyncio.get_running_loop()
    asked = asyncio.StreamReader(limit=2**26)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(asked), os.fdopen(os.dup(0), "rb"))
    with _own_output() as answers:
        while line := await asked.readline():
            request = json.loads(line)
            answer = json.dumps(await table[request["what"]](**request["args"])) + "\n"
            written = answer.encode()
            while written:
                written = written[os.write(answers, written) :]
