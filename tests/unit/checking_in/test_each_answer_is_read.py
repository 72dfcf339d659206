"""Every answer reaches a teacher: whatever is answered, edited, deleted and taken back, in any order, the class's
teachers read the words that stand, in the message about the class and in the list behind it."""

import json
import random
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

import pytest

from bot.activities.checking_in import answering, class_reads
from bot.activities.checking_in.class_messages import class_list
from bot.activities.checking_in.forms import ReplyForm
from bot.activities.hearing import listening
from bot.activities.hearing.listening import DirectMessage
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import CheckInState, Reply
from bot.domain.rounds import Round
from bot.messages.presenting import present
from prompts.words import words_for
from tests.unit.checking_in.steps import at, check_ins
from tests.unit.checking_in.test_class_card import CARD, cards
from tests.world import START, WORKSPACE, World

SEEDS = range(12)
ACTS = 14
WORDS = ("apple", "river", "lantern", "copper", "meadow", "window", "harbour", "pencil", "violin", "garden")


class Term:
    """Two students who answer on one day, as chance has it. Each word is written once."""

    def __init__(self, world: World, seed: int) -> None:
        self.world = world
        self.chance = random.Random(seed)
        self.contracts = {c.student: c for c in (world.agree(), world.agree(world.classmate))}
        at(world, START + timedelta(minutes=45))
        self.check_ins = {user: check_ins(world, c)[0].id for user, c in self.contracts.items()}
        self.typed: list[tuple[str, str]] = []
        self.count = 0

    def goes_on(self) -> None:
        self.world.now += timedelta(seconds=self.chance.choice((2, 90, 400)))
        user = self.chance.choice(sorted(self.contracts))
        acts: tuple[Callable[[str], None], ...] = (
            self.types,
            self.types,
            self.fills,
            self.edits,
            self.deletes,
            self.undoes,
        )
        with suppress(Refusal):  # there is nothing to edit, or it is too late: nothing changed
            self.chance.choice(acts)(user)

    def sentence(self) -> str:
        self.count += 1
        number = self.chance.choice(("", f"{self.chance.randint(1, 9)} of 10, "))
        return f"{number}the {self.chance.choice(WORDS)}{self.count} helped"

    def types(self, user: str) -> None:
        ts = f"{self.world.now.timestamp():.0f}.{self.count:06}"
        words = DirectMessage("D1", self.sentence(), ts, f"said:{ts}:{user}")
        self.world.do(listening.hear, Actor(WORKSPACE, user), words, greets=lambda _: False)
        self.typed.append((user, ts))

    def fills(self, user: str) -> None:
        form = ReplyForm(("5",), worked=self.sentence(), next_step=self.sentence())
        self.world.do(answering.log, Actor(WORKSPACE, user), self.check_ins[user], form)

    def edits(self, user: str) -> None:
        ts = self.one_of(user)
        if ts:
            self.world.do(listening.correct, Actor(WORKSPACE, user), "D1", self.sentence(), ts)

    def deletes(self, user: str) -> None:
        ts = self.one_of(user)
        if ts:
            self.world.do(listening.forget, Actor(WORKSPACE, user), ts)

    def one_of(self, user: str) -> str | None:
        mine = [ts for author, ts in self.typed if author == user]
        return self.chance.choice(mine) if mine else None

    def undoes(self, user: str) -> None:
        with self.world.uow() as uow:
            found = uow.utterances.newest_of(user)
        if found is not None:
            self.world.do(answering.undo, Actor(WORKSPACE, user), found.id)

    def stands(self) -> list[Reply]:
        """The words of the check-ins that are answered now."""
        with self.world.uow() as uow:
            found = [c for c in map(uow.check_ins.get, self.check_ins.values()) if c is not None]
            return [r for c in found if c.state is CheckInState.ANSWERED for r in uow.replies.to(c) if not r.target]


@pytest.mark.parametrize("seed", SEEDS)
def test_what_stands_is_what_the_teachers_read(world: World, seed: int) -> None:
    term = Term(world, seed)
    for _ in range(ACTS):
        term.goes_on()
        for reader in shown(world):
            for reply in term.stands():
                for text in filter(None, reply.all_words.split("\n")):
                    assert text in reader


def shown(world: World) -> list[str]:
    """What a teacher reads in the newest message about the class, and in the list behind it."""
    card = next(iter(cards(world)), None)
    if card is None:
        return []
    with world.uow() as uow:
        message = present(uow, card)
    number = Round(world.classroom.id, START.date()).number
    brief = world.do(class_reads.open_list, world.teacher, world.classroom.id, number)
    listed = class_list(words_for("en"), brief)
    found = [listed["blocks"], *([message.blocks] if message is not None else [])]
    return [json.dumps(blocks, ensure_ascii=False) for blocks in found]


def test_something_is_said_in_these_terms(world: World) -> None:
    """So that the one above looks at something."""
    term = Term(world, 1)
    for _ in range(ACTS):
        term.goes_on()
    assert term.stands()
    assert [d.notice for d in cards(world)] == [CARD]
