"""Any order of any steps by anybody: what always holds of a contract."""

from itertools import pairwise
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.domain import contract as life
from bot.domain.actor import Refusal, Side
from bot.domain.contract import OPEN, RUNNING, Contract, Happening, Status, Version
from tests.unit.contract.samples import NOW, STUDENT, TEACHER, other_terms

people = st.sampled_from([STUDENT, TEACHER, "UTEACHER2"])
numbers = st.integers(min_value=0, max_value=8)
contents = st.integers(min_value=1, max_value=3)
sides = st.sampled_from(list(Side))


class Life(RuleBasedStateMachine):
    """One contract, pushed and pulled by everybody; a step that is refused changes nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.contract: Contract = life.begin("T1", 1, STUDENT, NOW)
        self.written: dict[int, Version] = {}
        self.seen: tuple[Happening, ...] = ()

    @initialize(content=contents)
    def start(self, content: int) -> None:
        self.attempt(life.submit, self.contract, other_terms(content), STUDENT, NOW)

    def attempt(self, step: Any, *args: Any) -> None:
        before = self.contract
        try:
            self.contract = step(*args)
        except Refusal:
            assert self.contract is before

    @rule(content=contents, user=people)
    def submit(self, content: int, user: str) -> None:
        self.attempt(life.submit, self.contract, other_terms(content), user, NOW)

    @rule(version=numbers, user=people)
    def approve(self, version: int, user: str) -> None:
        self.attempt(life.approve, self.contract, version, user, NOW)

    @rule(version=numbers, user=people)
    def ask(self, version: int, user: str) -> None:
        self.attempt(life.ask, self.contract, version, "?", user, NOW)

    @rule(user=people)
    def answer(self, user: str) -> None:
        self.attempt(life.answer, self.contract, "!", user, NOW)

    @rule(version=numbers, content=contents, user=people)
    def amend(self, version: int, content: int, user: str) -> None:
        self.attempt(life.amend, self.contract, version, other_terms(content), user, NOW)

    @rule(version=numbers, user=people)
    def redirect(self, version: int, user: str) -> None:
        self.attempt(life.redirect, self.contract, version, "?", user, NOW)

    @rule(version=numbers, user=people)
    def accept(self, version: int, user: str) -> None:
        self.attempt(life.accept, self.contract, version, user, NOW)

    @rule(version=numbers, content=contents, user=people)
    def counter(self, version: int, content: int, user: str) -> None:
        self.attempt(life.counter, self.contract, version, other_terms(content), user, NOW)

    @rule(version=numbers, user=people)
    def wonder(self, version: int, user: str) -> None:
        self.attempt(life.wonder, self.contract, version, "?", user, NOW)

    @rule(content=contents, side=sides, user=people)
    def propose_change(self, content: int, side: Side, user: str) -> None:
        self.attempt(life.propose_change, self.contract, other_terms(content), side, user, NOW)

    @rule(version=numbers, side=sides, user=people)
    def agree_to_change(self, version: int, side: Side, user: str) -> None:
        self.attempt(life.agree_to_change, self.contract, version, side, user, NOW)

    @rule(version=numbers, side=sides, user=people)
    def decline_change(self, version: int, side: Side, user: str) -> None:
        self.attempt(life.decline_change, self.contract, version, "no", side, user, NOW)

    @precondition(lambda self: self.contract.status in OPEN and len(self.contract.happened) > 12)
    @rule(user=people)
    def close(self, user: str) -> None:
        self.attempt(life.close, self.contract, "no", user, NOW)

    @precondition(lambda self: len(self.contract.happened) > 12)
    @rule()
    def end(self) -> None:
        self.attempt(life.come_to_an_end, self.contract, NOW)

    # The latest version with the latest number, so that long lives happen as well as refusals.

    @rule(step=st.sampled_from([life.approve, life.accept]))
    def sign_what_lies_there(self, step: Any) -> None:
        user = TEACHER if step is life.approve else STUDENT
        self.attempt(step, self.contract, self.contract.versions, user, NOW)

    @rule(content=contents, step=st.sampled_from([life.amend, life.counter]))
    def rewrite_what_lies_there(self, content: int, step: Any) -> None:
        user = TEACHER if step is life.amend else STUDENT
        self.attempt(step, self.contract, self.contract.versions, other_terms(content), user, NOW)

    @rule(side=sides)
    def agree_to_what_lies_there(self, side: Side) -> None:
        user = TEACHER if side is Side.TEACHER else STUDENT
        self.attempt(life.agree_to_change, self.contract, self.contract.versions, side, user, NOW)

    @invariant()
    def active_only_while_both_signatures_stand(self) -> None:
        contract = self.contract
        if contract.status in RUNNING | {Status.REASSESSING}:
            assert contract.in_force.agreed
        if contract.status is Status.ACTIVE:
            assert contract.on_the_table == contract.in_force

    @invariant()
    def nobody_signed_for_the_other_side(self) -> None:
        for version in (self.contract.current, self.contract.agreed):
            for signature in version.signatures if version else ():
                assert (signature.side is Side.STUDENT) == (signature.user == STUDENT)

    @invariant()
    def history_only_grows(self) -> None:
        assert self.contract.happened[: len(self.seen)] == self.seen
        self.seen = self.contract.happened
        for before, after in pairwise(self.seen):
            assert before.after is after.before

    @invariant()
    def a_version_never_changes_but_for_its_signatures(self) -> None:
        for version in (self.contract.current, self.contract.agreed):
            if version is None:
                continue
            assert version.number <= self.contract.versions
            known = self.written.setdefault(version.number, version)
            assert (known.author, known.terms, known.written_at) == (version.author, version.terms, version.written_at)
            assert version.signatures[: len(known.signatures)] == known.signatures
            self.written[version.number] = version


TestLife = Life.TestCase
