# ruff: noqa: E501 - a table is read by its rows
"""Text: escapes, references, whom a message notifies, what a person reads."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox import posting, text
from sandbox.posting import Draft
from tests.sandbox.conformance.build import element, mrkdwn, plain, rich, rich_section, section
from tests.sandbox.conformance.world import DOCS, World

FORMATTING = f"{DOCS}/messaging/formatting-message-text"
TEXT_OBJECT = f"{DOCS}/reference/block-kit/composition-objects/text-object"
RICH_TEXT = f"{DOCS}/reference/block-kit/blocks/rich-text-block"

NOTIFIES = [
    ("nobody", FORMATTING, {"text": "hello"}, set()),
    ("a person", FORMATTING, {"text": "hello <@U_BO>"}, {"U_BO"}),
    ("a person with a label", FORMATTING, {"text": "hello <@U_BO|bo>"}, {"U_BO"}),
    ("two people", FORMATTING, {"text": "<@U_BO> <@U_ANA>"}, {"U_BO", "U_ANA"}),
    ("somebody elsewhere", FORMATTING, {"text": "<@U_DEE>"}, set()),
    ("the channel", FORMATTING, {"text": "<!channel> look"}, {"@channel"}),
    ("those here", FORMATTING, {"text": "<!here|here>"}, {"@here"}),
    ("everyone", FORMATTING, {"text": "<!everyone>"}, {"@everyone"}),
    ("an escaped mention", FORMATTING, {"text": "&lt;!channel&gt;"}, set()),
    ("@here as plain words in text", FORMATTING, {"text": "@here"}, set()),
    ("@here in text with link_names", FORMATTING, {"text": "@here", "link_names": True}, {"@here"}),
    ("@channel in text with parse full", FORMATTING, {"text": "@channel", "parse": "full"}, {"@channel"}),
    ("@here in a mrkdwn block", TEXT_OBJECT, {"blocks": [section(text=mrkdwn("@here"))]}, {"@here"}),
    ("@channel in a field", TEXT_OBJECT, {"blocks": [section(fields=[mrkdwn("hi @channel.")])]}, {"@channel"}),
    ("@here in verbatim mrkdwn", TEXT_OBJECT, {"blocks": [section(text=mrkdwn("@here", verbatim=True))]}, set()),
    ("<!here> in verbatim mrkdwn", TEXT_OBJECT, {"blocks": [section(text=mrkdwn("<!here>", verbatim=True))]}, {"@here"}),
    ("an escaped mention in a block", TEXT_OBJECT, {"blocks": [section(text=mrkdwn("&lt;!here&gt;"))]}, set()),
    ("an address is no mention", TEXT_OBJECT, {"blocks": [section(text=mrkdwn("ana@here.example"))]}, set()),
    ("@here in plain_text", TEXT_OBJECT, {"blocks": [section(text=plain("@here <!channel>"))]}, set()),
    ("a mention in context", TEXT_OBJECT, {"blocks": [element("context", elements=[mrkdwn("<@U_BO>")])]}, {"U_BO"}),
    ("a mention in a header", TEXT_OBJECT, {"blocks": [element("header", text=plain("<@U_BO>"))]}, set()),
    ("a person in rich text", RICH_TEXT, {"blocks": [rich(rich_section(element("user", user_id="U_BO")))]}, {"U_BO"}),
    ("a broadcast in rich text", RICH_TEXT, {"blocks": [rich(rich_section(element("broadcast", range="here")))]}, {"@here"}),
    ("words in rich text", RICH_TEXT, {"blocks": [rich(rich_section(element("text", text="@here <!channel>")))]}, set()),
    ("a mention in a markdown block", f"{DOCS}/reference/block-kit/blocks/markdown-block", {"blocks": [element("markdown", text="<@U_BO>")]}, {"U_BO"}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "page", "args", "expect"), NOTIFIES, ids=[case[0] for case in NOTIFIES])
def test_notifies(name: str, page: str, args: dict[str, Any], expect: set[str]) -> None:
    world = World()
    body = world.call("chat.postMessage", {"channel": "C_BIO", **args}).body
    post = world.core.state.conversations["C_BIO"].by_ts[body["ts"]]
    assert post.notifies == expect, page


TYPED = [
    ("plain words", "hello", "hello"),
    ("the three characters", "1 < 2 & 3 > 2", "1 &lt; 2 &amp; 3 &gt; 2"),
    ("a person's name", "ask @bo.", "ask <@U_BO>."),
    ("nobody's name", "ask @zed", "ask @zed"),
    ("an address", "ana@bo.example", "<mailto:ana@bo.example|ana@bo.example>"),
    ("a web address", "see https://a.example/d/7?t=2&u=1.", "see <https://a.example/d/7?t=2&amp;u=1>."),
    ("an address in brackets", "(https://a.example)", "(<https://a.example>)"),
    ("what only ends like a host", "finished today.it was hard", "finished <http://today.it|today.it> was hard"),
    ("a file name is no host", "see essay.docx", "see essay.docx"),
    ("a label that somebody gave a link", "<https://a.example|8 of 10>", "<https://a.example|8 of 10>"),
    ("a telephone number that a telephone linked", "<tel:+4420794|+44 20 794>", "<tel:+4420794|+44 20 794>"),
    ("a person by the full name", "with @Bo Li & co", "with <@U_BO> &amp; co"),
    ("a channel", "in #bio", "in <#C_BIO|bio>"),
    ("no channel", "in #nowhere", "in #nowhere"),
    ("a broadcast", "@here look", "<!here> look"),
    ("a reference that the composer made", "ask <@U_BO> now", "ask <@U_BO> now"),
    ("a broadcast that somebody typed out", "<!channel>", "<!channel>"),
    ("a link", "<https://a.example/?a=1>", "<https://a.example/?a=1>"),
    ("an escape that somebody typed", "&amp;", "&amp;amp;"),
]


@pytest.mark.parametrize(("name", "typed", "stored"), TYPED, ids=[case[0] for case in TYPED])
def test_what_a_person_types_is_stored_escaped(name: str, typed: str, stored: str) -> None:
    state = World().core.state
    state.users["U_BO"].real_name = "Bo Li"
    assert text.as_typed(state, typed) == stored, FORMATTING


@pytest.mark.parametrize(
    ("should_escape", "given_text"), [(True, "feedback <@U_BO|bo> in <#C_BIO|bio>"), (False, "feedback @bo in #bio")]
)
def test_a_commands_text(should_escape: bool, given_text: str) -> None:
    state = World().core.state
    page = f"{DOCS}/interactivity/implementing-slash-commands"
    assert text.as_command_text(state, "feedback @bo in #bio", should_escape=should_escape) == given_text, page


RICH = [
    ("words", "a &amp; b", [{"type": "text", "text": "a & b"}]),
    ("a person", "ask <@U_BO>", [{"type": "text", "text": "ask "}, {"type": "user", "user_id": "U_BO"}]),
    ("a channel", "<#C_BIO|bio>", [{"type": "channel", "channel_id": "C_BIO"}]),
    ("a broadcast", "<!here>", [{"type": "broadcast", "range": "here"}]),
    ("a link", "<https://a.example>", [{"type": "link", "url": "https://a.example"}]),
    ("nothing", "", []),
]


@pytest.mark.parametrize(("name", "written", "elements"), RICH, ids=[case[0] for case in RICH])
def test_a_typed_message_has_a_rich_text_block(name: str, written: str, elements: list[Any]) -> None:
    assert text.rich_elements(written) == elements, RICH_TEXT


READ = [
    ("bold, italic, struck, code", "*a* _b_ ~c~ `d`", "a b c d"),
    ("nested marks", "*_a_*", "a"),
    ("a lone star", "2 * 3 = 6", "2 * 3 = 6"),
    ("a star inside a word", "a*b*c", "a*b*c"),
    ("a person", "<@U_BO>", "@Bo"),
    ("a channel", "<#C_BIO>", "#bio"),
    ("a broadcast", "<!here>", "@here"),
    ("a labelled link", "<https://a.example|here>", "here"),
    ("a bare link", "<https://a.example>", "https://a.example"),
    ("a date", "<!date^1788771600^{date}|7 September>", "7 September"),
    ("escapes", "&lt;!channel&gt; &amp; co", "<!channel> & co"),
]


@pytest.mark.parametrize(("name", "written", "read"), READ, ids=[case[0] for case in READ])
def test_what_a_person_reads(name: str, written: str, read: str) -> None:
    assert text.visible(World().core.state, written) == read, FORMATTING


@given(st.text())
def test_escaping_can_be_undone(words: str) -> None:
    assert text.unescape(text.escape(words)) == words


@given(st.text())
def test_escaped_text_never_mentions(words: str) -> None:
    assert text.mentions(text.escape(words), link_words=False) == set()


@given(st.text())
def test_reading_never_fails(words: str) -> None:
    state = WORLD.core.state
    assert isinstance(text.visible(state, words), str)
    assert isinstance(text.as_typed(state, words), str)


WORLD = World()


@given(st.text(alphabet="@<>!#&|*_~`here channel U_BO", max_size=40))
def test_verbatim_escaped_text_notifies_nobody(words: str) -> None:
    place = WORLD.core.state.conversations["C_BIO"]
    blocks = [section(text=mrkdwn(text.escape(words) or "-", verbatim=True))]
    post = posting.post(WORLD.core, place, WORLD.bot, Draft("x", blocks=blocks))
    place.remove(post)
    assert post.notifies == frozenset()
