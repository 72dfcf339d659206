"""Links and texts that a student shows, in a message and by the form."""

from dataclasses import replace

import pytest

from bot.activities.checking_in import answering, unasked
from bot.activities.checking_in.forms import ReplyForm
from bot.activities.evidence import giving
from bot.activities.evidence import use_cases as evidence
from bot.activities.evidence.forms import GivenEvidence, give_form
from bot.domain import contract as life
from bot.domain.actor import Refusal
from bot.domain.evidence import A_DAY_MOST, Handed, Piece, PieceState
from bot.domain.outbox import ErrandKind
from bot.messages.forms import OPTIONS_MOST
from prompts.words import words_for
from sandbox.blocks.check import check_view
from tests.unit.checking_in.steps import asked
from tests.unit.evidence.test_use_cases import arrives
from tests.world import World, terms

ESSAY = "here's my essay: https://docs.example/d/12"
POEM = GivenEvidence("The rain falls", "It has no rhyme")


def pieces(world: World) -> list[Piece]:
    with world.uow() as uow:
        return uow.pieces.all()


def two_targets(world: World) -> int:
    (target,) = terms().targets
    return world.agree(targets=(target, replace(target, statement="Read 20 pages"))).id


def test_a_link_is_shown_to_nobody_before_its_student_says_so(world: World) -> None:
    contract = world.agree().id
    assert world.do(evidence.take_links, world.student, ESSAY, "1.1")
    (piece,) = pieces(world)
    assert (piece.words, piece.line, piece.target) == ("https://docs.example/d/12", "here's my essay", None)
    assert "piece-shown" not in world.kinds("UTEACHER")
    world.do(evidence.choose, world.student, piece.id, contract, 0)
    assert world.kinds("UTEACHER").count("piece-shown") == 1
    assert "piece-file" not in world.kinds("UTEACHER")
    assert "piece-shown" not in world.kinds("C1")


def test_nothing_of_a_link_is_fetched(world: World) -> None:
    contract = world.agree().id
    world.do(evidence.take_links, world.student, ESSAY, "1.1")
    world.do(evidence.choose, world.student, 1, contract, 0)
    with world.uow() as uow:
        assert [e.kind for e in uow.errands.all() if e.kind is not ErrandKind.RETRACT] == []


def test_a_further_part_of_the_message_is_no_second_piece(world: World) -> None:
    world.agree()
    world.do(evidence.take_links, world.student, "https://docs.example/d/12", "1.1")
    world.do(evidence.take_links, world.student, "https://docs.example/d/12\nmy essay", "1.1")
    assert [piece.line for piece in pieces(world)] == ["my essay"]


def test_what_turns_out_to_be_something_else_is_let_go_of(world: World) -> None:
    world.agree()
    world.do(evidence.take_links, world.student, ESSAY, "1.1")
    world.do(evidence.let_go, world.student, "1.1")
    assert [(p.state, p.words) for p in pieces(world)] == [(PieceState.TAKEN_BACK, "")]


def test_an_edit_is_followed_and_without_a_link_nothing_is_shown(world: World) -> None:
    contract = world.agree().id
    world.do(evidence.take_links, world.student, ESSAY, "1.1")
    world.do(evidence.choose, world.student, 1, contract, 0)
    world.do(evidence.correct, world.student, "1.1", "my text: https://docs.example/d/13")
    assert [(p.words, p.line) for p in pieces(world)] == [("https://docs.example/d/13", "my text")]
    world.do(evidence.correct, world.student, "1.1", "nothing")
    (piece,) = pieces(world)
    assert (piece.state, piece.words, piece.line, piece.name) == (PieceState.TAKEN_BACK, "", "", "")


