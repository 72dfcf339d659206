"""The class of the acceptance tests, and the workspace of a program in a process of its own."""

from tests.acceptance.conftest import migrated, scene
from tests.integration.running.conftest import ws

__all__ = ["migrated", "scene", "ws"]
