"""In a rush, what somebody wrote is kept and heard in its turn."""

from collections.abc import Sequence
from dataclasses import asdict, replace

from bot.activities.hearing import listening
from bot.activities.hearing.listening import DirectMessage
from bot.domain.outbox import Errand, ErrandKind
from bot.language.hearing import Kind
from handlers.hearing import kept_of
from handlers.inbound import Said
from tests.rows import rows
from tests.unit.checking_in.steps import asked, replies
from tests.unit.listening.two_classes import TwoClasses
from tests.world import World

FIRST = DirectMessage("D1", "5 of 10", "1.1", "said:D1:1.1")
SECOND = DirectMessage("D1", "no, 6", "22.2", "said:D1:22.2")


def kept(world: World) -> Sequence[Errand]:
    with world.uow() as uow:
        return rows(uow.errands, kind=ErrandKind.HEAR)


def hear(world: World, words: DirectMessage) -> None:
    world.do(listening.hear_or_keep, world.student, words, greets=lambda locale: False)


def test_what_is_kept_is_all_that_was_said_and_nothing_has_happened_yet(world: World) -> None:
    check_in = asked(world, world.agree())
    said = world.kinds(world.student.user)
    world.do(listening.keep, world.student, FIRST)
    (errand,) = kept(world)
    assert errand.in_turn_of == world.student.user
    assert errand.args == {
        "user": world.student.user,
        "channel": "D1",
        "text": "5 of 10",
        "ts": "1.1",
        "incoming": "said:D1:1.1",
        "edited": False,
        "deleted": False,
        "thread": "",
        "files": [],
        "file_ids": [],
    }
    assert replies(world, check_in) == {}
    assert world.kinds(world.student.user) == said


def test_with_nothing_before_it_a_message_is_heard_at_once(world: World) -> None:
    check_in = asked(world, world.agree())
    hear(world, FIRST)
    assert kept(world) == []
    assert replies(world, check_in)[0].typed == {"1.1": "5 of 10"}


def test_what_follows_what_is_kept_is_kept_behind_it(world: World) -> None:
    check_in = asked(world, world.agree())
    world.do(listening.keep, world.student, FIRST)
    hear(world, SECOND)
    assert [e.args["ts"] for e in kept(world)] == ["1.1", "22.2"]
    assert replies(world, check_in) == {}


def above(world: World, *, seconds_ago: float = 50) -> str:
    """The ts of a message that Accord has no record of."""
    return f"{world.now.timestamp() - seconds_ago:.6f}"


def test_under_a_message_that_slack_has_not_answered_for_it_is_heard_once_that_is_known(world: World) -> None:
    both = TwoClasses(world)
    both.asked()
    hear(world, replace(FIRST, thread=above(world)))
    (errand,) = kept(world)
    assert errand.not_before == world.now + listening.KNOWN_WITHIN
    assert both.asks() != "which"


def test_what_is_still_not_known_when_its_turn_has_come_goes_on_waiting(world: World) -> None:
    both = TwoClasses(world)
    both.asked()
    words = replace(FIRST, thread=above(world))
    world.later(seconds=listening.KNOWN_WITHIN.total_seconds())
    assert world.do(listening.is_early, world.student, words)
    both.all_is_sent()
    assert not world.do(listening.is_early, world.student, words)


def test_under_what_is_known_or_stands_long_it_is_heard_at_once(world: World) -> None:
    both = TwoClasses(world)
    both.asked()
    under = both.is_sent("check-in-due", check_in=both.of(both.english_contract).id)
    hear(world, replace(FIRST, thread=under))
    assert both.words(both.english_contract) == ["5 of 10"]
    hear(world, replace(SECOND, thread=above(world, seconds_ago=700)))
    assert kept(world) == []


def test_while_nothing_is_on_its_way_it_is_heard_at_once(world: World) -> None:
    both = TwoClasses(world)
    both.asked()
    both.all_is_sent()
    hear(world, replace(FIRST, thread=above(world)))
    assert kept(world) == []


def test_who_is_not_well_waits_for_nothing(world: World) -> None:
    asked(world, world.agree())
    hear(world, replace(FIRST, text="i want to kill myself", thread=above(world)))
    assert kept(world) == []
    assert world.kinds(world.student.user)[-1] == "care-answer"


def test_somebody_elses_words_do_not_wait_for_it(world: World) -> None:
    asked(world, world.agree())
    world.do(listening.keep, world.student, FIRST)
    world.do(listening.hear_or_keep, world.teacher, SECOND, greets=lambda locale: False)
    assert [e.in_turn_of for e in kept(world)] == [world.student.user]


def test_once_it_was_heard_nothing_waits_any_more(world: World) -> None:
    check_in = asked(world, world.agree())
    world.do(listening.keep, world.student, FIRST)
    (errand,) = kept(world)
    world.do(listening.hear_now, world.student, FIRST, greets=lambda locale: False)
    with world.uow() as uow:
        uow.errands.save(replace(errand, done=True))
    hear(world, SECOND)
    assert replies(world, check_in)[0].typed == {"1.1": "5 of 10", "22.2": "no, 6"}


def test_an_edit_that_was_kept_corrects_what_it_is_about(world: World) -> None:
    check_in = asked(world, world.agree())
    hear(world, FIRST)
    edit = replace(FIRST, text="7 of 10", edited=True)
    world.do(listening.keep, world.student, edit)
    world.do(listening.hear_now, world.student, edit, greets=lambda locale: False)
    assert replies(world, check_in)[0].value == 7


def test_what_is_kept_is_heard_as_it_came_in(world: World) -> None:
    words = replace(FIRST, thread="0.9", files=("photo.jpg", "essay.pdf"), file_ids=("F1", "F2"))
    world.do(listening.keep, world.student, words)
    (errand,) = kept(world)
    assert kept_of(errand) == Said(world.student, **asdict(words))


def test_what_an_older_release_kept_is_heard_too(world: World) -> None:
    world.do(listening.keep, world.student, FIRST)
    (errand,) = kept(world)
    args = {name: value for name, value in errand.args.items() if name not in ("thread", "files", "file_ids")}
    assert kept_of(replace(errand, args=args)) == Said(world.student, **asdict(FIRST))


def test_what_was_kept_and_heard_long_ago_is_in_nobodys_way(world: World) -> None:
    asked(world, world.agree())
    world.do(listening.keep, world.student, FIRST)
    with world.uow() as uow:
        (errand,) = rows(uow.errands, kind=ErrandKind.HEAR)
        uow.errands.save(replace(errand, done=True, args={}))
    dark = DirectMessage("D1", "i want to die", "99.1", "said:D1:99.1")
    assert world.do(listening.hear, world.student, dark, greets=lambda locale: False) is Kind.DISTRESS
