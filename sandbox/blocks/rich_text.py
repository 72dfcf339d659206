"""The rich_text block's inner elements. https://docs.slack.dev/reference/block-kit/blocks/rich-text-block"""

from __future__ import annotations

from sandbox.blocks.kinds import Anything, Flag, Kind, Many, Obj, Str, Typed, Url, Whole, one_of

TYPE: Kind = Anything()
STYLE = Obj(
    {
        name: Flag()
        for name in ("bold", "italic", "strike", "code", "underline", "highlight", "client_highlight", "unlink")
    }
)

INLINE: dict[str, Obj] = {
    "text": Obj({"type": TYPE, "text": Str(40_000), "style": STYLE}, required=("type", "text")),
    "link": Obj(
        {"type": TYPE, "url": Url(3000), "text": Str(3000), "unsafe": Flag(), "style": STYLE},
        required=("type", "url"),
    ),
    "emoji": Obj(
        {"type": TYPE, "name": Str(), "unicode": Str(), "skin_tone": Whole(1, 6), "style": STYLE, "url": Url()},
        required=("type", "name"),
    ),
    "user": Obj({"type": TYPE, "user_id": Str(), "style": STYLE}, required=("type", "user_id")),
    "usergroup": Obj({"type": TYPE, "usergroup_id": Str(), "style": STYLE}, required=("type", "usergroup_id")),
    "channel": Obj({"type": TYPE, "channel_id": Str(), "style": STYLE}, required=("type", "channel_id")),
    "broadcast": Obj(
        {"type": TYPE, "range": one_of("here", "channel", "everyone"), "style": STYLE},
        required=("type", "range"),
    ),
    "color": Obj({"type": TYPE, "value": Str()}, required=("type", "value")),
    "date": Obj(
        {
            "type": TYPE,
            "timestamp": Whole(0, 9_999_999_999),
            "format": Str(),
            "url": Url(),
            "fallback": Str(),
            "style": STYLE,
        },
        required=("type", "timestamp", "format"),
    ),
}
RUN = Many(Typed(INLINE), 10_000, least=0)
SECTION = Obj({"type": TYPE, "elements": RUN}, required=("type", "elements"))
BOXED = Obj(
    {"type": TYPE, "elements": RUN, "border": Whole(0, 1), "language": Str()},
    required=("type", "elements"),
)

PARTS: dict[str, Obj] = {
    "rich_text_section": SECTION,
    "rich_text_preformatted": BOXED,
    "rich_text_quote": BOXED,
    "rich_text_list": Obj(
        {
            "type": TYPE,
            "style": one_of("bullet", "ordered"),
            "elements": Many(Typed({"rich_text_section": SECTION}), 1000, least=0),
            "indent": Whole(0, 8),
            "offset": Whole(0, 10_000),
            "border": Whole(0, 1),
        },
        required=("type", "style", "elements"),
    ),
}
RICH_TEXT_FIELDS: dict[str, Kind] = {"elements": Many(Typed(PARTS), 1000, least=0)}
