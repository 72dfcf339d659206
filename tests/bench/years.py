"""A database as years of use leave it: years.sql says what it holds."""

import sqlite3
from pathlib import Path

CONTRACTS_EACH = 3
CLASS_SIZE = 25
SCHOOLS = 20
SCRIPT = Path(__file__).with_suffix(".sql")


def fill(database: Path, contracts: int) -> None:
    """Add so many contracts to a database that has at least one that runs: some nine rows for each."""
    students = contracts // CONTRACTS_EACH
    sizes = {"students": students, "classes": -(-students // CLASS_SIZE), "size": CLASS_SIZE, "schools": SCHOOLS}
    connection = sqlite3.connect(database, isolation_level=None)
    for statement in SCRIPT.read_text("utf-8").split(";\n"):
        connection.execute(statement, sizes)
    connection.close()
