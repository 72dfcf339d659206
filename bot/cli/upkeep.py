"""`accord outbox`, `accord keys`, `accord clock`: what whoever runs Accord looks after."""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer
import yaml
from rich.progress import track

from bot.cli.common import age, console, existing_database, problems, say, settings, show, stop, words
from bot.domain.timekeeping import LeapCourse
from bot.slack.bolt import EVENTS, MANIFEST, REDIRECT

# `accord outbox`: what has failed for good, to be looked at, tried again, or let go of.


if TYPE_CHECKING:
    from sqlalchemy import Connection

    from storage.queries.backlog import BacklogKind, DeadLetter, Put

outbox = typer.Typer(help=words("help-outbox"), no_args_is_help=True)

LETTERS = {"m": "message", "e": "errand"}
"""How an id begins: messages and errands are numbered apart."""

IdsArgument = Annotated[list[str] | None, typer.Argument(help=words("help-outbox-ids"), show_default=False)]
All = Annotated[bool, typer.Option("--all", help=words("help-outbox-all"))]
BacklogAction = Callable[["Connection", "BacklogKind", int], "Put"]


@outbox.command("list", help=words("help-outbox-list"))
def list_them(
    last: Annotated[int, typer.Option(help=words("help-outbox-last"), min=1, max=10_000)] = 50,
    as_json: Annotated[bool, typer.Option("--json", help=words("help-outbox-json"))] = False,
) -> None:
    """What has failed for good: ids, kinds, ages and errors; nothing that anybody wrote, and nobody's name."""
    from storage.engine import reading
    from storage.queries.backlog import count, newest

    with existing_database() as engine, reading(engine) as connection:
        found, all_of_them = newest(connection, last), count(connection)
    if as_json:
        for letter in found:
            typer.echo(json.dumps(_as_row(letter)))
        return
    if not found:
        say(words("outbox-empty"))
        return
    now = datetime.now(UTC)
    columns = ("id", "workspace", "kind", "age", "attempts", "error")
    rows = [(_name(x), x.workspace, x.kind, age(now - x.since), str(x.attempts), x.error) for x in found]
    show([words(f"outbox-column-{column}") for column in columns], rows, numbers=(4,))
    if all_of_them > len(found):
        problems.print(words("outbox-more", number=all_of_them - len(found)))
    if console.is_terminal:
        say(words("outbox-next"))


@outbox.command(help=words("help-outbox-retry"))
def retry(ids: IdsArgument = None, all_: All = False) -> None:
    """Put them back; a running Accord sends them within seconds."""
    from bot.slack.calls import surely_unsent
    from storage.queries.backlog import retry as put_back

    now = datetime.now(UTC)
    _change("retry", ids or (), all_, lambda connection, of, id_: put_back(connection, of, id_, now, surely_unsent))


@outbox.command(help=words("help-outbox-drop"))
def drop(
    ids: IdsArgument = None,
    all_: All = False,
    yes: Annotated[bool, typer.Option("--yes", help=words("help-outbox-yes"))] = False,
) -> None:
    """Let go of them for good."""
    from storage.queries.backlog import drop as let_go

    def sure(number: int) -> None:
        if not yes and not typer.confirm(words("outbox-drop-sure", number=number)):
            say(words("outbox-kept"))
            raise typer.Exit(1)

    _change("drop", ids or (), all_, let_go, sure)


def _change(
    command: str, ids: Sequence[str], all_: bool, change: BacklogAction, sure: Callable[[int], None] = lambda _: None
) -> None:
    """Each by itself, said in a line for each that could not be changed; the exit code is 1 where there is one."""
    from storage.queries.backlog import Put

    if bool(ids) == all_:
        problems.print(words("outbox-which"))
        raise typer.Exit(2)
    named = [_read(id_) for id_ in dict.fromkeys(ids)]
    with existing_database() as engine:
        chosen = named or _everything(engine)
        if chosen:
            sure(len(chosen))
        outcomes: list[tuple[str, Put]] = []
        for of, id_ in chosen:
            with engine.begin() as connection:
                outcomes.append((f"{of.value[0]}{id_}", change(connection, of, id_)))
    for name, put in outcomes:
        if put is not Put.DONE:
            problems.print(words(f"outbox-{put.value}", id=name))
    say(words(f"outbox-{command}-done", number=sum(put is Put.DONE for _, put in outcomes)))
    raise typer.Exit(0 if all(put is Put.DONE for _, put in outcomes) else 1)


def _read(id_: str) -> "tuple[BacklogKind, int]":
    from storage.queries.backlog import BacklogKind

    letter, number = id_[:1].lower(), id_[1:]
    if letter not in LETTERS or not (number.isascii() and number.isdigit()) or len(number) > 9:
        problems.print(words("outbox-no-id", id=id_))
        raise typer.Exit(2)
    return BacklogKind(LETTERS[letter]), int(number)


