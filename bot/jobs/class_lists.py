"""The errand that reads a class list: its files are fetched and read in a program of their own, the people on it looked
up in Slack; and once a teacher said yes, asks who those are that come in.

The addresses in a list, and those that Slack tells, are compared here and kept nowhere.
"""

import asyncio
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, Protocol

import structlog

from bot.activities.roster import use_cases as roster
from bot.activities.roster.use_cases import RosterWork
from bot.domain.actor import Actor
from bot.domain.classroom import Person, with_handle
from bot.domain.evidence import Unfit, Why
from bot.domain.outbox import Errand, ErrandKind, Later, Limited, Refused, Unknown
from bot.domain.roster import Known, Matched, RosterFile, RosterState, RosterUnread, Unreadable, match
from bot.jobs.errands import Doer
from bot.runner import Runner
from bot.slack import calls
from bot.slack.calls import Clients, call, outcome_of, person_of
from bot.steady_clock import Clock

log = structlog.get_logger(__name__)

SCANNED_WITHIN = timedelta(minutes=3)
"""So long a file may not be there yet."""
GIVEN_UP = timedelta(hours=12)
SOON = timedelta(seconds=5)
TOKEN_WAIT = timedelta(minutes=15)
PAGE = 200


class Read(Protocol):
    """What stands in files about one class; RosterUnread where they are no class list."""

    async def __call__(self, files: Sequence[tuple[str, bytes]], wanted: str = "") -> RosterFile: ...


async def read(files: Sequence[tuple[str, bytes]], wanted: str = "") -> RosterFile:
    """What it needs is loaded when the first list is read."""
    from bot.rosters.reading import read_roster

    return await read_roster(files, wanted)


class Denied(Exception):
    """Slack says no for good."""


class PeopleOfSlack:
    """Who somebody on a list is in Slack. Raises Later where that may be had later."""

    def __init__(self, clients: Clients) -> None:
        self._clients = clients

    async def looked_up(
        self, workspace: str, channel: str, near: Iterable[str], file: RosterFile
    ) -> tuple[list[Matched], bool]:
        """Who they are in Slack; and whether Slack tells addresses."""
        if not file.people or not channel:
            return [], True
        try:
            everybody = await self._pages(workspace, "users.list", {"limit": PAGE})
        except Denied:
            everybody = []
        found = {known.user: known for known in map(known_of, _those_here(workspace, everybody))}
        in_channel = await self.in_channel(workspace, channel)
        near = {*near, *(in_channel or ())}
        matched = match(file.people, list(found.values()), near)
        return [_told_apart(one, found, in_channel) for one in matched], any(one.email for one in found.values())

    async def in_channel(self, workspace: str, channel: str) -> frozenset[str] | None:
        """None where that can not be read."""
        try:
            members = await self._pages(workspace, "conversations.members", {"channel": channel, "limit": PAGE})
        except Denied:
            return None
        return frozenset(str(user) for user in members)

    async def person(self, workspace: str, user: str) -> Person | None:
        try:
            answer = await self.ask(workspace, "users.info", {"user": user, "include_locale": True})
        except Denied:
            return None
        return person_of(workspace, answer.get("user") or {})

    async def _pages(self, workspace: str, method: str, query: dict[str, Any]) -> list[Any]:
        found: list[Any] = []
        while True:
            page = await self.ask(workspace, method, query)
            found += page.get("members") or ()
            cursor = (page.get("response_metadata") or {}).get("next_cursor")
            if not cursor:
                return found
            query = {**query, "cursor": cursor}

    async def ask(self, workspace: str, method: str, query: Mapping[str, Any]) -> Mapping[str, Any]:
        """A method's answer. Raises Later where it may be had later, Denied where it may not."""
        answer = await outcome_of(call(self._clients(workspace), method, query))
        match answer:
            case Limited(retry_after, error):
                raise Later(error, timedelta(seconds=retry_after))
            case Unknown(reason):
                raise Later(reason, SOON)
            case Refused(error) if error in calls.TOKEN:
                raise Later(error, TOKEN_WAIT)
            case Refused(error):
                raise Denied(error)
            case _:
                return answer


