"""People's names as they are shown: without the characters that nobody sees, and that turn a whole line around."""

from collections.abc import Iterable

from bot.domain.seen import seen

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
