"""Whoever adds a table, a column, a notice's field or an errand says here what it holds of people.

Where one of these fails: add what is new to storage/privacy/register.py. A Slack user id is
`person`, whatever somebody typed is `words`, states and moments are `facts`, what only the program needs is `work`.
"""

import re
from dataclasses import fields
from inspect import getsource
from pathlib import Path

import pytest
from sqlalchemy import JSON, String, Table

from bot.activities.privacy.page.page import SECTIONS
from bot.activities.registering import register_all
from bot.domain.disclosure import SETTINGS
from bot.messages.registry import all_kinds
from prompts.words import words_for
from storage.privacy.register import ERRAND_ARGS, NOTICE_FIELDS, PLAIN, REGISTER, USER, Held, Nobodys
from storage.tables.classes import Row

ROOT = Path(__file__).parents[3]
TABLES = {table.name: table for table in Row.metadata.sorted_tables}
NAMES = [held.name for held in REGISTER]


def test_every_table_is_in_the_register_once() -> None:
    assert sorted(NAMES) == sorted(TABLES)


@pytest.mark.parametrize("held", REGISTER, ids=NAMES)
def test_every_column_is_in_one_group(held: Held) -> None:
    named = [*held.person, *held.words, *held.facts, *held.work, *held.cleaning_person, *held.cleaning_words]
    assert sorted(named) == sorted(set(held.table.c.keys()) - {"id", held.workspace})


@pytest.mark.parametrize("held", REGISTER, ids=NAMES)
def test_what_may_hold_typed_text_is_no_mere_fact(held: Held) -> None:
    """JSON is of any shape, and so is a text that no enumeration bounds: they count as words, or are named here."""
    loose = [c.name for c in held.table.c if isinstance(c.type, JSON) and c.name in held.facts]
    assert loose in ([], ["check_in_days", "takes"], ["ratings"], ["ratings", "outside_ratings"])


@pytest.mark.parametrize("held", REGISTER, ids=lambda held: held.name)
def test_only_words_are_without_names(held: Held) -> None:
    assert set(held.unnamed) <= set(held.words)


def test_a_new_table_would_be_missed() -> None:
    """The test above bites: a table that is declared and not registered is found."""
    extra = {**TABLES, "diary": Table("diary", Row.metadata.__class__())}
    assert sorted(NAMES) != sorted(extra)


@pytest.mark.parametrize("held", REGISTER, ids=NAMES)
def test_parents_stand_before_what_belongs_to_them(held: Held) -> None:
    if not isinstance(held.link, Nobodys):
        owners = [key.column.table.name for key in held.table.foreign_keys]
        assert all(NAMES.index(owner) < NAMES.index(held.name) for owner in owners)


def test_every_field_of_every_notice_has_a_meaning() -> None:
    register_all()
    named = {field.name for kind in all_kinds().values() for field in fields(kind)}
    assert named - set(NOTICE_FIELDS) == set()
    assert set(NOTICE_FIELDS.values()) <= {*NAMES, USER, PLAIN}


def test_every_argument_of_every_errand_has_a_meaning() -> None:
    """Errands are made in many places: their arguments are read from the source."""
    made = re.compile(r"ErrandKind\.[A-Z_]+,\s*(\{[^}]*\})", re.DOTALL)
    found = [
        key
        for file in sorted((ROOT / "bot").rglob("*.py"))
        for args in made.findall(file.read_text("utf-8"))
        for key in re.findall(r'"(\w+)":', args)
    ]
    assert {"user", "feedback", "classroom"} & set(found)
    assert set(found) - set(ERRAND_ARGS) == set()


def test_the_page_shows_every_table_that_is_exported() -> None:
    exported = {held.name for held in REGISTER if not isinstance(held.link, Nobodys)}
    assert exported == SECTIONS


@pytest.mark.parametrize("held", REGISTER, ids=NAMES)
def test_every_table_is_described_and_ends_some_time(held: Held) -> None:
    words = words_for()
    assert words.has(f"privacy-table-{held.name.replace('_', '-')}")
    assert held.kept in SETTINGS or words.has(f"privacy-kept-{held.kept}")


def test_text_columns_that_name_people_are_found_by_their_names() -> None:
    """Columns with a name that people columns have elsewhere are people columns, wherever they stand."""
    usual = {"user", "teacher", "student", "reader", "author_user", "decided_by", "granted_by", "user_id"}
    for held in REGISTER:
        texts = {c.name for c in held.table.c if isinstance(c.type, String)}
        assert texts & usual <= set(held.person), getsource(Held)
