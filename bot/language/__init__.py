"""What people type, read into values: pure, with the words of each language as data."""
