"""What is ahead of one person, as a file for their own calendar."""
