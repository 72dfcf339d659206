"""Somebody is not well: everything else stops, they are answered, and told truly who hears of it."""
