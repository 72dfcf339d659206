"""What each side reads in each state, and that what people typed is only ever shown."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.activities.changing import use_cases as changing
from bot.activities.reviewing import use_cases as reviewing
from bot.activities.reviewing.messages import ContractCard
from bot.domain import contract as life
from bot.domain.actor import Side
from bot.domain.contract import Contract, Status
from bot.domain.outbox import Message
from bot.domain.terms import Criterion, EvidenceForm, Terms
from bot.messages.blocks import spoken
from bot.messages.presenting import present
from bot.messages.tell import tell
from bot.messages.terms import change_blocks, target_labels, terms_blocks
from sandbox.blocks.check import check_message_blocks
from tests.unit.contract.forms import WORDS, as_shown
from tests.unit.reviewing.scenes import (
    active,
    amended,
    announced,
    buttons,
    changed,
    messages,
    newest,
    texts,
)
from tests.world import World, terms

HOSTILE = "<!channel> @here #general *bold* _it_ <https://x.y|z> & ` ~ <@U1>"


def _step(scene: Callable[[World], Contract], step: Callable[[Contract], Contract]) -> Callable[[World], Contract]:
    def play(world: World) -> Contract:
        contract = scene(world)
        with world.uow() as uow:
            return uow.contracts.save(step(contract))

    return play


def _drafting(world: World) -> Contract:
    with world.uow() as uow:
        return uow.contracts.add(life.begin("T1", world.classroom.id, world.student.user, world.now))


SCENES: dict[Status, Callable[[World], Contract]] = {
    Status.DRAFTING: _drafting,
    Status.PROPOSED: announced,
    Status.QUESTIONED: lambda w: _step(announced, lambda c: life.ask(c, 1, HOSTILE, w.teacher.user, w.now))(w),
    Status.AMENDED: amended,
    Status.ACTIVE: active,
    Status.RENEGOTIATING: lambda w: changed(w, w.student),
    Status.REASSESSING: lambda w: _step(active, lambda c: life.come_to_an_end(c, w.now))(w),
    Status.COMPLETED: lambda w: _step(
        active, lambda c: life.complete(life.come_to_an_end(c, w.now), w.teacher.user, w.now)
    )(w),
    Status.CLOSED: lambda w: _step(active, lambda c: life.close(c, HOSTILE, w.teacher.user, w.now))(w),
}

EXPECTED: dict[tuple[Status, Side], set[str]] = {
    (Status.DRAFTING, Side.STUDENT): {"proposing.start_in.0", "changing.close"},
    (Status.DRAFTING, Side.TEACHER): {"changing.close"},
    (Status.PROPOSED, Side.STUDENT): {"changing.close"},
    (Status.PROPOSED, Side.TEACHER): {
        "reviewing.approve",
        "reviewing.ask",
        "reviewing.suggest",
        "reviewing.redirect",
        "changing.close",
    },
    (Status.QUESTIONED, Side.STUDENT): {"reviewing.answer", "changing.close"},
    (Status.QUESTIONED, Side.TEACHER): {"changing.close"},
    (Status.AMENDED, Side.STUDENT): {"reviewing.sign", "reviewing.counter", "reviewing.wonder", "changing.close"},
    (Status.AMENDED, Side.TEACHER): {"changing.close"},
    (Status.ACTIVE, Side.STUDENT): {
        "documents.contract",
        "evidence.add",
        "changing.open",
        "changing.close",
        "absence.pause",
    },
    (Status.ACTIVE, Side.TEACHER): {"documents.contract", "changing.open", "changing.close", "absence.pause"},
    (Status.RENEGOTIATING, Side.STUDENT): {
        "documents.contract",
        "evidence.add",
        "changing.take_back",
        "changing.close",
        "absence.pause",
    },
    (Status.RENEGOTIATING, Side.TEACHER): {
        "documents.contract",
        "changing.sign",
        "changing.decline",
        "changing.close",
        "absence.pause",
    },
    (Status.REASSESSING, Side.STUDENT): {"documents.contract"},
    (Status.REASSESSING, Side.TEACHER): {"documents.contract"},
    (Status.COMPLETED, Side.STUDENT): {"documents.contract"},
    (Status.COMPLETED, Side.TEACHER): {"documents.contract"},
    (Status.CLOSED, Side.STUDENT): {"documents.contract"},
    (Status.CLOSED, Side.TEACHER): {"documents.contract"},
}


def shown(world: World, contract: Contract, user: str) -> Message:
    with world.uow() as uow:
        tell(uow, user, ContractCard(contract.id))
    return newest(world, user, "contract-card")


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("status", list(Status))
def test_the_contract_card_offers_what_can_be_done_now(world: World, status: Status, side: Side) -> None:
    contract = SCENES[status](world)
    assert contract.status is status
    user = world.student.user if side is Side.STUDENT else world.teacher2.user
    assert set(buttons(shown(world, contract, user))) == EXPECTED[status, side]
    messages(world)


def test_the_next_check_in_is_told_on_the_readers_own_clock(world: World) -> None:
    contract = active(world)
    with world.uow() as uow:
        person = uow.people.of(world.student.user)
        assert person is not None
        uow.people.put(replace(person, timezone="Asia/Tokyo"))
    assert any("17:45" in text for text in texts(shown(world, contract, world.student.user)))
    assert any("08:45" in text for text in texts(shown(world, contract, world.teacher.user)))


def long_terms(text: str) -> Terms:
    """Three targets, every field as long as it may be."""
    target = replace(
        terms().targets[0],
        statement=text,
        strategies=text,
        obstacle=text,
        fallback=text,
        evidence_words=text,
        unit=text[:60],
        criteria=tuple(Criterion(f"{i} {text}"[:300], side) for side in (Side.STUDENT, Side.TEACHER) for i in range(5)),
    )
    return terms(targets=(target,) * 3, hardest=text, strengths=text, supports=text, commitments=text)


@pytest.mark.parametrize("text", ["x" * 1000, "\U0001f600" * 1000, (HOSTILE * 20)[:1000]])
def test_the_longest_terms_still_fit_into_a_message_and_a_form(text: str) -> None:
    whole = long_terms(text)
    other = replace(
        whole,
        targets=tuple(
            replace(
                t,
                statement=text[::-1],
                goal=t.goal + 1,
                baseline=t.baseline - 1,
                unit="y",
                strategies=text[1:],
                evidence=EvidenceForm.VIDEO,
                evidence_words=text[2:],
                due_on=t.due_on - timedelta(days=1),
                criteria=t.criteria[:3],
            )
            for t in whole.targets
        ),
        hardest="",
        strengths="",
        supports="",
        commitments="",
        ends_on=whole.ends_on + timedelta(days=1),
        check_in_days=("TU",),
    )
    blocks = [*terms_blocks(whole, WORDS, private=True), *change_blocks(whole, other, WORDS)]
    assert check_message_blocks(blocks) == []
    assert len(blocks) <= 45
    assert sum(len(t) for t in _texts(blocks)) <= 10000
    for side in Side:
        as_shown(whole, side)


def _texts(blocks: Any) -> list[str]:
    return texts(Message("", tuple(blocks)))


def test_supports_are_shown_only_where_it_is_private() -> None:
    private = terms(supports="More time in class", hardest="Spelling", strengths="Ideas")
    assert "More time in class" in _texts(terms_blocks(private, WORDS, private=True))
    assert not {"More time in class", "Spelling", "Ideas"} & set(_texts(terms_blocks(private, WORDS, private=False)))


SAMPLE = terms().targets[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "begin them in new ways",
        "begin them in new ways by {due}",
        "begin at least 208 sentences",
        "begin at least 208 sentences by {due}",
        "begin at least 208 sentences (now 203), by {due}",
    ],
)
def test_a_card_says_each_number_and_the_day_once(sentence: str) -> None:
    due = f"{SAMPLE.due_on:%-d %B %Y}"
    target = replace(
        SAMPLE, statement=sentence.format(due=due), baseline=Decimal(203), goal=Decimal(208), unit="sentences"
    )
    shown = " ".join(_texts(terms_blocks(terms(targets=(target,), ends_on=SAMPLE.due_on), WORDS, private=True)))
    assert [shown.count(text) for text in ("203", "208")] == [1, 1]
    assert shown.count(due) == 2, "of the target, and of the contract"


def test_two_targets_that_begin_alike_have_two_labels() -> None:
    long = "begin sentences in my next essays in ways that nobody in my class has seen before: "
    alike = [replace(SAMPLE, statement=long + end) for end in ("first", "second")]
    assert len(set(target_labels(alike, WORDS))) == 2
    assert target_labels([SAMPLE], WORDS) == [SAMPLE.statement]
    assert all(len(label) <= 75 for label in target_labels(alike, WORDS))


TARGETS = {
    "statement": replace(SAMPLE, statement=HOSTILE),
    "strategies": replace(SAMPLE, strategies=HOSTILE),
    "obstacle": replace(SAMPLE, obstacle=HOSTILE),
    "fallback": replace(SAMPLE, fallback=HOSTILE),
    "unit": replace(SAMPLE, unit=HOSTILE),
    "evidence_words": replace(SAMPLE, evidence_words=HOSTILE),
    "something else": replace(SAMPLE, evidence=EvidenceForm.OTHER, evidence_words=HOSTILE),
    "criteria": replace(SAMPLE, criteria=(Criterion(HOSTILE, Side.STUDENT),)),
}


@pytest.mark.parametrize("field", list(TARGETS))
def test_what_is_typed_in_a_target_is_shown_to_the_letter(field: str) -> None:
    typed = terms(targets=(TARGETS[field],))
    for blocks in (terms_blocks(typed, WORDS, private=True), change_blocks(terms(), typed, WORDS)):
        assert HOSTILE in _texts(blocks)
        assert only_text(blocks)


@pytest.mark.parametrize("field", ["supports", "commitments", "hardest", "strengths"])
def test_what_is_typed_in_the_whole_is_shown_to_the_letter(field: str) -> None:
    typed = terms(**{field: HOSTILE})
    for blocks in (terms_blocks(typed, WORDS, private=True), change_blocks(terms(), typed, WORDS)):
        assert HOSTILE in _texts(blocks)
        assert only_text(blocks)


def only_text(value: Any) -> bool:
    """Whether nothing in it would be parsed: no mrkdwn, no link, no mention of a person, a channel or a group."""
    if isinstance(value, dict):
        parsed = value.get("type") in ("mrkdwn", "link", "user", "usergroup", "channel", "broadcast")
        return not parsed and all(only_text(v) for v in value.values())
    return all(only_text(v) for v in value) if isinstance(value, list | tuple) else True


def test_no_message_of_a_review_lets_typed_text_act(world: World) -> None:
    target = replace(terms().targets[0], statement=HOSTILE, criteria=(Criterion(HOSTILE, Side.STUDENT),))
    announced(world, targets=(target,), supports=HOSTILE)
    for _, message in messages(world):
        assert only_text(message.blocks)
        assert HOSTILE in texts(message)
        assert "<" not in message.text


def test_a_card_of_somebody_who_is_no_party_says_nothing(world: World) -> None:
    contract = announced(world)
    with world.uow() as uow:
        tell(uow, world.classmate.user, ContractCard(contract.id))
    (card,) = [d for d in world.deliveries() if d.lane == world.classmate.user]
    with world.uow() as uow:
        assert present(uow, card) is None


def test_every_card_tells_the_end_date_that_is_in_force(world: World) -> None:
    contract = changed(world, world.student, ends_on="20 March")
    world.do(changing.decline, world.teacher, contract.id, 2, "Let us keep it")
    in_force = WORDS("terms-date", date=terms().ends_on)
    lines = [texts(m)[-1] for kind in ("proposal-card", "change-card") for _, m in messages(world, kind)]
    assert [line for line in lines if in_force not in line] == []
    assert len(lines) == 5


def test_an_answered_question_tells_how_it_goes_on(world: World) -> None:
    contract = amended(world)
    world.do(reviewing.wonder, world.student, contract.id, 2, "Why?")
    entry = world.said(world.teacher.user)[-1][1]["entry"]
    world.do(reviewing.explain, world.teacher, contract.id, entry, "It helps")
    names = {"student": "Ana", "teacher": "Ms Lee"}
    waits = WORDS.pieces("standing-amended-teacher", **names)[-1]
    assert waits in texts(newest(world, world.teacher.user, "student-wondered"))
    world.do(reviewing.sign, world.student, contract.id, 2)
    in_force = WORDS("terms-date", date=terms().ends_on)
    for user, kind in ((world.teacher.user, "student-wondered"), (world.student.user, "teacher-explained")):
        assert in_force in texts(newest(world, user, kind))[-1]


def test_the_students_own_criterion_is_told_to_them_as_their_own(world: World) -> None:
    contract = active(world)
    own, theirs = (spoken(WORDS.pieces(f"terms-criterion-{whose}", text="")) for whose in ("own", "student"))
    for actor, student, said in ((world.student, "", own), (world.teacher, contract.student, theirs)):
        world.do(changing.show_contract, actor, "D1", student)
        shown = "".join(texts(newest(world, actor.user, "contract-card")))
        assert [whose in shown for whose in (own, theirs)] == [whose == said for whose in (own, theirs)]


def test_what_holds_while_a_change_waits_is_said_once(world: World) -> None:
    contract = changed(world, world.student)
    world.do(changing.show_contract, world.student, "D1", "")
    assert WORDS("change-waits") not in texts(newest(world, contract.student, "contract-card"))
    assert WORDS("change-waits") in texts(newest(world, contract.student, "change-card"))


def test_what_is_about_the_whole_stands_under_a_name_of_its_own() -> None:
    """Else it reads like a list with a gap in it."""
    blocks = terms_blocks(terms(), WORDS, private=True)
    assert [block["elements"][0]["type"] for block in blocks] == ["rich_text_section"] * 2
