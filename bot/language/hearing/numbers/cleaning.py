"""A message without what holds digits and counts nothing: links, files, mentions, telephone numbers, emphasis."""

import re

from bot.language.reading.text import fold

MOST = 1_200
"""Characters of a message in which numbers are looked for."""

_NO_NUMBERS = re.compile(
    r"<(?:https?://|mailto:|tel:)[^>|]{0,400}(?:\|(?P<label>[^>]{0,200}))?>"
    r"|(?:https?://|www\.)\S{1,400}|[\w.+-]{1,64}@[\w-]{1,64}\.\w{2,10}"
    r"|(?<![\w.])[a-z][\w-]{0,40}(?:\.[a-z][\w-]{0,40}){1,4}/\S{1,200}"
    r"|<[@#!][^>]{0,80}>|(?<!\w)@[\w.\u00a0-]{1,60}|(?<!\w)#[\w\u00a0-]{0,60}[^\W\d][\w\u00a0-]{0,60}"
    r"|(?<![\w.])[\w-]{1,80}\.(?:pdf|docx?|odt|pptx?|xlsx?|csv|txt|jpe?g|png|gif|heic|mp[34]|mov|wav|m4a|zip|py|java|html?)\b"
    r"|:[a-z0-9_+-]{2,40}:"
    r"|(?<![\w+])(?:\+|00)\d[\d ()/-]{6,18}\d|(?<!\d)0\d{2,4}[ /-]?\d{5,8}(?!\d)"
    r"|\b(?=[a-f]{0,12}\d)(?=\d{0,12}[a-f])[0-9a-f]{7,40}\b"
    r"|\b(?:[a-z]+\d+[a-z_]\w*|\w+_\w+)\b",
    re.IGNORECASE,
)
_EMPHASIS = re.compile(r"(?<!\w)[*_~`]{1,2}(?=\S)|(?<=\S)[*_~`]{1,2}(?!\w)")
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))
_NEW_LINE = re.compile(r"(?<=\w)[ \t]*[\r\n]+\s*")  # between two parts of a message, few people write a full stop

_PRIME = re.compile(r"(?<=\d)['’′](?=\d{2}(?!\d))")  # minutes and seconds: 27'30
_SCORES = re.compile(r"(?<![\d-])\d{1,2}-\d{1,2}(?:\s\d{1,2}-\d{1,2}){1,5}(?!\d)")


def cleaned(text: str) -> str:
    """The beginning of the text, with blanks for what counts nothing; its capitals stay. Apostrophes are gone."""
    shown = text[:MOST]
    for entity, sign in _ENTITIES:
        shown = shown.replace(entity, sign)
    shown = _NEW_LINE.sub(". ", _NO_NUMBERS.sub(_label, shown))
    shown = _SCORES.sub(" ", _EMPHASIS.sub("", _PRIME.sub(":", shown)))
    return "".join(char for char, plain in zip(shown, fold(shown), strict=True) if plain != "'")


def _label(match: re.Match[str]) -> str:
    """A link's label says what it says, unless it is an address, too."""
    label = match["label"] or ""
    return f" {label} " if label and "/" not in label and not re.search(r"\w\.\w", label) else " "
