"""A message with a file, over the real protocol: once, whatever goes wrong; in words where no file is taken."""

import asyncio
import random
from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.domain.outbox import Delivery, File, Message
from bot.outbox.with_file import FILE_ATTEMPTS, NO_FILES_FOR
from sandbox.people import Person
from tests.integration.delivery.office import Office
from tests.integration.delivery.test_chaos import Crew, flushed
from tests.integration.delivery.test_sender import SECOND

WORDS = Message("in words", ())
UPLOAD, COMPLETE = "files.getUploadURLExternal", "files.completeUploadExternal"
DATES = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


def dates() -> bytes:
    return DATES


def with_file(content: Callable[[], bytes] = dates) -> Callable[[object, Delivery], Message | None]:
    def prepare(uow: object, delivery: Delivery) -> Message | None:
        say = delivery.args["say"]
        return Message(say, (), file=File("dates.ics", "Your dates", content, WORDS))

    return prepare


async def send_all(office: Office, content: Callable[[], bytes] = dates) -> None:
    await office.send_all(prepare=with_file(content))


def files(person: Person) -> list[tuple[str, str, bytes]]:
    """What stands in somebody's DM with a file: the words above it, its title, its bytes."""
    state = person._core.state.files
    return [(post.text, state[name].title, state[name].content) for post in person.dm.posts for name in post.files]


@pytest.fixture
def ana(office: Office) -> Person:
    return office.ws.add_person("ana", "Ana")


async def test_a_file_stands_in_the_dm_below_its_words(office: Office, ana: Person) -> None:
    queued = office.queue(ana.id, "here")
    await send_all(office)
    assert files(ana) == [("here", "Your dates", DATES)]
    row = office.row(queued)
    assert (row.state, row.channel, row.ts, row.attempts) == ("sent", ana.dm.id, None, 1)
    assert row.file == ana.dm.posts[0].files[0]


async def test_what_is_said_after_a_file_comes_after_it(office: Office, ana: Person) -> None:
    office.queue(ana.id, "here")
    async with office.sending(prepare=first_with_a_file) as sender:
        office.queue(ana.id, "and a word")
        sender.wake()
        await sender.idle()
    assert office.heard(ana) == ["here", "and a word"]


def first_with_a_file(uow: object, delivery: Delivery) -> Message | None:
    return with_file()(uow, delivery) if delivery.args["say"] == "here" else Message(delivery.args["say"], ())


async def test_it_can_stand_in_a_thread(office: Office, ana: Person) -> None:
    first = office.queue(ana.id, "first")
    await office.send_all()
    office.queue(ana.id, "here", thread=office.row(first).ts)
    await send_all(office)
    assert [post.thread_ts for post in ana.dm.posts if post.files] == [office.row(first).ts]


@pytest.mark.parametrize("kind", ["cut_after", "http_500_after", "slow_after"])
async def test_shared_though_nobody_heard_so(office: Office, ana: Person, kind: str) -> None:
    queued = office.queue(ana.id, "here")
    office.ws.faults.next(COMPLETE, kind=kind, seconds=0.6)
    await send_all(office)
    assert office.row(queued).state == "claimed"
    await flushed(office)
    office.after_the_lease()
    await send_all(office)
    assert [words for words, *_ in files(ana)] == ["here"]
    assert (office.row(queued).state, office.row(queued).ts) == ("sent", ana.dm.posts[0].ts)
    assert office.calls(COMPLETE) == 1


@pytest.mark.parametrize("kind", ["cut_before", "cut_after", "http_500_after", "http_503"])
async def test_a_place_for_the_bytes_that_is_lost_is_asked_for_again(office: Office, ana: Person, kind: str) -> None:
    office.queue(ana.id, "here")
    office.ws.faults.next(UPLOAD, kind=kind)
    await send_all(office)
    office.clock.advance(2 * SECOND)
    await send_all(office)
    assert [words for words, *_ in files(ana)] == ["here"]


