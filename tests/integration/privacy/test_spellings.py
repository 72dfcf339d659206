"""However others wrote a name: it is gone from all that stores text, from exports, from what waits to be said."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import JSON, Column, MetaData, Table, Text, create_engine, insert, select

from bot.activities.admitting import use_cases as admitting
from bot.activities.privacy import exporting
from bot.domain import drafts
from bot.domain.care import CareSetting
from bot.domain.classroom import Feedback, Person
from bot.domain.outbox import Delivery, Verb
from bot.domain.seen import seen
from bot.domain.terms import Criterion, Target
from bot.language.naming import Finder, told_apart
from bot.language.naming import parts as naming_written
from bot.language.naming.letters import fold
from storage.privacy.person import NAMELESS, Needles
from storage.privacy.register import REGISTER, Held
from tests.integration.privacy.erasures import BY, all_retracted, erase
from tests.integration.privacy.life import cells, lived
from tests.rows import rows
from tests.unit.naming.people import SPACED, written
from tests.world import WORKSPACE, World

ZOE = Person(WORKSPACE, "USTUDENT", "Zoë Müller-O’Brien", handle="zoe.mueller")
WAYS = (
    *("Zoe Muller-O'Brien", "Müller-O’Brien, Zoë", "*Zoë* Müller O`Brien", "Z. Müller-O'Brien", "ZOE MUELLER OBRIEN"),
    *("Zoë M.", "zoë’s", "Zo\u200bë", "Zoe", "@zoe.mueller", "Zoë <@USTUDENT> Müller"),
)
TRACES = ("zo", "muller", "mueller", "obrien", "brien", "ustudent")


def _words(text: str) -> Iterator[str]:
    folded = "".join(c if c.isalnum() else " " for c in fold(text.encode().decode("unicode_escape", "ignore") + text))
    yield from (word for word in folded.split() if word.startswith(TRACES))


@pytest.mark.parametrize("typed", WAYS)
def test_nothing_of_it_is_left_in_what_others_wrote(world: World, typed: str) -> None:
    world.do(admitting.learn, world.student, ZOE)
    said = f"Ask {typed} about it"
    signed = seen(said)
    criteria = (Criterion(signed, world.terms().targets[0].criteria[0].author),)
    target: Target = replace(world.terms().targets[0], statement=signed, criteria=criteria, strategies=signed)
    theirs = world.agree(world.classmate, targets=(target,), hardest=signed, supports=signed)
    with world.uow() as uow:
        given_to = ("UTEACHER", "UCLASSMATE", said, said, said)
        feedback = uow.feedback.add(Feedback(WORKSPACE, world.classroom.id, *given_to, world.now))
        uow.drafts.add(drafts.begin(WORKSPACE, feedback.id, (said,), ask_model=False))
        args = {"reason": "student-not-here", "details": {"name": typed}}
        waits = Delivery(WORKSPACE, "UTEACHER", Verb.POST, "refused", args, "UTEACHER", world.now, world.now)
        uow.outbox.queue(waits)
    handed_out = json.dumps(exporting.document(export_of(world, "UCLASSMATE")), ensure_ascii=False)
    assert f"Ask {NAMELESS}" in handed_out.replace("*", "").replace("@", "")
    erase(world, world.student)
    all_retracted(world)
    assert [cell for cell in cells(world.engine) if list(_words(cell[2]))] == []
    with world.uow() as uow:
        kept = uow.contracts.get(theirs.id)
        assert kept is not None
        assert kept.in_force.agreed
        assert rows(uow.feedback, student="UCLASSMATE")[0].seen.endswith(" about it")


def export_of(world: World, user: str) -> exporting.Export:
    return world.do(exporting.export, world.accord, user, BY, "")


WORDED = [
    (held, column) for held in REGISTER for column in held.words if column not in held.unnamed and column != "terms"
]


@pytest.mark.parametrize(("held", "column"), WORDED, ids=[f"{held.name}.{column}" for held, column in WORDED])
def test_every_column_in_which_people_write_is_cleaned(world: World, held: Held, column: str) -> None:
    lived(world, world.classmate)
    world.do(admitting.learn, world.student, ZOE)
    export_of(world, "UCLASSMATE")
    with world.uow() as uow:
        uow.care_settings.put(CareSetting(WORKSPACE))
    cell = held.table.c[column]
    typed = "With Müller-O'Brien, Zoë"
    with world.engine.begin() as connection:
        row = connection.execute(select(held.table.c.id).where(held.table.c[held.workspace] == WORKSPACE)).first()
        assert row is not None
        value = {"said": [typed]} if isinstance(cell.type, JSON) else typed
        connection.execute(held.table.update().where(held.table.c.id == row.id).values({cell: value}))
    with world.uow() as uow:
        finder = Finder(told_apart(naming_written.written(ZOE), ()))
        uow.personal.erase(uow.personal.whom("USTUDENT"), finder, "former-member-0")
    with world.engine.connect() as connection:
        after = connection.execute(select(cell).where(held.table.c.id == row.id)).scalar_one()
    assert "With […]" in json.dumps(after, ensure_ascii=False)


def test_what_others_are_called_and_what_the_program_calls_things_stays(world: World) -> None:
    """Somebody is called like a weekday, like a side, like part of a classmate's name."""
    lived(world, world.classmate)
    before = {cell for cell in cells(world.engine) if "uclassmate" in cell[2].casefold()}
    names = ("Mo", "Student", "Ben", "Said", "Text", "Written")
    world.do(admitting.learn, world.student, Person(WORKSPACE, "USTUDENT", names[0], other_names=names[1:]))
    erase(world, world.student)
    all_retracted(world)
    assert {cell for cell in cells(world.engine) if "uclassmate" in cell[2].casefold()} == before
    with world.uow() as uow:
        assert {person.name for person in uow.people.among("UCLASSMATE")} == {"Ben Adeyemi"}
        assert all(contract.in_force.agreed for contract in uow.contracts.of_student("UCLASSMATE"))


CELLS = Table("cells", MetaData(), Column("text", Text), Column("json", JSON))
ENGINE = create_engine("sqlite://")
CELLS.metadata.create_all(ENGINE)


@settings(deadline=None)
@given(written(), st.booleans())
def test_every_row_in_which_a_name_is_found_is_looked_at(case: tuple[str, str, str, str], named: bool) -> None:
    """Databases compare by other rules than expressions do: none of their rows may be missed for that."""
    name, before, typed, after = case
    needles = Needles({"U0SK1": "former-member-0"}, Finder(told_apart([name], SPACED.values() if named else ())))
    text = before + typed + after
    if needles.without(text) == text:
        return
    with ENGINE.connect() as connection:
        connection.execute(insert(CELLS).values(text=text, json={"said": [text]}))
        for column in CELLS.c:
            likely = select(CELLS.c.text).where(needles.likely(column))
            assert connection.execute(likely).scalars().all() == [text]
        connection.rollback()
