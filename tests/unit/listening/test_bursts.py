"""Messages within seconds of each other are one, whatever order they arrive in."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.activities.hearing import listening
from bot.domain import check_ins
from bot.domain.check_ins import LIVE, CheckInState
from bot.domain.outbox import Verb
from bot.domain.utterance import BURST, Utterance
from bot.language.hearing import Kind
from tests.unit.checking_in.steps import asked, replies, tick
from tests.unit.listening.two_classes import TwoClasses
from tests.world import START, WORKSPACE, World


def burst(both: TwoClasses, *texts: str, order: tuple[int, ...] | None = None) -> None:
    """Typed a second apart; they arrive in this order."""
    both.world.later(seconds=60)
    began = both.world.now.timestamp()
    for place in order or range(len(texts)):
        both.says(texts[place], after=0.5, ts=f"{began + place:.6f}")


def test_parts_of_an_answer_are_heard_as_one(world: World) -> None:
    both = TwoClasses(world)
    both.asked()
    burst(both, "english: the list helped a lot", "oh and 5 of 10")
    assert both.value(both.english_contract) == 5
    assert both.words(both.english_contract) == ["the list helped a lot\noh and 5 of 10"]


def test_the_order_of_arrival_does_not_matter(world: World) -> None:
    both = TwoClasses(world)
    both.asked()
    burst(both, "english: 5 of 10", "the list helped", "a lot", order=(0, 2, 1))
    assert both.words(both.english_contract) == ["5 of 10\nthe list helped\na lot"]


def test_the_answer_to_the_first_part_changes_in_its_place(world: World) -> None:
    check_in = asked(world, world.agree())
    both = _alone(world)
    both.says("3 of 10")
    both.is_sent("reply-noted")
    both.says("the list helped", after=1)
    said = [(d.verb, d.notice) for d in world.deliveries() if d.lane == world.student.user]
    assert [notice for verb, notice in said if verb is Verb.POST].count("reply-noted") == 1
    assert said[-1][0] is Verb.REFRESH
    assert list(replies(world, check_in)[0].typed.values()) == ["3 of 10", "the list helped"]


def test_where_the_next_was_asked_between_the_parts_one_alone_lies_ahead(world: World) -> None:
    """A clock that leapt, or an operator, can let the next one be due within seconds."""
    contract = world.agree()
    first = asked(world, contract)
    both = _alone(world)
    both.says("3 of 10")
    with world.uow() as uow:
        (ahead,) = uow.check_ins.in_state(contract.id, CheckInState.PLANNED)
        uow.check_ins.save(check_ins.moved(ahead, world.now, world.now, ahead.round))
    tick(world)
    both.says("the list helped", after=1)
    with world.uow() as uow:
        states = [(c.number, c.state) for c in uow.check_ins.of_contract(contract.id)]
    assert [state for _, state in states if state in LIVE] == [CheckInState.PLANNED]
    assert dict(states)[1] is CheckInState.EXCUSED
    said = [text for c in (first, ahead.id) for reply in replies(world, c).values() for text in reply.typed.values()]
    assert said == ["3 of 10", "the list helped"]


def test_a_part_that_is_edited_long_after_leaves_the_others(world: World) -> None:
    check_in = asked(world, world.agree())
    both = _alone(world)
    both.says("the list helped", ts=(first := f"{world.now.timestamp() + 60:.6f}"))
    both.says("3 of 10", after=1)
    world.later(hours=20)
    both.says("thanks!")
    world.do(listening.correct, world.student, "D1", "the long list helped", first)
    reply = replies(world, check_in)[0]
    assert list(reply.typed.values()) == ["the long list helped", "3 of 10"]
    assert reply.value == 3
    world.do(listening.forget, world.student, list(reply.typed)[1])
    reply = replies(world, check_in)[0]
    assert list(reply.typed.values()) == ["the long list helped"]
    assert reply.value is None


def test_a_first_part_that_comes_in_last_and_names_a_class_names_it_for_all(world: World) -> None:
    both = TwoClasses(world)
    both.asked()
    burst(both, "english: the list helped", "5 of 10", order=(1, 0))
    assert both.words(both.english_contract) == ["the list helped\n5 of 10"]
    assert both.asks() != "which"


def test_what_goes_to_others_waits_until_no_part_can_follow(world: World) -> None:
    asked(world, world.agree())
    both = _alone(world)
    both.says("5 of 10")
    both.says("the list helped", after=4)
    shared = [d for d in world.deliveries() if d.notice == "class-check-ins"]
    assert {d.not_before for d in shared if d.verb is Verb.POST} == {world.now + BURST}
    assert all(d.not_before >= world.now + BURST for d in shared)


def test_a_message_after_the_burst_is_one_of_its_own(world: World) -> None:
    check_in = asked(world, world.agree())
    both = _alone(world)
    both.says("5 of 10")
    both.says("my list of openings helped a lot", after=BURST.total_seconds() + 1)
    assert list(replies(world, check_in)[0].typed.values()) == ["5 of 10", "my list of openings helped a lot"]


def test_a_yes_is_no_further_part(world: World) -> None:
    check_in = asked(world, world.agree())
    both = _alone(world)
    both.says("5 of 10")
    both.says("yes", after=2)
    assert replies(world, check_in)[0].confirmed
    assert list(replies(world, check_in)[0].typed.values()) == ["5 of 10"]


def _alone(world: World) -> TwoClasses:
    """The student's way of speaking, in one class."""
    made = TwoClasses.__new__(TwoClasses)
    made.world = world
    return made


@given(st.lists(st.integers(0, 60), min_size=1, max_size=6, unique=True))
def test_the_joined_text_does_not_depend_on_the_order_of_arrival(seconds: list[int]) -> None:
    parts = {f"{1800000000 + s}.000100": f"part {s}" for s in seconds}
    one = Utterance(WORKSPACE, "U1", "D1", "", parts, START)
    turned = Utterance(WORKSPACE, "U1", "D1", "", dict(reversed(parts.items())), START)
    assert one.text == turned.text == "\n".join(f"part {s}" for s in sorted(seconds))


@given(st.floats(-100, 100))
def test_only_what_is_near_joins(seconds: float) -> None:
    first = Utterance(WORKSPACE, "U1", "D1", "", {"1800000000.000000": "one"}, START)
    joins = first.is_continued_by("D1", "", f"{1800000000 + seconds:.6f}")
    far = abs(timedelta(seconds=seconds)) > BURST + timedelta(milliseconds=1)
    near = timedelta(milliseconds=1) < abs(timedelta(seconds=seconds)) < BURST - timedelta(milliseconds=1)
    assert not (joins and far)
    assert joins or not near


def test_parts_that_together_say_that_somebody_is_not_well_are_kept_nowhere(world: World) -> None:
    check_in = asked(world, world.agree())
    both = _alone(world)
    both.says("5 of 10 and i want to")
    assert both.says("kill myself", after=1) is Kind.DISTRESS
    said = replies(world, check_in).get(0)
    assert said is None or (said.value, dict(said.typed)) == (None, {})
    with world.uow() as uow:
        newest = uow.utterances.newest_of(world.student.user)
    assert newest is not None
    assert set(newest.parts.values()) == {""}