async def test_what_was_uploaded_is_not_uploaded_again(office: Office, ana: Person) -> None:
    office.queue(ana.id, "here")
    office.ws.faults.next(COMPLETE, kind="error:internal_error")
    await send_all(office)
    office.clock.advance(2 * SECOND)
    await send_all(office)
    assert [words for words, *_ in files(ana)] == ["here"]
    assert office.calls(UPLOAD) == 1


async def test_an_upload_that_is_gone_is_made_anew(office: Office, ana: Person) -> None:
    queued = office.queue(ana.id, "here")
    office.ws.faults.next(COMPLETE, kind="error:file_not_found")
    await send_all(office)
    assert office.row(queued).file is None
    office.clock.advance(2 * SECOND)
    await send_all(office)
    assert [words for words, *_ in files(ana)] == ["here"]
    assert office.calls(UPLOAD) == 2


async def test_slack_says_that_it_was_shared_already(office: Office, ana: Person) -> None:
    """Nobody heard how the first attempt ended, and nobody was let look."""
    queued = office.queue(ana.id, "here")
    office.ws.faults.next(COMPLETE, kind="cut_after")
    await send_all(office)
    office.after_the_lease()
    office.ws.faults.next("conversations.history", kind="error:missing_scope")
    await send_all(office)
    assert [words for words, *_ in files(ana)] == ["here"]
    assert (office.row(queued).state, office.calls(COMPLETE)) == ("sent", 2)


TAKEN_NOWHERE = ("missing_scope", "unknown_method", "file_uploads_disabled")
NOT_TAKEN = ("file_type_not_allowed", "file_uploads_except_images_disabled", "storage_limit_reached",
             "file_upload_size_restricted")  # fmt: skip


@pytest.mark.parametrize("method", [UPLOAD, COMPLETE])
@pytest.mark.parametrize("error", [*TAKEN_NOWHERE, *NOT_TAKEN])
async def test_where_no_file_is_taken_the_words_go_instead(
    office: Office, ana: Person, method: str, error: str
) -> None:
    queued = office.queue(ana.id, "here")
    office.ws.faults.next(method, kind=f"error:{error}")
    await send_all(office)
    assert office.heard(ana) == ["in words"]
    assert (office.row(queued).state, office.row(queued).ts) == ("sent", ana.dm.posts[0].ts)
    assert files(ana) == []


async def test_a_workspace_without_files_is_not_asked_each_time(office: Office, ana: Person) -> None:
    office.ws.faults.share(UPLOAD, 1, "error:missing_scope")
    async with office.sending(prepare=with_file()) as sender:
        for say in ("one", "two"):
            office.queue(ana.id, say)
            sender.wake()
            await sender.idle()
        assert office.calls(UPLOAD) == 1
        office.clock.advance(NO_FILES_FOR + timedelta(seconds=1))
        office.queue(ana.id, "three")
        sender.wake()
        await sender.idle()
    assert office.calls(UPLOAD) == 2
    assert office.heard(ana) == ["in words"] * 3


@pytest.mark.parametrize("error", NOT_TAKEN)
async def test_another_file_may_be_taken(office: Office, ana: Person, error: str) -> None:
    office.ws.faults.next(UPLOAD, kind=f"error:{error}")
    async with office.sending(prepare=with_file()) as sender:
        for say in ("one", "two"):
            office.queue(ana.id, say)
            sender.wake()
            await sender.idle()
    assert office.heard(ana) == ["in words", "two"]


async def test_words_whose_end_nobody_heard_are_not_said_twice(office: Office, ana: Person) -> None:
    queued = office.queue(ana.id, "here")
    office.ws.faults.share(UPLOAD, 1, "error:file_type_not_allowed")
    office.ws.faults.next("chat.postMessage", kind="cut_after")
    while office.row(queued).state != "sent":
        await send_all(office)
        office.after_the_lease()
    assert office.heard(ana) == ["in words"]
    assert office.row(queued).state == "sent"


