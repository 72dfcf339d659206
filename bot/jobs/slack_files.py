"""What Slack tells of a file, for the errands that fetch one."""

from collections.abc import Mapping
from datetime import timedelta

from bot.domain.evidence import Unfit, Why
from bot.domain.outbox import Later, Limited, Refused, Unknown
from bot.evidence.fetching import REFUSALS, FileTold, NotYet, told_of
from bot.slack import calls
from bot.slack.calls import Clients, call, outcome_of

SOON = timedelta(seconds=5)
TOKEN_WAIT = timedelta(minutes=15)


async def told(clients: Clients, workspace: str, file: str, *, is_old: bool) -> FileTold:
    """Unfit where it can not be had, NotYet where it may be in a moment, Later where Slack can not be asked now;
    `is_old`: what does not pass is not waited for any more."""
    match await outcome_of(call(clients(workspace), "files.info", {"file": file})):
        case Limited(retry_after, error):
            raise Later(error, timedelta(seconds=retry_after))
        case Unknown(reason):
            raise NotYet(Why.NOT_SENT) if is_old else Later(reason, SOON)
        case Refused(error) if error in calls.TOKEN:
            raise Unfit(Why.NOT_SENT) if is_old else Later(error, TOKEN_WAIT)
        case Refused(error) if error in REFUSALS or error in calls.UNSUPPORTED:
            raise Unfit(REFUSALS.get(error, Why.NOT_ALLOWED))
        case Refused():
            raise NotYet(Why.GONE)
        case answer:
            found = answer.get("file")
            if not isinstance(found, Mapping):
                raise NotYet(Why.NOT_SENT)
            return told_of(found)
