"""A plain page on which a person is everybody in the workspace, in turn."""

from sandbox.page.routes import add_page

__all__ = ["add_page"]
