"""A command is found however its words are written."""

import pytest

from bot.domain.actor import Actor
from handlers.inbound import Command, command_of
from handlers.router import asked_for

KNOWN = ("feedback", "start", "contract", "change", "check-in", "help", "setup", "")


def meant(text: str) -> tuple[str, str]:
    body = {"team_id": "T1", "user_id": "U1", "channel_id": "C1", "trigger_id": "1.1", "text": text}
    found = asked_for(command_of(body), KNOWN)
    return found.word, found.rest


@pytest.mark.parametrize(
    "text",
    [
        "check-in",
        "checkin",
        "check in",
        "Check In",
        "CHECK-IN",
        "check_in",
        "check   in",
        "check\tin",
        "check\u00a0in",
        "Check-in.",
    ],
)
def test_checking_in(text: str) -> None:
    assert meant(text) == ("check-in", "")


def test_what_follows_is_kept() -> None:
    ana, ben = "<@U1|ana>", "<@U2|ben>"
    assert meant(f"feedback {ana}") == ("feedback", ana)
    assert meant(f"  feedback   {ana}  {ben} ") == ("feedback", f"{ana}  {ben}")
    assert meant(f"Feedback\n{ana}") == ("feedback", ana)
    assert meant("check in please") == ("check-in", "please")
    assert meant("checkin please") == ("check-in", "please")
    assert meant("change <@U1|ana> now") == ("change", "<@U1|ana> now")
    assert meant("set up") == ("setup", "")


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("feedbak <@U1>", "feedback"),
        ("chnage", "change"),
        ("contrat", "contract"),
        ("satrt", "start"),
        ("chekin", "check-in"),
    ],
)
def test_a_misspelt_one_is_known(text: str, command: str) -> None:
    assert meant(text)[0] == command


@pytest.mark.parametrize(
    "text", ["obliterate", "status", "challenge", "🎉", "check", "x" * 3000, "help me", "<@U1|help>"]
)
def test_anything_else_is_answered_with_help(text: str) -> None:
    assert meant(text)[0] == "help"


def test_nothing_at_all() -> None:
    assert meant("") == meant("   ") == ("", "")


def test_the_rest_of_a_command_stays() -> None:
    command = Command(Actor("T1", "U1"), "C1", "checkin", "", "1.2", "command:1.2")
    assert asked_for(command, KNOWN) == Command(Actor("T1", "U1"), "C1", "check-in", "", "1.2", "command:1.2")
