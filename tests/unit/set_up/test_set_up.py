"""Setting up a class and keeping its roster."""

import json
from dataclasses import replace
from datetime import date, time
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from bot.activities import access
from bot.activities.admitting import use_cases as admitting
from bot.activities.changing import use_cases as changing
from bot.activities.home import use_cases as home
from bot.activities.set_up import use_cases as set_up
from bot.activities.set_up.away_messages import StudentAwayBrief
from bot.activities.set_up.messages import StudentAway
from bot.activities.set_up.use_cases import ClassChoices
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Autonomy, Person
from bot.domain.outbox import DeliveryState, ErrandKind, Verb
from bot.messages.briefs import brief_for
from storage.tables.classes import OutboxRow, table
from tests.rows import rows
from tests.world import WORKSPACE, World

CHOICES = ClassChoices(
    channel="C2",
    name="Biology 11",
    co_teachers=("UTEACHER2",),
    timezone="Europe/Vienna",
    term_ends_on=date(2027, 6, 25),
    check_in_days=("MO",),
    check_in_time=time(8, 45),
    shoutouts=True,
    autonomy=Autonomy.SHARED,
)


def person(user: str, *, is_admin: bool = False, is_bot: bool = False) -> Person:
    return Person(WORKSPACE, user, "Somebody", is_admin=is_admin, is_bot=is_bot)


def roster(world: World, classroom: int) -> tuple[set[str], set[str]]:
    with world.uow() as uow:
        return set(access.teachers_of(uow, classroom)), set(access.students_of(uow, classroom))


def test_an_admin_sets_up_and_the_channel_becomes_the_class(world: World) -> None:
    made = world.do(set_up.set_up, world.admin, CHOICES)
    everybody = [person("UADMIN", is_admin=True), person("UTEACHER2"), person("UNEW"), person("UBOT", is_bot=True)]
    world.do(set_up.enrol, world.admin, made.id, everybody)
    assert roster(world, made.id) == ({"UADMIN", "UTEACHER2"}, {"UNEW"})
    assert world.kinds("C2") == ["class-ready"]
    assert "roster-read" in world.kinds("UADMIN")


def test_whose_account_is_closed_is_not_enrolled_and_leaves_the_roster(world: World) -> None:
    made = world.do(set_up.set_up, world.admin, CHOICES)
    here = [person("UONE"), person("UTWO")]
    world.do(set_up.enrol, world.accord, made.id, here)
    assert roster(world, made.id)[1] == {"UONE", "UTWO"}
    closed = [replace(one, is_active=False) for one in (here[1], person("UTHREE"))]
    world.do(set_up.enrol, world.accord, made.id, [here[0], *closed])
    assert roster(world, made.id)[1] == {"UONE"}


@pytest.mark.parametrize("who", ["student", "stranger", "teacher"])
def test_nobody_sets_up_who_merely_asks(world: World, who: str) -> None:
    with pytest.raises(Refusal, match="may-not-teach"):
        world.do(set_up.set_up, getattr(world, who), CHOICES)


def test_whom_an_admin_names_may_set_up(world: World) -> None:
    world.do(set_up.name_teacher, world.admin, "USTRANGER", None)
    assert world.do(set_up.set_up, world.stranger, CHOICES).name == "Biology 11"
    assert world.kinds("USTRANGER")[0] == "teacher-named"


def test_who_was_an_admin_names_nobody_and_takes_nothing_back(world: World) -> None:
    """What Slack says now counts, not what was stored of them."""
    world.do(set_up.name_teacher, world.admin, "USTRANGER", None)
    now_says = person(world.admin.user, is_admin=False)
    for use_case, user in ((set_up.name_teacher, "USTUDENT"), (set_up.take_back_teacher, "USTRANGER")):
        with pytest.raises(Refusal, match="for-admins"):
            world.do(use_case, world.admin, user, now_says)
    assert world.kinds("USTRANGER") == ["teacher-named"]
    assert world.kinds("USTUDENT") == []


