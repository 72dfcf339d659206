"""No method of any repository reads or writes a row of another workspace, whatever ids it is given."""

import inspect
from collections.abc import Callable
from contextlib import suppress
from dataclasses import astuple, fields, replace
from datetime import timedelta
from functools import cached_property
from typing import Any

import pytest
from sqlalchemy import Engine, insert, select, update

from bot.domain.actor import Conflict, Side
from bot.domain.contract import Contract, Status
from bot.domain.outbox import Delivery, Errand, ErrandKind, Manner, Verb
from bot.domain.standards import Standard
from bot.language.naming import Finder
from storage.privacy.past import FIND, Past
from storage.privacy.person import Personal
from storage.privacy.register import Whom
from storage.queries.charts import Charts
from storage.queries.contracts import Contracts
from storage.queries.desk import DeskQueries
from storage.queries.errands import KeptErrands
from storage.queries.outbox import Outbox
from storage.queries.records import Calls
from storage.queries.standards import Catalogue
from storage.repository import Repository
from storage.tables.classes import HomeRow, OutboxRow, table
from storage.tables.rows import Row
from storage.unit_of_work import UnitOfWork, _Made
from tests.integration.storage.filled import ONCE, SUBJECT, fill
from tests.world import START, WORKSPACE, World

ELSEWHERE = "T2"
"""A workspace without a row. Whoever acts there knows every id of the other one."""

REPOSITORIES = sorted(name for name, part in vars(UnitOfWork).items() if isinstance(part, cached_property | _Made))


@pytest.fixture
def world(engine: Engine) -> World:
    world = World(engine)
    fill(world)
    return world


def everything(world: World) -> dict[str, list[Any]]:
    with world.transactions.connection() as connection:
        return {
            table.name: [tuple(r) for r in connection.execute(select(table).order_by(*table.primary_key))]
            for table in Row.metadata.sorted_tables
        }


def of_shelf(world: World, name: str) -> Any:
    """A row of the first workspace."""
    with world.uow() as uow:
        found = getattr(uow, name).all()
    assert found, f"no sample in {name}"
    return found[0]


SHELVES = [
    n
    for n in REPOSITORIES
    if n not in ("contracts", "outbox", "kept", "personal", "past", "charts", "desk", "catalogue")
]
READS: dict[str, Callable[[Any, Any], Any]] = {
    "get": lambda shelf, sample: shelf.get(sample.id),
    "_first": lambda shelf, sample: shelf._first(id=sample.id),
    "_first of any": lambda shelf, sample: shelf._first(),
    "_first of another workspace": lambda shelf, sample: shelf._first(workspace=WORKSPACE),
    "_newest": lambda shelf, sample: shelf._newest(id=sample.id),
    "_newest of any": lambda shelf, sample: shelf._newest(),
    "all": lambda shelf, sample: shelf.all(),
    "_all with an id": lambda shelf, sample: shelf._all(id=[sample.id]),
    "_all of another workspace": lambda shelf, sample: shelf._all(workspace=WORKSPACE),
}


def by_id(shelf: Any) -> Any:
    """It, where a row stands for another of its id."""
    shelf.unique = ("id",)
    return shelf


WRITES: dict[str, Callable[[Any, Any], Any]] = {
    "add": lambda shelf, sample: shelf.add(replace(sample, id=0)),
    "add_once": lambda shelf, sample: by_id(shelf).add_once(replace(sample, id=0)),
    "put": lambda shelf, sample: by_id(shelf).put(sample),
    "save": lambda shelf, sample: shelf.save(sample),
    "remove": lambda shelf, sample: shelf.remove(sample.id),
    "remove_all": lambda shelf, sample: shelf.remove_all([sample.id]),
    "save as one's own": lambda shelf, sample: shelf.save(replace(sample, workspace=ELSEWHERE)),
}


def test_a_shelf_reads_nothing_of_another_workspace(world: World) -> None:
    samples = {name: of_shelf(world, name) for name in SHELVES}
    with world.uow(ELSEWHERE) as uow:
        read = {(n, r): READS[r](getattr(uow, n), sample) for n, sample in samples.items() for r in READS}
    assert {name: found for name, found in read.items() if found not in (None, [])} == {}


