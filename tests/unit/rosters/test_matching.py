"""Who of the workspace somebody on a list is."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.roster import How, Known, ListedPerson, Matched, match

ANA = Known("U1", ("Ana Horvat",), "ana", "ana@school.example")
BEN = Known("U2", ("Ben", "Ben Adeyemi"), "ben", "ben@school.example")
BEN2 = Known("U3", ("Ben Adeyemi",), "ben2", "ben2@school.example")
ALL = (ANA, BEN, BEN2)


def one(
    name: str = "", email: str = "", handle: str = "", near: tuple[str, ...] = (), known: tuple[Known, ...] = ALL
) -> Matched:
    (found,) = match([ListedPerson(2, name, email, handle, "student")], known, near)
    return found


def test_an_address_is_enough_whatever_the_name() -> None:
    assert (one("A. Horvat", "ANA@school.example").user, one("Ana", "ana@school.example").how) == ("U1", How.EMAIL)


def test_a_handle_counts_where_the_name_says_the_same() -> None:
    assert one("Horvat Ana", handle="ana").how is How.HANDLE
    assert one(handle="ana").how is How.HANDLE
    assert one("Cleo Smith", handle="ana").how is How.CHOOSE


def test_a_name_counts_for_somebody_who_is_near_alone() -> None:
    assert one("Ana Horvat").how is How.CHOOSE
    assert (one("ana  HORVAT", near=("U1",)).how, one("Ana Horvat", near=("U1",)).user) == (How.NAME, "U1")


def test_two_of_one_name_are_chosen_by_a_teacher_the_nearer_first() -> None:
    found = one("Ben Adeyemi", near=("U3",))
    assert (found.how, found.user, found.candidates) == (How.CHOOSE, "", ("U3", "U2"))


def test_the_first_part_of_an_address_is_a_hint_and_no_more() -> None:
    found = one("Somebody Else", "ben@another.example")
    assert (found.how, found.user, found.candidates) == (How.CHOOSE, "", ("U2",))


def test_whom_nothing_fits_is_nobody() -> None:
    assert one("Cleo Smith", "cleo@school.example").how is How.NOBODY


def test_without_addresses_it_goes_by_handle_and_name() -> None:
    bare = tuple(Known(k.user, k.names, k.handle) for k in ALL)
    assert one("Ana Horvat", "ana@school.example", known=bare).candidates == ("U1",)
    assert one("Ana Horvat", "ana@school.example", near=("U1",), known=bare).user == "U1"


def test_nobody_is_meant_by_two_lines() -> None:
    listed = [ListedPerson(2, "Ana Horvat", "", "ana", "student"), ListedPerson(3, "Ana Horvat", "", "", "student")]
    found = match(listed, ALL, ("U1",))
    assert [(one.how, one.user) for one in found] == [(How.CHOOSE, ""), (How.CHOOSE, "")]


WORDS = st.sampled_from(["", "ana", "ben", "Ana Horvat", "Ben Adeyemi", "x"])
LISTED = st.builds(ListedPerson, st.integers(1, 9), WORDS, WORDS, WORDS, st.just("student"))
KNOWN = st.builds(Known, st.sampled_from(["U1", "U2", "U3"]), st.tuples(WORDS), WORDS, WORDS)


@given(st.lists(LISTED, max_size=6), st.lists(KNOWN, max_size=4, unique_by=lambda k: k.user), st.sets(st.just("U1")))
def test_whoever_is_found_is_one_of_them_and_found_for_sure(
    listed: list[ListedPerson], known: list[Known], near: set[str]
) -> None:
    found = match(listed, known, near)
    assert len(found) == len(listed)
    users = {k.user for k in known}
    for person in found:
        assert bool(person.user) == (person.how in (How.EMAIL, How.HANDLE, How.NAME))
        assert {person.user, *person.candidates} - {""} <= users
        assert not person.user or not person.candidates
