"""The record of who was shown, handed or rid of somebody's data. Whatever does one of these writes a line here."""

import secrets
from collections.abc import Mapping
from dataclasses import replace

from bot.activities import access
from bot.domain.actor import Actor
from bot.domain.disclosure import Disclosure, DisclosureKind, Policy, pseudonym
from storage.unit_of_work import UnitOfWork

ACCORD = "accord"
"""Who did it, where nobody asked for it: a job of the program's own."""


def by_operator(account: str) -> str:
    """How whoever runs the server is named in the record: by the account on the computer."""
    return f"operator:{account}"


def record(
    uow: UnitOfWork,
    what: DisclosureKind,
    by: str,
    about: str | None,
    reason: str,
    detail: Mapping[str, int | str] | None = None,
) -> Disclosure:
    """Write one line, in the transaction of what it tells."""
    return uow.disclosures.add(
        Disclosure(uow.workspace, uow.now, what, by, about, " ".join(reason.split()), detail or {})
    )


def count(uow: UnitOfWork, line: int, **more: int) -> None:
    """Add to the counts of a line."""
    standing = uow.disclosures.get(line)
    if standing is None:
        return
    detail = dict(standing.detail)
    for name, found in more.items():
        detail[name] = int(detail.get(name, 0)) + found
    uow.disclosures.save(replace(standing, detail=detail))


def shown(uow: UnitOfWork, actor: Actor, by: str, about: str | None, command: str, reason: str) -> None:
    """Whoever runs Accord looked at personal data with a command."""
    access.accord_itself(actor)
    record(uow, DisclosureKind.SHOWN, by, about, reason, {"command": command})


PAGE_READ = "read a student's page"


WORK_READ = "an aide read a student's work"


def work_read(uow: UnitOfWork, by: str, student: str) -> None:
    """An aide opened what a student shows and answers in a class: once a day."""
    _page(uow, by, student, WORK_READ)


def page_read(uow: UnitOfWork, by: str, student: str) -> None:
    """A teacher who does not decide on a student's contract read what stands on their page: once a day."""
    _page(uow, by, student, PAGE_READ)


def _page(uow: UnitOfWork, by: str, student: str, reason: str) -> None:
    before = uow.disclosures.of_kind_about(DisclosureKind.PAGE, student)
    if not any(line.by == by and line.at.date() == uow.now.date() for line in before):
        record(uow, DisclosureKind.PAGE, by, student, reason)


def listed(uow: UnitOfWork, actor: Actor, about: str, last: int) -> list[Disclosure]:
    """The newest lines, oldest first; with `about`, those about one person (an id, or a pseudonym)."""
    access.accord_itself(actor)
    if not about:
        return uow.disclosures.all()[-last:]
    return uow.disclosures.about([about, pseudonym_of(uow, about)])[-last:]


def pseudonym_of(uow: UnitOfWork, user: str) -> str:
    """What stands for somebody who was erased."""
    return pseudonym(policy_of(uow).pseudonym_key, uow.workspace, user)


def policy_as_is(uow: UnitOfWork) -> Policy:
    """The workspace's policy; the usual one where it has none of its own."""
    return uow.policies.standing() or Policy(uow.workspace)


def policy_of(uow: UnitOfWork) -> Policy:
    """The workspace's own policy, made when it is first wanted, with a key for its pseudonyms."""
    standing = uow.policies.standing()
    if standing is not None and standing.pseudonym_key:
        return standing
    if standing is not None:  # the key was deleted, so that nobody can tell who the erased were
        keyed = replace(standing, pseudonym_key=secrets.token_hex(32))
        uow.policies.save(keyed)
        return keyed
    made = Policy(uow.workspace, pseudonym_key=secrets.token_hex(32))
    return uow.policies.add_once(made) or uow.policies.standing() or made