def test_a_shelf_writes_nothing_of_another_workspace(world: World) -> None:
    samples, before = {name: of_shelf(world, name) for name in SHELVES}, everything(world)
    for name, sample in samples.items():
        for write in WRITES:
            with pytest.raises((LookupError, Conflict)), world.uow(ELSEWHERE) as uow:
                WRITES[write](getattr(uow, name), sample)
    assert everything(world) == before


def a_contract(world: World) -> Contract:
    with world.uow() as uow:
        found = uow.contracts.open_for("USTUDENT")[0]
    assert found.agreed is not None
    return found


Methods = dict[str, Callable[[Any, Any], Any]]

CONTRACTS: dict[str, Callable[[Contracts, Contract], Any]] = {
    "get": lambda contracts, c: contracts.get(c.id),
    "among": lambda contracts, c: contracts.among([c.id]),
    "own": lambda contracts, c: contracts.own(c.student, c.id),
    "open_of": lambda contracts, c: contracts.open_of(c.student, c.classroom),
    "open_for": lambda contracts, c: contracts.open_for(c.student),
    "of_classroom": lambda contracts, c: contracts.of_classroom(c.classroom),
    "of_student": lambda contracts, c: contracts.of_student(c.student),
    "version": lambda contracts, c: contracts.version(c.id, 1),
    "history": lambda contracts, c: contracts.history(c.id),
    "add": lambda contracts, c: contracts.add(replace(c, id=0)),
    "save": lambda contracts, c: contracts.save(c),
}


def answers(world: World, repository: str, methods: Methods, sample: Any) -> dict[str, Any]:
    """What each method answers in the other workspace, save nothing; a LookupError and a Conflict are nothing too."""
    found: dict[str, Any] = {}
    for name, method in methods.items():
        with suppress(LookupError, Conflict), world.uow(ELSEWHERE) as uow:
            found[name] = method(getattr(uow, repository), sample)
    return {name: answer for name, answer in found.items() if answer not in (None, [], {}, False, 0)}


def test_contracts_of_another_workspace_are_not_there(world: World) -> None:
    contract, before = a_contract(world), everything(world)
    assert answers(world, "contracts", CONTRACTS, contract) == {}
    assert everything(world) == before


DESK: dict[str, Callable[[DeskQueries, Contract], Any]] = {
    "learners": lambda desk, c: desk.learners([c.classroom], "drift-noticed"),
    "asked": lambda desk, c: desk.asked([c.id]),
    "numbers": lambda desk, c: desk.numbers([c.id]),
    "proposals": lambda desk, c: desk.proposals(START + timedelta(days=900)),
    "waiting": lambda desk, c: any(astuple(desk.waiting([c.classroom], "UTEACHER", START - timedelta(days=900)))),
}


def test_the_desk_shows_nothing_of_another_workspace(world: World) -> None:
    contract = a_contract(world)
    with world.uow() as uow:
        uow.contracts.save(replace(contract, status=Status.PROPOSED))
    assert answers(world, "desk", DESK, contract) == {}
    with world.uow() as uow:
        here = {name: method(uow.desk, contract) for name, method in DESK.items()}
    assert [name for name, found in here.items() if not found] == ["numbers"]  # nobody said one there


CATALOGUE: dict[str, Callable[[Catalogue, Standard], Any]] = {
    "count": lambda catalogue, one: catalogue.count(one.classroom),
    "suggested": lambda catalogue, one: catalogue.suggested(one.classroom, ()),
    "with_resources": lambda catalogue, one: catalogue.with_resources(one.classroom),
    "add_all": lambda catalogue, one: catalogue.add_all([replace(one, id=0)]),
    "remove_of": lambda catalogue, one: catalogue.remove_of(one.classroom),
}


