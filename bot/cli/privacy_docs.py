"""What docs/privacy.md says of the tables, made from the register: `python -m bot.cli.privacy_docs` writes it anew."""

from pathlib import Path

from bot.domain.disclosure import SETTINGS, Policy
from prompts.words import words_for
from storage.privacy.register import REGISTER, Held

DOCUMENT = Path(__file__).parents[2] / "docs" / "privacy.md"
BEGIN, END = "<!-- tables: begin -->", "<!-- tables: end -->"


def tables() -> str:
    """A line of Markdown for each table."""
    words = words_for()
    head = [
        "| table | what it holds | people stand in | what people wrote stands in | how long |",
        "|---|---|---|---|---|",
    ]
    lines = [
        " | ".join(
            [
                f"| `{held.name}`",
                words(f"privacy-table-{held.name.replace('_', '-')}"),
                _columns(held.person + held.cleaning_person),
                _columns(held.words + held.cleaning_words),
                f"{_kept(held)} |",
            ]
        )
        for held in REGISTER
    ]
    return "\n".join([*head, *lines])


def renewed(document: str) -> str:
    """The document with the tables as they are. ValueError where it has no place for them."""
    before, after = document.index(BEGIN), document.index(END)
    return f"{document[: before + len(BEGIN)]}\n\n{tables()}\n\n{document[after:]}"


def _columns(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "–"


def _kept(held: Held) -> str:
    words = words_for()
    if held.kept not in SETTINGS:
        return words(f"privacy-kept-{held.kept}")
    period = words(f"privacy-kept-{held.kept.replace('_', '-')}")
    return words("privacy-kept-period", period=period, days=getattr(Policy(""), held.kept))


if __name__ == "__main__":
    DOCUMENT.write_text(renewed(DOCUMENT.read_text("utf-8")), "utf-8")
