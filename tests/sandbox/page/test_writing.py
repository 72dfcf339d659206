"""Completion in the composer."""

from hypothesis import given
from hypothesis import strategies as st

from sandbox.manifest import AppConfig, CommandHelp
from sandbox.page.writing import suggestions
from sandbox.state import State, User

APP = AppConfig(command_help=(CommandHelp("/plan", "Make a plan", "start | give @student | help"),))


def state() -> State:
    state = State("T1", "School", "A1", "B1", "UB")
    for number, (name, real_name) in enumerate({"ana": "Ana Horvat", "ben": "Ben Adeyemi"}.items()):
        state.users[f"U{number}"] = User(f"U{number}", name, real_name)
    state.users["U9"] = User("U9", "anton", "Anton Gone", deleted=True)
    return state


def lines(typed: str) -> list[str]:
    return [offer.line for offer in suggestions(APP, state(), typed)]


def test_a_slash_offers_the_commands_and_their_words() -> None:
    assert lines("/") == ["/plan ", "/plan start", "/plan give @", "/plan help"]
    assert lines("/plan st") == ["/plan start"]
    assert lines("/plan start") == []
    assert lines("/other") == []


def test_an_at_sign_offers_people_by_handle_or_name() -> None:
    assert lines("/plan give @") == ["/plan give @ana ", "/plan give @ben "]
    assert lines("hello @ade") == ["hello @ben "]
    assert lines("mail@ana") == []


@given(st.text(max_size=40))
def test_what_is_offered_goes_on_from_what_was_typed(typed: str) -> None:
    for offer in suggestions(APP, state(), typed):
        assert offer.line != typed
        assert offer.line.startswith(typed.rpartition("@")[0])
