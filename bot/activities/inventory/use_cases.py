"""A teacher asks a class in one round; each student answers, and says who sees it."""

from collections.abc import Mapping
from dataclasses import replace

from bot.activities import access
from bot.activities.contract.reads import zone_of_reader
from bot.activities.inventory import messages
from bot.activities.inventory.messages import (
    AskedBrief,
    InventoryAsked,
    InventoryBrief,
    InventoryOver,
    InventoryStands,
    InventoryWays,
    subject_of,
    subject_of_answer,
)
from bot.activities.lesson.ticket import who_is_here
from bot.domain import inventory as rules
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import out_of_quiet
from bot.domain.classroom import Classroom
from bot.domain.inventory import OPEN_FOR, ROUNDS, Inventory, InventoryAnswer, RoundKind, shown_to_teachers, summary_of
from bot.messages.briefs import NothingToSay, name_of, names_of, only_a_teacher, only_to, say
from bot.messages.tell import refresh, tell
from storage.unit_of_work import UnitOfWork


def show_ways(uow: UnitOfWork, actor: Actor, channel: str) -> None:
    """`/accord interests`: which rounds there are, to the teacher alone."""
    classroom = access.class_meant(uow, actor, channel, which="inventory-which-class")
    tell(uow, actor.user, InventoryWays(classroom))


def ask(uow: UnitOfWork, actor: Actor, classroom: int, place: int) -> None:
    """Everyone who learns in the class and is not away; one round of a kind at a time."""
    room = access.open_class_taught(uow, actor, classroom)
    if not 0 <= place < len(ROUNDS):
        raise Refusal("old-button")
    kind = ROUNDS[place]
    if any(one.kind is kind and one.takes_answers(uow.now) for one in uow.inventories.of(room.id)):
        raise Refusal("inventory-asked")
    here = who_is_here(uow, room)
    if not here:
        raise Refusal("lesson-nobody-here")
    opens = out_of_quiet(uow.now, room, room.timezone)
    made = uow.inventories.add(Inventory(uow.workspace, room.id, actor.user, kind, uow.now, opens + OPEN_FOR))
    for student in here:
        answer = uow.inventory_answers.add(InventoryAnswer(uow.workspace, made.id, student))
        notice = InventoryAsked(room.id, answer.id)
        tell(uow, student, notice, once=notice.subject, not_before=opens, expires_at=made.open_until)
    tell(uow, actor.user, InventoryStands(room.id, made.id))
    over = InventoryOver(room.id, made.id)
    tell(uow, actor.user, over, once=f"inventory-over:{made.id}", not_before=made.open_until)


def open_answer(uow: UnitOfWork, actor: Actor, answer: int) -> tuple[InventoryAnswer, RoundKind]:
    standing, found = _own(uow, actor, answer)
    return standing, found.kind


def say_interests(uow: UnitOfWork, actor: Actor, answer: int, chosen: Mapping[str, str], share: str) -> None:
    standing, found = _own(uow, actor, answer, RoundKind.INTERESTS)
    _save(uow, found, rules.said_interests(standing, chosen, share, uow.now))


def say_goals(uow: UnitOfWork, actor: Actor, answer: int, school: str, own: str, share: str) -> None:
    standing, found = _own(uow, actor, answer, RoundKind.YEAR)
    _save(uow, found, rules.said_goals(standing, school, own, share, uow.now))


def keep(uow: UnitOfWork, actor: Actor, answer: int) -> None:
    """What teachers could read is its student's alone again, also when the round is over or they left the class."""
    standing = uow.inventory_answers.get(answer)
    found = uow.inventories.get(standing.inventory) if standing is not None else None
    if standing is None or found is None or standing.student != actor.user:
        raise Refusal("old-button")
    access.somewhere(uow, actor)
    after = rules.kept(standing)
    if after != standing:
        _save(uow, found, after)


def _save(uow: UnitOfWork, found: Inventory, said: InventoryAnswer) -> None:
    uow.inventory_answers.save(said)
    refresh(uow, subject_of_answer(said.id))
    refresh(uow, subject_of(found.id))


