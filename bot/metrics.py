"""What a school's monitoring reads: one registry of ours, in Prometheus's form.

No label names a workspace, a person, a channel or a contract. Labels with thousands of values cost the monitoring its
memory; and numbers about one student do not belong into a system that a school did not agree to. What is counted is
counted where it happens; what waits is read from the database when somebody asks for the numbers.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from threading import Thread
from wsgiref.simple_server import WSGIServer

import structlog
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
    start_http_server,
)
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.domain.outbox import Backlog
from bot.steady_clock import Clock

log = structlog.get_logger(__name__)

CONTENT_TYPE = CONTENT_TYPE_LATEST
HERE = "127.0.0.1"

DONE = "done"
REPEATED = "repeated"
REFUSED = "refused"
MALFORMED = "malformed"
FAILED = "failed"

ACKNOWLEDGEMENT_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0, 2.0, 3.0, 5.0)
"""Seconds. Slack gives 3; the load test holds 0.3."""

MODEL_BUCKETS = (0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 60.0, 120.0, 240.0)

disable_created_metrics()  # type: ignore[no-untyped-call]
REGISTRY = CollectorRegistry()
ProcessCollector(namespace="accord", registry=REGISTRY)

EVENTS = Counter(
    "accord_events", "What came from Slack, by kind and by how it ended.", ("kind", "outcome"), registry=REGISTRY
)
ACKNOWLEDGEMENTS = Histogram(
    "accord_acknowledgement_seconds",
    "From the listener's first line to its acknowledgement, with the commit. Slack waits 3 s.",
    ("kind",),
    buckets=ACKNOWLEDGEMENT_BUCKETS,
    registry=REGISTRY,
)
LAST_EVENT = Gauge(
    "accord_last_event_timestamp_seconds", "When Slack last brought something; 0: not yet.", registry=REGISTRY
)
SENDS = Counter(
    "accord_sends", "Attempts to send, by verb and by how they ended.", ("verb", "outcome"), registry=REGISTRY
)
RATE_LIMITED = Counter("accord_rate_limited", "Answers 429 to attempts to send.", ("verb",), registry=REGISTRY)
ERRANDS = Counter(
    "accord_errands", "Attempts at errands, by kind and by how they ended.", ("kind", "outcome"), registry=REGISTRY
)
MODEL_CALLS = Histogram(
    "accord_llm_call_seconds",
    "Calls to the language model, by how they ended; the count is in _count.",
    ("outcome",),
    buckets=MODEL_BUCKETS,
    registry=REGISTRY,
)
LOCKED_OUT = Gauge(
    "accord_schools_locked_out",
    "Schools whose token no key in ACCORD_KEYS opens, as this process knows them.",
    registry=REGISTRY,
)
CLOCK_LEAPS = Counter(
    "accord_clock_leaps", "How often this computer's clock leapt, forward or back.", ("direction",), registry=REGISTRY
)
for direction in ("forward", "back"):
    CLOCK_LEAPS.labels(direction)
CLOCK_AHEAD = Gauge(
    "accord_clock_ahead_seconds",
    "By how much this computer's clock is ahead of the time that Accord goes by; 0 while it is believed.",
    registry=REGISTRY,
)
BUILD = Gauge("accord_build_info", "1, with the version in its label.", ("version",), registry=REGISTRY)
BUILD.labels(version("accord")).set(1)


@dataclass(slots=True)
class Handling:
    """One thing that came in; its handler says the outcome."""

    kind: str
    outcome: str = DONE


@contextmanager
def handling(kind: str) -> Iterator[Handling]:
    """Count what came in, time its acknowledgement. Who leaves by an exception has failed, and acknowledged nothing."""
    began = time.perf_counter()
    LAST_EVENT.set_to_current_time()
    it = Handling(kind)
    try:
        yield it
    except BaseException:
        EVENTS.labels(it.kind, FAILED).inc()
        raise
    EVENTS.labels(it.kind, it.outcome).inc()
    ACKNOWLEDGEMENTS.labels(it.kind).observe(time.perf_counter() - began)


def sent(verb: str, outcome: str, *, limited: bool = False) -> None:
    """Count an attempt to send. `limited` where Slack answered 429."""
    SENDS.labels(verb, outcome).inc()
    if limited:
        RATE_LIMITED.labels(verb).inc()


class _Waiting(Collector):
    """What is read when somebody asks: from the database of the program that was put together last."""

    def __init__(self) -> None:
        self.read: Callable[[], Backlog] | None = None
        self.clock: Clock | None = None

    def describe(self) -> Iterable[Metric]:
        return ()

    def collect(self) -> Iterable[Metric]:
        if self.read is None or self.clock is None:
            return
        try:
            backlog, now = self.read(), self.clock.now()
        except Exception:  # the other numbers are wanted most when the database is away
            log.exception("backlog not read", action="metrics.backlog_unread")
            yield _gauge("accord_database_up", "1 where the database answers.", 0)
            return
        yield _gauge("accord_database_up", "1 where the database answers.", 1)
        yield _gauge("accord_outbox_waiting", "Messages that wait.", backlog.outbox_waiting)
        lag = backlog.outbox_lag(now).total_seconds()
        yield _gauge("accord_outbox_lag_seconds", "How long the oldest message waits that may leave by now.", lag)
        due = backlog.due_lag(now).total_seconds()
        yield _gauge("accord_check_in_due_lag_seconds", "How long the oldest check-in is due.", due)
        dead = GaugeMetricFamily("accord_dead_letters", "What has failed for good.", labels=("of",))
        dead.add_metric(("message",), backlog.dead_messages)
        dead.add_metric(("errand",), backlog.dead_errands)
        yield dead


_waiting = _Waiting()
REGISTRY.register(_waiting)


def watch(read: Callable[[], Backlog], clock: Clock) -> Callable[[], None]:
    """Offer what waits too; `read` is called from any thread. Returns what ends it."""
    _waiting.read, _waiting.clock = read, clock

    def unwatch() -> None:
        if _waiting.read is read:
            _waiting.read = _waiting.clock = None

    return unwatch


def exposition() -> bytes:
    """All numbers, as text of type CONTENT_TYPE. It reads the database: call it in a thread."""
    return generate_latest(REGISTRY)


def offer(port: int) -> Callable[[], None]:
    """Serve them on this machine alone; returns what ends it. OSError where the port is taken."""
    server, thread = start_http_server(port, HERE, REGISTRY)
    return lambda: _close(server, thread)


def _close(server: WSGIServer, thread: Thread) -> None:
    server.shutdown()
    server.server_close()
    thread.join()


def _gauge(name: str, help_: str, value: float) -> Metric:
    return GaugeMetricFamily(name, help_, value=value)