def test_an_admin_takes_back_that_somebody_may_teach(world: World) -> None:
    world.do(set_up.name_teacher, world.admin, "USTRANGER", None)
    world.do(set_up.take_back_teacher, world.admin, "USTRANGER", None)
    assert world.kinds("USTRANGER") == ["teacher-named", "teacher-unnamed"]
    world.render_all()
    with pytest.raises(Refusal, match="may-not-teach"):
        world.do(set_up.set_up, world.stranger, CHOICES)
    world.do(set_up.take_back_teacher, world.admin, "USTRANGER", None)
    assert world.kinds("USTRANGER") == ["teacher-named", "teacher-unnamed"]


def test_what_the_settings_grant_is_taken_back_there_alone(world: World) -> None:
    world.do(set_up.grant_from_settings, world.admin, ["USTRANGER"])
    with pytest.raises(Refusal, match="named-in-the-settings"):
        world.do(set_up.take_back_teacher, world.admin, "USTRANGER", None)


def test_an_admin_changes_a_class_without_teaching_it(world: World) -> None:
    form = world.do(home.open_set_up, world.admin, world.classroom.id)
    assert (form.teaches, set(form.co_teachers)) == (False, {"UTEACHER", "UTEACHER2"})
    changed = replace(CHOICES, channel="C1", name="English 12", co_teachers=("UTEACHER2",))
    world.do(set_up.set_up, world.admin, changed)
    with world.uow() as uow:
        assert access.teachers_of(uow, world.classroom.id) == ["UTEACHER2"]
        found = uow.classrooms.get(world.classroom.id)
    assert found is not None
    assert found.name == "English 12"
    with pytest.raises(Refusal) as refused:
        world.do(set_up.set_up, world.admin, replace(changed, co_teachers=()))
    assert (refused.value.key, refused.value.field) == ("no-teacher", "co_teachers")


def test_only_an_admin_names_teachers(world: World) -> None:
    with pytest.raises(Refusal, match="for-admins"):
        world.do(set_up.name_teacher, world.teacher, "USTRANGER", None)


def test_a_teacher_changes_their_own_class_and_no_other(world: World) -> None:
    mine = replace(CHOICES, channel="C1", name="English 12", co_teachers=())
    assert world.do(set_up.set_up, world.teacher, mine).id == world.classroom.id
    assert roster(world, world.classroom.id)[0] == {"UTEACHER"}
    world.do(set_up.set_up, world.admin, CHOICES)
    with pytest.raises(Refusal, match="not-in-this-class"):
        world.do(set_up.set_up, world.teacher, CHOICES)


@pytest.mark.parametrize(
    ("changed", "key", "field"),
    [
        ({"name": "  "}, "empty", "name"),
        ({"name": "x" * 81}, "too-long", "name"),
        ({"timezone": "Mars/Olympus"}, "unknown-zone", "timezone"),
        ({"timezone": "../etc/passwd"}, "unknown-zone", "timezone"),
        ({"term_ends_on": date(2027, 1, 11)}, "date-in-the-past", "term_ends_on"),
        ({"term_ends_on": None}, "date-in-the-past", "term_ends_on"),
        ({"check_in_days": ()}, "no-check-in-day", "check_in_days"),
        ({"check_in_time": None}, "no-time", "check_in_time"),
        ({"check_in_time": time(5, 30)}, "check-in-at-night", "check_in_time"),
        ({"check_in_time": time(20, 0)}, "check-in-at-night", "check_in_time"),
    ],
)
def test_what_the_form_refuses(world: World, changed: dict[str, object], key: str, field: str) -> None:
    with pytest.raises(Refusal) as refusal:
        world.do(set_up.set_up, world.admin, replace(CHOICES, **changed))  # type: ignore[arg-type]
    assert (refusal.value.key, refusal.value.field) == (key, field)


