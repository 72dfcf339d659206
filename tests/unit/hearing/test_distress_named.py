"""Whoever could be meant, by role or by name in any form, is found."""

import pytest

from bot.language.hearing.distress import names_in, roles_in

NAMES = {
    "lee": ["Ms Lee", "Grace Lee", "lee.g"],
    "bell": ["Tom Bell", "tbell"],
    "ito": ["Kenji Ito"],
    "hope": ["Hope Adeyemi"],
    "obrien": ["Siobhán O'Brien"],
    "weiss": ["Jörg Weiß"],
    "id": ["U04AB", "U0FAT1"],
}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("my teacher touched me", {"teacher"}),
        ("sir put his hand on my back", {"teacher"}),
        ("miss calls me fat", {"teacher"}),
        ("my football coach texts me", {"coach"}),
        ("the school counselor laughed", {"counsellor"}),
        ("the head of year knows", {"head"}),
        ("mein Lehrer fasst mich an", {"teacher"}),
        ("mi profe me toca", {"teacher"}),
        ("my stepdad hits me", {"parent"}),
    ],
)
def test_a_role_is_found(text: str, roles: set[str]) -> None:
    assert roles <= roles_in(text)


@pytest.mark.parametrize(
    "text", ["i miss everyone", "would anybody miss me", "i missed the bus", "i hit my head", "5 of 10", ""]
)
def test_no_role_is_found_where_none_is_said(text: str) -> None:
    assert roles_in(text) == frozenset()


@pytest.mark.parametrize("text", ["mr harris keeps me after class", "Mrs. Novak hit me"])
def test_a_title_may_mean_any_teacher_where_the_name_is_not_known(text: str) -> None:
    assert "titled" in roles_in(text)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("ms lee touched me", {"lee"}),
        ("LEE did", {"lee"}),
        ("its garce", {"lee"}),
        ("lees room", {"lee"}),
        ("@lee.g wrote me", {"lee"}),
        ("mr. bell hit me", {"bell"}),
        ("tbell", {"bell"}),
        ("the bell rang", set()),
        ("kenji and ms lee", {"ito", "lee"}),
        ("i hope it stops", set()),
        ("then Hope pushed me", {"hope"}),
        ("adeyamis fault", {"hope"}),
        ("obrien, siobhan", {"obrien"}),
        ("SIOBHAN", {"obrien"}),
        ("<@U04AB> did it", {"id"}),
        ("joerg did it", {"weiss"}),
        ("J. Weiss did", {"weiss"}),
        ("he calls me fat", set()),
        ("nobody", set()),
    ],
)
def test_a_name_is_found_in_any_form(text: str, keys: set[str]) -> None:
    assert names_in(text, NAMES) == keys
