"""The commands: what they write, and how kindly they refuse."""

import errno
import json
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError
from typer.testing import CliRunner, Result

from bot.__main__ import command_line
from bot.activities.paper import use_cases as paper
from bot.activities.privacy import disclosing
from bot.activities.privacy.page import page
from bot.domain.classroom import Person
from bot.domain.disclosure import DisclosureKind
from bot.domain.outbox import Errand, ErrandKind
from bot.domain.school_report import CELLS
from bot.settings import Settings
from prompts.words import words_for
from storage.engine import open_engine
from storage.migrate import migrate
from tests.integration.privacy.life import MARK, holding, lived
from tests.unit.paper.test_paper import SAID
from tests.world import World

T, ANA = "T1", "USTUDENT"


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """A database of its own, which the commands are told of."""
    url = f"sqlite:///{tmp_path}/accord.db"
    monkeypatch.setenv("ACCORD_DATABASE_URL", url)
    monkeypatch.chdir(tmp_path)
    made = open_engine(url)
    migrate(made)
    return made


def accord(*args: str, says: str | None = None) -> Result:
    return CliRunner().invoke(command_line(), list(args), input=says)


def recorded(world: World) -> list[DisclosureKind]:
    return [line.what for line in world.do(disclosing.listed, world.accord, "", 99)]


def test_export_writes_two_files_and_a_line_in_the_record(world: World, tmp_path: Path) -> None:
    lived(world, world.student)
    done = accord("student", "export", ANA, "-w", T, "--out", str(tmp_path / "ana"), "--reason", "her parents asked")
    assert done.exit_code == 0, done.output
    written = json.loads((tmp_path / "ana" / "export.json").read_text("utf-8"))
    assert written["user"] == ANA
    assert f"{MARK} ustudent about hardest." in (tmp_path / "ana" / "export.html").read_text("utf-8")
    line = world.do(disclosing.listed, world.accord, ANA, 1)[0]
    assert (line.what, line.reason) == (DisclosureKind.EXPORTED, "her parents asked")
    assert line.by.startswith("operator:")


def test_who_has_no_account_is_exported_and_erased_by_their_id(world: World, tmp_path: Path) -> None:
    mo = world.do(paper.enter, world.teacher, world.classroom.id, "Mo Reed", of_age=True).user
    drawn = world.do(paper.write, world.teacher, world.classroom.id, mo, SAID)
    world.do(paper.sign, world.teacher, drawn.id, drawn.on_the_table.number)
    done = accord("student", "export", mo, "-w", T, "--out", str(tmp_path / "mo"))
    assert done.exit_code == 0, done.output
    written = (tmp_path / "mo" / "export.json").read_text("utf-8")
    assert json.loads(written)["user"] == mo
    assert (SAID["t0_strategies"] in written, "Mo Reed" in written) == (True, True)
    done = accord("student", "erase", mo, "-w", T, "--yes")
    assert done.exit_code == 0, done.output
    still = {(table, column) for table, column, _ in holding(world.engine, "Mo Reed", mo)}
    assert still == {("retraction", "needles")}, "to be looked for in the messages of their teachers"
    with world.uow() as uow:
        assert mo not in {one.place for one in uow.retractions.all()}
        assert uow.contracts.of_student(mo) == []
    assert recorded(world) == [DisclosureKind.EXPORTED, DisclosureKind.ERASED]


def test_an_export_that_stands_is_not_written_over(world: World, tmp_path: Path) -> None:
    (tmp_path / "export.json").write_text("mine")
    done = accord("student", "export", ANA, "-w", T, "--out", str(tmp_path))
    assert done.exit_code == 1
    assert "export.json" in done.stderr
    assert (tmp_path / "export.json").read_text() == "mine"


