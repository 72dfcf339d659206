"""Alembic's entry: the connection comes from storage.migrate."""

from alembic import context

from storage.tables.classes import Row

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Row.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
)
context.run_migrations()
