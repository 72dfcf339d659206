"""Drafts of targets from a teacher's feedback: what they are, and what becomes of them."""

from bot.domain.drafts.model import Asked, Drafts, Source, TargetDraft

__all__ = ["Asked", "Drafts", "Source", "TargetDraft"]
