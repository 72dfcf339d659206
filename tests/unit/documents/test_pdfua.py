"""Every document is looked at by pdfua, which knows some rules of PDF/UA-1: 16 of the 106 that a machine can check. See
docs/documents.md for what that leaves."""

from io import BytesIO
from pathlib import Path

import pdfua
import pikepdf
import pytest

from bot.documents.press import pdf
from tests.unit.documents.pictures import LOOKED_AT, SHOWN

DOCUMENTS = {**SHOWN, **LOOKED_AT}
NOT_RUN = {"UA-14-001"}
"""That no heading is empty: it raises an error with the pikepdf that stands here, and pdfua passes over it."""


def rules_broken(document: bytes, folder: Path) -> set[str]:
    path = folder / "document.pdf"
    path.write_bytes(document)
    report = pdfua.validate(str(path))
    assert {outcome.rule_id for outcome in report.skipped} <= NOT_RUN
    return {finding.rule_id for finding in report.findings}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_rule_is_broken(name: str, tmp_path: Path) -> None:
    assert rules_broken(pdf(DOCUMENTS[name]), tmp_path) == set()


def test_one_without_tags_language_or_title_breaks_some(tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(pdf(SHOWN["document-card"]))) as document:
        for key in ("/StructTreeRoot", "/Lang", "/MarkInfo"):
            del document.Root[key]
        made = BytesIO()
        document.save(made)
    assert len(rules_broken(made.getvalue(), tmp_path)) >= 3
