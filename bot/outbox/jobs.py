"""Makes of a claimed row what is carried: the message that it says now."""

from collections.abc import Callable

import structlog
from sqlalchemy import exc

from bot.domain.outbox import Delivery, Message
from bot.outbox.courier import Job

log = structlog.get_logger()

DATABASE_AWAY = (
    exc.OperationalError,
    exc.InterfaceError,
    exc.InternalError,
    exc.PendingRollbackError,  # the connection broke before
    exc.TimeoutError,  # none became free
)
"""Not every error of a statement: one that the message itself is to blame for has to end."""


def job_of(delivery: Delivery, prepare: Callable[[], Message | None]) -> Job:
    """Render it. One message that can not be rendered must not hold up all others."""
    try:
        return Job(delivery, prepare())
    except DATABASE_AWAY:
        action = "delivery.unread"
        log.warning(action, action=action, exc_info=True, **_about(delivery))
        return Job(delivery, None, unread=True)
    except Exception:  # whatever is wrong with it, the others are to leave
        action = "delivery.unrenderable"
        log.exception(action, action=action, **_about(delivery))
        return Job(delivery, None, broken=True)


def _about(delivery: Delivery) -> dict[str, object]:
    return {"delivery": delivery.id, "workspace": delivery.workspace, "notice": delivery.notice}
