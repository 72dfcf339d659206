"""A class: its channel, its people and what it fixes for every contract in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from bot.domain.actor import Refusal, Side
from bot.domain.days_off import DayOffRule
from bot.domain.questions import Asks, Shape
from bot.domain.seen import seen


class Autonomy(StrEnum):
    """How much of a contract is the student's to choose."""

    GUIDED = "guided"
    """One target; the class's dates and rhythm. For a first contract."""
    SHARED = "shared"
    """Up to three targets; the student chooses the end date and among the class's check-in days."""
    OPEN = "open"
    """Up to three targets; the student chooses the end date and any check-in day."""


def most_targets_at(autonomy: Autonomy) -> int:
    return 1 if autonomy is Autonomy.GUIDED else 3


QUIET_FROM, QUIET_UNTIL = time(20, 0), time(7, 0)
"""Nobody is asked anything between these, in their own zone."""

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""RFC 5545's names, Monday first, as `date.weekday()` counts."""


def days_of_the_week(chosen: Sequence[str]) -> tuple[str, ...]:
    """Those that are, in their order, each once. Raises Refusal: no-check-in-day."""
    days = tuple(day for day in WEEKDAYS if day in chosen)
    if not days:
        raise Refusal("no-check-in-day", field="check_in_days")
    return days


@dataclass(frozen=True, slots=True)
class Classroom:
    """One class, with its policy. `timezone` is an IANA name; times are local wall time. `grades` names its scale, the
    best first ("9 to 1"), or is ""."""

    workspace: str
    channel: str
    name: str
    timezone: str
    term_ends_on: date
    check_in_days: tuple[str, ...]
    check_in_time: time
    shoutouts: bool = True
    autonomy: Autonomy = Autonomy.SHARED
    quiet_from: time = QUIET_FROM
    quiet_until: time = QUIET_UNTIL
    archived: bool = False
    grades: str = ""
    on_days_off: DayOffRule = DayOffRule.MOVE
    asks_for: Shape = Shape.REPORT
    """What check-ins ask for beside the numbers, and `questions` of its teachers' own."""
    questions: tuple[str, ...] = ()
    self_part: int | None = None
    """Percent that a student's own ratings count in a suggested grade; None where the class wants none."""
    counts_signs: bool | None = None
    """Whether the class wants a line of how many signs of success each student met; None while nobody said."""
    takes: tuple[str, ...] = ()
    """Which kinds of evidence it takes (`bot.domain.evidence.PieceKind`); all while nobody chose."""
    file_mb: int = 0
    """How large a file may be; 0 where whoever runs Accord decides that alone."""
    looks_first: bool = False
    """A teacher looks at each shoutout after its student's yes, and posts it or keeps it between them."""
    id: int = 0

    @property
    def asks(self) -> Asks:
        return Asks(self.asks_for, self.questions)

    @property
    def most_targets(self) -> int:
        return most_targets_at(self.autonomy)


@dataclass(frozen=True, slots=True)
class Person:
    """What Slack says of somebody, kept so that an interaction need not ask again.

    `name` is the one that is shown. `other_names` and `handle` are kept so that none of them leaves for a language
    model; `other_names` is None where Slack was not asked for them yet. What repeats `name` is in neither.
    """

    workspace: str
    user: str
    name: str
    timezone: str = "UTC"
    locale: str = "en"
    is_admin: bool = False
    is_bot: bool = False
    is_active: bool = True
    is_guest: bool = False
    """A guest, or somebody of another organisation."""
    is_outside: bool = False
    """Of another organisation, met in a channel that both share: a guest, and never a teacher or an admin here."""
    other_names: tuple[str, ...] | None = ()
    handle: str = ""
    language: str = ""
    """The one that they chose ("es"); "" for the one of their Slack, which Slack's news leave as it is."""
    entered_by: str = ""
    """The teacher who entered somebody without an account (`bot.domain.paper`), and said that they are 16 or over; and
    when that was."""
    entered_at: datetime | None = None
    id: int = 0

    @property
    def reads(self) -> str:
        """The locale in which all is said to them. What they chose keeps the region of their Slack where that fits."""
        of_slack = self.locale.replace("_", "-").split("-")[0].lower()
        return self.locale if self.language in ("", of_slack) else self.language

    @property
    def names(self) -> tuple[str, ...]:
        """The shown one first."""
        return (self.name, *(self.other_names or ()))


