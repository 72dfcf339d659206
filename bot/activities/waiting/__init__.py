"""Whoever waits is remembered: whose turn it is hears what still waits, and who waits that they did."""
