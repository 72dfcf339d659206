"""What a teacher promised in a contract is asked about before it is due, and its student sees what became of it."""
