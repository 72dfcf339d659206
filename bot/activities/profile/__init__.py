"""The learner profile: its student writes it, and says who reads it."""
