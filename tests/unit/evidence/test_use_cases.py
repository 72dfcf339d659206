"""A file of a student's, from the message to the teacher's look, and until nothing is left of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.activities.evidence import use_cases as evidence
from bot.activities.privacy import erasing, exporting
from bot.activities.privacy.page import page
from bot.domain.actor import Refusal
from bot.domain.evidence import Piece, PieceState, Why
from bot.domain.outbox import ErrandKind
from storage.upkeep.backup import back_up_files
from tests.world import World, terms

FILE = [("F1", "notebook.jpg")]


def piece(world: World) -> Piece:
    with world.uow() as uow:
        (found,) = uow.pieces.all()
        return found


def errands(world: World) -> list[ErrandKind]:
    with world.uow() as uow:
        return [errand.kind for errand in uow.errands.all() if errand.kind is not ErrandKind.RETRACT]


def arrives(world: World, id: int = 1) -> str:
    with world.uow() as uow:
        path = uow.files.coming()
        path.write_bytes(b"a picture")
        digest = uow.files.keep(uow.workspace, path)
    world.do(evidence.fetched, world.accord, id, "notebook.jpg", "image/jpeg", 9, digest)
    return digest


def two_targets(world: World) -> int:
    (target,) = terms().targets
    return world.agree(targets=(target, replace(target, statement="Read 20 pages"))).id


def test_it_is_shown_to_whoever_is_told_of_check_ins_once_it_is_here(world: World) -> None:
    world.agree()
    assert world.do(evidence.take, world.student, FILE, "  my\nnotebook ", "1.1")
    assert world.kinds("UTEACHER") == []
    arrives(world)
    assert world.kinds("UTEACHER")[-2:] == ["piece-shown", "piece-file"]
    assert "piece-shown" not in world.kinds("UTEACHER2")
    assert "piece-shown" not in world.kinds("C1")
    assert piece(world).line == "my notebook"


def test_what_came_with_a_contract_that_takes_nothing_more_is_shown_to_nobody_unasked(world: World) -> None:
    """The form was of another class, whose contract is at its end: its file is not for the teacher of this one."""
    world.agree()
    assert world.do(evidence.take, world.student, FILE, "", "1.1", 987_654)
    arrives(world)
    assert piece(world).target is None
    assert "piece-shown" not in world.kinds("UTEACHER")


@pytest.mark.parametrize("first", ["the file", "the target"])
def test_nobody_is_told_before_both_are_known(world: World, first: str) -> None:
    contract = two_targets(world)
    world.do(evidence.take, world.student, FILE, "", "1.1")
    if first == "the file":
        arrives(world)
    else:
        world.do(evidence.choose, world.student, 1, contract, 1)
    assert "piece-shown" not in world.kinds("UTEACHER")
    if first == "the file":
        world.do(evidence.choose, world.student, 1, contract, 1)
    else:
        arrives(world)
    assert world.kinds("UTEACHER").count("piece-shown") == 1
    with pytest.raises(Refusal):
        world.do(evidence.choose, world.student, 1, contract, 0)


def test_two_files_at_once_for_two_targets(world: World) -> None:
    """Each message has its choice; what came in one goes to one target, together."""
    contract = two_targets(world)
    world.do(evidence.take, world.student, FILE, "", "1.1")
    world.do(evidence.take, world.student, [("F2", "pages.jpg"), ("F3", "more.jpg")], "", "1.2")
    for number in (1, 2, 3):
        arrives(world, number)
    assert "piece-shown" not in world.kinds("UTEACHER")
    world.do(evidence.choose, world.student, 2, contract, 0)
    world.do(evidence.choose, world.student, 1, contract, 1)
    with world.uow() as uow:
        assert {one.id: one.target for one in uow.pieces.all()} == {1: 1, 2: 0, 3: 0}
    with pytest.raises(Refusal):
        world.do(evidence.choose, world.student, 3, contract, 1)


def test_a_target_of_somebody_else_is_no_choice(world: World) -> None:
    two_targets(world)
    other = world.agree(world.classmate).id
    world.do(evidence.take, world.student, FILE, "", "1.1")
    with pytest.raises(Refusal):
        world.do(evidence.choose, world.student, 1, other, 0)


def test_without_a_contract_that_runs_nothing_is_kept(world: World) -> None:
    assert not world.do(evidence.take, world.student, FILE, "", "1.1")
    world.proposed()
    assert not world.do(evidence.take, world.student, FILE, "", "1.1")
    assert errands(world) == []


def test_what_is_not_taken_is_said_once(world: World) -> None:
    world.agree()
    world.do(evidence.take, world.student, FILE, "", "1.1")
    world.do(evidence.not_fetched, world.accord, 1, Why.HEIC)
    world.do(evidence.not_fetched, world.accord, 1, Why.GONE)
    assert world.kinds("USTUDENT") == ["piece-noted", "piece-refused"]
    assert piece(world).why == "heic"


def test_every_reason_has_its_words(world: World) -> None:
    world.agree()
    for number in range(len(Why)):
        world.do(evidence.take, world.student, FILE, "", f"{number}.1")
    with world.uow() as uow:
        pieces = uow.pieces.all()
    for one, why in zip(pieces, Why, strict=True):
        world.do(evidence.not_fetched, world.accord, one.id, why)
    texts = [message.text for d, message in world.render_all() if d.notice == "piece-refused" and message]
    assert len(set(texts)) == len(Why)


def test_a_look_is_counted_once_and_told(world: World) -> None:
    world.agree()
    world.do(evidence.take, world.student, FILE, "", "1.1")
    with pytest.raises(Refusal):
        world.do(evidence.seen, world.teacher, 1)
    arrives(world)
    for _ in range(2):
        world.do(evidence.seen, world.teacher, 1)
    with world.uow() as uow:
        assert [look.user for look in uow.looks.all()] == ["UTEACHER"]
    (card,) = [message for d, message in world.render_all() if d.notice == "piece-noted"]
    assert "Ms Lee" in str(card.blocks)


def test_what_comes_after_it_was_taken_back_is_not_kept(world: World) -> None:
    world.agree()
    world.do(evidence.take, world.student, FILE, "", "1.1")
    world.do(evidence.drop, world.student, 1)
    arrives(world)
    assert piece(world).state is PieceState.TAKEN_BACK
    assert "piece-shown" not in world.kinds("UTEACHER")
    assert world.do(evidence.held, world.accord) == frozenset()
    assert ErrandKind.TIDY_FILES in errands(world)


def test_erasing_takes_it_along_here_and_from_slack(world: World) -> None:
    world.agree()
    world.do(evidence.take, world.student, FILE, "my notebook", "1.1")
    arrives(world)
    (given,) = [d for d in world.deliveries() if d.notice == "piece-file"]
    with world.uow() as uow:
        uow.outbox._deliveries.save(replace(given, file="F77"))
    world.do(erasing.erase, world.accord, "USTUDENT", "operator:me", "asked")
    with world.uow() as uow:
        assert uow.pieces.all() == []
        assert [e.args for e in uow.errands.all() if e.kind is ErrandKind.REMOVE_FILE] == [{"file": "F77"}]
    assert ErrandKind.TIDY_FILES in errands(world)


def test_an_export_has_the_file(world: World, tmp_path: Path) -> None:
    world.agree()
    world.do(evidence.take, world.student, FILE, "my notebook", "1.1")
    digest = arrives(world)
    found = world.do(exporting.export, world.accord, "USTUDENT", "operator:me", "asked")
    with world.uow() as uow:
        page.prepare(found, tmp_path / "out", lambda name: uow.files.read(uow.workspace, name))
    page.publish(tmp_path / "out")
    assert (tmp_path / "out" / "files" / "1-notebook.jpg").read_bytes() == b"a picture"
    assert found.rows["evidence"][0]["digest"] == digest
    with pytest.raises(FileExistsError):
        page.check(tmp_path / "out")


def test_a_backup_brings_what_is_new(world: World, tmp_path: Path) -> None:
    world.agree()
    world.do(evidence.take, world.student, FILE, "", "1.1")
    digest = arrives(world)
    with world.uow() as uow:
        root = uow.files.root  # type: ignore[attr-defined]
    assert [back_up_files(root, tmp_path / "copies") for _ in range(2)] == [1, 1]
    assert (tmp_path / "copies" / "T1" / digest[:2] / digest).read_bytes() == b"a picture"
    assert back_up_files(root, root) == 0
