"""What whoever runs Accord does to a database: copies, keys, dead letters, a move."""
