"""The buttons that bring a document."""

from typing import Any

from bot.messages.blocks import button
from prompts.words import Words

FOLDER, CARD = "documents.folder", "documents.card"
OUTSIDE = "documents.outside"
CONFERENCE = "conference.open"
FAMILY = "guardians.open"
STANDARDS = "standards.mine"


def folder_button(words: Words, student: str, *, own: bool) -> dict[str, Any]:
    return button(words("folder-button" if own else "folder-button-teacher"), FOLDER, student)


def standards_button(words: Words, student: str, *, own: bool) -> dict[str, Any]:
    return button(words("standards-mine-button" if own else "standards-of-student-button"), STANDARDS, student)


def card_button(words: Words, contract: int) -> dict[str, Any]:
    return button(words("card-button"), CARD, str(contract))


def outside_button(words: Words, contract: int) -> dict[str, Any]:
    return button(words("outside-button"), OUTSIDE, str(contract))


def conference_button(words: Words, contract: int) -> dict[str, Any]:
    return button(words("conference-button"), CONFERENCE, str(contract))


def family_button(words: Words, contract: int) -> dict[str, Any]:
    return button(words("family-button"), FAMILY, str(contract))
