"""Teachers bring a file: what was read of it is shown, and stands once they say so."""
