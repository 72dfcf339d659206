"""One suggested wording, put together from what the student said."""

from datetime import date
from decimal import Decimal
from typing import Any

from bot.language.reading.text import load_words
from bot.language.targets.model import Direction, Reading
from bot.language.targets.patterns import PACKAGE
from bot.language.targets.reader import read


def suggest_wording(
    statement: Reading,
    *,
    observable: str = "",
    baseline: Decimal | None = None,
    goal: Decimal | None = None,
    unit: str = "",
    out_of: Decimal | None = None,
    direction: Direction | None = None,
    by_when: str | date = "",
    day_first: bool = True,
    lang: str = "en",
) -> str:
    """A wording that holds everything known: an action, an amount with its start, a time. Plain text.

    `observable` answers "what would somebody see?" and takes the place of an inner state. The other answers take the
    place of what was read in the statement. What the action already says is not said again.
    """
    table, said = load_words(PACKAGE, lang, "wording"), statement.extracted
    action = _action(observable or statement.text, table)
    already = read(action, lang)
    text = str(table["action"]).format(action=action)
    aim = said.goal if goal is None else goal
    way = direction or said.direction
    if aim is not None and not _says(already, aim):
        total = out_of if out_of is not None or goal is not None else said.out_of
        text += str(table["amount"]).format(amount=_amount(aim, unit or said.unit, total, way, table))
    start = said.baseline if baseline is None else baseline
    if start is not None and already.extracted.baseline != start:
        text += str(table["baseline"]).format(baseline=_plain(start))
    when = _when(by_when or said.tasks or said.due, table, day_first)
    if when and not already.timeframes:
        text += str(table["when"]).format(when=when)
    return text + str(table["end"])


def _says(already: Reading, goal: Decimal) -> bool:
    return already.extracted.goal == goal or already.extracted.baseline == goal


def _action(text: str, table: dict[str, Any]) -> str:
    """The statement without "I want to" and without its full stop."""
    action = " ".join(text.split()).strip(" .!?,;:-")
    for frame in sorted(table["frames"], key=len, reverse=True):
        if action.lower().startswith(frame + " "):
            action = action[len(frame) :].strip()
            break
    first, _, rest = action.partition(" ")
    return " ".join((first if first[1:] != first[1:].lower() or first == "I" else first.lower(), rest)).strip()


def _amount(goal: Decimal, unit: str, out_of: Decimal | None, way: Direction | None, table: dict[str, Any]) -> str:
    number = _plain(goal)
    if out_of is not None:
        number = str(table["out_of"]).format(goal=number, out_of=_plain(out_of))
    amount = str(table["at_most" if way is Direction.DOWN else "at_least"]).format(goal=number)
    if unit == "%":
        return str(table["percent"]).format(amount=amount)
    return str(table["with_unit"]).format(amount=amount, unit=unit) if unit else amount


def _plain(number: Decimal) -> str:
    whole = number.to_integral_value()
    return f"{whole:f}" if whole == number else f"{number.normalize():f}"


def _when(when: str | date, table: dict[str, Any], day_first: bool) -> str:
    if isinstance(when, date):
        shape = table["date" if day_first else "date_month_first"]
        typed = str(shape).format(day=when.day, month=table["months"][when.month - 1], year=when.year)
        return str(table["by"]).format(when=typed)
    typed = " ".join(when.split()).strip(" .!?,;")
    first = typed.partition(" ")[0].lower()
    if first in table["next_leads"]:
        return str(table["in_my"]).format(when=typed)
    return typed if not typed or first in table["when_leads"] else str(table["by"]).format(when=typed)
