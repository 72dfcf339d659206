"""What every activity answers to, in one list."""

from handlers import (
    amending,
    care,
    celebrating,
    changing,
    checking_in,
    drafting,
    feedback,
    hearing,
    help,
    home,
    leaving,
    looking_back,
    privacy,
    profile,
    proposing,
    reviewing,
    set_up,
    untaught,
)
from handlers.context import Routes

ALL: list[Routes] = [
    amending.ROUTES,
    care.ROUTES,
    celebrating.ROUTES,
    changing.ROUTES,
    checking_in.ROUTES,
    drafting.ROUTES,
    feedback.ROUTES,
    hearing.ROUTES,
    help.ROUTES,
    home.ROUTES,
    leaving.ROUTES,
    looking_back.ROUTES,
    privacy.ROUTES,
    profile.ROUTES,
    proposing.ROUTES,
    reviewing.ROUTES,
    set_up.ROUTES,
    untaught.ROUTES,
]