def test_no_client_makes_a_link_of_it(world: World) -> None:
    contract = world.agree().id
    world.do(evidence.take_links, world.student, "*look* <!channel> https://docs.example/_a_", "1.1")
    world.do(evidence.choose, world.student, 1, contract, 0)
    (card,) = [message for d, message in world.render_all() if d.notice == "piece-shown" and message]
    text = str(card.blocks)
    assert "'type': 'link'" not in text
    assert "mrkdwn" not in text
    assert "https://docs.example/_a_" in text


def test_a_text_is_shown_at_once_by_the_form(world: World) -> None:
    contract = two_targets(world)
    criterion = terms().targets[0].criteria[0].text
    world.do(giving.give, world.student, contract, replace(POEM, target="1", criterion="1:0"), Handed((), "view:1"))
    (piece,) = pieces(world)
    assert (piece.target, piece.criterion, piece.words) == (1, criterion, "The rain falls")
    assert world.kinds("UTEACHER").count("piece-shown") == 1
    world.do(evidence.drop, world.student, piece.id)
    (gone,) = pieces(world)
    assert (gone.state, gone.words, gone.criterion) == (PieceState.TAKEN_BACK, "", "")


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (replace(POEM, words="  ", target="0"), "words"),
        (replace(POEM, line="", target="0"), "line"),
        (POEM, "target"),
        (replace(POEM, target="2"), "target"),
        (replace(POEM, target="0", criterion="1:0"), "criterion"),
        (replace(POEM, target="0", criterion="0:9"), "criterion"),
    ],
)
def test_what_a_form_lacks_is_said_under_its_field(world: World, given: GivenEvidence, field: str) -> None:
    contract = two_targets(world)
    with pytest.raises(Refusal) as refused:
        world.do(giving.give, world.student, contract, given, Handed((), "view:1"))
    assert refused.value.field == field
    assert pieces(world) == []


def test_files_and_a_text_of_one_form_are_one_card(world: World) -> None:
    contract = world.agree().id
    files = (("F1", "a.jpg"), ("F2", "b.pdf"), ("F3", "c.pdf"), ("F4", "d.pdf"))
    world.do(giving.give, world.student, contract, POEM, Handed(files, "view:1"))
    assert [(p.slack_file, p.state.value, p.target) for p in pieces(world)] == [
        ("", "kept", 0),
        ("F1", "coming", 0),
        ("F2", "coming", 0),
        ("F3", "coming", 0),
    ]
    assert world.kinds("USTUDENT").count("piece-noted") == 1
    world.do(evidence.drop, world.student, 1)
    assert {p.state for p in pieces(world)} == {PieceState.TAKEN_BACK}


def test_a_file_alone_is_enough_for_the_form(world: World) -> None:
    contract = world.agree().id
    world.do(giving.give, world.student, contract, GivenEvidence("", "my page"), Handed((("F1", "a.jpg"),), "view:1"))
    assert [p.line for p in pieces(world)] == ["my page"]


def test_files_alone_in_the_form_of_a_check_in_leave_it_open(world: World) -> None:
    check_in = asked(world, world.agree())
    handed = Handed((("F1", "a.jpg"),), "view:1")
    world.do(answering.log, world.student, check_in, ReplyForm(values=("",)), handed)
    assert [p.slack_file for p in pieces(world)] == ["F1"]
    assert "reply-noted" not in world.kinds("USTUDENT")
    world.do(
        answering.log,
        world.student,
        check_in,
        ReplyForm(values=("5",), evidence="page 3"),
        replace(handed, source="view:2"),
    )
    assert [p.line for p in pieces(world)] == ["", "page 3"]
    assert "reply-noted" in world.kinds("USTUDENT")


def test_files_beside_a_number_that_can_not_be_read_wait_for_it(world: World) -> None:
    check_in = asked(world, world.agree())
    with pytest.raises(Refusal):
        world.do(answering.log, world.student, check_in, ReplyForm(values=("x",)), Handed((("F1", "a.jpg"),), "view:1"))
    assert pieces(world) == []


