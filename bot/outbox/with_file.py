"""A message with a file leaves in two attempts, so that nobody gets the file twice.

The first gives Slack the bytes, and what Slack calls them is written into the row: nobody sees them yet, so that this
may be done again. The second lets them stand in the conversation. Slack does that once for each upload, and a sender
that does not know how it ended finds the file by its id there. Where a file is not taken, its words are said instead.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from bot.aside import done_aside
from bot.domain.outbox import Delivery, File, Message, Outcome, Refused, SearchOutcome, Sent, Unknown
from bot.slack import calls

log = structlog.get_logger()

FILE_ATTEMPTS = 6
"""After so many passing refusals the words go instead: a minute or so."""

NO_FILES_FOR = timedelta(hours=1)
"""So long a workspace that takes no files is not asked again: an admin may allow them meanwhile."""


class SlackWithFiles(Protocol):
    """No method raises: whatever happens is an outcome."""

    async def post(self, delivery: Delivery, message: Message) -> Outcome:
        """A message without a file."""

    async def upload(self, delivery: Delivery, file: File, content: bytes) -> Outcome:
        """Give Slack the bytes: Uploaded, or why not."""

    async def share(self, delivery: Delivery, message: Message, file: File) -> Outcome:
        """Let what was uploaded stand in the conversation."""

    async def find(self, delivery: Delivery) -> SearchOutcome:
        """Look whether it stands there."""


class FileCarrier:
    """Carries a message with a file, one attempt at a time. `has_time` says whether a row's lease lasts for a call."""

    def __init__(
        self, slack: SlackWithFiles, now: Callable[[], datetime], has_time: Callable[[Delivery], bool]
    ) -> None:
        self._slack = slack
        self._now = now
        self._has_time = has_time
        self._without: dict[str, datetime] = {}

    async def carry(self, delivery: Delivery, message: Message, file: File) -> Outcome | None:
        """None where no file is taken, and nothing is to be said instead."""
        if self._takes_none(delivery.workspace) or delivery.attempts > FILE_ATTEMPTS:
            return await self._say_instead(delivery, file)
        outcome = await self._attempt(delivery, message, file)
        if not isinstance(outcome, Refused) or not outcome.lasting or outcome.error in calls.TOKEN:
            return outcome
        self._note(delivery, outcome.error)
        return await self._say_instead(delivery, file)

    async def _say_instead(self, delivery: Delivery, file: File) -> Outcome | None:
        if file.instead is None:
            return None
        if not self._has_time(delivery):
            return Unknown("no_time_for_words")  # whoever looks next says them
        return await self._slack.post(delivery, file.instead)

    async def _attempt(self, delivery: Delivery, message: Message, file: File) -> Outcome:
        if delivery.file is None:
            return await self._upload(delivery, file)
        outcome = await self._slack.share(delivery, message, file)
        if isinstance(outcome, Refused) and outcome.error == calls.NO_SUCH_FILE:
            return await self._look(delivery)
        return outcome

    async def _upload(self, delivery: Delivery, file: File) -> Outcome:
        content = await _content_of(file, delivery)
        if not content:
            return Refused(calls.NO_CONTENT, lasting=True)
        outcome = await self._slack.upload(delivery, file, content)
        return Refused(outcome.reason, lasting=False) if isinstance(outcome, Unknown) else outcome

    async def _look(self, delivery: Delivery) -> Outcome:
        """It was shared by an attempt of which nobody knew, or it is gone: then it is uploaded anew."""
        found = await self._slack.find(delivery)
        if isinstance(found, Sent):
            return found
        return Refused(calls.NO_SUCH_FILE, lasting=False)

    def _takes_none(self, workspace: str) -> bool:
        until = self._without.get(workspace)
        if until is not None and until <= self._now():
            del self._without[workspace]
        return workspace in self._without

    def _note(self, delivery: Delivery, error: str) -> None:
        if error in calls.NO_FILES:
            self._without[delivery.workspace] = self._now() + NO_FILES_FOR
        action = "delivery.file_not_taken"
        log.warning(action, action=action, delivery=delivery.id, workspace=delivery.workspace, error=error)


async def _content_of(file: File, delivery: Delivery) -> bytes:
    """Empty where it can not be had: whatever is wrong with it, the words are to leave."""
    try:
        return await (done_aside(file.content) if file.long else asyncio.to_thread(file.content))
    except Exception:
        action = "delivery.file_without_content"
        log.exception(action, action=action, delivery=delivery.id, workspace=delivery.workspace, notice=delivery.notice)
        return b""
