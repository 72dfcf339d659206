"""What stands in Slack already is not sent again, and whatever may not stand there is; on both databases."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select, update

from bot.domain.outbox import Delivery, Verb
from bot.outbox.sender import LEASE
from storage.queries.sending import sendings
from storage.tables.classes import HomeRow, OutboxRow, table
from tests.integration.delivery.office import Office

_home, _outbox = table(HomeRow), table(OutboxRow)


class AllMayGo:
    """No pace."""

    def resting(self, workspace: str) -> tuple[list[Verb], list[str]]:
        return [], []

    def admits(self, delivery: Delivery) -> bool:
        return True


def claim_all(office: Office, owner: str) -> list[Delivery]:
    """As a sender does that says nothing of it afterwards."""
    now = office.clock.now()
    with sendings(office.engine)() as sending:
        return sending.claim(owner, now, 10, LEASE, AllMayGo(), [office.ws.team_id])


class Card:
    """A message of Ana's, and her Home."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.ana = office.ws.add_person("ana", "Ana")

    async def post(self, say: str) -> Delivery:
        posted = self.office.queue(self.ana.id, say)
        await self.office.send_all()
        return posted

    async def says_now(self, card: Delivery, say: str) -> Delivery:
        """Show it anew, with what it says now."""
        queued = self.office.queue(self.ana.id, say, verb=Verb.REFRESH, refreshes=card.id)
        await self.office.send_all()
        return queued

    async def home(self, say: str) -> Delivery:
        queued = self.office.queue(f"home:{self.ana.id}", say, verb=Verb.HOME, reader=self.ana.id)
        await self.office.send_all()
        return queued

    @property
    def updates(self) -> int:
        return self.office.calls("chat.update")

    @property
    def published(self) -> int:
        return self.office.calls("views.publish")

    def home_is_known(self) -> bool:
        with self.office.engine.connect() as connection:
            return connection.execute(select(_home.c.shown)).first() is not None


async def test_a_card_is_changed_only_where_its_content_changed(office: Office) -> None:
    card = Card(office)
    posted = await card.post("five")
    same = await card.says_now(posted, "five")
    assert (card.updates, office.row(same).state, office.row(same).error) == (0, "expired", "said-already")
    await card.says_now(posted, "six")
    assert (card.updates, office.heard(card.ana)) == (1, ["six"])
    await card.says_now(posted, "six")
    assert card.updates == 1
    await card.says_now(posted, "five")
    assert (card.updates, office.heard(card.ana)) == (2, ["five"])


async def test_a_home_is_published_only_where_its_content_changed(office: Office) -> None:
    card = Card(office)
    for say, published in (("one", 1), ("one", 1), ("two", 2), ("one", 3), ("one", 3)):
        await card.home(say)
        assert card.published == published


async def test_who_opens_their_home_gets_it_whatever_it_showed(office: Office) -> None:
    card = Card(office)
    await card.home("one")
    office.in_workspace(lambda uow: uow.outbox.forget_home(card.ana.id))
    await card.home("one")
    assert card.published == 2


async def test_what_may_have_been_changed_is_changed_again(office: Office) -> None:
    """The card said five; whether it came to say six nobody knows; now it is to say five."""
    card = Card(office)
    posted = await card.post("five")
    office.ws.faults.next("chat.update", kind="http_500_after")
    refresh = office.queue(card.ana.id, "six", verb=Verb.REFRESH, refreshes=posted.id)
    await office.send_all()
    assert office.heard(card.ana) == ["six"]
    with office.engine.begin() as connection:
        connection.execute(update(_outbox).where(_outbox.c.id == refresh.id).values(args={"say": "five"}))
    office.clock.advance(timedelta(minutes=1))
    await office.send_all()
    assert office.heard(card.ana) == ["five"]


async def test_what_a_program_that_died_had_taken_is_not_known_to_stand(office: Office) -> None:
    """Whoever takes over what it held relies on nothing."""
    card = Card(office)
    posted = await card.post("five")
    await card.home("one")
    assert (office.row(posted).shown is not None, card.home_is_known()) == (True, True)
    office.queue(card.ana.id, "five", verb=Verb.REFRESH, refreshes=posted.id)
    office.queue(f"home:{card.ana.id}", "one", verb=Verb.HOME, reader=card.ana.id)
    taken = claim_all(office, "dead")
    assert {d.verb: d.shown is not None for d in taken} == {Verb.REFRESH: True, Verb.HOME: True}
    office.after_the_lease()
    with sendings(office.engine)() as sending:
        lost = sending.claim_lost("heir", office.clock.now(), 10, LEASE)
    assert [d.shown for d in lost] == [None, None]
    assert (office.row(posted).shown, card.home_is_known()) == (None, False)
    office.after_the_lease()
    await office.send_all()
    assert (card.updates, card.published) == (1, 2)
    assert (office.row(posted).shown is not None, card.home_is_known()) == (True, True)


async def test_who_comes_too_late_writes_nothing_of_what_stands(office: Office) -> None:
    card = Card(office)
    posted = await card.post("five")
    office.queue(card.ana.id, "six", verb=Verb.REFRESH, refreshes=posted.id)
    office.queue(f"home:{card.ana.id}", "one", verb=Verb.HOME, reader=card.ana.id)
    taken = claim_all(office, "slow")
    office.after_the_lease()
    await office.send_all()
    stands = office.row(posted).shown
    with sendings(office.engine)() as sending:
        assert sending.finish([(d, replace(d, shown="0" * 32)) for d in taken], "slow") == 0
    assert office.row(posted).shown == stands
    await card.home("one")
    assert card.published == 1
