"""What a class takes for evidence: kinds and size, chosen in its form, and kind words for all else."""

from dataclasses import replace

import pytest

from bot.activities.checking_in import unasked
from bot.activities.checking_in.unasked_messages import early_form
from bot.activities.evidence import giving
from bot.activities.evidence import use_cases as evidence
from bot.activities.evidence.forms import GivenEvidence, give_form
from bot.activities.evidence.messages import PieceRefused
from bot.activities.evidence.taking import kind_of
from bot.activities.set_up import use_cases as set_up
from bot.activities.set_up.messages import set_up_form
from bot.domain.actor import Refusal
from bot.domain.evidence import (
    ALL_KINDS,
    FileKind,
    Handed,
    Piece,
    PieceKind,
    PieceState,
    Takes,
    Why,
    can_be_sent,
    kind_of_file,
    offered_forms,
    takes_of,
)
from bot.domain.terms import EvidenceForm
from bot.evidence.checking import TAKEN, may_be_taken
from bot.messages.briefs import brief_for
from bot.messages.registry import Notice
from prompts.words import words_for
from sandbox.blocks.check import check_view
from storage.file_store import limit_files
from tests.unit.evidence.test_use_cases import FILE, errands
from tests.unit.set_up.test_set_up import CHOICES
from tests.world import World

ESSAY = "here's my essay: https://docs.example/d/12"


def takes(world: World, *kinds: str, mb: int = 0) -> None:
    with world.uow() as uow:
        room = uow.classrooms.get(world.classroom.id)
        assert room is not None
        uow.classrooms.save(replace(room, takes=kinds, file_mb=mb))


def arrives(world: World, media_type: str, size: int = 9) -> None:
    with world.uow() as uow:
        path = uow.files.coming()
        path.write_bytes(b"what is in it")
        digest = uow.files.keep(uow.workspace, path)
    world.do(evidence.fetched, world.accord, 1, "notebook.jpg", media_type, size, digest)


def standing(world: World) -> list[tuple[PieceState, str]]:
    with world.uow() as uow:
        return [(piece.state, piece.why) for piece in uow.pieces.all()]


def kinds_told(world: World) -> frozenset[PieceKind]:
    """What Ana reads that she can show instead."""
    with world.uow() as uow:
        notice: Notice = PieceRefused(1)
        return brief_for(uow, notice, world.student.user).takes.kinds  # type: ignore[no-any-return]


REFUSED = (PieceState.REFUSED, "kind")


@pytest.mark.parametrize(
    ("chosen", "mb", "school", "expected"),
    [
        ((), 0, 10, Takes()),
        (("picture", "text"), 2, 10, Takes(frozenset({PieceKind.PICTURE, PieceKind.TEXT}), 2)),
        (("picture",), 10, 5, Takes(frozenset({PieceKind.PICTURE}), 5)),
        (("of a later version",), 0, 20, Takes(ALL_KINDS, 20)),
    ],
)
def test_what_a_class_takes_stays_within_what_the_school_takes(
    chosen: tuple[str, ...], mb: int, school: int, expected: Takes
) -> None:
    assert takes_of(chosen, mb, school) == expected


def test_a_kind_is_the_same_by_the_file_and_by_what_is_kept_of_it() -> None:
    assert {media: kind_of_file(media) for media in TAKEN} == {media: kind for media, (kind, _) in TAKEN.items()}
    assert {PieceKind(kind.value) for kind in FileKind} < ALL_KINDS


def test_a_file_that_the_class_does_not_take_is_shown_to_nobody(world: World) -> None:
    world.agree()
    takes(world, "document", "text")
    world.do(evidence.take, world.student, FILE, "my notebook", "1.1")
    assert world.do(evidence.taken, world.accord, 1).files.kinds == {FileKind.DOCUMENT}
    arrives(world, "image/jpeg")
    assert standing(world) == [REFUSED]
    assert world.kinds("USTUDENT")[-1] == "piece-refused"
    assert "piece-shown" not in world.kinds("UTEACHER")
    assert kinds_told(world) == {PieceKind.DOCUMENT, PieceKind.TEXT}
    assert "tidy-files" in errands(world)


def test_a_file_larger_than_the_class_takes_is_refused_with_the_size(world: World) -> None:
    world.agree()
    takes(world, mb=2)
    world.do(evidence.take, world.student, FILE, "", "1.1")
    assert world.do(evidence.taken, world.accord, 1).files.size_most == 2_000_000
    arrives(world, "image/jpeg", 2_000_001)
    assert standing(world) == [(PieceState.REFUSED, Why.TOO_BIG.value)]


def test_the_class_of_the_target_decides_not_another_one_of_theirs(world: World) -> None:
    contract = world.agree().id
    takes(world, "video")
    with world.uow() as uow:
        piece = Piece(
            uow.workspace, contract, "USTUDENT", None, "1.1", "", "rain", "", world.now, words="The rain falls"
        )
        uow.pieces.add(replace(piece, state=PieceState.KEPT))
    world.do(evidence.choose, world.student, 1, contract, 0)
    assert standing(world) == [REFUSED]
    assert "piece-shown" not in world.kinds("UTEACHER")


