"""Drafts of targets from a teacher's feedback, written by rule."""

from bot.language.drafts.by_rule import drafts_by_rule

__all__ = ["drafts_by_rule"]
