"""A teacher brings who is in the class as a file of the school's, looks at it, and says yes."""
