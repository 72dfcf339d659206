"""`accord student …`, `accord disclosures`, `accord retention`: what a school owes the people whose data it keeps."""

import getpass
import json
import re
import sys
from collections.abc import Callable, Collection, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ParamSpec, TypeVar

import typer

from bot.cli.common import console, existing_database, say, show, stop, words
from bot.domain.actor import Actor, Conflict, Refusal
from bot.domain.disclosure import SETTINGS
from bot.domain.paper import USER

# `accord student …`, `accord disclosures`: what a school owes the people whose data it keeps.


if TYPE_CHECKING:  # "accord --help" need not wait for SQLAlchemy
    from sqlalchemy import Engine

    from bot.domain.disclosure import Disclosure
    from bot.runner import UseCase
    from storage.unit_of_work import Transactions, UnitOfWork

P = ParamSpec("P")
R = TypeVar("R")

student = typer.Typer(help=words("help-student"), no_args_is_help=True)

_WORKSPACE = re.compile(r"[TE][A-Z0-9]{1,30}")
_USER = re.compile(USER)
_LINES_MOST = 10_000
TRIES = 5

Workspace = Annotated[str, typer.Option("--workspace", "-w", help=words("help-privacy-workspace"), show_default=False)]
User = Annotated[str, typer.Argument(help=words("help-student-user"), show_default=False)]
ReasonOption = Annotated[str, typer.Option("--reason", help=words("help-privacy-reason"), show_default=False)]


@student.command(help=words("help-student-export"))
def export(
    user: User,
    workspace: Workspace,
    out: Annotated[Path, typer.Option("--out", help=words("help-student-out"), show_default=False)],
    reason: ReasonOption = "",
) -> None:
    """Write export.json and export.html into a folder."""
    from bot.activities.privacy.page import page

    check(workspace, user)
    try:
        page.check(out)
        try:
            name = transact(workspace, _write_out, user, operator(), reason, out)
            made = page.publish(out)
        except BaseException:
            page.discard(out)
            raise
    except FileExistsError as error:
        stop(words("student-folder-full", folder=str(out), file=str(error)))
    except OSError as error:
        stop(words("student-folder-wrong", folder=str(out), reason=error.strerror or words("student-folder-no-folder")))
    say(words("student-exported", name=name, json=str(made[0]), html=str(made[1])))


def _write_out(uow: "UnitOfWork", actor: Actor, user: str, by: str, reason: str, out: Path) -> str:
    """Within one transaction: what could not be written does not stand in the record as handed out."""
    from bot.activities.privacy import exporting
    from bot.activities.privacy.page import page

    found = exporting.export(uow, actor, user, by, reason)
    page.prepare(found, out, lambda digest: uow.files.read(uow.workspace, digest))
    return found.name


@student.command(help=words("help-student-erase"))
def erase(
    user: User,
    workspace: Workspace,
    reason: ReasonOption = "",
    yes: Annotated[bool, typer.Option("--yes", help=words("help-student-yes"))] = False,
) -> None:
    """Erase one person, after a look at what would go."""
    from bot.activities.privacy import erasing

    check(workspace, user)
    before = transact(workspace, erasing.erased_before, user)
    if before is not None and not transact(workspace, erasing.is_held, user):
        waiting = transact(workspace, erasing.waits_for_slack, user)
        key = "student-erased-for-slack" if waiting else "student-erased-already"
        say(words(key, user=user, at=before.at.isoformat(timespec="minutes")))
        say_what_is_left(workspace)
        return
    standing = transact(workspace, erasing.look, user)
    say(words("student-erase-what", name=standing.name, user=user, workspace=workspace))
    say(
        words(
            "student-erase-counts",
            rows=standing.rows,
            contracts=standing.contracts,
            open=standing.open,
            messages=standing.messages,
        )
    )
    if standing.teaches:
        say(words("student-erase-teacher"))
    if not yes:
        make_sure()
    with console.status(words("student-erasing")):
        gone = transact(workspace, erasing.erase, user, operator(), reason)
    say(words("student-erased", rows=gone.rows, changed=gone.changed, pseudonym=gone.pseudonym))
    say_what_is_left(workspace)
    say(words("student-erased-own"))


def make_sure() -> None:
    """Ask; the command ends where nobody says yes."""
    if not sys.stdin.isatty():
        stop(words("student-erase-say-yes"))
    if not typer.confirm(words("student-erase-sure")):
        stop(words("student-erase-not-now"))


