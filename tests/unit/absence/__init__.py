"""Somebody is away, a contract pauses, a check-in waits."""