def test_all_that_is_wrong_in_the_form_is_said_at_once(world: World) -> None:
    wrong = replace(
        CHOICES, name=" ", timezone="Mars", term_ends_on=date(2027, 1, 1), check_in_days=(), check_in_time=time(23, 0)
    )
    with pytest.raises(Refusal) as refused:
        world.do(set_up.set_up, world.admin, replace(wrong, channel="C1", co_teachers=()))
    assert [(r.field, r.key) for r in (refused.value, *refused.value.others)] == [
        ("name", "empty"),
        ("co_teachers", "no-teacher"),
        ("timezone", "unknown-zone"),
        ("term_ends_on", "date-in-the-past"),
        ("check_in_days", "no-check-in-day"),
        ("check_in_time", "check-in-at-night"),
    ]


def test_joining_and_leaving_the_channel(world: World) -> None:
    new = Actor(WORKSPACE, "UNEW")
    world.do(set_up.join, new, "C1", person("UNEW"))
    assert "UNEW" in roster(world, world.classroom.id)[1]
    world.do(set_up.leave, new, "C1")
    assert "UNEW" not in roster(world, world.classroom.id)[1]
    world.do(set_up.join, new, "C1", person("UNEW"))
    assert "UNEW" in roster(world, world.classroom.id)[1]


def test_of_whom_slack_says_nothing_as_they_join_it_is_asked_again(world: World) -> None:
    world.do(set_up.join, Actor(WORKSPACE, "UNEW"), "C1", None)
    world.do(set_up.join, Actor(WORKSPACE, "UNEW"), "C-OF-NO-CLASS", None)
    with world.uow() as uow:
        asked = [e.args["classroom"] for e in rows(uow.errands) if e.kind is ErrandKind.SYNC_ROSTER]
    assert asked == [world.classroom.id]


def test_a_bot_that_joins_is_nobody(world: World) -> None:
    world.do(set_up.join, Actor(WORKSPACE, "UBOT"), "C1", person("UBOT", is_bot=True))
    assert "UBOT" not in roster(world, world.classroom.id)[1]


def test_a_class_without_students_says_so(world: World) -> None:
    made = world.do(set_up.set_up, world.admin, CHOICES)
    world.do(set_up.enrol, world.admin, made.id, [person("UADMIN", is_admin=True)])
    with world.uow() as uow:
        assert access.students_of(uow, made.id) == []
    texts = [m.text for d, m in world.render_all() if d.notice == "roster-read"]
    assert len(texts) == 1


def test_a_place_has_one_side(world: World) -> None:
    with world.uow() as uow:
        places = uow.memberships.ever_of("UTEACHER")
    assert [p.side for p in places] == [Side.TEACHER]


def test_a_channel_is_archived_and_brought_back(world: World) -> None:
    for archived in (True, True, False):
        world.do(set_up.archive, world.teacher, "C1", archived)
        with world.uow() as uow:
            (classroom,) = uow.classrooms.in_channels("C1")
        assert classroom.archived is archived
    assert "home" in world.kinds("home:UTEACHER")


def test_a_set_up_does_not_bring_an_archived_channel_back(world: World) -> None:
    world.do(set_up.archive, world.teacher, "C1", True)
    changed = world.do(set_up.set_up, world.teacher, replace(CHOICES, channel="C1"))
    assert changed.archived
    world.do(set_up.archive, world.teacher, "C-of-no-class", True)


def test_days_that_are_none_are_not_taken_from_a_form(world: World) -> None:
    forged = replace(CHOICES, check_in_days=("FR", "*Friday*", "MO", "FR"))
    made = world.do(set_up.set_up, world.teacher, replace(forged, channel="C1"))
    assert made.check_in_days == ("MO", "FR")
    with pytest.raises(Refusal) as refused:
        world.do(set_up.set_up, world.teacher, replace(CHOICES, channel="C1", check_in_days=("*Friday*",)))
    assert (refused.value.key, refused.value.field) == ("no-check-in-day", "check_in_days")


def test_who_moves_to_another_zone_takes_the_check_ins_along(world: World) -> None:
    contract = world.agree()
    moved = Person(WORKSPACE, "USTUDENT", "Ana", timezone="Asia/Tokyo")
    world.do(admitting.learn, world.student, moved)
    with world.uow() as uow:
        (check_in,) = uow.check_ins.of_contract(contract.id)
    assert check_in.due_at.astimezone(ZoneInfo("Asia/Tokyo")).time() == time(8, 45)


