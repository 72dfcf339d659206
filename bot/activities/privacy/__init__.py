"""What a school owes those whose data it keeps: shown, handed over, erased, and kept no longer than needed."""
