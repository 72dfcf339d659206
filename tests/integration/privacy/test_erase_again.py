"""After a restore: whom the record of before names as erased is found in the copy, shown, and erased again."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.activities.privacy import disclosing, erasing
from bot.domain.classroom import Person
from bot.domain.dates import CalendarAddress
from bot.domain.disclosure import DisclosureKind
from tests.integration.privacy.life import MARK, holding, lived
from tests.integration.privacy.test_cli import ANA, T, accord, engine
from tests.world import World

__all__ = ["engine"]


@pytest.fixture
def restored(world: World, engine: Engine, tmp_path: Path) -> str:
    """A copy is made, Ana is erased, and the copy is put in the place of the database. The old file."""
    lived(world, world.student)
    lived(world, world.classmate)
    world.do(erasing.erased_before, world.accord, ANA)  # with the key of the pseudonyms
    engine.dispose()
    shutil.copy(tmp_path / "accord.db", tmp_path / "copy.db")
    world.later(hours=1)
    world.do(erasing.erase, world.accord, ANA, "operator:ops", "they asked")
    engine.dispose()
    shutil.move(tmp_path / "accord.db", tmp_path / "before.db")
    for log in tmp_path.glob("accord.db-*"):
        log.unlink()
    shutil.move(tmp_path / "copy.db", tmp_path / "accord.db")
    return str(tmp_path / "before.db")


def test_whom_the_record_of_before_names_is_erased_again(world: World, restored: str) -> None:
    assert holding(world.engine, f"{MARK} ustudent")
    done = accord("student", "erase-again", "--from", restored, "--yes")
    assert done.exit_code == 0, done.output
    assert ANA in done.output
    assert "UCLASSMATE" not in done.output
    assert holding(world.engine, f"{MARK} ustudent") == []
    assert holding(world.engine, f"{MARK} uclassmate")
    line = world.do(disclosing.listed, world.accord, ANA, 9)[-1]
    assert (line.what, line.reason) == (DisclosureKind.ERASED, "they asked")


def test_once_is_enough_and_nobody_is_erased_without_a_yes(world: World, restored: str) -> None:
    asked = accord("student", "erase-again", "--from", restored)
    assert asked.exit_code == 1
    assert ANA in asked.output
    assert "--yes" in asked.stderr
    assert holding(world.engine, f"{MARK} ustudent")
    accord("student", "erase-again", "--from", restored, "--yes")
    after = accord("student", "erase-again", "--from", restored, "--yes")
    assert after.exit_code == 0
    assert ANA not in after.output
    assert len(world.do(disclosing.listed, world.accord, ANA, 9)) == 1


def test_where_nothing_can_be_written_beside_it_it_is_read_all_the_same(world: World, restored: str) -> None:
    """Whoever moved it away made the folder, and it may be theirs alone."""
    Path(f"{restored}-shm").symlink_to("nowhere")  # what SQLite would make there to work with it
    done = accord("student", "erase-again", "--from", restored, "--yes")
    assert done.exit_code == 0, done.output
    assert ANA in done.output


def test_who_came_back_before_the_copy_is_left_alone(world: World, engine: Engine, tmp_path: Path) -> None:
    lived(world, world.student)
    world.do(erasing.erase, world.accord, ANA, "operator:ops", "they asked")
    engine.dispose()
    shutil.copy(tmp_path / "accord.db", tmp_path / "before.db")
    with world.uow() as uow:
        uow.people.add(Person(T, ANA, "Ana Horváth"))
    done = accord("student", "erase-again", "--from", str(tmp_path / "before.db"), "--yes")
    assert done.exit_code == 0, done.output
    assert ANA not in done.output
    with world.uow() as uow:
        assert uow.people.of(ANA) is not None


@pytest.mark.parametrize("content", [None, b"", b"no database"])
def test_what_is_no_database_of_before_is_said(world: World, tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "before.db").write_bytes(content)
    done = accord("student", "erase-again", "--from", str(tmp_path / "before.db"))
    assert done.exit_code == 1
    assert "before.db" in done.stderr
    assert isinstance(done.exception, SystemExit)


def test_an_address_that_was_stopped_since_is_stopped_again(world: World, engine: Engine, tmp_path: Path) -> None:
    """Also one that was replaced; what stood at both times stands."""
    world.do(erasing.erased_before, world.accord, ANA)
    people = ("USTUDENT", "UCLASSMATE", "UTEACHER")
    with world.uow() as uow:
        for user in people:
            uow.calendar_addresses.put(CalendarAddress(T, user, f"old {user}", world.now))
    engine.dispose()
    shutil.copy(tmp_path / "accord.db", tmp_path / "copy.db")
    with world.uow() as uow:
        mine = uow.calendar_addresses.of("USTUDENT")
        assert mine is not None
        uow.calendar_addresses.remove(mine.id)
        uow.calendar_addresses.put(CalendarAddress(T, "UCLASSMATE", "new", world.now))
    engine.dispose()
    shutil.move(tmp_path / "accord.db", tmp_path / "before.db")
    for log in tmp_path.glob("accord.db-*"):
        log.unlink()
    shutil.move(tmp_path / "copy.db", tmp_path / "accord.db")
    for _ in range(2):
        done = accord("student", "erase-again", "--from", str(tmp_path / "before.db"))
        assert done.exit_code == 0, done.output
        with world.uow() as uow:
            assert [one.user for one in uow.calendar_addresses.all()] == ["UTEACHER"]
