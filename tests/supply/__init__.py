"""What Accord is made of: a bill of materials, and what is known against it."""
