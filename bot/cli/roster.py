"""`accord roster …`: bring a class list in for a school that lets Accord read no files in Slack. A teacher of the class
looks at it there, and says yes."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.calendar import class_called, file_bytes
from bot.cli.common import existing_database, say, settings, stop, words
from bot.cli.privacy import check, transact

if TYPE_CHECKING:
    from slack_sdk.web.async_client import AsyncWebClient

    from bot.activities.roster.use_cases import ForOperator
    from bot.domain.roster import Matched, RosterFile

roster = typer.Typer(help=words("help-roster"), no_args_is_help=True)


@roster.callback()
def _group() -> None:
    """A group, though it has one command yet."""


@roster.command("import", help=words("help-roster-import"))
def bring_in(
    files: Annotated[list[Path], typer.Argument(help=words("help-roster-files"), show_default=False)],
    classroom: Annotated[str, typer.Option("--class", "-c", help=words("help-calendar-class"), show_default=False)],
    workspace: Annotated[
        str, typer.Option("--workspace", "-w", help=words("help-privacy-workspace"), show_default=False)
    ],
    wanted: Annotated[str, typer.Option("--of", help=words("help-roster-of"), show_default=False)] = "",
    yes: Annotated[bool, typer.Option("--yes", "-y", help=words("help-roster-yes"))] = False,
) -> None:
    """Without `--yes` it only says what it would bring."""
    from bot.activities.roster import use_cases

    check(workspace)
    read = [(path.name, file_bytes(path)) for path in files]
    room = class_called(workspace, classroom)
    about = transact(workspace, use_cases.for_operator, room)
    file = _read(read, wanted)
    people, by_email = _looked_up(workspace, about, file)
    _show(file, people, by_email=by_email)
    if not yes:
        return say(words("roster-import-nothing-yet"))
    transact(workspace, use_cases.bring_in, room, file, people, by_email=by_email)
    return say(words("roster-import-waits"))


def _read(files: Sequence[tuple[str, bytes]], wanted: str) -> "RosterFile":
    from bot.domain.roster import RosterUnread
    from bot.rosters.reading import read_roster

    try:
        found = asyncio.run(read_roster(files, wanted))
    except RosterUnread as unread:
        stop(words(f"roster-unread-{unread.kind.value}"))
    if len(found.classes) > 1 and not wanted:
        for one in found.classes:
            say(f"{one.ident}\t{one.title}")
        stop(words("roster-import-which"))
    return found


def _looked_up(workspace: str, about: "ForOperator", file: "RosterFile") -> "tuple[list[Matched], bool]":
    from bot.domain.outbox import Later
    from bot.jobs.class_lists import Denied, PeopleOfSlack

    token = _token_of(workspace)

    async def ask() -> "tuple[list[Matched], bool]":
        client = _client(token)
        return await PeopleOfSlack(lambda _: client).looked_up(workspace, about.channel, about.near, file)

    try:
        return asyncio.run(ask())
    except (Later, Denied) as error:
        stop(words("roster-import-no-slack", reason=str(error)))


def _client(token: str) -> "AsyncWebClient":
    from slack_sdk.web.async_client import AsyncWebClient

    return AsyncWebClient(token, base_url=settings().slack_api_url, timeout=30)


def _token_of(workspace: str) -> str:
    """That of the one school, or of the workspace that installed Accord."""
    from bot.domain.installation import Unsealable
    from storage.queries.installations import Installations
    from storage.sealed import NoKey, Seal

    given = settings()
    alone = given.slack_bot_token.get_secret_value()
    if alone:
        return alone
    with existing_database() as engine:
        try:
            found = Installations(engine, given.slack_client_id, Seal(given.keys)).find(workspace)
        except (Unsealable, NoKey):
            found = None
    if found is None:
        stop(words("roster-import-no-token", workspace=workspace))
    return found.token


def _show(file: "RosterFile", people: "Sequence[Matched]", *, by_email: bool) -> None:
    """Numbers, and what is wrong with which line; nobody is named."""
    from bot.activities.roster.messages import fault_line
    from bot.domain.roster import How
    from bot.messages.blocks import spoken

    students = [one for one in people if one.side == "student"]
    ways = Counter("found" if one.user else "nobody" if one.how is How.NOBODY else "choose" for one in students)
    say(words("roster-import-counts", found=ways["found"], choose=ways["choose"], nobody=ways["nobody"]))
    for fault in file.faults:
        say(spoken(fault_line(fault, words)))
    if file.more_faults:
        say(words("roster-faults-more", count=file.more_faults))
    if not by_email:
        say(words("roster-no-emails"))
