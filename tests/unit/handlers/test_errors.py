"""What is wrong in a form stands under its fields, all of it at once."""

import pytest

from bot.domain.actor import Refusal, refuse_all
from handlers import hearing
from handlers import router as handlers_router
from handlers.inbound import Submission
from handlers.router import Router
from tests.unit.handling import context_of
from tests.world import World


async def test_every_error_stands_under_its_field(world: World) -> None:
    found = [Refusal("empty", field="a"), Refusal("date-in-the-past", field="b"), Refusal("empty", field="elsewhere")]
    with pytest.raises(Refusal) as refused:
        refuse_all(found)
    router = Router(context_of(world), handlers_router.ALL, hearing.heard)
    sent = Submission(world.teacher, "reviewing.suggest", {"a": "", "b": "1 May"}, "1:1", "t1", "view:1")
    answer = await router._refused_form(sent, refused.value)
    assert answer is not None
    assert set(answer.errors) == {"a", "b"}


def test_where_nothing_is_wrong_nothing_is_refused() -> None:
    refuse_all([])
