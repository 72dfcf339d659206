"""A milestone is reached: told to its two sides, and with its student's consent to the class."""
