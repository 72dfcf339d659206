"""The class of the acceptance tests, the workspace of a program in a process of its own, and a database to copy."""

from tests.acceptance.conftest import migrated, scene
from tests.integration.operations.filled import filled, live
from tests.integration.running.conftest import ws

__all__ = ["filled", "live", "migrated", "scene", "ws"]
