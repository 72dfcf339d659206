"""Somebody whom a student names beside one target: they agree first, see that target, and may write a word a week."""
