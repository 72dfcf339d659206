"""CPU for a typed answer to a check-in in a class that uses all there is, against one that uses none of it; and against
the lean bare app (tests/bench/floor.py) that writes the same rows and sends the same messages.

How an answer was before all this can not be measured any more. What is compared is the program of today with as much
of it left out as can be: no calendar of days off, nobody was ever away, no plan of practice (nothing to tap, no
if-then), no questions of the teacher's own, and a message to the teacher for each student in the place of the one for
the class. Looking whether there is any of that is paid by both. The apps take turns, block by block.
"""

import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.activities.checking_in import planning
from bot.domain.absence import Absence, in_days
from bot.domain.actor import Side
from bot.domain.check_ins import ASKED
from bot.domain.classroom import Classroom
from bot.domain.contract import RUNNING
from bot.domain.days_off import DayOff, Source, Span
from bot.domain.rounds import RoundNews
from bot.domain.terms import Terms
from bot.messages.tell import AT_MOST_EVERY
from storage.engine import open_engine
from storage.unit_of_work import Transactions, UnitOfWork
from tests.bench import interactions
from tests.bench.children import Child
from tests.bench.classes import classes
from tests.bench.interactions import KINDS, App, Crowd, accord_on, facts_of
from tests.bench.report import Measurement, line

BLOCKS = 7
KIND = "check-in"
MOST, MOST_OF_LEAN = 1.2, 2.6
QUESTIONS = ("Which paragraph did you read aloud?", "Who listened?")
WILL_BE_AWAY = 5
"""Of so many students one; all were once."""
A_BLOCK = AT_MOST_EVERY.total_seconds() + 3
"""Seconds: the message about a class is changed at most so often. Each app has them: it looks for work meanwhile."""


def measure() -> list[Measurement]:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        spaces = {name: stack.enter_context(Child("tests.bench.workspace")) for name in ("bare", "whole", "lean")}
        crowd = Crowd.joining(spaces.values(), interactions.BLOCKS + 1)
        databases = {name: Path(folder) / f"{name}.db" for name in spaces}
        team = spaces["bare"].ask("where")["team"]
        classes(_url(databases["bare"]), team, crowd, _without_practice)
        classes(_url(databases["whole"]), team, crowd, _with_a_fallback)
        _furnish(databases["bare"], team, _only_each)
        _furnish(databases["whole"], team, _all_there_is)
        plays, facts = interactions._rehearse(databases["whole"]), facts_of(databases["whole"])
        shutil.copy(databases["whole"], databases["lean"])
        apps = {name: stack.enter_context(accord_on(databases[name], spaces[name])) for name in ("bare", "whole")}
        apps["lean"] = stack.enter_context(interactions._floor("lean", databases["lean"], spaces["lean"]))
        apps["lean"].bot.ask("learn", plays=plays, facts=facts)
        for block in range(BLOCKS):
            for app in apps.values():
                _act(app, crowd.of(KIND, block))
    bare, whole, lean = (apps[name].cost(KIND) for name in ("bare", "whole", "lean"))
    name = "CPU for a DM reply to a check-in in a class that uses all there is"
    return [
        line(f"{name}, against one that uses none of it (at most {MOST:g})", whole, "us", bare),
        line(f"{name}, against the lean bare app (at most {MOST_OF_LEAN:g})", whole, "us", lean),
    ]


def _act(app: App, users: Sequence[str]) -> None:
    """As App.act, for so long."""
    before, began = app.bot.ask("cpu"), time.monotonic()
    its = KINDS[KIND]
    app.people.ask("say", users=users, words=its.words, calls=its.calls)
    time.sleep(max(0.0, began + A_BLOCK - time.monotonic()))
    app.costs.setdefault(KIND, []).append((app.bot.ask("cpu") - before) / len(users))


def _url(database: Path) -> str:
    return f"sqlite:///{database}"


def _without_practice(terms: Terms) -> Terms:
    return replace(terms, targets=tuple(replace(target, strategies="") for target in terms.targets))


def _with_a_fallback(terms: Terms) -> Terms:
    tired, then = "I am tired after training", "I do it at breakfast on Wednesday"
    return replace(terms, targets=tuple(replace(target, obstacle=tired, fallback=then) for target in terms.targets))


def _furnish(database: Path, team: str, how: Callable[[UnitOfWork, Classroom], None]) -> None:
    """In each class; and each check-in knows its round, as when it is planned."""
    engine = open_engine(_url(database))
    with Transactions(engine).begin(team, datetime.now(UTC)) as uow:
        for room in uow.classrooms.all():
            how(uow, room)
            for contract in uow.contracts.of_classroom(room.id, *RUNNING):
                for check_in in uow.check_ins.in_state(contract.id, tuple(ASKED)):
                    uow.check_ins.save(replace(check_in, round=planning.round_of(uow, contract, room, check_in.due_at)))
    engine.dispose()


def _only_each(uow: UnitOfWork, room: Classroom) -> None:
    for teacher in uow.memberships.on_side(room.id, Side.TEACHER):
        uow.memberships.save(replace(teacher, check_ins=RoundNews.EACH.value))


def _all_there_is(uow: UnitOfWork, room: Classroom) -> None:
    today = uow.now.date()
    uow.classrooms.save(replace(room, questions=QUESTIONS))
    for teacher in uow.memberships.on_side(room.id, Side.TEACHER):
        uow.memberships.save(replace(teacher, check_ins=RoundNews.ONE.value))
    for week in range(-6, 12):
        first = today + timedelta(weeks=3 * week, days=4)
        off = DayOff(uow.workspace, room.id, first, first + timedelta(days=week % 5), "Half term", Source.FILE)
        uow.days_off.add(replace(off, uid=f"{week}@school.test", closes=week % 6 != 5))
    for place, student in enumerate(uow.memberships.on_side(room.id, Side.STUDENT)):
        for start in (-40, 20) if place % WILL_BE_AWAY == 0 else (-40,):
            _is_away(uow, room, student.user, Span(today + timedelta(days=start), today + timedelta(days=start + 3)))


def _is_away(uow: UnitOfWork, room: Classroom, user: str, days: Span) -> None:
    said = Absence(uow.workspace, room.id, user, *days, uow.now, uow.now, user, uow.now - timedelta(days=50))
    uow.absences.add(in_days(said, days, room.timezone, uow.now - timedelta(days=50)))