def test_files_of_a_check_in_of_now_are_taken(world: World) -> None:
    contract = world.agree().id
    world.do(unasked.log, world.student, contract, ReplyForm(values=("",)), Handed((("F1", "a.jpg"),), "view:1"))
    assert [p.slack_file for p in pieces(world)] == ["F1"]
    with world.uow() as uow:
        assert not uow.replies.on(contract)


def test_nothing_is_given_for_a_contract_that_does_not_run(world: World) -> None:
    contract = world.proposed().id
    for attempt in (
        lambda: world.do(giving.open_form, world.student, contract),
        lambda: world.do(giving.give, world.student, contract, POEM, Handed((), "view:1")),
    ):
        with pytest.raises(Refusal):
            attempt()


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("several", [False, True])
def test_slack_takes_the_form(world: World, language: str, several: bool) -> None:
    contract = two_targets(world) if several else world.agree().id
    form = world.do(giving.open_form, world.student, contract)
    long = replace(form.targets[0], statement="s" * 900, criteria=form.targets[0].criteria * OPTIONS_MOST)
    for targets in (form.targets, (long,) * len(form.targets)):
        check_view(give_form(words_for(language), replace(form, targets=targets)))


def test_more_than_a_days_worth_is_not_taken(world: World) -> None:
    contract = world.agree().id
    for number in range(A_DAY_MOST):
        world.do(giving.give, world.student, contract, POEM, Handed((), f"view:{number}"))
    with pytest.raises(Refusal) as refused:
        world.do(giving.give, world.student, contract, POEM, Handed((), "view:x"))
    assert refused.value.field == "words"
    assert world.do(evidence.take, world.student, [("F1", "a.jpg")], "", "1.1")
    assert world.do(evidence.take_links, world.student, ESSAY, "2.1")
    assert world.kinds("USTUDENT")[-2:] == ["enough-today"] * 2
    assert len(pieces(world)) == A_DAY_MOST
    world.later(days=1)
    world.do(giving.give, world.student, contract, POEM, Handed((), "view:y"))
    assert len(pieces(world)) == A_DAY_MOST + 1


def test_a_contract_that_ended_before_the_choice_gets_a_clear_word(world: World) -> None:
    contract = two_targets(world)
    world.do(evidence.take_links, world.student, ESSAY, "1.1")
    end(world, contract)
    with pytest.raises(Refusal) as refused:
        world.do(evidence.choose, world.student, 1, contract, 0)
    assert refused.value.key == "evidence-ended"
    (card,) = [message for d, message in world.render_all() if d.notice == "piece-noted" and message]
    assert "evidence.choose" not in str(card.blocks)
    assert "piece-shown" not in world.kinds("UTEACHER")


def test_a_file_that_comes_after_the_end_is_shown_to_nobody_and_says_so(world: World) -> None:
    contract = world.agree().id
    world.do(evidence.take, world.student, [("F1", "a.jpg")], "", "1.1")
    end(world, contract)
    arrives(world)
    (card,) = [message for d, message in world.render_all() if d.notice == "piece-noted" and message]
    assert "Ms Lee" not in card.text
    assert "piece-shown" not in world.kinds("UTEACHER")


def test_many_targets_stand_in_a_menu(world: World) -> None:
    (target,) = terms().targets
    world.agree(targets=tuple(replace(target, statement=f"Read {n} pages") for n in range(1, 13)))
    world.do(evidence.take_links, world.student, ESSAY, "1.1")
    (card,) = [message for d, message in world.render_all() if d.notice == "piece-noted" and message]
    (menu,) = [e for b in card.blocks if b["type"] == "actions" for e in b["elements"] if e["type"] == "static_select"]
    assert len(menu["options"]) == 12


def end(world: World, contract: int) -> None:
    with world.uow() as uow:
        found = uow.contracts.get(contract)
        assert found is not None
        uow.contracts.save(life.close(found, "", "UTEACHER", world.now))
