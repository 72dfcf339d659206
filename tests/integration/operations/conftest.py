"""The class of the acceptance tests, a program in a process of its own, the command line, and a database to copy."""

from tests.acceptance.conftest import migrated, scene
from tests.integration.operations.commands import accord
from tests.integration.operations.filled import filled, live
from tests.integration.running.conftest import ws

__all__ = ["accord", "filled", "live", "migrated", "scene", "ws"]
