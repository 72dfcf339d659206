"""How people are called in what others write: found in one way, for whatever it is needed."""

from bot.language.naming.finder import Finder
from bot.language.naming.parts import told_apart, without_shared

__all__ = ["Finder", "told_apart", "without_shared"]