def test_the_catalogue_has_nothing_of_another_workspace(world: World) -> None:
    sample, before = of_shelf(world, "standards"), everything(world)
    with world.uow() as uow:
        assert uow.catalogue.count(sample.classroom) == len(uow.catalogue.suggested(sample.classroom, ())) == 1
        assert uow.catalogue.with_resources(sample.classroom) == [sample]
    assert answers(world, "catalogue", CATALOGUE, sample) == {}
    assert everything(world) == before


def a_delivery(world: World) -> Any:
    return next(d for d in world.deliveries() if d.once == ONCE)


OUTBOX: dict[str, Callable[[Outbox, Any], Any]] = {
    "queue": lambda outbox, d: outbox.queue(replace(d, id=0, once=None)),
    "get": lambda outbox, d: outbox.get(d.id),
    "cards": lambda outbox, d: outbox.cards(SUBJECT),
    "queue_anew": lambda outbox, d: outbox.queue_anew(replace(d, id=0, once=None, verb=Verb.HOME)),
    "end": lambda outbox, d: outbox.end(),
    "were_lost": lambda outbox, d: outbox.were_lost([ONCE]),
    "leave_thread": lambda outbox, d: outbox.leave_thread(),
    "has_unread": lambda outbox, d: outbox.has_unread(d.lane, "0.1"),
    "is_speaking_to": lambda outbox, d: outbox.is_speaking_to(d.lane),
    "told_since": lambda outbox, d: outbox.told_since(d.lane, [d.notice], d.created_at - timedelta(days=1)) or None,
    "files_under": lambda outbox, d: outbox.files_under(ONCE),
    "is_leaving": lambda outbox, d: outbox.is_leaving(d.file),
    "reader_in": lambda outbox, d: outbox.reader_in("D1"),
    "may_leave": lambda outbox, d: outbox.may_leave(replace(d, lane="UNOBODY"), d.not_before) and None,
    "answer_in": lambda outbox, d: outbox.answer_in(Manner("USTUDENT", d.not_before, None, (d.id,))),
    "is_waiting": lambda outbox, d: outbox.is_waiting(ONCE),
    "were_queued": lambda outbox, d: outbox.were_queued([ONCE]),
    "held_about": lambda outbox, d: outbox.held_about(SUBJECT) or None,
    "ever_about": lambda outbox, d: outbox.ever_about(SUBJECT),
    "ever_about_any": lambda outbox, d: outbox.ever_about_any([SUBJECT], [d.notice]),
    "queue_all": lambda outbox, d: outbox.queue_all([replace(d, id=0, once="another")]),
    "posted": lambda outbox, d: outbox.posted("D1", "1.1"),
    "unsay": lambda outbox, d: outbox.unsay([d.id]) or None,
    "put_off": lambda outbox, d: outbox.put_off([d.id], d.not_before + timedelta(days=1)),
    "hasten": lambda outbox, d: outbox.hasten([d.id], d.not_before - timedelta(days=1)),
    "claim": lambda outbox, d: outbox.claim([d], "me", d.not_before),
    "withdraw": lambda outbox, d: outbox.withdraw(ONCE),
    "forget_home": lambda outbox, d: outbox.forget_home("USTUDENT"),
    "expire_waiting": lambda outbox, d: outbox.expire_waiting(d.created_at + timedelta(days=1)),
}


def test_the_outbox_of_another_workspace_is_not_there(world: World) -> None:
    delivery = a_delivery(world)
    with world.engine.begin() as connection:
        connection.execute(update(table(OutboxRow)).values(channel="D1", ts="1.1"))
        connection.execute(insert(table(HomeRow)).values(workspace="T1", user="USTUDENT", shown="0f"))
    before = everything(world)
    assert answers(world, "outbox", OUTBOX, delivery) == {}
    assert everything(world) == before


def test_what_is_to_be_shown_later_elsewhere_is_not_hastened(world: World) -> None:
    delivery = a_delivery(world)
    with world.uow() as uow:
        later = replace(delivery, id=0, once=None, verb=Verb.REFRESH, subject=None, refreshes=delivery.id)
        uow.outbox.queue(replace(later, not_before=world.now + timedelta(seconds=10)))
    before = everything(world)
    with world.uow(ELSEWHERE) as uow:
        uow.outbox.hasten([delivery.id], world.now)
    assert everything(world) == before


