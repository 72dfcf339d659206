"""Slack takes three views over one another: where three lie, what would lie over them takes the place of the last."""

from typing import Any

import pytest

from handlers import router
from handlers.context import FormResponse
from handlers.inbound import submission_of


def _sent(root: str, previous: str | None) -> dict[str, Any]:
    view = {"id": "V3", "callback_id": "a.b", "root_view_id": root, "previous_view_id": previous}
    return {"type": "view_submission", "team": {"id": "T1"}, "user": {"id": "U1", "team_id": "T1"}, "view": view}


@pytest.mark.parametrize(
    ("root", "previous", "expected"), [("V3", None, "push"), ("V1", "V1", "push"), ("V1", "V2", "update")]
)
async def test_what_lies_over_three_takes_the_place_of_the_last(root: str, previous: str | None, expected: str) -> None:
    said: dict[str, Any] = {}

    async def ack(**answer: Any) -> None:
        said.update(answer)

    form = submission_of(_sent(root, previous))
    answer = FormResponse(view={"type": "modal"}, push=True)
    await router._answer(ack, answer, may_push=not form.is_third)  # type: ignore[arg-type]
    assert said["response_action"] == expected