def _everything(engine: Any) -> "list[tuple[BacklogKind, int]]":
    from storage.engine import reading
    from storage.queries.backlog import count, newest

    with reading(engine) as connection:
        return [(letter.of, letter.id) for letter in newest(connection, count(connection))]


def _as_row(letter: "DeadLetter") -> dict[str, Any]:
    return {
        "id": _name(letter),
        "workspace": letter.workspace,
        "kind": letter.kind,
        "since": letter.since.isoformat(),
        "attempts": letter.attempts,
        "error": letter.error,
    }


def _name(letter: "DeadLetter") -> str:
    return f"{letter.of.value[0]}{letter.id}"


# `accord keys`: make a key for the schools' tokens, and seal them anew with the first one.


if TYPE_CHECKING:  # "accord --help" need not wait for SQLAlchemy
    from storage.sealed import Became

keys = typer.Typer(help=words("help-keys"), no_args_is_help=True)


@keys.command(help=words("help-keys-new"))
def new() -> None:
    from storage.sealed import new_key

    say(new_key())


@keys.command(help=words("help-keys-rotate"))
def rotate() -> None:
    from sqlalchemy.exc import SQLAlchemyError

    from bot.cli.run import Misconfigured, seal_of
    from storage.sealed import Became, how_many, seal_anew

    found = settings()
    try:
        seal = seal_of(found)
    except Misconfigured as error:
        stop(str(error))
    counts: Counter[Became] = Counter()
    unreadable: set[str] = set()
    with existing_database() as engine:
        try:
            rows = seal_anew(engine, seal)
            for row in track(rows, words("keys-at-work"), how_many(engine), console=problems, transient=True):
                counts[row.became] += 1
                if row.became is Became.UNREADABLE:
                    unreadable.add(row.workspace)
        except SQLAlchemyError as error:
            stop(words("keys-stopped", reason=type(error).__name__))
    _tell(counts, sorted(unreadable), len(found.keys))


def _tell(counts: "Counter[Became]", unreadable: list[str], keys: int) -> None:
    from storage.sealed import Became

    done, already = counts[Became.SEALED_ANEW], counts[Became.NEWEST_ALREADY]
    say(words("keys-rotated", done=done, already=already))
    for workspace in unreadable:
        say(words("keys-unreadable", workspace=workspace))
    if unreadable:
        stop(words("keys-keep-old", count=len(unreadable)))
    say(words("keys-drop-old", count=keys - 1) if keys > 1 else words("keys-only-one"))


# `accord clock`: say that the new time of a computer whose clock leapt is right.


clock = typer.Typer(help=words("help-clock"), no_args_is_help=True)


@clock.command(help=words("help-clock-confirm"))
def confirm(
    computer: Annotated[str, typer.Argument(help=words("help-clock-computer"), show_default=False)] = "",
) -> None:
    """Without a name, the one that is in doubt."""
    from storage.queries.clocks import clock_books

    with existing_database() as engine, clock_books(engine)() as book:
        doubted = [leap.computer for leap in book.leaps() if leap.course is LeapCourse.DOUBTED]
        if not doubted:
            stop(words("clock-none"))
        if not computer and len(doubted) > 1:
            stop(words("clock-which", computers=", ".join(doubted)))
        which = computer or doubted[0]
        if not book.confirm(which):
            stop(words("clock-unknown", computer=which))
    say(words("clock-confirmed", computer=which))


# `accord manifest`: the Slack app of many schools, with the addresses where Slack finds this Accord.


def manifest() -> None:
    """Print it: to be pasted where the app is made."""
    url = settings().public_url
    if not url.startswith("https://"):
        stop(words("manifest-needs-url"))
    say(yaml.safe_dump(over_http(url), sort_keys=False, allow_unicode=True, width=100).rstrip())


def over_http(url: str) -> dict[str, Any]:
    """manifest.yml for HTTP instead of Socket Mode. `url` is where Accord is reached, without a path."""
    made: dict[str, Any] = yaml.safe_load(MANIFEST.read_text("utf-8"))
    for command in made["features"]["slash_commands"]:
        command["url"] = f"{url}{EVENTS}"
    made["oauth_config"] = {"redirect_urls": [f"{url}{REDIRECT}"], **made["oauth_config"]}
    run = made["settings"]
    run["event_subscriptions"] = {"request_url": f"{url}{EVENTS}", **run["event_subscriptions"]}
    reached = {"request_url": f"{url}{EVENTS}", "message_menu_options_url": f"{url}{EVENTS}"}
    run["interactivity"] = {**run["interactivity"], **reached}
    run["socket_mode_enabled"] = False
    return made
