"""Who is told when Slack has taken a message, and of which."""

from bot.activities.care import use_cases as care
from bot.activities.logbook import picturing
from bot.domain.outbox import Delivery
from storage.unit_of_work import UnitOfWork

AWAITED = care.AWAITED | picturing.AWAITED


def arrived(uow: UnitOfWork, delivery: Delivery) -> None:
    """Slack took one of AWAITED."""
    told = care.arrived if delivery.notice in care.AWAITED else picturing.arrived
    told(uow, delivery)
