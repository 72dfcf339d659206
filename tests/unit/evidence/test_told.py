"""What Slack says of a file before it is fetched: one that vanished, is hidden or of elsewhere has its reason."""

from typing import Any

import pytest

from bot.domain.evidence import Unfit, Why
from bot.evidence.fetching import REFUSALS, NotYet, told_of

HERE = {"name": "essay.pdf", "size": 7, "url_private": "https://files.slack.com/essay.pdf"}


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"mode": "tombstone"}, Why.GONE),
        ({"mode": "hidden_by_limit"}, Why.HIDDEN),
        ({**HERE, "mode": "external"}, Why.ELSEWHERE),
        ({**HERE, "is_external": True}, Why.ELSEWHERE),
        ({**HERE, "file_access": "access_denied"}, Why.ELSEWHERE),
    ],
)
def test_a_stub_is_no_file(said: dict[str, Any], why: Why) -> None:
    with pytest.raises(Unfit) as refused:
        told_of(said)
    assert refused.value.why is why


def test_one_that_was_deleted_before_it_was_fetched_is_gone() -> None:
    assert REFUSALS["file_deleted"] is Why.GONE


def test_one_without_an_address_may_come() -> None:
    with pytest.raises(NotYet):
        told_of({**HERE, "url_private": ""})
    assert told_of(HERE).size == 7
