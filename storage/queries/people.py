"""Who is who in a workspace: people, who may teach, the classes, and everybody's place in them."""

from collections.abc import Collection

from bot.domain.actor import Side
from bot.domain.classroom import Admission, Classroom, Membership, OutsideRule, Person, TeacherGrant
from bot.domain.days_off import DayOff
from bot.domain.profile import LearnerProfile
from bot.domain.rights import GIVEN
from bot.domain.school_calendar import SchoolCalendar
from storage.repository import Repository
from storage.tables.classes import (
    AdmissionRow,
    ClassroomRow,
    DayOffRow,
    LearnerProfileRow,
    MembershipRow,
    OutsideRuleRow,
    PersonRow,
    SchoolCalendarRow,
    TeacherGrantRow,
)


class People(Repository[Person]):
    row = PersonRow
    kind = Person
    unique = ("user",)
    whole_by = ("name",)
    along = "name"
    """Whoever shows a name asks who else has it."""

    def of(self, user: str) -> Person | None:
        return self._first(user=user)

    def among(self, users: Collection[str]) -> list[Person]:
        return self._all(user=users)

    def admins(self) -> list[Person]:
        """Whose account is active."""
        return self._all(is_admin=True, is_active=True)

    def named(self, names: Collection[str]) -> list[Person]:
        """Those of exactly these names whose account is active."""
        return self._all(name=names, is_active=True)

    def outside(self) -> list[Person]:
        """Of another organisation."""
        return self._all(is_outside=True)

    def outside_among(self, users: Collection[str]) -> list[Person]:
        return self._all(user=users, is_outside=True)

    def without_other_names(self) -> list[Person]:
        """Whom Slack has not been asked about since their other names are kept."""
        return self._all(other_names=None)


class Profiles(Repository[LearnerProfile]):
    row = LearnerProfileRow
    kind = LearnerProfile
    unique = ("user",)

    def of(self, user: str) -> LearnerProfile | None:
        return self._first(user=user)


class TeacherGrants(Repository[TeacherGrant]):
    row = TeacherGrantRow
    kind = TeacherGrant
    unique = ("user",)

    def of(self, user: str) -> TeacherGrant | None:
        return self._first(user=user)


class Classrooms(Repository[Classroom]):
    row = ClassroomRow
    kind = Classroom
    unique = ("channel",)

    def in_channel(self, channel: str) -> Classroom | None:
        return self._first(channel=channel)

    def in_channels(self, channels: Collection[str]) -> list[Classroom]:
        return self._all(channel=channels)

    def among(self, ids: Collection[int]) -> list[Classroom]:
        return self._all(id=ids)

    def not_archived(self) -> list[Classroom]:
        return self._all(archived=False)


class DaysOffOfClasses(Repository[DayOff]):
    """The calendars of classes."""

    row = DayOffRow
    kind = DayOff
    whole_by = ("classroom",)

    def of(self, classroom: int) -> list[DayOff]:
        return self._all(classroom=classroom)

    def closing(self, classroom: int) -> list[DayOff]:
        """Its days off, without the events of a file that are none."""
        return self._all(classroom=classroom, closes=True)


class SchoolCalendars(Repository[SchoolCalendar]):
    """Where the days off of classes come from; one row for each class at most."""

    row = SchoolCalendarRow
    kind = SchoolCalendar
    unique = ("classroom",)

    def of(self, classroom: int) -> SchoolCalendar | None:
        return self._first(classroom=classroom)

    def everywhere(self) -> list[SchoolCalendar]:
        """Of every class of the workspace."""
        return self._all()


class Memberships(Repository[Membership]):
    """Places of people in classes. Who left keeps theirs, with the instant; `here` and `ever` tell the two apart."""

    row = MembershipRow
    kind = Membership
    whole_by = ("user",)

    def of(self, classroom: int, user: str) -> Membership | None:
        """Also of somebody who left."""
        return self._first(classroom=classroom, user=user)

    def here(self, classroom: int, user: str) -> Membership | None:
        return self._first(classroom=classroom, user=user, left_at=None)

    def in_class(self, classroom: int) -> list[Membership]:
        """Of everybody who is in it now."""
        return self._all(classroom=classroom, left_at=None)

    def on_side(self, classroom: int, side: Side) -> list[Membership]:
        """Of everybody who teaches it, or who learns in it, now."""
        return self._all(classroom=classroom, side=side, left_at=None)

    def places_of(self, user: str, sides: Side | Collection[Side]) -> list[Membership]:
        """Where somebody is now, on these sides."""
        return self._all(user=user, side=sides, left_at=None)

    def places_of_all(self, users: Collection[str]) -> list[Membership]:
        """Where each of these is now."""
        return self._all(user=users, left_at=None)

    def everywhere(self) -> list[Membership]:
        """Of everybody who is in any class now."""
        return self._all(left_at=None)

    def ever_in(self, classrooms: Collection[int]) -> list[Membership]:
        return self._all(classroom=classrooms)

    def ever_on_side(self, classrooms: int | Collection[int], side: Side) -> list[Membership]:
        return self._all(classroom=classrooms, side=side)

    def ever_of(self, user: str) -> list[Membership]:
        return self._all(user=user)

    def ever_of_on_side(self, user: str, side: Side) -> list[Membership]:
        return self._all(user=user, side=side)


class Admissions(Repository[Admission]):
    """Guests and people of other organisations, and whether a teacher lets them learn: None until she decides."""

    row = AdmissionRow
    kind = Admission
    unique = ("classroom", "user")

    def of(self, classroom: int, user: str) -> Admission | None:
        return self._first(classroom=classroom, user=user)

    def in_class(self, classroom: int) -> list[Admission]:
        return self._all(classroom=classroom)

    def first_in(self, classroom: int) -> Admission | None:
        return self._first(classroom=classroom)

    def of_some(self, classroom: int, users: Collection[str]) -> list[Admission]:
        return self._all(classroom=classroom, user=users)

    def of_user(self, user: str) -> list[Admission]:
        return self._all(user=user)

    def helping_in(self, classroom: int) -> list[Admission]:
        """Whom a teacher named as an aide or an observer."""
        return self._all(classroom=classroom, helps_as=[role.value for role in GIVEN])

    def undecided_in(self, classroom: int) -> list[Admission]:
        return self._all(classroom=classroom, learns=None)

    def undecided_of(self, user: str) -> list[Admission]:
        return self._all(user=user, learns=None)


class OutsideRules(Repository[OutsideRule]):
    """One for the workspace, once an admin has decided."""

    row = OutsideRuleRow
    kind = OutsideRule

    def standing(self) -> OutsideRule | None:
        return self._first()
