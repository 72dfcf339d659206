"""What always holds: a function for each, which yields what speaks against it. Independent of the code under test."""

from collections import Counter
from collections.abc import Callable, Iterator

from simulation.evidence import Evidence

Property = Callable[[Evidence], Iterator[str]]

BOTH = {"student", "teacher"}
AGREED = ("active", "renegotiating", "reassessing", "completed")


def active_means_both_signed(e: Evidence) -> Iterator[str]:
    """A contract is active only while both signatures stand on its current version, on these very terms."""
    hashes = {(v["contract"], v["number"]): v["content_hash"] for v in e.rows("contract_version")}
    signed: dict[tuple[int, int], set[str]] = {}
    for s in e.rows("signature"):
        key = (s["contract"], s["number"])
        if s["content_hash"] == hashes.get(key):
            signed.setdefault(key, set()).add(s["side"])
        else:
            yield f"signature {s['id']} is for other terms than version {key} has"
    for c in e.rows("contract"):
        if c["status"] in AGREED and signed.get((c["id"], c["agreed"])) != BOTH:
            yield f"contract {c['id']} is {c['status']}, signed by {signed.get((c['id'], c['agreed']))}"
        if c["status"] == "active" and c["current"] != c["agreed"]:
            yield f"contract {c['id']} is active with version {c['current']} on the table and {c['agreed']} agreed"


def each_message_appears_once(e: Evidence) -> Iterator[str]:
    """What is queued once is seen once, however often it was tried."""
    for delivery, times in Counter(s.delivery for s in e.shown).items():
        if times > 1:
            kind = next(s.kind for s in e.shown if s.delivery == delivery)
            yield f"{kind} {delivery} was posted {times} times"


def nothing_breaks(e: Evidence) -> Iterator[str]:
    """Trouble is no error: whatever Slack and the network do, the program knows what to do about it."""
    yield from e.errors


EVERY_STEP: tuple[Property, ...] = (active_means_both_signed, each_message_appears_once, nothing_breaks)
IN_THE_END: tuple[Property, ...] = ()
