"""Check-ins, by the names under which handlers and other activities call them."""

from bot.activities.checking_in.answering import (
    ReplyForm,
    choose,
    confirm,
    hear,
    hear_if_asked,
    log,
    note,
    right_or_not,
)
from bot.activities.checking_in.planning import end_of, follow, move_with
from bot.activities.checking_in.prompting import OneByOne, ask_due, give_up, put_off
from bot.activities.checking_in.reads import newest_awaiting, newest_replies, open_log, say_when
from bot.activities.checking_in.responding import open_response, respond, seen
from bot.activities.checking_in.taking_back import correct, forget
from bot.activities.checking_in.undoing import undo

__all__ = [
    "OneByOne",
    "ReplyForm",
    "ask_due",
    "choose",
    "confirm",
    "correct",
    "end_of",
    "follow",
    "forget",
    "give_up",
    "hear",
    "hear_if_asked",
    "log",
    "move_with",
    "newest_awaiting",
    "newest_replies",
    "note",
    "open_log",
    "open_response",
    "put_off",
    "respond",
    "right_or_not",
    "say_when",
    "seen",
    "undo",
]
