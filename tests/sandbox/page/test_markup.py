"""Text and blocks as HTML: what people typed never becomes HTML, and nothing of it is lost."""

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.page.markup.blocks import static
from sandbox.page.markup.mrkdwn import Reader, mrkdwn, plain
from sandbox.state import State, User
from sandbox.text import escape

TAGS = {"a", "b", "i", "s", "u", "br", "code", "pre", "blockquote", "span", "p", "ul", "ol", "li", "div", "h3", "hr",
        "img", "figure", "figcaption", "table", "thead", "tbody", "tr", "th", "td",
        "svg", "line", "text", "polyline", "circle", "rect"}  # fmt: skip
ATTRIBUTES = {"href", "target", "rel", "class", "src", "alt", "loading", "start", "tabindex", "viewbox", "role",
              "points", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height",
              "text-anchor"}  # fmt: skip


def reader() -> Reader:
    state = State("T1", "School", "A1", "B1", "UB")
    state.users["U1"] = User("U1", "ana", "Ana <i>Horvat</i>")
    return Reader(state, "U1")


class Seen(HTMLParser):
    """What a browser makes of markup."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "br":
            self.text += "\n"

    def handle_data(self, data: str) -> None:
        self.text += data


def is_harmless(seen: Seen) -> bool:
    for tag, attributes in seen.tags:
        if tag not in TAGS or set(attributes) - ATTRIBUTES:
            return False
        address = attributes.get("href") or attributes.get("src") or "https://"
        if not address.startswith(("https://", "http://", "mailto:", "/files/")):
            return False
    return True


nasty = st.text(
    st.one_of(st.characters(), st.sampled_from("<>&\"'`*_~|:@#!/\n")), max_size=60
) | st.lists(
    st.sampled_from(["<", ">", "|", "*", "_", "`", "```", "&lt;", "&amp;", "script", "javascript:alert(1)", "<@U1>",
                     "<https://x.example|", "<!here>", "onerror=", '"', "\n", ":tada:", "<!date^1^{date}|"]),
    max_size=12,
).map("".join)  # fmt: skip


@given(nasty)
def test_mrkdwn_is_harmless_whatever_it_holds(written: str) -> None:
    assert is_harmless(Seen(str(mrkdwn(reader(), written))))


@given(nasty)
def test_plain_text_is_read_as_it_was_typed(written: str) -> None:
    written = re.sub(r"[\0\r\ud800-\udfff]", "", written)
    seen = Seen(str(plain(written, emoji=False)))
    assert is_harmless(seen)
    assert seen.text == written


@given(nasty)
def test_escaped_text_without_marks_is_read_as_it_was_typed(written: str) -> None:
    written = re.sub(r"[\0\r\ud800-\udfff*_~`:]", "", written)
    written = "\n".join(line.lstrip("> ") for line in written.split("\n"))
    assert Seen(str(mrkdwn(reader(), escape(written)))).text == written


def rich(element: dict[str, Any]) -> dict[str, Any]:
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [element]}]}


def chart(written: str, *values: float, kind: str = "line") -> dict[str, Any]:
    points = [{"label": f"{written}{place}", "value": value} for place, value in enumerate(values)]
    axis = {"categories": [point["label"] for point in points], "y_label": written}
    inner = {"type": kind, "series": [{"name": written, "data": points}], "axis_config": axis}
    return {"type": "data_visualization", "title": written, "chart": inner}


def pie(written: str) -> dict[str, Any]:
    inner = {"type": "pie", "segments": [{"label": written, "value": 3}]}
    return {"type": "data_visualization", "title": written, "chart": inner}


@given(st.sampled_from(["line", "bar"]), st.lists(st.floats(-1e12, 1e12), min_size=1, max_size=20))
def test_a_chart_is_drawn_whatever_its_numbers_are(kind: str, values: list[float]) -> None:
    seen = Seen(str(static(reader(), chart("Pages", *values, kind=kind))))
    assert is_harmless(seen)
    assert "nan" not in str(seen.tags)
    assert sum(tag in ("circle", "rect") for tag, _ in seen.tags) == len(values)


@given(
    nasty,
    st.sampled_from(
        ["text", "link", "emoji", "date", "list", "table", "data_table", "header", "markdown", "image", "chart", "pie"]
    ),
)
def test_every_block_is_harmless_whatever_it_holds(written: str, kind: str) -> None:
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": written}]}
    block: dict[str, Any] = {
        "text": rich({"type": "text", "text": written, "style": {"bold": True, "code": True}}),
        "link": rich({"type": "link", "url": written, "text": written}),
        "emoji": rich({"type": "emoji", "name": written}),
        "date": rich({"type": "date", "timestamp": 1, "format": written, "fallback": written}),
        "list": {
            "type": "rich_text",
            "elements": [{"type": "rich_text_list", "style": "bullet", "elements": [section]}],
        },
        "table": {"type": "table", "rows": [[{"type": "raw_text", "text": written}]]},
        "data_table": {"type": "data_table", "caption": written, "rows": [[{"type": "raw_text", "text": written}]] * 2},
        "header": {"type": "header", "text": {"type": "plain_text", "text": written}},
        "markdown": {"type": "markdown", "text": written},
        "image": {"type": "image", "image_url": written, "alt_text": written},
        "chart": chart(written, 1, 2.5, -3),
        "pie": pie(written),
    }[kind]
    assert is_harmless(Seen(str(static(reader(), block))))


@pytest.mark.parametrize(
    ("written", "tags"),
    [
        ("*b* _i_ ~s~ `c`", ["b", "i", "s", "code"]),
        ("*bold with <@U1>*", ["b", "span"]),
        ("2 * 3 * 4 and snake_case_name", []),
        ("> one\n> two\nthree", ["blockquote", "br"]),
        ("&gt; as typed", ["blockquote"]),
        ("```\n*not bold*\n```", ["pre"]),
        ("<https://example.org|here>", ["a"]),
        ("<javascript:alert(1)|here>", []),
        ("&lt;b&gt;", []),
    ],
)
def test_marks_become_what_slack_shows(written: str, tags: list[str]) -> None:
    seen = Seen(str(mrkdwn(reader(), written)))
    assert [tag for tag, _ in seen.tags] == tags


def test_a_mention_of_oneself_looks_different_and_a_name_stays_text() -> None:
    seen = Seen(str(mrkdwn(reader(), "<@U1>")))
    assert seen.tags == [("span", {"class": "mention me"})]
    assert seen.text == "@Ana <i>Horvat</i>"
