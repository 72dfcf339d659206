"""Payloads become plain values, or are Malformed; nothing else."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.inbound import Malformed, command_of, press_of, said_of, submission_of

json_like = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)
PRESS: dict[str, Any] = {
    "type": "block_actions",
    "team": {"id": "T1"},
    "user": {"id": "U1", "team_id": "T1"},
    "trigger_id": "1.2.3",
    "container": {"type": "message", "message_ts": "17.1", "channel_id": "D1"},
    "channel": {"id": "D1"},
    "actions": [{"action_id": "help.show", "block_id": "b", "value": "v", "type": "button", "action_ts": "9.9"}],
}
SAID: dict[str, Any] = {
    "team_id": "T1",
    "event_id": "Ev1",
    "event": {"type": "message", "channel": "D1", "channel_type": "im", "user": "U1", "text": "hi", "ts": "17.2"},
}


def test_a_press() -> None:
    press = press_of(PRESS)
    assert (press.actor.workspace, press.actor.user) == ("T1", "U1")
    assert (press.action, press.value, press.channel, press.message) == ("help.show", "v", "D1", "17.1")
    assert press.incoming == "press:U1:help.show:9.9"


def test_a_press_on_a_menu_carries_what_was_chosen() -> None:
    chosen = {"action_id": "a", "action_ts": "1.1", "type": "users_select", "selected_user": "U7"}
    assert press_of({**PRESS, "actions": [chosen]}).value == "U7"


def test_two_presses_of_one_button_are_two() -> None:
    again = {**PRESS, "actions": [{**PRESS["actions"][0], "action_ts": "9.95"}]}
    assert press_of(PRESS).incoming != press_of(again).incoming


def test_what_opens_from_home_lies_over_nothing() -> None:
    assert press_of({**PRESS, "view": {"id": "V1", "type": "modal"}}).view == "V1"
    assert press_of({**PRESS, "view": {"id": "V1", "type": "home"}}).view == ""


def test_said_and_edited() -> None:
    said = said_of(SAID)
    assert said is not None
    assert (said.text, said.ts, said.edited) == ("hi", "17.2", False)
    edit = {
        "type": "message",
        "subtype": "message_changed",
        "channel": "D1",
        "ts": "18.1",
        "message": {"user": "U1", "text": "hi Ana", "ts": "17.2", "edited": {"user": "U1", "ts": "18.0"}},
        "previous_message": {"user": "U1", "text": "hi", "ts": "17.2"},
    }
    edited = said_of({**SAID, "event": edit})
    assert edited is not None
    assert (edited.text, edited.ts, edited.edited, edited.incoming) == ("hi Ana", "17.2", True, "edit:D1:17.2:18.0")


@pytest.mark.parametrize("subtype", ["me_message", "file_share", "thread_broadcast"])
def test_what_is_written_in_another_way_is_said_all_the_same(subtype: str) -> None:
    said = said_of({**SAID, "event": {**SAID["event"], "subtype": subtype}})
    assert said is not None
    assert (said.text, said.ts, said.incoming) == ("hi", "17.2", "said:D1:17.2")


def test_what_is_written_in_a_thread_names_the_message_above_it() -> None:
    def thread(**event: str) -> str:
        said = said_of({**SAID, "event": {**SAID["event"], **event}})
        assert said is not None
        return said.thread

    assert thread() == ""
    assert thread(thread_ts="16.1") == "16.1"
    assert thread(thread_ts="17.2") == "", "a message that has replies is in no thread"


def test_an_edit_stays_in_its_thread() -> None:
    message = {"user": "U1", "text": "8", "ts": "17.2", "thread_ts": "16.1", "edited": {"user": "U1", "ts": "18.0"}}
    edit = {"type": "message", "subtype": "message_changed", "channel": "D1", "ts": "18.1", "message": message}
    edited = said_of({**SAID, "event": edit})
    assert edited is not None
    assert (edited.edited, edited.thread) == (True, "16.1")


def test_files_come_along_by_name() -> None:
    gone = {"id": "F3", "mode": "tombstone"}
    files = [{"id": "F1", "name": "photo.jpg"}, {"id": "F2", "name": "essay.pdf"}, gone, "F4"]
    said = said_of({**SAID, "event": {**SAID["event"], "subtype": "file_share", "text": "", "files": files}})
    assert said is not None
    assert (said.text, said.files) == ("", ("photo.jpg", "essay.pdf", ""))


@pytest.mark.parametrize(
    "event",
    [
        {**SAID["event"], "bot_id": "B1"},
        {**SAID["event"], "subtype": "channel_join"},
        {**SAID["event"], "user": "USLACKBOT"},
        {
            "type": "message",
            "subtype": "message_changed",
            "channel": "D1",
            "ts": "18.1",
            "message": {"user": "U1", "text": "see a.b", "ts": "17.2"},
            "previous_message": {"user": "U1", "text": "see a.b", "ts": "17.2"},
        },
    ],
    ids=["a bot", "a join", "Slack itself", "an unfurled link"],
)
def test_what_nobody_said(event: dict[str, Any]) -> None:
    assert said_of({**SAID, "event": event}) is None


def test_a_submission_reads_every_kind_of_input() -> None:
    values = {
        "text": {"a": {"type": "plain_text_input", "value": " typed "}},
        "empty": {"a": {"type": "plain_text_input", "value": None}},
        "day": {"a": {"type": "datepicker", "selected_date": "2027-03-01"}},
        "time": {"a": {"type": "timepicker", "selected_time": "08:45"}},
        "one": {"a": {"type": "radio_buttons", "selected_option": {"text": {}, "value": "x"}}},
        "none": {"a": {"type": "static_select", "selected_option": None}},
        "many": {"a": {"type": "checkboxes", "selected_options": [{"value": "p"}, {"value": "q"}]}},
        "who": {"a": {"type": "users_select", "selected_user": "U2"}},
        "whom": {"a": {"type": "multi_users_select", "selected_users": ["U2", "U3"]}},
    }
    body = {
        "team": {"id": "T1"},
        "user": {"id": "U1"},
        "view": {"id": "V1", "callback_id": "x.y", "private_metadata": "12", "state": {"values": values}},
    }
    form = submission_of(body)
    assert form.text("text") == "typed"
    assert form.text("empty") == form.text("none") == form.text("never shown") == ""
    assert (form.text("day"), form.text("time"), form.text("one"), form.text("who")) == (
        "2027-03-01",
        "08:45",
        "x",
        "U2",
    )
    assert (form.chosen("many"), form.chosen("whom"), form.chosen("text")) == (("p", "q"), ("U2", "U3"), ())
    assert form.incoming.startswith("view:V1:")
    assert submission_of(body).incoming == form.incoming


def test_files_of_a_form_and_an_empty_field_for_them() -> None:
    """An optional field that was left empty has an empty list: the length counts, not the key."""
    given = [{"id": "F1", "name": "a.jpg", "mimetype": "image/jpeg"}, {"id": "F2"}, {"id": "F3"}, {"id": "F4"}]
    values = {
        "files": {"files": {"type": "file_input", "files": given}},
        "none": {"none": {"type": "file_input", "files": []}},
        "words": {"words": {"type": "plain_text_input", "value": None}},
    }
    view = {"id": "V1", "callback_id": "x.y", "state": {"values": values}}
    form = submission_of({"team": {"id": "T1"}, "user": {"id": "U1"}, "view": view})
    assert form.handed("files").files == (("F1", "a.jpg"), ("F2", ""), ("F3", ""))
    assert form.handed("files").source == form.incoming
    assert not form.handed("none").files
    assert not form.handed("words").files
    assert not form.handed("never shown").files


def test_a_form_that_is_sent_again_with_other_words_is_another_one() -> None:
    def sent(text: str) -> str:
        state = {"values": {"text": {"a": {"type": "plain_text_input", "value": text}}}}
        view = {"id": "V1", "callback_id": "x.y", "private_metadata": "12", "state": state}
        return submission_of({"team": {"id": "T1"}, "user": {"id": "U1"}, "view": view}).incoming

    assert sent("typed") == sent("typed") != sent("typed anew")


def test_a_command() -> None:
    body = {"team_id": "T1", "user_id": "U1", "channel_id": "C1", "trigger_id": "1.1", "text": " Feedback <@U2|ana> x"}
    command = command_of(body)
    assert (command.word, command.rest, command.channel) == ("feedback", "<@U2|ana> x", "C1")


@given(st.sampled_from([press_of, submission_of, command_of, said_of]), json_like)
def test_any_payload_is_read_or_malformed(reader: Any, payload: Any) -> None:
    body = payload if isinstance(payload, dict) else {"event": payload, "view": payload, "actions": payload}
    with suppress(Malformed):
        reader(body)


@given(st.sampled_from(sorted(PRESS)), json_like)
def test_a_press_with_one_part_replaced(part: str, value: Any) -> None:
    with suppress(Malformed):
        press_of({**PRESS, part: value})


NO_IDS = ["U\x00", "U\ud800", "Ü", "U" * 256, "\n"]
"""What neither a database nor Slack would take as a name."""


@pytest.mark.parametrize("user", NO_IDS)
def test_what_is_no_id_is_malformed(user: str) -> None:
    with pytest.raises(Malformed):
        press_of({**PRESS, "user": {"id": user}})
    with pytest.raises(Malformed):
        said_of({**SAID, "event": {**SAID["event"], "user": user}})
    with pytest.raises(Malformed):
        press_of({**PRESS, "actions": [{**PRESS["actions"][0], "action_id": user}]})


@pytest.mark.parametrize("user", NO_IDS)
def test_what_is_no_id_is_not_chosen(user: str) -> None:
    state = {"values": {"co_teachers": {"e": {"selected_users": [user, "U7"]}}}}
    form = {**PRESS, "view": {"id": "V1", "callback_id": "set_up.save", "state": state}}
    assert submission_of(form).chosen("co_teachers") == ("U7",)


def test_a_workspace_is_no_longer_than_its_column() -> None:
    """PostgreSQL holds to it; SQLite does not care."""
    for team in ("T" * 33, "T\x00", "", 7):
        with pytest.raises(Malformed):
            press_of({**PRESS, "team": {"id": team}})
        with pytest.raises(Malformed):
            command_of({"team_id": team, "user_id": "U1", "channel_id": "C1", "trigger_id": "1.2", "text": "setup"})
    assert press_of({**PRESS, "team": {"id": "T" * 32}}).actor.workspace == "T" * 32
