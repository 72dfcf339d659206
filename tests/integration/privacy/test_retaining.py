"""What is past its time goes, by the policy; nothing of an open contract ever does."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select

from bot.activities.care.messages import CareAlerted
from bot.activities.privacy import disclosing, erasing
from bot.domain import contract as life
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Membership
from bot.domain.contract import OPEN, Status
from bot.domain.disclosure import SETTINGS, DisclosureKind, Policy
from bot.domain.outbox import DeliveryState
from bot.messages.tell import tell_urgently
from storage.engine import open_engine
from storage.privacy.register import REGISTER, Of
from storage.queries.due import agendas
from storage.tables import classes
from storage.tables.classes import Row, table
from tests.integration.privacy.life import MARK, cells, holding, lived
from tests.rows import first_row, newest_row, rows
from tests.world import WORKSPACE, World


def forget(world: World) -> int:
    """Run until nothing is left to do; how many batches that took."""
    batches = 1
    while world.do(erasing.forget, world.accord):
        batches += 1
    return batches


def decide(world: World, **days: int) -> Policy:
    return world.do(erasing.decide, world.accord, days, "operator:ops", "the board decided")


def test_a_contract_goes_a_year_after_its_end_with_all_its_parts(world: World) -> None:
    lived(world, world.student, ended=True)
    lived(world, world.classmate)
    world.later(days=364)
    forget(world)
    assert holding(world.engine, f"{MARK} ustudent about statement")
    world.later(days=2)
    forget(world)
    left = holding(world.engine, f"{MARK} ustudent")
    assert {cell[0] for cell in left} == {"learner_profile", "phrase"}  # the student is in the class still
    assert holding(world.engine, f"{MARK} uclassmate about typed")


def test_the_end_counts_and_not_the_beginning(world: World) -> None:
    contract = world.agree()
    world.later(days=500)
    with world.uow() as uow:
        running = uow.contracts.get(contract.id)
        assert running is not None
        uow.contracts.save(life.close(running, "", world.student.user, world.now))
    forget(world)
    world.later(days=364)
    forget(world)
    assert world.count(classes.ContractRow) == 1
    world.later(days=2)
    forget(world)
    assert world.count(classes.ContractRow) == 0
    assert world.count(classes.CheckInRow) == world.count(classes.VersionRow) == 0


@pytest.mark.parametrize("setting", ["llm_days", "incoming_days", "outbox_days", "feedback_days"])
def test_each_setting_ends_its_own(world: World, setting: str) -> None:
    lived(world, world.student)
    decide(world, **dict.fromkeys(SETTINGS, 3000) | {setting: 10})
    world.later(days=11)
    shown = world.do(erasing.show, world.accord)[1]
    ended = {kind for kind, count in shown.items() if count and kind != "person"}  # some here never had a place
    assert ended <= {kind for kind, s in erasing.KINDS.items() if s == setting}
    assert ended
    forget(world)
    assert not any(world.do(erasing.show, world.accord)[1].values())


def test_what_still_waits_or_stands_as_a_card_is_kept(world: World) -> None:
    lived(world, world.student)
    with world.uow() as uow:
        card = next(d for d in uow.outbox._deliveries.all() if d.notice == "contract-card")
        uow.outbox._deliveries.save(replace(card, subject="contract:1"))
    before = {d.id for d in world.deliveries() if d.state is DeliveryState.WAITING or d.subject}
    world.later(days=300)
    forget(world)
    kept = world.deliveries()
    assert before <= {d.id for d in kept}
    assert [d.notice for d in kept if d.lane == "C1"] == ["shoutout-posted"]


def test_who_left_goes_when_nothing_else_of_them_is_kept(world: World) -> None:
    lived(world, world.student, ended=True)
    with world.uow() as uow:
        place = first_row(uow.memberships, user="USTUDENT")
        assert place is not None
        uow.memberships.save(replace(place, left_at=world.now))
        granted = uow.grants.of("USTUDENT")
        assert granted is not None
        waiting = [d.id for d in rows(uow.outbox._deliveries, state=DeliveryState.WAITING)]
        errands = [e.id for e in rows(uow.errands, done=False)]
        told = first_row(uow.care_contacts, user="USTUDENT")
        assert told is not None
        made = [rubric.id for rubric in rows(uow.rubrics, made_by="USTUDENT")]
        chosen = [one.id for one in rows(uow.menu, made_by="USTUDENT")]
        rated = [rater.id for rater in rows(uow.raters, user="USTUDENT")]
        uow.personal.erase_rows({"calibration_rater": rated})
        reader = uow.report_readers.of("USTUDENT")
        assert reader is not None
        uow.personal.erase_rows({"report_reader": [reader.id]})
        uow.personal.erase_rows({"teacher_grant": [granted.id], "care_contact": [told.id], "rubric": made})
        uow.personal.erase_rows({"activity": chosen})
        written = [one.id for one in rows(uow.templates, made_by="USTUDENT")]
        uow.personal.erase_rows({"school_template": written})
        uow.personal.erase_rows({"outbox": waiting, "errand": errands})
    world.later(days=366)
    forget(world)
    assert holding(world.engine, '"USTUDENT"', "Ana Horváth", MARK) == []
    assert [c for c in holding(world.engine, "USTUDENT") if c[2] == "USTUDENT"] == []


def test_each_run_is_counted_once_a_day_and_a_change_is_written_down(world: World) -> None:
    lived(world, world.student, ended=True)
    decide(world, contract_days=30, incoming_days=30)
    world.later(days=40)
    forget(world)
    forget(world)
    lines = world.do(disclosing.listed, world.accord, "", 10)
    assert [line.what for line in lines] == [DisclosureKind.DECIDED, DisclosureKind.RETAINED]
    assert lines[0].detail == {"contract_days": "365 to 30"}
    assert lines[1].detail["contract"] == 1
    assert lines[1].by == disclosing.ACCORD


@pytest.mark.parametrize(
    ("days", "key"),
    [
        ({"contract_days": 0}, "keeps-too-short"),
        ({"incoming_days": 1}, "keeps-too-short"),
        ({"llm_days": 99999}, "keeps-too-long"),
        ({"pseudonym_key": 5}, "no-such-setting"),
    ],
)
def test_a_policy_has_its_limits(world: World, days: dict[str, int], key: str) -> None:
    with pytest.raises(Refusal) as refused:
        decide(world, **days)
    assert refused.value.key == key


def test_every_workspace_has_its_turn(world: World) -> None:
    with world.uow("T2") as uow:
        uow.first_time("event:1")
    with agendas(world.engine)() as agenda:
        assert agenda.workspaces() == ["T1", "T2"]


def open_rows(engine: Engine) -> dict[str, list[object]]:
    """Every row of an open contract, by table."""
    contract = table(classes.ContractRow)
    found: dict[str, list[object]] = {}
    with engine.connect() as connection:
        still = select(contract.c.id).where(contract.c.status.in_(sorted(OPEN)))
        ids = {"contract": list(connection.execute(still).scalars())}
        for held in REGISTER:
            if held.name == "contract":
                wanted = held.table.c.id.in_(ids["contract"])
            elif isinstance(held.link, Of) and held.link.parent in ids:
                wanted = held.table.c[held.link.column].in_(ids[held.link.parent])
            else:
                continue
            rows = connection.execute(select(*held.table.c).where(wanted).order_by(held.table.c.id)).all()
            ids[held.name] = [row.id for row in rows]
            found[held.name] = list(rows)
        feedback = table(classes.FeedbackRow)
        given = select(contract.c.feedback).where(contract.c.id.in_(ids["contract"]))
        found["feedback"] = list(connection.execute(select(*feedback.c).where(feedback.c.id.in_(given))).all())
    return found


@pytest.fixture(scope="module")
def template() -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "template.db"
        engine = open_engine(f"sqlite:///{path}")
        Row.metadata.create_all(engine)
        engine.dispose()
        yield path


LIVES = st.lists(
    st.tuples(
        st.sampled_from([*sorted(Status)]),
        st.integers(0, 900),  # days after the beginning at which it came to stand so
        st.booleans(),  # whether it came from a feedback
        st.booleans(),  # whether the student has left
    ),
    min_size=1,
    max_size=5,
)
DAYS = st.fixed_dictionaries({setting: st.integers(7, 400) for setting in SETTINGS})


@settings(max_examples=25, deadline=None)
@given(lives=LIVES, days=DAYS, after=st.integers(0, 1200))
def test_nothing_of_an_open_contract_is_ever_erased(
    template: Path, lives: list[tuple[Status, int, bool, bool]], days: dict[str, int], after: int
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "one.db"
        path.write_bytes(template.read_bytes())
        engine = open_engine(f"sqlite:///{path}")
        world = World(engine)
        decide(world, **days)
        for i, one in enumerate(lives):
            _live(world, Actor(WORKSPACE, f"U{i}"), *one)
        before = open_rows(engine)
        world.later(days=after)
        forget(world)
        assert open_rows(engine) == before
        engine.dispose()


def _live(world: World, actor: Actor, status: Status, at: int, from_feedback: bool, left: bool) -> None:
    """A student's contract that came to stand at `status` some days after it began."""
    with world.uow() as uow:
        place = Membership(
            *(WORKSPACE, world.classroom.id, actor.user, Side.STUDENT, world.now),
            left_at=world.now if left else None,
        )
        uow.memberships.add(place)
        uow.people.add(replace(uow.people.among("USTUDENT")[0], user=actor.user, id=0))
    contract = lived(world, actor)
    with world.uow() as uow:
        standing = uow.contracts.get(contract)
        assert standing is not None
        moved = life._move(standing, status, actor.user, world.now + timedelta(days=at), "moved")
        feedback = newest_row(uow.feedback, student=actor.user)
        assert feedback is not None
        uow.contracts.save(replace(moved, feedback=feedback.id if from_feedback else None))


def test_that_somebody_was_not_well_is_kept_for_a_month_and_counted_nowhere(world: World) -> None:
    """However long the school keeps all else; and no press on what was said then stays either."""
    world.do(erasing.decide, world.accord, {"incoming_days": 365, "outbox_days": 365}, "operator:ops", "asked")
    lived(world, world.student)
    with world.uow() as uow:
        tell_urgently(uow, "UTEACHER2", CareAlerted(1), once="care:1:UTEACHER2")
    of_care = ("care_alert", "care_told", "care_cleared")
    world.later(days=30)
    forget(world)
    assert {table for table, _, _ in cells(world.engine)} > set(of_care)
    world.later(minutes=1)
    forget(world)
    assert {table for table, _, _ in cells(world.engine)}.isdisjoint(of_care)
    assert [text for table, _, text in cells(world.engine) if "care" in text] == []