async def test_a_slack_that_takes_no_bytes_for_long_gets_the_words(office: Office, ana: Person) -> None:
    office.queue(ana.id, "here")
    office.ws.faults.share(COMPLETE, 1, "error:internal_error")
    for _ in range(FILE_ATTEMPTS + 1):
        await send_all(office)
        office.clock.advance(timedelta(minutes=2))
    assert office.heard(ana) == ["in words"]


def breaks() -> bytes:
    raise OSError("no such file")


@pytest.mark.parametrize("content", [breaks, bytes])
async def test_a_file_without_content_is_told_in_words(
    office: Office, ana: Person, content: Callable[[], bytes]
) -> None:
    office.queue(ana.id, "here")
    await send_all(office, content)
    assert office.heard(ana) == ["in words"]
    assert office.calls(UPLOAD) == 0


async def test_a_refused_token_waits_and_is_not_told_in_words(office: Office, ana: Person) -> None:
    queued = office.queue(ana.id, "here")
    office.ws.faults.next(UPLOAD, kind="error:invalid_auth")
    await send_all(office)
    assert office.row(queued).state == "waiting"
    assert office.heard(ana) == []


async def test_ten_megabytes_arrive(office: Office, ana: Person) -> None:
    big = bytes(range(256)) * 40_960
    office.queue(ana.id, "here")
    await send_all(office, lambda: big)
    [(_, _, content)] = files(ana)
    assert content == big


async def test_the_bytes_are_had_off_the_event_loop(office: Office, ana: Person) -> None:
    on_the_loop: list[bool] = []

    def content() -> bytes:
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            on_the_loop.append(False)
        else:
            on_the_loop.append(True)
        return DATES

    office.queue(ana.id, "here")
    await send_all(office, content)
    assert on_the_loop == [False]


@pytest.mark.parametrize("method", [UPLOAD, COMPLETE])
async def test_where_nothing_need_be_said_instead_nothing_is(office: Office, ana: Person, method: str) -> None:
    queued = office.queue(ana.id, "here")
    office.queue(ana.id, "next")
    office.ws.faults.next(method, kind="error:missing_scope")
    alone = Message("here", (), file=File("dates.ics", "Your dates", dates, None))
    await office.send_all(prepare=lambda uow, d: alone if d.args["say"] == "here" else Message(d.args["say"], ()))
    assert office.heard(ana) == ["next"]
    assert (office.row(queued).state, office.row(queued).error) == ("expired", "no-file")


FAULTS = {
    UPLOAD: {"cut_after": 0.1, "http_503": 0.05, "ratelimited": 0.03},
    COMPLETE: {"cut_after": 0.15, "cut_before": 0.05, "http_500_after": 0.05, "slow_after": 0.02},
}
PEOPLE, MESSAGES = 5, 4


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_senders_that_die_leave_each_file_once(office: Office, seed: int) -> None:
    people = [office.ws.add_person(f"s{number}", f"S {number}") for number in range(PEOPLE)]
    for number in range(MESSAGES):
        for person in people:
            office.queue(person.id, f"{number}")
    for method, faults in FAULTS.items():
        for kind, share in faults.items():
            office.ws.faults.share(method, share, kind, seed=seed, seconds=0.6)
    crew = Crew(office, random.Random(seed), prepare=with_file())
    for _ in range(150):
        crew.hire()
        await crew.work()
        await flushed(office)
        if office.states() == {"sent": PEOPLE * MESSAGES}:
            break
        office.after_the_lease()
    await crew.dismiss()
    assert crew.killed > 0
    for person in people:
        said = [post.text for post in person.dm.posts if post.by_bot]
        in_order = [f"{number}" for number in range(MESSAGES)]
        assert [a if a != "in words" else b for a, b in zip(said, in_order, strict=True)] == in_order
