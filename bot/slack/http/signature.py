"""Whether a request is Slack's: https://docs.slack.dev/authentication/verifying-requests-from-slack

The headers are looked at before the body is read, and by hand: slack-sdk's verifier raises where a time is no number
or a signature is no ASCII, and what comes from anywhere is to be refused, not to fail.
"""

import hashlib
import hmac
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.slack.http.messages import Request

MOST_SECONDS = 300
"""Between Slack's clock and ours, either way. An older request may be one that was overheard."""

_TIME = re.compile(r"[0-9]{1,12}", re.ASCII)
_SIGNATURE = re.compile(r"v0=[0-9a-f]{64}", re.ASCII)


class NotSlacks(Exception):
    """The request is not from Slack, or is too old; the message says why, and nothing of what was sent."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What a request's headers say, in their right form and recent."""

    time: str
    digest: str

    def check(self, body: bytes, secrets: Sequence[bytes]) -> None:
        """NotSlacks unless one of the secrets signed the body. It takes as long whatever is wrong or right."""
        signed = b"v0:%b:%b" % (self.time.encode(), body)
        made = [hmac.new(secret, signed, hashlib.sha256).hexdigest() for secret in secrets]
        right = [hmac.compare_digest(digest, self.digest) for digest in made]
        if not any(right):
            raise NotSlacks("signature")


def signature_of(request: Request, now: datetime) -> Signature:
    """NotSlacks where a header is missing, is given twice, is malformed, or too old or too new."""
    time, signature = request.one("x-slack-request-timestamp"), request.one("x-slack-signature")
    if time is None or signature is None:
        raise NotSlacks("headers")
    if not _TIME.fullmatch(time) or not _SIGNATURE.fullmatch(signature):
        raise NotSlacks("form")
    if abs(now.timestamp() - int(time)) > MOST_SECONDS:
        raise NotSlacks("time")
    return Signature(time, signature.removeprefix("v0="))
