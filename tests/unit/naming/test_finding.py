"""A name is found however it is written, and nothing else is."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.language.naming import Finder, told_apart, without_shared
from bot.language.naming.letters import fold, tokens
from bot.language.naming.parts import lexis
from tests.unit.naming.people import AFTER, BEFORE, SPACED, WHOLE, written

GONE = "#"


def without(names: str | tuple[str, ...], text: str, *others: str) -> str:
    given_names = (names,) if isinstance(names, str) else names
    return Finder(told_apart(given_names, others), others).replaced(text, GONE)


@settings(max_examples=400)
@given(written())
def test_it_is_found_in_every_spelling(case: tuple[str, str, str, str]) -> None:
    name, before, typed, after = case
    left = without(name, before + typed + after)
    assert left.startswith(before)
    assert left.endswith(after)
    assert {fold(token.text) for token in tokens(left[len(before) : len(left) - len(after)])} <= {"u", "abcde"}


@pytest.mark.parametrize("name", WHOLE.values(), ids=WHOLE)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_without_spaces_between_words_it_is_found_whole(name: str, form: str) -> None:
    for typed in (name, name.replace(" ", ""), "\u200b".join(name)):
        text = f"今日{unicodedata.normalize(form, typed)}は"  # type: ignore[arg-type]
        assert without(name, text) == f"今日{GONE}は"


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Zoë Müller", "Zoe Muller", "#"),
        ("Zoë Müller", "Müller, Zoë", "#"),
        ("Zoë Müller", "*Zoë* Müller", "*#"),
        ("Zoë Müller", "Z. Müller and Zoë M. met", "# and #. met"),
        ("Zoë Müller", "Zoë's and Zoës and Müllers", "#'s and # and #"),
        ("Zoë Müller", "zoe.mueller@school.org", "#@school.org"),
        ("Zoë Müller", "<@U012ABCDE|Zoë> did", "<@U012ABCDE|#> did"),
        ("Zoë Müller", "Mr Müller", "Mr #"),
        ("Seán O’Brien-Jones", "O’Brien Jones", "#"),
        ("Seán O’Brien-Jones", "Sean OBrien, S. O`Brien‑Jones", "#, #"),
        ("Ana", "Ána and ana and ANA", "# and # and #"),
        ("Anna-Lena Müller", "Annalena, Anna Lena, Anna Müller", "#, #, #"),
        ("Jan van der Berg", "Jan van der Berg, van der Berg, Berg", "#, #, #"),
        ("Benjamin Adeyemi", "Ben Adeyemi; Benny; ben a reed", "#; #; ben a reed"),
        ("Ben Adeyemi", "Benjamin Adeyemi, Benjamin", "#, Benjamin"),
        ("Mueller Göthe", "Müller Goethe", "#"),
        ("Ali Kaya", "ALİ KAYA", "#"),
        ("José", unicodedata.normalize("NFD", "José"), "#"),
        (("Ana", "@sean.obrien", "sean.obrien"), "@Sean.Obrien or Sean.Obrien.", "# or #."),
        (("Kira", "@kowa.2010", "kowa.2010"), "like kowa.2010's", "like #'s"),
    ],
)
def test_each_of_these_is_found(name: str | tuple[str, ...], text: str, left: str) -> None:
    assert without(name, text) == left


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Will Ferrer", "I will do it, will you? Will you read it? Will the test be hard? WILL IT RAIN"),
        ("May Chen", "You may begin. In May, by May, 4 May, May 12, from May to June. May I?"),
        ("Art Vandelay", "The art of it. Art class is on Monday. In Art lessons"),
        ("Mark Page", "A good mark on page 5. Mark the page. mark page 5"),
        ("Grace Hope", "With grace. I hope so. Hope you are well. in the hope of"),
        ("Rose Young", "The sun rose. A young rose"),
        ("June King", "By June I will read. The king in June 2027"),
        ("Al Jo", "al; jo; Al2O3 and jo7"),
        ("Ana Horváth", "Joana Horváth; Ana Horváthová; Anatole, banana, Ana-Maria Silva"),
        ("Johanna Vries", "Johanna of Arc"),
        ("@ana", "@ana_h mail@ana"),
        ("@ana.m", "@ana.mx"),
        ("Zoë Müller", "Zoë Maier, Anna Müller, miller, zone"),
        ("王小明", "小明 王"),
    ],
)
def test_another_word_is_left(name: str, text: str) -> None:
    assert without(name, text) == text


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Will Ferrer", "Will did it. Ask Will, or tell will; will's idea", "# did it. Ask #, or tell #; #'s idea"),
        ("May Chen", "May wrote it with may's pen", "# wrote it with #'s pen"),
        ("Mark Page", "Mark said so", "# said so"),
        ("Will Smith", "will smith", "#"),
        ("Tom Bell", "ASK MR BELL; ms bell", "ASK MR #; ms #"),
    ],
)
def test_a_name_that_is_a_word_is_found_where_it_stands_like_a_name(name: str, text: str, left: str) -> None:
    assert without(name, text) == left


def test_a_part_alone_is_theirs_only_where_nobody_else_has_it() -> None:
    text = "Ana and Horváth; Ana Horváth; Ana Petrović"
    assert without("Ana Horváth", text) == "# and #; #; Ana Petrović"
    assert without("Ana Horváth", text, "Ana Petrović") == "Ana and #; #; Ana Petrović"
    assert without("Ana", text, "Ana Petrović") == "# and Horváth; # Horváth; Ana Petrović"


@pytest.mark.parametrize("other", ["Alex", "Alexandra Petit", "Kim Alex", "Álex Ruiz"])
def test_a_short_form_is_theirs_only_where_nobody_else_goes_by_it(other: str) -> None:
    assert without("Alexander Kurz", "Alex said") == "# said"
    assert without("Alexander Kurz", "Alex said", other) == "Alex said"
    assert without("Alexander Kurz", "Alex Kurz said", other) == "# said"


def test_what_somebody_may_be_called_too_is_left_to_them() -> None:
    theirs, named = ("Ana", "Ben Adeyemi", "@ben"), ("Ana", "Ben Adeyemi")
    left = Finder(told_apart(without_shared(theirs, named), named), named, tie=False)
    assert left.replaced("Ana, Ben Adeyemi, Ben, @ben", GONE) == "Ana, Ben Adeyemi, Ben, #"


COMMON = sorted(lexis().common | lexis().words)


@given(st.sampled_from(sorted(SPACED.values())), st.lists(st.sampled_from(COMMON), max_size=20), st.sampled_from(" \n"))
def test_no_name_takes_words_away(name: str, words: list[str], between: str) -> None:
    text = between.join(words)
    assert without(name, text) == text


@example(name="able", words=["miss", "able"])
@given(st.sampled_from(COMMON), st.lists(st.sampled_from(COMMON), max_size=20))
def test_no_name_that_is_a_word_takes_it_away_in_lower_case(name: str, words: list[str]) -> None:
    text = ", ".join(words)
    assert without((name.title(), f"{name.title()} Kowalczyk"), text) == text


@given(st.data())
def test_the_others_stay(data: st.DataObject) -> None:
    one, *others = data.draw(st.permutations(sorted(SPACED.values())))
    other = others[0]
    before, after = data.draw(st.sampled_from(BEFORE)), data.draw(st.sampled_from(AFTER))
    assert without(one, before + other + after, *others) == before + other + after


@settings(deadline=None)
@given(st.text(max_size=3000), st.lists(st.text(max_size=12), max_size=5), st.lists(st.text(max_size=12), max_size=3))
def test_no_text_and_no_name_breaks_it(text: str, names: list[str], others: list[str]) -> None:
    assert isinstance(without((*names, *(f"@{name}" for name in names)), text, *others), str)
    spans = list(Finder(names, every_part=True).spans(text))
    assert spans == sorted(spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@settings(deadline=None)
@given(st.text(max_size=300), st.lists(st.sampled_from(sorted(SPACED.values())), max_size=3))
def test_what_was_taken_out_stays_out(text: str, names: list[str]) -> None:
    finder = Finder(told_apart(names, ()))
    once = finder.replaced(text + " ".join(names), "[…]")
    assert finder.replaced(once, "[…]") == once


@pytest.mark.parametrize(
    "piece",
    ["Zoë ", "Müller, ", "a", "Z. ", "<@U1 ", "@", "''", "x ", "Zoë'", "ж", "@zoe.", " ", "z-", "\u200b", "王", "*"],
)
def test_no_text_takes_long(piece: str) -> None:
    names = ("Zoë Müller", "@zoe.m", "zoe.m", "王小明")
    assert without(names, (piece * 40_000)[:40_000]) != ""