def test_a_folder_that_can_not_be_written_is_said(world: World, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = accord("student", "export", ANA, "-w", T, "--out", str(tmp_path / "file" / "x"))
    assert done.exit_code == 1
    assert str(tmp_path) in done.stderr.replace("\n", "")


def test_a_file_is_no_folder_and_stays(world: World, tmp_path: Path) -> None:
    done = accord("student", "export", ANA, "-w", T, "--out", "accord.db")
    assert done.exit_code == 1
    assert "accord.db" in done.stderr
    assert "remove" not in done.stderr
    assert recorded(world) == []


@pytest.mark.parametrize("when", ["written", "named"])
def test_what_was_not_handed_out_is_not_recorded_and_blocks_nothing(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    full = OSError(errno.ENOSPC, "No space left on device")

    def fail(*_: object) -> None:
        raise full

    with monkeypatch.context() as broken:
        broken.setattr(page, "page" if when == "written" else "_file", fail)
        failed = accord("student", "export", ANA, "-w", T, "--out", "ana")
    assert failed.exit_code == 1
    assert "No space left" in failed.stderr
    assert recorded(world) == []
    assert list(tmp_path.glob("ana/*")) == []
    assert accord("student", "export", ANA, "-w", T, "--out", "ana").exit_code == 0
    assert sorted(file.name for file in (tmp_path / "ana").iterdir()) == ["export.html", "export.json"]


def test_a_disk_that_fills_up_in_the_middle_leaves_no_half_file(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[Path] = []
    write = page._file

    def fill_up(path: Path, content: bytes) -> None:
        write(path, content)
        written.append(path)
        if len(written) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(page, "_file", fill_up)
    failed = accord("student", "export", ANA, "-w", T, "--out", "ana")
    assert failed.exit_code == 1
    assert len(written) == 2
    assert list((tmp_path / "ana").iterdir()) == []
    assert recorded(world) == []


@pytest.mark.parametrize(
    "args",
    [
        ("student", "export", "ana", "-w", T, "--out", "x"),
        ("student", "export", ANA, "-w", "school", "--out", "x"),
        ("student", "export", "UNOBODY", "-w", T, "--out", "x"),
        ("student", "erase", "ana", "-w", T, "--yes"),
        ("student", "erase", "UNOBODY", "-w", T, "--yes"),
        ("student", "erase", ANA, "-w", "T9", "--yes"),
        ("disclosures", "-w", "t1"),
        ("retention", "show", "-w", ""),
        ("retention", "set", "-w", T),
        ("retention", "set", "-w", T, "--contracts", "0"),
        ("retention", "set", "-w", T, "--llm", "99999"),
    ],
)
def test_wrong_input_is_refused_in_a_sentence(world: World, args: tuple[str, ...]) -> None:
    done = accord(*args)
    assert done.exit_code == 1
    assert done.stderr.strip()
    assert "Traceback" not in done.output + done.stderr
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert recorded(world) == []


def test_settings_that_are_no_text_are_said(world: World, tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes("ACCORD_TEACHERS=Ä".encode("utf-16"))
    done = accord("retention", "show", "-w", T)
    assert done.exit_code == 1
    assert ".env" in done.stderr
    assert isinstance(done.exception, SystemExit)


def test_settings_that_may_not_be_read_are_said(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed() -> None:
        raise PermissionError(errno.EACCES, "Permission denied", ".env")

    monkeypatch.setattr("bot.cli.common.Settings", closed)
    done = accord("retention", "show", "-w", T)
    assert done.exit_code == 1
    assert "Permission denied" in done.stderr


@pytest.mark.parametrize("setting", ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "OPENAI_API_KEY"])
@pytest.mark.parametrize("token", ["xoxb-se\x1bsame", "xoxb-se\nsame", "xoxb-sésame", "xoxb-se same"])
def test_a_token_that_can_be_none_is_refused_and_not_shown(
    world: World, monkeypatch: pytest.MonkeyPatch, setting: str, token: str
) -> None:
    monkeypatch.setenv(setting, token)
    done = accord("doctor")
    assert done.exit_code == 1
    assert isinstance(done.exception, SystemExit)
    assert setting in done.stderr
    assert "same" not in done.output + done.stderr


def test_spaces_around_a_token_are_not_part_of_it() -> None:
    assert Settings(slack_bot_token=SecretStr(" xoxb-1\r\n")).slack_bot_token.get_secret_value() == "xoxb-1"


def test_while_somebody_writes_the_calls_to_the_model_are_not_shown(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    lived(world, world.student)
    monkeypatch.setattr("bot.cli.privacy.write_down", _locked)
    done = accord("llm", "log", "--json")
    assert done.exit_code == 1
    assert done.stdout == ""
    assert isinstance(done.exception, SystemExit)


def _locked(*_: object) -> None:
    raise OperationalError("INSERT", {}, sqlite3.OperationalError("database is locked"))


def test_without_a_database_the_commands_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ACCORD_DATABASE_URL", "sqlite:///none.db")
    done = accord("student", "erase", ANA, "-w", T, "--yes")
    assert done.exit_code == 1
    assert done.stderr.strip()
    assert not (tmp_path / "none.db").exists()


def test_erase_asks_first_and_without_a_terminal_wants_yes(world: World) -> None:
    lived(world, world.student)
    done = accord("student", "erase", ANA, "-w", T)
    assert done.exit_code == 1
    assert "--yes" in done.stderr
    assert holding(world.engine, f"{MARK} ustudent")
    assert recorded(world) == []


def test_erase_is_done_once_and_says_so_the_second_time(world: World) -> None:
    lived(world, world.student)
    first = accord("student", "erase", ANA, "-w", T, "--yes", "--reason", "left school")
    assert first.exit_code == 0, first.output
    assert holding(world.engine, f"{MARK} ustudent") == []
    second = accord("student", "erase", ANA, "-w", T, "--yes")
    assert second.exit_code == 0, second.output
    assert "Nothing is held" not in first.output + second.output
    handed_out = accord("student", "export", ANA, "-w", T, "--out", "ana")
    assert handed_out.exit_code == 1
    assert "30" in handed_out.stderr
    assert recorded(world) == [DisclosureKind.ERASED]


def test_the_record_can_be_read_by_people_and_programs(world: World, tmp_path: Path) -> None:
    assert accord("disclosures", "-w", T).exit_code == 0
    accord("student", "export", ANA, "-w", T, "--out", str(tmp_path / "x"))
    read = accord("disclosures", "-w", T, "--about", ANA, "--json")
    assert [json.loads(line)["what"] for line in read.output.splitlines()] == ["exported"]
    assert ANA in accord("disclosures", "-w", T).output
    assert accord("disclosures", "-w", T, "--about", "UCLASSMATE", "--json").output == ""


def test_the_numbers_of_the_school_are_written_once_teachers_have_had_their_week(world: World, tmp_path: Path) -> None:
    assert "60 days" in accord("report", "-w", T).output
    cells = {"students": 7, "teachers": 3, "begun": 9, "agreed": 100}
    with world.uow(now=datetime.now(UTC) - timedelta(days=8)) as uow:
        disclosing.record(uow, DisclosureKind.REPORT_SHOWN, "operator:test", None, "2026-02", cells)
    out = tmp_path / "school.csv"
    done = accord("report", "-w", T, "--out", str(out))
    assert done.exit_code == 0, done.output
    head, row = out.read_text("utf-8-sig").splitlines()
    told = {"half_year": "2026-02", **{name: str(number) for name, number in cells.items()}}
    assert dict(zip(head.split(","), row.split(","), strict=True)) == {**dict.fromkeys(CELLS, ""), **told}
    assert accord("report", "-w", T, "--out", str(out)).exit_code == 1


def test_the_periods_are_shown_changed_and_the_change_is_written_down(world: World) -> None:
    lived(world, world.student, ended=True)
    assert "365" in accord("retention", "show", "-w", T).output
    changed = accord("retention", "set", "-w", T, "--contracts", "180", "--outbox", "60", "--reason", "the board")
    assert changed.exit_code == 0, changed.output
    assert "180" in accord("retention", "show", "-w", T).output
    line = world.do(disclosing.listed, world.accord, "", 1)[0]
    assert line.detail == {"contract_days": "365 to 180", "outbox_days": "30 to 60"}


def test_what_is_past_its_time_is_counted_for_what_it_is(world: World) -> None:
    """The commands have a clock of their own, by which all of the life below is long over."""
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)
    with world.uow(now=long_ago) as uow:
        uow.people.add(Person(T, "UACCORD", "Accord", is_bot=True))
        uow.people.add(Person(T, "UGONE", "Gone"))
        uow.first_time("press:UGONE:x:1.2")
        uow.errands.add(Errand(T, ErrandKind.LEARN_PERSON, {"user": "UGONE"}, long_ago, done=True))
    shown = [line.split("\t") for line in accord("retention", "show", "-w", T).output.splitlines()]
    words = words_for()
    past = {what: count for what, _, count in shown[1:]}
    assert past[words("retention-contract-days")] == "0"
    assert past[words("retention-people")] == "2"  # and the stranger, who has no place
    assert past[words("retention-incoming-days")] == "1"
    assert past[words("retention-errands")] == "1"
    assert len(past) == len(shown) - 1


def test_a_look_at_the_calls_to_the_model_is_written_down(world: World) -> None:
    lived(world, world.student)
    done = accord("llm", "log", "--json", "--reason", "odd drafts")
    assert done.exit_code == 0, done.output
    line = world.do(disclosing.listed, world.accord, "", 1)[0]
    assert (line.what, line.about, line.detail) == (DisclosureKind.SHOWN, None, {"command": "llm log"})
