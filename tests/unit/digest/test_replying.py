"""Several replies in one form, and what is suggested for them."""

from decimal import Decimal
from typing import Any

import pytest

from bot.activities.checking_in import responding, suggesting
from bot.activities.checking_in.forms import response_form
from bot.activities.checking_in.suggestion_forms import TEXT_MOST, as_said, with_suggestions
from bot.activities.digest import replying
from bot.activities.digest.replying_forms import FIVE, FORM, OPEN, reply_form
from bot.activities.phrases import use_cases as phrases
from bot.activities.phrases.forms import KEEP
from bot.domain import check_ins
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.check_ins import Reply
from bot.domain.classroom import Membership, Person
from bot.domain.contract import Contract
from bot.domain.phrases import MOST
from bot.domain.suggestions import Suggestion, suggestions
from handlers import digest as handlers
from handlers.inbound import Press, Submission
from prompts.words import words_for
from sandbox.blocks.check import check_view
from tests.unit.checking_in.answers import say
from tests.unit.checking_in.steps import asked
from tests.unit.handling import KeptViews, context_of
from tests.unit.home.pages import buttons, shown
from tests.world import WORKSPACE, World, terms


def _answered(world: World, number: int) -> int:
    """A student more, who has answered a check-in; the later ones later."""
    actor = Actor(WORKSPACE, f"UC{number}")
    with world.uow() as uow:
        uow.people.add(Person(WORKSPACE, actor.user, f"Student {number}"))
        uow.memberships.add(Membership(WORKSPACE, world.classroom.id, actor.user, Side.STUDENT, world.now))
    contract = world.agree(actor)
    with world.uow() as uow:
        (check_in,) = uow.check_ins.of_contract(contract.id)
        world.later(minutes=1)
        uow.check_ins.save(check_ins.answered(check_in, world.now))
        uow.replies.add(Reply(WORKSPACE, check_in.id, contract.id, 0, Decimal(3), world.now, worked="Reading aloud"))
    return check_in.id


def _said(world: World, check_in: int) -> list[tuple[str, str]]:
    with world.uow() as uow:
        return [(one.teacher, one.text) for one in uow.responses.to(check_in)]


class TestSeveral:
    def test_the_form_has_those_that_wait_longest(self, world: World) -> None:
        ids = [_answered(world, number) for number in range(7)]
        form = world.do(replying.open_form, world.teacher)
        assert ([one.brief.check_in.id for one in form.lines], form.count) == (ids[:FIVE], 7)
        for lang in ("en", "es"):
            assert check_view(reply_form(words_for(lang), form)) == []

    def test_home_opens_it_where_answers_wait(self, world: World) -> None:
        assert OPEN not in dict(buttons(shown(world, world.teacher)))
        id = _answered(world, 1)
        assert OPEN in dict(buttons(shown(world, world.teacher)))
        world.do(responding.respond, world.teacher, id, "Good")
        assert OPEN not in dict(buttons(shown(world, world.teacher)))

    def test_own_phrases_stand_beside_what_fits_each(self, world: World) -> None:
        _answered(world, 1)
        world.do(phrases.save, world.teacher, "What helped?")
        form = world.do(replying.open_form, world.teacher)
        assert form.phrases == ("What helped?",)
        for lang in ("en", "es"):
            view = reply_form(words_for(lang), form)
            assert check_view(view) == []
            (choice,) = [b["element"] for b in view["blocks"] if b.get("block_id", "").startswith("suggestion-")]
            assert [one["value"] for one in choice["option_groups"][-1]["options"]] == ["What helped?"]

    def test_each_is_optional_and_what_is_empty_waits_on(self, world: World) -> None:
        ids = [_answered(world, number) for number in range(3)]
        world.do(replying.send, world.teacher, {ids[0]: "Good", ids[1]: "  ", ids[2]: "And next?"})
        assert [len(_said(world, one)) for one in ids] == [1, 0, 1]
        form = world.do(replying.open_form, world.teacher)
        assert [one.brief.check_in.id for one in form.lines] == [ids[1]]

    def test_whom_a_colleague_answered_meanwhile_is_said_and_gets_one_reply(self, world: World) -> None:
        ids = [_answered(world, number) for number in range(2)]
        world.do(responding.respond, world.teacher2, ids[0], "Nice")
        world.do(replying.send, world.teacher, dict.fromkeys(ids, "Good"))
        assert _said(world, ids[0]) == [("UTEACHER2", "Nice")]
        assert _said(world, ids[1]) == [("UTEACHER", "Good")]
        assert world.kinds("UTEACHER")[-1] == "replied-meanwhile"

    def test_the_same_form_twice_says_nothing_twice(self, world: World) -> None:
        (id,) = [_answered(world, 1)]
        for _ in range(2):
            world.do(replying.send, world.teacher, {id: "Good"})
        assert _said(world, id) == [("UTEACHER", "Good")]

    def test_nothing_typed_or_nothing_waiting_is_refused_kindly(self, world: World) -> None:
        with pytest.raises(Refusal, match="nothing-to-reply-to"):
            world.do(replying.open_form, world.teacher)
        id = _answered(world, 1)
        with pytest.raises(Refusal, match="nothing-replied"):
            world.do(replying.send, world.teacher, {id: " "})

    def test_one_that_is_too_long_sends_none(self, world: World) -> None:
        """And the refusal stands under its own box."""
        ids = [_answered(world, number) for number in range(2)]
        with pytest.raises(Refusal) as refused:
            world.do(replying.send, world.teacher, {ids[0]: "Good", ids[1]: "x" * 1600})
        assert (refused.value.key, refused.value.field) == ("too-long", f"reply-{ids[1]}")
        assert _said(world, ids[0]) == []

    async def test_from_the_press_to_the_replies(self, world: World) -> None:
        ids = [_answered(world, number) for number in range(2)]
        views = KeptViews()
        context = context_of(world, views)
        await handlers.ROUTES.presses[OPEN](Press(world.teacher, OPEN, "", "t1", "press:1", "D1", "1.1"), context)
        about = views.opened[0]["private_metadata"]
        assert about == ",".join(map(str, ids))
        values: dict[str, Any] = {f"reply-{ids[0]}": "How?", f"suggestion-{ids[0]}": "Good.", f"reply-{ids[1]}": None}
        await handlers.ROUTES.forms[FORM](Submission(world.teacher, FORM, values, about, "t1", "view:1"), context)
        assert [_said(world, one) for one in ids] == [[("UTEACHER", "Good. How?")], []]

    async def test_what_is_typed_is_kept_as_a_phrase_for_those_who_are_ticked(self, world: World) -> None:
        ids = [_answered(world, number) for number in range(3)]
        views = KeptViews()
        context = context_of(world, views)
        await handlers.ROUTES.presses[OPEN](Press(world.teacher, OPEN, "", "t1", "press:1", "D1", "1.1"), context)
        (box,) = [block["element"] for block in views.opened[0]["blocks"] if block.get("block_id") == KEEP]
        assert [one["value"] for one in box["options"]] == [str(id) for id in ids]
        values: dict[str, Any] = {f"reply-{id}": f"Well done {n}" for n, id in enumerate(ids[:2])}
        values |= {KEEP: [str(ids[1]), str(ids[2])], f"suggestion-{ids[1]}": "Good."}
        about = views.opened[0]["private_metadata"]
        await handlers.ROUTES.forms[FORM](Submission(world.teacher, FORM, values, about, "t1", "view:1"), context)
        assert world.do(phrases.open_form, world.teacher) == ("Well done 1",)

    def test_one_that_is_too_long_for_a_phrase_sends_none(self, world: World) -> None:
        id = _answered(world, 1)
        with pytest.raises(Refusal) as refused:
            world.do(replying.send, world.teacher, {id: "Good"}, ["x" * 200])
        assert (refused.value.key, refused.value.field) == ("phrase-not-kept", KEEP)
        assert _said(world, id) == []

    def test_where_there_is_room_for_none_nothing_is_offered_to_keep(self, world: World) -> None:
        _answered(world, 1)
        world.do(phrases.save, world.teacher, "\n".join(f"Phrase {n}" for n in range(MOST)))
        view = reply_form(words_for(), world.do(replying.open_form, world.teacher))
        assert KEEP not in [block.get("block_id") for block in view["blocks"]]