class ClassListErrands:
    """How READ_ROSTER is done. What is wrong with a list is no failure of the errand: its teacher is told."""

    def __init__(self, runner: Runner, clients: Clients, clock: Clock, *, read: Read = read) -> None:
        self._runner = runner
        self._clients = clients
        self._people = PeopleOfSlack(clients)
        self._clock = clock
        self._read = read

    def doers(self) -> Mapping[ErrandKind, Doer]:
        return {ErrandKind.READ_ROSTER: self.go_on}

    async def go_on(self, errand: Errand) -> None:
        actor, id = Actor(errand.workspace, ""), int(errand.args["roster"])
        work = await self._runner.read(actor, roster.work_of, id)
        if work is None:
            return
        if work.roster.state is RosterState.TAKING:
            await self._take_in(actor, work)
            return
        try:
            file = await self._read(await self._fetched(work), work.roster.wanted or "")
        except RosterUnread as unread:
            log.info("class list not read", action="roster.not-read", workspace=errand.workspace, why=unread.kind.value)
            await self._runner.run(actor, roster.not_read, id, unread.kind)
            return
        people, by_email = await self._people.looked_up(errand.workspace, work.channel, work.near, file)
        await self._runner.run(actor, roster.read, id, file, people, by_email=by_email)

    # Its files.

    async def _fetched(self, work: RosterWork) -> list[tuple[str, bytes]]:
        from bot.rosters.worker import SIZE_MOST

        found: list[tuple[str, bytes]] = []
        left = SIZE_MOST
        for ident, name in work.roster.files:
            data = await self._one(work, ident, left)
            left -= len(data)
            found.append((name, data))
        return found

    async def _one(self, work: RosterWork, ident: str, most: int) -> bytes:
        from bot.evidence.fetching import NotYet, download

        client = self._clients(work.roster.workspace)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "list"
            try:
                await download(client, await self._told(work, ident), path, most)
            except NotYet:
                if self._is_older(work, SCANNED_WITHIN):
                    raise RosterUnread(Unreadable.NOT_SENT) from None
                raise Later("file_not_ready", SOON) from None
            except Unfit as unfit:
                raise RosterUnread(_UNFIT.get(unfit.why, Unreadable.NOT_SENT)) from None
            return await asyncio.to_thread(path.read_bytes)

    async def _told(self, work: RosterWork, ident: str) -> Any:
        from bot.evidence.fetching import REFUSALS, NotYet, told_of

        try:
            answer = await self._people.ask(work.roster.workspace, "files.info", {"file": ident})
        except Denied as denied:
            raise Unfit(REFUSALS.get(str(denied), Why.NOT_SENT)) from None
        except Later:
            if self._is_older(work, GIVEN_UP):
                raise Unfit(Why.NOT_SENT) from None
            raise
        file = answer.get("file")
        if not isinstance(file, Mapping):
            raise NotYet(Why.NOT_SENT)
        return told_of(file)

    def _is_older(self, work: RosterWork, than: timedelta) -> bool:
        return self._clock.now() - work.roster.came_at > than

    # Its people.

    async def _take_in(self, actor: Actor, work: RosterWork) -> None:
        people = [await self._people.person(actor.workspace, user) for user in work.unknown]
        known = [person for person in people if person is not None]
        in_channel = await self._people.in_channel(actor.workspace, work.channel) if work.channel else None
        await self._runner.run(actor, roster.take_in, work.roster.id, known, in_channel)


_UNFIT = {Why.TOO_BIG: Unreadable.TOO_BIG, Why.NOT_ALLOWED: Unreadable.NOT_ALLOWED}


def _those_here(workspace: str, users: Iterable[Any]) -> list[tuple[Person, str]]:
    """Everybody who can be a student, with their address; "" where Slack does not tell it."""
    found: list[tuple[Person, str]] = []
    for user in users:
        person = person_of(workspace, user) if isinstance(user, Mapping) else None
        if person is not None and person.is_active and not person.is_bot:
            email = (user.get("profile") or {}).get("email")
            found.append((replace(person, handle=str(user.get("name") or "")), email if isinstance(email, str) else ""))
    return found


def known_of(told: tuple[Person, str]) -> Known:
    person, email = told
    return Known(person.user, person.names, person.handle, email.strip())


def _told_apart(one: Matched, found: Mapping[str, Known], in_channel: frozenset[str] | None) -> Matched:
    names = tuple(with_handle(found[user].names[0], found[user].handle) for user in one.candidates if user in found)
    return replace(one, perhaps=names, in_channel=in_channel is None or not one.user or one.user in in_channel)
