"""Takes the pictures of documents that docs/documents.md shows: `python -m tests.unit.documents.pictures [folder]`."""

import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from bot.activities.conference.sheets import pack_sheet, step_sheet
from bot.activities.documents.card_sheet import card_sheet
from bot.activities.documents.class_sheet import ClassOnPaper, contracts_sheet, overview_sheet
from bot.activities.documents.contract_sheet import contract_sheet
from bot.activities.documents.empty_sheets import Empty, empty_sheet
from bot.activities.documents.folder_sheet import folder_sheet
from bot.activities.documents.outside_sheet import outside_sheet
from bot.activities.guardians.sheets import note_sheet
from bot.activities.logbook.picture import picture_of
from bot.documents.press import pages, png
from bot.documents.sheet import Sheet
from bot.messages.registry import Reader
from prompts.words import words_for
from tests.unit.documents import samples
from tests.unit.logbook import pictured

HEBREW = samples.contract("אנה סילבה", "María del Carmen", "America/New_York")

FOLDER = Path("docs/images")
DOTS_PER_INCH = 72
READER = Reader("USTUDENT", words_for("en"), "UTC", samples.SIGNED + timedelta(days=71))
LINE = "document-line"

SHOWN: dict[str, Sheet] = {
    "document-contract": contract_sheet(samples.contract(), words_for("en")),
    "document-folder": folder_sheet(samples.folder(), READER),
    "document-class": contracts_sheet(
        ClassOnPaper("English 11", "Europe/London", (samples.contract(), samples.contract("Ben Okafor"))),
        words_for("en"),
        READER.now,
    ),
    "document-overview": overview_sheet(samples.whole_class("America/New_York"), words_for("en"), READER.now),
    "document-conference": pack_sheet(samples.pack(), READER),
    "document-next-step": step_sheet(samples.pack(timezone="America/New_York"), words_for("en")),
    "document-family": note_sheet(samples.family_note(), words_for("en")),
    "document-card": card_sheet(samples.contract(), words_for("en")),
    "document-outside": outside_sheet(samples.contract(outside=(1,)), words_for("en")),
    "document-paper": contract_sheet(samples.on_paper(), words_for("en")),
    "document-ticket": empty_sheet(Empty.TICKET, words_for("en"), "Europe/London"),
    "document-support": empty_sheet(Empty.SUPPORT, words_for("en"), "Europe/London"),
    "document-plan": empty_sheet(Empty.PLAN, words_for("en"), "Europe/London"),
    "document-reflection": empty_sheet(Empty.REFLECTION, words_for("en"), "Europe/London"),
}
"""By the name of the picture; a second page has "-2" behind it."""
PAGES = {
    "document-card": {1},
    "document-conference": {1},
    "document-class": {1},
    "document-plan": {1},
    "document-reflection": {1},
    "document-folder": {1, 3},
}
"""Of these not all pages are shown."""
LOOKED_AT: dict[str, Sheet] = {
    "conference-es": pack_sheet(samples.pack("אנה סילבה"), replace(READER, words=words_for("es"))),
    "family-es": note_sheet(samples.family_note("אנה סילבה", "America/New_York"), words_for("es")),
    "overview-es": overview_sheet(samples.whole_class(), words_for("es"), READER.now),
    "card-es": card_sheet(samples.contract("אנה סילבה", timezone="America/New_York"), words_for("es")),
    "outside-es": outside_sheet(
        samples.contract("אנה סילבה", timezone="America/New_York", outside=range(3)), words_for("es")
    ),
    "paper-es": contract_sheet(samples.on_paper("Ana-Sofía " * 6, "America/New_York"), words_for("es")),
    "outside-long": outside_sheet(samples.contract("Ana-Sofía " * 12, outside=range(3)), words_for("en")),
    "ticket-es": empty_sheet(Empty.TICKET, words_for("es"), "America/New_York"),
    "support-es": empty_sheet(Empty.SUPPORT, words_for("es"), "America/New_York"),
    "plan-es": empty_sheet(Empty.PLAN, words_for("es"), "America/New_York"),
    "reflection-es": empty_sheet(Empty.REFLECTION, words_for("es"), "America/New_York"),
    "contract-es": contract_sheet(
        samples.contract("אנה סילבה", "María del Carmen", "America/New_York"), words_for("es")
    ),
    "contract-long": contract_sheet(samples.contract("Ana-Sofía " * 12), words_for("en")),
}
"""What else is looked at, where a folder is named."""


def main(folder: Path, sheets: dict[str, Sheet]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{LINE}.png").write_bytes(png(picture_of(pictured.ALL["changed"], pictured.reader(weeks=5.3))))
    for name, sheet in sheets.items():
        made = pages(sheet, DOTS_PER_INCH)
        for number, page in enumerate(made, 1):
            if number in PAGES.get(name, {number}):
                (folder / f"{name}{f'-{number}' if number > 1 else ''}.png").write_bytes(page)


if __name__ == "__main__":
    named = sys.argv[1:]
    main(Path(named[0]) if named else FOLDER, SHOWN | LOOKED_AT if named else SHOWN)