def test_a_home_that_waits_elsewhere_is_not_shown_sooner(world: World) -> None:
    home = Delivery("T1", "home:UNOBODY", Verb.HOME, "home", {}, "UNOBODY", world.now, world.now)
    with world.uow() as uow:
        uow.outbox.queue_anew(replace(home, not_before=world.now + timedelta(seconds=10)))
    with world.uow(ELSEWHERE) as uow:
        uow.outbox.queue_anew(replace(home, workspace=ELSEWHERE))
    waits = [row.not_before for row in world.deliveries() if row.lane == "home:UNOBODY"]
    assert waits == [world.now + timedelta(seconds=10)]


def test_a_rest_holds_for_the_own_workspace_alone(world: World) -> None:
    delivery = a_delivery(world)
    with world.uow(ELSEWHERE) as uow:
        uow.outbox.rest(world.now + timedelta(days=1))
    with world.uow() as uow:
        assert uow.outbox.may_leave(replace(delivery, id=1, lane="UNOBODY"), world.now)


KEPT: dict[str, Callable[[KeptErrands, Any], Any]] = {
    "add": lambda kept, said: kept.add(said),
    "waits": lambda kept, said: kept.waits(said.in_turn_of),
}


def test_what_is_kept_in_another_workspace_is_not_there(world: World) -> None:
    said = Errand(WORKSPACE, ErrandKind.HEAR, {"user": "USTUDENT"}, world.now, in_turn_of="USTUDENT")
    with world.uow() as uow:
        uow.kept.add(said)
    before = everything(world)
    assert answers(world, "kept", KEPT, said) == {}
    assert everything(world) == before


CHARTS: dict[str, Callable[[Charts, Any], Any]] = {
    "refused_at": lambda charts, now: charts.refused_at(),
    "refuse": lambda charts, now: charts.refuse(now),
}


def test_that_another_workspace_refuses_charts_says_nothing_of_this_one(world: World) -> None:
    with world.uow() as uow:
        uow.charts.refuse(world.now)
    assert answers(world, "charts", {"refused_at": CHARTS["refused_at"]}, world.now) == {}
    with world.uow(ELSEWHERE) as uow:
        CHARTS["refuse"](uow.charts, world.now + timedelta(days=1))
    with world.uow() as uow:
        assert uow.charts.refused_at() == world.now


CALLS: dict[str, Callable[[Calls, Any], Any]] = {
    "since": lambda calls, world: calls.since(world.now - timedelta(days=9)),
    "forget": lambda calls, world: calls.forget(world.now + timedelta(days=9)),
    "latest": lambda calls, world: calls.latest(9),
}


def test_calls_of_another_workspace_are_not_there(world: World) -> None:
    before = everything(world)
    assert answers(world, "calls", CALLS, world) == {}
    assert everything(world) == before


PERSONAL: dict[str, Callable[[Personal, Whom], Any]] = {
    "whom": lambda personal, whom: {name: ids for name, ids in personal.whom(whom.user).ids.items() if ids},
    "is_known": lambda personal, whom: personal.is_known(personal.whom(whom.user)),
    "rows": lambda personal, whom: {name: rows for name, rows in personal.rows(whom, (), Finder(())).items() if rows},
    "acts": lambda personal, whom: personal.acts(whom),
    "sent": lambda personal, whom: personal.sent(whom),
    "files_given": lambda personal, whom: personal.files_given(whom),
    "on_their_way": lambda personal, whom: personal.on_their_way(whom, START),
    "erase": lambda personal, whom: personal.erase(whom, Finder(["Ana"]), "former-member-00000000"),
    "erase_rows": lambda personal, whom: personal.erase_rows(whom.ids),
}


