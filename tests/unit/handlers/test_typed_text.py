"""What a person typed comes out of Slack's form as they saw it."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.classroom import Person
from bot.domain.seen import clean
from bot.language.counts import value_for
from bot.language.hearing import Aim, Kind, Moment, Number, hear, numbers_of
from bot.language.hearing.numbers.candidates import cleaned
from bot.language.reading.dates import find_dates
from bot.language.reading.numbers import find_numbers
from handlers import hearing, router
from handlers.inbound import Called, Said, plain_text, referred
from handlers.router import Router
from prompts.words import words_for
from tests.unit.handling import context_of
from tests.world import World, terms

NO_BREAK = "\u00a0"
CALLED = Called(
    {"U1": "Ben Adeyemi", "U2": "Ana 10", "U3": "Pim ten Have"},
    {"C1": "English 11", "C2": "biology"},
    somebody="somebody",
    a_channel="a channel",
    a_group="a group",
)


@pytest.mark.parametrize(
    ("slack", "typed"),
    [
        ("a &lt;b&gt; &amp; c", "a <b> & c"),
        ("&amp;lt;", "&lt;"),
        ("2 < 3", "2 < 3"),
        ("<https://a.b>", "https://a.b"),
        ("see <https://a.b/c|a.b/c>", "see a.b/c"),
        ("I finished <http://today.it|today.it> was 5 of 10", "I finished today.it was 5 of 10"),
        ("<https://docs.example/d/12|8 of 10>", "8 of 10 (https://docs.example/d/12)"),
        ("<https://Today.it/|today.it> <http://today.it|https://www.today.it>", "today.it https://www.today.it"),
        ("<https://evil.example|https://school.example>", "https://school.example (https://evil.example)"),
        ("<mailto:a@b.c|a@b.c> <mailto:a@b.c>", "a@b.c a@b.c"),
        ("call <tel:+4912345|+49 123 45> or <tel:112>", "call +49 123 45 or 112"),
        ("<@U1> helped me, 5 of 10", "@Ben Adeyemi helped me, 5 of 10"),
        ("<@U9|ana> and <@U9>", "@ana and somebody"),
        ("<@U1|ben>", "@Ben Adeyemi"),
        ("<#C9|general> <#C9> <#C9|> <#C2>", "#general a channel a channel #biology"),
        ("<!channel> <!here|here> <!everyone|@everyone>", "@channel @here @everyone"),
        ("<!subteam^S1|@year-ten> <!subteam^S1>", "@year-ten a group"),
        ("by <!date^1392734382^{date_short}|18 February>, yes", "by 18 February, yes"),
        ("by <!date^1392734382^{date_short}>", "by "),
    ],
)
def test_text_as_it_was_typed(slack: str, typed: str) -> None:
    assert plain_text(slack, CALLED) == typed.strip()


def test_a_name_with_a_number_is_one_word() -> None:
    shown = plain_text("<@U2> <@U3> <#C1> <@U1>", CALLED)
    ana, pim, english, ben, adeyemi = shown.split(" ")
    assert (ana, pim, english) == (f"@Ana{NO_BREAK}10", f"@Pim{NO_BREAK}ten{NO_BREAK}Have", f"#English{NO_BREAK}11")
    assert (ben, adeyemi) == ("@Ben", "Adeyemi")


@pytest.mark.parametrize("who", ["<@U2>", "<@U3>", "<#C1>", "<@U9|ana12>", "<#C9|english-11>"])
def test_a_reference_gives_no_number(who: str) -> None:
    (target,) = terms().targets
    assert value_for(plain_text(f"{who} helped me", CALLED), target) is None
    assert value_for(plain_text(f"{who} helped me, 5 of 10", CALLED), target) == Decimal(5)


@pytest.mark.parametrize("who", ["<@U2>", "<@U3>", "<#C1>", "<@U9|ana12>", "<#C9|2027-english>"])
def test_hearing_looks_for_no_number_in_a_reference(who: str) -> None:
    said = cleaned(plain_text(f"{who} helped me, 5 of 10", CALLED))
    assert said.split() == ["helped", "me,", "5", "of", "10"]


LINKS = ["<https://docs.example.org/d/12/2027-03-04|8 of 10>", "<https://a.example/7?page=3&amp;x=9|8 of 10> :)"]


@pytest.mark.parametrize("link", LINKS)
def test_an_address_behind_a_label_gives_no_number(link: str) -> None:
    (target,) = terms().targets
    aim = Aim(target.statement, target.unit, target.baseline, target.goal)
    shown = plain_text(link, CALLED)
    assert "https://" in shown
    assert value_for(shown, target) == Decimal(8)
    assert numbers_of(shown, Moment.CHECK_IN, [aim]) == {0: Number(Decimal(8), sure=True)}
    assert [n.value for n in find_numbers(shown)] == [Decimal(8)]
    assert find_dates(shown, date(2027, 1, 11)) == ()
    assert hear(shown, Moment.CHECK_IN, [aim]).kind is Kind.ANSWER


def test_whom_and_what_it_refers_to() -> None:
    found = referred("<@U1> <@U2|ana> <#C1|x> <https://a.b> <!here> <@U1> <@u\x00> &lt;@U7&gt;")
    assert (found.people, found.channels) == (("U1", "U2"), ("C1",))
    assert not referred("nobody <https://a.b|@U1> <!here>")
    assert referred("<!subteam^S1>")


# --- round trips: pieces as people type them, written as Slack writes them ---

plain = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=20)
label = plain.map(lambda text: clean(text.replace("|", ""))).filter(bool)
site = st.sampled_from(["today.it", "a.b/c", "docs.example.org/d/12?x=1"])


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


pieces = st.one_of(
    plain.map(lambda text: (text, escaped(text))),
    site.map(lambda url: (url, f"<http://{url}|{url}>")),
    site.map(lambda url: (f"https://{url}", f"<https://{url}>")),
    st.tuples(label, site).map(
        lambda both: (f"{both[0]} (https://{both[1]})", f"<https://{both[1]}|{escaped(both[0])}>")
    ),
    st.just(("a@b.c", "<mailto:a@b.c|a@b.c>")),
    st.just(("+49 30 1234", "<tel:+49301234|+49 30 1234>")),
    st.just(("@Ben Adeyemi", "<@U1>")),
    st.just(("#biology", "<#C2>")),
    st.just(("#general", "<#C9|general>")),
    st.just(("@here", "<!here>")),
)


@given(st.lists(pieces, max_size=6))
def test_whatever_is_typed_comes_back(written: list[tuple[str, str]]) -> None:
    typed, sent = ("".join(part) for part in zip(*written, strict=True)) if written else ("", "")
    assert plain_text(sent, CALLED) == clean(typed)


@given(st.text())
def test_it_takes_any_text(text: str) -> None:
    assert isinstance(plain_text(text, CALLED), str)
    assert isinstance(bool(referred(text)), bool)


# --- where it is heard ---


async def heard(world: World, text: str, **more: Any) -> Said:
    """What reaches the handler of messages."""
    reached: list[Said] = []

    async def hear(said: Said, context: Any) -> None:
        reached.append(said)

    async def ack() -> None: ...

    event = {"type": "message", "channel": "D1", "channel_type": "im", "user": "USTUDENT", "text": text, "ts": "1.1"}
    bots = [{"user_id": "UBOT", "is_bot": True}]
    body: Mapping[str, Any] = {"team_id": "T1", "authorizations": bots, "event": {**event, **more}}
    await Router(context_of(world), router.ALL, hear).on_message(ack, body)  # type: ignore[arg-type]
    (said,) = reached
    return said


async def test_people_of_the_workspace_are_named(world: World) -> None:
    with world.uow() as uow:
        uow.people.add(Person("T1", "UBEN", "Ben Adeyemi", handle="ben.10"))
    assert (await heard(world, "<@UBEN> helped me, 5 of 10")).text == "@Ben Adeyemi helped me, 5 of 10"
    said = await heard(world, "<@UNOBODY> too, <#C1>, <@UBOT>")
    assert said.text == f"{words_for()('typed-somebody')} too, #English{NO_BREAK}11, @Accord"


async def test_an_edit_names_them_too(world: World) -> None:
    message = {"user": "USTUDENT", "text": "<@UCLASSMATE>: 6", "ts": "1.1", "edited": {"user": "USTUDENT", "ts": "2.1"}}
    said = await heard(world, "", subtype="message_changed", message=message)
    assert (said.text, said.edited) == ("@Ben: 6", True)


@pytest.mark.parametrize(("text", "greets"), [("Hi.", True), ("¡Hello", True), (" hey, ", True), ("hi 5", False)])
def test_a_greeting_is_one_whatever_signs_are_around_it(world: World, text: str, greets: bool) -> None:
    said = Said(world.student, "D1", text, "1.1", "said:D1:1.1")
    assert hearing._greets(said)("en") is greets
