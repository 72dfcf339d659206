"""A teacher's promise: asked about before it is due, answered with one tap, and seen by its student."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.activities.absence import use_cases as absences
from bot.activities.changing import use_cases as changing
from bot.activities.contract.terms_form import TermsPart, terms_form
from bot.activities.home import looking
from bot.activities.home.desk_messages import look_view
from bot.activities.journey import use_cases as journey
from bot.activities.promises import use_cases as promises
from bot.activities.promises.messages import can_not_form, keeping_blocks
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Membership, Person
from bot.domain.contract import Contract
from bot.domain.days_off import DayOff, Source, Span
from bot.domain.desk import Want
from bot.domain.outbox import Message
from bot.domain.promises import Promise, PromiseState
from bot.domain.terms import TeachersPart, further_as_text, further_from_text
from bot.messages.presenting import present
from bot.messages.terms import rest_in_words
from prompts.words import words_for
from sandbox.blocks.check import check_message_blocks, check_view
from storage.queries.due import Agenda
from tests.unit.home.pages import buttons, opened
from tests.unit.reviewing.scenes import active, amended, filled, leave
from tests.world import WORKSPACE, World

TEACHER = "UTEACHER"
READS = "I read one paragraph"


def _look(world: World, **delta: float) -> list[str]:
    """To whom the message went by looking once, so much later."""
    world.later(**delta)
    before = len(world.deliveries())
    with world.transactions.connection() as connection:
        found = Agenda(connection).due_promises(world.now, 100)
    for workspace, due in found:
        world.do(promises.ask_due, Actor(workspace, ""), due)
    new = world.deliveries()[before:]
    return [one.lane for one in new if one.notice == "promises-due" and one.verb.value == "post"]


def _days(world: World, number: int) -> list[int]:
    """On which days, counted from now, there was a message."""
    return [day for day in range(number) if _look(world, days=0 if day == 0 else 1)]


def _rows(world: World, contract: Contract) -> list[Promise]:
    with world.uow() as uow:
        return uow.promises.of_contract(contract.id)


def _message(world: World, kind: str = "promises-due") -> Message:
    (*_, delivery) = [one for one in world.deliveries() if one.notice == kind and one.verb.value == "post"]
    with world.uow() as uow:
        message = present(uow, delivery)
    assert message is not None
    assert check_message_blocks([dict(block) for block in message.blocks]) == []
    return message


def _actions(message: Message) -> list[str]:
    return [e["action_id"] for b in message.blocks if b["type"] == "actions" for e in b["elements"]]


def _class_of(world: World, number: int, **said: str) -> list[Contract]:
    """So many more students, each with a contract that both have signed."""
    made = []
    for n in range(number):
        user = f"UC{n}"
        with world.uow() as uow:
            uow.people.add(Person(WORKSPACE, user, f"Student {n:02}"))
            uow.memberships.add(Membership(WORKSPACE, world.classroom.id, user, Side.STUDENT, world.now))
        made.append(world.agree(Actor(WORKSPACE, user), commitments=READS, **said))
    return made


class TestWhen:
    """In the morning of its day, once, on no day off."""

    def test_every_friday(self, world: World) -> None:
        active(world, commitments=READS, promised="FR")
        assert _days(world, 26) == [4, 11, 18, 25]

    def test_once_on_a_day(self, world: World) -> None:
        active(world, commitments=READS, promised="2027-01-20")
        assert _days(world, 26) == [9]

    def test_looking_twice_says_nothing_twice(self, world: World) -> None:
        active(world, commitments=READS, promised="FR")
        assert [_look(world, days=4), _look(world), _look(world, hours=1)] == [[TEACHER], [], []]

    def test_a_day_off_is_left_out_and_a_single_day_moves(self, world: World) -> None:
        weekly = active(world, commitments=READS, promised="FR")
        world.agree(world.classmate, commitments=READS, promised="2027-01-15")
        with world.uow() as uow:
            uow.days_off.add(
                DayOff(WORKSPACE, world.classroom.id, date(2027, 1, 15), date(2027, 1, 17), "Fair", Source.TYPED)
            )
        assert _days(world, 12) == [7, 11]
        assert [one.due_on for one in _rows(world, weekly) if one.asked_on] == [date(2027, 1, 22)]

    def test_nobody_is_asked_about_a_student_who_is_away(self, world: World) -> None:
        active(world, commitments=READS, promised="FR")
        world.do(absences.say_away, world.student, Span(date(2027, 1, 14), date(2027, 1, 16)))
        assert _days(world, 12) == [11]

    def test_after_a_night_without_the_program_it_waits_for_the_morning(self, world: World) -> None:
        active(world, commitments=READS, promised="FR")
        assert _look(world, days=4, hours=14) == [TEACHER]
        newest = [one for one in world.deliveries() if one.notice == "promises-due"][-1]
        assert newest.not_before - world.now == timedelta(hours=9)

    def test_what_is_over_for_days_is_not_asked_about(self, world: World) -> None:
        active(world, commitments=READS, promised="FR")
        assert _look(world, days=9) == []
        assert _look(world, days=2) == [TEACHER]

    def test_who_left_or_a_contract_that_ended_is_not_asked_about(self, world: World) -> None:
        contract = active(world, commitments=READS, promised="FR")
        other = world.agree(world.classmate, commitments=READS, promised="FR")
        leave(world, world.classmate)
        world.do(changing.close, world.teacher, contract.id, "Moved away")
        assert _days(world, 12) == []
        assert [one.state for one in _rows(world, contract)] == [PromiseState.DROPPED]
        assert all(not one.asked_on for one in _rows(world, other))

    def test_another_teacher_is_asked_where_hers_has_left(self, world: World) -> None:
        active(world, commitments=READS, promised="FR")
        leave(world, world.teacher)
        assert _look(world, days=4) == ["UTEACHER2"]

    @pytest.mark.parametrize("days", ["FR", "MO TU WE TH FR SA SU"])
    def test_a_class_of_35_gives_two_messages_a_week_at_most(self, world: World, days: str) -> None:
        chosen = days.split()
        for number in range(35):
            _class_of_one(world, number, chosen[number % len(chosen)])
        found = _days(world, 29)
        assert len(found) >= 4
        assert all(sum(start <= day < start + 7 for day in found) <= 2 for start in found)


def _class_of_one(world: World, number: int, promised: str) -> None:
    user = f"UD{number}"
    with world.uow() as uow:
        uow.people.add(Person(WORKSPACE, user, f"Student {number:02}"))
        uow.memberships.add(Membership(WORKSPACE, world.classroom.id, user, Side.STUDENT, world.now))
    world.agree(Actor(WORKSPACE, user), commitments=READS, promised=promised)


PART = "I bring the blue folder"


class TestSeveral:
    """Each thing that a teacher does has its own rhythm, its own answers, and its own line."""

    def _both(self, world: World, when: str = "2027-01-20") -> Contract:
        return active(world, commitments=READS, promised="FR", further=(TeachersPart(PART, when),))

    def test_each_is_asked_about_in_its_own_rhythm(self, world: World) -> None:
        contract = self._both(world)
        assert _days(world, 19) == [4, 9, 18]
        asked = [(one.mark != "", one.due_on.day) for one in _rows(world, contract) if one.asked_on]
        assert sorted(asked) == [(False, 15), (False, 22), (False, 29), (True, 20)]

    def test_what_is_due_on_the_same_days_stands_in_one_message_with_its_own_words(self, world: World) -> None:
        contract = self._both(world, "FR")
        assert [_look(world, days=4), _look(world)] == [[TEACHER], []]
        assert "promises.all_done" in _actions(_message(world))
        said = str(_message(world).blocks)
        assert READS in said
        assert PART in said
        part = next(one for one in _rows(world, contract) if one.asked_on and one.mark)
        assert world.do(promises.open_form, world.teacher, part.id)[1] == PART
        assert opened(world)[0].endswith(":1")  # so many students

    def test_an_answer_is_of_one_alone_and_the_student_sees_which(self, world: World) -> None:
        contract = self._both(world, "FR")
        _look(world, days=4)
        main, part = sorted((one for one in _rows(world, contract) if one.asked_on), key=lambda one: one.mark)
        world.do(promises.done, world.teacher, part.id)
        assert {one.mark: one.state for one in _rows(world, contract) if one.asked_on} == {
            "": PromiseState.ASKED,
            part.mark: PromiseState.KEPT,
        }
        world.do(promises.can_not, world.teacher, main.id, "")
        assert PART not in str(_message(world, "promise-not-kept").blocks)
        (shown,) = world.do(journey.open_mine, world.student).page.items
        lines = {text: (one.kept, one.newest) for text, one in shown.keeping.lines}
        assert lines == {READS: (0, PromiseState.NOT_KEPT), PART: (1, PromiseState.KEPT)}
        for lang in ("en", "es"):
            for mine in (True, False):
                assert PART in str(keeping_blocks(words_for(lang), shown.keeping, mine=mine))

    def test_what_is_not_answered_is_left_unsaid_by_its_own_next_time_alone(self, world: World) -> None:
        contract = self._both(world)
        _days(world, 12)
        states = {(one.mark != "", one.due_on.day): one.state for one in _rows(world, contract)}
        assert states[True, 20] is PromiseState.ASKED
        assert states[False, 15] is PromiseState.UNSAID

    def test_one_that_is_taken_out_is_dropped_and_the_others_stay(self, world: World) -> None:
        contract = self._both(world)
        form = world.do(changing.open_change, world.teacher, contract.id, 1)
        typed = {"further0": "", "further0_promised_on": ""}
        world.do(changing.propose, world.teacher, contract.id, 1, filled(form, typed))
        world.do(changing.sign, world.student, contract.id, 2)
        states = {(one.mark != "", one.promised): one.state for one in _rows(world, contract)}
        assert states == {(True, "2027-01-20"): PromiseState.DROPPED, (False, "FR"): PromiseState.PLANNED}
        assert _days(world, 12) == [4, 11]

    @pytest.mark.parametrize(
        ("typed", "key", "field"),
        [
            ({"further0": "", "further0_promised": "FR"}, "promise-of-what", "further0"),
            ({"further0": PART, "further0_promised_on": "2027-01-01"}, "date-in-the-past", "further0_promised_on"),
            ({"further0": PART, "further0_promised_on": "2027-06-01"}, "promise-after-the-end", "further0_promised_on"),
            (
                {"further1": PART, "further1_promised": "FR", "further1_promised_on": "2027-01-20"},
                "promise-one-of-both",
                "further1_promised_on",
            ),
            ({"further0": "x" * 1001}, "too-long", "further0"),
        ],
    )
    def test_what_can_not_be_is_said_under_its_own_field(
        self, world: World, typed: dict[str, str], key: str, field: str
    ) -> None:
        with pytest.raises(Refusal) as refused:
            amended(world, **typed)
        assert (refused.value.key, refused.value.field) == (key, field)

    def test_they_are_signed_with_the_terms_and_outlive_being_sent_back(self, world: World) -> None:
        contract = amended(world, further0=PART, further0_promised="FR", further2="I ask Ben")
        terms = contract.on_the_table.terms
        assert terms.further == (TeachersPart(PART, "FR"), TeachersPart("I ask Ben", ""))
        assert further_from_text(further_as_text(terms.further)) == terms.further
        assert replace(terms, further=()).content_hash() != terms.content_hash()
        for lang in ("en", "es"):
            said = str(rest_in_words(terms, words_for(lang), private=False))
            assert PART in said
            assert "I ask Ben" in said

    def test_the_form_has_room_for_one_more_and_a_student_reads_them_alone(self, world: World) -> None:
        contract = self._both(world)
        for actor, slots in ((world.teacher, 2), (world.student, 0)):
            form = world.do(changing.open_change, actor, contract.id, 1)
            said = (form.terms, form.side, form.days, form.weeks, form.says_when)
            view = terms_form(words_for("es"), "changing.propose", "", *said, TermsPart.HELP)
            assert check_view(view) == []
            names = {one.get("block_id") for one in view["blocks"]}
            assert len(names & {"further0", "further1", "further2"}) == slots
            assert PART in str(view)


class TestAnswers:
    """One tap; the student sees what became of it."""

    def test_done(self, world: World) -> None:
        contract = active(world, commitments=READS, promised="FR")
        _look(world, days=4)
        (row, _) = _rows(world, contract)
        assert _actions(_message(world)) == ["promises.done", "promises.tomorrow", "promises.can_not"]
        world.do(promises.done, world.teacher, row.id)
        world.do(promises.done, world.teacher, row.id)
        assert _rows(world, contract)[0].state is PromiseState.KEPT
        assert _actions(_message(world)) == []
        (shown,) = world.do(journey.open_mine, world.student).page.items
        assert (shown.keeping.kept, shown.keeping.last_kept) == (1, date(2027, 1, 15))
        assert "promise-not-kept" not in world.kinds("USTUDENT")

    def test_tomorrow_asks_again_on_the_next_school_day_and_only_once(self, world: World) -> None:
        contract = active(world, commitments=READS, promised="FR")
        _look(world, days=4)
        (row, _) = _rows(world, contract)
        world.do(promises.tomorrow, world.teacher, row.id)
        assert [_look(world, days=1), _look(world, days=1), _look(world, days=1)] == [[], [], [TEACHER]]
        assert _actions(_message(world)) == ["promises.done", "promises.can_not"]
        with pytest.raises(Refusal, match="promise-put-off"):
            world.do(promises.tomorrow, world.teacher, row.id)
        assert len(_rows(world, contract)) == 2

    def test_can_not_tells_the_student_kindly_and_once(self, world: World) -> None:
        contract = active(world, commitments=READS, promised="FR")
        _look(world, days=4)
        (row, _) = _rows(world, contract)
        for _ in range(2):
            world.do(promises.can_not, world.teacher, row.id, "  On Monday at noon? ")
        assert world.kinds("USTUDENT").count("promise-not-kept") == 1
        said = str(_message(world, "promise-not-kept").blocks)
        assert READS in said
        assert "On Monday at noon?" in said

    def test_the_co_teacher_may_answer_and_the_first_answer_counts(self, world: World) -> None:
        contract = active(world, commitments=READS, promised="FR")
        _look(world, days=4)
        (row, _) = _rows(world, contract)
        world.do(promises.done, world.teacher2, row.id)
        with pytest.raises(Refusal, match="promise-answered"):
            world.do(promises.can_not, world.teacher, row.id, "")
        with pytest.raises(Refusal, match="promise-answered"):
            world.do(promises.tomorrow, world.teacher, row.id)

    def test_all_at_once(self, world: World) -> None:
        made = _class_of(world, 12, promised="FR")
        _look(world, days=4)
        assert "promises.all_done" in _actions(_message(world))
        assert len(_actions(_message(world))) == 8 * 3 + 1
        world.do(promises.all_done, world.teacher, "2027-01-15")
        assert {_rows(world, one)[0].state for one in made} == {PromiseState.KEPT}

    def test_what_nobody_answered_is_not_spoken_of_to_the_student(self, world: World) -> None:
        contract = active(world, commitments=READS, promised="FR")
        _days(world, 12)
        assert [one.state for one in _rows(world, contract)][:2] == [PromiseState.UNSAID, PromiseState.ASKED]
        (shown,) = world.do(journey.open_mine, world.student).page.items
        assert shown.keeping.newest is None

    def test_what_is_taken_out_of_the_contract_is_asked_about_no_more(self, world: World) -> None:
        contract = active(world, commitments=READS, promised="FR")
        _look(world, days=4)
        form = world.do(changing.open_change, world.teacher, contract.id, 1)
        world.do(changing.propose, world.teacher, contract.id, 1, filled(form, {"promised": "never"}))
        world.do(changing.sign, world.student, contract.id, 2)
        assert {one.state for one in _rows(world, contract)} == {PromiseState.DROPPED}
        with pytest.raises(Refusal, match="promise-dropped"):
            world.do(promises.done, world.teacher, _rows(world, contract)[0].id)


def test_a_promise_is_signed_with_the_terms(world: World) -> None:
    """Chosen in the teacher's form, it lies before the student as a change; and a contract without one has the content
    hash that it had."""
    contract = amended(world, commitments=READS, promised="FR")
    assert contract.on_the_table.terms.promised == "FR"
    terms = world.terms()
    assert replace(terms, promised="FR").content_hash() != terms.content_hash()


def test_the_form_behind_can_not(world: World) -> None:
    active(world, commitments=READS, promised="FR")
    _look(world, days=4)
    student, text = world.do(promises.open_form, world.teacher, 1)
    for lang in ("en", "es"):
        assert check_view(can_not_form(words_for(lang), 1, student, text)) == []
    assert (student, text) == ("Ana", READS)


class TestOnHome:
    """What was asked and not answered waits on the teacher's Home; one line for all of a message, within one press."""

    def test_a_line_for_all_of_it_opens_the_message_with_its_buttons(self, world: World) -> None:
        contracts = _class_of(world, 3, promised="FR")
        assert opened(world) == []
        _look(world, days=4)
        with world.uow() as uow:
            asked = uow.promises.asked_on(TEACHER, f"{world.now.date()}")
        (place,) = opened(world)
        assert place == f"promise:{min(one.id for one in asked)}:3"
        blocks = world.do(looking.look, world.teacher, Want.PROMISE, asked[0].id, 3)
        view = look_view(words_for("es"), Want.PROMISE, blocks, place)
        assert check_view(view) == []
        assert [a for a, _ in buttons(view["blocks"])].count("home.in.promises.done") == 3
        world.do(promises.done, world.teacher, asked[0].id)
        assert opened(world) == [f"promise:{min(one.id for one in asked[1:])}:2"]
        world.do(promises.all_done, world.teacher, asked[0].asked_on)
        assert opened(world) == []
        assert len(contracts) == 3

    def test_it_waits_for_who_was_asked_alone(self, world: World) -> None:
        contract = active(world, commitments=READS, promised="FR")
        _look(world, days=4)
        (asked,) = [one for one in _rows(world, contract) if one.asked_on]
        assert len(opened(world, world.teacher)) == 1
        assert opened(world, world.teacher2) == []
        for actor in (world.teacher2, world.student):
            with pytest.raises(Refusal):
                world.do(looking.look, actor, Want.PROMISE, asked.id, 1)
