"""What is derived from a draft is derived once, and never taken from another draft, target or day."""

from datetime import timedelta

from bot.activities.proposing.interview.draft import Answer, Draft, Viewpoint, derived
from tests.unit.interview.transcripts import frame

FRAME = frame()
DRAFT: Draft = {"1.statement": Answer("read", "read"), "2.statement": Answer("write", "write")}

asked: list[Viewpoint] = []


@derived
def statement(place: Viewpoint) -> str | None:
    asked.append(place)
    return place.mine("statement")


@derived
def in_capitals(place: Viewpoint) -> str:
    return (statement(place) or "").upper()


def test_the_same_is_derived_once() -> None:
    asked.clear()
    draft: Draft = dict(DRAFT)
    here = Viewpoint(draft, FRAME)
    assert [statement(here), statement(Viewpoint(draft, FRAME)), in_capitals(here)] == ["read", "read", "READ"]
    assert len(asked) == 1


def test_nothing_is_derived_once_too() -> None:
    asked.clear()
    empty: Draft = {}
    assert [statement(Viewpoint(empty, FRAME)), statement(Viewpoint(empty, FRAME))] == [None, None]
    assert len(asked) == 1


def test_each_target_and_each_draft_has_its_own() -> None:
    other: Draft = {"1.statement": Answer("speak", "speak")}
    places = [Viewpoint(DRAFT, FRAME), Viewpoint(DRAFT, FRAME, 2), Viewpoint(other, FRAME), Viewpoint(DRAFT, FRAME)]
    assert [statement(place) for place in places] == ["read", "write", "speak", "read"]


def test_another_day_is_another_frame() -> None:
    asked.clear()
    draft: Draft = dict(DRAFT)
    tomorrow = frame(now=FRAME.now + timedelta(days=1))
    assert [statement(Viewpoint(draft, f)) for f in (FRAME, tomorrow)] == ["read", "read"]
    assert len(asked) == 2