def test_the_teachers_hear_when_a_student_with_an_open_contract_leaves(world: World) -> None:
    world.agree()
    world.do(set_up.leave, world.student, "C1")
    world.do(set_up.leave, world.student, "C1")
    world.do(set_up.leave, world.classmate, "C1")
    for teacher in (world.teacher, world.teacher2):
        away = [args for kind, args in world.said(teacher.user) if kind == "student-away"]
        assert away == [{"student": world.student.user, "classroom": world.classroom.id}]
    world.render_all()


def is_back(world: World) -> bool:
    """Whether the teachers would read now that the student is back."""
    with world.uow() as uow:
        brief: StudentAwayBrief = brief_for(
            uow, StudentAway(world.student.user, world.classroom.id), world.teacher.user
        )
    return brief.back


def test_what_the_teachers_read_of_it_changes_when_the_student_is_back(world: World) -> None:
    world.agree()
    me = Person(WORKSPACE, world.student.user, "Ana", timezone="UTC")
    world.do(set_up.leave, world.student, "C1")
    assert not is_back(world)
    world.do(set_up.join, world.student, "C1", me)
    assert is_back(world)
    assert refreshed(world) == {world.teacher.user, world.teacher2.user}
    world.do(admitting.learn, world.student, replace(me, is_active=False))
    assert not is_back(world)
    world.do(admitting.learn, world.student, me)
    assert is_back(world)
    world.render_all()


def test_it_offers_to_end_the_contract_and_says_when_that_is_done(world: World) -> None:
    contract = world.agree()
    world.do(set_up.leave, world.student, "C1")

    def said() -> str:
        (card,) = [m for d, m in world.render_all() if d.notice == "student-away" and d.lane == "UTEACHER"][-1:]
        return json.dumps(card.blocks)

    assert "changing.close" in said()
    world.do(changing.close, world.teacher, contract.id, "Moved away")
    assert "changing.close" not in said()
    assert refreshed(world) >= {world.teacher.user}


def refreshed(world: World) -> set[str]:
    """In whose direct messages a card is said anew that tells who is away."""
    return {d.lane for d in world.deliveries() if d.verb is Verb.REFRESH and d.notice == "student-away"}


def test_the_teachers_hear_when_the_account_of_a_student_with_a_contract_is_closed(world: World) -> None:
    world.agree()
    closed = Person(WORKSPACE, world.student.user, "Ana", timezone="UTC", is_active=False)
    world.do(admitting.learn, world.student, closed)
    world.do(admitting.learn, world.student, replace(closed, name="Ana H"))
    assert world.kinds(world.teacher.user).count("student-away") == 1


def test_a_class_hears_of_accord_once_it_can_be_told(world: World) -> None:
    def ready() -> list[DeliveryState]:
        return [d.state for d in world.deliveries() if d.notice == "class-ready" and d.verb is Verb.POST]

    made = world.do(set_up.set_up, world.admin, CHOICES)
    world.do(set_up.enrol, world.admin, made.id, [person("UADMIN", is_admin=True)])
    world.do(set_up.enrol, world.admin, made.id, [person("UADMIN", is_admin=True)])
    assert ready() == [DeliveryState.WAITING]
    with world.transactions.connection() as connection:
        connection.execute(update(table(OutboxRow)).values(state=DeliveryState.FAILED.value))
    world.later(minutes=1)
    world.do(set_up.enrol, Actor(WORKSPACE, ""), made.id, [person("UADMIN", is_admin=True)])
    assert ready() == [DeliveryState.FAILED, DeliveryState.WAITING]


def test_a_class_names_its_grades(world: World) -> None:
    made = world.do(set_up.set_up, world.admin, replace(CHOICES, grades=" 9  to 1 "))
    assert made.grades == "9 to 1"
    with pytest.raises(Refusal) as refused:
        world.do(set_up.set_up, world.admin, replace(CHOICES, grades="whatever comes"))
    assert (refused.value.key, refused.value.field) == ("grades-unread", "grades")
