"""What a person typed, out of the form in which Slack sends it."""

import re

from bot.domain.interview.typed import clean

_SPECIAL = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")


def plain_text(text: str) -> str:
    """What a person typed, out of Slack's escaped form: `<https://a.b|a.b>` is a.b again, `&lt;` is <."""
    shown = _SPECIAL.sub(_shown, clean(text))
    return shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _shown(match: re.Match[str]) -> str:
    target, label = match[1], match[2]
    if target.startswith("@"):
        return f"@{label or target[1:]}"
    if target.startswith("#"):
        return f"#{label or target[1:]}"
    if target.startswith("!"):
        return label or f"@{target[1:].split('^')[0]}"
    return label if label and target.startswith("mailto:") else target
