"""The errands that ask Slack who is there: a class channel's members, single people, and the workspace's admins."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bot.activities.undeliverable import use_cases as undeliverable
from bot.domain.actor import Actor
from bot.domain.classroom import Person
from bot.domain.outbox import Errand, ErrandKind, Later, Limited, Refused, Unknown
from bot.jobs.errands import Doer, InVain
from bot.runner import Runner, UseCase
from bot.slack import calls
from bot.slack.calls import Clients, call, outcome_of, person_of
from storage.unit_of_work import UnitOfWork

PAGE = 200
TOKEN_WAIT = timedelta(minutes=15)
UNKNOWN_WAIT = timedelta(seconds=5)

Learn = UseCase[[Person], None]
Enrol = UseCase[[int, list[Person]], None]
AdminsFound = UseCase[[int, str], None]


class RosterErrands:
    """How SYNC_ROSTER, LEARN_PERSON and FIND_ADMINS are done.

    `enrol(uow, actor, classroom, people)` takes the people of a class, `learn(uow, actor, person)` what Slack says of
    one, and `admins_found(uow, actor, classroom, since)` is told when all admins are learnt.
    """

    def __init__(self, runner: Runner, clients: Clients, enrol: Enrol, learn: Learn, admins_found: AdminsFound) -> None:
        self._runner = runner
        self._clients = clients
        self._enrol = enrol
        self._learn = learn
        self._admins_found = admins_found
        self._asked: dict[int, set[str]] = {}

    def doers(self) -> Mapping[ErrandKind, Doer]:
        return {
            ErrandKind.SYNC_ROSTER: self.sync,
            ErrandKind.LEARN_PERSON: self.learn,
            ErrandKind.FIND_ADMINS: self.find_admins,
        }

    async def sync(self, errand: Errand) -> None:
        """Read the members of a class's channel, enrol them all. Slack is asked who they are, save of those who have a
        place already: whether somebody gets one hangs on what they are now."""
        classroom = int(errand.args["classroom"])
        actor = Actor(errand.workspace, str(errand.args.get("by", "")))
        channel = await self._runner.read(actor, _channel_of, classroom)
        if channel is None:
            raise InVain("no_such_class")
        try:
            members = await self._members(errand.workspace, channel)
        except InVain as reason:
            await self._runner.run(actor, undeliverable.unreadable, classroom, str(reason))
            raise
        placed = await self._runner.read(actor, _placed, classroom)
        asked = self._asked.setdefault(errand.id, set())  # kept, should we have to go on later
        for user in members:
            if user not in placed and user not in asked:
                person = await self._ask(errand.workspace, user)
                asked.add(user)
                if person is not None:
                    await self._runner.run(actor, self._learn, person)
        del self._asked[errand.id]
        people = await self._runner.read(actor, _known, members)
        await self._runner.run(actor, self._enrol, classroom, people)

    async def learn(self, errand: Errand) -> None:
        """Ask who somebody is."""
        user = str(errand.args["user"])
        person = await self._ask(errand.workspace, user)
        if person is None:
            raise InVain("user_not_found")
        await self._runner.run(Actor(errand.workspace, user), self._learn, person)

    async def find_admins(self, errand: Errand) -> None:
        """Look through everybody for the admins, keep those alone, and say that they are known."""
        everybody = await self._pages(errand.workspace, "users.list", {"limit": PAGE, "include_locale": True})
        found = (person_of(errand.workspace, user) for user in everybody if isinstance(user, Mapping))
        for person in found:
            if person is not None and person.is_admin and person.is_active and not person.is_bot:
                await self._runner.run(Actor(errand.workspace, person.user), self._learn, person)
        about = int(errand.args["classroom"]), str(errand.args["since"])
        await self._runner.run(Actor(errand.workspace, ""), self._admins_found, *about)

    async def _members(self, workspace: str, channel: str) -> list[str]:
        members = await self._pages(workspace, "conversations.members", {"channel": channel, "limit": PAGE})
        return list(dict.fromkeys(str(user) for user in members))

    async def _pages(self, workspace: str, method: str, query: dict[str, Any]) -> list[Any]:
        """The members on all pages of what a method lists."""
        members: list[Any] = []
        while True:
            page = await self._read(workspace, method, query)
            members += page.get("members") or ()
            cursor = (page.get("response_metadata") or {}).get("next_cursor")
            if not cursor:
                return members
            query = {**query, "cursor": cursor}

    async def _ask(self, workspace: str, user: str) -> Person | None:
        """What Slack says of somebody; None where it does not know them."""
        try:
            answer = await self._read(workspace, "users.info", {"user": user, "include_locale": True})
        except InVain:
            return None
        return person_of(workspace, answer.get("user") or {})

    async def _read(self, workspace: str, method: str, query: Mapping[str, Any]) -> Mapping[str, Any]:
        """A method's answer. Raises Later where it may be had later, InVain where it may not."""
        answer = await outcome_of(call(self._clients(workspace), method, query))
        match answer:
            case Limited(retry_after, error):
                raise Later(error, timedelta(seconds=retry_after))
            case Unknown(reason):
                raise Later(reason, UNKNOWN_WAIT)
            case Refused(error) if error in calls.TOKEN:
                raise Later(error, TOKEN_WAIT)
            case Refused(error, lasting):
                raise InVain(error) if lasting else Later(error, UNKNOWN_WAIT)
            case _:
                return answer


def _channel_of(uow: UnitOfWork, actor: Actor, classroom: int) -> str | None:
    found = uow.classrooms.get(classroom)
    return found.channel if found else None


def _placed(uow: UnitOfWork, actor: Actor, classroom: int) -> set[str]:
    """Those with a place in the class of whom all is known that is kept: of the others, Slack is asked once more."""
    here = [place.user for place in uow.memberships.in_class(classroom)]
    return {person.user for person in uow.people.among(here) if person.other_names is not None} if here else set()


def _known(uow: UnitOfWork, actor: Actor, users: list[str]) -> list[Person]:
    return uow.people.among(users) if users else []
