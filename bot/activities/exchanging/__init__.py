"""What a student and a teacher write to each other through Accord."""
