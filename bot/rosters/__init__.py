"""Who is in a class, by a file of the school's: OneRoster, Microsoft's School Data Sync, or a list of names."""
