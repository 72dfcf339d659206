"""Classes for the people of a bench: half-way through the interview, or asked for a check-in."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any, Protocol

from bot.activities.proposing.interview import flow
from bot.activities.proposing.interview.draft import Draft, dump
from bot.activities.proposing.interview.proposal import terms_of
from bot.activities.registering import register_all
from bot.domain import contract as life
from bot.domain.actor import Side
from bot.domain.check_ins import CheckInState, planned
from bot.domain.classroom import Classroom, Membership, Person
from bot.domain.interview import About, Focus, Frame, Interview
from bot.domain.terms import Terms
from storage.engine import open_engine
from storage.migrate import migrate
from storage.unit_of_work import Transactions, UnitOfWork

ANSWERS = {
    "hardest": "All my sentences start the same",
    "strengths": "I have good ideas",
    "statement": "begin my sentences in different ways in essay number {number}",
    "observable": "no two sentences in a row begin with the same word",
    "measure": "from 3 to 8 of 10 sentences",
    "timeframe": "in six weeks",
    "baseline": "3",
    "goal": "8",
    "unit": "different sentence openings",
    "strategies": "Every Tuesday I rewrite {own} and read it aloud",
    "evidence": "written work",
    "supports": "More time in class",
    "criterion": "No two sentences in a row start alike",
    "ends_on": "in seven weeks",
    "more": "no",
}

REPLY = ANSWERS["strategies"]
"""What the students of `interviewed` are asked for next; `{own}` is something of their own."""


class Crowd(Protocol):
    """The user ids of those in the classes: each teacher has one, with their share of the others in it."""

    @property
    def teachers(self) -> Sequence[str]: ...
    @property
    def interviewed(self) -> Sequence[str]: ...
    @property
    def checked(self) -> Sequence[str]: ...


def classes(url: str, workspace: str, crowd: Crowd, changed: Callable[[Terms], Terms] = lambda terms: terms) -> None:
    """A database in which those `interviewed` are asked how they will practise, and those `checked` how it goes; what
    those have signed may be `changed`."""
    register_all()
    engine = open_engine(url)
    migrate(engine)
    now = datetime.now(UTC)
    with Transactions(engine).begin(workspace, now) as uow:
        for number, teacher in enumerate(crowd.teachers):
            interviewed, checked = (_share(those, number, crowd) for those in (crowd.interviewed, crowd.checked))
            _class(uow, number, teacher, interviewed, checked, changed)
    engine.dispose()


def _share(users: Sequence[str], number: int, crowd: Crowd) -> Sequence[str]:
    """Those of the users who are in the class with this number."""
    size = len(users) // len(crowd.teachers)
    return users[number * size : (number + 1) * size]


def _class(
    uow: UnitOfWork,
    number: int,
    teacher: str,
    interviewed: Sequence[str],
    checked: Sequence[str],
    changed: Callable[[Terms], Terms],
) -> None:
    classroom = uow.classrooms.add(
        Classroom(
            workspace=uow.workspace,
            channel=f"CBENCH{number}",
            name="English 11",
            timezone="Europe/London",
            term_ends_on=(uow.now + timedelta(days=120)).date(),
            check_in_days=("MO", "TH"),
            check_in_time=time(8, 45),
        )
    )
    sides = [(teacher, Side.TEACHER), *((user, Side.STUDENT) for user in (*interviewed, *checked))]
    for user, side in sides:
        uow.people.add(Person(uow.workspace, user, f"Person {user}", timezone="Europe/London", locale="en-GB"))
        uow.memberships.add(Membership(uow.workspace, classroom.id, user, side, uow.now))
    frame = frame_of(classroom, uow.now)
    for place, user in enumerate(interviewed):
        _interview(uow, classroom, user, draft_until(frame, "1.strategies", number * len(interviewed) + place))
    terms = changed(terms_of(draft_until(frame), frame))
    for user in checked:
        _check_in(uow, classroom, user, teacher, terms)


def frame_of(classroom: Classroom, now: datetime) -> Frame:
    return Frame(
        autonomy=classroom.autonomy,
        most_targets=classroom.most_targets,
        term_ends_on=classroom.term_ends_on,
        check_in_days=classroom.check_in_days,
        check_in_time=classroom.check_in_time,
        timezone=classroom.timezone,
        now=now,
    )


def draft_until(frame: Frame, key: str = "", number: int = 0) -> Draft:
    """A draft as the student has it when the question with this key is asked; else a finished one.

    `number` makes the target's wording the student's own: what was read in one sentence helps with no other.
    """
    draft: Draft = {}
    while (question := flow.asked(draft, frame)) is not None and question.key != key:
        given = ANSWERS.get(question.step.name)
        if given is None:
            options = question.step.options(question.place(draft, frame))
            draft = flow.choose(draft, frame, question, options[0])
        else:
            said = given.replace("{number}", str(number)).replace("{own}", "one paragraph")
            draft = flow.answer(draft, frame, question, said, "1.000001")
    return draft


def _interview(uow: UnitOfWork, classroom: Classroom, user: str, draft: Draft) -> None:
    begun = uow.contracts.add(life.begin(uow.workspace, classroom.id, user, uow.now))
    made: dict[str, Any] = {"draft": dump(draft), "asked": len(draft) + 1}
    interview = uow.interviews.add(Interview(uow.workspace, begun.id, classroom.id, user, uow.now, **made))
    uow.focus.add(Focus(uow.workspace, user, About.INTERVIEW, interview.id, uow.now))


def _check_in(uow: UnitOfWork, classroom: Classroom, user: str, teacher: str, terms: Terms) -> None:
    begun = uow.contracts.add(life.begin(uow.workspace, classroom.id, user, uow.now))
    proposed = uow.contracts.save(life.submit(begun, terms, user, uow.now))
    active = life.approve(proposed, proposed.on_the_table.number, teacher, uow.now)
    uow.contracts.save(active)
    due = uow.now - timedelta(minutes=5)
    waiting = planned(uow.workspace, active.id, user, 1, due, uow.now + timedelta(days=1))
    asked = uow.check_ins.add(replace(waiting, state=CheckInState.PROMPTED))
    uow.focus.add(Focus(uow.workspace, user, About.CHECK_IN, asked.id, uow.now))
