"""Planted in the rules of contracts, classes and check-ins."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from unittest.mock import patch
from zoneinfo import ZoneInfo

from sqlalchemy import delete

from bot.activities import access
from bot.activities.celebrating import use_cases as celebrating
from bot.activities.checking_in import planning
from bot.activities.checking_in.prompting import REMINDER
from bot.activities.reviewing import use_cases as reviewing
from bot.domain import contract as life
from bot.domain import recurrence, schedule
from bot.language.shoutout import short
from simulation.plan import Size
from storage import statements
from storage.queries import contracts as stored
from storage.queries.contracts import Contracts
from storage.queries.due import Agenda
from tests.planted.plants import plant

LONG = Size(students=2, weeks=3, trouble=25)
MORE = Size(students=3, weeks=3, trouble=25)


@plant("A signature is written for the version before the one signed.", "active_means_both_signed", first=9)
def signature_bound_to_the_wrong_version() -> Iterator[None]:
    row = Contracts._signature_row

    def older(self: Contracts, contract: int, version: Any, signature: Any) -> dict[str, Any]:
        return row(self, contract, replace(version, number=max(1, version.number - 1)), signature)

    with patch.object(Contracts, "_signature_row", older):
        yield


@plant(
    "Whoever presses signs what is on the table now, not what they saw.", test="tests/unit/reviewing/test_decisions.py"
)
def old_card_signs_the_new_version() -> Iterator[None]:
    def whatever(uow: Any, actor: Any, contract: int, version: int) -> Any:
        return access.contract_as_teacher(uow, actor, contract)

    sign = life._sign

    def newest(contract: Any, version: int, *more: Any) -> Any:
        return sign(contract, contract.on_the_table.number, *more)

    with patch.object(reviewing, "open_proposal", whatever), patch.object(life, "_sign", newest):
        yield


@plant("Signing one version agrees to it without the other side.", "active_means_both_signed")
def one_signature_is_enough() -> Iterator[None]:
    submit = life.submit

    def at_once(*given: Any) -> Any:
        sent = submit(*given)
        return replace(sent, status=life.Status.ACTIVE, agreed=sent.current, happened=())

    with patch.object(life, "submit", at_once):
        yield


@plant("History is kept short: a new line takes the place of the last one.", "history_is_only_added_to")
def history_edited() -> Iterator[None]:
    append = Contracts._append

    def over_the_last(self: Contracts, contract: Any) -> None:
        if contract.happened and len(self.history(contract.id)) > 1:
            table = stored._history
            last = max(row["id"] for row in self._rows(table, contract=contract.id))
            self._connection.execute(delete(table).where(table.c.id == last))
        append(self, contract)

    with patch.object(Contracts, "_append", over_the_last):
        yield


@plant("Students may do what is the teachers'.", test="tests/unit/reviewing/test_access.py")
def role_check_skipped() -> Iterator[None]:
    with patch.object(access, "teacher_in", lambda uow, actor, classroom: access._classroom(uow, classroom)):
        yield


@plant("A student who keeps a milestone to themselves shares it.", "the_class_hears_only_what_was_shared", size=LONG)
def consent_skipped() -> Iterator[None]:
    decide = celebrating.decide

    def share(uow: Any, actor: Any, milestone: int, shown: str, _share: bool) -> None:
        decide(uow, actor, milestone, shown, True)

    with patch.object(celebrating, "decide", share):
        yield


@plant("A shoutout says what help its student has.", "the_class_hears_only_what_was_shared", size=MORE)
def supports_shown_to_the_class() -> Iterator[None]:
    target_of = celebrating._target

    def with_help(contract: Any, number: int) -> Any:
        found = target_of(contract, number)
        if found is None or not contract.agreed.terms.supports:
            return found
        return replace(found, statement=contract.agreed.terms.supports)

    with patch.object(celebrating, "_target", with_help):
        yield


@plant("A student is reminded twice of the same check-in.", "each_prompt_appears_once", size=LONG)
def reminder_sent_twice() -> Iterator[None]:
    ask = Agenda.ask

    def and_again(self: Agenda, check_ins: Any, asking: Any, *given: Any, **more: Any) -> None:
        ask(self, check_ins, asking, *given, **more)
        if asking is REMINDER:
            ask(self, check_ins, replace(asking, word=f"{asking.word}-again"), *given, **more)

    with patch.object(Agenda, "ask", and_again):
        yield


@plant("One zone is an hour off.", "check_ins_follow_local_time", size=LONG, first=12)
def one_zones_offset_wrong() -> Iterator[None]:
    zone = recurrence.zone

    def an_hour_off(name: str) -> ZoneInfo:
        return zone("Europe/Berlin" if name == "Europe/London" else name)

    with patch.object(recurrence, "zone", an_hour_off):
        yield


@plant("Quiet hours are forgotten.", test="tests/unit/checking_in/test_prompting.py")
def quiet_hours_forgotten() -> Iterator[None]:
    with patch.object(recurrence, "after_quiet", lambda moment, *_: moment):
        yield


@plant("A contract ends in the morning of its last day.", "the_last_day_is_a_day", size=LONG, first=1)
def last_day_cut_off() -> Iterator[None]:
    end_of = schedule.end_of
    with patch.object(schedule, "end_of", lambda day, timezone: end_of(day, timezone) - timedelta(hours=16)):
        yield


@plant("A check-in that lies ahead already is planned once more.", "one_check_in_lies_ahead", size=LONG, first=19)
def check_ins_planned_twice() -> Iterator[None]:
    plan = planning._plan

    def anew(uow: Any, contract: Any, classroom: Any, _standing: Any, after: Any) -> None:
        plan(uow, contract, classroom, None, after)

    with patch.object(planning, "_plan", anew):
        yield


@plant("Rows are found whatever their workspace.",
       "strangers_are_not_named", "rows_stay_in_their_workspace", schools=2)  # fmt: skip
def workspace_filter_dropped() -> Iterator[None]:
    asking = statements.asking

    def everywhere(equals: Any) -> Any:
        return asking({name: value for name, value in equals.items() if name != "workspace"})

    with patch.object(statements, "asking", everywhere):
        yield


@plant("What is signed may read otherwise than it is kept.", test="tests/unit/reviewing/test_wording_that_hides.py")
def hidden_words_are_signed() -> Iterator[None]:
    with patch.object(life, "_nothing_hides", lambda *given: None):
        yield


@plant("The class hears which classmate a target names.", test="tests/unit/celebrating/test_consent.py")
def shoutouts_name_classmates() -> Iterator[None]:
    with patch.object(celebrating, "_shown_of", lambda uow, contract, target, point: short(target.statement)):
        yield
