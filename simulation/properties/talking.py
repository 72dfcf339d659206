"""A talk is between a student and one teacher."""

from collections.abc import Iterator

from simulation.evidence import Evidence, Row

BETWEEN_TWO = frozenset(
    {
        "talk-neither",
        "talk-offered",
        "talk-agreed",
        "talk-called-off",
        "talk-lapsed",
        "talk-over",
        "talk-outcome",
        "talk-date",
    }
)
"""All that is said of it once somebody has taken it."""


def a_talk_reaches_only_its_two(e: Evidence) -> Iterator[str]:
    """Nobody but its student and its teacher is told of times and outcomes; of one that is asked for, nobody but the
    student and those who teach the class."""
    start = e.remembered.get("talks", 0)
    e.remembered["talks"] = len(e.shown)
    new = [s for s in e.shown[start:] if s.row and s.kind.startswith("talk-")]
    talks = e.by_id("talk") if new else {}
    for s in new:
        talk, reader = talks[s.row["args"]["talk"]], s.row["reader"]
        if s.kind in BETWEEN_TWO and reader not in (talk["student"], talk["teacher"]):
            yield f"{s.kind} {s.delivery} is told to {reader}"
        if s.kind == "talk-asked" and reader != talk["student"] and not _ever_taught(e, talk, reader):
            yield f"{s.kind} {s.delivery} is told to {reader}, who does not teach there"


def _ever_taught(e: Evidence, talk: Row, user: str) -> bool:
    places = e.rows("membership")
    return any(
        (p["workspace"], p["classroom"], p["user"]) == (talk["workspace"], talk["classroom"], user) for p in places
    )
