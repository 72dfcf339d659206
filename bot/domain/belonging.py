"""Whose somebody is: of this workspace, a guest in it, or of another organisation; and what they may be here by that.

This is the one place that decides. https://docs.slack.dev/reference/objects/user-object says what Slack tells of an
account, https://docs.slack.dev/apis/slack-connect of those whom one meets in a shared channel.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.classroom import Person


class Belonging(StrEnum):
    """Whose an account is."""

    MEMBER = "member"
    GUEST = "guest"
    """A single- or multi-channel guest: whoever the school let in for something. A parent may be one."""
    OUTSIDE = "outside"
    """Of another organisation, or of another workspace of the same one, met in a channel that both share."""


class Role(StrEnum):
    """What somebody can be here."""

    ADMIN = "admin"
    NAMED = "named"
    """Somebody whom a form names as a teacher, or who makes a new class."""
    TEACHER = "teacher"
    """Somebody who teaches already."""
    TOLD = "told"
    """Somebody who hears when a student is not well."""
    CLASSMATE = "classmate"
    """A student by being in the class channel."""
    STUDENT = "student"
    """A student whom a teacher of the class chose."""


@dataclass(frozen=True, slots=True)
class Account:
    """What Slack says of an account. `team` is None where it does not say; `teams` are the workspaces of an Enterprise
    organisation that they are in, None where there is no such organisation."""

    team: str | None = None
    teams: tuple[str, ...] | None = None
    is_stranger: bool = False
    is_restricted: bool = False


@dataclass(frozen=True, slots=True)
class OutsideRule:
    """Whether people of other organisations may be students in this workspace. Nobody has said so: they may not."""

    workspace: str
    may_learn: bool = False
    decided_by: str = ""
    decided_at: datetime | None = None
    id: int = 0


_EVERYTHING = frozenset(Role)
_ROLES: Mapping[Belonging, frozenset[Role]] = {
    Belonging.MEMBER: _EVERYTHING,
    Belonging.GUEST: frozenset({Role.TEACHER, Role.STUDENT}),
    Belonging.OUTSIDE: frozenset(),
}


def belonging_of(account: Account, workspace: str) -> Belonging:
    """In an Enterprise organisation `team` is the workspace that they joined first, or the organisation itself; who is
    in this workspace has it among their `teams`."""
    if account.is_stranger or not _is_of(account, workspace):
        return Belonging.OUTSIDE
    return Belonging.GUEST if account.is_restricted else Belonging.MEMBER


def _is_of(account: Account, workspace: str) -> bool:
    if account.team == workspace or workspace in (account.teams or ()):
        return True
    return not account.team and not account.teams


def of_person(person: Person) -> Belonging:
    """As it is kept."""
    if person.is_outside:
        return Belonging.OUTSIDE
    return Belonging.GUEST if person.is_guest else Belonging.MEMBER


def may_be(person: Person, role: Role, *, outside_learn: bool = False) -> bool:
    """Whether somebody can be this here. `outside_learn`: the school says that people of elsewhere may be students.
    A bot and a closed account are nothing."""
    if person.is_bot or not person.is_active:
        return False
    belonging = of_person(person)
    if belonging is Belonging.OUTSIDE and role is Role.STUDENT:
        return outside_learn
    return role in _ROLES[belonging] and (role is not Role.ADMIN or person.is_admin)


# Somebody in a class channel who is no student by being there alone.


@dataclass(frozen=True, slots=True)
class Admission:
    """A guest, or somebody of elsewhere, in a class channel; `learns` is None until a teacher has decided. Or
    somebody who was taken out of the class's teachers, and does not learn there either."""

    workspace: str
    classroom: int
    user: str
    asked_at: datetime
    learns: bool | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None
    id: int = 0
