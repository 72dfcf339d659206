"""A class lives through a term in seconds, on a virtual clock, with trouble everywhere; the same for the same seed."""