def say_what_is_left(workspace: str) -> None:
    """What Accord has still to do in Slack there."""
    from bot.activities.privacy import erasing

    if not transact(workspace, erasing.can_be_done):
        say(words("student-erased-slack-gone"))
        return
    left = transact(workspace, erasing.left)
    say(words("student-erased-slack", count=left, workspace=workspace) if left else words("student-erased-slack-none"))


def disclosures(
    workspace: Workspace,
    about: Annotated[str, typer.Option(help=words("help-disclosures-about"), show_default=False)] = "",
    last: Annotated[int, typer.Option(help=words("help-disclosures-last"), min=1, max=_LINES_MOST)] = 50,
    as_json: Annotated[bool, typer.Option("--json", help=words("help-privacy-json"))] = False,
) -> None:
    """The record of disclosures."""
    from bot.activities.privacy import disclosing

    check(workspace)
    found = transact(workspace, disclosing.listed, about, last)
    if not found and not as_json:
        say(words("disclosures-none"))
    for line in found:
        say(json.dumps(_as_row(line), ensure_ascii=False) if as_json else _as_line(line))


def _as_row(line: "Disclosure") -> dict[str, Any]:
    return {
        "at": line.at.isoformat(),
        "what": line.what.value,
        "by": line.by,
        "about": line.about,
        "reason": line.reason,
        "detail": dict(line.detail),
    }


def _as_line(line: "Disclosure") -> str:
    return words(
        "disclosures-line",
        at=line.at.isoformat(timespec="minutes"),
        what=words(f"disclosures-{line.what.value}"),
        by=line.by,
        about=line.about or words("disclosures-nobody"),
        reason=line.reason or words("disclosures-no-reason"),
        detail=", ".join(f"{name} {count}" for name, count in line.detail.items()),
    ).rstrip()


def check(workspace: str, user: str | None = None) -> None:
    """Ids that can be none are refused before anything is opened."""
    if not _WORKSPACE.fullmatch(workspace):
        stop(words("student-workspace-wrong", workspace=workspace))
    if user is not None and not _USER.fullmatch(user):
        stop(words("student-user-wrong", user=user))


def transact(workspace: str, use_case: "UseCase[P, R]", *args: P.args, **kwargs: P.kwargs) -> R:
    """One use case in its own transaction. A refusal is said in words, and ends the command.

    A running Accord may write the same rows meanwhile: then it is done once more with what stands now.
    """
    from sqlalchemy.exc import SQLAlchemyError

    from storage.unit_of_work import Transactions

    def work(uow: "UnitOfWork") -> R:
        return use_case(uow, Actor(workspace, ""), *args, **kwargs)

    with existing_database() as engine:
        try:
            return _in_spite_of_others(Transactions(engine), workspace, work)
        except Refusal as refusal:
            stop(words(f"refusal-{refusal.key}", workspace=workspace, **refusal.args_for_copy))
        except (Conflict, SQLAlchemyError) as error:
            stop(words("run-database-unreachable", reason=type(error).__name__))


def _in_spite_of_others(transactions: "Transactions", workspace: str, work: "Callable[[UnitOfWork], R]") -> R:
    from sqlalchemy.exc import IntegrityError

    for again in reversed(range(TRIES)):
        try:
            with transactions.begin(workspace, datetime.now(UTC)) as uow:
                return work(uow)
        except (Conflict, IntegrityError):
            if not again:
                raise
    raise AssertionError("unreachable")


def write_down(engine: "Engine", workspaces: Collection[str], command: str, reason: str) -> None:
    """Record that whoever runs Accord looked at personal data of these workspaces."""
    from bot.activities.privacy.disclosing import shown
    from storage.unit_of_work import Transactions

    for workspace in sorted(workspaces):
        with Transactions(engine).begin(workspace, datetime.now(UTC)) as uow:
            shown(uow, Actor(workspace, ""), operator(), None, command, reason)


def operator() -> str:
    """Who runs this, for the record: the account on the computer."""
    from bot.activities.privacy.disclosing import by_operator

    try:
        return by_operator(getpass.getuser())
    except (OSError, KeyError, ImportError):
        return by_operator("unknown")


# `accord student erase-again`: after a backup was restored, erase whom the database of before names as erased.


if TYPE_CHECKING:  # "accord --help" need not wait for SQLAlchemy
    from bot.activities.privacy.erasing import Again, Before


