"""What was not understood or not allowed: said kindly, with a way on; and questions to Accord itself."""