def test_a_link_where_the_class_takes_none_is_answered_with_what_works(world: World) -> None:
    world.agree()
    takes(world, "picture")
    assert world.do(evidence.take_links, world.student, ESSAY, "1.1")
    assert standing(world) == [REFUSED]
    assert world.kinds("USTUDENT")[-1] == "piece-refused"
    assert kinds_told(world) == {PieceKind.PICTURE}
    with world.uow() as uow:
        assert [piece.words for piece in uow.pieces.all()] == [""]
    before = world.kinds("USTUDENT")
    assert world.do(evidence.take_links, world.student, f"{ESSAY} again", "1.1")
    assert world.kinds("USTUDENT") == before


@pytest.mark.parametrize(
    ("kinds", "words", "key", "field"),
    [
        (("picture", "text"), "https://docs.example/d/12", "evidence-no-link", "words"),
        (("picture", "link"), "The rain falls", "evidence-no-text", "words"),
        (("picture",), "The rain falls", "evidence-no-words", "line"),
        (("picture",), "", "evidence-nothing", "line"),
    ],
)
def test_the_form_refuses_under_a_field_that_it_has(
    world: World, kinds: tuple[str, ...], words: str, key: str, field: str
) -> None:
    contract = world.agree().id
    takes(world, *kinds)
    with pytest.raises(Refusal) as refused:
        world.do(giving.give, world.student, contract, GivenEvidence(words, "a line"), Handed(source="V1"))
    assert (refused.value.key, refused.value.field) == (key, field)
    assert standing(world) == []
    view = give_form(words_for("en"), world.do(giving.open_form, world.student, contract))
    assert field in {block.get("block_id") for block in view["blocks"]}


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize(
    ("kinds", "fields"),
    [
        ((), {"files", "words", "line", "criterion"}),
        (("link",), {"words", "line", "criterion"}),
        (("audio", "video"), {"files", "line", "criterion"}),
    ],
)
def test_the_form_asks_for_what_the_class_takes(
    world: World, kinds: tuple[str, ...], fields: set[str], lang: str
) -> None:
    contract = world.agree().id
    takes(world, *kinds)
    view = give_form(words_for(lang), world.do(giving.open_form, world.student, contract))
    check_view(view)
    assert {block["block_id"] for block in view["blocks"] if block["type"] == "input"} == fields


def test_the_form_of_a_check_in_has_no_place_for_files_where_the_class_takes_none(world: World) -> None:
    contract = world.agree().id
    for kinds, has in (((), True), (("link", "text"), False)):
        takes(world, *kinds)
        view = early_form(words_for("en"), world.do(unasked.open_form, world.student, contract))
        assert ("files" in {block.get("block_id") for block in view["blocks"]}) is has


def test_what_is_asked_for_is_what_can_be_sent() -> None:
    words = frozenset({PieceKind.TEXT})
    assert not can_be_sent(EvidenceForm.VIDEO, words)
    assert can_be_sent(EvidenceForm.VIDEO, frozenset({PieceKind.LINK}))
    assert can_be_sent(EvidenceForm.WRITTEN, words)
    assert {EvidenceForm.VIDEO, EvidenceForm.PHOTO, EvidenceForm.LINK}.isdisjoint(offered_forms(words))
    assert set(offered_forms(ALL_KINDS)) == set(EvidenceForm)


def test_a_file_too_large_and_of_no_kind_that_is_taken_is_not_asked_for_again_but_smaller() -> None:
    documents = Takes(frozenset({PieceKind.DOCUMENT})).files
    assert not may_be_taken("talk.mp4", documents)
    assert may_be_taken("essay.pdf", documents)
    assert may_be_taken("of no ending", documents)


def test_a_teacher_chooses_in_the_form_of_the_class(world: World) -> None:
    made = world.do(set_up.set_up, world.admin, replace(CHOICES, takes=("text", "picture", "?"), file_mb=5))
    assert (made.takes, made.file_mb) == (("picture", "text"), 5)
    everything = tuple(kind.value for kind in PieceKind)
    made = world.do(set_up.set_up, world.admin, replace(CHOICES, takes=everything, file_mb=0))
    assert (made.takes, made.file_mb) == ((), 0)


def test_a_form_from_before_leaves_it_as_it_is(world: World) -> None:
    world.do(set_up.set_up, world.admin, replace(CHOICES, takes=("text",), file_mb=5))
    made = world.do(set_up.set_up, world.admin, CHOICES)
    assert (made.takes, made.file_mb) == (("text",), 5)


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_form_of_the_class_offers_no_more_than_the_school_takes(world: World, lang: str) -> None:
    limit_files(world.engine, 5)
    world.do(set_up.set_up, world.admin, replace(CHOICES, takes=("text",), file_mb=2))
    form = world.do(set_up.open_form, world.admin, CHOICES.channel, None)
    view = set_up_form(words_for(lang), form.channel, form.classroom, (), form.timezone, True, form.school_mb)
    check_view(view)
    fields = {block["block_id"]: block["element"] for block in view["blocks"]}
    assert [option["value"] for option in fields["file_mb"]["options"]] == ["0", "2"]
    assert fields["file_mb"]["initial_option"]["value"] == "2"
    assert [option["value"] for option in fields["takes"]["initial_options"]] == ["text"]
    assert kind_of(Piece("T", 1, "U", 0, "", "", "", "", world.now, media_type="application/pdf")) is PieceKind.DOCUMENT
