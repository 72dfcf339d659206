"""Write the next migration: `python -m storage.migrations "what changes"`; read and mend what it wrote."""

import sys
import tempfile
from pathlib import Path

from alembic import command

from storage.engine import open_engine
from storage.migrate import config, migrate

VERSIONS = Path(__file__).parent / "versions"


def main(message: str) -> None:
    """Compare a database that is up to date with the tables, and write the difference."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{folder}/now.db")
        migrate(engine)
        with engine.begin() as connection:
            settings = config()
            settings.attributes["connection"] = connection
            number = f"{len(list(VERSIONS.glob('[0-9]*.py'))) + 1:04}"
            command.revision(settings, message=message, autogenerate=True, rev_id=number)
        engine.dispose()


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]) or "change")
