"""Drafts of targets from a teacher's feedback: what becomes of them, and how they are written by rule."""

from bot.domain.drafts.by_rule import drafts_by_rule
from bot.domain.drafts.model import Asked, Drafts, Source, TargetDraft

__all__ = ["Asked", "Drafts", "Source", "TargetDraft", "drafts_by_rule"]
