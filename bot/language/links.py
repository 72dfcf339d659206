"""Addresses of web pages in what somebody typed. Nothing of them is opened."""

import re

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]{2,1000}", re.IGNORECASE)
_AFTER = ".,;:!?'\"’”»…"
_AROUND = " \t\r\n.,;:-–—()<>\"'’”«»"


def links_in(text: str) -> tuple[str, ...]:
    """Each address once, in the order in which they stand."""
    return tuple(dict.fromkeys(_bare(match.group()) for match in _ADDRESS.finditer(text)))


def beside_links(text: str) -> str:
    """What is said beside them: "here is my essay" of "here is my essay: https://…"."""
    left = text
    for link in sorted(links_in(text), key=len, reverse=True):
        left = left.replace(link, " ")
    return " ".join(re.sub(r"\(\s*\)", " ", left).split()).strip(_AROUND)


def _bare(address: str) -> str:
    """Without the signs of the sentence that it stands in; a bracket that opens within it stays."""
    bare = address.rstrip(_AFTER)
    while bare.endswith(")") and bare.count(")") > bare.count("("):
        bare = bare[:-1].rstrip(_AFTER)
    return bare
