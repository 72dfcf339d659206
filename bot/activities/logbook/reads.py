"""The log of a target, read when it is shown."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from bot.activities.checking_in import planning
from bot.activities.logbook import messages
from bot.activities.logbook.brief_messages import LogBrief
from bot.activities.logbook.messages import HowItGoes
from bot.domain import recurrence
from bot.domain.check_ins import ASKED, CheckInState
from bot.domain.contract import RUNNING, Contract, Version
from bot.domain.logbook import AgreedTarget, Log, log_of
from bot.messages.briefs import NothingToSay, name_of, only_a_party, say
from storage.unit_of_work import UnitOfWork

ASKED_ANEW_AFTER = timedelta(days=30)
"""A workspace that refused a chart is not sent one for so long."""


def log_for(uow: UnitOfWork, contract: Contract, target: int, timezone: str) -> Log:
    """`target` is one of those in force; `timezone` is the student's."""
    versions = [version for version in _versions(uow, contract) if target < len(version.terms.targets)]
    return log_of(
        [_agreed(version, target, timezone) for version in versions],
        target,
        uow.check_ins.of_contract(contract.id),
        uow.replies.on(contract.id),
        uow.pieces.of_contract(contract.id),
        partial(recurrence.local_day, timezone=timezone),
    )


def _versions(uow: UnitOfWork, contract: Contract) -> Sequence[Version]:
    """Those that both signed, up to the one in force."""
    newest = contract.in_force
    earlier = (uow.contracts.version(contract.id, number) for number in range(1, newest.number))
    return [*(version for version in earlier if version is not None and version.agreed), newest]


def _agreed(version: Version, place: int, timezone: str) -> AgreedTarget:
    target = version.terms.targets[place]
    since = max(signature.signed_at for signature in version.signatures)
    return AgreedTarget(target, since, recurrence.instant(target.due_on, version.terms.check_in_time, timezone))


def _log(uow: UnitOfWork, notice: HowItGoes, reader: str) -> LogBrief:
    contract = uow.contracts.get(notice.contract)
    classroom = uow.classrooms.get(contract.classroom) if contract is not None else None
    if contract is None or classroom is None or contract.agreed is None:
        raise NothingToSay("contract")
    only_a_party(uow, contract, reader)
    if notice.target >= len(contract.agreed.terms.targets):
        raise NothingToSay("target")
    timezone = planning.zone_of(uow, contract.student, classroom)
    runs = contract.status in RUNNING
    asked = uow.check_ins.newest(contract.id, tuple(ASKED)) if runs else None
    planned = uow.check_ins.newest(contract.id, CheckInState.PLANNED) if runs else None
    return LogBrief(
        log_for(uow, contract, notice.target, timezone),
        "" if reader == contract.student else name_of(uow, contract.student),
        timezone,
        asked=asked is not None,
        next_due=planned.wake_at if planned is not None else None,
        charts=takes_charts(uow),
    )


def takes_charts(uow: UnitOfWork) -> bool:
    """Whether Slack takes charts and tables here, as far as is known: after a refusal none is sent for a while."""
    refused_at = uow.charts.refused_at()
    return refused_at is None or uow.now - refused_at >= ASKED_ANEW_AFTER


say(HowItGoes, shown=_log, blocks=messages.how_it_goes)