@student.command("erase-again", help=words("help-student-erase-again"))
def erase_again(
    source: Annotated[str, typer.Option("--from", help=words("help-student-from"), show_default=False)],
    yes: Annotated[bool, typer.Option("--yes", help=words("help-student-yes"))] = False,
) -> None:
    """Compare everybody with the record of before, show whom it would erase, ask, erase. What people had stopped since
    is stopped without asking."""
    from bot.activities.privacy import erasing

    known = _before(source)
    found = _held_again(known)
    _stop_addresses(known)
    for workspace, again in found:
        at = again.erasure.at.isoformat(timespec="minutes")
        say(words("erase-again-who", name=again.name, user=again.user, workspace=workspace, at=at))
    if not found:
        return
    if not yes:
        make_sure()
    for workspace, again in found:
        with console.status(words("student-erasing")):
            transact(workspace, erasing.erase, again.user, operator(), again.erasure.reason)
        say(words("erase-again-done", name=again.name, user=again.user, workspace=workspace))
    for workspace in sorted({workspace for workspace, _ in found}):
        say_what_is_left(workspace)


def _stop_addresses(known: "Mapping[str, Before]") -> None:
    from bot.activities.privacy.erasing import stop_addresses_again

    stopped = sum(transact(workspace, stop_addresses_again, before) for workspace, before in known.items())
    if stopped:
        say(words("erase-again-addresses", count=stopped))


def _held_again(before: "Mapping[str, Before]") -> list[tuple[str, "Again"]]:
    from bot.activities.privacy.erasing import held_again

    found: list[tuple[str, Again]] = []
    unknown = 0
    for workspace, known in sorted(before.items()):
        held, others = transact(workspace, held_again, known)
        found += [(workspace, again) for again in held]
        unknown += others
    say(words("erase-again-found", found=len(found), unknown=unknown))
    return found


def _before(source: str) -> dict[str, "Before"]:
    """What the database of before says, by workspace; it is only read."""
    from sqlalchemy import select
    from sqlalchemy.exc import SQLAlchemyError

    from bot.activities.privacy import erasing
    from storage.engine import reading
    from storage.tables.classes import PrivacyRow
    from storage.tables.rows import table
    from storage.unit_of_work import UnitOfWork
    from storage.upkeep.existing import NotThere, open_existing

    keys = table(PrivacyRow)
    try:
        engine = open_existing(source if "://" in source else f"sqlite:///{source}", only_look=True)
        try:
            with reading(engine) as connection:
                workspaces = connection.execute(select(keys.c.workspace)).scalars().all()
                return {w: erasing.before(UnitOfWork(connection, w, datetime.now(UTC))) for w in workspaces}
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
    from storage.upkeep.existing import place_of

    if "://" not in source:
        return source
    try:
        return place_of(address_of(source))
    except ArgumentError:
        return source.partition("://")[0]


# `accord retention …`: how long a workspace keeps what.


retention = typer.Typer(help=words("help-retention"), no_args_is_help=True)

_LABELS = {"membership": "people", "person": "people", "errand": "errands"}
"""Kinds that are something else than what their setting is called after."""

RetentionDays = Annotated[int | None, typer.Option(show_default=False, help=words("help-retention-days"))]


@retention.command("show", help=words("help-retention-show"))
def show_policy(workspace: Workspace) -> None:
    """The policy, and what the next run would erase."""
    from bot.activities.privacy import erasing

    check(workspace)
    policy, past = transact(workspace, erasing.show)
    counts: dict[tuple[str, str], int] = {}
    for kind, setting in erasing.KINDS.items():
        row = (_LABELS.get(kind, setting.replace("_", "-")), setting)
        counts[row] = counts.get(row, 0) + past[kind]
    rows = [(words(f"retention-{what}"), str(getattr(policy, its)), str(n)) for (what, its), n in counts.items()]
    show([words(f"retention-column-{key}") for key in ("what", "days", "past")], rows, numbers=(1, 2))
    if console.is_terminal:
        say(words("retention-dry"))


@retention.command("set", help=words("help-retention-set"))
def decide(
    workspace: Workspace,
    contracts: RetentionDays = None,
    feedback: RetentionDays = None,
    llm: RetentionDays = None,
    incoming: RetentionDays = None,
    outbox: RetentionDays = None,
    reason: ReasonOption = "",
) -> None:
    """Change some of the periods; it is written down."""
    from bot.activities.privacy import erasing

    check(workspace)
    given = dict(zip(SETTINGS, (contracts, feedback, llm, incoming, outbox), strict=True))
    days = {setting: kept for setting, kept in given.items() if kept is not None}
    if not days:
        stop(words("retention-nothing-given"))
    policy = transact(workspace, erasing.decide, days, operator(), reason)
    for setting in days:
        what = words(f"retention-{setting.replace('_', '-')}")
        say(words("retention-set", what=what, days=getattr(policy, setting)))
