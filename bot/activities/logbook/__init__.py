"""How it goes: the log of a target, for its student and for those who teach them."""
