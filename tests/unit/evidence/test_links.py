"""What is an address in what somebody typed, and what stands beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.evidence import NAME_MOST, called
from bot.language.links import beside_links, links_in


@pytest.mark.parametrize(
    ("text", "links", "beside"),
    [
        ("here's my essay: https://a.example/d/1", ("https://a.example/d/1",), "here's my essay"),
        ("https://a.example/d/1.", ("https://a.example/d/1",), ""),
        ("essay (https://a.example/d/1), page 3", ("https://a.example/d/1",), "essay , page 3"),
        ("https://a.example/x_(y)", ("https://a.example/x_(y)",), ""),
        ("www.example.org and http://b.example", ("www.example.org", "http://b.example"), "and"),
        ("twice https://a.example https://a.example", ("https://a.example",), "twice"),
        ("https://a.example https://a.example/b", ("https://a.example", "https://a.example/b"), ""),
        ("no link, 3.5 km at 12:30", (), "no link, 3.5 km at 12:30"),
    ],
)
def test_links_and_what_stands_beside_them(text: str, links: tuple[str, ...], beside: str) -> None:
    assert (links_in(text), beside_links(text)) == (links, beside)


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_words_around_a_link(before: str, after: str) -> None:
    text = f"{before} https://a.example/1 {after}"
    assert "https://a.example/1" in links_in(text)
    assert "https://a.example/1" not in beside_links(text).split()
    assert len(called(text)) <= NAME_MOST
