"""Planted in what is shown: typed text that formats, private words in the channel, dead ends."""

from typing import Any

from simulation.plan import Size

TALK = Size(students=2, weeks=2, trouble=20)


def _formatted(block: Any) -> Any:
    if block.get("type") != "rich_text" or block["elements"][0]["type"] != "rich_text_quote":
        return block
    text = "".join(e["text"] for e in block["elements"][0]["elements"] if e["type"] == "text")
    return {"type": "section", "text": {"type": "mrkdwn", "text": text[:3000] or "-"}}
