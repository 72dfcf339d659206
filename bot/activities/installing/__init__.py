"""A workspace removes Accord, and may install it again."""
