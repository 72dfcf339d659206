"""Who is in a simulated school, and what they are called."""

from collections.abc import Iterator

STUDENTS = (
    ("Ana Horvat", "Bo <Li> & *Sons*", "Mia Lindqvist", "Ida Berg"),
    ("Zed Other", "Yan Other", "Xia Other", "Wim Other"),
)
TEACHERS = (("Ms Lee", "Mr Bell"), ("Ms Other", "Mr Other"))
CROWD = (
    ("Runa Falk", "Tibo Marsk", "Elke Voss", "Jori Hald"),
    ("Nix Other", "Oda Other", "Pim Other", "Rux Other"),
)
"""Further students of a class, where it is large: they answer what a whole class is asked, and do nothing else."""
STAFF = (("Dora Varga", "Emil Osei"), ("Dee Other", "Fay Other"))
"""Colleagues, who teach a class of their own without students."""
HEADS = ("Dr Ruiz", "Dr Other")
"""Admins who teach nobody."""
VISITORS = (("Zibbo Fenk", "Quorn Vlast"), ("Tuvo Marn", "Jaxo Plim"))
"""A guest, and an admin of another organisation."""
HANDLES = ("ana", "bo", "mia", "ida", "lee", "bell")
"""All but their names is alike in two schools, so that whoever forgets the workspace meets the others."""

NICKNAMES = (
    ("Anouk", "Kiki", "Tove", "Nell", "Zoll", "Quillo"),
    ("Vexo", "Ruzo", "Pavlo", "Lux Ono", "Wabo", "Yumo"),
)
ODD_HANDLES = ("jvries", "kowa.2010", "mlq", "pixie_wolf", "hjorth", "t.quill")
"""Students first, then teachers: what people are called in whose handles and shown names no real name is."""


def students(place: int, many: int, *, nicknames: bool) -> Iterator[dict[str, str]]:
    """The names of a user of Slack, for so many students of a school."""
    return (_person(STUDENTS[place][i], place, i, nicknames=nicknames) for i in range(many))


def teachers(place: int, *, nicknames: bool) -> Iterator[dict[str, str]]:
    after = len(STUDENTS[place])
    return (_person(name, place, after + i, nicknames=nicknames) for i, name in enumerate(TEACHERS[place]))


def _person(real_name: str, place: int, number: int, *, nicknames: bool) -> dict[str, str]:
    if not nicknames:
        return {"name": HANDLES[number], "real_name": real_name}
    shown = NICKNAMES[place][number]
    return {"name": ODD_HANDLES[number], "real_name": real_name, "display_name": shown}