class TestSuggestions:
    def _of(self, contract: Contract | None = None, **said: Any) -> list[str]:
        reply = Reply(WORKSPACE, 1, 1, 0, said.pop("value", None), said.pop("at"), **said)
        return [one.key for one in suggestions(terms().targets, {0: reply}, {})]

    def test_what_they_follow_from(self, world: World) -> None:
        now = world.now
        assert self._of(at=now, value=Decimal(5)) == ["forward", "next"]
        assert self._of(at=now, value=Decimal(1), next_step="Tuesdays") == ["back"]
        assert self._of(at=now, value=Decimal(2), practised=2, worked="Aloud") == ["practised", "worked", "next"]
        assert self._of(at=now, talk="The essay", confidence=1) == ["talk", "unsure", "next"]
        assert self._of(at=now) == []

    def test_what_was_set_aside_suggests_nothing(self, world: World) -> None:
        """Whatever the reason: nothing is made of what somebody did not answer."""
        check_in = asked(world, world.agree())
        assert world.do(suggesting.suggest, world.teacher, check_in) == ()
        with world.uow() as uow:
            found = uow.check_ins.get(check_in)
            assert found is not None
            uow.check_ins.save(check_ins.excused(found))
        assert world.do(suggesting.suggest, world.teacher, check_in) == ()

    def test_beside_the_form_and_never_sent_by_itself(self, world: World) -> None:
        check_in = asked(world, world.agree())
        say(world, check_in, "7")
        found = world.do(suggesting.suggest, world.teacher, check_in)
        for lang in ("en", "es"):
            words = words_for(lang)
            form = with_suggestions(words, response_form(words, check_in, "Ana", "7"), found)
            assert check_view(form) == []
            (choice,) = [block for block in form["blocks"] if block.get("block_id") == "suggestion"]
            assert "initial_option" not in choice["element"]
            assert any("Read each paragraph" in option["value"] for option in choice["element"]["options"])
        assert _said(world, check_in) == []

    def test_what_is_too_long_to_be_read_is_not_quoted(self) -> None:
        words = words_for()
        form = with_suggestions(words, response_form(words, 1, "Ana"), (Suggestion("forward", "x" * (TEXT_MOST + 1)),))
        assert "xxx" not in str(form)

    def test_what_is_chosen_comes_before_what_is_typed(self) -> None:
        assert [as_said(" b ", "a"), as_said("b", ""), as_said("", "a"), as_said("", "")] == ["a b", "b", "a", ""]
