"""Readers of what people type: numbers and dates, in the words of a language that lives in data files."""

from bot.language.reading.dates import DateReading, FoundDate, Impossible, Nothing, Unclear, find_dates, read_date
from bot.language.reading.numbers import NumberReading, find_numbers, read_number, unambiguous_number

__all__ = [
    "DateReading",
    "FoundDate",
    "Impossible",
    "Nothing",
    "NumberReading",
    "Unclear",
    "find_dates",
    "find_numbers",
    "read_date",
    "read_number",
    "unambiguous_number",
]