def test_what_is_held_about_somebody_elsewhere_is_not_there(world: World) -> None:
    with world.uow() as uow:
        whom = uow.personal.whom("USTUDENT")
        uow._connection.execute(
            update(table(OutboxRow)).values(
                state="claimed", lease_until=START + timedelta(days=1), channel="D1", ts="1.1", file="F1"
            )
        )
    before = everything(world)
    assert answers(world, "personal", PERSONAL, whom) == {}
    assert everything(world) == before


PAST: dict[str, Callable[[Past, Whom], Any]] = {
    "find": lambda past, whom: [past.find(kind, START + timedelta(days=9999), 99) for kind in FIND],
    "forget": lambda past, whom: [past.forget(kind, ids) for kind in FIND for ids in whom.ids.values()],
}


def test_what_is_past_its_time_elsewhere_is_not_there(world: World) -> None:
    with world.uow() as uow:
        whom = uow.personal.whom("USTUDENT")
    before = everything(world)
    found = answers(world, "past", PAST, whom)
    assert [each for answer in found.values() for each in answer if each] == []
    assert everything(world) == before


def test_an_id_that_came_in_elsewhere_is_new_here(world: World) -> None:
    with world.uow() as uow:
        assert uow.first_time("event:1")
    with world.uow(ELSEWHERE) as uow:
        assert uow.first_time("event:1")


ASKING = {"_first", "_newest", "_all"}
"""The ways in which a repository asks its table."""


def _public(kind: type[Any]) -> set[str]:
    return {n for n, part in inspect.getmembers(kind, inspect.isfunction) if not n.startswith("_")}


def _tried(*attempts: dict[str, Any]) -> set[str]:
    return {name.split(" ")[0] for attempt in attempts for name in attempt}


def test_every_method_was_tried() -> None:
    """A new method of a repository has to be tried across two workspaces too."""
    assert _public(Repository) | ASKING == _tried(READS, WRITES)
    assert _public(Calls) | ASKING == _tried(READS, WRITES, CALLS)
    assert _public(Contracts) == _tried(CONTRACTS)
    assert _public(Outbox) == _tried(OUTBOX) | {"rest"}
    assert _public(Personal) == _tried(PERSONAL)
    assert _public(Past) == _tried(PAST)
    assert _public(KeptErrands) == _tried(KEPT)
    assert _public(Charts) == _tried(CHARTS)
    assert _public(DeskQueries) == _tried(DESK)
    assert _public(Catalogue) == _tried(CATALOGUE)


def test_every_repository_was_tried(world: World) -> None:
    with world.uow() as uow:
        kinds = {type(getattr(uow, name)) for name in REPOSITORIES}
    assert {kind for kind in kinds if not issubclass(kind, Repository)} == {
        Contracts,
        DeskQueries,
        Outbox,
        KeptErrands,
        Personal,
        Past,
        Charts,
        Catalogue,
    }


@pytest.mark.parametrize("kind", sorted(set(Repository.__subclasses__()) - {Calls}, key=str))
def test_each_question_goes_the_way_that_adds_the_workspace(kind: type[Any]) -> None:
    own = {name: inspect.getsource(part) for name, part in vars(kind).items() if inspect.isfunction(part)}
    assert [name for name, said in own.items() if not any(f"return self.{way}(" in said for way in ASKING)] == []
    assert [name for name, said in own.items() if "_connection" in said] == []


def test_every_value_says_whose_it_is(world: World) -> None:
    with world.uow() as uow:
        shelved = {name: getattr(uow, name).kind for name in SHELVES}
    assert [name for name, kind in shelved.items() if "workspace" not in {f.name for f in fields(kind)}] == []


def test_places_that_are_read_with_their_classes_are_those_of_one_workspace(world: World) -> None:
    with world.uow(ELSEWHERE) as uow:
        uow.meet_places("UTEACHER")
        assert uow.memberships.places_of("UTEACHER", Side.TEACHER) == []
        assert uow.classrooms.get(world.classroom.id) is None
    with world.uow() as uow:
        uow.meet_places("UTEACHER")
        (place,) = uow.memberships.places_of("UTEACHER", Side.TEACHER)
        assert uow.classrooms.get(place.classroom) == world.classroom
