"""Tests of properties, the same each time: nothing is drawn by chance, nothing is kept from one mutant to another."""

from hypothesis import settings


def steadily() -> None:
    """Before any test module is imported."""
    settings.register_profile("steady", derandomize=True, database=None, deadline=None)
    settings.load_profile("steady")
