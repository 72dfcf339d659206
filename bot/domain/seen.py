"""Text as it is seen: without the characters that nobody sees, and that turn a line around or hide something in it.

What Unicode calls default-ignorable is taken out, also controls, halves of characters, private use and what is no
character at all; every way to end a line is a line break. Joiners and variation selectors stay where what they stand
beside is written with them. What is left reads the same everywhere, so that nobody signs what they did not see.

https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
https://www.unicode.org/reports/tr31/#Layout_and_Format_Control_Characters
"""

import re

HIDDEN = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"  # the soft hyphen, fillers, what chooses a form
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
)
"""What may hide, as a class of a regular expression; some of it may be needed where it stands."""
_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNSEEN = re.compile(f"[{HIDDEN}]|[\r\v\f\x85\u2028\u2029\u2800]")
_BLANK = "\u2800"
"""Drawn as nothing, and as wide as a letter."""

_JOINED = (
    "\u0600-\u061b\u061d-\u077f\u07c0-\u07ff\u0840-\u08ff\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc"  # Arabic, and kin
    "\u0900-\u0dff\u0f00-\u0fff\u1000-\u109f\u1780-\u17b3\u17b6-\u17ff\u1b00-\u1bff"  # Indic, and kin
    "\ua880-\ua8ff\ua980-\ua9df\uaa00-\uaa7f\uabc0-\uabff\U00010a00-\U00010a5f\U00011000-\U000117ff"
    "\u1800-\u180a\u1810-\u18af\ua840-\ua87f"  # Mongolian, and kin
)
"""Scripts in which a joiner changes how its neighbours are drawn."""
_PICTURE = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf\u2900-\u297f"
    "\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
_HAN = "\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_FLAGS = "|".join(
    "\U0001f3f4" + "".join(chr(0xE0000 + ord(letter)) for letter in region) + "\U000e007f"
    for region in ("gbeng", "gbsct", "gbwls")
)
"""The only flags that are written with tags."""

_NEEDED = re.compile(
    f"({_FLAGS}"
    f"|(?<=[{_PICTURE}])[\ufe0e\ufe0f]?\u200d(?=[{_PICTURE}])"
    f"|(?<=[{_PICTURE}])[\ufe0e\ufe0f]|(?<=[0-9#*])\ufe0f(?=\u20e3)"
    f"|(?<=[{_JOINED}])(?:\u200c(?=[{_JOINED}])|\u200d)"
    f"|(?<=[{_HAN}])[\ufe00-\ufe02\U000e0100-\U000e01ef]"
    "|(?<=[\u1820-\u18aa])[\u180b-\u180f])"
    f"|[{HIDDEN}]"
)
"""Its first group is what stays."""


def seen(text: str) -> str:
    """The text as it is seen. What is seen already comes back as it is."""
    if _UNSEEN.search(text) is None:
        return text
    lines = _LINE_END.sub("\n", text).replace(_BLANK, " ")
    return _NEEDED.sub(lambda found: found[1] or "", lines)


def is_seen(text: str) -> bool:
    """Whether nothing in it hides."""
    return seen(text) == text


def clean(text: str) -> str:
    """As it is seen: without control characters, half characters, and whatever hides or turns a line around."""
    return seen(text).strip()
