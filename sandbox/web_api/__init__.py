"""Slack's Web API: a module for each family of methods."""

from sandbox.web_api import apps, chat, conversations, files, marks, oauth, users, views

__all__ = ["apps", "chat", "conversations", "files", "marks", "oauth", "users", "views"]