@dataclass(frozen=True, slots=True)
class Membership:
    """Somebody's place in a class. `left_at` is set, not the row removed: history keeps its people."""

    workspace: str
    classroom: int
    user: str
    side: Side
    joined_at: datetime
    left_at: datetime | None = None
    check_ins: str = ""
    """What they chose to be told of check-ins as a teacher (`bot.domain.rounds.Told`); "" while they did not."""
    listed_at: datetime | None = None
    """When a class list brought somebody in who was not in the channel; None once they are there."""
    autonomy: str = ""
    """How much a student chooses, as a teacher decided for them alone; "" for what the class has."""
    autonomy_by: str = ""
    autonomy_at: datetime | None = None
    """Who decided last, and when, whether it changed or not."""
    singly: str = ""
    """What they chose to be told of one by one as a teacher, also where there is much of it (names of
    `bot.domain.rounds.Singly`, with commas between them)."""
    id: int = 0

    def level(self, classroom: Classroom) -> Autonomy:
        return Autonomy(self.autonomy) if self.autonomy in set(Autonomy) else classroom.autonomy


FROM_SETTINGS = "settings"
"""Who granted it where whoever runs the server named them."""


@dataclass(frozen=True, slots=True)
class TeacherGrant:
    """An admin named this person as somebody who may teach."""

    workspace: str
    user: str
    granted_by: str
    granted_at: datetime
    id: int = 0


@dataclass(frozen=True, slots=True)
class Feedback:
    """A teacher's formative observation: what was seen, why it matters, how to go on. In quick feedback all of it
    stands in `seen`. The last three say when the student first pressed what stands below it (bot/domain/uptake.py)."""

    workspace: str
    classroom: int
    teacher: str
    student: str
    seen: str
    matters: str
    next_step: str
    given_at: datetime
    tried_at: datetime | None = None
    unclear_at: datetime | None = None
    talk_at: datetime | None = None
    id: int = 0

    @property
    def said(self) -> str:
        """All of it, a line each."""
        return "\n".join(text for text in (self.seen, self.matters, self.next_step) if text)


# People's names as they are shown: without the characters that nobody sees, and that turn a whole line around.


SHOWN_MOST = 80


def shown_name(name: str) -> str:
    """The name on one line, without controls, bidirectional overrides and zero-width characters; "" where nothing
    is left. See https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing."""
    return seen(" ".join(seen(name).split())[:SHOWN_MOST]).rstrip()


def other_names(shown: str, names: Iterable[object]) -> tuple[str, ...]:
    """The texts among `names`, as they would be shown, that are not `shown` and no repeats of each other."""
    cleaned = [shown_name(name) for name in names if isinstance(name, str)]
    once: dict[str, str] = {}
    for name in filter(None, cleaned):
        once.setdefault(name.casefold(), name)
    once.pop(shown.casefold(), None)
    return tuple(once.values())


def with_handle(name: str, handle: str) -> str:
    """For somebody who is not the only one of that name. A handle that repeats the name is not kept, and says nothing
    more."""
    return f"{name} (@{handle})" if handle else name


# Whose somebody is: of this workspace, a guest in it, or of another organisation; and what they may be here by that.
#
# This is the one place that decides. https://docs.slack.dev/reference/objects/user-object says what Slack tells of an
# account, https://docs.slack.dev/apis/slack-connect of those whom one meets in a shared channel.


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
    HELPER = "helper"
    """An aide or an observer whom a teacher of the class named."""


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
    somebody who was taken out of the class's teachers, and does not learn there either; or whom a teacher left out.
    `helps_as`: the role that a teacher gave to somebody who does not learn there (`bot.domain.rights.GIVEN`), or ""."""

    workspace: str
    classroom: int
    user: str
    asked_at: datetime
    learns: bool | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None
    helps_as: str = ""
    id: int = 0
