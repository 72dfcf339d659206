"""What somebody types to Accord: what it is, whom it is for, and which activity takes it."""
