"""What was agreed and reached stays: a student's journey, a page for each contract."""
