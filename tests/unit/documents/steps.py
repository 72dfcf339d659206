"""A sheet, and what can be read of the PDF that was made of it."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf

from bot.documents.press import legible
from bot.documents.sheet import (
    Boxes,
    Bullets,
    Lines,
    Paper,
    Quote,
    Run,
    Runs,
    Section,
    Sheet,
    Table,
    Text,
    as_data,
)


def runs(text: str) -> Runs:
    return (Run(text),)


def sheet(said: str = "I give three reasons", **changed: Any) -> Sheet:
    """With every kind of part; `said` stands in several of them."""
    parts = (
        Quote(said),
        Bullets((runs(said), (Run("Signs:", bold=True),)), (runs("my own"),)),
        Boxes(("One", "Two")),
        Lines("What was hard?", 3, "One sentence is enough."),
    )
    signed = (
        Table(("Who", "When", "By hand"), ((said, "11 January 2027", ""),), tall=True),
        Text(runs("v"), small=True),
    )
    made = Sheet(
        title="A title",
        language="en",
        paper=Paper.A4,
        facts=(runs("Class: English 11"),),
        sections=(Section("Target", parts), Section("Signatures", signed, whole=True)),
        foot="English 11",
        unshown="A sign could not be shown.",
    )
    return replace(made, **changed)


def marked(made: Sheet) -> str:
    """The quote as it is printed, and whether anything was replaced."""
    _, data = legible("sheet", as_data(made))
    quote: str = data["sections"][0]["parts"][0]["text"]
    assert data["marked"] is ("[?]" in quote)
    return quote


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(content))


def tags(document: pikepdf.Pdf) -> list[str]:
    """The tags, in the order in which they are read aloud."""
    root = document.Root.StructTreeRoot
    found: list[str] = []

    def walk(node: Any) -> None:
        if isinstance(node, pikepdf.Array):
            for one in node:
                walk(one)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                found.append(str(node.S).removeprefix("/"))
            if "/K" in node:
                walk(node.K)

    walk(root.K)
    return found