def _own(
    uow: UnitOfWork, actor: Actor, answer: int, kind: RoundKind | None = None
) -> tuple[InventoryAnswer, Inventory]:
    """Somebody else's is as good as none."""
    standing = uow.inventory_answers.get(answer)
    found = uow.inventories.get(standing.inventory) if standing is not None else None
    if standing is None or found is None or standing.student != actor.user or kind not in (None, found.kind):
        raise Refusal("old-button")
    access.student_in(uow, actor, found.classroom)
    if not found.takes_answers(uow.now):
        raise Refusal("inventory-closed")
    return standing, found


def end(uow: UnitOfWork, actor: Actor, inventory: int) -> None:
    found = _as_teacher(uow, actor, inventory)
    if found.takes_answers(uow.now):
        uow.inventories.save(replace(found, ended_at=uow.now))
    for answer in uow.inventory_answers.of_inventory(found.id):
        refresh(uow, subject_of_answer(answer.id))
    refresh(uow, subject_of(found.id))


def open_shown(uow: UnitOfWork, actor: Actor, inventory: int) -> list[tuple[str, InventoryAnswer]]:
    """(name, answer) of those who show theirs to who teaches them now."""
    found = _as_teacher(uow, actor, inventory)
    here = set(access.students_of(uow, found.classroom)) - {actor.user}
    shown = [one for one in shown_to_teachers(uow.inventory_answers.of_inventory(found.id)) if one.student in here]
    return [(name_of(uow, one.student), one) for one in shown]


def _as_teacher(uow: UnitOfWork, actor: Actor, inventory: int) -> Inventory:
    found = uow.inventories.get(inventory)
    if found is None:
        raise Refusal("old-button")
    access.teacher_in(uow, actor, found.classroom)
    return found


def _ways(uow: UnitOfWork, notice: InventoryWays, reader: str) -> str:
    only_a_teacher(uow, notice.classroom, reader)
    room = uow.classrooms.get(notice.classroom)
    return room.name if room is not None else ""


def _asked(uow: UnitOfWork, notice: InventoryAsked, reader: str) -> AskedBrief:
    answer = uow.inventory_answers.get(notice.inventory_answer)
    if answer is None:
        raise NothingToSay("answer")
    only_to(answer.student, reader)
    found, room = _round(uow, answer.inventory)
    return AskedBrief(
        answer, found.kind, room.name, found.takes_answers(uow.now), uow.profiles.of(answer.student) is not None
    )


def _stands(uow: UnitOfWork, notice: InventoryStands | InventoryOver, reader: str) -> InventoryBrief:
    """That somebody has answered stands there, not what."""
    found, room = _round(uow, notice.inventory)
    only_a_teacher(uow, room.id, reader)
    if isinstance(notice, InventoryOver) and found.ended_at is not None:
        raise NothingToSay("ended before")
    answers = uow.inventory_answers.of_inventory(found.id)
    here = set(access.students_of(uow, room.id))
    known = [one for one in answers if one.student in here]
    year = found.kind is RoundKind.YEAR
    bare = [one.student for one in known if year and uow.profiles.of(one.student) is None]
    return InventoryBrief(
        inventory=found,
        classroom=room.name,
        summary=summary_of(answers),
        done=_names(uow, [one.student for one in known if one.is_said]),
        open=_names(uow, [one.student for one in known if not one.is_said]),
        without_profile=_names(uow, bare),
        shown=len(shown_to_teachers(known)),
        timezone=zone_of_reader(uow, uow.people.of(reader), {"classroom": room.id}),
    )


def _names(uow: UnitOfWork, users: list[str]) -> tuple[str, ...]:
    return names_of(uow, users) if users else ()


def _round(uow: UnitOfWork, inventory: int) -> tuple[Inventory, Classroom]:
    found = uow.inventories.get(inventory)
    room = uow.classrooms.get(found.classroom) if found is not None else None
    if found is None or room is None:
        raise NothingToSay("inventory")
    return found, room


say(InventoryWays, shown=_ways, blocks=messages.ways)
say(InventoryAsked, shown=_asked, blocks=messages.asked)
say(InventoryStands, shown=_stands, blocks=messages.stands)
say(InventoryOver, shown=_stands, blocks=messages.stands)
