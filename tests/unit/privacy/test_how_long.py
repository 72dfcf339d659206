"""How long what is kept, and what stands for somebody who was erased."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.actor import Refusal
from bot.domain.disclosure import DAYS_MOST, LEAST, SETTINGS, Policy, decided, is_pseudonym, pseudonym

NOW = datetime(2027, 1, 11, 8, 0, tzinfo=UTC)
KEY, OTHER_KEY = "00" * 32, "01" * 32
POLICY = Policy("T1", pseudonym_key=KEY)


@pytest.mark.parametrize("setting", SETTINGS)
def test_a_school_may_go_to_both_ends_and_no_further(setting: str) -> None:
    for days in (LEAST[setting], DAYS_MOST):
        assert getattr(decided(POLICY, {setting: days}), setting) == days
    for days, why in ((LEAST[setting] - 1, "keeps-too-short"), (DAYS_MOST + 1, "keeps-too-long")):
        with pytest.raises(Refusal) as refused:
            decided(POLICY, {setting: days})
        assert (refused.value.key, refused.value.field) == (why, setting)


def test_the_key_of_the_erased_is_no_setting() -> None:
    with pytest.raises(Refusal) as refused:
        decided(POLICY, {"pseudonym_key": 5})
    assert (refused.value.key, refused.value.field) == ("no-such-setting", "pseudonym_key")


def test_one_setting_leaves_the_others_as_they_are() -> None:
    changed = decided(POLICY, {"llm_days": 7})
    assert [name for name in SETTINGS if getattr(changed, name) != getattr(POLICY, name)] == ["llm_days"]
    assert changed.pseudonym_key == KEY


def test_what_is_older_than_its_days_is_past_its_time() -> None:
    assert POLICY.before("outbox_days", NOW) == NOW - timedelta(days=30)


def test_somebody_who_was_erased_has_one_name_that_nobody_else_has() -> None:
    name = pseudonym(KEY, "T1", "UANA")
    assert is_pseudonym(name)
    assert name == pseudonym(KEY, "T1", "UANA")
    others = {pseudonym(KEY, "T1", "UBEN"), pseudonym(KEY, "T2", "UANA"), pseudonym(OTHER_KEY, "T1", "UANA")}
    assert len(others) == 3
    assert name not in others


@pytest.mark.parametrize("user", ["UANA", "", "former-member-", "former-member-12345678Z", "Xformer-member-12345678"])
def test_nobody_else_is_taken_for_erased(user: str) -> None:
    assert not is_pseudonym(user)
