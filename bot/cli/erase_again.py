"""`accord student erase-again`: after a backup was restored, erase whom the database of before names as erased."""

from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.common import console, say, stop, words
from bot.cli.privacy import make_sure, operator, say_what_is_left, student, transact

if TYPE_CHECKING:  # "accord --help" need not wait for SQLAlchemy
    from bot.activities.privacy.erasing_again import Again, Before


@student.command("erase-again", help=words("help-student-erase-again"))
def erase_again(
    source: Annotated[str, typer.Option("--from", help=words("help-student-from"), show_default=False)],
    yes: Annotated[bool, typer.Option("--yes", help=words("help-student-yes"))] = False,
) -> None:
    """Compare everybody with the record of before, show whom it would erase, ask, erase."""
    from bot.activities.privacy import erasing

    found = _held_again(source)
    for workspace, again in found:
        at = again.erasure.at.isoformat(timespec="minutes")
        say(words("erase-again-who", name=again.name, user=again.user, workspace=workspace, at=at))
    if not found:
        return
    if not yes:
        make_sure()
    for workspace, again in found:
        with console.status(words("student-erasing")):
            transact(workspace, erasing.erase, again.user, operator(), again.erasure.reason, user=again.user)
        say(words("erase-again-done", name=again.name, user=again.user, workspace=workspace))
    for workspace in sorted({workspace for workspace, _ in found}):
        say_what_is_left(workspace)


def _held_again(source: str) -> list[tuple[str, "Again"]]:
    from bot.activities.privacy.erasing_again import held_again

    found: list[tuple[str, Again]] = []
    unknown = 0
    for workspace, known in sorted(_before(source).items()):
        held, others = transact(workspace, held_again, known)
        found += [(workspace, again) for again in held]
        unknown += others
    say(words("erase-again-found", found=len(found), unknown=unknown))
    return found


def _before(source: str) -> dict[str, "Before"]:
    """What the database of before says, by workspace; it is only read."""
    from sqlalchemy import select
    from sqlalchemy.exc import SQLAlchemyError

    from bot.activities.privacy import erasing_again
    from storage.engine import reading
    from storage.tables.privacy import PrivacyRow
    from storage.tables.rows import table
    from storage.unit_of_work import UnitOfWork
    from storage.upkeep.existing import NotThere, open_existing

    keys = table(PrivacyRow)
    try:
        engine = open_existing(source if "://" in source else f"sqlite:///{source}")
        try:
            with reading(engine) as connection:
                workspaces = connection.execute(select(keys.c.workspace)).scalars().all()
                return {w: erasing_again.before(UnitOfWork(connection, w)) for w in workspaces}
        finally:
            engine.dispose()
    except NotThere as error:
        stop(words("erase-again-not-there", path=error.path, why=error.key))
    except (SQLAlchemyError, OSError, ValueError) as error:
        stop(words("erase-again-unreadable", path=_place(source), reason=type(error).__name__))


def _place(source: str) -> str:
    """What may be shown of it: no password, nor a part of one."""
    from sqlalchemy.exc import ArgumentError

    from storage.engine import address_of
    from storage.upkeep.trouble import place_of

    if "://" not in source:
        return source
    try:
        return place_of(address_of(source))
    except ArgumentError:
        return source.partition("://")[0]
