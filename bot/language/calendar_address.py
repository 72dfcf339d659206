"""The address of a calendar, as people paste it."""

from urllib.parse import urlsplit

from bot.domain.school_calendar import CalendarUnread, Unread

ADDRESS_MOST = 1000


def as_address(typed: str) -> str:
    """The https address that somebody typed or pasted; calendars also say "webcal:". Raises CalendarUnread."""
    address = typed.strip().strip("<>")
    scheme, separator, rest = address.partition("://")
    if not separator:
        scheme, rest = "https", address
    if scheme.lower() == "webcal":
        scheme = "https"
    address = f"{scheme.lower()}://{rest}"
    if scheme.lower() != "https" or len(address) > ADDRESS_MOST:
        raise CalendarUnread(Unread.NOT_HTTPS)
    if not _is_address(address):
        raise CalendarUnread(Unread.UNKNOWN)
    return address


def _is_address(address: str) -> bool:
    """One with a server's name, and nobody's password in it."""
    if any(c.isspace() or not c.isprintable() for c in address):
        return False
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and parts.username is None and parts.port != 0
    except ValueError:
        return False
